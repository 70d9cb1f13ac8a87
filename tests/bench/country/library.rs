//! The workbook library alone: the cells of workbooks that were made, written once more, all of one look.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use calamine::{Data, DataType, Reader, open_workbook_auto};
use rust_xlsxwriter::{Format, FormatBorder, Workbook};

/// The cells of the first sheet of every workbook in a folder.
pub fn cells(folder: &Path) -> Vec<Vec<Vec<Data>>> {
    let files = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path());
    let mut files: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|ending| ending == "xlsx")).collect();
    files.sort();
    let sheet = |path: &PathBuf| {
        let mut book = open_workbook_auto(path).expect("a workbook");
        let range = book.worksheet_range_at(0).expect("a sheet").expect("cells");
        range.rows().map(<[Data]>::to_vec).collect()
    };
    files.iter().map(sheet).collect()
}

/// Seconds that writing them takes on so many threads, pressed as hard as the library does it by itself, or as told.
pub fn seconds(books: &[Vec<Vec<Data>>], folder: &Path, threads: usize, level: Option<u8>) -> f64 {
    std::fs::create_dir_all(folder).expect("a folder");
    let (begun, next) = (Instant::now(), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let at = next.fetch_add(1, Ordering::Relaxed)
                    && at < books.len()
                {
                    write(&books[at], &folder.join(format!("{at}.xlsx")), level);
                }
            });
        }
    });
    begun.elapsed().as_secs_f64()
}

fn write(rows: &[Vec<Data>], path: &Path, level: Option<u8>) {
    let mut workbook = Workbook::new();
    if let Some(level) = level {
        workbook.set_zip_compression_level(level);
    }
    let sheet = workbook.add_worksheet();
    let look = Format::new().set_font_name("Times New Roman").set_border(FormatBorder::Thin);
    for (row, cells) in (0..).zip(rows) {
        for (at, cell) in (0..).zip(cells) {
            match cell {
                Data::Empty => sheet.write_blank(row, at, &look),
                Data::Float(number) => sheet.write_number_with_format(row, at, *number, &look),
                Data::Int(number) => sheet.write_number_with_format(row, at, *number as f64, &look),
                other => sheet.write_string_with_format(row, at, other.as_string().unwrap_or_default(), &look),
            }
            .expect("a cell");
        }
    }
    workbook.save(path).expect("a workbook");
}
