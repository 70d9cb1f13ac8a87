//! The clerk's own rows given back, those with faults marked.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::desk::{Desk, Label, shown};
use super::intake::Laid;
use super::sources::{named, names};
use super::{files, office};
use crate::model::finding::{Finding, Severity};
use crate::model::policy::Profile;
use crate::read::headings::Headings;
use crate::read::look::raw_rows;
use crate::read::source::File;
use crate::read::wishes::Wishes;
use crate::render::{Format, Look, render, xlsx};
use crate::report::refused::{self, Original};
use crate::report::table::Table;
use crate::say;

/// Gives the clerk's own rows back, those with faults marked: one sheet or file per faulty list.
///
/// # Errors
/// When an input cannot be read again, or the file not be written.
pub fn write(desk: &Desk, path: &Path, wishes: &Wishes, inputs: &[PathBuf], laid: &Laid) -> Result<()> {
    let policy = &laid.book.policy;
    let paper = office::screen_paper(desk, policy, Some(Profile::Full));
    let headings = Headings::of(policy);
    let mut tables = Vec::new();
    for (input, name) in inputs.iter().zip(names(inputs)) {
        let is_own = |finding: &&Finding| finding.place.row.is_some() && finding.place.file.as_deref() == Some(&*name);
        if !laid.findings.iter().filter(is_own).any(|finding| finding.severity == Severity::Error) {
            continue;
        }
        for (sheet, rows) in raw_rows(&named(File::read(input)?, &name), &headings, wishes) {
            let original = Original { file: &name, sheet: sheet.as_deref(), rows };
            tables.push(refused::table(original, &laid.findings, policy, &paper));
        }
    }
    for (path, bytes) in refused_files(path, &tables)? {
        files::refuse(&path, inputs.iter().chain([&desk.db]).map(PathBuf::as_path))?;
        files::write(&path, &bytes)?;
        desk.note(Label::Note, &say!(desk.words, "errors-written", path = shown(&path)));
    }
    Ok(())
}

/// A workbook holds all lists, a sheet each; csv takes a file per list, named after it where there are several.
fn refused_files(path: &Path, tables: &[Table]) -> Result<Vec<(PathBuf, Vec<u8>)>> {
    let look = Look { excel: true, ..Look::default() };
    if tables.is_empty() {
        return Ok(Vec::new());
    }
    if Format::of_extension(path) == Some(Format::Xlsx) {
        let sheets: Vec<&Table> = tables.iter().collect();
        return Ok(vec![(path.to_owned(), xlsx::workbook(&sheets, &look)?)]);
    }
    let named = |table: &Table| {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let list = crate::text::file_name::part(&table.name);
        if tables.len() == 1 { path.to_owned() } else { path.with_file_name(format!("{stem}-{list}.csv")) }
    };
    tables.iter().map(|table| Ok((named(table), render(table, Format::Csv, &look)?))).collect()
}
