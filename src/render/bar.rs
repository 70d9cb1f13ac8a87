//! Bars: how much of something is there, seen at a glance. Never full while anything is missing, never empty while
//! anything is there.

use std::fmt::Write;

/// A bar of so many places; in brackets and plain letters where blocks cannot be shown.
pub fn bar(filled: u64, total: u64, places: usize, is_plain: bool) -> String {
    let done = share(filled, total, places);
    let (mark, rest) = if is_plain { ("#", "-") } else { ("█", "░") };
    let bar = format!("{}{}", mark.repeat(done), rest.repeat(places - done));
    if is_plain { format!("[{bar}]") } else { bar }
}

/// The share out of so many parts: all of them only where all is there, none only where nothing is.
fn share(filled: u64, total: u64, parts: usize) -> usize {
    if total == 0 || filled == 0 {
        return 0;
    }
    let exact = u128::from(filled.min(total)) * parts as u128 / u128::from(total);
    usize::try_from(exact).unwrap_or(parts).clamp(1.min(parts), parts)
}

/// A text in a column of so many characters, cut where it is longer.
pub fn column(text: &str, width: usize) -> String {
    let count = text.chars().count();
    let mut shown = match text.char_indices().nth(width.saturating_sub(1)) {
        Some((end, _)) if count > width => format!("{}…", &text[..end]),
        _ => text.to_owned(),
    };
    let _ = write!(shown, "{}", " ".repeat(width.saturating_sub(count)));
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_full_only_where_all_is_there_and_empty_only_where_nothing_is() {
        assert_eq!(bar(0, 21, 8, true), "[--------]");
        assert_eq!(bar(21, 21, 8, true), "[########]");
        assert_eq!(bar(2999, 3000, 8, false), "███████░");
        assert_eq!(bar(1, 3000, 8, false), "█░░░░░░░");
        assert_eq!(bar(0, 0, 4, true), "[----]");
        assert_eq!(bar(u64::MAX - 1, u64::MAX, 4, true), "[###-]");
    }

    #[test]
    fn a_column_is_as_wide_as_told() {
        assert_eq!([column("Ấp", 4), column("Ấp Bắc", 4), column("", 2)], ["Ấp  ", "Ấp …", "  "]);
    }
}
