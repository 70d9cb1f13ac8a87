//! Which of the lists a sheet or file is, and where in it the list begins: told by its header.

use std::cmp::Reverse;

use csv::StringRecord;

use super::grid::Merged;
use super::header::Header;
use super::headings::Headings;
use super::line::{BadLine, Line};
use crate::model::list::{Column, Kind};

/// So many rows of a file are looked at for its header.
pub const MOST_HEAD_ROWS: usize = 40;
/// A header below the first row has at least so many known columns.
const LEAST_KNOWN: usize = 2;
/// A header that lacks something and still tells its list has at least so many known columns, and more known than not.
const LEAST_TELLING: usize = 3;

/// A list's shape.
#[derive(Clone, Debug)]
pub struct Shape {
    /// Which list it is.
    pub kind: Kind,
    /// First row of the header.
    pub header_row: u32,
    /// Last row of the header; the same as the first where it has one row.
    pub last_header_row: u32,
    /// How many rows with anything in them stand above the header.
    pub above: usize,
    /// The header.
    pub header: Header,
}

impl Shape {
    /// How many rows the header has.
    pub fn header_rows(&self) -> usize {
        if self.last_header_row > self.header_row { 2 } else { 1 }
    }

    /// Whether the list stands in an office's own table, under a title or with running numbers, where rows that are
    /// no data are to be expected.
    pub fn is_table(&self) -> bool {
        self.above > 0 || self.header_rows() > 1 || self.header.number.is_some()
    }
}

/// Why a file has no shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoShape {
    /// It has no row at all.
    Empty,
    /// There is nothing in the row that is said to be its header.
    NoRow(u32),
    /// Its first row is no text.
    Spoilt {
        /// Row of the header.
        row: u32,
        /// What is wrong with it.
        why: BadLine,
    },
    /// Its header fits several lists alike, or none.
    Unknown {
        /// Row of the header.
        row: u32,
        /// The headings.
        headings: Vec<String>,
        /// The lists that it fits; none or several.
        kinds: Vec<Kind>,
        /// The list that it comes nearest to where it fits none, and the columns that are missing.
        near: Option<(Kind, Vec<Column>)>,
    },
}

/// What a sheet is looked at with.
#[derive(Clone, Copy, Debug)]
pub struct Looking<'l> {
    /// What headings mean.
    pub headings: &'l Headings,
    /// The list, where it is known.
    pub kind: Option<Kind>,
    /// Columns with a value for all rows.
    pub given: &'l [Column],
    /// The row of the header, where it is known.
    pub header_row: Option<u32>,
}

/// How well a shape fits: whether nothing is missing, how many columns are known, how high it stands.
pub type Fit = (bool, usize, Reverse<u32>);

impl Looking<'_> {
    /// The best shape of the first rows of a sheet; the first row where it heads a whole list, else the row, or two
    /// rows, below it that know most columns.
    ///
    /// # Errors
    /// When no row heads a list, or the best heads several.
    pub fn shape(&self, head: &[Line], merged: &[Merged]) -> Result<Shape, NoShape> {
        let Some(first) = head.first() else { return Err(NoShape::Empty) };
        if let Err(spoilt) = &first.cells
            && head.len() == 1
        {
            return Err(NoShape::Spoilt { row: first.at, why: spoilt.why });
        }
        let mut shapes = match self.header_row {
            Some(row) => self.shapes(head, merged, position(head, row)?),
            None => self.shapes(head, merged, 0),
        };
        if self.header_row.is_none() && !shapes.iter().any(|shape| self.fit(shape).0) {
            shapes.extend((1..head.len()).flat_map(|at| self.shapes(head, merged, at)));
        }
        let Some(best) = shapes.iter().map(|shape| self.fit(shape)).max() else { return Err(no_header(first)) };
        shapes.retain(|shape| self.fit(shape) == best || self.is_rival(shape, best));
        let tells =
            |shape: &Shape| shape.header.known() >= LEAST_TELLING && shape.header.known() > shape.header.unknown.len();
        let is_told = shapes.len() == 1 && (best.0 || self.kind.is_some() || tells(&shapes[0]));
        if is_told { Ok(shapes.swap_remove(0)) } else { Err(self.unknown(head, &shapes, best.0)) }
    }

    /// Why a header tells no list: it fits several, or none whole.
    fn unknown(&self, head: &[Line], shapes: &[Shape], is_whole: bool) -> NoShape {
        let row = shapes.first().map_or(1, |shape| shape.header_row);
        let line = head.iter().find(|line| line.at == row);
        let headings = line.and_then(|line| line.cells.as_ref().ok()).map(headings).unwrap_or_default();
        let mut kinds: Vec<Kind> = shapes.iter().map(|shape| shape.kind).filter(|_| is_whole).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let near = shapes.iter().filter(|shape| !is_whole && shape.header.known() >= LEAST_KNOWN);
        let near = near.min_by_key(|shape| self.missing(shape).len());
        NoShape::Unknown { row, headings, kinds, near: near.map(|shape| (shape.kind, self.missing(shape))) }
    }

    /// How well a shape fits.
    pub fn fit(&self, shape: &Shape) -> Fit {
        let is_whole = self.missing(shape).is_empty() && shape.header.repeated.is_empty();
        (is_whole, shape.header.known(), Reverse(shape.header_row))
    }

    /// Whether a list that lacks something knows more of the headings than the best whole one, or as many and people
    /// are among them: assignments without
    /// their duty would be read as people who have moved.
    fn is_rival(&self, shape: &Shape, (is_whole, known, row): Fit) -> bool {
        let (fits, own, own_row) = self.fit(shape);
        let names_people = || {
            [Column::FullName, Column::CadreCode]
                .iter()
                .any(|column| shape.header.columns.iter().any(|(have, ..)| have == column))
        };
        let is_tie = own == known && shape.kind == Kind::Assignments && names_people();
        is_whole && !fits && own_row == row && (own > known || is_tie)
    }

    /// Columns that a shape lacks.
    pub fn missing(&self, shape: &Shape) -> Vec<Column> {
        shape.header.missing(shape.kind, self.given)
    }

    /// The row at `at`, alone and with the one below it, as each list that it could head.
    fn shapes(&self, head: &[Line], merged: &[Merged], at: usize) -> Vec<Shape> {
        let Ok(cells) = &head[at].cells else { return Vec::new() };
        let below = head.get(at + 1).and_then(|line| Some((line.at, line.cells.as_ref().ok()?)));
        let kinds = Kind::ALL.into_iter().filter(|kind| self.kind.is_none_or(|wanted| wanted == *kind));
        let mut shapes = Vec::new();
        for kind in kinds {
            let one = Header::of(kind, self.headings, cells.iter());
            let two = below.filter(|_| one.known() > 0).map(|(row, below)| {
                let joined = joined(cells, below, head[at].at, merged);
                (row, Header::of(kind, self.headings, joined.iter().map(String::as_str)))
            });
            let shape =
                |last, header| Shape { kind, header_row: head[at].at, last_header_row: last, above: at, header };
            match two.filter(|(_, two)| two.known() > one.known()) {
                Some((row, two)) => shapes.push(shape(row, two)),
                None if at == 0 || self.header_row.is_some() || one.known() >= LEAST_KNOWN => {
                    shapes.push(shape(head[at].at, one))
                }
                None => {}
            }
        }
        shapes
    }
}

/// Where the row of this number stands.
fn position(head: &[Line], row: u32) -> Result<usize, NoShape> {
    let is_filled =
        |line: &Line| line.cells.as_ref().is_ok_and(|cells| cells.iter().any(|cell| !cell.trim().is_empty()));
    head.iter().position(|line| line.at == row && is_filled(line)).ok_or(NoShape::NoRow(row))
}

/// Two rows of headings as one: "Năm sinh" over "Nam" is "Năm sinh Nam"; a heading stands over all cells that it is
/// merged with, or that are empty right of it.
fn joined(above: &StringRecord, below: &StringRecord, row: u32, merged: &[Merged]) -> Vec<String> {
    let mut over = "";
    let mut joined = Vec::new();
    for at in 0..above.len().max(below.len()) {
        let (own, under) = (above.get(at).unwrap_or("").trim(), below.get(at).unwrap_or("").trim());
        let is_merged = merged.iter().any(|area| area.rows[0] == row && area.covers(at));
        if !own.is_empty() {
            over = own;
        } else if !merged.is_empty() && !is_merged {
            over = "";
        }
        joined.push(match (own.is_empty(), under.is_empty()) {
            (_, true) => own.to_owned(),
            (false, false) => format!("{own} {under}"),
            (true, false) => format!("{over} {under}").trim().to_owned(),
        });
    }
    joined
}

/// Why the first row is no header.
fn no_header(first: &Line) -> NoShape {
    match &first.cells {
        Err(spoilt) => NoShape::Spoilt { row: first.at, why: spoilt.why },
        Ok(cells) => NoShape::Unknown { row: first.at, headings: headings(cells), kinds: vec![], near: None },
    }
}

fn headings(cells: &StringRecord) -> Vec<String> {
    cells.iter().map(str::trim).filter(|cell| !cell.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::policy::{built_in, policy};

    /// The shape of a sheet of these rows, their cells apart by `|`; empty rows are left out, as sheets have none.
    fn shape_of(rows: &[&str], kind: Option<Kind>, merged: &[Merged]) -> Result<Shape, NoShape> {
        let policy = policy(built_in("three-tier").expect("a policy"), "policy").expect("sound");
        let line = |(at, row): (u32, &&str)| Line { at, cells: Ok(row.split('|').collect()), marks: Vec::new() };
        let head: Vec<Line> = (1..).zip(rows).filter(|(_, row)| !row.is_empty()).map(line).collect();
        Looking { headings: &Headings::of(&policy), kind, given: &[], header_row: None }.shape(&head, merged)
    }

    /// The list, the rows of its header, and how many rows stand above.
    fn found(rows: &[&str]) -> Option<(Kind, [u32; 2], usize)> {
        let shape = shape_of(rows, None, &[]).ok()?;
        Some((shape.kind, [shape.header_row, shape.last_header_row], shape.above))
    }

    const CADRES: &str = "Mã CB|Họ và tên|Cấp|Mã đơn vị";
    const CADRE: &str = "CB1|Lê An|commune|90101";

    #[test]
    fn the_first_row_is_the_header_where_it_heads_a_whole_list() {
        assert_eq!(found(&[CADRES, CADRE]), Some((Kind::Cadres, [1, 1], 0)));
        // A better header further down is data then, or another list.
        assert_eq!(found(&[CADRES, "Mã CB|Họ và tên|Cấp|Mã đơn vị|Năm sinh|Điện thoại"]).map(|found| found.2), Some(0));
        // A first row that lacks something gives way to a whole one.
        assert_eq!(found(&["Mã CB|Họ và tên", CADRES, CADRE]), Some((Kind::Cadres, [2, 2], 1)));
    }

    #[test]
    fn a_header_below_titles_is_found_within_the_first_rows() {
        assert_eq!(found(&["DANH SÁCH CÁN BỘ", "", "Tháng 5", CADRES]), Some((Kind::Cadres, [4, 4], 2)));
        let mut rows = vec!["DANH SÁCH CÁN BỘ"; 3];
        assert_eq!(found(&rows), None);
        rows.push("Cấp");
        assert_eq!(found(&rows), None, "one known heading is none");
        // Nor is it where the list is known; two are.
        let row = |text| shape_of(&[rows[0], text], Some(Kind::Cadres), &[]).map(|shape| shape.header_row);
        assert_eq!((row("Cấp"), row("Cấp|Họ và tên")), (Ok(1), Ok(2)));
        rows.pop();
        rows.push(CADRES);
        assert_eq!(found(&rows), Some((Kind::Cadres, [4, 4], 3)));
    }

    #[test]
    fn two_rows_are_one_header_where_together_they_know_more() {
        let two = ["STT|Họ và tên|Năm sinh||Cấp|Mã đơn vị", "||Nam|Nữ||", "1|Lê An|1980||commune|90101"];
        let shape = shape_of(&two, None, &[]).expect("a list");
        assert_eq!((shape.kind, shape.header_rows(), shape.header.paired.len()), (Kind::Cadres, 2, 1));
        let one = ["STT|Họ và tên|Năm sinh||Cấp|Mã đơn vị", "1|Lê An|1980||commune|90101"];
        assert_eq!(shape_of(&one, None, &[]).map(|shape| shape.header_rows()), Ok(1));
        // Under merged cells a heading stands over these only.
        let over = |cells| [Merged { rows: [1, 1], cells }];
        let paired = |merged: &[Merged]| shape_of(&two, None, merged).map(|shape| shape.header.paired.len());
        assert_eq!((paired(&over([2, 3])), paired(&over([4, 5]))), (Ok(1), Ok(0)));
    }

    #[test]
    fn a_header_that_fits_several_lists_is_told_only_by_the_user() {
        let kinds = |wrong| match wrong {
            Err(NoShape::Unknown { kinds, .. }) => kinds,
            other => panic!("{other:?}"),
        };
        let both = ["unit_code|duty|since|min"];
        assert_eq!(kinds(shape_of(&both, None, &[])), [Kind::Vacancies, Kind::Seats]);
        for kind in [Kind::Vacancies, Kind::Seats] {
            assert_eq!(shape_of(&both, Some(kind), &[]).map(|shape| shape.kind), Ok(kind));
        }
        // One column more tells.
        let seats = ["unit_code|duty|since|min|max"];
        assert_eq!(shape_of(&seats, None, &[]).map(|shape| shape.kind), Ok(Kind::Seats));
    }

    #[test]
    fn a_list_of_decisions_is_told_from_lists_that_cite_them() {
        let kind = |header| shape_of(&[header], None, &[]).map(|shape| shape.kind).ok();
        assert_eq!(kind("STT|Số quyết định|Ngày ký|Người ký|Ghi chú"), Some(Kind::Decisions));
        assert_eq!(kind("Số quyết định|Ngày ban hành|Trích yếu"), Some(Kind::Decisions));
        let citing = "Họ và tên|Địa bàn phụ trách|Nhiệm vụ|Từ ngày|Số quyết định|Ngày ký|Người ký|Ghi chú";
        assert_eq!(kind(citing), Some(Kind::Assignments));
        // Without its first days it is asked about, and not taken for a list of decisions.
        assert_eq!(kind("Họ và tên|Địa bàn phụ trách|Nhiệm vụ|Số quyết định|Ngày ký"), None);
        assert_eq!(kind("Họ và tên|Số quyết định|Ngày ký"), None);
    }

    #[test]
    fn a_header_of_no_list_says_what_it_comes_nearest_to_and_what_is_missing() {
        let near = |rows: &[&str]| match shape_of(rows, None, &[]) {
            Err(NoShape::Unknown { row, kinds, near, .. }) => (row, kinds, near),
            other => panic!("{other:?}"),
        };
        let (row, kinds, nearest) = near(&["Mã CB|Họ và tên|Màu|Tuổi", "CB1|Lê An|đỏ|40"]);
        assert_eq!((row, kinds), (1, vec![]));
        assert_eq!(nearest, Some((Kind::Cadres, vec![Column::Level, Column::HomeUnitCode])));
        assert_eq!(near(&["Màu|Tuổi", "đỏ|40"]).2, None);
        // Three known headings, more than unknown ones, tell the list; what is missing is then said of it.
        let shape = shape_of(&["Mã CB|Họ và tên|Chức vụ|Màu"], None, &[]).expect("told");
        assert_eq!((shape.kind, shape.header.missing(shape.kind, &[]).len()), (Kind::Cadres, 2));
    }

    #[test]
    fn nothing_and_a_first_row_that_is_no_text_are_told_apart() {
        assert_eq!(shape_of(&[], None, &[]).err(), Some(NoShape::Empty));
        let policy = policy(built_in("three-tier").expect("a policy"), "policy").expect("sound");
        let cells = Err(crate::read::line::Spoilt { why: BadLine::Nul(0), cells: StringRecord::new() });
        let spoilt = Line { at: 1, cells, marks: Vec::new() };
        let looking = Looking { headings: &Headings::of(&policy), kind: None, given: &[], header_row: None };
        assert_eq!(looking.shape(&[spoilt], &[]).err(), Some(NoShape::Spoilt { row: 1, why: BadLine::Nul(0) }));
    }
}
