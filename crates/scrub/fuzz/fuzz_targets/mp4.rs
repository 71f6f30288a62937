//! MP4 as it comes.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| scrub_fuzz::check(input, "a.mp4"));
