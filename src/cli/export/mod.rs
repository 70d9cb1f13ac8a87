//! `export`: lists as an import takes them back, and documents of a day or month.

mod annex;
mod briefing;
mod chunks;
mod database;
mod packet;
mod records;
mod review;

pub mod decision;

use anyhow::Result;

use crate::cli::args::{Export, Exported};
use crate::cli::desk::{Desk, Label, shown};
use crate::cli::documents::{Writing, write_all};
use crate::cli::exit::Exit;
use crate::cli::log::{book_after, whole_after};
use crate::cli::progress::go_on;
use crate::cli::stop::Stop;
use crate::cli::stream::Stream;
use crate::cli::{close, files, find, office};
use crate::model::book::Book;
use crate::model::day::{Day, Month, Period};
use crate::model::id::UnitId;
use crate::model::list::Kind;
use crate::model::meeting::Meeting;
use crate::model::policy::Profile;
use crate::model::snapshot::Snapshot;
use crate::render::{Format, Look, csv_pieces};
use crate::report::calendar::calendar;
use crate::report::decisions::citations;
use crate::report::documents::{Document, Documents, What};
use crate::report::editing::editing;
use crate::report::lists::{EVERYTHING, Filter, list};
use crate::report::overview::trend::Point;
use crate::report::paper::Paper;
use crate::report::table::Table;
use crate::say;
use crate::store::Store;
use crate::text::catalogue::Catalogue;
use crate::text::fold::key;

/// Runs it.
pub fn run(desk: &mut Desk, args: &Export) -> Result<Exit> {
    refuse(desk, args)?;
    if records::is_own(args) {
        return records::export(desk, args);
    }
    let stretch = args.stretch.is_given().then(|| args.stretch.days_so_far(args.when)).transpose()?;
    let is_of_all = args.under.is_none() && args.by.is_none();
    if matches!(args.what, Exported::Gaps | Exported::Load)
        && is_of_all
        && !args.anonymise
        && let Some(exit) = chunks::export(desk, args)?
    {
        return Ok(exit);
    }
    let (store, book) = if has_records(args.what) { office::open_whole(desk)? } else { office::open(desk)? };
    match args.what {
        Exported::Policy => {
            desk.deliver_bytes(store.policy_text()?.as_bytes(), &args.output)?;
            return Ok(Exit::Clean);
        }
        Exported::Database => return database::export(desk, book, args),
        Exported::Review => return review::export(desk, book, args),
        Exported::Adjustments => {
            return one(desk, args, &close::table(desk, &store, &book, args.when.month)?, &desk.look(&args.output));
        }
        _ => {}
    }
    let day = stretch.and_then(|stretch| stretch.to).unwrap_or_else(|| args.when.day());
    let book = seen(desk, args, (&store, book), day)?;
    let snapshot = Snapshot::new(&book, day);
    let words = Catalogue::new(book.policy.lang);
    let paper = office::document_paper(desk, &words, &book.policy, args.profile);
    let look = chunks::look(desk, args);
    let under = args.under.as_deref().map(|typed| find::unit(&snapshot, typed)).transpose()?;
    if let Some(kind) = list_of(args.what) {
        let table = whole_list(desk, &words, &snapshot, kind, args, under)?;
        return one(desk, args, &table, &look);
    }
    match args.what {
        Exported::Annex => {
            return one(desk, args, &annex::table(desk, args, &snapshot, &paper, under)?, &look);
        }
        Exported::Decision => return decision::export(desk, args, &snapshot, &paper, under),
        Exported::Packet => return packet::export(desk, args, &snapshot, (&paper, &look), under),
        Exported::Calendar => {
            let month = args.when.month.unwrap_or(Month::of(snapshot.day));
            return one(desk, args, &calendar(&snapshot, &paper, month, under), &look);
        }
        _ => {}
    }
    let has_trend = args.what == Exported::All && under.is_none();
    let earlier = if has_trend { close::earlier(&store, &book, Month::of(day))? } else { Vec::new() };
    documents(desk, args, &snapshot, &paper, (&look, &earlier), (under, stretch))
}

/// The book as the export tells it: of a closed month as it was then, and seen on a day.
fn seen(desk: &Desk, args: &Export, (store, book): (&Store, Book), day: Day) -> Result<Book> {
    let book = match list_of(args.what) {
        Some(_) => book,
        None => {
            let after = if has_records(args.what) { whole_after } else { book_after };
            close::book_of_month(desk, store, book, args.when.month, after)?
        }
    };
    let book = if args.anonymise { database::anonymised(book)? } else { book };
    let book = if args.what == Exported::Packet { book.records_on(day) } else { book };
    Ok(book.seen_on(day))
}

/// Documents of a day, a month or a stretch of days.
fn documents(
    desk: &Desk,
    args: &Export,
    snapshot: &Snapshot,
    paper: &Paper,
    (look, earlier): (&Look, &[Point]),
    (under, stretch): (Option<UnitId>, Option<Period>),
) -> Result<Exit> {
    let by = args.by.as_deref().map(|typed| find::level(snapshot.policy(), typed)).transpose()?;
    let by = by.or_else(|| snapshot.policy().roster_level());
    let documents = Documents::new(snapshot, args.when.month, by, under);
    let format = desk.format(&args.output)?;
    let what = match args.what {
        Exported::All => return many(desk, args, &documents, paper, (*look, earlier), documents.all()),
        Exported::Roster if args.by.is_some() => {
            return many(desk, args, &documents, paper, (*look, &[]), documents.rosters());
        }
        Exported::Roster => What::Roster(under),
        Exported::Gaps => What::Gaps,
        Exported::Coverage => What::Coverage,
        Exported::Load => What::Load,
        Exported::Summary => What::Summary,
        _ if format.is_document() => What::Changes.as_document(),
        _ => What::Changes,
    };
    let documents = stretch.into_iter().fold(documents, Documents::with_changes_of);
    if format != Format::Csv {
        return one(desk, args, &documents.table(what, paper), look);
    }
    let mut stream = Stream::new(desk, &args.output)?;
    documents.pieces(what, paper, |piece| go_on().and_then(|()| stream.add(&csv_pieces(&piece, look)?)))?;
    stream.close()?;
    Ok(Exit::Clean)
}

/// Refuses what cannot be, before anything is read.
fn refuse(desk: &Desk, args: &Export) -> Result<()> {
    annex::refuse_decision(args)?;
    decision::refuse(desk, args)?;
    records::refuse(args)?;
    packet::refuse(desk, args)?;
    if args.anonymise && matches!(args.what, Exported::Policy | Exported::Adjustments) {
        return Err(Stop::NoUseHere("--anonymise").into());
    }
    if args.what == Exported::Database {
        database::refuse(args)?;
    }
    if is_many(args) {
        let folder = args.output.file().ok_or(Stop::NoFolder)?;
        files::refuse_folder(folder, None)?;
        files::probe_folder(folder)?;
    }
    if args.what == Exported::Review {
        return review::refuse(args).map(drop);
    }
    if args.stretch.is_given() && !matches!(args.what, Exported::Changes | Exported::Turnout) {
        let option = if args.stretch.from.is_some() { "--from" } else { "--to" };
        return Err(Stop::NoUseHere(option).into());
    }
    Ok(())
}

/// Whether several documents are asked for, which go into a folder.
fn is_many(args: &Export) -> bool {
    matches!(args.what, Exported::All | Exported::Packet) || args.what == Exported::Roster && args.by.is_some()
}

fn one(desk: &Desk, args: &Export, table: &Table, look: &Look) -> Result<Exit> {
    desk.deliver(table, &args.output, look)?;
    Ok(Exit::Clean)
}

/// Several documents go into a folder.
fn many(
    desk: &Desk,
    args: &Export,
    documents: &Documents,
    paper: &Paper,
    (look, earlier): (Look, &[Point]),
    wanted: Vec<Document>,
) -> Result<Exit> {
    let folder = args.output.file().ok_or(Stop::NoFolder)?;
    let formats = args.output.format.map(|format| vec![format]);
    let has_index = args.what == Exported::All;
    let writing = Writing { folder, look, formats, inputs: &[], has_index, earlier };
    let count = write_all(desk, &writing, documents, paper, &wanted)?;
    desk.note(Label::Note, &say!(desk.words, "documents-written", count = count, path = shown(folder)));
    Ok(Exit::Clean)
}

/// A whole list, of all days, that goes back through `import` unchanged; as a workbook, to be changed there.
fn whole_list(
    desk: &Desk,
    words: &Catalogue,
    snapshot: &Snapshot,
    kind: Kind,
    args: &Export,
    under: Option<UnitId>,
) -> Result<Table> {
    let profile = Some(args.profile.unwrap_or(Profile::Full));
    let format = desk.format(&args.output)?;
    let paper = office::paper(desk, words, snapshot.policy(), profile, format);
    let made = |filter: &Filter| match format {
        Format::Xlsx => editing(snapshot.book, &paper, kind, filter, snapshot.day),
        _ => list(snapshot.book, &paper, kind, false, filter),
    };
    // Meetings have no days: those of a unit that is over would come back as those of whoever has its code now.
    let is_to_come = |unit| snapshot.book.unit(unit).period.to.is_none_or(|to| snapshot.day <= to);
    let meeting = |meeting: &Meeting| is_to_come(meeting.unit) && snapshot.is_in(meeting.unit, under);
    let Some(top) = under else { return Ok(made(&Filter { meeting: &meeting, ..EVERYTHING })) };
    let is_under = |unit| snapshot.is_under(unit, top);
    let cited = citations(snapshot, |assignment| is_under(assignment.unit));
    let filter = Filter {
        unit: &is_under,
        cadre: &|id| is_under(snapshot.book.cadre(id).home),
        assignment: &|assignment| is_under(assignment.unit),
        vacancy: &|vacancy| is_under(vacancy.unit),
        seat: &|rule| is_under(rule.unit),
        meeting: &meeting,
        attendance: &|row| is_under(row.unit),
        feedback: &|row| is_under(row.unit),
        decision: &|decision| cited.contains_key(&key(&decision.number)),
    };
    Ok(made(&filter))
}

/// Whether it has anything of attendance and feedback in it.
fn has_records(what: Exported) -> bool {
    use Exported::*;
    matches!(what, Attendance | Feedback | Database | Packet | Review)
}

fn list_of(what: Exported) -> Option<Kind> {
    match what {
        Exported::Units => Some(Kind::Units),
        Exported::Cadres => Some(Kind::Cadres),
        Exported::Assignments => Some(Kind::Assignments),
        Exported::Vacancies => Some(Kind::Vacancies),
        Exported::Seats => Some(Kind::Seats),
        Exported::Decisions => Some(Kind::Decisions),
        Exported::Meetings => Some(Kind::Meetings),
        Exported::Attendance => Some(Kind::Attendance),
        Exported::Feedback => Some(Kind::Feedback),
        _ => None,
    }
}
