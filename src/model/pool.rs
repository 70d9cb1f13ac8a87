//! Texts that were met before, so that rows which have the same share it.

use std::cell::RefCell;

use foldhash::HashSet;

use super::Shared;

/// The most texts of a list that are remembered; those that come later stand each by itself.
const MOST: usize = 20_000;

/// Texts that were met before.
#[derive(Debug, Default)]
pub struct Pool(RefCell<HashSet<Shared>>);

impl Pool {
    /// The text, where it was met before.
    pub fn met(&self, text: &str) -> Option<Shared> {
        if text.is_empty() { None } else { self.0.borrow().get(text).cloned() }
    }

    /// The text, shared with whoever has it already.
    pub fn shared(&self, text: &str) -> Shared {
        if text.is_empty() {
            return Shared::new();
        }
        if let Some(known) = self.met(text) {
            return known;
        }
        let (new, mut met) = (Shared::from(text), self.0.borrow_mut());
        if met.len() < MOST {
            met.insert(new.clone());
        }
        new
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_with_the_same_text_share_it_and_too_many_texts_are_not_remembered() {
        let pool = Pool::default();
        let [one, other] = [(); 2].map(|()| pool.shared("Bí thư Chi bộ"));
        assert!(Shared::ptr_eq(&one, &other) && one == "Bí thư Chi bộ");
        assert!(pool.shared("").is_empty());
        for at in 0..MOST {
            assert_eq!(pool.shared(&at.to_string()), at.to_string());
        }
        let [one, other] = [(); 2].map(|()| pool.shared("15-QĐ/HU"));
        assert!(!Shared::ptr_eq(&one, &other) && one == other);
    }
}
