//! `calendar`: the month's meetings, with days and hours proposed for those that have none; as a list, as calendar
//! files, or on one sheet for each unit that gets a roster.

use std::collections::{BTreeMap, HashSet};

use anyhow::Result;
use clap::{Args as Group, ValueEnum};

use super::args::Output;
use super::desk::{Desk, Label, shown};
use super::documents::put;
use super::exit::Exit;
use super::stop::Stop;
use super::tops::{self, Tops};
use super::values::month;
use super::{files, find, findings, office};
use crate::model::day::Month;
use crate::model::finding::{Finding, Severity};
use crate::model::id::{CadreId, UnitId};
use crate::model::policy::Profile;
use crate::model::sitting::{Sitting, sittings};
use crate::model::snapshot::Snapshot;
use crate::plan::calendar::{Clash, plan};
use crate::render::Format;
use crate::render::ics::{Entry, file};
use crate::report::meetings::{grid, meetings};
use crate::report::paper::person;
use crate::say;
use crate::text::catalogue::Catalogue;
use crate::text::file_name::{free, part};
use crate::text::windows::window_of;

#[derive(Debug, Group)]
pub struct Calendar {
    #[arg(value_name = "DEED")]
    pub deed: Deed,
    #[arg(long, value_name = "MONTH", value_parser = month)]
    pub month: Month,
    #[arg(long, value_name = "UNIT")]
    pub under: Option<String>,
    #[command(flatten)]
    pub output: Output,
}

/// What is made of the month's meetings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Deed {
    Plan,
    Ics,
    Grid,
}

/// Runs it.
pub fn run(desk: &mut Desk, args: &Calendar) -> Result<Exit> {
    if args.deed != Deed::Plan {
        let folder = args.output.file().ok_or(Stop::NoFolder)?;
        files::refuse_folder(folder, None)?;
        files::probe_folder(folder)?;
    }
    let day = args.month.last();
    let (_, book) = office::open_on(desk, day)?;
    let snapshot = Snapshot::new(&book, day);
    let under = args.under.as_deref().map(|typed| find::unit(&snapshot, typed)).transpose()?;
    let made = MonthPlan::of(&snapshot, args.month);
    let found = made.clashes_of(&snapshot, |sitting| snapshot.is_in(sitting.unit, under));
    findings::print(desk, snapshot.policy(), &found);
    match args.deed {
        Deed::Plan => list(desk, args, &snapshot, &made, under)?,
        Deed::Ics => calendars(desk, args, &snapshot, &made, under)?,
        Deed::Grid => grids(desk, args, &snapshot, &made, under)?,
    }
    Ok(if found.is_empty() { Exit::Clean } else { Exit::Findings })
}

/// The month's meetings, those without a day or an hour with those proposed.
pub struct MonthPlan {
    /// The meetings.
    pub sittings: Vec<Sitting>,
    /// Of each, whether the office has fixed its day and hour.
    pub fixed: Vec<bool>,
    clashes: Vec<Clash>,
}

impl MonthPlan {
    /// Those of a month.
    pub fn of(snapshot: &Snapshot, month: Month) -> Self {
        let policy = snapshot.policy();
        let name = |window: usize| policy.windows[window].name.in_lang(policy.lang).into();
        let told = sittings(snapshot, month, &name, &|name, level| window_of(policy, name, level));
        let fixed = told.iter().map(|sitting| sitting.day.is_some() && sitting.hour.is_some()).collect();
        let made = plan(told, month, &policy.windows, &policy.calendar);
        MonthPlan { sittings: made.sittings, fixed, clashes: made.clashes }
    }

    /// What cannot all be held, where some of it is wanted.
    pub fn clashes_of(&self, snapshot: &Snapshot, is_wanted: impl Fn(&Sitting) -> bool) -> Vec<Finding> {
        let is_told = |clash: &&Clash| clash.sittings.iter().any(|at| is_wanted(&self.sittings[*at]));
        self.clashes.iter().filter(is_told).map(|clash| finding(snapshot, &self.sittings, clash)).collect()
    }

    /// The places of the sittings of units there.
    fn there(&self, snapshot: &Snapshot, under: Option<UnitId>) -> impl Iterator<Item = usize> {
        (0..self.sittings.len()).filter(move |at| snapshot.is_in(self.sittings[*at].unit, under))
    }
}

/// Meetings that cannot all be held, by their units and the people who would have to be at several.
fn finding(snapshot: &Snapshot, sittings: &[Sitting], clash: &Clash) -> Finding {
    let own: Vec<&Sitting> = clash.sittings.iter().map(|at| &sittings[*at]).collect();
    let place = |sitting: &&Sitting| format!("{}, {}", sitting.name, snapshot.whereabouts(sitting.unit));
    let mut counts: BTreeMap<CadreId, usize> = BTreeMap::new();
    own.iter().flat_map(|sitting| &sitting.cadres).for_each(|cadre| *counts.entry(*cadre).or_default() += 1);
    let shared = counts.into_iter().filter(|(_, count)| *count > 1 || own.len() == 1);
    let people: Vec<String> = shared.map(|(cadre, _)| person(snapshot.book.cadre(cadre))).collect();
    let finding = match clash.is_proven {
        true => Finding::new("calendar-impossible", Severity::Error),
        false => Finding::new("calendar-unproven", Severity::Error),
    };
    let meetings = own.iter().map(place).collect::<Vec<_>>().join("; ");
    let people = if people.is_empty() { "-".to_owned() } else { people.join("; ") };
    finding.arg("count", own.len()).arg("meetings", meetings).arg("people", people)
}

fn list(desk: &Desk, args: &Calendar, snapshot: &Snapshot, made: &MonthPlan, under: Option<UnitId>) -> Result<()> {
    let format = desk.format(&args.output)?;
    let words = Catalogue::new(snapshot.policy().lang);
    let paper = office::paper(desk, &words, snapshot.policy(), Some(Profile::Internal), format);
    let there: Vec<usize> = made.there(snapshot, under).collect();
    let own: Vec<Sitting> = there.iter().map(|at| made.sittings[*at].clone()).collect();
    let fixed: Vec<bool> = there.iter().map(|at| made.fixed[*at]).collect();
    desk.deliver(&meetings(snapshot, &paper, args.month, &own, &fixed), &args.output, &desk.look(&args.output))
}

/// A calendar file for each unit that meets, and for each cadre who has to be there.
fn calendars(desk: &Desk, args: &Calendar, snapshot: &Snapshot, made: &MonthPlan, under: Option<UnitId>) -> Result<()> {
    let folder = args.output.file().ok_or(Stop::NoFolder)?;
    files::make_folder(folder)?;
    let mut of_unit: BTreeMap<UnitId, Vec<Entry>> = BTreeMap::new();
    let mut of_cadre: BTreeMap<CadreId, Vec<Entry>> = BTreeMap::new();
    // Whoever comes to a meeting there has all of their meetings in their file.
    let there = made.there(snapshot, under).flat_map(|at| made.sittings[at].cadres.iter().copied());
    let wanted: HashSet<CadreId> = there.collect();
    for sitting in &made.sittings {
        let Some(entry) = entry(snapshot, sitting) else { continue };
        for cadre in sitting.cadres.iter().filter(|cadre| wanted.contains(cadre)) {
            of_cadre.entry(*cadre).or_default().push(entry.clone());
        }
        if snapshot.is_in(sitting.unit, under) {
            of_unit.entry(sitting.unit).or_default().push(entry);
        }
    }
    let units = of_unit.iter().map(|(unit, entries)| {
        let unit = snapshot.book.unit(*unit);
        ("unit", &unit.code, unit.name.to_string(), entries)
    });
    let cadres = of_cadre.iter().map(|(cadre, entries)| {
        let cadre = snapshot.book.cadre(*cadre);
        ("cadre", &cadre.code, cadre.full_name.to_string(), entries)
    });
    let mut taken = HashSet::new();
    for (what, code, name, entries) in units.chain(cadres) {
        let stem = free(format!("{what}-{}-{}", part(code), part(&name)), &mut taken);
        put(desk, &folder.join(format!("{stem}.ics")), &[], &file(&name, entries))?;
    }
    desk.note(Label::Note, &say!(desk.words, "documents-written", count = taken.len(), path = shown(folder)));
    Ok(())
}

fn entry(snapshot: &Snapshot, sitting: &Sitting) -> Option<Entry> {
    let begins = sitting.day?.to_datetime(sitting.hour?);
    let unit = snapshot.book.unit(sitting.unit);
    Some(Entry {
        id: format!("{}-{}-{}@phancong", unit.code, part(&sitting.name), begins.strftime("%Y%m")),
        begins,
        minutes: snapshot.policy().calendar.minutes,
        title: format!("{}, {}", sitting.name, unit.name),
        place: sitting.place.to_string(),
        about: snapshot.whereabouts(sitting.unit),
    })
}

/// The month on one sheet, as a workbook and as a page, for each unit that gets a roster.
fn grids(desk: &Desk, args: &Calendar, snapshot: &Snapshot, made: &MonthPlan, under: Option<UnitId>) -> Result<()> {
    let words = Catalogue::new(snapshot.policy().lang);
    let paper = office::document_paper(desk, &words, snapshot.policy(), None);
    let level = snapshot.policy().roster_level().ok_or(Stop::Needs("[documents] by"))?;
    let mut of_top: BTreeMap<UnitId, Vec<&Sitting>> = BTreeMap::new();
    for sitting in &made.sittings {
        if let Some(top) = snapshot.book.ancestor(sitting.unit, level) {
            of_top.entry(top).or_default().push(sitting);
        }
    }
    let look = crate::render::Look { month: Some(args.month), ..desk.look(&args.output) };
    let tops = Tops { what: "calendar", level, under, formats: &[Format::Xlsx, Format::Html], look };
    tops::write(desk, &args.output, snapshot, &tops, |top| {
        let own = of_top.get(&top).map(Vec::as_slice).unwrap_or_default();
        let mut table = grid(snapshot, &paper, args.month, own);
        table.heading.subtitle.push(snapshot.whereabouts(top));
        Some(table)
    })
}
