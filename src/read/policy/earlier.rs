//! Policies of before, which a policy's text carries at its end: `[[earlier]]` with its last day and its own text.

use super::raw::RawEarlier;
use super::{Reading, policy};
use crate::model::day::Day;
use crate::model::finding::{Finding, Severity};
use crate::model::policy::Policy;
use crate::model::versions::Earlier;

/// Begins an earlier policy.
const HEAD: &str = "[[earlier]]";

impl Reading<'_> {
    /// The policies of before stand last: what follows them would be taken for a part of them.
    pub(super) fn earlier_last(&mut self, earlier: &[RawEarlier]) {
        let ends = earlier.iter().flat_map(|raw| [raw.until.span().end, raw.text.span().end]);
        let Some(end) = ends.max() else { return };
        let after = self.text.get(end..).unwrap_or_default();
        if after.lines().map(str::trim).any(|line| !line.is_empty() && !line.starts_with('#')) {
            self.note(Finding::new("policy-earlier-last", Severity::Error), end);
        }
    }

    /// Reads an earlier policy; its faults are reported where it begins.
    pub(super) fn earlier(&mut self, raw: &RawEarlier) -> Option<Earlier> {
        let until = raw.until.get_ref().trim().parse::<Day>();
        if until.is_err() {
            let finding = Finding::new("date-unreadable", Severity::Error).value(raw.until.get_ref());
            self.note(finding, raw.until.span().start);
        }
        match policy(raw.text.get_ref(), "") {
            Ok(policy) => Some(Earlier { until: until.ok()?, policy }),
            Err(findings) => {
                findings.into_iter().for_each(|finding| self.note(finding, raw.text.span().start));
                None
            }
        }
    }
}

/// The text of a policy that takes the place of another one after a day: the other one, and those before it, are kept
/// at its end, so that earlier days are judged by them.
pub fn succeeding(text: &str, before: &Policy, until: Day) -> String {
    let kept = before.earlier.iter().map(|earlier| (earlier.until, earlier.policy.source.as_str()));
    let all = kept.chain([(until, own(&before.source))]);
    let tables =
        all.map(|(until, text)| format!("\n{HEAD}\nuntil = \"{until}\"\ntext = {}\n", quoted(own(text).trim_end())));
    format!("{}\n{}", own(text).trim_end(), tables.collect::<String>())
}

/// A policy's text without the policies of before.
fn own(text: &str) -> &str {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.trim_end() == HEAD {
            return &text[..at];
        }
        at += line.len();
    }
    text
}

/// The policy's text and the policies of before at its end.
pub fn parts(text: &str) -> (&str, &str) {
    text.split_at(own(text).len())
}

/// A text of several lines in quotes.
fn quoted(text: &str) -> String {
    if text.contains("'''") {
        return format!("\"\"\"\n{}\n\"\"\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    }
    format!("'''\n{text}\n'''")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::policy::built_in;
    use jiff::civil::date;

    fn read(text: &str) -> Policy {
        policy(text, "policy").expect("a sound policy")
    }

    fn built(name: &str) -> &'static str {
        built_in(name).expect("a policy")
    }

    #[test]
    fn the_policy_of_before_is_kept_with_its_last_day() {
        let (old, until) = (read(built("three-tier")), date(2025, 6, 30));
        let both = read(&succeeding(built("two-tier"), &old, until));
        let [before, now] = [both.on(until), both.on(date(2025, 7, 1))];
        assert_eq!((before.name.clone(), before.levels.clone()), (old.name.clone(), both.on(until).levels.clone()));
        assert_eq!(before.duty_ids().count(), 5);
        assert_eq!(now.duty_ids().count(), 3);
        assert_eq!(now.name, read(built("two-tier")).name);
    }

    #[test]
    fn nothing_follows_the_policies_of_before() {
        let both = succeeding(built("two-tier"), &read(built("three-tier")), date(2025, 6, 30));
        let found = policy(&format!("{both}\n[names]\n\"An\" = \"CB1\"\n"), "policy").expect_err("a fault");
        assert_eq!(found.iter().map(|finding| finding.check).collect::<Vec<_>>(), ["policy-earlier-last"]);
        let remembered = crate::read::remember::with_lines(&both, "names", &[("An", "CB1")]);
        let read = read(&remembered);
        assert_eq!((read.names.len(), read.earlier.len()), (1, 1));
        let again = crate::read::remember::with_lines(&remembered, "names", &[("Bình", "CB2")]);
        assert_eq!((super::policy(&again, "policy").expect("sound").names.len(), again.matches(HEAD).count()), (2, 1));
    }

    #[test]
    fn a_third_policy_keeps_the_two_before_it() {
        let odd = built("three-tier").replace("# Copy", "# \"x\\y\" ''' Copy");
        let second = succeeding(built("two-tier"), &read(&odd), date(2025, 6, 30));
        let third = read(&succeeding(built("two-tier"), &read(&second), date(2027, 6, 30)));
        let days: Vec<Day> = third.earlier.iter().map(|earlier| earlier.until).collect();
        assert_eq!(days, [date(2025, 6, 30), date(2027, 6, 30)]);
        assert_eq!(third.on(date(2022, 5, 31)).source, odd);
        assert_eq!(third.on(date(2026, 5, 31)).source, format!("{}\n", built("two-tier").trim_end()));
    }

    #[test]
    fn faults_of_a_policy_of_before_are_reported_where_it_begins() {
        let text =
            format!("{}\n[[earlier]]\nuntil = \"30.06\"\ntext = '''\nname = 1\n'''\n", built("two-tier").trim_end());
        let lines = built("two-tier").trim_end().lines().count() as u32;
        let found = policy(&text, "policy").expect_err("faults");
        let found: Vec<_> = found.iter().map(|finding| (finding.check, finding.place.row)).collect();
        assert_eq!(found, [("date-unreadable", Some(lines + 2)), ("policy-unreadable", Some(lines + 3))]);
    }
}
