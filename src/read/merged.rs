//! Merged cells that stand for several rows: filled down where the user says so, else reported.

use csv::StringRecord;

use super::grid::{Grid, Merged};
use super::header::Header;
use super::kind::Shape;
use super::line::Line;
use crate::model::finding::{Finding, Severity};
use crate::model::place::Place;
use crate::model::rows::Source;

/// The most cells of merged areas that are looked at in a sheet: areas over one another may have any number of them.
const MOST_CELLS: usize = 1_000_000;
/// So many bytes that are written count as one more cell.
const BYTES_OF_A_CELL: usize = 256;

/// Fills the merged cells of a list down, or reports each: a wrong guess would change who does what.
pub fn fill(grid: &mut Grid, source: &Source, shape: &Shape, fills: bool) -> Vec<Finding> {
    let mut filling = Filling { left: MOST_CELLS, findings: Vec::new() };
    if filling.fill(grid, source, shape, fills).is_none() {
        let place = Place { row: None, ..source.row(1) };
        filling.findings.push(Finding::new("workbook-hostile", Severity::Error).place(place));
    }
    filling.findings
}

/// A filling under way.
struct Filling {
    /// How many cells may still be looked at.
    left: usize,
    findings: Vec<Finding>,
}

impl Filling {
    /// Fills or reports all areas; none where they are too many.
    fn fill(&mut self, grid: &mut Grid, source: &Source, shape: &Shape, fills: bool) -> Option<()> {
        let headings = headings(&shape.header);
        let is_down = |area: &&Merged| area.rows[1] > area.rows[0] && area.rows[0] > shape.last_header_row;
        for area in grid.merged.iter().filter(is_down) {
            let Some((first, below)) = rows(&mut grid.lines, *area) else { continue };
            for (at, heading) in headings.iter().filter(|(at, _)| area.covers(*at)) {
                let text = first.cells.as_ref().ok().and_then(|cells| cells.get(*at)).unwrap_or("");
                self.spend(text.len())?;
                if text.trim().is_empty() {
                    continue;
                }
                if fills {
                    below.iter_mut().try_for_each(|line| self.put(line, *at, text))?;
                } else {
                    let finding = Finding::new("cell-merged", Severity::Error).value(text);
                    let finding = finding.arg("last", area.rows[1].to_string());
                    self.findings.push(finding.place(source.row(area.rows[0]).in_column(heading)));
                }
            }
        }
        Some(())
    }

    /// Puts a text into an empty cell of a row that has others.
    fn put(&mut self, line: &mut Line, at: usize, text: &str) -> Option<()> {
        self.spend(0)?;
        let Ok(cells) = &mut line.cells else { return Some(()) };
        if cells.get(at).is_none_or(str::is_empty) {
            self.spend(cells.as_slice().len() + text.len())?;
            let filled =
                (0..cells.len().max(at + 1)).map(|here| if here == at { text } else { cells.get(here).unwrap_or("") });
            *cells = filled.collect::<StringRecord>();
        }
        Some(())
    }

    /// Counts a cell that is looked at, and the bytes that are written for it.
    fn spend(&mut self, bytes: usize) -> Option<()> {
        self.left = self.left.checked_sub(1 + bytes / BYTES_OF_A_CELL)?;
        Some(())
    }
}

/// The columns of a list that a heading stands over, and the headings as written.
fn headings(header: &Header) -> Vec<(usize, &str)> {
    let columns = header.columns.iter().map(|(_, at, written)| (*at, written.as_str()));
    let levels = header
        .levels
        .iter()
        .flat_map(|level| [level.name, level.code].into_iter().flatten().map(|at| (at, level.written.as_str())));
    columns.chain(levels).collect()
}

/// The first row of an area, and those of its further rows that are there.
fn rows(lines: &mut [Line], area: Merged) -> Option<(&Line, &mut [Line])> {
    let from = lines.partition_point(|line| line.at < area.rows[0]);
    let to = lines.partition_point(|line| line.at <= area.rows[1]);
    let (first, below) = lines.get_mut(from..to)?.split_first_mut()?;
    (first.at == area.rows[0]).then_some((first, below))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::time::{Duration, Instant};

    use super::*;
    use crate::model::list::{Column, Kind};
    use crate::read::grid::Grid;

    const LAST: u32 = 1 << 20;

    /// A list of cadres of so many rows below its header, every other one empty, and what its merged cells became.
    fn filled(rows: u32, merged: Vec<Merged>, fills: bool) -> (Grid, Vec<Finding>) {
        let columns = vec![(Column::FullName, 0, "Họ và tên".into()), (Column::HomeUnitCode, 1, "Mã đơn vị".into())];
        let header = Header { columns, width: 2, ..Header::default() };
        let shape = Shape { kind: Kind::Cadres, header_row: 1, last_header_row: 1, above: 0, header };
        let columns = shape.header.columns.iter().map(|(column, _, written)| (*column, written.clone())).collect();
        let (file, sheet) = (Arc::from("can bo.xlsx"), Some(Arc::from("DS")));
        let source = Source { file, sheet, kind: Kind::Cadres, columns, stamp: None };
        let cells = |at: u32| StringRecord::from(if at == 0 { vec!["Lê An", "90101"] } else { vec!["Lê An"] });
        let line = |at: u32| Line { at: 2 + 2 * at, cells: Ok(cells(at)), marks: Vec::new() };
        let lines = (0..rows).map(line).collect();
        let mut grid = Grid { name: Arc::from("DS"), is_visible: true, lines, merged };
        let findings = fill(&mut grid, &source, &shape, fills);
        (grid, findings)
    }

    fn homes(grid: &Grid) -> Vec<&str> {
        grid.lines.iter().map(|line| line.cells.as_ref().ok().and_then(|cells| cells.get(1)).unwrap_or("")).collect()
    }

    #[test]
    fn an_area_is_filled_down_as_far_as_it_goes_or_reported_once() {
        let area = Merged { rows: [2, 5], cells: [1, 1] };
        let (grid, findings) = filled(3, vec![area], true);
        assert_eq!((homes(&grid), findings), (vec!["90101", "90101", ""], vec![]));
        let (grid, findings) = filled(3, vec![area], false);
        assert_eq!(homes(&grid), ["90101", "", ""]);
        let told: Vec<_> = findings.iter().map(|finding| (finding.check, finding.place.row)).collect();
        assert_eq!(told, [("cell-merged", Some(2))]);
        for area in [Merged { rows: [2, 2], cells: [0, 1] }, Merged { rows: [3, 9], cells: [1, 1] }] {
            let (grid, findings) = filled(3, vec![area], true);
            assert_eq!((homes(&grid), findings), (vec!["90101", "", ""], vec![]), "{area:?}");
        }
    }

    #[test]
    fn the_longest_area_costs_no_more_than_the_rows_that_are_there() {
        let (grid, findings) = filled(200_000, vec![Merged { rows: [2, LAST], cells: [0, 255] }], true);
        assert_eq!((homes(&grid).iter().all(|home| *home == "90101"), findings), (true, vec![]));
    }

    #[test]
    fn areas_over_one_another_are_refused_before_they_cost_minutes() {
        let areas = vec![Merged { rows: [2, LAST], cells: [0, 255] }; 100_000];
        let begun = Instant::now();
        let (_, findings) = filled(100_000, areas, true);
        let told: Vec<_> = findings.iter().map(|finding| (finding.check, finding.place.row)).collect();
        assert_eq!(told, [("workbook-hostile", None)]);
        assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
    }
}
