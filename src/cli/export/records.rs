//! `export` of what meetings and the grass roots told: sheets of attendance, who has not come, meetings not held,
//! rates, and the digest of feedback.

use std::path::Path;

use anyhow::Result;

use super::chunks::look;
use super::database;
use crate::cli::args::{Export, Exported};
use crate::cli::calendar::MonthPlan;
use crate::cli::desk::{Desk, Label};
use crate::cli::exit::Exit;
use crate::cli::stop::Stop;
use crate::cli::tops::{self, Tops};
use crate::cli::{find, office};
use crate::model::day::{Month, Span};
use crate::model::id::{LevelId, UnitId};
use crate::model::policy::Profile;
use crate::model::snapshot::Snapshot;
use crate::render::Format;
use crate::report::attendance::absences::absences;
use crate::report::attendance::sheet::{Line, Sheets};
use crate::report::attendance::turnout::{By, turnout};
use crate::report::attendance::unheld::unheld;
use crate::report::editing::sheet;
use crate::report::feedback::{digest, outside};
use crate::report::paper::Paper;
use crate::report::table::Table;
use crate::say;
use crate::text::catalogue::Catalogue;

/// Whether a document is made here: the list of attendance is the sheet of a month where one is told.
pub fn is_own(args: &Export) -> bool {
    match args.what {
        Exported::Absences | Exported::Unheld | Exported::Turnout | Exported::Digest => true,
        Exported::Attendance => args.when.month.is_some(),
        _ => false,
    }
}

/// Whether several documents are asked for, which go into a folder: sheets and digests by units, also where a sheet is
/// to go into what has no ending of a file.
pub fn is_many(args: &Export) -> bool {
    let is_file =
        |out: &Path| out.extension().is_some() && !out.is_dir() && !out.to_string_lossy().ends_with(['/', '\\']);
    let has_ending = || args.output.file().is_none_or(is_file);
    match args.what {
        Exported::Digest => args.by.is_some(),
        Exported::Attendance => is_own(args) && (args.by.is_some() || args.output.format.is_none() && !has_ending()),
        _ => false,
    }
}

/// Refuses what cannot be, before anything is read.
///
/// # Errors
/// [`Stop::NoUseHere`]; or when there is no folder to write to.
pub fn refuse(args: &Export) -> Result<()> {
    let has_no_groups = matches!(args.what, Exported::Absences | Exported::Unheld);
    let is_list = matches!(args.what, Exported::Attendance | Exported::Feedback) && !is_own(args);
    if args.by.is_some() && (has_no_groups || is_list) {
        return Err(Stop::NoUseHere("--by").into());
    }
    if args.anonymise && is_own(args) && !matches!(args.what, Exported::Turnout) {
        return Err(Stop::NoUseHere("--anonymise").into());
    }
    if is_many(args) { tops::refuse(&args.output) } else { Ok(()) }
}

/// Writes it.
///
/// # Errors
/// When the database cannot be read, something is not known, or a document cannot be written.
pub fn export(desk: &Desk, args: &Export) -> Result<Exit> {
    let stretch = args.stretch.is_given().then(|| args.stretch.days_so_far(args.when)).transpose()?;
    let day = stretch.and_then(|stretch| stretch.to).unwrap_or_else(|| args.when.day());
    let month = Month::of(day);
    let (_, book) = office::open_whole(desk)?;
    let book = if args.anonymise { database::anonymised(book)? } else { book };
    // A sheet has each row under the unit of its own day, as the import takes it back.
    let book = if args.what == Exported::Attendance { book } else { book.records_on(day) };
    let book = book.seen_on(day);
    let snapshot = Snapshot::new(&book, day);
    let under = args.under.as_deref().map(|typed| find::unit(&snapshot, typed)).transpose()?;
    let words = Catalogue::new(snapshot.policy().lang);
    let profile = args.profile.or((args.what == Exported::Attendance).then_some(Profile::Full));
    let paper = office::document_paper(desk, &words, snapshot.policy(), profile);
    let made = Making { desk, args, snapshot: &snapshot, paper: &paper, month, under };
    match args.what {
        Exported::Attendance => made.sheets(),
        Exported::Absences => made.one(&absences(&snapshot, &paper, month, under)),
        Exported::Unheld => {
            let sittings = MonthPlan::of(&snapshot, month).sittings;
            made.one(&unheld(&snapshot, &paper, month, &sittings, under))
        }
        Exported::Digest => made.digests(),
        _ => {
            let begin = || book.attendance.iter().map(|row| row.day).min().unwrap_or(day);
            let first = stretch.map_or(month.first(), |stretch| stretch.from.unwrap_or_else(begin));
            made.rates(Span { first: first.min(day), last: day })
        }
    }
}

struct Making<'m, 'b> {
    desk: &'m Desk,
    args: &'m Export,
    snapshot: &'m Snapshot<'b>,
    paper: &'m Paper<'m>,
    month: Month,
    under: Option<UnitId>,
}

impl Making<'_, '_> {
    fn one(&self, table: &Table) -> Result<Exit> {
        self.desk.deliver(table, &self.args.output, &look(self.desk, self.args))?;
        Ok(Exit::Clean)
    }

    /// The level of `--by`, else the one that gets rosters.
    fn level(&self) -> Result<LevelId> {
        let by = self.args.by.as_deref().map(|typed| find::level(self.snapshot.policy(), typed)).transpose()?;
        by.or_else(|| self.snapshot.policy().roster_level()).ok_or_else(|| Stop::Needs("--by").into())
    }

    /// The sheet of all units, or one for each unit of a level.
    fn sheets(&self) -> Result<Exit> {
        let sittings = MonthPlan::of(self.snapshot, self.month).sittings;
        let sheets = Sheets::of(self.snapshot.book, self.month, &sittings);
        if !is_many(self.args) {
            return self.one(&self.sheet(&sheets.lines(&|unit| self.snapshot.is_in(unit, self.under))));
        }
        let tops = self.tops("attendance", &[Format::Xlsx])?;
        tops::write(self.desk, &self.args.output, self.snapshot, &tops, |top| {
            let rows = sheets.lines(&|unit| self.snapshot.is_under(unit, top));
            (!rows.is_empty()).then(|| self.sheet(&rows))
        })?;
        Ok(Exit::Clean)
    }

    fn sheet(&self, rows: &[Line]) -> Table {
        let rows = rows.iter().map(|line| (line.entry(), matches!(line, Line::Told(_))));
        sheet(self.snapshot.book, self.paper, rows, self.snapshot.day)
    }

    fn digests(&self) -> Result<Exit> {
        let digest = |under| digest(self.snapshot, self.paper, self.month, under);
        if self.args.by.is_none() {
            return self.one(&digest(self.under));
        }
        let tops = self.tops("digest", &[Format::Docx])?;
        tops::write(self.desk, &self.args.output, self.snapshot, &tops, |top| {
            let table = digest(Some(top));
            (!table.rows.is_empty()).then_some(table)
        })?;
        let outside = outside(self.snapshot, self.month, tops.level, self.under);
        if outside > 0 {
            self.desk.note(Label::Note, &say!(self.desk.words, "digest-outside", count = outside));
        }
        Ok(Exit::Clean)
    }

    fn tops<'t>(&self, what: &'t str, formats: &'t [Format]) -> Result<Tops<'t>> {
        let level = self.level()?;
        Ok(Tops { what, level, under: self.under, formats, look: look(self.desk, self.args) })
    }

    /// Rates by what `--by` names: a level, the duties, or the months.
    fn rates(&self, stretch: Span) -> Result<Exit> {
        let by = match self.args.by.as_deref() {
            Some("duty") => By::Duty,
            Some("month") => By::Month,
            _ => By::Level(self.level()?),
        };
        self.one(&turnout(self.snapshot, self.paper, stretch, by, self.under))
    }
}
