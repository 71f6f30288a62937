//! The interface texts: the same keys and variables in three languages, every key that is used exists, and every key
//! that exists is used.

use platform::lang::{Catalogue, Locales};
use portal::registry::FEATURES;
use portal::web;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn locales() -> Vec<Locales> {
    [web::LOCALES].into_iter().chain(FEATURES.iter().map(|feature| feature.locales)).collect()
}

/// Every Rust file and template of the portal, with its text.
fn sources() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|kind| kind == "rs" || kind == "html" || kind == "txt") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    let mut found = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    found
}

/// What stands between quotes, up to the end of the line, wherever a quote opens.
fn literals(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('"').filter_map(|(at, _)| text[at + 1..].split(['"', '\n']).next())
}

/// The first arguments of `t`, `f` and `f1`.
fn asked(text: &str) -> impl Iterator<Item = &str> {
    let calls = [".t(", ".f(", ".f1("].into_iter().flat_map(|call| text.match_indices(call));
    let code = calls.filter(|(at, _)| {
        !text[..*at].lines().last().is_some_and(|line| line.trim_start().starts_with("//"))
    });
    code.filter_map(|(at, call)| text[at + call.len()..].trim_start().strip_prefix('"')?.split('"').next())
}

fn is_key(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

#[test]
fn the_three_languages_have_the_same_keys_and_variables() {
    assert_eq!(Catalogue::differences(&locales()).unwrap(), [] as [&str; 0]);
}

#[test]
fn every_key_begins_with_its_section() {
    let named = [("web", web::LOCALES)].into_iter().chain(FEATURES.iter().map(|f| (f.name, f.locales)));
    let strange: Vec<String> = named
        .flat_map(|(name, locales)| {
            let keys = Catalogue::keys(&[locales]).unwrap();
            keys.into_iter().filter(move |key| !key.starts_with(&format!("{name}-")))
        })
        .collect();
    assert_eq!(strange, [] as [&str; 0]);
}

#[test]
fn every_key_that_is_asked_for_exists() {
    let keys = Catalogue::keys(&locales()).unwrap();
    let missing: Vec<String> = sources()
        .iter()
        .flat_map(|(path, text)| asked(text).map(move |key| (path, key)))
        .filter(|(_, key)| is_key(key) && !keys.contains(*key))
        .map(|(path, key)| format!("{key} in {}", path.display()))
        .collect();
    assert_eq!(missing, [] as [&str; 0]);
}

#[test]
fn every_key_that_exists_is_used() {
    let sources = sources();
    // A key may also be put together: `format!("documents-kind-{}", …)` uses all that begin so.
    let (begun, whole): (BTreeSet<&str>, BTreeSet<&str>) =
        sources.iter().flat_map(|(_, text)| literals(text)).partition(|literal| literal.contains('{'));
    let begun: Vec<&str> = begun
        .iter()
        .filter_map(|literal| literal.split('{').next())
        .filter(|start| start.len() > 3 && start.ends_with('-') && is_key(start))
        .collect();
    let fluent: String = locales().iter().map(|locales| locales.en).collect();
    let unused: Vec<String> = Catalogue::keys(&locales())
        .unwrap()
        .into_iter()
        .filter(|key| !whole.contains(key.as_str()))
        .filter(|key| !begun.iter().any(|start| key.starts_with(start)))
        .filter(|key| !fluent.contains(&format!("{{ {key} }}")))
        .collect();
    assert_eq!(unused, [] as [&str; 0]);
}
