//! What one language claims and the other does not. Pure.

use super::super::model::Edition;
use super::claims::{Claim, claims};
use std::collections::BTreeSet;

/// The claims of only one of two texts.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Difference {
    pub only_here: Vec<Claim>,
    pub only_there: Vec<Claim>,
}

impl Difference {
    pub fn between(here: &Edition, there: &Edition) -> Difference {
        Difference::of(&claims_of(here), &claims_of(there))
    }

    fn of(here: &BTreeSet<Claim>, there: &BTreeSet<Claim>) -> Difference {
        let only = |one: &BTreeSet<Claim>, other: &BTreeSet<Claim>| -> Vec<Claim> {
            one.difference(other).cloned().collect()
        };
        let (mut only_here, mut only_there) = (only(here, there), only(there, here));
        // «Семь дней» and “7 days” say the same. Two different figures up to ten do not.
        let small = |claims: &[Claim]| claims.iter().any(Claim::is_small);
        if !(small(&only_here) && small(&only_there)) {
            only_here.retain(|claim| !claim.is_small());
            only_there.retain(|claim| !claim.is_small());
        }
        Difference { only_here, only_there }
    }

    pub fn is_empty(&self) -> bool {
        self.only_here.is_empty() && self.only_there.is_empty()
    }
}

fn claims_of(edition: &Edition) -> BTreeSet<Claim> {
    let facts = edition.text.fields.exact(edition.kind).join("\n");
    claims(edition.language, &format!("{}\n{facts}", edition.in_words()))
}

#[cfg(test)]
mod tests {
    use super::super::super::samples::edition;
    use super::*;
    use platform::lang::Lang;

    fn difference(ru: &str, ky: &str) -> Difference {
        let text = |language, body: &str| {
            let mut edition = edition();
            edition.language = language;
            edition.text.body = body.to_owned();
            edition
        };
        Difference::between(&text(Lang::Ru, ru), &text(Lang::Ky, ky))
    }

    #[test]
    fn a_figure_that_stands_in_one_language_only_is_found() {
        let found = difference("Мест 25, 3 декабря.", "20 орун, 4-декабрь.");
        assert_eq!(found.only_here, [Claim::Number("25".into()), Claim::Day(3, 12)]);
        assert_eq!(found.only_there, [Claim::Number("20".into()), Claim::Day(4, 12)]);
        assert!(difference("Мест 25, 3 декабря.", "25 орун, 3-декабрь.").is_empty());
    }

    #[test]
    fn a_small_number_may_be_a_word_in_one_language_but_not_another_number() {
        assert!(difference("Через 7 дней.", "Жети күндөн кийин.").is_empty());
        let found = difference("Через 7 дней.", "5 күндөн кийин.");
        assert_eq!(found.only_there, [Claim::Number("5".into())]);
    }
}
