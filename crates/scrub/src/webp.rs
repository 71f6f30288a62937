//! WebP: a RIFF file of chunks. Kept are those that make up the picture; the flags in its header that announce metadata are cleared.

use crate::picture::{Stripped, check_size};
use crate::{Limits, Refused, Removed, Report, tiff};

pub fn strip(bytes: &[u8], limits: &Limits, report: &mut Report) -> Result<Stripped, Refused> {
    let announced = u32::from_le_bytes(bytes[4..8].try_into().expect("recognised by twelve bytes")) as usize;
    let end =
        announced.checked_add(8).filter(|end| (12..=bytes.len()).contains(end)).ok_or(Refused::Malformed)?;
    report.removed(Removed::TrailingBytes, bytes.len() - end);

    let mut out = b"RIFF\0\0\0\0WEBP".to_vec();
    let (mut size, mut orientation, mut animated, mut pixels) = (None, 1, false, false);
    for chunk in Chunks(&bytes[12..end]) {
        let (name, content) = chunk?;
        if size.is_none() {
            size = Some(measure(name, content, limits)?);
        } else if matches!(name, b"VP8 " | b"VP8L") {
            // The header may say one thing, the pixels another; both have to be small.
            measure(name, content, limits)?;
        }
        match name {
            b"VP8X" => {
                let mut header = content.to_vec();
                header[0] &= !0x0c;
                keep(&mut out, name, &header);
            }
            b"VP8 " | b"VP8L" => {
                pixels = true;
                keep(&mut out, name, content);
            }
            b"ICCP" | b"ALPH" | b"ANIM" => keep(&mut out, name, content),
            b"ANMF" => {
                (pixels, animated) = (true, true);
                keep(&mut out, name, &frame(content, limits, report)?);
            }
            b"EXIF" => {
                let tiff = content.strip_prefix(b"Exif\0\0").unwrap_or(content);
                orientation = tiff::report(tiff, report);
            }
            b"XMP " => tiff::report_description(content, report),
            _ => report.removed(Removed::UnknownParts, 1),
        }
    }
    let length = u32::try_from(out.len() - 8).map_err(|_| Refused::TooLarge)?;
    out[4..8].copy_from_slice(&length.to_le_bytes());
    let size = size.filter(|_| pixels).ok_or(Refused::Malformed)?;
    Ok(Stripped { bytes: out, size, orientation, animated })
}

/// A frame of a moving picture: sixteen bytes about it, then chunks of its own.
fn frame(content: &[u8], limits: &Limits, report: &mut Report) -> Result<Vec<u8>, Refused> {
    let (about, chunks) = content.split_at_checked(16).ok_or(Refused::Malformed)?;
    let mut out = about.to_vec();
    for chunk in Chunks(chunks) {
        let (name, content) = chunk?;
        match name {
            b"VP8 " | b"VP8L" => {
                measure(name, content, limits)?;
                keep(&mut out, name, content);
            }
            b"ALPH" => keep(&mut out, name, content),
            _ => report.removed(Removed::UnknownParts, 1),
        }
    }
    Ok(out)
}

struct Chunks<'a>(&'a [u8]);

impl<'a> Iterator for Chunks<'a> {
    type Item = Result<(&'a [u8; 4], &'a [u8]), Refused>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.0.is_empty() {
            return None;
        }
        let read = || {
            let (name, rest) = self.0.split_first_chunk::<4>()?;
            let (length, rest) = rest.split_first_chunk::<4>()?;
            let (content, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
            // Chunks are padded to an even length; the last padding byte is often forgotten.
            let padding = (content.len() % 2).min(rest.len());
            Some((name, content, &rest[padding..]))
        };
        match read() {
            Some((name, content, rest)) => {
                self.0 = rest;
                Some(Ok((name, content)))
            }
            None => {
                self.0 = &[];
                Some(Err(Refused::Malformed))
            }
        }
    }
}

fn keep(out: &mut Vec<u8>, name: &[u8; 4], content: &[u8]) {
    let length = u32::try_from(content.len()).expect("the content of a chunk came from a chunk");
    out.extend_from_slice(name);
    out.extend_from_slice(&length.to_le_bytes());
    out.extend_from_slice(content);
    if content.len() % 2 == 1 {
        out.push(0);
    }
}

/// Width and height as the first chunk of a picture tells them.
fn measure(name: &[u8; 4], content: &[u8], limits: &Limits) -> Result<(u32, u32), Refused> {
    let (width, height) = match (name, content) {
        (b"VP8X", [_, _, _, _, w0, w1, w2, h0, h1, h2]) => {
            (u32::from_le_bytes([*w0, *w1, *w2, 0]) + 1, u32::from_le_bytes([*h0, *h1, *h2, 0]) + 1)
        }
        (b"VP8 ", [_, _, _, 0x9d, 0x01, 0x2a, w0, w1, h0, h1, ..]) => (
            u32::from(u16::from_le_bytes([*w0, *w1]) & 0x3fff),
            u32::from(u16::from_le_bytes([*h0, *h1]) & 0x3fff),
        ),
        (b"VP8L", [0x2f, a, b, c, d, ..]) => {
            let bits = u32::from_le_bytes([*a, *b, *c, *d]);
            ((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1)
        }
        _ => return Err(Refused::Malformed),
    };
    check_size(width, height, limits)
}
