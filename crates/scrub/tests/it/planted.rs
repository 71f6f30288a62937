//! Secrets planted at random places of the structures that carry them: none comes through, and the picture or the text does.

use proptest::prelude::*;
use proptest::sample::Index;
use scrub::{Limits, clean};

use crate::hostile::with;
use crate::seeds::{readable, seed};

const SECRET: &[u8] = b"SECRET-AUTHOR 42.8746N 74.5698E";

/// Where the segments of a JPEG begin, up to the pixels; the first is the second byte pair of the file.
fn segments(jpeg: &[u8]) -> Vec<usize> {
    let (mut at, mut starts) = (2, vec![2]);
    while jpeg[at + 1] != 0xda {
        at += 2 + usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
        starts.push(at);
    }
    starts
}

/// Where the chunks of a PNG (after its signature) or of a WebP (after its header) begin, with all lengths in four bytes.
fn chunks(bytes: &[u8], first: usize, length: impl Fn(&[u8]) -> usize) -> Vec<usize> {
    let mut starts = vec![first];
    let mut at = first;
    while at + 8 < bytes.len() {
        at += length(&bytes[at..]);
        starts.push(at);
    }
    starts
}

#[track_caller]
fn gives_nothing_away(bytes: &[u8], name: &str) -> Vec<u8> {
    let cleaned =
        clean(bytes, name, &Limits::default()).unwrap_or_else(|refused| panic!("{name}: {refused}"));
    assert!(!readable(&cleaned.bytes).contains("SECRET"), "{name}");
    assert!(!cleaned.report.removed.is_empty(), "{name}");
    cleaned.bytes
}

fn same_pixels(before: &[u8], after: &[u8]) -> bool {
    image::load_from_memory(before).unwrap() == image::load_from_memory(after).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn in_segments_of_a_jpeg(at in any::<Index>(), marker in prop_oneof![0xe0..=0xef_u8, Just(0xfe)], head in "(Exif\0\0|JFXX\0|http://ns.adobe.com/xap/1.0/\0|Photoshop 3.0\0|)") {
        let mut bytes = seed("progressive.jpg").to_vec();
        let at = segments(&bytes)[at.index(segments(&bytes).len())];
        let content = [head.as_bytes(), SECRET].concat();
        let length = (content.len() as u16 + 2).to_be_bytes();
        bytes.splice(at..at, [&[0xff, marker], length.as_slice(), &content].concat());
        prop_assert!(same_pixels(seed("progressive.jpg"), &gives_nothing_away(&bytes, "a.jpg")));
    }

    #[test]
    fn in_chunks_of_a_png(at in any::<Index>(), name in "(tEXt|zTXt|iTXt|eXIf|tIME|[a-z][a-zA-Z]{3})") {
        prop_assume!(!["gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "hIST", "tRNS", "cICP", "acTL", "fcTL", "fdAT", "mDCV", "cLLI"].contains(&name.as_str()));
        let mut bytes = seed("animated.png").to_vec();
        let starts = chunks(&bytes, 8, |chunk| 12 + u32::from_be_bytes([chunk[0], chunk[1], chunk[2], chunk[3]]) as usize);
        let at = starts[1 + at.index(starts.len() - 1)];
        let chunk = [&(SECRET.len() as u32).to_be_bytes(), name.as_bytes(), SECRET, &[0; 4]].concat();
        bytes.splice(at..at, chunk);
        prop_assert!(same_pixels(seed("animated.png"), &gives_nothing_away(&bytes, "a.png")));
    }

    #[test]
    fn in_chunks_of_a_webp(at in any::<Index>(), name in "(EXIF|XMP |[a-z]{4})") {
        let mut bytes = clean(seed("animated.webp"), "a.webp", &Limits::default()).unwrap().bytes;
        let starts = chunks(&bytes, 12, |chunk| 8 + u32::from_le_bytes([chunk[4], chunk[5], chunk[6], chunk[7]]).next_multiple_of(2) as usize);
        let at = starts[1 + at.index(starts.len() - 1)];
        let chunk = [name.as_bytes(), &(SECRET.len() as u32).to_le_bytes(), SECRET, &[0]].concat();
        bytes.splice(at..at, chunk);
        let length = (bytes.len() as u32 - 8).to_le_bytes();
        bytes[4..8].copy_from_slice(&length);
        prop_assert!(same_pixels(seed("animated.webp"), &gives_nothing_away(&bytes, "a.webp")));
    }

    #[test]
    fn in_a_drawing(name in "(script|metadata|style|image|foreignObject|i:[a-z]{1,8}|[a-z]{9,12})", attribute in "(on[a-z]{3,8}|data-[a-z]{1,9}|i:[a-z]{1,9}|x[a-z]{5,9})") {
        let mut svg = String::from_utf8(seed("drawing.svg").to_vec()).unwrap();
        svg = svg.replace("xmlns:inkscape", "xmlns:i='urn:i' xmlns:inkscape");
        svg = svg.replace("</g>", &format!("<{name}>@SECRET</{name}><path d='M0 0' {attribute}='SECRET'/></g>"));
        gives_nothing_away(svg.as_bytes(), "a.svg");
    }

    #[test]
    fn in_a_text(prefix in "[a-v]{1,4}", change in "(del|moveFrom)", depth in 0..4_usize, dialect in any::<bool>()) {
        let space = if dialect { "http://purl.oclc.org/ooxml/wordprocessingml/main" } else { "http://schemas.openxmlformats.org/wordprocessingml/2006/main" };
        let word = |name: &str, attributes: &str, inside: &str| format!("<{prefix}:{name} xmlns:{prefix}='{space}' {attributes}>{inside}</{prefix}:{name}>");
        let mut text = word("r", &format!("{prefix}:rsidR='SECRET'"), &word("t", "", "SECRET"));
        for _ in 0..depth {
            text = word("smartTag", "", &text);
        }
        let text = word(&change, &format!("{prefix}:author='SECRET' {prefix}:date='2026-01-01T00:00:00Z'"), &text);
        let bytes = with("libreoffice.docx", "word/document.xml", |xml| xml.replacen("<w:r>", &format!("{text}<w:r>"), 1));
        gives_nothing_away(&bytes, "a.docx");
    }
}
