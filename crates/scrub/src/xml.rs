//! XML read once and written again, for the formats that are made of it. Rules decide about each element; comments and processing
//! instructions go; a document that declares entities is refused. [`Reader`] is for who only wants to know what a part says. What the
//! elements mean is not here.
//!
//! Rules see names by a short name of their namespace, because a prefix is only an abbreviation that each file chooses for itself.

mod reader;

pub use reader::{Part, Reader};

use quick_xml::NsReader;
use quick_xml::escape::{escape, unescape};
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{QName, ResolveResult};

use crate::{Limits, Refused};

/// Namespaces by their usual prefix. Office documents exist in two dialects, so some have two addresses.
const NAMESPACES: &[(&str, &str)] = &[
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"),
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", "w"),
    ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "x"),
    ("http://purl.oclc.org/ooxml/spreadsheetml/main", "x"),
    ("http://schemas.openxmlformats.org/presentationml/2006/main", "p"),
    ("http://purl.oclc.org/ooxml/presentationml/main", "p"),
    ("http://schemas.openxmlformats.org/drawingml/2006/main", "a"),
    ("http://purl.oclc.org/ooxml/drawingml/main", "a"),
    ("http://schemas.openxmlformats.org/drawingml/2006/chart", "c"),
    ("http://purl.oclc.org/ooxml/drawingml/chart", "c"),
    ("http://schemas.openxmlformats.org/drawingml/2006/picture", "pic"),
    ("http://purl.oclc.org/ooxml/drawingml/picture", "pic"),
    ("http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp"),
    ("http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp"),
    ("http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing", "xdr"),
    ("http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing", "xdr"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"),
    ("http://purl.oclc.org/ooxml/officeDocument/relationships", "r"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/math", "m"),
    ("http://purl.oclc.org/ooxml/officeDocument/math", "m"),
    ("http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"),
    ("http://schemas.openxmlformats.org/package/2006/relationships", "rel"),
    ("http://schemas.openxmlformats.org/package/2006/content-types", "type"),
    ("http://schemas.microsoft.com/office/word/2010/wordml", "w14"),
    ("http://schemas.microsoft.com/office/word/2012/wordml", "w15"),
    ("http://schemas.microsoft.com/office/spreadsheetml/2014/revision", "xr"),
    ("http://schemas.microsoft.com/office/spreadsheetml/2015/revision2", "xr"),
    ("http://schemas.microsoft.com/office/spreadsheetml/2016/revision3", "xr"),
    ("http://schemas.microsoft.com/office/spreadsheetml/2016/revision6", "xr"),
    ("http://schemas.microsoft.com/office/spreadsheetml/2016/revision9", "xr"),
    ("http://schemas.microsoft.com/office/spreadsheetml/2016/revision10", "xr"),
    ("http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac", "x15ac"),
    ("http://schemas.microsoft.com/office/powerpoint/2010/main", "p14"),
    ("urn:schemas-microsoft-com:vml", "v"),
    ("urn:schemas-microsoft-com:office:office", "o"),
    ("urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"),
    ("urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"),
    ("urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"),
    ("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"),
    ("urn:oasis:names:tc:opendocument:xmlns:config:1.0", "config"),
    ("urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest"),
    ("urn:oasis:names:tc:opendocument:xmlns:script:1.0", "script"),
    ("urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo"),
    ("urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "svgc"),
    ("http://openoffice.org/2009/office", "officeooo"),
    ("http://www.w3.org/1999/xlink", "xlink"),
    ("http://www.w3.org/2000/svg", "svg"),
    ("http://www.w3.org/XML/1998/namespace", "xml"),
];

/// The namespace by its short name, empty for none and `?` for one that no rule knows; then the name within it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    pub space: &'static str,
    pub local: String,
}

impl Name {
    pub fn is(&self, space: &str, local: &str) -> bool {
        self.space == space && self.local == local
    }

    pub fn parts(&self) -> (&'static str, &str) {
        (self.space, &self.local)
    }
}

pub struct Attribute {
    /// As it stands in the file, prefix included.
    key: String,
    pub name: Name,
    pub value: String,
}

/// An element as rules see it. What they change is written, what they don't stays byte for byte.
pub struct Element {
    pub name: Name,
    /// Where in the part its first tag ends: the same each time the part is read.
    pub at: u64,
    attributes: Vec<Attribute>,
    changed: bool,
}

impl Element {
    pub fn attributes(&self) -> &[Attribute] {
        &self.attributes
    }

    pub fn get(&self, space: &str, local: &str) -> Option<&str> {
        self.attributes.iter().find(|a| a.name.is(space, local)).map(|a| a.value.as_str())
    }

    pub fn set(&mut self, space: &str, local: &str, value: &str) {
        for attribute in self.attributes.iter_mut().filter(|a| a.name.is(space, local)) {
            value.clone_into(&mut attribute.value);
            self.changed = true;
        }
    }

    /// Removes the attributes for which `unwanted` holds and returns how many they were.
    pub fn remove(&mut self, unwanted: impl Fn(&Attribute) -> bool) -> usize {
        let before = self.attributes.len();
        self.attributes.retain(|attribute| !unwanted(attribute));
        let removed = before - self.attributes.len();
        self.changed |= removed > 0;
        removed
    }
}

/// What becomes of an element.
pub enum Fate {
    Keep,
    /// It goes with all it holds.
    Drop,
    /// It goes, what it holds stays.
    Unwrap,
    /// It holds only text, and `Rules::rewrite` decides when the text is known.
    Text,
}

pub trait Rules {
    /// `open` are the elements around this one, the outermost first.
    fn element(&mut self, element: &mut Element, open: &[Name]) -> Result<Fate, Refused>;

    /// The text of an element whose fate is `Text`; `None` drops the element.
    fn rewrite(&mut self, _name: &Name, text: String) -> Result<Option<String>, Refused> {
        Ok(Some(text))
    }

    /// Text that is kept.
    fn text(&mut self, _text: &str, _open: &[Name]) {}

    fn doctype(&mut self, _content: &str) -> Result<(), Refused> {
        Err(Refused::ExternalEntities)
    }
}

pub struct Rewritten {
    pub bytes: Vec<u8>,
    /// How many comments and processing instructions went.
    pub remarks: usize,
}

pub fn rewrite(bytes: &[u8], rules: &mut impl Rules, limits: &Limits) -> Result<Rewritten, Refused> {
    let text = std::str::from_utf8(bytes).map_err(|_| Refused::Malformed)?;
    if !text.chars().all(is_char) {
        return Err(Refused::Malformed);
    }
    let mut reader = NsReader::from_str(text.trim_start_matches('\u{feff}'));
    let mut out = String::with_capacity(bytes.len());
    let (mut remarks, mut names, mut written) = (0, Vec::<Name>::new(), Vec::<bool>::new());
    // A document has one root, which is written, and around it nothing but space.
    let (mut declared, mut rooted) = (false, false);
    loop {
        let event = reader.read_event().map_err(|_| Refused::Malformed)?;
        match event {
            Event::Start(start) => {
                if names.len() >= limits.depth {
                    return Err(Refused::TooDeep);
                }
                let at_root = begins_root(&names, &mut rooted)?;
                let mut element = read(&reader, &start)?;
                match rules.element(&mut element, &names)? {
                    Fate::Drop | Fate::Unwrap if at_root => return Err(Refused::Malformed),
                    Fate::Keep => {
                        write_start(&mut out, &start, &element, ">");
                        names.push(element.name);
                        written.push(true);
                    }
                    Fate::Unwrap => {
                        // Prefixes declared here would be missing inside.
                        if element.attributes.iter().any(|a| a.key.starts_with("xmlns")) {
                            return Err(Refused::Malformed);
                        }
                        names.push(element.name);
                        written.push(false);
                    }
                    Fate::Drop => _ = content(&mut reader, limits)?,
                    Fate::Text => {
                        let text = content(&mut reader, limits)?;
                        if let Some(text) = rules.rewrite(&element.name, text)? {
                            write_start(&mut out, &start, &element, ">");
                            out.push_str(&escaped(&text));
                            out.push_str("</");
                            out.push_str(start.name().0);
                            out.push('>');
                        } else if at_root {
                            return Err(Refused::Malformed);
                        }
                    }
                }
            }
            Event::Empty(start) => {
                let at_root = begins_root(&names, &mut rooted)?;
                let mut element = read(&reader, &start)?;
                if matches!(rules.element(&mut element, &names)?, Fate::Keep | Fate::Text) {
                    write_start(&mut out, &start, &element, "/>");
                } else if at_root {
                    return Err(Refused::Malformed);
                }
            }
            Event::End(end) => {
                names.pop().ok_or(Refused::Malformed)?;
                if written.pop() == Some(true) {
                    out.push_str("</");
                    out.push_str(end.name().0);
                    out.push('>');
                }
            }
            Event::Text(text) => {
                let raw = text.into_inner();
                if names.is_empty() && !raw.trim_ascii().is_empty() {
                    return Err(Refused::Malformed);
                }
                rules.text(&raw, &names);
                // The end of a CDATA section must not stand in a text, not even where a comment went out of it.
                out.push_str(&raw.replace('>', "&gt;"));
            }
            Event::CData(_) | Event::GeneralRef(_) if names.is_empty() => return Err(Refused::Malformed),
            Event::CData(text) => {
                let raw = text.into_inner();
                rules.text(&raw, &names);
                out.push_str(&escape(&*raw));
            }
            Event::GeneralRef(reference) => {
                let name = reference.into_inner();
                entity(&name)?;
                out.push('&');
                out.push_str(&name);
                out.push(';');
            }
            Event::Comment(_) | Event::PI(_) => remarks += 1,
            Event::DocType(content) => rules.doctype(&content.into_inner())?,
            Event::Decl(_) if declared || rooted => return Err(Refused::Malformed),
            Event::Decl(declaration) => {
                declared = true;
                // Only space can have been written before it, and must not.
                out.clear();
                let encoding = declaration.encoding().and_then(Result::ok);
                if encoding.is_some_and(|encoding| !encoding.eq_ignore_ascii_case("utf-8")) {
                    return Err(Refused::Malformed);
                }
                out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
            }
            Event::Eof if names.is_empty() && rooted => break,
            Event::Eof => return Err(Refused::Malformed),
        }
    }
    Ok(Rewritten { bytes: out.into_bytes(), remarks })
}

/// Whether the element that begins is the root. There is only one.
fn begins_root(open: &[Name], rooted: &mut bool) -> Result<bool, Refused> {
    match (open.is_empty(), *rooted) {
        (true, true) => Err(Refused::Malformed),
        (at_root, _) => {
            *rooted = true;
            Ok(at_root)
        }
    }
}

/// The text inside the element just begun, up to its end. Elements in it are passed over.
fn content(reader: &mut NsReader<&[u8]>, limits: &Limits) -> Result<String, Refused> {
    let (mut text, mut depth) = (String::new(), 1);
    while depth > 0 {
        match reader.read_event().map_err(|_| Refused::Malformed)? {
            Event::Start(_) if depth >= limits.depth => return Err(Refused::TooDeep),
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Text(part) => text.push_str(&part.into_inner()),
            Event::CData(part) => text.push_str(&part.into_inner()),
            Event::GeneralRef(reference) => text.push_str(&entity(&reference.into_inner())?),
            Event::DocType(_) => return Err(Refused::ExternalEntities),
            Event::Eof => return Err(Refused::Malformed),
            _ => (),
        }
    }
    Ok(text)
}

/// Only the entities that XML itself defines have a meaning without a declaration.
fn entity(name: &str) -> Result<String, Refused> {
    let text = unescape(&format!("&{name};")).map_err(|_| Refused::ExternalEntities)?.into_owned();
    if text.chars().all(is_char) { Ok(text) } else { Err(Refused::Malformed) }
}

/// What may stand in a document at all, also when it is written as a number.
fn is_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

/// The reader takes nearly anything for a name; a program that opens the document does not.
fn is_name(name: &str) -> bool {
    let starts = |c: char| {
        matches!(c, 'A'..='Z' | '_' | 'a'..='z' | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{2ff}'
            | '\u{370}'..='\u{37d}' | '\u{37f}'..='\u{1fff}' | '\u{200c}'..='\u{200d}' | '\u{2070}'..='\u{218f}'
            | '\u{2c00}'..='\u{2fef}' | '\u{3001}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fffd}'
            | '\u{10000}'..='\u{effff}')
    };
    let follows = |c: char| {
        starts(c)
            || matches!(c, '-' | '.' | '0'..='9' | '\u{b7}' | '\u{300}'..='\u{36f}' | '\u{203f}'..='\u{2040}')
    };
    name.split(':').count() <= 2
        && name.split(':').all(|part| part.starts_with(starts) && part.chars().all(follows))
}

/// Whether every value in a first tag ends before a space or the end, as the reader does not ask.
fn is_spaced(tag: &str) -> bool {
    let mut rest = tag;
    while let Some(at) = rest.find(['"', '\'']) {
        let (quote, value) = rest[at..].split_at(1);
        let Some((_, after)) = value.split_once(quote) else { return false };
        if !after.is_empty() && !after.starts_with([' ', '\t', '\n', '\r']) {
            return false;
        }
        rest = after;
    }
    true
}

fn read(reader: &NsReader<&[u8]>, start: &BytesStart<'_>) -> Result<Element, Refused> {
    let name = |key: QName<'_>, is_attribute: bool| {
        let resolver = reader.resolver();
        let (space, local) =
            if is_attribute { resolver.resolve_attribute(key) } else { resolver.resolve_element(key) };
        let space = match space {
            ResolveResult::Bound(uri) => {
                NAMESPACES.iter().find(|(known, _)| *known == uri.0).map_or("?", |(_, short)| short)
            }
            ResolveResult::Unbound => "",
            ResolveResult::Unknown(_) => return Err(Refused::Malformed),
        };
        Ok(Name { space, local: local.as_ref().to_owned() })
    };
    if !is_name(start.name().0) || start.contains('<') || !is_spaced(start) {
        return Err(Refused::Malformed);
    }
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|_| Refused::Malformed)?;
        let key = attribute.key.0.to_owned();
        if !is_name(&key) {
            return Err(Refused::Malformed);
        }
        let declares = key == "xmlns" || key.starts_with("xmlns:");
        let name =
            if declares { Name { space: "xmlns", local: key.clone() } } else { name(attribute.key, true)? };
        let value = unescape(&attribute.value).map_err(|_| Refused::ExternalEntities)?.into_owned();
        if !value.chars().all(is_char) {
            return Err(Refused::Malformed);
        }
        attributes.push(Attribute { key, name, value });
    }
    Ok(Element { name: name(start.name(), false)?, at: reader.buffer_position(), attributes, changed: false })
}

/// A delete character, which may have been written as a number, would make a drawing look like no text.
fn escaped(text: &str) -> String {
    escape(text).replace('\u{7f}', "&#127;")
}

fn write_start(out: &mut String, start: &BytesStart<'_>, element: &Element, end: &str) {
    out.push('<');
    if element.changed {
        out.push_str(start.name().0);
        for Attribute { key, value, .. } in &element.attributes {
            out.push(' ');
            out.push_str(key);
            out.push_str("=\"");
            // A line break in a value is read as a space unless it is written as a number.
            let value = escaped(value);
            out.push_str(&value.replace('\n', "&#10;").replace('\r', "&#13;").replace('\t', "&#9;"));
            out.push('"');
        }
    } else {
        out.push_str(start);
    }
    out.push_str(end);
}
