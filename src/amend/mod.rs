//! Changes by hand: a book and a wish in; a new book and the way there out, or findings. Saves nothing.

pub mod assign;
pub mod reform;
pub mod release;
pub mod replace;
pub mod status;
pub mod vacancy;

use std::collections::HashSet;

use crate::model::assignment::Assignment;
use crate::model::book::Book;
use crate::model::change::{Change, Deed, Edit};
use crate::model::day::{Day, Period, day_before};
use crate::model::finding::{Finding, Severity};
use crate::model::id::{AssignmentId, CadreId, DutyId, UnitId};
use crate::model::{Shared, Text};
use crate::say;
use crate::text::catalogue::Catalogue;

/// What came of a wish.
#[derive(Debug)]
pub struct Amended {
    /// Everything as it is then. Of no use when there is an error among the findings.
    pub book: Book,
    /// The way there.
    pub change: Change,
    /// What was found.
    pub findings: Vec<Finding>,
}

/// On what a change stands.
#[derive(Clone, Debug, Default)]
pub struct Grounds {
    /// Number of the decision.
    pub decision_no: Text,
    /// Why.
    pub reason: Text,
}

/// A change under way.
struct Amending {
    book: Book,
    change: Change,
    findings: Vec<Finding>,
    /// The assignments that are among the edits already.
    edited: HashSet<AssignmentId>,
}

impl Amending {
    fn of(book: Book) -> Self {
        Amending { book, change: Change::default(), findings: Vec::new(), edited: HashSet::new() }
    }

    fn finish(self) -> Amended {
        Amended { book: self.book, change: self.change, findings: self.findings }
    }

    /// Takes note of what stands in the way.
    fn refuse(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Adds an assignment.
    fn add(&mut self, wish: Assignment) {
        let row = self.book.assignments.last().map_or(0, |last| last.row) + 1;
        self.change.assignments.rows += 1;
        self.change.assignments.added.push(self.book.assignments.len());
        self.book.assignments.push(Assignment { row, ..wish });
    }

    /// Ends an assignment; it must begin before its last day is over.
    fn end(&mut self, id: AssignmentId, last: Day, grounds: &Grounds) {
        let note = self.released(&self.book.assignment(id).note, grounds);
        let assignment = &mut self.book.assignments[id.index()];
        let before = assignment.clone();
        assignment.period.to = Some(last);
        assignment.note = note;
        if self.edited.insert(id) {
            self.change.assignments.rows += 1;
            self.change.assignments.edited.push(Edit { at: id.index(), before, deed: Deed::Ended });
        }
    }

    /// The note of an assignment that ends: what it said, and on what the end stands.
    fn released(&self, note: &str, grounds: &Grounds) -> Shared {
        let words = Catalogue::new(self.book.policy.lang);
        let by = (!grounds.decision_no.is_empty())
            .then(|| say!(words, "note-released", decision = grounds.decision_no.to_string()));
        let parts = [note, by.as_deref().unwrap_or_default(), grounds.reason.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ").into()
    }

    /// Assignments of a cadre in force on a day, as far as `wanted`.
    fn held(&self, cadre: CadreId, day: Day, wanted: &Wanted) -> Vec<AssignmentId> {
        let all = self.book.assignments.iter().enumerate();
        let held = all.filter(|(_, row)| row.cadre == cadre && row.period.contains(day) && wanted.takes(row));
        held.map(|(at, _)| AssignmentId::at(at)).collect()
    }

    /// Whether an assignment can end the day before `on`; reported where it begins no earlier.
    fn can_end(&mut self, id: AssignmentId, on: Day) -> bool {
        let assignment = self.book.assignment(id);
        let begins = assignment.period.from.filter(|from| *from >= on);
        if let Some(begins) = begins {
            let finding = self.about(Finding::new("amend-ends-before-begin", Severity::Error), assignment);
            self.refuse(finding.arg("from", begins).arg("last", day_before(on)));
        }
        begins.is_none()
    }

    /// A finding about an assignment.
    fn about(&self, finding: Finding, assignment: &Assignment) -> Finding {
        self.about_seat(finding, assignment.unit, assignment.duty)
            .cadre(&self.book.cadre(assignment.cadre).code)
            .arg("name", &self.book.cadre(assignment.cadre).full_name)
    }

    /// A finding about a seat.
    fn about_seat(&self, finding: Finding, unit: UnitId, duty: DutyId) -> Finding {
        let finding = finding.unit(&self.book.unit(unit).code).arg("place", self.book.path(unit)).arg("duty", duty);
        finding.value(&self.book.unit(unit).code)
    }

    /// Reports what keeps a seat from being held, or declared empty, on the days of a period.
    fn check_seat(&mut self, unit: UnitId, duty: DutyId, period: Period) {
        let (found, needed) = (self.book.unit(unit).clone(), self.book.policy.duty(duty).unit);
        let day = period.from.unwrap_or_default();
        if !self.book.policy.on(day).has_duty(duty) {
            let finding = Finding::new("amend-duty-over", Severity::Error).value(&found.code).unit(&found.code);
            self.refuse(finding.arg("duty", duty).arg("day", day));
        }
        if found.level != needed {
            let finding = Finding::new("amend-wrong-level", Severity::Error).value(&found.code).unit(&found.code);
            self.refuse(finding.arg("duty", duty).arg("level", found.level).arg("expected", needed));
        }
        if period.is_reversed() {
            let (from, to) = (period.from.unwrap_or_default(), period.to.unwrap_or_default());
            let finding = self.about_seat(Finding::new("amend-period-reversed", Severity::Error), unit, duty);
            self.refuse(finding.arg("from", from).arg("to", to));
        }
        let outside = [period.from, period.to].into_iter().flatten().find(|day| !found.period.contains(*day));
        if let Some(day) = outside {
            let finding = self.about_seat(Finding::new("amend-unit-not-there", Severity::Error), unit, duty);
            self.refuse(finding.arg("day", day));
        }
    }

    /// Reports what keeps a cadre from holding a seat.
    fn check_holder(&mut self, wish: &Assignment) {
        self.check_seat(wish.unit, wish.duty, wish.period);
        let cadre = self.book.cadre(wish.cadre);
        if let Some(day) = wish.period.from.filter(|day| !cadre.is_active_on(*day)) {
            let finding = self.about(Finding::new("amend-cadre-not-at-work", Severity::Error), wish);
            let status = cadre.status;
            self.refuse(finding.arg("day", day).arg("status", status));
        }
        let same = self.book.assignments.iter().find(|row| {
            (row.cadre, row.unit, row.duty) == (wish.cadre, wish.unit, wish.duty) && row.period.overlaps(&wish.period)
        });
        if let Some(same) = same {
            let from = same.period.from.unwrap_or_default();
            let finding = self.about(Finding::new("amend-held-already", Severity::Error), wish).arg("from", from);
            self.refuse(finding);
        }
    }
}

/// Which of a cadre's assignments are meant.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    /// Those of a unit.
    pub unit: Option<UnitId>,
    /// Those of a duty.
    pub duty: Option<DutyId>,
}

impl Wanted {
    fn takes(&self, row: &Assignment) -> bool {
        self.unit.is_none_or(|unit| row.unit == unit) && self.duty.is_none_or(|duty| row.duty == duty)
    }
}
