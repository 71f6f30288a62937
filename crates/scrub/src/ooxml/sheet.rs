//! SpreadsheetML: what is hidden is reported; formulas that read other files become the values they last had.

use super::rules::PartRules;
use crate::xml::{Element, Fate};
use crate::{Refused, Removed, Report, Warning};

pub fn element(rules: &mut PartRules<'_>, element: &mut Element) -> Result<Option<Fate>, Refused> {
    let is_hidden = matches!(element.get("", "hidden"), Some("1" | "true"));
    let what = match element.name.parts() {
        ("x", "sheet") => {
            let is_hidden = matches!(element.get("", "state"), Some("hidden" | "veryHidden"));
            rules.report.warn(Warning::HiddenSheets, usize::from(is_hidden));
            return Ok(None);
        }
        ("x", "row") if is_hidden => {
            rules.report.warn(Warning::HiddenRows, 1);
            return Ok(None);
        }
        ("x", "col") if is_hidden => {
            let number = |name| element.get("", name).and_then(|n| n.parse::<usize>().ok()).unwrap_or(1);
            // A sheet has 16,384 columns, whatever is written here.
            let count = number("max").saturating_sub(number("min")).min(16_383) + 1;
            rules.report.warn(Warning::HiddenColumns, count);
            return Ok(None);
        }
        ("x", "f" | "definedName") => return Ok(Some(Fate::Text)),
        ("x", "pivotCacheDefinition") => {
            let names = element.remove(|a| a.name.is("", "refreshedBy"));
            rules.report.removed(Removed::Author, names);
            return Ok(None);
        }
        ("x", "fileSharing") => Some(Removed::Author),
        ("x", "customWorkbookViews" | "customSheetViews") => Some(Removed::Author),
        ("x15ac", "absPath") => Some(Removed::LocalPath),
        ("xr", "revisionPtr") => Some(Removed::RevisionIds),
        ("x", "externalReferences" | "customProperties" | "legacyDrawing" | "controls" | "webPublishing") => {
            None
        }
        ("x", "oleObjects") => return Err(Refused::ActiveContent),
        _ => return Ok(None),
    };
    if let Some(what) = what {
        rules.report.removed(what, 1);
    }
    Ok(Some(Fate::Drop))
}

/// A formula as it may stand; `None` leaves the cell with its last value.
pub fn formula(text: String, report: &mut Report) -> Option<String> {
    if !reads_other_files(&text) {
        return Some(text);
    }
    report.removed(Removed::ExternalLinks, 1);
    None
}

/// What a chart shows, without the name of the file it was once taken from: `[баа.xlsx]Sheet1!A1`.
pub fn without_file(text: String, report: &mut Report) -> String {
    let Some((before, after)) = text.split_once('[') else { return text };
    // Columns of tables stand in brackets after the name of the table.
    let (true, Some((_, rest))) = (before.trim_matches(['(', '\'']).is_empty(), after.split_once(']')) else {
        return text;
    };
    report.removed(Removed::FileNames, 1);
    format!("{before}{rest}")
}

/// Other files stand in brackets, by number: `[1]Sheet!A1`. Columns of tables stand in brackets too, after the name of the table.
fn reads_other_files(formula: &str) -> bool {
    formula.match_indices('[').any(|(at, _)| {
        let before = formula[..at].chars().next_back();
        let inner = formula[at + 1..].split(']').next().unwrap_or_default();
        let is_number = !inner.is_empty() && inner.chars().all(|c| c.is_ascii_digit());
        let of_table = before.is_some_and(|c| c.is_alphanumeric() || "_.[".contains(c));
        is_number && !of_table
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn charts_forget_the_file_they_were_taken_from() {
        let mut report = Report::default();
        assert_eq!(without_file("'[Баа 2025.xlsx]Sheet 1'!$A$1".into(), &mut report), "'Sheet 1'!$A$1");
        assert_eq!(without_file("Table1[Баа]".into(), &mut report), "Table1[Баа]");
        assert_eq!(report.removed[&Removed::FileNames], 1);
    }

    #[test]
    fn other_files_are_told_from_columns() {
        for formula in ["[1]Баа!A1", "SUM('[12]Жыл 2025'!B2:B9)", "1+[3]!Total"] {
            assert!(reads_other_files(formula), "{formula}");
        }
        for formula in ["SUM(Table1[2024])", "Table1[[#This Row],[Баасы]]", "A1*2", "\"[x]\""] {
            assert!(!reads_other_files(formula), "{formula}");
        }
    }
}
