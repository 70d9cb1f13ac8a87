//! Values of arguments; what is none comes back as it was typed, for the complaint.

use crate::merge::Mode;
use crate::model::day::{Day, Month};
use crate::model::finding::Severity;
use crate::model::lang::Lang;
use crate::model::list::{Column, Kind};
use crate::model::policy::Profile;
use crate::read::day::day;
use crate::read::encoding::Encoding;
use crate::render::{Delimiter, Format};

fn column(name: &str) -> Option<Column> {
    Column::ALL.iter().copied().find(|column| column.name() == name.trim())
}

/// A heading and the column that it means: "Đ/c=full_name".
pub fn heading(text: &str) -> Result<(String, Column), String> {
    let (heading, name) = text.rsplit_once('=').ok_or_else(|| text.to_owned())?;
    column(name).map(|column| (heading.trim().to_owned(), column)).ok_or_else(|| text.to_owned())
}

/// A column and a value for all its rows: "duty=commune-team".
pub fn column_value(text: &str) -> Result<(Column, String), String> {
    let (name, value) = text.split_once('=').ok_or_else(|| text.to_owned())?;
    column(name).map(|column| (column, value.trim().to_owned())).ok_or_else(|| text.to_owned())
}

/// A language.
pub fn lang(text: &str) -> Result<Lang, String> {
    Lang::ALL.into_iter().find(|lang| lang.code() == text).ok_or_else(|| text.to_owned())
}

/// An encoding.
pub fn encoding(text: &str) -> Result<Encoding, String> {
    Encoding::of_code(text).ok_or_else(|| text.to_owned())
}

/// A month.
pub fn month(text: &str) -> Result<Month, String> {
    Month::parse(text).ok_or_else(|| text.to_owned())
}

/// A day, as offices type it.
pub fn civil_day(text: &str) -> Result<Day, String> {
    day(text).map_err(|_| text.to_owned())
}

/// A list.
pub fn kind(text: &str) -> Result<Kind, String> {
    Kind::ALL.into_iter().find(|kind| kind.name() == text).ok_or_else(|| text.to_owned())
}

/// A severity.
pub fn severity(text: &str) -> Result<Severity, String> {
    Severity::ALL.into_iter().find(|severity| severity.code() == text).ok_or_else(|| text.to_owned())
}

/// A share from 0 to 100, with or without its sign.
pub fn percent(text: &str) -> Result<u32, String> {
    let number = text.strip_suffix('%').unwrap_or(text);
    number.parse().ok().filter(|percent| *percent <= 100).ok_or_else(|| text.to_owned())
}

/// What an import does with known rows.
pub fn mode(text: &str) -> Result<Mode, String> {
    match text {
        "upsert" => Ok(Mode::Upsert),
        "add" => Ok(Mode::Add),
        "sync" => Ok(Mode::Sync),
        _ => Err(text.to_owned()),
    }
}

/// Which personal columns are shown.
pub fn profile(text: &str) -> Result<Profile, String> {
    match text {
        "public" => Ok(Profile::Public),
        "internal" => Ok(Profile::Internal),
        "full" => Ok(Profile::Full),
        _ => Err(text.to_owned()),
    }
}

/// What stands between the cells of a csv.
pub fn delimiter(text: &str) -> Result<Delimiter, String> {
    Delimiter::ALL.into_iter().find(|delimiter| delimiter.name() == text).ok_or_else(|| text.to_owned())
}

/// A format.
pub fn format(text: &str) -> Result<Format, String> {
    Format::ALL.into_iter().find(|format| format.name() == text).ok_or_else(|| text.to_owned())
}
