//! Who may do what with a file. What is public is everybody's; the rest belongs to the organisation that brought it.
//! Whoever may see a text that carries a file gets it there, from the section that knows the text. The operator runs the
//! server and reads nothing.

use super::model::File;
use platform::actor::{Actor, OrganisationId, Role};
use platform::db::Value;

pub fn can_read(actor: &Actor, file: &File) -> bool {
    file.public || own_organisation(actor) == Some(file.organisation)
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

/// Whose private files an actor may read.
fn own_organisation(actor: &Actor) -> Option<OrganisationId> {
    actor.signed_in().filter(|member| member.role != Role::Operator).map(|member| member.organisation)
}

/// [`can_read`] as a condition on the table `files`; its parameter is [`readable_param`].
macro_rules! readable {
    () => {
        "((public_at IS NOT NULL AND withdrawn_at IS NULL) OR organisation_id = ?)"
    };
}
pub(super) use readable;

pub fn readable_param(actor: &Actor) -> Value<'static> {
    own_organisation(actor).into()
}
