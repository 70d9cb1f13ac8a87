//! Seats in numbers, and what state that is: full, empty with consent, or empty.

use crate::model::coverage::Coverage;

/// Seats of one duty or of several, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// Seats needed.
    pub seats: u64,
    /// Needed seats that are held.
    pub filled: u64,
    /// Seats that are empty, and accepted as vacancies.
    pub accepted: u64,
}

/// How seats stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// None is needed.
    None,
    /// All are held.
    Full,
    /// Some are empty, and every one of these is accepted.
    Accepted,
    /// Some are empty and nobody accepted it.
    Open,
}

impl Numbers {
    /// The numbers of some coverage.
    pub fn of<'c>(coverage: impl Iterator<Item = &'c Coverage>) -> Self {
        let mut sum = Numbers::default();
        coverage.for_each(|found| {
            sum.seats += u64::from(found.limits.min);
            sum.filled += u64::from(found.limits.min - found.gap());
            sum.accepted += u64::from(found.accepted_gap());
        });
        sum
    }

    /// The sum of several.
    pub fn sum<'n>(all: impl IntoIterator<Item = &'n Numbers>) -> Self {
        let mut sum = Numbers::default();
        all.into_iter().for_each(|numbers| sum.add(*numbers));
        sum
    }

    /// Adds those of other seats.
    pub fn add(&mut self, other: Numbers) {
        self.seats += other.seats;
        self.filled += other.filled;
        self.accepted += other.accepted;
    }

    /// Needed seats that are not held, accepted ones included.
    pub fn gaps(&self) -> u64 {
        self.seats - self.filled
    }

    /// How they stand.
    pub fn state(&self) -> State {
        match self.gaps() {
            _ if self.seats == 0 => State::None,
            0 => State::Full,
            gaps if gaps == self.accepted => State::Accepted,
            _ => State::Open,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_open_as_soon_as_one_seat_is_empty_without_consent() {
        let state = |seats, filled, accepted| Numbers { seats, filled, accepted }.state();
        assert_eq!(state(0, 0, 0), State::None);
        assert_eq!(state(12, 12, 0), State::Full);
        assert_eq!(state(12, 10, 2), State::Accepted);
        assert_eq!(state(12, 10, 1), State::Open);
    }
}
