//! A book without anything about persons: who is who cannot be told, but everybody is still one and the same
//! throughout, so that whatever goes wrong with the book goes wrong with this one as well.

use std::collections::HashMap;

use super::book::{Book, Origin};
use super::feedback::Feedback;
use super::{Shared, Text};

/// What stands in the place of what is left out, each before a number.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "one word per thing, under its name")]
pub struct Masks {
    pub full_name: String,
    pub position: String,
    pub organization: String,
    pub signer: String,
}

/// What a note becomes.
const NOTE: &str = "…";
/// Years of birth become others from this one on; more than so many there are not.
const FIRST_YEAR: u16 = 1940;
const YEARS: usize = 70;

/// The book without names, codes, years of birth, phones, posts, offices, issuers, signers, notes, places of meetings,
/// and what the grass roots report. Names of units, days, duties and numbers of decisions stay.
pub fn anonymous(mut book: Book, masks: &Masks) -> Book {
    let [mut names, mut years, mut phones] = [(); 3].map(|()| Numbers::default());
    let [mut positions, mut organizations, mut signers] = [(); 3].map(|()| Numbers::default());
    for (at, cadre) in book.cadres.iter_mut().enumerate() {
        cadre.code = format!("CB{:04}", at + 1).into();
        cadre.full_name = masked(&masks.full_name, names.of(&cadre.full_name));
        cadre.position = masked(&masks.position, positions.of(&cadre.position));
        cadre.organization = masked(&masks.organization, organizations.of(&cadre.organization));
        cadre.phone = match phones.of(&cadre.phone) {
            0 => Text::default(),
            number => format!("09{number:08}").into(),
        };
        // A year stays another one's year, or no year.
        let year = cadre.birth_year.map(|year| years.of(&year.to_string()) % YEARS);
        cadre.birth_year = year.map(|number| FIRST_YEAR.saturating_add(u16::try_from(number).unwrap_or_default()));
    }
    let notes = book.cadres.iter_mut().map(|row| &mut row.note);
    let notes = notes.chain(book.units.iter_mut().map(|row| &mut row.note));
    let notes = notes.chain(book.assignments.iter_mut().map(|row| &mut row.note));
    let told = Shared::from(NOTE);
    notes.filter(|note| !note.is_empty()).for_each(|note| note.clone_from(&told));
    let notes = book.meetings.iter_mut().flat_map(|row| [&mut row.note, &mut row.place]);
    let notes = notes.chain(book.vacancies.iter_mut().map(|row| &mut row.reason));
    let notes = notes.chain(book.attendance.iter_mut().flat_map(|row| [&mut row.reason, &mut row.note]));
    let notes = notes.chain(
        book.feedback
            .iter_mut()
            .flat_map(|Feedback { raised_by, sent_to, answer, note, .. }| [raised_by, sent_to, answer, note]),
    );
    for note in notes.filter(|note| !note.is_empty()) {
        *note = NOTE.into();
    }
    // The matter is what tells one from the other.
    for (at, feedback) in book.feedback.iter_mut().enumerate() {
        feedback.matter = format!("{NOTE} {}", at + 1).into();
    }
    for decision in &mut book.decisions {
        decision.signer = masked(&masks.signer, signers.of(&decision.signer));
        decision.issuer = masked(&masks.organization, organizations.of(&decision.issuer));
        if !decision.note.is_empty() {
            decision.note = NOTE.into();
        }
    }
    book.origin = Origin::default();
    book
}

/// A number for each text, in the order in which they come; 0 for none.
#[derive(Default)]
struct Numbers(HashMap<Text, usize>);

impl Numbers {
    fn of(&mut self, text: &str) -> usize {
        if text.is_empty() {
            return 0;
        }
        let next = self.0.len() + 1;
        *self.0.entry(text.into()).or_insert(next)
    }
}

fn masked<T: Default + From<String>>(mask: &str, number: usize) -> T {
    if number == 0 { T::default() } else { format!("{mask} {number}").into() }
}
