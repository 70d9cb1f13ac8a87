//! Documents into a folder: each whole or not at all; one that cannot be written does not stop the others.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::desk::{Desk, Label, shown};
use super::failure::words_of_file;
use super::files;
use super::progress::Progress;
use super::stop::Stop;
use crate::render::{Format, Look, index, render};
use crate::report::documents::{Document, Documents, What};
use crate::report::paper::Paper;
use crate::say;

/// Where documents go and how they look.
pub struct Writing<'w> {
    /// The folder.
    pub folder: &'w Path,
    /// How they look.
    pub look: Look,
    /// The formats of each document; `None` is what each is usually wanted in.
    pub formats: Option<Vec<Format>>,
    /// What the run reads, and must not write over.
    pub inputs: &'w [PathBuf],
    /// Whether an index page is written as well.
    pub has_index: bool,
}

/// Writes documents; gives the number of files.
///
/// # Errors
/// [`Stop::NotWritten`] when some could not be written (all others were), [`Stop::Stopped`] when the user asked to stop,
/// or what stops everything.
pub fn write_all(
    desk: &Desk,
    writing: &Writing,
    documents: &Documents,
    paper: &Paper,
    wanted: &[Document],
) -> Result<usize> {
    files::make_folder(writing.folder)?;
    let progress = Progress::new(desk, &say!(desk.words, "progress-writing"), wanted.len());
    let count = |document: &Document| formats(writing, document.what).len();
    let total = wanted.iter().map(count).sum::<usize>() + usize::from(writing.has_index);
    let mut names = Vec::new();
    let mut failed = 0;
    for document in wanted {
        progress.step(&document.stem).map_err(|_| Stop::Stopped { written: names.len() - failed, total })?;
        for format in formats(writing, document.what) {
            let what = if format.is_document() { document.what.as_document() } else { document.what };
            let table = documents.table(what, paper);
            let name = format!("{}.{}", document.stem, format.name());
            failed += write_one(desk, writing, &name, render(&table, format, &writing.look));
            names.push(name);
        }
    }
    if writing.has_index {
        let page = index::page_of(paper, &documents.overview(paper), &names);
        failed += write_one(desk, writing, "index.html", Ok(page));
        names.push("index.html".to_owned());
    }
    if failed > 0 { Err(Stop::NotWritten(failed).into()) } else { Ok(names.len()) }
}

fn formats(writing: &Writing, what: What) -> Vec<Format> {
    match &writing.formats {
        Some(formats) => formats.clone(),
        None => match what {
            What::Roster(_) => vec![Format::Xlsx],
            What::Gaps | What::Coverage => vec![Format::Csv, Format::Xlsx],
            What::Load | What::Summary | What::Changes | What::DecisionText => vec![Format::Csv],
        },
    }
}

/// Writes one file; says so and gives 1 when this one cannot be made or written.
fn write_one(desk: &Desk, writing: &Writing, name: &str, bytes: Result<Vec<u8>>) -> usize {
    let path = writing.folder.join(name);
    let taken = writing.inputs.iter().chain([&desk.db]).map(PathBuf::as_path);
    let result = bytes.and_then(|bytes| files::refuse(&path, taken).and_then(|()| files::write(&path, &bytes)));
    let Err(err) = result else { return 0 };
    desk.note(Label::Error, &words_of_file(desk, &err, &shown(&path)));
    1
}
