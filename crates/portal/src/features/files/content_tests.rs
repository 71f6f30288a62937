//! Tests of the judgement of content, on files made by hand.

use super::content::{Inspector, Unfit};
use super::model::MediaType;

/// A zip archive of entries without content, as office programs write it.
pub fn zip(names: &[&str]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for name in names {
        let length = u16::try_from(name.len()).unwrap().to_le_bytes();
        directory.extend_from_slice(b"PK\x01\x02");
        directory.extend_from_slice(&[0; 24]);
        directory.extend_from_slice(&length);
        directory.extend_from_slice(&[0; 16]);
        directory.extend_from_slice(name.as_bytes());
        bytes.extend_from_slice(b"PK\x03\x04");
        bytes.extend_from_slice(&[0; 22]);
        bytes.extend_from_slice(&length);
        bytes.extend_from_slice(&[0; 2]);
        bytes.extend_from_slice(name.as_bytes());
    }
    let (count, size) = (u16::try_from(names.len()).unwrap(), u32::try_from(directory.len()).unwrap());
    let offset = u32::try_from(bytes.len()).unwrap();
    bytes.append(&mut directory);
    bytes.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    bytes.extend_from_slice(&[count.to_le_bytes(), count.to_le_bytes()].concat());
    bytes.extend_from_slice(&[size.to_le_bytes(), offset.to_le_bytes()].concat());
    bytes.extend_from_slice(&[0; 2]);
    bytes
}

/// An ODT begins with its type, uncompressed.
fn odt(kind: &str) -> Vec<u8> {
    let mut bytes = zip(&["mimetype"]);
    bytes.splice(38..38, kind.bytes());
    bytes
}

fn judge(promised: MediaType, content: &[u8], step: usize) -> Result<(), Unfit> {
    let mut inspector = Inspector::new(promised);
    for chunk in content.chunks(step) {
        inspector.take(chunk)?;
    }
    inspector.finish()
}

/// The judgement, which must not depend on how the content is cut into pieces.
fn judged(promised: MediaType, content: &[u8]) -> Result<(), Unfit> {
    let whole = judge(promised, content, content.len().max(1));
    for step in [1, 2, 3, 4096] {
        assert_eq!(judge(promised, content, step), whole, "in pieces of {step}");
    }
    whole
}

const WORD: &[&str] = &["[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "word/document.xml"];

#[test]
fn genuine_files_of_every_type_are_taken() {
    for (promised, content) in [
        (MediaType::Pdf, b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec()),
        (MediaType::Pdf, [b"%PDF-1.4\n".to_vec(), vec![0xe2; 20_000]].concat()),
        (MediaType::Docx, zip(WORD)),
        (MediaType::Xlsx, zip(&["[Content_Types].xml", "xl/workbook.xml"])),
        (MediaType::Pptx, zip(&["ppt/presentation.xml", "[Content_Types].xml"])),
        (MediaType::Odt, odt("application/vnd.oasis.opendocument.textPK")),
        (MediaType::Jpeg, b"\xff\xd8\xff\xe0\0\x10JFIF\0".to_vec()),
        (MediaType::Png, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
        (MediaType::Webp, b"RIFF\x24\0\0\0WEBPVP8 ".to_vec()),
        (
            MediaType::Svg,
            b"\xef\xbb\xbf<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(),
        ),
        (MediaType::Mp3, b"ID3\x04\0\0\0\0\0\0".to_vec()),
        (MediaType::Mp4, b"\0\0\0\x18ftypisom\0\0\x02\0isomiso2".to_vec()),
        (MediaType::Csv, "\u{feff}аймак;саны\r\nОш;12\r\n".into()),
        (MediaType::Text, "Түндүк өңдүү: ң, ө, ү\n\tжана 😀".into()),
    ] {
        assert_eq!(judged(promised, &content), Ok(()), "{promised:?}");
    }
}

#[test]
fn other_content_under_a_good_name_is_refused() {
    let page = b"<!doctype html><script>alert(1)</script>%PDF-1.7".as_slice();
    let program = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0".as_slice();
    let drawing = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".as_slice();
    for promised in MediaType::ALL {
        let text = matches!(promised, MediaType::Csv | MediaType::Text);
        let unfit = if text || promised == MediaType::Svg { Unfit::NotUtf8 } else { Unfit::OtherType };
        if !text {
            assert_eq!(judged(promised, page), Err(Unfit::OtherType), "{promised:?}");
        }
        if !text && promised != MediaType::Svg {
            assert_eq!(judged(promised, drawing), Err(Unfit::OtherType), "{promised:?}");
        }
        assert_eq!(judge(promised, program, 100), Err(unfit), "{promised:?}");
        assert_eq!(judged(promised, b""), Err(Unfit::Empty), "{promised:?}");
    }
    assert_eq!(judged(MediaType::Jpeg, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Err(Unfit::OtherType));
    assert_eq!(judged(MediaType::Mp4, b"\0\0\0\x14ftypqt  \0\0\0\0"), Err(Unfit::OtherType));
}

#[test]
fn an_archive_is_only_taken_as_what_its_directory_says() {
    assert_eq!(judged(MediaType::Xlsx, &zip(WORD)), Err(Unfit::OtherType));
    assert_eq!(judged(MediaType::Docx, &zip(&["word/document.xml"])), Err(Unfit::OtherType));
    assert_eq!(judged(MediaType::Docx, &zip(&["setup.exe"])), Err(Unfit::OtherType));
    assert_eq!(judged(MediaType::Docx, &zip(WORD)[..150]), Err(Unfit::OtherType), "half of it");
    let with_macros = zip(&[WORD, &["word/vbaProject.bin"]].concat());
    assert_eq!(judged(MediaType::Docx, &with_macros), Err(Unfit::Macros));
    let template = odt("application/vnd.oasis.opendocument.text-template");
    assert_eq!(judged(MediaType::Odt, &template), Err(Unfit::OtherType));
    assert_eq!(judged(MediaType::Odt, &zip(WORD)), Err(Unfit::OtherType));
}

#[test]
fn a_large_archive_is_judged_by_its_end() {
    let mut content = b"PK\x03\x04".to_vec();
    content.resize(3_000_000, 0);
    content.extend_from_slice(&zip(WORD));
    assert_eq!(judge(MediaType::Docx, &content, 64 * 1024), Ok(()));
}

#[test]
fn text_is_utf_8_to_its_last_letter() {
    let old = [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]; // «Привет» in Windows-1251.
    assert_eq!(judged(MediaType::Text, &old), Err(Unfit::NotUtf8));
    assert_eq!(judged(MediaType::Csv, "ө".as_bytes().split_last().unwrap().1), Err(Unfit::NotUtf8));
    assert_eq!(judged(MediaType::Text, b"one\0two"), Err(Unfit::OtherType));
}
