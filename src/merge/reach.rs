//! What of a book lists name. Few rows are laid over the part that they name: a commune's list into a country's database
//! takes no longer than into the commune's own.

use super::naming;
use super::{How, Merged, Mode};
use crate::model::Text;
use crate::model::change::{Change, Edit};
use crate::model::finding::has_error;
use crate::model::list::Column;
use crate::model::policy::Policy;
use crate::model::reach::Reach;
use crate::model::rows::{Lists, UnitRow};
use crate::model::unit::Unit;

/// What lists of up to `most` rows name; `None` where they have to be laid over the whole book: there are more, rows that
/// they do not name end, or names have to be looked for.
pub fn reach(lists: &Lists, policy: &Policy, how: &How, most: usize) -> Option<Reach> {
    let people = lists.cadres.len() + lists.assignments.len();
    let places = lists.units.len() + lists.vacancies.len() + lists.seats.len() + lists.meetings.len();
    if places + people + lists.attendance.len() + lists.feedback.len() > most {
        return None;
    }
    let replaces = lists.assignments.iter().any(|listed| !listed.row.replaces.is_empty());
    // Whether a unit may stand at the top depends on whether any unit stands on the level above, if there is one.
    let is_top = |row: &UnitRow| row.parent_code.is_empty() && policy.level(row.level).parent.is_some();
    let has_tops = lists.units.iter().any(|listed| is_top(&listed.row));
    let is_stamped = lists.sources.iter().any(|source| source.stamp.is_some());
    if how.mode == Mode::Sync || is_stamped || replaces || has_tops || naming::is_needed(lists) {
        return None;
    }
    let mut reach = Reach { has_records: lists.has_records(), ..Reach::default() };
    for row in lists.units.iter().map(|listed| &listed.row) {
        reach.units.extend([&*row.code, &*row.parent_code, &*row.group_code].map(Text::from));
    }
    for row in lists.cadres.iter().map(|listed| &listed.row) {
        reach.units.insert(row.home_unit_code.clone());
        reach.cadres.insert(row.code.clone());
    }
    for row in lists.assignments.iter().map(|listed| &listed.row) {
        reach.units.insert(row.unit_code.clone());
        reach.cadres.insert(row.cadre_code.clone());
        reach.held.insert((row.cadre_code.clone(), row.unit_code.clone()));
    }
    reach.units.extend(lists.vacancies.iter().map(|listed| listed.row.unit_code.clone()));
    reach.units.extend(lists.seats.iter().map(|listed| listed.row.unit_code.clone()));
    reach.units.extend(lists.attendance.iter().map(|listed| listed.row.unit_code.clone()));
    reach.cadres.extend(lists.attendance.iter().map(|listed| listed.row.cadre_code.clone()));
    reach.units.extend(lists.feedback.iter().map(|listed| listed.row.unit_code.clone()));
    reach.units.extend(lists.meetings.iter().map(|listed| listed.row.unit_code.clone()));
    for reference in lists.refused.references.iter().map(|listed| &listed.row) {
        match reference.column {
            Column::CadreCode => reach.cadres.insert(reference.code.clone()),
            _ => reach.units.insert(reference.code.clone()),
        };
    }
    reach.units.remove("");
    reach.cadres.remove("");
    Some(reach)
}

impl Merged {
    /// Whether the whole book would have given the same, where this was merged into the part that lists name. What is wrong
    /// may be right, or nearly so, in view of the whole; a unit on another level has to suit all that stands below it; and
    /// places are told by levels of which the office has several units, where units that come or go may leave one alone.
    pub fn suits_whole(&self) -> bool {
        let (Change { units, .. }, Some(outside)) = (&self.change, &self.book.outside) else { return true };
        let keeps_place = |edit: &Edit<Unit>| {
            let now = &self.book.units[edit.at];
            (edit.before.level, edit.before.period) == (now.level, now.period)
        };
        let mut touched = units.added.iter().chain(units.edited.iter().map(|edit| edit.at));
        let is_of_many = |at: usize| {
            let level = self.book.units[at].level;
            outside.used_levels.contains(&level) && !outside.lone_levels.contains(&level)
        };
        !has_error(&self.findings) && units.edited.iter().all(keeps_place) && touched.all(is_of_many)
    }
}
