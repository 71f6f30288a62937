//! Who says that a text is still right, and whose texts a member sees on the list.

use super::super::model::{Edition, State};
use super::super::policy::Denied;
use platform::actor::{Actor, Member, OrganisationId, Role};

/// Those who write for the organisation that leads the text; approvers and the chair for every text.
pub fn may_check(actor: &Actor, edition: &Edition) -> Result<(), Denied> {
    let member = actor.signed_in().ok_or(Denied::Role)?;
    match (edition.state, scope(member)) {
        (State::Published, Some(Scope::All)) => Ok(()),
        (State::Published, Some(Scope::Own(own))) if own == edition.organisation => Ok(()),
        (State::Published, Some(Scope::Own(_))) => Err(Denied::OtherOrganisation),
        _ => Err(Denied::Role),
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    All,
    Own(OrganisationId),
}

pub fn scope(member: &Member) -> Option<Scope> {
    match member.role {
        Role::Approver | Role::Chair => Some(Scope::All),
        Role::Contributor => Some(Scope::Own(member.organisation)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::samples::edition;
    use super::*;
    use platform::lang::Lang;

    #[test]
    fn those_who_can_mend_a_text_say_that_it_is_right() {
        let published = Edition { state: State::Published, ..edition() };
        let ask = |organisation: i64, role, edition: &Edition| {
            let member = Member { id: 9.into(), organisation: organisation.into(), role, language: Lang::Ru };
            may_check(&Actor::Member(member), edition)
        };
        assert_eq!(ask(3, Role::Contributor, &published), Ok(()));
        assert_eq!(ask(7, Role::Contributor, &published), Err(Denied::OtherOrganisation));
        assert_eq!(ask(7, Role::Chair, &published), Ok(()));
        assert_eq!(ask(7, Role::Approver, &published), Ok(()));
        assert_eq!(ask(3, Role::Reader, &published), Err(Denied::Role));
        assert_eq!(ask(3, Role::Operator, &published), Err(Denied::Role));
        assert_eq!(ask(3, Role::Contributor, &edition()), Err(Denied::Role), "a draft is not current");
        assert_eq!(may_check(&Actor::Guest, &published), Err(Denied::Role));
    }
}
