//! cadre-probably-twice: two cadres at work are probably one person.

use foldhash::{HashMap, HashMapExt};

use super::{Check, View};
use crate::model::cadre::Cadre;
use crate::model::finding::{Finding, Severity};
use crate::model::id::{CadreId, UnitId};
use crate::text::spellings::Spellings;

/// Nobody stands in the book twice. Namesakes are common, so a name alone says nothing: birth year, phone, or (where a
/// birth year is unknown) organization must be the same too. Among the people of several provinces even that is common,
/// so that only those below the same topmost unit are compared.
pub const CHECK: Check = Check { id: "cadre-probably-twice", severity: Severity::Warning, find };

/// What namesakes can have in common.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Trait<'b> {
    BornIn(u16),
    Phone(&'b str),
    WorksAt(&'b str),
    WorksAtWithoutYear(&'b str),
}

fn find(view: &View, take: &mut dyn FnMut(Finding)) {
    let mut first: HashMap<Trait, CadreId> = HashMap::new();
    let people = by_name(view);
    for namesakes in people.chunk_by(|one, other| one.name == other.name).filter(|group| group.len() > 1) {
        first.clear();
        for id in namesakes.iter().map(|named| named.cadre) {
            let cadre = view.snapshot.book.cadre(id);
            let earlier = telling(cadre).find_map(|sought| Some((*first.get(&sought)?, sought)));
            if let Some((other, shared)) = earlier {
                take(finding(view, id, other, shared));
            }
            for own in shown(cadre) {
                first.entry(own).or_insert(id);
            }
        }
    }
}

/// Somebody at work.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Named {
    /// The topmost unit above, and the number of the name: what namesakes have in common.
    name: (Option<UnitId>, u32),
    cadre: CadreId,
}

/// Those at work by their names, namesakes below one topmost unit in the order of the book.
fn by_name(view: &View) -> Vec<Named> {
    let book = view.snapshot.book;
    let mut spellings = Spellings::default();
    let active = (0..book.cadres.len()).map(CadreId::at).filter(|id| view.snapshot.is_active(*id));
    let named = active.map(|id| {
        let cadre = book.cadre(id);
        Named { name: (book.chain(cadre.home).last(), spellings.number(&cadre.full_name)), cadre: id }
    });
    let mut people: Vec<Named> = named.collect();
    people.sort_unstable();
    people
}

/// Traits of an earlier namesake that would tell that it is the same person.
fn telling(cadre: &Cadre) -> impl Iterator<Item = Trait<'_>> {
    let colleague = if cadre.birth_year.is_some() { Trait::WorksAtWithoutYear } else { Trait::WorksAt };
    let (born, phone) = (cadre.birth_year.map(Trait::BornIn), known(&cadre.phone).map(Trait::Phone));
    [born, phone, known(&cadre.organization).map(colleague)].into_iter().flatten()
}

/// Traits that a later namesake is compared with.
fn shown(cadre: &Cadre) -> impl Iterator<Item = Trait<'_>> {
    let (born, phone) = (cadre.birth_year.map(Trait::BornIn), known(&cadre.phone).map(Trait::Phone));
    let organization = known(&cadre.organization);
    let without_year = organization.filter(|_| cadre.birth_year.is_none()).map(Trait::WorksAtWithoutYear);
    [born, phone, organization.map(Trait::WorksAt), without_year].into_iter().flatten()
}

fn known(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

fn finding(view: &View, cadre: CadreId, other: CadreId, shared: Trait) -> Finding {
    let shared = match shared {
        Trait::BornIn(..) => "birth_year",
        Trait::Phone(..) => "phone",
        Trait::WorksAt(..) | Trait::WorksAtWithoutYear(..) => "organization",
    };
    let other = &view.snapshot.book.cadre(other).code;
    CHECK.on_cadre(view, cadre).arg("other_code", other).arg("shared", shared)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{AN, NORTH, SOUTH, add_cadre, district, found, said};
    use crate::model::book::Book;
    use crate::model::cadre::Status;
    use crate::model::lang::Lang;

    /// The sample with a namesake of An, and both as the test wants them.
    fn with_namesake(set: impl Fn(&mut Cadre, &mut Cadre)) -> Book {
        let mut book = district();
        add_cadre(&mut book, "CB3", "LÊ VĂN AN", SOUTH);
        if let Some((namesake, others)) = book.cadres.split_last_mut() {
            set(&mut others[AN.index()], namesake);
        }
        book
    }

    #[test]
    fn namesakes_born_in_the_same_year_are_reported() {
        let book = with_namesake(|one, other| (one.birth_year, other.birth_year) = (Some(1970), Some(1970)));
        let findings = found(&CHECK, &book);
        assert_eq!(findings.len(), 1);
        assert!(
            said(&book, Lang::Vi, &findings[0]).contains("(CB3) và CB1 có lẽ là một người: cùng họ tên, cùng năm sinh")
        );
    }

    #[test]
    fn namesakes_with_one_phone_are_reported() {
        let book = with_namesake(|one, other| (one.phone, other.phone) = ("0100".into(), "0100".into()));
        assert_eq!(found(&CHECK, &book).len(), 1);
    }

    #[test]
    fn namesakes_of_one_office_are_reported_when_a_birth_year_is_unknown() {
        for years in [(Some(1970), None), (None, Some(1970)), (None, None)] {
            let book = with_namesake(|one, other| {
                (one.organization, other.organization) = ("UBND xã".into(), "UBND xã".into());
                (one.birth_year, other.birth_year) = years;
            });
            assert_eq!(found(&CHECK, &book).len(), 1, "{years:?}");
        }
    }

    #[test]
    fn namesakes_with_different_birth_years_are_not_reported() {
        let book = with_namesake(|one, other| {
            (one.organization, other.organization) = ("UBND xã".into(), "UBND xã".into());
            (one.birth_year, other.birth_year) = (Some(1970), Some(1971));
        });
        assert_eq!(found(&CHECK, &book), []);
    }

    #[test]
    fn a_name_alone_and_somebody_who_left_are_not_reported() {
        assert_eq!(found(&CHECK, &with_namesake(|_, _| ())), []);
        let book = with_namesake(|one, other| {
            (one.birth_year, other.birth_year) = (Some(1970), Some(1970));
            one.status = Status::Transferred;
        });
        assert_eq!(found(&CHECK, &book), []);
    }

    #[test]
    fn names_that_differ_in_a_mark_are_not_reported() {
        let mut book = district();
        book.cadres[AN.index()].birth_year = Some(1970);
        add_cadre(&mut book, "CB3", "Lê Văn Ân", NORTH).birth_year = Some(1970);
        assert_eq!(found(&CHECK, &book), []);
    }
}
