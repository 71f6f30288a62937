//! What the fuzz targets of `fuzz/` found, made anew as small as it goes, and its neighbours. What is taken is clean when it is read
//! again, and what cannot be written so is refused at once.

use std::collections::BTreeMap;
use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use scrub::{Cleaned, Limits, Refused, Removed, Warning, clean, thumbnail};

use crate::hostile::{archive, pdf, with};
use crate::seeds::{parts, readable, seed};

#[track_caller]
fn once_and_for_all(bytes: &[u8], name: &str) -> Cleaned {
    let cleaned = clean(bytes, name, &Limits::default()).unwrap();
    let again = clean(&cleaned.bytes, name, &Limits::default()).unwrap();
    assert_eq!(again.report.removed, BTreeMap::new(), "{name}");
    assert!(again.bytes == cleaned.bytes && again.size == cleaned.size, "{name} changed");
    cleaned
}

#[track_caller]
fn refused(bytes: &[u8], name: &str, expected: Refused) {
    let found = clean(bytes, name, &Limits::default()).map(|cleaned| cleaned.bytes);
    assert_eq!(found, Err(expected), "{name}: {}", String::from_utf8_lossy(bytes));
}

/// A moving WebP whose frame says it is half as high as the picture in it. The decoder reads beyond the end of its transparency.
#[test]
fn a_picture_at_which_the_decoder_panics_has_no_thumbnail() {
    let chunk = |name: &[u8], content: &[u8]| [name, &(content.len() as u32).to_le_bytes(), content].concat();
    let photo = seed("photo.webp");
    let pixels = photo.windows(4).position(|at| at == b"VP8 ").unwrap();
    let pixels = &photo[pixels..pixels + 8 + 152];
    let (header, about) =
        ([0x12, 0, 0, 0, 47, 0, 0, 31, 0, 0], [0, 0, 0, 0, 0, 0, 47, 0, 0, 15, 0, 0, 9, 0, 0, 0]);
    let transparency = chunk(b"ALPH", &[0; 2 + 48 * 16]);
    let frame = chunk(b"ANMF", &[&about, transparency.as_slice(), pixels].concat());
    let body = [b"WEBP".as_slice(), &chunk(b"VP8X", &header), &chunk(b"ANIM", &[0; 6]), &frame].concat();

    let cleaned = once_and_for_all(&chunk(b"RIFF", &body), "a.webp");
    assert_eq!(thumbnail(&cleaned, &Limits::default()), None);
}

#[test]
fn what_no_program_would_take_for_xml_is_refused() {
    const SVG: &str = "<svg xmlns='http://www.w3.org/2000/svg'";
    for drawing in [
        format!("<?a?>text {SVG}/>"),
        format!("{SVG}/> text"),
        format!("{SVG}/>&amp;"),
        format!("{SVG}/><![CDATA[ ]]>"),
        format!("{SVG}/>{SVG}/>"),
        format!("{SVG}></svg>{SVG}></svg>"),
        format!("{SVG}/><?xml version='1.0'?>"),
        format!("<?xml version='1.0'?><?xml version='1.0'?>{SVG}/>"),
        format!("{SVG} id='a'class='b'/>"),
        format!("{SVG} aria-label='<'/>"),
        format!("{SVG} id='&#1;'/>"),
        format!("{SVG}><text>&#xffff;</text></svg>"),
        format!("{SVG}><a(b/></svg>"),
        format!("{SVG}><g 1='a'/></svg>"),
    ] {
        refused(drawing.as_bytes(), "a.svg", Refused::Malformed);
    }
    let control =
        with("libreoffice.docx", "word/document.xml", |xml| xml.replacen("</w:t>", "\u{1}</w:t>", 1));
    refused(&control, "a.docx", Refused::Malformed);
}

#[test]
fn xml_is_written_as_a_program_expects_it() {
    let svg = |before: &str, inside: &str| {
        let drawing = format!("{before}<svg xmlns='http://www.w3.org/2000/svg'>{inside}</svg>");
        String::from_utf8(once_and_for_all(drawing.as_bytes(), "a.svg").bytes).unwrap()
    };
    assert!(svg("<!-- a -->\n<?xml version='1.0'?>", "").starts_with("<?xml"));
    assert!(svg("", "<text>]]<!-- a -->></text>").contains("]]&gt;"));
    assert!(svg("", "<style>a{content:'&#127;'}</style>").contains("&#127;"));
    assert!(svg("", "<g onclick='a' aria-label='&#127;'/>").contains("aria-label=\"&#127;\""));
}

#[test]
fn the_size_of_a_drawing_is_that_of_what_is_left() {
    let drawing = r#"<svg xmlns="http://www.w3.org/2000/svg" width="40" viewBox="0 image(0 40 30"/>"#;
    assert_eq!(once_and_for_all(drawing.as_bytes(), "a.svg").size, None);
    let drawing = r#"<svg xmlns="http://www.w3.org/2000/svg" width="40" viewBox="0 0 40 30"/>"#;
    assert_eq!(once_and_for_all(drawing.as_bytes(), "a.svg").size, Some((40, 30)));
}

#[test]
fn a_document_whose_root_would_go_is_refused() {
    let space = "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:script:1.0'";
    for root in [
        format!("<office:document-content {space}/>"),
        format!("<office:document-content {space}><a/></office:document-content>"),
    ] {
        refused(&with("libreoffice.odt", "content.xml", |_| root.clone()), "a.odt", Refused::Malformed);
    }
}

/// A page with one picture, and whatever that picture refers to.
fn page_with(picture: &[u8], packed: &str, further: &[u8]) -> Vec<u8> {
    let length = picture.len();
    let head =
        format!("<</Type/XObject/Subtype/Image/Width 8/Height 6/Filter {packed}/Length {length}>>stream\n");
    pdf(&[
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</P 4 0 R>>>>>>".to_vec(),
        [head.as_bytes(), picture, b"\nendstream"].concat(),
        further.to_vec(),
    ])
}

#[test]
fn a_photo_in_a_pdf_is_cleaned_or_the_report_says_that_it_is_not() {
    let photo = seed("comment.jpg");
    for (packed, further) in [("/DCTDecode", "null"), ("[/DCTDecode]", "null"), ("5 0 R", "/DCTDecode")] {
        let cleaned = once_and_for_all(&page_with(photo, packed, further.as_bytes()), "a.pdf");
        assert_eq!(cleaned.report.removed, BTreeMap::from([(Removed::Descriptions, 1)]), "{packed}");
        assert!(
            cleaned.report.warnings.is_empty() && !readable(&cleaned.bytes).contains("SECRET"),
            "{packed}"
        );
    }
    let mut twice = ZlibEncoder::new(Vec::new(), Compression::best());
    twice.write_all(photo).unwrap();
    // A small picture is announced in the first segment, and then the photo breaks off.
    let broken = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\x01\0G\0H\x01\0\0\0SECRET";
    for (picture, packed) in [
        (broken.as_slice(), "/DCTDecode"),
        (&twice.finish().unwrap(), "[/FlateDecode/DCTDecode]"),
        (b"\0\0\0\x0cjP  ", "/JPXDecode"),
    ] {
        let cleaned = once_and_for_all(&page_with(picture, packed, b"null"), "a.pdf");
        assert!(cleaned.report.removed.is_empty(), "{packed}: {:?}", cleaned.report);
        assert_eq!(cleaned.report.warnings, BTreeMap::from([(Warning::PicturesNotCleaned, 1)]), "{packed}");
    }
}

/// The smallest document with styles and a picture.
#[test]
fn the_mark_of_an_end_on_a_page_is_no_earlier_version() {
    let words = "BT (%%EOF %%EOF) Tj ET";
    let bytes = pdf(&[
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>".to_vec(),
        format!("<</Length {}>>stream\n{words}\nendstream", words.len()).into_bytes(),
    ]);
    let cleaned = once_and_for_all(&bytes, "a.pdf");
    assert_eq!(cleaned.report.removed, BTreeMap::new());
    assert!(readable(&cleaned.bytes).contains("%%EOF %%EOF"));
}

fn document() -> Vec<(String, Vec<u8>)> {
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const TEXT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let word = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";
    let relations = |lines: &[(&str, &str)]| {
        let lines = lines.iter().enumerate().map(|(n, (kind, target))| {
            format!("<Relationship Id='r{n}' Type='{OFFICE}/{kind}' Target='{target}'/>")
        });
        let lines: String = lines.collect();
        let space = "http://schemas.openxmlformats.org/package/2006/relationships";
        format!("<Relationships xmlns='{space}'>{lines}</Relationships>").into_bytes()
    };
    let types = format!(
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>\
         <Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>\
         <Default Extension='xml' ContentType='{TEXT}.styles+xml'/><Default Extension='png' ContentType='image/png'/>\
         <Override PartName='/word/document.xml' ContentType='{TEXT}.document.main+xml'/></Types>"
    );
    let picture = clean(seed("turned.png"), "a.png", &Limits::default()).unwrap().bytes;
    [
        ("[Content_Types].xml", types.into_bytes()),
        ("_rels/.rels", relations(&[("officeDocument", "word/document.xml")])),
        ("word/document.xml", format!("<w:document {word}><w:body/></w:document>").into_bytes()),
        ("word/_rels/document.xml.rels", relations(&[("styles", "styles.xml"), ("image", "media/a.png")])),
        ("word/styles.xml", format!("<w:styles {word}/>").into_bytes()),
        ("word/media/a.png", picture),
    ]
    .map(|(name, content)| (name.to_owned(), content))
    .into()
}

fn renamed(change: impl Fn(&str) -> String) -> Vec<u8> {
    archive(&document().into_iter().map(|(name, content)| (change(&name), content)).collect::<Vec<_>>())
}

#[test]
fn names_of_parts_are_the_same_in_large_and_small_letters() {
    let plain = once_and_for_all(&archive(&document()), "a.docx");
    assert_eq!(parts(&plain.bytes).len(), document().len());
    let contents = |cleaned: &Cleaned| {
        // The list of types spells the names.
        let parts = parts(&cleaned.bytes).into_iter().filter(|(name, _)| name != "[Content_Types].xml");
        parts.map(|(name, content)| (name.to_lowercase(), content)).collect::<BTreeMap<_, _>>()
    };
    let changes: [fn(&str) -> String; 5] = [
        |name| name.replace("_rels", "_Rels"),
        |name| name.replace("[Content_Types]", "[content_TYPES]"),
        |name| name.replace("word/document", "Word/Document"),
        |name| name.replace("media/", "Media/"),
        str::to_uppercase,
    ];
    for change in changes {
        let cleaned = once_and_for_all(&renamed(change), "a.docx");
        assert!(cleaned.report == plain.report && contents(&cleaned) == contents(&plain));
    }
}

#[test]
fn a_package_that_does_not_lead_to_its_document_is_refused() {
    refused(&renamed(|name| name.replace("_rels/.rels", "_rels/a.rels")), "a.docx", Refused::Malformed);
    for target in ["_rels/.rels", "word/_RELS/document.xml.RELS", "[content_types].xml"] {
        let mut parts = document();
        let text = String::from_utf8_lossy(&parts[3].1).replace("styles.xml", &format!("/{target}"));
        parts[3].1 = text.into_bytes();
        refused(&archive(&parts), "a.docx", Refused::Malformed);
    }
}

/// Only types say what is a program; a part may be called as it likes.
#[test]
fn a_harmless_part_with_the_name_of_a_program_is_taken_twice() {
    let mut parts = document();
    parts[4].0 = "word/activeX.xml".to_owned();
    parts[3].1 = String::from_utf8_lossy(&parts[3].1).replace("styles.xml", "activeX.xml").into_bytes();
    let cleaned = once_and_for_all(&archive(&parts), "a.docx");
    assert!(readable(&cleaned.bytes).contains("/word/activeX.xml"));
}
