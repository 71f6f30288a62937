//! What becomes of each thing that a Word document has.

use extract::{Draft, Dropped, Limits, Refused, markdown, text};

use crate::made::{docx, item, p, r, styled, table};

fn draft(body: &str) -> Draft {
    markdown(&docx(body), &Limits::default()).unwrap()
}

#[track_caller]
fn becomes(body: &str, expected: &str) {
    assert_eq!(draft(body).body, expected);
}

/// What was dropped, without the header that every document here has.
fn dropped(body: &str) -> Vec<(Dropped, usize)> {
    let mut dropped = draft(body).dropped;
    dropped.retain(|(what, _)| *what != Dropped::HeadersFooters);
    dropped
}

#[test]
fn a_title_is_taken_out_of_the_text_and_headings_begin_at_the_second_level() {
    let made = draft(
        &[styled("t", "Эки"), styled("t", " сап"), p("а"), styled("1", "Бир"), styled("2", "б")].concat(),
    );
    assert_eq!((made.title.as_str(), made.body.as_str()), ("Эки сап", "а\n\n## Бир\n\n### б"));
    let made = draft(&[styled("1", "Аталышы"), p("а"), styled("2", "б")].concat());
    assert_eq!((made.title.as_str(), made.body.as_str()), ("Аталышы", "а\n\n## б"));
    assert_eq!(draft(&[p("а"), styled("1", "б")].concat()).title, "");
}

#[test]
fn styles_are_followed_to_what_they_are_based_on() {
    becomes(
        &[p("а"), styled("own", "Предмет"), styled("own", "Термины")].concat(),
        "а\n\n## Статья 1. Предмет\n\n## Статья 2. Термины",
    );
    becomes(&styled("circle", "тегерек"), "тегерек");
    becomes(&[styled("q", "бир"), styled("q", "эки")].concat(), "> бир\n>\n> эки");
}

#[test]
fn lists_keep_their_nesting_and_their_numbers() {
    becomes(&[item(1, 0, "а"), item(1, 1, "б"), item(1, 0, "в"), p("г")].concat(), "- а\n  - б\n- в\n\nг");
    becomes(
        &[
            item(2, 0, "бир"),
            item(2, 1, "ичинде"),
            item(2, 1, "дагы"),
            item(2, 0, "эки"),
            p("арада"),
            item(2, 0, "үч"),
        ]
        .concat(),
        "1. бир\n\n   а) ичинде\n\n   б) дагы\n2. эки\n\nарада\n\n3. үч",
    );
    // A list that begins anew beside another stays another one.
    becomes(
        &[item(2, 0, "бир"), item(3, 0, "беш"), item(3, 0, "алты")].concat(),
        "1. бир\n\n5) беш\n6) алты",
    );
    becomes(
        &[item(5, 0, "Бөлүм"), item(5, 1, "Пункт"), item(5, 1, "Пункт")].concat(),
        "I. Бөлүм\n\nI.1. Пункт\n\nI.2. Пункт",
    );
    becomes(&item(9, 0, "мындай тизме жок"), "мындай тизме жок");
}

#[test]
fn tables_keep_their_cells() {
    let rows = [vec![p("а"), p("б|в")], vec![p("1") + &p("2"), item(1, 0, "х")]];
    becomes(&table(&[&rows[0], &rows[1]]), "| а | б\\|в |\n| --- | --- |\n| 1 2 | • х |");
    becomes(&table(&[&[p("бир")], &[p("эки")]]), "бир\n\nэки");
    let wide = "<w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>".to_owned() + &p("кең");
    let nested = p("тыш") + &table(&[&[p("ич"), p("ки")]]);
    let body = table(&[&[wide], &[p("а"), nested]]);
    becomes(&body, "| кең | |\n| --- | --- |\n| а | тыш ич ки |");
    assert_eq!(dropped(&body), [(Dropped::MergedCells, 1), (Dropped::NestedTables, 1)]);
}

#[test]
fn links_lead_where_they_led_and_to_no_disk() {
    let body = format!(
        "<w:p><w:hyperlink r:id=\"web\">{}{}</w:hyperlink> {} <w:hyperlink r:id=\"disk\">{}</w:hyperlink></w:p>",
        r("ми"),
        r("лиция"),
        r(" же "),
        r("файл")
    );
    becomes(&body, "[милиция](https://mvd.example/ky?a=1) же файл");
    assert_eq!(dropped(&body), [(Dropped::Links, 1)]);
    let field = |instruction: &str, words: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> {instruction} </w:instrText></w:r>\
            <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
            r(words)
        )
    };
    becomes(
        &format!("<w:p>{}{}</w:p>", field("HYPERLINK \"tel:117\"", "117"), r(" чалыңыз")),
        "[117](tel:117) чалыңыз",
    );
    becomes(&format!("<w:p>{}</w:p>{}", field("TOC \\o", "Мазмуну 3"), p("а")), "а");
    // A field that is never finished hides nothing but itself.
    becomes(&format!("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>{}", p("калат")), "калат");
}

#[test]
fn looks_and_breaks_of_lines_stay() {
    let run = |properties: &str, words: &str| {
        format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
    };
    becomes(
        &format!(
            "<w:p>{}{}{}</w:p>",
            run("<w:b/>", "калың "),
            run("<w:b w:val=\"0\"/>", "ичке "),
            run("<w:rStyle w:val=\"s\"/><w:i/>", "экөө")
        ),
        "**калың** ичке ***экөө***",
    );
    becomes(&format!("<w:p>{}<w:r><w:br/></w:r>{}</w:p>", r("бир "), r("1. эки")), "бир\\\n1\\. эки");
    becomes(
        &format!(
            "<w:p>{}{}{}</w:p>",
            r("м"),
            run("<w:vertAlign w:val=\"superscript\"/>", "2"),
            run("<w:vertAlign w:val=\"superscript\"/>", "я")
        ),
        "м²я",
    );
}

#[test]
fn footnotes_stand_at_the_end_in_the_order_of_the_text() {
    let body = format!(
        "<w:p>{}<w:r><w:footnoteReference w:id=\"8\"/></w:r>{}<w:r><w:footnoteReference w:id=\"7\"/></w:r></w:p>",
        r("а"),
        r(" б")
    );
    becomes(&body, "а[1] б[2]\n\n---\n\n[1] Сегиз\n\n[2] Жети");
    assert_eq!(dropped(&body), [(Dropped::Footnotes, 2)]);
}

#[test]
fn what_is_left_out_is_counted() {
    let body = [
        p("текст"),
        "<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r><w:r><w:pict><v:rect/></w:pict></w:r><w:r><w:object/></w:r></w:p>".into(),
        "<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>".into(),
        format!("<w:p><w:ins>{}</w:ins><w:del><w:r><w:delText>SECRET</w:delText></w:r></w:del></w:p>", r("кошулду")),
        format!("<w:p><w:r><w:commentReference w:id=\"1\"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>SECRET</w:t></w:r>{}</w:p>", r("көрүнөт")),
        format!("<w:p>{}<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>{}</w:txbxContent></w:drawing></mc:Choice>\
            <mc:Fallback><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>", r("жанында"), p("кутуча"), p("кутуча")),
    ]
    .concat();
    becomes(&body, "текст\n\nкошулду\n\nкөрүнөт\n\nжанында\n\nкутуча");
    let expected = [
        (Dropped::Pictures, 1),
        (Dropped::Drawings, 1),
        (Dropped::Equations, 1),
        (Dropped::Objects, 1),
        (Dropped::Comments, 1),
        (Dropped::TrackedChanges, 2),
        (Dropped::TextBoxes, 1),
        (Dropped::HeadersFooters, 1),
        (Dropped::HiddenText, 1),
    ];
    assert_eq!(draft(&body).dropped, expected);
    assert_eq!(text(&docx(&p("а")), "а.docx", &Limits::default()).unwrap(), "а\nЖети\nСегиз");
}

#[test]
fn a_document_without_text_or_with_too_much_is_refused() {
    let refused = |body: &str, text_bytes| {
        markdown(&docx(body), &Limits { text_bytes, ..Limits::default() }).unwrap_err()
    };
    assert_eq!(refused(&p(" "), 1000), Refused::Empty);
    assert_eq!(refused(&p(&"ө".repeat(600)), 1000), Refused::TooLarge);
    assert_eq!(refused(&"<w:p/>".repeat(600), 1000), Refused::TooLarge);
    assert_eq!(markdown(b"words", &Limits::default()), Err(Refused::UnknownType));
    // The words of a file that is too long are cut.
    let limits = Limits { text_bytes: 7, ..Limits::default() };
    assert_eq!(text(&docx(&p("өөө өөө")), "а.docx", &limits).unwrap(), "өөө");
}
