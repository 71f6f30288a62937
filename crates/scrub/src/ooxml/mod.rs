//! DOCX, XLSX and PPTX: a zip archive of parts, tied together by relationships. The package is walked from its root along the kinds of
//! relationship that `relations.rs` knows; a part that is not reached that way is not written again. `rules.rs`, `word.rs`,
//! `sheet.rs` and `drawing.rs` know the XML inside the parts.

mod crop;
mod drawing;
mod relations;
mod rules;
mod sheet;
mod word;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};

use crate::archive::{Archive, Packer};
use crate::package::relations_name;
use crate::xml::{self, Element, Fate, Name};
use crate::{Kind, Limits, Refused, Removed, Report, Warning, mp3, mp4, picture};

use crop::Crops;
use relations::{Relations, Source};
use rules::PartRules;

const TYPES: &str = "[Content_Types].xml";

/// Which document this is, as the types of its parts tell.
pub fn kind(archive: &Archive<'_>, limits: &Limits) -> Result<Kind, Refused> {
    kind_by(Types::read(archive, limits)?.all()).ok_or(Refused::UnknownType)
}

pub fn clean(bytes: &[u8], limits: &Limits, report: &mut Report) -> Result<Vec<u8>, Refused> {
    let archive = Archive::open(bytes, limits)?;
    let types = Types::read(&archive, limits)?;
    let package = Package { archive, types, limits };
    package.clean(report)
}

struct Reached {
    name: String,
    relations: Relations,
}

struct Package<'a> {
    archive: Archive<'a>,
    types: Types,
    limits: &'a Limits,
}

impl Package<'_> {
    fn clean(&self, report: &mut Report) -> Result<Vec<u8>, Refused> {
        let reached = self.reach(report)?;
        let crops = self.crops(&reached)?;
        let mut cut = HashMap::new();
        for name in reached.iter().map(|reached| &reached.name) {
            if self.types.of(name).starts_with("image/")
                && let Some(picture) = crops.cut(name, &self.content(name)?, self.limits, report)
            {
                cut.insert(name.as_str(), picture);
            }
        }
        report.removed(Removed::CroppedOriginal, cut.len());

        let (mut parts, mut kept_types) = (Vec::new(), BTreeMap::new());
        for Reached { name, relations } in &reached {
            if !name.is_empty() {
                let mut rules = PartRules::new(&relations.gone, &self.types.of(name), report);
                rules.cut = relations
                    .kept
                    .iter()
                    .filter(|(_, to)| cut.contains_key(to.as_str()))
                    .map(|(id, _)| id.clone())
                    .collect();
                let content = match cut.get(name.as_str()) {
                    Some(picture) => picture.clone(),
                    None => self.content(name)?,
                };
                parts.push((name.clone(), self.part(name, content, rules)?));
                kept_types.insert(name.clone(), self.types.of(name));
            }
            if !relations.xml.is_empty() {
                parts.push((relations_name(name), relations.xml.clone().into_bytes()));
            }
        }
        // A part that is kept is named by a relationship too.
        let named: HashSet<&str> =
            reached.iter().flat_map(|reached| &reached.relations.named).map(String::as_str).collect();
        let is_loose = |name: &&str| !named.contains(name) && !describes_package(name);
        report.removed(Removed::UnknownParts, self.archive.names().filter(is_loose).count());

        // A document whose main part is reached by no relationship would be empty.
        if kind_by(kept_types.values()) != kind_by(self.types.all()) {
            return Err(Refused::Malformed);
        }

        let mut packer = Packer::default();
        packer.add(TYPES, Types::write(&kept_types).as_bytes(), false)?;
        for (name, content) in &parts {
            // Pictures are packed already.
            let stored = [".jpg", ".jpeg", ".png", ".webp"].iter().any(|ending| name.ends_with(ending));
            packer.add(name, content, stored)?;
        }
        packer.finish()
    }

    /// The parts that relationships lead to, the package itself first, under an empty name.
    fn reach(&self, report: &mut Report) -> Result<Vec<Reached>, Refused> {
        let (mut seen, mut dropped) = (BTreeSet::new(), HashSet::new());
        let (mut reached, mut waiting) = (Vec::new(), VecDeque::from([String::new()]));
        while let Some(name) = waiting.pop_front() {
            let relations = self.relations(&name, &mut dropped, report)?;
            let targets: BTreeSet<&String> = relations.kept.values().collect();
            for target in targets {
                if seen.insert(target.clone()) {
                    waiting.push_back(target.clone());
                }
            }
            reached.push(Reached { name, relations });
        }
        Ok(reached)
    }

    fn crops(&self, reached: &[Reached]) -> Result<Crops, Refused> {
        let mut crops = Crops::default();
        for Reached { name, relations } in reached {
            if relations.kept.values().any(|target| self.types.of(target).starts_with("image/"))
                && !name.is_empty()
            {
                crops.survey(&self.content(name)?, &relations.kept, self.limits)?;
            }
        }
        Ok(crops)
    }

    fn content(&self, name: &str) -> Result<Vec<u8>, Refused> {
        self.archive.part(name)?.ok_or(Refused::Malformed)
    }

    fn relations(
        &self,
        source: &str,
        dropped: &mut HashSet<String>,
        report: &mut Report,
    ) -> Result<Relations, Refused> {
        let Some(name) = self.archive.spelling(&relations_name(source)) else {
            return Ok(Relations::default());
        };
        let bytes = self.content(name)?;
        let media_type = self.types.of(source);
        let source = Source { name: source, media_type: &media_type, archive: &self.archive };
        relations::clean(&bytes, &source, self.limits, dropped, report)
    }

    /// One part as it may be shown.
    fn part(&self, name: &str, content: Vec<u8>, mut rules: PartRules<'_>) -> Result<Vec<u8>, Refused> {
        let limits = self.limits;
        let media_type = self.types.of(name);
        let is_picture = media_type.starts_with("image/");
        let is_xml = media_type.ends_with("xml") || name.ends_with(".xml") || name.ends_with(".vml");
        if is_xml && !is_picture {
            rules.deleted = word::deleted_rows(&content, limits)?;
            let written = xml::rewrite(&content, &mut rules, limits)?;
            rules.report.removed(Removed::UnknownParts, written.remarks);
            return Ok(written.bytes);
        }
        let report = rules.report;
        match content.as_slice() {
            _ if is_picture => picture::clean_inside(content, limits, report),
            [_, _, _, _, b'f', b't', b'y', b'p', ..] if media_type.starts_with("video/") => {
                mp4::clean(&content, report)
            }
            _ if matches!(media_type.as_str(), "audio/mpeg" | "audio/mp3") => mp3::clean(&content, report),
            _ if media_type.to_lowercase().contains("font") => {
                report.warn(Warning::EmbeddedFonts, 1);
                Ok(content)
            }
            _ => Err(Refused::ActiveContent),
        }
    }
}

/// Whether this part says how others belong together, so that no relationship may lead to it.
fn describes_package(name: &str) -> bool {
    let name = name.to_lowercase();
    name.ends_with(".rels") || name == TYPES.to_lowercase()
}

fn kind_by<'a>(types: impl Iterator<Item = &'a String> + Clone) -> Option<Kind> {
    [
        ("wordprocessingml.document.main+xml", Kind::Docx),
        ("spreadsheetml.sheet.main+xml", Kind::Xlsx),
        ("presentationml.presentation.main+xml", Kind::Pptx),
    ]
    .into_iter()
    .find_map(|(main, kind)| types.clone().any(|media_type| media_type.contains(main)).then_some(kind))
}

/// What type each part is: by its own line, or by the ending of its name.
struct Types {
    parts: HashMap<String, String>,
    endings: HashMap<String, String>,
}

impl xml::Rules for Types {
    fn element(&mut self, element: &mut Element, _open: &[Name]) -> Result<Fate, Refused> {
        let value = |name| element.get("", name).unwrap_or_default();
        let media_type = value("ContentType").to_owned();
        match element.name.parts() {
            ("type", "Override") => {
                let name = value("PartName").trim_start_matches('/').to_lowercase();
                self.parts.insert(name, media_type);
            }
            ("type", "Default") => _ = self.endings.insert(value("Extension").to_lowercase(), media_type),
            _ => (),
        }
        Ok(Fate::Keep)
    }
}

impl Types {
    fn read(archive: &Archive<'_>, limits: &Limits) -> Result<Self, Refused> {
        let name = archive.spelling(TYPES).ok_or(Refused::UnknownType)?;
        let bytes = archive.part(name)?.ok_or(Refused::UnknownType)?;
        let mut types = Self { parts: HashMap::new(), endings: HashMap::new() };
        xml::rewrite(&bytes, &mut types, limits)?;
        let is_program = |media_type: &String| {
            let lower = media_type.to_lowercase();
            ["macro", "vba", "activex", "sheet.binary"].iter().any(|word| lower.contains(word))
        };
        if types.all().any(is_program) { Err(Refused::Macros) } else { Ok(types) }
    }

    fn all(&self) -> impl Iterator<Item = &String> + Clone {
        self.parts.values().chain(self.endings.values())
    }

    fn of(&self, part: &str) -> String {
        let name = part.to_lowercase();
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        self.parts.get(&name).or_else(|| self.endings.get(ending)).cloned().unwrap_or_default()
    }

    fn write(parts: &BTreeMap<String, String>) -> String {
        let mut xml = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
             <Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
             <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/>",
        );
        for (name, media_type) in parts {
            let (name, media_type) = (quick_xml::escape::escape(name), quick_xml::escape::escape(media_type));
            xml.push_str(&format!("<Override PartName=\"/{name}\" ContentType=\"{media_type}\"/>"));
        }
        xml.push_str("</Types>");
        xml
    }
}
