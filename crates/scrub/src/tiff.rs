//! EXIF, which is a TIFF file without a picture: read only to know how the picture must be turned and what to report. It is never
//! written again, so nothing depends on reading all of it.

use crate::{Removed, Report};

/// More tags than any camera writes; a directory that announces others is not read to its end.
const TAGS: usize = 1000;
/// How much of a description is looked at for what it tells.
const LOOKED_AT: usize = 1_000_000;

/// Names of properties in XML, and those in lists of captions: two bytes, then the number of the property.
const WORDS: &[(Removed, &[&[u8]])] = &[
    (Removed::Author, &[b"creator>", b"author", b"artist", b"\x1c\x02\x50"]),
    (
        Removed::Place,
        &[
            b"GPSL",
            b"GPSA",
            b"location",
            b"Iptc4xmp",
            b":City",
            b":State",
            b":Country",
            b"\x1c\x02\x5a",
            b"\x1c\x02\x65",
        ],
    ),
    (Removed::CameraData, &[b"tiff:Make", b"tiff:Model", b"aux:"]),
    (Removed::Thumbnail, &[b"xmp:Thumbnails", b"xapGImg"]),
    (Removed::Descriptions, &[b"dc:description", b"\x1c\x02\x78"]),
];

struct Tiff<'a> {
    bytes: &'a [u8],
    big_endian: bool,
}

impl Tiff<'_> {
    fn u16(&self, at: usize) -> Option<u16> {
        let bytes: [u8; 2] = self.bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if self.big_endian { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
    }

    fn u32(&self, at: usize) -> Option<usize> {
        let bytes: [u8; 4] = self.bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if self.big_endian { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) } as usize)
    }

    /// Tags of the directory at `at`, each with the position of its value.
    fn tags(&self, at: usize) -> impl Iterator<Item = (u16, usize)> {
        let count = self.u16(at).unwrap_or_default();
        (0..usize::from(count).min(TAGS))
            .map_while(move |n| Some((self.u16(at + 2 + n * 12)?, at + 2 + n * 12 + 8)))
    }
}

/// Reports what `exif` tells and returns the orientation it asks for, 1 to 8; 1 is upright.
pub fn report(exif: &[u8], report: &mut Report) -> u8 {
    report.removed(Removed::DocumentInformation, 1);
    let tiff = Tiff { bytes: exif, big_endian: exif.starts_with(b"MM") };
    let (mut orientation, mut inner) = (1, None);
    let Some(first) = tiff.u32(4) else { return orientation };
    for (tag, value) in tiff.tags(first) {
        match tag {
            0x0112 => orientation = tiff.u16(value).filter(|o| (1..=8).contains(o)).unwrap_or(1) as u8,
            0x010e => report.removed(Removed::Descriptions, 1),
            0x013b | 0x8298 | 0x9c9d => report.removed(Removed::Author, 1),
            0x010f | 0x0110 | 0xc62f => report.removed(Removed::CameraData, 1),
            0x8825 => report.removed(Removed::Place, 1),
            0x8769 => inner = tiff.u32(value),
            _ => (),
        }
    }
    for (tag, _) in inner.into_iter().flat_map(|inner| tiff.tags(inner)) {
        match tag {
            0x9286 => report.removed(Removed::Descriptions, 1),
            0xa430 => report.removed(Removed::Author, 1),
            0x829a | 0x829d | 0x8827 | 0x927c | 0xa431..=0xa435 => report.removed(Removed::CameraData, 1),
            _ => (),
        }
    }
    let entries = usize::from(tiff.u16(first).unwrap_or_default());
    if tiff.u32(first + 2 + entries * 12).is_some_and(|second| second != 0 && second < exif.len()) {
        report.removed(Removed::Thumbnail, 1);
    }
    orientation
}

/// Reports what a description in XML (XMP) or in lists of captions (IPTC) tells, by the words it uses.
pub fn report_description(text: &[u8], report: &mut Report) {
    report.removed(Removed::DocumentInformation, 1);
    let text = &text[..text.len().min(LOOKED_AT)];
    let says = |word: &[u8]| text.windows(word.len()).any(|at| at.eq_ignore_ascii_case(word));
    for (what, words) in WORDS {
        if words.iter().any(|word| says(word)) {
            report.removed(*what, 1);
        }
    }
}
