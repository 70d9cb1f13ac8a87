//! Earlier statuses of a cadre as one text, as the database and the lists keep them: "leave 2022-03-01; active 2022-05-01".

use super::cadre::{Status, StatusSpell};
use super::day::Day;

/// What stands between two of them.
const BETWEEN: &str = "; ";

/// The statuses as text, oldest first.
pub fn written(spells: &[StatusSpell]) -> String {
    let written = spells.iter().map(|spell| match spell.from {
        Some(from) => format!("{} {from}", spell.status.code()),
        None => spell.status.code().to_owned(),
    });
    written.collect::<Vec<_>>().join(BETWEEN)
}

/// The statuses of a text; `None` when it is none, or they do not follow one another.
pub fn read(text: &str) -> Option<Vec<StatusSpell>> {
    let spells: Vec<StatusSpell> =
        text.split(BETWEEN.trim()).map(str::trim).filter(|one| !one.is_empty()).map(spell).collect::<Option<_>>()?;
    let is_ordered = spells.windows(2).all(|pair| pair[1].from.is_some() && pair[0].from < pair[1].from);
    is_ordered.then_some(spells)
}

fn spell(text: &str) -> Option<StatusSpell> {
    let (code, day) = text.split_once(' ').map_or((text, None), |(code, day)| (code, Some(day.trim())));
    let from = day.map(|day| day.parse::<Day>().ok()).map_or(Some(None), |day| day.map(Some))?;
    Some(StatusSpell { status: Status::of_code(code)?, from })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        for text in ["", "active", "active; leave 2022-03-01; active 2022-05-01", "retired 2022-01-01"] {
            assert_eq!(read(text).map(|spells| written(&spells)).as_deref(), Some(text));
        }
        for text in ["asleep", "leave 2022-02-30", "leave 2022-05-01; active 2022-05-01", "leave 2022-05-01; active"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
