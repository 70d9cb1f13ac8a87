//! The formats of a sheet, each built once.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

use super::page::Page;
use crate::model::lang::Lang;

/// The letters that the offices' rules ask for.
pub const FONT: &str = "Times New Roman";
/// Size of text, in points.
pub const BODY: f64 = 12.0;
/// Size of titles, in points.
pub const TITLE: f64 = 14.0;

const HEADER_FILL: Color = Color::RGB(0xE2_EF_DA);
const GROUP_FILL: Color = Color::RGB(0xF2_F2_F2);
const GAP_FILL: Color = Color::RGB(0xF9_D5_CF);
const LINE: Color = Color::RGB(0x40_40_40);

/// Letters of a size and nothing else.
pub fn plain(size: f64) -> Format {
    Format::new().set_font_name(FONT).set_font_size(size)
}

/// Formats of the cells of one kind of row.
pub struct Cells {
    /// Texts; kept as text when edited, so that codes stay codes.
    pub text: Format,
    /// Texts of narrow columns.
    pub centred: Format,
    /// Texts so long that some versions of Excel would show ##### for text kept as text.
    pub long: Format,
    /// Numbers that count things.
    pub count: Format,
    /// Numbers that name things: years, rows.
    pub ordinal: Format,
    /// Days.
    pub day: Format,
}

impl Cells {
    fn new(base: &Format, lang: Lang) -> Self {
        let middle = base.clone().set_align(FormatAlign::Center);
        let day = match lang {
            Lang::Vi => "dd/mm/yyyy",
            Lang::En => r"yyyy\-mm\-dd",
        };
        Cells {
            text: base.clone().set_num_format_index(49),
            centred: middle.clone().set_num_format_index(49),
            long: base.clone(),
            count: base.clone().set_num_format_index(3),
            ordinal: middle.clone().set_num_format_index(1),
            day: middle.set_num_format(day),
        }
    }
}

/// Formats of one sheet.
pub struct Formats {
    /// The body above the office.
    pub superior: Format,
    /// The office, where a star stands below it.
    pub office: Format,
    /// The office, and the Party at the right, with a line below.
    pub underlined: Format,
    /// Title.
    pub title: Format,
    /// Lines below the title.
    pub subtitle: Format,
    /// Headings of columns.
    pub header: Format,
    /// Headings over rows.
    pub group: Format,
    /// Sums.
    pub total: Format,
    /// Ordinary rows.
    pub data: Cells,
    /// Rows that stand for somebody missing.
    pub gap: Cells,
    /// The field for a signature: its title in bold at the upper edge.
    pub signature: Format,
    /// Place and day, in the field for a signature.
    pub place_and_day: Format,
}

impl Formats {
    /// The formats for a language on a paper.
    pub fn new(lang: Lang, page: &Page) -> Self {
        let vertical = if page.is_document { FormatAlign::VerticalCenter } else { FormatAlign::Top };
        let head = plain(BODY).set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter).set_text_wrap();
        let cell = plain(page.size).set_border(FormatBorder::Thin).set_border_color(LINE).set_text_wrap();
        let bold = cell.clone().set_bold().set_align(FormatAlign::VerticalCenter);
        let data = cell.set_align(vertical);
        // Italics tell a gap apart where the colour is not printed.
        let gap = data.clone().set_italic().set_background_color(GAP_FILL);
        let office = head.clone().set_bold();
        Formats {
            underlined: office.clone().set_underline(FormatUnderline::Single),
            title: office.clone().set_font_size(TITLE),
            subtitle: head.clone().set_italic(),
            header: bold.clone().set_align(FormatAlign::Center).set_background_color(HEADER_FILL),
            group: bold.clone().set_background_color(GROUP_FILL),
            total: bold,
            data: Cells::new(&data, lang),
            gap: Cells::new(&gap, lang),
            signature: office.clone().set_align(FormatAlign::Top),
            place_and_day: plain(BODY).set_italic(),
            superior: head,
            office,
        }
    }
}
