//! `list`: rows as of a day, filtered.

use anyhow::Result;

use super::args::{List, Listed};
use super::desk::Desk;
use super::exit::Exit;
use super::log::lines;
use super::stop::Stop;
use super::{find, office, service};
use crate::model::assignment::Assignment;
use crate::model::coverage::coverage;
use crate::model::day::Month;
use crate::model::gap::openings;
use crate::model::id::{CadreId, DutyId, LevelId, UnitId};
use crate::model::lineage::Lineage;
use crate::model::list::Kind;
use crate::model::policy::Profile;
use crate::model::snapshot::Snapshot;
use crate::render::Format;
use crate::report::decisions::{citations, decisions};
use crate::report::feedback::open as open_feedback;
use crate::report::lists::{Filter, list};
use crate::report::paper::Paper;
use crate::report::table::{Cell, Table};
use crate::report::{gaps, log};
use crate::text::fold::plain;

/// Columns of gaps that a screen has no room for: codes beside names, and numbers that are nearly always 1 and 0.
const NOT_ON_SCREEN: &[&str] = &["duty", "seats", "held", "last_cadre_code"];

/// Runs it.
pub fn run(desk: &mut Desk, args: &List) -> Result<Exit> {
    refuse_filters(args)?;
    service::refuse_filters(args)?;
    let has_records = matches!(args.what, Listed::Attendance | Listed::Feedback);
    let (store, whole) = if has_records { office::open_whole(desk)? } else { office::open(desk)? };
    let book = whole.clone().seen_on(args.when.day());
    let book = if args.what == Listed::Feedback { book.records_on(args.when.day()) } else { book };
    let snapshot = Snapshot::new(&book, args.when.day());
    let paper = office::screen_paper(desk, &book.policy, Some(Profile::Full));
    let wanted = Wanted::of(&snapshot, args)?;
    let mut table = match args.what {
        Listed::Changes => log::log(&book.policy, &paper, &lines(&store.changes()?)),
        Listed::Service => service::table(desk, &whole, args)?,
        Listed::Gaps => {
            let coverage = coverage(&snapshot).into_iter();
            let own: Vec<_> = coverage.filter(|found| wanted.unit(found.unit) && wanted.has_duty(found.duty)).collect();
            gaps::gaps(&snapshot, &paper, &own, &openings(&snapshot, &own))
        }
        Listed::Units => wanted.list(Kind::Units, &paper),
        Listed::Cadres => wanted.list(Kind::Cadres, &paper),
        Listed::Assignments => wanted.list(Kind::Assignments, &paper),
        Listed::Vacancies => wanted.list(Kind::Vacancies, &paper),
        Listed::Meetings => wanted.list(Kind::Meetings, &paper),
        Listed::Attendance => wanted.list(Kind::Attendance, &paper),
        Listed::Feedback => open_feedback(&snapshot, &paper, &|row| wanted.place(row.unit)),
        Listed::Decisions => {
            let cited = citations(&snapshot, |assignment| wanted.concerns(assignment));
            decisions(&snapshot, &paper, cited, wanted.is_narrow())
        }
    };
    if let Some(text) = &args.find {
        let text = plain(text);
        table
            .rows
            .retain(|row| row.cells.iter().any(|cell| matches!(cell, Cell::Text(cell) if plain(cell).contains(&text))));
    }
    if desk.format(&args.output)? == Format::Table {
        match args.what {
            Listed::Gaps => table.leave_out(NOT_ON_SCREEN),
            Listed::Service => table.leave_out(service::NOT_ON_SCREEN),
            _ => {}
        }
    }
    desk.deliver(&table, &args.output, &desk.look(&args.output))?;
    Ok(Exit::Clean)
}

/// Refuses filters that mean nothing for the log of changes.
fn refuse_filters(args: &List) -> Result<()> {
    if args.what != Listed::Changes {
        return Ok(());
    }
    let given = [
        ("--under", args.under.is_some()),
        ("--level", args.level.is_some()),
        ("--duty", args.duty.is_some()),
        ("--month", args.when.month.is_some()),
        ("--as-of", args.when.as_of.is_some()),
    ];
    match given.iter().find(|(_, is_given)| *is_given) {
        Some((option, _)) => Err(Stop::NoUse(option).into()),
        None => Ok(()),
    }
}

/// What the filters leave.
struct Wanted<'w, 'b> {
    snapshot: &'w Snapshot<'b>,
    under: Option<UnitId>,
    level: Option<LevelId>,
    duty: Option<DutyId>,
}

impl<'w, 'b> Wanted<'w, 'b> {
    fn of(snapshot: &'w Snapshot<'b>, args: &List) -> Result<Self> {
        let policy = snapshot.policy();
        Ok(Wanted {
            snapshot,
            under: args.under.as_deref().map(|typed| find::unit(snapshot, typed)).transpose()?,
            level: args.level.as_deref().map(|typed| find::level(policy, typed)).transpose()?,
            duty: args.duty.as_deref().map(|typed| find::duty(policy, typed)).transpose()?,
        })
    }

    /// Whether any filter is given.
    fn is_narrow(&self) -> bool {
        self.under.is_some() || self.level.is_some() || self.duty.is_some()
    }

    /// Whether an assignment, of whatever days, is among what the filters leave.
    fn concerns(&self, assignment: &Assignment) -> bool {
        self.level.is_none_or(|level| self.snapshot.book.unit(assignment.unit).level == level)
            && self.has_duty(assignment.duty)
            && self.is_under(assignment.unit)
    }

    fn is_under(&self, unit: UnitId) -> bool {
        self.under.is_none_or(|top| self.snapshot.is_under(unit, top))
    }

    fn has_duty(&self, duty: DutyId) -> bool {
        self.duty.is_none_or(|wanted| wanted == duty)
    }

    /// Whether something that was told of a unit is wanted, also where the unit is over by now.
    fn place(&self, id: UnitId) -> bool {
        let level = self.snapshot.book.unit(id).level;
        let needs = |duty| self.snapshot.policy().duty(duty).unit == level;
        self.level.is_none_or(|wanted| level == wanted) && self.duty.is_none_or(needs) && self.is_under(id)
    }

    fn unit(&self, id: UnitId) -> bool {
        self.snapshot.exists(id) && self.place(id)
    }

    fn cadre(&self, id: CadreId) -> bool {
        let cadre = self.snapshot.book.cadre(id);
        let mut held = self.snapshot.of_cadre(id);
        self.level.is_none_or(|level| cadre.level == level)
            && self.is_under(cadre.home)
            && (self.duty.is_none() || held.any(|(_, assignment)| self.has_duty(assignment.duty)))
    }

    /// A list as of the day, its context columns included.
    fn list(&self, kind: Kind, paper: &Paper) -> Table {
        let (book, day) = (self.snapshot.book, self.snapshot.day);
        let lineage = Lineage::of(book);
        let now = |unit| lineage.unit_on(book, unit, day);
        let filter = Filter {
            unit: &|id| self.unit(id),
            cadre: &|id| self.cadre(id),
            assignment: &|assignment| {
                assignment.period.contains(day) && self.has_duty(assignment.duty) && self.unit(assignment.unit)
            },
            vacancy: &|vacancy| {
                vacancy.period().contains(day) && self.has_duty(vacancy.duty) && self.unit(vacancy.unit)
            },
            seat: &|rule| self.has_duty(rule.duty) && self.unit(rule.unit),
            decision: &|_| true,
            meeting: &|meeting| self.unit(meeting.unit),
            attendance: &|row| Month::of(row.day) == Month::of(day) && self.place(now(row.unit)),
            feedback: &|row| self.place(now(row.unit)),
        };
        list(book, paper, kind, true, &filter)
    }
}
