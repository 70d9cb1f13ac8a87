//! `close`: freezes a month: from then on its documents are as they were when it was closed.

use anyhow::Result;
use clap::Args as Group;

use super::amending::{confirm, entry};
use super::args::Output;
use super::desk::{Desk, Label, shown, today};
use super::exit::Exit;
use super::log::book_after;
use super::stop::Stop;
use super::values::month;
use super::{findings, office};
use crate::check;
use crate::model::adjustment::within;
use crate::model::book::Book;
use crate::model::change::Change;
use crate::model::compare::compare;
use crate::model::day::Month;
use crate::model::finding::Counts;
use crate::model::policy::Profile;
use crate::model::seats::Seats;
use crate::model::snapshot::Snapshot;
use crate::report::differences::{self, differences};
use crate::report::log::{Closed, closed};
use crate::report::overview::MOST_UNITS;
use crate::report::overview::trend::{MOST_MONTHS, Point};
use crate::say;
use crate::store::Store;
use crate::text::written;

#[derive(Debug, Group)]
pub struct Close {
    #[arg(value_name = "MONTH", value_parser = month)]
    pub month: Option<Month>,
    #[command(flatten)]
    pub output: Output,
}

/// Runs it.
pub fn run(desk: &mut Desk, args: &Close) -> Result<Exit> {
    match args.month {
        Some(month) => close(desk, month),
        None => list(desk, &args.output),
    }
}

fn close(desk: &Desk, month: Month) -> Result<Exit> {
    let (mut store, book) = office::open_on(desk, month.last())?;
    if let Some((_, change)) = store.closings()?.into_iter().find(|(closed, _)| *closed == month) {
        return Err(Stop::OfMonth { key: "stop-month-closed", month, change }.into());
    }
    if month.first() > today() {
        return Err(Stop::OfMonth { key: "stop-month-to-come", month, change: 0 }.into());
    }
    let snapshot = Snapshot::new(&book, month.last());
    let found = check::run(&snapshot, &Seats::of(&snapshot), |_| true);
    findings::print_counts(desk, Counts::of(&found));
    let in_words = written::month(month, desk.words.lang);
    desk.note(Label::Note, &say!(desk.words, "close-what", month = in_words.clone()));
    if !confirm(desk)? {
        return Ok(Exit::Interrupted);
    }
    let number = freeze(&mut store, month, book.origin.change)?;
    let line = say!(desk.words, "close-done", month = in_words, change = number.to_string(), path = shown(&desk.db));
    desk.note(Label::Note, &line);
    Ok(Exit::Clean)
}

/// Closes a month as it is after the change of a number; gives that of its own.
///
/// # Errors
/// [`Stop::ChangedMeanwhile`] where there is a later one, of which nobody was told.
fn freeze(store: &mut Store, month: Month, known: i64) -> Result<i64> {
    let path = store.path().to_owned();
    let writing = store.write()?;
    let number = writing.number();
    if number != known + 1 {
        return Err(Stop::ChangedMeanwhile(path).into());
    }
    writing.close(month)?;
    writing.commit(&entry("close", month.last(), month.to_string(), &Change::default()))?;
    Ok(number)
}

/// The closed months, with how many rows were adjusted since.
fn list(desk: &Desk, output: &Output) -> Result<Exit> {
    let (store, book) = office::open(desk)?;
    let paper = office::screen_paper(desk, &book.policy, Some(Profile::Full));
    let logged = store.changes()?;
    let mut months = Vec::new();
    for (month, change) in store.closings()? {
        let line = logged.iter().find(|logged| logged.id == change);
        let (at, who) =
            line.map(|line| (line.at.clone(), format!("{}@{}", line.user, line.machine))).unwrap_or_default();
        let adjusted = rows(&adjustments(&store, &book, (month, change))?.1);
        months.push(Closed { month, change, at, who, adjusted });
    }
    months.sort_by_key(|closed| closed.month);
    desk.deliver(&closed(&book.policy, &paper, &months), output, &desk.look(output))?;
    Ok(Exit::Clean)
}

/// What was made different in a closed month since.
///
/// # Errors
/// When the state of then cannot be read.
pub fn adjustments(store: &Store, book: &Book, (month, change): (Month, i64)) -> Result<(Book, Change)> {
    let (book, change) = compare(book_after(store, change)?, book.clone());
    let within = within(change, &book, month);
    Ok((book, within))
}

/// How many rows a change makes different.
pub fn rows(change: &Change) -> usize {
    [change.units.rows, change.cadres.rows, change.assignments.rows, change.vacancies.rows].iter().sum::<usize>()
        + change.seats.added.len()
        + change.seats.edited.len()
        + change.seats.removed.len()
}

/// `export adjustments --month M`: what was made different in a closed month since it was closed.
///
/// # Errors
/// [`Stop::OfMonth`] when the month is not closed.
pub fn table(desk: &Desk, store: &Store, book: &Book, month: Option<Month>) -> Result<crate::report::table::Table> {
    let month = month.ok_or(Stop::Needs("--month"))?;
    let closed = store.closings()?.into_iter().find(|(closed, _)| *closed == month);
    let closed = closed.ok_or(Stop::OfMonth { key: "stop-month-open", month, change: 0 })?;
    let (book, change) = adjustments(store, book, closed)?;
    let paper = office::screen_paper(desk, &book.policy, Some(Profile::Full));
    let snapshot = Snapshot::new(&book, month.last());
    Ok(differences::table(&book.policy, &paper, &differences(&snapshot, &change, &paper)))
}

/// The book that the documents of a month are made from: as it was when the month was closed, else as it is. `after`
/// reads it as it was after a change, as far as `book` was read.
///
/// # Errors
/// When the state of then cannot be read.
pub fn book_of_month(
    desk: &Desk,
    store: &Store,
    book: Book,
    month: Option<Month>,
    after: fn(&Store, i64) -> Result<Book>,
) -> Result<Book> {
    let closed = match month {
        Some(month) => store.closings()?.into_iter().find(|(closed, _)| *closed == month),
        None => None,
    };
    let Some((month, change)) = closed else { return Ok(book) };
    let adjusted = rows(&adjustments(store, &book, (month, change))?.1);
    let in_words = written::month(month, desk.words.lang);
    let line = say!(desk.words, "month-is-closed", month = in_words, change = change.to_string(), count = adjusted);
    desk.note(Label::Note, &line);
    if adjusted > 0 {
        desk.note(Label::Hint, &say!(desk.words, "month-adjusted", month = month.to_string()));
    }
    after(store, change)
}

/// The closed months before one, each in numbers as it was when it was closed: the last of them, and none of an office
/// so large that one book after the other would take long.
///
/// # Errors
/// When the state of then cannot be read.
pub fn earlier(store: &Store, book: &Book, month: Month) -> Result<Vec<Point>> {
    if book.units.len() > MOST_UNITS {
        return Ok(Vec::new());
    }
    let mut closings = store.closings()?;
    closings.retain(|(closed, _)| *closed < month);
    closings.sort_unstable();
    let point = |(closed, change): &(Month, i64)| {
        let book = book_after(store, *change)?.seen_on(closed.last());
        let snapshot = Snapshot::new(&book, closed.last());
        Ok(Point::of_now(&snapshot, &Seats::of(&snapshot).totals))
    };
    closings[closings.len().saturating_sub(MOST_MONTHS)..].iter().map(point).collect()
}

/// Says which closed months a change makes different.
///
/// # Errors
/// When the closed months cannot be read.
pub fn tell_touched(desk: &Desk, store: &Store, book: &Book, change: &Change) -> Result<()> {
    for (month, closed) in store.closings()? {
        let count = rows(&within(change.clone(), book, month));
        if count > 0 {
            let month = written::month(month, desk.words.lang);
            let line =
                say!(desk.words, "change-touches-closed", month = month, change = closed.to_string(), count = count);
            desk.note(Label::Plain, &line);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::policy::Policy;

    #[test]
    fn a_month_is_closed_as_it_was_shown_or_not_at_all() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.db");
        Store::create(&path, &Policy::default(), |_| Ok(())).expect("a database");
        let mut store = Store::open(&path).expect("a database");
        let [may, june] = ["2022-05", "2022-06"].map(|month| Month::parse(month).expect("a month"));
        let shown = store.book(Policy::default()).expect("a book").origin.change;
        assert_eq!(freeze(&mut store, may, shown).expect("closed"), 1);
        let refused = freeze(&mut store, june, shown).expect_err("there was a change since");
        assert!(matches!(refused.downcast_ref(), Some(Stop::ChangedMeanwhile(_))), "{refused:#}");
        assert_eq!(store.closings().expect("closings"), [(may, 1)]);
        assert_eq!(freeze(&mut store, june, 1).expect("closed"), 2);
    }
}
