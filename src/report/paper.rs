//! What every report is written on: a language, an order of names, and how much of a person is shown.

use std::cmp::Ordering;

use super::table::{Cell, Column, Heading, Signature, Table};
use crate::model::cadre::Cadre;
use crate::model::day::{Day, Period};
use crate::model::lang::Lang;
use crate::model::list::{self, Kind};
use crate::model::policy::{Policy, Profile};
use crate::say;
use crate::text::catalogue::Catalogue;
use crate::text::order::Order;
use crate::text::wording::list_name;
use crate::text::written;

/// The paper of a report.
pub struct Paper<'p> {
    /// Wording.
    pub words: &'p Catalogue,
    /// Order of names.
    pub order: &'p Order,
    /// Which personal columns are shown.
    pub profile: Profile,
}

/// Personal columns, and the least profile that shows each.
const PERSONAL: &[(&str, Profile)] = &[
    ("phone", Profile::Full),
    ("birth_year", Profile::Full),
    ("raised_by", Profile::Full),
    ("note", Profile::Internal),
    ("absence_reason", Profile::Internal),
];

impl Paper<'_> {
    /// Its language.
    pub fn lang(&self) -> Lang {
        self.words.lang
    }

    /// An empty table with the columns that the profile shows, headed by the office.
    pub fn table(&self, name: &str, policy: &Policy, columns: &[(&'static str, u16)]) -> Table {
        let shown = columns.iter().filter(|(key, _)| self.shows(key));
        Table {
            name: name.to_owned(),
            heading: Heading { superior: policy.superior.clone(), office: policy.office.clone(), ..Heading::default() },
            columns: shown.map(|(key, width)| self.column(key, *width)).collect(),
            lang: self.lang(),
            ..Table::default()
        }
    }

    /// A column with its heading from the catalogue.
    pub fn column(&self, key: &'static str, width: u16) -> Column {
        Column { key: key.into(), title: self.words.say(&format!("column-{key}"), &[]), width }
    }

    /// Whether the profile shows a column.
    pub fn shows(&self, key: &str) -> bool {
        let least = PERSONAL.iter().find(|(personal, _)| *personal == key).map(|(_, least)| *least);
        match (least, self.profile) {
            (None, _) | (_, Profile::Full) => true,
            (Some(least), Profile::Internal) => least == Profile::Internal,
            (Some(_), Profile::Public) => false,
        }
    }

    /// Whether the profile shows a column of a list: why somebody did not come is as personal as a note.
    pub fn shows_of(&self, kind: Kind, column: list::Column) -> bool {
        match (kind, column) {
            (Kind::Attendance, list::Column::Reason) => self.shows("absence_reason"),
            _ => self.shows(column.name()),
        }
    }

    /// The name of a list, as it stands inside a sentence.
    pub fn list(&self, kind: Kind) -> String {
        list_name(self.words, kind)
    }

    /// The line that says which days a document is about; none where both ends are open.
    pub fn stretch(&self, stretch: Period) -> Option<String> {
        let [from, to] = [stretch.from, stretch.to].map(|day| day.map(|day| written::day(day, self.lang())));
        match (from, to) {
            (Some(from), Some(to)) => Some(say!(self.words, "from-to", from = from, to = to)),
            (Some(from), None) => Some(say!(self.words, "from-day", from = from)),
            (None, Some(to)) => Some(say!(self.words, "to-day", to = to)),
            (None, None) => None,
        }
    }

    /// Which of two people stands first in a document: by given name, and by code where they have one name.
    pub fn compare_people(&self, one: &Cadre, other: &Cadre) -> Ordering {
        let by_name = self.order.compare_names(&one.full_name, &other.full_name);
        by_name.then_with(|| by_code(one, other))
    }

    /// People in the order of a document, as [`Self::compare_people`] compares them.
    pub fn sort_people<'c, T>(&self, people: Vec<T>, cadre: impl Fn(&T) -> &'c Cadre) -> Vec<T> {
        let then = |one: &T, other: &T| by_code(cadre(one), cadre(other));
        self.order.sort_by_name(people, |one| cadre(one).full_name.as_str(), then)
    }

    /// What stands under a document to sign.
    pub fn signature(&self, day: Day) -> Option<Signature> {
        Some(Signature {
            place_and_day: say!(self.words, "place-and-day", year = day.year().to_string()),
            left: say!(self.words, "signs-left"),
            right: say!(self.words, "signs-right"),
        })
    }
}

/// Which of two people of one name stands first.
fn by_code(one: &Cadre, other: &Cadre) -> Ordering {
    one.code.cmp(&other.code)
}

/// A cadre by name and code.
pub fn person(cadre: &Cadre) -> String {
    format!("{} ({})", cadre.full_name, cadre.code)
}

/// Cells for the columns that a table really has: of those given, the ones it shows; empty where none is given.
pub fn cells<const N: usize>(table: &Table, mut values: [(&'static str, Cell); N]) -> Vec<Cell> {
    let mut take = |key: &str| {
        let value = values.iter_mut().find(|(given, _)| *given == key);
        value.map(|(_, cell)| std::mem::take(cell)).unwrap_or_default()
    };
    table.columns.iter().map(|column| take(&column.key)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_find_their_columns_whichever_are_given() {
        let (words, order) = (Catalogue::new(Lang::En), Order::new());
        let paper = Paper { words: &words, order: &order, profile: Profile::Public };
        let table = paper.table("x", &Policy::default(), &[("stt", 5), ("full_name", 9), ("phone", 9), ("area", 9)]);
        let given = cells(&table, [("phone", "0100".into()), ("area", "Ấp 1".into()), ("full_name", "An".into())]);
        assert_eq!(given, [Cell::Empty, "An".into(), "Ấp 1".into()]);
    }

    #[test]
    fn phone_and_birth_year_only_in_full() {
        let (words, order) = (Catalogue::new(Lang::En), Order::new());
        let shows = |profile, key| Paper { words: &words, order: &order, profile }.shows(key);
        for key in ["phone", "birth_year"] {
            assert!(shows(Profile::Full, key) && !shows(Profile::Internal, key) && !shows(Profile::Public, key));
        }
        assert!(shows(Profile::Internal, "note") && !shows(Profile::Public, "note"));
        assert!(shows(Profile::Public, "full_name"));
    }
}
