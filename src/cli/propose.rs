//! `propose`: who could fill the empty seats, at the least cost, proven and explained; saved only with `--apply`.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args as Group;
use serde::Serialize;

use super::amending::{Task, make};
use super::args::Output;
use super::desk::{Desk, Label};
use super::exit::Exit;
use super::stop::Stop;
use super::stretch::AsOf;
use super::values::civil_day;
use super::{find, office, wanted};
use crate::amend::assign::assign_all;
use crate::model::assignment::Assignment;
use crate::model::day::{Day, Period};
use crate::model::policy::Profile;
use crate::model::proposal::{Pair, Proposal, Proposed};
use crate::model::snapshot::Snapshot;
use crate::plan::{Fault, Request, propose};
use crate::render::terminal::wrapped;
use crate::render::{Format, json};
use crate::report::paper::Paper;
use crate::report::proposal::{self, Terms};
use crate::say;
use crate::text::clean::clean;

/// Columns that a screen has no room for.
pub const NOT_ON_SCREEN: &[&str] = &["cadre_code", "unit_code", "duty", "decision_no", "unit_name"];

#[derive(Debug, Group)]
pub struct Propose {
    #[arg(long, value_name = "DUTY")]
    pub duty: Option<String>,
    #[arg(long, value_name = "UNIT")]
    pub under: Option<String>,
    #[command(flatten)]
    pub when: AsOf,
    #[arg(long, value_name = "DAY", value_parser = civil_day)]
    pub from: Option<Day>,
    #[arg(long, value_name = "DECISION", default_value = "")]
    pub decision: String,
    #[arg(long, value_name = "FILE")]
    pub pairs: Option<PathBuf>,
    #[arg(long, value_name = "UNIT", requires = "not")]
    pub why: Option<String>,
    #[arg(long, value_name = "CADRE", requires = "why")]
    pub not: Option<String>,
    #[arg(long, conflicts_with = "why", requires = "max_moves")]
    pub rebalance: bool,
    #[arg(long, value_name = "MOVES", requires = "rebalance")]
    pub max_moves: Option<u32>,
    #[arg(long, conflicts_with = "why")]
    pub apply: bool,
    #[command(flatten)]
    pub output: Output,
}

/// Runs it.
pub fn run(desk: &mut Desk, args: &Propose) -> Result<Exit> {
    desk.format(&args.output)?;
    let (store, whole) = office::open(desk)?;
    let book = whole.clone().seen_on(args.when.day());
    let snapshot = Snapshot::new(&book, args.when.day());
    let from = args.from.unwrap_or(snapshot.day);
    let pairs: Vec<Pair> = match &args.pairs {
        Some(path) => wanted::pairs(&snapshot, path, from)?,
        None => Vec::new(),
    };
    let request = Request {
        from,
        duty: args.duty.as_deref().map(|typed| find::duty(&book.policy, typed)).transpose()?,
        under: args.under.as_deref().map(|typed| find::unit(&snapshot, typed)).transpose()?,
        pairs: &pairs,
    };
    if let (Some(unit), Some(cadre)) = (&args.why, &args.not) {
        return super::why::run(desk, &snapshot, &request, (unit, cadre));
    }
    if let Some(most) = args.max_moves {
        return super::rebalance::run(desk, args, (store, &whole), &snapshot, (&request, most));
    }
    let proposal = propose(&snapshot, &request).map_err(|fault| stop(&snapshot, fault))?;
    report(desk, args, &snapshot, &proposal, from)?;
    if args.apply && !proposal.rows.is_empty() {
        let wishes: Vec<Assignment> = proposal.rows.iter().map(|row| wish(args, from, row)).collect();
        let about = say!(desk.words, "propose-about", count = wishes.len());
        let amend = |book| Ok(assign_all(book, &wishes));
        let task = Task { command: "propose", about, day: from, is_rehearsal: false, amend: &amend };
        return make(desk, store, &whole, &task);
    }
    Ok(Exit::Clean)
}

/// Why there is no proposal, as the terminal says it.
pub fn stop(snapshot: &Snapshot, fault: Fault) -> Stop {
    let (key, pair) = match fault {
        Fault::NoCosts => ("stop-propose-no-costs", None),
        Fault::BadCosts => ("stop-propose-bad-costs", None),
        Fault::Contradiction(pair) => ("stop-propose-contradiction", Some(pair)),
        Fault::NotProven => ("stop-propose-not-proven", None),
    };
    let about = pair.map(|pair| {
        let (cadre, unit) = (snapshot.book.cadre(pair.cadre), snapshot.book.unit(pair.unit));
        format!("{}, {}", cadre.code, unit.code)
    });
    Stop::NoProposal { key, about: about.unwrap_or_default() }
}

/// The assignment that a row suggests.
pub fn wish(args: &Propose, from: Day, row: &Proposed) -> Assignment {
    Assignment {
        row: 0,
        cadre: row.cadre,
        unit: row.unit,
        duty: row.duty,
        period: Period { from: Some(from), to: None },
        decision_no: args.decision.as_str().into(),
        note: "".into(),
    }
}

/// The JSON of README.
#[derive(Serialize)]
struct Told {
    filled: usize,
    empty: u32,
    cost: i64,
    lower_bound: i64,
    rows: Vec<ToldRow>,
    unfilled: Vec<ToldSeat>,
}

#[derive(Serialize)]
struct ToldRow {
    unit: String,
    duty: String,
    cadre: String,
    cost: i64,
    because: String,
}

#[derive(Serialize)]
struct ToldSeat {
    unit: String,
    duty: String,
    count: u32,
    because: String,
    relaxation: String,
}

fn report(desk: &Desk, args: &Propose, snapshot: &Snapshot, proposal: &Proposal, from: Day) -> Result<()> {
    let paper = office::screen_paper(desk, snapshot.policy(), Some(Profile::Full));
    let format = desk.format(&args.output)?;
    if format == Format::Json {
        desk.deliver_bytes(&json::document(&told(snapshot, &paper, proposal))?, &args.output)?;
    } else {
        let terms = Terms { from, decision_no: &args.decision };
        let mut table = proposal::proposal(snapshot, &paper, proposal, &terms);
        if format == Format::Table && args.output.file().is_none() {
            table.leave_out(NOT_ON_SCREEN);
        }
        desk.deliver(&table, &args.output, &desk.look(&args.output))?;
    }
    for seat in &proposal.unfilled {
        let [head, why, relaxation] = proposal::unfilled(snapshot, &paper, seat);
        desk.note(Label::Plain, &wrapped(&clean(&head), "", "    ", &desk.errors()));
        desk.note(Label::Plain, &wrapped(&clean(&why), "  ", "    ", &desk.errors()));
        desk.note(Label::Plain, &wrapped(&clean(&relaxation), "  → ", "    ", &desk.errors()));
    }
    let (filled, empty) = (proposal.rows.len(), count(proposal));
    let (cost, bound) = (proposal.cost, proposal.lower_bound);
    let line = say!(desk.words, "propose-total", filled = filled, empty = empty, cost = cost, bound = bound);
    desk.note(Label::Note, &line);
    Ok(())
}

fn count(proposal: &Proposal) -> u32 {
    proposal.unfilled.iter().map(|seat| seat.count).sum()
}

fn told(snapshot: &Snapshot, paper: &Paper, proposal: &Proposal) -> Told {
    let (book, policy) = (snapshot.book, snapshot.policy());
    let unit = |unit| book.unit(unit).code.to_string();
    let duty = |duty| policy.duty(duty).code.clone();
    let rows = proposal.rows.iter().map(|row| ToldRow {
        unit: unit(row.unit),
        duty: duty(row.duty),
        cadre: book.cadre(row.cadre).code.to_string(),
        cost: row.cost,
        because: proposal::because(snapshot, paper, row),
    });
    let unfilled = proposal.unfilled.iter().map(|seat| ToldSeat {
        unit: unit(seat.unit),
        duty: duty(seat.duty),
        count: seat.count,
        because: proposal::why(snapshot, paper, seat),
        relaxation: proposal::relaxation(snapshot, paper, seat.relaxation),
    });
    Told {
        filled: proposal.rows.len(),
        empty: count(proposal),
        cost: proposal.cost,
        lower_bound: proposal.lower_bound,
        rows: rows.collect(),
        unfilled: unfilled.collect(),
    }
}
