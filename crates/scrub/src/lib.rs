//! Takes out of a file what would give its sender away: names, places, devices, comments, earlier versions. For the sections
//! that accept uploads. Bytes in, cleaned bytes and a report out; nothing here reads a disk, a clock or the network.
//!
//! What a file is, its content says and never its name; what is not on the list of [`Kind`] is refused. A format is read
//! piece by piece and **only pieces known to be harmless are written again**, so what nobody thought of is left out rather than
//! let through. What stays although it might matter to the sender is a [`Warning`]: the crate promises nothing it does not do.
//!
//! Deliberately not here: sentences for people (the portal has them in three languages for each `code()`), virus
//! scanning, what a file says (that is `extract`, which reads archives and XML with the modules here), and the visible content: a name in a text or a face in a picture stays. PDF is read by a library that may use more memory
//! than [`Limits`] foresee, so the portal calls [`clean`] in a process of its own with limits on memory and time.
//!
//! | Kind | What goes | What stays |
//! |---|---|---|
//! | JPEG, PNG, WebP | EXIF, XMP, IPTC, texts, thumbnails, unknown segments, bytes after the end; turned upright | colour profile; data hidden in pixels |
//! | SVG | all that is no drawing: scripts, links, pictures, metadata, other namespaces | the drawing and its texts |
//! | DOCX | properties, comments, tracked changes (accepted), template, edit numbers, paths, what was cut off pictures | hidden text (said), content controls |
//! | XLSX | properties, comments, links to other files, paths, printers | hidden sheets, rows, columns, pivot data (said) |
//! | PPTX | properties, comments, workbooks behind charts, what was cut off pictures | hidden slides, notes (said) |
//! | ODT | properties, comments, tracked changes, printers, versions | hidden text, cut pictures (said) |
//! | PDF | properties, XMP, notes, authors of marks, programs, files inside, earlier saves, EXIF of photos | marks, layers, photos packed in other ways (said); all of an encrypted or signed file (said) |
//! | MP3 | all but frames of sound | what the encoder wrote into frames |
//! | MP4 | user data, metadata, times, names of devices, tracks that are neither picture, sound nor subtitles | what the encoder wrote into samples |
//! | CSV, TXT | nothing | formulas in cells (said) |
//!
//! ```
//! use scrub::{Kind, Limits, Refused, clean};
//!
//! let cleaned = clean("Элдик басма сөз жыйыны\n".as_bytes(), "жыйын.txt", &Limits::default())?;
//! assert_eq!(cleaned.kind, Kind::Txt);
//! assert!(cleaned.report.is_empty());
//!
//! let program = clean(b"MZ\x90\0\x03", "сводка.pdf", &Limits::default());
//! assert_eq!(program.unwrap_err(), Refused::UnknownType);
//! # Ok::<(), Refused>(())
//! ```

pub mod archive;
mod jpeg;
mod kind;
mod limits;
mod mp3;
mod mp4;
mod odf;
mod ooxml;
pub mod package;
mod pdf;
mod picture;
mod png;
mod report;
mod svg;
mod text;
mod tiff;
mod webp;
pub mod xml;

pub use kind::{Kind, recognise};
pub use limits::Limits;
pub use report::{Refused, Removed, Report, Warning};

/// A file that may be shown to others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cleaned {
    pub kind: Kind,
    pub bytes: Vec<u8>,
    pub report: Report,
    /// Width and height in pixels as shown, of a picture that says how large it is.
    pub size: Option<(u32, u32)>,
}

/// Cleans the content of one file. `declared_name` is the name its sender gave it; only its ending is read, and only to refuse a file
/// that says it is something else.
///
/// The result does not depend on anything but the arguments, and cleaning it again removes nothing.
///
/// # Errors
///
/// [`Refused`] says why the file cannot be taken; its `code()` is for the sentence shown to the sender.
///
/// ```
/// use scrub::{Limits, Removed, clean};
///
/// // A JPEG picture with a comment, cut down to what a decoder asks for.
/// let mut photo = include_bytes!("../seeds/comment.jpg").to_vec();
/// photo.extend_from_slice(b"bytes after the end of the picture");
/// let cleaned = clean(&photo, "сүрөт.jpg", &Limits::default())?;
/// assert_eq!(cleaned.size, Some((8, 6)));
/// assert_eq!(cleaned.report.removed[&Removed::Descriptions], 1);
/// assert!(cleaned.report.removed.contains_key(&Removed::TrailingBytes));
/// # Ok::<(), scrub::Refused>(())
/// ```
pub fn clean(bytes: &[u8], declared_name: &str, limits: &Limits) -> Result<Cleaned, Refused> {
    if bytes.len() > limits.bytes {
        return Err(Refused::TooLarge);
    }
    let kind = kind::recognise(bytes, declared_name, limits)?;
    let mut report = Report::default();
    let mut size = None;
    let bytes = match kind {
        Kind::Pdf => pdf::clean(bytes, limits, &mut report)?,
        Kind::Docx | Kind::Xlsx | Kind::Pptx => ooxml::clean(bytes, limits, &mut report)?,
        Kind::Odt => odf::clean(bytes, limits, &mut report)?,
        Kind::Jpeg | Kind::Png | Kind::WebP => {
            let picture = picture::clean(bytes, kind, limits, &mut report)?;
            size = Some(picture.size);
            picture.bytes
        }
        Kind::Svg => {
            let (bytes, drawn) = svg::clean(bytes, limits, &mut report)?;
            size = drawn;
            bytes
        }
        Kind::Mp3 => mp3::clean(bytes, &mut report)?,
        Kind::Mp4 => mp4::clean(bytes, &mut report)?,
        Kind::Csv => text::clean_table(bytes, &mut report)?,
        Kind::Txt => text::clean(bytes, &mut report)?,
    };
    Ok(Cleaned { kind, bytes, report, size })
}

/// A small JPEG, at most 320 pixels wide and high, of a picture that was cleaned; `None` of everything else. Drawings have none, since
/// nothing here draws.
///
/// ```
/// use scrub::{Kind, Limits, clean, thumbnail};
///
/// let limits = Limits::default();
/// let photo = clean(include_bytes!("../seeds/photo.webp"), "сүрөт.webp", &limits)?;
/// let small = thumbnail(&photo, &limits).expect("a picture has a thumbnail");
/// assert_eq!(clean(&small, "thumbnail.jpg", &limits)?.kind, Kind::Jpeg);
/// # Ok::<(), scrub::Refused>(())
/// ```
pub fn thumbnail(cleaned: &Cleaned, limits: &Limits) -> Option<Vec<u8>> {
    match cleaned.kind {
        Kind::Jpeg | Kind::Png | Kind::WebP => picture::thumbnail(&cleaned.bytes, cleaned.kind, limits),
        _ => None,
    }
}
