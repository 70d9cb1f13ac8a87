//! `export database`: the lists of all days in a new database, without the log; to be sent with a report of a fault, without
//! anything about persons.

use anyhow::Result;

use crate::cli::amending::entry;
use crate::cli::args::Export;
use crate::cli::desk::{Desk, Label, shown};
use crate::cli::exit::Exit;
use crate::cli::stop::Stop;
use crate::cli::{files, office};
use crate::model::anonymous::{Masks, anonymous};
use crate::model::book::Book;
use crate::model::compare::compare;
use crate::read::policy::without_names;
use crate::say;
use crate::store::Store;
use crate::store::log::Entry;
use crate::text::catalogue::Catalogue;

/// Refuses what a database cannot leave out, before anything is read.
///
/// # Errors
/// [`Stop::NoUseHere`].
pub fn refuse(args: &Export) -> Result<()> {
    let given = [
        ("--profile", args.profile.is_some()),
        ("--under", args.under.is_some()),
        ("--by", args.by.is_some()),
        ("--format", args.output.format.is_some()),
        ("--month", args.when.month.is_some()),
        ("--excel", args.csv.excel),
    ];
    let useless = given.into_iter().find(|(_, is_given)| *is_given);
    useless.map_or(Ok(()), |(option, _)| Err(Stop::NoUseHere(option).into()))
}

/// Writes it.
///
/// # Errors
/// When it cannot be written, or a file stands in its place.
pub fn export(desk: &Desk, book: Book, args: &Export) -> Result<Exit> {
    let target = args.output.file().ok_or(Stop::Needs("--out"))?;
    files::refuse(target, [desk.db.as_path()])?;
    files::probe(target)?;
    let book = if args.anonymise { anonymised(book)? } else { book };
    let before = Book::new(book.policy.clone());
    let (book, change) = compare(before, book);
    let mut entry = entry("export", args.when.day(), String::new(), &change);
    if args.anonymise {
        // Nor who made it, and where.
        entry = Entry { user: String::new(), machine: String::new(), ..entry };
    }
    Store::create(target, &book.policy, |store| {
        let writing = store.write_book()?;
        writing.save(&book, &change)?;
        writing.commit(&entry)
    })?;
    desk.note(Label::Note, &say!(desk.words, "written", path = shown(target)));
    Ok(Exit::Clean)
}

/// The book without anything about persons, and its policy without what it remembers of names.
///
/// # Errors
/// When its policy cannot be read without them.
pub fn anonymised(book: Book) -> Result<Book> {
    let words = Catalogue::new(book.policy.lang);
    let masks = Masks {
        full_name: say!(words, "masked-full-name"),
        position: say!(words, "masked-position"),
        organization: say!(words, "masked-organization"),
        signer: say!(words, "masked-signer"),
    };
    let mut book = anonymous(book, &masks);
    book.policy = office::parse_policy(&without_names(&book.policy.source)?, "policy")?;
    Ok(book)
}
