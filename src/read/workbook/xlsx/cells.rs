//! The cells of a sheet of an xlsx, event by event, to rows and merged areas.

use quick_xml::events::{BytesStart, Event};

use super::super::super::grid::Merged;
use super::super::super::line::Was;
use super::super::fault::Fault;
use super::super::font::Run;
use super::super::format::Shape;
use super::super::number::number;
use super::super::rows::Rows;
use super::super::text::{push, resolve};
use super::super::typed::typed;
use super::super::xml::{attribute, entity, plain};
use super::super::{Read, iso};
use super::Shared;
use super::position::{Position, area, position, row_from};

/// The digits of a number that need no look at its value.
const SHORT: usize = 15;

/// The cells of a sheet so far, and the cell that is being read.
pub struct Cells<'x> {
    shared: &'x Shared,
    rows: Rows,
    merged: Vec<Merged>,
    /// Where the next cell stands that does not say it.
    next: Position,
    cell: Cell,
    value: String,
    written: String,
}

/// The cell that is being read.
#[derive(Debug, Default)]
struct Cell {
    at: Position,
    style: usize,
    kind: Kind,
    run: Option<Run>,
    is_open: bool,
    is_value: bool,
    is_reading_aid: bool,
    has_formula: bool,
    has_value: bool,
}

/// How the value of a cell is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Number,
    Shared,
    /// In the cell's value.
    Text,
    /// In the cell itself; it may have an idle value besides.
    Inline,
    Bool,
    Error,
    Day,
}

impl<'x> Cells<'x> {
    pub fn new(shared: &'x Shared) -> Self {
        Cells {
            shared,
            rows: Rows::default(),
            merged: Vec::new(),
            next: (0, 0),
            cell: Cell::default(),
            value: String::new(),
            written: String::new(),
        }
    }

    /// Rows and merged areas, when all events are taken.
    pub fn finish(self) -> Result<Read, Fault> {
        Ok((self.rows.finish()?, self.merged))
    }

    /// Takes the next event of the part.
    pub fn take(&mut self, event: &Event<'_>) -> Result<(), Fault> {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag.local_name().as_ref()),
            _ if !self.cell.is_value => Ok(()),
            Event::Text(piece) => {
                push(&mut self.value, 0, &piece.xml10_content());
                Ok(())
            }
            Event::CData(piece) => {
                push(&mut self.value, 0, &piece.xml10_content());
                Ok(())
            }
            Event::GeneralRef(reference) => {
                push(&mut self.value, 0, &entity(reference)?);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>) -> Result<(), Fault> {
        match tag.local_name().as_ref() {
            "c" => self.start_cell(tag)?,
            "v" => {
                self.cell.is_value = self.cell.is_open && self.cell.kind != Kind::Inline;
                self.cell.has_value = true;
            }
            "t" => self.cell.is_value = self.cell.is_open && !self.cell.is_reading_aid,
            "f" => self.cell.has_formula = self.cell.is_open,
            "row" => {
                let number =
                    attribute(tag, "r")?.map(|number| number.parse().map_err(|_| Fault::Damaged)).transpose()?;
                self.next = (number.map_or(Ok(self.next.0), row_from)?, 0);
            }
            "rPh" => self.cell.is_reading_aid = true,
            "rFont" if self.cell.is_open => {
                let name = plain(attribute(tag, "val")?.unwrap_or_default())?;
                self.cell.run = Some(self.cell.run.map_or(Run::named(&name), |run| run.with(Run::named(&name))));
            }
            "mergeCell" => self.merged.extend(attribute(tag, "ref")?.and_then(|text| area(&text))),
            _ => {}
        }
        Ok(())
    }

    fn start_cell(&mut self, tag: &BytesStart<'_>) -> Result<(), Fault> {
        self.value.clear();
        self.cell = Cell { at: self.next, is_open: true, ..Cell::default() };
        for attribute in tag.attributes().with_checks(false) {
            let attribute = attribute?;
            match attribute.key.0 {
                "r" => self.cell.at = position(&attribute.value)?,
                "s" => self.cell.style = attribute.value.parse().unwrap_or_default(),
                "t" => self.cell.kind = kind(&attribute.value)?,
                _ => {}
            }
        }
        self.next = (self.cell.at.0, self.cell.at.1 + 1);
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), Fault> {
        match name {
            "v" | "t" => self.cell.is_value = false,
            "rPh" => self.cell.is_reading_aid = false,
            "c" => {
                self.end_cell()?;
                self.cell.is_open = false;
            }
            "row" => self.next = (self.next.0 + 1, 0),
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), Fault> {
        let (row, column) = self.cell.at;
        let value = self.value.as_str();
        if value.is_empty() {
            // A formula whose result is an empty text has an empty value of the kind of texts.
            let is_calculated = self.cell.has_value && self.cell.kind != Kind::Number;
            let was = (self.cell.has_formula && !is_calculated).then_some(Was::Uncalculated);
            return self.rows.put(row, column, "", was);
        }
        let style = self.shared.styles.get(self.cell.style);
        match self.cell.kind {
            Kind::Number => self.end_number(style.shape),
            Kind::Shared => {
                let number = value.parse().map_err(|_| Fault::Damaged)?;
                let (text, run) = self.shared.strings.get(number).ok_or(Fault::Damaged)?;
                self.rows.put(row, column, text, run.was(text, style.font))
            }
            Kind::Text | Kind::Inline => {
                resolve(&mut self.value, 0);
                let run = self.cell.run.unwrap_or_default();
                self.rows.put(row, column, &self.value, run.was(&self.value, style.font))
            }
            Kind::Bool => self.rows.put(row, column, truth(value), None),
            Kind::Error => self.rows.put(row, column, value, Some(Was::Broken)),
            Kind::Day => {
                let (text, was) = iso::moment(value);
                self.rows.put(row, column, &text, was)
            }
        }
    }

    fn end_number(&mut self, shape: Shape) -> Result<(), Fault> {
        let (row, column) = self.cell.at;
        let value = self.value.as_str();
        let is_plain = value.len() <= SHORT && value.bytes().all(|byte| byte.is_ascii_digit());
        if is_plain && shape == Shape::Number && (!value.starts_with('0') || value == "0") {
            return self.rows.put(row, column, value, Some(Was::Number));
        }
        let Ok(stored) = value.trim().parse::<f64>() else {
            return self.rows.put(row, column, value, None);
        };
        self.written.clear();
        let was = if stored.is_finite() {
            typed(stored, shape, self.shared.epoch, &mut self.written)
        } else {
            Some(number(stored, &mut self.written))
        };
        self.rows.put(row, column, &self.written, was)
    }
}

fn kind(text: &str) -> Result<Kind, Fault> {
    match text {
        "n" => Ok(Kind::Number),
        "s" => Ok(Kind::Shared),
        "str" => Ok(Kind::Text),
        "inlineStr" => Ok(Kind::Inline),
        "b" => Ok(Kind::Bool),
        "e" => Ok(Kind::Error),
        "d" => Ok(Kind::Day),
        _ => Err(Fault::Damaged),
    }
}

fn truth(value: &str) -> &'static str {
    let is_false = ["0", "false"].iter().any(|no| value.trim().eq_ignore_ascii_case(no));
    if is_false { "FALSE" } else { "TRUE" }
}
