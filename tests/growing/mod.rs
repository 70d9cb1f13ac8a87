//! An office of invented people whose lists grow and change by the next import.

use std::fmt::Write;
use std::fs;

use crate::office::{self, Office};

/// What its next import is.
pub const IMPORT: [&str; 4] = ["import", "more", "--as-of", "2022-06-30"];

/// The office before that import, with the lists for it.
pub fn office() -> Office {
    let office = Office::new();
    let base = fs::read_to_string(office::gallery().join("base/units.csv")).expect("units");
    let cadres = fs::read_to_string(office::gallery().join("base/cadres.csv")).expect("cadres");
    let mut units = base.replace("Ấp Bình Lúa", "Ấp Bình Lúa Mới");
    for at in 1..=40 {
        writeln!(units, "90101.9{at:02},Ấp Thử {at},hamlet,90101,Ấp,,{at},,,").expect("text");
    }
    fs::create_dir(office.path("more")).expect("a folder");
    fs::write(office.path("more/units.csv"), units).expect("units");
    fs::write(office.path("more/cadres.csv"), cadres.replace("Chuyên viên", "Phó Trưởng phòng")).expect("cadres");
    office
}
