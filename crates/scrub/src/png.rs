//! PNG: chunks with a length, a name and a checksum. Kept are those that make up the picture and its colours.

use crate::picture::{Stripped, check_size};
use crate::{Limits, Refused, Removed, Report, tiff};

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
const KEPT: &[&[u8; 4]] = &[
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD",
    b"pHYs", b"hIST", b"cICP", b"mDCV", b"cLLI", b"acTL", b"fcTL", b"fdAT",
];

pub fn strip(bytes: &[u8], limits: &Limits, report: &mut Report) -> Result<Stripped, Refused> {
    let mut out = SIGNATURE.to_vec();
    let (mut at, mut size, mut orientation, mut animated, mut pixels) =
        (SIGNATURE.len(), None, 1, false, false);
    loop {
        let length = bytes.get(at..at + 4).ok_or(Refused::Malformed)?;
        let length = u32::from_be_bytes(length.try_into().expect("four bytes")) as usize;
        let end = at.checked_add(length).and_then(|end| end.checked_add(12)).ok_or(Refused::Malformed)?;
        let chunk = bytes.get(at..end).ok_or(Refused::Malformed)?;
        at = end;
        let name: &[u8; 4] = chunk[4..8].try_into().expect("four bytes");
        let content = &chunk[8..8 + length];
        if size.is_none() != (name == b"IHDR") {
            return Err(Refused::Malformed);
        }
        match name {
            b"IHDR" => {
                let number = |at: usize| {
                    content.get(at..at + 4).map(|n| u32::from_be_bytes(n.try_into().expect("four bytes")))
                };
                let (width, height) = number(0).zip(number(4)).ok_or(Refused::Malformed)?;
                size = Some(check_size(width, height, limits)?);
            }
            b"IDAT" => pixels = true,
            b"acTL" => animated = true,
            b"tEXt" | b"zTXt" | b"iTXt" => text(content, report),
            b"eXIf" => orientation = tiff::report(content, report),
            b"tIME" => report.removed(Removed::DocumentInformation, 1),
            kept if KEPT.contains(&kept) => (),
            // A capital first letter says that the picture cannot be shown without this chunk.
            [first, ..] if first.is_ascii_uppercase() => return Err(Refused::Malformed),
            _ => report.removed(Removed::UnknownParts, 1),
        }
        if KEPT.contains(&name) {
            let mut crc = flate2::Crc::new();
            crc.update(&chunk[4..8 + length]);
            if crc.sum().to_be_bytes() != chunk[8 + length..] {
                return Err(Refused::Malformed);
            }
            out.extend_from_slice(chunk);
        }
        if name == b"IEND" {
            break;
        }
    }
    report.removed(Removed::TrailingBytes, bytes.len() - at);
    let size = size.filter(|_| pixels).ok_or(Refused::Malformed)?;
    Ok(Stripped { bytes: out, size, orientation, animated })
}

/// Reports a text by its keyword, which ends at a zero byte.
fn text(content: &[u8], report: &mut Report) {
    let keyword = content.split(|byte| *byte == 0).next().unwrap_or_default();
    match String::from_utf8_lossy(keyword).to_lowercase().as_str() {
        "author" | "copyright" | "artist" => report.removed(Removed::Author, 1),
        "comment" | "description" => report.removed(Removed::Descriptions, 1),
        "xml:com.adobe.xmp" => tiff::report_description(content, report),
        _ => report.removed(Removed::DocumentInformation, 1),
    }
}
