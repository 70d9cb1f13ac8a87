//! Provinces for tests, made by dice: districts, communes in clusters, hamlets, teams, few people, rows in any order.

use proptest::prelude::*;

use crate::policies;

/// Their policy.
pub fn policy() -> String {
    let levels = [
        ["province", "tỉnh", ""],
        ["district", "huyện", "parent = \"province\""],
        ["cluster", "cụm", "parent = \"district\"\noverlay = true"],
        ["commune", "xã", "parent = \"district\"\ngrouped_by = \"cluster\""],
        ["team", "tổ", "parent = \"commune\""],
    ];
    let duties = [
        ["lead", "commune", "[\"district\"]", "within = \"district\"\nlimit = 2"],
        ["follow", "team", "[\"commune\"]", "within = \"commune\"\nlimit = 2"],
    ];
    policies::policy(&levels, &duties, &[40, 120])
}

/// A province: for each cadre the home, for each assignment cadre, seat and whether it is over; which seats are accepted
/// as empty; the order of the rows.
#[derive(Clone, Debug)]
pub struct Province {
    pub districts: usize,
    pub homes: Vec<(usize, bool)>,
    pub held: Vec<(usize, usize, bool)>,
    pub accepted: Vec<usize>,
    pub teams: Vec<usize>,
    pub groups: Vec<Option<usize>>,
    pub order: u64,
}

const COMMUNES: usize = 2;

pub fn province() -> impl Strategy<Value = Province> {
    let homes = prop::collection::vec((0usize..6, any::<bool>()), 0..10);
    let held = prop::collection::vec((0usize..10, 0usize..14, any::<bool>()), 0..8);
    let accepted = prop::collection::vec(0usize..14, 0..3);
    let teams = prop::collection::vec(0usize..6, 1..9);
    let groups = prop::collection::vec(prop::option::of(0usize..3), 6);
    (1usize..4, homes, held, accepted, teams, groups, any::<u64>()).prop_map(
        |(districts, homes, held, accepted, teams, groups, order)| {
            let communes = districts * COMMUNES;
            let is_there = |commune: usize| commune < communes;
            let homes: Vec<(usize, bool)> = homes.into_iter().filter(|(home, _)| is_there(*home)).collect();
            let teams: Vec<usize> = teams.into_iter().filter(|commune| is_there(*commune)).collect();
            let seats = communes + teams.len();
            Province {
                held: held.into_iter().filter(|(cadre, seat, _)| *cadre < homes.len() && *seat < seats).collect(),
                accepted: accepted.into_iter().filter(|seat| *seat < seats).collect(),
                groups: groups.into_iter().map(|group| group.filter(|group| *group < districts)).collect(),
                districts,
                homes,
                teams,
                order,
            }
        },
    )
}

#[allow(dead_code, reason = "each test uses a part of it")]
impl Province {
    /// Whether each district has a province of its own.
    fn is_divided(&self) -> bool {
        self.order % 2 == 1
    }

    /// The code of a seat's unit, and its duty.
    fn seat(&self, seat: usize) -> (String, &'static str) {
        let communes = self.districts * COMMUNES;
        match seat.checked_sub(communes) {
            None => (commune(seat), "lead"),
            Some(team) => (format!("T{team}"), "follow"),
        }
    }

    /// Codes of some units of every level.
    pub fn units(&self) -> Vec<String> {
        let mut codes = vec!["P0".to_owned(), "D0".to_owned(), "K0".to_owned(), commune(0), commune(1)];
        codes.extend((0..self.teams.len().min(2)).map(|team| format!("T{team}")));
        codes
    }

    /// Codes of some units of every level but groups, with names that mean the same.
    pub fn names(&self) -> Vec<(String, String)> {
        let mut names = vec![("D0".to_owned(), "Huyện 0".to_owned())];
        names.extend((0..2).map(|at| (commune(at), format!("Xã {at}"))));
        names.extend((0..self.teams.len().min(2)).map(|team| (format!("T{team}"), format!("Tổ {team}"))));
        names
    }

    /// The lists, with their names.
    pub fn lists(&self) -> [(&'static str, String); 6] {
        let provinces = if self.is_divided() { self.districts } else { 1 };
        let mut units: Vec<String> = (0..provinces).map(|at| format!("P{at},Tỉnh {},province,,", at % 2)).collect();
        for district in 0..self.districts {
            units.push(format!("D{district},Huyện {district},district,P{},", district.min(provinces - 1)));
            units.push(format!("K{district},Cụm {district},cluster,D{district},"));
        }
        for at in 0..self.districts * COMMUNES {
            let group = self.groups[at].map(|group| format!("K{group}")).unwrap_or_default();
            units.push(format!("{},Xã {at},commune,D{},{group}", commune(at), at / COMMUNES));
        }
        if self.order.is_multiple_of(3) {
            // The first commune's code was another's until the year before, in the last district.
            let last = self.districts - 1;
            units.retain(|row| !row.starts_with(&format!("{},", commune(0))));
            units.push(format!("{},Xã 0,commune,D0,,2022-01-01,", commune(0)));
            units.push(format!("{},Xã cũ,commune,D{last},,,2021-12-31", commune(0)));
        }
        let teams = self.teams.iter().enumerate();
        units.extend(teams.map(|(team, at)| format!("T{team},Tổ {team},team,{},", commune(*at))));
        if self.order.is_multiple_of(7) {
            units.push("P9,Tỉnh 9,province,,,2022-07-01,".to_owned());
        }
        for row in &mut units {
            let missing = 6 - row.matches(',').count();
            row.push_str(&",".repeat(missing));
        }
        let cadres = self.homes.iter().enumerate().map(|(cadre, (at, is_high))| match is_high {
            true => format!("C{cadre},Người {},district,D{},Ban {}", cadre % 4, at / COMMUNES, cadre % 3),
            false => format!("C{cadre},Người {},commune,{},Ban {}", cadre % 4, commune(*at), cadre % 3),
        });
        let mut held: Vec<String> = Vec::new();
        for (cadre, seat, is_over) in &self.held {
            let (unit, duty) = self.seat(*seat);
            let key = format!("C{cadre},{unit},");
            if !held.iter().any(|known| known.starts_with(&key)) {
                held.push(format!("{key}{duty},2022-01-01,{}", if *is_over { "2022-05-31" } else { "" }));
            }
        }
        let (attendance, raised) = records(&held);
        let mut accepted: Vec<usize> = self.accepted.clone();
        accepted.sort_unstable();
        accepted.dedup();
        let accepted = accepted.into_iter().map(|seat| self.seat(seat));
        let accepted = accepted.map(|(unit, duty)| format!("{unit},{duty},2022-06-01")).collect();
        [
            ("units", self.list("code,name,level,parent_code,group_code,from,to", units)),
            ("cadres", self.list("code,full_name,level,home_unit_code,organization", cadres.collect())),
            ("assignments", self.list("cadre_code,unit_code,duty,from,to", held)),
            ("vacancies", self.list("unit_code,duty,since", accepted)),
            ("attendance", self.list("unit_code,meeting,day,cadre_code,presence,reason", attendance)),
            ("feedback", self.list("unit_code,day,matter,sent_to,answered", raised)),
        ]
    }

    /// A list with its rows in an order of the dice's.
    fn list(&self, header: &str, mut rows: Vec<String>) -> String {
        let mix = |row: &String| {
            row.bytes().fold(self.order, |mixed, byte| {
                mixed.rotate_left(9) ^ u64::from(byte).wrapping_mul(0x9E37_79B9_7F4A_7C15)
            })
        };
        rows.sort_by_key(mix);
        format!("{header}\n{}\n", rows.join("\n")).trim_end().to_owned() + "\n"
    }
}

/// Who came to which meeting, and what was raised.
fn records(held: &[String]) -> (Vec<String>, Vec<String>) {
    let told = |(at, row): (usize, &String)| {
        let parts: Vec<&str> = row.split(',').collect();
        let presence = ["present", "absent", "excused"][at % 3];
        format!("{},Họp,2022-03-1{},{},{presence},", parts[1], at % 2, parts[0])
    };
    let mut attendance: Vec<String> = held.iter().enumerate().map(told).collect();
    attendance.push(format!("{},Họp,2022-04-10,,not-held,mưa", commune(0)));
    let raised = (0..2).map(|at| format!("{},2022-03-0{},Việc {at},huyện,", commune(at), at + 1)).collect();
    (attendance, raised)
}

/// Codes of communes stand in another order than those of their districts.
fn commune(at: usize) -> String {
    format!("X{}", (at * 5 + 3) % 6)
}
