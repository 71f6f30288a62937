//! The main part of a DOCX and its relationships.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    let media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    scrub_fuzz::check(&scrub_fuzz::office(input, "word/document.xml", media_type), "a.docx");
});
