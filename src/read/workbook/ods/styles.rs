//! The styles of an ods, as far as they change what a cell says: zeros before a number, fonts, hidden sheets.

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

use quick_xml::events::{BytesStart, Event};

use super::super::super::line::OldFont;
use super::super::fault::Fault;
use super::super::font::Run;
use super::super::format::Shape;
use super::super::xml::{attribute, plain};

/// How far a style is followed to those it builds on.
const MOST_STEPS: usize = 16;

/// The styles, by name.
#[derive(Debug, Default)]
pub struct Styles {
    styles: HashMap<String, Style>,
    /// What number formats make of a number.
    formats: HashMap<String, Shape>,
    hiding: HashSet<String>,
    style: Option<String>,
    format: Option<String>,
}

#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    format: Option<String>,
    font: Option<Run>,
}

impl Styles {
    /// Whether a sheet of this style is hidden.
    pub fn hides(&self, name: &str) -> bool {
        self.hiding.contains(name)
    }

    /// What a style makes of a number, and the font it gives a text.
    pub fn look(&self, name: &str) -> (Shape, Option<OldFont>) {
        let (mut shape, mut run) = (None, None);
        let mut next = self.styles.get(name);
        for _ in 0..MOST_STEPS {
            let Some(style) = next else { break };
            shape = shape.or_else(|| self.formats.get(style.format.as_ref()?).copied());
            run = run.or(style.font);
            next = style.parent.as_ref().and_then(|parent| self.styles.get(parent));
        }
        let font = match run {
            Some(Run::Old(font)) => Some(font),
            _ => None,
        };
        (shape.unwrap_or_default(), font)
    }

    /// The font that a style of its own gives to a piece of a text.
    pub fn run(&self, name: &str) -> Run {
        self.styles.get(name).and_then(|style| style.font).unwrap_or_default()
    }

    /// Takes the next event of a part.
    pub fn take(&mut self, event: &Event<'_>) -> Result<ControlFlow<()>, Fault> {
        match event {
            Event::Start(tag) => match tag.name().0 {
                "style:style" => self.start_style(tag)?,
                "style:text-properties" => self.text(tag)?,
                "style:table-properties" => self.table(tag)?,
                "number:number-style" => self.format = value(tag, "style:name")?,
                "number:number" => self.number(tag)?,
                _ => {}
            },
            Event::End(tag) => match tag.name().0 {
                "style:style" => self.style = None,
                "number:number-style" => self.format = None,
                _ => {}
            },
            _ => {}
        }
        Ok(ControlFlow::Continue(()))
    }

    fn start_style(&mut self, tag: &BytesStart<'_>) -> Result<(), Fault> {
        let style = Style {
            parent: value(tag, "style:parent-style-name")?,
            format: value(tag, "style:data-style-name")?,
            font: None,
        };
        self.style = value(tag, "style:name")?;
        self.styles.extend(self.style.clone().map(|name| (name, style)));
        Ok(())
    }

    fn text(&mut self, tag: &BytesStart<'_>) -> Result<(), Fault> {
        let font = value(tag, "style:font-name")?.or(value(tag, "fo:font-family")?);
        let style = self.style.as_ref().and_then(|name| self.styles.get_mut(name));
        if let (Some(style), Some(font)) = (style, font) {
            style.font = Some(Run::named(&font));
        }
        Ok(())
    }

    fn table(&mut self, tag: &BytesStart<'_>) -> Result<(), Fault> {
        if attribute(tag, "table:display")?.is_some_and(|display| display == "false") {
            self.hiding.extend(self.style.clone());
        }
        Ok(())
    }

    /// A number of a format of zeros has no decimals and no marks for thousands.
    fn number(&mut self, tag: &BytesStart<'_>) -> Result<(), Fault> {
        let count = |name| Ok::<_, Fault>(attribute(tag, name)?.and_then(|count| count.parse::<u8>().ok()));
        let digits = count("number:min-integer-digits")?.unwrap_or_default();
        let is_whole = count("number:decimal-places")?.unwrap_or_default() == 0;
        let is_grouped = attribute(tag, "number:grouping")?.is_some_and(|grouping| grouping == "true");
        let is_zeros = digits > 1 && is_whole && !is_grouped;
        self.formats.extend(self.format.clone().filter(|_| is_zeros).map(|name| (name, Shape::Zeros(digits))));
        Ok(())
    }
}

fn value(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, Fault> {
    attribute(tag, name)?.map(plain).transpose()
}

#[cfg(test)]
mod tests {
    use super::super::super::xml;
    use super::*;

    #[test]
    fn a_style_builds_on_others() {
        let text = "<s><number:number-style style:name='N5'><number:number number:decimal-places='0' \
                    number:min-integer-digits='5'/></number:number-style>\
                    <style:style style:name='Default'><style:text-properties style:font-name='.VnTime'/></style:style>\
                    <style:style style:name='a' style:parent-style-name='Default' style:data-style-name='N5'/>\
                    <style:style style:name='b' style:parent-style-name='a'>\
                    <style:text-properties style:font-name='Arial'/></style:style>\
                    <style:style style:name='c' style:parent-style-name='c'/>\
                    <style:style style:name='t'><style:table-properties table:display='false'/></style:style></s>";
        let mut styles = Styles::default();
        xml::read(text.as_bytes(), 10_000, |event| styles.take(&event)).expect("sound");
        assert_eq!(styles.look("a"), (Shape::Zeros(5), Some(OldFont::Tcvn3)));
        assert_eq!(styles.look("b"), (Shape::Zeros(5), None));
        assert_eq!(styles.look("c"), (Shape::Number, None));
        assert!(styles.hides("t") && !styles.hides("a"));
    }
}
