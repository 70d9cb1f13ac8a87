//! Values of the command line: how each is read, and what may stand where that is a short list.

use super::template::Form;
use crate::merge::Mode;
use crate::model::cadre::Status;
use crate::model::day::{Day, Month};
use crate::model::finding::Severity;
use crate::model::lang::Lang;
use crate::model::list::{Column, Kind};
use crate::model::policy::{Policy, Profile};
use crate::read::day::day;
use crate::read::encoding::Encoding;
use crate::read::names::Names;
use crate::render::{Delimiter, Format};

/// What an argument that is no `ValueEnum` may be, for help and completions; nothing where that is no short list.
pub fn choices(argument: &str) -> Vec<&'static str> {
    match argument {
        "lang" => Lang::ALL.map(Lang::code).to_vec(),
        "kind" => Kind::ALL.map(Kind::name).to_vec(),
        "form" => Kind::ALL.map(Kind::name).into_iter().chain([Form::DECISION]).collect(),
        "status" => Status::ALL.map(Status::code).to_vec(),
        "mode" => Mode::ALL.map(Mode::code).to_vec(),
        "fail_on" => Severity::ALL.map(Severity::code).to_vec(),
        "profile" => Profile::ALL.map(Profile::code).to_vec(),
        "encoding" => Encoding::ALL.map(Encoding::code).to_vec(),
        "delimiter" => Delimiter::ALL.map(Delimiter::name).to_vec(),
        "format" => Format::ALL.map(Format::name).to_vec(),
        _ => Vec::new(),
    }
}

/// The one of `all` whose code was typed.
fn coded<T: Copy>(text: &str, all: impl IntoIterator<Item = T>, code: impl Fn(T) -> &'static str) -> Result<T, String> {
    all.into_iter().find(|one| code(*one) == text).ok_or_else(|| text.to_owned())
}

/// A column by its canonical name.
fn column(name: &str) -> Result<Column, String> {
    coded(name.trim(), Column::ALL.iter().copied(), Column::name)
}

/// A heading and the column it means: `HEADING=COLUMN`.
pub fn heading(text: &str) -> Result<(String, Column), String> {
    let (heading, name) = text.rsplit_once('=').ok_or_else(|| text.to_owned())?;
    column(name).map(|column| (heading.trim().to_owned(), column)).map_err(|_| text.to_owned())
}

/// A column and the value of all its cells: `COLUMN=VALUE`.
pub fn column_value(text: &str) -> Result<(Column, String), String> {
    let (name, value) = text.split_once('=').ok_or_else(|| text.to_owned())?;
    column(name).map(|column| (column, value.trim().to_owned())).map_err(|_| text.to_owned())
}

/// A language by its code.
pub fn lang(text: &str) -> Result<Lang, String> {
    coded(text, Lang::ALL, Lang::code)
}

/// An encoding by its code.
pub fn encoding(text: &str) -> Result<Encoding, String> {
    Encoding::of_code(text).ok_or_else(|| text.to_owned())
}

/// A month.
pub fn month(text: &str) -> Result<Month, String> {
    Month::parse(text).ok_or_else(|| text.to_owned())
}

/// A day, ISO or day first.
pub fn civil_day(text: &str) -> Result<Day, String> {
    day(text).map_err(|_| text.to_owned())
}

/// A list by its name.
pub fn kind(text: &str) -> Result<Kind, String> {
    coded(text, Kind::ALL, Kind::name)
}

/// What may be had empty, by its name.
pub fn form(text: &str) -> Result<Form, String> {
    if text == Form::DECISION { Ok(Form::Decision) } else { kind(text).map(Form::List) }
}

/// A status by its code, or its name in either language.
pub fn status(text: &str) -> Result<Status, String> {
    Names::of(&Policy::default()).status(text).map_err(|_| text.to_owned())
}

/// A severity by its code.
pub fn severity(text: &str) -> Result<Severity, String> {
    coded(text, Severity::ALL, Severity::code)
}

/// A percentage from 0 to 100.
pub fn percent(text: &str) -> Result<u32, String> {
    let number = text.strip_suffix('%').unwrap_or(text);
    number.parse().ok().filter(|percent| *percent <= 100).ok_or_else(|| text.to_owned())
}

/// A mode by its code.
pub fn mode(text: &str) -> Result<Mode, String> {
    coded(text, Mode::ALL, Mode::code)
}

/// A profile by its code.
pub fn profile(text: &str) -> Result<Profile, String> {
    coded(text, Profile::ALL, Profile::code)
}

/// A format by its name.
pub fn format(text: &str) -> Result<Format, String> {
    coded(text, Format::ALL, Format::name)
}

/// What stands between the cells of a csv, by its name.
pub fn delimiter(text: &str) -> Result<Delimiter, String> {
    coded(text, Delimiter::ALL, Delimiter::name)
}
