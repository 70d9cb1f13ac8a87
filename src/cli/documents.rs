//! Documents into a folder: each whole or not at all; one that cannot be written does not stop the others.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::desk::{Desk, Label, shown};
use super::draft::Draft;
use super::failure::words_of_file;
use super::files;
use super::progress::{Progress, go_on};
use super::stop::Stop;
use crate::render::index::{File, Sheet, page_of};
use crate::render::{Format, Look, csv_pieces, render_made};
use crate::report::documents::{Document, Documents, What};
use crate::report::overview::trend::Point;
use crate::report::overview::{Overview, Overviews};
use crate::report::paper::Paper;
use crate::report::table::Table;
use crate::say;
use crate::work::{as_ready, threads};

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
    /// The closed months of before, for that page.
    pub earlier: &'w [Point],
}

/// Writes documents, made on several threads at once; gives the number of files.
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
    let files: Vec<(&Document, Format)> = wanted
        .iter()
        .flat_map(|document| formats(writing, document.what).into_iter().map(move |format| (document, format)))
        .collect();
    let overviews = writing.has_index.then(|| Overviews::new(documents));
    let total = files.len() + overviews.iter().map(|all| 1 + all.parts().len()).sum::<usize>();
    let progress = Progress::new(desk, &say!(desk.words, "progress-writing"), total);
    let name = |(document, format): &(&Document, Format)| format!("{}.{}", document.stem, format.name());
    let mut names: Vec<String> = files.iter().map(name).collect();
    let (mut done, mut faults) = (0, Vec::new());
    let make = |at: usize| {
        let (document, format) = files[at];
        let what = if format.is_document() { document.what.as_document() } else { document.what };
        match format {
            Format::Csv => csv_of(desk, writing, &names[at], |give| documents.pieces(what, paper, give)),
            _ => Ok(Made::Whole(render_made(|| documents.table(what, paper), format, &writing.look)?)),
        }
    };
    let take = |at: usize, made: Result<Made>| {
        progress.step(&names[at]).map_err(|_| Stop::Stopped { written: done - faults.len(), total })?;
        done += 1;
        faults.extend(made.and_then(|made| write_one(desk, writing, &names[at], made)).err().map(|err| (at, err)));
        anyhow::Ok(())
    };
    let taken = as_ready(threads(), files.len(), make, take);
    // They come as they are ready; what is said of them stands in their order.
    faults.sort_by_key(|(at, _)| *at);
    let told = faults.into_iter().map(|(at, err)| count_failed(desk, &writing.folder.join(&names[at]), Err(err)));
    let mut failed: usize = told.sum();
    taken?;
    if let Some(overviews) = overviews {
        let named = names.iter().zip(&files);
        let files: Vec<File> = named.map(|(name, (document, _))| file(name, document.what)).collect();
        let page = |overview: &Overview| Made::Whole(page_of(&Sheet { paper, overview, files: &files }));
        for part in overviews.parts() {
            progress.step(&part.file).map_err(|_| Stop::Stopped { written: names.len() - failed, total })?;
            let written = write_one(desk, writing, &part.file, page(&overviews.part(paper, part)));
            failed += count_failed(desk, &writing.folder.join(&part.file), written);
            names.push(part.file.clone());
        }
        let written = write_one(desk, writing, "index.html", page(&overviews.whole(paper, writing.earlier)));
        failed += count_failed(desk, &writing.folder.join("index.html"), written);
        names.push("index.html".to_owned());
    }
    if failed > 0 { Err(Stop::NotWritten(failed).into()) } else { Ok(names.len()) }
}

/// A document that was made, and has no name yet.
enum Made {
    /// All of it.
    Whole(Vec<u8>),
    /// A long one, written as it was made.
    Draft(Draft),
}

/// So many bytes of a document are kept in memory; what is longer is written as it is made. Few where tests run.
const MOST_IN_MEMORY: usize = if cfg!(debug_assertions) { 4 << 10 } else { 1 << 20 };

/// A csv, from the pieces of its table, which `make` gives one by one.
fn csv_of(
    desk: &Desk,
    writing: &Writing,
    name: &str,
    make: impl FnOnce(&mut dyn FnMut(Table) -> Result<()>) -> Result<()>,
) -> Result<Made> {
    let (mut bytes, mut draft): (_, Option<Draft>) = (Vec::new(), None);
    make(&mut |piece| {
        go_on()?;
        let (mut head, mut rows) = csv_pieces(&piece, &writing.look)?;
        if bytes.is_empty() && draft.is_none() {
            bytes.append(&mut head);
        }
        bytes.append(&mut rows);
        if bytes.len() > MOST_IN_MEMORY {
            let path = writing.folder.join(name);
            refuse(desk, &path, writing.inputs)?;
            let draft = match &mut draft {
                Some(draft) => draft,
                None => draft.insert(Draft::new(&path)?),
            };
            draft.write(&std::mem::take(&mut bytes))?;
        }
        Ok(())
    })?;
    let Some(mut draft) = draft else { return Ok(Made::Whole(bytes)) };
    draft.write(&bytes)?;
    Ok(Made::Draft(draft))
}

/// What the page has to know of a file.
fn file(name: &str, what: What) -> File {
    let unit = if let What::Roster(unit) = what { unit } else { None };
    File { name: name.to_owned(), unit }
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

/// Gives a document its name.
fn write_one(desk: &Desk, writing: &Writing, name: &str, made: Made) -> Result<()> {
    match made {
        Made::Whole(bytes) => put(desk, &writing.folder.join(name), writing.inputs, &bytes),
        Made::Draft(draft) => draft.keep(),
    }
}

/// Writes one file, over neither the database nor an input.
///
/// # Errors
/// When it cannot be written.
pub fn put(desk: &Desk, path: &Path, inputs: &[PathBuf], bytes: &[u8]) -> Result<()> {
    refuse(desk, path, inputs).and_then(|()| files::write(path, bytes))
}

fn refuse(desk: &Desk, path: &Path, inputs: &[PathBuf]) -> Result<()> {
    files::refuse(path, inputs.iter().chain([&desk.db]).map(PathBuf::as_path))
}

/// Says why a file could not be made or written, and gives 1; gives 0 where it was.
pub fn count_failed(desk: &Desk, path: &Path, written: Result<()>) -> usize {
    let Err(err) = written else { return 0 };
    desk.note(Label::Error, &words_of_file(desk, &err, &shown(path)));
    1
}
