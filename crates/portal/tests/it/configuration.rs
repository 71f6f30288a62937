//! Every key of the configuration stands in `docs/configuration.md`, and every key there exists.

use portal::settings::Settings;
use std::collections::BTreeSet;

#[test]
fn every_setting_is_documented_and_every_documented_setting_exists() {
    let text = include_str!("../../../../docs/configuration.md");
    let documented: BTreeSet<&str> = text.split('`').skip(1).step_by(2).filter(|word| is_key(word)).collect();
    let known: Vec<String> = platform::config::keys::<Settings>();
    let known: BTreeSet<&str> = known.iter().map(String::as_str).collect();
    let missing: Vec<_> = known.difference(&documented).collect();
    assert!(missing.is_empty(), "not in docs/configuration.md: {missing:?}");
    let sections: BTreeSet<&str> = known.iter().filter_map(|key| key.split('.').next()).collect();
    let invented: Vec<_> = documented
        .difference(&known)
        .filter(|key| key.split('.').next().is_some_and(|section| sections.contains(section)))
        .filter(|key| !known.iter().any(|known| known.starts_with(&format!("{key}."))))
        .collect();
    assert!(invented.is_empty(), "docs/configuration.md speaks of settings that do not exist: {invented:?}");
}

fn is_key(word: &str) -> bool {
    word.contains('.')
        && word
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"._".contains(&byte))
}
