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

/// The candidates that are at most `slips` letters away from `wrong`, the nearest first. Numbers of papers are short, and
/// most of them much alike: what is near of words is far of them.
pub fn several<'c>(wrong: &str, candidates: impl IntoIterator<Item = &'c str>, slips: usize) -> Vec<&'c str> {
    let wrong = plain(wrong);
    let near = candidates.into_iter().map(|candidate| (strsim::osa_distance(&wrong, &plain(candidate)), candidate));
    let mut near: Vec<(usize, &str)> = near.filter(|(distance, _)| *distance <= slips).collect();
    near.sort_by_key(|(distance, _)| *distance);
    near.into_iter().map(|(_, candidate)| candidate).collect()
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
    fn several_are_offered_nearest_first() {
        let known = ["124-QĐ/HU", "25-QĐ/HU", "24-QĐ/ĐU", "7-QĐ/TU"];
        assert_eq!(several("24-qd/hu", known, 1), ["124-QĐ/HU", "25-QĐ/HU", "24-QĐ/ĐU"]);
        assert_eq!(several("24-qđ/đu", known, 2)[..2], ["24-QĐ/ĐU", "124-QĐ/HU"]);
        assert_eq!(several("zzz", known, 2), [""; 0]);
    }

    #[test]
    fn nothing_near_and_ties_find_nothing() {
        assert_eq!(nearest("zzz", ["commune", "hamlet"]), None);
        assert_eq!(nearest("Binh Thanh", ["Bình Thành", "Bình Thạnh"]), None);
        assert_eq!(nearest("", ["commune"]), None);
    }
}
