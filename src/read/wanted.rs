//! A list of pairs: cadre, unit, whether the office wants the two together or never, why, and until when.

use super::day::day;
use super::pairs::{Cells, Wanted, rows as cells_of};
use super::source::File;
use crate::model::Text;
use crate::model::day::Day;
use crate::model::finding::{Finding, Severity};
use crate::model::place::Place;
use crate::text::fold::plain;

const COLUMNS: &[Wanted] = &[
    Wanted {
        name: "cadre", aliases: &["cadre_code", "Cán bộ", "Mã cán bộ", "Mã CB", "Họ và tên"], is_needed: true
    },
    Wanted {
        name: "unit", aliases: &["unit_code", "Đơn vị", "Địa bàn", "Mã đơn vị", "Mã địa bàn"], is_needed: true
    },
    Wanted { name: "wish", aliases: &["rule", "Yêu cầu", "Giữ hay tránh"], is_needed: true },
    Wanted { name: "reason", aliases: &["Lý do", "Lí do"], is_needed: false },
    Wanted { name: "until", aliases: &["Đến ngày", "Đến"], is_needed: false },
];
const KEEP: [&str; 4] = ["keep", "giu", "ghim", "uu tien"];
const NEVER: [&str; 4] = ["never", "tranh", "khong", "khong phan cong"];

/// A pair as it was read.
#[derive(Debug)]
pub struct Row {
    /// Code or name of the cadre.
    pub cadre: Text,
    /// Code or name of the unit.
    pub unit: Text,
    /// Whether the two are wanted together.
    pub is_kept: bool,
    /// The last day on which it counts.
    pub until: Option<Day>,
    /// The places of cadre and unit.
    pub places: [Place; 2],
}

/// The pairs of a file, and what is wrong with it.
pub fn rows(file: &File) -> (Vec<Row>, Vec<Finding>) {
    let (cells, mut findings) = cells_of(file, COLUMNS);
    let mut rows = Vec::new();
    for cells in cells {
        match row(&cells) {
            Ok(row) => rows.push(row),
            Err(finding) => findings.push(*finding),
        }
    }
    (rows, findings)
}

fn row(cells: &Cells) -> Result<Row, Box<Finding>> {
    let [cadre, unit, wish, _, until] = [0, 1, 2, 3, 4].map(|at| cells.cells[at].clone());
    let fault = |check, value: &Text, at| {
        Box::new(Finding::new(check, Severity::Error).value(value).place(cells.at(at, COLUMNS)))
    };
    let said = plain(&wish);
    let is_kept = match (KEEP.contains(&said.as_str()), NEVER.contains(&said.as_str())) {
        (false, false) => return Err(fault("pair-wish-unknown", &wish, 2)),
        (is_kept, _) => is_kept,
    };
    let until = match until.as_str() {
        "" => None,
        text => Some(day(text).map_err(|wrong| fault(wrong.check(), &until, 4))?),
    };
    let places = [0, 1].map(|at| cells.at(at, COLUMNS));
    Ok(Row { cadre, unit, is_kept, until, places })
}
