//! A list as csv over an office that has sound lists. The first byte tells which list, how it is laid over what is known,
//! how lists are exported, and whether a sound header stands above; the rest is the file.

use phancong::merge::Mode;
use phancong::model::list::{Column, Kind};

use super::held::{IMPORT, Intake, file, goes_out_and_comes_back, looked_at, take_in};
use crate::memory::small::office;
use crate::memory::{DAY, Office};

thread_local! {
    static BEFORE: Office = office();
}

/// Runs an input.
pub fn run(mut bytes: &[u8]) {
    let choice = super::first(&mut bytes);
    let kind = Kind::ALL[choice % Kind::ALL.len()];
    let choice = choice / Kind::ALL.len();
    let mode = Mode::ALL[choice % Mode::ALL.len()];
    let choice = choice / Mode::ALL.len();
    let (excel, has_header) = (choice % 2 == 1, choice / 2 % 2 == 1);
    let header =
        if has_header { kind.stored().map(Column::name).collect::<Vec<_>>().join(",") + "\n" } else { String::new() };
    let mut office = BEFORE.with(Office::clone);
    let list = file(&format!("{}.csv", kind.name()), &[header.as_bytes(), bytes].concat());
    if take_in(&mut office, &[list], Intake { mode, ..IMPORT }) {
        looked_at(&office.book, DAY);
        goes_out_and_comes_back(&office, DAY, excel);
    }
}
