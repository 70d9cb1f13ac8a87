//! Positions of rows in ascending order, kept as the runs that they form: those of millions of new rows are one.

use std::ops::Range;

/// Positions in ascending order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Runs {
    runs: Vec<Range<usize>>,
    count: usize,
}

impl Runs {
    /// Adds a position after all others.
    pub fn push(&mut self, at: usize) {
        match self.runs.last_mut() {
            Some(run) if run.end == at => run.end += 1,
            _ => self.runs.push(at..at + 1),
        }
        self.count += 1;
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.runs.iter().cloned().flatten()
    }

    /// The first.
    pub fn first(&self) -> Option<usize> {
        self.runs.first().map(|run| run.start)
    }

    /// Whether a position is among them.
    pub fn contains(&self, at: usize) -> bool {
        let next = self.runs.partition_point(|run| run.end <= at);
        self.runs.get(next).is_some_and(|run| run.contains(&at))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }
}

impl FromIterator<usize> for Runs {
    fn from_iter<I: IntoIterator<Item = usize>>(all: I) -> Self {
        let mut runs = Runs::default();
        all.into_iter().for_each(|at| runs.push(at));
        runs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_those_that_were_added_whatever_runs_they_form() {
        for all in [vec![], vec![0, 1, 2], vec![3, 4, 7, 9, 10], vec![5]] {
            let runs: Runs = all.iter().copied().collect();
            assert_eq!(runs.iter().collect::<Vec<_>>(), all);
            assert_eq!((runs.first(), runs.len()), (all.first().copied(), all.len()));
            assert_eq!(runs.is_empty(), all.is_empty());
            (0..12).for_each(|at| assert_eq!(runs.contains(at), all.contains(&at), "{at} {all:?}"));
        }
    }
}
