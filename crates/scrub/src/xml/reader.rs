//! XML read from its beginning to its end, by who writes nothing of it: begin, text, end. Refuses what [`super::rewrite`] refuses.

use std::borrow::Cow;

use quick_xml::NsReader;
use quick_xml::events::Event;

use super::{Element, entity, read};
use crate::{Limits, Refused};

/// A piece of a document. An element without content ends right after it began.
pub enum Part<'a> {
    Begin(Element),
    Text(Cow<'a, str>),
    End,
}

/// ```
/// use scrub::xml::{Part, Reader};
/// use scrub::{Limits, Refused};
///
/// let mut reader = Reader::new("<a><b>Кыргыз &amp; орус</b></a>".as_bytes(), &Limits::default())?;
/// assert!(matches!(reader.read()?, Some(Part::Begin(element)) if element.name.local == "a"));
/// assert!(matches!(reader.read()?, Some(Part::Begin(element)) if element.name.local == "b"));
/// assert_eq!(reader.words()?, "Кыргыз & орус");
/// assert!(matches!(reader.read()?, Some(Part::End)));
/// assert!(reader.read()?.is_none());
/// # Ok::<(), Refused>(())
/// ```
pub struct Reader<'a> {
    inner: NsReader<&'a [u8]>,
    depth: usize,
    deepest: usize,
    /// The element just begun has no content.
    is_empty: bool,
    is_rooted: bool,
}

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8], limits: &Limits) -> Result<Self, Refused> {
        let text = std::str::from_utf8(bytes).map_err(|_| Refused::Malformed)?;
        let inner = NsReader::from_str(text.trim_start_matches('\u{feff}'));
        Ok(Self { inner, depth: 0, deepest: limits.depth, is_empty: false, is_rooted: false })
    }

    /// The next piece; nothing after the last one.
    pub fn read(&mut self) -> Result<Option<Part<'a>>, Refused> {
        if std::mem::take(&mut self.is_empty) {
            self.depth -= 1;
            return Ok(Some(Part::End));
        }
        loop {
            let event = self.inner.read_event().map_err(|_| Refused::Malformed)?;
            match event {
                Event::Start(start) => {
                    self.begin()?;
                    return Ok(Some(Part::Begin(read(&self.inner, &start)?)));
                }
                Event::Empty(start) => {
                    self.begin()?;
                    self.is_empty = true;
                    return Ok(Some(Part::Begin(read(&self.inner, &start)?)));
                }
                Event::End(_) => {
                    self.depth = self.depth.checked_sub(1).ok_or(Refused::Malformed)?;
                    return Ok(Some(Part::End));
                }
                Event::Text(text) => return Ok(Some(Part::Text(text.into_inner()))),
                Event::CData(text) => return Ok(Some(Part::Text(text.into_inner()))),
                Event::GeneralRef(reference) => {
                    return Ok(Some(Part::Text(entity(&reference.into_inner())?.into())));
                }
                Event::DocType(_) => return Err(Refused::ExternalEntities),
                Event::Decl(_) | Event::Comment(_) | Event::PI(_) => (),
                Event::Eof if self.depth == 0 && self.is_rooted => return Ok(None),
                Event::Eof => return Err(Refused::Malformed),
            }
        }
    }

    fn begin(&mut self) -> Result<(), Refused> {
        if self.depth >= self.deepest {
            return Err(Refused::TooDeep);
        }
        self.depth += 1;
        self.is_rooted = true;
        Ok(())
    }

    /// The next piece of the element just begun; nothing when that ends.
    pub fn inside(&mut self) -> Result<Option<Part<'a>>, Refused> {
        Ok(self.read()?.filter(|part| !matches!(part, Part::End)))
    }

    /// Passes over the element just begun, to its end.
    pub fn skip(&mut self) -> Result<(), Refused> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside && self.read()?.is_some() {}
        Ok(())
    }

    /// All text inside the element just begun, which is read to its end.
    pub fn words(&mut self) -> Result<String, Refused> {
        let (outside, mut words) = (self.depth.saturating_sub(1), String::new());
        while self.depth > outside
            && let Some(part) = self.read()?
        {
            if let Part::Text(text) = part {
                words.push_str(&text);
            }
        }
        Ok(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walk(xml: &str) -> Result<String, Refused> {
        let limits = Limits { depth: 3, ..Limits::default() };
        let (mut reader, mut seen) = (Reader::new(xml.as_bytes(), &limits)?, String::new());
        while let Some(part) = reader.read()? {
            match part {
                Part::Begin(element) if element.name.local == "skipped" => reader.skip()?,
                Part::Begin(element) => seen += &format!("({}", element.name.local),
                Part::Text(text) => seen += &text,
                Part::End => seen.push(')'),
            }
        }
        Ok(seen)
    }

    #[test]
    fn pieces_come_in_order() {
        assert_eq!(walk("<a>1<b/><skipped>2<c/></skipped><![CDATA[<]]>&#1178;</a>").unwrap(), "(a1(b)<Қ)");
        assert_eq!(walk("<a><skipped/><b>1</b></a>").unwrap(), "(a(b1))");
    }

    #[test]
    fn what_is_not_whole_is_refused() {
        for broken in ["", "<a>", "<a></b>", "</a>", "text", "<p:a/>"] {
            assert_eq!(walk(broken), Err(Refused::Malformed), "{broken}");
        }
        assert_eq!(walk("<a><b><c><d/></c></b></a>"), Err(Refused::TooDeep));
        assert_eq!(walk("<!DOCTYPE a><a/>"), Err(Refused::ExternalEntities));
        assert_eq!(walk("<a>&b;</a>"), Err(Refused::ExternalEntities));
    }
}
