//! MP4: boxes within boxes. Tables point at the coded sound and picture by their position in the file, so a box that must go is not cut
//! out but overwritten with an empty one (`free`) of the same length, and no position changes.
//!
//! Tracks that are neither picture, sound nor subtitles carry what the device noted while filming, places first of all: they go
//! together with their samples. What encoders write into the coded picture itself stays; it names programs, not people.

use std::ops::Range;

use crate::text::report_tags;
use crate::{Refused, Removed, Report};

const FILE: &[&[u8; 4]] = &[b"ftyp", b"styp", b"moov", b"moof", b"mdat", b"sidx", b"ssix", b"mfra", b"pdin"];
const FRAGMENT: &[&[u8; 4]] = &[b"mfhd", b"traf"];
const TRACK_FRAGMENT: &[&[u8; 4]] =
    &[b"tfhd", b"trun", b"tfdt", b"sbgp", b"sgpd", b"subs", b"saiz", b"saio", b"senc", b"sdtp"];
const FILM: &[&[u8; 4]] = &[b"mvhd", b"trak", b"mvex", b"iods"];
const TRACK: &[&[u8; 4]] = &[b"tkhd", b"edts", b"mdia", b"tref", b"load", b"trgr", b"tapt"];
const MEDIA: &[&[u8; 4]] = &[b"mdhd", b"hdlr", b"minf", b"elng"];
const INFORMATION: &[&[u8; 4]] = &[b"vmhd", b"smhd", b"nmhd", b"sthd", b"gmhd", b"dinf", b"stbl"];
const TABLES: &[&[u8; 4]] = &[
    b"stsd", b"stts", b"ctts", b"stss", b"stsc", b"stsz", b"stz2", b"stco", b"co64", b"sdtp", b"sbgp",
    b"sgpd", b"subs", b"cslg", b"stps", b"saiz", b"saio", b"padb", b"stdp", b"stsh",
];
const TAG_WORDS: &[(Removed, &[&[u8]])] = &[
    (Removed::Place, &[b"\xa9xyz", b"loci", b"ISO6709", b"GPS"]),
    (Removed::Author, &[b"\xa9ART", b"\xa9aut", b"auth", b"aART", b"\xa9wrt", b"cprt", b"creator"]),
    (Removed::CameraData, &[b"\xa9mak", b"\xa9mod", b"quicktime.make", b"quicktime.model"]),
    (Removed::Thumbnail, &[b"covr"]),
    (Removed::Descriptions, &[b"\xa9cmt", b"desc"]),
];

pub fn clean(bytes: &[u8], report: &mut Report) -> Result<Vec<u8>, Refused> {
    let mut film = Film { bytes: bytes.to_vec(), samples: Vec::new(), zeroed: 0, report };
    let (boxes, end) = film.boxes(0..bytes.len(), true)?;
    let samples = boxes.iter().filter(|part| &part.name == b"mdat");
    film.samples = samples.map(|part| part.content.clone()).collect();
    film.bytes.truncate(end);
    film.report.removed(Removed::TrailingBytes, bytes.len() - end);
    if !boxes.iter().any(|part| &part.name == b"moov") {
        return Err(Refused::Malformed);
    }
    film.keep(&boxes, FILE)?;
    for part in &boxes {
        match &part.name {
            b"moov" => film.moov(part)?,
            b"moof" => film.fragment(part)?,
            _ => (),
        }
    }
    Ok(film.bytes)
}

struct Part {
    name: [u8; 4],
    whole: Range<usize>,
    content: Range<usize>,
}

struct Film<'a> {
    bytes: Vec<u8>,
    /// Where samples may lie.
    samples: Vec<Range<usize>>,
    /// How many bytes of samples were overwritten. Tables may name the same bytes any number of times.
    zeroed: usize,
    report: &'a mut Report,
}

impl Film<'_> {
    fn u32(&self, at: usize) -> Result<usize, Refused> {
        let bytes = self.bytes.get(at..at + 4).ok_or(Refused::Malformed)?;
        Ok(u32::from_be_bytes(bytes.try_into().expect("four bytes")) as usize)
    }

    fn u64(&self, at: usize) -> Result<usize, Refused> {
        let bytes = self.bytes.get(at..at + 8).ok_or(Refused::Malformed)?;
        usize::try_from(u64::from_be_bytes(bytes.try_into().expect("eight bytes")))
            .map_err(|_| Refused::Malformed)
    }

    /// The boxes in a range and where they end: at its end, or in a file at the first bytes that are no box.
    fn boxes(&self, range: Range<usize>, is_file: bool) -> Result<(Vec<Part>, usize), Refused> {
        let (mut parts, mut at) = (Vec::new(), range.start);
        while at + 8 <= range.end {
            let name: [u8; 4] = self.bytes[at + 4..at + 8].try_into().expect("four bytes");
            let (header, length) = match self.u32(at)? {
                0 if is_file && &name == b"mdat" => (8, range.end - at),
                1 => (16, self.u64(at + 8)?),
                length => (8, length),
            };
            let Some(end) = at.checked_add(length).filter(|end| length >= header && *end <= range.end) else {
                if is_file {
                    break;
                }
                return Err(Refused::Malformed);
            };
            parts.push(Part { name, whole: at..end, content: at + header..end });
            at = end;
        }
        // Lists that QuickTime wrote may end with four zero bytes.
        let ends = is_file || at == range.end || range.end - at == 4 && self.u32(at)? == 0;
        if ends { Ok((parts, at)) } else { Err(Refused::Malformed) }
    }

    fn inside(&self, part: &Part) -> Result<Vec<Part>, Refused> {
        self.boxes(part.content.clone(), false).map(|(parts, _)| parts)
    }

    /// Overwrites all boxes whose names are not on the list.
    fn keep(&mut self, parts: &[Part], kept: &[&[u8; 4]]) -> Result<(), Refused> {
        for part in parts.iter().filter(|part| !kept.contains(&&part.name)) {
            self.blank(part);
        }
        Ok(())
    }

    fn blank(&mut self, part: &Part) {
        let content = part.content.clone();
        let is_filling = matches!(&part.name, b"free" | b"skip" | b"wide");
        if is_filling && self.bytes[content.clone()].iter().all(|byte| *byte == 0) {
            return;
        }
        match &part.name {
            b"udta" | b"meta" | b"uuid" => report_tags(&self.bytes[content.clone()], TAG_WORDS, self.report),
            _ => self.report.removed(Removed::UnknownParts, 1),
        }
        self.bytes[content].fill(0);
        self.bytes[part.whole.start + 4..part.whole.start + 8].copy_from_slice(b"free");
    }

    fn zero(&mut self, range: Range<usize>, what: Removed) -> Result<(), Refused> {
        let bytes = self.bytes.get_mut(range).ok_or(Refused::Malformed)?;
        if bytes.iter().any(|byte| *byte != 0) {
            bytes.fill(0);
            self.report.removed(what, 1);
        }
        Ok(())
    }

    /// Headers of film, track and media begin with a version, three flags and two times, which are twice as long in version 1.
    fn times(&mut self, part: &Part) -> Result<(), Refused> {
        let start = part.content.start;
        let long = *self.bytes.get(start).ok_or(Refused::Malformed)? == 1;
        let times = start + 4..start + if long { 20 } else { 12 };
        if times.end > part.content.end {
            return Err(Refused::Malformed);
        }
        self.zero(times, Removed::DocumentInformation)
    }

    fn moov(&mut self, moov: &Part) -> Result<(), Refused> {
        let parts = self.inside(moov)?;
        self.keep(&parts, FILM)?;
        for part in &parts {
            match &part.name {
                b"mvhd" => self.times(part)?,
                b"trak" => self.track(part)?,
                _ => (),
            }
        }
        Ok(())
    }

    fn fragment(&mut self, fragment: &Part) -> Result<(), Refused> {
        let parts = self.inside(fragment)?;
        self.keep(&parts, FRAGMENT)?;
        for track in parts.iter().filter(|part| &part.name == b"traf") {
            let parts = self.inside(track)?;
            self.keep(&parts, TRACK_FRAGMENT)?;
        }
        Ok(())
    }

    fn track(&mut self, track: &Part) -> Result<(), Refused> {
        let parts = self.inside(track)?;
        let media = parts.iter().find(|part| &part.name == b"mdia").ok_or(Refused::Malformed)?;
        let inner = self.inside(media)?;
        let handler = inner.iter().find(|part| &part.name == b"hdlr").ok_or(Refused::Malformed)?;
        let about = handler.content.clone();
        if about.len() < 24 {
            return Err(Refused::Malformed);
        }
        let kind = &self.bytes[about.start + 8..about.start + 12];
        if !matches!(kind, b"vide" | b"soun" | b"subt" | b"text" | b"sbtl" | b"clcp") {
            return self.drop_track(track, &inner);
        }
        self.keep(&parts, TRACK)?;
        self.keep(&inner, MEDIA)?;
        // After the kind of track follow reserved numbers, in which QuickTime kept a maker, and a name.
        self.zero(about.start + 12..about.end, Removed::DocumentInformation)?;
        for part in parts.iter().chain(&inner) {
            match &part.name {
                b"tkhd" | b"mdhd" => self.times(part)?,
                b"minf" => self.information(part)?,
                _ => (),
            }
        }
        Ok(())
    }

    fn information(&mut self, information: &Part) -> Result<(), Refused> {
        let parts = self.inside(information)?;
        self.keep(&parts, INFORMATION)?;
        for part in &parts {
            match &part.name {
                b"dinf" => self.references(part)?,
                b"stbl" => {
                    let tables = self.inside(part)?;
                    self.keep(&tables, TABLES)?;
                    for table in tables.iter().filter(|table| &table.name == b"stsd") {
                        self.descriptions(table)?;
                    }
                }
                _ => (),
            }
        }
        Ok(())
    }

    /// Refuses samples that lie in another file.
    fn references(&mut self, information: &Part) -> Result<(), Refused> {
        for list in self.inside(information)?.iter().filter(|part| &part.name == b"dref") {
            let start = (list.content.start + 8).min(list.content.end);
            for entry in self.boxes(start..list.content.end, false)?.0 {
                if entry.content.len() != 4 || self.u32(entry.content.start)? & 1 == 0 {
                    return Err(Refused::ExternalContent);
                }
            }
        }
        Ok(())
    }

    /// The name of the encoder, in which cameras write their own: 32 bytes in each description of a picture.
    fn descriptions(&mut self, table: &Part) -> Result<(), Refused> {
        let start = (table.content.start + 8).min(table.content.end);
        for entry in self.boxes(start..table.content.end, false)?.0 {
            let is_picture = matches!(
                &entry.name,
                b"avc1"
                    | b"avc3"
                    | b"hvc1"
                    | b"hev1"
                    | b"mp4v"
                    | b"vp08"
                    | b"vp09"
                    | b"av01"
                    | b"s263"
                    | b"jpeg"
            );
            let name = entry.content.start + 42..entry.content.start + 74;
            if is_picture && name.end <= entry.content.end {
                self.zero(name, Removed::CameraData)?;
            }
        }
        Ok(())
    }

    /// Overwrites the samples of a track, wherever its tables say they are, and then the track.
    fn drop_track(&mut self, track: &Part, media: &[Part]) -> Result<(), Refused> {
        let information = media.iter().find(|part| &part.name == b"minf").ok_or(Refused::Malformed)?;
        let information = self.inside(information)?;
        let tables = information.iter().find(|part| &part.name == b"stbl").ok_or(Refused::Malformed)?;
        let tables = self.inside(tables)?;
        for range in self.samples(&tables)? {
            let after = self.samples.partition_point(|samples| samples.start <= range.start);
            let inside = after > 0 && range.end <= self.samples[after - 1].end;
            self.zeroed += range.len();
            if !inside || self.zeroed > self.bytes.len() {
                return Err(Refused::Malformed);
            }
            self.bytes[range].fill(0);
        }
        self.report.removed(Removed::Place, 1);
        self.blank(track);
        Ok(())
    }

    /// Where the samples of a track lie: runs of samples (`stsc`) with sizes (`stsz`) from positions (`stco`).
    fn samples(&self, tables: &[Part]) -> Result<Vec<Range<usize>>, Refused> {
        let find = |name: &[u8; 4]| tables.iter().find(|part| &part.name == name);
        let (sizes, runs) = find(b"stsz").zip(find(b"stsc")).ok_or(Refused::Malformed)?;
        let (places, width) = match (find(b"stco"), find(b"co64")) {
            (Some(places), _) => (places, 4),
            (_, Some(places)) => (places, 8),
            _ => return Err(Refused::Malformed),
        };
        // Each count is held against the length of its table, so no number makes this long.
        let count = |part: &Part, at: usize, each: usize| {
            let count = self.u32(part.content.start + at)?;
            let room = part.content.len().saturating_sub(at + 4) / each;
            if count <= room { Ok(count) } else { Err(Refused::Malformed) }
        };
        let same = self.u32(sizes.content.start + 4)?;
        let total = if same == 0 { count(sizes, 8, 4)? } else { self.u32(sizes.content.start + 8)? };
        let (runs_count, chunks) = (count(runs, 4, 12)?, count(places, 4, width)?);
        let (mut run, mut sample, mut ranges) = (0, 0, Vec::new());
        for chunk in 0..chunks {
            let at = places.content.start + 8 + chunk * width;
            let start = if width == 4 { self.u32(at)? } else { self.u64(at)? };
            let first = |run: usize| self.u32(runs.content.start + 8 + run * 12);
            while run + 1 < runs_count && first(run + 1)? <= chunk + 1 {
                run += 1;
            }
            if runs_count == 0 {
                break;
            }
            let per_chunk = self.u32(runs.content.start + 8 + run * 12 + 4)?.min(total - sample);
            let mut length = per_chunk.saturating_mul(same);
            if same == 0 {
                for n in sample..sample + per_chunk {
                    length = length.saturating_add(self.u32(sizes.content.start + 12 + n * 4)?);
                }
            }
            sample += per_chunk;
            let end = start.checked_add(length).filter(|end| *end <= self.bytes.len());
            ranges.push(start..end.ok_or(Refused::Malformed)?);
        }
        Ok(ranges)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
        [&(content.len() as u32 + 8).to_be_bytes(), name.as_slice(), content].concat()
    }

    fn numbers(numbers: &[u32]) -> Vec<u8> {
        numbers.iter().flat_map(|number| number.to_be_bytes()).collect()
    }

    /// A track whose two samples of `size` bytes lie at `place`.
    fn track(kind: &[u8; 4], place: u32, size: u32) -> Vec<u8> {
        track_of(kind, &[0, size, 2], &[0, 1, 1, 2, 1], &[0, 1, place])
    }

    fn track_of(kind: &[u8; 4], sizes: &[u32], runs: &[u32], places: &[u32]) -> Vec<u8> {
        let tables =
            [part(b"stsz", &numbers(sizes)), part(b"stsc", &numbers(runs)), part(b"stco", &numbers(places))];
        let handler = [numbers(&[0, 0]), kind.to_vec(), vec![0; 12], b"SECRET".to_vec()].concat();
        let media = [part(b"hdlr", &handler), part(b"minf", &part(b"stbl", &tables.concat()))].concat();
        part(b"trak", &[part(b"tkhd", &numbers(&[0, 7, 7, 1])), part(b"mdia", &media)].concat())
    }

    fn film(tracks: &[Vec<u8>]) -> Vec<u8> {
        let start = part(b"ftyp", b"isom");
        let samples = part(b"mdat", b"PICTUREpictureSECRETsecretREST");
        [start, samples, part(b"moov", &tracks.concat())].concat()
    }

    #[test]
    fn what_the_device_noted_while_filming_goes_with_its_samples() {
        let film = film(&[track(b"vide", 20, 7), track(b"meta", 34, 6)]);
        let mut report = Report::default();
        let cleaned = clean(&film, &mut report).unwrap();
        assert_eq!(cleaned.len(), film.len());
        assert_eq!(&cleaned[20..50], b"PICTUREpicture\0\0\0\0\0\0\0\0\0\0\0\0REST");
        assert!(!cleaned.windows(6).any(|at| at.eq_ignore_ascii_case(b"secret")));
        assert_eq!(report.removed[&Removed::Place], 1);
        let mut again = Report::default();
        assert_eq!(clean(&cleaned, &mut again).unwrap(), cleaned);
        assert!(again.is_empty());
    }

    #[test]
    fn tables_that_point_elsewhere_are_refused() {
        for (place, size) in [(0, 6), (34, 60), (u32::MAX, 6), (34, u32::MAX)] {
            let film = film(&[track(b"meta", place, size)]);
            assert_eq!(clean(&film, &mut Report::default()), Err(Refused::Malformed));
        }
        // A hundred samples that are all the same bytes.
        let places = [vec![0, 100], vec![20; 100]].concat();
        let film = film(&[track_of(b"meta", &[0, 30, 100], &[0, 1, 1, 1, 1], &places)]);
        assert_eq!(clean(&film, &mut Report::default()), Err(Refused::Malformed));
    }

    #[test]
    fn samples_in_other_files_are_refused() {
        let entry = part(b"url ", &[&[0; 4], b"file:///etc/passwd\0".as_slice()].concat());
        let list = part(b"dinf", &part(b"dref", &[numbers(&[0, 1]), entry].concat()));
        let handler = [numbers(&[0, 0]), b"vide".to_vec(), vec![0; 12]].concat();
        let media = part(b"mdia", &[part(b"hdlr", &handler), part(b"minf", &list)].concat());
        let film = film(&[part(b"trak", &media)]);
        assert_eq!(clean(&film, &mut Report::default()), Err(Refused::ExternalContent));
    }
}
