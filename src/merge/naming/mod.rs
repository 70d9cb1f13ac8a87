//! Lists without codes: rows that name units by their path and cadres by name, year of birth and organization
//! get the codes that these have, or new ones, which then stay. A name that fits several is asked about, never guessed.

mod people;
mod places;
mod references;

use std::collections::{HashMap, HashSet};

use people::People;
use places::Places;

use crate::model::Text;
use crate::model::book::Book;
use crate::model::day::Day;
use crate::model::finding::{Finding, Severity};
use crate::model::id::LevelId;
use crate::model::list::{Column, Kind};
use crate::model::rows::{AttendanceRow, CadreRow, Context, Listed, Lists, Source, UnitRow};
use crate::text::fold::key;

use super::codes::day_of;

/// The most candidates that a finding names.
const MOST_CANDIDATES: usize = 8;

/// A name that fits several units or cadres, or none: to be answered by the office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Whether a unit or a cadre is meant.
    pub what: Kind,
    /// The name, as the list has it.
    pub asked: String,
    /// What it could mean: code and description.
    pub candidates: Vec<(Text, String)>,
}

/// Lists with codes in all rows.
pub struct Named {
    /// The lists; rows whose names are not understood are left out.
    pub lists: Lists,
    /// What was found.
    pub findings: Vec<Finding>,
    /// What was not understood.
    pub questions: Vec<Question>,
}

/// Whether any row has a name in place of a code.
pub fn is_needed(lists: &Lists) -> bool {
    lists
        .units
        .iter()
        .any(|listed| listed.row.code.is_empty() || listed.row.is_derived || is_placed_by_name(&listed.row))
        || lists.cadres.iter().any(|listed| {
            listed.row.code.is_empty() || listed.row.home_unit_code.is_empty() || listed.row.level.is_none()
        })
        || lists.assignments.iter().any(|listed| listed.row.cadre_code.is_empty() || listed.row.unit_code.is_empty())
        || lists.vacancies.iter().any(|listed| listed.row.unit_code.is_empty())
        || lists.seats.iter().any(|listed| listed.row.unit_code.is_empty())
        || lists.meetings.iter().any(|listed| listed.row.unit_code.is_empty())
        || lists.attendance.iter().any(|listed| listed.row.unit_code.is_empty() || names_cadre(&listed.row))
        || lists.feedback.iter().any(|listed| listed.row.unit_code.is_empty())
}

/// Whether a row of attendance says by name of whom it tells.
fn names_cadre(row: &AttendanceRow) -> bool {
    row.cadre_code.is_empty() && row.context.as_ref().is_some_and(|context| !context.full_name.is_empty())
}

fn is_placed_by_name(row: &UnitRow) -> bool {
    row.parent_code.is_empty() && row.context.as_ref().is_some_and(|context| !context.path().is_empty())
}

/// Gives every row its codes.
pub fn name(book: &Book, mut lists: Lists, day: Day) -> Named {
    let mut naming = Naming {
        places: Places::of(book, &lists),
        people: People::of(book, &lists),
        answers: answers(book, &lists),
        day,
        findings: Vec::new(),
        questions: Vec::new(),
        asked: HashSet::new(),
    };
    naming.units(&mut lists, book);
    naming.cadres(&mut lists);
    naming.others(&mut lists, book);
    Named { lists, findings: naming.findings, questions: naming.questions }
}

/// Answers of this run and of the policy, by the key of what was asked.
fn answers(book: &Book, lists: &Lists) -> HashMap<String, Text> {
    let known = book.policy.names.iter().map(|(asked, code)| (key(asked), Text::from(code.as_str())));
    known.chain(lists.answers.iter().map(|(asked, code)| (key(asked), code.clone()))).collect()
}

struct Naming {
    places: Places,
    people: People,
    answers: HashMap<String, Text>,
    day: Day,
    findings: Vec<Finding>,
    questions: Vec<Question>,
    asked: HashSet<String>,
}

impl Naming {
    /// Units: those with codes are known from the lists as well, in whatever order; the others in the order of the lists.
    fn units(&mut self, lists: &mut Lists, book: &Book) {
        let sources = std::mem::take(&mut lists.sources);
        let mut rows = std::mem::take(&mut lists.units);
        let local = local_codes(&rows);
        let mut refused = 0;
        rows.retain_mut(|listed| {
            let source = &sources[listed.source as usize];
            let keeps = self.unit(source, listed, &local, book);
            refused += usize::from(keeps.is_none());
            keeps.unwrap_or(false)
        });
        *lists.refused.rows.entry(Kind::Units).or_default() += refused;
        (lists.units, lists.sources) = (rows, sources);
    }

    /// Whether the row stays: one that only names a known unit goes. None when it is not understood.
    fn unit(
        &mut self,
        source: &Source,
        listed: &mut Listed<UnitRow>,
        local: &HashSet<Text>,
        book: &Book,
    ) -> Option<bool> {
        let day = day_of(listed.row.period, self.day);
        let row = &mut listed.row;
        if row.parent_code.is_empty()
            && let Some(path) = row.context.as_ref().map(|context| context.path()).filter(|path| !path.is_empty())
        {
            let level = book.policy.on(day).level(row.level).parent;
            row.parent_code = self.unit_code((source, listed.at, Column::ParentCode), &path, day, level)?;
        }
        if local.contains(&row.code) && !row.parent_code.is_empty() {
            row.code = format!("{}.{}", row.parent_code, row.code).into();
        }
        let is_known = match row.code.is_empty() {
            true => {
                self.places.child(&row.parent_code, &row.name, row.level, day).map(|code| row.code = code).is_some()
            }
            false => self.places.has_known(&row.code, day),
        };
        if row.code.is_empty() {
            row.code = self.places.free_code(&row.parent_code);
        }
        self.places.add(row);
        Some(!(row.is_derived && is_known))
    }

    fn cadres(&mut self, lists: &mut Lists) {
        let sources = std::mem::take(&mut lists.sources);
        let mut rows = std::mem::take(&mut lists.cadres);
        let before = rows.len();
        rows.retain_mut(|listed| {
            let source = &sources[listed.source as usize];
            self.cadre(source, listed).is_some()
        });
        *lists.refused.rows.entry(Kind::Cadres).or_default() += before - rows.len();
        (lists.cadres, lists.sources) = (rows, sources);
    }

    fn cadre(&mut self, source: &Source, listed: &mut Listed<CadreRow>) -> Option<()> {
        let row = &mut listed.row;
        if row.home_unit_code.is_empty() {
            let context = row.context.as_deref();
            let path = context.map(Context::path).unwrap_or_default();
            let place = (source, listed.at, Column::HomeUnitCode);
            row.home_unit_code = self.unit_code(place, &path, self.day, None)?;
            row.context = None;
        }
        if row.level.is_none() {
            row.level = self.places.level(&row.home_unit_code, self.day);
        }
        if row.code.is_empty() {
            let called = Context {
                full_name: row.full_name.clone(),
                birth_year: row.birth_year,
                organization: row.organization.as_str().into(),
                ..Context::default()
            };
            row.code = match self.cadre_code((source, listed.at, Column::FullName), &called, true)? {
                code if code.is_empty() => self.people.free_code(),
                code => code,
            };
            self.people.add(&row.code, &called);
        }
        Some(())
    }

    /// The code of the unit of a path; reported, and asked about, when it is not exactly one.
    fn unit_code(
        &mut self,
        place: (&Source, u32, Column),
        path: &[&str],
        day: Day,
        level: Option<LevelId>,
    ) -> Option<Text> {
        if path.is_empty() {
            self.say_empty(place);
            return None;
        }
        let asked = path.join(", ");
        if let Some(code) = self.answers.get(&key(&asked)) {
            return Some(code.clone());
        }
        let found = self.places.find(path, day, level);
        if let [only] = found[..] {
            return Some(self.places.code(only).clone());
        }
        let near = if found.is_empty() { self.places.nearest(path[0]) } else { None };
        let candidates = found.iter().map(|id| (self.places.code(*id).clone(), self.places.path(*id))).collect();
        self.ask(place, Kind::Units, asked, candidates, near);
        None
    }

    /// The code of the cadre of a name; empty for a new one, where there may be new ones.
    fn cadre_code(&mut self, place: (&Source, u32, Column), called: &Context, is_list: bool) -> Option<Text> {
        if called.full_name.is_empty() {
            self.say_empty(place);
            return None;
        }
        let asked = people::asked(called);
        if let Some(code) = self.answers.get(&key(&asked)) {
            return Some(code.clone());
        }
        let found = self.people.find(called, is_list);
        match found[..] {
            [] if is_list => Some(Text::default()),
            [only] => Some(self.people.code(only).clone()),
            _ => {
                let near = if found.is_empty() { self.people.nearest(&called.full_name) } else { None };
                let candidates = found.iter().map(|id| (self.people.code(*id).clone(), self.people.described(*id)));
                self.ask(place, Kind::Cadres, asked, candidates.collect(), near);
                None
            }
        }
    }

    /// A row that names nothing where a code or a name should be.
    fn say_empty(&mut self, (source, at, column): (&Source, u32, Column)) -> Option<()> {
        let finding = Finding::new("cell-empty", Severity::Error).arg("name", column.name());
        self.findings.push(finding.place(source.place(at, column)));
        None
    }

    fn ask(
        &mut self,
        (source, at, column): (&Source, u32, Column),
        what: Kind,
        asked: String,
        candidates: Vec<(Text, String)>,
        near: Option<String>,
    ) {
        let check = match (what, candidates.is_empty()) {
            (Kind::Units, true) => "unit-name-unknown",
            (Kind::Units, false) => "unit-ambiguous",
            (_, true) => "cadre-name-unknown",
            (_, false) => "cadre-ambiguous",
        };
        let shown: Vec<String> =
            candidates.iter().take(MOST_CANDIDATES).map(|(code, described)| format!("{code} · {described}")).collect();
        let finding = Finding::new(check, Severity::Error).value(&asked).nearest(near);
        let finding = finding.arg("count", candidates.len()).arg("candidates", shown.join(" | "));
        let column = if source.has(column) { column } else { name_column(source, column) };
        let place = if source.has(column) { source.place(at, column) } else { source.row(at) };
        self.findings.push(finding.place(place));
        if self.asked.insert(key(&asked)) {
            self.questions.push(Question { what, asked, candidates });
        }
    }
}

/// The column that names what a code column would.
fn name_column(source: &Source, column: Column) -> Column {
    let names = match column {
        Column::CadreCode => &[Column::FullName][..],
        _ => &[Column::UnitPath, Column::UnitName][..],
    };
    names.iter().copied().find(|name| source.has(*name)).unwrap_or(column)
}

/// Codes that stand under several parents of one list of a tree: they number the units within their parent only.
fn local_codes(rows: &[Listed<UnitRow>]) -> HashSet<Text> {
    let mut parents: HashMap<&Text, (&Text, Vec<&str>)> = HashMap::new();
    let mut local = HashSet::new();
    for Listed { row, .. } in rows.iter().filter(|listed| !listed.row.code.is_empty()) {
        let Some(context) = &row.context else { continue };
        let parent = (&row.parent_code, context.path());
        match parents.get(&row.code) {
            Some(other) if *other != parent => drop(local.insert(row.code.clone())),
            Some(_) => {}
            None => drop(parents.insert(&row.code, parent)),
        }
    }
    local
}
