//! `propose`: who could fill the empty seats, at the least cost, proven and explained; saved only with `--apply`.

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args as Group, value_parser};

use super::amending::{Task, make};
use super::args::Output;
use super::desk::Desk;
use super::exit::Exit;
use super::pieces::{self, Wish};
use super::sheet::{Sheet, Style};
use super::stop::Stop;
use super::stretch::AsOf;
use super::values::civil_day;
use super::{find, office, wanted};
use crate::amend::assign::assign_all;
use crate::model::assignment::Assignment;
use crate::model::day::{Day, Period};
use crate::model::proposal::{Pair, Proposed};
use crate::model::snapshot::Snapshot;
use crate::plan::{Fault, Request, propose};
use crate::report::proposal::Terms;
use crate::say;
use crate::store::Store;
use crate::work::threads;

/// More moves than a committee would ever decide on at once.
const MOST_MOVES: i64 = 10_000;

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
    #[arg(long, value_name = "MOVES", requires = "rebalance", value_parser = value_parser!(u32).range(..=MOST_MOVES))]
    pub max_moves: Option<u32>,
    #[arg(long, conflicts_with = "why")]
    pub apply: bool,
    #[command(flatten)]
    pub output: Output,
}

/// Runs it.
pub fn run(desk: &mut Desk, args: &Propose) -> Result<Exit> {
    desk.format(&args.output)?;
    let store = office::store(desk)?;
    if !args.needs_book() && propose_in_pieces(desk, args, &store)? {
        return Ok(Exit::Clean);
    }
    let whole = office::book_of(&store)?;
    let book = whole.clone().seen_on(args.when.day());
    let snapshot = Snapshot::new(&book, args.when.day());
    let from = args.from();
    let pairs: Vec<Pair> = match &args.pairs {
        Some(path) => wanted::pairs(&snapshot, path, from)?,
        None => Vec::new(),
    };
    let request = Request {
        from,
        duty: args.duty.as_deref().map(|typed| find::duty(&book.policy, typed)).transpose()?,
        under: args.under.as_deref().map(|typed| find::unit(&snapshot, typed)).transpose()?,
        part: None,
        pairs: &pairs,
        threads: threads(),
    };
    if let (Some(unit), Some(cadre)) = (&args.why, &args.not) {
        return super::why::run(desk, &snapshot, &request, (unit, cadre));
    }
    if let Some(most) = args.max_moves {
        return super::rebalance::run(desk, args, (store, &whole), &snapshot, (&request, most));
    }
    let proposal = propose(&snapshot, &request).map_err(|fault| stop(&snapshot, fault))?;
    let style = style(desk, args)?;
    let mut sheet = Sheet::new(style)?;
    sheet.add(style.piece(&snapshot, &proposal)?)?;
    sheet.close()?;
    if args.apply && !proposal.rows.is_empty() {
        let wishes: Vec<Assignment> = proposal.rows.iter().map(|row| wish(args, from, row)).collect();
        let about = say!(desk.words, "propose-about", count = wishes.len());
        let amend = |book| Ok(assign_all(book, &wishes));
        let task = Task { command: "propose", about, day: from, is_rehearsal: false, amend: &amend };
        return make(desk, store, &whole, &task);
    }
    Ok(Exit::Clean)
}

impl Propose {
    fn from(&self) -> Day {
        self.from.unwrap_or_else(|| self.when.day())
    }

    /// Whether more is asked for than who could fill which seats, so that everything has to be known at once.
    fn needs_book(&self) -> bool {
        self.pairs.is_some() || self.why.is_some() || self.rebalance || self.apply
    }
}

fn style<'s>(desk: &'s Desk, args: &'s Propose) -> Result<Style<'s>> {
    let (output, format, look) = (&args.output, desk.format(&args.output)?, desk.look(&args.output));
    Ok(Style { desk, output, format, look, terms: Terms { from: args.from(), decision_no: &args.decision } })
}

/// Makes the proposal piece by piece; gives whether it could.
fn propose_in_pieces(desk: &Desk, args: &Propose, store: &Store) -> Result<bool> {
    let held = store.hold()?;
    let policy = &office::policy_of(store)?;
    let day = args.when.day();
    let under = match &args.under {
        Some(typed) => store.unit_of_code(policy, typed, day)?,
        None => None,
    };
    if args.under.is_some() && under.is_none() {
        return Ok(false);
    }
    let duty = args.duty.as_deref().map(|typed| find::duty(policy, typed)).transpose()?;
    let wish = Wish { day, from: args.from(), duty, under };
    let Some(pieces) = pieces::pieces(store, policy, &wish)? else { return Ok(false) };
    let style = style(desk, args)?;
    let mut sheet = Sheet::new(style)?;
    pieces::write(store, policy, &wish, &pieces, &mut sheet, style)?;
    // What goes to the screen waits until nobody is kept from saving any more.
    drop(held);
    sheet.close()?;
    Ok(true)
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
