//! The seeds, and everything readable in a file: its bytes, its unpacked parts, its streams.

use std::io::Read;

use flate2::read::DeflateDecoder;

pub struct Seed {
    pub name: &'static str,
    pub bytes: &'static [u8],
}

macro_rules! seeds {
    ($($name:literal)*) => {
        pub const SEEDS: &[Seed] = &[$(Seed { name: $name, bytes: include_bytes!(concat!("../../seeds/", $name)) },)*];
    };
}

seeds! {
    "animated.png" "animated.webp" "comment.jpg" "drawing.svg" "encrypted.pdf" "film.mp4" "fragmented.mp4"
    "libreoffice.docx" "libreoffice.odt" "libreoffice.pdf" "libreoffice.pptx" "libreoffice.xlsx" "lossless.webp"
    "openpyxl.xlsx" "photo.jpg" "photo.png" "photo.webp" "polyglot.jpg" "print.jpg" "progressive.jpg" "pypdf.pdf"
    "python-docx.docx" "python-pptx.pptx" "sound.mp3" "table.csv" "text.txt" "turned.jpg" "turned.png"
}

pub fn seed(name: &str) -> &'static [u8] {
    SEEDS.iter().find(|seed| seed.name == name).expect("a seed of this name").bytes
}

/// The parts of a zip archive by its local headers, as a reader would that does not trust the directory.
pub fn parts(archive: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut parts = Vec::new();
    let mut rest = archive;
    while let [b'P', b'K', 3, 4, ..] = rest {
        let half = |at: usize| usize::from(u16::from_le_bytes([rest[at], rest[at + 1]]));
        if half(6) & 8 != 0 {
            // LibreOffice writes sizes only after the part, and this walk does not look there.
            break;
        }
        let packed = half(18) | half(20) << 16;
        let (start, name) =
            (30 + half(26) + half(28), String::from_utf8(rest[30..30 + half(26)].to_vec()).unwrap());
        let content = &rest[start..start + packed];
        let mut part = Vec::new();
        if half(8) == 0 {
            part.extend_from_slice(content);
        } else {
            DeflateDecoder::new(content).read_to_end(&mut part).unwrap();
        }
        parts.push((name, part));
        rest = &rest[start + packed..];
    }
    parts
}

/// All that can be read in a file, as one text.
pub fn readable(bytes: &[u8]) -> String {
    let mut all = bytes.to_vec();
    for (name, part) in parts(bytes) {
        all.extend_from_slice(name.as_bytes());
        all.extend_from_slice(&part);
    }
    if bytes.starts_with(b"%PDF") {
        let document = lopdf::Document::load_mem(bytes).unwrap();
        for object in document.objects.values() {
            all.extend_from_slice(format!("{object:?}").as_bytes());
            if let Ok(Ok(content)) = object.as_stream().map(|stream| stream.decompressed_content()) {
                all.extend_from_slice(&content);
            }
        }
    }
    // Tags of films and sounds are often in UTF-16.
    let halves: Vec<u8> = all.iter().copied().filter(|byte| *byte != 0).collect();
    String::from_utf8_lossy(&all).into_owned() + &String::from_utf8_lossy(&halves)
}
