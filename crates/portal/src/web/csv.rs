//! Lists as CSV, the way spreadsheets open them without questions.

use axum::response::{IntoResponse, Response};
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};

/// Excel takes a file without it for one of its own old encodings.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A whole file of lines, to be saved under a name.
pub fn respond(name: &str, lines: impl IntoIterator<Item = String>) -> Response {
    let text: String = std::iter::once(BYTE_ORDER_MARK.to_owned()).chain(lines).collect();
    let disposition = format!("attachment; filename=\"{name}.csv\"");
    ([(CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, disposition)], text)
        .into_response()
}

/// One record, every value quoted.
pub fn line<'a>(values: impl IntoIterator<Item = &'a str>) -> String {
    let quoted = values.into_iter().map(|value| {
        // A title that begins like a formula must stay text in a spreadsheet.
        let formula = value.starts_with(['=', '+', '-', '@', '\t', '\r']);
        format!("\"{}{}\"", if formula { "'" } else { "" }, value.replace('"', "\"\""))
    });
    quoted.collect::<Vec<_>>().join(",") + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn a_value_stays_one_text_in_a_spreadsheet() {
        assert_eq!(
            line(["a,b", "say \"yes\"", "=1+1", ""]),
            "\"a,b\",\"say \"\"yes\"\"\",\"'=1+1\",\"\"\r\n"
        );
    }
}
