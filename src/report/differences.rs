//! What an import changes: numbers per list, and cell by cell what was and what is, with people and places by name.

use super::lists::{Row, heading};
use super::paper::{Paper, person};
use super::table::{Cell, Table};
use crate::model::book::Book;
use crate::model::change::{Change, Deed, TableChange};
use crate::model::id::UnitId;
use crate::model::lang::Lang;
use crate::model::list::{Column, Kind};
use crate::model::policy::Policy;
use crate::model::snapshot::Snapshot;
use crate::say;
use crate::text::written;

/// Rows read, added, changed, ended and unchanged, per list; lists by name where people read it, else by code.
pub fn counts(
    policy: &Policy,
    paper: &Paper,
    is_for_people: bool,
    counts: impl Iterator<Item = (Kind, [usize; 5])>,
) -> Table {
    let columns = [("list", 14), ("rows", 10), ("added", 10), ("changed", 10), ("ended", 10), ("unchanged", 10)];
    let mut table = paper.table("import", policy, &columns);
    for (kind, counts) in counts {
        let mut cells = vec![if is_for_people { paper.list(kind).into() } else { Cell::from(kind.name()) }];
        cells.extend(counts.map(Cell::from));
        table.push(cells);
    }
    table
}

/// How many rows are different now. Rows are new only beside others: of a list that was empty before, none is counted.
pub fn count(book: &Book, change: &Change) -> usize {
    fn of<T>(change: &TableChange<T>, rows: &[T], last: u32) -> usize {
        let added = if is_first(change, rows, last) { 0 } else { change.added.len() };
        change.edited.len() + added + change.removed.len()
    }
    let last = |list| book.last_rows().of(list);
    of(&change.units, &book.units, last(Kind::Units))
        + of(&change.cadres, &book.cadres, last(Kind::Cadres))
        + of(&change.assignments, &book.assignments, last(Kind::Assignments))
        + of(&change.vacancies, &book.vacancies, last(Kind::Vacancies))
        + of(&change.seats, &book.seats, last(Kind::Seats))
        + of(&change.decisions, &book.decisions, last(Kind::Decisions))
        + of(&change.meetings, &book.meetings, last(Kind::Meetings))
        + of(&change.attendance, &book.attendance, last(Kind::Attendance))
        + of(&change.feedback, &book.feedback, last(Kind::Feedback))
}

/// Whether a list had no row before; `last` is the last key in the whole database, where the rows are a part.
fn is_first<T>(change: &TableChange<T>, rows: &[T], last: u32) -> bool {
    change.added.len() == rows.len() && last == 0
}

/// A row that is different now.
pub struct Difference {
    /// What happened to it, in a word.
    pub deed: String,
    /// Its list.
    pub list: Kind,
    /// Its row in the database.
    pub row: u32,
    /// Who or what it is.
    pub subject: String,
    /// Each cell that differs or is new, as a sentence has it.
    pub cells: Vec<String>,
}

impl Difference {
    /// The difference as one line.
    pub fn line(&self, paper: &Paper) -> String {
        let Difference { deed, list, subject, cells, .. } = self;
        let cells = if cells.is_empty() { String::new() } else { format!("; {}", cells.join("; ")) };
        format!("{deed} {}: {subject}{cells}", paper.list(*list))
    }
}

/// One line for each of the first `most` rows that are different now: who or what it is, then each cell that differs
/// or is new.
pub fn lines(snapshot: &Snapshot, change: &Change, paper: &Paper, most: usize) -> Vec<String> {
    told(snapshot, change, paper, (most, false)).iter().map(|difference| difference.line(paper)).collect()
}

/// All rows that are different now, those of lists that were empty before included.
pub fn differences(snapshot: &Snapshot, change: &Change, paper: &Paper) -> Vec<Difference> {
    told(snapshot, change, paper, (usize::MAX, true))
}

/// The first `most` rows that are different now; those of lists that were empty before only where asked for.
fn told(snapshot: &Snapshot, change: &Change, paper: &Paper, (most, has_first): (usize, bool)) -> Vec<Difference> {
    let book = snapshot.book;
    let mut telling = Telling { snapshot, paper, most, has_first, told: Vec::new() };
    telling.add(Kind::Units, &book.units, &change.units, Row::Unit);
    telling.add(Kind::Cadres, &book.cadres, &change.cadres, Row::Cadre);
    telling.add(Kind::Assignments, &book.assignments, &change.assignments, Row::Assignment);
    telling.add(Kind::Vacancies, &book.vacancies, &change.vacancies, Row::Vacancy);
    telling.add(Kind::Seats, &book.seats, &change.seats, Row::Seat);
    telling.add(Kind::Decisions, &book.decisions, &change.decisions, Row::Decision);
    telling.add(Kind::Meetings, &book.meetings, &change.meetings, Row::Meeting);
    telling.add(Kind::Attendance, &book.attendance, &change.attendance, Row::Attendance);
    telling.add(Kind::Feedback, &book.feedback, &change.feedback, Row::Feedback);
    telling.told
}

/// Differences as a table: what happened, to whom or what, and how it was and is.
pub fn table(policy: &Policy, paper: &Paper, differences: &[Difference]) -> Table {
    let mut table = paper.table("differences", policy, &[("deed", 10), ("list", 14), ("subject", 50), ("cells", 60)]);
    for difference in differences {
        let Difference { deed, list, subject, cells, .. } = difference;
        let list = paper.list(*list);
        table.push(vec![deed.as_str().into(), list.into(), subject.as_str().into(), cells.join("; ").into()]);
    }
    table
}

struct Telling<'t, 'b> {
    snapshot: &'t Snapshot<'b>,
    paper: &'t Paper<'t>,
    most: usize,
    /// Whether the rows of lists that were empty before are told as well.
    has_first: bool,
    told: Vec<Difference>,
}

impl Telling<'_, '_> {
    fn add<'b, T>(&mut self, kind: Kind, rows: &'b [T], change: &'b TableChange<T>, row: impl Fn(&'b T) -> Row<'b>) {
        for edit in change.edited.iter().take(self.most - self.told.len()) {
            let (before, now) = (row(&edit.before), row(&rows[edit.at]));
            let cells = self.differing(kind, &before, &now);
            let deed = match edit.deed {
                Deed::Changed => say!(self.paper.words, "deed-changed"),
                Deed::Ended => say!(self.paper.words, "deed-ended"),
            };
            self.tell(deed, kind, &now, cells);
        }
        let last = self.snapshot.book.last_rows().of(kind);
        let added = change.added.iter().filter(|_| self.has_first || !is_first(change, rows, last));
        let added: Vec<_> = added.take(self.most - self.told.len()).map(|at| row(&rows[at])).collect();
        for row in added {
            let cells = self.filled(kind, &row);
            self.tell(say!(self.paper.words, "deed-added"), kind, &row, cells);
        }
        for removed in change.removed.iter().take(self.most - self.told.len()) {
            self.tell(say!(self.paper.words, "deed-removed"), kind, &row(removed), Vec::new());
        }
    }

    fn tell(&mut self, deed: String, list: Kind, row: &Row, cells: Vec<String>) {
        let subject = self.described(row);
        self.told.push(Difference { deed, list, row: row.number(), subject, cells });
    }

    /// The cells that differ. Codes get reused: a place of the same code may be another one.
    fn differing(&self, kind: Kind, before: &Row, now: &Row) -> Vec<String> {
        let book = self.snapshot.book;
        let differs = |column: &Column| {
            before.cell(book, *column) != now.cell(book, *column) || before.points_to(*column) != now.points_to(*column)
        };
        let line = |column: Column| {
            let heading = heading(self.paper, kind, column).title;
            format!("{heading} {} → {}", self.written(before, column), self.written(now, column))
        };
        kind.stored().filter(differs).map(line).collect()
    }

    /// The cells of a new row that its description does not tell already.
    fn filled(&self, kind: Kind, row: &Row) -> Vec<String> {
        const TOLD: [Column; 10] = [
            Column::Code,
            Column::Name,
            Column::FullName,
            Column::ParentCode,
            Column::CadreCode,
            Column::UnitCode,
            Column::Duty,
            Column::Number,
            Column::Meeting,
            Column::Matter,
        ];
        let is_filled = |column: &Column| row.cell(self.snapshot.book, *column) != Cell::Empty;
        let cell =
            |column: Column| format!("{} {}", heading(self.paper, kind, column).title, self.written(row, column));
        kind.stored().filter(|column| !TOLD.contains(column) && is_filled(column)).map(cell).collect()
    }

    /// Who or what a row is about.
    fn described(&self, row: &Row) -> String {
        let book = self.snapshot.book;
        let duty = |duty| book.policy.duty(duty).name.in_lang(self.paper.lang());
        let seat = |unit, id| format!("{}, {}", self.place(unit), quoted(duty(id), self.paper.lang()));
        match row {
            Row::Unit(unit) => {
                let above = unit.parent.map(|parent| self.snapshot.whereabouts(parent));
                let above = above.map(|above| format!(", {above}")).unwrap_or_default();
                format!("{}{above} ({})", unit.name, unit.code)
            }
            Row::Cadre(cadre) => person(cadre),
            Row::Assignment(assignment) => {
                let seat = seat(assignment.unit, assignment.duty);
                format!("{}, {seat}", person(book.cadre(assignment.cadre)))
            }
            Row::Vacancy(vacancy) => seat(vacancy.unit, vacancy.duty),
            Row::Seat(rule) => seat(rule.unit, rule.duty),
            Row::Decision(decision) => decision.number.to_string(),
            Row::Meeting(meeting) => {
                format!("{}, {}", self.place(meeting.unit), quoted(&meeting.name, self.paper.lang()))
            }
            Row::Attendance(row) => {
                let who = row.cadre.map(|cadre| format!("{}, ", person(book.cadre(cadre)))).unwrap_or_default();
                let day = written::day(row.day, self.paper.lang());
                format!("{who}{}, {}, {day}", self.place(row.unit), quoted(&row.meeting, self.paper.lang()))
            }
            Row::Feedback(row) => {
                let day = written::day(row.day, self.paper.lang());
                format!("{}, {day}, {}", self.place(row.unit), quoted(&row.matter, self.paper.lang()))
            }
        }
    }

    fn place(&self, unit: UnitId) -> String {
        format!("{} ({})", self.snapshot.whereabouts(unit), self.snapshot.book.unit(unit).code)
    }

    /// A cell as a person reads it: places, levels, duties and statuses by name.
    fn written(&self, row: &Row, column: Column) -> String {
        if let Some(unit) = row.points_to(column) {
            return self.place(unit);
        }
        let (book, lang) = (self.snapshot.book, self.paper.lang());
        match (row, column) {
            (Row::Unit(unit), Column::Level) => quoted(book.policy.level(unit.level).name.in_lang(lang), lang),
            (Row::Cadre(cadre), Column::Level) => quoted(book.policy.level(cadre.level).name.in_lang(lang), lang),
            (Row::Attendance(row), Column::Presence) => {
                quoted(&self.paper.words.say(&format!("presence-{}", row.presence.code()), &[]), lang)
            }
            (Row::Cadre(cadre), Column::Status) => {
                quoted(&self.paper.words.say(&format!("status-{}", cadre.status.code()), &[]), lang)
            }
            _ => match row.cell(book, column) {
                Cell::Empty => say!(self.paper.words, "empty-cell"),
                Cell::Text(text) => quoted(&text, lang),
                Cell::Number(number) => written::number(number, lang),
                Cell::Year(year) => year.to_string(),
                Cell::Day(day) => written::day(day, lang),
            },
        }
    }
}

/// A text as it stands in a sentence.
pub fn quoted(text: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("«{text}»"),
        Lang::En => format!("\"{text}\""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::cadre::{Cadre, Status};
    use crate::model::change::Edit;
    use crate::model::day::Period;
    use crate::model::id::LevelId;
    use crate::model::lang::Words;
    use crate::model::policy::{Level, Profile};
    use crate::model::unit::Unit;
    use crate::text::catalogue::Catalogue;
    use crate::text::order::Order;
    use jiff::civil::date;

    fn book() -> Book {
        let level = |code: &str| Level {
            code: code.to_owned(),
            name: Words { vi: "xã, thị trấn".to_owned(), en: "commune".to_owned() },
            parent: None,
            grouped_by: None,
            overlay: false,
        };
        let mut book = Book::new(Policy { levels: vec![level("commune")], ..Policy::default() });
        for name in ["Xã Bắc", "Xã Nam"] {
            book.units.push(Unit {
                row: 0,
                code: "28855".into(),
                name: name.into(),
                level: LevelId::at(0),
                parent: None,
                group: None,
                rank: "".into(),
                households: None,
                period: Period { from: None, to: None },
                note: "".into(),
            });
        }
        book
    }

    fn cadre(home: UnitId) -> Cadre {
        Cadre {
            row: 0,
            code: "CB1".into(),
            full_name: "Lê Văn An".into(),
            birth_year: None,
            position: "".into(),
            organization: "".into(),
            level: LevelId::at(0),
            home,
            phone: "".into(),
            status: Status::Active,
            status_from: None,
            note: "".into(),
            earlier: Vec::new(),
        }
    }

    fn said(change: &Change, book: &Book, most: usize) -> Vec<String> {
        let (words, order) = (Catalogue::new(Lang::Vi), Order::new());
        let paper = Paper { words: &words, order: &order, profile: Profile::Full };
        lines(&Snapshot::new(book, date(2022, 6, 30)), change, &paper, most)
    }

    #[test]
    fn a_home_of_the_same_code_is_told_by_its_place() {
        let mut book = book();
        book.cadres.push(cadre(UnitId::at(1)));
        let mut change = Change::default();
        change.cadres.edited.push(Edit { at: 0, before: cadre(UnitId::at(0)), deed: Deed::Changed });
        let right = "sửa cán bộ: Lê Văn An (CB1); Mã đơn vị công tác Xã Bắc (28855) → Xã Nam (28855)";
        assert_eq!(said(&change, &book, 30), [right]);
        assert_eq!((said(&change, &book, 0).len(), count(&book, &change)), (0, 1));
    }
}
