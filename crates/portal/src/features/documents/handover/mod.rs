//! What one person has open in the library, for when they leave: drafts they began, and texts they submitted that are not
//! approved yet. Approved texts stay as they are: somebody decided on exactly who had submitted what.

mod store;

use super::actions::load;
use super::events::Facts;
use super::pages::work_path;
use super::words;
use crate::features::organisations;
use crate::web::{Ctx, Error, Link, OpenWork, PanelItem, Personal};
use platform::actor::{Actor, MemberId, OrganisationId};
use platform::db::{DbError, ReadTx, Result, WriteTx};

pub use store::ALL;

pub const OPEN_WORK: OpenWork = OpenWork {
    list: |ctx, tx, member| Box::pin(list(ctx, tx, member)),
    hand_over: |tx, from, to, organisation| Box::pin(hand_over(tx, from, to, organisation)),
};

pub const PERSONAL: Personal = Personal {
    copy: |tx, id| Box::pin(store::copy(tx, id)),
    // Texts belong to their organisation; who wrote them is an id.
    erase: |_, _| Box::pin(async { Ok(()) }),
};

async fn list(
    ctx: &Ctx,
    tx: &mut ReadTx,
    member: MemberId,
) -> std::result::Result<Vec<(OrganisationId, PanelItem)>, Error> {
    let l = ctx.l();
    let open = store::open(tx, member).await?;
    let ids: Vec<i64> = open.iter().map(|row| row.id.get()).collect();
    let seen = super::store::visible_ones(tx, &ctx.actor(), &ids).await?;
    let owners: Vec<OrganisationId> = open.iter().map(|row| row.organisation).collect();
    let names = organisations::names(tx, &owners).await?;
    let item = |row: super::store::Work| {
        let note = [
            l.t(words::state(row.state)).into_owned(),
            l.t(words::kind(row.kind)).into_owned(),
            row.language.own_name().to_owned(),
            super::pages::organisation(&names, row.organisation, l.lang),
        ];
        // The chair moves a draft without seeing what it says.
        let link = if !seen.contains(&row.id.get()) {
            Link::new("", l.t("documents-hidden"))
        } else if row.title.is_empty() {
            Link::new(ctx.path(&work_path(row.id)), l.t("documents-untitled"))
        } else {
            Link::new(ctx.path(&work_path(row.id)), row.title.as_str())
        };
        (row.organisation, PanelItem { link, note: note.join(" · ") })
    };
    Ok(open.into_iter().map(item).collect())
}

async fn hand_over(
    tx: &mut WriteTx,
    from: MemberId,
    to: MemberId,
    organisation: OrganisationId,
) -> Result<i64> {
    let mut moved = 0;
    for row in store::open(tx, from).await?.into_iter().filter(|row| row.organisation == organisation) {
        store::hand_over(tx, row.id, from, to).await?;
        let system = Actor::System("hand-over");
        let edition =
            load(tx, &system, row.id).await.map_err(|_| DbError::Other("an open text is gone".into()))?;
        let facts = Facts::of(&edition.edition);
        let facts = Facts { handed_from: Some(from), handed_to: Some(to), ..facts };
        tx.record(facts.event("documents.edition.handed_over"));
        moved += 1;
    }
    Ok(moved)
}
