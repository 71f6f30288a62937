//! Relationships between the parts of a package: which are followed, which are left out and what is reported then, which refuse the file.

use std::collections::{HashMap, HashSet};

use quick_xml::escape::escape;

use super::describes_package;
use crate::archive::Archive;
use crate::package::{self, Relation, resolve};
use crate::text::is_local_path;
use crate::{Limits, Refused, Removed, Report, Warning};

/// What links lead to when the address would have told where a file lay. The ending is reserved: no such address exists.
pub const REMOVED: &str = "https://removed.invalid/";

/// The last step of a relationship's type, which is the same in all dialects and extensions.
const FOLLOWED: &[&str] = &[
    "officeDocument",
    "styles",
    "stylesWithEffects",
    "settings",
    "fontTable",
    "theme",
    "themeOverride",
    "numbering",
    "footnotes",
    "endnotes",
    "header",
    "footer",
    "image",
    "chart",
    "chartEx",
    "chartStyle",
    "chartColorStyle",
    "chartUserShapes",
    "diagramData",
    "diagramLayout",
    "diagramQuickStyle",
    "diagramColors",
    "diagramDrawing",
    "worksheet",
    "chartsheet",
    "sharedStrings",
    "drawing",
    "table",
    "pivotTable",
    "pivotCacheDefinition",
    "pivotCacheRecords",
    "slide",
    "slideLayout",
    "slideMaster",
    "notesSlide",
    "notesMaster",
    "handoutMaster",
    "presProps",
    "viewProps",
    "tableStyles",
    "font",
    "sheetMetadata",
    "slicer",
    "slicerCache",
    "timeline",
    "timelineCache",
    "vmlDrawing",
    "video",
    "audio",
    "media",
    "rdRichValue",
    "rdRichValueStructure",
    "rdRichValueTypes",
    "rdArray",
    "rdSupportingPropertyBag",
    "rdSupportingPropertyBagStructure",
    "richValueRel",
];

/// The part at the source's end of its relationships; the name is empty for the package itself.
pub struct Source<'a> {
    pub name: &'a str,
    pub media_type: &'a str,
    pub archive: &'a Archive<'a>,
}

#[derive(Default)]
pub struct Relations {
    /// Names of parts to clean and keep, by the ids under which the source refers to them.
    pub kept: HashMap<String, String>,
    /// Every part that is named here, kept or not.
    pub named: Vec<String>,
    /// Ids that no longer lead anywhere.
    pub gone: HashSet<String>,
    /// What is written in place of the list; empty when nothing is left.
    pub xml: String,
}

pub fn clean(
    bytes: &[u8],
    source: &Source<'_>,
    limits: &Limits,
    dropped: &mut HashSet<String>,
    report: &mut Report,
) -> Result<Relations, Refused> {
    let (mut relations, mut lines) = (Relations::default(), String::new());
    let listed = package::listed(bytes, limits)?;
    let has_comments = listed.iter().any(|relation| relation.last() == "comments");
    for Relation { id, kind, mut target, external } in listed {
        let last = kind.rsplit('/').next().unwrap_or_default();
        let part = if external { None } else { resolve(source.name, &target) };
        // Names of parts are the same in large and small letters; the directory's spelling is the one used here.
        let part = part.map(|part| match source.archive.spelling(&part) {
            Some(spelling) => spelling.to_owned(),
            None => part,
        });
        relations.named.extend(part.clone());
        let keeps = match (last, &part) {
            ("hyperlink", _) => {
                // A link inside the document is kept as it is; it leads to no part.
                let leads_away = !target.starts_with('#') && !is_public(&target);
                if leads_away && target != REMOVED {
                    report.removed(Removed::LocalPath, 1);
                    target = REMOVED.to_owned();
                }
                true
            }
            (_, Some(part)) if source.archive.spelling(part).is_none() => false,
            (_, Some(part))
                if (FOLLOWED.contains(&last) || is_ink(last, part))
                    && !is_note_frame(last, source, has_comments) =>
            {
                if describes_package(part) {
                    return Err(Refused::Malformed);
                }
                warn(last, report);
                relations.kept.insert(id.clone(), part.clone());
                true
            }
            (_, part) => {
                // Any number of relationships may lead to one part, which is looked at once.
                if part.as_ref().is_none_or(|part| dropped.insert(part.clone())) {
                    let content = part.as_ref().map(|part| source.archive.part(part)).transpose()?.flatten();
                    drop_part(last, source, external, &content.unwrap_or_default(), report)?;
                }
                false
            }
        };
        if keeps {
            let (id, kind, target) = (escape(&id), escape(&kind), escape(&target));
            let mode = if external { " TargetMode=\"External\"" } else { "" };
            lines.push_str(&format!("<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"{mode}/>"));
        } else {
            relations.gone.insert(id);
        }
    }
    if !lines.is_empty() {
        relations.xml = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
             <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{lines}</Relationships>"
        );
    }
    Ok(relations)
}

/// What somebody drew by hand hangs on the same kind of relationship as data of other programs.
fn is_ink(last: &str, part: &str) -> bool {
    last == "customXml" && part.contains("/ink/")
}

/// In a table, the old drawing language only frames comments and forms.
fn is_note_frame(last: &str, source: &Source<'_>, has_comments: bool) -> bool {
    last == "vmlDrawing" && has_comments && source.media_type.contains("worksheet")
}

fn is_public(target: &str) -> bool {
    let lower = target.to_ascii_lowercase();
    ["https://", "http://", "mailto:", "tel:", "ftp://"].iter().any(|scheme| lower.starts_with(scheme))
        && !is_local_path(target)
}

fn warn(kind: &str, report: &mut Report) {
    if kind == "pivotCacheRecords" {
        report.warn(Warning::PivotData, 1);
    }
}

/// Reports what goes with a relationship that is not followed, or refuses the file because of it.
fn drop_part(
    kind: &str,
    source: &Source<'_>,
    external: bool,
    content: &[u8],
    report: &mut Report,
) -> Result<(), Refused> {
    let what = match kind {
        "vbaProject" | "wordVbaData" | "xlMacrosheet" | "xlIntlMacrosheet" | "activeXControlBinary" => {
            return Err(Refused::Macros);
        }
        "oleObject" | "control" => return Err(Refused::ActiveContent),
        // A chart keeps a whole workbook to be edited with; the chart itself shows without.
        "package" if source.media_type.contains("chart") => Removed::EmbeddedFiles,
        "package" => return Err(Refused::ActiveContent),
        "core-properties" => {
            let written = [("creator", Removed::Author), ("lastModifiedBy", Removed::Author)];
            return properties(&written, content, report);
        }
        "extended-properties" | "extendedProperties" => {
            let written = [
                ("Company", Removed::Organisation),
                ("Manager", Removed::Organisation),
                ("Template", Removed::TemplatePath),
            ];
            return properties(&written, content, report);
        }
        "attachedTemplate" => Removed::TemplatePath,
        "thumbnail" => Removed::Thumbnail,
        "printerSettings" => Removed::PrinterSettings,
        "people" | "person" | "authors" | "commentAuthors" | "usernames" => Removed::Author,
        "comments" => {
            let text = String::from_utf8_lossy(content);
            let beginnings = ["<comment ", ":comment ", "<cm ", ":cm "];
            let count = beginnings.iter().map(|begin| text.matches(begin).count()).sum::<usize>();
            report.removed(Removed::Comments, count.max(1));
            return Ok(());
        }
        "commentsExtended" | "commentsIds" | "commentsExtensible" | "threadedComment" | "vmlDrawing" => {
            return Ok(());
        }
        "custom-properties" | "customProperties" | "customXml" | "tags" | "customProperty" | "xmlMaps"
        | "ctrlProp" => Removed::CustomProperties,
        "revisionHeaders" | "revisionLog" => Removed::TrackedChanges,
        "hdphoto" => Removed::CroppedOriginal,
        "origin" | "signature" => Removed::Signature,
        "extensibility" | "webextension" | "webextensiontaskpanes" => Removed::Scripts,
        "aFChunk" => Removed::EmbeddedFiles,
        "externalLink" if String::from_utf8_lossy(content).contains("ddeLink") => {
            return Err(Refused::ActiveContent);
        }
        "externalLink" | "connections" | "queryTable" | "subDocument" | "frame" => Removed::ExternalLinks,
        "mailMergeSource" | "mailMergeHeaderSource" | "recipientData" => Removed::ExternalLinks,
        // Programs write the order in which they calculate anew.
        "calcChain" | "webSettings" | "keyMapCustomizations" | "customizations" => return Ok(()),
        _ if external => Removed::ExternalLinks,
        _ => Removed::UnknownParts,
    };
    report.removed(what, 1);
    Ok(())
}

/// Reports each property that has a value, and properties as such. Every program has a template called Normal.
fn properties(written: &[(&str, Removed)], content: &[u8], report: &mut Report) -> Result<(), Refused> {
    let text = String::from_utf8_lossy(content);
    for (name, what) in written {
        let has_value = text
            .split(&format!("{name}>"))
            .nth(1)
            .is_some_and(|rest| !rest.starts_with('<') && !rest.starts_with("Normal"));
        report.removed(*what, usize::from(has_value));
    }
    report.removed(Removed::DocumentInformation, 1);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_public() {
        assert!(is_public("https://mvd.gov.kg/ky") && is_public("mailto:press@example.kg"));
        for target in ["file:///C:/a", "\\\\server\\a", "../a.docx", "C:\\a.docx", "javascript:alert(1)"] {
            assert!(!is_public(target), "{target}");
        }
    }
}
