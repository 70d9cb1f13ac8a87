//! A document of several sections as a workbook: a sheet for each, with its pictures as charts under the table; what
//! the charts show stands on a sheet of its own.

use anyhow::Result;
use rust_xlsxwriter::{Chart, ChartFont, ChartLegendPosition, ChartMarker, Workbook};

use super::super::Look;
use super::formats::{self, Formats};
use super::names::sheet_names;
use super::page::Page;
use super::sheet::{self, Sheet};
use super::{properties, text};
use crate::report::review::Document;
use crate::report::review::section::{Measure, Picture, Shape};
use crate::report::table::{Heading, Table};
use crate::say;
use crate::text::catalogue::Catalogue;

/// Height of a chart, in pixels.
const CHART: u32 = 330;

/// The workbook.
///
/// # Errors
/// When a sheet cannot hold its table.
pub fn workbook(document: &Document, look: &Look) -> Result<Vec<u8>> {
    let mut workbook = super::begun();
    workbook.set_default_format(&formats::plain(formats::BODY), 21, 72)?;
    let tables: Vec<Table> = (0..document.sections.len()).map(|at| headed(document, at)).collect();
    workbook.set_properties(&properties(tables.iter(), look)?);
    let charted = say!(Catalogue::new(document.lang), "review-charted");
    let titles = document.sections.iter().map(|section| section.short.as_str());
    let mut names = sheet_names(titles.chain([charted.as_str()]));
    let charted = names.pop().unwrap_or_default();
    let mut top = 0;
    for ((section, table), name) in document.sections.iter().zip(&tables).zip(names) {
        sheet::check_size(table, &name)?;
        let page = Page::of(table);
        let formats = Formats::new(table.lang, &page);
        let worksheet = workbook.add_worksheet().set_name(name)?;
        let mut sheet = Sheet::new(worksheet, table, &formats, &page);
        sheet.rooms = vec![CHART; section.pictures.len()];
        sheet.fill(table.rows.iter())?;
        let rows = std::mem::take(&mut sheet.pictures);
        for (picture, row) in section.pictures.iter().zip(rows) {
            worksheet.insert_chart(row, 0, &chart(picture, &charted, top, page.room()))?;
            top += height(picture);
        }
    }
    if top > 0 {
        write_charted(&mut workbook, document, &charted)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// The table of a section with what stands over it.
fn headed(document: &Document, at: usize) -> Table {
    let section = &document.sections[at];
    let notes = document.notes.iter().filter(|_| at == 0).chain(&section.notes);
    let subtitle = document.heading.subtitle.iter().chain(notes).cloned().collect();
    let heading = Heading { title: section.title.clone(), subtitle, ..document.heading.clone() };
    Table { heading, ..section.table.clone() }
}

/// Rows that a picture takes on the sheet of what is charted.
fn height(picture: &Picture) -> u32 {
    u32::try_from(picture.labels.len()).unwrap_or(u32::MAX).saturating_add(3)
}

/// A chart of the figures that stand from a row on.
fn chart(picture: &Picture, sheet: &str, top: u32, width: u32) -> Chart {
    let mut chart = match picture.shape {
        Shape::Bars if picture.measure == Measure::PerMille => Chart::new_bar(),
        Shape::Bars => Chart::new_column(),
        Shape::Line => Chart::new_line(),
    };
    let last = top + 1 + u32::try_from(picture.labels.len()).unwrap_or(1);
    for column in (1..).take(picture.series.len()) {
        let series = chart.add_series();
        series.set_name((sheet, top + 1, column)).set_categories((sheet, top + 2, 0, last, 0));
        series.set_values((sheet, top + 2, column, last, column));
        if picture.shape == Shape::Line {
            series.set_marker(ChartMarker::new().set_automatic());
        }
    }
    chart.title().set_name(text::fitted(&picture.title).as_ref()).set_font(ChartFont::new().set_size(12));
    chart.legend().set_position(ChartLegendPosition::Bottom);
    match (picture.measure, picture.shape) {
        (Measure::Count, _) => {}
        (Measure::PerMille, Shape::Line) => {
            chart.y_axis().set_max(1).set_num_format("0.0%");
        }
        // Bars lie across: their labels stand at the left, the first above.
        (Measure::PerMille, Shape::Bars) => {
            chart.y_axis().set_reverse();
            chart.x_axis().set_min(0).set_max(1).set_num_format("0%");
        }
    }
    chart.set_width(width).set_height(CHART - 10).set_alt_text(text::fitted(&picture.title));
    chart
}

/// The figures of all pictures, one block under the other.
fn write_charted(workbook: &mut Workbook, document: &Document, name: &str) -> Result<()> {
    let sheet = workbook.add_worksheet().set_name(name)?;
    let share = formats::plain(formats::BODY).set_num_format("0.0%");
    let (bold, plain) = (formats::plain(formats::BODY).set_bold(), formats::plain(formats::BODY));
    sheet.set_column_width(0, 40)?.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    let mut row = 0;
    for picture in document.sections.iter().flat_map(|section| &section.pictures) {
        sheet.write_string_with_format(row, 0, text::fitted(&picture.title), &bold)?;
        for (at, label) in (row + 2..).zip(&picture.labels) {
            sheet.write_string_with_format(at, 0, text::fitted(label), &plain)?;
        }
        for (column, series) in (1..).zip(&picture.series) {
            sheet.set_column_width(column, 20)?;
            sheet.write_string_with_format(row + 1, column, text::fitted(&series.name), &bold)?;
            for (at, value) in (row + 2..).zip(&series.values).filter_map(|(at, value)| Some((at, (*value)?))) {
                match picture.measure {
                    Measure::Count => sheet.write_number_with_format(at, column, value as f64, &plain)?,
                    Measure::PerMille => sheet.write_number_with_format(at, column, value as f64 / 1000.0, &share)?,
                };
            }
        }
        row += height(picture);
    }
    Ok(())
}
