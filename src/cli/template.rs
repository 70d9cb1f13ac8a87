//! `template`: an empty list with its header, or the form of a decision, to be filled in.

use anyhow::Result;
use clap::Args as Group;

use super::args::{Csv, Output};
use super::desk::{Desk, today};
use super::exit::Exit;
use super::export::decision::needs_docx;
use super::office;
use super::values::form;
use crate::model::list::Kind;
use crate::model::policy::{Policy, Profile};
use crate::render::template::DECISION;
use crate::render::{Format, Look};
use crate::report::editing::blank;
use crate::report::lists::template;
use crate::report::paper::Paper;
use crate::store::Store;
use crate::text::catalogue::Catalogue;

#[derive(Debug, Group)]
pub struct Template {
    #[arg(value_name = "LIST", value_parser = form)]
    pub form: Form,
    #[command(flatten)]
    pub csv: Csv,
    #[command(flatten)]
    pub output: Output,
}

/// What may be had empty, to be filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A list.
    List(Kind),
    /// The document of a decision.
    Decision,
}

impl Form {
    /// The word for the document of a decision.
    pub const DECISION: &str = "decision";
}

/// Runs it. A workbook has the office's own levels and duties to choose from, where there is a database.
pub fn run(desk: &mut Desk, args: &Template) -> Result<Exit> {
    let kind = match args.form {
        Form::List(kind) => kind,
        Form::Decision => {
            needs_docx(desk, &args.output)?;
            desk.deliver_bytes(DECISION, &args.output)?;
            return Ok(Exit::Clean);
        }
    };
    let look = Look { delimiter: args.csv.delimiter, excel: args.csv.excel, ..desk.look(&args.output) };
    let table = if desk.format(&args.output)? == Format::Xlsx && Store::is_there(&desk.db) {
        let policy = office::policy_of(&office::store(desk)?)?;
        let words = Catalogue::new(policy.lang);
        let paper = office::document_paper(desk, &words, &policy, Some(Profile::Full));
        blank(&policy, &paper, kind, today())
    } else {
        let paper = Paper { words: &desk.words, order: &desk.order, profile: Profile::Full };
        match desk.format(&args.output)? {
            Format::Xlsx => blank(&Policy::default(), &paper, kind, today()),
            _ => template(&Policy::default(), &paper, kind),
        }
    };
    desk.deliver(&table, &args.output, &look)?;
    Ok(Exit::Clean)
}
