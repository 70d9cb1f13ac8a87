//! `propose --rebalance --max-moves N`: the best roster a few moves away from today's, and what each further move buys.

use anyhow::Result;
use serde::Serialize;

use super::amending::{Task, make};
use super::desk::{Desk, Label};
use super::exit::Exit;
use super::office;
use super::propose::{Propose, stop, wish};
use super::sheet::NOT_ON_SCREEN;
use crate::amend::Grounds;
use crate::amend::replace::hand_over;
use crate::model::book::Book;
use crate::model::policy::Profile;
use crate::model::proposal::{Point, Rebalance};
use crate::model::snapshot::Snapshot;
use crate::plan::{Request, rebalance};
use crate::render::{Format, json, render};
use crate::report::paper::Paper;
use crate::report::proposal::{self, Terms};
use crate::report::reasons::Reasons;
use crate::say;
use crate::store::Store;

/// The JSON of README.
#[derive(Serialize)]
struct Told {
    curve: Vec<ToldPoint>,
    rows: Vec<ToldMove>,
}

#[derive(Serialize)]
struct ToldPoint {
    moves: u64,
    empty: u64,
    cost: i64,
    lower_bound: i64,
}

#[derive(Serialize)]
struct ToldMove {
    unit: String,
    duty: String,
    from: Option<String>,
    to: String,
    cost: i64,
    because: String,
}

/// Runs it.
pub fn run(
    desk: &Desk,
    args: &Propose,
    (store, whole): (Store, &Book),
    snapshot: &Snapshot,
    (request, most): (&Request, u32),
) -> Result<Exit> {
    let moved = rebalance(snapshot, request, most).map_err(|fault| stop(snapshot, fault))?;
    report(desk, args, snapshot, request, &moved)?;
    if args.apply && !moved.rows.is_empty() {
        let seats: Vec<_> = moved.rows.iter().map(|(holder, row)| (*holder, wish(args, request.from, row))).collect();
        let grounds = Grounds { decision_no: args.decision.as_str().into(), reason: "".into() };
        let about = say!(desk.words, "propose-about", count = seats.len());
        let amend = |book| Ok(hand_over(book, &seats, &grounds));
        let task = Task { command: "propose", about, day: request.from, is_rehearsal: false, amend: &amend };
        return make(desk, store, whole, &task);
    }
    Ok(Exit::Clean)
}

fn report(desk: &Desk, args: &Propose, snapshot: &Snapshot, request: &Request, moved: &Rebalance) -> Result<()> {
    let paper = office::screen_paper(desk, snapshot.policy(), Some(Profile::Full));
    let format = desk.format(&args.output)?;
    if format == Format::Json {
        return desk.deliver_bytes(&json::document(&told(snapshot, &paper, moved))?, &args.output);
    }
    let terms = Terms { from: request.from, decision_no: &args.decision };
    let mut table = proposal::rebalance(snapshot, &paper, moved, &terms);
    if format == Format::Table && args.output.file().is_none() {
        table.leave_out(NOT_ON_SCREEN);
    }
    desk.deliver(&table, &args.output, &desk.look(&args.output))?;
    desk.note(Label::Plain, &say!(desk.words, "rebalance-curve"));
    let curve = render(&proposal::curve(snapshot, &paper, moved), Format::Table, &desk.errors())?;
    desk.note(Label::Plain, String::from_utf8_lossy(&curve).trim_end());
    for point in moved.curve.iter().filter(|point| point.lower_bound < point.cost) {
        let Point { moves, cost, lower_bound, .. } = *point;
        let line = say!(desk.words, "rebalance-unproven", moves = moves, cost = cost, bound = lower_bound);
        desk.note(Label::Plain, &line);
    }
    Ok(())
}

fn told(snapshot: &Snapshot, paper: &Paper, moved: &Rebalance) -> Told {
    let (book, policy) = (snapshot.book, snapshot.policy());
    let code = |cadre| book.cadre(cadre).code.to_string();
    let mut reasons = Reasons::new(snapshot, paper);
    let rows = moved.rows.iter().map(|(holder, row)| ToldMove {
        unit: book.unit(row.unit).code.to_string(),
        duty: policy.duty(row.duty).code.clone(),
        from: holder.map(code),
        to: code(row.cadre),
        cost: row.cost,
        because: reasons.because(row),
    });
    let curve = moved.curve.iter().map(|point| {
        let Point { moves, empty, cost, lower_bound } = *point;
        ToldPoint { moves, empty, cost, lower_bound }
    });
    Told { curve: curve.collect(), rows: rows.collect() }
}
