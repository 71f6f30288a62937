//! What the library has of one organisation: its newest published texts for its public page, and everything that moves
//! when two organisations turn out to be one.

mod store;

use super::lists::{self, Filter};
use super::words;
use crate::features::organisations;
use crate::web::{Ctx, Error, Link, Merge, Panel, PanelItem};
use platform::actor::OrganisationId;
use platform::db::ReadTx;
use platform::subject::Subject;

pub use store::ALL;

pub const MERGE: Merge = Merge {
    count: |tx, from| Box::pin(store::count(tx, from)),
    carry: |tx, from, into| Box::pin(store::carry(tx, from, into)),
};

const SHOWN: usize = 5;

/// The current texts of an organisation in the language of the page.
pub async fn panels(ctx: &Ctx, tx: &mut ReadTx, of: Subject) -> Result<Vec<Panel>, Error> {
    let organisation = OrganisationId::from(of.id);
    if of != organisations::subject(organisation) {
        return Ok(Vec::new());
    }
    let l = ctx.l();
    let filter = Filter { organisation: Some(organisation), ..Filter::default() };
    let (listed, _) = lists::page(tx, ctx.lang, &filter, None).await?;
    let more = (listed.len() > SHOWN).then(|| {
        let address = ctx.path(&format!("/documents?organisation={organisation}"));
        Link::new(address, l.t("documents-of-partner-more"))
    });
    let item = |text: lists::Listed| PanelItem {
        link: Link::new(ctx.path(&format!("/documents/{}", text.document)), text.title),
        note: format!("{} · {}", l.t(words::kind(text.kind)), l.date(text.published_at)),
    };
    Ok(vec![Panel {
        order: 10,
        title: l.t("documents-of-partner").into_owned(),
        items: listed.into_iter().take(SHOWN).map(item).collect(),
        empty: l.t("documents-of-partner-none").into_owned(),
        more,
    }])
}
