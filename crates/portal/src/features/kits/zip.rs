//! A ZIP archive written piece by piece, so that no file of it is ever whole in memory. Sizes follow each entry, names are
//! UTF-8. Deliberately not here: archives above 4 GB, which a kit never is, and reading.

use flate2::{Compress, Compression, Crc, FlushCompress, Status};

/// The first of January 1980: the same kit gives the same bytes.
const TIME_AND_DATE: [u8; 4] = [0, 0, 0x21, 0];
/// Sizes come after the data; the name is UTF-8.
const FLAGS: u16 = 0x0808;
const DEFLATED: u16 = 8;
const VERSION: u16 = 20;

struct Entry {
    name: String,
    offset: u32,
    crc: u32,
    compressed: u32,
    size: u32,
}

/// An entry that is being written.
struct Open {
    name: String,
    offset: u32,
    crc: Crc,
    deflate: Compress,
}

/// Every call returns the next bytes of the archive.
#[derive(Default)]
pub struct Archive {
    written: u64,
    done: Vec<Entry>,
    open: Option<Open>,
}

fn small(size: u64) -> u32 {
    u32::try_from(size).expect("a kit is limited to far less than 4 GB")
}

impl Archive {
    pub fn begin(&mut self, name: &str) -> Vec<u8> {
        assert!(self.open.is_none(), "one entry is written after the other");
        let mut out = Vec::with_capacity(30 + name.len());
        out.extend(0x0403_4b50_u32.to_le_bytes());
        for field in [VERSION, FLAGS, DEFLATED] {
            out.extend(field.to_le_bytes());
        }
        out.extend(TIME_AND_DATE);
        out.extend([0; 12]);
        push_names(&mut out, name);
        out.extend(name.as_bytes());
        let offset = small(self.written);
        let deflate = Compress::new(Compression::fast(), false);
        self.open = Some(Open { name: name.to_owned(), offset, crc: Crc::new(), deflate });
        self.count(out)
    }

    pub fn data(&mut self, bytes: &[u8]) -> Vec<u8> {
        let open = self.open.as_mut().expect("an entry was begun");
        open.crc.update(bytes);
        let out = deflated(&mut open.deflate, bytes, FlushCompress::None);
        self.count(out)
    }

    pub fn end(&mut self) -> Vec<u8> {
        let mut open = self.open.take().expect("an entry was begun");
        let mut out = deflated(&mut open.deflate, &[], FlushCompress::Finish);
        let entry = Entry {
            name: open.name,
            offset: open.offset,
            crc: open.crc.sum(),
            compressed: small(open.deflate.total_out()),
            size: small(open.deflate.total_in()),
        };
        out.extend(0x0807_4b50_u32.to_le_bytes());
        for field in [entry.crc, entry.compressed, entry.size] {
            out.extend(field.to_le_bytes());
        }
        self.done.push(entry);
        self.count(out)
    }

    /// The table of contents; nothing comes after it.
    pub fn finish(&mut self) -> Vec<u8> {
        let mut out = Vec::new();
        for entry in &self.done {
            out.extend(0x0201_4b50_u32.to_le_bytes());
            for field in [VERSION, VERSION, FLAGS, DEFLATED] {
                out.extend(field.to_le_bytes());
            }
            out.extend(TIME_AND_DATE);
            for field in [entry.crc, entry.compressed, entry.size] {
                out.extend(field.to_le_bytes());
            }
            push_names(&mut out, &entry.name);
            // No comment, the first disk, no attributes.
            out.extend([0; 10]);
            out.extend(entry.offset.to_le_bytes());
            out.extend(entry.name.as_bytes());
        }
        let (offset, size) = (small(self.written), small(out.len() as u64));
        let entries = u16::try_from(self.done.len()).expect("a kit has a few hundred entries at most");
        out.extend(0x0605_4b50_u32.to_le_bytes());
        out.extend([0; 4]);
        out.extend(entries.to_le_bytes());
        out.extend(entries.to_le_bytes());
        out.extend(size.to_le_bytes());
        out.extend(offset.to_le_bytes());
        out.extend([0; 2]);
        self.count(out)
    }

    fn count(&mut self, out: Vec<u8>) -> Vec<u8> {
        self.written += out.len() as u64;
        out
    }
}

/// The lengths of the name and of the extra fields, of which there are none.
fn push_names(out: &mut Vec<u8>, name: &str) {
    let length = u16::try_from(name.len()).expect("names are short");
    out.extend(length.to_le_bytes());
    out.extend([0; 2]);
}

fn deflated(deflate: &mut Compress, bytes: &[u8], flush: FlushCompress) -> Vec<u8> {
    let (begun_in, begun_out) = (deflate.total_in(), deflate.total_out());
    let mut out = Vec::new();
    loop {
        let taken = usize::try_from(deflate.total_in() - begun_in).expect("within the bytes given");
        out.reserve(bytes.len() - taken + 1024);
        let status = deflate.compress_vec(&bytes[taken..], &mut out, flush).expect("compressing never fails");
        let all_in = deflate.total_in() - begun_in == bytes.len() as u64;
        let room_left = out.len() < out.capacity();
        let finished = match flush {
            FlushCompress::Finish => status == Status::StreamEnd,
            _ => all_in && room_left,
        };
        if finished {
            debug_assert_eq!(out.len() as u64, deflate.total_out() - begun_out);
            return out;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;

    #[test]
    fn another_program_reads_it_and_finds_every_byte() {
        let long: Vec<u8> =
            (0..300_000_u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
        let mut archive = Archive::default();
        let mut bytes = archive.begin("index.txt");
        bytes.extend(archive.data("Жол үйдөн башталат".as_bytes()));
        bytes.extend(archive.end());
        bytes.extend(archive.begin("01-файл/сүрөт.bin"));
        for piece in long.chunks(7001) {
            bytes.extend(archive.data(piece));
        }
        bytes.extend(archive.end());
        bytes.extend(archive.begin("empty"));
        bytes.extend(archive.end());
        bytes.extend(archive.finish());
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("kit.zip");
        std::fs::write(&file, bytes).unwrap();
        let script = "import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n\
                      print([(i.filename, i.file_size) for i in z.infolist()])\nprint(z.read('index.txt').decode())";
        let said = Command::new("python3").arg("-c").arg(script).arg(&file).output().unwrap();
        let words = String::from_utf8(said.stdout).unwrap();
        assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
        let expected =
            "[('index.txt', 34), ('01-файл/сүрөт.bin', 1200000), ('empty', 0)]\nЖол үйдөн башталат\n";
        assert_eq!(words, expected);
    }
}
