//! Looks at content while it streams by and judges whether it is what its name promises. Pure; keeps little of it.
//!
//! Refused here is what would surprise the reader: another type, a program, a document with macros. What a genuine
//! document hides (authors, comments, places) is not looked for here.

use super::model::MediaType;

/// Why the content does not fit its name.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Unfit {
    #[error("there is nothing in the file")]
    Empty,
    #[error("the content is not what the name says")]
    OtherType,
    #[error("the text is not UTF-8")]
    NotUtf8,
    #[error("the document carries macros")]
    Macros,
}

/// Enough for the directory of an archive with thousands of entries. It stands at the end.
const TAIL: usize = 512 * 1024;
const HEAD: usize = 8 * 1024;

pub struct Inspector {
    promised: MediaType,
    head: Vec<u8>,
    /// The end of an archive.
    tail: Vec<u8>,
    /// The beginning of a letter of which the rest is in the next chunk.
    cut_letter: Vec<u8>,
}

impl Inspector {
    pub fn new(promised: MediaType) -> Self {
        Self { promised, head: Vec::new(), tail: Vec::new(), cut_letter: Vec::new() }
    }

    /// Takes the next piece. What can be seen to be wrong is refused at once, before more of it is sent.
    pub fn take(&mut self, chunk: &[u8]) -> Result<(), Unfit> {
        let decided = self.head.len() == HEAD;
        self.head.extend_from_slice(&chunk[..chunk.len().min(HEAD - self.head.len())]);
        match self.promised {
            MediaType::Csv | MediaType::Text | MediaType::Svg => return self.take_text(chunk),
            MediaType::Docx | MediaType::Xlsx | MediaType::Pptx | MediaType::Odt => self.keep_tail(chunk),
            _ => {}
        }
        if !decided && self.head.len() == HEAD { self.judge_head() } else { Ok(()) }
    }

    /// The judgement at the end.
    pub fn finish(self) -> Result<(), Unfit> {
        if self.head.is_empty() {
            return Err(Unfit::Empty);
        }
        self.judge_head()?;
        match self.promised {
            MediaType::Csv | MediaType::Text | MediaType::Svg if !self.cut_letter.is_empty() => {
                Err(Unfit::NotUtf8)
            }
            MediaType::Docx => judge_office(&self.tail, b"word/"),
            MediaType::Xlsx => judge_office(&self.tail, b"xl/"),
            MediaType::Pptx => judge_office(&self.tail, b"ppt/"),
            _ => Ok(()),
        }
    }

    fn judge_head(&self) -> Result<(), Unfit> {
        let fits = match self.promised {
            MediaType::Csv | MediaType::Text => true,
            MediaType::Svg => is_svg(&self.head),
            MediaType::Docx | MediaType::Xlsx | MediaType::Pptx => self.head.starts_with(LOCAL_ENTRY),
            MediaType::Odt => is_odt(&self.head),
            // infer, like some viewers, takes the mark anywhere in the first kilobyte: also in the middle of a web page.
            MediaType::Pdf => self.head.trim_ascii_start().starts_with(b"%PDF-"),
            other => infer::get(&self.head).is_some_and(|found| found.mime_type() == other.code()),
        };
        if fits { Ok(()) } else { Err(Unfit::OtherType) }
    }

    fn take_text(&mut self, chunk: &[u8]) -> Result<(), Unfit> {
        let joined;
        let mut rest = chunk;
        if !self.cut_letter.is_empty() {
            joined = [std::mem::take(&mut self.cut_letter).as_slice(), chunk].concat();
            rest = &joined;
        }
        let whole = match str::from_utf8(rest) {
            Ok(text) => text,
            Err(error) if error.error_len().is_none() => {
                let (whole, cut) = rest.split_at(error.valid_up_to());
                self.cut_letter = cut.to_vec();
                str::from_utf8(whole).expect("it was just found to be valid")
            }
            Err(_) => return Err(Unfit::NotUtf8),
        };
        // A program or a picture now and then is valid UTF-8, but never free of control characters.
        let binary = |c: char| c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}');
        if whole.contains(binary) { Err(Unfit::OtherType) } else { Ok(()) }
    }

    fn keep_tail(&mut self, chunk: &[u8]) {
        self.tail.extend_from_slice(chunk);
        if self.tail.len() > 2 * TAIL {
            self.tail.drain(..self.tail.len() - TAIL);
        }
    }
}

const LOCAL_ENTRY: &[u8] = b"PK\x03\x04";
const DIRECTORY_ENTRY: &[u8] = b"PK\x01\x02";
const DIRECTORY_END: &[u8] = b"PK\x05\x06";

/// Whether it begins as drawings do; that it is one, and which of its parts are harmless, cleaning finds out.
fn is_svg(head: &[u8]) -> bool {
    let start = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    [b"<svg".as_slice(), b"<?xml", b"<!--", b"<!DOCTYPE svg"].iter().any(|begins| start.starts_with(begins))
}

/// OpenDocument puts its type uncompressed at the very beginning, for exactly this purpose.
fn is_odt(head: &[u8]) -> bool {
    const TYPE: &[u8] = b"mimetypeapplication/vnd.oasis.opendocument.text";
    let follows = head.get(30 + TYPE.len()..).unwrap_or_default();
    // `…text-template` and `…text-master` begin alike.
    head.starts_with(LOCAL_ENTRY)
        && head.get(30..).is_some_and(|rest| rest.starts_with(TYPE))
        && !follows.starts_with(b"-")
}

/// Word, Excel and PowerPoint differ by the folder their parts lie in; macros are a part named `vbaProject.bin`.
fn judge_office(tail: &[u8], folder: &[u8]) -> Result<(), Unfit> {
    let names = directory(tail).ok_or(Unfit::OtherType)?;
    if names.iter().any(|name| name.to_ascii_lowercase().ends_with(b"vbaproject.bin")) {
        return Err(Unfit::Macros);
    }
    let has = |part: &dyn Fn(&[u8]) -> bool| names.iter().any(|name| part(name));
    if has(&|name| name == b"[Content_Types].xml") && has(&|name| name.starts_with(folder)) {
        Ok(())
    } else {
        Err(Unfit::OtherType)
    }
}

/// The names in the directory of a zip archive, read from its end. `None` when it is no whole archive.
fn directory(tail: &[u8]) -> Option<Vec<&[u8]>> {
    let end = tail.windows(DIRECTORY_END.len()).rposition(|window| window == DIRECTORY_END)?;
    let number = |at: usize, bytes: usize| {
        let digits = tail.get(at..at + bytes)?;
        Some(digits.iter().rev().fold(0_usize, |sum, digit| sum << 8 | usize::from(*digit)))
    };
    let (count, size) = (number(end + 10, 2)?, number(end + 12, 4)?);
    let mut at = end.checked_sub(size)?;
    let mut names = Vec::new();
    for _ in 0..count {
        if !tail.get(at..)?.starts_with(DIRECTORY_ENTRY) {
            return None;
        }
        let (name, extra, comment) = (number(at + 28, 2)?, number(at + 30, 2)?, number(at + 32, 2)?);
        names.push(tail.get(at + 46..at + 46 + name)?);
        at += 46 + name + extra + comment;
    }
    Some(names)
}
