//! Merged cells that stand for several rows: filled down where the user says so, else reported.

use csv::StringRecord;

use super::grid::{Grid, Merged};
use super::kind::Shape;
use super::line::Line;
use crate::model::finding::{Finding, Severity};
use crate::model::rows::Source;

/// Fills the merged cells of a list down, or reports each: a wrong guess would change who does what.
pub fn fill(grid: &mut Grid, source: &Source, shape: &Shape, fills: bool) -> Vec<Finding> {
    let mut findings = Vec::new();
    let areas: Vec<Merged> = grid.merged.iter().copied().filter(|area| is_down(area, shape)).collect();
    for area in areas {
        for at in area.cells[0]..=area.cells[1] {
            let Some(text) = cell(grid, area.rows[0], at) else { continue };
            if fills {
                for row in area.rows[0] + 1..=area.rows[1] {
                    put(grid, row, at, &text);
                }
            } else if let Some(heading) = heading(shape, at) {
                let finding = Finding::new("cell-merged", Severity::Error).value(&text);
                let finding = finding.arg("last", area.rows[1].to_string());
                findings.push(finding.place(source.row(area.rows[0]).in_column(&heading)));
            }
        }
    }
    findings
}

/// Whether an area of a list's known columns spans rows.
fn is_down(area: &Merged, shape: &Shape) -> bool {
    let is_known = (area.cells[0]..=area.cells[1]).any(|at| heading(shape, at).is_some());
    area.rows[1] > area.rows[0] && area.rows[0] > shape.last_header_row && is_known
}

fn heading(shape: &Shape, at: u16) -> Option<String> {
    let at = usize::from(at);
    let columns = shape.header.columns.iter().find(|(_, position, _)| *position == at);
    let levels = shape.header.levels.iter().find(|level| level.name == Some(at) || level.code == Some(at));
    columns.map(|(_, _, written)| written.to_string()).or_else(|| levels.map(|level| level.written.to_string()))
}

fn line(grid: &mut Grid, row: u32) -> Option<&mut Line> {
    let at = grid.lines.binary_search_by_key(&row, |line| line.at).ok()?;
    grid.lines.get_mut(at)
}

fn cell(grid: &mut Grid, row: u32, at: u16) -> Option<String> {
    let cells = line(grid, row)?.cells.as_ref().ok()?;
    cells.get(at.into()).filter(|text| !text.trim().is_empty()).map(str::to_owned)
}

/// Puts a text into an empty cell of a row that has others.
fn put(grid: &mut Grid, row: u32, at: u16, text: &str) {
    let at = usize::from(at);
    if let Some(Line { cells: Ok(cells), .. }) = line(grid, row)
        && cells.get(at).is_none_or(str::is_empty)
    {
        let filled =
            (0..cells.len().max(at + 1)).map(|here| if here == at { text } else { cells.get(here).unwrap_or("") });
        *cells = filled.collect::<StringRecord>();
    }
}
