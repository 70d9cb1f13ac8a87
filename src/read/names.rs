//! Levels, duties and statuses as offices write them: by code, or by any of their names.

use crate::model::cadre::Status;
use crate::model::id::{DutyId, LevelId};
use crate::model::lang::{Lang, Words};
use crate::model::policy::Policy;
use crate::text::catalogue::Catalogue;
use crate::text::fold::key;
use crate::text::nearest::nearest;

/// What may stand in cells that name a level, a duty or a status.
#[derive(Debug)]
pub struct Names {
    levels: Vec<(String, LevelId)>,
    duties: Vec<(String, DutyId)>,
    statuses: Vec<(String, Status)>,
}

impl Names {
    /// Collects the names of a policy, and those of the statuses in both languages.
    pub fn of(policy: &Policy) -> Self {
        let mut names = Names { levels: Vec::new(), duties: Vec::new(), statuses: Vec::new() };
        for (id, level) in policy.level_ids().zip(&policy.levels) {
            names.levels.extend(spellings(&level.code, &level.name).map(|name| (name.to_owned(), id)));
        }
        for (id, duty) in policy.duty_ids().zip(&policy.duties) {
            names.duties.extend(spellings(&duty.code, &duty.name).map(|name| (name.to_owned(), id)));
        }
        names.statuses.extend(Status::ALL.map(|status| (status.code().to_owned(), status)));
        for words in Lang::ALL.map(Catalogue::new) {
            let name = |status: Status| words.say(&format!("status-{}", status.code()), &[]);
            names.statuses.extend(Status::ALL.map(|status| (name(status), status)));
        }
        names
    }

    /// The level of a code or name, or the nearest name.
    pub fn level(&self, text: &str) -> Result<LevelId, Option<String>> {
        find(&self.levels, text)
    }

    /// The duty of a code or name, or the nearest name.
    pub fn duty(&self, text: &str) -> Result<DutyId, Option<String>> {
        find(&self.duties, text)
    }

    /// The status of a code or name, or the nearest name.
    pub fn status(&self, text: &str) -> Result<Status, Option<String>> {
        find(&self.statuses, text)
    }
}

/// A code, the names in both languages, and the single words of a name such as "xã, thị trấn".
fn spellings<'n>(code: &'n str, name: &'n Words) -> impl Iterator<Item = &'n str> {
    let parts = [&name.vi, &name.en].into_iter().filter(|name| name.contains(", ")).flat_map(|name| name.split(", "));
    [code, &name.vi, &name.en].into_iter().chain(parts)
}

/// What `text` names: a spelling as it stands first, else one that is the same word and names one thing only.
fn find<T: Copy + PartialEq>(names: &[(String, T)], text: &str) -> Result<T, Option<String>> {
    if let Some((_, found)) = names.iter().find(|(name, _)| name == text) {
        return Ok(*found);
    }
    let wanted = key(text);
    let mut fitting = names.iter().filter(|(name, _)| key(name) == wanted).map(|(_, found)| *found);
    match fitting.next() {
        Some(found) if fitting.all(|other| other == found) => Ok(found),
        _ => Err(nearest(text, names.iter().map(|(name, _)| name.as_str())).map(str::to_owned)),
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
