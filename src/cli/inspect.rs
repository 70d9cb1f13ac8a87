//! `inspect`: what an import would take a file for. Writes nothing, needs no database.

use anyhow::Result;

use super::args::Inspect;
use super::desk::{Desk, Label};
use super::exit::Exit;
use super::findings;
use crate::model::policy::Policy;
use crate::read::csv::lines;
use crate::read::look::{Seen, Told, look};
use crate::read::source::File;
use crate::say;
use crate::text::clean::clean;

/// Runs it.
pub fn run(desk: &mut Desk, args: &Inspect) -> Result<Exit> {
    let file = File::read(&args.file)?;
    match look(&file, Told { encoding: args.encoding, ..Told::default() }) {
        Ok(seen) => {
            desk.print(described(desk, &file, &seen).as_bytes())?;
            findings::print(desk, &Policy::default(), &seen.findings);
            Ok(Exit::Clean)
        }
        Err(finding) => {
            findings::print(desk, &Policy::default(), &[*finding]);
            desk.note(Label::Note, &say!(desk.words, "inspect-nothing"));
            Ok(Exit::Refused)
        }
    }
}

fn described(desk: &Desk, file: &File, seen: &Seen) -> String {
    let (words, shape) = (&desk.words, &seen.shape);
    let delimiter = match shape.delimiter {
        b'\t' => "TAB".to_owned(),
        other => char::from(other).to_string(),
    };
    let rows = lines(&seen.text.bytes, shape.delimiter).count().saturating_sub(1);
    let mut text = format!(
        "{}\n",
        say!(
            words,
            "inspect-done",
            file = clean(&file.name).into_owned(),
            list = shape.kind.name(),
            encoding = seen.text.encoding.name(),
            row = shape.header_row.to_string(),
            delimiter = delimiter,
            rows = rows
        )
    );
    for (column, _, heading) in &shape.header.columns {
        text.push_str(&format!("  {} ← {}\n", column.name(), clean(heading)));
    }
    for column in shape.header.missing(shape.kind) {
        text.push_str(&format!("  {} ← {}\n", column.name(), say!(words, "inspect-missing")));
    }
    for (heading, _) in &shape.header.unknown {
        text.push_str(&format!("  {} ← {}\n", say!(words, "inspect-unknown"), clean(heading)));
    }
    text
}
