//! `export database`: the lists of all days in a new database, without the log; to be sent with a report of a fault, without
//! anything about persons.

use anyhow::Result;

use super::amending::entry;
use super::args::Export;
use super::desk::{Desk, Label, shown};
use super::exit::Exit;
use super::stop::Stop;
use super::{files, office};
use crate::model::anonymous::{Masks, anonymous};
use crate::model::book::Book;
use crate::model::compare::compare;
use crate::read::remember::without;
use crate::say;
use crate::store::Store;
use crate::store::log::Entry;
use crate::text::catalogue::Catalogue;

/// Writes it.
///
/// # Errors
/// When it cannot be written, or a file stands in its place.
pub fn export(desk: &Desk, book: Book, args: &Export) -> Result<Exit> {
    let target = args.output.file().ok_or(Stop::Needs("--out"))?;
    files::refuse(target, [desk.db.as_path()])?;
    files::probe(target)?;
    let book = if args.anonymise { anonymised(book) } else { book };
    let before = Book::new(book.policy.clone());
    let (book, change) = compare(before, book);
    let mut store = Store::create(target, &book.policy)?;
    let mut entry = entry("export", args.when.day(), String::new(), &change);
    if args.anonymise {
        // Nor who made it, and where.
        entry = Entry { user: String::new(), machine: String::new(), ..entry };
    }
    let saved = store.write_book().and_then(|writing| {
        writing.save(&book, &change)?;
        writing.commit(&entry)
    });
    if saved.is_err() {
        // Nothing of use is in it.
        drop(store);
        let _ = std::fs::remove_file(target);
    }
    saved?;
    desk.note(Label::Note, &say!(desk.words, "written", path = shown(target)));
    Ok(Exit::Clean)
}

/// The book without anything about persons, and its policy without what it remembers of names.
pub fn anonymised(book: Book) -> Book {
    let words = Catalogue::new(book.policy.lang);
    let masks = Masks {
        full_name: say!(words, "masked-full-name"),
        position: say!(words, "masked-position"),
        organization: say!(words, "masked-organization"),
        signer: say!(words, "masked-signer"),
    };
    let mut book = anonymous(book, &masks);
    // What is left of the policy is what it was made of but for the names: it reads as well.
    if let Ok(policy) = office::parse_policy(&without(&book.policy.source, "names"), "policy") {
        book.policy = policy;
    }
    book
}
