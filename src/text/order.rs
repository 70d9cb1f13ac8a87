//! Vietnamese order (CLDR, through ICU): letters, then tones; people by given name.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;
use smallvec::SmallVec;

/// Compares words as a Vietnamese dictionary does.
pub struct Order {
    collator: Option<CollatorBorrowed<'static>>,
}

impl Default for Order {
    fn default() -> Self {
        Order::new()
    }
}

impl Order {
    /// The order of the Vietnamese alphabet; numbers inside words count as numbers (Tổ 2 < Tổ 10).
    pub fn new() -> Self {
        Order { collator: Collator::try_new(locale!("vi-u-kn").into(), CollatorOptions::default()).ok() }
    }

    /// Compares two texts.
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        if one == other {
            return Ordering::Equal;
        }
        let by_alphabet = self.collator.as_ref().map_or(Ordering::Equal, |collator| collator.compare(one, other));
        by_alphabet.then_with(|| one.cmp(other))
    }

    /// Compares two full names by given name (the last word), then by what stands before it.
    pub fn compare_names(&self, one: &str, other: &str) -> Ordering {
        let ((one_rest, one_given), (other_rest, other_given)) = (split_name(one), split_name(other));
        self.compare(one_given, other_given).then_with(|| self.compare(one_rest, other_rest))
    }

    /// Sorts by full name as [`Self::compare_names`] compares, and those of one name as `then` says. Each given name is looked
    /// up in the alphabet once, however often it is compared.
    pub fn sort_by_name<'n, T>(
        &self,
        all: Vec<T>,
        name: impl Fn(&T) -> &'n str,
        then: impl Fn(&T, &T) -> Ordering,
    ) -> Vec<T> {
        let keyed = |one: T| {
            let (rest, given) = split_name(name(&one));
            (self.key(given), given, rest, one)
        };
        let mut all: Vec<_> = all.into_iter().map(keyed).collect();
        all.sort_by(|(one_key, one_given, one_rest, one), (other_key, other_given, other_rest, other)| {
            let by_given = one_key.cmp(other_key).then_with(|| one_given.cmp(other_given));
            by_given.then_with(|| self.compare(one_rest, other_rest)).then_with(|| then(one, other))
        });
        all.into_iter().map(|(_, _, _, one)| one).collect()
    }

    /// Bytes that stand in the order of the alphabet.
    fn key(&self, text: &str) -> Key {
        let mut key = Key::new();
        if let Some(collator) = &self.collator {
            let Ok(()) = collator.write_sort_key_to(text, &mut key);
        }
        key
    }
}

/// The key of a short text, without an allocation of its own.
type Key = SmallVec<[u8; 24]>;

/// Family and middle names, and the given name; what stands in brackets is left out.
fn split_name(full_name: &str) -> (&str, &str) {
    let name = full_name.split('(').next().unwrap_or(full_name).trim_end();
    name.rsplit_once(' ').unwrap_or(("", name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_stand_in_the_order_of_the_alphabet() {
        let right = ["An", "Ánh", "Ăn", "Ân", "Dung", "Dũng", "Duy", "Đạt", "Nga", "Oanh", "Ông", "Ơn", "Uyên", "Ưng"];
        let mut words = right;
        words.reverse();
        words.sort_by(|a, b| Order::new().compare(a, b));
        assert_eq!(words, right);
    }

    #[test]
    fn tones_stand_in_dictionary_order() {
        let mut words = ["lạ", "lã", "la", "lá", "lả", "là"];
        words.sort_by(|a, b| Order::new().compare(a, b));
        assert_eq!(words, ["la", "là", "lả", "lã", "lá", "lạ"]);
    }

    #[test]
    fn people_stand_by_given_name_then_family() {
        let right = ["Lê Hồng Anh", "KPă Bình (KSor Phước)", "Bùi Văn Cường", "Nguyễn Mạnh Cường", "Ngô Văn Dụ"];
        let mut names = right;
        names.reverse();
        names.sort_by(|a, b| Order::new().compare_names(a, b));
        assert_eq!(names, right);
    }

    #[test]
    fn sorted_by_name_they_stand_as_compared() {
        let order = Order::new();
        let given = [
            "Anh",
            "Ánh",
            "anh",
            "A",
            "",
            "Ăn",
            "Đạt",
            "Dat",
            "Ơn",
            "2",
            "10",
            "02",
            "Ê-ban",
            "H'Len",
            "An\u{301}",
            "To9",
            "To10",
            "Tô10",
        ];
        let rest = ["Lê Thị", "Lê", "", "Y"];
        let names = given.iter().flat_map(|given| rest.map(|rest| format!("{rest} {given}")));
        let names: Vec<(String, usize)> =
            names.chain(["Anh (Ba)".to_owned()]).zip([3, 1, 2].into_iter().cycle()).collect();
        let twice: Vec<&(String, usize)> = names.iter().chain(names.iter().rev()).collect();
        let mut compared = twice.clone();
        compared.sort_by(|one, other| order.compare_names(&one.0, &other.0).then_with(|| one.1.cmp(&other.1)));
        assert_eq!(order.sort_by_name(twice, |one| &one.0, |one, other| one.1.cmp(&other.1)), compared);
    }

    #[test]
    fn team_ten_comes_after_team_two() {
        assert_eq!(Order::new().compare("Tổ 2", "Tổ 10"), Ordering::Less);
    }
}
