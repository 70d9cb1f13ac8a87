//! Rates of attendance: by unit, duty or month, each beside the same number of days before.

use std::collections::BTreeMap;

use jiff::ToSpan;

use crate::model::attendance::Attendance;
use crate::model::day::{Month, Span, day_before};
use crate::model::holdings::Holdings;
use crate::model::id::{DutyId, LevelId, UnitId};
use crate::model::snapshot::Snapshot;
use crate::model::turnout::{Met, Turnout, counted, duty_of};
use crate::report::paper::Paper;
use crate::report::table::{Cell, Table};
use crate::say;
use crate::text::written;

const COLUMNS: &[(&str, u16)] = &[
    ("by_code", 14),
    ("by_name", 30),
    ("meetings_held", 9),
    ("meetings_not_held", 9),
    ("times_due", 9),
    ("times_present", 9),
    ("times_excused", 9),
    ("times_absent", 9),
    ("rate", 10),
    ("rate_before", 10),
    ("households_invited", 10),
    ("households_present", 10),
    ("household_rate", 10),
];

/// What rates are told by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The units of a level.
    Level(LevelId),
    /// The duty by which somebody came.
    Duty,
    /// The months.
    Month,
}

/// What a line is about; in the order of the lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Unit(UnitId),
    Duty(DutyId),
    Month(Month),
}

/// One row per group, and one for all. People count who are told of; a rate is how many of these came.
pub fn turnout(snapshot: &Snapshot, paper: &Paper, stretch: Span, by: By, under: Option<UnitId>) -> Table {
    let mut table = paper.table("turnout", snapshot.policy(), COLUMNS);
    table.heading.title = say!(paper.words, "title-turnout");
    table.heading.subtitle.extend(paper.stretch(stretch.period()));
    table.heading.subtitle.extend(under.map(|unit| snapshot.whereabouts(unit)));
    table.signature = paper.signature(stretch.last);
    if let Some(column) = table.columns.iter_mut().find(|column| column.key == "by_name") {
        column.title = match by {
            By::Level(_) => paper.column("unit_name", 0).title,
            By::Duty => paper.column("duty_name", 0).title,
            By::Month => paper.column("month", 0).title,
        };
    }
    let telling = Telling { snapshot, holdings: Holdings::seen_on(snapshot.book, snapshot.day), by, under };
    let (now, all) = telling.sums(stretch);
    let (mut before, all_before) = telling.sums(before(stretch));
    if by == By::Month {
        before = telling.sums(Span { first: Month::of(stretch.first).before().first(), ..stretch }).0;
    }
    for (group, sum) in &now {
        let earlier = match group {
            Group::Month(month) => Group::Month(month.before()),
            group => *group,
        };
        let earlier = before.get(&earlier).copied().unwrap_or_default();
        let [code, name] = named(snapshot, paper, *group);
        table.push(cells([code, name], sum, &earlier, paper));
    }
    let name = say!(paper.words, "all-of-it").into();
    table.push(cells([Cell::Empty, name], &all, &all_before, paper));
    table
}

/// As many days before.
fn before(stretch: Span) -> Span {
    let month = Month::of(stretch.first);
    if stretch.period() == month.period() {
        return Span { first: month.before().first(), last: month.before().last() };
    }
    let last = day_before(stretch.first);
    let first = last.saturating_sub((i64::from(stretch.count()) - 1).days());
    Span { first, last }
}

struct Telling<'t, 'b> {
    snapshot: &'t Snapshot<'b>,
    holdings: Holdings,
    by: By,
    under: Option<UnitId>,
}

impl Telling<'_, '_> {
    /// The numbers of each group, and those of all.
    fn sums(&self, stretch: Span) -> (BTreeMap<Group, Turnout>, Turnout) {
        let book = self.snapshot.book;
        let (mut sums, mut all) = (BTreeMap::<Group, Turnout>::new(), Turnout::default());
        for met in counted(book, stretch.period()) {
            if !self.snapshot.is_in(met.unit, self.under) {
                continue;
            }
            let whole = Turnout::of(&met, |_| true);
            all.add(whole);
            match self.by {
                By::Level(level) => {
                    // A meeting above the level stands by itself.
                    let unit = book.ancestor(met.unit, level).unwrap_or(met.unit);
                    sums.entry(Group::Unit(unit)).or_default().add(whole);
                }
                By::Month => sums.entry(Group::Month(Month::of(met.day))).or_default().add(whole),
                By::Duty => {
                    let duty = |row: &Attendance| duty_of(book, &self.holdings, row);
                    for own in self.duties(&met) {
                        let part = Turnout::of(&met, |row| duty(row) == Some(own));
                        sums.entry(Group::Duty(own)).or_default().add(part);
                    }
                }
            }
        }
        (sums, all)
    }

    /// The duties by which people came to a meeting; of one that was not held, all that its unit needs.
    fn duties(&self, met: &Met) -> Vec<DutyId> {
        let (book, policy) = (self.snapshot.book, self.snapshot.policy());
        if !met.is_held {
            let level = book.unit(met.unit).level;
            return policy.duty_ids().filter(|duty| policy.duty(*duty).unit == level).collect();
        }
        let mut duties: Vec<DutyId> = met.rows.iter().filter_map(|row| duty_of(book, &self.holdings, row)).collect();
        duties.sort_unstable();
        duties.dedup();
        duties
    }
}

/// The code and the name of a group.
fn named(snapshot: &Snapshot, paper: &Paper, group: Group) -> [Cell; 2] {
    match group {
        Group::Unit(unit) => {
            let unit = snapshot.book.unit(unit);
            [Cell::from(&unit.code), Cell::from(&unit.name)]
        }
        Group::Duty(duty) => {
            let duty = snapshot.book.policy.duty(duty);
            [duty.code.as_str().into(), duty.name.in_lang(paper.lang()).into()]
        }
        Group::Month(month) => [month.to_string().into(), written::month(month, paper.lang()).into()],
    }
}

fn cells([code, name]: [Cell; 2], sum: &Turnout, before: &Turnout, paper: &Paper) -> Vec<Cell> {
    let rate = |share: u64, whole: u64| match whole {
        0 => Cell::Empty,
        whole => written::percent(share, whole, paper.lang()).into(),
    };
    vec![
        code,
        name,
        sum.held.into(),
        sum.not_held.into(),
        sum.due().into(),
        sum.present.into(),
        sum.excused.into(),
        sum.absent.into(),
        rate(sum.present, sum.due()),
        rate(before.present, before.due()),
        sum.invited.into(),
        sum.came.into(),
        rate(sum.came, sum.invited),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::day::Day;
    use jiff::civil::date;

    #[test]
    fn a_month_has_the_month_before_it_and_other_days_as_many() {
        let span = |first, last| Span { first, last };
        let of = |first, last| before(span(first, last));
        assert_eq!(of(date(2022, 3, 1), date(2022, 3, 31)), span(date(2022, 2, 1), date(2022, 2, 28)));
        assert_eq!(of(date(2022, 3, 5), date(2022, 3, 14)), span(date(2022, 2, 23), date(2022, 3, 4)));
        assert_eq!(of(Day::MIN, Day::MIN), span(Day::MIN, Day::MIN));
    }
}
