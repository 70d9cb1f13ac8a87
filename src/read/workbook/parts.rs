//! The parts of an xlsx, gone through before calamine sees them: sizes and counts that it would trust are true and small.

use std::io::{BufReader, Read};
use std::ops::ControlFlow;

use quick_xml::events::Event;

use super::fault::Fault;
use super::package::Package;
use super::scan::{Scan, scan};
use super::xml::{self, MOST_OF_ONE};

/// The most bytes of all parts when inflated.
const MOST_TOGETHER: u64 = 512 << 20;
/// The most bytes of a part, which is read up to three times; a sheet of 200,000 rows of 12 columns has about 110 MiB.
const MOST_OF_PART: u64 = 160 << 20;
/// The most bytes of a part that no list makes large: the directory, the styles; and of one with raw text, which may be
/// one text.
const MOST_OF_SMALL: u64 = 16 << 20;
/// The most bytes of the shared strings. 2,400,000 different names have about 60 MiB.
const MOST_OF_STRINGS: u64 = 96 << 20;
/// The most tags of a part, four to a cell: each takes its time.
const MOST_TAGS: u64 = 40_000_000;
/// The most tags of the shared strings, four to a string: each takes memory besides its text.
const MOST_TAGS_OF_STRINGS: u64 = 8_000_000;
/// The most bytes that the styles may take. Each of them holds a copy of its font, its fill and its format.
const MOST_OF_STYLES: u64 = 128 << 20;
/// What a style takes besides its texts.
const STYLE_BYTES: u64 = 512;

/// What the sheets hold that is only read in a pass of its own.
#[derive(Debug, Default)]
pub struct Seen {
    /// Whether any has formulas.
    pub formulas: bool,
    /// Whether any has merged cells.
    pub merged: bool,
}

/// Goes through all parts.
///
/// # Errors
/// When any is not what an office program writes.
pub fn preflight(package: &Package<'_>) -> Result<Seen, Fault> {
    let (mut seen, mut left) = (Seen::default(), MOST_TOGETHER);
    package.each(|name, part| {
        let bytes = if is_small(name) { small(part)? } else { large(name, part, left, &mut seen)? };
        left = left.checked_sub(bytes).ok_or(Fault::TooLarge)?;
        Ok(())
    })?;
    Ok(seen)
}

/// Whether it is a part that calamine copies from: the directory and the styles.
fn is_small(name: &str) -> bool {
    let is_directory = name.contains("workbook") && (name.ends_with(".xml") || name.ends_with(".rels"));
    is_directory || ["styles.xml", "theme1.xml"].iter().any(|ending| name.ends_with(ending)) || name == "_rels/.rels"
}

fn small(part: &mut dyn Read) -> Result<u64, Fault> {
    let (mut styles, mut longest, mut bytes) = (0u64, 0, 0u64);
    xml::read(BufReader::new(part), MOST_OF_SMALL, |event| {
        let length = u64::try_from(event.len()).unwrap_or(u64::MAX);
        longest = longest.max(length);
        bytes += length;
        styles += u64::from(matches!(&event, Event::Start(tag) if tag.local_name().as_ref() == "xf"));
        Ok(ControlFlow::Continue(()))
    })?;
    if styles.saturating_mul(longest + STYLE_BYTES) > MOST_OF_STYLES { Err(Fault::Hostile) } else { Ok(bytes) }
}

fn large(name: &str, part: &mut dyn Read, left: u64, seen: &mut Seen) -> Result<u64, Fault> {
    let is_strings = name.ends_with("sharedstrings.xml");
    let (most, most_tags) =
        if is_strings { (MOST_OF_STRINGS, MOST_TAGS_OF_STRINGS) } else { (MOST_OF_PART, MOST_TAGS) };
    let scan = scan(part, most.min(left), most_tags)?;
    seen.formulas |= scan.has_formula;
    seen.merged |= scan.has_merged;
    // Pictures and what lies beside the sheets is not read, whatever it is.
    if is_strings || name.contains("worksheets/") && name.ends_with(".xml") {
        check(&scan)?;
    }
    Ok(scan.bytes)
}

fn check(scan: &Scan) -> Result<(), Fault> {
    let is_one_text = scan.longest > MOST_OF_ONE || scan.has_raw_text && scan.bytes > MOST_OF_SMALL;
    // calamine makes room for as many strings as the part says that it has.
    if scan.has_type || is_one_text || scan.unique > scan.tags {
        Err(Fault::Hostile)
    } else if scan.is_outside {
        Err(Fault::Damaged)
    } else {
        Ok(())
    }
}
