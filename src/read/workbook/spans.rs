//! The merged cells of an ods, which calamine does not tell, noted while its content is gone through.

use calamine::Dimensions;
use quick_xml::events::{BytesStart, Event};

use super::super::grid::Merged;
use super::fault::Fault;
use super::merged;
use super::rows::{MOST_PLACES, MOST_ROWS};
use super::xml::count;

/// The most merged areas of a workbook.
const MOST_AREAS: usize = 1 << 20;

/// The merged cells of the sheets so far, and where the next cell stands.
#[derive(Debug, Default)]
pub struct Spans {
    areas: Vec<Merged>,
    /// Where the areas of each sheet end.
    ends: Vec<usize>,
    is_in_sheet: bool,
    row: u32,
    row_times: u32,
    column: u32,
}

impl Spans {
    /// The merged cells of the sheet at this position.
    pub fn of(&self, sheet: usize) -> &[Merged] {
        let end = self.ends.get(sheet).copied().unwrap_or_default();
        let from = sheet.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        self.areas.get(from..end).unwrap_or_default()
    }

    /// Takes the next event. A sheet is what calamine takes for one: a table with a name, up to the first end of any.
    pub fn take(&mut self, event: &Event<'_>) -> Result<(), Fault> {
        match event {
            Event::Start(tag) => match tag.name().0 {
                "table:table" if !self.is_in_sheet => self.start_sheet(tag)?,
                "table:table-row" => {
                    self.row_times = within(count(tag, "table:number-rows-repeated")?, MOST_ROWS);
                    self.column = 0;
                }
                "table:table-cell" | "table:covered-table-cell" if self.is_in_sheet => self.cell(tag)?,
                _ => {}
            },
            Event::End(tag) => match tag.name().0 {
                "table:table" => self.is_in_sheet = false,
                "table:table-row" => self.row = (self.row + self.row_times).min(MOST_ROWS),
                _ => {}
            },
            _ => {}
        }
        Ok(())
    }

    fn start_sheet(&mut self, tag: &BytesStart<'_>) -> Result<(), Fault> {
        for attribute in tag.attributes().with_checks(false) {
            self.is_in_sheet |= attribute?.key.0 == "table:name";
        }
        if self.is_in_sheet {
            self.ends.push(self.areas.len());
            (self.row, self.column) = (0, 0);
        }
        Ok(())
    }

    fn cell(&mut self, tag: &BytesStart<'_>) -> Result<(), Fault> {
        let (mut rows, mut columns, mut times) = (1, 1, 1);
        for attribute in tag.attributes().with_checks(false) {
            let attribute = attribute?;
            let (into, most) = match attribute.key.0 {
                "table:number-rows-spanned" => (&mut rows, MOST_ROWS),
                "table:number-columns-spanned" => (&mut columns, MOST_PLACES),
                "table:number-columns-repeated" => (&mut times, MOST_PLACES),
                _ => continue,
            };
            *into = within(attribute.value.parse().map_err(|_| Fault::Damaged)?, most);
        }
        let (rows, columns) = (rows.max(1), columns.max(1));
        let last = ((self.row + rows).min(MOST_ROWS) - 1, (self.column + columns).min(MOST_PLACES) - 1);
        if self.row < MOST_ROWS && self.column < MOST_PLACES {
            self.areas.extend(merged(&Dimensions::new((self.row, self.column), last)));
        }
        if self.areas.len() > MOST_AREAS {
            return Err(Fault::TooLarge);
        }
        self.ends.iter_mut().next_back().into_iter().for_each(|end| *end = self.areas.len());
        self.column = (self.column + times).min(MOST_PLACES);
        Ok(())
    }
}

fn within(count: u64, most: u32) -> u32 {
    u32::try_from(count).unwrap_or(most).min(most)
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::super::xml;
    use super::*;

    fn spans(text: &str) -> Result<Spans, Fault> {
        let mut spans = Spans::default();
        xml::read(text.as_bytes(), 1 << 30, |event| {
            spans.take(&event)?;
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(spans)
    }

    fn spanned(rows: &str, columns: &str) -> String {
        format!("<table:table-cell table:number-rows-spanned='{rows}' table:number-columns-spanned='{columns}'/>")
    }

    #[test]
    fn areas_stand_where_their_first_cell_does() {
        let text = format!(
            "<x><table:table/><table:table table:name='a'>\
             <table:table-row table:number-rows-repeated='3'><table:table-cell/></table:table-row>\
             <table:table-row><table:table-cell table:number-columns-repeated='2'/>{}<table:covered-table-cell/>{}\
             </table:table-row></table:table><table:table table:name='b'/>\
             <table:table table:name='c'><table:table-row>{}{}</table:table-row></table:table></x>",
            spanned("1", "2"),
            spanned("2", "1"),
            spanned("4294967296", "1"),
            spanned("0", "0"),
        );
        let spans = spans(&text).expect("sound");
        let area = |rows, cells| Merged { rows, cells };
        assert_eq!(spans.of(0), [area([4, 4], [2, 3]), area([4, 5], [4, 4])]);
        assert_eq!(spans.of(1), []);
        assert_eq!(spans.of(2), [area([1, MOST_ROWS], [0, 0])]);
        assert_eq!(spans.of(3), []);
    }

    #[test]
    fn no_more_areas_are_noted_than_a_workbook_has() {
        let cell = spanned("2", "2");
        let text = format!("<table:table table:name='a'><table:table-row>{cell}{cell}</table:table-row></table:table>");
        let mut full =
            Spans { areas: vec![Merged { rows: [1, 2], cells: [0, 0] }; MOST_AREAS - 1], ..Spans::default() };
        let taken = xml::read(text.as_bytes(), 1 << 30, |event| {
            full.take(&event)?;
            Ok(ControlFlow::Continue(()))
        });
        assert_eq!((taken, full.areas.len()), (Err(Fault::TooLarge), MOST_AREAS + 1));
    }
}
