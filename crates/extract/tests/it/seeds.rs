//! Real documents by real programs.

use extract::{Dropped, Limits, Refused, markdown, text};

const PYTHON_DOCX: &[u8] = include_bytes!("../../seeds/python-docx.docx");
const LIBREOFFICE: &[u8] = include_bytes!("../../seeds/libreoffice.docx");

macro_rules! cleaned {
    ($name:literal) => {
        (include_bytes!(concat!("../../../scrub/seeds/", $name)).as_slice(), $name)
    };
}

pub const SEEDS: &[(&[u8], &str)] = &[
    (PYTHON_DOCX, "python-docx.docx"),
    (LIBREOFFICE, "libreoffice.docx"),
    (include_bytes!("../../seeds/libreoffice.odt"), "libreoffice.odt"),
    (include_bytes!("../../seeds/libreoffice.pdf"), "libreoffice.pdf"),
    cleaned!("openpyxl.xlsx"),
    cleaned!("libreoffice.xlsx"),
    cleaned!("python-pptx.pptx"),
    cleaned!("libreoffice.pptx"),
    cleaned!("pypdf.pdf"),
    cleaned!("encrypted.pdf"),
    cleaned!("text.txt"),
    cleaned!("table.csv"),
];

fn words(name: &str) -> String {
    let (bytes, name) = SEEDS.iter().find(|(_, known)| *known == name).unwrap();
    text(bytes, name, &Limits::default()).unwrap()
}

#[test]
fn a_document_by_python_docx_reads_as_it_did() {
    let draft = markdown(PYTHON_DOCX, &Limits::default()).unwrap();
    assert_eq!(draft.title, "Ишеним телефону жөнүндө");
    let expected = "\
## Качан чалуу керек

Сизди **алдап** кетишсе, *дароо* чалыңыз.\\
Чалуу акысыз. [Толугураак](https://mvd.example/ky?a=1\\&b=2)

### Эмне айтуу керек

- Кайда экениңизди
  - Шаарды
  - Көчөнү
- Ким менен экениңизди
1. Бир
2. Эки

> Өз укугуңузду билиңиз.

| Жыл | Чалуулар | Жардам |
| --- | --- | --- |
| 2024 | 120 40 | |
| 2025 | a\\|b | 50 |";
    assert_eq!(draft.body, expected);
    let expected = [
        (Dropped::Pictures, 1),
        (Dropped::Comments, 1),
        (Dropped::HeadersFooters, 1),
        (Dropped::MergedCells, 1),
    ];
    assert_eq!(draft.dropped, expected);
}

#[test]
fn a_document_by_libreoffice_reads_as_it_did() {
    let draft = markdown(LIBREOFFICE, &Limits::default()).unwrap();
    assert_eq!(draft.title, "VISIBLE-HEADING Жалпы жоболор");
    let expected = "\
Бул **мыйзам** 60 м² үй жөнүндө[1].

1. Биринчи

   1.1. Биринчинин биринчиси
2. Экинчи

Кененирээк: [мыйзамдын тексти](https://cbd.example/act/1), төмөндө.

Жанында кутуча.

VISIBLE-BOX

| VISIBLE-CELL | Саны |
| --- | --- |
| а б | 7 |

---

[1] VISIBLE-NOTE";
    assert_eq!(draft.body, expected);
    let expected = [
        (Dropped::Comments, 1),
        (Dropped::TrackedChanges, 1),
        (Dropped::TextBoxes, 1),
        (Dropped::Footnotes, 1),
        (Dropped::Links, 1),
    ];
    assert_eq!(draft.dropped, expected);
}

#[test]
fn the_words_of_every_kind_are_found() {
    for (name, expected) in [
        ("python-docx.docx", &["алдап кетишсе", "Толугураак", "120"] as &[&str]),
        ("libreoffice.docx", &["VISIBLE-HEADING", "VISIBLE-NOTE", "VISIBLE-BOX", "VISIBLE-CELL"]),
        ("libreoffice.odt", &["VISIBLE-HEADING", "VISIBLE-NOTE", "VISIBLE-BOX", "VISIBLE-CELL"]),
        ("libreoffice.pdf", &["Жалпы жоболор", "VISIBLE-BOX", "VISIBLE-CELL", "Биринчинин биринчиси"]),
        ("openpyxl.xlsx", &["VISIBLE-CELL 21"]),
        ("libreoffice.xlsx", &["VISIBLE-CELL 21"]),
        ("python-pptx.pptx", &["VISIBLE-TITLE", "VISIBLE-NOTES"]),
        ("libreoffice.pptx", &["VISIBLE-TITLE", "VISIBLE-NOTES"]),
        ("pypdf.pdf", &["VISIBLE-TEXT"]),
        ("table.csv", &["VISIBLE-CELL,-5"]),
        ("text.txt", &["VISIBLE-TEXT"]),
    ] {
        let found = words(name);
        for one in expected {
            assert!(found.contains(one), "{name} lacks {one}: {found}");
        }
        // The pages of a PDF show what a program printed, so what was planted there counts as visible.
        assert!(name.ends_with("pdf") || !found.contains("SECRET"), "{name}: {found}");
    }
}

#[test]
fn a_locked_document_is_refused_as_such() {
    let (bytes, name) = SEEDS.iter().find(|(_, name)| *name == "encrypted.pdf").unwrap();
    assert_eq!(text(bytes, name, &Limits::default()), Err(Refused::Encrypted));
}
