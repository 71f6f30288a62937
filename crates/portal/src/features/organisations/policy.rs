//! Who may enter organisations: the chair, who brings the partners together, and the operator. Everybody reads.

use platform::actor::{Actor, Role};

pub fn may_edit(actor: &Actor) -> bool {
    matches!(actor, Actor::System(_)) || actor.has_role(Role::Chair) || actor.has_role(Role::Operator)
}
