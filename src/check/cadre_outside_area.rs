//! cadre-outside-area: a cadre holds a unit outside the area that the duty keeps its holders in.

use super::{Check, View};
use crate::model::assignment::Assignment;
use crate::model::finding::{Finding, Severity};
use crate::model::id::LevelId;

/// Holder and unit stand under the same unit of the level that the duty is kept `within`. Somebody
/// whose home stands above that level is outside every such area.
pub const CHECK: Check = Check { id: "cadre-outside-area", severity: Severity::Error, find };

fn find(view: &View, take: &mut dyn FnMut(Finding)) {
    let within = |assignment: &Assignment| view.snapshot.policy().duty(assignment.duty).within;
    let bound = view.assignments().filter_map(|assignment| Some((assignment, within(assignment)?)));
    let outside = bound.filter(|(assignment, within)| !is_inside(view, assignment, *within));
    outside.map(|(assignment, within)| finding(view, assignment, within)).for_each(take);
}

fn is_inside(view: &View, assignment: &Assignment, within: LevelId) -> bool {
    let book = view.snapshot.book;
    let area = book.ancestor(book.cadre(assignment.cadre).home, within);
    area.is_some() && area == book.ancestor(assignment.unit, within)
}

fn finding(view: &View, assignment: &Assignment, within: LevelId) -> Finding {
    let book = view.snapshot.book;
    let home = book.cadre(assignment.cadre).home;
    let named = book.unit(book.ancestor(home, within).unwrap_or(home));
    CHECK.on_assignment(view, assignment).arg("area", within).arg("home", &named.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{BINH, CLUSTER, NORTH_1, SOUTH_1, WHOLE, district, found, said};
    use crate::model::lang::Lang;

    #[test]
    fn a_holder_from_the_next_commune_is_reported() {
        let mut book = district();
        book.cadres[BINH.index()].home = NORTH_1;
        let findings = found(&CHECK, &book);
        assert_eq!(findings.len(), 1);
        assert!(said(&book, Lang::Vi, &findings[0]).starts_with("Trần Thị Bình (CB2) thuộc Xã Bắc,"));
    }

    #[test]
    fn a_holder_whose_home_stands_above_the_area_is_reported() {
        let mut book = district();
        book.cadres[BINH.index()].home = WHOLE;
        assert_eq!(found(&CHECK, &book).len(), 1);
    }

    #[test]
    fn a_home_in_the_unit_itself_is_not_reported() {
        let mut book = district();
        book.cadres[BINH.index()].home = SOUTH_1;
        assert_eq!(found(&CHECK, &book), []);
    }

    #[test]
    fn a_wider_area_and_none_at_all_are_not_reported() {
        for within in [Some(CLUSTER), None] {
            let mut book = district();
            book.cadres[BINH.index()].home = NORTH_1;
            book.policy.duties[0].within = within;
            assert_eq!(found(&CHECK, &book), []);
        }
    }
}
