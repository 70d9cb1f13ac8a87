//! How long a large workbook takes, beside what calamine's own reader of cells needs alone, in the same run.

use std::hint::black_box;
use std::io::Cursor;
use std::sync::LazyLock;

use calamine::{DataRef, Reader, Xlsx};
use divan::{Bencher, black_box_drop};
use jiff::civil::date;
use phancong::model::finding::has_error;
use phancong::read::lists::Reading;
use phancong::read::policy::{built_in, policy};
use phancong::read::source::File;
use phancong::read::wishes::Wishes;
use phancong::read::workbook::open;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

const ROWS: u32 = 200_000;
const HEADER: [&str; 12] = [
    "STT",
    "Mã CB",
    "Họ và tên",
    "Năm sinh",
    "Chức vụ",
    "Cơ quan",
    "Cấp",
    "Mã đơn vị công tác",
    "Điện thoại",
    "Tình trạng",
    "Tình trạng từ ngày",
    "Ghi chú",
];
const GOAL: &str =
    "Goal: 200,000 rows of 12 columns are read and validated in 1.5 times what calamine needs to read the cells.";

fn main() {
    println!("{GOAL}");
    println!("The workbook has {} MB.", LARGE.len() >> 20);
    divan::main();
}

/// A list as an office has it: codes and names as text, a year, a day, and much that repeats.
static LARGE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet()).expect("room");
    workbook.save_to_buffer().expect("a workbook")
});

fn fill(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    const NAMES: [&str; 5] = ["Nguyễn Thị Huệ", "Lê An", "Trần Văn Bình", "Phạm Quốc Đạt", "Võ Thị Ngọc Ánh"];
    const POSTS: [&str; 3] = ["Phó Chủ tịch", "Công chức", "Bí thư chi bộ ấp"];
    sheet.write_row(0, 0, HEADER)?;
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let code = Format::new().set_num_format("00000");
    for row in 1..=ROWS {
        let name = NAMES[row as usize % NAMES.len()];
        sheet.write(row, 0, row)?;
        sheet.write(row, 1, format!("CB{row:06}"))?;
        sheet.write(row, 2, format!("{name} {}", row / 7))?;
        sheet.write(row, 3, 1950 + row % 50)?;
        sheet.write(row, 4, POSTS[row as usize % POSTS.len()])?;
        sheet.write(row, 5, format!("Ủy ban nhân dân xã số {}", row % 100))?;
        sheet.write(row, 6, "commune")?;
        sheet.write_with_format(row, 7, 10_000 + row % 20_000, &code)?;
        sheet.write(row, 8, format!("09{:08}", row * 37 % 100_000_000))?;
        sheet.write(row, 9, "đang công tác")?;
        sheet.write_with_format(row, 10, 40_000 + row % 4000, &day)?;
        sheet.write(row, 11, NAMES[(row as usize + 1) % NAMES.len()])?;
    }
    Ok(())
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn a_grid_of_200_000_rows(bencher: Bencher) {
    LazyLock::force(&LARGE);
    bencher.bench(|| {
        let grid = open(&LARGE).and_then(|workbook| workbook.grid(0)).expect("a sound workbook");
        assert_eq!(grid.lines.len(), ROWS as usize + 1);
        black_box_drop(grid);
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn a_list_of_200_000_rows_read_and_validated(bencher: Bencher) {
    let policy = policy(built_in("three-tier").expect("a policy"), "policy").expect("a sound policy");
    let file = File { path: "cb.xlsx".into(), name: "cb.xlsx".into(), size: LARGE.len() as u64, bytes: LARGE.clone() };
    bencher.bench(|| {
        let mut reading = Reading::new(&policy, date(2022, 5, 31), Wishes::default());
        reading.file(&file);
        assert_eq!((reading.lists.cadres.len(), has_error(&reading.findings)), (ROWS as usize, false));
        black_box_drop(reading);
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn peer_calamine_over_the_cells(bencher: Bencher) {
    LazyLock::force(&LARGE);
    bencher.bench(|| {
        let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(&LARGE[..])).expect("a workbook");
        let name = workbook.sheet_names().remove(0);
        let mut cells = workbook.worksheet_cells_reader(&name).expect("a sheet");
        let mut count = 0;
        while let Some((cell, style)) = cells.next_cell_with_style_id().expect("sound cells") {
            count += u32::from(!matches!(black_box(cell.get_value()), DataRef::Empty));
            black_box(style);
        }
        assert_eq!(count, (ROWS + 1) * HEADER.len() as u32);
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn peer_calamine_a_range_of_the_sheet(bencher: Bencher) {
    LazyLock::force(&LARGE);
    bencher.bench(|| {
        let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(&LARGE[..])).expect("a workbook");
        let name = workbook.sheet_names().remove(0);
        let range = workbook.worksheet_range(&name).expect("a sheet");
        assert_eq!(range.height(), ROWS as usize + 1);
        black_box_drop(range);
    });
}
