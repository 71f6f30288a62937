//! The main part of a PPTX and its relationships.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    let media_type = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";
    scrub_fuzz::check(&scrub_fuzz::office(input, "ppt/presentation.xml", media_type), "a.pptx");
});
