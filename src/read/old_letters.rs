//! Letters of fonts of before Unicode in the cells of a workbook, put right: the font tells, or the user does.

use super::grid::Grid;
use super::line::{Line, OldFont, Was};
use super::wishes::Wishes;
use crate::model::finding::{Finding, Severity};
use crate::text::legacy::{Charset, drawn};

/// Puts the letters of a sheet right, and says which set of letters was taken. Plain cells pass at a glance.
pub fn put_right(grid: &mut Grid, wishes: &Wishes) -> Vec<Finding> {
    if wishes.is_unicode() {
        return Vec::new();
    }
    let told = wishes.encoding.and_then(|encoding| encoding.charset());
    let mut first: [Option<String>; 2] = [None, None];
    for line in &mut grid.lines {
        for (set, text) in put_line_right(line, told) {
            first[set as usize].get_or_insert(text);
        }
    }
    let taken = Charset::ALL.into_iter().zip(first).filter_map(|(set, text)| Some((set, text?)));
    taken.map(|(set, text)| finding(set, &text)).collect()
}

/// Puts the cells of a row right; each with its set of letters.
fn put_line_right(line: &mut Line, told: Option<Charset>) -> Vec<(Charset, String)> {
    let Line { cells: Ok(cells), marks, .. } = line else { return Vec::new() };
    let is_old = |was: &Was| matches!(was, Was::InOldFont(_));
    let is_plain = cells.as_byte_record().iter().all(<[u8]>::is_ascii);
    if is_plain || (told.is_none() && !marks.iter().any(|mark| is_old(&mark.was))) {
        return Vec::new();
    }
    let font = |at: usize| marks.iter().find(|mark| usize::from(mark.cell) == at).map(|mark| mark.was);
    let mut right = Vec::new();
    let put = |(at, cell): (usize, &str)| {
        let read = match font(at) {
            Some(Was::InOldFont(font)) => of_font(cell, font),
            _ => told.and_then(|set| Some((set, set.better(cell)?))),
        };
        let Some((set, text)) = read else { return cell.to_owned() };
        right.push((set, text.clone()));
        text
    };
    *cells = cells.iter().enumerate().map(put).collect::<Vec<String>>().into();
    right
}

fn of_font(cell: &str, font: OldFont) -> Option<(Charset, String)> {
    let (set, is_capital) = match font {
        OldFont::Tcvn3 => (Charset::Tcvn3, false),
        OldFont::Tcvn3Capital => (Charset::Tcvn3, true),
        OldFont::Vni => (Charset::Vni, false),
    };
    if cell.is_ascii() {
        return None;
    }
    drawn(cell, set, is_capital).map(|text| (set, text))
}

fn finding(set: Charset, first: &str) -> Finding {
    let finding = Finding::new("letters-converted", Severity::Info).value(first);
    finding.arg("charset", set.name()).arg("code", set.code())
}
