//! How a table lies on paper: A4, upright or across, columns as wide as the page, letters that suit them.

use anyhow::Result;
use rust_xlsxwriter::Worksheet;

use super::formats::{BODY, FONT};
use super::measure::Letters;
use super::widths;
use crate::report::table::Table;
use crate::say;
use crate::text::catalogue::Catalogue;

/// Margins in millimetres: left, right, top, bottom.
pub type Margins = [f64; 4];

// Party offices leave 30, 15, 20 and 20 mm on an upright page; across, the binding is at the top.
const UPRIGHT: (f64, Margins) = (210.0, [30.0, 15.0, 20.0, 20.0]);
const ACROSS: (f64, Margins) = (297.0, [20.0, 15.0, 20.0, 18.0]);
/// Pixels in a millimetre.
const SCALE: f64 = 96.0 / 25.4;
/// The part of the width that columns take: programs and printers differ by some hundredths.
const SURE_WIDTH: f64 = 0.975;
/// Smallest letters, in points.
const SMALLEST: f64 = 9.0;
/// Columns are not squeezed further than this; what is wider still is printed smaller.
const TIGHTEST: f64 = 0.62;

/// What Excel puts the number of the page and of all pages in place of.
const PAGE_NUMBERS: (&str, &str) = ("&P", "&N");

/// The paper of one sheet.
pub struct Page {
    /// Whether the table is a document with a heading, not a bare list.
    pub is_document: bool,
    /// Whether the page lies across.
    pub is_across: bool,
    /// Size of the letters of the table, in points.
    pub size: f64,
    /// Width of each column, in pixels.
    pub widths: Vec<u32>,
}

impl Page {
    /// The paper that suits a table: documents fill the width of the page, lists keep their widths.
    pub fn of(table: &Table) -> Self {
        Page::made(table, !table.heading.title.is_empty(), is_wide(table))
    }

    /// The paper of a table that fills the width of the page, whatever it is.
    pub fn filled(table: &Table) -> Self {
        Page::made(table, true, is_wide(table))
    }

    /// The paper of a table that fills the width of a page which lies as those of other tables do.
    pub fn laid(table: &Table, is_across: bool) -> Self {
        Page::made(table, true, is_across)
    }

    fn made(table: &Table, is_document: bool, is_across: bool) -> Self {
        let total = wanted(table);
        let factor = match is_document {
            true => (room(if is_across { ACROSS } else { UPRIGHT }) / total).max(TIGHTEST),
            false => 1.0,
        };
        let size = ((BODY * factor * 2.0).floor() / 2.0).clamp(SMALLEST, BODY);
        let widths = widths::fitted(table, factor, Letters { size, is_bold: false });
        Page { is_document, is_across, size, widths }
    }

    /// Width between its margins, in pixels.
    pub fn room(&self) -> u32 {
        room(if self.is_across { ACROSS } else { UPRIGHT }) as u32
    }

    /// Width of some neighbouring columns, in pixels.
    pub fn width(&self, columns: std::ops::RangeInclusive<usize>) -> u32 {
        self.widths.get(columns).unwrap_or_default().iter().sum()
    }

    /// Width and height of the paper and its margins, in millimetres.
    pub fn paper(&self) -> ([f64; 2], Margins) {
        if self.is_across { ([ACROSS.0, UPRIGHT.0], ACROSS.1) } else { ([UPRIGHT.0, ACROSS.0], UPRIGHT.1) }
    }

    /// Height between the margins, in pixels.
    pub fn height(&self) -> u32 {
        let ([_, height], [.., top, bottom]) = self.paper();
        ((height - top - bottom) * SCALE) as u32
    }

    /// The last column of the left half; none where the columns do not part into two halves of some width.
    pub fn half(&self) -> Option<usize> {
        let total: u32 = self.widths.iter().sum();
        let left = |last: usize| self.width(0..=last);
        let last = (0..self.widths.len()).min_by_key(|last| (left(*last) * 2).abs_diff(total))?;
        let smaller = left(last).min(total - left(last));
        (smaller * 10 >= total * 3).then_some(last)
    }

    /// Sets a sheet up for this paper.
    ///
    /// # Errors
    /// When the library refuses a width.
    pub fn set_up(&self, sheet: &mut Worksheet, table: &Table) -> Result<()> {
        for (column, width) in (0..).zip(&self.widths) {
            sheet.set_column_width_pixels(column, *width)?;
        }
        let (_, margins) = self.paper();
        let [left, right, top, bottom] = margins.map(|margin| margin / 25.4);
        sheet.set_paper_size(9).set_margins(left, right, top, bottom, top / 2.0, bottom / 2.0);
        sheet.set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
        if self.is_across {
            sheet.set_landscape();
        }
        let (page, pages) = PAGE_NUMBERS;
        let numbers = say!(Catalogue::new(table.lang), "page-of", page = page, pages = pages);
        sheet.set_footer(format!("&C&\"{FONT},Regular\"&11{numbers}"));
        Ok(())
    }
}

/// Width of a table as it asks for it, in pixels.
fn wanted(table: &Table) -> f64 {
    f64::from(widths::wanted(table).iter().sum::<u32>().max(1))
}

/// Whether a table is wider than an upright page.
fn is_wide(table: &Table) -> bool {
    wanted(table) > room(UPRIGHT)
}

/// Width between the margins, in pixels.
fn room((width, [left, right, ..]): (f64, Margins)) -> f64 {
    (width - left - right) * SCALE * SURE_WIDTH
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::table::{Column, Heading};

    fn page(title: &str, widths: &[u16]) -> Page {
        let column = |width: &u16| Column { key: "x".into(), title: "X".to_owned(), width: *width };
        let heading = Heading { title: title.to_owned(), ..Heading::default() };
        Page::of(&Table { heading, columns: widths.iter().map(column).collect(), ..Table::default() })
    }

    #[test]
    fn a_document_fills_its_page_and_a_wide_one_lies_across() {
        let (narrow, wide) = (page("T", &[5, 20, 20]), page("T", &[30; 6]));
        assert!(!narrow.is_across && wide.is_across);
        assert_eq!((narrow.size, wide.size), (12.0, 9.0));
        assert!((600..=608).contains(&narrow.width(0..=2)) && (955..=966).contains(&wide.width(0..=5)));
    }

    #[test]
    fn halves_are_found_where_there_are_some() {
        assert_eq!(page("T", &[5, 24, 7, 24, 24, 30, 24, 13]).half(), Some(4));
        assert_eq!((page("T", &[5, 100]).half(), page("T", &[9]).half(), page("T", &[]).half()), (None, None, None));
    }

    #[test]
    fn a_list_keeps_its_widths() {
        assert_eq!(page("", &[30; 12]).widths, [215; 12]);
        assert_eq!(page("", &[u16::MAX]).widths, [2000]);
    }
}
