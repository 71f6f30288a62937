//! The words of DOCX, XLSX and PPTX: parts are found by the relationships between them and read in the order in which people see them.

use scrub::archive::Archive;
use scrub::package::{Relation, relations, resolve};
use scrub::xml::{Element, Part, Reader};

use crate::words::Words;
use crate::{Limits, Refused};

/// A package, and where its document begins.
pub struct Package<'a> {
    pub archive: Archive<'a>,
    /// The name of the part that holds the text, the list of sheets or the list of slides.
    pub main: String,
    limits: &'a Limits,
}

impl<'a> Package<'a> {
    pub fn open(bytes: &'a [u8], limits: &'a Limits) -> Result<Self, Refused> {
        let archive = Archive::open(bytes, &limits.file)?;
        let root = relations(&archive, "", &limits.file)?;
        let main = root.iter().find(|relation| relation.last() == "officeDocument" && !relation.external);
        let main = main.and_then(|main| resolve("", &main.target)).ok_or(Refused::Malformed)?;
        Ok(Self { archive, main, limits })
    }

    pub fn relations(&self, part: &str) -> Result<Vec<Relation>, Refused> {
        relations(&self.archive, part, &self.limits.file)
    }

    pub fn part(&self, name: &str) -> Result<Vec<u8>, Refused> {
        self.archive.part(name)?.ok_or(Refused::Malformed)
    }

    /// The names of the parts that hang on `source` by a relationship of one of these kinds, and that exist.
    pub fn hanging_on(&self, source: &str, kinds: &[&str]) -> Result<Vec<String>, Refused> {
        let found = self.relations(source)?;
        let found = found.iter().filter(|relation| !relation.external && kinds.contains(&relation.last()));
        let names = found.filter_map(|relation| resolve(source, &relation.target));
        Ok(names.filter_map(|name| self.spelled(&name)).collect())
    }

    /// The name of a part that exists, as the package spells it: relationships need not mind capitals.
    fn spelled(&self, name: &str) -> Option<String> {
        self.archive.spelling(name).map(str::to_owned)
    }

    /// The parts that elements of the main part refer to by `r:id`, in their order.
    fn listed(&self, is_entry: impl Fn(&Element) -> bool) -> Result<Vec<String>, Refused> {
        let (main, relations) = (self.part(&self.main)?, self.relations(&self.main)?);
        let (mut reader, mut names) = (Reader::new(&main, &self.limits.file)?, Vec::new());
        while let Some(part) = reader.read()? {
            let Part::Begin(element) = part else { continue };
            if !is_entry(&element) {
                continue;
            }
            let id = element.get("r", "id");
            let relation = relations.iter().find(|relation| Some(relation.id.as_str()) == id);
            let name = relation.and_then(|relation| resolve(&self.main, &relation.target));
            names.extend(name.and_then(|name| self.spelled(&name)));
        }
        Ok(names)
    }

    /// The text of a part in the language of documents or of drawings.
    fn read(&self, name: &str, words: &mut Words) -> Result<(), Refused> {
        let bytes = self.part(name)?;
        let mut reader = Reader::new(&bytes, &self.limits.file)?;
        words.line();
        while !words.is_full()
            && let Some(part) = reader.read()?
        {
            let Part::Begin(element) = part else { continue };
            match element.name.parts() {
                ("w" | "a" | "m", "t") => words.push(&reader.words()?),
                ("w" | "a", "p" | "br") | ("w", "cr") => words.line(),
                ("w", "tab" | "ptab") | ("a", "tab") => words.space(),
                // What was deleted, the second copy of a drawing for old programs, numbers of slides.
                ("w", "del" | "moveFrom") | ("mc", "Fallback") | ("a", "fld") => reader.skip()?,
                _ => (),
            }
        }
        Ok(())
    }
}

pub fn document(bytes: &[u8], limits: &Limits, words: &mut Words) -> Result<(), Refused> {
    let package = Package::open(bytes, limits)?;
    package.read(&package.main, words)?;
    for name in package.hanging_on(&package.main, &["footnotes", "endnotes", "diagramData", "chart"])? {
        package.read(&name, words)?;
    }
    Ok(())
}

pub fn slides(bytes: &[u8], limits: &Limits, words: &mut Words) -> Result<(), Refused> {
    let package = Package::open(bytes, limits)?;
    for slide in package.listed(|element| element.name.is("p", "sldId"))? {
        package.read(&slide, words)?;
        for name in package.hanging_on(&slide, &["diagramData", "chart", "notesSlide"])? {
            package.read(&name, words)?;
        }
    }
    Ok(())
}

pub fn table(bytes: &[u8], limits: &Limits, words: &mut Words) -> Result<(), Refused> {
    let package = Package::open(bytes, limits)?;
    let mut strings = Vec::new();
    for name in package.hanging_on(&package.main, &["sharedStrings"])? {
        let bytes = package.part(&name)?;
        let mut reader = Reader::new(&bytes, &limits.file)?;
        while let Some(part) = reader.read()? {
            if matches!(&part, Part::Begin(element) if element.name.is("x", "si")) {
                strings.push(string(&mut reader)?);
            }
        }
    }
    for name in package.listed(|element| element.name.is("x", "sheet"))? {
        let bytes = package.part(&name)?;
        let mut reader = Reader::new(&bytes, &limits.file)?;
        // What kind of value the cell has.
        let mut kind = String::new();
        while !words.is_full()
            && let Some(part) = reader.read()?
        {
            let Part::Begin(element) = part else { continue };
            match element.name.parts() {
                ("x", "row") => words.line(),
                ("x", "c") => {
                    words.space();
                    kind = element.get("", "t").unwrap_or_default().to_owned();
                }
                ("x", "v") => {
                    let value = reader.words()?;
                    let shared = if kind == "s" { value.trim().parse().ok() } else { None };
                    let shared = shared.and_then(|at: usize| strings.get(at));
                    words.push(shared.map_or(value.as_str(), String::as_str));
                }
                ("x", "is") => words.push(&string(&mut reader)?),
                _ => (),
            }
        }
    }
    Ok(())
}

/// The text of a cell just begun, without the aids to pronunciation that stand in some.
fn string(reader: &mut Reader<'_>) -> Result<String, Refused> {
    let (mut text, mut depth) = (String::new(), 1);
    while depth > 0
        && let Some(part) = reader.read()?
    {
        match part {
            Part::Begin(element) if element.name.is("x", "rPh") => reader.skip()?,
            Part::Begin(element) if element.name.is("x", "t") => text.push_str(&reader.words()?),
            Part::Begin(_) => depth += 1,
            Part::End => depth -= 1,
            Part::Text(_) => (),
        }
    }
    Ok(text)
}
