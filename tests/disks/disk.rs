//! What a power cut leaves of the writes before it.
//!
//! The model. What was written to a file before its last `fsync` stands. Of what was written since, each sector of 512
//! bytes is there as any of these writes left it, or as it was before: a write may be torn, and a later one be there
//! without an earlier. A sector that no write reached holds zeros or anything at all. A file is as long as any of these
//! writes left it. Shrinking is in order: where it is lost, so is what was written after it. Names (made, changed,
//! removed) last by an `fsync` of the folder only, not by that of a file; those since are there or not, but in order,
//! as a file system with a journal has them.

use std::collections::BTreeMap;

use super::film::{Event, File, Film, Names};
use crate::dice::Dice;

pub const SECTOR: usize = 512;

/// Files by their names.
pub type Disk = BTreeMap<String, Vec<u8>>;

/// What becomes of what no sync made last.
pub enum Fate<'d> {
    Lost,
    There,
    Any(&'d mut Dice),
}

/// A disk as it may be found when the power is cut after a number of events.
pub fn disk(film: &Film, cut: usize, fate: &mut Fate) -> Disk {
    let named = names(film, cut, fate);
    named.into_iter().map(|(name, file)| (name, content(film, cut, file, fate))).collect()
}

fn names(film: &Film, cut: usize, fate: &mut Fate) -> Names {
    let events = &film.events[..cut];
    let is_naming = |event: &Event| matches!(event, Event::Create { .. } | Event::Rename { .. } | Event::Unlink { .. });
    let lasting = events.iter().rposition(|event| matches!(event, Event::SyncFolder)).unwrap_or(0);
    let least = events[..lasting].iter().filter(|event| is_naming(event)).count();
    let most = events.iter().filter(|event| is_naming(event)).count();
    let kept = match fate {
        Fate::Lost => least,
        Fate::There => most,
        Fate::Any(dice) => least + dice.below(most - least + 1),
    };
    let mut names = film.names.clone();
    for event in events.iter().filter(|event| is_naming(event)).take(kept) {
        event.apply(&mut names);
    }
    names
}

fn content(film: &Film, cut: usize, file: File, fate: &mut Fate) -> Vec<u8> {
    let events: Vec<&Event> = film.events[..cut].iter().filter(|event| is_on(event, file)).collect();
    let synced = events.iter().rposition(|event| matches!(event, Event::Sync { .. })).map_or(0, |at| at + 1);
    let mut content = film.contents[file].clone();
    for event in &events[..synced] {
        carry_out(event, &mut content);
    }
    let since = &events[synced..];
    match fate {
        Fate::Lost => {}
        Fate::There => since.iter().for_each(|event| carry_out(event, &mut content)),
        Fate::Any(dice) => content = partly_left(content, since, dice),
    }
    content
}

fn is_on(event: &Event, of: File) -> bool {
    matches!(event, Event::Write { file, .. } | Event::Resize { file, .. } | Event::Sync { file } if *file == of)
}

fn carry_out(event: &Event, content: &mut Vec<u8>) {
    match event {
        Event::Write { at, bytes, .. } => {
            content.resize(content.len().max(at + bytes.len()), 0);
            content[*at..at + bytes.len()].copy_from_slice(bytes);
        }
        Event::Resize { size, .. } => content.resize(*size, 0),
        _ => {}
    }
}

/// A file of which an accidental part of the writes is on disk.
fn partly_left(synced: Vec<u8>, since: &[&Event], dice: &mut Dice) -> Vec<u8> {
    let since = &since[..end_before_shrinking(&synced, since, dice)];
    // How many of a thousand sectors are lost: hardly one, some, hardly none.
    let lost = [0, 3, 100, 500, 900, 997, 1000][dice.below(7)];
    let filler = if dice.below(4) == 0 { dice.below(256) as u8 } else { 0 };
    let (mut whole, mut left) = (synced.clone(), synced);
    let mut sizes = vec![left.len()];
    for event in since {
        let before = whole.len();
        carry_out(event, &mut whole);
        if whole.len() < before {
            left.truncate(whole.len());
            sizes.clear();
        }
        sizes.push(whole.len());
        if left.len() < whole.len() {
            left.resize(whole.len(), filler);
        }
        if let Event::Write { at, bytes, .. } = event {
            for sector in at / SECTOR..(at + bytes.len()).div_ceil(SECTOR) {
                let reach = sector * SECTOR..((sector + 1) * SECTOR).min(whole.len());
                if dice.below(1000) >= lost {
                    left[reach.clone()].copy_from_slice(&whole[reach]);
                }
            }
        }
    }
    // Mostly as long as it was to become: a short one is soon found to be short.
    let size = if dice.below(3) > 0 { whole.len() } else { sizes[dice.below(sizes.len())] };
    left.truncate(size);
    left
}

/// Where the writes end that may be there: at one that shrinks the file, or at the last.
fn end_before_shrinking(synced: &[u8], since: &[&Event], dice: &mut Dice) -> usize {
    let mut size = synced.len();
    let mut ends = vec![since.len()];
    for (at, event) in since.iter().enumerate() {
        match event {
            Event::Write { at, bytes, .. } => size = size.max(at + bytes.len()),
            Event::Resize { size: wanted, .. } => {
                if *wanted < size {
                    ends.push(at);
                }
                size = *wanted;
            }
            _ => {}
        }
    }
    ends[dice.below(ends.len())]
}
