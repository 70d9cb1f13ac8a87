//! A proposal made piece by piece: each from a part of the book, read when its turn comes and forgotten afterwards.
//!
//! People of one area never take seats of another, and what would fill a seat otherwise is looked for in the areas beside
//! it: so the part under the unit above an area is all that its seats need.

use std::num::NonZero;
use std::path::Path;

use anyhow::Result;

use super::office;
use super::progress::go_on;
use super::propose::stop;
use super::sheet::{Piece, Sheet, Style};
use crate::model::book::Outside;
use crate::model::day::Day;
use crate::model::id::{DutyId, LevelId};
use crate::model::policy::Policy;
use crate::model::snapshot::Snapshot;
use crate::plan::{Request, propose};
use crate::store::Store;
use crate::work::{in_order, threads};

/// What is asked for, before any book is read.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
    /// The day as of which seats are empty.
    pub day: Day,
    /// The first day of the assignments.
    pub from: Day,
    /// Only this duty.
    pub duty: Option<DutyId>,
    /// Only what stands under the unit of this row.
    pub under: Option<u32>,
}

/// The pieces of a duty: the rows of the units whose parts are read, in the order of their codes.
pub type Pieces = Vec<(DutyId, Vec<u32>)>;

/// How a proposal falls into pieces; `None` where it is better made from the whole book: a duty takes people from
/// everywhere, its units lie in no area, units were reformed, or there is one piece only.
///
/// # Errors
/// When the database cannot be read.
pub fn pieces(store: &Store, policy: &Policy, wish: &Wish) -> Result<Option<Pieces>> {
    let has_own_seats = store.has_own_seats()?;
    let is_wanted = |duty: &DutyId| wish.duty.is_none_or(|wanted| wanted == *duty);
    let has_seats = |duty: &DutyId| has_own_seats || policy.duty(*duty).seats.min > 0;
    let mut pieces = Vec::new();
    for duty in policy.duty_ids().filter(is_wanted).filter(has_seats) {
        let within = policy.duty(duty).within.filter(|level| policy.reaches(*level, policy.duty(duty).unit));
        let within = within.map(|level| policy.level(level)).filter(|level| !level.overlay);
        let Some(above) = within.and_then(|level| level.parent) else { return Ok(None) };
        let Some(tops) = store.tops(policy, above, wish.under)? else { return Ok(None) };
        pieces.push((duty, tops));
    }
    if pieces.iter().all(|(_, tops)| tops.is_empty()) {
        return Ok(None);
    }
    let is_divided = wish.under.is_some() || pieces.iter().any(|(_, tops)| tops.len() > 1);
    Ok(is_divided.then_some(pieces))
}

/// Makes a proposal piece by piece, and writes each as it comes. The store must be held meanwhile.
///
/// # Errors
/// As [`propose`]; or when the database cannot be read, or the sheet written.
pub fn write(
    store: &Store,
    policy: &Policy,
    wish: &Wish,
    pieces: &Pieces,
    sheet: &mut Sheet,
    style: Style,
) -> Result<()> {
    let mut staff: Vec<LevelId> = pieces.iter().flat_map(|(duty, _)| policy.duty(*duty).cadre.clone()).collect();
    staff.sort_unstable();
    staff.dedup();
    let (db, outside) = (store.path(), store.outside(policy, wish.day, (&staff, wish.from))?);
    let maker = Maker { db, policy, wish, style, outside };
    for (duty, tops) in pieces {
        let work = |store: &mut Option<Store>, at: usize| maker.piece(store, *duty, tops[at]);
        let take = |piece: Result<Piece>| go_on().and_then(|()| sheet.add(piece?));
        in_order(threads(), tops.len(), || None, work, take)?;
    }
    Ok(())
}

/// Makes pieces, on several threads at once.
struct Maker<'m> {
    db: &'m Path,
    policy: &'m Policy,
    wish: &'m Wish,
    style: Style<'m>,
    outside: Outside,
}

impl Maker<'_> {
    /// One piece, from the part under a unit; the store is opened when the thread needs it first.
    fn piece(&self, store: &mut Option<Store>, duty: DutyId, top: u32) -> Result<Piece> {
        let store = office::reader(store, self.db)?;
        let book = store.part(self.policy.clone(), top, &self.outside)?;
        let snapshot = Snapshot::new(&book, self.wish.day);
        let unit = |row: u32| office::unit_of_row(&book, row);
        let request = Request {
            from: self.wish.from,
            duty: Some(duty),
            part: Some(unit(top)?),
            under: self.wish.under.map(unit).transpose()?,
            pairs: &[],
            threads: NonZero::<usize>::MIN,
        };
        let proposal = propose(&snapshot, &request).map_err(|fault| stop(&snapshot, fault))?;
        self.style.piece(&snapshot, &proposal)
    }
}

#[cfg(test)]
mod tests {
    use crate::cli::office::{parse_policy, policy_text};

    #[test]
    fn units_lie_in_areas_of_their_own_level_and_of_those_above_it() {
        let text = policy_text("three-tier").expect("a policy");
        let policy = parse_policy(&text, "three-tier").expect("a policy");
        let reaches = |above: &str, level: &str| {
            let [above, level] = [above, level].map(|code| policy.level_of_code(code).expect("a level"));
            policy.reaches(above, level)
        };
        assert!(reaches("district", "hamlet") && reaches("commune", "hamlet") && reaches("hamlet", "hamlet"));
        assert!(!reaches("hamlet", "commune") && !reaches("commune", "district"));
        // A group stands beside the communes that it is of, and not in one.
        assert!(!reaches("commune", "cluster"));
    }
}
