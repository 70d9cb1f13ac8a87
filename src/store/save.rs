//! A change to rows: statements prepared once, indexes of an empty table made after the load; what was there before is
//! kept for the log.

use rusqlite::{Connection, Result, Statement, params};

use super::schema::INDEXES;
use super::table::{
    ASSIGNMENT, ATTENDANCE, CADRE, CLOSING, DECISION, FEEDBACK, MEETING, POLICY, SEAT, SUCCESSION, Table, UNIT, VACANCY,
};
use crate::model::assignment::Assignment;
use crate::model::attendance::Attendance;
use crate::model::book::Book;
use crate::model::cadre::Cadre;
use crate::model::change::{Change, TableChange};
use crate::model::day::{Day, Month};
use crate::model::decision::Decision;
use crate::model::feedback::Feedback;
use crate::model::id::{DutyId, LevelId, UnitId};
use crate::model::meeting::{Meeting, written_hour};
use crate::model::policy::Policy;
use crate::model::seat::SeatRule;
use crate::model::spells;
use crate::model::succession::Succession;
use crate::model::unit::Unit;
use crate::model::vacancy::Vacancy;

/// From this many new rows on, an empty table is loaded without its indexes.
const BULK: usize = 2_000;

/// Keeps the policy, and the codes of its levels and duties; what the number of a change is given for is logged.
pub fn policy(connection: &Connection, policy: &Policy, change: Option<i64>) -> Result<()> {
    if let Some(change) = change {
        connection.execute(&POLICY.keep_image(), params![change, 1, EDITED])?;
    }
    let keep = "INSERT INTO policy (id, toml) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET toml = excluded.toml";
    connection.execute(keep, [&policy.source])?;
    for level in &policy.levels {
        connection.execute("INSERT INTO level (code) VALUES (?1) ON CONFLICT DO NOTHING", [&level.code])?;
    }
    for duty in &policy.duties {
        connection.execute("INSERT INTO duty (code) VALUES (?1) ON CONFLICT DO NOTHING", [&duty.code])?;
    }
    Ok(())
}

/// What a change does to a row that is there, as the log has it.
pub const EDITED: &str = "edited";
/// The same, of a row that is gone after it.
pub const REMOVED: &str = "removed";

/// Saves the rows of `book` that `change` names, as the change of this number.
pub fn change(connection: &Connection, book: &Book, change: &Change, number: i64) -> Result<()> {
    let saving = Saving { connection, book, number, ids: Ids::of(connection, &book.policy)? };
    saving.remove(&SEAT, change.seats.removed.iter().map(|row| row.row))?;
    saving.remove(&DECISION, change.decisions.removed.iter().map(|row| row.row))?;
    saving.remove(&VACANCY, change.vacancies.removed.iter().map(|row| row.row))?;
    saving.table(&UNIT, &book.units, &change.units, |row| row.row, |to, row| saving.unit(to, row))?;
    saving.table(&CADRE, &book.cadres, &change.cadres, |row| row.row, |to, row| saving.cadre(to, row))?;
    saving.table(
        &ASSIGNMENT,
        &book.assignments,
        &change.assignments,
        |row| row.row,
        |to, row| saving.assignment(to, row),
    )?;
    saving.table(&VACANCY, &book.vacancies, &change.vacancies, |row| row.row, |to, row| saving.vacancy(to, row))?;
    saving.table(&SEAT, &book.seats, &change.seats, |row| row.row, |to, row| saving.seat(to, row))?;
    saving.table(
        &SUCCESSION,
        &book.successions,
        &change.successions,
        |row| row.row,
        |to, row| saving.succession(to, row),
    )?;
    saving.remove(&MEETING, change.meetings.removed.iter().map(|row| row.row))?;
    saving.table(&MEETING, &book.meetings, &change.meetings, |row| row.row, |to, row| saving.meeting(to, row))?;
    saving.remove(&ATTENDANCE, change.attendance.removed.iter().map(|row| row.row))?;
    saving.table(
        &ATTENDANCE,
        &book.attendance,
        &change.attendance,
        |row| row.row,
        |to, row| saving.attendance(to, row),
    )?;
    saving.remove(&FEEDBACK, change.feedback.removed.iter().map(|row| row.row))?;
    saving.table(&FEEDBACK, &book.feedback, &change.feedback, |row| row.row, |to, row| saving.feedback(to, row))?;
    saving.table(&DECISION, &book.decisions, &change.decisions, |row| row.row, decision)
}

/// Closes a month with the change of this number.
pub fn closing(connection: &Connection, month: Month, number: i64) -> Result<()> {
    let free: u32 = connection.query_row("SELECT coalesce(max(id), 0) + 1 FROM closing", (), |row| row.get(0))?;
    connection.execute(&CLOSING.insert(), params![free, month.to_string(), number])?;
    keep_added(connection, number, &CLOSING, [free, free])
}

/// Keeps the keys of new rows, from the first to the last.
pub fn keep_added(connection: &Connection, number: i64, table: &Table, [first, last]: [u32; 2]) -> Result<()> {
    let keep = "INSERT INTO change_added (change_id, list, first_row, last_row) VALUES (?1, ?2, ?3, ?4)";
    connection.prepare_cached(keep)?.execute(params![number, table.name, first, last])?;
    Ok(())
}

/// The keys of levels and duties, in the policy's order.
struct Ids {
    levels: Vec<i64>,
    duties: Vec<i64>,
}

impl Ids {
    fn of(connection: &Connection, policy: &Policy) -> Result<Self> {
        let id = |table: &str, code: &str| {
            let query = format!("SELECT id FROM {table} WHERE code = ?1");
            connection.query_row(&query, [code], |row| row.get(0))
        };
        Ok(Ids {
            levels: policy.levels.iter().map(|level| id("level", &level.code)).collect::<Result<_>>()?,
            duties: policy.duties.iter().map(|duty| id("duty", &duty.code)).collect::<Result<_>>()?,
        })
    }
}

struct Saving<'s> {
    connection: &'s Connection,
    book: &'s Book,
    /// The number of the change.
    number: i64,
    ids: Ids,
}

impl Saving<'_> {
    /// Writes the rows of one table; `write` binds a row to a statement and runs it, `key` is its key.
    fn table<T>(
        &self,
        table: &Table,
        rows: &[T],
        change: &TableChange<T>,
        key: impl Fn(&T) -> u32,
        write: impl Fn(&mut Statement, &T) -> Result<usize>,
    ) -> Result<()> {
        if change.added.is_empty() && change.edited.is_empty() {
            return Ok(());
        }
        let is_whole = self.book.outside.is_none();
        let is_bulk = is_whole && change.added.len() >= BULK && change.added.len() == rows.len();
        let own = || INDEXES.iter().filter(|(of, _, _)| is_bulk && *of == table.name);
        for (_, name, _) in own() {
            self.connection.execute(&format!("DROP INDEX {name}"), ())?;
        }
        let mut insert = self.connection.prepare(&table.insert())?;
        for at in &change.added {
            write(&mut insert, &rows[*at])?;
        }
        for run in runs(change.added.iter().map(|at| key(&rows[*at]))) {
            keep_added(self.connection, self.number, table, run)?;
        }
        let mut keep = self.connection.prepare(&table.keep_image())?;
        let mut update = self.connection.prepare(&table.update())?;
        for edit in &change.edited {
            keep.execute(params![self.number, key(&rows[edit.at]), EDITED])?;
            write(&mut update, &rows[edit.at])?;
        }
        for (_, _, statement) in own() {
            self.connection.execute(statement, ())?;
        }
        Ok(())
    }

    /// Takes rows out; the log keeps them.
    fn remove(&self, table: &Table, keys: impl Iterator<Item = u32>) -> Result<()> {
        let mut keep = self.connection.prepare_cached(&table.keep_image())?;
        let mut delete = self.connection.prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", table.name))?;
        for key in keys {
            keep.execute(params![self.number, key, REMOVED])?;
            delete.execute([key])?;
        }
        Ok(())
    }

    fn level(&self, id: LevelId) -> i64 {
        self.ids.levels[id.index()]
    }

    fn duty(&self, id: DutyId) -> i64 {
        self.ids.duties[id.index()]
    }

    fn unit_row(&self, id: UnitId) -> u32 {
        self.book.unit(id).row
    }

    fn unit(&self, statement: &mut Statement, unit: &Unit) -> Result<usize> {
        statement.execute(params![
            unit.row,
            unit.code.as_str(),
            unit.name.as_str(),
            self.level(unit.level),
            unit.parent.map(|id| self.unit_row(id)),
            unit.group.map(|id| self.unit_row(id)),
            unit.rank.as_str(),
            unit.households,
            written(unit.period.from),
            written(unit.period.to),
            unit.note.as_str(),
        ])
    }

    fn cadre(&self, statement: &mut Statement, cadre: &Cadre) -> Result<usize> {
        statement.execute(params![
            cadre.row,
            cadre.code.as_str(),
            cadre.full_name.as_str(),
            cadre.birth_year,
            cadre.position.as_str(),
            cadre.organization.as_str(),
            self.level(cadre.level),
            self.unit_row(cadre.home),
            cadre.phone.as_str(),
            cadre.status.code(),
            written(cadre.status_from),
            cadre.note.as_str(),
            spells::written(&cadre.earlier),
        ])
    }

    fn assignment(&self, statement: &mut Statement, assignment: &Assignment) -> Result<usize> {
        statement.execute(params![
            assignment.row,
            self.book.cadre(assignment.cadre).row,
            self.unit_row(assignment.unit),
            self.duty(assignment.duty),
            written(assignment.period.from),
            written(assignment.period.to),
            assignment.decision_no.as_str(),
            assignment.note.as_str(),
        ])
    }

    fn vacancy(&self, statement: &mut Statement, vacancy: &Vacancy) -> Result<usize> {
        statement.execute(params![
            vacancy.row,
            self.unit_row(vacancy.unit),
            self.duty(vacancy.duty),
            written(Some(vacancy.since)),
            written(vacancy.until),
            vacancy.reason.as_str(),
        ])
    }

    fn meeting(&self, statement: &mut Statement, meeting: &Meeting) -> Result<usize> {
        statement.execute(params![
            meeting.row,
            self.unit_row(meeting.unit),
            meeting.name.as_str(),
            meeting.rule.written(),
            meeting.hour.map(written_hour),
            meeting.place.as_str(),
            meeting.note.as_str(),
        ])
    }

    fn attendance(&self, statement: &mut Statement, row: &Attendance) -> Result<usize> {
        statement.execute(params![
            row.row,
            self.unit_row(row.unit),
            row.meeting.as_str(),
            row.day.to_string(),
            row.cadre.map(|id| self.book.cadre(id).row),
            row.presence.code(),
            row.reason.as_str(),
            row.invited,
            row.came,
            row.note.as_str(),
        ])
    }

    fn feedback(&self, statement: &mut Statement, row: &Feedback) -> Result<usize> {
        statement.execute(params![
            row.row,
            self.unit_row(row.unit),
            row.day.to_string(),
            row.raised_by.as_str(),
            row.matter.as_str(),
            row.sent_to.as_str(),
            written(row.due),
            written(row.answered),
            row.answer.as_str(),
            row.note.as_str(),
        ])
    }

    fn succession(&self, statement: &mut Statement, row: &Succession) -> Result<usize> {
        statement.execute(params![
            row.row,
            self.unit_row(row.old),
            row.new.map(|id| self.unit_row(id)),
            row.day.to_string(),
            row.is_whole,
            row.decision_no.as_str(),
        ])
    }

    fn seat(&self, statement: &mut Statement, rule: &SeatRule) -> Result<usize> {
        statement.execute(params![
            rule.row,
            self.unit_row(rule.unit),
            self.duty(rule.duty),
            rule.limits.min,
            rule.limits.max,
        ])
    }
}

/// The runs of numbers that follow on one another, each by its first and last.
pub fn runs(keys: impl Iterator<Item = u32>) -> Vec<[u32; 2]> {
    let mut runs: Vec<[u32; 2]> = Vec::new();
    for key in keys {
        match runs.last_mut() {
            Some([_, last]) if key.checked_sub(1) == Some(*last) => *last = key,
            _ => runs.push([key, key]),
        }
    }
    runs
}

fn decision(statement: &mut Statement, decision: &Decision) -> Result<usize> {
    statement.execute(params![
        decision.row,
        decision.number.as_str(),
        written(Some(decision.day)),
        decision.issuer.as_str(),
        decision.signer.as_str(),
        written(decision.effective),
        decision.replaces.as_str(),
        decision.note.as_str(),
    ])
}

fn written(day: Option<Day>) -> Option<String> {
    day.map(|day| day.to_string())
}
