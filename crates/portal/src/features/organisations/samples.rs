//! Organisations of the sample world, and the section's pages made from them.

use super::merging::routes::merge_page;
use super::model::{Contact, Mistake, NewOrganisation, Organisation, OrganisationKind, Profile, Trust};
use super::routes::forms::{self, OrganisationForm};
use super::routes::partners::{self, Filter, Reached, kind_options, term_options};
use super::{actions, store};
use crate::features::programme::Dimension;
use crate::seed::{Plan, SampleOrganisation};
use crate::web::{App, Ctx, FormErrors, GalleryPage, Shell};
use anyhow::Context;
use askama::Template;
use platform::actor::Actor;
use platform::lang::Localized;

fn details(sample: &SampleOrganisation) -> anyhow::Result<NewOrganisation> {
    let kind = OrganisationKind::parse(&sample.kind);
    let kind = kind.with_context(|| format!("{} is no kind of organisation", sample.kind))?;
    let contact = Contact {
        email: sample.contact_email.clone(),
        address: sample.address.clone(),
        website: sample.website.clone(),
        ..Contact::default()
    };
    let (regions, audiences) = (sample.regions.clone(), sample.audiences.clone());
    let profile = Profile { about: sample.about.clone(), contact, regions, audiences };
    let trust = if sample.trusted { Trust::Trusted } else { Trust::NeedsApproval };
    Ok(NewOrganisation { trust, profile, ..NewOrganisation::named(kind, sample.name()) })
}

pub async fn seed(app: &App, plan: &Plan) -> anyhow::Result<()> {
    let mut tx = app.db.write(&Actor::System("seed")).await?;
    let known = store::all(&mut tx).await?.len();
    anyhow::ensure!(known == 0, "this portal has organisations already; the sample world needs an empty one");
    for sample in &plan.world.organisations {
        let id = actions::create(&mut tx, details(sample)?).await?;
        plan.remember(format!("organisation:{}", sample.key), id);
    }
    Ok(tx.commit().await?)
}

pub fn gallery(ctx: &Ctx) -> Vec<GalleryPage> {
    let l = ctx.l();
    let shell = |title: &str| Shell::plain(ctx, &l.t(title));
    let organisations = examples();
    let [first, second] = [organisations[0].clone(), organisations[1].clone()];
    let regions = [(1, "kg-n"), (2, "kg-b"), (3, "kg-go"), (3, "kg-o")];
    let regions = regions.map(|(id, key): (i64, &str)| (id.into(), key.to_owned())).to_vec();
    let profile = Profile {
        about: first.about.clone(),
        contact: first.contact.clone(),
        regions: vec!["kg-n".to_owned()],
        audiences: term_options(ctx, Dimension::Audience).into_iter().take(2).map(|(key, _)| key).collect(),
    };
    let name = first.name.get(ctx.lang).clone();
    let show = partners::show_page(ctx, Shell::plain(ctx, &name), first.clone(), profile.clone(), Vec::new());
    let mut errors = FormErrors::default();
    let (field, key) = Mistake::Website.words();
    errors.add(field, l.t(key));
    let own =
        forms::form_page(ctx, Some(1.into()), OrganisationForm::of(first.clone(), profile), errors.clone());
    let mut whole = forms::form_page(ctx, None, OrganisationForm::blank(), errors);
    whole.kinds = Some(kind_options(ctx));
    whole.trusts =
        Trust::ALL.map(|trust| (trust.code().to_owned(), l.t(trust.label()).into_owned())).to_vec();
    let merge = |into: &str, moves: &[(&'static str, i64)]| {
        let others = std::slice::from_ref(&second);
        merge_page(ctx, shell("organisations-merge"), &first, others, moves, into, FormErrors::default())
    };
    let reached = Reached { organisations, regions, audiences: Vec::new() };
    let nothing = Reached { organisations: Vec::new(), regions: Vec::new(), audiences: Vec::new() };
    let index = |reached, filter| partners::index_page(ctx, shell("organisations-index"), reached, filter);
    let media = Filter { kind: OrganisationKind::Media.code().to_owned(), ..Filter::default() };
    vec![
        page("organisations-index", &index(&reached, Filter::default())),
        page("organisations-index-empty", &index(&nothing, media)),
        page("organisations-show", &show),
        page("organisations-form", &whole),
        page("organisations-form-own", &own),
        page("organisations-merge-choice", &merge("", &[])),
        page("organisations-merge", &merge(&second.id.to_string(), &[("organisations-count", 3)])),
    ]
}

fn page(name: &'static str, page: &impl Template) -> GalleryPage {
    GalleryPage { name, html: page.render().expect("a page made from samples") }
}

/// Three partners that no sample file is needed for.
fn examples() -> Vec<Organisation> {
    let example = |id: i64, kind, ky: &str, ru: &str, en: &str| {
        let name = Localized { ky: ky.into(), ru: ru.into(), en: en.into() };
        let contact = Contact {
            phone: "+996 000 000 000".into(),
            email: "info@partner.example".into(),
            website: "https://partner.example".into(),
            ..Contact::default()
        };
        Organisation { contact, ..Organisation::new(id.into(), kind, name) }
    };
    vec![
        example(
            1,
            OrganisationKind::Media,
            "«Кечки кербен» радиосу",
            "Радио «Кечки кербен»",
            "Kechki Kerben Radio",
        ),
        example(
            2,
            OrganisationKind::LocalCso,
            "«Жол чырагы» коомдук фонду",
            "Общественный фонд «Жол чырагы»",
            "Jol Chyragy Public Foundation",
        ),
        example(
            3,
            OrganisationKind::RegionalOffice,
            "Ош эмгек жана миграция башкармалыгы (үлгү)",
            "Ошское управление труда и миграции (пример)",
            "Osh Office of Labour and Migration (sample)",
        ),
    ]
}
