//! What stands over and under the table: the office, the Party, the title; the fields for signatures, page numbers.

use docx_rs::{
    Docx, Footer, NumPages, PageNum, Paragraph, Table as Grid, TableCell, TableLayoutType, TableRow, WidthType,
};

use super::super::xlsx::formats::{BODY, TITLE};
use super::text::{Align, Set, paragraph, run};
use crate::model::lang::Lang;
use crate::report::table::{Signature, Table};
use crate::say;
use crate::text::catalogue::Catalogue;
use crate::text::clean::clean;

/// Lines kept free to sign in.
const LINES_TO_SIGN: usize = 5;
/// What stands in place of the number of the page and of all pages until they are put in.
const PAGE_NUMBERS: (&str, &str) = ("&P", "&N");

const HEAD: Set = Set { size: BODY, align: Align::Middle, ..PLAIN };
const PLAIN: Set =
    Set { size: BODY, is_bold: false, is_italic: false, is_underlined: false, align: Align::Left, keeps_next: true };

/// Adds the lines over the table; gives the number of tables that they take.
pub fn push_heading(docx: &mut Docx, table: &Table, widths: &[usize]) -> usize {
    let heading = &table.heading;
    if heading.title.is_empty() {
        return 0;
    }
    let party = table.signature.as_ref().map(|_| say!(Catalogue::new(table.lang), "party-heading")).unwrap_or_default();
    let is_party = !party.is_empty();
    let bold = Set { is_bold: true, ..HEAD };
    let (superior, office) = (heading.superior.to_uppercase(), heading.office.to_uppercase());
    // Party offices set a star under their name (Hướng dẫn 36-HD/VPTW), others a line.
    let star = if is_party && !office.is_empty() { "*" } else { "" };
    let name = Set { is_underlined: !is_party, ..bold };
    let left = lines(&[(&superior, HEAD), (&office, name), (star, HEAD)]);
    let right = lines(&[(&party, Set { is_underlined: true, ..bold })]);
    let has_office = !left.is_empty() || !right.is_empty();
    if has_office {
        push_halves(docx, left, right, widths);
    }
    push(docx, "", HEAD);
    push(docx, &heading.title.to_uppercase(), Set { size: TITLE, ..bold });
    for line in &heading.subtitle {
        push(docx, line, Set { is_italic: true, ..HEAD });
    }
    push(docx, "", Set { size: BODY / 2.0, ..HEAD });
    usize::from(has_office)
}

/// Adds the fields for signatures, which no page break splits.
pub fn push_signature(docx: &mut Docx, signature: &Signature, widths: &[usize]) {
    let bold = Set { is_bold: true, ..HEAD };
    push(docx, "", Set { size: BODY / 2.0, ..HEAD });
    let room = || std::iter::repeat_with(|| paragraph("", HEAD)).take(LINES_TO_SIGN);
    // The left title stands as high as the right one.
    let left = [paragraph("", HEAD), line(&signature.left, bold)].into_iter().chain(room());
    let place = line(&signature.place_and_day, Set { is_italic: true, ..HEAD });
    let right = [place, line(&signature.right, bold)].into_iter().chain(room());
    push_halves(docx, left.collect(), right.collect(), widths);
}

/// The number of the page and of all pages, in the middle below.
pub fn page_numbers(lang: Lang) -> Footer {
    let (page, pages) = PAGE_NUMBERS;
    let said = say!(Catalogue::new(lang), "page-of", page = page, pages = pages);
    let set = Set { keeps_next: false, ..HEAD };
    let mut line = paragraph("", set);
    for piece in said.split_inclusive([' ', '/', 'P', 'N']) {
        let (before, field) = match (piece.strip_suffix(page), piece.strip_suffix(pages)) {
            (Some(before), _) => (before, Some(true)),
            (_, Some(before)) => (before, Some(false)),
            _ => (piece, None),
        };
        if !before.is_empty() {
            line = line.add_run(run(before, set));
        }
        line = match field {
            Some(true) => line.add_page_num(PageNum::new()),
            Some(false) => line.add_num_pages(NumPages::new()),
            None => line,
        };
    }
    Footer::new().add_paragraph(line)
}

/// Adds a line.
pub fn push(docx: &mut Docx, text: &str, set: Set) {
    let whole = std::mem::take(docx);
    *docx = whole.add_paragraph(line(text, set));
}

/// Adds paragraphs side by side, each side half as wide as the page.
fn push_halves(docx: &mut Docx, left: Vec<Paragraph>, right: Vec<Paragraph>, widths: &[usize]) {
    let half = widths.iter().sum::<usize>() / 2;
    let cell = |side: Vec<Paragraph>| {
        let side = if side.is_empty() { vec![paragraph("", HEAD)] } else { side };
        side.into_iter().fold(TableCell::new().width(half, WidthType::Dxa), TableCell::add_paragraph)
    };
    let row = TableRow::new(vec![cell(left), cell(right)]).cant_split();
    let grid = Grid::without_borders(vec![row]).set_grid(vec![half, half]).layout(TableLayoutType::Fixed);
    let whole = std::mem::take(docx);
    *docx = whole.add_table(grid.width(half * 2, WidthType::Dxa));
}

/// The lines that are filled.
fn lines(lines: &[(&str, Set)]) -> Vec<Paragraph> {
    lines.iter().filter(|(text, _)| !text.is_empty()).map(|(text, set)| line(text, *set)).collect()
}

fn line(text: &str, set: Set) -> Paragraph {
    paragraph(&clean(text), set)
}
