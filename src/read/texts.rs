//! A text file: its encoding, the character between its cells, and the list in it.

use super::csv::{has_endless_line, lines, told_delimiter};
use super::encoding::{Decoded, Encoding, decode};
use super::fault::fault;
use super::kind::{Looking, MOST_HEAD_ROWS, NoShape, Shape};
use super::line::Line;
use super::looked::{Body, Look, Looked, no_list};
use super::wishes::Wishes;
use crate::model::finding::{Finding, Severity};
use crate::model::place::Place;

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The list in a text, and what was found on the way: the encoding, where it is not UTF-8; why there is no list.
pub fn lists<'f>(bytes: &'f [u8], looking: &Looking, wishes: &Wishes, place: &Place) -> Looked<'f> {
    match list(bytes, looking, wishes, place) {
        Ok((look, finding)) => Looked { lists: vec![look], findings: finding.into_iter().collect() },
        Err(finding) => Looked { lists: Vec::new(), findings: vec![*finding] },
    }
}

fn list<'f>(
    bytes: &'f [u8],
    looking: &Looking,
    wishes: &Wishes,
    place: &Place,
) -> Result<(Look<'f>, Option<Finding>), Box<Finding>> {
    let text = decode(bytes, wishes.encoding);
    if let Some(finding) = unclear(&text) {
        return Err(Box::new(finding.place(place.clone())));
    }
    if has_endless_line(&text.bytes) {
        return Err(Box::new(Finding::new("line-endless", Severity::Error).place(place.clone())));
    }
    let (shape, delimiter) =
        look_at_text(&text.bytes, looking).map_err(|wrong| no_list(wrong, place.clone(), wishes))?;
    if let Some(finding) = faulty_header(&shape, looking, wishes) {
        return Err(Box::new(finding.place(place.clone().at_row(shape.header_row))));
    }
    let finding = taken(&text).map(|finding| finding.place(place.clone()));
    let body = Body::Text { text: text.bytes, encoding: text.encoding, delimiter };
    Ok((Look { shape, body, stamp: None }, finding))
}

/// The shape of a text under the delimiter that fits best; none fits better than the one before it by chance. A line
/// `sep=;` leaves no choice.
fn look_at_text(text: &[u8], looking: &Looking) -> Result<(Shape, u8), NoShape> {
    let mut best: Option<(Shape, u8)> = None;
    let mut wrong = None;
    let told = told_delimiter(text).map(|(delimiter, _)| delimiter);
    for delimiter in told.map_or(DELIMITERS.to_vec(), |told| vec![told]) {
        let head: Vec<Line> = lines(text, delimiter).take(MOST_HEAD_ROWS).collect();
        match looking.shape(&head, &[]) {
            Ok(shape) if best.as_ref().is_none_or(|(best, _)| looking.fit(&shape) > looking.fit(best)) => {
                let is_whole = looking.fit(&shape).0 && shape.above == 0;
                best = Some((shape, delimiter));
                if is_whole {
                    break;
                }
            }
            Ok(_) => {}
            Err(why) => wrong = worse(wrong, why),
        }
    }
    best.ok_or(wrong.unwrap_or(NoShape::Empty))
}

/// Of two reasons the one that says more: a row with nothing but delimiters above all, lists that fit alike
/// above none, and none above no text.
fn worse(one: Option<NoShape>, other: NoShape) -> Option<NoShape> {
    let says = |wrong: &NoShape| match wrong {
        NoShape::Unknown { kinds, .. } => 1 + kinds.len(),
        NoShape::NoRow(_) => usize::MAX,
        NoShape::Empty | NoShape::Spoilt { .. } => 0,
    };
    match one {
        Some(one) if says(&one) >= says(&other) => Some(one),
        _ => Some(other),
    }
}

/// Why columns are missing, where it is the letters of the header.
fn faulty_header(shape: &Shape, looking: &Looking, wishes: &Wishes) -> Option<Finding> {
    let unknown: Vec<&str> = shape.header.unknown.iter().map(|(written, _)| written.as_str()).collect();
    if looking.missing(shape).is_empty() { None } else { fault(&unknown.join(", "), wishes.is_unicode()) }
}

/// Says what was considered where no encoding is clearly the right one.
fn unclear(text: &Decoded) -> Option<Finding> {
    let scores = text.ambiguity.as_ref()?;
    let considered = scores.iter().map(|score| format!("{} ({} %)", score.encoding.code(), score.share.percent()));
    let considered = considered.collect::<Vec<_>>().join(", ");
    Some(Finding::new("encoding-unclear", Severity::Error).arg("considered", considered))
}

/// Says which encoding was taken, if not UTF-8. Letters of before Unicode may be guessed, but the user has to confirm
/// them: the sets share their bytes, and nobody would see a wrong name among thousands.
fn taken(text: &Decoded) -> Option<Finding> {
    let encoding = text.encoding;
    if encoding == Encoding::Utf8 {
        return None;
    }
    let id = if text.is_guess && encoding.charset().is_some() { "encoding-guessed" } else { "encoding-taken" };
    let severity = if id == "encoding-guessed" { Severity::Error } else { Severity::Info };
    let is_guess = if text.is_guess { "yes" } else { "no" };
    let finding = Finding::new(id, severity).arg("encoding", encoding.name()).arg("code", encoding.code());
    Some(finding.arg("guess", is_guess).value(&first_words(&text.bytes)))
}

/// The first line with letters beyond ASCII.
fn first_words(bytes: &[u8]) -> String {
    let line = bytes.split(|byte| matches!(byte, b'\n' | b'\r')).find(|line| !line.is_ascii());
    String::from_utf8_lossy(line.unwrap_or_default()).trim().replace('\t', ", ")
}
