//! The main part of a XLSX and its relationships.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    let media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    scrub_fuzz::check(&scrub_fuzz::office(input, "xl/workbook.xml", media_type), "a.xlsx");
});
