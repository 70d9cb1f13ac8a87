//! When meetings may be held, as a policy says it: hours, weekends, holidays.

use jiff::civil::Date;
use toml::Spanned;

use super::Reading;
use super::raw::RawCalendar;
use crate::model::calendar::{Calendar, Holiday};
use crate::model::day::Period;
use crate::model::finding::{Finding, Severity};
use crate::model::meeting::hour;

/// The longest that a meeting keeps its people, in minutes.
const MOST_MINUTES: u16 = 24 * 60;

impl Reading<'_> {
    /// The rules of the calendar; what the policy does not say is as usual.
    pub fn calendar(&mut self, raw: Option<&RawCalendar>) -> Calendar {
        let usual = Calendar::default();
        let Some(raw) = raw else { return usual };
        let mut hours = usual.hours;
        if let Some(told) = &raw.hours {
            hours = told.iter().filter_map(|told| self.told(told, "policy-hour", hour)).collect();
            hours.sort();
        }
        if let Some(minutes) = raw.minutes.as_ref().filter(|minutes| !(1..=MOST_MINUTES).contains(minutes.get_ref())) {
            let finding = Finding::new("number-out-of-range", Severity::Error).value(&minutes.get_ref().to_string());
            self.note(finding.arg("least", 1u32).arg("most", u32::from(MOST_MINUTES)), minutes.span().start);
        }
        let minutes = raw.minutes.as_ref().map_or(usual.minutes, |minutes| *minutes.get_ref());
        let holidays = raw.holidays.iter().filter_map(|told| self.told(told, "policy-holiday", holiday)).collect();
        Calendar { hours, minutes, has_weekends: raw.weekends, holidays }
    }

    fn told<T>(&mut self, told: &Spanned<String>, check: &'static str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let value = read(told.get_ref().trim());
        if value.is_none() {
            self.note(Finding::new(check, Severity::Error).value(told.get_ref()), told.span().start);
        }
        value
    }
}

/// A holiday: `04-30` of every year, `2026-02-17`, or `2026-02-16..2026-02-20`.
fn holiday(text: &str) -> Option<Holiday> {
    if let Some((first, last)) = text.split_once("..") {
        let period = Period { from: Some(first.trim().parse().ok()?), to: Some(last.trim().parse().ok()?) };
        return (!period.is_reversed()).then_some(Holiday::Days(period));
    }
    if let Ok(day) = text.parse::<Date>() {
        return Some(Holiday::Days(Period::of_day(day)));
    }
    let (month, day) = text.split_once('-')?;
    // A year with 29 February.
    let day = Date::new(2024, month.parse().ok()?, day.parse().ok()?).ok()?;
    Some(Holiday::Yearly(day.month(), day.day()))
}

#[cfg(test)]
mod tests {
    use crate::read::policy::{built_in, policy};

    #[test]
    fn the_calendar_is_read_and_each_fault_told() {
        let sample = built_in("two-tier").expect("a policy").replace("[calendar]", "[was]");
        let read = |text: &str| {
            policy(&format!("{}\n{text}", sample.split("[was]").next().unwrap_or_default()), "policy.toml")
        };
        let sound = read(
            "[calendar]\nhours = [\"19:00\", \"07:00\"]\nweekends = false\nholidays = [\"04-30\", \"2026-02-16..2026-02-20\"]\n",
        );
        let calendar = sound.expect("sound").calendar;
        assert_eq!(
            (calendar.hours.len(), calendar.minutes, calendar.has_weekends, calendar.holidays.len()),
            (2, 120, false, 2)
        );
        assert_eq!(calendar.hours[0], jiff::civil::Time::constant(7, 0, 0, 0));
        for (fault, check) in [
            ("hours = [\"25:00\"]", "policy-hour"),
            ("minutes = 0", "number-out-of-range"),
            ("holidays = [\"30-02\"]", "policy-holiday"),
            ("holidays = [\"2026-02-20..2026-02-16\"]", "policy-holiday"),
        ] {
            let found = read(&format!("[calendar]\n{fault}\n")).expect_err("a fault");
            assert!(found.iter().any(|finding| finding.check == check), "{fault}: {found:?}");
        }
    }
}
