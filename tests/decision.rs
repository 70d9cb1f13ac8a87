//! The document of a decision: an office's own template filled in as Word left it, or refused in words with nothing
//! written.

mod trust;

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::process::Command;

use trust::{ROOT, code, run, said, sure};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
    <Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" \
    ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml\"/></Types>";
const RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"rId1\" Target=\"word/document.xml\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/></Relationships>";
const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"";

/// A docx of these parts.
fn docx(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut made = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        made.start_file(*name, SimpleFileOptions::default()).expect("a part");
        made.write_all(text.as_bytes()).expect("written");
    }
    made.finish().expect("a parcel").into_inner()
}

/// A template with this body, a footer and a picture.
fn template(body: &str) -> Vec<u8> {
    let document = format!("<w:document {SPACES}><w:body>{body}</w:body></w:document>");
    let footer = format!("<w:ftr {SPACES}><w:p><w:r><w:t>Số {{{{number}}}}</w:t></w:r></w:p></w:ftr>");
    docx(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELATIONS),
        ("word/document.xml", &document),
        ("word/footer1.xml", &footer),
        ("word/media/image1.png", "no picture, and not touched"),
    ])
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut parts = ZipArchive::new(Cursor::new(bytes)).expect("a parcel");
    let mut text = String::new();
    parts.by_name(name).expect("a part").read_to_string(&mut text).expect("text");
    text
}

/// The text of each paragraph.
fn lines(xml: &str) -> Vec<String> {
    let paragraphs = xml.split("</w:p>").map(|one| {
        let texts = one.split("<w:t").skip(1).filter(|rest| rest.starts_with(['>', ' ']));
        texts.filter_map(|rest| rest.split_once('>')?.1.split_once("</w:t>")).map(|(text, _)| text).collect::<String>()
    });
    paragraphs.filter(|line| !line.is_empty()).collect()
}

/// An office with decisions, and one cadre of a hostile name.
fn office() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path();
    for list in ["units", "cadres", "assignments"] {
        let lists = Path::new(ROOT).join("tests/stories/offices/decided");
        fs::copy(lists.join(format!("{list}.csv")), path.join(format!("{list}.csv"))).expect("a list");
    }
    let numbers = "number,day,issuer,signer,effective,replaces\n\
        45-QĐ/HU,2022-03-28,Ban Thường vụ Huyện ủy Đồng Lúa,Đặng Thị Dưa,2022-04-01,31-QĐ/HU\n";
    fs::write(path.join("decisions.csv"), numbers).expect("a list");
    let cadres = fs::read_to_string(path.join("cadres.csv")).expect("a list");
    let name = "\"A & B <w:p/> {{so}} \"\"x\"\"\"";
    fs::write(path.join("cadres.csv"), cadres.replace("Phạm Thị Quýt", name)).expect("a list");
    sure(path, &["init"]);
    sure(path, &["import", "units.csv", "cadres.csv", "assignments.csv", "decisions.csv", "--as-of", "2022-05-31"]);
    folder
}

fn filled(folder: &Path, body: &str, number: &str) -> Vec<u8> {
    fs::write(folder.join("own.docx"), template(body)).expect("a template");
    sure(folder, &["export", "decision", number, "--template", "own.docx", "-o", "out.docx"]);
    fs::read(folder.join("out.docx")).expect("a document")
}

#[test]
fn what_word_cuts_into_runs_is_filled_in_and_a_row_stands_for_each() {
    let folder = office();
    let cut = "<w:p w14:paraId=\"1\"><w:r><w:rPr><w:b/></w:rPr><w:t>Số {</w:t></w:r><w:proofErr w:type=\"spellStart\"/>\
        <w:r><w:t>{s</w:t></w:r><w:r><w:t>o}}, {{ Ngày }}</w:t></w:r></w:p>";
    let cell = |name: &str| format!("<w:tc><w:tcPr/>{}</w:tc>", paragraph(name));
    let row = ["{{phan_cong.stt}}", "{{assigned.full_name}}", "{{phan_cong.địa bàn}}"].map(cell).concat();
    let table = format!(
        "<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{}</w:tr><w:tr><w:trPr><w:cantSplit/></w:trPr>{row}</w:tr></w:tbl>",
        cell("STT")
    );
    let body = [cut, &table, &paragraph("- {{thoi.ho_ten}}, {{thoi.den_ngay}}")].concat();
    let made = filled(folder.path(), &body, "02-QĐ/ĐU");
    let xml = part(&made, "word/document.xml");
    assert_eq!(
        lines(&xml),
        [
            "Số 02-QĐ/ĐU, ngày …… tháng …… năm ……",
            "STT",
            "1",
            "A &amp; B &lt;w:p/&gt; {{so}} &quot;x&quot;",
            "Tổ nhân dân tự quản số 1, Tổ nhân dân tự quản số 2 - Ấp Bình Lúa",
            "2",
            "Võ Văn Chanh",
            "Tổ nhân dân tự quản số 1 - Ấp Phú Mỹ",
        ]
    );
    assert_eq!(xml.matches("<w:cantSplit/>").count(), 2);
    assert!(xml.contains("<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Số 02-QĐ/ĐU</w:t>"), "{xml}");
    assert_eq!(lines(&part(&made, "word/footer1.xml")), ["Số 02-QĐ/ĐU"]);
    assert_eq!(part(&made, "word/media/image1.png"), "no picture, and not touched");
    assert!(part(&made, "[Content_Types].xml").contains("wordprocessingml.document.main+xml"));
    assert!(filled(folder.path(), &body, "02-QĐ/ĐU") == made, "the same bytes");
}

#[test]
fn who_is_released_stands_there_and_nothing_does_where_nobody_is() {
    let folder = office();
    let body = [
        paragraph("Điều {{dieu_cuoi}}, {{hieu_luc}}{{thay_the}}"),
        paragraph("{{thoi.neu_co}}Điều 2: {{so_thoi}}"),
        paragraph("- {{thoi.ho_ten}}, {{thoi.dia_ban}}, {{thoi.den_ngay}}"),
    ];
    let told = |number: &str| lines(&part(&filled(folder.path(), &body.concat(), number), "word/document.xml"));
    let released = [
        "Điều 3, ngày 01 tháng 4 năm 2022, thay thế Quyết định số 31-QĐ/HU",
        "Điều 2: 1",
        "- Nguyễn Văn Mận, Ấp Bình Lúa - Xã Tân Lúa, 31/03/2022",
    ];
    assert_eq!(told("45-QĐ/HU"), released);
    assert_eq!(told("02-QĐ/ĐU"), ["Điều 2, ngày ký"]);
}

/// Every fault is told with what to do, by code 3, and no document is written.
#[test]
fn what_is_wrong_with_a_template_is_told_and_nothing_written() {
    let folder = office();
    let path = folder.path();
    let row = "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>".replace("{}", &paragraph("{{thoi.stt}}{{phan_cong.stt}}"));
    let bomb = format!("<w:p>{}</w:p>", " ".repeat(70 << 20));
    let encrypted =
        [b"\xD0\xCF\x11\xE0".to_vec(), "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect()];
    let document = format!("<w:document {SPACES}/>");
    let faults: [(&str, Vec<u8>); 13] = [
        ("template-placeholder-unknown", template(&paragraph("Số {{sos}}"))),
        ("template-placeholder-unknown", template(&paragraph("{{phan_cong.hoten}} {{}}"))),
        ("template-placeholder-open", template(&paragraph("Số {{so"))),
        ("template-two-lists", template(&row)),
        ("template-without-placeholders", docx(&[("word/document.xml", &document)])),
        ("template-damaged", docx(&[("word/document.xml", "<w:p>")])),
        ("template-damaged", docx(&[("word/document.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")])),
        ("template-with-macros", docx(&[("word/document.xml", &document), ("word/vbaProject.bin", "x")])),
        ("template-too-large", template(&bomb)),
        ("template-encrypted", encrypted.concat()),
        ("template-no-document", b"%PDF-1.7".to_vec()),
        ("template-no-document", Vec::new()),
        ("template-no-document", docx(&[("xl/workbook.xml", "<workbook/>")])),
    ];
    for (check, bytes) in faults {
        fs::write(path.join("own.docx"), bytes).expect("a template");
        let output = run(path, &["export", "decision", "45-QĐ/HU", "--template", "own.docx", "-o", "out.docx"]);
        let said = said(&output);
        assert_eq!(code(&output), 3, "{check}: {said}");
        assert!(said.contains(check) && said.contains("own.docx") && said.contains("→"), "{check}: {said}");
        assert!(!path.join("out.docx").exists(), "{check}");
    }
    let near = template(&paragraph("Số {{sos}}"));
    fs::write(path.join("own.docx"), near).expect("a template");
    let output = run(path, &["export", "decision", "45-QĐ/HU", "--template", "own.docx", "-o", "own.docx"]);
    assert_eq!(code(&output), 2, "{}", said(&output));
}

/// The form that is shipped is filled in, and LibreOffice opens it whole.
#[test]
fn the_form_shipped_is_opened_whole() {
    let folder = office();
    let path = folder.path();
    sure(path, &["template", "decision", "-o", "form.docx"]);
    sure(path, &["export", "decision", "--decision", "45-qđ/hu", "-o", "shipped.docx"]);
    sure(path, &["export", "decision", "45-QĐ/HU", "--template", "form.docx", "-o", "given.docx"]);
    let made = fs::read(path.join("shipped.docx")).expect("a document");
    assert!(made == fs::read(path.join("given.docx")).expect("a document"), "the form given out is the one shipped");
    let xml = part(&made, "word/document.xml");
    let told = lines(&xml);
    for line in ["ĐẢNG CỘNG SẢN VIỆT NAM", "Huyện ủy Đồng Lúa", "Số 45-QĐ/HU", "T/M BAN THƯỜNG VỤ", "Đặng Thị Dưa"]
    {
        assert!(told.iter().any(|one| one == line), "{line}: {told:?}");
    }
    assert!(!xml.contains("{{") && told.iter().any(|line| line.starts_with("Điều 3.")), "{told:?}");
    let has_writer = Command::new("lowriter").arg("--version").output().is_ok_and(|told| told.status.success());
    if !has_writer {
        let _ = writeln!(std::io::stderr(), "SKIPPED: LibreOffice Writer (lowriter) is not installed");
        return;
    }
    let profile = format!("-env:UserInstallation=file://{}", path.join("profile").display());
    let options = [&profile, "--headless", "--norestore", "--convert-to", "pdf", "shipped.docx"];
    let converted = Command::new("soffice").args(options).current_dir(path).output().expect("LibreOffice runs");
    assert!(path.join("shipped.pdf").is_file(), "{}", said(&converted));
    if let Ok(text) = Command::new("pdftotext").args(["shipped.pdf", "-"]).current_dir(path).output() {
        let text = String::from_utf8_lossy(&text.stdout).into_owned();
        assert!(text.contains("QUYẾT ĐỊNH") && text.contains("Nguyễn Văn Mận"), "{text}");
    }
}
