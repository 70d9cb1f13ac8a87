//! Small offices for proposals: two communes with two hamlets each, few teams, few people.

use jiff::civil::date;
use phancong::model::book::Book;
use phancong::model::day::Day;
use phancong::model::id::{CadreId, UnitId};
use phancong::model::list::Kind;
use phancong::model::proposal::{Pair, Wish};
use proptest::prelude::*;

use crate::{memory, policies};

/// Their policy.
pub fn policy() -> String {
    let levels =
        [["commune", "xã", ""], ["hamlet", "ấp", "parent = \"commune\""], ["team", "tổ", "parent = \"hamlet\""]];
    let duties = [["follow", "team", "[\"commune\", \"hamlet\"]", "within = \"commune\"\nlimit = 2"]];
    policies::policy(&levels, &duties, &[40, 120])
}

pub const DAY: Day = date(2022, 6, 30);

/// A small office: where each team stands, where each cadre is at home, who holds what, which gaps are accepted.
#[derive(Clone, Debug)]
pub struct Small {
    pub teams: Vec<usize>,
    pub homes: Vec<usize>,
    pub held: Vec<(usize, usize, bool)>,
    pub accepted: Vec<usize>,
    pub never: Vec<(usize, usize)>,
    /// Whether people may take seats of other communes.
    pub is_borderless: bool,
}

/// Communes A and B, with two hamlets each.
pub const PLACES: [(&str, &str); 6] = [("A", ""), ("B", ""), ("A1", "A"), ("A2", "A"), ("B1", "B"), ("B2", "B")];

pub fn small() -> impl Strategy<Value = Small> {
    let teams = prop::collection::vec(2usize..6, 1..5);
    let homes = prop::collection::vec(0usize..6, 0..5);
    let held = prop::collection::vec((0usize..4, 0usize..4, any::<bool>()), 0..4);
    let some = prop::collection::vec(0usize..4, 0..3);
    let never = prop::collection::vec((0usize..4, 0usize..4), 0..3);
    (teams, homes, held, some, never, any::<bool>()).prop_map(|(teams, homes, held, accepted, never, is_borderless)| {
        let fits = |(cadre, team): (usize, usize)| cadre < homes.len() && team < teams.len();
        Small {
            held: held.into_iter().filter(|(cadre, team, _)| fits((*cadre, *team))).collect(),
            accepted: accepted.into_iter().filter(|team| *team < teams.len()).collect(),
            never: never.into_iter().filter(|pair| fits(*pair) && !is_borderless).collect(),
            is_borderless,
            teams,
            homes,
        }
    })
}

impl Small {
    pub fn book(&self) -> Book {
        let mut units = String::from("code,name,level,parent_code\n");
        for (code, parent) in PLACES {
            let level = if parent.is_empty() { "commune" } else { "hamlet" };
            units += &format!("{code},Nơi {code},{level},{parent}\n");
        }
        for (at, hamlet) in self.teams.iter().enumerate() {
            units += &format!("T{at},Tổ {at},team,{}\n", PLACES[*hamlet].0);
        }
        let mut cadres = String::from("code,full_name,level,home_unit_code\n");
        for (at, home) in self.homes.iter().enumerate() {
            let level = if *home < 2 { "commune" } else { "hamlet" };
            cadres += &format!("C{at},Người {at},{level},{}\n", PLACES[*home].0);
        }
        let mut rows: Vec<String> = Vec::new();
        for (cadre, team, is_over) in &self.held {
            let to = if *is_over { "2022-05-31" } else { "" };
            let row = format!("C{cadre},T{team},follow,2022-01-01,{to}\n");
            if !rows.iter().any(|known| known.starts_with(&row[..6])) {
                rows.push(row);
            }
        }
        let assignments = format!("cadre_code,unit_code,duty,from,to\n{}", rows.concat());
        let mut accepted = self.accepted.clone();
        accepted.sort_unstable();
        accepted.dedup();
        let accepted: Vec<String> = accepted.iter().map(|team| format!("T{team},follow,2022-06-01\n")).collect();
        let vacancies = format!("unit_code,duty,since\n{}", accepted.concat());
        let policy = if self.is_borderless { policy().replace("within = \"commune\"\n", "") } else { policy() };
        let mut office = memory::Office::new(&policy);
        office.import(&[
            (Kind::Units, units.into()),
            (Kind::Cadres, cadres.into()),
            (Kind::Assignments, assignments.into()),
            (Kind::Vacancies, vacancies.into()),
        ]);
        office.book
    }

    pub fn pairs(&self) -> Vec<Pair> {
        let place = |team: usize| UnitId::at(PLACES.len() + team);
        let pair =
            |(cadre, team): &(usize, usize)| Pair { cadre: CadreId::at(*cadre), unit: place(*team), wish: Wish::Never };
        self.never.iter().map(pair).collect()
    }
}
