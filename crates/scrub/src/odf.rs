//! ODT: a zip archive of parts with fixed names and a list of them. Parts that are not known by name are left out; properties, earlier
//! versions and thumbnails are among them. Charts and formulas are documents of their own in folders and are cleaned alike.

use std::collections::HashSet;

use crate::archive::{Archive, Packer};
use crate::text::{is_local_path, names_a_file};
use crate::xml::{self, Element, Fate, Name, Rules};
use crate::{Limits, Refused, Removed, Report, Warning, picture};

const TYPE: &str = "mimetype";
const LIST: &str = "META-INF/manifest.xml";
/// What links lead to when the address would have told where a file lay.
const REMOVED: &str = "https://removed.invalid/";

pub fn clean(bytes: &[u8], limits: &Limits, report: &mut Report) -> Result<Vec<u8>, Refused> {
    let archive = Archive::open(bytes, limits)?;
    let part = |name: &str| archive.part(name)?.ok_or(Refused::Malformed);
    let list = part(LIST)?;
    part("content.xml")?;

    let mut kept = Vec::new();
    for name in archive.names().filter(|name| *name != TYPE && *name != LIST) {
        if let Some(content) = clean_part(name, part(name)?, limits, report)? {
            kept.push((name, content));
        }
    }
    let names = kept.iter().map(|(name, _)| *name).collect();
    let folders = kept.iter().filter_map(|(name, _)| Some(name.rsplit_once('/')?.0)).collect();
    let list = xml::rewrite(&list, &mut Listed { names, folders }, limits)?;

    let mut packer = Packer::default();
    packer.add(TYPE, &part(TYPE)?, true)?;
    packer.add(LIST, &list.bytes, false)?;
    for (name, content) in &kept {
        let stored = [".jpg", ".jpeg", ".png", ".webp"].iter().any(|ending| name.ends_with(ending));
        packer.add(name, content, stored)?;
    }
    packer.finish()
}

/// The part as it may be shown, or nothing when it goes.
fn clean_part(
    name: &str,
    content: Vec<u8>,
    limits: &Limits,
    report: &mut Report,
) -> Result<Option<Vec<u8>>, Refused> {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let is_object =
        folder.strip_prefix("Object ").is_some_and(|number| number.chars().all(|c| c.is_ascii_digit()));
    let is_document = folder.is_empty() || is_object;
    let top = folder.split('/').next().unwrap_or_default();
    match (top, file) {
        (_, "content.xml" | "styles.xml" | "settings.xml") if is_document => {
            let mut rules = Document { report, is_style: file == "styles.xml" };
            let written = xml::rewrite(&content, &mut rules, limits)?;
            report.removed(Removed::UnknownParts, written.remarks);
            Ok(Some(written.bytes))
        }
        (_, "meta.xml") if is_document => {
            report_properties(&content, report);
            Ok(None)
        }
        ("Pictures" | "media", _) => picture::clean_inside(content, limits, report).map(Some),
        // A picture of what an object shows, for programs that cannot draw it.
        ("ObjectReplacements", _) => match picture::clean_inside(content, limits, report) {
            Err(Refused::Malformed) => {
                report.removed(Removed::UnknownParts, 1);
                Ok(None)
            }
            cleaned => cleaned.map(Some),
        },
        ("Fonts", _) => {
            report.warn(Warning::EmbeddedFonts, 1);
            Ok(Some(content))
        }
        ("Basic" | "Scripts" | "Dialogs", _) => Err(Refused::Macros),
        // An object that is no folder is a file of another program.
        ("", name) if name.starts_with("Object ") => Err(Refused::ActiveContent),
        ("Thumbnails", _) => dropped(Removed::Thumbnail, report),
        ("Versions", _) | ("", "VersionList.xml") => dropped(Removed::EarlierVersions, report),
        ("META-INF", file) if file.contains("signatures") => dropped(Removed::Signature, report),
        // How menus looked, where lines broke, and a second list of parts: every program writes its own.
        ("Configurations2", _) | ("", "layout-cache" | "manifest.rdf") => Ok(None),
        _ => dropped(Removed::UnknownParts, report),
    }
}

fn dropped(what: Removed, report: &mut Report) -> Result<Option<Vec<u8>>, Refused> {
    report.removed(what, 1);
    Ok(None)
}

fn report_properties(content: &[u8], report: &mut Report) {
    let text = String::from_utf8_lossy(content);
    report.removed(Removed::DocumentInformation, 1);
    for (element, what) in [
        ("creator>", Removed::Author),
        ("initial-creator>", Removed::Author),
        ("printed-by>", Removed::Author),
        ("<meta:template ", Removed::TemplatePath),
    ] {
        report.removed(what, usize::from(text.contains(element)));
    }
    report.removed(Removed::CustomProperties, text.matches("<meta:user-defined ").count());
}

/// The list of parts, with only those that are kept.
struct Listed<'a> {
    names: HashSet<&'a str>,
    folders: HashSet<&'a str>,
}

impl Rules for Listed<'_> {
    fn element(&mut self, element: &mut Element, _open: &[Name]) -> Result<Fate, Refused> {
        match element.name.parts() {
            ("manifest", "encryption-data") => Err(Refused::Encrypted),
            ("manifest", "file-entry") => {
                let path = element.get("manifest", "full-path").unwrap_or_default();
                // Folders that are documents stand in the list too.
                let folder = path.strip_suffix('/').unwrap_or_default();
                let is_document = folder.starts_with("Object ") && self.folders.contains(folder);
                let kept = path == "/" || self.names.contains(path) || is_document;
                Ok(if kept { Fate::Keep } else { Fate::Drop })
            }
            _ => Ok(Fate::Keep),
        }
    }
}

struct Document<'a> {
    report: &'a mut Report,
    is_style: bool,
}

impl Rules for Document<'_> {
    fn element(&mut self, element: &mut Element, open: &[Name]) -> Result<Fate, Refused> {
        let dropped = match element.name.parts() {
            ("office", "annotation") => Some((Removed::Comments, 1)),
            ("office", "annotation-end") => Some((Removed::Comments, 0)),
            // Deleted text is kept apart from the text, so that without it only the accepted text remains.
            ("text", "changed-region") => Some((Removed::TrackedChanges, 1)),
            ("text", "tracked-changes") => {
                self.report.removed(Removed::TrackedChanges, 1);
                Some((Removed::TrackedChanges, 0))
            }
            ("text", "change" | "change-start" | "change-end") => Some((Removed::TrackedChanges, 0)),
            ("table", "tracked-changes") => Some((Removed::TrackedChanges, 1)),
            ("office", "scripts" | "event-listeners") => {
                // Every document has the first, most an empty one.
                Some((Removed::Scripts, 0))
            }
            ("script", _) | ("text", "script") => Some((Removed::Scripts, 1)),
            ("office", "binary-data") => Some((Removed::EmbeddedFiles, 1)),
            ("text", "section-source") => Some((Removed::ExternalLinks, 1)),
            ("office", "dde-source") | ("text", "dde-connection-decl" | "dde-connection") => {
                return Err(Refused::ActiveContent);
            }
            ("draw", "object-ole") => return Err(Refused::ActiveContent),
            ("draw", "plugin" | "applet" | "floating-frame") => Some((Removed::ExternalLinks, 1)),
            ("config", "config-item") => setting(element.get("config", "name").unwrap_or_default()),
            ("svgc", "title" | "desc") => return Ok(Fate::Text),
            _ => None,
        };
        if let Some((what, count)) = dropped {
            self.report.removed(what, count);
            return Ok(Fate::Drop);
        }
        self.hidden(element);
        self.links(element);
        let ids = element.remove(|a| a.name.space == "officeooo" && a.name.local.ends_with("rsid"));
        self.report.removed(Removed::RevisionIds, ids.min(1));
        if element.name.is("draw", "frame") || open.last().is_some_and(|name| name.is("draw", "frame")) {
            let names = element.remove(|a| a.name.is("draw", "name") && names_a_file(&a.value));
            self.report.removed(Removed::FileNames, names);
        }
        Ok(Fate::Keep)
    }

    fn rewrite(&mut self, _name: &Name, text: String) -> Result<Option<String>, Refused> {
        if names_a_file(&text) {
            self.report.removed(Removed::FileNames, 1);
            return Ok(None);
        }
        Ok(Some(text))
    }
}

impl Document<'_> {
    fn hidden(&mut self, element: &Element) {
        let cuts =
            element.get("fo", "clip").is_some_and(|clip| clip.contains(|c: char| ('1'..='9').contains(&c)));
        self.report.warn(Warning::CroppedPictures, usize::from(cuts));
        let is_hidden = match element.name.parts() {
            ("text", "hidden-text" | "hidden-paragraph") => true,
            ("text", "section") => matches!(element.get("text", "display"), Some("none" | "condition")),
            _ => !self.is_style && element.get("text", "display") == Some("none"),
        };
        self.report.warn(Warning::HiddenText, usize::from(is_hidden));
    }

    /// A link to somebody's disk loses its address, anything that would be fetched by itself loses its reference.
    fn links(&mut self, element: &mut Element) {
        let Some(target) = element.get("xlink", "href") else { return };
        let lower = target.to_ascii_lowercase();
        let leads_away = lower.contains(':') || target.starts_with("..") || target.starts_with('/');
        let is_public = ["https:", "http:", "mailto:", "tel:", "ftp:"].iter().any(|s| lower.starts_with(s));
        let is_link = matches!(element.name.parts(), ("text" | "draw", "a"));
        match (is_link, leads_away) {
            (true, true) if !is_public || is_local_path(target) => {
                element.set("xlink", "href", REMOVED);
                self.report.removed(Removed::LocalPath, 1);
            }
            (false, true) => {
                element.remove(|a| a.name.is("xlink", "href"));
                self.report.removed(Removed::ExternalLinks, 1);
            }
            _ => (),
        }
    }
}

/// Settings that tell about a machine or a sitting.
fn setting(name: &str) -> Option<(Removed, usize)> {
    match name {
        "PrinterName" | "PrinterSetup" => Some((Removed::PrinterSettings, 1)),
        "Rsid" | "RsidRoot" => Some((Removed::RevisionIds, 1)),
        "CurrentDatabaseDataSource"
        | "CurrentDatabaseCommand"
        | "EmbeddedDatabaseName"
        | "ColorTableURL"
        | "DashTableURL"
        | "LineEndTableURL"
        | "HatchTableURL"
        | "GradientTableURL"
        | "BitmapTableURL" => Some((Removed::LocalPath, 0)),
        _ => None,
    }
}
