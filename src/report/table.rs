//! A table: what every report is made of and every format takes.

use std::borrow::Cow;

use super::editing::Editing;

pub use super::cell::{Cell, CellText};

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name for machines: csv header, JSON key.
    pub key: Cow<'static, str>,
    /// Its heading for people.
    pub title: String,
    /// Width in characters on paper.
    pub width: u16,
}

/// What a row is, beyond its cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowKind {
    /// An ordinary row.
    #[default]
    Data,
    /// A heading over the rows below: its first filled cell runs over the whole width.
    Group,
    /// An ordinary row that stands for somebody missing; marked on paper.
    Gap,
    /// A sum at the end: its first filled cell runs over the whole width.
    Total,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub kind: RowKind,
    /// One cell per column.
    pub cells: Vec<Cell>,
}

/// The lines over a printed table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// The body above the office, top left; may be empty.
    pub superior: String,
    /// The office, top left.
    pub office: String,
    /// Title, in the middle.
    pub title: String,
    /// Lines below the title (the unit, the month).
    pub subtitle: Vec<String>,
}

/// What stands under a printed table, to be signed: the place and day left open, two signatures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signature {
    /// "…, ngày … tháng … năm 2022".
    pub place_and_day: String,
    /// Who signs on the left ("NGƯỜI LẬP BIỂU").
    pub left: String,
    /// Who signs on the right ("TRƯỞNG BAN").
    pub right: String,
}

/// A report, ready for any format.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What it is, for machines ("gaps"): file name, sheet name, JSON key.
    pub name: String,
    /// The lines over it, for formats that print.
    pub heading: Heading,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// What stands under it, where it is a document to sign.
    pub signature: Option<Signature>,
    /// What a workbook needs, where it is a list to be changed in one and imported again.
    pub editing: Option<Box<Editing>>,
    /// The language of its headings, days and numbers.
    pub lang: crate::model::lang::Lang,
}

impl Table {
    /// Adds an ordinary row.
    pub fn push(&mut self, cells: Vec<Cell>) {
        self.push_kind(RowKind::Data, cells);
    }

    /// Adds a row of a kind.
    pub fn push_kind(&mut self, kind: RowKind, cells: Vec<Cell>) {
        debug_assert_eq!(cells.len(), self.columns.len(), "{}", self.name);
        self.rows.push(Row { kind, cells });
    }

    /// Adds a row of one text over the whole width.
    pub fn push_line(&mut self, kind: RowKind, text: String) {
        let mut cells = vec![Cell::Empty; self.columns.len()];
        if let Some(first) = cells.first_mut() {
            *first = Cell::Text(text.into());
        }
        self.rows.push(Row { kind, cells });
    }

    /// Takes columns out.
    pub fn leave_out(&mut self, keys: &[&str]) {
        let stays: Vec<bool> = self.columns.iter().map(|column| !keys.contains(&&*column.key)).collect();
        let mut columns = stays.iter();
        self.columns.retain(|_| columns.next().copied().unwrap_or(true));
        for row in &mut self.rows {
            let mut cells = stays.iter();
            let first = row.cells.first().cloned().unwrap_or_default();
            row.cells.retain(|_| cells.next().copied().unwrap_or(true));
            if matches!(row.kind, RowKind::Group | RowKind::Total)
                && let Some(cell) = row.cells.first_mut()
            {
                *cell = first;
            }
        }
    }

    /// The table as people read it: codes of duties stand only where their names do not.
    pub fn for_people(&self) -> Cow<'_, Table> {
        if self.has_codes_for_machines() { Cow::Owned(self.clone().into_people()) } else { Cow::Borrowed(self) }
    }

    /// As [`Self::for_people`], in place of it.
    pub fn into_people(mut self) -> Table {
        if self.has_codes_for_machines() {
            self.leave_out(&["duty"]);
        }
        self
    }

    fn has_codes_for_machines(&self) -> bool {
        let has = |key: &str| self.columns.iter().any(|column| column.key == key);
        has("duty") && has("duty_name")
    }

    /// Rows with data, gaps included: what machines get.
    pub fn data(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| matches!(row.kind, RowKind::Data | RowKind::Gap))
    }
}
