//! Two changes to one row, told cell by cell: what the file says, and what is known now.

use super::Merging;
use crate::model::Text;
use crate::model::cadre::Status;
use crate::model::finding::{Arg, Finding, Severity};
use crate::model::list::{Column, Kind};
use crate::model::stamp::key;
use crate::model::value::{Entry, Value};

impl Merging<'_> {
    /// Two changes to one row; `values` are the file's and the database's.
    pub fn conflict(&self, who: &str, kind: Kind, row: &dyn Entry, column: Column, values: [Value; 2]) -> Finding {
        let [said, known] = &values;
        let named: Vec<String> = key(&self.book, kind, row).iter().map(Text::to_string).collect();
        let finding = Finding::new("edit-conflict", Severity::Error).value(&said.written());
        let finding = finding.arg("who", who).arg("key", named.join(", "));
        finding.arg("said", self.quoted(column, said)).arg("known", self.quoted(column, known))
    }

    /// A value as a sentence quotes it.
    fn quoted(&self, column: Column, value: &Value) -> Arg {
        let policy = &self.book.policy;
        let code = value.written();
        let named = match column {
            Column::Level => policy.level_of_code(&code).map(Arg::Level),
            Column::Duty => policy.duty_of_code(&code).map(Arg::Duty),
            Column::Status => Status::of_code(&code).map(Arg::Status),
            _ => None,
        };
        named.unwrap_or(match value {
            Value::Empty => Arg::Text("none".into()),
            Value::Day(day) => Arg::Day(*day),
            _ => Arg::Text(code.into_owned().into()),
        })
    }
}
