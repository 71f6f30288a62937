//! What the pages about security and architecture name as evidence: a test that is named there exists. A row that says ✔ and names
//! a test that was renamed or taken out would say nothing.

use std::collections::BTreeSet;
use std::path::Path;

/// Files whose names of tests have to be right.
const PAGES: [&str; 3] = ["docs/security/asvs.md", "SECURITY.md", "ARCHITECTURE.md"];

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// The content of all files with this ending, one after the other.
fn sources(folder: &Path, ending: &str, all: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && !["target", "node_modules", "corpus", "artifacts"].contains(&name.as_str()) {
            sources(&path, ending, all);
        } else if name.ends_with(ending) {
            all.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
}

/// The words that stand between two marks of one kind, on one line: every second piece.
fn between(text: &str, mark: char) -> impl Iterator<Item = &str> {
    text.lines().flat_map(move |line| line.split(mark).skip(1).step_by(2))
}

/// Names of tests are sentences: three words and more.
fn is_test_name(word: &str) -> bool {
    word.matches('_').count() >= 2
        && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

#[test]
fn every_test_that_is_named_as_evidence_exists() {
    let (mut rust, mut scripts) = (String::new(), String::new());
    for folder in ["crates", "xtask"] {
        sources(&root().join(folder), ".rs", &mut rust);
    }
    sources(&root().join("e2e"), ".mjs", &mut scripts);
    let mut missing = BTreeSet::new();
    let mut found = 0;
    for page in PAGES {
        let text = std::fs::read_to_string(root().join(page)).unwrap();
        for name in between(&text, '`').filter(|word| is_test_name(word)) {
            found += 1;
            if !rust.contains(&format!("fn {name}(")) {
                missing.insert(format!("{page}: {name}"));
            }
        }
        if page == "ARCHITECTURE.md" {
            continue;
        }
        // Titles of browser tests stand in plain quotes; one kind of refusal is tried with each hostile file.
        for title in between(&text, '"').filter(|title| title.contains(' ')) {
            let title =
                title.strip_suffix(" is refused, leaves nothing, and the portal goes on").unwrap_or(title);
            found += 1;
            if !scripts.contains(&format!("\"{title}")) {
                missing.insert(format!("{page}: \"{title}\""));
            }
        }
    }
    assert!(found > 150, "the pages name tests");
    assert!(missing.is_empty(), "{missing:#?}");
}
