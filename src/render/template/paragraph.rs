//! One paragraph: its text, which Word cuts into pieces where it likes, joined and put back.

use quick_xml::events::Event;

use super::spots::spots;
use super::tree::{Element, Node};
use crate::text::clean::clean;

/// The text of a paragraph, its pieces joined; what stands in a box of its own is left out.
pub fn text(paragraph: &Element) -> String {
    let mut text = String::new();
    push_text(paragraph, &mut text);
    text
}

fn push_text(element: &Element, text: &mut String) {
    for child in element.elements().filter(|child| !child.is("p")) {
        if child.is("t") { text.push_str(&child.text()) } else { push_text(child, text) }
    }
}

/// Puts values in the place of placeholders. Each looks like the piece in which its placeholder begins.
pub fn fill(paragraph: &mut Element, value: impl Fn(&str) -> String) {
    let whole = text(paragraph);
    let (spots, _) = spots(&whole);
    if spots.is_empty() {
        return;
    }
    let mut pieces = Vec::new();
    push_pieces(paragraph, &mut pieces);
    let mut from = 0;
    for piece in pieces {
        let to = from + piece.text().len();
        let mut own = String::new();
        let mut at = from;
        for spot in spots.iter().filter(|spot| spot.range.end > from && spot.range.start < to) {
            if spot.range.start >= from {
                own.push_str(&whole[at..spot.range.start]);
                own.push_str(&value(&spot.name));
            }
            at = spot.range.end.min(to);
        }
        if at > from || !own.is_empty() {
            own.push_str(&whole[at..to]);
            piece.set_text(&own);
        }
        from = to;
    }
    break_lines(paragraph);
}

fn push_pieces<'e>(element: &'e mut Element, pieces: &mut Vec<&'e mut Element>) {
    for node in &mut element.children {
        let Node::Element(child) = node else { continue };
        if child.is("t") {
            pieces.push(child);
        } else if !child.is("p") {
            push_pieces(child, pieces);
        }
    }
}

/// Line breaks inside values become those of Word; what XML cannot hold is left out.
fn break_lines(element: &mut Element) {
    let mut children = Vec::with_capacity(element.children.len());
    for mut node in std::mem::take(&mut element.children) {
        match &mut node {
            Node::Element(child) if child.is("p") => {}
            Node::Element(child) if child.is("t") => {
                let text = child.text();
                let name = child.name();
                if text.contains('\n') && name.starts_with("w:") {
                    for (at, line) in text.split('\n').enumerate() {
                        if at > 0 {
                            children.push(Node::Element(Element::new("w:br")));
                        }
                        let mut piece = Element::new(&name);
                        piece.set_text(&printable(line));
                        children.push(Node::Element(piece));
                    }
                    continue;
                }
                let printable = printable(&text);
                if printable != text {
                    child.set_text(&printable);
                }
            }
            Node::Element(child) => break_lines(child),
            Node::Other(_) => {}
        }
        children.push(node);
    }
    element.children = children;
}

fn printable(text: &str) -> String {
    clean(text).chars().filter(|c| !matches!(c, '\u{FFFE}' | '\u{FFFF}')).collect()
}

/// Takes the text out of a paragraph that ends a section, which has to stay.
pub fn emptied(mut paragraph: Element) -> Option<Element> {
    if !ends_section(&paragraph) {
        return None;
    }
    paragraph.children.retain(|node| matches!(node, Node::Element(child) if child.is("pPr")));
    Some(paragraph)
}

fn ends_section(paragraph: &Element) -> bool {
    let settings = paragraph.elements().find(|child| child.is("pPr"));
    settings.is_some_and(|settings| settings.elements().any(|child| child.is("sectPr")))
}

/// A copy of a row or paragraph to stand before the last one: what may be in a document only once is left to that.
pub fn copied(original: &Element) -> Element {
    const ONCE: [&str; 6] =
        ["bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "sectPr"];
    let mut copy = original.clone();
    copy.children.retain(|node| !matches!(node, Node::Element(child) if ONCE.iter().any(|name| child.is(name))));
    copy.leave_out(&["w14:paraId", "w14:textId"]);
    for node in &mut copy.children {
        if let Node::Element(child) = node {
            *child = copied(child);
        }
    }
    copy.children.retain(|node| !matches!(node, Node::Other(Event::Comment(_))));
    copy
}

#[cfg(test)]
mod tests {
    use super::super::tree::{parse, written};
    use super::*;

    fn filled(inside: &str, value: &str) -> String {
        let mut nodes = parse(&format!("<w:p>{inside}</w:p>")).unwrap_or_default();
        if let Some(Node::Element(paragraph)) = nodes.first_mut() {
            fill(paragraph, |name| if name == "so" { value.to_owned() } else { format!("<{name}>") });
        }
        String::from_utf8(written(&nodes).unwrap_or_default()).unwrap_or_default()
    }

    #[test]
    fn a_placeholder_cut_into_runs_looks_like_its_beginning() {
        let cut = "<w:r><w:rPr><w:b/></w:rPr><w:t>Số {</w:t></w:r><w:proofErr/><w:r><w:t>{s</w:t></w:r><w:r><w:t>o}} và {{so}}.</w:t></w:r>";
        assert_eq!(
            filled(cut, "1&2"),
            "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Số 1&amp;2</w:t></w:r><w:proofErr/><w:r>\
             <w:t xml:space=\"preserve\"></w:t></w:r><w:r><w:t xml:space=\"preserve\"> và 1&amp;2.</w:t></w:r></w:p>"
        );
    }

    #[test]
    fn a_value_is_text_and_its_lines_are_lines() {
        let one = "<w:r><w:t>{{so}}</w:t></w:r>";
        assert_eq!(
            filled(one, "{{so}}<b>\u{1}\u{FFFF}"),
            "<w:p><w:r><w:t xml:space=\"preserve\">{{so}}&lt;b&gt;\u{FFFD}</w:t></w:r></w:p>"
        );
        assert_eq!(
            filled(one, "a\nb"),
            "<w:p><w:r><w:t xml:space=\"preserve\">a</w:t><w:br/><w:t xml:space=\"preserve\">b</w:t></w:r></w:p>"
        );
    }
}
