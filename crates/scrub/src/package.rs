//! How the parts of a DOCX, XLSX or PPTX are tied together: each part may have a list of relationships, kept in a part of its own.
//! Which of them are followed is for those who ask.

use crate::archive::Archive;
use crate::xml::{Part, Reader};
use crate::{Limits, Refused};

/// One line of a list of relationships.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// Under which the source refers to it.
    pub id: String,
    /// An address that only tells the kinds apart; see [`Relation::last`].
    pub kind: String,
    /// As written: a path, or an address outside the package.
    pub target: String,
    pub external: bool,
}

impl Relation {
    /// The last step of the kind, which is the same in all dialects and extensions: `image`, `hyperlink`.
    pub fn last(&self) -> &str {
        self.kind.rsplit('/').next().unwrap_or_default()
    }
}

/// The relationships of a part; of the package itself, if the name is empty.
pub fn relations(archive: &Archive<'_>, part: &str, limits: &Limits) -> Result<Vec<Relation>, Refused> {
    match archive.part(&relations_name(part))? {
        Some(bytes) => listed(&bytes, limits),
        None => Ok(Vec::new()),
    }
}

/// What stands in a list of relationships.
pub fn listed(bytes: &[u8], limits: &Limits) -> Result<Vec<Relation>, Refused> {
    let (mut reader, mut relations) = (Reader::new(bytes, limits)?, Vec::new());
    while let Some(part) = reader.read()? {
        if let Part::Begin(element) = part
            && element.name.is("rel", "Relationship")
        {
            let value = |name| element.get("", name).unwrap_or_default().to_owned();
            let external = value("TargetMode") == "External";
            relations.push(Relation {
                id: value("Id"),
                kind: value("Type"),
                target: value("Target"),
                external,
            });
        }
    }
    Ok(relations)
}

/// Where the relationships of a part are listed: `word/_rels/document.xml.rels` for `word/document.xml`.
pub fn relations_name(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').map_or(("", part), |(folder, name)| (folder, name));
    let slash = if folder.is_empty() { "" } else { "/" };
    format!("{folder}{slash}_rels/{name}.rels")
}

/// The name of the part that `target` means, seen from the part `source`.
pub fn resolve(source: &str, target: &str) -> Option<String> {
    let (target, from) = match target.strip_prefix('/') {
        Some(absolute) => (absolute, ""),
        None => (target, source.rsplit_once('/').map_or("", |(folder, _)| folder)),
    };
    let target = target.split('#').next().unwrap_or_default();
    let mut steps: Vec<&str> = from.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => (),
            ".." => _ = steps.pop()?,
            step => steps.push(step),
        }
    }
    (!steps.is_empty()).then(|| steps.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_names_of_parts() {
        assert_eq!(resolve("", "word/document.xml").as_deref(), Some("word/document.xml"));
        assert_eq!(resolve("ppt/slides/slide1.xml", "../media/a.png").as_deref(), Some("ppt/media/a.png"));
        assert_eq!(resolve("word/document.xml", "/word/styles.xml").as_deref(), Some("word/styles.xml"));
        assert_eq!(resolve("word/document.xml", "../../../a"), None);
        assert_eq!(resolve("", "#"), None);
    }
}
