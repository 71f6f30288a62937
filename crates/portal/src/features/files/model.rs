//! What a file is: its type, its name, and the facts of its row. Pure.

use super::cleaning::Report;
use platform::actor::OrganisationId;
use platform::clock::Timestamp;
use platform::files::Sha;

platform::id_type!(
    /// One uploaded file. The same content uploaded twice is two files.
    pub FileId
);

/// The types that the portal takes: what partners exchange, and nothing that a browser or an office program runs.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum MediaType {
    Pdf,
    Docx,
    Xlsx,
    Pptx,
    Odt,
    Jpeg,
    Png,
    Webp,
    Svg,
    Mp3,
    Mp4,
    Csv,
    Text,
}

impl MediaType {
    pub const ALL: [MediaType; 13] = [
        MediaType::Pdf,
        MediaType::Docx,
        MediaType::Xlsx,
        MediaType::Pptx,
        MediaType::Odt,
        MediaType::Jpeg,
        MediaType::Png,
        MediaType::Webp,
        MediaType::Svg,
        MediaType::Mp3,
        MediaType::Mp4,
        MediaType::Csv,
        MediaType::Text,
    ];

    /// As registered with IANA, and as stored.
    pub fn code(self) -> &'static str {
        match self {
            MediaType::Pdf => "application/pdf",
            MediaType::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            MediaType::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            MediaType::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            MediaType::Odt => "application/vnd.oasis.opendocument.text",
            MediaType::Jpeg => "image/jpeg",
            MediaType::Png => "image/png",
            MediaType::Webp => "image/webp",
            MediaType::Svg => "image/svg+xml",
            MediaType::Mp3 => "audio/mpeg",
            MediaType::Mp4 => "video/mp4",
            MediaType::Csv => "text/csv",
            MediaType::Text => "text/plain",
        }
    }

    pub fn parse(code: &str) -> Option<MediaType> {
        MediaType::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The endings that names of this type have; the first is the usual one.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            MediaType::Pdf => &["pdf"],
            MediaType::Docx => &["docx"],
            MediaType::Xlsx => &["xlsx"],
            MediaType::Pptx => &["pptx"],
            MediaType::Odt => &["odt"],
            MediaType::Jpeg => &["jpg", "jpeg"],
            MediaType::Png => &["png"],
            MediaType::Webp => &["webp"],
            MediaType::Svg => &["svg"],
            MediaType::Mp3 => &["mp3"],
            MediaType::Mp4 => &["mp4"],
            MediaType::Csv => &["csv"],
            MediaType::Text => &["txt"],
        }
    }

    pub fn of_ending(ending: &str) -> Option<MediaType> {
        MediaType::ALL.into_iter().find(|kind| kind.endings().contains(&ending))
    }

    /// What people call the type, the same in every language: `PDF`.
    pub fn label(self) -> String {
        self.endings()[0].to_uppercase()
    }

    /// Whether a browser shows it, at its own address, without running anything of it. A drawing would be a page there:
    /// it is shown as a picture in ours, where it runs nothing, and saved otherwise.
    pub fn can_be_shown(self) -> bool {
        use MediaType::{Docx, Odt, Pptx, Svg, Xlsx};
        !matches!(self, Docx | Xlsx | Pptx | Odt | Svg)
    }
}

platform::text_column!(MediaType);

/// An uploaded file, without its bytes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct File {
    pub id: FileId,
    pub name: String,
    pub media_type: MediaType,
    /// In bytes.
    pub size: u64,
    pub sha256: Sha,
    /// Whose member uploaded it.
    pub organisation: OrganisationId,
    pub uploaded_at: Timestamp,
    /// Everybody may read it: it belongs to something published, and was not withdrawn with all that carried it.
    pub public: bool,
    /// What cleaning did to it.
    pub report: Report,
    /// Its sender has seen the report, or there was nothing to see.
    pub confirmed: bool,
    /// A small JPEG of a picture.
    pub thumbnail: Option<Thumbnail>,
}

/// A content of its own in the store, as old as its file and as public.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Thumbnail {
    pub sha256: Sha,
    /// In bytes.
    pub size: u64,
}

impl File {
    /// The thumbnail as a file to answer with. It has the rights of the picture it was made from.
    pub fn as_thumbnail(&self) -> Option<File> {
        let Thumbnail { sha256, size } = self.thumbnail?;
        let name = "thumbnail.jpg".to_owned();
        Some(File { name, media_type: MediaType::Jpeg, size, sha256, ..self.clone() })
    }

    /// The SHA-256 as people compare it.
    pub fn sha256_hex(&self) -> String {
        hex(&self.sha256)
    }
}

pub fn hex(sha: &Sha) -> String {
    sha.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Names longer than this break tools; most file systems end at 255 bytes, with the ending.
const LONGEST_STEM: usize = 200;

/// A name without anything that misleads people or programs, and the type its ending promises. `None` when the
/// ending is none of ours.
///
/// Folders, control characters and the invisible ones that turn the direction of writing go; letters of every
/// script stay.
pub fn clean_name(original: &str) -> Option<(String, MediaType)> {
    let last = original.rsplit(['/', '\\']).next().unwrap_or_default();
    let seen: String = last.chars().filter(|c| !c.is_control() && !is_invisible(*c)).collect();
    let (stem, ending) = seen.trim().rsplit_once('.')?;
    let ending = ending.to_lowercase();
    let media_type = MediaType::of_ending(&ending)?;
    let stem: String = stem.chars().map(|c| if FORBIDDEN.contains(&c) { '-' } else { c }).collect();
    let stem = stem.split_whitespace().collect::<Vec<_>>().join(" ");
    let stem = stem.trim_matches(['.', ' ']);
    let stem = stem[..stem.floor_char_boundary(LONGEST_STEM)].trim_end();
    let stem = if stem.is_empty() { "file" } else { stem };
    Some((format!("{stem}.{ending}"), media_type))
}

/// What Windows takes in no name.
const FORBIDDEN: [char; 7] = [':', '*', '?', '"', '<', '>', '|'];

/// Characters that show nothing and change how the rest is read or compared.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(name: &str) -> Option<String> {
        clean_name(name).map(|(name, _)| name)
    }

    #[test]
    fn names_keep_their_letters_and_lose_what_misleads() {
        for (given, kept) in [
            ("Түшүндүрмө — өлкө.PDF", "Түшүндүрмө — өлкө.pdf"),
            ("../../etc/passwd.pdf", "passwd.pdf"),
            (r"C:\Users\Nargiza\отчёт.docx", "отчёт.docx"),
            ("a\u{202e}b\u{0}c\u{200b}.txt", "abc.txt"),
            ("  two   words .csv", "two words.csv"),
            (".pdf", "file.pdf"),
            ("...jpeg", "file.jpeg"),
            ("what? \"yes\".png", "what- -yes-.png"),
            ("archive.tar.pdf", "archive.tar.pdf"),
        ] {
            assert_eq!(cleaned(given).as_deref(), Some(kept), "{given:?}");
        }
    }

    #[test]
    fn a_name_without_one_of_our_endings_is_refused() {
        for name in ["", "pdf", "отчёт\u{202e}fdp.exe", "a.svgz", "a.html", "a.pdf.exe", "a.docm", "a."]
        {
            assert_eq!(cleaned(name), None, "{name:?}");
        }
    }

    #[test]
    fn long_names_are_cut_between_letters() {
        let name = cleaned(&format!("{}.pdf", "ө".repeat(300))).unwrap();
        assert_eq!(name, format!("{}.pdf", "ө".repeat(100)));
        let name = cleaned(&format!("a{}.pdf", "ө".repeat(300))).unwrap();
        assert_eq!(name, format!("a{}.pdf", "ө".repeat(99)));
    }

    #[test]
    fn every_type_is_found_again_by_its_code_and_endings() {
        for kind in MediaType::ALL {
            assert_eq!(MediaType::parse(kind.code()), Some(kind));
            assert!(kind.endings().iter().all(|ending| MediaType::of_ending(ending) == Some(kind)));
        }
    }
}
