//! An office's own document for Word filled in: placeholders get values, rows and paragraphs of lists are repeated.

mod check;
mod fault;
mod fill;
mod paragraph;
mod parcel;
mod spots;
mod tree;

use std::sync::Arc;

use check::Check;
use fault::Fault;
use fill::{Fill, is_marked};
use parcel::Parcel;
use tree::{Node, parse, written};

use crate::model::finding::Finding;
use crate::model::place::Place;
use crate::report::filling::Filling;

/// The form of a decision that ships with the program.
pub const DECISION: &[u8] = include_bytes!("../../../data/templates/quyet-dinh.docx");

/// The template with everything filled in. What is not text stays as it is; the same bytes every time.
///
/// # Errors
/// With all that is wrong with the template.
pub fn filled(template: &[u8], name: &Arc<str>, filling: &Filling) -> Result<Vec<u8>, Vec<Finding>> {
    let refused = |fault: Fault| vec![fault.finding().place(Place::file(name))];
    let parcel = Parcel::open(template).map_err(refused)?;
    let mut parts: Vec<(usize, Vec<Node>)> = Vec::new();
    let mut check = Check::new(filling, name);
    for part in parcel.parts.iter().filter(|part| part.is_text()) {
        let nodes = parse(&part.text).map_err(refused)?;
        check.part(&part.name, &nodes);
        if is_marked(&nodes) {
            parts.push((part.at, nodes));
        }
    }
    let findings = check.findings();
    if !findings.is_empty() {
        return Err(findings);
    }
    let mut fill = Fill::new(filling);
    let mut texts = Vec::new();
    for (at, nodes) in parts {
        let nodes = fill.nodes(nodes, None).map_err(refused)?;
        texts.push((at, written(&nodes).map_err(refused)?));
    }
    parcel.packed(&texts).map_err(refused)
}
