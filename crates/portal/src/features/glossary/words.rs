//! Terms where people read and write: explained in a public text, and remarked beside one that is written or decided on.

use super::memory::{self, Terms};
use super::model::{self, Form, Term};
use crate::web::{App, Ctx, Link, Remark, Remarks};
use platform::lang::{L10n, Lang};
use std::hash::{DefaultHasher, Hash, Hasher};

/// The HTML of a public text, with each term explained where it stands first.
pub fn explain(app: &App, lang: Lang, html: &str) -> String {
    let (terms, l) = (memory::terms(app), app.l(lang));
    // One page may show several texts, and an id is one element's.
    let mut hash = DefaultHasher::new();
    html.hash(&mut hash);
    let id = format!("term-{:x}", hash.finish());
    model::explain(terms.explained.get(lang), html, &id, |at| {
        let term = terms.all.get(at)?;
        let href = format!("/{lang}{}", super::path(&term.key));
        Some((term.definition.get(lang).clone(), href, l.t("glossary-more").into_owned()))
    })
}

/// The terms of a text list so many; more would be read by nobody.
const MOST: usize = 30;

/// A form to avoid, with all its places in the text.
struct Avoided<'t> {
    term: &'t Term,
    form: &'t Form,
    found: Vec<&'t str>,
}

/// What should be said otherwise, and what the terms of the text are called in the other languages.
pub fn remarks(ctx: &Ctx, lang: Lang, text: &str) -> Vec<Remarks> {
    let (l, terms) = (ctx.l(), memory::terms(&ctx.app));
    let (avoided, met) = found(&terms, lang, text);
    let link = |term: &Term| Some(Link::new(ctx.path(&super::path(&term.key)), l.t("glossary-open")));
    let avoided = avoided.into_iter().map(|it| {
        let instead = it.term.name(lang).map(|name| as_written(name, it.found[0]));
        let mut words = said_of(l, &it);
        if instead.is_some() {
            words = format!("{words} {}", l.t("glossary-remark-write"));
        }
        Remark { words, instead, link: link(it.term) }
    });
    let others = met.into_iter().filter_map(|term| {
        let others = Lang::ALL.into_iter().filter(|other| *other != lang);
        let others: Vec<&str> = others.filter_map(|other| term.name(other)).collect();
        let name = term.name(lang)?;
        Some(Remark { words: format!("{name} — {}", others.join(" · ")), instead: None, link: link(term) })
            .filter(|_| !others.is_empty())
    });
    vec![
        Remarks {
            title: l.t("glossary-remarks-avoid").into_owned(),
            warning: true,
            items: avoided.collect(),
        },
        Remarks {
            title: l.t("glossary-remarks-terms").into_owned(),
            warning: false,
            items: others.take(MOST).collect(),
        },
    ]
}

/// The forms to avoid in the order in which they come first, and the terms that are said as they should be.
fn found<'t>(terms: &'t Terms, lang: Lang, text: &'t str) -> (Vec<Avoided<'t>>, Vec<&'t Term>) {
    let (mut avoided, mut met): (Vec<Avoided<'t>>, Vec<&'t Term>) = (Vec::new(), Vec::new());
    for hit in terms.forms.get(lang).find(text) {
        let term = &terms.all[hit.term];
        let form = &term.forms[hit.form];
        if form.is_said() {
            if !met.iter().any(|known| known.id == term.id) {
                met.push(term);
            }
        } else {
            match avoided.iter_mut().find(|known| known.form.id == form.id) {
                Some(known) => known.found.push(&text[hit.span]),
                None => avoided.push(Avoided { term, form, found: vec![&text[hit.span]] }),
            }
        }
    }
    (avoided, met)
}

fn said_of(l: &L10n, avoided: &Avoided) -> String {
    let mut forms: Vec<String> = Vec::new();
    for found in &avoided.found {
        let quoted = l.f1("glossary-quoted", "words", *found);
        if forms.len() < 3 && !forms.contains(&quoted) {
            forms.push(quoted);
        }
    }
    let reason = ("reason", avoided.form.reason.as_str().into());
    let found = ("found", forms.join(", ").into());
    match avoided.found.len() {
        1 => l.f("glossary-remark", &[found, reason]),
        times => l.f("glossary-remark-times", &[found, ("count", times.into()), reason]),
    }
}

/// Words that begin as what they stand for: large at the beginning of a sentence.
fn as_written(words: &str, instead_of: &str) -> String {
    let mut letters = instead_of.chars();
    let large = letters.next().is_some_and(char::is_uppercase) && letters.any(char::is_lowercase);
    match words.chars().next().filter(|_| large) {
        Some(first) => first.to_uppercase().chain(words.chars().skip(1)).collect(),
        None => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::glossary::samples;

    #[test]
    fn what_is_avoided_comes_once_with_all_its_places_and_the_rest_is_named() {
        let terms = Terms::new(vec![samples::example()]);
        let text = "Рабство. О рабстве и торговле людьми, о рабстве; торговля людьми.";
        let (avoided, met) = found(&terms, Lang::Ru, text);
        assert_eq!(avoided.len(), 1);
        assert_eq!(avoided[0].found, ["Рабство", "рабстве", "рабстве"]);
        assert_eq!(met.len(), 1);
        assert_eq!(found(&terms, Lang::Ky, text).0.len(), 0, "it is no Kyrgyz text");
    }

    #[test]
    fn the_better_words_begin_as_those_they_stand_for() {
        assert_eq!(as_written("торговля людьми", "Рабством"), "Торговля людьми");
        assert_eq!(as_written("торговля людьми", "рабством"), "торговля людьми");
        assert_eq!(as_written("жертва торговли людьми", "ЖТЛ"), "жертва торговли людьми");
    }
}
