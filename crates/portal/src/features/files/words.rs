//! The words for what `scrub` removes, leaves and refuses.

use platform::lang::L10n;
use scrub::{Refused, Removed, Warning};

/// What was found, with its number where people care how many.
pub fn counted(l: &L10n, key: &'static str, count: usize, is_counted: bool) -> String {
    if is_counted {
        l.f1(key, "count", i64::try_from(count).unwrap_or(i64::MAX))
    } else {
        l.t(key).into_owned()
    }
}

pub const fn removed(what: Removed) -> &'static str {
    match what {
        Removed::Comments => "files-removed-comments",
        Removed::Descriptions => "files-removed-descriptions",
        Removed::TrackedChanges => "files-removed-tracked-changes",
        Removed::Author => "files-removed-author",
        Removed::Organisation => "files-removed-organisation",
        Removed::Place => "files-removed-place",
        Removed::CameraData => "files-removed-camera-data",
        Removed::Thumbnail => "files-removed-thumbnail",
        Removed::TemplatePath => "files-removed-template-path",
        Removed::LocalPath => "files-removed-local-path",
        Removed::FileNames => "files-removed-file-names",
        Removed::CustomProperties => "files-removed-custom-properties",
        Removed::CroppedOriginal => "files-removed-cropped-original",
        Removed::DocumentInformation => "files-removed-document-information",
        Removed::RevisionIds => "files-removed-revision-ids",
        Removed::PrinterSettings => "files-removed-printer-settings",
        Removed::ExternalLinks => "files-removed-external-links",
        Removed::EmbeddedFiles => "files-removed-embedded-files",
        Removed::Scripts => "files-removed-scripts",
        Removed::EarlierVersions => "files-removed-earlier-versions",
        Removed::Signature => "files-removed-signature",
        Removed::UnknownParts => "files-removed-unknown-parts",
        Removed::TrailingBytes => "files-removed-trailing-bytes",
    }
}

pub const fn warning(what: Warning) -> &'static str {
    match what {
        Warning::HiddenSheets => "files-left-hidden-sheets",
        Warning::HiddenRows => "files-left-hidden-rows",
        Warning::HiddenColumns => "files-left-hidden-columns",
        Warning::HiddenSlides => "files-left-hidden-slides",
        Warning::HiddenText => "files-left-hidden-text",
        Warning::SpeakerNotes => "files-left-speaker-notes",
        Warning::PivotData => "files-left-pivot-data",
        Warning::CroppedPictures => "files-left-cropped-pictures",
        Warning::PicturesNotCleaned => "files-left-pictures-not-cleaned",
        Warning::EmbeddedFonts => "files-left-embedded-fonts",
        Warning::MarksOnPages => "files-left-marks-on-pages",
        Warning::HiddenLayers => "files-left-hidden-layers",
        Warning::PdfEncrypted => "files-left-pdf-encrypted",
        Warning::PdfSigned => "files-left-pdf-signed",
        Warning::PdfNotCleaned => "files-left-pdf-not-cleaned",
        Warning::Animated => "files-left-animated",
        Warning::Turned => "files-left-turned",
        Warning::DrawingSimplified => "files-left-drawing-simplified",
        Warning::FormulaCells => "files-left-formula-cells",
        Warning::NotUtf8 => "files-left-not-utf8",
        Warning::Recoded => "files-left-recoded",
    }
}

pub const fn refused(what: Refused) -> &'static str {
    match what {
        Refused::Empty => "files-unclean-empty",
        Refused::UnknownType => "files-unclean-unknown-type",
        Refused::TypeAndNameDisagree => "files-unclean-type-and-name-disagree",
        Refused::TooLarge => "files-unclean-too-large",
        Refused::ArchiveBomb => "files-unclean-archive-bomb",
        Refused::ArchiveNames => "files-unclean-archive-names",
        Refused::Macros => "files-unclean-macros",
        Refused::Encrypted => "files-unclean-encrypted",
        Refused::Malformed => "files-unclean-malformed",
        Refused::TooManyPixels => "files-unclean-too-many-pixels",
        Refused::ActiveContent => "files-unclean-active-content",
        Refused::ExternalEntities => "files-unclean-external-entities",
        Refused::ExternalContent => "files-unclean-external-content",
        Refused::Polyglot => "files-unclean-polyglot",
        Refused::TooDeep => "files-unclean-too-deep",
    }
}
