//! A document for each unit of a level, in one folder.

use std::collections::HashSet;

use anyhow::Result;

use super::args::Output;
use super::desk::{Desk, Label, shown};
use super::documents::{count_failed, put};
use super::files;
use super::progress::go_on;
use super::stop::Stop;
use crate::model::id::{LevelId, UnitId};
use crate::model::snapshot::Snapshot;
use crate::render::{Format, Look, render};
use crate::report::table::Table;
use crate::say;
use crate::text::file_name::{free, part};

/// What is written.
pub struct Tops<'t> {
    /// What the files are called, before the unit's code and name.
    pub what: &'t str,
    /// The level of the units.
    pub level: LevelId,
    /// The unit that it is all about; what stands below a unit of the level is in its document.
    pub under: Option<UnitId>,
    /// The formats, where the user asks for none.
    pub formats: &'t [Format],
    /// How they look.
    pub look: Look,
}

/// Makes sure before anything is read that there is a folder to write to.
///
/// # Errors
/// When none is given, or it cannot be made.
pub fn refuse(output: &Output) -> Result<()> {
    let folder = output.file().ok_or(Stop::NoFolder)?;
    files::refuse_folder(folder, None)?;
    files::probe_folder(folder)
}

/// The units that get a document.
fn wanted<'s>(snapshot: &'s Snapshot, level: LevelId, under: Option<UnitId>) -> impl Iterator<Item = UnitId> + 's {
    let units = snapshot.units_of(level).map(|(unit, _)| unit);
    units.filter(move |top| snapshot.is_in(*top, under) || under.is_some_and(|under| snapshot.is_under(under, *top)))
}

/// Writes a document for each unit that has one.
///
/// # Errors
/// [`Stop::NotWritten`] when some cannot be; each is named, and the others are written.
pub fn write(
    desk: &Desk,
    output: &Output,
    snapshot: &Snapshot,
    tops: &Tops,
    make: impl Fn(UnitId) -> Option<Table>,
) -> Result<()> {
    let folder = output.file().ok_or(Stop::NoFolder)?;
    files::make_folder(folder)?;
    let (mut taken, mut written, mut failed) = (HashSet::new(), 0, 0);
    let formats = output.format.as_ref().map_or(tops.formats, std::slice::from_ref);
    let wanted: Vec<UnitId> = wanted(snapshot, tops.level, tops.under).collect();
    let total = wanted.len() * formats.len();
    for top in wanted {
        let Some(table) = make(top) else { continue };
        let unit = snapshot.book.unit(top);
        let stem = free(format!("{}-{}-{}", tops.what, part(&unit.code), part(&unit.name)), &mut taken);
        for format in formats {
            let path = folder.join(format!("{stem}.{}", format.name()));
            go_on().map_err(|_| Stop::Stopped { written, total })?;
            let put = render(&table, *format, &tops.look).and_then(|bytes| put(desk, &path, &[], &bytes));
            let lacks = count_failed(desk, &path, put);
            failed += lacks;
            written += 1 - lacks;
        }
    }
    if failed > 0 {
        return Err(Stop::NotWritten(failed).into());
    }
    desk.note(Label::Note, &say!(desk.words, "documents-written", count = written, path = shown(folder)));
    Ok(())
}
