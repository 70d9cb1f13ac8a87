//! A sheet of an ods, event by event, to rows and merged areas; what is repeated is counted before it is written out.

use quick_xml::events::{BytesStart, Event};

use super::super::super::grid::Merged;
use super::super::super::line::{MOST_COLUMNS, OldFont, Was};
use super::super::fault::Fault;
use super::super::font::Run;
use super::super::format::Shape;
use super::super::position::{MOST_PLACES, MOST_ROWS, merged};
use super::super::rows::Rows;
use super::super::text::push;
use super::super::typed::{Epoch, typed};
use super::super::xml::{attribute, entity};
use super::super::{Read, iso};
use super::styles::Styles;
use super::value::{Kind, Value};

/// A sheet so far: where the next cell stands, and the cell that is being read.
pub struct Table<'o> {
    styles: &'o Styles,
    rows: Rows,
    merged: Vec<Merged>,
    /// The styles of columns, each with the first column that has it no more.
    columns: Vec<(u32, Look)>,
    row: u32,
    row_times: u32,
    row_look: Option<Look>,
    column: u32,
    cell: Option<Cell>,
    /// How deep in something that lies over the cell: a note, a drawing.
    aside: u32,
    text: String,
}

type Look = (Shape, Option<OldFont>);

/// The cell that is being read.
struct Cell {
    times: u32,
    span: [u32; 2],
    value: Value,
    look: Look,
    is_covered: bool,
    paragraphs: u32,
    run: Option<Run>,
    span_run: Run,
}

impl<'o> Table<'o> {
    pub fn new(styles: &'o Styles) -> Self {
        Table {
            styles,
            rows: Rows::default(),
            merged: Vec::new(),
            columns: Vec::new(),
            row: 0,
            row_times: 1,
            row_look: None,
            column: 0,
            cell: None,
            aside: 0,
            text: String::new(),
        }
    }

    /// Rows and merged areas, when all events are taken.
    pub fn finish(self) -> Result<Read, Fault> {
        Ok((self.rows.finish()?, self.merged))
    }

    /// Takes the next event.
    pub fn take(&mut self, event: &Event<'_>) -> Result<(), Fault> {
        match event {
            Event::Start(tag) => self.start(tag)?,
            Event::End(tag) => self.end(tag.name().0)?,
            Event::Text(piece) => self.push(&piece.xml10_content()),
            Event::CData(piece) => self.push(&piece.xml10_content()),
            Event::GeneralRef(reference) => self.push(&entity(reference)?),
            _ => {}
        }
        Ok(())
    }

    fn start(&mut self, tag: &BytesStart<'_>) -> Result<(), Fault> {
        let name = tag.name().0;
        if is_aside(name) || self.aside > 0 {
            self.aside += u32::from(is_aside(name));
            return Ok(());
        }
        match name {
            "table:table-column" => self.start_column(tag)?,
            "table:table-row" => self.start_row(tag)?,
            "table:table-cell" | "table:covered-table-cell" => self.start_cell(tag)?,
            "text:p" => self.start_paragraph(),
            "text:span" => self.start_span(tag)?,
            "text:s" => self.push(&" ".repeat(count(tag, "text:c")?.min(MOST_PLACES) as usize)),
            "text:tab" => self.push("\t"),
            "text:line-break" => self.push("\n"),
            _ => {}
        }
        Ok(())
    }

    fn start_column(&mut self, tag: &BytesStart<'_>) -> Result<(), Fault> {
        let times = count(tag, "table:number-columns-repeated")?;
        let look = self.look(tag, "table:default-cell-style-name")?.unwrap_or_default();
        let from = self.columns.last().map_or(0, |(end, _)| *end);
        self.columns.push((from.saturating_add(times), look));
        Ok(())
    }

    fn start_row(&mut self, tag: &BytesStart<'_>) -> Result<(), Fault> {
        self.row_times = count(tag, "table:number-rows-repeated")?;
        self.row_look = self.look(tag, "table:default-cell-style-name")?;
        self.column = 0;
        Ok(())
    }

    fn start_cell(&mut self, tag: &BytesStart<'_>) -> Result<(), Fault> {
        self.text.clear();
        let by_column = || {
            let at = self.columns.partition_point(|(end, _)| *end <= self.column);
            self.columns.get(at).map(|(_, look)| *look).unwrap_or_default()
        };
        let look = self.look(tag, "table:style-name")?.or(self.row_look).unwrap_or_else(by_column);
        self.cell = Some(Cell {
            times: count(tag, "table:number-columns-repeated")?,
            span: [count(tag, "table:number-rows-spanned")?, count(tag, "table:number-columns-spanned")?],
            value: Value::of(tag)?,
            look,
            is_covered: tag.name().0 == "table:covered-table-cell",
            paragraphs: 0,
            run: None,
            span_run: Run::Cell,
        });
        Ok(())
    }

    fn start_paragraph(&mut self) {
        let Some(cell) = &mut self.cell else { return };
        cell.paragraphs += 1;
        if cell.paragraphs > 1 {
            push(&mut self.text, 0, "\n");
        }
    }

    fn start_span(&mut self, tag: &BytesStart<'_>) -> Result<(), Fault> {
        let run = self.styles.run(&attribute(tag, "text:style-name")?.unwrap_or_default());
        if let Some(cell) = &mut self.cell {
            cell.span_run = run;
        }
        Ok(())
    }

    fn push(&mut self, piece: &str) {
        let Some(cell) = self.cell.as_mut().filter(|cell| self.aside == 0 && cell.paragraphs > 0) else { return };
        cell.run = Some(cell.run.map_or(cell.span_run, |run| run.with(cell.span_run)));
        push(&mut self.text, 0, piece);
    }

    fn end(&mut self, name: &str) -> Result<(), Fault> {
        if self.aside > 0 {
            self.aside -= u32::from(is_aside(name));
            return Ok(());
        }
        match name {
            "text:span" => self.cell.iter_mut().for_each(|cell| cell.span_run = Run::Cell),
            "table:table-cell" | "table:covered-table-cell" => self.end_cell()?,
            "table:table-row" => self.end_row()?,
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), Fault> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        let (text, was) = self.said(&cell);
        let is_empty = cell.is_covered || text.is_empty() && was.is_none();
        if !is_empty && self.row >= MOST_ROWS {
            return Err(Fault::Damaged);
        }
        // One beyond the last column of a list is enough to see that the row is too wide.
        let end = self.column.saturating_add(cell.times);
        let most = u32::try_from(MOST_COLUMNS + 1).unwrap_or(u32::MAX);
        let last = if is_empty { self.column } else { end.min(most.max(self.column + 1)) };
        for column in self.column..last {
            self.rows.put(self.row, column, &text, was)?;
        }
        let [rows, columns] = cell.span.map(|count| count.saturating_sub(1));
        let last = (self.row.saturating_add(rows).min(MOST_ROWS - 1), self.column.saturating_add(columns));
        self.merged.extend(merged((self.row, self.column), last));
        self.column = end.min(MOST_PLACES);
        Ok(())
    }

    /// What a cell says.
    fn said(&self, cell: &Cell) -> (String, Option<Was>) {
        let (shape, font) = cell.look;
        let text = || cell.value.text.as_ref().unwrap_or(&self.text).clone();
        match cell.value.kind {
            Kind::Error => (self.text.clone(), Some(Was::Broken)),
            Kind::Number(number) => {
                let mut written = String::new();
                let was = typed(number, shape, Epoch::Since1900, &mut written);
                (written, was)
            }
            Kind::Day => iso::moment(&text()),
            Kind::Time => (iso::time(&text()), None),
            Kind::Bool(truth) => (if truth { "TRUE" } else { "FALSE" }.to_owned(), None),
            Kind::Text => {
                let text = text();
                let was = cell.run.unwrap_or_default().was(&text, font);
                (text, was)
            }
            Kind::Nothing if cell.value.has_formula && self.text.is_empty() => (String::new(), Some(Was::Uncalculated)),
            Kind::Nothing => (self.text.clone(), None),
        }
    }

    fn end_row(&mut self) -> Result<(), Fault> {
        let end = self.row.saturating_add(self.row_times);
        if self.rows.is_at(self.row) {
            if end > MOST_ROWS {
                return Err(Fault::Damaged);
            }
            self.rows.repeat(self.row_times)?;
        }
        self.row = end;
        Ok(())
    }

    fn look(&self, tag: &BytesStart<'_>, name: &str) -> Result<Option<Look>, Fault> {
        Ok(attribute(tag, name)?.map(|style| self.styles.look(&style)))
    }
}

/// Whether it lies over the cell and is no part of its text.
fn is_aside(name: &str) -> bool {
    name == "office:annotation" || name == "table:shapes" || name.starts_with("draw:")
}

fn count(tag: &BytesStart<'_>, name: &str) -> Result<u32, Fault> {
    attribute(tag, name)?.map_or(Ok(1), |count| count.parse().map_err(|_| Fault::Damaged))
}
