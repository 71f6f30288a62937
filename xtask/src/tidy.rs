//! `tidy` checks the rules of the tree that no compiler knows: who may import whom, where databases may differ, names,
//! lengths, words that must not be committed. It reads text, not syntax trees: a rule that needs more is for clippy.

mod files;
mod imports;
mod rows;
mod rust;

use std::collections::BTreeSet;
use std::process::{Command, ExitCode};

use rows::Rows;
use rust::Rust;

/// A file of the tree by its path from the root, with forward slashes.
struct Source {
    path: String,
    text: String,
}

/// A broken rule. Line 0 means the file as a whole.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Finding {
    path: String,
    line: usize,
    message: String,
}

impl Finding {
    fn new(path: &str, line: usize, message: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, message: message.into() }
    }
}

/// Prints every finding as `file:line: message`; the exit code says whether there was one.
pub fn run() -> ExitCode {
    match tree().map(|sources| (sources.len(), check(&sources))) {
        Ok((files, findings)) if findings.is_empty() => {
            println!("tidy: {files} files, nothing to complain about");
            ExitCode::SUCCESS
        }
        Ok((files, findings)) => {
            for Finding { path, line, message } in &findings {
                println!("{path}:{line}: {message}");
            }
            println!("tidy: {files} files, {} findings", findings.len());
            ExitCode::FAILURE
        }
        Err(reason) => {
            eprintln!("tidy: {reason}");
            ExitCode::from(2)
        }
    }
}

fn check(sources: &[Source]) -> BTreeSet<Finding> {
    let mut findings = BTreeSet::new();
    let rust: Vec<Rust> =
        sources.iter().filter(|source| source.path.ends_with(".rs")).map(Rust::read).collect();
    files::check(sources, &rust, &mut findings);
    let text = sources.iter().find(|source| source.path == rows::FILE).map_or("", |source| &source.text);
    match Rows::read(text) {
        Ok(rows) => imports::check(&rust, &rows, &mut findings),
        Err(finding) => _ = findings.insert(finding),
    }
    findings
}

/// What git tracks and what it would track: ignored files are nobody's business.
fn tree() -> Result<Vec<Source>, String> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let listing = Command::new("git")
        .args(["-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .output()
        .map_err(|error| format!("git could not be started: {error}"))?;
    if !listing.status.success() {
        return Err(String::from_utf8_lossy(&listing.stderr).into_owned());
    }
    let mut sources = Vec::new();
    for path in String::from_utf8_lossy(&listing.stdout).split_terminator('\0') {
        // A file that was deleted and not yet staged cannot be read, and a picture is no text.
        if let Ok(text) = std::fs::read_to_string(format!("{root}/{path}")) {
            sources.push(Source { path: path.to_owned(), text });
        }
    }
    Ok(sources)
}
