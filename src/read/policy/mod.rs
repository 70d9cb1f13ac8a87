//! A policy (quy định) from TOML, and the two that ship with the program.

mod calendar;
mod earlier;
mod nameless;
mod packet;
mod raw;

use std::collections::HashSet;
use std::sync::Arc;

use toml::Spanned;

use raw::{RawDuty, RawLevel, RawPolicy, RawWindow};

pub use earlier::{parts, succeeding};
pub use nameless::without_names;

use crate::model::finding::{Finding, Severity, has_error};
use crate::model::id::{DutyId, LevelId};
use crate::model::list::Column;
use crate::model::place::Place;
use crate::model::policy::{Documents, Duty, Level, Policy, ProposeCosts, Total, Window};
use crate::model::seat::{MOST_SEATS, SeatLimits};
use crate::text::nearest::nearest;

/// The most levels, and the most duties.
const MOST_PARTS: usize = 256;

/// The policies that ship with the program: name and text.
pub const BUILT_IN: [(&str, &str); 2] = [
    ("three-tier", include_str!("../../../data/policies/three-tier.toml")),
    ("two-tier", include_str!("../../../data/policies/two-tier.toml")),
];

/// The text of a policy that ships with the program.
pub fn built_in(name: &str) -> Option<&'static str> {
    BUILT_IN.iter().find(|(have, _)| *have == name).map(|(_, text)| *text)
}

/// Reads a policy. All faults that can be told one by one are reported at once, each with its line.
///
/// # Errors
/// With the findings, at least one of them an error.
pub fn policy(text: &str, file: &str) -> Result<Policy, Vec<Finding>> {
    let mut reading = Reading { text, place: Place::file(&Arc::from(file)), findings: Vec::new() };
    let raw: RawPolicy = match toml::from_str(text) {
        Ok(raw) => raw,
        Err(err) => {
            let at = err.span().unwrap_or_default();
            let finding = Finding::new("policy-unreadable", Severity::Error).arg("why", err.message());
            reading.note(finding, at.start);
            return Err(reading.findings);
        }
    };
    if let Some(many) = [raw.level.len(), raw.duty.len()].into_iter().find(|count| *count > MOST_PARTS) {
        let finding = Finding::new("number-out-of-range", Severity::Error).value(&many.to_string());
        reading.note(finding.arg("least", 0u32).arg("most", MOST_PARTS), 0);
        return Err(reading.findings);
    }
    let policy = reading.policy(raw);
    if has_error(&reading.findings) { Err(reading.findings) } else { Ok(policy) }
}

struct Reading<'t> {
    text: &'t str,
    place: Place,
    findings: Vec<Finding>,
}

impl Reading<'_> {
    fn policy(&mut self, raw: RawPolicy) -> Policy {
        self.earlier_last(&raw.earlier);
        let earlier = raw.earlier.iter().filter_map(|earlier| self.earlier(earlier)).collect();
        let level_codes: Vec<String> = raw.level.iter().map(|level| level.code.get_ref().clone()).collect();
        let duty_codes: Vec<String> = raw.duty.iter().map(|duty| duty.code.get_ref().clone()).collect();
        self.unique(raw.level.iter().map(|level| &level.code));
        self.unique(raw.duty.iter().map(|duty| &duty.code));
        let levels = raw.level.iter().map(|level| self.level(level, &level_codes)).collect();
        let duties = raw.duty.iter().filter_map(|duty| self.duty(duty, &level_codes)).collect();
        let totals = raw.total.iter().filter_map(|total| {
            let duty = DutyId::at(self.find(&total.duty, &duty_codes, "duty-unknown")?);
            let level = match &total.level {
                Some(level) => Some(self.level_of(level, &level_codes)?),
                None => None,
            };
            Some(Total { duty, level, cadres: total.cadres, units: total.units })
        });
        let totals = totals.collect();
        let windows = raw.window.iter().filter_map(|window| self.window(window, &level_codes)).collect();
        let by = raw.documents.by.as_ref().and_then(|by| self.level_of(by, &level_codes));
        let checks = raw.check.iter().filter_map(|(id, level)| Some((id.get_ref().clone(), self.severity(level)?)));
        let checks = checks.collect();
        let columns =
            raw.columns.iter().filter_map(|(heading, column)| Some((heading.get_ref().clone(), self.column(column)?)));
        let columns = columns.collect();
        let policy = Policy {
            name: raw.name,
            office: raw.office,
            superior: raw.superior,
            lang: raw.lang,
            levels,
            duties,
            totals,
            windows,
            calendar: self.calendar(raw.calendar.as_ref()),
            propose: raw.propose.map(|costs| self.costs(costs)),
            checks,
            columns,
            names: raw.names,
            documents: Documents { by, profile: raw.documents.profile },
            packet: self.packet(raw.packet.as_ref()),
            source: self.text.to_owned(),
            in_force: None,
            earlier: Vec::new(),
        };
        self.whole(&policy);
        // Ids can only be moved where all of them are known.
        if has_error(&self.findings) { policy } else { policy.after(earlier) }
    }

    fn level(&mut self, raw: &RawLevel, codes: &[String]) -> Level {
        Level {
            code: raw.code.get_ref().clone(),
            name: raw.name.clone(),
            parent: raw.parent.as_ref().and_then(|parent| self.level_of(parent, codes)),
            grouped_by: raw.grouped_by.as_ref().and_then(|group| self.level_of(group, codes)),
            overlay: raw.overlay,
        }
    }

    fn duty(&mut self, raw: &RawDuty, codes: &[String]) -> Option<Duty> {
        let unit = self.level_of(&raw.unit, codes);
        let cadre = raw.cadre.get_ref().iter().filter_map(|level| self.level_of(level, codes)).collect();
        let within = raw.within.as_ref().and_then(|within| self.level_of(within, codes));
        let seats = raw.seats.get_ref();
        if let Some(many) = seats.max.into_iter().chain([seats.min]).find(|seats| *seats > MOST_SEATS) {
            let finding = Finding::new("number-out-of-range", Severity::Error).value(&many.to_string());
            self.note(finding.arg("least", 0u32).arg("most", MOST_SEATS), raw.seats.span().start);
        }
        if let Some(max) = seats.max.filter(|max| *max < seats.min) {
            let finding = Finding::new("seats-reversed", Severity::Error).value(&max.to_string());
            self.note(finding.arg("least", seats.min).arg("most", max), raw.seats.span().start);
        }
        if raw.cadre.get_ref().is_empty() {
            self.note(Finding::new("policy-duty-without-holders", Severity::Error), raw.cadre.span().start);
        }
        Some(Duty {
            code: raw.code.get_ref().clone(),
            name: raw.name.clone(),
            unit: unit?,
            cadre,
            seats: SeatLimits { min: seats.min, max: seats.max },
            limit: raw.limit,
            within,
        })
    }

    fn window(&mut self, raw: &RawWindow, codes: &[String]) -> Option<Window> {
        let days = *raw.days.get_ref();
        if days[0] < 1 || days[1] > 31 || days[0] > days[1] {
            let value = format!("[{}, {}]", days[0], days[1]);
            self.note(Finding::new("policy-window-days", Severity::Error).value(&value), raw.days.span().start);
        }
        Some(Window { name: raw.name.clone(), unit: self.level_of(&raw.unit, codes)?, days })
    }

    fn severity(&mut self, raw: &Spanned<String>) -> Option<Option<Severity>> {
        let known = Severity::ALL.into_iter().find(|severity| severity.code() == raw.get_ref());
        if known.is_none() && raw.get_ref() != "off" {
            let finding = Finding::new("policy-severity-unknown", Severity::Error).value(raw.get_ref());
            self.note(finding, raw.span().start);
            return None;
        }
        Some(known)
    }

    fn column(&mut self, raw: &Spanned<String>) -> Option<Column> {
        let names = Column::ALL.iter().map(|column| column.name().to_owned()).collect::<Vec<_>>();
        self.find(raw, &names, "policy-column-unknown").map(|at| Column::ALL[at])
    }

    fn costs(&mut self, raw: Spanned<ProposeCosts>) -> ProposeCosts {
        let (at, costs) = (raw.span().start, raw.into_inner());
        if costs.load.windows(2).any(|pair| pair[1] < pair[0]) {
            self.note(Finding::new("policy-load-falling", Severity::Error), at);
        }
        let distances = [costs.own_unit, costs.same_parent, costs.same_within, costs.elsewhere, costs.returning];
        if distances.iter().chain(&costs.load).any(|cost| *cost < 0) {
            self.note(Finding::new("policy-cost-negative", Severity::Error), at);
        }
        costs
    }

    /// What only the whole shows: something to do, and a top to stand on.
    fn whole(&mut self, policy: &Policy) {
        if policy.levels.is_empty() {
            self.note(Finding::new("policy-without-levels", Severity::Error), 0);
        }
        let climb = |start: LevelId| {
            std::iter::successors(Some(start), |at| policy.level(*at).parent).take(policy.levels.len() + 1).count()
        };
        let circling = policy.level_ids().find(|id| climb(*id) > policy.levels.len());
        if let Some(level) = circling {
            let finding = Finding::new("policy-levels-circle", Severity::Error).value(&policy.level(level).code);
            self.note(finding, 0);
        }
    }

    fn unique<'c>(&mut self, codes: impl Iterator<Item = &'c Spanned<String>>) {
        let mut seen: HashSet<&str> = HashSet::new();
        for code in codes {
            if !seen.insert(code.get_ref()) {
                let finding = Finding::new("policy-code-repeated", Severity::Error).value(code.get_ref());
                self.note(finding, code.span().start);
            }
        }
    }

    fn level_of(&mut self, code: &Spanned<String>, codes: &[String]) -> Option<LevelId> {
        self.find(code, codes, "level-unknown").map(LevelId::at)
    }

    fn find(&mut self, code: &Spanned<String>, codes: &[String], check: &'static str) -> Option<usize> {
        let found = codes.iter().position(|have| have == code.get_ref());
        if found.is_none() {
            let near = nearest(code.get_ref(), codes.iter().map(String::as_str)).map(str::to_owned);
            self.note(Finding::new(check, Severity::Error).value(code.get_ref()).nearest(near), code.span().start);
        }
        found
    }

    fn note(&mut self, finding: Finding, at: usize) {
        let line = 1 + self.text.bytes().take(at).filter(|byte| *byte == b'\n').count();
        let place = self.place.clone().at_row(u32::try_from(line).unwrap_or(u32::MAX));
        self.findings.push(finding.place(place));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = r#"
name = "Quy định"
office = "Ban Tổ chức"
[[level]]
code = "commune"
name = { vi = "xã", en = "commune" }
[[duty]]
code = "lead"
name = { vi = "Phụ trách", en = "Leads" }
unit = "commune"
cadre = ["commune"]
"#;

    fn faults(text: &str) -> Vec<(&'static str, u32)> {
        let findings = policy(text, "policy.toml").expect_err("a fault");
        findings.iter().map(|finding| (finding.check, finding.place.row.unwrap_or(0))).collect()
    }

    #[test]
    fn policies_that_ship_are_sound() {
        for (name, text) in BUILT_IN {
            assert!(policy(text, name).is_ok(), "{name}: {:?}", policy(text, name));
        }
    }

    #[test]
    fn seats_left_out_are_one() {
        let read = policy(SMALL, "policy.toml").expect("sound");
        assert_eq!(read.duties[0].seats, SeatLimits { min: 1, max: Some(1) });
    }

    #[test]
    fn every_fault_is_reported_at_its_line() {
        let text =
            SMALL.replace("unit = \"commune\"", "unit = \"comune\"\nwithin = \"x\"\nseats = { min = 2, max = 1 }");
        assert_eq!(faults(&text), [("level-unknown", 10), ("level-unknown", 11), ("seats-reversed", 12)]);
    }

    #[test]
    fn what_is_no_toml_is_reported_where_it_breaks() {
        assert_eq!(faults("name = \"x\"\noffice = \n"), [("policy-unreadable", 2)]);
        assert_eq!(faults(&SMALL.replace("unit =", "unti =")), [("policy-unreadable", 10)]);
    }

    #[test]
    fn levels_in_a_circle_are_refused() {
        let text = SMALL.replace("en = \"commune\" }", "en = \"commune\" }\nparent = \"commune\"");
        assert_eq!(faults(&text), [("policy-levels-circle", 1)]);
    }
}
