//! Who acts. Made once, where a request, a job or a command enters; every policy question starts with it.
//!
//! What an actor may do is not decided here: each section's `policy.rs` answers that.

use crate::lang::Lang;
use crate::subject::Subject;
use serde::{Deserialize, Serialize};
use std::fmt;

crate::id_type!(
    /// A person who belongs to the portal.
    pub MemberId
);
crate::id_type!(
    /// An organisation that takes part in the programme.
    pub OrganisationId
);

/// What a member may do in this portal, in the words of the working group.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Sees the members' area: regional staff, observers.
    Reader,
    /// Drafts, adapts and reports for an organisation.
    Contributor,
    /// Approves texts for the ministry.
    Approver,
    /// Moderates the working group.
    Chair,
    /// Runs the server; sees no drafts and approves nothing.
    Operator,
}

impl Role {
    pub const ALL: [Role; 5] = [Role::Reader, Role::Contributor, Role::Approver, Role::Chair, Role::Operator];

    pub fn code(self) -> &'static str {
        match self {
            Role::Reader => "reader",
            Role::Contributor => "contributor",
            Role::Approver => "approver",
            Role::Chair => "chair",
            Role::Operator => "operator",
        }
    }

    pub fn parse(code: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// A signed-in member, with what policies ask about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub id: MemberId,
    pub organisation: OrganisationId,
    pub role: Role,
    pub language: Lang,
}

/// Somebody who came by an e-mailed link that is good for one subject only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkHolder {
    /// The member the link was sent to; what the holder does is done in this name.
    pub member: Member,
    pub subject: Subject,
    pub link: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    Guest,
    Member(Member),
    LinkHolder(LinkHolder),
    /// The portal itself: a job, a reader, a command of the operator.
    System(&'static str),
}

impl Actor {
    /// The person behind the act, signed in or by link.
    pub fn member(&self) -> Option<&Member> {
        match self {
            Actor::Member(member) => Some(member),
            Actor::LinkHolder(holder) => Some(&holder.member),
            Actor::Guest | Actor::System(_) => None,
        }
    }

    pub fn member_id(&self) -> Option<MemberId> {
        self.member().map(|member| member.id)
    }

    /// The signed-in member; a link holder is not signed in.
    pub fn signed_in(&self) -> Option<&Member> {
        match self {
            Actor::Member(member) => Some(member),
            _ => None,
        }
    }

    pub fn has_role(&self, role: Role) -> bool {
        self.signed_in().is_some_and(|member| member.role == role)
    }
}

/// How the log names an actor: `guest`, `member:…`, `link:…` or `system:…`.
impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Actor::Guest => write!(f, "guest"),
            Actor::Member(member) => write!(f, "member:{}", member.id),
            Actor::LinkHolder(holder) => write!(f, "link:{}", holder.member.id),
            Actor::System(name) => write!(f, "system:{name}"),
        }
    }
}
