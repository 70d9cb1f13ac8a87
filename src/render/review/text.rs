//! The document as text: on a screen, and as Markdown.

use super::super::markdown::{escaped, pipes};
use super::super::terminal::{painted, text, wrapped};
use super::super::{Look, numbered};
use crate::report::review::Document;
use crate::text::clean::clean;

/// Its sections one under the other.
pub fn screen(document: &Document, look: &Look) -> String {
    let heading = &document.heading;
    let line = |line: &str| format!("{}\n", wrapped(&clean(line), "", "", look));
    let mut shown = format!("{}\n", painted(&clean(&heading.title), "1", look));
    shown.extend(heading.subtitle.iter().chain(&document.notes).map(|told| line(told)));
    for (title, section) in numbered(document) {
        shown.push_str(&format!("\n{}\n", painted(&clean(&title), "1", look)));
        shown.push_str(&text(&section.table, look));
        shown.extend(section.notes.iter().map(|told| line(told)));
    }
    shown
}

/// A heading and a pipe table for each section.
pub fn markdown(document: &Document) -> String {
    let heading = &document.heading;
    let mut written = format!("# {}\n\n", escaped(&heading.title));
    written.extend(heading.subtitle.iter().chain(&document.notes).map(|line| format!("{}\n\n", escaped(line))));
    for (title, section) in numbered(document) {
        written.push_str(&format!("## {}\n\n", escaped(&title)));
        written.extend(section.notes.iter().map(|line| format!("{}\n\n", escaped(line))));
        written.push_str(&pipes(&section.table));
        written.push('\n');
    }
    written.truncate(written.trim_end().len());
    written.push('\n');
    written
}
