//! `export packet`: what each assigned cadre takes along in a month, a page for each, with the month's briefings and
//! the list on which receipt is signed.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::briefing;
use crate::cli::args::{Export, Exported};
use crate::cli::calendar::MonthPlan;
use crate::cli::desk::{Desk, Label, shown};
use crate::cli::documents::{count_failed, put};
use crate::cli::exit::Exit;
use crate::cli::progress::Progress;
use crate::cli::stop::Stop;
use crate::cli::{files, findings};
use crate::model::day::Month;
use crate::model::finding::Finding;
use crate::model::id::{CadreId, UnitId};
use crate::model::snapshot::Snapshot;
use crate::render::packet::{Briefing, Sheet, index_of, page_of};
use crate::render::{Format, Look, render};
use crate::report::packet::acknowledgements::acknowledgements;
use crate::report::packet::{Packets, Planned};
use crate::report::paper::Paper;
use crate::say;
use crate::text::file_name::{free, part};
use crate::work::{in_order, threads};

/// Refuses what cannot be, before anything is read.
///
/// # Errors
/// When an option means nothing here, one is lacking, or a briefing cannot be taken.
pub fn refuse(desk: &Desk, args: &Export) -> Result<()> {
    if args.what != Exported::Packet {
        return if args.briefing.is_empty() { Ok(()) } else { Err(Stop::NoUseHere("--briefing").into()) };
    }
    if args.when.month.is_none() {
        return Err(Stop::Needs("--month").into());
    }
    if args.by.is_some() {
        return Err(Stop::NoUseHere("--by").into());
    }
    briefing::refuse(&args.briefing, &desk.db)
}

/// Writes the packets of those who hold something on the snapshot's day; with `under`, something there.
///
/// # Errors
/// As `write_all` of documents.
pub fn export(
    desk: &Desk,
    args: &Export,
    snapshot: &Snapshot,
    (paper, look): (&Paper, &Look),
    under: Option<UnitId>,
) -> Result<Exit> {
    let folder = args.output.file().ok_or(Stop::NoFolder)?;
    let month = args.when.month.unwrap_or(Month::of(snapshot.day));
    let made = MonthPlan::of(snapshot, month);
    let list = acknowledgements(snapshot, paper, month, under);
    let wanted: HashSet<CadreId> = list.cadres.iter().copied().collect();
    let found: Vec<Finding> = made.clashes_of(snapshot, |sitting| sitting.cadres.iter().any(|id| wanted.contains(id)));
    findings::print(desk, snapshot.policy(), &found);
    let format = args.output.format.unwrap_or(Format::Xlsx);
    let receipts = format!("{}.{}", list.table.name, format.name());
    let (pages, briefings) = (page_names(snapshot, &list.cadres), briefing::named(&args.briefing));
    let planned = Planned { sittings: &made.sittings, fixed: &made.fixed };
    let writing = Writing { desk, folder, briefings: &args.briefing, total: pages.len() + briefings.len() + 2 };
    files::make_folder(folder)?;
    let progress = Progress::new(desk, &say!(desk.words, "progress-writing"), writing.total);
    let mut written = Written::default();
    writing.copy(&briefings, &progress, &mut written)?;
    let packets = Packets::new(snapshot, month, planned);
    let make = |(): &mut (), at: usize| {
        let packet = packets.packet(paper, list.cadres[at]);
        writing.put(&pages[at], &page_of(&Sheet { paper, packet: &packet, briefings: &briefings }))
    };
    let mut names = pages.iter();
    let take = |put| writing.told(&progress, names.next().map_or("", String::as_str), put, &mut written);
    in_order(threads(), pages.len(), || (), make, take)?;
    let bytes = render(&list.table, format, look).and_then(|bytes| writing.put(&receipts, &bytes));
    writing.told(&progress, &receipts, bytes, &mut written)?;
    let title = packets.title(paper);
    let index = index_of((paper, &title), &list.table, &pages, &briefings, &receipts);
    writing.told(&progress, "index.html", writing.put("index.html", &index), &mut written)?;
    drop(progress);
    if !paper.shows("phone") {
        desk.note(Label::Note, &say!(desk.words, "packet-without-phones"));
    }
    if written.failed > 0 {
        return Err(Stop::NotWritten(written.failed).into());
    }
    desk.note(Label::Note, &say!(desk.words, "documents-written", count = written.tried, path = shown(folder)));
    Ok(if found.is_empty() { Exit::Clean } else { Exit::Findings })
}

/// A name for each page.
fn page_names(snapshot: &Snapshot, cadres: &[CadreId]) -> Vec<String> {
    let mut taken = HashSet::new();
    let mut name = |id: &CadreId| {
        let cadre = snapshot.book.cadre(*id);
        free(format!("packet-{}-{}", part(&cadre.code), part(&cadre.full_name)), &mut taken) + ".html"
    };
    cadres.iter().map(&mut name).collect()
}

/// Where it is written.
struct Writing<'w> {
    desk: &'w Desk,
    folder: &'w Path,
    /// Where the briefings come from.
    briefings: &'w [PathBuf],
    total: usize,
}

/// How far it has come.
#[derive(Default)]
struct Written {
    tried: usize,
    failed: usize,
}

impl Writing<'_> {
    fn put(&self, name: &str, bytes: &[u8]) -> Result<()> {
        put(self.desk, &self.folder.join(name), self.briefings, bytes)
    }

    /// Copies the briefings into their folder.
    fn copy(&self, briefings: &[Briefing], progress: &Progress, written: &mut Written) -> Result<()> {
        if !briefings.is_empty() {
            files::make_folder(&self.folder.join(briefing::FOLDER))?;
        }
        for (from, briefing) in self.briefings.iter().zip(briefings) {
            let to = self.folder.join(&briefing.file);
            let others = self.briefings.iter().filter(|other| *other != from).chain([&self.desk.db]);
            let copied = files::refuse(&to, others.map(PathBuf::as_path)).and_then(|()| briefing::copy(from, &to));
            self.told(progress, &briefing.file, copied, written)?;
        }
        Ok(())
    }

    /// Counts a file, and says so where it could not be written.
    fn told(&self, progress: &Progress, name: &str, put: Result<()>, written: &mut Written) -> Result<()> {
        written.tried += 1;
        written.failed += count_failed(self.desk, &self.folder.join(name), put);
        let done = written.tried - written.failed;
        progress.step(name).map_err(|_| Stop::Stopped { written: done, total: self.total }.into())
    }
}
