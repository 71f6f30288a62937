//! Who may do what with a file. What is public is everybody's; the rest belongs to the organisation that brought
//! it and to those who approve and moderate, because texts they may see carry it. The operator runs the server and
//! reads nothing.

use super::model::File;
use platform::actor::{Actor, OrganisationId, Role};
use platform::db::Value;

pub fn can_read(actor: &Actor, file: &File) -> bool {
    let scope = scope(actor);
    file.public || scope.all || scope.organisation == Some(file.organisation)
}

/// Who may bring files.
pub fn can_upload(actor: &Actor) -> bool {
    let brings = |role| matches!(role, Role::Contributor | Role::Approver | Role::Chair);
    actor.signed_in().is_some_and(|member| brings(member.role))
}

/// Who looks at what cleaning did to a file and keeps it or throws it away: those who could have sent it.
pub fn can_decide(actor: &Actor, file: &File) -> bool {
    can_upload(actor) && actor.signed_in().is_some_and(|member| member.organisation == file.organisation)
}

/// Which private files an actor may read. Somebody who came by a link for one subject gets its files there, from
/// the section that knows the subject.
struct Scope {
    all: bool,
    organisation: Option<OrganisationId>,
}

fn scope(actor: &Actor) -> Scope {
    match actor.signed_in() {
        None => Scope { all: false, organisation: None },
        Some(member) => match member.role {
            Role::Operator => Scope { all: false, organisation: None },
            Role::Approver | Role::Chair => Scope { all: true, organisation: Some(member.organisation) },
            Role::Reader | Role::Contributor => Scope { all: false, organisation: Some(member.organisation) },
        },
    }
}

/// [`can_read`] as a condition on the table `files`; its parameters are [`readable_params`].
macro_rules! readable {
    () => {
        "((public_at IS NOT NULL AND withdrawn_at IS NULL) OR ? = 1 OR organisation_id = ?)"
    };
}
pub(super) use readable;

pub fn readable_params(actor: &Actor) -> [Value<'static>; 2] {
    let scope = scope(actor);
    [scope.all.into(), scope.organisation.into()]
}
