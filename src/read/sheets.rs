//! Which sheets of a workbook are lists.

use std::sync::Arc;

use super::grid::Grid;
use super::kind::{Looking, MOST_HEAD_ROWS, NoShape, Shape};
use super::looked::{Body, Look, Looked, kind_named, no_list};
use super::old_letters::put_right;
use super::stamp::stamp;
use super::wishes::Wishes;
use super::workbook::{self, Workbook};
use crate::model::finding::{Finding, Severity};
use crate::model::place::Place;
use crate::model::stamp::{SHEET, Stamp};
use crate::text::fold::key;
use crate::text::nearest::nearest;

/// A sheet that was looked at.
struct Seen {
    grid: Grid,
    shape: Result<Shape, NoShape>,
}

/// The lists in a workbook: the sheets that were asked for, else every visible sheet with the header of a whole list,
/// else the one that comes nearest to one. Sheets passed over are named.
pub fn lists(bytes: &[u8], looking: &Looking, wishes: &Wishes, place: &Place) -> Looked<'static> {
    let mut looked = Looked::default();
    match workbook::open(bytes).and_then(|workbook| opened(&mut looked, &workbook, looking, wishes)) {
        Ok(()) => {}
        Err(finding) => looked.findings.push(*finding),
    }
    for finding in &mut looked.findings {
        let Place { file, .. } = place.clone();
        finding.place.file = file;
    }
    looked
}

/// The lists in an opened workbook.
fn opened(looked: &mut Looked, workbook: &Workbook, looking: &Looking, wishes: &Wishes) -> Result<(), Box<Finding>> {
    let stamp = hidden_stamp(workbook)?.map(Arc::new);
    let looking = &Looking { kind: looking.kind.or(stamp.as_ref().map(|stamp| stamp.kind)), ..*looking };
    let mut seen = Vec::new();
    for at in positions(workbook, wishes)? {
        let mut grid = workbook.grid(at)?;
        let converted = put_right(&mut grid, wishes);
        looked.findings.extend(converted.into_iter().map(|finding| finding.place(in_sheet(&grid))));
        seen.push(look_at(grid, looking));
    }
    if seen.iter().any(|sheet| !sheet.grid.lines.is_empty()) {
        seen.retain(|sheet| !sheet.grid.lines.is_empty());
    }
    if wishes.sheets.is_empty() {
        let (taken, mut passed) = told(seen, looking);
        if stamp.is_some() {
            // Our own notes go with a list for editing.
            passed.retain(|sheet| sheet.shape.as_ref().is_ok_and(|shape| shape.header.known() > 1));
        }
        looked.findings.extend(passed_over(&passed));
        if let Some(finding) = ambiguous(&taken) {
            looked.findings.push(finding);
            return Ok(());
        }
        seen = taken;
    }
    for Seen { grid, shape } in seen {
        match shape {
            Ok(shape) => {
                let stamp = stamp.clone().filter(|stamp| stamp.kind == shape.kind);
                looked.lists.push(Look { shape, body: Body::Sheet(grid), stamp });
            }
            Err(wrong) => looked.findings.push(*no_list(wrong, in_sheet(&grid), wishes)),
        }
    }
    Ok(())
}

/// The stamp in the hidden sheet of a list that was exported for editing.
fn hidden_stamp(workbook: &Workbook) -> Result<Option<Stamp>, Box<Finding>> {
    match workbook.sheets().iter().position(|sheet| &*sheet.name == SHEET) {
        Some(at) => Ok(stamp(&workbook.grid(at)?)),
        None => Ok(None),
    }
}

/// The sheets that may be lists: those asked for, else the visible ones.
fn positions(workbook: &Workbook, wishes: &Wishes) -> Result<Vec<usize>, Box<Finding>> {
    let sheets = workbook.sheets();
    let find = |name: &str| sheets.iter().position(|sheet| key(&sheet.name) == key(name));
    if wishes.sheets.is_empty() {
        return Ok((0..sheets.len()).filter(|at| sheets[*at].is_visible).collect());
    }
    wishes.sheets.iter().map(|name| find(name).ok_or_else(|| unknown(name, workbook))).collect()
}

/// A sheet and its shape; a sheet named as a list is that list.
fn look_at(grid: Grid, looking: &Looking) -> Seen {
    let head = &grid.lines[..grid.lines.len().min(MOST_HEAD_ROWS)];
    let looking = Looking { kind: looking.kind.or(kind_named(&grid.name)), ..*looking };
    let shape = looking.shape(head, &grid.merged);
    Seen { grid, shape }
}

/// The sheets that are lists by their headers, and the others: whole lists, else what comes nearest to one.
fn told(seen: Vec<Seen>, looking: &Looking) -> (Vec<Seen>, Vec<Seen>) {
    let fit = |sheet: &Seen| sheet.shape.as_ref().ok().map(|shape| looking.fit(shape));
    let best = seen.iter().filter_map(fit).max();
    seen.into_iter().partition(|sheet| match best {
        Some((true, ..)) => fit(sheet).is_some_and(|(is_whole, ..)| is_whole),
        best => fit(sheet) == best,
    })
}

fn in_sheet(grid: &Grid) -> Place {
    Place { sheet: Some(Arc::clone(&grid.name)), ..Place::default() }
}

/// Asks which sheet is meant where several are the same list: one may be last month's.
fn ambiguous(taken: &[Seen]) -> Option<Finding> {
    let kind = |sheet: &Seen| sheet.shape.as_ref().ok().map(|shape| shape.kind);
    let kinds: Vec<_> = taken.iter().filter_map(kind).collect();
    let twice = kinds.iter().find(|kind| kinds.iter().filter(|other| other == kind).count() > 1)?;
    let same = taken.iter().filter(|sheet| kind(sheet) == Some(*twice));
    let finding = Finding::new("sheet-ambiguous", Severity::Error).arg("list", twice.name());
    Some(finding.value(&named(same.map(|sheet| &*sheet.grid.name))))
}

fn passed_over(passed: &[Seen]) -> Option<Finding> {
    let names = named(passed.iter().map(|sheet| &*sheet.grid.name));
    let finding = Finding::new("sheets-passed-over", Severity::Info).arg("count", passed.len()).value(&names);
    Some(finding).filter(|_| !passed.is_empty())
}

fn unknown(name: &str, workbook: &Workbook) -> Box<Finding> {
    let names = || workbook.sheets().iter().map(|sheet| &*sheet.name);
    let finding = Finding::new("sheet-unknown", Severity::Error).value(name).arg("sheets", named(names()));
    Box::new(finding.nearest(nearest(name, names()).map(str::to_owned)))
}

fn named<'n>(names: impl Iterator<Item = &'n str>) -> String {
    names.map(|name| format!("«{name}»")).collect::<Vec<_>>().join(", ")
}
