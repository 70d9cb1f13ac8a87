//! `export review`: the figures that a review of several years quotes.

use anyhow::Result;

use super::{chunks, database};
use crate::cli::args::Export;
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::stop::Stop;
use crate::cli::{find, office};
use crate::model::book::Book;
use crate::model::day::Span;
use crate::model::review::{begins, review};
use crate::model::snapshot::Snapshot;
use crate::render;
use crate::report::review::{Told, document, facts};
use crate::text::catalogue::Catalogue;

/// Refuses what cannot be, before anything is read; gives the days that are asked for.
///
/// # Errors
/// [`Stop::NoUseHere`], [`Stop::Needs`], [`Stop::Reversed`].
pub fn refuse(args: &Export) -> Result<Span> {
    let told =
        [("--as-of", args.when.as_of.is_some()), ("--month", args.when.month.is_some()), ("--by", args.by.is_some())];
    if let Some((option, _)) = told.into_iter().find(|(_, is_told)| *is_told) {
        return Err(Stop::NoUseHere(option).into());
    }
    let days = args.stretch.days_so_far(args.when)?;
    match (days.from, days.to) {
        (Some(first), Some(last)) => Ok(Span { first, last }),
        _ => Err(Stop::Needs("--from").into()),
    }
}

/// Writes the review.
///
/// # Errors
/// When the lists tell of none of the days, or it cannot be written.
pub fn export(desk: &Desk, book: Book, args: &Export) -> Result<Exit> {
    let asked = refuse(args)?;
    let book = if args.anonymise { database::anonymised(book)? } else { book };
    let book = book.seen_on(asked.last);
    let Some(begins) = begins(&book) else { return Err(Stop::NothingToReview(None).into()) };
    let stretch = Span::of(asked.first.max(begins), asked.last).ok_or(Stop::NothingToReview(Some(begins)))?;
    let [first, last] = [stretch.first, stretch.last].map(|day| Snapshot::new(&book, day));
    // A unit may be there at one of the ends only.
    let unit = |typed: &str| find::unit(&last, typed).or_else(|err| find::unit(&first, typed).map_err(|_| err));
    let top = args.under.as_deref().map(unit).transpose()?;
    let words = Catalogue::new(book.policy.lang);
    let paper = office::document_paper(desk, &words, &book.policy, args.profile);
    let review = review(&book, stretch, top);
    let told = Told { review: &review, first: &first, last: &last, paper: &paper };
    let document = document(&told, asked);
    let format = desk.format(&args.output)?;
    let bytes = render::review::review(&document, &facts(&document, &told), format, &chunks::look(desk, args))?;
    desk.deliver_bytes(&bytes, &args.output)?;
    Ok(Exit::Clean)
}
