//! ODT: one part holds the text. Remarks and what tracked changes deleted stand apart in it and are passed over.

use scrub::archive::Archive;
use scrub::xml::{Part, Reader};

use crate::words::Words;
use crate::{Limits, Refused};

pub fn read(bytes: &[u8], limits: &Limits, words: &mut Words) -> Result<(), Refused> {
    let archive = Archive::open(bytes, &limits.file)?;
    let content = archive.part("content.xml")?.ok_or(Refused::Malformed)?;
    let mut reader = Reader::new(&content, &limits.file)?;
    while !words.is_full()
        && let Some(part) = reader.read()?
    {
        match part {
            Part::Begin(element) => match element.name.parts() {
                ("office", "annotation" | "forms" | "scripts" | "font-face-decls" | "automatic-styles")
                | ("office", "binary-data")
                | ("text", "tracked-changes" | "note-citation")
                | ("svgc", "title" | "desc") => reader.skip()?,
                ("text", "p" | "h" | "line-break") => words.line(),
                ("text", "s" | "tab") => words.space(),
                _ => (),
            },
            Part::Text(text) => words.push(&text),
            Part::End => (),
        }
    }
    Ok(())
}
