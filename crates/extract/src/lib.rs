//! What files say: the words of an attachment, for the search, and a Word document as Markdown, for whoever goes on writing it in the
//! portal. Bytes in, words out; nothing here reads a disk, a clock or the network.
//!
//! Archives and XML are read by the strict readers of `scrub`, which refuse what could be read in two ways, bombs and entities.
//! PDF is read by a library that may use more memory than [`Limits`] foresee, or die of a file, so the portal calls this crate in a
//! process of its own with limits on memory and time.
//!
//! Deliberately not here: how a document looks, pictures and what is written in them, headers and footers (a letterhead would be
//! found in every letter), remarks of reviewers, and the sentences for people about what was left out.
//!
//! ```
//! use extract::{Limits, Refused, text};
//!
//! assert_eq!(text("Ишеним  телефону\r\n\r\n117".as_bytes(), "кат.txt", &Limits::default())?, "Ишеним телефону\n117");
//! assert_eq!(text(b"\x89PNG\r\n\x1a\n", "photo.png", &Limits::default()), Err(Refused::UnknownType));
//! # Ok::<(), Refused>(())
//! ```

mod docx;
mod dropped;
mod odt;
mod office;
mod pdf;
mod words;

pub use dropped::Dropped;
pub use scrub::Refused;

use scrub::Kind;
use words::Words;

/// Upper limits for one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Of the file and the archive it may be.
    pub file: scrub::Limits,
    /// Of the words that come out, in bytes. [`text()`] stops there, [`markdown`] refuses the file.
    pub text_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { file: scrub::Limits::default(), text_bytes: 200_000 }
    }
}

/// A Word document as Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What the document calls itself at its beginning; empty if it does not.
    pub title: String,
    pub body: String,
    /// What is not in the text or no longer where it was, with how often, in the order of [`Dropped::ALL`].
    pub dropped: Vec<(Dropped, usize)>,
}

/// Whether [`text()`] finds words in files of this kind.
pub const fn has_text(kind: Kind) -> bool {
    matches!(kind, Kind::Pdf | Kind::Docx | Kind::Xlsx | Kind::Pptx | Kind::Odt | Kind::Csv | Kind::Txt)
}

/// The words of a file in their order, a line for each paragraph, row or line. Of the name only the ending is read, and only to refuse a
/// file that says it is something else.
///
/// # Errors
///
/// [`Refused`] says why it cannot be read; [`Refused::UnknownType`] of kinds that have no words.
pub fn text(bytes: &[u8], declared_name: &str, limits: &Limits) -> Result<String, Refused> {
    if bytes.len() > limits.file.bytes {
        return Err(Refused::TooLarge);
    }
    let mut words = Words::new(limits.text_bytes);
    match scrub::recognise(bytes, declared_name, &limits.file)? {
        Kind::Pdf => pdf::read(bytes, limits, &mut words)?,
        Kind::Docx => office::document(bytes, limits, &mut words)?,
        Kind::Xlsx => office::table(bytes, limits, &mut words)?,
        Kind::Pptx => office::slides(bytes, limits, &mut words)?,
        Kind::Odt => odt::read(bytes, limits, &mut words)?,
        Kind::Csv | Kind::Txt => words.push(&String::from_utf8_lossy(bytes)),
        _ => return Err(Refused::UnknownType),
    }
    Ok(words.finish())
}

/// A DOCX as Markdown: headings from the second level on, lists, tables, links, bold and italic letters, quotations and line breaks
/// stay, and every word reads as it did. Tracked changes are accepted; footnotes stand at the end.
///
/// # Errors
///
/// [`Refused`] says why it cannot be read: [`Refused::Empty`] if there is no text in it, [`Refused::TooLarge`] if there is more than
/// allowed, [`Refused::UnknownType`] if it is no DOCX.
pub fn markdown(bytes: &[u8], limits: &Limits) -> Result<Draft, Refused> {
    if bytes.len() > limits.file.bytes {
        return Err(Refused::TooLarge);
    }
    match scrub::recognise(bytes, "", &limits.file)? {
        Kind::Docx => docx::markdown(bytes, limits),
        _ => Err(Refused::UnknownType),
    }
}
