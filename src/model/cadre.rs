//! A cadre (cán bộ): one person who can be assigned.

use super::day::{Day, Period, day_before};
use super::id::{LevelId, UnitId};
use super::{Shared, Text};

/// Whether a cadre can hold duties, and if not, why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Status {
    /// At work (đang công tác); the only one that covers a seat.
    #[default]
    Active,
    /// Retired (nghỉ hưu).
    Retired,
    /// Moved elsewhere (chuyển công tác).
    Transferred,
    /// Away for long (nghỉ dài hạn).
    Leave,
    /// Died (từ trần).
    Died,
}

impl Status {
    /// Every status.
    pub const ALL: [Status; 5] = [Status::Active, Status::Retired, Status::Transferred, Status::Leave, Status::Died];

    /// The code used in files and in the database.
    pub fn code(self) -> &'static str {
        match self {
            Status::Active => "active",
            Status::Retired => "retired",
            Status::Transferred => "transferred",
            Status::Leave => "leave",
            Status::Died => "died",
        }
    }

    /// The status of a code, in exactly that spelling.
    pub fn of_code(code: &str) -> Option<Self> {
        Status::ALL.into_iter().find(|status| status.code() == code)
    }
}

/// A status from a day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusSpell {
    /// The status.
    pub status: Status,
    /// Its first day; `None` is "since ever".
    pub from: Option<Day>,
}

/// One person who can be assigned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cadre {
    /// Its row in the database.
    pub row: u32,
    /// The office's code for the person, unique.
    pub code: Text,
    /// Family name first, as in Vietnam.
    pub full_name: Text,
    /// Year of birth, where known.
    pub birth_year: Option<u16>,
    /// Post (chức vụ).
    pub position: Shared,
    /// Office or body the person works for (đơn vị công tác).
    pub organization: Shared,
    /// The level the person is counted on.
    pub level: LevelId,
    /// The unit the person belongs to.
    pub home: UnitId,
    /// Phone number, as digits.
    pub phone: Text,
    /// Status from `status_from` on.
    pub status: Status,
    /// First day of the status; `None` is "since ever".
    pub status_from: Option<Day>,
    /// Free text.
    pub note: Shared,
    /// What the status was before, oldest first; nothing for somebody who was always at work.
    pub earlier: Vec<StatusSpell>,
}

/// Whether somebody of these statuses, oldest first, is at work on `day`. Before the first status that is known it is
/// the other way round: a newcomer was not there yet, somebody who left still was.
pub fn is_active_on(mut spells: impl DoubleEndedIterator<Item = StatusSpell> + Clone, day: Day) -> bool {
    let is_begun = |spell: &StatusSpell| spell.from.is_none_or(|from| from <= day);
    match spells.clone().rfind(is_begun) {
        Some(spell) => spell.status == Status::Active,
        None => spells.next().is_some_and(|first| first.status != Status::Active),
    }
}

impl Cadre {
    /// Every status, oldest first, the one of now at the end.
    pub fn spells(&self) -> impl DoubleEndedIterator<Item = StatusSpell> + Clone {
        self.earlier.iter().copied().chain([StatusSpell { status: self.status, from: self.status_from }])
    }

    /// Whether the person is at work on `day`; see [`is_active_on`].
    pub fn is_active_on(&self, day: Day) -> bool {
        is_active_on(self.spells(), day)
    }

    /// The status on `day`; `None` before a newcomer's first day.
    pub fn status_on(&self, day: Day) -> Option<Status> {
        let is_begun = |spell: &StatusSpell| spell.from.is_none_or(|from| from <= day);
        let told = self.spells().rfind(is_begun).map(|spell| spell.status);
        told.or_else(|| self.is_active_on(day).then_some(Status::Active))
    }

    /// The stretches of days on which the person is at work, in order.
    pub fn active_periods(&self) -> Vec<Period> {
        let mut periods: Vec<Period> = Vec::new();
        let mut since = self.spells().next().filter(|first| first.status != Status::Active).map(|_| None);
        for spell in self.spells() {
            match (since, spell.status == Status::Active) {
                (None, true) => since = Some(spell.from),
                (Some(from), false) => {
                    periods.extend(spell.from.map(|over| Period { from, to: Some(day_before(over)) }));
                    since = None;
                }
                _ => {}
            }
        }
        periods.extend(since.map(|from| Period { from, to: None }));
        periods
    }

    /// Takes on another status from a day on. The one of before is kept, unless it began on that day or later: then it
    /// was a mistake.
    pub fn turn(&mut self, status: Status, from: Option<Day>) {
        let before = StatusSpell { status: self.status, from: self.status_from };
        let is_later = |spell: &StatusSpell| from.is_some_and(|from| spell.from.is_none_or(|begun| begun < from));
        self.earlier.retain(is_later);
        // That somebody who leaves was at work before goes without saying.
        let goes_without_saying =
            before == StatusSpell { status: Status::Active, from: None } && self.earlier.is_empty();
        if is_later(&before) && !goes_without_saying {
            self.earlier.push(before);
        }
        (self.status, self.status_from) = (status, from);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn cadre(status: Status, status_from: Option<Day>) -> Cadre {
        Cadre {
            row: 1,
            code: "CB1".into(),
            full_name: "Lê An".into(),
            birth_year: None,
            position: "".into(),
            organization: "".into(),
            level: LevelId(0),
            home: UnitId(0),
            phone: "".into(),
            status,
            status_from,
            note: "".into(),
            earlier: Vec::new(),
        }
    }

    fn period(from: Option<Day>, to: Option<Day>) -> Period {
        Period { from, to }
    }

    #[test]
    fn somebody_who_comes_back_is_away_in_between_only() {
        let mut away = cadre(Status::Active, None);
        away.turn(Status::Leave, Some(date(2022, 3, 1)));
        away.turn(Status::Active, Some(date(2022, 5, 1)));
        for (day, is_active) in
            [(date(2022, 2, 28), true), (date(2022, 3, 1), false), (date(2022, 4, 30), false), (date(2022, 5, 1), true)]
        {
            assert_eq!(away.is_active_on(day), is_active, "{day}");
            assert_eq!(away.active_periods().iter().any(|period| period.contains(day)), is_active, "{day}");
        }
        assert_eq!(away.status_on(date(2022, 2, 28)), Some(Status::Active));
        assert_eq!(away.status_on(date(2022, 4, 30)), Some(Status::Leave));
        let right = [period(None, Some(date(2022, 2, 28))), period(Some(date(2022, 5, 1)), None)];
        assert_eq!(away.active_periods(), right);
    }

    #[test]
    fn a_status_of_the_same_day_or_a_later_one_was_a_mistake() {
        let mut binh = cadre(Status::Active, None);
        binh.turn(Status::Leave, Some(date(2022, 3, 1)));
        binh.turn(Status::Retired, Some(date(2022, 3, 1)));
        assert_eq!((binh.status, binh.earlier.len()), (Status::Retired, 0));
        binh.turn(Status::Transferred, Some(date(2022, 2, 1)));
        assert_eq!(binh.active_periods(), [period(None, Some(date(2022, 1, 31)))]);
    }

    #[test]
    fn somebody_who_left_on_no_known_day_was_never_there() {
        assert_eq!(cadre(Status::Died, None).active_periods(), []);
        assert_eq!(cadre(Status::Active, None).active_periods(), [period(None, None)]);
        let newcomer = cadre(Status::Active, Some(date(2022, 6, 16)));
        assert_eq!(newcomer.active_periods(), [period(Some(date(2022, 6, 16)), None)]);
    }

    #[test]
    fn somebody_who_leaves_is_active_until_the_day_before() {
        let retired = cadre(Status::Retired, Some(date(2022, 6, 16)));
        assert!(retired.is_active_on(date(2022, 6, 15)));
        assert!(!retired.is_active_on(date(2022, 6, 16)));
        assert!(!cadre(Status::Died, None).is_active_on(date(2022, 1, 1)));
        assert_eq!(retired.status_on(date(2022, 6, 15)), Some(Status::Active));
        assert_eq!(retired.status_on(date(2022, 6, 16)), Some(Status::Retired));
    }

    #[test]
    fn a_newcomer_is_active_from_the_first_day() {
        let newcomer = cadre(Status::Active, Some(date(2022, 6, 16)));
        assert!(!newcomer.is_active_on(date(2022, 6, 15)));
        assert_eq!(newcomer.status_on(date(2022, 6, 15)), None);
        assert!(newcomer.is_active_on(date(2022, 6, 16)));
        assert_eq!(newcomer.status_on(date(2022, 6, 15)), None);
        assert!(cadre(Status::Active, None).is_active_on(date(1990, 1, 1)));
    }
}
