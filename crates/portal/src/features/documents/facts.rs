//! The facts beside a text, on its page and on paper: how firm it is, who stands behind it, since when, and its tags.

use super::pages::{Fact, Full, iso_date, level_badge, organisation};
use super::terms::{self, Terms};
use crate::features::campaigns;
use platform::lang::L10n;

impl Full {
    pub fn facts(&self, l: &L10n, known: &Terms<'_>) -> Vec<Fact> {
        let mut facts = self.standing(l);
        for code in terms::codes() {
            let keys = self.tags.iter().filter(|(known, _)| known == code).map(|(_, key)| key);
            if code == terms::CAMPAIGN {
                facts.extend(keys.filter_map(|key| campaign(key, l, known)));
                continue;
            }
            let names: Vec<&str> = keys.filter_map(|key| known.name(code, key, l.lang)).collect();
            if !names.is_empty() {
                let term = l.t(terms::label(code)).into_owned();
                facts.push(Fact { term, value: names.join(", "), badge: None, href: None });
            }
        }
        facts
    }

    /// Who stands behind this edition, how firmly and since when.
    pub fn standing(&self, l: &L10n) -> Vec<Fact> {
        let edition = &self.loaded.edition;
        let plain =
            |key: &str, value: String| Fact { term: l.t(key).into_owned(), value, badge: None, href: None };
        let mut facts = Vec::new();
        if edition.level.is_some() || edition.state.is_public() {
            facts.push(Fact {
                term: l.t("documents-fact-level").into_owned(),
                value: String::new(),
                badge: Some(level_badge(edition.level, l)),
                href: None,
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

/// A campaign has a page of its own.
fn campaign(key: &str, l: &L10n, known: &Terms<'_>) -> Option<Fact> {
    let path = campaigns::path(key.parse().ok()?);
    Some(Fact {
        term: l.t(terms::label(terms::CAMPAIGN)).into_owned(),
        value: known.name(terms::CAMPAIGN, key, l.lang)?.to_owned(),
        badge: None,
        href: Some(format!("/{}{path}", l.lang)),
    })
}
