//! A part of the book: what stands under a unit, who is at home or holds something there, what else these hold; or a run of
//! units, or of cadres, and what is held by them; with all units that are needed to say where any of it is.

use anyhow::Result;
use rusqlite::Connection;

use super::keys::{Keys, closed, found};
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
    /// The part under the unit of a key, which is no group.
    pub fn under(connection: &Connection, top: u32) -> Result<Part> {
        let find = |query: &str, keys: &Keys| found(connection, query, keys);
        let below =
            closed(Keys::of(vec![top]), |new| find("SELECT id FROM unit WHERE parent_id BETWEEN ?1 AND ?2", new))?;
        let at_home = find("SELECT id FROM cadre WHERE home_id BETWEEN ?1 AND ?2", &below)?;
        let holders = find("SELECT cadre_id FROM assignment WHERE unit_id BETWEEN ?1 AND ?2", &below)?;
        let cadres = at_home.and(holders);
        let here = find("SELECT id FROM assignment WHERE unit_id BETWEEN ?1 AND ?2", &below)?;
        let theirs = find("SELECT id FROM assignment WHERE cadre_id BETWEEN ?1 AND ?2", &cadres)?;
        let elsewhere = theirs.without(&here);
        let homes = find("SELECT home_id FROM cadre WHERE id BETWEEN ?1 AND ?2", &cadres)?;
        let held = find("SELECT unit_id FROM assignment WHERE id BETWEEN ?1 AND ?2", &elsewhere)?;
        let has_groups = has_groups(connection)?;
        let above = |units: &Keys| -> Result<Keys> {
            let parents = "SELECT parent_id FROM unit WHERE id BETWEEN ?1 AND ?2 AND parent_id IS NOT NULL";
            let groups = "SELECT group_id FROM unit WHERE id BETWEEN ?1 AND ?2 AND group_id IS NOT NULL";
            let parents = find(parents, units)?;
            Ok(if has_groups { parents.and(find(groups, units)?) } else { parents })
        };
        let beside = "SELECT id FROM unit WHERE parent_id IS (SELECT parent_id FROM unit WHERE id = ?1 AND id = ?2)";
        let beside = find(beside, &Keys::of(vec![top]))?;
        let members = find("SELECT id FROM unit WHERE group_id BETWEEN ?1 AND ?2", &below)?;
        // Where there are no groups, all but the top stand below one another.
        let above_all = if has_groups { above(&below)? } else { above(&Keys::of(vec![top]))? };
        let beyond = homes.and(held.clone()).and(beside).and(members).and(above_all).without(&below);
        let units = below.clone().and(closed(beyond, |new| Ok(above(new)?.without(&below)))?);
        let assignments = here.and(elsewhere);
        let vacancies = find("SELECT id FROM vacancy WHERE unit_id BETWEEN ?1 AND ?2", &below)?;
        let seats = find("SELECT id FROM seat WHERE unit_id BETWEEN ?1 AND ?2", &below)?;
        let meetings = find("SELECT id FROM meeting WHERE unit_id BETWEEN ?1 AND ?2", &below.and(held))?;
        Ok(Part { units, cadres, assignments, vacancies, seats, meetings, ..Part::default() })
    }

    /// The part about a run of units: what is held there, by whom, and where that is.
    pub fn of_units(connection: &Connection, run: (u32, u32)) -> Result<Part> {
        let find = |query: &str, keys: &Keys| found(connection, query, keys);
        let own = in_run(connection, &UNIT, run)?;
        let assignments = find("SELECT id FROM assignment WHERE unit_id BETWEEN ?1 AND ?2", &own)?;
        let cadres = find("SELECT cadre_id FROM assignment WHERE unit_id BETWEEN ?1 AND ?2", &own)?;
        let homes = find("SELECT home_id FROM cadre WHERE id BETWEEN ?1 AND ?2", &cadres)?;
        let vacancies = find("SELECT id FROM vacancy WHERE unit_id BETWEEN ?1 AND ?2", &own)?;
        let seats = find("SELECT id FROM seat WHERE unit_id BETWEEN ?1 AND ?2", &own)?;
        let meetings = find("SELECT id FROM meeting WHERE unit_id BETWEEN ?1 AND ?2", &own)?;
        let units = with_above(connection, own.and(homes))?;
        Ok(Part { units, cadres, assignments, vacancies, seats, meetings, ..Part::default() })
    }

    /// The part about a run of cadres: what they hold, and where that is.
    pub fn of_cadres(connection: &Connection, run: (u32, u32)) -> Result<Part> {
        let find = |query: &str, keys: &Keys| found(connection, query, keys);
        let cadres = in_run(connection, &CADRE, run)?;
        let homes = find("SELECT home_id FROM cadre WHERE id BETWEEN ?1 AND ?2", &cadres)?;
        let assignments = find("SELECT id FROM assignment WHERE cadre_id BETWEEN ?1 AND ?2", &cadres)?;
        let held = find("SELECT unit_id FROM assignment WHERE cadre_id BETWEEN ?1 AND ?2", &cadres)?;
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
    let mut reading = connection.prepare_cached(&query)?;
    let keys = reading.query_map((first, last), |row| row.get(0))?;
    Ok(Keys::of(keys.collect::<rusqlite::Result<_>>()?))
}

/// Units and all that stand above them, with their groups.
pub fn with_above(connection: &Connection, units: Keys) -> Result<Keys> {
    let has_groups = has_groups(connection)?;
    closed(units, |units| {
        let parents = "SELECT parent_id FROM unit WHERE id BETWEEN ?1 AND ?2 AND parent_id IS NOT NULL";
        let groups = "SELECT group_id FROM unit WHERE id BETWEEN ?1 AND ?2 AND group_id IS NOT NULL";
        let parents = found(connection, parents, units)?;
        Ok(if has_groups { parents.and(found(connection, groups, units)?) } else { parents })
    })
}

/// Whether any unit has a group; most offices have none, which the index tells at once.
fn has_groups(connection: &Connection) -> Result<bool> {
    Ok(connection.prepare_cached("SELECT 1 FROM unit WHERE group_id IS NOT NULL LIMIT 1")?.exists(())?)
}
