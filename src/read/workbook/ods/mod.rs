//! Workbooks of LibreOffice (ods): one part holds all sheets, which are read over again for each.

mod styles;
mod table;
mod value;

use std::ops::ControlFlow;
use std::sync::Arc;

use quick_xml::events::{BytesStart, Event};

use super::fault::Fault;
use super::package::Package;
use super::xml::{attribute, plain};
use super::{Read, Sheet};
use styles::Styles;
use table::Table;

const CONTENT: &str = "content.xml";
const TABLE: &str = "table:table";

/// An opened ods.
pub struct Ods<'b> {
    package: Package<'b>,
    styles: Styles,
    sheets: Vec<Sheet>,
}

impl<'b> Ods<'b> {
    /// Reads the styles and which sheets there are.
    pub fn open(package: Package<'b>) -> Result<Self, Fault> {
        if is_encrypted(&package)? {
            return Err(Fault::Encrypted);
        }
        let mut styles = Styles::default();
        package.read("styles.xml", |event| styles.take(&event))?;
        let (mut sheets, mut depth) = (Vec::new(), 0);
        let is_there = package.read(CONTENT, |event| {
            if let Some(tag) = outer_table(&event, &mut depth) {
                sheets.push(sheet(tag, &styles)?);
            }
            styles.take(&event)
        })?;
        if is_there { Ok(Ods { package, styles, sheets }) } else { Err(Fault::Damaged) }
    }

    /// The sheets.
    pub fn sheets(&self) -> Vec<Sheet> {
        self.sheets.clone()
    }

    /// Reads a sheet.
    pub fn read(&self, index: usize) -> Result<Read, Fault> {
        let (mut count, mut depth) = (0, 0);
        let mut table = Table::new(&self.styles);
        self.package.read(CONTENT, |event| {
            count += usize::from(outer_table(&event, &mut depth).is_some());
            if count > index + 1 {
                return Ok(ControlFlow::Break(()));
            }
            // A table inside a cell (of a chart, or of a text) is no part of the sheet.
            if count == index + 1 && depth == 1 {
                table.take(&event)?;
            }
            Ok(ControlFlow::Continue(()))
        })?;
        table.finish()
    }
}

/// The start of a table that is a sheet; keeps count of how deep tables lie in tables.
fn outer_table<'e>(event: &'e Event<'_>, depth: &mut u32) -> Option<&'e BytesStart<'e>> {
    match event {
        Event::Start(tag) if tag.name().0 == TABLE => {
            *depth += 1;
            (*depth == 1).then_some(tag)
        }
        Event::End(tag) if tag.name().0 == TABLE => {
            *depth = depth.saturating_sub(1);
            None
        }
        _ => None,
    }
}

fn sheet(tag: &BytesStart<'_>, styles: &Styles) -> Result<Sheet, Fault> {
    let name = attribute(tag, "table:name")?.map(plain).transpose()?.unwrap_or_default();
    let style = attribute(tag, "table:style-name")?.unwrap_or_default();
    Ok(Sheet { name: Arc::from(name), is_visible: !styles.hides(&style) })
}

fn is_encrypted(package: &Package<'_>) -> Result<bool, Fault> {
    let mut is_encrypted = package.holds("encrypted-package");
    package.read("META-INF/manifest.xml", |event| {
        is_encrypted |= matches!(&event, Event::Start(tag) if tag.name().0 == "manifest:encryption-data");
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(is_encrypted)
}
