//! Lists to be changed in a workbook and imported again: what each cell may hold, what the clerk is told, and the stamp
//! by which the import knows what was changed.

use super::choices::{Named, named};
use super::lists::{Filter, heading, rows};
use super::paper::Paper;
use super::table::{Cell, Table};
use crate::model::attendance::MOST_INVITED;
use crate::model::book::Book;
use crate::model::day::Day;
use crate::model::list::{Column, Kind, Use};
use crate::model::policy::Policy;
use crate::model::seat::MOST_SEATS;
use crate::model::stamp::{SHEET, Stamp};
use crate::model::unit::MOST_HOUSEHOLDS;
use crate::model::value::Entry;
use crate::say;
use crate::text::catalogue::Catalogue;

/// What a workbook for editing has beside its table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editing {
    /// One for each column of the table.
    pub fields: Vec<Field>,
    /// What the clerk is told.
    pub notes: Notes,
    /// What the rows were; none in an empty form.
    pub stamp: Option<Stamp>,
}

/// What may stand in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Whether it must be filled, or is for reading only.
    pub role: Use,
    /// The same in words.
    pub must: String,
    /// What it takes.
    pub input: Input,
    /// What it means.
    pub about: String,
    /// What is said of anything else that is typed there.
    pub refusal: String,
}

/// What a cell takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// Any text.
    Text,
    /// A day.
    Day,
    /// A whole number within bounds, both included; whether it counts something.
    Number([i32; 2], bool),
    /// One of a list.
    Choice(Vec<String>),
}

/// The sheet of notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notes {
    /// Name of the sheet.
    pub name: String,
    /// Its title.
    pub title: String,
    /// How to change, add, end, import: a line each.
    pub steps: Vec<String>,
    /// Headings over the columns, what each means, whether it must be filled.
    pub headings: [String; 3],
}

/// A list for editing, of all days, with what the reader needs beside the codes.
pub fn editing(book: &Book, paper: &Paper, kind: Kind, filter: &Filter, day: Day) -> Table {
    let rows = rows(book, kind, filter);
    let columns = columns(paper, kind);
    editing_of(book, paper, (kind, columns), rows.iter().map(|row| (row.entry(), true)), day)
}

/// A sheet of attendance to be filled in; each row with whether it is known already.
pub fn sheet<'r>(book: &Book, paper: &Paper, rows: impl Iterator<Item = (&'r dyn Entry, bool)>, day: Day) -> Table {
    let mut columns = columns(paper, Kind::Attendance);
    // It has to be read on paper; the code says where each unit is.
    columns.retain(|(column, _)| *column != Column::UnitPath);
    editing_of(book, paper, (Kind::Attendance, columns), rows, day)
}

fn editing_of<'r>(
    book: &Book,
    paper: &Paper,
    (kind, columns): (Kind, Vec<(Column, Use)>),
    rows: impl Iterator<Item = (&'r dyn Entry, bool)>,
    day: Day,
) -> Table {
    let mut table = form(&book.policy, paper, kind, &columns, day);
    let mut stamp = Stamp::new(book, kind, columns.iter().map(|(column, _)| *column).collect(), day);
    let choices: Vec<Named> = columns.iter().map(|(column, _)| named(&book.policy, paper, *column)).collect();
    for (row, is_known) in rows {
        let cells = columns.iter().zip(&choices).map(|((column, _), named)| {
            let value = row.value(book, *column);
            let name = named.iter().find(|(code, _)| *code == value.written()).map(|(_, name)| name.clone());
            name.map_or_else(|| Cell::from(value), Cell::from)
        });
        table.push(cells.collect());
        if is_known {
            stamp.add(book, row);
        }
    }
    if let Some(editing) = table.editing.as_mut().filter(|_| !book.origin.database.is_empty()) {
        editing.stamp = Some(stamp);
    }
    table
}

/// An empty form of a list, to be filled in.
pub fn blank(policy: &Policy, paper: &Paper, kind: Kind, day: Day) -> Table {
    let mut columns = columns(paper, kind);
    columns.retain(|(_, role)| *role != Use::Context);
    form(policy, paper, kind, &columns, day)
}

fn form(policy: &Policy, paper: &Paper, kind: Kind, columns: &[(Column, Use)], day: Day) -> Table {
    let mut table = paper.table(kind.name(), policy, &[]);
    table.heading.title = paper.words.say(&format!("list-{}", kind.name()), &[]);
    table.columns = columns.iter().map(|(column, _)| shown(paper, kind, *column)).collect();
    let fields = columns.iter().map(|(column, role)| field(policy, paper, kind, *column, *role, day));
    table.editing = Some(Box::new(Editing { fields: fields.collect(), notes: notes(paper, kind), stamp: None }));
    table
}

/// The columns that the profile shows; what a code means stands right beside it.
fn columns(paper: &Paper, kind: Kind) -> Vec<(Column, Use)> {
    let shown = || kind.written().filter(|(column, _)| paper.shows_of(kind, *column));
    let context = |wanted| shown().find(|(column, role)| *column == wanted && *role == Use::Context);
    let mut ordered = Vec::new();
    for (column, role) in shown().filter(|(_, role)| *role != Use::Context) {
        ordered.push((column, role));
        ordered.extend(match column {
            Column::CadreCode => context(Column::FullName),
            Column::UnitCode | Column::HomeUnitCode => context(Column::UnitName),
            _ => None,
        });
    }
    ordered.extend(context(Column::UnitPath));
    ordered
}

/// A column as clerks know it: duties stand there by their names.
fn shown(paper: &Paper, kind: Kind, column: Column) -> super::table::Column {
    match column {
        Column::Duty => super::table::Column { key: column.name().into(), ..paper.column("duty_name", 36) },
        Column::Level | Column::Status => paper.column(column.name(), 18),
        Column::Position | Column::Organization => paper.column(column.name(), 36),
        Column::UnitPath => paper.column(column.name(), 64),
        _ => heading(paper, kind, column),
    }
}

fn field(policy: &Policy, paper: &Paper, kind: Kind, column: Column, role: Use, day: Day) -> Field {
    let words = paper.words;
    let choices: Vec<String> = named(policy, paper, column).into_iter().map(|(_, name)| name).collect();
    let input = match column {
        _ if !choices.is_empty() => Input::Choice(choices),
        Column::From | Column::To | Column::Since | Column::Until | Column::StatusFrom => Input::Day,
        Column::Day | Column::Effective | Column::Due | Column::Answered => Input::Day,
        Column::Households => Input::Number([0, MOST_HOUSEHOLDS as i32], true),
        Column::HouseholdsInvited | Column::HouseholdsPresent => Input::Number([0, MOST_INVITED as i32], true),
        Column::Min | Column::Max => Input::Number([0, MOST_SEATS as i32], true),
        Column::BirthYear => Input::Number([1900, i32::from(day.year())], false),
        _ => Input::Text,
    };
    let refusal = match &input {
        Input::Text => String::new(),
        Input::Day => say!(words, "editing-only-day"),
        Input::Number([least, most], true) => say!(words, "editing-only-number", least = *least, most = *most),
        Input::Number([least, most], false) => {
            say!(words, "editing-only-number", least = least.to_string(), most = most.to_string())
        }
        Input::Choice(_) => say!(words, "editing-only-choice"),
    };
    let about = words.say(&format!("about-{}", column.name()), &[("list", kind.name().into())]);
    Field { role, must: must(words, role), input, about, refusal }
}

fn notes(paper: &Paper, kind: Kind) -> Notes {
    let words = paper.words;
    let keys = kind.key().iter().map(|column| shown(paper, kind, *column).title);
    let keys = keys.collect::<Vec<_>>().join(", ");
    Notes {
        name: say!(words, "editing-notes"),
        title: say!(words, "editing-title"),
        steps: vec![
            say!(words, "editing-change", keys = keys),
            say!(words, "editing-add"),
            say!(words, "editing-end", list = kind.name()),
            say!(words, "editing-grey"),
            say!(words, "editing-arrange"),
            say!(words, "editing-hidden", sheet = SHEET),
            say!(words, "editing-import"),
        ],
        headings: [say!(words, "editing-column"), say!(words, "editing-meaning"), say!(words, "editing-must")],
    }
}

fn must(words: &Catalogue, role: Use) -> String {
    match role {
        Use::Filled => say!(words, "editing-filled"),
        Use::Present | Use::Optional => say!(words, "editing-optional"),
        Use::Context | Use::Clue => say!(words, "editing-context"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::lang::Lang;
    use crate::model::policy::Profile;
    use crate::text::order::Order;
    use jiff::civil::date;

    #[test]
    fn a_form_has_no_stamp_and_nothing_to_read_only() {
        let (words, order) = (Catalogue::new(Lang::Vi), Order::new());
        let paper = Paper { words: &words, order: &order, profile: Profile::Full };
        let form = blank(&Policy::default(), &paper, Kind::Assignments, date(2022, 5, 31));
        let editing = form.editing.expect("a form");
        assert!(editing.stamp.is_none() && editing.fields.iter().all(|field| field.role != Use::Context));
        assert_eq!(editing.fields.len(), form.columns.len());
    }

    #[test]
    fn a_name_stands_beside_its_code_where_the_profile_shows_it() {
        let (words, order) = (Catalogue::new(Lang::Vi), Order::new());
        let paper = Paper { words: &words, order: &order, profile: Profile::Public };
        let keys: Vec<&str> = columns(&paper, Kind::Assignments).iter().map(|(column, _)| column.name()).collect();
        let right =
            ["cadre_code", "full_name", "unit_code", "unit_name", "duty", "from", "to", "decision_no", "unit_path"];
        assert_eq!(keys, right);
    }
}
