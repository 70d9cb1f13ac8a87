//! The rows of attendance and feedback, where they are wanted.

use anyhow::{Result, bail};

use super::cells::{Stored, broken, day, text};
use super::keys::Lookup;
use super::{Source, rows};
use crate::model::attendance::{Attendance, Presence};
use crate::model::feedback::Feedback;
use crate::store::table::{ATTENDANCE, FEEDBACK};

pub fn attendance(from: Source, keys: &Lookup) -> Result<Vec<Attendance>> {
    if !from.wants_records() {
        return Ok(Vec::new());
    }
    rows(from, &ATTENDANCE, |row| {
        let Some(presence) = Presence::of_code(row.get_ref(5)?.as_str()?) else { bail!(broken("presence")) };
        Ok(Attendance {
            row: row.get(0)?,
            unit: keys.unit(row.get(1)?)?,
            meeting: text(row, 2)?,
            day: row.get::<_, Stored>(3)?.0,
            cadre: row.get::<_, Option<u32>>(4)?.map(|row| keys.cadre(row)).transpose()?,
            presence,
            reason: text(row, 6)?,
            invited: row.get(7)?,
            came: row.get(8)?,
            note: text(row, 9)?,
        })
    })
}

pub fn feedback(from: Source, keys: &Lookup) -> Result<Vec<Feedback>> {
    if !from.wants_records() {
        return Ok(Vec::new());
    }
    rows(from, &FEEDBACK, |row| {
        Ok(Feedback {
            row: row.get(0)?,
            unit: keys.unit(row.get(1)?)?,
            day: row.get::<_, Stored>(2)?.0,
            raised_by: text(row, 3)?,
            matter: text(row, 4)?,
            sent_to: text(row, 5)?,
            due: day(row, 6)?,
            answered: day(row, 7)?,
            answer: text(row, 8)?,
            note: text(row, 9)?,
        })
    })
}
