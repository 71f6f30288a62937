//! Words of different languages that mean the same, ready to be looked for. Which these are, sections declare; a typical
//! group is «адам сатуу», «кулчулук», «торговля людьми», “trafficking in persons”.

use super::analysis::{self, Asked};
use morph::Language;
use platform::lang::Lang;
use std::collections::HashMap;
use std::ops::Range;

/// How one expression is looked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Synonym {
    Word {
        key: String,
    },
    /// Two words that follow each other. Of a longer expression its first two say enough.
    Pair {
        pair: String,
        keys: [String; 2],
    },
}

impl Synonym {
    /// The keys of its words.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        let keys: &[String] = match self {
            Synonym::Word { key } => std::slice::from_ref(key),
            Synonym::Pair { keys, .. } => keys,
        };
        keys.iter().map(String::as_str)
    }
}

/// No expression is longer.
const LONGEST: usize = 4;

#[derive(Default, Debug)]
pub struct Synonyms {
    groups: Vec<Vec<Synonym>>,
    /// The groups of an expression, by the keys of its words.
    by_keys: HashMap<Vec<String>, Vec<usize>>,
}

impl Synonyms {
    pub fn new(groups: Vec<Vec<(Lang, String)>>) -> Synonyms {
        let mut synonyms = Synonyms::default();
        for group in groups.into_iter().filter(|group| group.len() > 1) {
            let number = synonyms.groups.len();
            let mut meant = Vec::new();
            for (lang, expression) in &group {
                let language = analysis::language(*lang);
                let words = analysis::asked(expression);
                let keys: Vec<String> =
                    words.iter().map(|asked| analysis::key(language, &asked.folded)).collect();
                if keys.is_empty() || keys.len() > LONGEST {
                    continue;
                }
                let synonym = match &words[..] {
                    [first, second, ..] => Synonym::Pair {
                        pair: analysis::pair(language, &first.folded, &second.folded),
                        keys: [keys[0].clone(), keys[1].clone()],
                    },
                    _ => Synonym::Word { key: keys[0].clone() },
                };
                if !meant.contains(&synonym) {
                    meant.push(synonym);
                }
                let of = synonyms.by_keys.entry(keys).or_default();
                if !of.contains(&number) {
                    of.push(number);
                }
            }
            synonyms.groups.push(meant);
        }
        synonyms
    }

    fn meant(&self, words: &[Asked]) -> Vec<&Synonym> {
        let mut meant: Vec<&Synonym> = Vec::new();
        for language in Language::ALL {
            let keys: Vec<String> =
                words.iter().map(|asked| analysis::key(language, &asked.folded)).collect();
            for group in self.by_keys.get(&keys).into_iter().flatten() {
                meant.extend(self.groups[*group].iter());
            }
        }
        meant.truncate(12);
        meant
    }

    /// What one word means in other words.
    pub fn of_word(&self, folded: &str) -> Vec<&Synonym> {
        self.meant(&[Asked { folded: folded.to_owned(), joined: false }])
    }

    /// Expressions of several words within a query, and what they mean in other words: the longest, at most two.
    pub fn within(&self, asked: &[Asked]) -> Vec<(Range<usize>, Vec<&Synonym>)> {
        let mut found = Vec::new();
        for length in (2..=asked.len().min(LONGEST)).rev() {
            for start in 0..=asked.len() - length {
                let meant = self.meant(&asked[start..start + length]);
                if !meant.is_empty() && found.len() < 2 {
                    found.push((start..start + length, meant));
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn synonyms() -> Synonyms {
        let group = [
            (Lang::Ky, "адам сатуу"),
            (Lang::Ky, "кулчулук"),
            (Lang::Ru, "торговля людьми"),
            (Lang::En, "trafficking in persons"),
        ];
        Synonyms::new(vec![group.map(|(lang, words)| (lang, words.to_owned())).to_vec()])
    }

    #[test]
    fn a_word_in_any_form_stands_for_its_group() {
        let synonyms = synonyms();
        assert_eq!(synonyms.of_word("кулчулукка").len(), 4);
        assert!(synonyms.of_word("жардам").is_empty());
    }

    #[test]
    fn an_expression_is_found_within_a_longer_query() {
        let synonyms = synonyms();
        let asked = analysis::asked("жертвам торговли людьми");
        let found = synonyms.within(&asked);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].0, 1..3);
        assert!(synonyms.within(&analysis::asked("people in persons")).is_empty());
    }

    #[test]
    fn a_term_without_another_word_for_it_is_no_group() {
        assert!(Synonyms::new(vec![vec![(Lang::Ky, "кулчулук".into())]]).of_word("кулчулук").is_empty());
    }
}
