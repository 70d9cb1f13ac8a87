//! Where a page ends early, so that no heading of a group stands alone below and no signature alone above.

/// Most breaks that Excel takes.
const MOST: usize = 1023;
/// The part of a page that rows find room on in every program.
const SURE: f64 = 0.97;

/// A row of the table on its way to paper.
#[derive(Clone, Copy, Debug)]
pub struct Placed {
    /// Its number.
    pub row: u32,
    /// Its height in pixels.
    pub height: u32,
    /// Whether it stays on one page with the row below it.
    pub keeps_next: bool,
}

/// The rows before which a new page begins: the first page has room for `first` pixels of these rows, every other one
/// for `other`. None where all pages end well by themselves. Else all are told, each with room to spare: a program that
/// fits a row more on a page would carry one early end into the middle of another page.
pub fn breaks(rows: &[Placed], first: u32, other: u32) -> Vec<u32> {
    let spared = |room: u32| (f64::from(room) * SURE) as u32;
    let (_, ends_early) = pages(rows, first, other);
    let (mut starts, ends_early_if_spared) = pages(rows, spared(first), spared(other));
    if !ends_early && !ends_early_if_spared {
        return Vec::new();
    }
    starts.truncate(MOST);
    starts
}

/// The first row of each page but the first, and whether a page ends although the next row had room.
fn pages(rows: &[Placed], first: u32, other: u32) -> (Vec<u32>, bool) {
    let (mut starts, mut ends_early) = (Vec::new(), false);
    let (mut top, mut used, mut room) = (0, 0, first);
    for (at, placed) in rows.iter().enumerate() {
        if used + placed.height > room && at > top {
            let start = kept_together(rows, top, at);
            starts.push(rows[start].row);
            ends_early |= start < at;
            used = rows[start..at].iter().map(|row| row.height).sum();
            (top, room) = (start, other);
        }
        used += placed.height;
    }
    (starts, ends_early)
}

/// The first of the rows that row `at` stays together with, if they do not fill the page that began with row `top`.
fn kept_together(rows: &[Placed], top: usize, at: usize) -> usize {
    let start = (top..at).rev().take_while(|above| rows[*above].keeps_next).last().unwrap_or(at);
    if start == top { at } else { start }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(kept: &str) -> Vec<Placed> {
        let row = |(row, c)| Placed { row, height: 10, keeps_next: c == 'k' };
        (0..).zip(kept.chars()).map(row).collect()
    }

    #[test]
    fn a_heading_goes_with_the_row_below_it() {
        assert_eq!(breaks(&rows("k..k.."), 42, 42), [3]);
        assert_eq!(breaks(&rows("..kk.."), 42, 42), [2]);
    }

    #[test]
    fn pages_that_end_well_are_left_alone() {
        assert!(breaks(&rows("k...k.."), 42, 42).is_empty());
        assert!(breaks(&rows("........."), 42, 42).is_empty());
        assert!(breaks(&rows("."), 0, 0).is_empty());
    }

    #[test]
    fn where_one_page_ends_early_all_are_told() {
        assert_eq!(breaks(&rows(".k.....k."), 22, 62), [1, 7]);
        assert_eq!(breaks(&rows("....k...."), 22, 32), [2, 4, 7]);
        // In the room that is sure the heading goes on by itself; a program that uses all of it needs to be told.
        assert_eq!(breaks(&rows("...k."), 40, 40), [3]);
    }

    #[test]
    fn rows_that_fill_a_page_are_split_as_they_come() {
        assert!(breaks(&rows("kkkkkkkk"), 42, 42).is_empty());
    }
}
