//! What a clerk may choose from in a column: levels, duties, statuses and attendance by their names.

use super::paper::Paper;
use crate::model::attendance::Presence;
use crate::model::cadre::Status;
use crate::model::lang::Words;
use crate::model::list::Column;
use crate::model::policy::Policy;
use crate::text::fold::key;

/// Codes and what stands in their place.
pub type Named = Vec<(String, String)>;

/// The levels, duties, statuses or words of attendance of a column, each by a name that means nothing else, or by its
/// code.
pub fn named(policy: &Policy, paper: &Paper, column: Column) -> Named {
    let of_policy: Vec<(&str, &Words)> = match column {
        Column::Level => {
            policy.level_ids().map(|id| policy.level(id)).map(|level| (level.code.as_str(), &level.name)).collect()
        }
        Column::Duty => {
            policy.duty_ids().map(|id| policy.duty(id)).map(|duty| (duty.code.as_str(), &duty.name)).collect()
        }
        Column::Status => {
            let name = |status: Status| paper.words.say(&format!("status-{}", status.code()), &[]);
            return Status::ALL.map(|status| (status.code().to_owned(), name(status))).into();
        }
        Column::Presence => {
            let name = |presence: Presence| paper.words.say(&format!("presence-{}", presence.code()), &[]);
            return Presence::ALL.map(|presence| (presence.code().to_owned(), name(presence))).into();
        }
        _ => return Vec::new(),
    };
    let pair = |(code, name): &(&str, &Words)| {
        let name = name.in_lang(paper.lang());
        let others = of_policy.iter().filter(|(other, _)| other != code);
        let is_taken = others.into_iter().any(|(other, names)| {
            let all = [*other, &names.vi, &names.en].into_iter();
            all.flat_map(|text| std::iter::once(text).chain(text.split(", "))).any(|text| key(text) == key(name))
        });
        ((*code).to_owned(), if is_taken || name.is_empty() { (*code).to_owned() } else { name.to_owned() })
    };
    of_policy.iter().map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::lang::Lang;
    use crate::model::policy::{Level, Profile};
    use crate::text::catalogue::Catalogue;
    use crate::text::order::Order;

    fn level(code: &str, vi: &str) -> Level {
        let name = Words { vi: vi.to_owned(), en: code.to_owned() };
        Level { code: code.to_owned(), name, parent: None, grouped_by: None, overlay: false }
    }

    #[test]
    fn a_name_of_two_levels_gives_way_to_their_codes() {
        let levels = vec![level("commune", "xã, thị trấn"), level("rural", "Xã"), level("hamlet", "ấp")];
        let policy = Policy { levels, ..Policy::default() };
        let (words, order) = (Catalogue::new(Lang::Vi), Order::new());
        let paper = Paper { words: &words, order: &order, profile: Profile::Public };
        let names: Vec<String> = named(&policy, &paper, Column::Level).into_iter().map(|(_, name)| name).collect();
        assert_eq!(names, ["xã, thị trấn", "rural", "ấp"]);
    }
}
