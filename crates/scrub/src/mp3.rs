//! MP3: frames of sound, each with a header that tells how long it is. Only frames are kept; tags before, between and after them go.

use crate::text::report_tags;
use crate::{Refused, Removed, Report};

const TAG_WORDS: &[(Removed, &[&[u8]])] = &[
    (Removed::Author, &[b"TPE", b"TCOM", b"TENC", b"TOWN", b"TCOP", b"TEXT", b"Artist"]),
    (Removed::Descriptions, &[b"COMM", b"USLT", b"Comment"]),
    (Removed::Thumbnail, &[b"APIC", b"Cover Art"]),
    (Removed::EmbeddedFiles, &[b"GEOB"]),
    (Removed::CustomProperties, &[b"TXXX", b"PRIV"]),
];

pub fn clean(bytes: &[u8], report: &mut Report) -> Result<Vec<u8>, Refused> {
    let mut out = Vec::with_capacity(bytes.len());
    let (mut at, mut first, mut rest) = (0, None, 0);
    while at < bytes.len() {
        let here = &bytes[at..];
        if let Some(length) = tag(here) {
            report_tags(&here[..length], TAG_WORDS, report);
            at += length;
        } else if let Some(frame) =
            frame(here).filter(|frame| first.is_none_or(|first| first == frame.stream))
        {
            // The first frame counts only when another follows, since two bytes of anything look like a header.
            if first.is_none() && !follows(&here[frame.length..], frame.stream) {
                at += 1;
                rest += 1;
                continue;
            }
            first = Some(frame.stream);
            out.extend_from_slice(&here[..frame.length]);
            at += frame.length;
        } else {
            at += 1;
            rest += 1;
        }
    }
    report.removed(Removed::TrailingBytes, rest);
    if out.is_empty() { Err(Refused::Malformed) } else { Ok(out) }
}

fn follows(rest: &[u8], stream: [u8; 2]) -> bool {
    rest.is_empty() || tag(rest).is_some() || frame(rest).is_some_and(|next| next.stream == stream)
}

/// The length of a tag that begins here: ID3 in both versions, APE, Lyrics3.
fn tag(bytes: &[u8]) -> Option<usize> {
    let length = match bytes {
        [b'I', b'D', b'3', _, _, flags, a, b, c, d, ..] => {
            // Seven bits of each byte, so that no size looks like the header of a frame.
            let size = [a, b, c, d].iter().fold(0, |size, byte| size << 7 | usize::from(**byte & 0x7f));
            10 + size + if flags & 0x10 == 0 { 0 } else { 10 }
        }
        [b'T', b'A', b'G', b'+', ..] => 227,
        [b'T', b'A', b'G', ..] => 128,
        _ if bytes.starts_with(b"APETAGEX") => {
            let size = u32::from_le_bytes(bytes.get(12..16)?.try_into().ok()?) as usize;
            let is_header = bytes.get(23)? & 0x20 != 0;
            32 + if is_header { size } else { 0 }
        }
        _ if bytes.starts_with(b"LYRICSBEGIN") => {
            let start = &bytes[..bytes.len().min(100_000)];
            let end = start.windows(9).position(|at| at == b"LYRICS200" || at == b"LYRICSEND");
            end? + 9
        }
        _ => return None,
    };
    Some(length.min(bytes.len()))
}

struct Frame {
    length: usize,
    /// Version, layer and sampling rate, which all frames share.
    stream: [u8; 2],
}

fn frame(bytes: &[u8]) -> Option<Frame> {
    const MPEG1: [usize; 15] = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    const MPEG2: [usize; 15] = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    let [0xff, second, third, _, ..] = *bytes else { return None };
    if second & 0xe6 != 0xe2 {
        return None;
    }
    let (divisor, factor, rates) = match second >> 3 & 3 {
        3 => (1, 144_000, MPEG1),
        2 => (2, 72_000, MPEG2),
        0 => (4, 72_000, MPEG2),
        _ => return None,
    };
    let rate = [44_100, 48_000, 32_000].get(usize::from(third >> 2 & 3))? / divisor;
    let bits = *rates.get(usize::from(third >> 4)).filter(|bits| **bits > 0)?;
    let length = factor * bits / rate + usize::from(third >> 1 & 1);
    (length <= bytes.len()).then_some(Frame { length, stream: [second & 0xfe, third & 0x0c] })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frames(count: usize) -> Vec<u8> {
        let mut frame = vec![0; 417];
        frame[..4].copy_from_slice(&[0xff, 0xfb, 0x90, 0x00]);
        frame.repeat(count)
    }

    #[test]
    fn only_frames_remain() {
        let tag = b"ID3\x04\0\0\0\0\0\x14TPE1\0\0\0\x08\0\0\0SECRET.";
        let mut last = b"TAGSECRET".to_vec();
        last.resize(128, 0);
        let file = [tag.as_slice(), &[0; 3], &frames(3), b"PK\x03\x04", &frames(2), &last].concat();
        let mut report = Report::default();
        assert_eq!(clean(&file, &mut report).unwrap(), frames(5));
        assert!(report.removed.contains_key(&Removed::Author));
        assert!(report.removed[&Removed::TrailingBytes] > 3);
        let mut again = Report::default();
        assert_eq!(clean(&frames(5), &mut again).unwrap(), frames(5));
        assert!(again.is_empty());
    }

    #[test]
    fn what_has_no_frames_is_refused() {
        for bytes in [b"ID3\x04\0\0\0\0\0\0".as_slice(), b"\xff\xfb", b"\xff\xfb\x90\0hello"] {
            assert_eq!(clean(bytes, &mut Report::default()), Err(Refused::Malformed));
        }
    }
}
