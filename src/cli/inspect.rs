//! `inspect`: what an import would take a file for. Writes nothing, needs no database.

use anyhow::Result;

use super::args::Inspect;
use super::desk::{Desk, Label};
use super::exit::Exit;
use super::{findings, office};
use crate::model::finding::has_error;
use crate::model::list::Column;
use crate::model::policy::Policy;
use crate::read::headings::Headings;
use crate::read::layout::{Layout, Place, names_of_groups};
use crate::read::look::look;
use crate::read::looked::{Body, Look};
use crate::read::source::File;
use crate::read::wishes::Wishes;
use crate::say;
use crate::store::Store;
use crate::text::clean::clean;
use crate::text::levels::LevelNames;
use crate::text::wording::list_name;

/// Runs it.
pub fn run(desk: &mut Desk, args: &Inspect) -> Result<Exit> {
    let file = File::read(&args.file)?;
    let policy = policy(desk)?;
    let mut headings = Headings::of(&policy);
    args.reading.headings.iter().for_each(|(heading, column)| headings.say(heading, *column));
    let wishes = args.reading.wishes(args.kind);
    let mut looked = look(&file, &headings, &wishes);
    for look in &mut looked.lists {
        desk.print(described(desk, &file, &policy, look, &wishes).as_bytes())?;
    }
    findings::print(desk, &policy, &looked.findings);
    if looked.lists.is_empty() || has_error(&looked.findings) {
        desk.note(Label::Note, &say!(desk.words, "inspect-nothing"));
        return Ok(Exit::Refused);
    }
    Ok(Exit::Clean)
}

/// The policy of the office's database where there is one, else that of three tiers: it names the levels.
fn policy(desk: &Desk) -> Result<Policy> {
    let text = match Store::is_there(&desk.db) {
        true => office::store(desk)?.policy_text()?,
        false => office::policy_text("three-tier")?,
    };
    office::parse_policy(&text, "policy")
}

fn described(desk: &Desk, file: &File, policy: &Policy, look: &mut Look, wishes: &Wishes) -> String {
    let words = &desk.words;
    let form = match &look.body {
        Body::Text { delimiter, encoding, .. } => {
            let delimiter = if *delimiter == b'\t' { "TAB".to_owned() } else { char::from(*delimiter).to_string() };
            say!(words, "inspect-text", encoding = encoding.name(), delimiter = delimiter)
        }
        Body::Sheet(grid) => say!(words, "inspect-sheet", sheet = clean(&grid.name).into_owned()),
    };
    let shape = look.shape.clone();
    let given = names_of_groups(look, &LevelNames::of(policy));
    let rows = rows_of_data(look, &LevelNames::of(policy));
    let (name, list, row) =
        (clean(&file.name).into_owned(), list_name(words, shape.kind), shape.header_row.to_string());
    let mut lines = vec![say!(words, "inspect-done", file = name, list = list, form = form, row = row, rows = rows)];
    let header = &shape.header;
    lines.extend(header.columns.iter().map(|(column, _, heading)| format!("  {} ← {}", column.name(), clean(heading))));
    lines.extend(header.levels.iter().map(|level| {
        let name = policy.level(level.level).name.in_lang(words.lang);
        format!("  {} ← {}", say!(words, "inspect-level", level = name.to_owned()), clean(&level.written))
    }));
    let columns = shape.kind.columns().iter().map(|(column, _)| *column);
    let told = columns.filter_map(|column| Some((column, wishes.values.get(&column)?)));
    lines.extend(told.map(|(column, value)| format!("  {} ← {} (--set)", column.name(), clean(value))));
    let by_group = header.missing(shape.kind, &[]).into_iter().filter(|column| given.contains(column));
    lines.extend(by_group.map(|column| format!("  {} ← {}", column.name(), say!(words, "inspect-groups"))));
    let given: Vec<Column> = wishes.values.keys().chain(given).copied().collect();
    let missing = header.missing(shape.kind, &given);
    lines.extend(missing.iter().map(|column| format!("  {} ← {}", column.name(), say!(words, "inspect-missing"))));
    let left_out = header.unknown.iter().map(|(heading, _)| heading).chain(&header.sensitive);
    lines.extend(left_out.map(|heading| format!("  {} ← {}", say!(words, "inspect-unknown"), clean(heading))));
    lines.join("\n") + "\n"
}

/// How many rows an import would read, without headings of groups, sums and signatures.
fn rows_of_data(look: &mut Look, levels: &LevelNames) -> usize {
    let shape = look.shape.clone();
    let mut layout = Layout::of(&shape);
    let below = look.lines().skip(shape.above + shape.header_rows());
    let rows = below.map(|line| match layout.place(line, &shape.header, levels) {
        Place::Data(waited, _) => waited.len() + 1,
        Place::Empty | Place::Side | Place::Waiting => 0,
    });
    rows.sum()
}
