//! All files of one import: each told apart, its lists read to the end, their faults collected.

use std::io::{self, Read};

use super::blocks::{Blocks, Wanted};
use super::encoding::Encoding;
use super::headings::Headings;
use super::kind::Shape;
use super::layout::{Layout, names_of_groups};
use super::list::{List, Tally};
use super::look::look;
use super::looked::{Body, Look};
use super::merged;
use super::names::Names;
use super::positions::Positions;
use super::row::Rules;
use super::source::File;
use super::tree::Tree;
use super::wishes::Wishes;
use crate::model::Text;
use crate::model::day::Day;
use crate::model::finding::{Finding, Severity};
use crate::model::list::Column;
use crate::model::policy::Policy;
use crate::model::pool::Pool;
use crate::model::rows::{Lists, Source};
use crate::text::levels::LevelNames;

/// Rows of a piece.
const PIECE: usize = 8 << 10;

/// Reads files into typed rows. Nothing stops at the first fault: every fault of every file is
/// among the findings, and no row with an error is among the rows.
#[derive(Debug)]
pub struct Reading {
    pub(super) rules: Rules,
    headings: Headings,
    pub(super) levels: LevelNames,
    /// The number of the list that comes first among [`Self::lists`].
    pub(super) first: u16,
    /// The rows read so far.
    pub lists: Lists,
    /// What was found so far.
    pub findings: Vec<Finding>,
}

impl Reading {
    /// Begins an import under `policy` as of `day`, with what the user says about the files.
    pub fn new(policy: &Policy, day: Day, wishes: Wishes) -> Self {
        let mut headings = Headings::of(policy);
        wishes.headings.iter().for_each(|(heading, column)| headings.say(heading, *column));
        let rules = Rules { names: Names::of(policy), day, wishes, pool: Pool::default() };
        let levels = LevelNames::of(policy);
        Reading { rules, headings, levels, first: 0, lists: Lists::default(), findings: Vec::new() }
    }

    /// Reads one file.
    pub fn file(&mut self, file: &File) {
        let looked = look(file, &self.headings, &self.rules.wishes);
        self.findings.extend(looked.findings);
        for mut look in looked.lists {
            let Some(mut list) = self.begin(file, &mut look) else { continue };
            for line in look.lines().skip(list.above()) {
                self.line(&mut list, line);
            }
            self.close(list);
        }
    }

    /// Which list a text in UTF-8 is, under which headings, by its beginning; none where that is no list, or no such text.
    pub fn source_of(&self, beginning: &File) -> Option<Source> {
        let look = self.look_of(beginning)?;
        Some(self.source(beginning, &look))
    }

    /// The one list of a text in UTF-8.
    fn look_of<'f>(&self, beginning: &'f File) -> Option<Look<'f>> {
        let looked = look(beginning, &self.headings, &self.rules.wishes);
        let look = looked.lists.into_iter().next()?;
        let is_proved = self.rules.wishes.encoding.is_none() && looked.findings.is_empty();
        (is_proved && matches!(look.body, Body::Text { encoding: Encoding::Utf8, .. })).then_some(look)
    }

    /// Reads a text whose beginning was looked at, and whose list has a number. Gives its rows piece by piece, the list itself
    /// with the last of them, until `give` wants no more; whether it was given all.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn pieces<R: Read>(
        &mut self,
        (beginning, text): (&File, &mut Blocks<'_, R>),
        number: u16,
        mut give: impl FnMut(Lists) -> bool,
    ) -> io::Result<bool> {
        self.first = number;
        let Some(mut look) = self.look_of(beginning) else { return Ok(false) };
        let Body::Text { delimiter, .. } = look.body else { return Ok(false) };
        let Some(mut list) = self.begin(beginning, &mut look) else { return Ok(false) };
        let mut above = list.above();
        let is_all = text.each_line(delimiter, |line| {
            if above > 0 {
                above -= 1;
                return Wanted::Continue(Some(line));
            }
            let done = self.line(&mut list, line);
            if list.tally.rows % PIECE == 0 && !give(std::mem::take(&mut self.lists)) {
                return Wanted::Break(());
            }
            Wanted::Continue(done)
        })?;
        self.close(list);
        Ok(is_all && give(std::mem::take(&mut self.lists)))
    }

    /// Begins a list whose shape is known; none where its rows cannot be read.
    fn begin(&mut self, file: &File, look: &mut Look) -> Option<List> {
        self.rules.pool = Pool::default();
        let (source, shape, before) = (self.source(file, look), look.shape.clone(), self.findings.len());
        let given = names_of_groups(look, &self.levels);
        if !self.header(&source, &shape, given) {
            self.lists.sources.push(source);
            return None;
        }
        if let Body::Sheet(grid) = &mut look.body {
            self.findings.extend(merged::fill(grid, &source, &shape, self.rules.wishes.fills_merged));
        }
        let columns = shape.header.columns.iter().map(|(column, at, _)| (*column, *at));
        let beside = shape.kind.beside().filter(|column| source.has(*column));
        let positions = Positions::of(columns, shape.header.paired.iter().copied(), beside);
        let (layout, tree, tally) = (Layout::of(&shape), Tree::default(), Tally::default());
        Some(List { source, shape, positions, layout, tree, tally, before })
    }

    /// A list's file and columns; a column with a value for all rows counts as one that is there.
    fn source(&self, file: &File, look: &Look) -> Source {
        let kind = look.shape.kind;
        let mut columns: Vec<(Column, Text)> =
            look.shape.header.columns.iter().map(|(column, _, written)| (*column, written.clone())).collect();
        for (column, _) in kind.columns() {
            if self.rules.wishes.values.contains_key(column) && !columns.iter().any(|(have, _)| have == column) {
                columns.push((*column, column.name().into()));
            }
        }
        Source { file: file.name.clone(), sheet: look.sheet().cloned(), kind, columns, stamp: look.stamp.clone() }
    }

    /// Checks the header; false when rows cannot be read under it.
    fn header(&mut self, source: &Source, shape: &Shape, given: &[Column]) -> bool {
        let (header, place) = (&shape.header, source.row(shape.header_row));
        let given: Vec<Column> = self.rules.wishes.values.keys().chain(given).copied().collect();
        let missing = header.missing(shape.kind, &given);
        let unknown: Vec<&str> = header.unknown.iter().map(|(written, _)| written.as_str()).collect();
        if !missing.is_empty() {
            let names: Vec<&str> = missing.iter().map(|column| column.name()).collect();
            let finding = Finding::new("column-missing", Severity::Error).value(&names.join(", "));
            let unknown = if unknown.is_empty() { "none".to_owned() } else { unknown.join(", ") };
            let finding = finding.arg("count", names.len()).arg("list", shape.kind.name()).arg("unknown", unknown);
            self.findings.push(finding.place(place.clone()));
        }
        for (column, written) in &header.repeated {
            let finding = Finding::new("column-repeated", Severity::Error).value(written).arg("name", column.name());
            self.findings.push(finding.place(place.clone().in_column(written)));
        }
        for (written, near) in &header.unknown {
            let finding = Finding::new("column-unknown", Severity::Warning).value(written);
            let finding = finding.nearest(near.map(str::to_owned));
            self.findings.push(finding.place(place.clone().in_column(written)));
        }
        for written in &header.sensitive {
            let finding = Finding::new("column-sensitive", Severity::Warning).value(written);
            self.findings.push(finding.place(place.clone().in_column(written)));
        }
        missing.is_empty() && header.repeated.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::finding::Severity;
    use crate::read::list::MOST_FINDINGS;
    use crate::read::policy::{built_in, policy};
    use jiff::civil::date;

    fn findings(text: String) -> Vec<Finding> {
        let policy = policy(built_in("three-tier").expect("a policy"), "policy").expect("a sound policy");
        let (name, size) = (Arc::from("units.csv"), text.len() as u64);
        let mut reading = Reading::new(&policy, date(2022, 5, 31), Wishes::default());
        reading.file(&File { path: "units.csv".into(), name, bytes: text.into_bytes(), size });
        reading.findings
    }

    #[test]
    fn what_is_left_out_is_as_bad_as_the_worst_of_it() {
        let broken = "A,\"Ấp\nMới\",hamlet,1\n".repeat(MOST_FINDINGS);
        for (last, worst) in [("A,\"Ấp\nMới\",hamlet,1\n", Severity::Warning), ("A,,hamlet,1\n", Severity::Error)] {
            let found = findings(format!("code,name,level,parent_code\n{broken}{last}"));
            assert_eq!(found.len(), MOST_FINDINGS + 1);
            let left_out = found.last().map(|finding| (finding.check, finding.severity));
            assert_eq!(left_out, Some(("findings-left-out", worst)));
        }
    }
}
