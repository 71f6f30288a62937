//! The data of the section's pages, and how it is made from terms.

use super::forms::TermForm;
use super::model::{Form, Manner, Term};
use super::{INDEX, path, policy};
use crate::web::{Ctx, FormErrors, HistoryEntry, Names, Shell};
use askama::Template;
use platform::lang::{L10n, Lang};

/// A form to avoid, and why.
pub struct Avoided {
    pub words: String,
    pub reason: String,
}

/// A term as the list shows it.
pub struct Row {
    pub href: String,
    /// The word for it, in the language of the page if there is one.
    pub lang: Lang,
    pub name: String,
    pub definition: String,
    /// The words for it in the other languages.
    pub others: Vec<(Lang, String)>,
    pub avoid: Vec<Avoided>,
    /// For members: the language of the page lacks a word that readers may see.
    pub waits: bool,
}

impl Row {
    fn of(ctx: &Ctx, term: &Term) -> Row {
        let here = ctx.lang;
        let (lang, name) = term.name_or_other(here);
        let others = Lang::ALL.into_iter().filter(|other| *other != lang && *other != here);
        let avoid = term.of(here).filter(|form| !form.is_said() && form.is_shown());
        Row {
            href: ctx.path(&path(&term.key)),
            lang,
            name: name.to_owned(),
            definition: term.definition.get(here).clone(),
            others: others.filter_map(|other| Some((other, term.name(other)?.to_owned()))).collect(),
            avoid: avoid
                .map(|form| Avoided { words: form.words.clone(), reason: form.reason.clone() })
                .collect(),
            waits: ctx.member().is_some() && lang != here,
        }
    }
}

/// The terms that begin with one letter.
pub struct Letter {
    pub letter: String,
    pub rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "features/glossary/pages/index.html")]
pub struct IndexPage {
    pub p: Shell,
    pub letters: Vec<Letter>,
    pub count: usize,
    /// What was looked for.
    pub q: String,
    pub may_edit: bool,
    /// Known terms that could be loaded.
    pub known: usize,
    pub export: String,
}

/// Terms by the alphabet of the page's language, those that lack a word in it by the one they have.
pub fn index_page(ctx: &Ctx, p: Shell, terms: &[Term], q: String, known: usize) -> IndexPage {
    let l = ctx.l();
    let mut rows: Vec<Row> =
        terms.iter().filter(|term| fits(term, &q)).map(|term| Row::of(ctx, term)).collect();
    rows.sort_by(|a, b| l.compare(&a.name, &b.name));
    let count = rows.len();
    let mut letters: Vec<Letter> = Vec::new();
    for row in rows {
        let letter = first_letter(&row.name);
        match letters.iter_mut().find(|known| known.letter == letter) {
            Some(known) => known.rows.push(row),
            None => letters.push(Letter { letter, rows: vec![row] }),
        }
    }
    IndexPage {
        p,
        letters,
        count,
        q,
        may_edit: policy::may_edit(&ctx.actor()),
        known,
        export: ctx.path(&format!("{INDEX}/export.csv")),
    }
}

fn first_letter(name: &str) -> String {
    let first = name.chars().find(|c| c.is_alphanumeric());
    first.map_or_else(String::new, |c| {
        if c.is_numeric() { "0–9".to_owned() } else { c.to_uppercase().collect() }
    })
}

/// As search reads letters: о for ө, Latin ones that look alike, any case.
fn folded(words: &str) -> String {
    let folded: Vec<_> =
        words.split_whitespace().map(|word| morph::loose(&morph::fold(word)).into_owned()).collect();
    folded.join(" ")
}

/// Whether a term is meant by what somebody looks for.
fn fits(term: &Term, q: &str) -> bool {
    let q = folded(q);
    q.is_empty() || term.forms.iter().any(|form| folded(&form.words).contains(&q))
}

/// A form as the page of its term shows it.
pub struct Line {
    pub words: String,
    pub preferred: bool,
    /// Which of several to say.
    pub note: String,
    pub reason: String,
    /// Who vouched for it and when, in words.
    pub confirmed: String,
    /// For members: how sure it is, with the class of its badge.
    pub confidence: Option<(&'static str, String)>,
    /// Where a member vouches for it, and where that is taken back.
    pub confirm: Option<String>,
    pub doubt: Option<String>,
}

impl Line {
    fn of(ctx: &Ctx, term: &Term, form: &Form, names: &Names) -> Line {
        let (l, actor) = (ctx.l(), ctx.actor());
        let base = ctx.path(&format!("{}/forms/{}/confirmation", path(&term.key), form.id));
        let waits = !form.is_shown();
        let several = form.is_said() && term.said(form.language).count() > 1;
        let sure = || (if waits { "warn" } else { "none" }, l.t(form.confidence.label()).into_owned());
        Line {
            words: form.words.clone(),
            preferred: form.manner == Manner::Preferred,
            note: if several { l.t(form.manner.label()).into_owned() } else { String::new() },
            reason: form.reason.clone(),
            confirmed: confirmed(ctx, form, names),
            // Of the other languages there is nothing to doubt.
            confidence: (ctx.member().is_some() && (form.language == Lang::Ky || waits)).then(sure),
            confirm: (waits && policy::may_confirm(&actor)).then(|| base.clone()),
            doubt: (form.confirmed.is_some() && policy::may_edit(&actor)).then(|| format!("{base}/removal")),
        }
    }
}

/// Readers learn that somebody vouched for a form and when; members also who.
fn confirmed(ctx: &Ctx, form: &Form, names: &Names) -> String {
    let l: &L10n = ctx.l();
    let Some((at, by)) = form.confirmed else { return String::new() };
    match ctx.member() {
        None => l.f1("glossary-confirmed", "date", l.date(at)),
        Some(_) => {
            let args = [("name", names.of(by, l).into()), ("date", l.date(at).into())];
            l.f("glossary-confirmed-by", &args)
        }
    }
}

/// What to say and what to avoid in one language.
pub struct Block {
    pub lang: Lang,
    pub definition: String,
    pub say: Vec<Line>,
    pub avoid: Vec<Line>,
}

/// What only members see of a term.
pub struct Inside {
    pub may_edit: bool,
    pub version: i64,
    pub base: String,
    pub history: Vec<HistoryEntry>,
}

#[derive(Template)]
#[template(path = "features/glossary/pages/show.html")]
pub struct ShowPage {
    pub p: Shell,
    pub title_lang: Lang,
    pub definition: String,
    /// The page's language first.
    pub blocks: Vec<Block>,
    pub inside: Option<Inside>,
}

pub fn show_page(ctx: &Ctx, p: Shell, term: &Term, names: &Names, history: Vec<HistoryEntry>) -> ShowPage {
    let languages = [ctx.lang].into_iter().chain(Lang::ALL.into_iter().filter(|lang| *lang != ctx.lang));
    let block = |lang: Lang| {
        let lines = |said: bool| {
            let forms = term.of(lang).filter(move |form| form.is_said() == said);
            forms.map(|form| Line::of(ctx, term, form, names)).collect()
        };
        let definition = if lang == ctx.lang { String::new() } else { term.definition.get(lang).clone() };
        Block { lang, definition, say: lines(true), avoid: lines(false) }
    };
    ShowPage {
        p,
        title_lang: term.name_or_other(ctx.lang).0,
        definition: term.definition.get(ctx.lang).clone(),
        blocks: languages.map(block).collect(),
        inside: ctx.member().map(|_| Inside {
            may_edit: policy::may_edit(&ctx.actor()),
            version: term.version,
            base: ctx.path(&path(&term.key)),
            history,
        }),
    }
}

#[derive(Template)]
#[template(path = "features/glossary/pages/form.html")]
pub struct FormPage {
    pub p: Shell,
    pub errors: FormErrors,
    pub action: String,
    pub is_new: bool,
    pub form: TermForm,
}

pub fn form_page(ctx: &Ctx, p: Shell, is_new: bool, form: TermForm, errors: FormErrors) -> FormPage {
    let action = ctx.path(&if is_new { INDEX.to_owned() } else { path(&form.key) });
    FormPage { p: p.crumb(ctx.path(INDEX), ctx.l().t("glossary-title")), errors, action, is_new, form }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::glossary::samples;

    #[test]
    fn a_term_is_found_however_it_is_typed() {
        let term = samples::example();
        for q in ["", " ", "Адам САТУУ", "кулч", "торговл", "traffick", "адaм"] {
            assert!(fits(&term, q), "{q}");
        }
        assert!(!fits(&term, "жумуш"));
    }

    #[test]
    fn a_name_stands_under_its_first_letter() {
        let letters = ["«Борбор Азия»", "өнөктүк", "100 күн", "«»"].map(first_letter);
        assert_eq!(letters, ["Б", "Ө", "0–9", ""]);
    }
}
