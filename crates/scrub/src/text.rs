//! Plain text and tables of comma-separated values. They hold nothing but their content, so there is nothing to remove; a table may
//! hold cells that a spreadsheet would calculate.

use crate::{Refused, Removed, Report, Warning};

/// Whether this may be text in UTF-8, UTF-16 or an older encoding of eight bits: text has no control characters.
pub fn is_text(bytes: &[u8]) -> bool {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return from_utf16(bytes).is_some_and(|text| is_plain(text.as_bytes()));
    }
    is_plain(bytes)
}

fn is_plain(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| *byte >= b' ' && *byte != 0x7f || b"\t\n\r\x0c".contains(byte))
}

pub fn clean(bytes: &[u8], report: &mut Report) -> Result<Vec<u8>, Refused> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        report.warn(Warning::Recoded, 1);
        return from_utf16(bytes).map(String::into_bytes).ok_or(Refused::Malformed);
    }
    if std::str::from_utf8(bytes).is_err() {
        report.warn(Warning::NotUtf8, 1);
    }
    Ok(bytes.to_vec())
}

pub fn clean_table(bytes: &[u8], report: &mut Report) -> Result<Vec<u8>, Refused> {
    let bytes = clean(bytes, report)?;
    let text = String::from_utf8_lossy(&bytes);
    let cells = text.trim_start_matches('\u{feff}').split(['\n', '\r', ',', ';', '\t']);
    report.warn(Warning::FormulaCells, cells.filter(|cell| is_formula(cell)).count());
    Ok(bytes)
}

/// A quoted cell that holds separators is looked at in pieces, so this may see a formula too many, never one too few.
fn is_formula(cell: &str) -> bool {
    let cell = cell.trim_start_matches([' ', '"', '\'']);
    // A telephone number or a negative amount is none.
    let is_number = |rest: &str| rest.chars().all(|c| c.is_ascii_digit() || " .()-%\"\u{a0}".contains(c));
    match cell.chars().next() {
        Some('=' | '@') => cell.len() > 1,
        Some('+' | '-') => !is_number(&cell[1..]),
        _ => false,
    }
}

/// The text without the mark of its encoding.
fn from_utf16(bytes: &[u8]) -> Option<String> {
    let big_endian = bytes.starts_with(&[0xfe, 0xff]);
    let (units, odd) = bytes[2..].as_chunks::<2>();
    if !odd.is_empty() {
        return None;
    }
    let units = units
        .iter()
        .map(|pair| if big_endian { u16::from_be_bytes(*pair) } else { u16::from_le_bytes(*pair) });
    char::decode_utf16(units).collect::<Result<String, _>>().ok()
}

/// Whether a text that people did not see is the name of a file or the path to one.
pub fn names_a_file(text: &str) -> bool {
    let text = text.trim();
    let ending = text.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    let picture =
        ["jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff", "webp", "svg", "emf", "wmf", "heic", "eps"];
    picture.contains(&ending.as_str()) || is_local_path(text)
}

/// Whether this leads to a disk or a server of somebody's office rather than to the web.
pub fn is_local_path(text: &str) -> bool {
    let text = text.trim_start_matches(['"', ' ']);
    let lower = text.to_ascii_lowercase();
    lower.contains("file:")
        || lower.starts_with("\\\\")
        || lower.contains(":\\")
        || ["/home/", "/users/", "/tmp/", "/mnt/"].iter().any(|start| lower.starts_with(start))
}

/// Adds to the report what a list of tags calls by these names.
pub fn report_tags(tags: &[u8], words: &[(Removed, &[&[u8]])], report: &mut Report) {
    report.removed(Removed::DocumentInformation, 1);
    for (what, words) in words {
        if words.iter().any(|word| tags.windows(word.len()).any(|at| at == *word)) {
            report.removed(*what, 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_told_from_numbers() {
        for formula in ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3*A1", "\"=HYPERLINK(1)\"", "  =1"] {
            assert!(is_formula(formula), "{formula}");
        }
        for plain in ["-5.20", "+996 (312) 62-50-50", "-", "Ош", "a=b", "", "- 12 %"] {
            assert!(!is_formula(plain), "{plain}");
        }
    }

    #[test]
    fn text_in_other_encodings_is_said() {
        let mut report = Report::default();
        assert_eq!(clean(b"\xff\xfe\x1e\x04\x48\x04", &mut report).unwrap(), "Ош".as_bytes());
        assert!(report.warnings.contains_key(&Warning::Recoded));
        let mut report = Report::default();
        assert_eq!(clean(b"\xce\xf8", &mut report).unwrap(), b"\xce\xf8");
        assert!(report.warnings.contains_key(&Warning::NotUtf8));
        assert!(!is_text(b"a\0b") && !is_text(b"\xff\xfea") && is_text(b"\xce\xf8"));
    }

    #[test]
    fn paths_are_told_from_descriptions() {
        for path in
            ["C:\\Users\\Aida\\a.docx", "\\\\server\\x", "file:///home/a", "IMG_2031.JPG", "/home/aida/x"]
        {
            assert!(names_a_file(path), "{path}");
        }
        for words in ["Картада Ош облусу көрсөтүлгөн.", "Figure 1", "https://gov.kg/a"]
        {
            assert!(!names_a_file(words), "{words}");
        }
    }
}
