//! Typed rows against what is known: a new book and the change that leads to it, or findings. Saves nothing.

mod assignments;
mod attendance;
mod cadres;
mod codes;
mod conflict;
mod context;
mod decisions;
mod feedback;
mod identity;
mod index;
mod meetings;
mod names;
mod naming;
mod order;
mod pieces;
mod reach;
mod refused;
mod removed;
mod replaced;
mod seats;
mod stamped;
mod sync;
mod table;
mod tree;
mod units;
mod vacancies;

use std::collections::{BTreeMap, HashMap, HashSet};

use assignments::Held;
use codes::Codes;
use stamped::Stamps;
use table::NamedAt;

pub use naming::Question;
pub use pieces::InPieces;
pub use reach::reach;

use crate::model::Text;
use crate::model::book::Book;
use crate::model::change::Change;
use crate::model::day::Day;
use crate::model::finding::Finding;
use crate::model::id::UnitId;
use crate::model::list::Kind;
use crate::model::place::Place;
use crate::model::rows::Lists;

/// What an import does with rows that are known already, and with known rows it does not name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// New rows are added, known rows changed.
    #[default]
    Upsert,
    /// New rows are added; a known row that would change is a finding.
    Add,
    /// As upsert, and known rows in force that the lists do not name are ended the day before.
    Sync,
}

impl Mode {
    /// Every mode.
    pub const ALL: [Mode; 3] = [Mode::Upsert, Mode::Add, Mode::Sync];

    /// The word used on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Mode::Upsert => "upsert",
            Mode::Add => "add",
            Mode::Sync => "sync",
        }
    }
}

/// How to merge.
#[derive(Clone, Copy, Debug)]
pub struct How {
    /// What to do with known rows.
    pub mode: Mode,
    /// The import's day: which units its codes mean, and when a sync ends what is missing.
    pub day: Day,
    /// Today: what a list says was so cannot come after it.
    pub today: Day,
    /// The share of the rows in force, in percent, that a sync may end.
    pub max_end: u32,
}

/// What came of it.
#[derive(Debug)]
pub struct Merged {
    /// Everything as it is now. Of no use when there is an error among the findings.
    pub book: Book,
    /// The way there from the old book.
    pub change: Change,
    /// What was found.
    pub findings: Vec<Finding>,
    /// Names that are not understood, for the office to answer.
    pub questions: Vec<Question>,
}

/// Merges rows into a book. Every reference is looked up among the old rows and the new ones of the same run; rows
/// that name units and cadres instead of giving their codes get these first. A list with a stamp of the same database
/// is merged three ways.
///
/// The home of a cadre is the unit that it has become by the import's day; a home that stays is not written anew.
pub fn merge(book: Book, lists: Lists, how: &How) -> Merged {
    if book.successions.is_empty() {
        return merge_at_home(book, lists, how);
    }
    let homes: Vec<UnitId> = book.cadres.iter().map(|cadre| cadre.home).collect();
    let book = book.at_home_on(how.day);
    let seen: Vec<UnitId> = book.cadres.iter().map(|cadre| cadre.home).collect();
    let mut merged = merge_at_home(book, lists, how);
    for (cadre, (home, seen)) in merged.book.cadres.iter_mut().zip(homes.iter().zip(&seen)) {
        if cadre.home == *seen {
            cadre.home = *home;
        }
    }
    for edit in &mut merged.change.cadres.edited {
        edit.before.home = homes.get(edit.at).copied().unwrap_or(edit.before.home);
    }
    merged
}

/// Merges rows into a book whose cadres are at home in units of the import's day.
fn merge_at_home(book: Book, lists: Lists, how: &How) -> Merged {
    if !naming::is_needed(&lists) {
        return merge_coded(book, lists, how);
    }
    let named = naming::name(&book, lists, how.day);
    let merged = merge_coded(book, named.lists, how);
    let findings = named.findings.into_iter().chain(merged.findings).collect();
    Merged { findings, questions: named.questions, ..merged }
}

/// Merges rows that all have codes. The rows of the long lists are forgotten as soon as they are in the book.
fn merge_coded(book: Book, mut lists: Lists, how: &How) -> Merged {
    let (units, cadres) = (std::mem::take(&mut lists.units), std::mem::take(&mut lists.cadres));
    let assignments = std::mem::take(&mut lists.assignments);
    let mut merging = Merging::new(book, &lists, how);
    merging.stamps.name(&merging.book, &units);
    merging.stamps.name(&merging.book, &cadres);
    merging.stamps.name(&merging.book, &assignments);
    merging.units(&units);
    drop(units);
    merging.cadres(&cadres);
    drop(cadres);
    merging.end_cadres();
    merging.assignments(&assignments);
    drop(assignments);
    merging.end_assignments();
    merging.end()
}

/// A merge under way; each list's part of it stands in a file of its own.
struct Merging<'m> {
    book: Book,
    codes: Codes,
    /// Everything but the rows of units, cadres and assignments.
    lists: &'m Lists,
    stamps: Stamps<'m>,
    how: &'m How,
    change: Change,
    findings: Vec<Finding>,
    /// How many rows of each list were refused so far, in reading or merging.
    refused: HashMap<Kind, usize>,
    /// Homes of the known cadres while their list is merged.
    homes: Vec<UnitId>,
    /// Codes of cadres whose home unit is unknown.
    homeless: HashSet<Text>,
    /// Units whose level is wrong; what is held there is not judged by it.
    misplaced: HashSet<UnitId>,
    /// The rows of files that named the cadres so far, and the assignments.
    cadres_named: NamedAt,
    held: Held,
    /// Days on which codes had the names beside them, each with the first place and their number.
    guessed: BTreeMap<Day, (Place, usize)>,
}

impl<'m> Merging<'m> {
    /// Begins with what is known.
    fn new(book: Book, lists: &'m Lists, how: &'m How) -> Self {
        let (stamps, findings) = Stamps::of(&book, lists);
        Merging {
            codes: Codes::of(&book),
            lists,
            stamps,
            how,
            change: Change::default(),
            findings,
            refused: lists.refused.rows.clone(),
            homes: book.cadres.iter().map(|cadre| cadre.home).collect(),
            homeless: HashSet::new(),
            misplaced: HashSet::new(),
            cadres_named: NamedAt::default(),
            held: Held::default(),
            guessed: BTreeMap::new(),
            book,
        }
    }

    /// Merges the short lists, after the long ones; many rows of a first load stand in an order then.
    fn end(mut self) -> Merged {
        self.vacancies();
        self.seats();
        self.decisions();
        self.meetings();
        self.attendance();
        self.feedback();
        self.refused();
        self.report_guess();
        let mut merged =
            Merged { book: self.book, change: self.change, findings: self.findings, questions: Vec::new() };
        merged.order();
        merged
    }
}

impl Merging<'_> {
    /// Takes note of a row that is left out because of a fault.
    fn leave_out(&mut self, kind: Kind) {
        *self.refused.entry(kind).or_default() += 1;
    }
}
