//! The form of a term as it is sent: a definition and, line by line, what to say and what to avoid, in each language.

use super::model::{Confidence, Details, Entered, Form, Manner, Term, line};
use platform::lang::{Lang, Localized};
use serde::Deserialize;

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct TermForm {
    pub key: String,
    pub version: i64,
    pub definition_ky: String,
    pub definition_ru: String,
    pub definition_en: String,
    pub explained: String,
    pub say_ky: String,
    pub say_ru: String,
    pub say_en: String,
    pub avoid_ky: String,
    pub avoid_ru: String,
    pub avoid_en: String,
}

/// Stands behind a form that whoever enters it is not sure of.
const UNSURE: char = '?';
const DASHES: [&str; 3] = [" — ", " – ", " - "];

impl TermForm {
    pub fn of(term: Term) -> Self {
        let said = |lang: Lang| lines(term.of(lang).filter(|form| form.is_said()).map(shown));
        let avoided = |lang: Lang| {
            let forms = term.of(lang).filter(|form| !form.is_said());
            lines(forms.map(|form| format!("{}{}{}", shown(form), DASHES[0], form.reason)))
        };
        TermForm {
            say_ky: said(Lang::Ky),
            say_ru: said(Lang::Ru),
            say_en: said(Lang::En),
            avoid_ky: avoided(Lang::Ky),
            avoid_ru: avoided(Lang::Ru),
            avoid_en: avoided(Lang::En),
            explained: if term.explained { "yes".into() } else { String::new() },
            version: term.version,
            definition_ky: term.definition.ky,
            definition_ru: term.definition.ru,
            definition_en: term.definition.en,
            key: term.key,
        }
    }

    pub fn details(&self) -> Details {
        let written = [
            (Lang::Ky, &self.say_ky, &self.avoid_ky),
            (Lang::Ru, &self.say_ru, &self.avoid_ru),
            (Lang::En, &self.say_en, &self.avoid_en),
        ];
        let forms = written.into_iter().flat_map(|(lang, say, avoid)| {
            let say = filled(say).map(move |words| entered(lang, Manner::Also, &words, ""));
            let avoid = filled(avoid).map(move |words| {
                let parts = DASHES.iter().find_map(|dash| words.split_once(dash));
                let (words, reason) = parts.unwrap_or((words.trim_end_matches(['—', '–', '-', ' ']), ""));
                entered(lang, Manner::Avoid, words, reason)
            });
            say.chain(avoid)
        });
        let (ky, ru, en) =
            (self.definition_ky.clone(), self.definition_ru.clone(), self.definition_en.clone());
        Details {
            definition: Localized { ky, ru, en },
            explained: self.explained == "yes",
            forms: forms.collect(),
        }
    }
}

fn shown(form: &Form) -> String {
    if form.is_shown() { form.words.clone() } else { format!("{} {UNSURE}", form.words) }
}

fn lines(forms: impl Iterator<Item = String>) -> String {
    forms.collect::<Vec<_>>().join("\n")
}

fn filled(text: &str) -> impl Iterator<Item = String> {
    text.lines().map(line).filter(|line| !line.is_empty())
}

/// Somebody who knows a language enters what they are sure of.
fn entered(language: Lang, manner: Manner, words: &str, reason: &str) -> Entered {
    let (words, confidence) = match words.strip_suffix(UNSURE) {
        Some(words) => (words, Confidence::Low),
        None if language == Lang::Ky => (words, Confidence::Medium),
        None => (words, Confidence::High),
    };
    Entered { language, words: line(words), manner, reason: line(reason), confidence }
}

/// The version that a page showed.
#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
pub struct VersionForm {
    pub version: i64,
}

/// A form without fields.
#[derive(Deserialize)]
pub struct Nothing {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::glossary::samples;

    #[test]
    fn a_term_comes_back_from_its_form_as_it_was() {
        let term = samples::example();
        let details = TermForm::of(term.clone()).details();
        let checked = details.checked().unwrap();
        let words = |form: &Entered| (form.language, form.words.clone(), form.manner, form.reason.clone());
        let kept: Vec<_> = checked.forms.iter().map(words).collect();
        let was: Vec<_> = term
            .forms
            .iter()
            .map(|form| (form.language, form.words.clone(), form.manner, form.reason.clone()))
            .collect();
        assert_eq!(kept, was);
        assert_eq!(checked.definition, term.definition);
        let unsure = |form: &&Entered| form.confidence == Confidence::Low;
        assert_eq!(checked.forms.iter().filter(unsure).count(), 1, "the one that nobody vouched for");
    }

    #[test]
    fn a_line_to_avoid_has_its_reason_behind_a_dash() {
        let form = TermForm {
            avoid_ru: "рабство - в законе иначе\nЖТЛ —\n\nпоп-звезда".into(),
            ..TermForm::default()
        };
        let read: Vec<_> = form.details().forms.into_iter().map(|it| (it.words, it.reason)).collect();
        let pair = |words: &str, reason: &str| (words.to_owned(), reason.to_owned());
        assert_eq!(read, [pair("рабство", "в законе иначе"), pair("ЖТЛ", ""), pair("поп-звезда", "")]);
    }
}
