//! Who may read the log: the chair and the approvers. It names people of every organisation, so neither other members
//! nor the operator see it.

use platform::actor::{Member, Role};

/// Reading was refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Denied;

pub fn can_read(member: &Member) -> Result<(), Denied> {
    match member.role {
        Role::Chair | Role::Approver => Ok(()),
        Role::Reader | Role::Contributor | Role::Operator => Err(Denied),
    }
}

/// For the navigation.
pub fn shown_to(member: Option<&Member>) -> bool {
    member.is_some_and(|member| can_read(member).is_ok())
}
