//! Zip as office documents use it: a strict reader and a writer that always writes the same bytes for the same parts.
//! Two programs that read one archive differently are how things get past a check, so whatever could be read in two ways is refused.
//! Not here: zip64, several volumes, other methods than deflate; no office program needs them.

use std::collections::{HashMap, HashSet};
use std::io::{Read, Write};
use std::ops::Range;

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;

use crate::{Limits, Refused};

const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
const STORED: u16 = 0;
const DEFLATED: u16 = 8;
/// The first day a zip archive can name: 1 January 1980.
const NO_DATE: u16 = 0x0021;

/// An archive whose directory has been checked. Parts are unpacked one at a time.
pub struct Archive<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry>,
    /// By their names in small letters.
    places: HashMap<String, usize>,
}

struct Entry {
    name: String,
    method: u16,
    crc: u32,
    packed: Range<usize>,
    size: usize,
}

/// Where `wanted` bytes begin at `at`; a file that ends before that is broken.
fn piece(bytes: &[u8], at: usize, wanted: usize) -> Result<&[u8], Refused> {
    let end = at.checked_add(wanted).ok_or(Refused::Malformed)?;
    bytes.get(at..end).ok_or(Refused::Malformed)
}

fn u16_at(bytes: &[u8], at: usize) -> Result<u16, Refused> {
    piece(bytes, at, 2).map(|b| u16::from_le_bytes([b[0], b[1]]))
}

fn u32_at(bytes: &[u8], at: usize) -> Result<u32, Refused> {
    piece(bytes, at, 4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
}

impl<'a> Archive<'a> {
    pub fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, Refused> {
        let end = end_record(bytes)?;
        let count = usize::from(u16_at(bytes, end + 10)?);
        let size = u32_at(bytes, end + 12)? as usize;
        let directory = u32_at(bytes, end + 16)? as usize;
        if u32_at(bytes, end + 4)? != 0 || usize::from(u16_at(bytes, end + 8)?) != count {
            return Err(Refused::Malformed);
        }
        // Something before the archive would shift the directory from where the archive itself says it is.
        if directory.checked_add(size) != Some(end) {
            return Err(Refused::Polyglot);
        }
        if count > limits.parts {
            return Err(Refused::ArchiveBomb);
        }
        let (mut entries, mut names, mut total, mut at) = (Vec::new(), HashSet::new(), 0_usize, directory);
        for _ in 0..count {
            let (entry, next) = entry(bytes, at, directory)?;
            at = next;
            total = total.saturating_add(entry.size);
            let bomb = entry.size > 1_000_000 && entry.size / entry.packed.len().max(1) > limits.ratio;
            if bomb || entry.size > limits.part_bytes || total > limits.unpacked_bytes {
                return Err(Refused::ArchiveBomb);
            }
            // Windows and the rules of office documents make no difference between large and small letters.
            if !is_safe(&entry.name) || !names.insert(entry.name.to_lowercase()) {
                return Err(Refused::ArchiveNames);
            }
            if entry.name.ends_with('/') {
                continue;
            }
            entries.push(entry);
        }
        if at != end {
            return Err(Refused::Malformed);
        }
        no_overlap(&entries)?;
        let places = entries.iter().enumerate().map(|(at, entry)| (entry.name.to_lowercase(), at)).collect();
        Ok(Self { bytes, entries, places })
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.as_str())
    }

    /// The unpacked bytes of the part with this name, in the spelling of the directory.
    pub fn part(&self, name: &str) -> Result<Option<Vec<u8>>, Refused> {
        self.find(name).filter(|entry| entry.name == name).map(|entry| self.unpack(entry)).transpose()
    }

    /// How the directory spells this name, whose letters may be large or small.
    pub fn spelling(&self, name: &str) -> Option<&str> {
        self.find(name).map(|entry| entry.name.as_str())
    }

    fn find(&self, name: &str) -> Option<&Entry> {
        self.places.get(&name.to_lowercase()).map(|at| &self.entries[*at])
    }

    fn unpack(&self, entry: &Entry) -> Result<Vec<u8>, Refused> {
        let packed = &self.bytes[entry.packed.clone()];
        let mut part = Vec::with_capacity(entry.size.min(1 << 20));
        if entry.method == STORED {
            part.extend_from_slice(packed);
        } else {
            // One byte more than announced is enough to know that the announcement was a lie.
            let limit = entry.size as u64 + 1;
            DeflateDecoder::new(packed).take(limit).read_to_end(&mut part).map_err(|_| Refused::Malformed)?;
        }
        if part.len() > entry.size {
            return Err(Refused::ArchiveBomb);
        }
        let honest = part.len() == entry.size && checksum(&part) == entry.crc;
        if honest { Ok(part) } else { Err(Refused::Malformed) }
    }
}

/// The record that ends an archive, and with it the file: bytes after it would belong to something else.
fn end_record(bytes: &[u8]) -> Result<usize, Refused> {
    let last = bytes.len().checked_sub(22).ok_or(Refused::Malformed)?;
    let first = last.saturating_sub(usize::from(u16::MAX));
    let mut somewhere = false;
    for at in (first..=last).rev() {
        if u32_at(bytes, at)? == END {
            if at + 22 + usize::from(u16_at(bytes, at + 20)?) == bytes.len() {
                return Ok(at);
            }
            somewhere = true;
        }
    }
    Err(if somewhere { Refused::Polyglot } else { Refused::Malformed })
}

/// Reads one line of the directory at `at` and the header it points to, which must tell the same. Returns where the next begins.
fn entry(bytes: &[u8], at: usize, directory: usize) -> Result<(Entry, usize), Refused> {
    if u32_at(bytes, at)? != CENTRAL {
        return Err(Refused::Malformed);
    }
    let flags = u16_at(bytes, at + 8)?;
    if flags & 0x2041 != 0 {
        return Err(Refused::Encrypted);
    }
    let method = u16_at(bytes, at + 10)?;
    let crc = u32_at(bytes, at + 16)?;
    let packed = u32_at(bytes, at + 20)? as usize;
    let size = u32_at(bytes, at + 24)? as usize;
    let name_length = usize::from(u16_at(bytes, at + 28)?);
    let extra = usize::from(u16_at(bytes, at + 30)?);
    let comment = usize::from(u16_at(bytes, at + 32)?);
    let header = u32_at(bytes, at + 42)? as usize;
    let name = piece(bytes, at + 46, name_length)?;

    if u32_at(bytes, header)? != LOCAL || u16_at(bytes, header + 8)? != method {
        return Err(Refused::Malformed);
    }
    let local_name = piece(bytes, header + 30, usize::from(u16_at(bytes, header + 26)?))?;
    if local_name != name {
        return Err(Refused::ArchiveNames);
    }
    let start = header + 30 + name_length + usize::from(u16_at(bytes, header + 28)?);
    let end = start.checked_add(packed).filter(|end| *end <= directory).ok_or(Refused::Malformed)?;
    if !matches!(method, STORED | DEFLATED) || method == STORED && packed != size {
        return Err(Refused::Malformed);
    }
    let name = String::from_utf8(name.to_vec()).map_err(|_| Refused::ArchiveNames)?;
    Ok((Entry { name, method, crc, packed: start..end, size }, at + 46 + name_length + extra + comment))
}

/// A name that stays inside the archive on every system.
fn is_safe(name: &str) -> bool {
    let inner = name.strip_suffix('/').unwrap_or(name);
    !name.contains(|c: char| c.is_control() || "\\:*?\"<>|".contains(c))
        && inner.split('/').all(|step| !step.is_empty() && step != "." && step != "..")
}

/// Parts that share bytes are how a few kilobytes unpack to petabytes.
fn no_overlap(entries: &[Entry]) -> Result<(), Refused> {
    let mut ranges: Vec<_> = entries.iter().map(|entry| (entry.packed.start, entry.packed.end)).collect();
    ranges.sort_unstable();
    // A header of at least 31 bytes lies between two parts; the first header begins the file.
    let apart = ranges.windows(2).all(|pair| pair[0].1 + 30 < pair[1].0);
    if apart { Ok(()) } else { Err(Refused::ArchiveBomb) }
}

fn checksum(bytes: &[u8]) -> u32 {
    let mut crc = flate2::Crc::new();
    crc.update(bytes);
    crc.sum()
}

/// Writes parts in the order given, all of the same age. `stored` parts are not packed: pictures gain nothing, and the type of an
/// OpenDocument file must be readable as it stands.
#[derive(Default)]
pub struct Packer {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    count: u16,
}

impl Packer {
    pub fn add(&mut self, name: &str, part: &[u8], stored: bool) -> Result<(), Refused> {
        let packed = if stored {
            None
        } else {
            let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
            encoder.write_all(part).expect("a vector takes what it is given");
            Some(encoder.finish().expect("a vector takes what it is given"))
        };
        let method = if stored { STORED } else { DEFLATED };
        let packed = packed.as_deref().unwrap_or(part);
        let short = |length: usize| u32::try_from(length).map_err(|_| Refused::TooLarge);
        let offset = short(self.bytes.len())?;
        let flags: u16 = if name.is_ascii() { 0 } else { 0x0800 };

        let mut facts = Vec::with_capacity(26);
        for half in [20, flags, method, 0, NO_DATE] {
            facts.extend_from_slice(&half.to_le_bytes());
        }
        for whole in [checksum(part), short(packed.len())?, short(part.len())?] {
            facts.extend_from_slice(&whole.to_le_bytes());
        }
        let name_length = u16::try_from(name.len()).map_err(|_| Refused::ArchiveNames)?;
        facts.extend_from_slice(&name_length.to_le_bytes());
        facts.extend_from_slice(&[0, 0]);

        self.bytes.extend_from_slice(&LOCAL.to_le_bytes());
        self.bytes.extend_from_slice(&facts);
        self.bytes.extend_from_slice(name.as_bytes());
        self.bytes.extend_from_slice(packed);

        self.directory.extend_from_slice(&CENTRAL.to_le_bytes());
        self.directory.extend_from_slice(&[20, 0]);
        self.directory.extend_from_slice(&facts);
        // No comment, first volume, no attributes.
        self.directory.extend_from_slice(&[0; 10]);
        self.directory.extend_from_slice(&offset.to_le_bytes());
        self.directory.extend_from_slice(name.as_bytes());
        self.count = self.count.checked_add(1).ok_or(Refused::ArchiveBomb)?;
        Ok(())
    }

    pub fn finish(mut self) -> Result<Vec<u8>, Refused> {
        let start = u32::try_from(self.bytes.len()).map_err(|_| Refused::TooLarge)?;
        let size = u32::try_from(self.directory.len()).map_err(|_| Refused::TooLarge)?;
        self.bytes.append(&mut self.directory);
        self.bytes.extend_from_slice(&END.to_le_bytes());
        self.bytes.extend_from_slice(&[0; 4]);
        for half in [self.count, self.count] {
            self.bytes.extend_from_slice(&half.to_le_bytes());
        }
        for whole in [size, start] {
            self.bytes.extend_from_slice(&whole.to_le_bytes());
        }
        self.bytes.extend_from_slice(&[0, 0]);
        Ok(self.bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut packer = Packer::default();
        parts.iter().for_each(|(name, part)| packer.add(name, part, false).unwrap());
        packer.finish().unwrap()
    }

    #[track_caller]
    fn refused(bytes: &[u8], expected: Refused) {
        assert_eq!(Archive::open(bytes, &Limits::default()).err(), Some(expected));
    }

    #[test]
    fn what_was_packed_unpacks() {
        let bytes = packed(&[("a.txt", b"one"), ("б/в.txt", b"two")]);
        let archive = Archive::open(&bytes, &Limits::default()).unwrap();
        assert_eq!(archive.names().collect::<Vec<_>>(), ["a.txt", "б/в.txt"]);
        assert_eq!(archive.part("б/в.txt").unwrap().unwrap(), b"two");
        assert_eq!(archive.part("c"), Ok(None));
        assert_eq!((archive.spelling("Б/в.TXT"), archive.part("Б/в.TXT")), (Some("б/в.txt"), Ok(None)));
    }

    #[test]
    fn names_that_lead_astray_are_refused() {
        for name in ["../a", "/a", "a/../../b", "a\\b", "c:a", "a//b", "./a", "a\0"] {
            refused(&packed(&[(name, b"")]), Refused::ArchiveNames);
        }
        refused(&packed(&[("a", b"1"), ("A", b"2")]), Refused::ArchiveNames);
    }

    #[test]
    fn bombs_are_refused_before_they_are_unpacked() {
        refused(&packed(&[("zeros", &vec![0; 30_000_000])]), Refused::ArchiveBomb);
        let names: Vec<String> = (0..6_000).map(|n| n.to_string()).collect();
        let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
        refused(&packed(&many), Refused::ArchiveBomb);
    }

    #[test]
    fn a_part_larger_than_announced_is_refused() {
        let mut bytes = packed(&[("a", &[7; 500])]);
        let directory = bytes.len() - 22 - 47;
        bytes[directory + 24..directory + 28].copy_from_slice(&100_u32.to_le_bytes());
        let archive = Archive::open(&bytes, &Limits::default()).unwrap();
        assert_eq!(archive.part("a"), Err(Refused::ArchiveBomb));
    }

    #[test]
    fn overlapping_parts_are_refused() {
        let mut bytes = packed(&[("a", b"same"), ("b", b"same")]);
        let second = bytes.len() - 22 - 47;
        // Both lines of the directory now point to the first header, with its name.
        bytes[second + 42..second + 46].copy_from_slice(&0_u32.to_le_bytes());
        refused(&bytes, Refused::ArchiveNames);
        bytes[second + 46] = b'a';
        refused(&bytes, Refused::ArchiveNames);
    }

    #[test]
    fn bytes_before_and_after_are_refused() {
        let bytes = packed(&[("a", b"1")]);
        refused(&[b"GIF89a", bytes.as_slice()].concat(), Refused::Polyglot);
        refused(&[bytes.as_slice(), b"<script>"].concat(), Refused::Polyglot);
        (0..bytes.len()).for_each(|end| assert!(Archive::open(&bytes[..end], &Limits::default()).is_err()));
    }
}
