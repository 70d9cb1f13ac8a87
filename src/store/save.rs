//! A change to rows: statements prepared once, indexes of an empty table made after the load.

use rusqlite::{Connection, Result, Statement, params};

use super::schema::INDEXES;
use crate::model::assignment::Assignment;
use crate::model::book::Book;
use crate::model::cadre::Cadre;
use crate::model::change::{Change, TableChange};
use crate::model::day::Day;
use crate::model::id::{DutyId, LevelId, UnitId};
use crate::model::policy::Policy;
use crate::model::seat::SeatRule;
use crate::model::unit::Unit;
use crate::model::vacancy::Vacancy;

/// From this many new rows on, an empty table is loaded without its indexes.
const BULK: usize = 2_000;

/// Keeps the policy, and the codes of its levels and duties.
pub fn policy(connection: &Connection, policy: &Policy) -> Result<()> {
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

/// Saves the rows of `book` that `change` names.
pub fn change(connection: &Connection, book: &Book, change: &Change) -> Result<()> {
    let saving = Saving { connection, book, ids: Ids::of(connection, &book.policy)? };
    saving.table("unit", UNIT, &book.units, &change.units, |to, row| saving.unit(to, row))?;
    saving.table("cadre", CADRE, &book.cadres, &change.cadres, |to, row| saving.cadre(to, row))?;
    saving.table("assignment", ASSIGNMENT, &book.assignments, &change.assignments, |to, row| {
        saving.assignment(to, row)
    })?;
    saving.table("vacancy", VACANCY, &book.vacancies, &change.vacancies, |to, row| saving.vacancy(to, row))?;
    for removed in &change.seats.removed {
        connection.execute("DELETE FROM seat WHERE id = ?1", [removed.row])?;
    }
    saving.table("seat", SEAT, &book.seats, &change.seats, |to, row| saving.seat(to, row))
}

const UNIT: &[&str] =
    &["id", "code", "name", "level_id", "parent_id", "group_id", "type", "households", "from_day", "to_day", "note"];
const CADRE: &[&str] = &[
    "id",
    "code",
    "full_name",
    "birth_year",
    "position",
    "organization",
    "level_id",
    "home_id",
    "phone",
    "status",
    "status_from",
    "note",
];
const ASSIGNMENT: &[&str] = &["id", "cadre_id", "unit_id", "duty_id", "from_day", "to_day", "decision_no", "note"];
const VACANCY: &[&str] = &["id", "unit_id", "duty_id", "since_day", "until_day", "reason"];
const SEAT: &[&str] = &["id", "unit_id", "duty_id", "min", "max"];

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
    ids: Ids,
}

impl Saving<'_> {
    /// Writes the rows of one table; `write` binds a row to a statement and runs it.
    fn table<T>(
        &self,
        table: &str,
        columns: &[&str],
        rows: &[T],
        change: &TableChange<T>,
        write: impl Fn(&mut Statement, &T) -> Result<usize>,
    ) -> Result<()> {
        if change.added.is_empty() && change.edited.is_empty() {
            return Ok(());
        }
        let is_bulk = change.added.len() >= BULK && change.added.len() == rows.len();
        let own = || INDEXES.iter().filter(|(of, _, _)| is_bulk && *of == table);
        for (_, name, _) in own() {
            self.connection.execute(&format!("DROP INDEX {name}"), ())?;
        }
        let mut insert = self.connection.prepare(&insert_into(table, columns))?;
        for at in &change.added {
            write(&mut insert, &rows[*at])?;
        }
        let mut update = self.connection.prepare(&update_of(table, columns))?;
        for edit in &change.edited {
            write(&mut update, &rows[edit.at])?;
        }
        for (_, _, statement) in own() {
            self.connection.execute(statement, ())?;
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

/// The columns are numbered alike in both statements, the key first.
fn insert_into(table: &str, columns: &[&str]) -> String {
    let places: Vec<String> = (1..=columns.len()).map(|at| format!("?{at}")).collect();
    format!("INSERT INTO {table} ({}) VALUES ({})", columns.join(", "), places.join(", "))
}

fn update_of(table: &str, columns: &[&str]) -> String {
    let set: Vec<String> = columns.iter().zip(1..).skip(1).map(|(column, at)| format!("{column} = ?{at}")).collect();
    format!("UPDATE {table} SET {} WHERE id = ?1", set.join(", "))
}

fn written(day: Option<Day>) -> Option<String> {
    day.map(|day| day.to_string())
}
