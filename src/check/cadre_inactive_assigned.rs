//! cadre-inactive-assigned: an assignment is in force, but its cadre is not at work.

use super::{Check, View};
use crate::model::assignment::Assignment;
use crate::model::cadre::Status;
use crate::model::finding::{Finding, Severity};

/// When a cadre leaves, the cadre's assignments end too; nobody is assigned before being at work.
pub const CHECK: Check = Check { id: "cadre-inactive-assigned", severity: Severity::Warning, find };

fn find(view: &View, take: &mut dyn FnMut(Finding)) {
    let inactive = view.assignments().filter(|assignment| !view.snapshot.is_active(assignment.cadre));
    inactive.map(|assignment| finding(view, assignment)).for_each(take);
}

fn finding(view: &View, assignment: &Assignment) -> Finding {
    let cadre = view.snapshot.book.cadre(assignment.cadre);
    let finding = CHECK.on_assignment(view, assignment).arg("status", cadre.status);
    match cadre.status_from {
        Some(from) if cadre.status == Status::Active => finding.arg("known", "not-yet").arg("since", from),
        Some(from) => finding.arg("known", "since").arg("since", from),
        None => finding.arg("known", "status"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{BINH, DAY, district, found, said};
    use crate::model::book::Book;
    use crate::model::day::{Day, day_after, day_before};
    use crate::model::lang::Lang;

    fn binh(status: Status, from: Option<Day>) -> Book {
        let mut book = district();
        book.cadres[BINH.index()].status = status;
        book.cadres[BINH.index()].status_from = from;
        book
    }

    #[test]
    fn somebody_who_retired_today_is_reported_with_the_day() {
        let book = binh(Status::Retired, Some(DAY));
        let findings = found(&CHECK, &book);
        assert_eq!(findings.len(), 1);
        assert!(said(&book, Lang::Vi, &findings[0]).contains("không công tác từ 30/06/2022 (nghỉ hưu)"));
    }

    #[test]
    fn somebody_who_left_on_no_known_day_is_reported() {
        assert_eq!(found(&CHECK, &binh(Status::Died, None)).len(), 1);
    }

    #[test]
    fn somebody_who_starts_tomorrow_is_reported() {
        let book = binh(Status::Active, Some(day_after(DAY)));
        let findings = found(&CHECK, &book);
        assert!(said(&book, Lang::En, &findings[0]).contains("starts on 2022-07-01 only"));
    }

    #[test]
    fn somebody_who_leaves_tomorrow_is_not_reported() {
        assert_eq!(found(&CHECK, &binh(Status::Transferred, Some(day_after(DAY)))), []);
    }

    #[test]
    fn an_assignment_that_ended_with_the_work_is_not_reported() {
        let mut book = binh(Status::Retired, Some(DAY));
        book.assignments[2].period.to = Some(day_before(DAY));
        assert_eq!(found(&CHECK, &book), []);
    }
}
