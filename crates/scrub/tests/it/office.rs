//! Cleaned documents still open: LibreOffice turns them into PDF, and what people see is in it. Skipped where it is not installed.

use std::path::Path;
use std::process::Command;

use scrub::{Limits, clean};

use crate::seeds::seed;

fn is_installed(program: &str) -> bool {
    let found = Command::new(program).arg("--version").output().is_ok();
    if !found {
        eprintln!("SKIPPED: {program} is not installed");
    }
    found
}

#[test]
fn libreoffice_opens_what_was_cleaned() {
    if !is_installed("soffice") {
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
        "pypdf.pdf",
    ];
    let named =
        |name: &str| folder.path().join(name.replace('.', "-") + "." + name.rsplit('.').next().unwrap());
    for name in documents {
        std::fs::write(named(name), clean(seed(name), name, &Limits::default()).unwrap().bytes).unwrap();
    }
    let profile = format!("-env:UserInstallation=file://{}", folder.path().join("profile").display());
    let out = folder.path().join("out");
    let status = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .arg(&out)
        .args(documents.iter().filter(|name| !name.ends_with(".pdf")).map(|name| named(name)))
        .output()
        .unwrap();
    assert!(status.status.success());
    for name in documents.iter().filter(|name| !name.ends_with(".pdf")) {
        let made = out.join(named(name).with_extension("pdf").file_name().unwrap());
        let text = text(&made);
        assert!(text.contains("VISIBLE-") && !text.contains("SECRET"), "{name}: {text}");
    }
    assert!(text(&named("pypdf.pdf")).contains("VISIBLE-TEXT"));
}

/// The text of all pages.
fn text(pdf: &Path) -> String {
    let document = lopdf::Document::load(pdf).unwrap_or_else(|error| panic!("{}: {error}", pdf.display()));
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    document.extract_text(&pages).unwrap().replace('\n', "")
}

#[test]
fn exiftool_finds_nothing_in_what_was_cleaned() {
    if !is_installed("exiftool") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for name in [
        "photo.jpg",
        "photo.png",
        "photo.webp",
        "turned.jpg",
        "film.mp4",
        "sound.mp3",
        "pypdf.pdf",
        "libreoffice.odt",
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, clean(seed(name), name, &Limits::default()).unwrap().bytes).unwrap();
        let output =
            Command::new("exiftool").args(["-a", "-G1", "-s", "-ee", "-u"]).arg(&path).output().unwrap();
        let found = String::from_utf8_lossy(&output.stdout).into_owned();
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
        assert!(tells.iter().all(|word| !found.contains(word)), "{found}");
    }
}
