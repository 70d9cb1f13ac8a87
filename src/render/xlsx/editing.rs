//! A list to be changed in a workbook: cells that stay what they are when typed over, lists to choose from, a sheet
//! of notes, and hidden sheets that only programs read.

use anyhow::Result;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationRule, Format, FormatAlign, FormatBorder, Formula, IgnoreError, Workbook,
    Worksheet,
};

use super::formats::{BODY, TITLE, plain};
use super::measure::Letters;
use super::names::{cut, sheet_names};
use super::sheet::check_size;
use super::{added, text, widths};
use crate::model::lang::Lang;
use crate::model::list::Use;
use crate::model::stamp;
use crate::report::editing::{Editing, Field, Input};
use crate::report::table::{Cell, Table};

/// Rows below the list that are ready to be filled in.
const SPARE: u32 = 500;
/// Most rows of a sheet.
const MOST_ROWS: u32 = 1_048_576;
/// The hidden sheet of choices that do not fit into a validation.
const CHOICES: &str = "_lists";
/// Most letters of the choices in a validation, of its title and of its text.
const MOST_CHOSEN: usize = 255;
const MOST_TITLE: usize = 32;
const MOST_TEXT: usize = 255;
/// Longest text that every version of Excel shows in a cell kept as text.
const LONGEST_KEPT: usize = 255;
/// Widths of the notes in characters.
const NOTES: [f64; 3] = [28.0, 86.0, 16.0];

const MUST_FILL: Color = Color::RGB(0xA9_D0_8E);
const MAY_FILL: Color = Color::RGB(0xE2_EF_DA);
const GREY_FILL: Color = Color::RGB(0xED_ED_ED);
const GREY: Color = Color::RGB(0x60_60_60);
const LINE: Color = Color::RGB(0xBF_BF_BF);

/// Writes the sheets of a list for editing.
///
/// # Errors
/// When a sheet cannot hold the list.
pub fn fill(workbook: &mut Workbook, table: &Table, editing: &Editing, spares: bool) -> Result<()> {
    let wanted = [&table.heading.title, &editing.notes.name, CHOICES, stamp::SHEET];
    let names = sheet_names(wanted.into_iter());
    check_size(table, &names[0])?;
    write_list(added(workbook, table, spares)?.set_name(&names[0])?, table, editing)?;
    write_notes(workbook.add_worksheet().set_name(&names[1])?, table, editing)?;
    if editing.fields.iter().any(|field| long_choices(field).is_some()) {
        write_choices(workbook.add_worksheet().set_name(CHOICES)?, table, editing)?;
    }
    if let Some(stamp) = &editing.stamp {
        write_hidden(added(workbook, table, spares)?.set_name(stamp::SHEET)?, stamp.lines())?;
    }
    Ok(())
}

fn write_list(sheet: &mut Worksheet, table: &Table, editing: &Editing) -> Result<()> {
    let filled = u32::try_from(table.rows.len()).unwrap_or(MOST_ROWS);
    let last = (filled + SPARE).min(MOST_ROWS - 1);
    let letters = Letters::bold(BODY);
    let widths = widths::fitted(table, 1.0, letters);
    let mut lines = 1;
    let mut drawn = Vec::with_capacity(table.columns.len());
    for (at, (column, field)) in (0..).zip(table.columns.iter().zip(&editing.fields)) {
        let cell = cell_format(field, table.lang);
        let width = widths[usize::from(at)];
        sheet.set_column_width_pixels(at, width)?;
        // Rows beyond those that are drawn keep what is typed, too.
        sheet.set_column_format(at, &cell)?;
        sheet.write_string_with_format(0, at, &column.title, &header_format(field))?;
        lines = lines.max(letters.lines(&column.title, width));
        drawn.push(cell.set_border(FormatBorder::Thin).set_border_color(LINE));
        if let Some(validation) = validation(field, &column.title, editing)? {
            sheet.add_data_validation(1, at, last, at, &validation)?;
        }
    }
    sheet.set_row_height_pixels(0, letters.height(lines))?;
    let rows = table.rows.iter().map(|row| row.cells.as_slice()).chain(std::iter::repeat(&[][..]));
    for (row, cells) in (1..=last).zip(rows) {
        for (at, format) in (0..).zip(&drawn) {
            write_cell(sheet, (row, at), cells.get(usize::from(at)).unwrap_or(&Cell::Empty), format, table.lang)?;
        }
    }
    let end = u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.set_freeze_panes(1, 1)?.autofilter(0, 0, last, end)?.set_repeat_rows(0, 0)?;
    sheet.ignore_error_range(0, 0, last, end, IgnoreError::NumberStoredAsText)?;
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0).set_print_area(0, 0, filled, end)?;
    Ok(())
}

fn write_cell(sheet: &mut Worksheet, (row, at): (u32, u16), cell: &Cell, format: &Format, lang: Lang) -> Result<()> {
    match cell {
        Cell::Empty => sheet.write_blank(row, at, format)?,
        Cell::Number(number) if let Some(number) = text::exact(*number) => {
            sheet.write_number_with_format(row, at, number, format)?
        }
        Cell::Day(day) if let Some(date) = text::date(*day) => {
            sheet.write_datetime_with_format(row, at, &date, format)?
        }
        // To the letter: what comes back must be what went out.
        Cell::Text(text) if !text.chars().any(char::is_control) => {
            let is_long = text.chars().count() > LONGEST_KEPT;
            let format = if is_long { &format.clone().set_num_format_index(0) } else { format };
            sheet.write_string_with_format(row, at, &**text, format)?
        }
        other => sheet.write_string_with_format(row, at, text::shown(other, lang), format)?,
    };
    Ok(())
}

/// Text stays text when it is typed over, a day a day.
fn cell_format(field: &Field, lang: Lang) -> Format {
    let format = plain(BODY).set_align(FormatAlign::Top);
    let format = match (&field.input, lang) {
        (Input::Text | Input::Choice(_), _) => format.set_num_format_index(49),
        (Input::Number(_, true), _) => format.set_num_format_index(3),
        (Input::Number(_, false), _) => format.set_num_format_index(1).set_align(FormatAlign::Center),
        // With its language: where another is set, a day saved as csv would have its month first.
        (Input::Day, Lang::Vi) => format.set_num_format("[$-42A]dd/mm/yyyy").set_align(FormatAlign::Center),
        (Input::Day, Lang::En) => format.set_num_format(r"yyyy\-mm\-dd").set_align(FormatAlign::Center),
    };
    if field.role == Use::Context { format.set_background_color(GREY_FILL).set_font_color(GREY) } else { format }
}

fn header_format(field: &Field) -> Format {
    let format = plain(BODY).set_bold().set_text_wrap().set_align(FormatAlign::Center);
    let format = format.set_align(FormatAlign::VerticalCenter).set_border(FormatBorder::Thin).set_border_color(LINE);
    match field.role {
        Use::Filled => format.set_background_color(MUST_FILL),
        Use::Context => format.set_background_color(GREY_FILL).set_font_color(GREY).set_italic(),
        _ => format.set_background_color(MAY_FILL),
    }
}

/// What a column refuses, and what it says when a cell is chosen; nothing where any text will do.
fn validation(field: &Field, title: &str, editing: &Editing) -> Result<Option<DataValidation>> {
    let rule = DataValidation::new();
    let rule = match &field.input {
        _ if field.role == Use::Context => rule.allow_any_value(),
        Input::Text => return Ok(None),
        Input::Day => rule.allow_date(DataValidationRule::Between(
            &rust_xlsxwriter::ExcelDateTime::from_ymd(1900, 1, 1)?,
            &rust_xlsxwriter::ExcelDateTime::from_ymd(9999, 12, 31)?,
        )),
        Input::Number([least, most], _) => rule.allow_whole_number(DataValidationRule::Between(*least, *most)),
        Input::Choice(choices) => match long_choices(field) {
            None => rule.allow_list_strings(choices)?,
            Some(_) => rule.allow_list_formula(Formula::new(range_of_choices(field, editing))),
        },
    };
    let about =
        if field.role == Use::Context { format!("{}: {}", field.must, field.about) } else { field.about.clone() };
    let rule = rule.set_input_title(cut(title, MOST_TITLE))?.set_input_message(cut(&about, MOST_TEXT))?;
    if field.refusal.is_empty() {
        return Ok(Some(rule));
    }
    let rule = rule.set_error_title(cut(title, MOST_TITLE))?.set_error_message(cut(&field.refusal, MOST_TEXT))?;
    Ok(Some(rule))
}

/// The choices of a field that do not fit into its validation: too many letters, or commas in them.
fn long_choices(field: &Field) -> Option<&[String]> {
    let Input::Choice(choices) = &field.input else { return None };
    let letters: usize = choices.iter().map(|choice| choice.encode_utf16().count() + 1).sum();
    (letters > MOST_CHOSEN || choices.iter().any(|choice| choice.contains([',', '"']))).then_some(choices)
}

fn range_of_choices(field: &Field, editing: &Editing) -> String {
    let long = editing.fields.iter().filter(|field| long_choices(field).is_some());
    let at = long.take_while(|other| *other != field).count();
    let column = rust_xlsxwriter::utility::column_number_to_name(u16::try_from(at).unwrap_or(u16::MAX));
    let last = long_choices(field).map_or(1, <[String]>::len) + 1;
    format!("={CHOICES}!${column}$2:${column}${last}")
}

/// One column for each list of choices, headed by the name of its column.
fn write_choices(sheet: &mut Worksheet, table: &Table, editing: &Editing) -> Result<()> {
    let fields = table.columns.iter().zip(&editing.fields);
    let long = fields.filter_map(|(column, field)| Some((column, long_choices(field)?)));
    for (at, (column, choices)) in (0..).zip(long) {
        sheet.write_string(0, at, &*column.key)?;
        for (row, choice) in (1..).zip(choices) {
            sheet.write_string(row, at, choice)?;
        }
    }
    sheet.set_hidden(true);
    Ok(())
}

fn write_hidden(sheet: &mut Worksheet, lines: impl Iterator<Item = Vec<String>>) -> Result<()> {
    let format = Format::new().set_num_format_index(49);
    for (row, line) in (0..).zip(lines) {
        for (at, cell) in (0..).zip(line) {
            sheet.write_string_with_format(row, at, cell, &format)?;
        }
    }
    sheet.set_hidden(true);
    Ok(())
}

fn write_notes(sheet: &mut Worksheet, table: &Table, editing: &Editing) -> Result<()> {
    let notes = &editing.notes;
    let wrapped = plain(BODY).set_text_wrap().set_align(FormatAlign::Top);
    let boxed = wrapped.clone().set_border(FormatBorder::Thin).set_border_color(LINE);
    for (at, width) in (0..).zip(NOTES) {
        sheet.set_column_width(at, width)?;
    }
    let letters = Letters { size: BODY, is_bold: false };
    let pixels = |columns: &[f64]| columns.iter().map(|width| (width * 8.0) as u32).sum::<u32>();
    sheet.merge_range(0, 0, 0, 2, &notes.title, &plain(TITLE).set_bold())?;
    let mut row = 1;
    for step in &notes.steps {
        sheet.merge_range(row, 0, row, 2, step, &wrapped)?;
        sheet.set_row_height_pixels(row, letters.height(letters.lines(step, pixels(&NOTES))))?;
        row += 1;
    }
    row += 1;
    for (at, heading) in (0..).zip(&notes.headings) {
        sheet.write_string_with_format(row, at, heading, &boxed.clone().set_bold().set_background_color(MAY_FILL))?;
    }
    for (column, field) in table.columns.iter().zip(&editing.fields) {
        row += 1;
        for (at, cell) in (0..).zip([&column.title, &field.about, &field.must]) {
            sheet.write_string_with_format(row, at, cell, &boxed)?;
        }
        sheet.set_row_height_pixels(row, letters.height(letters.lines(&field.about, pixels(&NOTES[1..2]))))?;
    }
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0).set_screen_gridlines(false);
    Ok(())
}
