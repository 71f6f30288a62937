//! Who may do what with terms. Everybody reads them; chair and approver edit; every member but the operator may vouch for a
//! form. What nobody vouched for yet is for members only.

use platform::actor::{Actor, Role};

pub fn may_edit(actor: &Actor) -> bool {
    matches!(actor, Actor::System(_)) || actor.has_role(Role::Chair) || actor.has_role(Role::Approver)
}

/// The operator runs the server and vouches for nothing that stands on it.
pub fn may_confirm(actor: &Actor) -> bool {
    actor.signed_in().is_some_and(|member| member.role != Role::Operator)
}

/// Also forms that nobody vouched for; its twin in SQL is `store::FORMS`.
pub fn may_see_all(actor: &Actor) -> bool {
    matches!(actor, Actor::Member(_) | Actor::System(_))
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::actor::{Member, MemberId, OrganisationId};
    use platform::lang::Lang;

    #[test]
    fn who_edits_and_who_vouches() {
        let member = |role| {
            let (id, organisation) = (MemberId::from(1), OrganisationId::from(1));
            Actor::Member(Member { id, organisation, role, language: Lang::Ky })
        };
        let roles = |may: fn(&Actor) -> bool| {
            Role::ALL.into_iter().filter(|role| may(&member(*role))).collect::<Vec<_>>()
        };
        assert_eq!(roles(may_edit), [Role::Approver, Role::Chair]);
        assert_eq!(roles(may_confirm), [Role::Reader, Role::Contributor, Role::Approver, Role::Chair]);
        assert!(!may_edit(&Actor::Guest) && !may_confirm(&Actor::Guest) && !may_see_all(&Actor::Guest));
        assert!(!may_confirm(&Actor::System("seed")), "the portal speaks no language");
    }
}
