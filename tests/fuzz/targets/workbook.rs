//! See `inputs::workbook`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| phancong_fuzz::run(phancong_fuzz::inputs::workbook::run, bytes));
