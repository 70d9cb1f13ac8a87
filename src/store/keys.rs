//! Keys of rows, and the rows that point to them or that they point to.
//!
//! They are kept and looked up run by run: rows of a list that was taken in from top to bottom lie beside one another, so
//! that finding many costs little more than finding one.

use anyhow::Result;
use rusqlite::{CachedStatement, Connection, Params, Row};

/// Keys, each once, in order: the first and the last of each run in which none is missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys(Vec<(u32, u32)>);

impl Keys {
    /// Each once.
    pub fn of(keys: impl IntoIterator<Item = u32>) -> Self {
        Keys::of_runs(keys.into_iter().map(|key| (key, key)))
    }

    /// Runs in any order, which may overlap.
    fn of_runs(runs: impl IntoIterator<Item = (u32, u32)>) -> Self {
        let mut keys = Keys::default();
        let mut is_sorted = true;
        for (first, last) in runs {
            match keys.0.last_mut() {
                Some(run) if run.0 <= first && first <= run.1.saturating_add(1) => run.1 = run.1.max(last),
                run => {
                    is_sorted &= run.is_none_or(|run| run.0 <= first);
                    keys.0.push((first, last));
                }
            }
        }
        if is_sorted {
            return keys;
        }
        keys.0.sort();
        Keys::of_runs(keys.0)
    }

    /// These and others.
    pub fn and(mut self, others: Keys) -> Self {
        self.0.extend(others.0);
        Keys::of_runs(self.0)
    }

    /// Those that are not known.
    pub fn without(self, known: &Keys) -> Self {
        let (mut left, mut at) = (Vec::new(), 0);
        for (first, last) in self.0 {
            at += known.0[at..].partition_point(|known| known.1 < first);
            let mut rest = Some(first);
            for (from, to) in known.0[at..].iter().take_while(|known| known.0 <= last) {
                left.extend(rest.filter(|first| first < from).map(|first| (first, from - 1)));
                rest = rest.and_then(|first| Some(first.max(to.checked_add(1)?)));
            }
            left.extend(rest.filter(|first| *first <= last).map(|first| (first, last)));
        }
        Keys(left)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// First and last keys of the runs in which no key is missing.
    pub fn runs(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        self.0.iter().copied()
    }

    /// The longest run.
    fn longest(&self) -> Option<(u32, u32)> {
        self.runs().max_by_key(|(first, last)| last - first)
    }
}

/// The rows of a table that point to keys by a column, which an index knows.
pub fn pointing(connection: &Connection, table: &str, column: &str, keys: &Keys) -> Result<Keys> {
    let query = |what: &str| format!("SELECT {what} FROM {table} WHERE {column} BETWEEN ?1 AND ?2");
    let mut ends = connection.prepare_cached(&query("min(id), max(id), count(*)"))?;
    let mut each = connection.prepare_cached(&query("id"))?;
    let mut found = Vec::new();
    for run in keys.runs() {
        // What points to many keys in a row is mostly one run itself, of which the ends are all there is to know.
        if run.0 < run.1 {
            let read = |row: &Row| Ok((row.get::<_, Option<u32>>(0)?.zip(row.get(1)?), row.get::<_, u32>(2)?));
            match ends.query_row(run, read)? {
                (None, _) => continue,
                (Some((first, last)), count) if last - first + 1 == count => {
                    found.push((first, last));
                    continue;
                }
                _ => {}
            }
        }
        found.extend(all(&mut each, run)?.0);
    }
    Ok(Keys::of_runs(found))
}

/// The keys that a query gives.
pub fn all(reading: &mut CachedStatement, params: impl Params) -> Result<Keys> {
    let keys = reading.query_map(params, |row| row.get(0))?;
    Ok(Keys::of(keys.collect::<rusqlite::Result<Vec<u32>>>()?))
}

/// What rows of a table point to by a column, beyond what is known: those rows that have one of some keys in a column
/// which an index knows.
pub fn pointed_to(
    connection: &Connection,
    table: &str,
    column: &str,
    (by, rows): (&str, &Keys),
    known: &Keys,
) -> Result<Keys> {
    let query = format!(
        "SELECT {column} FROM {table} WHERE {by} BETWEEN ?1 AND ?2 AND {column} IS NOT NULL
            AND {column} NOT BETWEEN ?3 AND ?4"
    );
    let mut reading = connection.prepare_cached(&query)?;
    // Most of what is pointed to is of one run, and need not be told one by one. From 1 to 0 there is no key.
    let (from, to) = known.longest().unwrap_or((1, 0));
    let mut found = Vec::new();
    for (first, last) in rows.runs() {
        found.extend(all(&mut reading, (first, last, from, to))?.0);
    }
    Ok(Keys::of_runs(found).without(known))
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
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    /// The keys one by one.
    fn each(keys: &Keys) -> Vec<u32> {
        keys.runs().flat_map(|(first, last)| first..=last).collect()
    }

    fn few() -> impl Strategy<Value = Vec<u32>> {
        prop::collection::vec(prop_oneof![1..40u32, u32::MAX - 3..=u32::MAX], 0..30)
    }

    proptest! {
        #[test]
        fn keys_are_a_set_in_runs_that_do_not_touch(one in few(), other in few()) {
            let [a, b]: [BTreeSet<u32>; 2] = [&one, &other].map(|keys| keys.iter().copied().collect());
            let [one, other] = [one, other].map(Keys::of);
            let all = one.clone().and(other.clone());
            let less = one.clone().without(&other);
            prop_assert_eq!(each(&one), a.iter().copied().collect::<Vec<_>>());
            prop_assert_eq!(each(&all), a.union(&b).copied().collect::<Vec<_>>());
            prop_assert_eq!(each(&less), a.difference(&b).copied().collect::<Vec<_>>());
            for keys in [one, all, less] {
                prop_assert_eq!(keys.is_empty(), each(&keys).is_empty());
                prop_assert!(keys.0.is_sorted_by(|(_, last), (first, _)| last.saturating_add(1) < *first));
            }
        }
    }

    #[test]
    fn rows_are_found_both_ways_whether_they_lie_beside_one_another_or_not() {
        let connection = Connection::open_in_memory().expect("a database");
        let rows = "CREATE TABLE t (id INTEGER PRIMARY KEY, up INTEGER);
            INSERT INTO t VALUES (1, NULL), (2, 1), (3, 1), (4, 1), (5, 2), (7, 3), (8, 2), (9, 9), (12, 9),
            (20, 30), (21, 31), (22, 31)";
        connection.execute_batch(rows).expect("rows");
        let below = |keys: &[u32]| each(&pointing(&connection, "t", "up", &Keys::of(keys.to_vec())).expect("rows"));
        assert_eq!(below(&[1]), [2, 3, 4]);
        assert_eq!(below(&[1, 2]), [2, 3, 4, 5, 8]);
        assert_eq!(below(&[2, 9]), [5, 8, 9, 12]);
        assert_eq!(below(&[30, 31]), [20, 21, 22]);
        assert_eq!([below(&[4, 5, 6]), below(&[])], [Vec::<u32>::new(), Vec::new()]);
        let above = |rows: &[u32], known: &[u32]| {
            let [rows, known] = [rows, known].map(|keys| Keys::of(keys.to_vec()));
            each(&pointed_to(&connection, "t", "up", ("id", &rows), &known).expect("keys"))
        };
        assert_eq!(above(&[1, 2, 3, 5, 7, 12], &[]), [1, 2, 3, 9]);
        assert_eq!(above(&[1, 2, 3, 5, 7, 12], &[1, 2, 9]), [3]);
        assert_eq!(above(&[1], &[]), Vec::<u32>::new());
        let ups = pointed_to(&connection, "t", "id", ("up", &Keys::of([1, 2])), &Keys::of([3, 4])).expect("keys");
        assert_eq!(each(&ups), [2, 5, 8]);
    }

    #[test]
    fn a_circle_comes_to_an_end() {
        let step = |new: &Keys| Ok(Keys::of(each(new).into_iter().map(|key| key % 3 + 1)));
        assert_eq!(each(&closed(Keys::of([2]), step).expect("keys")), [1, 2, 3]);
    }
}
