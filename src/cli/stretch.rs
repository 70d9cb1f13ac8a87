//! A day and a stretch of days on the command line.

use anyhow::Result;
use clap::Args as Group;

use super::desk::today;
use super::stop::Stop;
use super::values::{civil_day, month};
use crate::model::day::{Day, Month, Period};

/// As of which day.
#[derive(Clone, Copy, Debug, Group)]
pub struct AsOf {
    #[arg(long, value_name = "DAY", value_parser = civil_day, conflicts_with = "month")]
    pub as_of: Option<Day>,
    #[arg(long, value_name = "MONTH", value_parser = month)]
    pub month: Option<Month>,
}

/// From which day to which, both included.
#[derive(Clone, Copy, Debug, Group)]
pub struct Stretch {
    #[arg(long, value_name = "DAY", value_parser = civil_day, conflicts_with_all = ["as_of", "month"])]
    pub from: Option<Day>,
    #[arg(long, value_name = "DAY", value_parser = civil_day, conflicts_with_all = ["as_of", "month"])]
    pub to: Option<Day>,
}

impl Stretch {
    /// Whether one of its ends is given.
    pub fn is_given(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }

    /// The days as told, or those of the month, or the one day.
    ///
    /// # Errors
    /// [`Stop::Reversed`].
    pub fn days(&self, when: AsOf) -> Result<Period> {
        let (from, to) = match (when.as_of, when.month) {
            (Some(day), _) => (Some(day), Some(day)),
            (None, Some(month)) => (Some(month.first()), Some(month.last())),
            (None, None) => (self.from, self.to),
        };
        forward(Period { from, to })
    }

    /// The same, until today where no end is told.
    ///
    /// # Errors
    /// [`Stop::Reversed`].
    pub fn days_so_far(&self, when: AsOf) -> Result<Period> {
        let days = self.days(when)?;
        forward(Period { from: days.from, to: days.to.or(Some(today())) })
    }
}

/// Refuses a stretch that ends before it begins.
///
/// # Errors
/// [`Stop::Reversed`].
pub fn forward(stretch: Period) -> Result<Period> {
    match (stretch.from, stretch.to) {
        (Some(from), Some(to)) if to < from => Err(Stop::Reversed { from, to }.into()),
        _ => Ok(stretch),
    }
}
