//! Decisions: by number. They have no end: one that a list does not name stays.

use std::collections::HashMap;

use super::Merging;
use super::table::{Table, repeated};
use crate::model::Text;
use crate::model::change::Deed;
use crate::model::decision::Decision;
use crate::model::finding::Finding;
use crate::model::list::{Column, Kind};
use crate::model::rows::{DecisionRow, Listed, Source};

impl Merging<'_> {
    /// Merges the rows of all lists of decisions.
    pub fn decisions(&mut self) {
        let lists = self.lists;
        let mut rows = std::mem::take(&mut self.book.decisions);
        let mut change = std::mem::take(&mut self.change.decisions);
        change.rows = lists.decisions.len();
        let mut numbers: HashMap<Text, usize> = HashMap::with_capacity(rows.len() + lists.decisions.len());
        numbers.extend(rows.iter().enumerate().map(|(at, row)| (row.number.clone(), at)));
        let mut table = Table::new(&mut rows, &mut change, 0);
        for listed in &lists.decisions {
            if self.is_untouched(listed) {
                table.pass_over();
                continue;
            }
            let result = self.lay_decision(&mut table, listed, &mut numbers);
            self.findings.extend(result.err().into_iter().flatten());
        }
        let named_at = std::mem::take(&mut table.named_at);
        (self.book.decisions, self.change.decisions) = (rows, change);
        if self.stamps.has(Kind::Decisions) {
            self.remove_decisions(&named_at);
        }
    }

    fn lay_decision(
        &self,
        table: &mut Table<Decision>,
        listed: &Listed<DecisionRow>,
        numbers: &mut HashMap<Text, usize>,
    ) -> Result<(), Vec<Finding>> {
        let source = self.lists.source(listed);
        let (row, at) = (&listed.row, listed.at);
        let Some(position) = numbers.get(&row.number).copied() else {
            numbers.insert(row.number.clone(), table.next());
            let free = table.free(|row| row.row);
            return self.add(table, listed, decision_of(source, row, blank(row, free)));
        };
        if let Some(first) = table.first_named(position) {
            return Err(vec![repeated(self.lists, listed, first, &row.number)]);
        }
        let decision = decision_of(source, row, table.row(position).clone());
        let place = || source.place(at, Column::Number);
        let known = |known: Finding| known.value(&row.number).place(place());
        self.lay(table, listed, (position, decision, Deed::Changed), known)
    }
}

/// The decision as the row says; what the file has no column for stays as it was.
fn decision_of(source: &Source, row: &DecisionRow, before: Decision) -> Decision {
    let mut decision = Decision { day: row.day, ..before };
    if source.has(Column::Issuer) {
        decision.issuer = row.issuer.clone();
    }
    if source.has(Column::Signer) {
        decision.signer = row.signer.clone();
    }
    if source.has(Column::Effective) {
        decision.effective = row.effective;
    }
    if source.has(Column::Replaces) {
        decision.replaces = row.replaces.clone();
    }
    if source.has(Column::Note) {
        decision.note = row.note.clone();
    }
    decision
}

fn blank(row: &DecisionRow, free: u32) -> Decision {
    Decision {
        row: free,
        number: row.number.clone(),
        day: row.day,
        issuer: Text::default(),
        signer: Text::default(),
        effective: None,
        replaces: Text::default(),
        note: Text::default(),
    }
}
