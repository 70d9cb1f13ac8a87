//! What a check of the office comes to: looked at whole, around one unit, or part by part.
//!
//! Below each topmost unit an office is an office of its own: nothing that is checked there depends on what stands below
//! another one, but for totals of the policy, decisions and units that took the place of others. So a country is checked
//! one province at a time.

use anyhow::Result;

use super::desk::Desk;
use super::office;
use super::progress::go_on;
use crate::check;
use crate::model::book::{Book, Outside};
use crate::model::coverage::DutyTotal;
use crate::model::day::Day;
use crate::model::finding::Finding;
use crate::model::id::{CadreId, UnitId};
use crate::model::policy::Policy;
use crate::model::seats::Seats;
use crate::model::snapshot::Snapshot;
use crate::store::Store;
use crate::work::{in_order, threads};

/// What was found, and each duty in numbers.
#[derive(Debug, Default)]
pub struct Checked {
    /// The policy of the day.
    pub policy: Policy,
    /// In the policy's order.
    pub totals: Vec<DutyTotal>,
    /// Sorted.
    pub findings: Vec<Finding>,
}

/// Checks the office as of a day, or what belongs to one unit.
///
/// # Errors
/// When the database cannot be read, or no single unit is called that.
pub fn checked(desk: &Desk, under: Option<&str>, day: Day, is_wanted: impl Fn(&str) -> bool + Sync) -> Result<Checked> {
    if let Some(typed) = under {
        let (book, unit) = office::open_around(desk, typed, day)?;
        return Ok(look(&book, day, is_wanted, Scope::Around(unit)));
    }
    let store = office::store(desk)?;
    let held = store.hold()?;
    let policy = office::policy_of(&store)?;
    if policy.totals.is_empty()
        && let Some(roots) = store.roots(&policy)?.filter(|roots| roots.len() > 1)
    {
        return part_by_part(&store, policy, &roots, day, is_wanted);
    }
    let book = store.book(policy)?.seen_on(day);
    drop(held);
    Ok(look(&book, day, is_wanted, Scope::Whole))
}

/// What of a book is asked for.
#[derive(Clone, Copy)]
enum Scope {
    Whole,
    /// A unit, what stands below it, everybody in the book.
    Around(UnitId),
    /// A unit, what stands below it in the tree, everybody who is at home there.
    Part(UnitId),
}

fn look(book: &Book, day: Day, is_wanted: impl Fn(&str) -> bool, scope: Scope) -> Checked {
    let snapshot = Snapshot::new(book, day);
    let is_below = |unit: UnitId| match scope {
        Scope::Whole => true,
        Scope::Around(top) => book.is_under(unit, top),
        Scope::Part(top) => book.chain(unit).any(|at| at == top),
    };
    let seats = match scope {
        Scope::Part(_) => Seats::with_those_at_home(&snapshot, is_below),
        _ => Seats::within(&snapshot, is_below),
    };
    let mut findings = check::run(&snapshot, &seats, is_wanted);
    if !matches!(scope, Scope::Whole) {
        let is_asked = |cadre: CadreId| matches!(scope, Scope::Around(_)) || is_below(book.cadre(cadre).home);
        findings = check::within(findings, is_below, is_asked);
    }
    Checked { policy: snapshot.policy().clone(), totals: seats.totals, findings }
}

fn part_by_part(
    store: &Store,
    policy: Policy,
    roots: &[u32],
    day: Day,
    is_wanted: impl Fn(&str) -> bool + Sync,
) -> Result<Checked> {
    let (db, outside) = (store.path(), store.outside(&policy, day, (&[], day))?);
    let mut sum: Option<Checked> = None;
    let work = |store: &mut Option<Store>, at: usize| -> Result<Checked> {
        part(office::reader(store, db)?, &policy, roots[at], &outside, day, &is_wanted)
    };
    in_order(
        threads(),
        roots.len(),
        || None,
        work,
        |part| {
            go_on()?;
            let part = part?;
            match &mut sum {
                Some(sum) => {
                    sum.findings.extend(part.findings);
                    sum.totals.iter_mut().zip(&part.totals).for_each(|(sum, part)| sum.add(part));
                }
                None => sum = Some(part),
            }
            anyhow::Ok(())
        },
    )?;
    let mut checked = sum.unwrap_or_default();
    check::sort(&checked.policy, &mut checked.findings);
    Ok(checked)
}

fn part(
    store: &Store,
    policy: &Policy,
    root: u32,
    outside: &Outside,
    day: Day,
    is_wanted: impl Fn(&str) -> bool,
) -> Result<Checked> {
    let book = store.part(policy.clone(), root, outside)?;
    let top = office::unit_of_row(&book, root)?;
    Ok(look(&book, day, is_wanted, Scope::Part(top)))
}
