//! The lists as an import takes them back: canonical columns, everything of all days, in the order of the book.

use super::paper::Paper;
use super::table::{Cell, Column as Shown, Table};
use crate::model::assignment::Assignment;
use crate::model::attendance::Attendance;
use crate::model::book::Book;
use crate::model::cadre::Cadre;
use crate::model::decision::Decision;
use crate::model::feedback::Feedback;
use crate::model::id::{CadreId, UnitId};
use crate::model::list::{Column, Kind, Use};
use crate::model::meeting::Meeting;
use crate::model::policy::Policy;
use crate::model::seat::SeatRule;
use crate::model::unit::Unit;
use crate::model::vacancy::Vacancy;
use crate::model::value::Entry;

/// Which rows of each list are wanted.
#[expect(missing_docs, reason = "one question per list, under its name")]
pub struct Filter<'f> {
    pub unit: &'f dyn Fn(UnitId) -> bool,
    pub cadre: &'f dyn Fn(CadreId) -> bool,
    pub assignment: &'f dyn Fn(&Assignment) -> bool,
    pub vacancy: &'f dyn Fn(&Vacancy) -> bool,
    pub seat: &'f dyn Fn(&SeatRule) -> bool,
    pub decision: &'f dyn Fn(&Decision) -> bool,
    pub meeting: &'f dyn Fn(&Meeting) -> bool,
    pub attendance: &'f dyn Fn(&Attendance) -> bool,
    pub feedback: &'f dyn Fn(&Feedback) -> bool,
}

/// Every row.
pub const EVERYTHING: Filter<'static> = Filter {
    unit: &|_| true,
    cadre: &|_| true,
    assignment: &|_| true,
    vacancy: &|_| true,
    seat: &|_| true,
    decision: &|_| true,
    meeting: &|_| true,
    attendance: &|_| true,
    feedback: &|_| true,
};

/// A list, with context columns for the reader if `context`.
pub fn list(book: &Book, paper: &Paper, kind: Kind, context: bool, filter: &Filter) -> Table {
    let shown =
        kind.written().filter(|(column, role)| (context || *role != Use::Context) && paper.shows_of(kind, *column));
    let columns: Vec<Column> = shown.map(|(column, _)| column).collect();
    let mut table = Table {
        columns: columns.iter().map(|column| heading(paper, kind, *column)).collect(),
        ..paper.table(kind.name(), &book.policy, &[])
    };
    table.heading.title = paper.words.say(&format!("list-{}", kind.name()), &[]);
    for row in rows(book, kind, filter) {
        table.push(columns.iter().map(|column| row.cell(book, *column)).collect());
    }
    table
}

/// An empty list: the header that a clerk fills in.
pub fn template(policy: &Policy, paper: &Paper, kind: Kind) -> Table {
    let columns = kind.stored().map(|column| heading(paper, kind, column)).collect();
    Table { columns, ..paper.table(kind.name(), policy, &[]) }
}

/// A column with its heading, as wide as what stands under it.
pub fn heading(paper: &Paper, kind: Kind, column: Column) -> Shown {
    let width = match column {
        Column::Name | Column::FullName | Column::UnitName | Column::Position | Column::Organization => 26,
        Column::Issuer | Column::Signer | Column::Replaces | Column::Meeting | Column::Place | Column::SentTo => 26,
        Column::UnitPath | Column::Note | Column::Reason | Column::Matter | Column::Answer => 40,
        _ => 14,
    };
    // A day alone does not tell what happened on it.
    let shown = match (column, kind) {
        (Column::Day, Kind::Attendance) => paper.column("met", 14),
        (Column::Day, Kind::Feedback) => paper.column("raised", 14),
        (Column::Day, _) => paper.column("signed", 14),
        _ => paper.column(column.name(), width),
    };
    Shown { key: column.name().into(), ..shown }
}

/// A row of any list.
#[derive(Clone, Copy)]
#[expect(missing_docs, reason = "one row per list, under its name")]
pub enum Row<'b> {
    Unit(&'b Unit),
    Cadre(&'b Cadre),
    Assignment(&'b Assignment),
    Vacancy(&'b Vacancy),
    Seat(&'b SeatRule),
    Decision(&'b Decision),
    Meeting(&'b Meeting),
    Attendance(&'b Attendance),
    Feedback(&'b Feedback),
}

/// The rows of a list that are wanted.
pub fn rows<'b>(book: &'b Book, kind: Kind, filter: &Filter) -> Vec<Row<'b>> {
    match kind {
        Kind::Units => {
            let wanted = book.units.iter().enumerate().filter(|(at, _)| (filter.unit)(UnitId::at(*at)));
            wanted.map(|(_, unit)| Row::Unit(unit)).collect()
        }
        Kind::Cadres => {
            let wanted = book.cadres.iter().enumerate().filter(|(at, _)| (filter.cadre)(CadreId::at(*at)));
            wanted.map(|(_, cadre)| Row::Cadre(cadre)).collect()
        }
        Kind::Assignments => {
            book.assignments.iter().filter(|row| (filter.assignment)(row)).map(Row::Assignment).collect()
        }
        Kind::Vacancies => book.vacancies.iter().filter(|row| (filter.vacancy)(row)).map(Row::Vacancy).collect(),
        Kind::Seats => book.seats.iter().filter(|row| (filter.seat)(row)).map(Row::Seat).collect(),
        Kind::Meetings => book.meetings.iter().filter(|row| (filter.meeting)(row)).map(Row::Meeting).collect(),
        Kind::Attendance => {
            book.attendance.iter().filter(|row| (filter.attendance)(row)).map(Row::Attendance).collect()
        }
        Kind::Feedback => book.feedback.iter().filter(|row| (filter.feedback)(row)).map(Row::Feedback).collect(),
        Kind::Decisions => book.decisions.iter().filter(|row| (filter.decision)(row)).map(Row::Decision).collect(),
    }
}

impl Row<'_> {
    /// The unit that a column of codes means, where it means one.
    pub fn points_to(&self, column: Column) -> Option<UnitId> {
        match (self, column) {
            (Row::Unit(unit), Column::ParentCode) => unit.parent,
            (Row::Unit(unit), Column::GroupCode) => unit.group,
            (Row::Cadre(cadre), Column::HomeUnitCode) => Some(cadre.home),
            (Row::Assignment(assignment), Column::UnitCode) => Some(assignment.unit),
            (Row::Vacancy(vacancy), Column::UnitCode) => Some(vacancy.unit),
            (Row::Seat(rule), Column::UnitCode) => Some(rule.unit),
            (Row::Meeting(meeting), Column::UnitCode) => Some(meeting.unit),
            (Row::Attendance(attendance), Column::UnitCode) => Some(attendance.unit),
            (Row::Feedback(feedback), Column::UnitCode) => Some(feedback.unit),
            _ => None,
        }
    }

    /// Its row in the database.
    pub fn number(&self) -> u32 {
        match self {
            Row::Unit(unit) => unit.row,
            Row::Cadre(cadre) => cadre.row,
            Row::Assignment(assignment) => assignment.row,
            Row::Vacancy(vacancy) => vacancy.row,
            Row::Seat(rule) => rule.row,
            Row::Decision(decision) => decision.row,
            Row::Meeting(meeting) => meeting.row,
            Row::Attendance(attendance) => attendance.row,
            Row::Feedback(feedback) => feedback.row,
        }
    }

    /// The row, whichever list it is of.
    pub fn entry(&self) -> &dyn Entry {
        match self {
            Row::Unit(unit) => *unit,
            Row::Cadre(cadre) => *cadre,
            Row::Assignment(assignment) => *assignment,
            Row::Vacancy(vacancy) => *vacancy,
            Row::Seat(rule) => *rule,
            Row::Decision(decision) => *decision,
            Row::Meeting(meeting) => *meeting,
            Row::Attendance(attendance) => *attendance,
            Row::Feedback(feedback) => *feedback,
        }
    }

    /// The cell of a column.
    pub fn cell(&self, book: &Book, column: Column) -> Cell {
        self.entry().value(book, column).into()
    }
}
