//! Which of the five lists a file is, and how its columns are separated: told by its header row.

use super::csv::{Line, lines};
use super::header::Header;
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

/// The shape of a file's text: `kind` where the user named one, else the list of the file's name,
/// else the one list whose required columns are all there. `None` when it has no row at all.
///
/// # Errors
/// When several lists fit, or none does: the lists that fit equally.
pub fn shape(bytes: &[u8], stem: &str, kind: Option<Kind>) -> Option<Result<Shape, Vec<Kind>>> {
    let kind = kind.or_else(|| Kind::ALL.into_iter().find(|kind| stem.eq_ignore_ascii_case(kind.name())));
    let shapes = DELIMITERS.into_iter().filter_map(|delimiter| {
        let first = lines(bytes, delimiter).next()?;
        Some(shapes(&first, delimiter, kind))
    });
    let mut shapes: Vec<Shape> = shapes.flatten().collect();
    if shapes.is_empty() {
        return lines(bytes, b',').next().map(|_| Err(Kind::ALL.to_vec()));
    }
    let fit = |shape: &Shape| (shape.header.missing(shape.kind).is_empty(), shape.header.columns.len());
    let best = shapes.iter().map(fit).max().unwrap_or_default();
    shapes.retain(|shape| fit(shape) == best);
    let is_told = kind.is_some() || (best.0 && shapes.len() == 1);
    let mut kinds: Vec<Kind> = shapes.iter().map(|shape| shape.kind).collect();
    kinds.sort();
    kinds.dedup();
    Some(if is_told { Ok(shapes.swap_remove(0)) } else { Err(kinds) })
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

    fn told(text: &str, stem: &str) -> Result<(Kind, u8), Vec<Kind>> {
        let shape = shape(text.as_bytes(), stem, None).expect("a row");
        shape.map(|shape| (shape.kind, shape.delimiter))
    }

    #[test]
    fn the_header_tells_list_and_delimiter() {
        assert_eq!(told("cadre_code,unit_code,duty,from\n", "x"), Ok((Kind::Assignments, b',')));
        assert_eq!(told("Mã CB;Họ và tên;Cấp;Mã đơn vị\n", "x"), Ok((Kind::Cadres, b';')));
        assert_eq!(told("code\tname\tlevel\tparent_code\n", "x"), Ok((Kind::Units, b'\t')));
    }

    #[test]
    fn the_name_of_the_file_counts_when_columns_are_missing() {
        assert_eq!(told("code,name\n", "units"), Ok((Kind::Units, b',')));
        assert!(told("a,b\n", "x").is_err());
    }

    #[test]
    fn an_empty_file_has_no_shape() {
        assert!(shape(b"", "units", None).is_none());
        assert!(shape(b"\n\n", "units", None).is_none());
    }
}
