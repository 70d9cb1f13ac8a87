//! Zip archives by hand: an xlsx of any XML, sound or not.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// An archive of these parts.
pub fn parcel(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(bytes).expect("room");
    }
    archive.finish().expect("an archive").into_inner()
}

/// An xlsx of one sheet with this inside of its `worksheet`, and these other parts.
pub fn xlsx(sheet: &str, others: &[(&str, &str)]) -> Vec<u8> {
    const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |id, kind, target| format!("<Relationship Id='{id}' Type='{RELATIONS}/{kind}' Target='{target}'/>");
    let relations = [
        relation("s", "worksheet", "worksheets/sheet1.xml"),
        relation("t", "sharedStrings", "sharedStrings.xml"),
        relation("y", "styles", "styles.xml"),
    ];
    let relations = format!("<Relationships>{}</Relationships>", relations.concat());
    let main = format!("<Relationships>{}</Relationships>", relation("w", "officeDocument", "xl/workbook.xml"));
    let workbook = "<workbook><sheets><sheet name='DS' sheetId='1' r:id='s'/></sheets></workbook>";
    let sheet = format!("<worksheet>{sheet}</worksheet>");
    let own = [
        ("_rels/.rels", main.as_str()),
        ("xl/workbook.xml", workbook),
        ("xl/_rels/workbook.xml.rels", relations.as_str()),
        ("xl/worksheets/sheet1.xml", sheet.as_str()),
    ];
    let own = own.into_iter().filter(|(name, _)| others.iter().all(|(other, _)| other != name));
    let parts: Vec<(&str, &[u8])> =
        own.chain(others.iter().copied()).map(|(name, xml)| (name, xml.as_bytes())).collect();
    parcel(&parts)
}
