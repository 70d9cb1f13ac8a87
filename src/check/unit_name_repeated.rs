//! unit-name-repeated: two units right below the same unit have the same name.

use foldhash::{HashMap, HashMapExt};

use super::{Check, View};
use crate::model::finding::{Finding, Severity};
use crate::model::id::{LevelId, UnitId};
use crate::text::spellings::Spellings;

/// No two units of one level right below the same unit share a name; spellings of one word count
/// as the same, tone marks tell names apart.
pub const CHECK: Check = Check { id: "unit-name-repeated", severity: Severity::Warning, find };

fn find(view: &View, take: &mut dyn FnMut(Finding)) {
    let (snapshot, mut spellings) = (view.snapshot, Spellings::default());
    let mut first: HashMap<(LevelId, u32), UnitId> = HashMap::new();
    let mut compare = |beside: &[UnitId]| {
        if beside.len() < 2 {
            return;
        }
        first.clear();
        for id in beside.iter().copied() {
            let unit = snapshot.book.unit(id);
            let earlier = *first.entry((unit.level, spellings.number(&unit.name))).or_insert(id);
            if earlier != id {
                take(CHECK.on_unit(view, id).arg("other_code", &snapshot.book.unit(earlier).code));
            }
        }
    };
    let tops = snapshot.units().filter(|(_, unit)| unit.parent.is_none());
    compare(&tops.map(|(id, _)| id).collect::<Vec<_>>());
    let mut beside = Vec::new();
    for above in (0..snapshot.book.units.len()).map(UnitId::at) {
        beside.clear();
        beside.extend(snapshot.children(above));
        compare(&beside);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{DAY, HAMLET, NORTH, NORTH_1, NORTH_2, district, found, said};
    use crate::model::day::day_before;
    use crate::model::lang::Lang;

    #[test]
    fn two_spellings_of_one_name_in_one_commune_are_reported() {
        let mut book = district();
        book.units[NORTH_1.index()].name = "Ấp Hòa Bình".into();
        book.units[NORTH_2.index()].name = "Ấp HOÀ BÌNH".into();
        let findings = found(&CHECK, &book);
        assert_eq!(findings.len(), 1);
        assert!(said(&book, Lang::Vi, &findings[0]).contains("(N.2): trùng tên với N.1"));
    }

    #[test]
    fn names_that_differ_in_a_tone_are_not_reported() {
        let mut book = district();
        book.units[NORTH_1.index()].name = "Ấp Bình Thành".into();
        book.units[NORTH_2.index()].name = "Ấp Bình Thạnh".into();
        assert_eq!(found(&CHECK, &book), []);
    }

    #[test]
    fn the_same_name_elsewhere_or_at_another_time_is_not_reported() {
        let mut book = district();
        book.units[NORTH_2.index()].name = "Ấp 1".into();
        book.units[NORTH_1.index()].period.to = Some(day_before(DAY));
        assert_eq!((book.units[NORTH_2.index()].parent, book.units[NORTH_2.index()].level), (Some(NORTH), HAMLET));
        assert_eq!(found(&CHECK, &book), []);
    }
}
