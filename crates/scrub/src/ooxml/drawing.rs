//! DrawingML, PresentationML and VML: slides that are hidden, names that pictures had as files, pictures that are shown cut.

use super::rules::PartRules;
use crate::text::names_a_file;
use crate::xml::{Element, Fate};
use crate::{Refused, Removed, Warning};

/// Marks extensions: the picture before effects were applied to it, and remarks on slides.
const ORIGINAL: &str = "{BEBA8EAE-BF5A-486C-A8C5-ECC9F3942E4B}";
const REMARKS: &str = "{6950BFC3-D8DA-4A85-94F7-54DA5524770B}";

pub fn element(rules: &mut PartRules<'_>, element: &mut Element) -> Result<Option<Fate>, Refused> {
    match element.name.parts() {
        ("p", "sld") => {
            let is_hidden = matches!(element.get("", "show"), Some("0" | "false"));
            rules.report.warn(Warning::HiddenSlides, usize::from(is_hidden));
        }
        ("p", "custDataLst") => {
            rules.report.removed(Removed::CustomProperties, 1);
            return Ok(Some(Fate::Drop));
        }
        ("a" | "p", "ext") if matches!(element.get("", "uri"), Some(ORIGINAL | REMARKS)) => {
            return Ok(Some(Fate::Drop));
        }
        ("a", "hlinkClick" | "hlinkMouseOver" | "hlinkHover") => {
            let action = element.get("", "action").unwrap_or_default();
            if ["ppaction://program", "ppaction://macro", "ppaction://ole"]
                .iter()
                .any(|a| action.starts_with(a))
            {
                return Err(Refused::ActiveContent);
            }
        }
        ("a", "blip") => {
            element.get("r", "embed").unwrap_or_default().clone_into(&mut rules.last_picture);
        }
        ("a", "srcRect") if rules.cut.contains(&rules.last_picture) => return Ok(Some(Fate::Drop)),
        ("a", "srcRect") => {
            let cuts = element
                .attributes()
                .iter()
                .any(|a| !a.value.trim_matches(['0', '%']).is_empty() && !a.value.starts_with('-'));
            rules.report.warn(Warning::CroppedPictures, usize::from(cuts));
        }
        ("pic" | "p" | "wp" | "xdr", "cNvPr" | "docPr") => {
            let name = element.get("", "name").is_some_and(names_a_file);
            if name {
                // A name is required; this one tells as much as the one a program would give.
                element.set("", "name", "Picture");
            }
            let texts = element.remove(|a| {
                a.name.space.is_empty()
                    && matches!(a.name.local.as_str(), "descr" | "title")
                    && names_a_file(&a.value)
            });
            rules.report.removed(Removed::FileNames, usize::from(name || texts > 0));
        }
        ("v", "imagedata" | "shape" | "fill" | "stroke") => {
            let names = element.remove(|a| {
                let (space, name) = a.name.parts();
                space == "o" && matches!(name, "title" | "href" | "althref")
                    || name == "src" && !a.value.starts_with('#')
                    || space.is_empty() && name == "alt" && names_a_file(&a.value)
            });
            rules.report.removed(Removed::FileNames, names.min(1));
            let cuts = element.attributes().iter().any(|a| a.name.local.starts_with("crop"));
            rules.report.warn(Warning::CroppedPictures, usize::from(cuts));
        }
        _ => (),
    }
    Ok(None)
}
