//! Forms that no rule explains, each with its stem.

use std::collections::HashMap;
use std::sync::LazyLock;

use rustc_hash::FxBuildHasher;

static ROOTS: LazyLock<HashMap<&'static str, &'static str, FxBuildHasher>> = LazyLock::new(|| {
    let lines = include_str!("exceptions.txt").lines().filter(|line| !line.starts_with('#'));
    let pairs = lines.filter_map(|line| line.split_once(':'));
    pairs.flat_map(|(root, forms)| forms.split_whitespace().map(move |form| (form, root.trim()))).collect()
});

pub fn root(form: &str) -> Option<&'static str> {
    ROOTS.get(form).copied()
}
