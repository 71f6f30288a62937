//! Who may see the list of members and who may bring people in or shut them out.

use platform::actor::{Actor, Member, MemberId, Role};

/// The list shows mail addresses, so it is for those who work with it.
pub fn may_list(viewer: Option<&Member>) -> bool {
    viewer.is_some_and(|member| matches!(member.role, Role::Chair | Role::Approver | Role::Operator))
}

pub fn may_invite(actor: &Actor) -> bool {
    matches!(actor, Actor::System(_)) || actor.has_role(Role::Chair) || actor.has_role(Role::Operator)
}

/// Whom one may invite as what, and whose standing one may change. The operator runs the server and helps people in; who
/// decides about texts and people is for the chair, or for a command on the machine, which makes the first one.
pub fn may_grant(actor: &Actor, role: Role) -> bool {
    match role {
        Role::Approver | Role::Chair => matches!(actor, Actor::System(_)) || actor.has_role(Role::Chair),
        Role::Reader | Role::Contributor | Role::Operator => may_invite(actor),
    }
}

/// Requests to join, roles, organisations and hand-over are for the chair, who knows the people.
pub fn may_review(actor: &Actor) -> bool {
    actor.has_role(Role::Chair)
}

/// Nobody changes their own role, so nobody gives themselves more, and no portal loses its chair by a slip.
pub fn may_place(actor: &Actor, member: MemberId) -> bool {
    may_review(actor) && actor.member_id() != Some(member)
}

/// The chair hands over what somebody leaves behind, and everybody their own.
pub fn may_hand_over(actor: &Actor, of: MemberId) -> bool {
    may_review(actor) || is_self(actor, of)
}

/// Nobody locks themselves out by mistake, and the operator locks out nobody who could stop them.
pub fn may_suspend(actor: &Actor, member: MemberId, role: Role) -> bool {
    may_grant(actor, role) && actor.member_id() != Some(member)
}

/// When somebody signed in is for the moderators of the group and for themselves.
pub fn may_see_sessions(actor: &Actor, of: MemberId) -> bool {
    actor.has_role(Role::Chair) || actor.has_role(Role::Approver) || is_self(actor, of)
}

/// What else happened to a member's record.
pub fn may_see_history(actor: &Actor, of: MemberId) -> bool {
    may_list(actor.signed_in()) || is_self(actor, of)
}

fn is_self(actor: &Actor, of: MemberId) -> bool {
    actor.signed_in().is_some_and(|member| member.id == of)
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::lang::Lang;

    fn somebody(role: Role) -> Actor {
        Actor::Member(Member { id: 1.into(), organisation: 1.into(), role, language: Lang::Ru })
    }

    #[test]
    fn the_operator_makes_and_stops_nobody_who_decides() {
        for role in Role::ALL {
            let decides = matches!(role, Role::Approver | Role::Chair);
            assert_eq!(may_grant(&somebody(Role::Operator), role), !decides, "{role:?}");
            assert_eq!(may_suspend(&somebody(Role::Operator), 2.into(), role), !decides, "{role:?}");
            assert!(may_grant(&somebody(Role::Chair), role) && may_grant(&Actor::System("operator"), role));
            for other in [Role::Reader, Role::Contributor, Role::Approver] {
                assert!(!may_grant(&somebody(other), role), "{other:?} as {role:?}");
            }
            assert!(!may_suspend(&somebody(Role::Chair), 1.into(), role), "nobody suspends themselves");
        }
    }
}
