//! Rules for one file at a time: its name, its length, its first line, words it may not hold.

use std::collections::BTreeSet;

use super::rust::{Rust, is_name};
use super::{Finding, Source};

/// Names that say nothing about what is inside.
const EMPTY_NAMES: &[&str] =
    &["utils", "util", "common", "helpers", "helper", "misc", "manager", "service", "base", "data", "info"];

/// Files people write and read line by line; locales, data and lock files are not.
const WRITTEN: &[&str] = &["rs", "css", "js", "mjs", "html", "sh"];
const LONGEST: usize = 500;

/// Questions about the database at hand, and the drivers behind it.
const DIALECT: &[&str] =
    &["Dialect::", "is_sqlite", "is_postgres", "rusqlite::", "tokio_postgres::", "deadpool_postgres::"];
const DATABASE: &str = "crates/platform/src/db/";

const ALWAYS: &[(&str, &str)] = &[
    ("#[allow(", "use #[expect(…, reason = \"…\")]"),
    ("#![allow(", "use #![expect(…, reason = \"…\")]"),
    ("todo!", "finish it or leave it out"),
    ("unimplemented!", "finish it or leave it out"),
];

/// Put together, so that this file does not hold what it forbids.
const UNCOMMITTED: &[(&str, &str)] = &[
    (concat!("/ro", "ot/"), "a path of somebody's machine"),
    (concat!("/wo", "rk/"), "a path of somebody's machine"),
    (concat!("registry.", "npmjs.org"), "an address of a package registry"),
    (concat!("registry.", "yarnpkg.com"), "an address of a package registry"),
    (concat!("static.", "crates.io"), "an address of a package registry"),
    (concat!("index.", "crates.io"), "an address of a package registry"),
    (concat!("files.", "pythonhosted.org"), "an address of a package registry"),
];

pub fn check(sources: &[Source], rust: &[Rust], findings: &mut BTreeSet<Finding>) {
    for source in sources {
        name(source, findings);
        length(source, findings);
        uncommitted(source, findings);
    }
    for file in rust {
        if !file.head.starts_with("//!") {
            let message = "begins without `//!`: what it is, for whom, what is deliberately not here";
            findings.insert(Finding::new(&file.path, 1, message));
        }
        for (word, advice) in ALWAYS {
            lines_with(&file.code, word, |line| {
                findings.insert(Finding::new(&file.path, line, format!("`{word}`: {advice}")));
            });
        }
        lines_with(&file.shipped, ".unwrap()", |line| {
            findings.insert(Finding::new(
                &file.path,
                line,
                "`.unwrap()`: use `expect` with the invariant, or an error",
            ));
        });
        dialect(file, findings);
    }
}

fn name(source: &Source, findings: &mut BTreeSet<Finding>) {
    let (stem, extension) = source.path.rsplit_once('.').unwrap_or((&source.path, ""));
    if !WRITTEN.contains(&extension) {
        return;
    }
    for part in stem.split('/').filter(|part| EMPTY_NAMES.contains(part)) {
        findings.insert(Finding::new(
            &source.path,
            0,
            format!("the name `{part}` says nothing: name the thing"),
        ));
    }
}

fn length(source: &Source, findings: &mut BTreeSet<Finding>) {
    let extension = source.path.rsplit_once('.').map_or("", |(_, extension)| extension);
    let lines = source.text.lines().count();
    if WRITTEN.contains(&extension) && lines > LONGEST {
        let message = format!("{lines} lines: split it by noun before it passes {LONGEST}");
        findings.insert(Finding::new(&source.path, lines, message));
    }
}

fn uncommitted(source: &Source, findings: &mut BTreeSet<Finding>) {
    for (word, what) in UNCOMMITTED {
        // A path must begin here: `/en/root/` in an address is none.
        let is_path = word.starts_with('/');
        for (index, line) in source.text.lines().enumerate() {
            let begins = |at: usize| !is_path || !line[..at].ends_with(|c| is_name(c) || "/.}*-".contains(c));
            if line.match_indices(word).any(|(at, _)| begins(at)) {
                findings.insert(Finding::new(&source.path, index + 1, format!("`{word}`: {what}")));
            }
        }
    }
}

fn dialect(file: &Rust, findings: &mut BTreeSet<Finding>) {
    if !file.path.starts_with("crates/") || file.path.starts_with(DATABASE) {
        return;
    }
    for word in DIALECT {
        lines_with(&file.shipped, word, |line| {
            let message = format!("`{word}`: which database it is may only matter in {DATABASE}");
            findings.insert(Finding::new(&file.path, line, message));
        });
    }
}

/// Calls `found` with each line on which `word` stands, not as the end of a longer name.
fn lines_with(code: &str, word: &str, mut found: impl FnMut(usize)) {
    for (index, line) in code.lines().enumerate() {
        let whole = |at: usize| !word.starts_with(is_name) || !line[..at].ends_with(is_name);
        if line.match_indices(word).any(|(at, _)| whole(at)) {
            found(index + 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(path: &str, text: &str) -> Vec<String> {
        let sources = [Source { path: path.into(), text: text.into() }];
        let rust: Vec<Rust> =
            sources.iter().filter(|source| source.path.ends_with(".rs")).map(Rust::read).collect();
        let mut findings = BTreeSet::new();
        check(&sources, &rust, &mut findings);
        findings.into_iter().map(|finding| format!("{}: {}", finding.line, finding.message)).collect()
    }

    #[track_caller]
    fn refused(path: &str, text: &str, part: &str) {
        let found = complaints(path, text);
        assert!(found.len() == 1 && found[0].contains(part), "{found:?}");
    }

    #[track_caller]
    fn accepted(path: &str, text: &str) {
        assert_eq!(complaints(path, text), Vec::<String>::new());
    }

    #[test]
    fn a_rust_file_says_first_what_it_is() {
        refused("a.rs", "// No.\n", "1: begins without `//!`");
        accepted("a.rs", "//! Yes.\n");
    }

    #[test]
    fn the_database_is_asked_in_one_place() {
        let text = "//! X.\nfn a(d: Dialect) -> bool { d == Dialect::Sqlite }";
        refused("crates/portal/src/features/documents/store.rs", text, "2: `Dialect::`");
        refused("crates/platform/src/jobs/worker.rs", "//! X.\nuse rusqlite::Row;", "`rusqlite::`");
        accepted("crates/platform/src/db/dialect.rs", text);
        accepted(
            "crates/platform/src/a.rs",
            "//! Dialect::Sqlite\n#[cfg(test)]\nmod tests { fn a() { b(Dialect::Sqlite) } }",
        );
    }

    #[test]
    fn names_say_what_is_inside() {
        refused("crates/portal/src/web/utils.rs", "//! X.", "`utils` says nothing");
        refused("crates/portal/assets/common/a.css", "", "`common` says nothing");
        accepted("crates/portal/src/database.rs", "//! X.");
        accepted("docs/data/numbers.csv", "");
    }

    #[test]
    fn files_stay_short() {
        refused("a.css", &"\n".repeat(501), "501 lines");
        accepted("a.css", &"\n".repeat(500));
        accepted("ky.ftl", &"\n".repeat(5000));
    }

    #[test]
    fn shortcuts_are_refused_in_code_and_allowed_in_comments() {
        refused("a.rs", "//! X.\n#[allow(dead_code)]\nfn a() {}", "2: `#[allow(`");
        refused("a.rs", "//! X.\nfn a() { todo!() }", "`todo!`");
        refused("a.rs", "//! X.\nfn a() { b().unwrap() }", "`.unwrap()`");
        accepted("a.rs", "//! X.\n// todo! .unwrap()\nfn a() { b(\"todo!\").unwrap_or(1) }");
        accepted("a.rs", "//! X.\n#[cfg(test)]\nmod tests { fn a() { b().unwrap() } }");
    }

    #[test]
    fn machine_paths_and_registries_are_not_committed() {
        let path = format!("see {}x", concat!("/ro", "ot/"));
        refused("a.md", &path, "somebody's machine");
        refused("package-lock.json", concat!("https://registry.", "npmjs.org/x"), "package registry");
        accepted("a.md", concat!("https://birge.example/en/wo", "rk/1 and ${XDG}/ro", "ot/x"));
        accepted("Cargo.lock", "registry+https://github.com/rust-lang/crates.io-index");
    }
}
