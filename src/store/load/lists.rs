//! The rows of each list.

use anyhow::{Result, bail};

use super::cells::{Stored, broken, day, shared, spells, status, text};
use super::keys::{Lookup, Positions};
use super::{Source, rows};
use crate::model::assignment::Assignment;
use crate::model::cadre::Cadre;
use crate::model::day::Period;
use crate::model::decision::Decision;
use crate::model::meeting::{Meeting, Rule, hour};
use crate::model::pool::Pool;
use crate::model::seat::{SeatLimits, SeatRule};
use crate::model::succession::Succession;
use crate::model::unit::Unit;
use crate::model::vacancy::Vacancy;
use crate::store::table::{ASSIGNMENT, CADRE, DECISION, MEETING, SEAT, SUCCESSION, UNIT, VACANCY};

pub fn units(from: Source, keys: &mut Lookup) -> Result<Vec<Unit>> {
    let (mut above, pool): (Vec<[Option<u32>; 2]>, _) = (Vec::new(), Pool::default());
    let mut units = rows(from, &UNIT, |row| {
        above.push([row.get(4)?, row.get(5)?]);
        Ok(Unit {
            row: row.get(0)?,
            code: text(row, 1)?,
            name: text(row, 2)?,
            level: keys.level(row.get(3)?)?,
            parent: None,
            group: None,
            rank: shared(row, 6, &pool)?,
            households: row.get(7)?,
            period: Period { from: day(row, 8)?, to: day(row, 9)? },
            note: shared(row, 10, &pool)?,
        })
    })?;
    keys.units = Positions::of(units.iter().map(|unit| unit.row));
    for (unit, [parent, group]) in units.iter_mut().zip(above) {
        unit.parent = parent.map(|row| keys.unit(row)).transpose()?;
        unit.group = group.map(|row| keys.unit(row)).transpose()?;
    }
    Ok(units)
}

pub fn cadres(from: Source, keys: &mut Lookup) -> Result<Vec<Cadre>> {
    let pool = Pool::default();
    let cadres = rows(from, &CADRE, |row| {
        Ok(Cadre {
            row: row.get(0)?,
            code: text(row, 1)?,
            full_name: text(row, 2)?,
            birth_year: row.get(3)?,
            position: shared(row, 4, &pool)?,
            organization: shared(row, 5, &pool)?,
            level: keys.level(row.get(6)?)?,
            home: keys.unit(row.get(7)?)?,
            phone: text(row, 8)?,
            status: status(row, 9)?,
            status_from: day(row, 10)?,
            note: shared(row, 11, &pool)?,
            earlier: spells(row, 12)?,
        })
    })?;
    keys.cadres = Positions::of(cadres.iter().map(|cadre| cadre.row));
    Ok(cadres)
}

pub fn assignments(from: Source, keys: &mut Lookup) -> Result<Vec<Assignment>> {
    let pool = Pool::default();
    rows(from, &ASSIGNMENT, |row| {
        Ok(Assignment {
            row: row.get(0)?,
            cadre: keys.cadre(row.get(1)?)?,
            unit: keys.unit(row.get(2)?)?,
            duty: keys.duty(row.get(3)?)?,
            period: Period { from: day(row, 4)?, to: day(row, 5)? },
            decision_no: shared(row, 6, &pool)?,
            note: shared(row, 7, &pool)?,
        })
    })
}

pub fn vacancies(from: Source, keys: &mut Lookup) -> Result<Vec<Vacancy>> {
    rows(from, &VACANCY, |row| {
        Ok(Vacancy {
            row: row.get(0)?,
            unit: keys.unit(row.get(1)?)?,
            duty: keys.duty(row.get(2)?)?,
            since: row.get::<_, Stored>(3)?.0,
            until: day(row, 4)?,
            reason: text(row, 5)?,
        })
    })
}

pub fn seats(from: Source, keys: &mut Lookup) -> Result<Vec<SeatRule>> {
    rows(from, &SEAT, |row| {
        Ok(SeatRule {
            row: row.get(0)?,
            unit: keys.unit(row.get(1)?)?,
            duty: keys.duty(row.get(2)?)?,
            limits: SeatLimits { min: row.get(3)?, max: row.get(4)? },
        })
    })
}

pub fn successions(from: Source, keys: &Lookup) -> Result<Vec<Succession>> {
    rows(from, &SUCCESSION, |row| {
        Ok(Succession {
            row: row.get(0)?,
            old: keys.unit(row.get(1)?)?,
            new: row.get::<_, Option<u32>>(2)?.map(|row| keys.unit(row)).transpose()?,
            day: row.get::<_, Stored>(3)?.0,
            is_whole: row.get(4)?,
            decision_no: text(row, 5)?,
        })
    })
}

pub fn meetings(from: Source, keys: &Lookup) -> Result<Vec<Meeting>> {
    rows(from, &MEETING, |row| {
        let Some(rule) = Rule::parse(row.get_ref(3)?.as_str()?) else { bail!(broken("rule")) };
        let written = row.get::<_, Option<String>>(4)?;
        let hour = written.map(|written| hour(&written).ok_or_else(|| broken("hour"))).transpose()?;
        let (unit, name) = (keys.unit(row.get(1)?)?, text(row, 2)?);
        Ok(Meeting { row: row.get(0)?, unit, name, rule, hour, place: text(row, 5)?, note: text(row, 6)? })
    })
}

pub fn decisions(from: Source) -> Result<Vec<Decision>> {
    rows(from, &DECISION, |row| {
        Ok(Decision {
            row: row.get(0)?,
            number: text(row, 1)?,
            day: row.get::<_, Stored>(2)?.0,
            issuer: text(row, 3)?,
            signer: text(row, 4)?,
            effective: day(row, 5)?,
            replaces: text(row, 6)?,
            note: text(row, 7)?,
        })
    })
}
