//! What the styles of a document mean. Names of built-in styles are English in every language of Word; their ids are not.

use std::collections::HashMap;

use scrub::xml::{Part, Reader};

use super::properties::{OfParagraph, OfRun, of_paragraph, of_run};
use crate::{Limits, Refused};

#[derive(Default)]
pub struct Styles {
    by_id: HashMap<String, Style>,
    /// Of paragraphs that name none.
    usual: Option<String>,
}

#[derive(Default)]
struct Style {
    /// In small letters.
    name: String,
    based_on: Option<String>,
    paragraph: OfParagraph,
    run: OfRun,
}

/// What a paragraph is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Text,
    Title,
    Heading(u8),
    Quote,
    /// A line of a table of contents.
    Contents,
}

/// A style may be based on another, that on a third. Longer chains are circles.
const LONGEST_CHAIN: usize = 20;

impl Styles {
    pub fn read(bytes: &[u8], limits: &Limits) -> Result<Self, Refused> {
        let (mut reader, mut styles) = (Reader::new(bytes, &limits.file)?, Self::default());
        while let Some(part) = reader.read()? {
            let Part::Begin(element) = part else { continue };
            if !element.name.is("w", "style") {
                continue;
            }
            let id = element.get("w", "styleId").unwrap_or_default().to_owned();
            let is_usual = matches!(element.get("w", "default"), Some("1" | "true" | "on"))
                && element.get("w", "type") == Some("paragraph");
            if is_usual {
                styles.usual = Some(id.clone());
            }
            styles.by_id.insert(id, style(&mut reader)?);
        }
        Ok(styles)
    }

    /// The style and those it is based on, the nearest first.
    fn chain(&self, id: Option<&str>) -> impl Iterator<Item = &Style> {
        let first = id.and_then(|id| self.by_id.get(id));
        let next = |style: &&Style| style.based_on.as_ref().and_then(|id| self.by_id.get(id));
        std::iter::successors(first, next).take(LONGEST_CHAIN)
    }

    /// What a paragraph is for, by its own properties and its style.
    pub fn role(&self, own: &OfParagraph) -> Role {
        let id = own.style.as_deref().or(self.usual.as_deref());
        for style in self.chain(id) {
            match style.name.as_str() {
                "title" => return Role::Title,
                "quote" | "intense quote" | "block text" | "quotations" => return Role::Quote,
                name if name.starts_with("toc ") || name.starts_with("contents ") => return Role::Contents,
                _ => (),
            }
        }
        let of_style = || self.chain(id).find_map(|style| style.outline());
        match own.outline.or_else(of_style) {
            Some(level) if level < 9 => Role::Heading(level + 1),
            _ => Role::Text,
        }
    }

    /// The list a paragraph belongs to, and the level in it.
    pub fn list(&self, own: &OfParagraph) -> Option<(String, u8)> {
        let id = own.style.as_deref().or(self.usual.as_deref());
        let of_style = self.chain(id).find(|style| style.paragraph.list.is_some());
        let list = own.list.as_ref().or(of_style.and_then(|style| style.paragraph.list.as_ref()))?;
        let level = own.list_level.or(of_style.and_then(|style| style.paragraph.list_level)).unwrap_or(0);
        // List 0 takes a paragraph out of the list of its style.
        (list != "0").then(|| (list.clone(), level.min(8)))
    }

    /// How deep a paragraph of a list looks by the name of its style: "List Bullet 2" is a list of its own, with one level, that
    /// looks as if it stood within "List Bullet".
    pub fn looks_deep(&self, own: &OfParagraph) -> Option<u8> {
        self.chain(own.style.as_deref()).find_map(Style::list_level)
    }

    /// The properties of a run together with those of its own style. How the style of a paragraph draws letters is decoration.
    pub fn run(&self, own: OfRun) -> OfRun {
        let mut all = own;
        let id = all.style.clone();
        for style in self.chain(id.as_deref()) {
            all.bold = all.bold.or(style.run.bold);
            all.italic = all.italic.or(style.run.italic);
            all.strike = all.strike.or(style.run.strike);
            all.hidden = all.hidden.or(style.run.hidden);
        }
        all
    }

    /// The list that a style of lists stands for.
    pub fn list_of_style(&self, id: &str) -> Option<&str> {
        self.chain(Some(id)).find_map(|style| style.paragraph.list.as_deref())
    }
}

impl Style {
    /// Programs other than Word leave the outline level of built-in headings out.
    fn outline(&self) -> Option<u8> {
        let by_name = || {
            let level = self.name.strip_prefix("heading ")?.parse::<u8>().ok()?;
            (1..=9).contains(&level).then(|| level - 1)
        };
        self.paragraph.outline.or_else(by_name)
    }

    fn list_level(&self) -> Option<u8> {
        let number =
            ["list bullet ", "list number "].into_iter().find_map(|name| self.name.strip_prefix(name))?;
        number.parse::<u8>().ok().filter(|number| (2..=5).contains(number)).map(|number| number - 1)
    }
}

/// Reads a `w:style` just begun.
fn style(reader: &mut Reader<'_>) -> Result<Style, Refused> {
    let mut style = Style::default();
    while let Some(part) = reader.inside()? {
        let Part::Begin(element) = part else { continue };
        let value = || element.get("w", "val").unwrap_or_default();
        match element.name.parts() {
            ("w", "pPr") => {
                style.paragraph = of_paragraph(reader)?;
                continue;
            }
            ("w", "rPr") => {
                style.run = of_run(reader)?;
                continue;
            }
            ("w", "name") => style.name = value().to_lowercase(),
            ("w", "basedOn") => style.based_on = Some(value().to_owned()),
            _ => (),
        }
        reader.skip()?;
    }
    Ok(style)
}
