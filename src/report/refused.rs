//! The clerk's own rows back, as they were, with two columns more: which rows were refused, and why.
//! Both columns are passed over by an import, so that the mended file can be imported in place of the old one.

use std::collections::HashMap;

use super::paper::Paper;
use super::table::{Cell, Column, Row, RowKind, Table};
use crate::model::finding::{Finding, Severity};
use crate::model::policy::Policy;
use crate::say;
use crate::text::wording::{Wording, wording};

/// Our two columns.
const OURS: [&str; 2] = ["import_status", "import_message"];

/// The rows of one list, the header first, each with its number in Excel.
pub struct Original<'r> {
    /// Name of the file, as findings give it.
    pub file: &'r str,
    /// The sheet of a workbook.
    pub sheet: Option<&'r str>,
    /// The rows.
    pub rows: Vec<(u32, Vec<String>)>,
}

/// The rows with a status and a message each; those refused are marked.
pub fn table(original: Original, findings: &[Finding], policy: &Policy, paper: &Paper) -> Table {
    let messages = messages(&original, findings, policy, paper);
    let width = original.rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
    let stem = original.file.rsplit_once('.').map_or(original.file, |(stem, _)| stem);
    let name = original.sheet.map_or(stem.to_owned(), |sheet| format!("{stem} {sheet}"));
    let mut rows = original.rows.into_iter();
    let header = rows.next().map(|(_, cells)| cells).unwrap_or_default();
    let heading = |at: usize| header.get(at).map(String::as_str).unwrap_or_default();
    let kept: Vec<usize> = (0..width).filter(|at| !OURS.contains(&heading(*at))).collect();
    let own =
        kept.iter().map(|at| Column { key: heading(*at).to_owned().into(), title: heading(*at).to_owned(), width: 18 });
    let ours = OURS.map(|key| Column { key: key.into(), title: key.to_owned(), width: 40 });
    let columns = own.chain(ours).collect();
    let (refused, sound) = (say!(paper.words, "row-refused"), say!(paper.words, "row-sound"));
    let rows = rows.map(|(at, cells)| {
        let message = messages.get(&at);
        let mut line: Vec<Cell> = kept.iter().map(|at| cells.get(*at).map(String::as_str).into()).collect();
        line.push(Cell::from(if message.is_some() { refused.as_str() } else { sound.as_str() }));
        line.push(message.cloned().into());
        Row { kind: if message.is_some() { RowKind::Gap } else { RowKind::Data }, cells: line }
    });
    Table { name, columns, rows: rows.collect(), lang: paper.lang(), ..Table::default() }
}

/// What is wrong with each row of a list, in words.
fn messages(original: &Original, findings: &[Finding], policy: &Policy, paper: &Paper) -> HashMap<u32, String> {
    let mut messages: HashMap<u32, String> = HashMap::new();
    for finding in findings.iter().filter(|finding| finding.severity == Severity::Error) {
        let (Some(row), Some(name)) = (finding.place.row, &finding.place.file) else { continue };
        if **name != *original.file || finding.place.sheet.as_deref() != original.sheet {
            continue;
        }
        let column = finding.place.column.as_ref().map(|column| format!("{column}: ")).unwrap_or_default();
        let Wording { message, hint } = wording(paper.words, policy, finding);
        let advice = if hint.is_empty() { hint } else { format!(" → {hint}") };
        let text = format!("{column}{message}{advice}");
        let all = messages.entry(row).or_default();
        if !all.is_empty() {
            all.push_str(" | ");
        }
        all.push_str(&text);
    }
    messages
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::lang::Lang;
    use crate::model::place::Place;
    use crate::model::policy::Profile;
    use crate::text::catalogue::Catalogue;
    use crate::text::order::Order;

    #[test]
    fn rows_come_back_as_they_were_with_their_faults() {
        let (words, order) = (Catalogue::new(Lang::En), Order::new());
        let paper = Paper { words: &words, order: &order, profile: Profile::Full };
        let place = Place::file(&"units.csv".into()).at_row(3).in_column("code");
        let findings = [Finding::new("cell-empty", Severity::Error).place(place).arg("name", "code")];
        let rows = [(1, vec!["code", "import_status"]), (2, vec!["831", "ok"]), (3, vec!["", "ok"])];
        let rows = rows.map(|(at, cells)| (at, cells.into_iter().map(str::to_owned).collect()));
        let table = table(
            Original { file: "units.csv", sheet: None, rows: rows.to_vec() },
            &findings,
            &Policy::default(),
            &paper,
        );
        let keys: Vec<&str> = table.columns.iter().map(|column| &*column.key).collect();
        assert_eq!(keys, ["code", "import_status", "import_message"]);
        assert_eq!(table.rows[0].cells[0], Cell::from("831"));
        assert_eq!((table.rows[0].kind, table.rows[1].kind), (RowKind::Data, RowKind::Gap));
        assert!(matches!(&table.rows[1].cells[2], Cell::Text(text) if text.starts_with("code: ")));
    }
}
