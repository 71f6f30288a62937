//! What the library has of one organisation, and of one campaign: its newest published texts for its public page; and
//! everything that moves when two organisations turn out to be one.

mod store;

use super::lists::{self, Filter, pages::query};
use super::terms::CAMPAIGN;
use super::words;
use crate::features::campaigns::{self, CampaignId};
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

/// The newest current texts of an organisation or for a campaign, in the language of the page.
pub async fn panels(ctx: &Ctx, tx: &mut ReadTx, of: Subject) -> Result<Vec<Panel>, Error> {
    let (organisation, campaign) = (OrganisationId::from(of.id), CampaignId::from(of.id));
    let (mut filter, title, none) = if of == organisations::subject(organisation) {
        let filter = Filter { organisation: Some(organisation), ..Filter::default() };
        (filter, "documents-of-partner", "documents-of-partner-none")
    } else if of == campaigns::subject(campaign) {
        let filter = Filter { tags: vec![(CAMPAIGN, campaign.to_string())], ..Filter::default() };
        (filter, "documents-of-campaign", "documents-of-campaign-none")
    } else {
        return Ok(Vec::new());
    };
    let l = ctx.l();
    lists::weigh(tx, &mut filter).await?;
    let (listed, _) = lists::page(tx, ctx.lang, &filter, None).await?;
    let more = (listed.len() > SHOWN).then(|| {
        let address = ctx.path(&format!("/documents{}", query(&filter, None)));
        Link::new(address, l.t("documents-of-partner-more"))
    });
    let item = |text: lists::Listed| PanelItem {
        link: Link::new(ctx.path(&format!("/documents/{}", text.document)), text.title),
        note: format!("{} · {}", l.t(words::kind(text.kind)), l.date(text.published_at)),
    };
    Ok(vec![Panel {
        order: 10,
        title: l.t(title).into_owned(),
        items: listed.into_iter().take(SHOWN).map(item).collect(),
        empty: l.t(none).into_owned(),
        more,
    }])
}
