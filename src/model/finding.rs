//! A finding (phát hiện): trouble in the data, as a value. Trouble in the run is an error, and no finding.

use serde::{Deserialize, Serialize};

use super::Text;
use super::cadre::Status;
use super::day::Day;
use super::id::{CadreId, DutyId, LevelId, UnitId};
use super::list::Kind;
use super::place::Place;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Probably wrong.
    Warning,
    /// Wrong.
    Error,
}

impl Severity {
    /// Worst first.
    pub const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];

    /// The word used on the command line, in JSON and in a policy.
    pub fn code(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// A value that a finding's sentence quotes; the catalogue says how it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Text as it stands.
    Text(Text),
    /// A number; sentences agree with it.
    Number(i64),
    /// A day.
    Day(Day),
    /// The name of a duty.
    Duty(DutyId),
    /// The name of a level.
    Level(LevelId),
    /// The name of a window of the policy, by its place there.
    Window(usize),
    /// The name of a status.
    Status(Status),
    /// The name of a list.
    List(Kind),
    /// Lists with their codes and names.
    Lists(Vec<Kind>),
    /// The names of all levels of the policy.
    Levels,
    /// The names of all duties of the policy.
    Duties,
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Text(text.into())
    }
}

impl From<&Text> for Arg {
    fn from(text: &Text) -> Self {
        Arg::Text(text.clone())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(text.into())
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Arg::Number(number.into())
    }
}

impl From<Day> for Arg {
    fn from(day: Day) -> Self {
        Arg::Day(day)
    }
}

impl From<DutyId> for Arg {
    fn from(duty: DutyId) -> Self {
        Arg::Duty(duty)
    }
}

impl From<LevelId> for Arg {
    fn from(level: LevelId) -> Self {
        Arg::Level(level)
    }
}

impl From<Kind> for Arg {
    fn from(list: Kind) -> Self {
        Arg::List(list)
    }
}

impl From<Status> for Arg {
    fn from(status: Status) -> Self {
        Arg::Status(status)
    }
}

/// One thing that a check or a reader found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Id of the check, named after the broken state; the key of its sentence in the catalogue.
    pub check: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Code of the unit concerned.
    pub unit: Option<Text>,
    /// Code of the cadre concerned.
    pub cadre: Option<Text>,
    /// The unit and the cadre concerned, in the book that was checked and in no other.
    pub ids: (Option<UnitId>, Option<CadreId>),
    /// Code of the duty concerned.
    pub duty: Option<Text>,
    /// Where in the office's file, for findings of an import.
    pub place: Place,
    /// The value at fault, as written.
    pub value: Option<String>,
    /// The nearest right value.
    pub nearest: Option<String>,
    /// What the sentence quotes, by name.
    pub args: Vec<(&'static str, Arg)>,
}

impl Finding {
    /// A finding of the check `check`, about nothing in particular yet.
    pub fn new(check: &'static str, severity: Severity) -> Self {
        Finding {
            check,
            severity,
            unit: None,
            cadre: None,
            ids: (None, None),
            duty: None,
            place: Place::default(),
            value: None,
            nearest: None,
            args: Vec::new(),
        }
    }

    /// Names the unit concerned.
    pub fn unit(mut self, code: &Text) -> Self {
        self.unit = Some(code.clone());
        self
    }

    /// Names the cadre concerned.
    pub fn cadre(mut self, code: &Text) -> Self {
        self.cadre = Some(code.clone());
        self
    }

    /// Names the duty concerned.
    pub fn duty(mut self, code: &Text) -> Self {
        self.duty = Some(code.clone());
        self
    }

    /// Says where it stands.
    pub fn place(mut self, place: Place) -> Self {
        self.place = place;
        self
    }

    /// Quotes the value at fault.
    pub fn value(mut self, value: &str) -> Self {
        self.value = Some(value.to_owned());
        self
    }

    /// Offers the nearest right value, if there is one.
    pub fn nearest(mut self, nearest: Option<String>) -> Self {
        self.nearest = nearest;
        self
    }

    /// Gives the sentence a value to quote.
    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        // Hundreds of thousands of findings quote one value or two.
        if self.args.is_empty() {
            self.args.reserve_exact(2);
        }
        self.args.push((name, value.into()));
        self
    }
}

/// How many findings of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the fields of README's JSON, under their own names")]
pub struct Counts {
    pub error: usize,
    pub warning: usize,
    pub info: usize,
}

impl Counts {
    /// Counts findings.
    pub fn of(findings: &[Finding]) -> Self {
        let mut counts = Counts::default();
        findings.iter().for_each(|finding| counts.add(finding.severity));
        counts
    }

    /// Counts one more.
    pub fn add(&mut self, severity: Severity) {
        *match severity {
            Severity::Error => &mut self.error,
            Severity::Warning => &mut self.warning,
            Severity::Info => &mut self.info,
        } += 1;
    }

    /// The worst severity that was counted.
    pub fn worst(self) -> Option<Severity> {
        let counted = [(self.error, Severity::Error), (self.warning, Severity::Warning), (self.info, Severity::Info)];
        counted.into_iter().find(|(count, _)| *count > 0).map(|(_, severity)| severity)
    }
}

/// Whether any of `findings` is an error.
pub fn has_error(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error)
}
