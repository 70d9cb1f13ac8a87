//! What a proposal is written on: piece by piece, so that a nation's needs no more room than its largest piece where rows
//! can be written as they come.

use anyhow::Result;
use serde::Serialize;

use super::args::Output;
use super::desk::{Desk, Label};
use super::office;
use super::stream::Stream;
use crate::model::policy::Profile;
use crate::model::proposal::Proposal;
use crate::model::snapshot::Snapshot;
use crate::render::terminal::wrapped;
use crate::render::{Format, Look, csv_pieces, json};
use crate::report::paper::Paper;
use crate::report::proposal::{self, Terms};
use crate::report::reasons::Reasons;
use crate::report::table::Table;
use crate::say;
use crate::text::clean::clean;

/// Columns that a screen has no room for.
pub const NOT_ON_SCREEN: &[&str] = &["cadre_code", "unit_code", "duty", "decision_no", "unit_name"];

/// How pieces are written; the same for all of them.
#[derive(Clone, Copy)]
pub struct Style<'s> {
    /// The desk of the run.
    pub desk: &'s Desk,
    /// Where the proposal goes.
    pub output: &'s Output,
    /// The format that it has there.
    pub format: Format,
    /// How it looks there.
    pub look: Look,
    /// What stands in every row.
    pub terms: Terms<'s>,
}

/// One piece of a proposal, written.
pub struct Piece {
    body: Body,
    unfilled: Vec<[String; 3]>,
    sums: Sums,
}

enum Body {
    /// What stands before the rows of a csv, and the rows.
    Csv((Vec<u8>, Vec<u8>)),
    Table(Box<Table>),
    Json {
        rows: Vec<ToldRow>,
        unfilled: Vec<ToldSeat>,
    },
}

/// A proposal in numbers.
#[derive(Clone, Copy, Default, Serialize)]
struct Sums {
    filled: usize,
    empty: u32,
    cost: i64,
    lower_bound: i64,
}

impl Sums {
    fn add(&mut self, more: Sums) {
        self.filled += more.filled;
        self.empty += more.empty;
        self.cost += more.cost;
        self.lower_bound += more.lower_bound;
    }
}

/// The JSON of README.
#[derive(Serialize)]
struct Told {
    #[serde(flatten)]
    sums: Sums,
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

impl Style<'_> {
    /// Writes a proposal, whole or a piece of it.
    ///
    /// # Errors
    /// When the format cannot hold it.
    pub fn piece(&self, snapshot: &Snapshot, made: &Proposal) -> Result<Piece> {
        let paper = office::screen_paper(self.desk, snapshot.policy(), Some(Profile::Full));
        let body = match self.format {
            Format::Json => told(snapshot, &paper, made),
            Format::Csv => {
                let table = proposal::proposal(snapshot, &paper, made, &self.terms);
                Body::Csv(csv_pieces(&table, &self.look)?)
            }
            _ => Body::Table(Box::new(proposal::proposal(snapshot, &paper, made, &self.terms))),
        };
        let unfilled = made.unfilled.iter().map(|seat| proposal::unfilled(snapshot, &paper, seat)).collect();
        let empty = made.unfilled.iter().map(|seat| seat.count).sum();
        let sums = Sums { filled: made.rows.len(), empty, cost: made.cost, lower_bound: made.lower_bound };
        Ok(Piece { body, unfilled, sums })
    }
}

fn told(snapshot: &Snapshot, paper: &Paper, made: &Proposal) -> Body {
    let (book, policy) = (snapshot.book, snapshot.policy());
    let unit = |unit| book.unit(unit).code.to_string();
    let duty = |duty| policy.duty(duty).code.clone();
    let mut reasons = Reasons::new(snapshot, paper);
    let rows = made.rows.iter().map(|row| ToldRow {
        unit: unit(row.unit),
        duty: duty(row.duty),
        cadre: book.cadre(row.cadre).code.to_string(),
        cost: row.cost,
        because: reasons.because(row),
    });
    let unfilled = made.unfilled.iter().map(|seat| ToldSeat {
        unit: unit(seat.unit),
        duty: duty(seat.duty),
        count: seat.count,
        because: proposal::why(snapshot, paper, seat),
        relaxation: proposal::relaxation(snapshot, paper, seat.relaxation),
    });
    Body::Json { rows: rows.collect(), unfilled: unfilled.collect() }
}

/// A proposal as it is written.
pub struct Sheet<'s> {
    style: Style<'s>,
    stream: Option<Stream<'s>>,
    table: Option<Table>,
    told: Told,
    unfilled: Vec<[String; 3]>,
}

impl<'s> Sheet<'s> {
    /// An empty sheet.
    ///
    /// # Errors
    /// When nothing can be written where it is to go.
    pub fn new(style: Style<'s>) -> Result<Self> {
        let stream = (style.format == Format::Csv).then(|| Stream::new(style.desk, style.output)).transpose()?;
        let told = Told { sums: Sums::default(), rows: Vec::new(), unfilled: Vec::new() };
        Ok(Sheet { style, stream, table: None, told, unfilled: Vec::new() })
    }

    /// Adds the next piece.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn add(&mut self, mut piece: Piece) -> Result<()> {
        match piece.body {
            Body::Csv(piece) => self.stream.as_mut().map_or(Ok(()), |stream| stream.add(&piece))?,
            Body::Table(mut table) => match &mut self.table {
                Some(known) => known.rows.append(&mut table.rows),
                None => self.table = Some(*table),
            },
            Body::Json { mut rows, mut unfilled } => {
                self.told.rows.append(&mut rows);
                self.told.unfilled.append(&mut unfilled);
            }
        }
        self.told.sums.add(piece.sums);
        self.unfilled.append(&mut piece.unfilled);
        Ok(())
    }

    /// Writes what could not be written before, and says what stays empty and what it all comes to.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn close(self) -> Result<()> {
        let Style { desk, output, format, look, .. } = self.style;
        if format == Format::Json {
            desk.deliver_bytes(&json::document(&self.told)?, output)?;
        }
        if let Some(mut table) = self.table {
            if format == Format::Table && output.file().is_none() {
                table.leave_out(NOT_ON_SCREEN);
            }
            desk.deliver(&table, output, &look)?;
        }
        if let Some(stream) = self.stream {
            stream.close()?;
        }
        for [head, why, relaxation] in &self.unfilled {
            desk.note(Label::Plain, &wrapped(&clean(head), "", "    ", &desk.errors()));
            desk.note(Label::Plain, &wrapped(&clean(why), "  ", "    ", &desk.errors()));
            desk.note(Label::Plain, &wrapped(&clean(relaxation), "  → ", "    ", &desk.errors()));
        }
        let Sums { filled, empty, cost, lower_bound } = self.told.sums;
        let line = say!(desk.words, "propose-total", filled = filled, empty = empty, cost = cost, bound = lower_bound);
        desk.note(Label::Note, &line);
        Ok(())
    }
}
