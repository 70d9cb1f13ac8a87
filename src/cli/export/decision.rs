//! `export decision`: the document of a decision, an office's own form or the one shipped, filled in.

use std::path::Path;
use std::sync::Arc;

use anyhow::Result;

use super::annex::{Cites, cites};
use crate::cli::args::{Export, Exported, Output};
use crate::cli::desk::{Desk, Label, format_of};
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::cli::findings;
use crate::cli::stop::Stop;
use crate::model::finding::{Finding, Severity};
use crate::model::id::UnitId;
use crate::model::place::Place;
use crate::model::snapshot::Snapshot;
use crate::read::source::{File, MOST_BYTES};
use crate::render::Format;
use crate::render::template::{DECISION, filled};
use crate::report::annex::Annexed;
use crate::report::decision_paper::decision_paper;
use crate::report::paper::Paper;
use crate::say;

/// Refuses a template with anything but a decision, and a decision in anything but a document for Word.
///
/// # Errors
/// [`Stop::NoUseHere`], [`Stop::Needs`], [`Stop::EndingUnknown`].
pub fn refuse(desk: &Desk, args: &Export) -> Result<()> {
    if args.what == Exported::Decision {
        return needs_docx(desk, &args.output);
    }
    if args.template.is_some() { Err(Stop::NoUseHere("--template").into()) } else { Ok(()) }
}

/// Makes sure that a document for Word is asked for.
///
/// # Errors
/// [`Stop::Needs`], [`Stop::EndingUnknown`].
pub fn needs_docx(desk: &Desk, output: &Output) -> Result<()> {
    if output.format.is_none()
        && let Some(path) = output.file()
    {
        return format_of(path, &["docx"]).and_then(|format| match format {
            Format::Docx => Ok(()),
            _ => Err(Stop::EndingUnknown { path: path.to_owned(), endings: &["docx"] }.into()),
        });
    }
    let is_asked = output.format == Some(Format::Docx) && output.out.is_some();
    if is_asked || desk.format(output)? == Format::Docx && output.file().is_some() {
        return Ok(());
    }
    Err(Stop::Needs("-o FILE.docx").into())
}

/// Fills in the document of a decision.
///
/// # Errors
/// When there is no such decision or template, or the document cannot be written.
pub fn export(desk: &Desk, args: &Export, snapshot: &Snapshot, paper: &Paper, top: Option<UnitId>) -> Result<Exit> {
    let Cites { number, decision, assignments } = cites(desk, args, snapshot, top)?;
    let filling = decision_paper(snapshot, paper, &Annexed { number, decision, top }, &assignments);
    if let (Some(out), Some(template)) = (args.output.file(), &args.template) {
        files::refuse(out, [template.as_path()])?;
    }
    let made = match &args.template {
        Some(path) => own(path)?.and_then(|file| filled(&file.bytes, &file.name, &filling)),
        None => filled(DECISION, &Arc::from("quyet-dinh.docx"), &filling),
    };
    match made {
        Ok(bytes) => {
            desk.deliver_bytes(&bytes, &args.output)?;
            Ok(Exit::Clean)
        }
        Err(found) => {
            findings::print(desk, snapshot.policy(), &found);
            desk.note(Label::Error, &say!(desk.words, "stop-template"));
            Ok(Exit::Refused)
        }
    }
}

/// The office's own form, unless it is too large to be read.
fn own(path: &Path) -> Result<Result<File, Vec<Finding>>> {
    let file = File::read(path)?;
    if file.size <= MOST_BYTES {
        return Ok(Ok(file));
    }
    let finding = Finding::new("template-too-large", Severity::Error).arg("most", usize::try_from(MOST_BYTES >> 20)?);
    Ok(Err(vec![finding.place(Place::file(&file.name))]))
}
