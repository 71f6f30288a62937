//! The facts beside a text, on its page and on paper: how firm it is, who stands behind it, since when, and its tags.

use super::pages::{Fact, Full, iso_date, level_badge, organisation};
use super::words;
use crate::features::programme::{self, Dimension};
use platform::lang::L10n;

impl Full {
    pub fn facts(&self, l: &L10n, programme: &programme::Programme) -> Vec<Fact> {
        let mut facts = self.standing(l);
        for dimension in Dimension::ALL {
            let terms = self.tags.iter().filter(|(code, _)| code == dimension.code());
            let names: Vec<&str> =
                terms.filter_map(|(_, term)| programme.name(dimension, term, l.lang)).collect();
            if !names.is_empty() {
                let term = l.t(words::dimension(dimension)).into_owned();
                facts.push(Fact { term, value: names.join(", "), badge: None });
            }
        }
        facts
    }

    /// Who stands behind this edition, how firmly and since when.
    pub fn standing(&self, l: &L10n) -> Vec<Fact> {
        let edition = &self.loaded.edition;
        let plain = |key: &str, value: String| Fact { term: l.t(key).into_owned(), value, badge: None };
        let mut facts = Vec::new();
        if edition.level.is_some() || edition.state.is_public() {
            facts.push(Fact {
                term: l.t("documents-fact-level").into_owned(),
                value: String::new(),
                badge: Some(level_badge(edition.level, l)),
            });
        }
        if let Some(approval) = &self.approval {
            facts.push(plain("documents-fact-body", organisation(&self.names, approval.body, l.lang)));
            if !approval.act_number.is_empty() {
                let act = l.f(
                    "documents-act",
                    &[
                        ("number", approval.act_number.as_str().into()),
                        ("date", iso_date(&approval.act_date, l).into()),
                    ],
                );
                facts.push(plain("documents-fact-act", act));
            }
            facts.push(plain("documents-fact-approved", l.date(approval.approved_at)));
        }
        facts.push(plain("documents-fact-edition", l.number(edition.number)));
        if let Some(at) = edition.published_at {
            facts.push(plain("documents-fact-published", l.date(at)));
        }
        if let Some(at) = edition.embargo() {
            facts.push(plain("documents-fact-embargo", l.date_time(at)));
        }
        facts.push(plain("documents-fact-lead", organisation(&self.names, edition.organisation, l.lang)));
        if !self.loaded.supporters.is_empty() {
            let names = self.loaded.supporters.iter().map(|id| organisation(&self.names, *id, l.lang));
            facts.push(plain("documents-fact-supporters", names.collect::<Vec<_>>().join(", ")));
        }
        facts
    }
}
