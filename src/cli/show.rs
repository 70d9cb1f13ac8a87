//! `show`: a unit's chain of responsibility, or a cadre's card.

use anyhow::Result;

use super::args::Show;
use super::desk::{Desk, Label};
use super::exit::Exit;
use super::find::{self, Found};
use super::{history, office};
use crate::model::snapshot::Snapshot;
use crate::render::Format;
use crate::report::card;
use crate::text::clean::clean;

/// Runs it.
pub fn run(desk: &mut Desk, args: &Show) -> Result<Exit> {
    let (store, book) = office::open_on(desk, args.when.day())?;
    let snapshot = Snapshot::new(&book, args.when.day());
    let paper = office::screen_paper(desk, &book.policy, args.profile);
    let found = find::anything(&snapshot, &args.who)?;
    if args.history {
        let table = history::of(desk, &store, &book, found)?;
        desk.deliver(&table, &args.output, &desk.look(&args.output))?;
        return Ok(Exit::Clean);
    }
    let mut table = match found {
        Found::Unit(unit) => card::unit(&snapshot, &paper, unit),
        Found::Cadre(cadre) => card::cadre(&snapshot, &paper, cadre),
    };
    if desk.format(&args.output)? == Format::Table && args.output.file().is_none() {
        table.leave_out(&["level", "organization"]);
        desk.note(Label::Note, &clean(&table.heading.title));
        for line in &table.heading.subtitle {
            desk.note(Label::Note, &format!("  {}", clean(line)));
        }
    }
    desk.deliver(&table, &args.output, &desk.look(&args.output))?;
    Ok(Exit::Clean)
}
