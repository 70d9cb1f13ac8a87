//! A stamp: what the rows of a list were when it was exported, kept in a hidden sheet of the workbook. Beside the
//! list as it comes back and the database as it is now, it tells who changed what since.

use std::collections::HashMap;

use sha2::{Digest as _, Sha256};

use super::Text;
use super::book::{Book, Origin};
use super::day::Day;
use super::list::{Column, Kind};
use super::value::{Entry, Value};

/// Name of the hidden sheet.
pub const SHEET: &str = "_phancong";
/// First cell of the sheet, and the version of its form beside it.
const MARK: &str = "phancong";
const VERSION: &str = "1";
/// First cell of the line of a row.
const ROW: &str = "row";
/// Letters of a digest.
const LETTERS: usize = 8;

/// What a cell held, in short: the first 32 bits of the SHA-256 of its typed value. A spreadsheet that saves the
/// cell in another form changes nothing in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest(u32);

impl Digest {
    /// The digest of what stands under `column`.
    pub fn of(column: Column, value: &Value) -> Self {
        let mut hash = Sha256::new();
        hash.update(column.name());
        hash.update([0]);
        hash.update(value.written().as_bytes());
        let [a, b, c, d, ..]: [u8; 32] = hash.finalize().into();
        Digest(u32::from_be_bytes([a, b, c, d]))
    }
}

/// The stamp of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Which list it is.
    pub kind: Kind,
    /// The database that it came from, and its last change.
    pub origin: Origin,
    /// The day of the export.
    pub as_of: Day,
    /// The columns that were written, context columns among them.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Stamped>,
}

/// A row as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamped {
    /// What stood under the key columns of the list.
    pub key: Vec<Text>,
    /// What stood under each of the columns.
    pub digests: Vec<Digest>,
}

/// What a row has under the key columns of its list.
pub fn key(book: &Book, kind: Kind, row: &dyn Entry) -> Vec<Text> {
    kind.key().iter().map(|column| Text::from(&*row.value(book, *column).written())).collect()
}

impl Stamp {
    /// The stamp of a list of no rows yet, of the columns given.
    pub fn new(book: &Book, kind: Kind, columns: Vec<Column>, as_of: Day) -> Self {
        Stamp { kind, origin: book.origin.clone(), as_of, columns, rows: Vec::new() }
    }

    /// Takes note of a row.
    pub fn add(&mut self, book: &Book, row: &dyn Entry) {
        let digests = self.columns.iter().map(|column| Digest::of(*column, &row.value(book, *column))).collect();
        self.rows.push(Stamped { key: key(book, self.kind, row), digests });
    }

    /// The digest of a column in a row; none where the column was not written.
    pub fn digest(&self, row: usize, column: Column) -> Option<Digest> {
        let at = self.columns.iter().position(|written| *written == column)?;
        self.rows.get(row)?.digests.get(at).copied()
    }

    /// The rows by their keys: a unit's code may be used again, and so stand for several.
    pub fn by_key(&self) -> HashMap<&[Text], Vec<usize>> {
        let mut found: HashMap<&[Text], Vec<usize>> = HashMap::with_capacity(self.rows.len());
        for (at, row) in self.rows.iter().enumerate() {
            found.entry(&row.key).or_default().push(at);
        }
        found
    }

    /// The lines of the hidden sheet.
    pub fn lines(&self) -> impl Iterator<Item = Vec<String>> + '_ {
        let pair = |name: &str, value: &str| vec![name.to_owned(), value.to_owned()];
        let columns = self.columns.iter().map(|column| column.name().to_owned());
        let head = [
            pair(MARK, VERSION),
            pair("list", self.kind.name()),
            pair("database", &self.origin.database),
            pair("change", &self.origin.change.to_string()),
            pair("as_of", &self.as_of.to_string()),
            std::iter::once("columns".to_owned()).chain(columns).collect(),
        ];
        let rows = self.rows.iter().map(|row| {
            let digests: String = row.digests.iter().map(|digest| format!("{:08x}", digest.0)).collect();
            let key = row.key.iter().map(Text::to_string);
            [ROW.to_owned(), digests].into_iter().chain(key).collect()
        });
        head.into_iter().chain(rows)
    }

    /// The stamp that lines of a hidden sheet hold; none where they hold none, or not the whole of one.
    pub fn of_lines<'l>(mut lines: impl Iterator<Item = Vec<&'l str>>) -> Option<Self> {
        let mut after = |name: &str| {
            let line = lines.next()?;
            (line.first() == Some(&name)).then(|| line[1..].iter().map(|cell| cell.trim()).collect::<Vec<_>>())
        };
        if after(MARK)?.first() != Some(&VERSION) {
            return None;
        }
        let kind = *after("list")?.first()?;
        let kind = Kind::ALL.into_iter().find(|each| each.name() == kind)?;
        let database = Text::from(*after("database")?.first()?);
        let change = after("change")?.first()?.parse().ok()?;
        let as_of = after("as_of")?.first()?.parse().ok()?;
        let columns = after("columns")?.into_iter().filter(|name| !name.is_empty());
        let columns = columns.map(|name| Column::ALL.iter().copied().find(|column| column.name() == name));
        let columns = columns.collect::<Option<Vec<Column>>>()?;
        let rows = lines.map(|line| stamped(&line, columns.len(), kind.key().len())).collect::<Option<Vec<_>>>()?;
        Some(Stamp { kind, origin: Origin { database, change }, as_of, columns, rows })
    }
}

/// The row of a line: its digests in one cell, then a cell for each part of its key.
fn stamped(line: &[&str], columns: usize, parts: usize) -> Option<Stamped> {
    let [ROW, digests, key @ ..] = line else { return None };
    if digests.len() != columns * LETTERS {
        return None;
    }
    let digests: Option<Vec<Digest>> = digests
        .as_bytes()
        .chunks(LETTERS)
        .map(|letters| u32::from_str_radix(std::str::from_utf8(letters).ok()?, 16).ok().map(Digest))
        .collect();
    let digests = digests?;
    let key: Vec<Text> = (0..parts).map(|at| Text::from(*key.get(at).unwrap_or(&""))).collect();
    Some(Stamped { key, digests })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn stamp() -> Stamp {
        let row = |key: &[&str], digests: &[u32]| Stamped {
            key: key.iter().map(|part| Text::from(*part)).collect(),
            digests: digests.iter().copied().map(Digest).collect(),
        };
        Stamp {
            kind: Kind::Seats,
            origin: Origin { database: "18f-2a".into(), change: 12 },
            as_of: date(2022, 5, 31),
            columns: vec![Column::UnitCode, Column::Duty, Column::Min],
            rows: vec![row(&["00123", "lead"], &[1, u32::MAX, 3]), row(&["X, 1", "lead"], &[0, 0, 0])],
        }
    }

    fn read(lines: &[Vec<String>]) -> Option<Stamp> {
        Stamp::of_lines(lines.iter().map(|line| line.iter().map(String::as_str).collect()))
    }

    #[test]
    fn a_stamp_is_read_as_it_was_written() {
        let lines: Vec<Vec<String>> = stamp().lines().collect();
        assert_eq!(read(&lines), Some(stamp()));
        let wide: Vec<Vec<String>> = lines.iter().map(|line| [line.clone(), vec![String::new(); 3]].concat()).collect();
        assert_eq!(read(&wide), Some(stamp()), "a sheet is as wide as its widest row");
    }

    #[test]
    fn what_is_no_whole_stamp_is_none() {
        let lines: Vec<Vec<String>> = stamp().lines().collect();
        for at in 0..6 {
            let mut broken = lines.clone();
            broken[at][1] = "?".to_owned();
            let is_free_text = at == 2;
            assert_eq!(read(&broken).is_some(), is_free_text, "{at}");
            broken.truncate(at);
            assert_eq!(read(&broken), None, "{at}");
        }
        let mut short = lines.clone();
        short[6][1].pop();
        assert_eq!(read(&short), None);
        assert_eq!(read(&[vec!["code".to_owned()]]), None);
    }

    #[test]
    fn a_digest_tells_values_and_columns_apart() {
        let of = |column, value: Value| Digest::of(column, &value);
        assert_eq!(of(Column::Code, "00123".into()), of(Column::Code, String::from("00123").into()));
        assert_ne!(of(Column::Code, "00123".into()), of(Column::Code, "123".into()));
        assert_ne!(of(Column::From, Value::Empty), of(Column::To, Value::Empty));
        assert_eq!(of(Column::From, date(2022, 5, 1).into()), of(Column::From, "2022-05-01".into()));
    }
}
