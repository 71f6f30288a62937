//! Nothing planted in a seed is found in the cleaned file, what people see is, and the report says what was done.

use scrub::Removed::*;
use scrub::Warning::*;
use scrub::{Cleaned, Kind, Limits, Removed, Report, Warning, clean};

use crate::seeds::{SEEDS, parts, readable, seed};

#[track_caller]
fn cleaned(name: &str) -> Cleaned {
    clean(seed(name), name, &Limits::default()).unwrap_or_else(|refused| panic!("{name}: {refused}"))
}

#[track_caller]
fn says(report: &Report, removed: &[(Removed, usize)], warnings: &[(Warning, usize)]) {
    assert_eq!(report.removed.iter().map(|(a, b)| (*a, *b)).collect::<Vec<_>>(), removed);
    assert_eq!(report.warnings.iter().map(|(a, b)| (*a, *b)).collect::<Vec<_>>(), warnings);
}

#[test]
fn no_secret_is_found_in_any_cleaned_file() {
    for one in SEEDS.iter().filter(|one| one.name != "encrypted.pdf") {
        let text = readable(&cleaned(one.name).bytes);
        let found = text
            .find("SECRET")
            .map(|at| text.chars().skip(text[..at].chars().count()).take(60).collect::<String>());
        assert_eq!(found, None, "{}", one.name);
    }
}

#[test]
fn most_seeds_do_hold_secrets() {
    let holding =
        SEEDS.iter().filter(|one| readable_if_plain(one.name, one.bytes).contains("SECRET")).count();
    assert!(holding >= 14, "{holding}");
}

/// An encrypted file cannot be read, and that is its point.
fn readable_if_plain(name: &str, bytes: &[u8]) -> String {
    if name == "encrypted.pdf" { String::new() } else { readable(bytes) }
}

#[test]
fn cleaning_again_removes_nothing_and_changes_nothing() {
    for one in SEEDS {
        let first = cleaned(one.name);
        let second = clean(&first.bytes, one.name, &Limits::default()).unwrap();
        assert_eq!(second.report.removed, Default::default(), "{}", one.name);
        assert!(second.bytes == first.bytes, "{} changed", one.name);
        assert_eq!(second.size, first.size);
    }
}

#[test]
fn what_people_see_stays() {
    for name in ["python-docx.docx", "libreoffice.docx", "libreoffice.odt"] {
        let text = readable(&cleaned(name).bytes);
        for word in ["HEADING", "TEXT", "CELL", "INSERTED", "BOLD", "LINK"] {
            assert!(text.contains(&format!("VISIBLE-{word}")), "{name}: {word}");
        }
    }
    for name in ["python-pptx.pptx", "libreoffice.pptx"] {
        let text = readable(&cleaned(name).bytes);
        for word in ["TITLE", "NOTES", "BAR", "SERIES"] {
            assert!(text.contains(&format!("VISIBLE-{word}")), "{name}: {word}");
        }
    }
    for name in ["openpyxl.xlsx", "libreoffice.xlsx", "table.csv"] {
        assert!(readable(&cleaned(name).bytes).contains("VISIBLE-CELL"), "{name}");
    }
}

#[test]
fn pictures_keep_their_pixels_unless_they_are_turned() {
    for name in ["photo.jpg", "photo.png", "lossless.webp", "progressive.jpg", "comment.jpg"] {
        let before = image::load_from_memory(seed(name)).unwrap();
        let after = image::load_from_memory(&cleaned(name).bytes).unwrap();
        assert!(before == after, "{name}");
    }
    for (name, size) in [
        ("turned.jpg", (32, 48)),
        ("turned.png", (32, 48)),
        ("photo.webp", (32, 48)),
        ("print.jpg", (48, 32)),
    ] {
        let Cleaned { bytes, size: told, report, .. } = cleaned(name);
        let picture = image::load_from_memory(&bytes).unwrap().into_rgb8();
        assert_eq!((told, picture.dimensions()), (Some(size), size), "{name}");
        assert!(report.warnings.contains_key(&Turned), "{name}");
    }
    // The red corner was at the top left; turned to the right it is at the top right.
    let picture = image::load_from_memory(&cleaned("turned.jpg").bytes).unwrap().into_rgb8();
    let [red, green, _] = picture.get_pixel(29, 2).0;
    assert!(red > 150 && green < 90);
}

#[test]
fn reports_of_pictures() {
    let photo = [
        (Descriptions, 2),
        (Author, 3),
        (Place, 2),
        (CameraData, 2),
        (Thumbnail, 1),
        (DocumentInformation, 3),
    ];
    says(&cleaned("photo.jpg").report, &photo, &[]);
    says(&cleaned("comment.jpg").report, &[(Descriptions, 1)], &[]);
    assert!(cleaned("polyglot.jpg").report.removed[&TrailingBytes] > 100);
    says(&cleaned("animated.png").report, &[], &[(Animated, 1)]);
    assert!(cleaned("animated.webp").report.warnings.contains_key(&Animated));
    let drawing = cleaned("drawing.svg").report;
    says(
        &drawing,
        &[(Descriptions, 1), (LocalPath, 1), (CustomProperties, 1), (DocumentInformation, 1), (Scripts, 2)],
        &[],
    );
    assert_eq!(cleaned("drawing.svg").size, Some((40, 30)));
}

#[test]
fn reports_of_documents() {
    let text = cleaned("python-docx.docx").report;
    for (what, count) in
        [(Comments, 1), (TemplatePath, 1), (LocalPath, 1), (FileNames, 1), (ExternalLinks, 2), (Place, 1)]
    {
        assert!(text.removed.get(&what).is_some_and(|found| *found >= count), "{what}: {text:?}");
    }
    assert_eq!(text.removed[&TrackedChanges], 6);
    assert!(text.removed.contains_key(&RevisionIds) && text.removed.contains_key(&CustomProperties));
    let odt = cleaned("libreoffice.odt").report;
    assert_eq!((odt.removed[&Comments], odt.removed.contains_key(&TrackedChanges)), (1, true));
    assert!(odt.removed.contains_key(&Thumbnail));

    let table = cleaned("openpyxl.xlsx").report;
    assert_eq!((table.removed[&Comments], table.removed[&Author]), (1, 4));
    for what in [HiddenSheets, HiddenRows, HiddenColumns] {
        assert_eq!(table.warnings.get(&what), Some(&1), "{what}");
    }
    let slides = cleaned("python-pptx.pptx").report;
    assert_eq!((slides.warnings[&HiddenSlides], slides.warnings[&SpeakerNotes]), (1, 1));
    assert_eq!(slides.removed[&EmbeddedFiles], 1);
    assert!(slides.removed.contains_key(&FileNames));
}

/// The seeds show the middle half, or the right half, of a picture of 48 by 32.
#[test]
fn pictures_shown_cut_are_cut() {
    for name in ["python-docx.docx", "python-pptx.pptx", "libreoffice.pptx", "libreoffice.docx"] {
        let Cleaned { bytes, report, .. } = cleaned(name);
        let sizes: Vec<_> = parts(&bytes)
            .into_iter()
            .filter(|(name, _)| name.contains("/media/"))
            .map(|(_, picture)| image::load_from_memory(&picture).unwrap().into_rgb8().dimensions())
            .collect();
        assert_eq!(sizes, [(24, 32)], "{name}: {report:?}");
        assert!(!report.warnings.contains_key(&CroppedPictures), "{name}");
    }
    assert_eq!(cleaned("libreoffice.odt").report.warnings[&CroppedPictures], 1);
}

#[test]
fn reports_of_pdf() {
    let report = cleaned("pypdf.pdf").report;
    assert_eq!((report.removed[&Comments], report.removed[&Author]), (2, 2));
    assert!(report.removed.contains_key(&Scripts) && report.removed.contains_key(&EmbeddedFiles));
    assert_eq!(report.warnings, [(MarksOnPages, 1)].into());
    let locked = cleaned("encrypted.pdf");
    says(&locked.report, &[], &[(PdfEncrypted, 1)]);
    assert!(locked.bytes == seed("encrypted.pdf"));
}

#[test]
fn reports_of_sound_and_film() {
    let sound = cleaned("sound.mp3").report.removed;
    assert!(sound.contains_key(&Author) && sound.contains_key(&Descriptions));
    let film = cleaned("film.mp4");
    assert!(
        [Place, Author, Descriptions, DocumentInformation]
            .iter()
            .all(|what| film.report.removed.contains_key(what))
    );
    assert_eq!(film.bytes.len(), seed("film.mp4").len());
}

#[test]
fn every_kind_has_a_seed() {
    for kind in Kind::ALL {
        assert!(SEEDS.iter().any(|one| cleaned(one.name).kind == kind), "{kind:?}");
    }
}

#[test]
fn archives_are_written_the_same_whatever_the_clock_says() {
    let bytes = cleaned("libreoffice.odt").bytes;
    assert_eq!(parts(&bytes)[0], ("mimetype".into(), b"application/vnd.oasis.opendocument.text".to_vec()));
    assert_eq!(bytes[10..14], [0, 0, 0x21, 0]);
}

#[test]
fn what_an_earlier_save_left_in_a_pdf_goes() {
    let stream = |text: &str| {
        format!("<</Length {}>>stream\nBT ({text}) Tj ET\nendstream", text.len() + 12).into_bytes()
    };
    let mut bytes = crate::hostile::pdf(&[
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>".to_vec(),
        stream("SECRET-FIRST"),
    ]);
    let before = bytes.windows(5).rposition(|at| at == b"xref\n").unwrap() - 5;
    let before = bytes[before..].windows(4).position(|at| at == b"xref").unwrap() + before;
    let place = bytes.len();
    bytes.extend_from_slice(&[b"4 0 obj\n", stream("VISIBLE-SECOND").as_slice(), b"\nendobj\n"].concat());
    let start = bytes.len();
    let end = format!(
        "xref\n4 1\n{place:010} 00000 n \ntrailer\n<</Size 5/Root 1 0 R/Prev {before}>>\nstartxref\n{start}\n%%EOF\n"
    );
    bytes.extend_from_slice(end.as_bytes());
    let Cleaned { bytes, report, .. } = clean(&bytes, "a.pdf", &Limits::default()).unwrap();
    assert_eq!(report.removed, [(EarlierVersions, 1)].into());
    let text = readable(&bytes);
    assert!(text.contains("VISIBLE-SECOND") && !text.contains("SECRET"), "{text}");
}

#[test]
fn a_pdf_with_packed_objects_keeps_its_pages() {
    let mut packed = Vec::new();
    lopdf::Document::load_mem(seed("pypdf.pdf")).unwrap().save_modern(&mut packed).unwrap();
    assert!(packed.windows(6).any(|at| at == b"ObjStm"));
    let bytes = clean(&packed, "a.pdf", &Limits::default()).unwrap().bytes;
    let text = |bytes: &[u8]| lopdf::Document::load_mem(bytes).unwrap().extract_text(&[1]).unwrap();
    assert_eq!(text(&bytes), text(seed("pypdf.pdf")));
    assert!(!readable(&bytes).contains("SECRET") && !bytes.windows(6).any(|at| at == b"ObjStm"));
}
