//! DOCX to Markdown. The text is read into blocks (`body.rs`), with what styles (`styles.rs`) and lists (`numbering.rs`) mean for each
//! paragraph, and the blocks are written (`write.rs`, and `inline.rs` for what stands within a line).

mod body;
mod inline;
mod numbering;
mod properties;
mod styles;
mod table;
mod write;

use std::collections::{BTreeMap, HashMap};

use scrub::xml::{Part, Reader};

use crate::office::Package;
use crate::{Draft, Dropped, Limits, Refused};

use body::Body;
use inline::Span;
use numbering::Numbering;
use styles::Styles;

/// A piece of the text with lines of its own.
pub enum Block {
    /// The level counts from 1; 0 is the title of the document.
    Heading(u8, Vec<Span>),
    Paragraph(Vec<Span>),
    Quote(Vec<Span>),
    Item(Item),
    Table(Vec<Vec<Vec<Span>>>),
    /// A line between the text and what is added to it.
    Rule,
}

/// One entry of a list.
pub struct Item {
    /// How deep it is nested, from 0.
    pub level: u8,
    pub marker: Marker,
    pub spans: Vec<Span>,
}

pub enum Marker {
    Bullet,
    Number(i64),
    /// One that Markdown does not have, such as `1.1` or `б)`: it becomes text.
    Label(String),
}

pub fn markdown(bytes: &[u8], limits: &Limits) -> Result<Draft, Refused> {
    let package = Package::open(bytes, limits)?;
    let styles = match package.hanging_on(&package.main, &["styles"])?.first() {
        Some(name) => Styles::read(&package.part(name)?, limits)?,
        None => Styles::default(),
    };
    let numbering = match package.hanging_on(&package.main, &["numbering"])?.first() {
        Some(name) => Numbering::read(&package.part(name)?, limits)?,
        None => Numbering::default(),
    };
    let mut body = Body::new(&styles, numbering, limits.text_bytes);
    let mut blocks = Vec::new();
    let main = package.part(&package.main)?;
    body.links = links(&package, &package.main)?;
    body.read(&mut Reader::new(&main, &limits.file)?, &mut blocks)?;
    notes(&package, &mut body, &mut blocks, limits)?;
    let extras = headers_and_footers(&package, limits)?;
    body.dropped(Dropped::HeadersFooters, extras);

    let title = take_title(&mut blocks);
    let text = write::blocks(&blocks);
    if title.is_empty() && text.is_empty() {
        return Err(Refused::Empty);
    }
    Ok(Draft { title, body: text, dropped: std::mem::take(&mut body.dropped).into_iter().collect() })
}

/// The addresses that a part links to, by the ids of their relationships.
fn links(package: &Package<'_>, part: &str) -> Result<HashMap<String, String>, Refused> {
    let relations = package.relations(part)?.into_iter();
    let links = relations.filter(|relation| relation.external && relation.last() == "hyperlink");
    Ok(links.map(|link| (link.id, link.target)).collect())
}

/// Footnotes and endnotes, in the order in which the text refers to them.
fn notes(
    package: &Package<'_>,
    body: &mut Body<'_>,
    blocks: &mut Vec<Block>,
    limits: &Limits,
) -> Result<(), Refused> {
    let wanted = std::mem::take(&mut body.notes);
    if wanted.is_empty() {
        return Ok(());
    }
    let mut found: BTreeMap<usize, Vec<Block>> = BTreeMap::new();
    for (kind, element) in [("footnotes", "footnote"), ("endnotes", "endnote")] {
        for name in package.hanging_on(&package.main, &[kind])? {
            let bytes = package.part(&name)?;
            body.links = links(package, &name)?;
            let mut reader = Reader::new(&bytes, &limits.file)?;
            while let Some(part) = reader.read()? {
                let Part::Begin(note) = part else { continue };
                if !note.name.is("w", element) {
                    continue;
                }
                let id = note.get("w", "id").unwrap_or_default();
                match wanted.get(&(element, id.to_owned())) {
                    Some(number) => body.read(&mut reader, found.entry(*number).or_default())?,
                    None => reader.skip()?,
                }
            }
        }
    }
    body.dropped(Dropped::Footnotes, found.len());
    if !found.is_empty() {
        blocks.push(Block::Rule);
    }
    for (number, mut note) in found {
        let mark = vec![Span::plain(format!("[{number}] "))];
        match note.first_mut() {
            Some(Block::Paragraph(spans)) => spans.splice(0..0, mark).for_each(drop),
            // A note that begins with a list or a table has its number on a line of its own.
            Some(_) => note.insert(0, Block::Paragraph(mark)),
            None => continue,
        }
        blocks.append(&mut note);
    }
    Ok(())
}

/// How many headers and footers say something.
fn headers_and_footers(package: &Package<'_>, limits: &Limits) -> Result<usize, Refused> {
    let mut count = 0;
    for name in package.hanging_on(&package.main, &["header", "footer"])? {
        let bytes = package.part(&name)?;
        let mut reader = Reader::new(&bytes, &limits.file)?;
        while let Some(part) = reader.read()? {
            if matches!(&part, Part::Begin(element) if element.name.is("w", "t"))
                && !reader.words()?.trim().is_empty()
            {
                count += 1;
                break;
            }
        }
    }
    Ok(count)
}

/// The paragraphs that the document has as its title, or the heading it begins with; they go out of the text, which has none.
fn take_title(blocks: &mut Vec<Block>) -> String {
    let begin = blocks.iter().position(|block| matches!(block, Block::Heading(0, _)));
    let (begin, end) = match begin {
        Some(begin) => {
            let lines = blocks[begin..].iter().take_while(|block| matches!(block, Block::Heading(0, _)));
            (begin, begin + lines.count())
        }
        None if matches!(blocks.first(), Some(Block::Heading(..))) => (0, 1),
        None => return String::new(),
    };
    let lines = blocks.drain(begin..end).filter_map(|block| match block {
        Block::Heading(_, spans) => Some(inline::plain(&spans)),
        _ => None,
    });
    lines.collect::<Vec<_>>().join(" ")
}
