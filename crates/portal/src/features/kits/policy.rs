//! Who may see, write and publish kits. A proposal is its organisation's and of those who decide about it.

use super::model::Kit;
use crate::web::moderators;
use platform::actor::{Actor, Member, Role};

/// Its twin in SQL is `store::VISIBLE`.
pub fn can_see(actor: &Actor, kit: &Kit) -> bool {
    kit.published_at.is_some() || can_change_proposal(actor, kit) || own(actor, kit)
}

fn own(actor: &Actor, kit: &Kit) -> bool {
    let works = |member: &Member| member.role != Role::Operator && member.organisation == kit.organisation;
    actor.signed_in().is_some_and(works)
}

pub fn may_propose(member: Option<&Member>) -> bool {
    member.is_some_and(|it| it.role == Role::Contributor) || moderators(member)
}

fn can_change_proposal(actor: &Actor, kit: &Kit) -> bool {
    let member = actor.signed_in();
    moderators(member) || member.is_some_and(|it| it.role == Role::Contributor) && own(actor, kit)
}

/// What everybody reads already is changed by those who answer for it.
pub fn can_change(actor: &Actor, kit: &Kit) -> bool {
    match kit.published_at {
        None => can_change_proposal(actor, kit),
        Some(_) => can_publish(actor),
    }
}

pub fn can_publish(actor: &Actor) -> bool {
    moderators(actor.signed_in())
}

#[cfg(test)]
mod tests {
    use super::super::model::Details;
    use super::*;
    use platform::actor::MemberId;
    use platform::clock::Timestamp;
    use platform::lang::Lang;

    fn kit(published: bool) -> Kit {
        Kit {
            id: 1.into(),
            organisation: 7.into(),
            details: Details::default(),
            version: 1,
            changed_at: Timestamp(0),
            published_at: published.then_some(Timestamp(1)),
        }
    }

    fn member(role: Role, organisation: i64) -> Actor {
        let organisation = organisation.into();
        Actor::Member(Member { id: MemberId::from(1), organisation, role, language: Lang::Ky })
    }

    #[test]
    fn a_proposal_is_seen_by_its_organisation_and_by_those_who_decide() {
        let draft = kit(false);
        for (role, own, other) in [
            (Role::Reader, true, false),
            (Role::Contributor, true, false),
            (Role::Operator, false, false),
            (Role::Approver, true, true),
            (Role::Chair, true, true),
        ] {
            assert_eq!(can_see(&member(role, 7), &draft), own, "{role:?}");
            assert_eq!(can_see(&member(role, 8), &draft), other, "{role:?} of another");
        }
        assert!(!can_see(&Actor::Guest, &draft) && can_see(&Actor::Guest, &kit(true)));
    }

    #[test]
    fn contributors_write_their_own_proposals_and_nothing_that_is_published() {
        let contributor = member(Role::Contributor, 7);
        assert!(can_change(&contributor, &kit(false)) && !can_change(&contributor, &kit(true)));
        assert!(!can_change(&member(Role::Contributor, 8), &kit(false)));
        assert!(!can_change(&member(Role::Reader, 7), &kit(false)));
        for role in [Role::Approver, Role::Chair] {
            assert!(can_change(&member(role, 8), &kit(true)) && can_publish(&member(role, 8)));
        }
        assert!(!can_publish(&contributor) && !can_publish(&member(Role::Operator, 7)));
    }
}
