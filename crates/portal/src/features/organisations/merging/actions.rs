//! Counting and moving what all sections keep of an organisation.

use super::super::{events, policy, store};
use crate::web::App;
use platform::actor::OrganisationId;
use platform::db::{DbError, ReadTx, Result, WriteTx};

#[derive(Debug, thiserror::Error)]
pub enum CannotMerge {
    #[error("only the chair merges organisations")]
    Denied,
    #[error("one of them is not there, or they are the same one")]
    NotFound,
    #[error(transparent)]
    Db(#[from] DbError),
}

/// What would move, by the message that counts it.
pub async fn count(app: &App, tx: &mut ReadTx, from: OrganisationId) -> Result<Vec<(&'static str, i64)>> {
    let mut counted = Vec::new();
    for merge in app.features.iter().filter_map(|feature| feature.merge) {
        counted.extend((merge.count)(tx, from).await?);
    }
    counted.retain(|(_, count)| *count > 0);
    Ok(counted)
}

/// Moves everything from one organisation to another, in one transaction. `moved` is what the chair was shown.
pub async fn merge(
    app: &App,
    tx: &mut WriteTx,
    from: OrganisationId,
    into: OrganisationId,
    moved: &[(&'static str, i64)],
) -> std::result::Result<(), CannotMerge> {
    if !policy::may_merge(tx.actor()) {
        return Err(CannotMerge::Denied);
    }
    let [old, new] = [store::get(tx, from).await?, store::get(tx, into).await?];
    let (Some(old), Some(new)) = (old, new) else { return Err(CannotMerge::NotFound) };
    if from == into || new.merged_into.is_some() || !store::merge(tx, from, into).await? {
        return Err(CannotMerge::NotFound);
    }
    for merge in app.features.iter().filter_map(|feature| feature.merge) {
        (merge.carry)(tx, from, into).await?;
    }
    tx.record(events::merged((from, &old.name), (into, &new.name), moved));
    Ok(())
}
