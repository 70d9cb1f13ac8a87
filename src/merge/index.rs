//! Positions of rows by keys that the rows themselves hold: nine bytes for each, however long its key.

use std::cell::Cell;
use std::hash::{BuildHasher, Hash};
use std::hint::black_box;

use foldhash::fast::RandomState;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

/// Nothing is fetched where so many rows were asked for beside the one before for each that was not.
const MANY: u32 = 8;

/// Positions of rows.
#[derive(Default)]
pub struct Index {
    slots: HashTable<Slot>,
    seed: RandomState,
    last: Cell<usize>,
    /// How often the row that was asked for last, or the next, was asked for of late, and how often another one.
    near: Cell<u32>,
    far: Cell<u32>,
    /// Whether it was another one more often: then the next is not looked at first.
    is_scattered: Cell<bool>,
}

/// A position, with as much of the hash of its key as keeps most others from being looked at.
#[derive(Clone, Copy)]
struct Slot {
    hash: u32,
    at: u32,
}

impl Slot {
    /// The hash that the table is ordered by: its high bits and its low ones are both looked at.
    fn spread(hash: u32) -> u64 {
        const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
        u64::from(hash).wrapping_mul(ODD)
    }
}

impl Index {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// Makes room for as many more.
    pub fn reserve(&mut self, count: usize) {
        self.slots.reserve(count, |slot| Slot::spread(slot.hash));
    }

    /// The position of the row with a key that was noted; `has_key` says whether the row at a position has it.
    pub fn get<K: Hash + ?Sized>(&self, key: &K, has_key: impl Fn(usize) -> bool) -> Option<usize> {
        let hash = self.hash(key);
        let is_it = |slot: &Slot| slot.hash == hash && has_key(slot.at as usize);
        self.slots.find(Slot::spread(hash), is_it).map(|slot| slot.at as usize)
    }

    /// As [`Self::get`], where no two rows have the same key: lists name what is known in its order more often than not,
    /// so the row that was asked for last is looked at first, and the one after it, if there is one.
    pub fn get_near<K: Hash + ?Sized>(&self, key: &K, has_key: impl Fn(usize) -> bool) -> Option<usize> {
        let last = self.last.get();
        let end = if self.is_scattered.get() { last } else { last + 1 };
        let found = (last..=end).find(|at| has_key(*at)).or_else(|| self.get(key, has_key));
        let is_near = found.is_some_and(|at| (last..=last + 1).contains(&at));
        let count = if is_near { &self.near } else { &self.far };
        count.set(count.get() + 1);
        self.last.set(found?);
        found
    }

    /// Brings what [`Self::get_near`] will look at beside the processor, where rows were asked for all over of late: what is
    /// looked up for its own sake, one by one, waits for the memory each time; what is fetched here waits once for all
    /// slots, and once for all rows. `touch` reads of the row at a position what will be read.
    pub fn fetch<'k, K: Hash + ?Sized + 'k>(&self, keys: impl Iterator<Item = &'k K>, touch: impl Fn(usize) -> usize) {
        let (near, far) = (self.near.take(), self.far.take());
        self.is_scattered.set(far > near);
        // A row that was fetched may be asked for several times; then all but the first find it near.
        if far <= near / MANY {
            return;
        }
        let hashes: Vec<u32> = keys.map(|key| self.hash(key)).collect();
        let slot = |hash: &u32| self.slots.find(Slot::spread(*hash), |slot| slot.hash == *hash);
        let slots: Vec<Slot> = hashes.iter().filter_map(slot).copied().collect();
        black_box(slots.iter().map(|slot| touch(slot.at as usize)).fold(0, usize::wrapping_add));
    }

    /// Takes note of the row at `at`, unless one that was noted has its key; whether none had. `has_key` as for
    /// [`Self::get`].
    pub fn add<K: Hash + ?Sized>(&mut self, key: &K, at: u32, has_key: impl Fn(usize) -> bool) -> bool {
        let hash = self.hash(key);
        let is_it = |slot: &Slot| slot.hash == hash && has_key(slot.at as usize);
        match self.slots.entry(Slot::spread(hash), is_it, |slot| Slot::spread(slot.hash)) {
            Entry::Occupied(_) => false,
            Entry::Vacant(free) => {
                free.insert(Slot { hash, at });
                true
            }
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "half of a hash is one as well")]
    fn hash<K: Hash + ?Sized>(&self, key: &K) -> u32 {
        self.seed.hash_one(key) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_by_the_keys_they_hold_in_any_order() {
        let rows: Vec<String> = (0..5_000).map(|at| format!("{at:05}")).collect();
        let mut index = Index::default();
        let has_key = |key: &str, at: usize| rows.get(at).is_some_and(|row| row == key);
        for (at, key) in (0..).zip(&rows) {
            assert!(index.add(key.as_str(), at, |at| has_key(key, at)));
            assert!(!index.add(key.as_str(), at, |at| has_key(key, at)));
        }
        for at in (0..5_000).chain((0..5_000).rev()).chain((0..5_000).map(|at| at * 7 % 5_000)) {
            let key = &*format!("{at:05}");
            assert_eq!(index.get(key, |at| has_key(key, at)), Some(at));
            assert_eq!(index.get_near(key, |at| has_key(key, at)), Some(at));
        }
        for key in ["5000", ""] {
            assert_eq!(index.get_near(key, |at| has_key(key, at)), None);
        }
        assert_eq!(Index::default().get("", |_| false), None);
    }

    #[test]
    fn rows_are_fetched_where_they_are_asked_for_all_over_however_often_each() {
        let rows: Vec<String> = (0..5_000).map(|at| format!("{at:05}")).collect();
        let mut index = Index::default();
        for (at, key) in (0..).zip(&rows) {
            index.add(key.as_str(), at, |at| rows[at] == *key);
        }
        let fetched = |asked: &dyn Fn(usize) -> usize, times: usize| {
            for key in (0..64).map(|at| &rows[asked(at)]) {
                for _ in 0..times {
                    index.get_near(key.as_str(), |at| rows.get(at) == Some(key));
                }
            }
            let touched = Cell::new(0);
            index.fetch(rows[..64].iter().map(String::as_str), |_| touched.replace(touched.get() + 1));
            touched.get()
        };
        let all_over = |at: usize| at * 97 % 5_000;
        assert_eq!([1, 2, 3].map(|times| fetched(&all_over, times)), [64; 3]);
        assert_eq!([1, 2, 3].map(|times| fetched(&|at| 100 + at, times)), [0; 3]);
    }

    #[test]
    fn of_rows_with_one_key_the_one_that_was_noted_is_found() {
        let rows = ["X1", "X2", "X1"];
        let mut index = Index::default();
        let mut add = |at: u32, key: &str| index.add(key, at, |other| rows[other] == key);
        let added = [add(0, rows[0]), add(1, rows[1]), add(2, rows[2])];
        assert_eq!(added, [true, true, false]);
        assert_eq!(index.get_near("X2", |at| rows.get(at) == Some(&"X2")), Some(1));
        assert_eq!(index.get("X1", |at| rows.get(at) == Some(&"X1")), Some(0));
    }
}
