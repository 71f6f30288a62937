//! The text of a document, read into blocks. What is left out is counted here.

use std::collections::{BTreeMap, HashMap};

use scrub::xml::{Element, Part, Reader};

use super::inline::{self, Look, Span};
use super::numbering::Numbering;
use super::properties::{self, OfParagraph, OfRun, in_script};
use super::styles::{Role, Styles};
use super::{Block, Item, Marker};
use crate::{Dropped, Refused};

pub struct Body<'a> {
    styles: &'a Styles,
    numbering: Numbering,
    /// Where links of the part that is read lead, by their ids.
    pub links: HashMap<String, String>,
    /// The notes that the text refers to: their kind and id, and the number they have here.
    pub notes: HashMap<(&'static str, String), usize>,
    pub dropped: BTreeMap<Dropped, usize>,
    /// How many bytes the text may still have.
    room: usize,
    /// Fields that are open; one may begin in one paragraph and end in another.
    fields: Vec<Field>,
    addresses: Vec<String>,
    /// Text boxes of the paragraph that is read.
    boxes: Vec<Block>,
}

/// Something that Word puts in itself: an instruction, then its result.
#[derive(Default)]
struct Field {
    instruction: String,
    is_result: bool,
    is_contents: bool,
    link: Option<usize>,
}

/// Word has a few fields in each other, never many.
const FIELDS: usize = 50;
/// What a cell or a paragraph without any word takes of the room, so that empty ones have an end too.
pub const EMPTY: usize = 4;
/// Longer addresses are no addresses.
const LONGEST_ADDRESS: usize = 2000;

impl<'a> Body<'a> {
    pub fn new(styles: &'a Styles, numbering: Numbering, room: usize) -> Self {
        Self {
            styles,
            numbering,
            links: HashMap::new(),
            notes: HashMap::new(),
            dropped: BTreeMap::new(),
            room,
            fields: Vec::new(),
            addresses: Vec::new(),
            boxes: Vec::new(),
        }
    }

    pub fn dropped(&mut self, what: Dropped, count: usize) {
        if count > 0 {
            *self.dropped.entry(what).or_default() += count;
        }
    }

    pub fn spend(&mut self, bytes: usize) -> Result<(), Refused> {
        self.room = self.room.checked_sub(bytes).ok_or(Refused::TooLarge)?;
        Ok(())
    }

    /// Reads blocks up to the end of the element just begun, or of the part.
    pub fn read(&mut self, reader: &mut Reader<'_>, out: &mut Vec<Block>) -> Result<(), Refused> {
        while let Some(part) = reader.inside()? {
            let Part::Begin(element) = part else { continue };
            match element.name.parts() {
                ("w", "p") => self.paragraph(reader, out)?,
                ("w", "tbl") => self.table(reader, out)?,
                ("w", "document" | "body" | "sdt" | "sdtContent" | "customXml" | "smartTag")
                | ("mc", "AlternateContent" | "Choice") => self.read(reader, out)?,
                ("w", "ins" | "moveTo") => {
                    self.dropped(Dropped::TrackedChanges, 1);
                    self.read(reader, out)?;
                }
                ("w", "del" | "moveFrom") => {
                    self.dropped(Dropped::TrackedChanges, 1);
                    reader.skip()?;
                }
                ("w", "altChunk") => {
                    self.dropped(Dropped::Objects, 1);
                    reader.skip()?;
                }
                ("m", "oMath" | "oMathPara") => {
                    self.dropped(Dropped::Equations, 1);
                    reader.skip()?;
                }
                _ => reader.skip()?,
            }
        }
        Ok(())
    }

    pub fn paragraph(&mut self, reader: &mut Reader<'_>, out: &mut Vec<Block>) -> Result<(), Refused> {
        self.spend(EMPTY)?;
        // A text box is read while the paragraph it stands beside is still open.
        let boxes = std::mem::take(&mut self.boxes);
        let (mut own, mut spans) = (OfParagraph::default(), Vec::new());
        while let Some(part) = reader.inside()? {
            let Part::Begin(element) = part else { continue };
            if element.name.is("w", "pPr") {
                own = properties::of_paragraph(reader)?;
                self.dropped(Dropped::TrackedChanges, own.changes);
            } else {
                self.within(&element, reader, None, &mut spans)?;
            }
        }
        // An instruction that does not end here is broken, and would hide all that follows.
        self.fields.retain(|field| field.is_result);
        let list = self.styles.list(&own);
        let marker = list.and_then(|(id, level)| {
            let marker = self.numbering.next(&id, level, self.styles)?;
            Some((self.styles.looks_deep(&own).unwrap_or(0).max(level), marker))
        });
        if !inline::plain(&spans).is_empty() {
            out.extend(block(self.styles.role(&own), marker, spans));
        }
        out.append(&mut self.boxes);
        self.boxes = boxes;
        Ok(())
    }

    /// Something within a paragraph.
    fn within(
        &mut self,
        element: &Element,
        reader: &mut Reader<'_>,
        link: Option<usize>,
        spans: &mut Vec<Span>,
    ) -> Result<(), Refused> {
        let mut inner = link;
        match element.name.parts() {
            ("w", "r") => return self.run(reader, link, spans),
            ("w", "hyperlink") => {
                let target = element.get("r", "id").and_then(|id| self.links.get(id)).cloned();
                inner = self.address(target.as_deref().unwrap_or_default())?;
            }
            ("w", "fldSimple") => {
                let instruction = element.get("w", "instr").unwrap_or_default();
                if let Some(address) = hyperlink(instruction) {
                    inner = self.address(&address)?;
                }
            }
            ("w", "ins" | "moveTo") => self.dropped(Dropped::TrackedChanges, 1),
            ("w", "del" | "moveFrom") => {
                self.dropped(Dropped::TrackedChanges, 1);
                return reader.skip();
            }
            ("m", "oMath" | "oMathPara") => {
                self.dropped(Dropped::Equations, 1);
                return reader.skip();
            }
            ("w", "sdt" | "sdtContent" | "smartTag" | "customXml" | "dir" | "bdo" | "ruby" | "rubyBase")
            | ("mc", "AlternateContent" | "Choice") => (),
            _ => return reader.skip(),
        }
        while let Some(part) = reader.inside()? {
            if let Part::Begin(element) = part {
                self.within(&element, reader, inner, spans)?;
            }
        }
        Ok(())
    }

    /// Keeps an address that may stand in a text; of others only the words stay.
    fn address(&mut self, target: &str) -> Result<Option<usize>, Refused> {
        let lower = target.to_ascii_lowercase();
        let schemes = ["https://", "http://", "mailto:", "tel:"];
        if target.len() > LONGEST_ADDRESS || !schemes.iter().any(|scheme| lower.starts_with(scheme)) {
            self.dropped(Dropped::Links, 1);
            return Ok(None);
        }
        self.spend(target.len())?;
        self.addresses.push(target.to_owned());
        Ok(Some(self.addresses.len() - 1))
    }

    fn run(
        &mut self,
        reader: &mut Reader<'_>,
        link: Option<usize>,
        spans: &mut Vec<Span>,
    ) -> Result<(), Refused> {
        let mut own = OfRun::default();
        self.run_content(reader, link, &mut own, spans)
    }

    fn run_content(
        &mut self,
        reader: &mut Reader<'_>,
        link: Option<usize>,
        own: &mut OfRun,
        spans: &mut Vec<Span>,
    ) -> Result<(), Refused> {
        while let Some(part) = reader.inside()? {
            let Part::Begin(element) = part else { continue };
            let value = |name| element.get("w", name).unwrap_or_default();
            match element.name.parts() {
                ("w", "rPr") => {
                    *own = self.styles.run(properties::of_run(reader)?);
                    self.dropped(Dropped::TrackedChanges, own.changes);
                    continue;
                }
                ("w", "t") => {
                    let text = in_script(own.script, &reader.words()?);
                    self.text(&text, link, own, spans)?;
                    continue;
                }
                ("w", "tab" | "ptab") => self.text(" ", link, own, spans)?,
                ("w", "cr") => self.text("\n", link, own, spans)?,
                ("w", "br") => {
                    let is_page = matches!(value("type"), "page" | "column");
                    self.text(if is_page { " " } else { "\n" }, link, own, spans)?;
                }
                ("w", "noBreakHyphen") => self.text("\u{2011}", link, own, spans)?,
                ("w", "sym") => {
                    let sign = u32::from_str_radix(value("char"), 16).ok().and_then(char::from_u32);
                    // Most signs have a number that means something in their own font only.
                    if let Some(sign) = sign.filter(|sign| !('\u{e000}'..='\u{f8ff}').contains(sign)) {
                        self.text(sign.encode_utf8(&mut [0; 4]), link, own, spans)?;
                    }
                }
                ("w", "footnoteReference") => self.note("footnote", value("id"), own, spans)?,
                ("w", "endnoteReference") => self.note("endnote", value("id"), own, spans)?,
                ("w", "commentReference") => self.dropped(Dropped::Comments, 1),
                ("w", "fldChar") => self.field(value("fldCharType"))?,
                ("w", "instrText") => {
                    let piece = reader.words()?;
                    // Instructions are short; a long one is not let grow with each piece.
                    if let Some(field) = self.fields.last_mut().filter(|it| it.instruction.len() < 4000) {
                        field.instruction.push_str(&piece);
                    }
                    continue;
                }
                ("w", "drawing" | "pict") => {
                    self.drawing(reader)?;
                    continue;
                }
                ("w", "object") => self.dropped(Dropped::Objects, 1),
                ("mc", "AlternateContent" | "Choice") => {
                    self.run_content(reader, link, own, spans)?;
                    continue;
                }
                ("w", "ruby" | "rubyBase") => {
                    self.within(&element, reader, link, spans)?;
                    continue;
                }
                _ => (),
            }
            reader.skip()?;
        }
        Ok(())
    }

    fn text(
        &mut self,
        text: &str,
        link: Option<usize>,
        own: &OfRun,
        spans: &mut Vec<Span>,
    ) -> Result<(), Refused> {
        if self.fields.iter().any(|field| !field.is_result || field.is_contents) {
            return Ok(());
        }
        if own.hidden == Some(true) {
            self.dropped(Dropped::HiddenText, usize::from(!text.trim().is_empty()));
            return Ok(());
        }
        self.spend(text.len())?;
        let link = link.or_else(|| self.fields.iter().rev().find_map(|field| field.link));
        let look = Look {
            bold: own.bold == Some(true),
            italic: own.italic == Some(true),
            strike: own.strike == Some(true),
        };
        let address = link.map(|at| self.addresses[at].as_str());
        match spans.last_mut() {
            Some(last) if last.look == look && last.address.as_deref() == address => last.text.push_str(text),
            _ => {
                let address = address.map(str::to_owned);
                self.spend(address.as_ref().map_or(0, String::len))?;
                spans.push(Span { text: text.to_owned(), look, address });
            }
        }
        Ok(())
    }

    fn note(
        &mut self,
        kind: &'static str,
        id: &str,
        own: &OfRun,
        spans: &mut Vec<Span>,
    ) -> Result<(), Refused> {
        let next = self.notes.len() + 1;
        let number = *self.notes.entry((kind, id.to_owned())).or_insert(next);
        let own = OfRun { hidden: own.hidden, ..OfRun::default() };
        self.text(&format!("[{number}]"), None, &own, spans)
    }

    fn field(&mut self, what: &str) -> Result<(), Refused> {
        match what {
            "begin" if self.fields.len() < FIELDS => self.fields.push(Field::default()),
            "separate" => {
                let instruction = self.fields.last().map(|field| field.instruction.clone());
                let instruction = instruction.unwrap_or_default();
                let word = instruction.split_whitespace().next().unwrap_or_default().to_ascii_uppercase();
                let link = match hyperlink(&instruction) {
                    Some(address) => self.address(&address)?,
                    None => None,
                };
                self.dropped(Dropped::Contents, usize::from(word == "TOC"));
                if let Some(field) = self.fields.last_mut() {
                    (field.is_result, field.is_contents, field.link) = (true, word == "TOC", link);
                }
            }
            "end" => _ = self.fields.pop(),
            _ => (),
        }
        Ok(())
    }

    /// A `w:drawing` or `w:pict` just begun: a picture, or a shape that may have words in it.
    fn drawing(&mut self, reader: &mut Reader<'_>) -> Result<(), Refused> {
        let (mut depth, mut pictures, mut has_words) = (1, 0, false);
        while depth > 0
            && let Some(part) = reader.read()?
        {
            match part {
                Part::End => depth -= 1,
                Part::Text(_) => (),
                Part::Begin(element) => match element.name.parts() {
                    ("mc", "Fallback") => reader.skip()?,
                    ("w", "txbxContent") => {
                        let mut inside = Vec::new();
                        // A field around the drawing is no field of the words in it.
                        let fields = std::mem::take(&mut self.fields);
                        self.read(reader, &mut inside)?;
                        self.fields = fields;
                        has_words |= !inside.is_empty();
                        self.boxes.append(&mut inside);
                    }
                    name => {
                        pictures += usize::from(matches!(name, ("pic", "pic") | ("v", "imagedata")));
                        depth += 1;
                    }
                },
            }
        }
        self.dropped(Dropped::Pictures, pictures);
        self.dropped(Dropped::TextBoxes, usize::from(has_words));
        self.dropped(Dropped::Drawings, usize::from(pictures == 0 && !has_words));
        Ok(())
    }
}

fn block(role: Role, marker: Option<(u8, Marker)>, mut spans: Vec<Span>) -> Option<Block> {
    let labelled = |label: String, mut spans: Vec<Span>| {
        spans.insert(0, Span::plain(format!("{label} ")));
        spans
    };
    match (role, marker) {
        (Role::Contents, _) => None,
        (Role::Title, _) => Some(Block::Heading(0, spans)),
        (Role::Heading(level), marker) => {
            // Headings are bold anyway.
            spans.iter_mut().for_each(|span| span.look = Look::default());
            Some(Block::Heading(
                level,
                match marker {
                    Some((_, Marker::Number(number))) => labelled(format!("{number}."), spans),
                    Some((_, Marker::Label(label))) => labelled(label, spans),
                    Some((_, Marker::Bullet)) | None => spans,
                },
            ))
        }
        (Role::Quote, _) => Some(Block::Quote(spans)),
        (Role::Text, Some((level, Marker::Label(label)))) => Some(Block::Item(Item {
            level,
            spans: labelled(label.clone(), spans),
            marker: Marker::Label(label),
        })),
        (Role::Text, Some((level, marker))) => Some(Block::Item(Item { level, marker, spans })),
        (Role::Text, None) => Some(Block::Paragraph(spans)),
    }
}

/// The address in the instruction of a field: `HYPERLINK "https://…"`.
fn hyperlink(instruction: &str) -> Option<String> {
    let instruction = instruction.trim_start();
    let word = instruction.get(..9).filter(|word| word.eq_ignore_ascii_case("HYPERLINK"))?;
    let rest = instruction[word.len()..].trim_start();
    let address = match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next()?,
        None => rest.split_whitespace().next().unwrap_or_default(),
    };
    // `\l` names a place in the document.
    Some(if address.starts_with('\\') { String::new() } else { address.to_owned() })
}
