//! What may import what. The table stands in ARCHITECTURE.md; its open rows are `tidy.toml`.
//! Test code is free: a test may build its world from any section's samples.

use std::collections::BTreeSet;

use super::Finding;
use super::rows::{self, Rows};
use super::rust::{self, Rust};

/// Crates that compute and nothing else.
const PURE: &[&str] = &["extract", "morph", "paper", "wording", "scrub"];
/// What a pure crate has no business with, besides the portal.
const EFFECTS: &[&str] = &[
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::time",
    "tokio",
    "axum",
    "http",
    "reqwest",
    "rusqlite",
    "tokio_postgres",
];
/// Never part of a section's face.
const INNER: &[&str] = &["store", "policy", "routes"];
/// Above `model.rs` and `policy.rs` inside a section.
const ABOVE: &[&str] = &["store", "actions", "routes", "pages", "jobs"];

enum Place<'a> {
    Pure,
    /// A crate beside the portal that is no library of it, such as the typesetter.
    Apart,
    Platform,
    Web,
    Feature(&'a str),
    Reader(&'a str),
    /// The registry, the binary: may name everything.
    Top,
}

fn place(path: &str) -> Place<'_> {
    let Some((name, inside)) = path.strip_prefix("crates/").and_then(|path| path.split_once("/src/")) else {
        return Place::Top;
    };
    let folder =
        |prefix| inside.strip_prefix(prefix).map(|rest: &str| rest.split(['/', '.']).next().unwrap_or(rest));
    match name {
        "platform" => Place::Platform,
        "portal" if inside.starts_with("web/") || inside == "web.rs" => Place::Web,
        "portal" => match (folder("features/"), folder("readers/")) {
            (Some("mod"), _) | (_, Some("mod")) | (None, None) => Place::Top,
            (Some(feature), _) => Place::Feature(feature),
            (_, Some(reader)) => Place::Reader(reader),
        },
        pure if PURE.contains(&pure) => Place::Pure,
        _ => Place::Apart,
    }
}

/// The names of all section folders.
fn sections(rust: &[Rust]) -> BTreeSet<String> {
    let feature = |file: &Rust| match place(&file.path) {
        Place::Feature(name) => Some(name.to_owned()),
        _ => None,
    };
    rust.iter().filter_map(feature).collect()
}

pub fn check(rust: &[Rust], rows: &Rows, findings: &mut BTreeSet<Finding>) {
    let sections = sections(rust);
    let mut used = BTreeSet::new();
    for file in rust {
        for path in rust::paths(&file.shipped) {
            let names = in_full(&file.path, path.names);
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            if let Some(face) = foreign_face(&file.path, &names) {
                used.insert(face);
            }
            if let Some(message) = refusal(file, &names, rows) {
                findings.insert(Finding::new(&file.path, path.line, message));
            }
        }
        if matches!(place(&file.path), Place::Platform) {
            section_words(file, &sections, rows, findings);
        }
    }
    for (section, face) in &rows.uses {
        let key = format!("{section}.{face}");
        if !used.contains(&(section.clone(), face.clone())) {
            findings.insert(Finding::new(
                rows::FILE,
                rows.line(&key),
                format!("`{key}` is not used: remove the row"),
            ));
        }
    }
    if let Some((section, face)) = rows.circle(&sections) {
        let key = format!("{section}.{face}");
        findings.insert(Finding::new(
            rows::FILE,
            rows.line(&key),
            format!("`{key}` closes a circle of sections"),
        ));
    }
}

/// `self`, `super` and `crate` resolved; a path into the portal begins with `portal`.
fn in_full(file: &str, names: Vec<String>) -> Vec<String> {
    let Some((name, inside)) = file.strip_prefix("crates/").and_then(|path| path.split_once("/src/")) else {
        return names;
    };
    let mut here: Vec<String> = vec![name.to_owned()];
    here.extend(inside.trim_end_matches(".rs").split('/').map(str::to_owned));
    if matches!(here.last().map(String::as_str), Some("mod" | "lib" | "main")) {
        here.pop();
    }
    let start = match names[0].as_str() {
        "crate" => vec![name.to_owned()],
        "self" => here,
        "super" => {
            let up = names.iter().take_while(|name| *name == "super").count();
            here.truncate(here.len().saturating_sub(up));
            here
        }
        // What `use crate::features;` brought in.
        "features" | "readers" if name == "portal" => vec![name.to_owned(), names[0].clone()],
        _ => vec![names[0].clone()],
    };
    let rest = names.into_iter().enumerate().skip_while(|(index, name)| *index == 0 || name == "super");
    start.into_iter().chain(rest.map(|(_, name)| name)).collect()
}

/// The pair (section, other section) if a section's file names another section.
fn foreign_face(file: &str, names: &[&str]) -> Option<(String, String)> {
    match (place(file), names) {
        (Place::Feature(mine), ["portal", "features", other, ..]) if mine != *other => {
            Some((mine.to_owned(), other.to_string()))
        }
        _ => None,
    }
}

fn refusal(file: &Rust, names: &[&str], rows: &Rows) -> Option<String> {
    let spelled = names.join("::");
    match (place(&file.path), names) {
        (Place::Pure | Place::Apart, ["platform" | "portal", ..]) => {
            Some(format!("a crate that stands for itself names `{spelled}`"))
        }
        (Place::Pure, _) => {
            let effect = EFFECTS
                .iter()
                .find(|effect| spelled == **effect || spelled.starts_with(&format!("{effect}::")))?;
            Some(format!("a pure crate names `{effect}`"))
        }
        (Place::Platform, ["portal", ..]) => Some(format!("the platform names `{spelled}`")),
        (Place::Web, ["portal", "features" | "readers", ..]) => {
            Some(format!("the web shell names `{spelled}`"))
        }
        (Place::Reader(_), ["portal", "features", ..]) => {
            Some(format!("a reader names `{spelled}`; it learns of sections from the Registry it is handed"))
        }
        (Place::Reader(mine), ["portal", "readers", other, ..]) if mine != *other => {
            Some(format!("a reader names the other reader `{other}`"))
        }
        (Place::Feature(mine), ["portal", "features", other, inner @ ..]) if mine != *other => {
            if let Some(part) = inner.iter().find(|part| INNER.contains(part)) {
                Some(format!("`{other}::{part}` is not part of the face of `{other}`"))
            } else if rows.allow(mine, other) {
                None
            } else {
                Some(format!("`{mine}` names `{other}`: say why in {}, `{mine}.{other} = \"…\"`", rows::FILE))
            }
        }
        (Place::Feature(_), ["portal", "readers" | "registry", ..]) => {
            Some(format!("a section names `{spelled}`"))
        }
        (Place::Feature(mine), names) => above(&file.path, mine, names),
        _ => None,
    }
}

/// `model.rs` and `policy.rs` are pure: what stands above them calls them.
fn above(path: &str, mine: &str, names: &[&str]) -> Option<String> {
    let stem = path.rsplit('/').next().filter(|stem| ["model.rs", "policy.rs"].contains(stem))?;
    match names {
        ["portal", "features", section, inside @ ..] if *section == mine => {
            let part = inside.iter().find(|part| ABOVE.contains(part))?;
            Some(format!("{stem} names `{part}`, which stands above it"))
        }
        ["axum", ..] | ["platform", "db", ..] if stem == "model.rs" => {
            Some(format!("model.rs names `{}`: a model knows neither HTTP nor SQL", names.join("::")))
        }
        _ => None,
    }
}

fn section_words(file: &Rust, sections: &BTreeSet<String>, rows: &Rows, findings: &mut BTreeSet<Finding>) {
    for (index, line) in file.shipped_with_texts().lines().enumerate() {
        // Underscores part words here, so that `documents_editions` counts.
        for word in line.split(|c: char| !c.is_alphanumeric()) {
            if sections.contains(word) && !rows.platform_words.contains(word) {
                let message = format!("the platform says `{word}`, which is a section");
                findings.insert(Finding::new(&file.path, index + 1, message));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Source;
    use super::*;

    const ROWS: &str = "base = ['members', 'files']\n[uses]\ndocuments.programme = 'tags come from there'";

    /// The messages for one file; another file keeps the row of `ROWS` in use.
    fn complaints(path: &str, text: &str) -> Vec<String> {
        let user = ("crates/portal/src/features/documents/pages.rs", "use crate::features::programme::Tag;");
        let others = [user, ("crates/portal/src/features/members/mod.rs", ""), (path, text)];
        let source = |(path, text): &(&str, &str)| Source { path: path.to_string(), text: text.to_string() };
        let rust: Vec<Rust> = others.iter().map(|file| Rust::read(&source(file))).collect();
        let mut findings = BTreeSet::new();
        check(&rust, &Rows::read(ROWS).unwrap(), &mut findings);
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
    fn pure_crates_stand_for_themselves() {
        refused("crates/morph/src/lib.rs", "use platform::lang::Lang;", "platform::lang::Lang");
        refused("crates/scrub/src/lib.rs", "fn a() { std::fs::read(b) }", "`std::fs`");
        refused("crates/typeset/src/main.rs", "use portal::web::X;", "portal::web::X");
        accepted("crates/typeset/src/main.rs", "use std::fs::File;");
        accepted("crates/wording/src/lib.rs", "use morph::fold::key; use std::fmt::Display;");
    }

    #[test]
    fn the_platform_names_no_section() {
        refused(
            "crates/platform/src/db/mod.rs",
            "\nconst A: &str = \"documents_editions\";",
            "2: the platform says `documents`",
        );
        refused("crates/platform/src/a.rs", "use portal::web::X;", "the platform names");
        accepted(
            "crates/platform/src/a.rs",
            "/// documents\nfn documented() {}\n#[cfg(test)]\nmod tests { fn documents() {} }",
        );
    }

    #[test]
    fn the_web_shell_names_no_section_and_no_reader() {
        refused(
            "crates/portal/src/web/app.rs",
            "use super::super::features::documents::X;",
            "the web shell names",
        );
        refused(
            "crates/portal/src/web/app.rs",
            "use crate::{web::A, readers::audit::B};",
            "the web shell names",
        );
        accepted(
            "crates/portal/src/registry.rs",
            "use crate::features; static A: B = features::documents::FEATURE;",
        );
    }

    #[test]
    fn sections_meet_by_their_faces_only() {
        let file = "crates/portal/src/features/documents/approval/actions.rs";
        accepted(file, "use crate::features::{members::Member, programme};\nuse super::super::store;");
        refused(
            file,
            "use crate::features::members::store::find;",
            "`members::store` is not part of the face",
        );
        refused(file, "use crate::features::calendar::Entry;", "documents.calendar = ");
        refused(file, "use crate::readers::audit::X;", "a section names");
        refused(
            "crates/portal/src/features/members/actions.rs",
            "use super::super::files::X;",
            "`members` names `files`",
        );
    }

    #[test]
    fn readers_name_neither_sections_nor_each_other() {
        let file = "crates/portal/src/readers/search/mod.rs";
        accepted(file, "use super::search::index; use crate::web::App;");
        refused(file, "use crate::features::documents::X;", "a reader names");
        refused(file, "use super::super::readers::audit::X;", "other reader `audit`");
    }

    #[test]
    fn model_and_policy_import_nothing_above_them() {
        let model = "crates/portal/src/features/documents/model.rs";
        refused(model, "use super::{events, store::row};", "model.rs names `store`");
        refused(model, "use platform::db::params;", "neither HTTP nor SQL");
        refused(
            "crates/portal/src/features/documents/policy.rs",
            "use super::routes::x;",
            "policy.rs names `routes`",
        );
        accepted(model, "use super::events::X; use platform::clock::Timestamp;");
    }

    #[test]
    fn a_row_nobody_needs_is_refused() {
        let mut findings = BTreeSet::new();
        check(&[], &Rows::read(ROWS).unwrap(), &mut findings);
        let found: Vec<_> = findings.into_iter().collect();
        assert_eq!(
            (found[0].line, found[0].message.as_str()),
            (3, "`documents.programme` is not used: remove the row")
        );
    }
}
