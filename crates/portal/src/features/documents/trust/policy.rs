//! Who may publish by trust, and who looks at it afterwards.

use super::super::policy::{Action, Context, Denied, can};
use platform::actor::{Actor, Role};

/// Whether this member may let the text go live at once.
pub fn may_publish_own(actor: &Actor, of: &Context<'_>, trusted: bool) -> bool {
    let own = actor.signed_in().is_some_and(|member| member.organisation == of.edition.organisation);
    trusted && own && can(actor, Action::Submit, of).is_ok()
}

/// Whether this member may say that a text which went live by trust is fine.
pub fn may_review(actor: &Actor, of: &Context<'_>) -> Result<(), Denied> {
    can(actor, Action::View, of)?;
    if !actor.has_role(Role::Approver) {
        return Err(Denied::Role);
    }
    if of.edition.submitted_by == actor.member_id() { Err(Denied::OwnWork) } else { Ok(()) }
}
