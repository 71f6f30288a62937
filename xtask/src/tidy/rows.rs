//! `tidy.toml`: which sections are base, and which section uses the face of which other one, with the reason.

use std::collections::{BTreeMap, BTreeSet};

use toml::Value;

use super::Finding;

pub const FILE: &str = "tidy.toml";

#[derive(Default)]
pub struct Rows {
    /// In order: each may use the faces of those before it, every other section may use them all.
    pub base: Vec<String>,
    /// Section, the section it uses.
    pub uses: BTreeSet<(String, String)>,
    /// Words of sections that the platform may say, since they mean something else there.
    pub platform_words: BTreeSet<String>,
    text: String,
}

impl Rows {
    pub fn read(text: &str) -> Result<Self, Finding> {
        let wrong = |message: String| Finding::new(FILE, 0, message);
        let table: toml::Table = text.parse().map_err(|error| wrong(format!("{error}")))?;
        let mut rows = Self { text: text.to_owned(), ..Self::default() };
        for (key, value) in &table {
            match (key.as_str(), value) {
                ("base", Value::Array(names)) => {
                    rows.base = names.iter().filter_map(Value::as_str).map(str::to_owned).collect();
                }
                ("uses", Value::Table(sections)) => {
                    for (section, faces) in sections {
                        for (face, reason) in faces.as_table().into_iter().flatten() {
                            rows.reason(reason, &format!("{section}.{face}"))?;
                            rows.uses.insert((section.clone(), face.clone()));
                        }
                    }
                }
                ("platform_words", Value::Table(words)) => {
                    for (word, reason) in words {
                        rows.reason(reason, word)?;
                        rows.platform_words.insert(word.clone());
                    }
                }
                _ => return Err(wrong(format!("`{key}` is none of base, uses, platform_words"))),
            }
        }
        Ok(rows)
    }

    fn reason(&self, reason: &Value, key: &str) -> Result<(), Finding> {
        if reason.as_str().is_some_and(|reason| reason.trim().len() > 10) {
            return Ok(());
        }
        Err(Finding::new(FILE, self.line(key), format!("`{key}` needs its reason in words")))
    }

    /// The line on which a dotted key stands.
    pub fn line(&self, key: &str) -> usize {
        self.text.lines().position(|line| line.trim_start().starts_with(key)).map_or(0, |index| index + 1)
    }

    /// Whether `section` may name the face of `face`.
    pub fn allow(&self, section: &str, face: &str) -> bool {
        let rank = |name: &str| self.base.iter().position(|base| base == name);
        let by_rank = match (rank(section), rank(face)) {
            (Some(mine), Some(other)) => other < mine,
            (None, Some(_)) => true,
            (_, None) => false,
        };
        by_rank || self.uses.contains(&(section.to_owned(), face.to_owned()))
    }

    /// A row on a circle of sections, if there is one.
    pub fn circle(&self, sections: &BTreeSet<String>) -> Option<(String, String)> {
        let reach: BTreeMap<&str, Vec<&str>> = sections
            .iter()
            .map(|from| {
                (&**from, sections.iter().filter(|to| self.allow(from, to)).map(|to| &**to).collect())
            })
            .collect();
        self.uses.iter().find(|(from, to)| from == to || leads(&reach, to, from)).cloned()
    }
}

fn leads(reach: &BTreeMap<&str, Vec<&str>>, from: &str, to: &str) -> bool {
    let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
    while let Some(here) = next.pop() {
        if here == to {
            return true;
        }
        if seen.insert(here) {
            next.extend(reach.get(here).into_iter().flatten());
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(uses: &str) -> Rows {
        Rows::read(&format!("base = ['members', 'files']\n[uses]\n{uses}")).unwrap()
    }

    fn names(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| name.to_string()).collect()
    }

    #[test]
    fn base_sections_are_ordered_and_open_to_all() {
        let rows = rows("documents.programme = 'tags come from there'");
        assert!(rows.allow("files", "members") && !rows.allow("members", "files"));
        assert!(rows.allow("documents", "files") && !rows.allow("files", "documents"));
        assert!(rows.allow("documents", "programme") && !rows.allow("programme", "documents"));
    }

    #[test]
    fn a_row_needs_a_reason() {
        let finding = Rows::read("[uses]\na.b = ''").err().unwrap();
        assert_eq!((finding.line, finding.message.as_str()), (2, "`a.b` needs its reason in words"));
        assert!(Rows::read("use = 1").is_err());
    }

    #[test]
    fn circles_are_found_through_base_sections_too() {
        let all = names(&["a", "b", "c", "members", "files"]);
        let reason = "'a good reason'";
        assert_eq!(rows(&format!("a.b = {reason}\nb.c = {reason}")).circle(&all), None);
        assert!(rows(&format!("a.b = {reason}\nb.c = {reason}\nc.a = {reason}")).circle(&all).is_some());
        assert!(rows(&format!("members.a = {reason}")).circle(&all).is_some());
        assert!(rows(&format!("a.a = {reason}")).circle(&all).is_some());
    }
}
