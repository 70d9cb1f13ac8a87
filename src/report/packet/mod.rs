//! The packet of a month (tài liệu sinh hoạt tháng): what each assigned cadre takes along, and the list on which its
//! receipt is signed.

pub mod acknowledgements;
mod contacts;
mod meetings;
mod open;
mod places;

use std::collections::HashMap;

use super::paper::Paper;
use super::table::{Heading, Table};
use crate::model::assignment::Assignment;
use crate::model::day::Month;
use crate::model::id::{AssignmentId, CadreId, UnitId};
use crate::model::sitting::Sitting;
use crate::model::snapshot::Snapshot;
use crate::say;
use crate::text::written;
use contacts::Contacts;
use open::Open;

/// The month's meetings, those without a day or an hour with those proposed.
#[derive(Clone, Copy)]
pub struct Planned<'p> {
    /// The meetings.
    pub sittings: &'p [Sitting],
    /// Of each, whether the office has fixed its day and hour.
    pub fixed: &'p [bool],
}

/// What the packets of a month are made of, worked out once.
pub struct Packets<'s, 'b> {
    snapshot: &'s Snapshot<'b>,
    month: Month,
    planned: Planned<'s>,
    /// The meetings that each cadre has to be at, by their places.
    of_cadre: HashMap<CadreId, Vec<usize>>,
    contacts: Contacts,
    open: Open,
}

/// What one cadre takes along.
pub struct Packet {
    /// The lines over it.
    pub heading: Heading,
    /// Whose it is.
    pub full_name: String,
    /// The cadre's code.
    pub code: String,
    /// The cadre's post and office, each under its name; none that is empty.
    pub about: Vec<(String, String)>,
    /// The places that the cadre is responsible for.
    pub places: Table,
    /// The meetings that the cadre has to be at.
    pub meetings: Table,
    /// Whether a day or an hour of these is only proposed.
    pub has_proposed: bool,
    /// Whom to call there.
    pub contacts: Table,
    /// What the grass roots there reported before the month, and nobody has answered.
    pub open: Table,
}

impl<'s, 'b> Packets<'s, 'b> {
    /// Works out what the packets need.
    pub fn new(snapshot: &'s Snapshot<'b>, month: Month, planned: Planned<'s>) -> Self {
        let mut of_cadre: HashMap<CadreId, Vec<usize>> = HashMap::new();
        for (at, sitting) in planned.sittings.iter().enumerate() {
            sitting.cadres.iter().for_each(|cadre| of_cadre.entry(*cadre).or_default().push(at));
        }
        let (contacts, open) = (Contacts::new(snapshot), Open::new(snapshot, month));
        Packets { snapshot, month, planned, of_cadre, contacts, open }
    }

    /// What all of them are called.
    pub fn title(&self, paper: &Paper) -> String {
        say!(paper.words, "title-packet", month = written::month(self.month, paper.lang()))
    }

    /// The packet of a cadre.
    pub fn packet(&self, paper: &Paper, id: CadreId) -> Packet {
        let snapshot = self.snapshot;
        let cadre = snapshot.book.cadre(id);
        let held = held(snapshot, id);
        let units: Vec<UnitId> = held.iter().map(|id| snapshot.book.assignment(*id).unit).collect();
        let sittings = self.of_cadre.get(&id).map(Vec::as_slice).unwrap_or_default();
        let policy = snapshot.policy();
        let about = [("position", &cadre.position), ("organization", &cadre.organization)];
        let about = about.into_iter().filter(|(_, text)| !text.is_empty());
        Packet {
            heading: Heading {
                superior: policy.superior.clone(),
                office: policy.office.clone(),
                title: self.title(paper),
                subtitle: Vec::new(),
            },
            full_name: cadre.full_name.to_string(),
            code: cadre.code.to_string(),
            about: about.map(|(key, text)| (paper.column(key, 0).title, text.to_string())).collect(),
            places: places::places(snapshot, paper, &held),
            meetings: meetings::meetings(snapshot, paper, self.planned, sittings),
            has_proposed: sittings.iter().any(|at| meetings::is_proposed(self.planned, *at)),
            contacts: self.contacts.table(snapshot, paper, id, &units),
            open: self.open.table(snapshot, paper, &units),
        }
    }
}

/// What a cadre who is at work holds on the day, by duty and place: of units that exist.
fn held(snapshot: &Snapshot, cadre: CadreId) -> Vec<AssignmentId> {
    let exists = |assignment: &Assignment| snapshot.exists(assignment.unit);
    let in_force = snapshot.of_cadre(cadre).filter(|(_, assignment)| exists(assignment));
    let mut held: Vec<AssignmentId> = in_force.map(|(id, _)| id).collect();
    let duties: Vec<_> = snapshot.policy().duty_ids().collect();
    held.sort_by_cached_key(|id| {
        let assignment = snapshot.book.assignment(*id);
        let unit = &snapshot.book.unit(assignment.unit).code;
        (duties.iter().position(|duty| *duty == assignment.duty).unwrap_or(duties.len()), unit.clone())
    });
    if snapshot.is_active(cadre) { held } else { Vec::new() }
}
