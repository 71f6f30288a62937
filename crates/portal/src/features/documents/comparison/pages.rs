//! The comparison of languages as the page of a draft and of a decision show it.

use super::super::model::{Edition, State};
use super::super::pages::work_path;
use super::super::words;
use super::claims::Claim;
use super::model::Difference;
use super::store;
use crate::web::{Ctx, Error};
use platform::actor::Actor;
use platform::db::ReadTx;
use platform::lang::{L10n, Lang};

/// Another language of the document.
pub struct Other {
    pub lang: Lang,
    pub href: String,
    pub title: String,
    /// Which edition it is, how far, and whether it is behind.
    pub standing: String,
    pub only_here: Vec<String>,
    pub only_there: Vec<String>,
}

#[derive(Default)]
pub struct Comparison {
    pub others: Vec<Other>,
    /// Why the differences are right, as was said when the text was handed in.
    pub reason: String,
}

impl Comparison {
    pub fn differs(&self) -> bool {
        self.others.iter().any(|other| !other.only_here.is_empty() || !other.only_there.is_empty())
    }

    pub async fn load(
        ctx: &Ctx,
        tx: &mut ReadTx,
        actor: &Actor,
        edition: &Edition,
    ) -> Result<Comparison, Error> {
        let others = store::others(tx, actor, edition).await?;
        let reason = if others.is_empty() { String::new() } else { store::reason(tx, edition.id).await? };
        Ok(Comparison { others: others.iter().map(|it| other(ctx, edition, it)).collect(), reason })
    }
}

fn other(ctx: &Ctx, here: &Edition, there: &Edition) -> Other {
    let l = ctx.l();
    let Difference { only_here, only_there } = Difference::between(here, there);
    let said = |claims: Vec<Claim>| claims.iter().map(|claim| in_words(l, claim)).collect();
    let state = l.t(words::state(there.state)).into_owned();
    let key = match there.number.cmp(&here.number) {
        std::cmp::Ordering::Less => "documents-comparison-behind",
        std::cmp::Ordering::Equal => "documents-comparison-level",
        std::cmp::Ordering::Greater => "documents-comparison-ahead",
    };
    let href = match there.state {
        State::Published => format!("/{}/documents/{}", there.language, there.document),
        _ => ctx.path(&work_path(there.id)),
    };
    Other {
        lang: there.language,
        href,
        title: there.text.title.clone(),
        standing: l
            .f(key, &[("number", there.number.into()), ("own", here.number.into()), ("state", state.into())]),
        only_here: said(only_here),
        only_there: said(only_there),
    }
}

fn in_words(l: &L10n, claim: &Claim) -> String {
    match claim {
        Claim::Number(digits) => digits.clone(),
        Claim::Percent(digits) => format!("{digits} %"),
        Claim::Day(day, month) => format!("{day:02}.{month:02}"),
        Claim::Time(hours, minutes) => format!("{hours}:{minutes:02}"),
        Claim::Phone(digits) => l.f1("documents-comparison-phone", "number", digits.as_str()),
        Claim::Link(address) => address.clone(),
        Claim::Reference(reference) => format!("{{{{{reference}}}}}"),
        Claim::Act(number) => format!("№ {number}"),
    }
}

/// For the gallery.
pub fn sample(ctx: &Ctx, here: &Edition) -> Comparison {
    let mut there = Edition { language: Lang::Ky, number: 2, state: State::Published, ..here.clone() };
    there.text.body = "Тренинг 4-декабрда, 25 орун, +996 312 000000.".to_owned();
    Comparison {
        others: vec![other(ctx, here, &there)],
        reason: "Места добавили после выхода кыргызского текста.".to_owned(),
    }
}
