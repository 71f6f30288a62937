//! Names of people for sentences, loaded once for a whole list.

use super::app::App;
use platform::activity::Activity;
use platform::actor::MemberId;
use platform::db::ReadTx;
use platform::lang::L10n;
use std::collections::HashMap;

/// Names by member. A person who was erased has none.
#[derive(Clone, Debug, Default)]
pub struct Names(HashMap<MemberId, String>);

impl FromIterator<(MemberId, String)> for Names {
    fn from_iter<I: IntoIterator<Item = (MemberId, String)>>(names: I) -> Self {
        Names(names.into_iter().collect())
    }
}

impl Names {
    /// The name, or words for somebody who is no longer known.
    pub fn of(&self, member: MemberId, l: &L10n) -> String {
        self.0.get(&member).cloned().unwrap_or_else(|| l.t("web-former-member").into_owned())
    }

    /// Who did it, in words: a member's name, the portal, or a guest.
    pub fn actor(&self, event: &Activity, l: &L10n) -> String {
        match event.member() {
            Some(member) => self.of(member, l),
            None if event.actor == "guest" => l.t("web-guest").into_owned(),
            None => l.t("web-the-portal").into_owned(),
        }
    }
}

impl App {
    /// The names of everybody these events speak of: one query for the whole list.
    pub async fn names(&self, tx: &mut ReadTx, events: &[Activity]) -> platform::db::Result<Names> {
        let mut members: Vec<MemberId> = Vec::new();
        for event in events {
            members.extend(event.member());
            members.extend(self.feature_of(event).map(|feature| (feature.people)(event)).unwrap_or_default());
        }
        members.sort_unstable();
        members.dedup();
        self.names_of(tx, &members).await
    }

    /// The names of these people, in one query.
    pub async fn names_of(&self, tx: &mut ReadTx, members: &[MemberId]) -> platform::db::Result<Names> {
        match self.features.iter().find_map(|feature| feature.names) {
            Some(load) if !members.is_empty() => load(tx, members).await,
            _ => Ok(Names::default()),
        }
    }
}
