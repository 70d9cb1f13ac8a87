//! A policy in time: an office may change to another one, and days of before are judged by the policy of before.

use super::day::Day;
use super::id::{DutyId, LevelId};
use super::policy::{Duty, Level, Policy, Total, Window};

/// A policy of before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// The last day on which it was in force.
    pub until: Day,
    /// The policy.
    pub policy: Policy,
}

/// The levels and duties of one policy among all those that an office has had, in the policy's own order.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "one list per thing, under its name")]
pub struct InForce {
    pub levels: Vec<LevelId>,
    pub duties: Vec<DutyId>,
}

impl Policy {
    /// The policy of a day.
    pub fn on(&self, day: Day) -> &Policy {
        let earlier = self.earlier.iter().filter(|earlier| day <= earlier.until).min_by_key(|earlier| earlier.until);
        earlier.map_or(self, |earlier| &earlier.policy)
    }

    /// The policy and those before it, the latest first.
    pub fn all(&self) -> impl Iterator<Item = &Policy> {
        std::iter::once(self).chain(self.earlier.iter().rev().map(|earlier| &earlier.policy))
    }

    /// Takes on the policies of before: all of them get the levels and duties of all others as well, so that an id
    /// means the same in each. The ids of the oldest stay as they were.
    pub fn after(self, mut earlier: Vec<Earlier>) -> Policy {
        if earlier.is_empty() {
            return self;
        }
        earlier.sort_by_key(|earlier| earlier.until);
        let days: Vec<Day> = earlier.iter().map(|earlier| earlier.until).collect();
        let mut versions: Vec<Policy> = earlier.into_iter().map(|earlier| earlier.policy).collect();
        versions.push(self);
        let mut aligned = aligned(versions);
        let mut now = aligned.pop().unwrap_or_default();
        // Each knows those before it, so that any of them can tell of the days before.
        let mut before: Vec<Earlier> = Vec::new();
        for (until, mut policy) in days.into_iter().zip(aligned) {
            policy.earlier.clone_from(&before);
            before.push(Earlier { until, policy });
        }
        now.earlier = before;
        now
    }
}

/// Policies, oldest first, with ids that mean the same in each.
fn aligned(versions: Vec<Policy>) -> Vec<Policy> {
    let levels = union(versions.iter().flat_map(|policy| policy.levels.iter().map(|level| &level.code)));
    let duties = union(versions.iter().flat_map(|policy| policy.duties.iter().map(|duty| &duty.code)));
    let moved: Vec<Moved> = versions.iter().map(|policy| Moved::of(policy, &levels, &duties)).collect();
    let own: Vec<(Vec<Level>, Vec<Duty>)> =
        versions.iter().zip(&moved).map(|(policy, moved)| moved.own(policy)).collect();
    let level = |at: usize, code: &String| {
        let others = own.iter().rev();
        own[at].0.iter().chain(others.flat_map(|(levels, _)| levels)).find(|level| level.code == *code).cloned()
    };
    let duty = |at: usize, code: &String| {
        let others = own.iter().rev();
        own[at].1.iter().chain(others.flat_map(|(_, duties)| duties)).find(|duty| duty.code == *code).cloned()
    };
    let versions = versions.into_iter().zip(&moved).enumerate();
    let aligned = versions.map(|(at, (policy, moved))| Policy {
        levels: levels.iter().filter_map(|code| level(at, code)).collect(),
        duties: duties.iter().filter_map(|code| duty(at, code)).collect(),
        ..moved.rest(policy)
    });
    aligned.collect()
}

/// Codes, each once, in the order in which they come first.
fn union<'c>(codes: impl Iterator<Item = &'c String>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for code in codes {
        if !all.contains(code) {
            all.push(code.clone());
        }
    }
    all
}

/// Where the levels and duties of one policy stand among those of all.
struct Moved {
    levels: Vec<LevelId>,
    duties: Vec<DutyId>,
}

impl Moved {
    fn of(policy: &Policy, levels: &[String], duties: &[String]) -> Self {
        let at = |all: &[String], code: &String| all.iter().position(|have| have == code).unwrap_or_default();
        Moved {
            levels: policy.levels.iter().map(|level| LevelId::at(at(levels, &level.code))).collect(),
            duties: policy.duties.iter().map(|duty| DutyId::at(at(duties, &duty.code))).collect(),
        }
    }

    fn level(&self, id: LevelId) -> LevelId {
        self.levels[id.index()]
    }

    /// The policy's own levels and duties, which point to where the others stand now.
    fn own(&self, policy: &Policy) -> (Vec<Level>, Vec<Duty>) {
        let levels = policy.levels.iter().map(|level| Level {
            parent: level.parent.map(|id| self.level(id)),
            grouped_by: level.grouped_by.map(|id| self.level(id)),
            ..level.clone()
        });
        let duties = policy.duties.iter().map(|duty| Duty {
            unit: self.level(duty.unit),
            cadre: duty.cadre.iter().map(|id| self.level(*id)).collect(),
            within: duty.within.map(|id| self.level(id)),
            ..duty.clone()
        });
        (levels.collect(), duties.collect())
    }

    /// Everything else of the policy.
    fn rest(&self, mut policy: Policy) -> Policy {
        let duty = |id: DutyId| self.duties[id.index()];
        let totals = std::mem::take(&mut policy.totals).into_iter();
        policy.totals = totals
            .map(|total| Total { duty: duty(total.duty), level: total.level.map(|id| self.level(id)), ..total })
            .collect();
        let windows = std::mem::take(&mut policy.windows).into_iter();
        policy.windows = windows.map(|window| Window { unit: self.level(window.unit), ..window }).collect();
        policy.documents.by = policy.documents.by.map(|id| self.level(id));
        policy.in_force = Some(InForce { levels: self.levels.clone(), duties: self.duties.clone() });
        policy
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::lang::Words;
    use crate::model::seat::SeatLimits;
    use jiff::civil::date;

    fn words(text: &str) -> Words {
        Words { vi: text.to_owned(), en: text.to_owned() }
    }

    fn level(code: &str, parent: Option<u16>) -> Level {
        let parent = parent.map(LevelId);
        Level { code: code.to_owned(), name: words(code), parent, grouped_by: None, overlay: false }
    }

    fn duty(code: &str, unit: u16, limit: u32) -> Duty {
        let seats = SeatLimits { min: 1, max: Some(1) };
        let (name, unit) = (words(code), LevelId(unit));
        Duty { code: code.to_owned(), name, unit, cadre: vec![LevelId(0)], seats, limit: Some(limit), within: None }
    }

    fn policies() -> Policy {
        let old = Policy {
            levels: vec![level("province", None), level("district", Some(0)), level("commune", Some(1))],
            duties: vec![duty("head", 1, 1), duty("lead", 2, 1)],
            totals: vec![Total { duty: DutyId(1), level: Some(LevelId(2)), cadres: Some(1), units: None }],
            ..Policy::default()
        };
        let new = Policy {
            levels: vec![level("province", None), level("commune", Some(0))],
            duties: vec![duty("follow", 1, 3), duty("lead", 1, 2)],
            ..Policy::default()
        };
        new.after(vec![Earlier { until: date(2025, 6, 30), policy: old }])
    }

    #[test]
    fn each_day_has_its_own_policy_and_an_id_means_the_same_in_all() {
        let policy = policies();
        let [before, now] = [policy.on(date(2025, 6, 30)), policy.on(date(2025, 7, 1))];
        let codes = |policy: &Policy| policy.duty_ids().map(|id| policy.duty(id).code.clone()).collect::<Vec<_>>();
        assert_eq!(
            (codes(before), codes(now)),
            (vec!["head".into(), "lead".into()], vec!["follow".into(), "lead".into()])
        );
        let lead = before.duty_of_code("lead").expect("a duty");
        assert_eq!(
            (now.duty_of_code("lead"), before.duty(lead).limit, now.duty(lead).limit),
            (Some(lead), Some(1), Some(2))
        );
        let commune = before.level_of_code("commune").expect("a level");
        assert_eq!((before.duty(lead).unit, now.duty(lead).unit), (commune, commune));
        assert_eq!(before.level(commune).parent, before.level_of_code("district"));
        assert_eq!(now.level(commune).parent, now.level_of_code("province"));
        assert_eq!(before.totals[0].duty, lead);
    }

    #[test]
    fn what_is_over_is_known_but_not_in_force() {
        let policy = policies();
        let (head, follow) = (policy.duty_of_code("head"), policy.duty_of_code("follow"));
        let [head, follow] = [head, follow].map(|id| id.expect("a duty"));
        assert!(!policy.has_duty(head) && policy.has_duty(follow));
        let before = policy.on(date(2022, 5, 31));
        assert!(before.has_duty(head) && !before.has_duty(follow));
        assert_eq!(policy.duty(head).code, "head");
        assert!(policy.level_of_code("district").is_some_and(|level| !policy.has_level(level)));
    }
}
