//! `propose --why UNIT --not CADRE`: why not her? What it would cost to have her, or what stands in the way.

use anyhow::Result;

use super::desk::Desk;
use super::exit::Exit;
use super::propose::stop;
use super::{find, office};
use crate::model::id::{CadreId, DutyId, UnitId};
use crate::model::policy::Profile;
use crate::model::snapshot::Snapshot;
use crate::plan::{Bar, Forced, Request, bar, force};
use crate::report::paper::person;
use crate::say;
use crate::text::clean::clean;

/// Answers for every duty of the unit's level that has an empty seat there.
pub fn run(desk: &Desk, snapshot: &Snapshot, request: &Request, (unit, cadre): (&str, &str)) -> Result<Exit> {
    let (unit, cadre) = (find::unit(snapshot, unit)?, find::cadre(snapshot.book, cadre)?);
    let level = snapshot.book.unit(unit).level;
    let needs = |duty: &DutyId| snapshot.policy().duty(*duty).unit == level;
    let duties = snapshot.policy().duty_ids().filter(needs).filter(|duty| request.duty.is_none_or(|own| own == *duty));
    let duties: Vec<DutyId> = duties.collect();
    if duties.is_empty() {
        let place = snapshot.whereabouts(unit);
        let line = match request.duty {
            Some(duty) => {
                let name = snapshot.policy().duty(duty).name.in_lang(desk.words.lang).to_owned();
                say!(desk.words, "why-other-duty", place = place, duty = name)
            }
            None => say!(desk.words, "why-no-duty", place = place),
        };
        desk.print(format!("{}\n", clean(&line)).as_bytes())?;
    }
    for duty in duties {
        let line = match bar(snapshot, request, (unit, duty), cadre) {
            Some(bar) => barred(desk, snapshot, (unit, duty, cadre), bar),
            None => {
                let request = Request { duty: Some(duty), ..*request };
                let forced = force(snapshot, &request, unit, cadre).map_err(|fault| stop(snapshot, fault))?;
                cost(desk, snapshot, (unit, duty, cadre), &forced)
            }
        };
        desk.print(format!("{}\n", clean(&line)).as_bytes())?;
    }
    Ok(Exit::Clean)
}

/// What stands in the way.
fn barred(desk: &Desk, snapshot: &Snapshot, (unit, duty, cadre): (UnitId, DutyId, CadreId), bar: Bar) -> String {
    let (words, paper) = (&desk.words, office::screen_paper(desk, snapshot.policy(), Some(Profile::Full)));
    let (who, place) = (person(snapshot.book.cadre(cadre)), snapshot.whereabouts(unit));
    let name = snapshot.policy().duty(duty).name.in_lang(paper.lang()).to_owned();
    let why = match bar {
        Bar::SeatHeld => say!(words, "bar-seat-held"),
        Bar::NotAtWork => say!(words, "bar-not-at-work"),
        Bar::OtherLevel => say!(words, "bar-other-level"),
        Bar::OtherArea => say!(words, "bar-other-area", home = snapshot.whereabouts(snapshot.book.cadre(cadre).home)),
        Bar::Full(limit) => say!(words, "bar-full", limit = i64::from(limit)),
        Bar::Forbidden => say!(words, "bar-forbidden"),
        Bar::Holds => say!(words, "bar-holds"),
    };
    say!(words, "why-barred", who = who, place = place, duty = name, why = why)
}

/// What it would cost.
fn cost(desk: &Desk, snapshot: &Snapshot, (unit, duty, cadre): (UnitId, DutyId, CadreId), forced: &Forced) -> String {
    let (words, paper) = (&desk.words, office::screen_paper(desk, snapshot.policy(), Some(Profile::Full)));
    let (who, place) = (person(snapshot.book.cadre(cadre)), snapshot.whereabouts(unit));
    let name = snapshot.policy().duty(duty).name.in_lang(paper.lang()).to_owned();
    let best = &forced.best;
    if best.rows.iter().any(|row| (row.unit, row.duty, row.cadre) == (unit, duty, cadre)) {
        return say!(words, "why-proposed", who = who, place = place, duty = name);
    }
    let other = best.rows.iter().find(|row| (row.unit, row.duty) == (unit, duty));
    let other = other.map_or_else(|| say!(words, "nobody"), |row| person(snapshot.book.cadre(row.cadre)));
    let with = &forced.forced;
    let (fewer, more) = (best.rows.len().saturating_sub(with.rows.len()), with.cost - best.cost);
    match fewer {
        0 => say!(words, "why-costs", who = who, place = place, duty = name, other = other, more = more),
        _ => say!(words, "why-empties", who = who, place = place, duty = name, other = other, count = fewer),
    }
}
