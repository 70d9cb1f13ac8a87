//! Gaps: seats that nobody covers on the day, how long already, and which of them are accepted.

use super::paper::Paper;
use super::table::{Cell, Row, RowKind, Table};
use crate::model::coverage::Coverage;
use crate::model::day::{Day, days_between};
use crate::model::gap::{Opening, Openings};
use crate::model::policy::Policy;
use crate::model::snapshot::Snapshot;
use crate::say;
use crate::text::written;

const COLUMNS: &[(&str, u16)] = &[
    ("unit_code", 14),
    ("unit_name", 22),
    ("parent_path", 40),
    ("duty", 18),
    ("duty_name", 28),
    ("seats", 8),
    ("held", 8),
    ("empty", 8),
    ("since", 12),
    ("days", 8),
    ("last_cadre_code", 12),
    ("last_holder", 24),
    ("accepted_until", 16),
    ("reason", 26),
];

/// One row per (unit, duty) with a gap; by duty in the policy's order, then in the order of the units.
pub fn gaps(snapshot: &Snapshot, paper: &Paper, coverage: &[Coverage], openings: &Openings) -> Table {
    Gaps::of(snapshot, paper, coverage, openings).into_table(snapshot.policy(), paper, snapshot.day)
}

/// The gaps of some units, those of each duty by themselves.
#[derive(Debug, Default)]
pub struct Gaps {
    rows: Vec<Vec<Row>>,
    missing: u64,
}

impl Gaps {
    /// The gaps among some coverage.
    pub fn of(snapshot: &Snapshot, paper: &Paper, coverage: &[Coverage], openings: &Openings) -> Self {
        let mut gaps = Gaps { rows: vec![Vec::new(); snapshot.policy().duties.len()], missing: 0 };
        for found in coverage.iter().filter(|found| found.gap() > 0) {
            gaps.missing += u64::from(found.gap());
            let opening = openings.get(&(found.unit, found.duty));
            let kind = if found.is_open() { RowKind::Gap } else { RowKind::Data };
            gaps.rows[found.duty.index()].push(Row { kind, cells: cells(snapshot, paper, found, opening) });
        }
        gaps
    }

    /// Adds the gaps of the units that come next.
    pub fn append(&mut self, next: Gaps) {
        self.missing += next.missing;
        self.rows.resize(self.rows.len().max(next.rows.len()), Vec::new());
        self.rows.iter_mut().zip(next.rows).for_each(|(rows, mut next)| rows.append(&mut next));
    }

    /// All of them as a table.
    pub fn into_table(mut self, policy: &Policy, paper: &Paper, day: Day) -> Table {
        let mut table = paper.table("gaps", policy, COLUMNS);
        table.heading.title = say!(paper.words, "title-gaps");
        table.heading.subtitle = vec![say!(paper.words, "as-of", day = written::day(day, paper.lang()))];
        table.signature = paper.signature(day);
        self.rows.resize(policy.duties.len(), Vec::new());
        table.rows = policy.duty_ids().flat_map(|duty| std::mem::take(&mut self.rows[duty.index()])).collect();
        table.push_line(RowKind::Total, say!(paper.words, "total-gaps", count = self.missing));
        table
    }
}

fn cells(snapshot: &Snapshot, paper: &Paper, found: &Coverage, opening: Option<&Opening>) -> Vec<Cell> {
    let (unit, duty) = (snapshot.book.unit(found.unit), snapshot.policy().duty(found.duty));
    let above = snapshot.surroundings(found.unit);
    let vacancy = snapshot.vacancy(found.unit, found.duty).filter(|_| found.accepted);
    let left = opening.map(|opening| snapshot.book.cadre(opening.left));
    // Where nobody is known to have left, the seats have been empty as long as the unit is known to be there.
    let since = opening.map(|opening| opening.day).or(unit.period.from);
    vec![
        Cell::from(&unit.code),
        Cell::from(&unit.name),
        above.into(),
        Cell::from(duty.code.as_str()),
        Cell::from(duty.name.in_lang(paper.lang())),
        found.limits.min.into(),
        found.held().into(),
        found.gap().into(),
        since.into(),
        since.map(|since| days_between(since, snapshot.day) + 1).into(),
        left.map(|cadre| cadre.code.as_str()).into(),
        left.map(|cadre| cadre.full_name.as_str()).into(),
        vacancy.and_then(|vacancy| vacancy.until).into(),
        vacancy.map(|vacancy| vacancy.reason.as_str()).into(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::{DutyId, LevelId};
    use crate::model::lang::Words;
    use crate::model::policy::{Duty, Profile};
    use crate::model::seat::SeatLimits;
    use crate::model::versions::InForce;
    use crate::text::catalogue::Catalogue;
    use crate::text::order::Order;

    #[test]
    fn duties_stand_in_the_order_of_the_policy_of_the_day() {
        let duty = |code: &str| Duty {
            code: code.to_owned(),
            name: Words::default(),
            unit: LevelId(0),
            cadre: Vec::new(),
            seats: SeatLimits { min: 1, max: None },
            limit: None,
            within: None,
        };
        let in_force = InForce { levels: Vec::new(), duties: vec![DutyId(2), DutyId(0)] };
        let duties = vec![duty("old"), duty("gone"), duty("new")];
        let policy = Policy { duties, in_force: Some(in_force), ..Policy::default() };
        let (words, order) = (Catalogue::new(policy.lang), Order::new());
        let paper = Paper { words: &words, order: &order, profile: Profile::Full };
        let row = |code: &str| Row { kind: RowKind::Gap, cells: vec![Cell::from(code)] };
        let part = |own: usize, code: &str| {
            let rows = (0..3).map(|at| if at == own { vec![row(code)] } else { Vec::new() }).collect();
            Gaps { rows, missing: 1 }
        };
        let mut gaps = part(0, "1");
        gaps.append(part(2, "2"));
        gaps.append(part(0, "3"));
        let table = gaps.into_table(&policy, &paper, Day::constant(2022, 5, 31));
        let first: Vec<Option<&Cell>> = table.rows[..3].iter().map(|row| row.cells.first()).collect();
        assert_eq!(first, [row("2"), row("1"), row("3")].each_ref().map(|row| row.cells.first()));
    }
}
