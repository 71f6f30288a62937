//! Own texts of trusted organisations: a contributor of the leading organisation publishes them at the level "own" without
//! an approver, and they wait for a *review*: an approver, never the one who published it, accepts the text or withdraws it
//! as any other. Trust itself is decided in `organisations`; without it everything goes the way of `approval`.

mod actions;
pub mod pages;
pub mod routes;
pub mod store;
#[cfg(test)]
mod tests;

use super::policy::{Action, Context, Denied, can};
use platform::actor::{Actor, Role};

/// Whether this member may let the text go live at once.
fn may_publish_own(actor: &Actor, of: &Context<'_>, trusted: bool) -> bool {
    let own = actor.signed_in().is_some_and(|member| member.organisation == of.edition.organisation);
    trusted && own && can(actor, Action::Submit, of).is_ok()
}

/// Whether this member may say that a text which went live by trust is fine.
fn may_review(actor: &Actor, of: &Context<'_>) -> Result<(), Denied> {
    can(actor, Action::View, of)?;
    if !actor.has_role(Role::Approver) {
        return Err(Denied::Role);
    }
    if of.edition.submitted_by == actor.member_id() { Err(Denied::OwnWork) } else { Ok(()) }
}

pub use actions::{may_publish, waits_for};
