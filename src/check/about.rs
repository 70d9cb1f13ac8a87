//! Findings about units, seats, cadres and assignments, with the names that their sentences quote.

use super::{Check, View};
use crate::model::assignment::Assignment;
use crate::model::finding::Finding;
use crate::model::id::{CadreId, DutyId, UnitId};

impl Check {
    /// A finding about a unit; its sentence may quote `unit` (the path) and `unit_code`.
    pub(super) fn on_unit(&self, view: &View, unit: UnitId) -> Finding {
        with_unit(Finding::new(self.id, self.severity), view, unit)
    }

    /// A finding about a duty in a unit; its sentence may quote `duty` as well.
    pub(super) fn on_seat(&self, view: &View, unit: UnitId, duty: DutyId) -> Finding {
        with_duty(self.on_unit(view, unit), view, duty)
    }

    /// A finding about a cadre; its sentence may quote `cadre` (the name) and `cadre_code`.
    pub(super) fn on_cadre(&self, view: &View, cadre: CadreId) -> Finding {
        with_cadre(Finding::new(self.id, self.severity), view, cadre)
    }

    /// A finding about a cadre's work under a duty.
    pub(super) fn on_load(&self, view: &View, cadre: CadreId, duty: DutyId) -> Finding {
        with_duty(self.on_cadre(view, cadre), view, duty)
    }

    /// A finding about an assignment: its unit, its duty and its cadre.
    pub(super) fn on_assignment(&self, view: &View, assignment: &Assignment) -> Finding {
        with_cadre(self.on_seat(view, assignment.unit, assignment.duty), view, assignment.cadre)
    }

    /// A finding about a duty as a whole.
    pub(super) fn on_duty(&self, view: &View, duty: DutyId) -> Finding {
        with_duty(Finding::new(self.id, self.severity), view, duty)
    }
}

fn with_unit(finding: Finding, view: &View, unit: UnitId) -> Finding {
    let code = &view.snapshot.book.unit(unit).code;
    let finding = Finding { ids: (Some(unit), finding.ids.1), ..finding };
    finding.unit(code).arg("unit", view.snapshot.whereabouts(unit)).arg("unit_code", code)
}

fn with_cadre(finding: Finding, view: &View, cadre: CadreId) -> Finding {
    let finding = Finding { ids: (finding.ids.0, Some(cadre)), ..finding };
    let cadre = view.snapshot.book.cadre(cadre);
    finding.cadre(&cadre.code).arg("cadre", &cadre.full_name).arg("cadre_code", &cadre.code)
}

fn with_duty(finding: Finding, view: &View, duty: DutyId) -> Finding {
    finding.duty(&view.snapshot.policy().duty(duty).code.as_str().into()).arg("duty", duty)
}
