//! Which of the five lists a file is, and how its columns are separated: told by its header row.

use csv::StringRecord;

use super::csv::{lines, told_delimiter};
use super::header::Header;
use super::line::{BadLine, Line};
use crate::model::list::Kind;

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// A file's shape.
#[derive(Clone, Debug)]
pub struct Shape {
    /// Which list it is.
    pub kind: Kind,
    /// The character between cells.
    pub delimiter: u8,
    /// Row of the header.
    pub header_row: u32,
    /// The header.
    pub header: Header,
}

/// Why a file has no shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoShape {
    /// It has no row at all.
    Empty,
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
    },
}

/// The shape of a file's text: `kind` where the user named one, else the list of the file's name,
/// else the one list whose required columns are all there.
///
/// # Errors
/// When it has none.
pub fn shape(bytes: &[u8], stem: &str, kind: Option<Kind>) -> Result<Shape, NoShape> {
    let kind = kind.or_else(|| Kind::ALL.into_iter().find(|kind| stem.eq_ignore_ascii_case(kind.name())));
    let told = told_delimiter(bytes).map(|(delimiter, _)| vec![delimiter]);
    let shapes = told.unwrap_or(DELIMITERS.to_vec()).into_iter().filter_map(|delimiter| {
        let first = lines(bytes, delimiter).next()?;
        Some(shapes(&first, delimiter, kind))
    });
    let mut shapes: Vec<Shape> = shapes.flatten().collect();
    if shapes.is_empty() {
        return Err(no_header(bytes));
    }
    let fit = |shape: &Shape| (shape.header.missing(shape.kind).is_empty(), shape.header.columns.len());
    let best = shapes.iter().map(fit).max().unwrap_or_default();
    shapes.retain(|shape| fit(shape) == best);
    let is_told = kind.is_some() || (best.0 && shapes.len() == 1);
    if is_told { Ok(shapes.swap_remove(0)) } else { Err(unknown(bytes, &shapes, best.0)) }
}

/// Why the first row is no header under any delimiter.
fn no_header(bytes: &[u8]) -> NoShape {
    match lines(bytes, DELIMITERS[0]).next() {
        None => NoShape::Empty,
        Some(Line { at: row, cells: Err(spoilt), .. }) => NoShape::Spoilt { row, why: spoilt.why },
        Some(Line { at: row, cells: Ok(cells), .. }) => {
            NoShape::Unknown { row, headings: headings(&cells), kinds: vec![] }
        }
    }
}

/// A header that fits several lists, or none of them whole.
fn unknown(bytes: &[u8], shapes: &[Shape], is_whole: bool) -> NoShape {
    let first = shapes.first().and_then(|shape| lines(bytes, shape.delimiter).next());
    let row = first.as_ref().map_or(1, |first| first.at);
    let headings = first.and_then(|first| first.cells.ok()).map(|cells| headings(&cells)).unwrap_or_default();
    let mut kinds: Vec<Kind> = shapes.iter().map(|shape| shape.kind).filter(|_| is_whole).collect();
    kinds.sort_unstable();
    kinds.dedup();
    NoShape::Unknown { row, headings, kinds }
}

fn headings(cells: &StringRecord) -> Vec<String> {
    cells.iter().map(str::trim).filter(|cell| !cell.is_empty()).map(str::to_owned).collect()
}

/// The header row as each list that it could be.
fn shapes(first: &Line, delimiter: u8, kind: Option<Kind>) -> Vec<Shape> {
    let Ok(cells) = &first.cells else { return Vec::new() };
    let kinds = Kind::ALL.into_iter().filter(|each| kind.is_none_or(|wanted| wanted == *each));
    kinds.map(|kind| Shape { kind, delimiter, header_row: first.at, header: Header::of(kind, cells) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, stem: &str) -> Result<(Kind, u8), NoShape> {
        shape(text.as_bytes(), stem, None).map(|shape| (shape.kind, shape.delimiter))
    }

    #[test]
    fn the_header_tells_list_and_delimiter() {
        assert_eq!(told("cadre_code,unit_code,duty,from\n", "x"), Ok((Kind::Assignments, b',')));
        assert_eq!(told("Mã CB;Họ và tên;Cấp;Mã đơn vị\n", "x"), Ok((Kind::Cadres, b';')));
        assert_eq!(told("code\tname\tlevel\tparent_code\n", "x"), Ok((Kind::Units, b'\t')));
        assert_eq!(told("sep=^\ncode^name^level^parent_code\n", "x"), Ok((Kind::Units, b'^')));
    }

    #[test]
    fn the_name_of_the_file_counts_when_columns_are_missing() {
        assert_eq!(told("code,name\n", "units"), Ok((Kind::Units, b',')));
        let (headings, kinds) = (vec!["a".to_owned(), "b".to_owned()], vec![]);
        assert_eq!(told("\na,b\n", "x"), Err(NoShape::Unknown { row: 2, headings, kinds }));
    }

    #[test]
    fn lists_that_fit_alike_are_each_named_once() {
        let Err(NoShape::Unknown { kinds, .. }) = told("unit_code,duty,since,min\n", "x") else {
            panic!("one list was taken")
        };
        assert_eq!(kinds, [Kind::Vacancies, Kind::Seats]);
    }

    #[test]
    fn an_empty_file_has_no_shape() {
        assert_eq!(told("", "units"), Err(NoShape::Empty));
        assert_eq!(told("\n\n", "units"), Err(NoShape::Empty));
    }

    #[test]
    fn a_header_that_is_no_text_says_so() {
        let told = shape(b"M\xE3,T\xEAn\n", "units", None).map(|shape| shape.kind);
        assert_eq!(told, Err(NoShape::Spoilt { row: 1, why: BadLine::NotUtf8(0) }));
    }
}
