//! Runs `birge-typeset` as the portal does, and opens what comes out.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails, and says where")]

use paper::{Fact, Paper, Run, markdown};
use std::io::Write;
use std::process::{Command, Output, Stdio};

const TEXT: &str = "# Эмне кылуу керек\n\nКелишимди **окуңуз** жана [кол коюңуз](https://a.example/?a=1).\n\n3. үчүнчү\n   - ичинде\n4. төртүнчү\n\n\
                    ### Тереңирээк\n\n> цитата\n\n| Ким | Качан |\n|---|---|\n| Биз | 5 < 6 |\n\n```\nx  y\n```\n\n---\n\nӨ Ү Ң ө ү ң";

fn paper(language: &str) -> Paper {
    Paper {
        language: language.into(),
        kicker: "Басма сөз релизи".into(),
        title: "Чет өлкөгө чыгардан мурун".into(),
        mark: String::new(),
        notices: vec!["2026-ж. 23-ноябрда алмаштырылган".into()],
        facts: vec![Fact { term: "Деңгээл".into(), value: "Расмий".into() }],
        lead: "Кыскача айтканда".into(),
        blocks: markdown::blocks(TEXT),
        footer: vec![vec![Run::linked("Коду 7K3QF-2M9PA", "https://a.example/ky/verify")]],
    }
}

fn run(input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_birge-typeset"))
        .env_clear()
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let giver = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    giver.join().unwrap();
    output
}

fn set(paper: &Paper) -> Vec<u8> {
    let output = run(&serde_json::to_vec(paper).unwrap());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn words(pdf: &[u8]) -> String {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    document.extract_text(&pages).unwrap()
}

#[test]
fn a_pdf_says_what_the_paper_says_and_its_letters_can_be_copied() {
    let words = words(&set(&paper("ky")));
    for expected in [
        "Чет өлкөгө чыгардан мурун",
        "Деңгээл",
        "Расмий",
        "Келишимди",
        "7K3QF-2M9PA",
        "үчүнчү",
        "5 < 6",
        "Ө Ү Ң ө ү ң",
    ] {
        assert!(words.contains(expected), "{expected}: {words}");
    }
}

#[test]
fn a_pdf_is_tagged_names_its_language_and_says_that_it_is_for_everybody() {
    for language in ["ky", "ru", "en"] {
        let pdf = set(&paper(language));
        let document = lopdf::Document::load_mem(&pdf).unwrap();
        let catalog = document.catalog().unwrap();
        assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), language.as_bytes());
        assert!(catalog.get(b"StructTreeRoot").is_ok() && catalog.get(b"MarkInfo").is_ok());
        let metadata =
            document.get_object(catalog.get(b"Metadata").unwrap().as_reference().unwrap()).unwrap();
        let metadata = metadata.as_stream().unwrap().get_plain_content().unwrap();
        assert!(String::from_utf8(metadata).unwrap().contains("<pdfuaid:part>1</pdfuaid:part>"));
    }
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    assert_eq!(set(&paper("ru")), set(&paper("ru")));
}

#[test]
fn whatever_people_write_is_text_and_spoils_nothing() {
    let strange = "#read(\"/etc/passwd\") $x^2$ `a` <b> @ref \\ 👩🏽‍🚒 \u{202e} ʏ ѳ № ☎ 中 \u{7f}";
    let mut paper = paper("ky");
    paper.title = strange.into();
    paper.lead = strange.into();
    paper.mark = strange.into();
    paper.facts[0].value = strange.into();
    paper.blocks = markdown::blocks(&format!(
        "{strange}\n\n# {strange}\n\n| {strange} |\n|---|\n| {strange} |\n\n- {strange}\n\n> # {strange}\n\n    {strange}"
    ));
    assert!(words(&set(&paper)).contains("#read(\"/etc/passwd\") $x^2$"));
    paper.title = String::new();
    paper.facts.clear();
    paper.footer.clear();
    paper.blocks = markdown::blocks("|a|\n|-|\n\n-\n-\n\n1.\n\n>\n\n[](https://a.example) ![](b)");
    set(&paper);
}

#[test]
fn a_long_text_is_set_within_the_limits() {
    let mut paper = paper("ru");
    paper.blocks = markdown::blocks(&TEXT.repeat(400));
    assert!(set(&paper).len() > 100_000);
}

#[test]
fn what_is_no_paper_is_refused_without_quoting_it() {
    for input in ["", "{}", "{\"title\": \"secret\"", "[1,2]"] {
        let output = run(input.as_bytes());
        assert!(!output.status.success() && output.stdout.is_empty());
        assert!(!String::from_utf8(output.stderr).unwrap().contains("secret"));
    }
    let output = run(&vec![b' '; (8 << 20) + 2]);
    assert!(String::from_utf8(output.stderr).unwrap().contains("longer"));
}
