//! The styles of an xlsx, as far as they change what a cell says: its number format and its font.

use std::collections::HashMap;
use std::ops::ControlFlow;

use quick_xml::events::{BytesStart, Event};

use super::super::super::line::OldFont;
use super::super::fault::Fault;
use super::super::format::{Shape, built_in, shape};
use super::super::xml::{attribute, plain};

/// What a style makes of a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Of a number.
    pub shape: Shape,
    /// Of a text.
    pub font: Option<OldFont>,
}

/// The styles, by number.
#[derive(Debug, Default)]
pub struct Styles {
    of_cells: Vec<Style>,
    formats: HashMap<u16, Shape>,
    fonts: Vec<Option<OldFont>>,
    part: Part,
}

/// The list that is being read.
#[derive(Debug, Default, PartialEq)]
enum Part {
    #[default]
    Other,
    Fonts,
    Cells,
}

impl Styles {
    /// The style of this number; the plain one where there is none.
    pub fn get(&self, number: usize) -> Style {
        self.of_cells.get(number).copied().unwrap_or_default()
    }

    /// Takes the next event of the part.
    pub fn take(&mut self, event: &Event<'_>) -> Result<ControlFlow<()>, Fault> {
        match event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "fonts" => self.part = Part::Fonts,
                "cellXfs" => self.part = Part::Cells,
                "numFmt" => self.format(tag)?,
                "font" if self.part == Part::Fonts => self.fonts.push(None),
                "name" if self.part == Part::Fonts => self.font_name(tag)?,
                "xf" if self.part == Part::Cells => self.cell(tag)?,
                _ => {}
            },
            Event::End(tag) if ["fonts", "cellXfs"].contains(&tag.local_name().as_ref()) => self.part = Part::Other,
            _ => {}
        }
        Ok(ControlFlow::Continue(()))
    }

    fn format(&mut self, tag: &BytesStart<'_>) -> Result<(), Fault> {
        let code = attribute(tag, "formatCode")?.map(plain).transpose()?;
        if let (Some(id), Some(code)) = (number(tag, "numFmtId")?, code) {
            self.formats.entry(id).or_insert_with(|| shape(&code));
        }
        Ok(())
    }

    fn font_name(&mut self, tag: &BytesStart<'_>) -> Result<(), Fault> {
        let name = attribute(tag, "val")?.map(plain).transpose()?;
        if let (Some(font), Some(name)) = (self.fonts.last_mut(), name) {
            *font = OldFont::named(&name);
        }
        Ok(())
    }

    fn cell(&mut self, tag: &BytesStart<'_>) -> Result<(), Fault> {
        let format = number(tag, "numFmtId")?.unwrap_or_default();
        let font = number(tag, "fontId")?.and_then(|id| self.fonts.get(usize::from(id)).copied()).flatten();
        let shape = self.formats.get(&format).copied().unwrap_or_else(|| built_in(format));
        self.of_cells.push(Style { shape, font });
        Ok(())
    }
}

fn number(tag: &BytesStart<'_>, name: &str) -> Result<Option<u16>, Fault> {
    Ok(attribute(tag, name)?.and_then(|value| value.parse().ok()))
}

#[cfg(test)]
mod tests {
    use super::super::super::xml;
    use super::*;

    #[test]
    fn a_cell_has_its_format_and_font() {
        let text = "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='00000'/>\
                    <numFmt numFmtId='165' formatCode='&quot;d&quot;0'/></numFmts>\
                    <fonts><font><name val='Arial'/></font><font><name val='.VnTime'/></font></fonts>\
                    <cellStyleXfs><xf numFmtId='14' fontId='1'/></cellStyleXfs>\
                    <cellXfs><xf numFmtId='0' fontId='0'/><xf numFmtId='164' fontId='1'><alignment/></xf>\
                    <xf numFmtId='14'/><xf numFmtId='165' fontId='9'/></cellXfs>\
                    <dxfs><dxf><font><name val='VNI-Times'/></font></dxf></dxfs></styleSheet>";
        let mut styles = Styles::default();
        xml::read(text.as_bytes(), 10_000, |event| styles.take(&event)).expect("sound");
        assert_eq!(styles.get(0), Style::default());
        assert_eq!(styles.get(1), Style { shape: Shape::Zeros(5), font: Some(OldFont::Tcvn3) });
        assert_eq!(styles.get(2), Style { shape: Shape::Day, font: None });
        assert_eq!(styles.get(3), Style::default());
        assert_eq!(styles.get(99), Style::default());
    }
}
