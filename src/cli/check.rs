//! `check`: every finding as of a day; `--list` and `--explain` say what is checked and why.

use anyhow::Result;

use super::args::{Check, Output};
use super::checked::{Checked, checked};
use super::desk::{Desk, Label};
use super::exit::Exit;
use super::findings::Telling;
use super::stream::Stream;
use super::{find, findings, office};
use crate::check::{self, ALL};
use crate::model::book::Book;
use crate::model::coverage::DutyTotal;
use crate::model::finding::{Counts, Finding, Severity};
use crate::model::policy::{Policy, Profile};
use crate::model::snapshot::Snapshot;
use crate::render::{Format, csv_pieces, json, render};
use crate::report::duties::duties;
use crate::report::paper::Paper;
use crate::report::table::{Cell, Table};
use crate::report::verdict;
use crate::say;
use crate::text::nearest::nearest;
use crate::text::written;

/// So many findings are put into words at once.
const MOST_AT_ONCE: usize = 10_000;

/// Runs it.
pub fn run(desk: &mut Desk, args: &Check) -> Result<Exit> {
    if args.list {
        return list(desk, &args.output);
    }
    if let Some(id) = &args.explain {
        return explain(desk, id);
    }
    for id in args.only.iter().chain(&args.skip) {
        known(id)?;
    }
    let is_wanted = |id: &str| {
        let is = |wanted: &String| wanted == id;
        (args.only.is_empty() || args.only.iter().any(is)) && !args.skip.iter().any(is)
    };
    let day = args.when.day();
    let Checked { policy, totals, findings } = checked(desk, args.under.as_deref(), day, is_wanted)?;
    let book = Book::new(policy);
    report(desk, &args.output, &Snapshot::new(&book, day), &totals, &findings)?;
    Ok(exit_of(Counts::of(&findings), args.fail_on))
}

/// How a run with these findings ends.
pub fn exit_of(counts: Counts, fail_on: Severity) -> Exit {
    if counts.worst().is_some_and(|worst| worst >= fail_on) { Exit::Findings } else { Exit::Clean }
}

fn report(desk: &Desk, output: &Output, snapshot: &Snapshot, totals: &[DutyTotal], found: &[Finding]) -> Result<()> {
    let policy = snapshot.policy();
    let paper = office::screen_paper(desk, policy, Some(Profile::Internal));
    let look = desk.look(output);
    match desk.format(output)? {
        Format::Json => {
            let verdict = verdict::verdict(policy, &paper, snapshot.day, totals, found);
            desk.deliver_bytes(&json::document(&verdict)?, output)
        }
        Format::Table => {
            let day = say!(desk.words, "checked-as-of", day = written::day(snapshot.day, desk.words.lang));
            desk.note(Label::Note, &day);
            let most = if output.file().is_some() { usize::MAX } else { findings::MOST_SHOWN };
            let telling = Telling { severities: &Severity::ALL, most, look };
            let mut text = findings::text(desk, policy, found, &telling).into_bytes();
            text.append(&mut render(&duties(snapshot, &paper, totals), Format::Table, &look)?);
            desk.deliver_bytes(&text, output)?;
            findings::print_counts(desk, Counts::of(found));
            Ok(())
        }
        Format::Csv => {
            let mut stream = Stream::new(desk, output)?;
            // Without findings there is a header all the same.
            let pieces = found.chunks(MOST_AT_ONCE).chain(found.is_empty().then_some(found));
            for piece in pieces {
                stream.add(&csv_pieces(&verdict::table(snapshot, &paper, piece), &look)?)?;
            }
            stream.close()
        }
        _ => desk.deliver(&verdict::table(snapshot, &paper, found), output, &look),
    }
}

fn list(desk: &Desk, output: &Output) -> Result<Exit> {
    let paper = Paper { words: &desk.words, order: &desk.order, profile: Profile::Full };
    let mut table = Table {
        columns: [("check", 28), ("severity", 10), ("message", 60)]
            .map(|(key, width)| paper.column(key, width))
            .to_vec(),
        ..paper.table("checks", &Policy::default(), &[])
    };
    for check in ALL {
        let title = desk.words.say(&format!("{}.title", check.id), &[]);
        table.push(vec![Cell::from(check.id), Cell::from(check.severity.code()), title.into()]);
    }
    desk.deliver(&table, output, &desk.look(output))?;
    Ok(Exit::Clean)
}

fn explain(desk: &Desk, id: &str) -> Result<Exit> {
    let severity = check::find(id).map(|check| check.severity);
    if severity.is_none() && desk.words.find(&format!("{id}.why"), &[]).is_none() {
        known(id)?;
    }
    let attribute = |name: &str| desk.words.say(&format!("{id}.{name}"), &[]);
    let label = severity.map(|severity| format!(" [{}]", severity.code())).unwrap_or_default();
    let text = format!("{id}{label} · {}\n\n{}\n", attribute("title"), attribute("why"));
    desk.print(text.as_bytes())?;
    Ok(Exit::Clean)
}

fn known(id: &str) -> Result<()> {
    if check::find(id).is_some() {
        return Ok(());
    }
    let near = nearest(id, ALL.iter().map(|check| check.id)).map(str::to_owned);
    Err(find::unknown("check", id, near, Vec::new()))
}
