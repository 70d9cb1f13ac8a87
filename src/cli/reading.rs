//! What the user says about offices' files, for every command that reads them.

use clap::Args as Group;

use super::values::{column_value, encoding, heading};
use crate::model::list::{Column, Kind};
use crate::read::encoding::Encoding;
use crate::read::wishes::Wishes;

/// What the user says about offices' files.
#[derive(Clone, Debug, Group)]
pub struct ReadingArgs {
    #[arg(long, value_name = "ENCODING", value_parser = encoding)]
    pub encoding: Option<Encoding>,
    #[arg(long = "sheet", value_name = "SHEET")]
    pub sheets: Vec<String>,
    #[arg(long, value_name = "ROW")]
    pub header_row: Option<u32>,
    #[arg(long = "map", value_name = "HEADING", value_parser = heading)]
    pub headings: Vec<(String, Column)>,
    #[arg(long = "set", value_name = "VALUE", value_parser = column_value)]
    pub values: Vec<(Column, String)>,
    #[arg(long, value_name = "DIGITS")]
    pub pad_codes: Option<u8>,
    #[arg(long)]
    pub fill_merged: bool,
}

impl ReadingArgs {
    /// The same as the reading room takes it.
    pub fn wishes(&self, kind: Option<Kind>) -> Wishes {
        Wishes {
            kind,
            encoding: self.encoding,
            sheets: self.sheets.clone(),
            header_row: self.header_row,
            headings: self.headings.clone(),
            values: self.values.iter().cloned().collect(),
            code_digits: self.pad_codes.map(usize::from),
            fills_merged: self.fill_merged,
        }
    }
}
