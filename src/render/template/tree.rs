//! The XML of a part as a tree, so that rows can be repeated and runs joined; what is not touched is written as it was.

use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};
use quick_xml::{Reader, Writer};

use super::fault::Fault;

/// How deep elements may lie in one another; documents of offices have some thirty.
const DEEPEST: usize = 200;

/// An element, or what stands between elements.
#[derive(Clone)]
pub enum Node {
    /// An element with what is in it.
    Element(Element),
    /// Text, a comment, the declaration: written as it was read.
    Other(Event<'static>),
}

/// An element.
#[derive(Clone)]
pub struct Element {
    tag: BytesStart<'static>,
    /// What is in it.
    pub children: Vec<Node>,
}

impl Element {
    /// An element of a name with nothing in it.
    pub fn new(name: &str) -> Self {
        Element { tag: BytesStart::new(name.to_owned()), children: Vec::new() }
    }

    /// Its name as written, with the prefix of its namespace.
    pub fn name(&self) -> String {
        self.tag.name().0.to_owned()
    }

    /// Whether its name without the prefix is this one.
    pub fn is(&self, local: &str) -> bool {
        self.tag.local_name().into_inner() == local
    }

    /// The elements in it.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| if let Node::Element(element) = node { Some(element) } else { None })
    }

    /// The text right in it.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for node in &self.children {
            match node {
                // What was read has its entities apart; what was put in has them in it.
                Node::Other(Event::Text(piece)) => {
                    let piece = piece.xml10_content();
                    text.push_str(unescape(&piece).as_deref().unwrap_or(&piece));
                }
                Node::Other(Event::CData(piece)) => text.push_str(&piece.xml10_content()),
                Node::Other(Event::GeneralRef(named)) => match named.resolve_char_ref() {
                    Ok(Some(letter)) => text.push(letter),
                    _ => text.push_str(resolve_xml_entity(&named.xml10_content()).unwrap_or_default()),
                },
                _ => {}
            }
        }
        text
    }

    /// Puts a text in the place of all that is in it; its spaces stay.
    pub fn set_text(&mut self, text: &str) {
        let name = self.name();
        self.tag = BytesStart::new(name.clone());
        if name.ends_with(":t") && !name.starts_with("a:") {
            self.tag.push_attribute(("xml:space", "preserve"));
        }
        self.children = vec![Node::Other(Event::Text(BytesText::new(text).into_owned()))];
    }

    /// Takes out the attributes of these names.
    pub fn leave_out(&mut self, names: &[&str]) {
        if !names.iter().any(|name| self.tag.attributes_raw().contains(name)) {
            return;
        }
        let mut tag = BytesStart::new(self.name());
        for attribute in self.tag.attributes().with_checks(false).flatten() {
            if !names.contains(&attribute.key.0) {
                tag.push_attribute(attribute);
            }
        }
        self.tag = tag;
    }

    /// About how many bytes it takes.
    pub fn weight(&self) -> usize {
        const ONE: usize = 96;
        let of = |node: &Node| match node {
            Node::Element(element) => element.weight(),
            Node::Other(Event::Text(text)) => ONE + text.len(),
            Node::Other(_) => ONE,
        };
        ONE + self.tag.len() + self.children.iter().map(of).sum::<usize>()
    }
}

/// Reads a part.
///
/// # Errors
/// When it is damaged, or made to make a reader fail.
pub fn parse(text: &str) -> Result<Vec<Node>, Fault> {
    let mut reader = Reader::from_str(text.trim_start_matches('\u{FEFF}'));
    let mut open: Vec<Element> = Vec::new();
    let mut top = Vec::new();
    loop {
        let node = match reader.read_event().map_err(|_| Fault::Damaged)? {
            Event::Eof if open.is_empty() => return Ok(top),
            Event::Eof => return Err(Fault::Damaged),
            // Entities of its own, by which a few bytes become gigabytes: no office program writes them.
            Event::DocType(_) => return Err(Fault::Damaged),
            Event::Start(_) if open.len() >= DEEPEST => return Err(Fault::Damaged),
            Event::Start(tag) => {
                open.push(Element { tag: tag.into_owned(), children: Vec::new() });
                continue;
            }
            Event::Empty(tag) => Node::Element(Element { tag: tag.into_owned(), children: Vec::new() }),
            Event::End(_) => Node::Element(open.pop().ok_or(Fault::Damaged)?),
            other => Node::Other(other.into_owned()),
        };
        open.last_mut().map_or(&mut top, |element| &mut element.children).push(node);
    }
}

/// Writes a part.
///
/// # Errors
/// Never, for a tree that was read.
pub fn written(nodes: &[Node]) -> Result<Vec<u8>, Fault> {
    let mut writer = Writer::new(Vec::new());
    nodes.iter().try_for_each(|node| write(&mut writer, node)).map_err(|_| Fault::Damaged)?;
    Ok(writer.into_inner())
}

fn write(writer: &mut Writer<Vec<u8>>, node: &Node) -> std::io::Result<()> {
    match node {
        Node::Other(event) => writer.write_event(event.borrow()),
        Node::Element(element) if element.children.is_empty() => writer.write_event(Event::Empty(element.tag.borrow())),
        Node::Element(element) => {
            writer.write_event(Event::Start(element.tag.borrow()))?;
            element.children.iter().try_for_each(|node| write(writer, node))?;
            writer.write_event(Event::End(BytesEnd::new(element.name())))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_touched_is_written_as_it_was() {
        let text = "<?xml version=\"1.0\"?><w:p a=\"&lt;1\"><w:t xml:space=\"preserve\"> a&amp;&#272;\u{1EA5}p</w:t><!-- c --><w:br/></w:p>";
        let nodes = parse(text).unwrap_or_default();
        assert_eq!(written(&nodes).unwrap_or_default(), text.as_bytes());
        let Some(Node::Element(p)) = nodes.last() else { panic!("an element") };
        assert_eq!(p.elements().next().map(Element::text), Some(" a&Đấp".to_owned()));
    }

    #[test]
    fn what_is_damaged_or_hostile_is_refused() {
        let deep = "<a>".repeat(1000) + &"</a>".repeat(1000);
        for text in ["<a><b></a>", "<a>", "</a>", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", &deep] {
            assert_eq!(parse(text).err(), Some(Fault::Damaged), "{text:.60}");
        }
    }
}
