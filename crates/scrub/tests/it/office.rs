//! Cleaned files still open in the programs that people have, and show what they showed: LibreOffice, python-docx, openpyxl,
//! python-pptx, Pillow; and exiftool finds nothing in them. A program that is missing is named and passed over, unless
//! BIRGE_TEST_REAL_TOOLS is set, as `./test` sets it: there, nothing passes that was not tried. BIRGE_TEST_PYTHON names a Python that
//! has the libraries.

use std::path::{Path, PathBuf};
use std::process::Command;

use scrub::{Limits, clean};

use crate::seeds::{SEEDS, seed};

/// Whether to go on; without the program, only where that may be.
fn there_is(program: &str, arguments: &[&str]) -> bool {
    let found = Command::new(program).args(arguments).output().is_ok_and(|output| output.status.success());
    assert!(
        found || std::env::var_os("BIRGE_TEST_REAL_TOOLS").is_none(),
        "{program} {arguments:?} does not work, and BIRGE_TEST_REAL_TOOLS asks for it"
    );
    if !found {
        eprintln!("SKIPPED: {program} {arguments:?} does not work");
    }
    found
}

/// Writes a seed cleaned into a folder. LibreOffice names what it makes after the name without ending, so the ending goes into it.
fn cleaned_into(folder: &Path, name: &str) -> PathBuf {
    let ending = name.rsplit('.').next().unwrap();
    let path = folder.join(name.replace('.', "-") + "." + ending);
    std::fs::write(&path, clean(seed(name), name, &Limits::default()).unwrap().bytes).unwrap();
    path
}

#[test]
fn libreoffice_opens_what_was_cleaned() {
    if !there_is("soffice", &["--version"]) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let documents = [
        "python-docx.docx",
        "libreoffice.docx",
        "libreoffice.odt",
        "openpyxl.xlsx",
        "libreoffice.xlsx",
        "python-pptx.pptx",
        "libreoffice.pptx",
    ];
    let cleaned = documents.map(|name| cleaned_into(folder.path(), name));
    let profile = format!("-env:UserInstallation=file://{}", folder.path().join("profile").display());
    let out = folder.path().join("out");
    let ran = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .arg(&out)
        .args(&cleaned)
        .output()
        .unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    for path in cleaned {
        let text = text(&out.join(path.with_extension("pdf").file_name().unwrap()));
        assert!(text.contains("VISIBLE-") && !text.contains("SECRET"), "{}: {text}", path.display());
    }
}

#[test]
fn a_cleaned_pdf_has_the_text_it_had() {
    let folder = tempfile::tempdir().unwrap();
    assert!(text(&cleaned_into(folder.path(), "pypdf.pdf")).contains("VISIBLE-TEXT"));
}

/// The text of all pages.
fn text(pdf: &Path) -> String {
    let document = lopdf::Document::load(pdf).unwrap_or_else(|error| panic!("{}: {error}", pdf.display()));
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    document.extract_text(&pages).unwrap().replace('\n', "")
}

#[test]
fn python_reads_what_was_cleaned() {
    let python = std::env::var("BIRGE_TEST_PYTHON").unwrap_or("python3".to_owned());
    if !there_is(&python, &["-c", "import docx, openpyxl, pptx, PIL, pypdf"]) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let endings = ["docx", "xlsx", "pptx", "pdf", "jpg", "png", "webp"];
    let readable =
        |name: &str| endings.iter().any(|ending| name.ends_with(ending)) && name != "encrypted.pdf";
    let names: Vec<&str> = SEEDS.iter().map(|seed| seed.name).filter(|name| readable(name)).collect();
    let paths: Vec<PathBuf> = names.iter().map(|name| cleaned_into(folder.path(), name)).collect();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/read-cleaned.py");
    let ran = Command::new(python).arg(script).args(&paths).output().unwrap();
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success(), "{said}{}", String::from_utf8_lossy(&ran.stderr));
    assert_eq!(said.lines().count(), names.len(), "{said}");
}

#[test]
fn exiftool_finds_nothing_in_what_was_cleaned() {
    if !there_is("exiftool", &["-ver"]) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let found = |path: &Path| {
        let output =
            Command::new("exiftool").args(["-a", "-G1", "-s", "-ee", "-u"]).arg(path).output().unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let tells = [
        "[GPS]",
        "[IFD0]",
        "[XMP",
        "[IPTC]",
        "SECRET",
        "74.5",
        "Author",
        "Artist",
        "[ID3",
        "[UserData]",
        "[Keys]",
    ];
    let planted = [
        "photo.jpg",
        "photo.png",
        "photo.webp",
        "turned.jpg",
        "film.mp4",
        "sound.mp3",
        "pypdf.pdf",
        "libreoffice.odt",
        "python-docx.docx",
        "openpyxl.xlsx",
        "python-pptx.pptx",
    ];
    for name in planted {
        let before = folder.path().join(format!("before-{name}"));
        std::fs::write(&before, seed(name)).unwrap();
        assert!(found(&before).contains("SECRET"), "{name}: exiftool does not see what was planted");
        let left = found(&cleaned_into(folder.path(), name));
        assert!(left.contains("File Type") || left.contains("FileType"), "{left}");
        assert!(tells.iter().all(|word| !left.contains(word)), "{name}: {left}");
    }
}
