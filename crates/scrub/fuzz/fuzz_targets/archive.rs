//! Zip archives as they come: their directory, their names, their packed parts.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    for name in ["a.docx", "a.odt"] {
        scrub_fuzz::check(input, name);
    }
});
