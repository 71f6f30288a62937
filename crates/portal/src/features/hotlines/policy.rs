//! Who may do what with lines. Chair and approver enter them; every member but the operator makes test calls, since the
//! person who enters a number need not be near a phone that reaches it. Readers see confirmed lines only.

use super::model::Line;
use platform::actor::{Actor, Role};

pub fn may_edit(actor: &Actor) -> bool {
    matches!(actor, Actor::System(_)) || actor.has_role(Role::Chair) || actor.has_role(Role::Approver)
}

/// The operator runs the server and vouches for nothing that stands on it.
pub fn may_check(actor: &Actor) -> bool {
    actor.signed_in().is_some_and(|member| member.role != Role::Operator)
}

/// Lines that nobody confirmed, or that are no longer in use; its twin in SQL is `store::LISTED`.
pub fn may_see_all(actor: &Actor) -> bool {
    matches!(actor, Actor::Member(_) | Actor::System(_))
}

pub fn may_see(actor: &Actor, line: &Line) -> bool {
    line.is_shown() || may_see_all(actor)
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::actor::{Member, MemberId, OrganisationId};
    use platform::lang::Lang;

    #[test]
    fn who_enters_and_who_calls() {
        let member = |role| {
            let (id, organisation) = (MemberId::from(1), OrganisationId::from(1));
            Actor::Member(Member { id, organisation, role, language: Lang::Ky })
        };
        let roles = |may: fn(&Actor) -> bool| {
            Role::ALL.into_iter().filter(|role| may(&member(*role))).collect::<Vec<_>>()
        };
        assert_eq!(roles(may_edit), [Role::Approver, Role::Chair]);
        assert_eq!(roles(may_check), [Role::Reader, Role::Contributor, Role::Approver, Role::Chair]);
        assert!(!may_edit(&Actor::Guest) && !may_check(&Actor::Guest) && !may_see_all(&Actor::Guest));
        assert!(!may_check(&Actor::System("seed")), "the portal makes no calls");
    }
}
