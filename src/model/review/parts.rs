//! The parts of a long stretch of days that are told one by one: its calendar years, or the months of a year.

use jiff::ToSpan;

use crate::model::day::{Day, Span, day_after};

/// The most parts that are told of many years; more of them are told together.
const MOST_YEARS: i16 = 30;

/// Months where the stretch is no longer than a year, else calendar years; the first and the last may be cut off.
pub fn parts(stretch: Span) -> Vec<Span> {
    let is_short = stretch.first.saturating_add(1.year()) > stretch.last;
    let years = (stretch.last.year() - stretch.first.year()) / MOST_YEARS + 1;
    let end = |first: Day| match is_short {
        true => first.last_of_month(),
        false => first.saturating_add((years - 1).years()).last_of_year(),
    };
    let mut parts = Vec::new();
    let mut next = Some(stretch.first);
    while let Some(part) = next.and_then(|first| Span::of(first, end(first).min(stretch.last))) {
        parts.push(part);
        next = (part.last < stretch.last).then(|| day_after(part.last));
    }
    parts
}

/// The part that holds a day of the stretch.
pub fn part_of(parts: &[Span], day: Day) -> Option<usize> {
    let at = parts.partition_point(|part| part.last < day);
    parts.get(at).filter(|part| part.contains(day)).map(|_| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn told(first: Day, last: Day) -> Vec<(Day, Day)> {
        let stretch = Span::of(first, last).expect("days");
        parts(stretch).into_iter().map(|part| (part.first, part.last)).collect()
    }

    #[test]
    fn years_are_those_of_the_calendar_and_a_year_has_months() {
        let years = told(date(2020, 6, 15), date(2022, 6, 14));
        let right = [
            (date(2020, 6, 15), date(2020, 12, 31)),
            (date(2021, 1, 1), date(2021, 12, 31)),
            (date(2022, 1, 1), date(2022, 6, 14)),
        ];
        assert_eq!(years, right);
        let months = told(date(2021, 7, 1), date(2022, 6, 30));
        assert_eq!((months.len(), months[11]), (12, (date(2022, 6, 1), date(2022, 6, 30))));
        assert_eq!(told(date(2021, 7, 1), date(2022, 7, 1)).len(), 2);
        assert_eq!(told(date(2022, 2, 28), date(2022, 2, 28)), [(date(2022, 2, 28), date(2022, 2, 28))]);
    }

    #[test]
    fn the_parts_of_any_stretch_are_few_and_hold_each_day_once() {
        for (first, last) in [(Day::MIN, Day::MAX), (date(1, 1, 1), date(2022, 1, 1)), (Day::MAX, Day::MAX)] {
            let parts = told(first, last);
            assert!(parts.len() <= 40, "{}", parts.len());
            assert_eq!((parts[0].0, parts[parts.len() - 1].1), (first, last));
            assert!(parts.windows(2).all(|pair| day_after(pair[0].1) == pair[1].0));
        }
        let years = parts(Span::of(date(2020, 6, 15), date(2022, 6, 14)).expect("days"));
        let of = |day| part_of(&years, day);
        assert_eq!([of(date(2020, 12, 31)), of(date(2021, 1, 1))], [Some(0), Some(1)]);
        assert_eq!([of(date(2020, 6, 14)), of(date(2022, 6, 15))], [None, None]);
    }
}
