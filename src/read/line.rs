//! A row of a file, whatever the format: numbered as Excel numbers it, its cells as text.

use csv::StringRecord;

/// The most columns a list may have.
pub const MOST_COLUMNS: usize = 256;
/// The most bytes a cell may have.
pub const MOST_CELL_BYTES: usize = 4096;

/// One row of a file.
#[derive(Debug)]
pub struct Line {
    /// Row number in Excel, from 1.
    pub at: u32,
    /// The cells as text, as a clerk would have typed them; or what is wrong with the row.
    pub cells: Result<StringRecord, Spoilt>,
    /// What cells were besides their text; none in text files.
    pub marks: Vec<Mark>,
}

/// What a cell was besides its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Position of the cell in its row.
    pub cell: u16,
    /// What it was.
    pub was: Was,
}

/// What a cell of a workbook was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Was {
    /// A number; its text has the digits that the cell shows, without marks for thousands.
    Number,
    /// A number whose format of zeros ("00000") put its leading zeros back.
    Padded,
    /// A number of more digits than a workbook keeps exactly (15).
    Imprecise,
    /// A day; its text is ISO.
    Day,
    /// A formula that was never calculated: the cell has no value.
    Uncalculated,
    /// An error such as #REF!, which is its text.
    Broken,
    /// Text in a Vietnamese font of before Unicode, its letters as the file has them until they are put right.
    InOldFont(OldFont),
}

impl Was {
    /// The id of the finding that reports a cell without a value to take in.
    pub fn check(self) -> Option<&'static str> {
        match self {
            Was::Imprecise => Some("number-imprecise"),
            Was::Uncalculated => Some("formula-uncalculated"),
            Was::Broken => Some("cell-broken"),
            Was::Number | Was::Padded | Was::Day | Was::InOldFont(_) => None,
        }
    }
}

/// A kind of Vietnamese font of before Unicode, told by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OldFont {
    /// ".VnTime" and its like (ABC).
    Tcvn3,
    /// ".VnTimeH" and its like, which draw every letter as its capital.
    Tcvn3Capital,
    /// "VNI-Times" and its like.
    Vni,
}

/// A row that cannot be read.
#[derive(Debug)]
pub struct Spoilt {
    /// Why.
    pub why: BadLine,
    /// Its cells as far as they can be made out, what is no text replaced by U+FFFD.
    pub cells: StringRecord,
}

/// Why a row cannot be read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadLine {
    /// Bytes that are not UTF-8, in the cell at this position.
    NotUtf8(usize),
    /// A quote that is never closed, in the cell at this position.
    OpenQuote(usize),
    /// A cell of more than [`MOST_CELL_BYTES`], at this position.
    CellTooLong(usize),
    /// More cells than [`MOST_COLUMNS`].
    TooManyCells,
    /// A NUL character, in the cell at this position.
    Nul(usize),
}

impl BadLine {
    /// The id of the finding that reports it.
    pub fn check(self) -> &'static str {
        match self {
            BadLine::NotUtf8(_) => "text-not-utf8",
            BadLine::OpenQuote(_) => "quote-unclosed",
            BadLine::CellTooLong(_) => "cell-too-long",
            BadLine::TooManyCells => "row-too-wide",
            BadLine::Nul(_) => "text-with-nul",
        }
    }

    /// The position of the cell at fault, where it is one cell.
    pub fn cell(self) -> Option<usize> {
        match self {
            BadLine::NotUtf8(at) | BadLine::OpenQuote(at) | BadLine::CellTooLong(at) | BadLine::Nul(at) => Some(at),
            BadLine::TooManyCells => None,
        }
    }
}
