//! Files made to exhaust or to mislead who reads them. The bounds on time are wide, for machines that are busy.

use std::fmt::Write;
use std::time::{Duration, Instant};

use extract::{Limits, Refused, markdown, text};

use crate::made::{docx, p, packed, table};

#[track_caller]
fn refused(bytes: &[u8], name: &str, expected: Refused) {
    let started = Instant::now();
    assert_eq!(text(bytes, name, &Limits::default()), Err(expected), "{name}");
    if name.ends_with("docx") {
        assert_eq!(markdown(bytes, &Limits::default()), Err(expected), "{name}");
    }
    assert!(started.elapsed() < Duration::from_secs(60), "{name}");
}

#[test]
fn bombs_are_refused_before_they_are_unpacked() {
    refused(&docx(&" ".repeat(50_000_000)), "bomb.docx", Refused::ArchiveBomb);
}

#[test]
fn entities_are_refused() {
    let head = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><office:document-content/>";
    let odt = [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", head)];
    refused(&packed(&odt), "xxe.odt", Refused::ExternalEntities);
    refused(&docx("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>"), "xxe.docx", Refused::ExternalEntities);
}

#[test]
fn deep_nesting_is_refused() {
    refused(&docx(&("<w:sdt>".repeat(5000) + &"</w:sdt>".repeat(5000))), "deep.docx", Refused::TooDeep);
    let tables = "<w:tbl><w:tr><w:tc>".repeat(1000) + &"</w:tc></w:tr></w:tbl>".repeat(1000);
    refused(&docx(&tables), "deep.docx", Refused::TooDeep);
}

#[test]
fn what_grows_by_being_written_has_an_end() {
    let limits = Limits::default();
    // Wide spans in every row, and rows of different length that would be filled up.
    let wide = "<w:tcPr><w:gridSpan w:val=\"1000000\"/></w:tcPr>".to_owned() + &p("а");
    let rows = [vec![wide], vec![p("б"); 500], vec![p("в")]];
    let made = markdown(&docx(&table(&[&rows[0], &rows[1], &rows[2]])), &limits).unwrap();
    assert_eq!(made.body.lines().next().unwrap().matches('|').count(), 65);
    assert!(made.body.contains("б б б"));
    // An address is written with each of its pieces.
    let mut links = String::new();
    for number in 0..20_000 {
        let bold = if number % 2 == 0 { "<w:rPr><w:b/></w:rPr>" } else { "" };
        write!(links, "<w:r>{bold}<w:t>a </w:t></w:r>").unwrap();
    }
    let address = format!("HYPERLINK \"https://a.example/{}\"", "a".repeat(1900));
    let body = format!("<w:p><w:fldSimple w:instr='{address}'>{links}</w:fldSimple></w:p>");
    assert_eq!(markdown(&docx(&body), &limits), Err(Refused::TooLarge));
    // One string of a table, shown in each of its cells.
    let workbook = |cells: &str| {
        let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
        let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let relations = |lines: &str| {
            format!(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{lines}</Relationships>"
            )
        };
        let line = |id: &str, what: &str, target: &str| {
            format!("<Relationship Id=\"{id}\" Type=\"{kind}/{what}\" Target=\"{target}\"/>")
        };
        packed(&[
            (
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>",
            ),
            ("_rels/.rels", &relations(&line("a", "officeDocument", "xl/workbook.xml"))),
            (
                "xl/_rels/workbook.xml.rels",
                &relations(&(line("s", "sharedStrings", "s.xml") + &line("t", "worksheet", "t.xml"))),
            ),
            (
                "xl/workbook.xml",
                &format!("<workbook {main}><sheets><sheet name=\"a\" r:id=\"t\"/></sheets></workbook>"),
            ),
            ("xl/s.xml", &format!("<sst {main}><si><t>{}</t></si></sst>", "сөз ".repeat(5000))),
            ("xl/t.xml", &format!("<worksheet {main}><sheetData><row>{cells}</row></sheetData></worksheet>")),
        ])
    };
    let found = text(&workbook(&"<c t=\"s\"><v>0</v></c>".repeat(20_000)), "a.xlsx", &limits).unwrap();
    assert!((199_000..=200_000).contains(&found.len()));
}

/// A PDF whose only page has this as its content, packed.
fn pdf(content: &[u8]) -> Vec<u8> {
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    let stream =
        [format!("<</Length {}>>stream\n", content.len()).as_bytes(), content, b"\nendstream"].concat();
    let objects: [&[u8]; 4] = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R/Resources<<>>>>",
        &stream,
    ];
    for (number, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend_from_slice(format!("{} 0 obj\n", number + 1).as_bytes());
        out.extend_from_slice(object);
        out.extend_from_slice(b"\nendobj\n");
    }
    let start = out.len();
    out.extend_from_slice(b"xref\n0 5\n0000000000 65535 f \n");
    places.iter().for_each(|at| out.extend_from_slice(format!("{at:010} 00000 n \n").as_bytes()));
    out.extend_from_slice(format!("trailer<</Size 5/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").as_bytes());
    out
}

#[test]
fn a_library_that_panics_is_a_file_that_cannot_be_read() {
    // The font is not there.
    let broken = pdf(b"BT /F1 12 Tf (a) Tj ET");
    assert_eq!(text(&broken, "a.pdf", &Limits::default()), Err(Refused::Malformed));
    assert_eq!(text(&pdf(b""), "a.pdf", &Limits::default()), Ok(String::new()));
}
