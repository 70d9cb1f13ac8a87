//! A reform as people read it: what happened to each unit, and the list of what is to be decided.

use super::differences::quoted;
use super::paper::{Paper, person};
use super::table::{Cell, Table};
use crate::model::id::{DutyId, UnitId};
use crate::model::reform::{Asked, Outcome, SeatAfter, Told, Verdict};
use crate::model::snapshot::Snapshot;
use crate::say;

const TOLD: &[(&str, u16)] =
    &[("old_code", 14), ("old_name", 26), ("fortune", 26), ("new_code", 14), ("new_name", 26), ("parent_path", 40)];

const ASKED: &[(&str, u16)] = &[
    ("issue", 12),
    ("unit_code", 14),
    ("unit_path", 40),
    ("new_unit_code", 14),
    ("new_unit_name", 26),
    ("duty", 18),
    ("cadre_code", 12),
    ("full_name", 26),
    ("holders", 40),
    ("proposed", 12),
    ("decision", 12),
    ("to_unit_code", 14),
];

/// What happened to each unit of the table, and to those that are over without a row.
pub fn told(snapshot: &Snapshot, paper: &Paper, told: &[Told]) -> Table {
    let mut table = paper.table("reform", snapshot.policy(), TOLD);
    table.heading.title = say!(paper.words, "title-reform");
    for Told { old, new, fortunes } in told {
        let code = |unit: Option<UnitId>| Cell::from(unit.map(|unit| snapshot.book.unit(unit).code.as_str()));
        let name = |unit: Option<UnitId>| Cell::from(unit.map(|unit| snapshot.book.unit(unit).name.as_str()));
        let words = fortunes.iter().map(|fortune| paper.words.say(&format!("fortune-{}", fortune.code()), &[]));
        let above = new.map(|new| snapshot.surroundings(new)).filter(|above| !above.is_empty());
        table.push(vec![
            code(*old),
            name(*old),
            words.collect::<Vec<_>>().join(", ").into(),
            code(*new),
            name(*new),
            above.into(),
        ]);
    }
    table
}

/// The list of what the office may decide, with the columns of the decision to be filled in.
pub fn asked(snapshot: &Snapshot, paper: &Paper, asked: &[Asked]) -> Table {
    let mut table = paper.table("review", snapshot.policy(), ASKED);
    table.heading.title = say!(paper.words, "title-review");
    let verdict = |verdict: Verdict| paper.words.say(&format!("verdict-{}", verdict.code()), &[]);
    for row in asked {
        let book = snapshot.book;
        let assignment = row.assignment.map(|id| book.assignment(id));
        let cadre = assignment.map(|assignment| book.cadre(assignment.cadre));
        let holders = row.new.zip(assignment).map(|(new, assignment)| holders(snapshot, new, assignment.duty));
        let (decided, to) = row.decided.clone().unzip();
        table.push(vec![
            paper.words.say(&format!("issue-{}", row.issue.code()), &[]).into(),
            Cell::from(&book.unit(row.unit).code),
            snapshot.whereabouts(row.unit).into(),
            row.new.map(|new| book.unit(new).code.as_str()).into(),
            row.new.map(|new| book.unit(new).name.as_str()).into(),
            assignment.map(|assignment| snapshot.policy().duty(assignment.duty).code.as_str()).into(),
            cadre.map(|cadre| cadre.code.as_str()).into(),
            cadre.map(|cadre| cadre.full_name.as_str()).into(),
            holders.into(),
            row.proposed.map(verdict).into(),
            decided.map(verdict).into(),
            to.filter(|to| !to.is_empty()).map(|to| to.to_string()).into(),
        ]);
    }
    table
}

/// Everybody who holds a seat, by name.
fn holders(snapshot: &Snapshot, unit: UnitId, duty: DutyId) -> String {
    let book = snapshot.book;
    let holders = snapshot.holders(unit, duty).into_iter().map(|id| book.cadre(book.assignment(id).cadre));
    holders.map(person).collect::<Vec<_>>().join(", ")
}

/// What a reform comes to, line by line; of each kind of seat at most so many.
pub fn lines(snapshot: &Snapshot, paper: &Paper, outcome: &Outcome, most: usize) -> Vec<String> {
    let (words, lang) = (paper.words, paper.lang());
    let duty = |duty: DutyId| snapshot.policy().duty(duty).name.in_lang(lang).to_owned();
    let mut lines = vec![say!(words, "reform-followed", count = outcome.followed)];
    lines.push(say!(words, "reform-carried", count = outcome.carried));
    for (id, count) in &outcome.ended {
        lines.push(say!(words, "reform-ended", duty = duty(*id), count = *count));
    }
    if outcome.absent > 0 {
        lines.push(say!(words, "reform-absent", count = outcome.absent));
    }
    for (id, count) in &outcome.unheld {
        lines.push(say!(words, "reform-unheld", duty = duty(*id), count = *count));
    }
    let mut seats = |heading: String, seats: &[SeatAfter], has_holders: bool| {
        if seats.is_empty() {
            return;
        }
        lines.push(heading);
        for seat in seats.iter().take(most) {
            let place = format!("  {} ({})", snapshot.whereabouts(seat.unit), snapshot.book.unit(seat.unit).code);
            let who =
                if has_holders { format!(": {}", holders(snapshot, seat.unit, seat.duty)) } else { String::new() };
            lines.push(format!("{place}, {}{who}", quoted(&duty(seat.duty), lang)));
        }
        if seats.len() > most {
            lines.push(format!("  {}", say!(words, "more-candidates", count = seats.len() - most)));
        }
    };
    let surplus: u32 = outcome.doubled.iter().map(|seat| seat.count).sum();
    let doubled = say!(words, "reform-doubled", count = outcome.doubled.len(), surplus = surplus);
    seats(doubled, &outcome.doubled, true);
    seats(say!(words, "reform-emptied", count = outcome.emptied.len()), &outcome.emptied, false);
    if !outcome.idle.is_empty() {
        lines.push(say!(words, "reform-idle", count = outcome.idle.len()));
        let named = outcome.idle.iter().take(most).map(|id| snapshot.book.cadre(*id));
        lines.extend(named.map(|cadre| format!("  {}, {}", person(cadre), cadre.organization)));
        if outcome.idle.len() > most {
            lines.push(format!("  {}", say!(words, "more-candidates", count = outcome.idle.len() - most)));
        }
    }
    lines
}
