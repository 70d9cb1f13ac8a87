//! Names as numbers: spellings of one word have the same, so that millions of names are compared without being written anew.

use foldhash::{HashMap, HashMapExt};

use super::fold::key;

/// Numbers of names, by the keys under which spellings of one word meet (see [`key`]).
pub struct Spellings<'t> {
    by_key: HashMap<String, u32>,
    by_text: HashMap<&'t str, u32>,
}

impl Default for Spellings<'_> {
    fn default() -> Self {
        Spellings { by_key: HashMap::new(), by_text: HashMap::new() }
    }
}

impl<'t> Spellings<'t> {
    /// The number of a name.
    pub fn number(&mut self, text: &'t str) -> u32 {
        *self.by_text.entry(text).or_insert_with(|| {
            // Rows are numbered in 32 bits, and there are no more names than rows.
            let next = u32::try_from(self.by_key.len()).unwrap_or(u32::MAX);
            *self.by_key.entry(key(text)).or_insert(next)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_share_a_number() {
        let mut spellings = Spellings::default();
        let [one, other, again] = ["Ấp Hòa Bình", "Ấp Hoà Bình", "ẤP HÒA BÌNH"].map(|name| spellings.number(name));
        assert!(one == other && one == again);
        let [one, other] = ["Ấp Bình Thành", "Ấp Bình Thạnh"].map(|name| spellings.number(name));
        assert_ne!(one, other);
        assert_eq!(spellings.number("Ấp Bình Thành"), one);
    }
}
