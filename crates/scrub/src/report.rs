//! What was removed, what was left, why a file was refused: codes for which the portal has sentences in ky, ru and en.
//! Codes are a contract: they stand in locale files and in stored reports, so none is renamed.

use std::collections::BTreeMap;

/// Declares an enum without fields whose variants have a code, a meaning and, where people care how many, a count.
macro_rules! codes {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal $($counted:ident)?,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl $name {
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The key of its sentence. Never changes.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }

            /// Whether the number beside it means something to a reader: comments are counted, an author is not.
            pub const fn is_counted(self) -> bool {
                match self { $(Self::$variant => codes!(@counted $($counted)?),)* }
            }

            pub fn parse(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }
    };
    (@counted counted) => { true };
    (@counted) => { false };
}

codes! {
    /// What is no longer in the file.
    Removed {
        /// Remarks of reviewers, in a text, a table, a presentation or a PDF.
        Comments = "comments" counted,
        /// What somebody wrote about a picture, a film or a sound, and remarks in the source of a drawing.
        Descriptions = "descriptions" counted,
        /// Changes that were only proposed: insertions became text, deletions are gone.
        TrackedChanges = "tracked-changes" counted,
        /// Who wrote it or changed it last.
        Author = "author",
        /// The company or the manager of the author.
        Organisation = "organisation",
        /// Where a picture or a film was taken.
        Place = "place",
        /// Maker, model, serial number and settings of the device.
        CameraData = "camera-data",
        /// A small copy of the picture, often of what it showed before it was cut.
        Thumbnail = "thumbnail",
        /// The path of the template on somebody's computer.
        TemplatePath = "template-path",
        /// Where the file, or something in it, lay on somebody's computer.
        LocalPath = "local-path" counted,
        /// The names that pictures had as files.
        FileNames = "file-names" counted,
        /// Properties, variables and data that a program or a company added for itself.
        CustomProperties = "custom-properties" counted,
        /// Parts of pictures that were cut off and still there.
        CroppedOriginal = "cropped-original" counted,
        /// Title, subject, keywords, program, times: what the format calls its properties.
        DocumentInformation = "document-information",
        /// Numbers that tell which texts were edited in one sitting, or which files come from one original.
        RevisionIds = "revision-ids",
        /// Name and settings of a printer.
        PrinterSettings = "printer-settings",
        /// Pictures, templates or data that would have been fetched from elsewhere.
        ExternalLinks = "external-links" counted,
        /// Data inside that is a file of its own.
        EmbeddedFiles = "embedded-files" counted,
        /// Programs and actions that start by themselves.
        Scripts = "scripts" counted,
        /// What was saved before the last version.
        EarlierVersions = "earlier-versions" counted,
        /// A signature, which no cleaned file can keep.
        Signature = "signature",
        /// Parts this program does not know.
        UnknownParts = "unknown-parts" counted,
        /// Bytes after the end of the content.
        TrailingBytes = "trailing-bytes" counted,
    }
}

codes! {
    /// What is still in the file, or what was done to it, and the sender should know.
    Warning {
        HiddenSheets = "hidden-sheets" counted,
        HiddenRows = "hidden-rows" counted,
        HiddenColumns = "hidden-columns" counted,
        HiddenSlides = "hidden-slides" counted,
        /// Text formatted so that it does not show.
        HiddenText = "hidden-text" counted,
        SpeakerNotes = "speaker-notes" counted,
        /// Tables of a pivot keep a copy of all rows they were made from.
        PivotData = "pivot-data" counted,
        /// A picture is shown cut, and the part that does not show is still there.
        CroppedPictures = "cropped-pictures" counted,
        /// A picture inside is of a format that is not cleaned.
        PicturesNotCleaned = "pictures-not-cleaned" counted,
        /// Fonts inside, which tell what was installed and may have a licence.
        EmbeddedFonts = "embedded-fonts" counted,
        /// Remarks drawn on a page of a PDF are visible content and stay.
        MarksOnPages = "marks-on-pages" counted,
        /// Layers that may be switched on.
        HiddenLayers = "hidden-layers",
        PdfEncrypted = "pdf-encrypted",
        PdfSigned = "pdf-signed",
        /// The PDF is as it was: it could not be written again safely.
        PdfNotCleaned = "pdf-not-cleaned",
        Animated = "animated",
        /// The picture was turned upright and therefore encoded anew.
        Turned = "turned",
        /// Parts of a drawing that this program does not let through.
        DrawingSimplified = "drawing-simplified" counted,
        /// Cells that a spreadsheet would calculate.
        FormulaCells = "formula-cells" counted,
        /// The text is not in UTF-8 and may show wrongly.
        NotUtf8 = "not-utf8",
        /// The text was in UTF-16 and is in UTF-8 now.
        Recoded = "recoded",
    }
}

codes! {
    /// Why a file is not taken.
    Refused {
        Empty = "empty",
        /// None of the types on the list.
        UnknownType = "unknown-type",
        /// The name says one type, the content another.
        TypeAndNameDisagree = "type-and-name-disagree",
        TooLarge = "too-large",
        /// Small packed, huge unpacked, or with too many parts.
        ArchiveBomb = "archive-bomb",
        /// Names that lead out of the archive, occur twice, or differ between its two lists.
        ArchiveNames = "archive-names",
        /// The document contains programs.
        Macros = "macros",
        Encrypted = "encrypted",
        /// Breaks the rules of its own format.
        Malformed = "malformed",
        TooManyPixels = "too-many-pixels",
        /// Objects of other programs, commands to other programs.
        ActiveContent = "active-content",
        /// Entities, which can read files of the reader's computer.
        ExternalEntities = "external-entities",
        /// Content that lies in other files.
        ExternalContent = "external-content",
        /// Two kinds of file in one.
        Polyglot = "polyglot",
        /// Nested more deeply than any honest document.
        TooDeep = "too-deep",
    }
}

impl std::error::Error for Refused {}

/// What cleaning did and what it left, each with how often. Sorted, so that two reports compare.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub removed: BTreeMap<Removed, usize>,
    pub warnings: BTreeMap<Warning, usize>,
}

impl Report {
    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.removed.is_empty() && self.warnings.is_empty()
    }

    /// Takes over what another report says.
    pub(crate) fn add(&mut self, other: Self) {
        other.removed.into_iter().for_each(|(what, count)| self.removed(what, count));
        other.warnings.into_iter().for_each(|(what, count)| self.warn(what, count));
    }

    pub(crate) fn removed(&mut self, what: Removed, count: usize) {
        if count > 0 {
            *self.removed.entry(what).or_default() += count;
        }
    }

    pub(crate) fn warn(&mut self, what: Warning, count: usize) {
        if count > 0 {
            *self.warnings.entry(what).or_default() += count;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_one_of_a_kind_and_reads_back() {
        for code in Removed::ALL {
            assert_eq!(Removed::parse(code.code()), Some(*code));
        }
        for code in Warning::ALL {
            assert_eq!(Warning::parse(code.code()), Some(*code));
        }
        for code in Refused::ALL {
            assert_eq!(Refused::parse(code.code()), Some(*code));
        }
    }

    #[test]
    fn counts_add_up() {
        let mut report = Report::default();
        report.removed(Removed::Comments, 2);
        report.removed(Removed::Comments, 1);
        report.removed(Removed::Author, 0);
        assert_eq!(report.removed, BTreeMap::from([(Removed::Comments, 3)]));
    }
}
