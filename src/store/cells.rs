//! A row as it is written: its cells, for a statement and for the seal alike.

use compact_str::ToCompactString;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, Result, ToSql};

use crate::model::Text;
use crate::model::assignment::Assignment;
use crate::model::attendance::Attendance;
use crate::model::book::Book;
use crate::model::cadre::Cadre;
use crate::model::day::Day;
use crate::model::decision::Decision;
use crate::model::feedback::Feedback;
use crate::model::id::{CadreId, DutyId, LevelId, UnitId};
use crate::model::meeting::{Meeting, written_hour};
use crate::model::policy::Policy;
use crate::model::seat::SeatRule;
use crate::model::spells;
use crate::model::succession::Succession;
use crate::model::unit::Unit;
use crate::model::vacancy::Vacancy;

/// A cell of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell<'c> {
    /// Nothing.
    Empty,
    /// A number.
    Number(i64),
    /// A text of the book.
    Text(&'c str),
    /// A text made for the database, such as a day.
    Made(Text),
}

impl Cell<'_> {
    /// The value that the database keeps.
    pub fn value(&self) -> ValueRef<'_> {
        match self {
            Cell::Empty => ValueRef::Null,
            Cell::Number(number) => ValueRef::Integer(*number),
            Cell::Text(text) => ValueRef::Text(text.as_bytes()),
            Cell::Made(text) => ValueRef::Text(text.as_bytes()),
        }
    }
}

impl ToSql for Cell<'_> {
    fn to_sql(&self) -> Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(self.value()))
    }
}

impl From<i64> for Cell<'_> {
    fn from(number: i64) -> Self {
        Cell::Number(number)
    }
}

impl From<u32> for Cell<'_> {
    fn from(number: u32) -> Self {
        Cell::Number(number.into())
    }
}

impl From<u16> for Cell<'_> {
    fn from(number: u16) -> Self {
        Cell::Number(number.into())
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Cell::Made(text.into())
    }
}

impl From<Day> for Cell<'_> {
    fn from(day: Day) -> Self {
        Cell::Made(day.to_compact_string())
    }
}

impl<'c, T: Into<Cell<'c>>> From<Option<T>> for Cell<'c> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Cell::Empty, Into::into)
    }
}

/// The keys of the rows of a list, by their positions: rows point to them in any order.
enum Rows {
    /// Each is one more than the one before it, from a first one on, as in every list that was never taken from.
    From(u32),
    /// One beside the other.
    Listed(Vec<u32>),
}

impl Rows {
    fn of(rows: impl Iterator<Item = u32> + Clone) -> Self {
        let first = rows.clone().next().unwrap_or_default();
        let follow = rows.clone().zip(first..).all(|(row, next)| row == next);
        if follow { Rows::From(first) } else { Rows::Listed(rows.collect()) }
    }

    fn row(&self, at: u32) -> u32 {
        match self {
            Rows::From(first) => first + at,
            Rows::Listed(rows) => rows[at as usize],
        }
    }
}

/// Rows of a book to cells, in the order of the columns of their tables.
pub struct Cells {
    units: Rows,
    cadres: Rows,
    /// The keys of levels and duties, in the policy's order.
    levels: Vec<i64>,
    duties: Vec<i64>,
}

impl Cells {
    /// Of a book whose policy is saved.
    pub fn of(connection: &Connection, book: &Book) -> Result<Self> {
        let id = |table: &str, code: &str| {
            let query = format!("SELECT id FROM {table} WHERE code = ?1");
            connection.query_row(&query, [code], |row| row.get(0))
        };
        let Policy { levels, duties, .. } = &book.policy;
        Ok(Cells {
            units: Rows::of(book.units.iter().map(|unit| unit.row)),
            cadres: Rows::of(book.cadres.iter().map(|cadre| cadre.row)),
            levels: levels.iter().map(|level| id("level", &level.code)).collect::<Result<_>>()?,
            duties: duties.iter().map(|duty| id("duty", &duty.code)).collect::<Result<_>>()?,
        })
    }

    fn level(&self, id: LevelId) -> Cell<'static> {
        self.levels[id.index()].into()
    }

    fn duty(&self, id: DutyId) -> Cell<'static> {
        self.duties[id.index()].into()
    }

    fn unit_key(&self, id: UnitId) -> Cell<'static> {
        self.units.row(id.0).into()
    }

    fn cadre_key(&self, id: CadreId) -> Cell<'static> {
        self.cadres.row(id.0).into()
    }

    /// Of a unit.
    pub fn unit<'b>(&self, row: &'b Unit) -> [Cell<'b>; 11] {
        [
            row.row.into(),
            Cell::Text(&row.code),
            Cell::Text(&row.name),
            self.level(row.level),
            row.parent.map(|id| self.unit_key(id)).into(),
            row.group.map(|id| self.unit_key(id)).into(),
            Cell::Text(&row.rank),
            row.households.into(),
            row.period.from.into(),
            row.period.to.into(),
            Cell::Text(&row.note),
        ]
    }

    /// Of a cadre.
    pub fn cadre<'b>(&self, row: &'b Cadre) -> [Cell<'b>; 13] {
        [
            row.row.into(),
            Cell::Text(&row.code),
            Cell::Text(&row.full_name),
            row.birth_year.into(),
            Cell::Text(&row.position),
            Cell::Text(&row.organization),
            self.level(row.level),
            self.unit_key(row.home),
            Cell::Text(&row.phone),
            Cell::Text(row.status.code()),
            row.status_from.into(),
            Cell::Text(&row.note),
            spells::written(&row.earlier).into(),
        ]
    }

    /// Of an assignment.
    pub fn assignment<'b>(&self, row: &'b Assignment) -> [Cell<'b>; 8] {
        [
            row.row.into(),
            self.cadre_key(row.cadre),
            self.unit_key(row.unit),
            self.duty(row.duty),
            row.period.from.into(),
            row.period.to.into(),
            Cell::Text(&row.decision_no),
            Cell::Text(&row.note),
        ]
    }

    /// Of a vacancy.
    pub fn vacancy<'b>(&self, row: &'b Vacancy) -> [Cell<'b>; 6] {
        [
            row.row.into(),
            self.unit_key(row.unit),
            self.duty(row.duty),
            row.since.into(),
            row.until.into(),
            Cell::Text(&row.reason),
        ]
    }

    /// Of a seat rule.
    pub fn seat<'b>(&self, row: &'b SeatRule) -> [Cell<'b>; 5] {
        [row.row.into(), self.unit_key(row.unit), self.duty(row.duty), row.limits.min.into(), row.limits.max.into()]
    }

    /// Of a succession.
    pub fn succession<'b>(&self, row: &'b Succession) -> [Cell<'b>; 6] {
        [
            row.row.into(),
            self.unit_key(row.old),
            row.new.map(|id| self.unit_key(id)).into(),
            row.day.into(),
            i64::from(row.is_whole).into(),
            Cell::Text(&row.decision_no),
        ]
    }

    /// Of a decision.
    pub fn decision<'b>(&self, row: &'b Decision) -> [Cell<'b>; 8] {
        [
            row.row.into(),
            Cell::Text(&row.number),
            row.day.into(),
            Cell::Text(&row.issuer),
            Cell::Text(&row.signer),
            row.effective.into(),
            Cell::Text(&row.replaces),
            Cell::Text(&row.note),
        ]
    }

    /// Of a meeting.
    pub fn meeting<'b>(&self, row: &'b Meeting) -> [Cell<'b>; 7] {
        [
            row.row.into(),
            self.unit_key(row.unit),
            Cell::Text(&row.name),
            row.rule.written().into(),
            row.hour.map(written_hour).into(),
            Cell::Text(&row.place),
            Cell::Text(&row.note),
        ]
    }

    /// Of who came to a meeting.
    pub fn attendance<'b>(&self, row: &'b Attendance) -> [Cell<'b>; 10] {
        [
            row.row.into(),
            self.unit_key(row.unit),
            Cell::Text(&row.meeting),
            row.day.into(),
            row.cadre.map(|id| self.cadre_key(id)).into(),
            Cell::Text(row.presence.code()),
            Cell::Text(&row.reason),
            row.invited.into(),
            row.came.into(),
            Cell::Text(&row.note),
        ]
    }

    /// Of feedback.
    pub fn feedback<'b>(&self, row: &'b Feedback) -> [Cell<'b>; 10] {
        [
            row.row.into(),
            self.unit_key(row.unit),
            row.day.into(),
            Cell::Text(&row.raised_by),
            Cell::Text(&row.matter),
            Cell::Text(&row.sent_to),
            row.due.into(),
            row.answered.into(),
            Cell::Text(&row.answer),
            Cell::Text(&row.note),
        ]
    }
}
