//! The section `members`.

use crate::web::Feature;

pub const FEATURE: Feature = Feature { name: "members", ..Feature::EMPTY };

/// The address, after the host, of a sign-in link for a member.
pub async fn sign_in_link(_app: &crate::web::App, _email: &str) -> anyhow::Result<String> {
    anyhow::bail!("not yet")
}
