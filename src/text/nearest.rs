//! The nearest right value: what a clerk probably meant.

use super::fold::plain;

/// The candidate nearest to `wrong`, compared without diacritics, if it is near at all; none
/// when two different candidates are equally near. A suggestion, never a match.
pub fn nearest<'c>(wrong: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let wrong = plain(wrong);
    if wrong.is_empty() {
        return None;
    }
    let length = wrong.chars().count();
    let allowed = (length / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    let mut tied = false;
    for candidate in candidates {
        if candidate.chars().count().abs_diff(length) > allowed {
            continue;
        }
        let distance = strsim::osa_distance(&wrong, &plain(candidate));
        match best {
            Some((least, found)) if distance == least => tied |= found != candidate,
            Some((least, _)) if distance > least => {}
            _ => (best, tied) = (Some((distance, candidate)), false),
        }
    }
    best.filter(|(distance, _)| *distance <= allowed && !tied).map(|(_, found)| found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_word() {
        assert_eq!(nearest("Xã Quynh Phu", ["Xã Quỳnh Phụ", "Xã An Hiệp"]), Some("Xã Quỳnh Phụ"));
        assert_eq!(nearest("comune", ["commune", "hamlet"]), Some("commune"));
    }

    #[test]
    fn nothing_near_and_ties_find_nothing() {
        assert_eq!(nearest("zzz", ["commune", "hamlet"]), None);
        assert_eq!(nearest("Binh Thanh", ["Bình Thành", "Bình Thạnh"]), None);
        assert_eq!(nearest("", ["commune"]), None);
    }
}
