//! JSON: stable, two spaces of indent, a line end at the end.

use anyhow::Result;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::report::table::{Cell, Table};

/// A value as a document.
///
/// # Errors
/// When it cannot be written as JSON.
pub fn document(value: &impl Serialize) -> Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(value)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// A table as `{"rows": [{...}, ...]}`: headings and sums stay out, an empty cell is null.
pub fn rows(table: &Table) -> Result<Vec<u8>> {
    let row = |cells: &[Cell]| -> Value {
        let pairs = table.columns.iter().zip(cells).map(|(column, cell)| (column.key.to_string(), value(cell)));
        Value::Object(pairs.collect::<Map<_, _>>())
    };
    let rows: Vec<Value> = table.data().map(|data| row(&data.cells)).collect();
    document(&Map::from_iter([("rows".to_owned(), Value::Array(rows))]))
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) => Value::from(&**text),
        Cell::Number(number) => Value::from(*number),
        Cell::Year(year) => Value::from(*year),
        Cell::Day(day) => Value::from(day.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::table::Column;

    #[test]
    fn cells_keep_their_types() {
        let column = |key: &'static str| Column { key: key.into(), title: String::new(), width: 9 };
        let mut table = Table { columns: vec![column("code"), column("n"), column("note")], ..Table::default() };
        table.push(vec![Cell::from("00123"), Cell::Number(3), Cell::Empty]);
        let text = String::from_utf8(rows(&table).expect("written")).expect("text");
        let read: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(read, serde_json::json!({"rows": [{"code": "00123", "n": 3, "note": null}]}));
        assert!(text.ends_with("}\n"));
    }
}
