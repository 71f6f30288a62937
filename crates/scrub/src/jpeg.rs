//! JPEG: segments with a marker and a length, between them the coded pixels. Kept are the segments a decoder needs and the colour
//! profile; everything that describes goes. Hidden data inside the coded pixels themselves is not looked for.

use crate::picture::{Stripped, check_size};
use crate::{Limits, Refused, Removed, Report, tiff};

/// Progressive pictures have about ten scans; each further one costs a decoder as much as the whole picture.
const SCANS: usize = 100;

pub fn strip(bytes: &[u8], limits: &Limits, report: &mut Report) -> Result<Stripped, Refused> {
    let mut out = Vec::with_capacity(bytes.len());
    out.extend_from_slice(&[0xff, 0xd8]);
    let (mut at, mut size, mut orientation, mut scans) = (2, None, 1, 0);
    loop {
        let marker = marker(bytes, &mut at)?;
        if marker == 0xd9 {
            break;
        }
        let segment = segment(bytes, &mut at)?;
        match (marker, segment) {
            (0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf, [_, h1, h2, w1, w2, ..]) => {
                let (height, width) = (u16::from_be_bytes([*h1, *h2]), u16::from_be_bytes([*w1, *w2]));
                if size.replace(check_size(width.into(), height.into(), limits)?).is_some() {
                    return Err(Refused::Malformed);
                }
                keep(&mut out, marker, segment);
            }
            // Tables of the decoder.
            (0xc4 | 0xcc | 0xdb | 0xdd, _) => keep(&mut out, marker, segment),
            (0xda, _) => {
                scans += 1;
                if size.is_none() || scans > SCANS {
                    return Err(Refused::Malformed);
                }
                keep(&mut out, marker, segment);
                let end = scan_end(bytes, at)?;
                out.extend_from_slice(&bytes[at..end]);
                at = end;
            }
            (0xe0, [b'J', b'F', b'I', b'F', 0, ..]) if segment.len() >= 14 => {
                if segment[12..14] != [0, 0] || segment.len() > 14 {
                    report.removed(Removed::Thumbnail, 1);
                }
                let mut plain = segment[..14].to_vec();
                plain[12..].fill(0);
                keep(&mut out, marker, &plain);
            }
            (0xe2, _) if segment.starts_with(b"ICC_PROFILE\0") => keep(&mut out, marker, segment),
            // Says how colours are coded; without it some pictures come out green.
            (0xee, _) if segment.starts_with(b"Adobe") && segment.len() >= 12 => {
                keep(&mut out, marker, &segment[..12]);
                report.removed(Removed::UnknownParts, usize::from(segment.len() > 12));
            }
            (0xe1, _) if segment.starts_with(b"Exif\0") => {
                orientation = tiff::report(segment.get(6..).unwrap_or_default(), report);
            }
            (0xe1 | 0xed, _) => tiff::report_description(segment, report),
            (0xe0, [b'J', b'F', b'X', b'X', ..]) | (0xe2, [b'M', b'P', b'F', ..]) => {
                report.removed(Removed::Thumbnail, 1);
            }
            (0xe0..=0xef, _) => report.removed(Removed::UnknownParts, 1),
            (0xfe, _) => report.removed(Removed::Descriptions, 1),
            _ => return Err(Refused::Malformed),
        }
    }
    if scans == 0 {
        return Err(Refused::Malformed);
    }
    out.extend_from_slice(&[0xff, 0xd9]);
    report.removed(Removed::TrailingBytes, bytes.len() - at);
    let size = size.ok_or(Refused::Malformed)?;
    Ok(Stripped { bytes: out, size, orientation, animated: false })
}

fn marker(bytes: &[u8], at: &mut usize) -> Result<u8, Refused> {
    if bytes.get(*at) != Some(&0xff) {
        return Err(Refused::Malformed);
    }
    // Any number of filling bytes may stand before a marker.
    while bytes.get(*at) == Some(&0xff) {
        *at += 1;
    }
    let marker = *bytes.get(*at).ok_or(Refused::Malformed)?;
    *at += 1;
    Ok(marker)
}

/// The content of a segment whose length, which counts itself, begins at `at`.
fn segment<'a>(bytes: &'a [u8], at: &mut usize) -> Result<&'a [u8], Refused> {
    let [high, low] = *bytes.get(*at..*at + 2).ok_or(Refused::Malformed)? else {
        return Err(Refused::Malformed);
    };
    let end = *at + usize::from(u16::from_be_bytes([high, low]));
    let content = bytes.get(*at + 2..end).ok_or(Refused::Malformed)?;
    *at = end;
    Ok(content)
}

fn keep(out: &mut Vec<u8>, marker: u8, content: &[u8]) {
    let length = u16::try_from(content.len() + 2).expect("the content of a segment came from a segment");
    out.extend_from_slice(&[0xff, marker]);
    out.extend_from_slice(&length.to_be_bytes());
    out.extend_from_slice(content);
}

/// Where the coded pixels from `at` on end: at a marker that is neither a stuffed byte nor a restart.
fn scan_end(bytes: &[u8], mut at: usize) -> Result<usize, Refused> {
    while let Some(offset) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == 0xff)) {
        at += offset;
        match bytes.get(at + 1) {
            Some(0 | 0xd0..=0xd7) => at += 2,
            Some(0xff) => at += 1,
            Some(_) => return Ok(at),
            None => break,
        }
    }
    Err(Refused::Malformed)
}
