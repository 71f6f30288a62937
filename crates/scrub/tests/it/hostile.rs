//! Files made to get past a check or to exhaust who checks: each is refused in the time and memory of a small file. The bounds on time are wide, for machines that are busy.

use std::io::Write;
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::{DeflateEncoder, ZlibEncoder};
use scrub::{Limits, Refused, clean};

use crate::seeds::{SEEDS, parts, seed};

#[track_caller]
fn refused(bytes: &[u8], name: &str, expected: Refused) {
    let started = Instant::now();
    let found = clean(bytes, name, &Limits::default()).map(|cleaned| cleaned.report);
    assert_eq!(found, Err(expected), "{name}");
    assert!(started.elapsed() < Duration::from_secs(60), "{name}");
}

/// An archive of any parts, honest about everything but what they are.
pub fn archive(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, part) in parts {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(part).unwrap();
        let packed = encoder.finish().unwrap();
        let mut crc = flate2::Crc::new();
        crc.update(part);
        let mut facts = vec![20, 0, 0, 0, 8, 0, 0, 0, 0x21, 0];
        for number in [crc.sum(), packed.len() as u32, part.len() as u32] {
            facts.extend_from_slice(&number.to_le_bytes());
        }
        facts.extend_from_slice(&[name.len() as u8, 0, 0, 0]);
        let offset = (out.len() as u32).to_le_bytes();
        out.extend_from_slice(&[b"PK\x03\x04", facts.as_slice(), name.as_bytes(), &packed].concat());
        directory.extend_from_slice(
            &[b"PK\x01\x02\x14\0", facts.as_slice(), &[0; 10], &offset, name.as_bytes()].concat(),
        );
    }
    let (count, start) = ((parts.len() as u16).to_le_bytes(), (out.len() as u32).to_le_bytes());
    let size = (directory.len() as u32).to_le_bytes();
    [
        out,
        directory,
        b"PK\x05\x06\0\0\0\0".to_vec(),
        [count, count].concat(),
        size.to_vec(),
        start.to_vec(),
        vec![0, 0],
    ]
    .concat()
}

/// A seed with one part changed.
pub fn with(name: &str, part: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut parts = parts(&clean(seed(name), name, &Limits::default()).unwrap().bytes);
    let (_, content) = parts.iter_mut().find(|(name, _)| name == part).expect("a part of this name");
    *content = change(std::str::from_utf8(content).unwrap()).into_bytes();
    archive(&parts)
}

fn with_part(name: &str, part: &str, content: &[u8]) -> Vec<u8> {
    let mut parts = parts(&clean(seed(name), name, &Limits::default()).unwrap().bytes);
    parts.push((part.to_owned(), content.to_vec()));
    archive(&parts)
}

#[test]
fn the_archives_of_these_tests_are_otherwise_in_order() {
    for name in ["python-docx.docx", "libreoffice.odt", "openpyxl.xlsx"] {
        let first = clean(seed(name), name, &Limits::default()).unwrap();
        let again = clean(&archive(&parts(&first.bytes)), name, &Limits::default()).unwrap();
        assert!(parts(&again.bytes) == parts(&first.bytes) && again.report.removed.is_empty(), "{name}");
    }
}

#[test]
fn bombs() {
    let bomb = with_part("libreoffice.docx", "word/media/a.png", &vec![0; 50_000_000]);
    refused(&bomb, "bomb.docx", Refused::ArchiveBomb);
    let many: Vec<_> = (0..6000).map(|n| (format!("word/{n}.xml"), b"<a/>".to_vec())).collect();
    refused(&archive(&many), "many.docx", Refused::ArchiveBomb);
    let deep = with("libreoffice.docx", "word/document.xml", |_| "<a>".repeat(5000));
    refused(&deep, "deep.docx", Refused::TooDeep);
    refused(
        ["<svg xmlns='http://www.w3.org/2000/svg'>", &"<g>".repeat(9000)].concat().as_bytes(),
        "deep.svg",
        Refused::TooDeep,
    );
}

#[test]
fn huge_pictures() {
    let mut header = 100_000_u32.to_be_bytes().to_vec();
    header.extend_from_slice(&100_000_u32.to_be_bytes());
    header.extend_from_slice(&[8, 2, 0, 0, 0]);
    let chunk = |name: &[u8], content: &[u8]| {
        let mut crc = flate2::Crc::new();
        crc.update(name);
        crc.update(content);
        [&(content.len() as u32).to_be_bytes(), name, content, &crc.sum().to_be_bytes()].concat()
    };
    let mut pixels = ZlibEncoder::new(Vec::new(), Compression::best());
    pixels.write_all(&[0; 100_000]).unwrap();
    let png = [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(b"IHDR", &header),
        chunk(b"IDAT", &pixels.finish().unwrap()),
        chunk(b"IEND", b""),
    ];
    refused(&png.concat(), "huge.png", Refused::TooManyPixels);

    let mut jpeg = seed("comment.jpg").to_vec();
    let frame = jpeg.windows(2).position(|at| at == [0xff, 0xc0]).unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0xff, 0xff, 0xff, 0xff]);
    refused(&jpeg, "huge.jpg", Refused::TooManyPixels);

    let inside = with_part("libreoffice.odt", "Pictures/huge.png", &png.concat());
    refused(&inside, "huge.odt", Refused::TooManyPixels);
}

#[test]
fn entities() {
    let entity = |xml: &str| {
        let head = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
        xml.replacen("<w:document", &format!("{head}<w:document"), 1).replacen("<w:p>", "<w:p>&b;", 1)
    };
    refused(&with("libreoffice.docx", "word/document.xml", entity), "xxe.docx", Refused::ExternalEntities);
    let undeclared = |xml: &str| xml.replacen("</w:t>", "&b;</w:t>", 1);
    refused(
        &with("libreoffice.docx", "word/document.xml", undeclared),
        "xxe.docx",
        Refused::ExternalEntities,
    );
    let outside = |xml: &str| {
        xml.replacen(
            "<office:document-content",
            "<!DOCTYPE a SYSTEM 'http://a.example'><office:document-content",
            1,
        )
    };
    refused(&with("libreoffice.odt", "content.xml", outside), "xxe.odt", Refused::ExternalEntities);
}

#[test]
fn programs() {
    let types = |xml: &str| xml.replace("document.main+xml", "document.macroEnabled.main+xml");
    refused(&with("libreoffice.docx", "[Content_Types].xml", types), "a.docx", Refused::Macros);
    let macros = |kind: &str| {
        let line = format!(
            "<Relationship Id=\"m\" Type=\"http://schemas.microsoft.com/office/2006/relationships/{kind}\" Target=\"styles.xml\"/></Relationships>"
        );
        with("libreoffice.docx", "word/_rels/document.xml.rels", |xml| xml.replace("</Relationships>", &line))
    };
    refused(&macros("vbaProject"), "a.docx", Refused::Macros);
    refused(&macros("oleObject"), "a.docx", Refused::ActiveContent);
    refused(&macros("package"), "a.docx", Refused::ActiveContent);
    refused(&with_part("libreoffice.odt", "Basic/Standard/Module1.xml", b"<a/>"), "a.odt", Refused::Macros);
    refused(&with_part("libreoffice.odt", "Object 1", b"\xd0\xcf\x11\xe0"), "a.odt", Refused::ActiveContent);
    let dde = |xml: &str| {
        xml.replacen("<w:r>", "<w:r><w:instrText> DDEAUTO cmd \"/c calc\"</w:instrText></w:r><w:r>", 1)
    };
    refused(&with("libreoffice.docx", "word/document.xml", dde), "a.docx", Refused::ActiveContent);
}

#[test]
fn parts_nobody_refers_to_are_left_out() {
    let nested = with_part("libreoffice.docx", "word/embeddings/inner.zip", seed("libreoffice.odt"));
    let cleaned = clean(&nested, "nested.docx", &Limits::default()).unwrap();
    assert_eq!(cleaned.report.removed[&scrub::Removed::UnknownParts], 1);
    assert!(parts(&cleaned.bytes).iter().all(|(name, _)| !name.contains("inner")));
}

#[test]
fn names() {
    for name in ["../../etc/cron.d/a", "/etc/passwd", "word\\a.xml", "C:/a", "word/../../a"] {
        refused(&with_part("libreoffice.docx", name, b"a"), "names.docx", Refused::ArchiveNames);
    }
    refused(&with_part("libreoffice.docx", "WORD/document.xml", b"a"), "twice.docx", Refused::ArchiveNames);
}

#[test]
fn two_files_in_one() {
    let both = [seed("libreoffice.docx"), b"<script>alert(1)</script>"].concat();
    refused(&both, "both.docx", Refused::Polyglot);
    refused(&[b"GIF89a/*".as_slice(), b"*/=1;alert(1)"].concat(), "both.txt", Refused::UnknownType);
    refused(b"GIF89a\x01\0\x01\0*/=1;alert(1)", "both.gif", Refused::UnknownType);
    refused(&[seed("encrypted.pdf"), seed("libreoffice.odt")].concat(), "both.pdf", Refused::Polyglot);
    let jpeg = clean(seed("polyglot.jpg"), "both.jpg", &Limits::default()).unwrap();
    assert!(!jpeg.bytes.windows(4).any(|at| at == b"PK\x05\x06"));
}

#[test]
fn names_that_lie() {
    for one in SEEDS {
        let name = if one.name.ends_with(".pdf") { "a.docx" } else { "a.pdf" };
        assert!(clean(one.bytes, name, &Limits::default()).is_err(), "{}", one.name);
    }
    refused(seed("libreoffice.docx"), "a.xlsx", Refused::TypeAndNameDisagree);
}

#[test]
fn files_cut_off_anywhere() {
    for one in SEEDS.iter().filter(|one| one.bytes.len() < 12_000) {
        for end in (0..one.bytes.len()).step_by(1 + one.bytes.len() / 150) {
            _ = clean(&one.bytes[..end], one.name, &Limits::default());
        }
    }
}

pub fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend_from_slice(format!("{} 0 obj\n", n + 1).as_bytes());
        out.extend_from_slice(object);
        out.extend_from_slice(b"\nendobj\n");
    }
    let start = out.len();
    out.extend_from_slice(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).as_bytes());
    places.iter().for_each(|place| out.extend_from_slice(format!("{place:010} 00000 n \n").as_bytes()));
    let size = objects.len() + 1;
    out.extend_from_slice(
        format!("trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").as_bytes(),
    );
    out
}

#[test]
fn pdf_made_to_exhaust() {
    let page = |content: &[u8]| {
        let kids = b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec();
        let page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/A 4 0 R>>".to_vec();
        pdf(&[b"<</Type/Catalog/Pages 2 0 R>>".to_vec(), kids, page, content.to_vec()])
    };
    assert!(clean(&page(b"<<>>"), "a.pdf", &Limits::default()).unwrap().report.is_empty());
    let mut zeros = ZlibEncoder::new(Vec::new(), Compression::best());
    zeros.write_all(&vec![b' '; 8_000_000]).unwrap();
    let zeros = zeros.finish().unwrap();
    let stream = |kind: &str| {
        let head = format!("<</Type/{kind}/N 9/First 9/Filter/FlateDecode/Length {}>>stream\n", zeros.len());
        [head.as_bytes(), &zeros, b"\nendstream"].concat()
    };
    let nested = [b"[".repeat(20_000), b"]".repeat(20_000)].concat();
    let dictionaries = [b"<</A".repeat(10_000), b">>".repeat(10_000)].concat();
    let loops = b"<</Type/Pages/Kids[2 0 R 2 0 R]/Parent 4 0 R/Count 99999999>>".to_vec();
    for content in [nested, dictionaries, stream("ObjStm"), stream("XObject"), loops] {
        let started = Instant::now();
        _ = clean(&page(&content), "a.pdf", &Limits { part_bytes: 1_000_000, ..Limits::default() });
        assert!(started.elapsed() < Duration::from_secs(60));
    }
}
