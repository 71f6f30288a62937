//! The content of an ODT and its list of parts.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    let (content, list) = scrub_fuzz::halves(input);
    let list = if list.is_empty() { b"<a/>" } else { list };
    let bytes = scrub_fuzz::archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content),
        ("META-INF/manifest.xml", list),
    ]);
    scrub_fuzz::check(&bytes, "a.odt");
});
