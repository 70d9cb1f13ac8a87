//! The directory of an xlsx: its sheets in the order of their tabs, and the part in which each thing is kept.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::Arc;

use quick_xml::events::{BytesStart, Event};

use super::super::fault::Fault;
use super::super::package::Package;
use super::super::typed::Epoch;
use super::super::xml::{attribute, plain};
use super::Sheet;

const PACKAGE: &str = "_rels/.rels";
const USUAL: &str = "xl/workbook.xml";

/// What a workbook says about its parts.
#[derive(Debug, Default)]
pub struct Directory {
    /// Its sheets with cells, each with its part.
    pub sheets: Vec<(Sheet, String)>,
    /// The part of the strings.
    pub strings: Option<String>,
    /// The part of the styles.
    pub styles: Option<String>,
    /// The day it counts from.
    pub epoch: Epoch,
}

/// A part that another refers to: what it is for, and its name.
struct Target {
    purpose: String,
    part: String,
}

/// The name of the main part.
pub fn main_part(package: &Package<'_>) -> Result<String, Fault> {
    if package.holds(USUAL) {
        return Ok(USUAL.to_owned());
    }
    let targets = targets(package, PACKAGE, "")?;
    let main = targets.into_values().find(|target| target.purpose == "officeDocument");
    main.map(|target| target.part).ok_or(Fault::Damaged)
}

/// Reads the main part and what it refers to.
pub fn directory(package: &Package<'_>, main: &str) -> Result<Directory, Fault> {
    let (folder, name) = main.rsplit_once('/').unwrap_or(("", main));
    let rels = if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") };
    let targets = targets(package, &rels, folder)?;
    let of = |purpose| targets.values().find(|target| target.purpose == purpose).map(|target| target.part.clone());
    let mut directory = Directory { strings: of("sharedStrings"), styles: of("styles"), ..Directory::default() };
    let is_there = package.read(main, |event| {
        if let Event::Start(tag) = &event {
            match tag.local_name().as_ref() {
                "sheet" => directory.sheets.extend(sheet(tag, &targets)?),
                "workbookPr" => directory.epoch = epoch(tag)?.unwrap_or(directory.epoch),
                _ => {}
            }
        }
        Ok(ControlFlow::Continue(()))
    })?;
    if is_there { Ok(directory) } else { Err(Fault::Damaged) }
}

/// A sheet and its part; nothing when it has no cells (a chart, a dialogue, macros of Excel 4).
fn sheet(tag: &BytesStart<'_>, targets: &HashMap<String, Target>) -> Result<Option<(Sheet, String)>, Fault> {
    let (mut name, mut is_visible, mut target) = (String::new(), true, None);
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute?;
        match attribute.key.local_name().as_ref() {
            "name" => name = plain(attribute.value)?,
            "state" => is_visible = attribute.value == "visible",
            "id" => target = targets.get(&*attribute.value),
            _ => {}
        }
    }
    let part = target.filter(|target| target.purpose == "worksheet").map(|target| target.part.clone());
    Ok(part.map(|part| (Sheet { name: Arc::from(name), is_visible }, part)))
}

fn epoch(tag: &BytesStart<'_>) -> Result<Option<Epoch>, Fault> {
    let is_1904 = attribute(tag, "date1904")?.map(|value| value == "1" || value == "true");
    Ok(is_1904.map(|is_1904| if is_1904 { Epoch::Since1904 } else { Epoch::Since1900 }))
}

/// What the list of references `rels` refers to, by id; names are relative to `folder`.
fn targets(package: &Package<'_>, rels: &str, folder: &str) -> Result<HashMap<String, Target>, Fault> {
    let mut targets = HashMap::new();
    package.read(rels, |event| {
        if let Event::Start(tag) = &event
            && tag.local_name().as_ref() == "Relationship"
        {
            let value = |name| attribute(tag, name)?.map(plain).transpose();
            let (id, purpose, target) = (value("Id")?, value("Type")?, value("Target")?);
            if let (Some(id), Some(purpose), Some(target)) = (id, purpose, target) {
                let purpose = purpose.rsplit('/').next().unwrap_or_default().to_owned();
                targets.insert(id, Target { purpose, part: resolved(folder, &target) });
            }
        }
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(targets)
}

/// The name of a part from a reference: absolute, or relative to a folder.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let (mut steps, rest): (Vec<&str>, &str) = match target.strip_prefix('/') {
        Some(rest) => (Vec::new(), rest),
        None => (folder.split('/').filter(|step| !step.is_empty()).collect(), &target),
    };
    for step in rest.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_resolved() {
        for (target, right) in [
            ("worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("../custom/a.xml", "custom/a.xml"),
            ("./styles.xml", "xl/styles.xml"),
            ("..\\..\\..\\a.xml", "a.xml"),
        ] {
            assert_eq!(resolved("xl", target), right);
        }
    }
}
