//! What is wrong with the placeholders of a template, all of it in one go.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::paragraph::text;
use super::spots::{meaning, spots};
use super::tree::{Element, Node};
use crate::model::finding::{Finding, Severity};
use crate::model::place::Place;
use crate::report::filling::{Filling, Meaning};
use crate::text::nearest::nearest;

/// Looks through a template part by part.
pub struct Check<'c> {
    filling: &'c Filling,
    file: &'c Arc<str>,
    /// How many placeholders there are.
    count: usize,
    findings: Vec<Finding>,
}

impl<'c> Check<'c> {
    /// Of a template of this name.
    pub fn new(filling: &'c Filling, file: &'c Arc<str>) -> Self {
        Check { filling, file, count: 0, findings: Vec::new() }
    }

    /// Looks through a part.
    pub fn part(&mut self, name: &str, nodes: &[Node]) {
        for node in nodes {
            if let Node::Element(element) = node {
                self.element(name, element);
            }
        }
    }

    /// Everything that was found.
    pub fn findings(mut self) -> Vec<Finding> {
        if self.count == 0 && self.findings.is_empty() {
            let finding = self.finding("template-without-placeholders");
            self.findings.push(finding);
        }
        self.findings
    }

    fn element(&mut self, part: &str, element: &Element) {
        if element.is("p") {
            self.paragraph(part, &text(element));
        }
        if element.is("p") || element.is("tr") {
            let lists = lists(self.filling, element);
            if lists.len() > 1 {
                let mut names = lists.iter().map(|list| self.filling.lists[*list].names[0]);
                let finding = self.finding("template-two-lists").arg("part", part);
                let finding = finding.arg("lists", names.by_ref().collect::<Vec<_>>().join(", "));
                self.findings.push(finding);
            }
        }
        for child in element.elements() {
            self.element(part, child);
        }
    }

    fn paragraph(&mut self, part: &str, text: &str) {
        let (spots, is_open) = spots(text);
        self.count += spots.len();
        if is_open {
            let finding = self.finding("template-placeholder-open").arg("part", part).value(text);
            self.findings.push(finding);
        }
        for spot in spots.iter().filter(|spot| meaning(self.filling, &spot.name).is_none()) {
            let names = [0, 1].map(|language| self.filling.names(language).concat());
            let near = nearest(&spot.name, names.iter().flatten().map(String::as_str)).map(str::to_owned);
            let finding = self.finding("template-placeholder-unknown").arg("part", part).arg("text", text);
            self.findings.push(finding.value(&spot.name).nearest(near.map(|name| format!("{{{{{name}}}}}"))));
        }
    }

    fn finding(&self, check: &'static str) -> Finding {
        let [fields, items] = self.filling.names(0).map(|names| names.join(", "));
        let finding = Finding::new(check, Severity::Error).place(Place::file(self.file));
        finding.arg("fields", fields).arg("items", items)
    }
}

/// The lists of whose items a row or paragraph tells; rows inside it tell of their own.
pub fn lists(filling: &Filling, element: &Element) -> BTreeSet<usize> {
    let mut lists = BTreeSet::new();
    each_meaning(filling, element, &mut |meaning| {
        if let Meaning::Item(list, _) = meaning {
            lists.insert(list);
        }
    });
    lists
}

/// Whether a row or paragraph is for a list with items only, and that has none.
pub fn is_for_nothing(filling: &Filling, element: &Element) -> bool {
    let mut is_for_nothing = false;
    each_meaning(filling, element, &mut |meaning| {
        is_for_nothing |= matches!(meaning, Meaning::IfAny(list) if filling.lists[list].items.is_empty());
    });
    is_for_nothing
}

fn each_meaning(filling: &Filling, element: &Element, take: &mut impl FnMut(Meaning)) {
    if element.is("p") {
        let (spots, _) = spots(&text(element));
        spots.iter().filter_map(|spot| meaning(filling, &spot.name)).for_each(&mut *take);
    }
    // A box inside a paragraph has paragraphs of its own.
    let is_own = |child: &&Element| !(child.is("tr") || element.is("p") && holds_box(child));
    for child in element.elements().filter(is_own) {
        each_meaning(filling, child, take);
    }
}

fn holds_box(element: &Element) -> bool {
    element.is("p") || element.elements().any(holds_box)
}
