//! Tells people what happened: a row for each event and person, shown in a list, and a mail where the section asks for one.
//!
//! The section that recorded an event decides who is told and writes the sentence and the mail. Here it only is
//! made sure that each is told once, that nobody is told of their own acts, and that a right lost since then hides
//! the notice. Sending, with its tries and failures, is in `platform::mail`.

mod pages;
mod routes;
mod store;

use crate::web::{App, Feature, NavItem, NoticeMail, Personal, members};
use futures_util::future::BoxFuture;
use platform::activity::{Activity, Kind, Reader};
use platform::db::WriteTx;
use platform::lang::Locales;
use platform::mail;
use std::sync::Arc;

pub const FEATURE: Feature = Feature {
    name: "notifications",
    locales: Locales {
        ky: include_str!("locales/ky.ftl"),
        ru: include_str!("locales/ru.ftl"),
        en: include_str!("locales/en.ftl"),
    },
    routes: routes::routes,
    statements: || store::ALL.to_vec(),
    nav: &[NavItem {
        label: "notifications-title",
        order: 70,
        path: "/notifications",
        shown_to: members,
        count: Some(|tx, member| Box::pin(store::unseen(tx, member.id))),
    }],
    personal: Some(Personal {
        copy: |tx, id| Box::pin(store::copy(tx, id)),
        erase: |tx, id| Box::pin(store::forget(tx, id)),
    }),
    panels: Some(|ctx, tx| Box::pin(pages::panels(ctx, tx))),
    gallery: Some(pages::gallery),
    reader: Some(|app| Arc::new(Notifications { app: app.clone() })),
    ..Feature::EMPTY
};

struct Notifications {
    app: App,
}

impl Reader for Notifications {
    fn name(&self) -> &'static str {
        FEATURE.name
    }

    fn kind(&self) -> Kind {
        Kind::Effect
    }

    fn handle<'a>(&'a self, tx: &'a mut WriteTx, event: &'a Activity) -> BoxFuture<'a, anyhow::Result<()>> {
        Box::pin(async move {
            let Some(told) = self.app.feature_of(event).and_then(|feature| feature.notices) else {
                return Ok(());
            };
            let mut notices = told(tx, event).await?;
            notices.retain(|notice| event.member() != Some(notice.member));
            if let Some(reroute) = self.app.features.iter().find_map(|feature| feature.reroute) {
                notices = reroute(tx, notices).await?;
            }
            for notice in notices {
                if event.member() == Some(notice.member) {
                    continue;
                }
                store::insert(tx, event.seq, notice.member).await?;
                if let Some(kind) = notice.mail {
                    let once = format!("notice:{}:{}", event.seq, notice.member);
                    mail::queue(tx, kind, notice.member, &NoticeMail { seq: event.seq }, &once).await?;
                }
            }
            Ok(())
        })
    }
}
