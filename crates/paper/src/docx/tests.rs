//! Opens the DOCX again: every part is well-formed XML and says what the paper says.

use super::*;
use crate::{Fact, markdown};
use quick_xml::events::Event;
use std::io::Read;

const TEXT: &str = "# Эмне кылуу керек\n\nКелишимди **окуңуз** & [кол коюңуз](https://a.example/?a=1&b=2).\n\n3. үч\n   - ичинде\n4. төрт\n\n\
                    1) кайра бир\n\n### Тереңирээк\n\n> цитата\n\n| Ким | Качан |\n|---|---|\n| Биз | 5 < 6 |\n\n```\nx  y\nz\n```\n\n---";

fn paper() -> Paper {
    Paper {
        language: "ky".into(),
        kicker: "Басма сөз релизи".into(),
        title: "Өлкө үчүн & <элге>".into(),
        mark: "Бекитилген эмес".into(),
        notices: vec!["Алмаштырылган".into()],
        facts: vec![Fact { term: "Деңгээл".into(), value: "Расмий".into() }],
        lead: "Кыскача".into(),
        blocks: markdown::blocks(TEXT),
        footer: vec![
            vec![Stretch::linked("7K3QF-2M9PA", "https://a.example/ky/verify")],
            vec![Stretch::plain("эки")],
        ],
    }
}

fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a ZIP");
    let count = archive.len();
    let mut parts = Vec::new();
    for number in 0..count {
        let mut entry = archive.by_index(number).expect("an entry");
        let name = entry.name().expect("a name").into_owned();
        if name.ends_with('/') {
            continue;
        }
        let mut text = String::new();
        entry.read_to_string(&mut text).expect("text");
        parts.push((name, text));
    }
    parts
}

fn part(bytes: &[u8], name: &str) -> String {
    parts(bytes).into_iter().find(|(known, _)| known == name).map(|(_, text)| text).expect("the part")
}

/// Each paragraph as its style and its words.
fn paragraphs(document: &str) -> Vec<(String, String)> {
    let mut reader = quick_xml::Reader::from_str(document);
    let (mut found, mut style, mut words, mut in_text) = (Vec::new(), String::new(), String::new(), false);
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(e) | Event::Empty(e) if e.name().as_ref() == "w:pStyle" => {
                let value = e.attributes().next().expect("a value").expect("an attribute");
                style = value.value.into_owned();
            }
            Event::Start(e) if e.name().as_ref() == "w:t" => in_text = true,
            Event::End(e) if e.name().as_ref() == "w:t" => in_text = false,
            Event::Text(text) if in_text => words.push_str(&text),
            Event::GeneralRef(name) if in_text => words.push_str(&format!("&{};", &*name)),
            Event::End(e) if e.name().as_ref() == "w:p" => {
                found.push((std::mem::take(&mut style), std::mem::take(&mut words)));
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

#[test]
fn headings_lists_tables_and_links_are_real_ones() {
    let bytes = write(&paper()).unwrap();
    let document = part(&bytes, "word/document.xml");
    let found = paragraphs(&document);
    let has = |style: &str, words: &str| found.iter().any(|(s, w)| s == style && w.starts_with(words));
    for (style, words) in [
        ("Kicker", "Басма"),
        ("Title", "Өлкө үчүн &amp; &lt;элге&gt;"),
        ("Fact", "Деңгээл: Расмий"),
        ("Notice", "Алмаштырылган"),
        ("Subtitle", "Кыскача"),
        ("Heading1", "Эмне кылуу керек"),
        ("Heading2", "Тереңирээк"),
        ("ListParagraph", "ичинде"),
        ("Quote", "цитата"),
        ("Cell", "Биз"),
        ("Preformatted", "x  y"),
    ] {
        assert!(has(style, words), "{style} {words}: {found:?}");
    }
    assert!(document.contains("<w:tblHeader />"), "{document}");
    assert!(document.contains("<w:hyperlink r:id="), "{document}");
    let targets = part(&bytes, "word/_rels/document.xml.rels");
    assert!(targets.contains("https://a.example/?a=1&amp;b=2"), "{targets}");
    // Every style that is named is there.
    let styles = part(&bytes, "word/styles.xml");
    for (style, _) in &found {
        assert!(styles.contains(&format!("w:styleId=\"{style}\"")), "{style}");
    }
}

#[test]
fn each_numbered_list_begins_where_its_text_says() {
    let bytes = write(&paper()).unwrap();
    let numbering = part(&bytes, "word/numbering.xml");
    let starts: Vec<&str> =
        numbering.split("<w:startOverride w:val=\"").skip(1).map(|rest| &rest[..1]).collect();
    assert_eq!(starts, ["3", "1"]);
}

#[test]
fn the_language_the_mark_and_the_code_are_on_it() {
    let bytes = write(&paper()).unwrap();
    assert!(part(&bytes, "word/styles.xml").contains("w:lang w:val=\"ky-KG\""));
    assert!(part(&bytes, "word/header1.xml").contains("Бекитилген эмес"));
    let footer = part(&bytes, "word/footer1.xml");
    assert!(footer.contains("7K3QF-2M9PA") && footer.contains("эки"), "{footer}");
    assert!(part(&bytes, "docProps/core.xml").contains("<dc:title>Өлкө үчүн &amp; &lt;элге&gt;</dc:title>"));
}

#[test]
fn every_part_is_well_formed_and_the_same_each_time() {
    let bytes = write(&paper()).unwrap();
    for (one, other) in parts(&bytes).iter().zip(parts(&write(&paper()).unwrap())) {
        assert_eq!(*one, other);
    }
    assert_eq!(bytes, write(&paper()).unwrap());
    let hostile = Paper { title: "\u{1}\u{b}]]>".into(), lead: "a\u{0}\u{1f}b".into(), ..paper() };
    for bytes in [bytes, write(&hostile).unwrap()] {
        for (name, text) in parts(&bytes) {
            let mut reader = quick_xml::Reader::from_str(&text);
            loop {
                match reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}")) {
                    Event::Eof => break,
                    _ => assert!(!text.contains('\u{1}') && !text.contains('\u{0}'), "{name}"),
                }
            }
        }
    }
}
