//! WordprocessingML: tracked changes are accepted, anchors of comments and numbers of editing sittings go.
//!
//! A deleted mark of a paragraph leaves an empty paragraph: the words are gone, the gap stays.

use std::collections::HashSet;

use super::rules::PartRules;
use crate::text::is_local_path;
use crate::xml::{self, Element, Fate, Name, Rules};
use crate::{Limits, Refused, Removed, Report, Warning};

pub fn element(
    rules: &mut PartRules<'_>,
    element: &mut Element,
    open: &[Name],
) -> Result<Option<Fate>, Refused> {
    let inside = |names: &[&str]| open.last().is_some_and(|name| names.contains(&name.local.as_str()));
    let (what, count) = match element.name.parts() {
        ("w", "tr") if rules.deleted.contains(&element.at) => (Removed::TrackedChanges, 1),
        ("w", "del" | "moveFrom") => (Removed::TrackedChanges, 1),
        ("w", "ins" | "moveTo") => {
            rules.report.removed(Removed::TrackedChanges, 1);
            // As a property it only marks what is around it as inserted.
            let is_mark = inside(&["rPr", "trPr", "ctrlPr", "numPr"]);
            return Ok(Some(if is_mark { Fate::Drop } else { Fate::Unwrap }));
        }
        ("w", "delText" | "delInstrText" | "cellIns" | "cellDel" | "cellMerge" | "numberingChange") => {
            (Removed::TrackedChanges, 1)
        }
        ("w", name) if name.ends_with("PrChange") || name == "tblPrExChange" || name == "tblGridChange" => {
            (Removed::TrackedChanges, 1)
        }
        ("w", name)
            if name.starts_with("moveFromRange")
                || name.starts_with("moveToRange")
                || name.starts_with("customXmlIns")
                || name.starts_with("customXmlDel")
                || name.starts_with("customXmlMove") =>
        {
            (Removed::TrackedChanges, 0)
        }
        ("w14", name) if name.starts_with("customXmlConflict") || name.starts_with("conflict") => {
            (Removed::TrackedChanges, 0)
        }
        // They are counted where they are written: in the part that holds the comments.
        ("w", "commentRangeStart" | "commentRangeEnd" | "commentReference" | "annotationRef") => {
            (Removed::Comments, 0)
        }
        ("w", "trackRevisions" | "placeholder" | "dataBinding" | "permStart" | "permEnd") => {
            (Removed::CustomProperties, 0)
        }
        ("w15", "dataBinding") => (Removed::CustomProperties, 0),
        ("w", "docVars") => (Removed::CustomProperties, 1),
        ("w", "rsids") | ("w14" | "w15", "docId") => (Removed::RevisionIds, 1),
        ("w", "attachedTemplate" | "saveThroughXslt") => (Removed::TemplatePath, 0),
        ("w", "mailMerge") => (Removed::ExternalLinks, 1),
        ("w", "vanish") if open.iter().any(|name| name.is("w", "r")) => {
            let is_off = matches!(element.get("w", "val"), Some("0" | "false" | "off"));
            rules.report.warn(Warning::HiddenText, usize::from(!is_off));
            return Ok(None);
        }
        ("w", "fldSimple") => {
            let instruction = element.get("w", "instr").unwrap_or_default().to_owned();
            if rules.field.begin().rewrite(instruction, rules.report)?.is_empty() {
                return Ok(Some(Fate::Unwrap));
            }
            return Ok(None);
        }
        ("w", "fldChar") => {
            rules.field.begin();
            return Ok(None);
        }
        ("w", "instrText") => return Ok(Some(Fate::Text)),
        ("w", _) => {
            element.remove(|a| a.name.space == "w" && matches!(a.name.local.as_str(), "author" | "initials"));
            return Ok(None);
        }
        _ => return Ok(None),
    };
    rules.report.removed(what, count);
    Ok(Some(Fate::Drop))
}

/// Where the rows begin that a tracked change deletes, with all they hold.
pub fn deleted_rows(part: &[u8], limits: &Limits) -> Result<HashSet<u64>, Refused> {
    let mut rows = Rows::default();
    // Most parts have no table, and reading them twice would cost as much as the rest.
    if part.windows(4).any(|at| at == b"trPr") {
        xml::rewrite(part, &mut rows, limits)?;
    }
    Ok(rows.deleted)
}

#[derive(Default)]
struct Rows {
    /// Depth and place of the rows that are open, or have just been closed.
    open: Vec<(usize, u64)>,
    deleted: HashSet<u64>,
}

impl Rules for Rows {
    fn element(&mut self, element: &mut Element, open: &[Name]) -> Result<Fate, Refused> {
        let depth = open.len();
        if element.name.is("w", "tr") || element.name.is("w", "del") {
            self.open.retain(|(row, _)| *row < depth);
        }
        if element.name.is("w", "tr") {
            self.open.push((depth, element.at));
        } else if element.name.is("w", "del") && open.last().is_some_and(|name| name.is("w", "trPr")) {
            self.deleted.extend(self.open.last().map(|(_, at)| at));
        }
        Ok(Fate::Keep)
    }
}

/// The instruction of a field, which a program may have written in several pieces.
#[derive(Default)]
pub struct Field {
    so_far: String,
}

impl Field {
    pub fn begin(&mut self) -> &mut Self {
        self.so_far.clear();
        self
    }

    /// The piece as it may stand: fields that run commands refuse the file, those that fetch from a path are emptied.
    pub fn rewrite(&mut self, piece: String, report: &mut Report) -> Result<String, Refused> {
        // Instructions are short; a long one is not let grow with each piece.
        if self.so_far.len() < 1000 {
            self.so_far.push_str(&piece);
        }
        let word = self.so_far.split_whitespace().next().unwrap_or_default().to_ascii_uppercase();
        match word.as_str() {
            "DDE" | "DDEAUTO" => Err(Refused::ActiveContent),
            "INCLUDEPICTURE" | "INCLUDETEXT" | "INCLUDE" | "IMPORT" | "LINK" | "DATABASE" | "RD" => {
                report.removed(Removed::ExternalLinks, usize::from(!piece.trim().is_empty()));
                Ok(String::new())
            }
            _ if piece.split_whitespace().any(is_local_path) => {
                report.removed(Removed::LocalPath, 1);
                Ok(String::new())
            }
            _ => Ok(piece),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_in_fields_are_found_in_pieces() {
        let mut report = Report::default();
        let mut field = Field::default();
        assert_eq!(field.rewrite(" DDE".into(), &mut report), Err(Refused::ActiveContent));
        let mut field = Field::default();
        assert_eq!(field.rewrite(" D".into(), &mut report).unwrap(), " D");
        assert_eq!(field.rewrite("DEAUTO cmd".into(), &mut report), Err(Refused::ActiveContent));
        let mut field = Field::default();
        assert_eq!(field.rewrite(" PAGE ".into(), &mut report).unwrap(), " PAGE ");
        assert_eq!(field.begin().rewrite("INCLUDEPICTURE \"C:\\a\"".into(), &mut report).unwrap(), "");
        assert_eq!(report.removed[&Removed::ExternalLinks], 1);
    }
}
