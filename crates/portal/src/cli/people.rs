//! Commands about people: inviting the first ones, and links for whoever runs or tries the portal.

use super::MemberCommand;
use crate::features::{members, organisations};
use crate::seed::Plan;
use crate::web::App;
use anyhow::Context;
use platform::actor::{Actor, OrganisationId, Role};
use platform::db::WriteTx;
use platform::lang::{Lang, Localized};

pub(super) async fn run(app: &App, command: MemberCommand) -> anyhow::Result<()> {
    match command {
        MemberCommand::Link { email } => {
            println!("{}", app.url(&members::sign_in_link(app, &email).await?));
        }
        MemberCommand::Invite { email, name, role, organisation, language, kind } => {
            let mut tx = app.db.write(&Actor::System("operator")).await?;
            let language = Lang::parse(&language).context("`--language` is one of ky, ru, en")?;
            let role = Role::parse(&role)
                .context("`--role` is one of reader, contributor, approver, chair, operator")?;
            let organisation = find_or_make(&mut tx, &organisation, &kind).await?;
            let invitation = members::Invitation { email, name, language, role, organisation };
            let (_, link) = members::invite(&mut tx, &invitation, members::Freshness::Fresh).await?;
            tx.commit().await?;
            println!("{}", app.url(&members::invitation_path(app, language, link)));
            println!(
                "The link is good once, for seven days; it goes out by mail as soon as the portal runs."
            );
        }
    }
    Ok(())
}

async fn find_or_make(tx: &mut WriteTx, name: &str, kind: &str) -> anyhow::Result<OrganisationId> {
    if let Some(known) = organisations::by_name(tx, name).await? {
        return Ok(known.id);
    }
    let kind = organisations::OrganisationKind::parse(kind).with_context(|| {
        let kinds = organisations::OrganisationKind::ALL.map(organisations::OrganisationKind::code);
        format!("`--kind` is one of {}", kinds.join(", "))
    })?;
    let new = organisations::NewOrganisation::named(kind, Localized::from_fn(|_| name.to_owned()));
    Ok(organisations::create(tx, new).await?)
}

/// After the sample world: an address for the first person of each role.
pub(super) async fn print_sign_in_links(app: &App, plan: &Plan) -> anyhow::Result<()> {
    println!("Sign in as (each link is good once, for a day):");
    for role in Role::ALL {
        let Some(person) = plan.world.people.iter().find(|person| person.role == role) else { continue };
        let link = members::sign_in_link(app, &person.email).await?;
        println!("  {} ({}) {}: {}", person.title, role.code(), person.name, app.url(&link));
    }
    let mails = app.url("/dev/mail");
    println!("For another link give a mail address on the sign-in page and read the mail at {mails},");
    println!("or run `birge member link --email …`. The people stand in crates/portal/samples/world.toml.");
    Ok(())
}
