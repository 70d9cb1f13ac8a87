//! Names that a list has in place of codes and that fit several units or cadres: asked in a file, answered by the
//! office, remembered in the policy.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context, Result};

use super::desk::{Desk, Label, shown};
use super::stop::Stop;
use super::{files, office};
use crate::merge::Question;
use crate::model::Text;
use crate::model::policy::{Policy, Profile};
use crate::render::{Format, Look, render};
use crate::report::table::Cell;
use crate::say;

/// The answers in a file, as far as there is one: rows with a name and the code that it means.
///
/// # Errors
/// When the file is there and cannot be read, or is another file: it would be written over.
pub fn given(path: Option<&Path>) -> Result<HashMap<String, Text>> {
    let Some(path) = path.filter(|path| path.exists()) else { return Ok(HashMap::new()) };
    let shown = || path.display().to_string();
    let bytes = std::fs::read(path).with_context(shown)?;
    let answers = crate::read::answers::answers(&bytes).with_context(shown)?;
    answers.ok_or_else(|| Stop::NoAnswers(path.to_owned()).into())
}

/// Writes the questions, a row for each name that could mean several things, with the column of the answer empty; what
/// was answered already stands below, so that no answer is lost while others are missing.
///
/// # Errors
/// When the file cannot be written.
pub fn write(desk: &Desk, path: &Path, policy: &Policy, questions: &[Question]) -> Result<()> {
    let mut answered: Vec<(String, Text)> = given(Some(path))?.into_iter().collect();
    answered.retain(|(asked, _)| !questions.iter().any(|question| question.asked == *asked));
    answered.sort_unstable();
    let paper = office::screen_paper(desk, policy, Some(Profile::Full));
    let columns = [("what", 10), ("asked", 40), ("code", 14), ("candidates", 80)];
    let mut table = paper.table("answers", policy, &columns);
    for question in questions {
        let candidates = question.candidates.iter().map(|(code, described)| format!("{code} · {described}"));
        table.push(vec![
            Cell::from(question.what.name()),
            Cell::from(question.asked.as_str()),
            Cell::Empty,
            candidates.collect::<Vec<_>>().join(" | ").into(),
        ]);
    }
    for (asked, code) in &answered {
        table.push(vec![Cell::Empty, Cell::from(asked.as_str()), Cell::from(code.as_str()), Cell::Empty]);
    }
    files::write(path, &render(&table, Format::Csv, &Look { excel: true, ..Look::default() })?)?;
    desk.note(Label::Note, &say!(desk.words, "answers-wanted", path = shown(path), count = questions.len()));
    Ok(())
}
