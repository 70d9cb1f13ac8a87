//! Lists of a country made by rule, for benchmarks: provinces, districts, communes, hamlets, teams, and their people.
//!
//! The proportions are those of the country: 10,600 communes with 90,000 hamlets, 1.3 million teams and 850,000 cadres.
//! Rows stand as an office keeps them, each unit before those below it. Of the seats, one in fifty is empty.

pub mod bare;
pub mod library;

use std::fmt::Write;
use std::path::Path;

use crate::dice::Dice;
use crate::policies;

/// Communes of the whole country.
pub const COMMUNES: usize = 10_600;
/// The day that the lists are of.
pub const DAY: &str = "2025-06-30";

const COMMUNES_A_DISTRICT: usize = 15;
const DISTRICTS_A_PROVINCE: usize = 11;

fn policy() -> String {
    let levels = [
        ["province", "tỉnh", ""],
        ["district", "huyện", "parent = \"province\""],
        ["commune", "xã", "parent = \"district\""],
        ["hamlet", "ấp", "parent = \"commune\""],
        ["team", "tổ", "parent = \"hamlet\""],
    ];
    let both = "[\"commune\", \"hamlet\"]";
    let within = "within = \"commune\"";
    let duties = [
        ["commune", "commune", "[\"commune\"]", within],
        ["hamlet", "hamlet", both, within],
        ["team", "team", both, within],
    ];
    policies::policy(&levels, &duties, &[40, 120, 200, 280, 360])
}

const FAMILIES: [&str; 8] = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Hoàng", "Phan", "Võ"];
const MIDDLES: [&str; 8] = ["Văn", "Thị", "Hữu", "Ngọc", "Minh", "Thị Bích", "Quốc", "Thanh"];
const GIVEN: [&str; 12] =
    ["Hùng", "Lan", "Dũng", "Hương", "Tuấn", "Mai", "Phong", "Thảo", "Sơn", "Yến", "Bình", "Hạnh"];
const POSTS: [&str; 6] =
    ["Bí thư Đảng ủy", "Phó Chủ tịch UBND", "Bí thư Chi bộ", "Trưởng ấp", "Chi hội trưởng Phụ nữ", "Đảng viên"];
const BODIES: [&str; 4] = ["Đảng ủy", "UBND", "Chi bộ ấp", "Ban CTMT ấp"];

/// Lists, each as text.
#[derive(Default)]
pub struct Country {
    pub units: String,
    pub cadres: String,
    pub assignments: String,
    /// Empty seats.
    pub gaps: usize,
    /// Rows of all lists.
    pub rows: usize,
}

/// A country of so many communes.
pub fn country(communes: usize) -> Country {
    let mut made = Country {
        units: "code,name,level,parent_code,households\n".to_owned(),
        cadres: "code,full_name,birth_year,position,organization,level,home_unit_code,phone,status\n".to_owned(),
        assignments: "cadre_code,unit_code,duty,from,to,decision_no\n".to_owned(),
        ..Country::default()
    };
    let mut dice = Dice(7);
    for commune in 0..communes {
        let district = commune / COMMUNES_A_DISTRICT;
        let (province, of_province) = (district / DISTRICTS_A_PROVINCE + 10, district % DISTRICTS_A_PROVINCE + 1);
        let of_district = commune % COMMUNES_A_DISTRICT + 1;
        if of_district == 1 {
            if of_province == 1 {
                made.unit(&format!("T{province}"), &format!("Tỉnh {province}"), "province", "", &mut dice);
            }
            let (code, name) = (format!("{province}.{of_province}"), format!("Huyện {of_province}"));
            made.unit(&code, &name, "district", &format!("T{province}"), &mut dice);
        }
        let district = format!("{province}.{of_province}");
        made.commune(&format!("{district}.{of_district:02}"), &district, &mut dice);
    }
    made
}

impl Country {
    /// Writes the lists and the policy into a folder.
    pub fn write(&self, folder: &Path) {
        let lists = [("units", &self.units), ("cadres", &self.cadres), ("assignments", &self.assignments)];
        std::fs::create_dir_all(folder).expect("a folder");
        lists
            .iter()
            .for_each(|(name, text)| std::fs::write(folder.join(name).with_extension("csv"), text).expect("a list"));
        std::fs::write(folder.join("policy.toml"), policy()).expect("a policy");
    }

    /// Puts the rows of each list in no order.
    pub fn mix(&mut self) {
        for list in [&mut self.units, &mut self.cadres, &mut self.assignments] {
            let (header, rows) = list.split_once('\n').expect("a header");
            let mut rows: Vec<&str> = rows.lines().collect();
            let mut dice = Dice(11);
            (1..rows.len()).rev().for_each(|last| rows.swap(last, dice.below(last + 1)));
            *list = format!("{header}\n{}\n", rows.join("\n"));
        }
    }

    /// Gives the memory of the lists back; what was counted stays.
    pub fn forget(&mut self) {
        for list in [&mut self.units, &mut self.cadres, &mut self.assignments] {
            *list = String::new();
        }
    }

    fn commune(&mut self, code: &str, district: &str, dice: &mut Dice) {
        self.unit(
            code,
            &format!("Xã {}", &code[code.rfind('.').map_or(0, |dot| dot + 1)..]),
            "commune",
            district,
            dice,
        );
        let first = self.rows;
        let mut people: Vec<String> = Vec::new();
        for _ in 0..14 {
            people.push(self.cadre("commune", code, first + people.len(), dice));
        }
        let mut seats = vec![(code.to_owned(), "commune")];
        for hamlet in 1..=8 + dice.below(2) {
            let own = format!("{code}.{hamlet:02}");
            self.unit(&own, &format!("Ấp {hamlet}"), "hamlet", code, dice);
            for _ in 0..7 + dice.below(2) {
                people.push(self.cadre("hamlet", &own, first + people.len(), dice));
            }
            seats.push((own.clone(), "hamlet"));
            for team in 1..=12 + dice.below(6) {
                let code = format!("{own}.{team:02}");
                self.unit(&code, &format!("Tổ NDTQ số {team}"), "team", &own, dice);
                seats.push((code, "team"));
            }
        }
        for (at, (unit, duty)) in seats.iter().enumerate() {
            if dice.below(50) == 0 {
                self.gaps += 1;
                continue;
            }
            let holder = &people[(at * 7 + dice.below(3)) % people.len()];
            let day = 1 + dice.below(28);
            let decision = 1 + dice.below(90);
            writeln!(self.assignments, "{holder},{unit},{duty},2023-05-{day:02},,{decision:02}-QĐ/ĐU")
                .expect("to memory");
            self.rows += 1;
        }
    }

    fn unit(&mut self, code: &str, name: &str, level: &str, parent: &str, dice: &mut Dice) {
        let households = 20 + dice.below(900);
        writeln!(self.units, "{code},{name},{level},{parent},{households}").expect("to memory");
        self.rows += 1;
    }

    fn cadre(&mut self, level: &str, home: &str, number: usize, dice: &mut Dice) -> String {
        let code = format!("CB{number:07}");
        let mut pick = |all: &[&'static str]| all[dice.below(all.len())];
        let name = [pick(&FAMILIES), pick(&MIDDLES), pick(&GIVEN)].join(" ");
        let (post, body) = (pick(&POSTS), pick(&BODIES));
        let (born, phone) = (1960 + dice.below(40), 900_000_000 + dice.below(99_999_999));
        writeln!(self.cadres, "{code},{name},{born},{post},{body},{level},{home},0{phone},active").expect("to memory");
        self.rows += 1;
        code
    }
}
