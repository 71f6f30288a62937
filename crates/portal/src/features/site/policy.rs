//! Who chooses the texts of the fixed pages: those who answer for what the whole portal says.

use crate::web::moderators;
use platform::actor::{Actor, Member};

pub fn may_fill(member: Option<&Member>) -> bool {
    moderators(member)
}

pub fn can_fill(actor: &Actor) -> bool {
    match actor {
        Actor::Member(member) => may_fill(Some(member)),
        // The sample world.
        Actor::System(_) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::actor::{MemberId, OrganisationId, Role};
    use platform::lang::Lang;

    #[test]
    fn chair_and_approver_choose_and_nobody_else() {
        let member = |role| {
            let (id, organisation) = (MemberId::from(1), OrganisationId::from(1));
            Actor::Member(Member { id, organisation, role, language: Lang::Ky })
        };
        let may: Vec<Role> = Role::ALL.into_iter().filter(|role| can_fill(&member(*role))).collect();
        assert_eq!(may, [Role::Approver, Role::Chair]);
        assert!(!can_fill(&Actor::Guest));
    }
}
