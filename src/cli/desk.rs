//! The desk: what every command needs to speak and to write.

use std::io::{ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::args::{Args, Output, When};
use super::colour;
use super::files;
use super::stop::Stop;
use super::usage::language;
use crate::model::day::Day;
use crate::render::terminal::painted;
use crate::render::{Format, Look, render, terminal};
use crate::report::table::Table;
use crate::text::catalogue::Catalogue;
use crate::text::order::Order;

/// The desk of one run.
pub struct Desk {
    /// Wording of the terminal.
    pub words: Catalogue,
    /// Order of names.
    pub order: Order,
    /// The database.
    pub db: PathBuf,
    /// Whether everything is agreed to beforehand.
    pub is_agreed: bool,
    /// Whether nobody is there to be asked.
    pub is_alone: bool,
    is_quiet: bool,
    colour: When,
}

/// A kind of line on stderr.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// What is going on; not with `--quiet`.
    Note,
    /// What was found; always, and without a label.
    Plain,
    /// What is wrong.
    Error,
    /// What to do about it.
    Hint,
}

impl Desk {
    /// The desk for the arguments given.
    pub fn new(args: &Args) -> Self {
        Desk {
            words: Catalogue::new(language(args.lang)),
            order: Order::new(),
            db: args.db.clone().or_else(named_outside).unwrap_or_else(|| PathBuf::from("phancong.db")),
            is_agreed: args.yes,
            is_alone: args.no_input,
            is_quiet: args.quiet,
            colour: args.color,
        }
    }

    /// Whether progress may be shown.
    pub fn shows_progress(&self) -> bool {
        !self.is_quiet && std::io::stderr().is_terminal()
    }

    /// Whether only results and errors are printed.
    pub fn is_quiet(&self) -> bool {
        self.is_quiet
    }

    /// How prose on stderr looks.
    pub fn errors(&self) -> Look {
        let colour = self.has_colour(std::io::stderr().is_terminal());
        Look { width: terminal::width_of_errors(), colour, ..Look::default() }
    }

    /// Writes a line to stderr. A stderr that cannot be written to is no reason to stop.
    pub fn note(&self, label: Label, text: &str) {
        if self.is_quiet && label == Label::Note {
            return;
        }
        let line = match label {
            Label::Note | Label::Plain => format!("{text}\n"),
            Label::Hint => format!("{} {text}\n", self.words.say("label-hint", &[])),
            Label::Error => {
                format!("{} {text}\n", painted(&self.words.say("label-error", &[]), "1;31", &self.errors()))
            }
        };
        let _ = std::io::stderr().write_all(line.as_bytes());
    }

    /// Writes a result to stdout. Whoever closes the pipe early has read enough: the command goes on and ends as it
    /// would have.
    ///
    /// # Errors
    /// When stdout cannot be written to.
    pub fn print(&self, bytes: &[u8]) -> Result<()> {
        let mut out = std::io::stdout().lock();
        match out.write_all(bytes).and_then(|()| out.flush()) {
            Err(err) if err.kind() != ErrorKind::BrokenPipe => {
                Err(err).with_context(|| self.words.say("stdout-name", &[]))
            }
            _ => Ok(()),
        }
    }

    /// The format of a result: as told, else by the file's ending, else a table on a terminal and csv elsewhere.
    ///
    /// # Errors
    /// [`Stop::EndingUnknown`] when the file's ending names no format and nothing else does.
    pub fn format(&self, output: &Output) -> Result<Format> {
        match (output.format, output.file()) {
            (Some(format), _) => Ok(format),
            (None, Some(path)) => format_of(path, Format::ENDINGS),
            (None, None) if std::io::stdout().is_terminal() => Ok(Format::Table),
            (None, None) => Ok(Format::Csv),
        }
    }

    /// How a result looks where it goes: a file is neither coloured nor as wide as the terminal.
    pub fn look(&self, output: &Output) -> Look {
        if output.file().is_some() { Look::default() } else { self.screen() }
    }

    /// How a result looks on stdout.
    pub fn screen(&self) -> Look {
        let is_terminal = std::io::stdout().is_terminal();
        let width = is_terminal.then(terminal::width).flatten();
        Look { width, colour: self.has_colour(is_terminal), ..Look::default() }
    }

    /// Writes a table where the user wants it.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn deliver(&self, table: &Table, output: &Output, look: &Look) -> Result<()> {
        output.file().map(|path| files::refuse(path, [self.db.as_path()])).transpose()?;
        let format = self.format(output)?;
        self.deliver_bytes(&render(table, format, look)?, output)
    }

    /// Writes bytes to the file of `--out`, or to stdout.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn deliver_bytes(&self, bytes: &[u8], output: &Output) -> Result<()> {
        match output.file() {
            Some(path) => {
                files::refuse(path, [self.db.as_path()])?;
                files::write(path, bytes)?;
                self.note(Label::Note, &crate::say!(self.words, "written", path = shown(path)));
                Ok(())
            }
            None => self.print(bytes),
        }
    }

    fn has_colour(&self, is_terminal: bool) -> bool {
        colour::shows(self.colour, is_terminal)
    }
}

/// The database that the environment names; a variable that is set to nothing names none.
fn named_outside() -> Option<PathBuf> {
    std::env::var_os("PHANCONG_DB").filter(|db| !db.is_empty()).map(PathBuf::from)
}

/// The format that the ending of a file's name asks for, one of `endings`; csv where it has no ending.
///
/// # Errors
/// [`Stop::EndingUnknown`].
pub fn format_of(path: &Path, endings: &'static [&'static str]) -> Result<Format> {
    let Some(ending) = path.extension() else { return Ok(Format::Csv) };
    let is_known = endings.iter().any(|known| ending.eq_ignore_ascii_case(known));
    let format = Format::of_extension(path).filter(|_| is_known);
    format.ok_or_else(|| Stop::EndingUnknown { path: path.to_owned(), endings }.into())
}

/// A path as it may be printed.
pub fn shown(path: &Path) -> String {
    crate::text::clean::clean(&path.display().to_string()).into_owned()
}

/// Today, where the computer stands.
pub fn today() -> Day {
    jiff::ZonedDateTime::now().date()
}
