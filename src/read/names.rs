//! Levels, duties, statuses and attendance as offices write them: by code, or by any of their names.

use std::cell::RefCell;

use foldhash::HashMap;

use crate::model::attendance::Presence;
use crate::model::cadre::Status;
use crate::model::id::{DutyId, LevelId};
use crate::model::lang::{Lang, Words};
use crate::model::policy::Policy;
use crate::text::catalogue::Catalogue;
use crate::text::fold::key;
use crate::text::nearest::nearest;

/// What offices write of attendance, beside the words of the catalogue.
const PRESENCES: &[(Presence, &[&str])] = &[
    (Presence::Present, &["x", "v", "có", "dự", "có dự", "tham dự", "có mặt", "1", "yes", "came"]),
    (Presence::Absent, &["vắng không phép", "không phép", "KP", "vắng không lý do"]),
    (Presence::Excused, &["vắng có phép", "có phép", "phép", "P", "CP", "vắng có lý do", "vắng phép"]),
    (Presence::Held, &["có họp", "đã họp", "có sinh hoạt", "đã sinh hoạt"]),
    (
        Presence::NotHeld,
        &["không họp", "chưa họp", "hoãn", "hoãn họp", "không sinh hoạt", "không tổ chức", "postponed"],
    ),
];

/// What may stand in cells that name a level, a duty, a status or attendance.
#[derive(Debug)]
pub struct Names {
    levels: Known<LevelId>,
    duties: Known<DutyId>,
    statuses: Known<Status>,
    presences: Known<Presence>,
}

/// Names and what they stand for, and what was found before: a list has few different ones.
#[derive(Debug)]
struct Known<T> {
    names: Vec<(String, T)>,
    found: RefCell<HashMap<String, T>>,
}

impl Names {
    /// Collects the names of a policy and of those before it, and those of the statuses in both languages.
    pub fn of(policy: &Policy) -> Self {
        let (mut levels, mut duties) = (Vec::new(), Vec::new());
        for policy in policy.all() {
            for (id, level) in policy.level_ids().map(|id| (id, policy.level(id))) {
                levels.extend(spellings(&level.code, &level.name).map(|name| (name.to_owned(), id)));
            }
            for (id, duty) in policy.duty_ids().map(|id| (id, policy.duty(id))) {
                duties.extend(spellings(&duty.code, &duty.name).map(|name| (name.to_owned(), id)));
            }
        }
        let (statuses, presences) = (Known::of(statuses()), Known::of(presences()));
        Names { levels: Known::of(levels), duties: Known::of(duties), statuses, presences }
    }

    /// The level of a code or name, or the nearest name.
    pub fn level(&self, text: &str) -> Result<LevelId, Option<String>> {
        self.levels.find(text)
    }

    /// The duty of a code or name, or the nearest name.
    pub fn duty(&self, text: &str) -> Result<DutyId, Option<String>> {
        self.duties.find(text)
    }

    /// What a word says of attendance, or the nearest word.
    pub fn presence(&self, text: &str) -> Result<Presence, Option<String>> {
        self.presences.find(text)
    }

    /// The status of a code or name, or the nearest name.
    pub fn status(&self, text: &str) -> Result<Status, Option<String>> {
        self.statuses.find(text)
    }
}

/// The statuses by their codes and their names in both languages.
fn statuses() -> Vec<(String, Status)> {
    worded(&Status::ALL, |status| (status.code(), format!("status-{}", status.code())))
}

/// What may be said of attendance, by code, by the words in both languages, and as offices write it.
fn presences() -> Vec<(String, Presence)> {
    let mut all = worded(&Presence::ALL, |presence| (presence.code(), format!("presence-{}", presence.code())));
    let written = PRESENCES.iter().flat_map(|(presence, words)| words.iter().map(|word| (*word, *presence)));
    all.extend(written.map(|(word, presence)| (word.to_owned(), presence)));
    all
}

/// Things by their codes and by their words in both languages.
fn worded<T: Copy>(all: &[T], named: impl Fn(T) -> (&'static str, String)) -> Vec<(String, T)> {
    let codes = all.iter().map(|one| (named(*one).0.to_owned(), *one));
    let words = Lang::ALL.map(Catalogue::new);
    let written = words.iter().flat_map(|words| all.iter().map(|one| (words.say(&named(*one).1, &[]), *one)));
    codes.chain(written).collect()
}

/// A code, the names in both languages, and the single words of a name such as "xã, thị trấn".
fn spellings<'n>(code: &'n str, name: &'n Words) -> impl Iterator<Item = &'n str> {
    let parts = [&name.vi, &name.en].into_iter().filter(|name| name.contains(", ")).flat_map(|name| name.split(", "));
    [code, &name.vi, &name.en].into_iter().chain(parts)
}

impl<T: Copy + PartialEq> Known<T> {
    fn of(names: Vec<(String, T)>) -> Self {
        Known { names, found: RefCell::default() }
    }

    /// What `text` names: a spelling as it stands first, else one that is the same word and names one thing only.
    fn find(&self, text: &str) -> Result<T, Option<String>> {
        if let Some(found) = self.found.borrow().get(text) {
            return Ok(*found);
        }
        let found = self.look_up(text)?;
        self.found.borrow_mut().insert(text.to_owned(), found);
        Ok(found)
    }

    fn look_up(&self, text: &str) -> Result<T, Option<String>> {
        if let Some((_, found)) = self.names.iter().find(|(name, _)| name == text) {
            return Ok(*found);
        }
        let wanted = key(text);
        let mut fitting = self.names.iter().filter(|(name, _)| key(name) == wanted).map(|(_, found)| *found);
        match fitting.next() {
            Some(found) if fitting.all(|other| other == found) => Ok(found),
            _ => Err(nearest(text, self.names.iter().map(|(name, _)| name.as_str())).map(str::to_owned)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_are_known_by_code_and_by_name() {
        let names = Names::of(&Policy::default());
        for text in ["retired", "Nghỉ hưu", "NGHỈ HƯU", "Retired"] {
            assert_eq!(names.status(text), Ok(Status::Retired), "{text}");
        }
        assert_eq!(names.status("nghi huu"), Err(Some("nghỉ hưu".to_owned())));
        assert_eq!(names.status("nghỉ?"), Err(None));
    }
}
