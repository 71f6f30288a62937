//! What happens to each element of a part, whichever program wrote it; word.rs, sheet.rs and drawing.rs know more of their own.

use std::collections::HashSet;

use super::{drawing, sheet, word};
use crate::xml::{Attribute, Element, Fate, Name, Rules};
use crate::{Refused, Removed, Report, Warning};

/// Elements that are nothing but a reference: without it they go as a whole. Others only lose the attribute.
const REFERENCES: &[(&str, &str)] = &[
    ("w", "altChunk"),
    ("w", "subDoc"),
    ("w", "embedRegular"),
    ("w", "embedBold"),
    ("w", "embedItalic"),
    ("w", "embedBoldItalic"),
    ("x", "legacyDrawingHF"),
    ("x", "picture"),
    ("x", "tablePart"),
    ("x", "drawing"),
    ("c", "externalData"),
    ("a", "videoFile"),
    ("a", "audioFile"),
    ("a", "snd"),
    ("p", "snd"),
    ("p14", "media"),
    ("p14", "contentPart"),
    ("w14", "contentPart"),
    ("v", "imagedata"),
];

pub struct PartRules<'a> {
    pub report: &'a mut Report,
    gone: &'a HashSet<String>,
    is_notes: bool,
    has_notes: bool,
    pub field: word::Field,
    /// Where rows begin that were deleted: what says so stands inside them.
    pub deleted: HashSet<u64>,
    /// Ids of pictures that have been cut to what shows of them.
    pub cut: HashSet<String>,
    pub last_picture: String,
}

impl<'a> PartRules<'a> {
    pub fn new(gone: &'a HashSet<String>, media_type: &str, report: &'a mut Report) -> Self {
        let is_notes = media_type.contains("notesSlide");
        Self {
            report,
            gone,
            is_notes,
            has_notes: false,
            field: word::Field::default(),
            deleted: HashSet::new(),
            cut: HashSet::new(),
            last_picture: String::new(),
        }
    }

    fn refers_nowhere(&self, attribute: &Attribute) -> bool {
        matches!(attribute.name.parts(), ("r", _) | ("o", "relid")) && self.gone.contains(&attribute.value)
    }
}

impl Rules for PartRules<'_> {
    fn element(&mut self, element: &mut Element, open: &[Name]) -> Result<Fate, Refused> {
        let fate = match element.name.space {
            "w" | "w14" | "w15" => word::element(self, element, open)?,
            "x" | "x15ac" | "xr" => sheet::element(self, element)?,
            "c" if element.name.local == "f" => Some(Fate::Text),
            "a" | "p" | "pic" | "wp" | "xdr" | "v" => drawing::element(self, element)?,
            _ => None,
        };
        if let Some(fate) = fate {
            return Ok(fate);
        }
        if element.attributes().iter().any(|attribute| self.refers_nowhere(attribute)) {
            if REFERENCES.contains(&element.name.parts()) {
                return Ok(Fate::Drop);
            }
            element.remove(|attribute| self.refers_nowhere(attribute));
        }
        let ids = element.remove(|a| {
            let (space, name) = a.name.parts();
            space == "w" && name.starts_with("rsid")
                || space == "w14" && matches!(name, "paraId" | "textId")
                || space == "xr" && name == "uid"
        });
        self.report.removed(Removed::RevisionIds, ids.min(1));
        Ok(Fate::Keep)
    }

    fn rewrite(&mut self, name: &Name, text: String) -> Result<Option<String>, Refused> {
        match name.parts() {
            ("w", "instrText") => self.field.rewrite(text, self.report).map(Some),
            ("c", "f") => Ok(Some(sheet::without_file(text, self.report))),
            _ => Ok(sheet::formula(text, self.report)),
        }
    }

    fn text(&mut self, text: &str, open: &[Name]) {
        if self.is_notes
            && !self.has_notes
            && open.last().is_some_and(|name| name.is("a", "t"))
            && !open.iter().any(|name| name.is("a", "fld"))
            && !text.trim().is_empty()
        {
            self.has_notes = true;
            self.report.warn(Warning::SpeakerNotes, 1);
        }
    }
}
