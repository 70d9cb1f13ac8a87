//! A part of the book: what stands under a unit, who is at home or holds something there, what else these hold; or a run of
//! units, or of cadres, and what is held by them; with all units that are needed to say where any of it is.

use anyhow::Result;
use rusqlite::Connection;

use super::keys::{Keys, all, closed, pointed_to, pointing};
use super::table::{ASSIGNMENT, ATTENDANCE, CADRE, FEEDBACK, MEETING, SEAT, Table, UNIT, VACANCY};

/// Keys of the rows that a part is made of.
#[derive(Debug, Default)]
pub struct Part {
    /// Units.
    pub units: Keys,
    /// Cadres.
    pub cadres: Keys,
    /// Assignments; their cadres and units are of the part.
    pub assignments: Keys,
    /// Vacancies of its units.
    pub vacancies: Keys,
    /// Numbers of seats of its units.
    pub seats: Keys,
    /// Meetings of its units, and of what its cadres hold elsewhere.
    pub meetings: Keys,
    /// Attendance of its units, where it is wanted.
    pub attendance: Keys,
    /// Feedback of its units, where it is wanted.
    pub feedback: Keys,
}

impl Part {
    /// The part under the unit of a key.
    pub fn under(connection: &Connection, top: u32) -> Result<Part> {
        let of = |table, column, keys: &Keys| pointing(connection, table, column, keys);
        let to = |table, column, rows: &Keys, known: &Keys| pointed_to(connection, table, column, ("id", rows), known);
        let below = closed(Keys::of([top]), |new| of("unit", "parent_id", new))?;
        let at_home = of("cadre", "home_id", &below)?;
        let here = of("assignment", "unit_id", &below)?;
        let theirs = of("assignment", "cadre_id", &at_home)?;
        // Most of what is held here is held by those at home; of the rest, and of nothing else, the cadres are looked up.
        let holders = to("assignment", "cadre_id", &here.clone().without(&theirs), &at_home)?;
        let elsewhere = theirs.and(of("assignment", "cadre_id", &holders)?).without(&here);
        let homes = to("cadre", "home_id", &holders, &below)?;
        let cadres = at_home.and(holders);
        let held = to("assignment", "unit_id", &elsewhere, &below)?;
        let has_groups = has_groups(connection)?;
        let above = |units: &Keys| -> Result<Keys> {
            let parents = to("unit", "parent_id", units, units)?;
            Ok(if has_groups { parents.and(to("unit", "group_id", units, units)?) } else { parents })
        };
        let beside = beside(connection, top)?;
        let members = of("unit", "group_id", &below)?;
        // Where there are no groups, all but the top stand below one another.
        let above_all = if has_groups { above(&below)? } else { above(&Keys::of([top]))? };
        let beyond = homes.and(held.clone()).and(beside).and(members).and(above_all).without(&below);
        let units = below.clone().and(closed(beyond, |new| Ok(above(new)?.without(&below)))?);
        let assignments = here.and(elsewhere);
        let (vacancies, seats) = (of("vacancy", "unit_id", &below)?, of("seat", "unit_id", &below)?);
        let meetings = of("meeting", "unit_id", &below.and(held))?;
        Ok(Part { units, cadres, assignments, vacancies, seats, meetings, ..Part::default() })
    }

    /// The part about a run of units: what is held there, by whom, and where that is.
    pub fn of_units(connection: &Connection, run: (u32, u32)) -> Result<Part> {
        let own = in_run(connection, &UNIT, run)?;
        let of = |table, column| pointing(connection, table, column, &own);
        let assignments = of("assignment", "unit_id")?;
        let cadres = pointed_to(connection, "assignment", "cadre_id", ("unit_id", &own), &Keys::default())?;
        let homes = pointed_to(connection, "cadre", "home_id", ("id", &cadres), &own)?;
        let (vacancies, seats, meetings) =
            (of("vacancy", "unit_id")?, of("seat", "unit_id")?, of("meeting", "unit_id")?);
        let units = with_above(connection, own.and(homes))?;
        Ok(Part { units, cadres, assignments, vacancies, seats, meetings, ..Part::default() })
    }

    /// The part about a run of cadres: what they hold, and where that is.
    pub fn of_cadres(connection: &Connection, run: (u32, u32)) -> Result<Part> {
        let cadres = in_run(connection, &CADRE, run)?;
        let homes = pointed_to(connection, "cadre", "home_id", ("id", &cadres), &Keys::default())?;
        let assignments = pointing(connection, "assignment", "cadre_id", &cadres)?;
        let held = pointed_to(connection, "assignment", "unit_id", ("cadre_id", &cadres), &homes)?;
        let units = with_above(connection, homes.and(held))?;
        Ok(Part { units, cadres, assignments, ..Part::default() })
    }

    /// First and last keys of the runs that the part's rows of a table form; nothing where the part has all of them.
    pub fn runs(&self, table: &Table) -> Option<impl Iterator<Item = (u32, u32)> + '_> {
        let lists = [
            (&UNIT, &self.units),
            (&CADRE, &self.cadres),
            (&ASSIGNMENT, &self.assignments),
            (&VACANCY, &self.vacancies),
            (&SEAT, &self.seats),
            (&MEETING, &self.meetings),
            (&ATTENDANCE, &self.attendance),
            (&FEEDBACK, &self.feedback),
        ];
        lists.into_iter().find(|(own, _)| own.name == table.name).map(|(_, keys)| keys.runs())
    }
}

/// The keys of a table's rows from a first to a last.
fn in_run(connection: &Connection, table: &Table, (first, last): (u32, u32)) -> Result<Keys> {
    let query = format!("SELECT id FROM {} WHERE id BETWEEN ?1 AND ?2", table.name);
    all(&mut connection.prepare_cached(&query)?, (first, last))
}

/// Units and all that stand above them, with their groups.
pub fn with_above(connection: &Connection, units: Keys) -> Result<Keys> {
    let has_groups = has_groups(connection)?;
    closed(units, |units| {
        let to = |column| pointed_to(connection, "unit", column, ("id", units), units);
        let parents = to("parent_id")?;
        Ok(if has_groups { parents.and(to("group_id")?) } else { parents })
    })
}

/// The units that stand below the same unit as one.
fn beside(connection: &Connection, unit: u32) -> Result<Keys> {
    let query = "SELECT id FROM unit WHERE parent_id IS (SELECT parent_id FROM unit WHERE id = ?1)";
    all(&mut connection.prepare_cached(query)?, [unit])
}

/// Whether any unit has a group; most offices have none, which the index tells at once.
fn has_groups(connection: &Connection) -> Result<bool> {
    Ok(connection.prepare_cached("SELECT 1 FROM unit WHERE group_id IS NOT NULL LIMIT 1")?.exists(())?)
}
