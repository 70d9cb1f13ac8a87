//! Documents for Word that print as they are: one table on A4, the same bytes whenever they are made.

mod chart;
mod heading;
mod pack;
mod rows;
pub(super) mod sections;
mod text;

use anyhow::{Result, ensure};
use docx_rs::{Docx, PageMargin, PageOrientationType, RunFonts};

use super::xlsx::formats::{BODY, FONT};
use super::xlsx::page::Page;
use super::{Look, TooLarge};
use crate::model::day::Month;
use crate::report::table::Table;

/// Most rows and columns of a table that Word opens.
const MOST: (usize, usize) = (32_000, 63);
/// Twentieths of a point in a millimetre.
const TWIPS: f64 = 1440.0 / 25.4;

/// A table as a document: what stands over it, its rows, what stands under it.
///
/// # Errors
/// When Word could not open it, or it cannot be packed.
pub fn document(table: &Table, look: &Look) -> Result<Vec<u8>> {
    check_size(table.rows.len(), table.columns.len())?;
    let page = Page::filled(table);
    let widths = widths(&page);
    let mut docx = paper(&page, look).footer(heading::page_numbers(table.lang));
    let above = heading::push_heading(&mut docx, table, &widths);
    if !table.columns.is_empty() {
        docx = docx.add_table(rows::table(table, &page, &widths));
    }
    if let Some(signature) = &table.signature {
        heading::push_signature(&mut docx, signature, &widths);
    }
    pack::packed(docx, above..above + 1, &[], table.lang)
}

/// Refuses a table of so many rows and columns, where Word could not open it.
fn check_size(rows: usize, columns: usize) -> Result<()> {
    let is_held = rows <= MOST.0 && columns <= MOST.1;
    ensure!(is_held, TooLarge { key: "document-full", name: String::new(), size: (rows, columns), most: MOST });
    Ok(())
}

/// An empty document: its paper, its letters, and a date of making that the month gives.
fn paper(page: &Page, look: &Look) -> Docx {
    let ([width, height], [left, right, top, bottom]) = page.paper();
    let margin = PageMargin {
        top: twips(top) as i32,
        left: twips(left) as i32,
        bottom: twips(bottom) as i32,
        right: twips(right) as i32,
        header: twips(top / 2.0) as i32,
        footer: twips(bottom / 2.0) as i32,
        gutter: 0,
    };
    let first = look.month.map_or(jiff::civil::date(2000, 1, 1), Month::first);
    let made = format!("{first}T00:00:00Z");
    let fonts = RunFonts::new().ascii(FONT).hi_ansi(FONT).east_asia(FONT).cs(FONT);
    let docx = Docx::new().default_fonts(fonts).default_size(text::half_points(BODY));
    let docx = docx.created_at(&made).updated_at(&made).page_margin(margin);
    let docx = docx.page_size(twips(width) as u32, twips(height) as u32);
    if page.is_across { docx.page_orient(PageOrientationType::Landscape) } else { docx }
}

/// Width of each column in twips; together as wide as the page between its margins.
fn widths(page: &Page) -> Vec<usize> {
    let ([width, _], [left, right, ..]) = page.paper();
    let room = twips(width - left - right);
    let total = f64::from(page.widths.iter().sum::<u32>().max(1));
    page.widths.iter().map(|own| (f64::from(*own) / total * room as f64) as usize).collect()
}

fn twips(millimetres: f64) -> usize {
    (millimetres * TWIPS).round() as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::lang::Lang;
    use crate::report::table::{Cell, Column, Heading, RowKind, Signature};
    use std::io::{Cursor, Read};

    fn roster(lang: Lang) -> Table {
        let column = |key: &'static str| Column { key: key.into(), title: key.to_uppercase(), width: 12 };
        let mut table = Table { columns: ["stt", "name", "since"].map(column).to_vec(), lang, ..Table::default() };
        table.heading = Heading {
            superior: "Huyện ủy Châu Thành".to_owned(),
            office: "Ban Tổ chức".to_owned(),
            title: "Danh sách phân công".to_owned(),
            subtitle: vec!["Tháng 05/2022".to_owned()],
        };
        table.signature = Some(Signature {
            place_and_day: "…, ngày …… tháng …… năm 2022".to_owned(),
            left: "NGƯỜI LẬP BIỂU".to_owned(),
            right: "TRƯỞNG BAN".to_owned(),
        });
        table.push_line(RowKind::Group, "I. Trưởng cụm vùng".to_owned());
        table.push(vec![1u32.into(), Cell::from("Lê Thị Ánh"), jiff::civil::date(2022, 5, 31).into()]);
        table.push_kind(RowKind::Gap, vec![Cell::Empty, Cell::from("(còn trống)"), Cell::Empty]);
        table.push_line(RowKind::Total, "Cộng: 1 người".to_owned());
        table
    }

    fn made(table: &Table) -> Vec<u8> {
        document(table, &Look::default()).expect("a document")
    }

    fn part(bytes: &[u8], name: &str) -> String {
        let mut parts = zip::ZipArchive::new(Cursor::new(bytes)).expect("a parcel");
        let mut text = String::new();
        parts.by_name(name).expect("a part").read_to_string(&mut text).expect("text");
        text
    }

    fn body(table: &Table) -> String {
        part(&made(table), "word/document.xml")
    }

    /// What stands between the tags, in order.
    fn texts(xml: &str) -> Vec<String> {
        let pieces = xml.split("<w:t xml:space=\"preserve\">").skip(1);
        pieces.map(|piece| piece.split("</w:t>").next().unwrap_or_default().to_owned()).collect()
    }

    #[test]
    fn the_same_bytes_every_time_in_every_thread() {
        let first = made(&roster(Lang::Vi));
        assert_eq!(made(&roster(Lang::Vi)), first);
        assert_eq!(std::thread::spawn(|| made(&roster(Lang::Vi))).join().expect("a document"), first);
        let may = Look { month: Month::parse("2022-05"), ..Look::default() };
        let dated = document(&roster(Lang::Vi), &may).expect("a document");
        assert!(part(&dated, "docProps/core.xml").contains("2022-05-01T00:00:00Z") && dated != first);
    }

    #[test]
    fn a_document_is_headed_and_signed() {
        let all = texts(&body(&roster(Lang::Vi)));
        let expected = ["HUYỆN ỦY CHÂU THÀNH", "BAN TỔ CHỨC", "*", "ĐẢNG CỘNG SẢN VIỆT NAM", "DANH SÁCH PHÂN CÔNG"];
        assert_eq!(all[..5], expected);
        let signed = ["Cộng: 1 người", "NGƯỜI LẬP BIỂU", "…, ngày …… tháng …… năm 2022", "TRƯỞNG BAN"];
        assert_eq!(all[all.len() - 4..], signed);
        assert!(all.contains(&"31/05/2022".to_owned()));
        assert!(!texts(&body(&roster(Lang::En))).contains(&"*".to_owned()));
    }

    #[test]
    fn the_headings_of_the_columns_stand_on_each_page_and_nothing_else_does() {
        let bare = Table { heading: Heading::default(), signature: None, ..roster(Lang::Vi) };
        for table in [&roster(Lang::Vi), &bare] {
            let body = body(table);
            let (before, after) = body.split_once("<w:tblHeader />").expect("a row of headings");
            assert_eq!(texts(before).len(), if table.heading.title.is_empty() { 0 } else { 6 });
            assert_eq!(texts(after)[0], "STT");
            assert!(!after.contains("<w:tblHeader />"));
        }
    }

    #[test]
    fn pages_are_numbered() {
        let footer = part(&made(&roster(Lang::Vi)), "word/footer1.xml");
        let (page, pages) = (footer.find(">PAGE<").expect("a page"), footer.find(">NUMPAGES<").expect("pages"));
        assert!(page < pages && texts(&footer)[0] == "Trang " && texts(&footer).contains(&"/".to_owned()), "{footer}");
    }

    #[test]
    fn a_cell_is_text_and_never_markup() {
        let hostile = "a\u{0}\u{1}\u{b}\u{1b}\u{FFFE}\u{FFFF}\u{202E}<w:tbl><w:p w14:paraId=\"1\">&amp;\r\nb";
        let mut table = roster(Lang::Vi);
        table.heading.title = hostile.to_owned();
        table.push(vec![Cell::Empty, Cell::from(hostile), Cell::Empty]);
        let body = body(&table);
        assert!(!body.contains(|c: char| c.is_control() || matches!(c, '\u{202E}' | '\u{FFFE}' | '\u{FFFF}')));
        assert!(body.contains("&lt;w:tbl&gt;&lt;w:p w14:paraId="), "{body}");
        assert_eq!(body.matches("<w:tbl>").count(), 3);
    }

    #[test]
    fn documents_of_any_width_are_written_as_far_as_word_goes() {
        for columns in [0, 1, 2, 40, 63] {
            let columns: Vec<Column> = roster(Lang::Vi).columns.iter().cycle().take(columns).cloned().collect();
            let mut table = Table { columns, ..roster(Lang::Vi) };
            table.rows.clear();
            table.push(vec![Cell::from("Tổ NDTQ số 1"); table.columns.len()]);
            table.push_line(RowKind::Total, "Cộng".to_owned());
            assert_eq!(texts(&body(&table)).contains(&"Cộng".to_owned()), !table.columns.is_empty());
        }
        let columns = roster(Lang::Vi).columns.iter().cycle().take(64).cloned().collect();
        let wide = Table { columns, rows: Vec::new(), ..roster(Lang::Vi) };
        let refused = document(&wide, &Look::default()).expect_err("too wide");
        assert!(refused.is::<TooLarge>(), "{refused:#}");
    }
}
