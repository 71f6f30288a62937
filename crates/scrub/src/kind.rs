//! What a file is, told by its content. The name given by the sender may only agree.

use crate::archive::Archive;
use crate::{Limits, Refused, Report, ooxml, text};

/// The types people may upload.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Pdf,
    Docx,
    Xlsx,
    Pptx,
    Odt,
    Jpeg,
    Png,
    WebP,
    Svg,
    Mp3,
    Mp4,
    Csv,
    Txt,
}

impl Kind {
    pub const ALL: [Self; 13] = [
        Self::Pdf,
        Self::Docx,
        Self::Xlsx,
        Self::Pptx,
        Self::Odt,
        Self::Jpeg,
        Self::Png,
        Self::WebP,
        Self::Svg,
        Self::Mp3,
        Self::Mp4,
        Self::Csv,
        Self::Txt,
    ];

    /// The ending of a file's name without the dot; also the stable code of the kind.
    ///
    /// ```
    /// assert_eq!(scrub::Kind::Jpeg.extension(), "jpg");
    /// ```
    pub const fn extension(self) -> &'static str {
        self.extensions()[0]
    }

    /// For the header `Content-Type`. Text is UTF-8 unless the report says otherwise.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::WebP => "image/webp",
            Self::Svg => "image/svg+xml",
            Self::Mp3 => "audio/mpeg",
            Self::Mp4 => "video/mp4",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Txt => "text/plain; charset=utf-8",
        }
    }

    const fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Docx => &["docx"],
            Self::Xlsx => &["xlsx"],
            Self::Pptx => &["pptx"],
            Self::Odt => &["odt"],
            Self::Jpeg => &["jpg", "jpeg", "jpe", "jfif"],
            Self::Png => &["png"],
            Self::WebP => &["webp"],
            Self::Svg => &["svg"],
            Self::Mp3 => &["mp3"],
            Self::Mp4 => &["mp4", "m4v"],
            Self::Csv => &["csv"],
            Self::Txt => &["txt", "text"],
        }
    }
}

/// Names under which office programs keep documents with programs in them.
const MACRO_ENDINGS: &[&str] =
    &["docm", "dotm", "xlsm", "xltm", "xlsb", "xlam", "pptm", "potm", "ppsm", "ppam", "sldm"];

/// Beginnings of other formats that are, or may be, readable as text.
const NOT_TEXT: &[&[u8]] = &[
    b"GIF8", b"%!", b"{\\rtf", b"#!", b"MZ", b"PK", b"\x7fELF", b"BM", b"II*\0", b"MM\0*", b"8BPS", b"Rar!",
];

/// What a file is. `declared_name` is the name its sender gave it; only its ending is read, and only to refuse a file that says it is
/// something else.
///
/// # Errors
///
/// [`Refused`] when it is nothing that is taken, or not what its name says.
///
/// ```
/// use scrub::{Kind, Limits, recognise};
///
/// assert_eq!(recognise("Салам".as_bytes(), "кат.txt", &Limits::default()), Ok(Kind::Txt));
/// ```
pub fn recognise(bytes: &[u8], declared_name: &str, limits: &Limits) -> Result<Kind, Refused> {
    if bytes.is_empty() {
        return Err(Refused::Empty);
    }
    // A name without a dot has no ending, and then the content alone speaks.
    let ending = declared_name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    let ending = ending.as_deref();
    let kind = match by_first_bytes(bytes) {
        Some(kind) => kind,
        None if bytes.starts_with(b"PK\x03\x04") => {
            if ending.is_some_and(|ending| MACRO_ENDINGS.contains(&ending)) {
                return Err(Refused::Macros);
            }
            office(&Archive::open(bytes, limits)?, limits)?
        }
        // The container of old office documents, and of new ones behind a password.
        None if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") => {
            let modern = matches!(ending, Some("docx" | "xlsx" | "pptx"));
            return Err(if modern { Refused::Encrypted } else { Refused::UnknownType });
        }
        None => readable(bytes, ending)?,
    };
    match ending {
        Some(ending) if !kind.extensions().contains(&ending) => Err(Refused::TypeAndNameDisagree),
        _ => Ok(kind),
    }
}

/// Formats that say at their beginning what they are.
pub fn by_first_bytes(bytes: &[u8]) -> Option<Kind> {
    const FILM: &[&[u8]] = &[
        b"isom", b"iso2", b"iso3", b"iso4", b"iso5", b"iso6", b"iso7", b"iso8", b"iso9", b"mp41", b"mp42",
        b"avc1", b"M4V ", b"MSNV", b"dash", b"3gp4", b"3gp5", b"3gp6",
    ];
    match bytes {
        [b'%', b'P', b'D', b'F', b'-', ..] => Some(Kind::Pdf),
        [0xff, 0xd8, 0xff, ..] => Some(Kind::Jpeg),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Kind::Png),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Kind::WebP),
        [_, _, _, _, b'f', b't', b'y', b'p', a, b, c, d, ..] => {
            FILM.contains(&[*a, *b, *c, *d].as_slice()).then_some(Kind::Mp4)
        }
        [b'I', b'D', b'3', ..] => Some(Kind::Mp3),
        // Eleven set bits, then a version and a layer: 01 is layer III. Text in UTF-16 begins FF FE, which is no layer III.
        [0xff, second, ..] if second & 0xe6 == 0xe2 => Some(Kind::Mp3),
        _ => None,
    }
}

fn office(archive: &Archive, limits: &Limits) -> Result<Kind, Refused> {
    if let Some(part) = archive.part("mimetype")? {
        return match part.as_slice() {
            b"application/vnd.oasis.opendocument.text" => Ok(Kind::Odt),
            _ => Err(Refused::UnknownType),
        };
    }
    ooxml::kind(archive, limits)
}

fn readable(bytes: &[u8], ending: Option<&str>) -> Result<Kind, Refused> {
    if !text::is_text(bytes) {
        return Err(Refused::UnknownType);
    }
    // What a text looks like counts after decoding, since that is how it will be stored.
    let bytes = text::clean(bytes, &mut Report::default())?;
    if bytes.is_empty() {
        return Err(Refused::Empty);
    }
    if by_first_bytes(&bytes).is_some() || NOT_TEXT.iter().any(|start| bytes.starts_with(start)) {
        return Err(Refused::UnknownType);
    }
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_lowercase();
    let start = start.trim_start_matches('\u{feff}').trim_start();
    // Nothing is ever served as HTML, but a file that pretends otherwise is not what its sender believes it to be.
    if ["<!doctype html", "<html", "<script", "<?php"].iter().any(|tag| start.starts_with(tag)) {
        return Err(Refused::UnknownType);
    }
    match ending {
        Some("csv") => Ok(Kind::Csv),
        Some("svg") if start.starts_with('<') => Ok(Kind::Svg),
        Some("txt" | "text") | None => Ok(Kind::Txt),
        _ if start.starts_with("<svg") => Ok(Kind::Svg),
        _ => Err(Refused::TypeAndNameDisagree),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(bytes: &[u8], name: &str, expected: Refused) {
        assert_eq!(recognise(bytes, name, &Limits::default()), Err(expected), "{name}");
    }

    #[test]
    fn the_name_may_only_agree() {
        let limits = Limits::default();
        assert_eq!(recognise(b"\xff\xd8\xff\xe0", "Сүрөт.JPEG", &limits), Ok(Kind::Jpeg));
        assert_eq!(recognise("кат".as_bytes(), "кат", &limits), Ok(Kind::Txt));
        assert_eq!(recognise(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a.svg", &limits), Ok(Kind::Svg));
        refused(b"\xff\xd8\xff\xe0", "photo.png", Refused::TypeAndNameDisagree);
        refused(b"plain", "report.pdf", Refused::TypeAndNameDisagree);
        refused(b"", "a.txt", Refused::Empty);
    }

    #[test]
    fn what_is_not_on_the_list_is_refused() {
        refused(b"GIF89a=1;alert(1)", "a.txt", Refused::UnknownType);
        refused(b"<!DOCTYPE html><p>", "a.txt", Refused::UnknownType);
        refused(b"\xfe\xff\0<\0s\0c\0r\0i\0p\0t", "a.txt", Refused::UnknownType);
        refused(b"\xff\xfe%\0P\0D\0F\0-\0", "a.txt", Refused::UnknownType);
        refused(b"\xff\xfe", "a.txt", Refused::Empty);
        refused(b"  <script>alert(1)</script>", "a.svg", Refused::UnknownType);
        refused(b"\0\0\0\x18ftypheic\0\0", "a.mp4", Refused::UnknownType);
        refused(b"\0\0\0\x18ftypqt  \0\0", "a.mp4", Refused::UnknownType);
        refused(b"\x7fELF\x02", "a", Refused::UnknownType);
        refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..", "a.docx", Refused::Encrypted);
        refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..", "a.doc", Refused::UnknownType);
        refused(b"PK\x03\x04", "a.docm", Refused::Macros);
    }
}
