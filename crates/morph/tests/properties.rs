//! What holds for any text at all, whoever typed it.

use morph::{LONGEST_TOKEN, Language, MOST_CANDIDATES, fold, key, keys_of, loose, tokens};
use proptest::prelude::*;

/// Anything, and things that look like words of ours.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[а-яёөүңА-Я'’-]{0,50}",
        "[a-zA-Z'-]{0,30}",
        "[а-яa-z0-9 .,-]{0,80}",
        "(кыз|бер|мамлекет|адам|боё|таануу|баш)(лар|тар|ы|ын|нын|ла|оо|уу|ба|п|ган|да|гы|ң|м|ий){0,8}",
        "(пере|за|при|от)?(йд|да|бра|организ|ош)(ет|ова|ть|ся|енн|ый|ого|ок|ей|сь){0,6}",
        "(be|trav|organ|our|tr)(ll|ed|ing|s|e|ies|is|our|er|est|'s){0,6}",
    ]
}

fn languages() -> impl Strategy<Value = Language> {
    prop::sample::select(Language::ALL.to_vec())
}

proptest! {
    #[test]
    fn folding_twice_changes_nothing(text in texts()) {
        let once = fold(&text).into_owned();
        prop_assert_eq!(fold(&once), once.as_str());
        let typed = loose(&once).into_owned();
        prop_assert_eq!(loose(&typed), typed.as_str());
    }

    #[test]
    fn a_key_is_that_of_the_folded_word(language in languages(), text in texts()) {
        let folded = fold(&text);
        prop_assert_eq!(key(language, &text), key(language, &folded));
    }

    #[test]
    fn a_key_is_hardly_longer_than_its_word(language in languages(), text in texts()) {
        let folded = fold(&text).into_owned();
        let longest = folded.chars().count().max(4) * 2 + 8;
        prop_assert!(key(language, &text).chars().count() <= longest);
    }

    #[test]
    fn a_word_with_letters_has_a_key(language in languages(), word in "[а-яөүң]{1,30}|[a-z]{1,30}") {
        prop_assert!(!key(language, &word).is_empty());
    }

    #[test]
    fn tokens_stand_where_they_say_in_order_and_bounded(text in texts()) {
        let mut end = 0;
        for token in tokens(&text) {
            prop_assert_eq!(&text[token.span.clone()], token.text);
            prop_assert!(token.span.start >= end && !token.text.is_empty());
            prop_assert!(token.text.chars().count() <= LONGEST_TOKEN);
            end = token.span.end;
        }
        prop_assert!(keys_of(Language::Kyrgyz, &text).count() <= 2 * text.chars().count());
    }

    #[test]
    fn a_word_has_few_readings_in_other_letters(text in texts()) {
        let readings = morph::transliterations(&text);
        prop_assert!(readings.len() <= MOST_CANDIDATES);
        prop_assert!(readings.iter().all(|reading| !reading.is_empty()));
    }
}
