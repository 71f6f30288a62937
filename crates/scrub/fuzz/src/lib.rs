//! What all targets ask: cleaning ends, does not panic, and is done once and for all. And how the XML they make up gets into a package.

use scrub::{Limits, clean};

/// Small, so that each run is short.
pub fn limits() -> Limits {
    Limits { pixels: 1 << 20, part_bytes: 1 << 22, unpacked_bytes: 1 << 23, ..Limits::default() }
}

/// Cleans a file twice. The second time must change nothing.
pub fn check(bytes: &[u8], name: &str) {
    let Ok(cleaned) = clean(bytes, name, &limits()) else { return };
    if let Some(small) = scrub::thumbnail(&cleaned, &limits()) {
        let again = clean(&small, "a.jpg", &limits()).unwrap_or_else(|refused| panic!("a thumbnail was refused: {refused}"));
        assert!(again.report.is_empty() && again.size.is_some_and(|(width, height)| width.max(height) <= 320));
    }
    // What stays as it is was never clean, and the report has said so.
    let again = clean(&cleaned.bytes, name, &limits());
    let again = again.unwrap_or_else(|refused| panic!("cleaned and refused: {refused}"));
    assert!(again.report.removed.is_empty(), "removed again: {:?}", again.report);
    assert!(again.bytes == cleaned.bytes, "changed again");
    assert_eq!(again.size, cleaned.size);
}

/// An archive of parts that are not packed.
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, part) in parts {
        let mut facts = vec![20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0];
        for number in [crc32fast::hash(part), part.len() as u32, part.len() as u32] {
            facts.extend_from_slice(&number.to_le_bytes());
        }
        facts.extend_from_slice(&[name.len() as u8, 0, 0, 0]);
        let offset = (out.len() as u32).to_le_bytes();
        out.extend_from_slice(&[b"PK\x03\x04", facts.as_slice(), name.as_bytes(), part].concat());
        directory.extend_from_slice(
            &[b"PK\x01\x02\x14\0", facts.as_slice(), &[0; 10], &offset, name.as_bytes()].concat(),
        );
    }
    let (count, start) = ((parts.len() as u16).to_le_bytes(), (out.len() as u32).to_le_bytes());
    let size = (directory.len() as u32).to_le_bytes();
    let end = [b"PK\x05\x06\0\0\0\0".as_slice(), &count, &count, &size, &start, &[0, 0]].concat();
    [out, directory, end].concat()
}

/// An office document whose first part and its relationships are made up; other parts are there to be referred to.
pub fn office(input: &[u8], main: &str, media_type: &str) -> Vec<u8> {
    let (part, relations) = halves(input);
    let types = format!(
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>\
         <Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>\
         <Default Extension='xml' ContentType='application/xml'/><Default Extension='png' ContentType='image/png'/>\
         <Override PartName='/{main}' ContentType='{media_type}'/></Types>"
    );
    let root = format!(
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\
         <Relationship Id='r' Type='a/officeDocument' Target='{main}'/></Relationships>"
    );
    let (folder, name) = main.split_once('/').expect("a part in a folder");
    archive(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", root.as_bytes()),
        (main, part),
        (&format!("{folder}/_rels/{name}.rels"), relations),
        ("a/a.xml", b"<a/>"),
        ("a/a.png", include_bytes!("../../seeds/turned.png")),
    ])
}

pub fn halves(input: &[u8]) -> (&[u8], &[u8]) {
    let middle = input.iter().position(|byte| *byte == 0).unwrap_or(input.len());
    (&input[..middle], input.get(middle + 1..).unwrap_or_default())
}
