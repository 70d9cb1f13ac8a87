//! Keys of rows, and the rows that a query finds for them.
//!
//! They are looked up run by run: rows of a list that was taken in from top to bottom lie beside one another, so that
//! finding many costs little more than reading them.

use anyhow::Result;
use rusqlite::Connection;

/// Keys, each once, in order.
#[derive(Clone, Debug, Default)]
pub struct Keys(Vec<u32>);

impl Keys {
    /// Sorted, each once.
    pub fn of(mut keys: Vec<u32>) -> Self {
        if !keys.is_sorted_by(|one, next| one < next) {
            keys.sort_unstable();
            keys.dedup();
        }
        Keys(keys)
    }

    /// These and others.
    pub fn and(mut self, others: Keys) -> Self {
        self.0.extend(others.0);
        Keys::of(self.0)
    }

    /// Those that are not known.
    pub fn without(self, known: &Keys) -> Self {
        Keys(self.0.into_iter().filter(|key| known.0.binary_search(key).is_err()).collect())
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// First and last keys of the stretches in which no key is missing.
    pub fn runs(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        let runs = self.0.chunk_by(|key, next| key + 1 == *next);
        runs.filter_map(|run| Some((*run.first()?, *run.last()?)))
    }
}

/// What a query gives for the runs of keys.
pub fn found(connection: &Connection, query: &str, keys: &Keys) -> Result<Keys> {
    let mut reading = connection.prepare_cached(query)?;
    let mut found = Vec::new();
    for run in keys.runs() {
        let mut rows = reading.query(run)?;
        while let Some(row) = rows.next()? {
            found.push(row.get(0)?);
        }
    }
    Ok(Keys::of(found))
}

/// The keys and all that a step leads to from them, again and again until nothing new is found.
pub fn closed(first: Keys, step: impl Fn(&Keys) -> Result<Keys>) -> Result<Keys> {
    let mut all = first.clone();
    let mut new = first;
    while !new.is_empty() {
        new = step(&new)?.without(&all);
        all = all.and(new.clone());
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_that_follow_one_another_are_one_run() {
        let runs = |keys: &[u32]| Keys::of(keys.to_vec()).runs().collect::<Vec<_>>();
        assert_eq!(runs(&[]), []);
        assert_eq!(runs(&[7, 3, 4, 5, 4, 9]), [(3, 5), (7, 7), (9, 9)]);
    }

    #[test]
    fn a_circle_comes_to_an_end() {
        let step = |new: &Keys| Ok(Keys::of(new.0.iter().map(|key| key % 3 + 1).collect()));
        assert_eq!(closed(Keys::of(vec![2]), step).expect("keys").0, [1, 2, 3]);
    }
}
