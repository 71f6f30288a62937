//! Text and tables as they come, and names of any kind.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    scrub_fuzz::check(input, "a.csv");
    scrub_fuzz::check(input, "a.txt");
    let (content, name) = scrub_fuzz::halves(input);
    scrub_fuzz::check(content, &String::from_utf8_lossy(name));
});
