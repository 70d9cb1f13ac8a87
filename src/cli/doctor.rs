//! `doctor`: looks the file of the database through, whole; mends what can be mended, or saves what can still be read.

use std::path::Path;

use anyhow::Result;
use clap::Args as Group;
use serde::Serialize;

use super::amending::{confirm, entry};
use super::args::Output;
use super::desk::{Desk, Label, shown, today};
use super::exit::Exit;
use super::findings::{self, Telling};
use super::{files, office};
use crate::model::change::Change;
use crate::model::finding::{Counts, Finding, Severity};
use crate::model::policy::{Policy, Profile};
use crate::render::{Format, json};
use crate::report::doctor::{Saved, ills, saved};
use crate::report::verdict::{Found, found};
use crate::say;
use crate::store::doctor::{Ill, examine, mend};
use crate::store::log::Entry;
use crate::store::salvage::{Salvaged, salvage};

#[derive(Debug, Group)]
pub struct Doctor {
    #[arg(long)]
    pub mend: bool,
    #[arg(long, value_name = "FILE", conflicts_with = "mend")]
    pub salvage: Option<std::path::PathBuf>,
    #[command(flatten)]
    pub output: Output,
}

/// Runs it.
pub fn run(desk: &mut Desk, args: &Doctor) -> Result<Exit> {
    desk.format(&args.output)?;
    if let Some(target) = &args.salvage {
        return save(desk, target, &args.output);
    }
    let parse = |text: &str| office::parse_policy(text, "policy");
    let mut found: Vec<Finding> = examine(&desk.db, &parse)?.iter().map(finding).collect();
    let is_broken = found.iter().any(|finding| finding.check == "structure-broken");
    if args.mend && !found.is_empty() && !is_broken {
        findings::print(desk, &Policy::default(), &found);
        if !confirm(desk)? {
            return Ok(Exit::Interrupted);
        }
        let mended = mend(&desk.db, &logged(), &parse)?;
        if let Some(kept) = &mended.kept {
            desk.note(Label::Note, &say!(desk.words, "doctor-kept", path = shown(kept)));
        }
        found = mended.left.iter().map(finding).collect();
    }
    report(desk, &args.output, &found)?;
    let key = if found.is_empty() { "doctor-sound" } else { "doctor-ill" };
    desk.note(Label::Note, &desk.words.say(key, &[("path", shown(&desk.db).into())]));
    Ok(if found.is_empty() { Exit::Clean } else { Exit::Findings })
}

/// What mending and saving are logged with.
fn logged() -> Entry {
    entry("doctor", today(), String::new(), &Change::default())
}

/// What is wrong, as a finding.
fn finding(ill: &Ill) -> Finding {
    match ill {
        Ill::Open => Finding::new("file-open-to-others", Severity::Warning),
        Ill::SharedMemory => Finding::new("file-shared-memory", Severity::Warning),
        Ill::Foreign(name) => Finding::new("object-foreign", Severity::Error).value(name),
        Ill::Reshaped(name) => Finding::new("table-reshaped", Severity::Error).value(name),
        Ill::Unreadable(detail) => Finding::new("content-unreadable", Severity::Error).value(detail),
        Ill::Lost(name) => Finding::new("object-lost", Severity::Error).value(name),
        Ill::Index(name) => Finding::new("index-differs", Severity::Error).value(name),
        Ill::Broken(detail) => Finding::new("structure-broken", Severity::Error).value(detail),
        Ill::Dangling { table, rows } => {
            Finding::new("rows-dangling", Severity::Error).value(table).arg("rows", rows.to_string())
        }
        Ill::Altered => Finding::new("content-altered", Severity::Error),
        Ill::Leftover(path) => Finding::new("file-left-over", Severity::Warning).value(&path.display().to_string()),
    }
}

/// The JSON of README.
#[derive(Serialize)]
struct Examined {
    sound: bool,
    findings: Vec<Found>,
    counts: Counts,
}

fn report(desk: &Desk, output: &Output, found_ills: &[Finding]) -> Result<()> {
    let policy = Policy::default();
    let paper = office::screen_paper(desk, &policy, Some(Profile::Full));
    let look = desk.look(output);
    match desk.format(output)? {
        Format::Json => {
            let findings = found_ills.iter().map(|ill| found(&policy, &paper, ill)).collect();
            let examined = Examined { sound: found_ills.is_empty(), findings, counts: Counts::of(found_ills) };
            desk.deliver_bytes(&json::document(&examined)?, output)
        }
        Format::Table => {
            let telling = Telling { severities: &Severity::ALL, most: usize::MAX, look };
            desk.deliver_bytes(findings::text(desk, &policy, found_ills, &telling).as_bytes(), output)
        }
        _ => desk.deliver(&ills(&policy, &paper, found_ills), output, &look),
    }
}

/// Saves what can be read into a new database.
fn save(desk: &Desk, target: &Path, output: &Output) -> Result<Exit> {
    files::refuse(target, [desk.db.as_path()])?;
    files::probe(target)?;
    let salvaged = salvage(&desk.db, target, &logged())?;
    let policy = Policy::default();
    let paper = office::screen_paper(desk, &policy, Some(Profile::Full));
    let line = |one: &Salvaged| Saved { table: one.table, kept: one.kept, left: one.left, has_lost: one.has_lost };
    let lines: Vec<Saved> = salvaged.iter().map(line).collect();
    desk.deliver(&saved(&policy, &paper, &lines), output, &desk.look(output))?;
    let has_lost = salvaged.iter().any(|one| one.left > 0 || one.has_lost);
    let key = if has_lost { "doctor-saved-part" } else { "doctor-saved" };
    desk.note(Label::Note, &desk.words.say(key, &[("path", shown(target).into())]));
    Ok(if has_lost { Exit::Findings } else { Exit::Clean })
}
