//! Who may say what of organisations. The chair, who brings the partners together, and the operator enter them; their own
//! people keep what they say of themselves up to date; only the chair decides on trust. Everybody reads.

use platform::actor::{Actor, OrganisationId, Role};

pub fn may_edit(actor: &Actor) -> bool {
    matches!(actor, Actor::System(_)) || actor.has_role(Role::Chair) || actor.has_role(Role::Operator)
}

/// About, contact, regions and audiences; name, kind and trust stay as they are.
pub fn may_edit_profile(actor: &Actor, of: OrganisationId) -> bool {
    let own = |member: &platform::actor::Member| member.organisation == of && member.role != Role::Reader;
    may_edit(actor) || actor.signed_in().is_some_and(own)
}

/// Trust lets texts go live without an approver, so it is not for whoever runs the server.
pub fn may_trust(actor: &Actor) -> bool {
    matches!(actor, Actor::System(_)) || actor.has_role(Role::Chair)
}

pub fn may_see_trust(actor: &Actor) -> bool {
    may_edit(actor) || actor.has_role(Role::Approver)
}

pub fn may_merge(actor: &Actor) -> bool {
    actor.has_role(Role::Chair)
}
