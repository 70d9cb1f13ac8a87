//! A cadre (cán bộ): one person who can be assigned.

use super::Text;
use super::day::Day;
use super::id::{LevelId, UnitId};

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
    pub position: Text,
    /// Office or body the person works for (đơn vị công tác).
    pub organization: Text,
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
    pub note: Text,
}

impl Cadre {
    /// Whether the person is at work on `day`. Before `status_from` it is the other way round:
    /// a newcomer was not there yet, somebody who left still was.
    pub fn is_active_on(&self, day: Day) -> bool {
        let status_holds = self.status_from.is_none_or(|from| from <= day);
        (self.status == Status::Active) == status_holds
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
        }
    }

    #[test]
    fn somebody_who_leaves_is_active_until_the_day_before() {
        let retired = cadre(Status::Retired, Some(date(2022, 6, 16)));
        assert!(retired.is_active_on(date(2022, 6, 15)));
        assert!(!retired.is_active_on(date(2022, 6, 16)));
        assert!(!cadre(Status::Died, None).is_active_on(date(2022, 1, 1)));
    }

    #[test]
    fn a_newcomer_is_active_from_the_first_day() {
        let newcomer = cadre(Status::Active, Some(date(2022, 6, 16)));
        assert!(!newcomer.is_active_on(date(2022, 6, 15)));
        assert!(newcomer.is_active_on(date(2022, 6, 16)));
        assert!(cadre(Status::Active, None).is_active_on(date(1990, 1, 1)));
    }
}
