//! Gaps and load made chunk by chunk of the book, so that a nation's take no more room than a district's: a run of units,
//! or of cadres, at a time, with all that is needed to tell about them.

use std::path::Path;

use anyhow::Result;

use crate::cli::args::{Export, Exported};
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::office;
use crate::cli::progress::go_on;
use crate::cli::stream::Stream;
use crate::model::book::{Book, LastRows, Outside};
use crate::model::day::Day;
use crate::model::policy::Policy;
use crate::model::seats::Seats;
use crate::model::snapshot::Snapshot;
use crate::render::{Format, Look, csv_pieces};
use crate::report::gaps::Gaps;
use crate::report::load::load;
use crate::report::paper::Paper;
use crate::report::table::Table;
use crate::store::Store;
use crate::text::catalogue::Catalogue;
use crate::work::{in_order, threads};

/// Rows in a chunk; few where tests run, so that they cross from chunk to chunk.
const CHUNK: u32 = if cfg!(debug_assertions) { 64 } else { 20_000 };

/// Writes gaps or load of the whole office as it is; `None` where units were reformed, or the month closed, so that no chunk
/// stands for itself.
///
/// # Errors
/// When the database cannot be read, or the list not be written.
pub fn export(desk: &Desk, args: &Export) -> Result<Option<Exit>> {
    let store = office::store(desk)?;
    let held = store.hold()?;
    let policy = office::policy_of(&store)?;
    if stands_whole(&store, &policy, args)? {
        return Ok(None);
    }
    let (day, words) = (args.when.day(), Catalogue::new(policy.lang));
    let paper = office::document_paper(desk, &words, &policy, args.profile);
    let (look, output) = (look(desk, args), &args.output);
    let outside = store.outside(&policy, day, (&[], day))?;
    let chunks = Chunks { db: store.path(), last: store.last_rows()?, policy: &policy, outside, day };
    if args.what == Exported::Load && desk.format(output)? == Format::Csv {
        let mut stream = Stream::new(desk, output)?;
        chunks.load(&paper, |table| csv_pieces(&table, &look), |piece| stream.add(&piece))?;
        drop(held);
        stream.close()?;
        return Ok(Some(Exit::Clean));
    }
    let table = match args.what {
        Exported::Load => chunks.whole_load(&paper)?,
        _ => chunks.gaps(&paper)?.into_table(&policy, &paper, day),
    };
    drop(held);
    desk.deliver(&table, output, &look)?;
    Ok(Some(Exit::Clean))
}

/// Whether the whole book is needed.
fn stands_whole(store: &Store, policy: &Policy, args: &Export) -> Result<bool> {
    let is_closed = store.closings()?.iter().any(|(month, _)| Some(*month) == args.when.month);
    Ok(is_closed || store.is_reformed(policy)?)
}

/// How what is exported looks.
pub fn look(desk: &Desk, args: &Export) -> Look {
    let csv = &args.csv;
    Look { excel: csv.excel, delimiter: csv.delimiter, month: args.when.month, ..desk.look(&args.output) }
}

/// The chunks of an office; its database is held meanwhile.
struct Chunks<'c> {
    db: &'c Path,
    last: LastRows,
    policy: &'c Policy,
    outside: Outside,
    day: Day,
}

impl Chunks<'_> {
    /// All gaps.
    fn gaps(&self, paper: &Paper) -> Result<Gaps> {
        let read = |store: &Store, run| store.part_of_units(self.policy.clone(), run, &self.outside);
        let make = |book: &Book, (first, last): (u32, u32)| {
            let snapshot = Snapshot::new(book, self.day);
            let seats = Seats::within(&snapshot, |unit| (first..=last).contains(&book.unit(unit).row));
            Ok(Gaps::of(&snapshot, paper, &seats.amiss, &seats.openings))
        };
        let mut all = Gaps::default();
        self.each(self.last.units, read, make, |gaps| {
            all.append(gaps);
            Ok(())
        })?;
        Ok(all)
    }

    /// The load as one table.
    fn whole_load(&self, paper: &Paper) -> Result<Table> {
        let mut whole: Option<Table> = None;
        self.load(paper, Ok, |mut table| {
            match &mut whole {
                Some(whole) => whole.rows.append(&mut table.rows),
                None => whole = Some(table),
            }
            Ok(())
        })?;
        Ok(whole.unwrap_or_default())
    }

    /// The load of each chunk, made into what is taken; one, if there is nobody.
    fn load<T: Send>(
        &self,
        paper: &Paper,
        make: impl Fn(Table) -> Result<T> + Sync,
        take: impl FnMut(T) -> Result<()>,
    ) -> Result<()> {
        let read = |store: &Store, run| store.part_of_cadres(self.policy.clone(), run, &self.outside);
        let make = |book: &Book, _| make(load(&Snapshot::new(book, self.day), paper, None));
        self.each(self.last.cadres, read, make, take)
    }

    /// Reads each chunk of the rows up to `last`, makes something of it on several threads, and takes it in order.
    fn each<T: Send>(
        &self,
        last: u32,
        read: impl Fn(&Store, (u32, u32)) -> Result<Book> + Sync,
        make: impl Fn(&Book, (u32, u32)) -> Result<T> + Sync,
        mut take: impl FnMut(T) -> Result<()>,
    ) -> Result<()> {
        let count = (last / CHUNK + 1) as usize;
        let work = |store: &mut Option<Store>, at: usize| {
            let first = at as u32 * CHUNK;
            let run = (first, first.saturating_add(CHUNK - 1));
            make(&read(office::reader(store, self.db)?, run)?, run)
        };
        in_order(threads(), count, || None, work, |made| go_on().and_then(|()| take(made?)))
    }
}
