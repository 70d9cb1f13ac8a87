//! The filling itself: values for placeholders, a row or paragraph for each item of a list.

use super::check::{is_for_nothing, lists};
use super::fault::{Fault, MOST_MEGABYTES};
use super::paragraph::{copied, emptied, fill as fill_paragraph, text};
use super::spots::meaning;
use super::tree::{Element, Node};
use crate::report::filling::{Filling, Meaning};

/// Fills in the parts of a template.
pub struct Fill<'f> {
    filling: &'f Filling,
    /// How many more bytes the copies may take.
    left: usize,
}

/// The item whose row or paragraph is filled in: its list and its position.
type Item = Option<(usize, usize)>;

impl<'f> Fill<'f> {
    /// With these values.
    pub fn new(filling: &'f Filling) -> Self {
        Fill { filling, left: 4 * (MOST_MEGABYTES << 20) }
    }

    /// Fills in what stands in a part.
    ///
    /// # Errors
    /// When all rows together would be too large.
    pub fn nodes(&mut self, nodes: Vec<Node>, item: Item) -> Result<Vec<Node>, Fault> {
        let mut filled = Vec::with_capacity(nodes.len());
        for node in nodes {
            match node {
                Node::Element(element) => self.element(element, item, &mut filled)?,
                other => filled.push(other),
            }
        }
        Ok(filled)
    }

    fn element(&mut self, element: Element, item: Item, filled: &mut Vec<Node>) -> Result<(), Fault> {
        let is_one = element.is("p") || element.is("tr");
        if is_one && is_for_nothing(self.filling, &element) {
            filled.extend(emptied(element).map(Node::Element));
            return Ok(());
        }
        let list = lists(self.filling, &element).into_iter().next().filter(|_| is_one && item.is_none());
        let Some(list) = list else {
            let whole = self.inside(element, item)?;
            filled.extend(whole.map(Node::Element));
            return Ok(());
        };
        let count = self.filling.lists[list].items.len();
        let weight = element.weight().saturating_mul(count);
        self.left = self.left.checked_sub(weight).ok_or(Fault::TooLarge)?;
        for at in 1..count {
            let copy = self.inside(copied(&element), Some((list, at - 1)))?;
            filled.extend(copy.map(Node::Element));
        }
        let last = match count {
            0 => emptied(element),
            _ => self.inside(element, Some((list, count - 1)))?,
        };
        filled.extend(last.map(Node::Element));
        Ok(())
    }

    /// Fills in what an element holds; nothing is left of a table without rows.
    fn inside(&mut self, mut element: Element, item: Item) -> Result<Option<Element>, Fault> {
        if element.is("p") {
            fill_paragraph(&mut element, |name| self.value(name, item));
        }
        let blocks = |element: &Element| element.elements().filter(|child| child.is("p") || child.is("tbl")).count();
        let before = blocks(&element);
        element.children = self.nodes(std::mem::take(&mut element.children), item)?;
        if element.is("tbl") && !holds_row(&element) {
            return Ok(None);
        }
        // A cell, a box, the head of a page end with a paragraph.
        let needs_one = ["tc", "txbxContent", "hdr", "ftr", "footnote", "endnote"].iter().any(|name| element.is(name));
        if needs_one && blocks(&element) < before && !element.elements().last().is_some_and(|last| last.is("p")) {
            element.children.push(Node::Element(Element::new("w:p")));
        }
        Ok(Some(element))
    }

    fn value(&self, name: &str, item: Item) -> String {
        let lists = &self.filling.lists;
        match (meaning(self.filling, name), item) {
            (Some(Meaning::Field(at)), _) => self.filling.fields[at].value.clone(),
            (Some(Meaning::Item(list, column)), Some((own, at))) if list == own => {
                lists[list].items[at][column].clone()
            }
            _ => String::new(),
        }
    }
}

fn holds_row(element: &Element) -> bool {
    element.elements().any(|child| child.is("tr") || !child.is("tbl") && holds_row(child))
}

/// Whether any text of a part stands in double brackets.
pub fn is_marked(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| match node {
        Node::Element(element) if element.is("p") && text(element).contains("{{") => true,
        Node::Element(element) => is_marked(&element.children),
        Node::Other(_) => false,
    })
}
