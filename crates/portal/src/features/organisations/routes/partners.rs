//! What everybody sees: the list of partners with its filters, the same as CSV, and the page of each.

use super::organisation_id;
use crate::features::organisations::model::{Contact, Organisation, OrganisationKind, Profile, Trust};
use crate::features::organisations::pages::{IndexPage, Row, ShowPage};
use crate::features::organisations::store::{self, Keys};
use crate::features::organisations::{events, path, policy};
use crate::features::programme::{self, Dimension};
use crate::web::{Ctx, Error, LISTS, Panel, Shell, csv, panels_of, public_html};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use platform::lang::Lang;
use serde::Deserialize;

/// What the address asks for; a filter that names nothing known is as good as none.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Filter {
    pub kind: String,
    pub region: String,
    pub audience: String,
}

impl Filter {
    fn of(ctx: &Ctx) -> Filter {
        let asked: Filter =
            serde_html_form::from_str(ctx.uri.query().unwrap_or_default()).unwrap_or_default();
        let programme = programme::current(&ctx.app);
        let known = |dimension, key: String| match programme.name(dimension, &key, ctx.lang) {
            Some(_) => key,
            None => String::new(),
        };
        Filter {
            kind: OrganisationKind::parse(&asked.kind).map(|_| asked.kind).unwrap_or_default(),
            region: known(Dimension::Region, asked.region),
            audience: known(Dimension::Audience, asked.audience),
        }
    }

    fn set(&self) -> usize {
        [&self.kind, &self.region, &self.audience].into_iter().filter(|part| !part.is_empty()).count()
    }

    fn query(&self) -> String {
        let parts = [("kind", &self.kind), ("region", &self.region), ("audience", &self.audience)];
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(parts.into_iter().filter(|(_, value)| !value.is_empty()));
        let query = query.finish();
        if query.is_empty() { query } else { format!("?{query}") }
    }
}

/// Organisations with the regions and audiences of all of them.
pub struct Reached {
    pub organisations: Vec<Organisation>,
    pub regions: Keys,
    pub audiences: Keys,
}

impl Reached {
    fn has(keys: &Keys, organisation: &Organisation, key: &str) -> bool {
        key.is_empty() || keys.iter().any(|(id, known)| *id == organisation.id && known == key)
    }

    /// Those the filter asks for, in the order of the reader's alphabet.
    fn filtered(&self, ctx: &Ctx, filter: &Filter) -> Vec<&Organisation> {
        let wanted = |it: &&Organisation| {
            (filter.kind.is_empty() || it.kind.code() == filter.kind)
                && Self::has(&self.regions, it, &filter.region)
                && Self::has(&self.audiences, it, &filter.audience)
        };
        let mut found: Vec<&Organisation> = self.organisations.iter().filter(wanted).collect();
        found.sort_by(|a, b| ctx.l().compare(a.name.get(ctx.lang), b.name.get(ctx.lang)));
        found
    }

    fn of<'k>(keys: &'k Keys, organisation: &Organisation) -> Vec<&'k str> {
        keys.iter().filter(|(id, _)| *id == organisation.id).map(|(_, key)| key.as_str()).collect()
    }
}

async fn reached(q: &mut impl platform::db::Query) -> Result<Reached, Error> {
    let organisations = store::all(q).await?;
    let (regions, audiences) = store::reach(q).await?;
    Ok(Reached { organisations, regions, audiences })
}

pub async fn index(ctx: Ctx) -> Result<Response, Error> {
    let filter = Filter::of(&ctx);
    let mut tx = ctx.read().await?;
    let reached = reached(&mut tx).await?;
    let mut p = Shell::new(&ctx, &mut tx, &ctx.l().t("organisations-index")).await?;
    p.canonical = Some(ctx.app.url(&ctx.path("/partners")));
    p.description = ctx.l().t("organisations-index-lead").into_owned();
    public_html(&index_page(&ctx, p, &reached, filter), vec![events::LIST])
}

pub fn index_page(ctx: &Ctx, p: Shell, reached: &Reached, filter: Filter) -> IndexPage {
    let l = ctx.l();
    let may_see_trust = policy::may_see_trust(&ctx.actor());
    let row = |organisation: &Organisation| Row {
        href: ctx.path(&path(organisation.id)),
        kind: l.t(organisation.kind.label()).into_owned(),
        name: organisation.name.get(ctx.lang).clone(),
        regions: terms(ctx, Dimension::Region, &Reached::of(&reached.regions, organisation)),
        trusted: may_see_trust && organisation.trust == Trust::Trusted,
    };
    let rows = reached.filtered(ctx, &filter).into_iter().map(row).collect();
    let any = |mut options: Vec<(String, String)>, key: &str| {
        options.insert(0, (String::new(), l.t(key).into_owned()));
        options
    };
    IndexPage {
        p,
        rows,
        filtered: filter.set(),
        export: ctx.path(&format!("/partners/export{}", filter.query())),
        kinds: any(kind_options(ctx), "organisations-filter-any"),
        regions: any(term_options(ctx, Dimension::Region), "organisations-filter-any-region"),
        audiences: any(term_options(ctx, Dimension::Audience), "organisations-filter-any-audience"),
        kind: filter.kind,
        region: filter.region,
        audience: filter.audience,
        may_edit: policy::may_edit(&ctx.actor()),
    }
}

pub fn kind_options(ctx: &Ctx) -> Vec<(String, String)> {
    let words = |kind: OrganisationKind| ctx.l().t(kind.label()).into_owned();
    OrganisationKind::ALL.into_iter().map(|kind| (kind.code().to_owned(), words(kind))).collect()
}

pub fn term_options(ctx: &Ctx, dimension: Dimension) -> Vec<(String, String)> {
    let terms = programme::current(&ctx.app).terms(dimension);
    terms.map(|(key, name)| (key.to_owned(), name.get(ctx.lang).clone())).collect()
}

/// Keys in words, in the order of the programme; one that it no longer has is left out.
fn terms(ctx: &Ctx, dimension: Dimension, keys: &[&str]) -> String {
    let all = programme::current(&ctx.app).terms(dimension);
    let (known, others): (Vec<_>, Vec<_>) = all.partition(|(key, _)| keys.contains(key));
    if dimension == Dimension::Region && others.is_empty() && !known.is_empty() {
        return ctx.l().t("organisations-regions-all").into_owned();
    }
    known.into_iter().map(|(_, name)| name.get(ctx.lang).as_str()).collect::<Vec<_>>().join(", ")
}

/// The filtered list for a spreadsheet: only what stands on the public pages.
pub async fn export(ctx: Ctx) -> Result<Response, Error> {
    let l = ctx.l();
    let reached = reached(&mut ctx.read().await?).await?;
    let heads = [
        "organisations-name-ky",
        "organisations-name-ru",
        "organisations-name-en",
        "organisations-kind",
        "organisations-regions",
        "organisations-audiences",
        "organisations-phone",
        "organisations-email",
        "organisations-address",
        "organisations-messenger",
        "organisations-website",
        "organisations-page",
    ]
    .map(|key| l.t(key));
    let line = |it: &Organisation| {
        let Contact { phone, email, address, messenger, website } = &it.contact;
        csv::line([
            it.name.ky.as_str(),
            &it.name.ru,
            &it.name.en,
            &l.t(it.kind.label()),
            &terms(&ctx, Dimension::Region, &Reached::of(&reached.regions, it)),
            &terms(&ctx, Dimension::Audience, &Reached::of(&reached.audiences, it)),
            phone,
            email,
            address,
            messenger,
            website,
            &ctx.app.url(&ctx.path(&path(it.id))),
        ])
    };
    let rows = reached.filtered(&ctx, &Filter::of(&ctx));
    let head = csv::line(heads.iter().map(AsRef::as_ref));
    let lines = std::iter::once(head).chain(rows.into_iter().map(line));
    Ok(csv::respond("birge-partners", lines))
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, Error> {
    let id = organisation_id(&id)?;
    let mut tx = ctx.read().await?;
    let organisation = store::get(&mut tx, id).await?.ok_or(Error::NotFound)?;
    if let Some(into) = organisation.merged_into {
        return Ok(Redirect::permanent(&ctx.path(&path(into))).into_response());
    }
    let profile = store::profile(&mut tx, &organisation).await?;
    let panels = panels_of(&ctx, &mut tx, events::subject(id)).await?;
    let mut p = Shell::new(&ctx, &mut tx, organisation.name.get(ctx.lang)).await?;
    p.canonical = Some(ctx.app.url(&ctx.path(&path(id))));
    public_html(&show_page(&ctx, p, organisation, profile, panels), vec![events::subject(id), LISTS])
}

pub fn show_page(
    ctx: &Ctx,
    p: Shell,
    organisation: Organisation,
    profile: Profile,
    panels: Vec<Panel>,
) -> ShowPage {
    let (l, actor) = (ctx.l(), ctx.actor());
    let keys = |keys: &[String], dimension| {
        terms(ctx, dimension, &keys.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let at = |what: &str| ctx.path(&format!("{}/{what}", path(organisation.id)));
    // Words in another language are better than none, if they say which language they are in.
    let said = |lang: Lang| Some((lang, profile.about.get(lang))).filter(|(_, text)| !text.is_empty());
    let about = [ctx.lang].into_iter().chain(Lang::ALL).find_map(said);
    ShowPage {
        p: p.crumb(ctx.path("/partners"), l.t("organisations-index")),
        kind: l.t(organisation.kind.label()).into_owned(),
        about: about.map(|(lang, text)| (lang, text.clone())),
        regions: keys(&profile.regions, Dimension::Region),
        audiences: keys(&profile.audiences, Dimension::Audience),
        trust: policy::may_see_trust(&actor).then(|| l.t(organisation.trust.label()).into_owned()),
        edit: policy::may_edit_profile(&actor, organisation.id).then(|| at("edit")),
        merge: policy::may_merge(&actor).then(|| at("merging")),
        contact: profile.contact,
        panels,
    }
}
