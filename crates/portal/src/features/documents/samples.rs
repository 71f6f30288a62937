//! The documents of the sample world, and the many editions for measuring.

use super::actions;
use super::actions::Placement;
use super::approval::{self, Channel};
use super::events::Facts;
use super::model::{DocumentId, Edition, EditionId, Kind, Level, State, Text, Wish};
use super::publication::{self, Manner};
use super::store::{self, NewEdition};
use super::terms::CAMPAIGN;
use super::{consents, fields, freshness};
use crate::features::campaigns::CampaignId;
use crate::features::files::{self, FileId};
use crate::features::members;
use crate::features::programme::{self, Dimension};
use crate::seed::{self, Plan};
use crate::web::App;
use anyhow::Context as _;
use platform::activity::NewActivity;
use platform::actor::{Actor, Member, MemberId, OrganisationId, Role};
use platform::clock::Timestamp;
use platform::db::{Query, WriteTx};
use platform::lang::Lang;
use platform::params;
use serde::Deserialize;
use std::collections::BTreeMap;

const DAY_MS: i64 = 24 * 3600 * 1000;

platform::sql! {
    /// The sample world has a past: its rows are put where they stand, their events beside them.
    PLACE: "UPDATE documents_editions SET state = ?, text_hash = ?, submitted_by = ?, submitted_at = ?, level = ?,
              published_at = ?, publish_at = ?, approval_due_at = ?, superseded_by = ?, superseded_at = ?, changed_at = ?,
              created_at = ? WHERE id = ?";
    RETURN: "INSERT INTO documents_returns (id, edition_id, reasons, returned_by, returned_at) VALUES (?, ?, ?, ?, ?)";
    EMERGENCY: "INSERT INTO documents_emergencies (edition_id, reason, published_by, published_at) VALUES (?, ?, ?, ?)";
    WITHDRAWAL: "INSERT INTO documents_withdrawals (edition_id, manner, reason, withdrawn_by, withdrawn_at) VALUES (?, ?, ?, ?, ?)";
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SampleDocument {
    kind: String,
    lead: String,
    #[serde(default)]
    supporting: Vec<String>,
    author: String,
    #[serde(default)]
    audiences: Vec<String>,
    #[serde(default)]
    channels: Vec<String>,
    #[serde(default)]
    regions: Vec<String>,
    #[serde(default)]
    tasks: Vec<String>,
    #[serde(default)]
    themes: Vec<String>,
    /// Keys of `campaigns.toml`.
    #[serde(default)]
    campaigns: Vec<String>,
    #[serde(rename = "edition")]
    editions: Vec<SampleEdition>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SampleEdition {
    language: Lang,
    number: i64,
    state: String,
    file: String,
    days_ago: i64,
    #[serde(default)]
    level: String,
    #[serde(default)]
    act_number: String,
    #[serde(default)]
    act_days_ago: i64,
    #[serde(default)]
    approved_by: String,
    #[serde(default)]
    reasons: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    emergency: bool,
    #[serde(default)]
    embargo_days: i64,
    #[serde(default)]
    files: Vec<String>,
    /// The fields of the kind: texts, and lists of tables for rows. Files are named, documents by their folder and
    /// organisations by their key.
    #[serde(default)]
    fields: BTreeMap<String, toml::Value>,
}

impl SampleDocument {
    fn placement(&self, programme: &programme::Programme, plan: &Plan) -> anyhow::Result<Placement> {
        let lists = [
            (Dimension::Audience, &self.audiences),
            (Dimension::Channel, &self.channels),
            (Dimension::Region, &self.regions),
            (Dimension::Task, &self.tasks),
            (Dimension::Theme, &self.themes),
        ];
        let mut placement = Placement::default();
        for (dimension, terms) in lists {
            for term in terms {
                programme
                    .name(dimension, term, Lang::En)
                    .with_context(|| format!("the programme has no {} `{term}`", dimension.code()))?;
                placement.tags.push((dimension.code(), term.clone()));
            }
        }
        for key in &self.campaigns {
            let campaign: CampaignId = plan.id(&format!("campaign:{key}"))?;
            placement.tags.push((CAMPAIGN, campaign.to_string()));
        }
        for key in &self.supporting {
            placement.supporters.push(plan.id(&format!("organisation:{key}"))?);
        }
        Ok(placement)
    }
}

/// `# Title`, perhaps `> summary`, then the text.
fn text_of(markdown: &str) -> anyhow::Result<Text> {
    let rest = markdown.trim_start().strip_prefix("# ").context("a text begins with `# ` and its title")?;
    let (title, rest) = rest.split_once('\n').unwrap_or((rest, ""));
    let rest = rest.trim_start();
    let (summary, body) = match rest.strip_prefix("> ") {
        Some(quoted) => quoted.split_once('\n').unwrap_or((quoted, "")),
        None => ("", rest),
    };
    let text = Text { title: title.into(), summary: summary.into(), body: body.into(), ..Text::default() };
    Ok(text.tidy())
}

pub async fn seed(app: &App, plan: &Plan) -> anyhow::Result<()> {
    let mut folders: Vec<String> = seed::paths()
        .iter()
        .filter_map(|path| Some(path.strip_prefix("documents/")?.split_once('/')?.0.to_owned()))
        .collect();
    folders.dedup();
    for folder in folders {
        seed_document(app, plan, &folder).await.with_context(|| format!("samples/documents/{folder}"))?;
    }
    freshness::seed(app, plan).await?;
    if plan.editions > 0 {
        many(app, plan).await?;
    }
    Ok(())
}

async fn member(q: &mut impl Query, id: MemberId) -> anyhow::Result<Member> {
    let person = members::person(q, id).await?.context("a person of the sample world")?;
    Ok(Member { id, organisation: person.organisation, role: person.role, language: person.language })
}

async fn seed_document(app: &App, plan: &Plan, folder: &str) -> anyhow::Result<()> {
    let sample: SampleDocument = toml::from_str(&seed::text(&format!("documents/{folder}/document.toml"))?)?;
    let kind = Kind::parse(&sample.kind).context("kind")?;
    let lead: OrganisationId = plan.id(&format!("organisation:{}", sample.lead))?;
    let author: MemberId = plan.id(&format!("person:{}", sample.author))?;
    let author = member(&mut app.db.read().await?, author).await?;
    let actor = Actor::Member(author.clone());
    let mut uploads = Vec::new();
    for edition in &sample.editions {
        let mut ids = Vec::new();
        for name in &edition.files {
            let bytes = seed::bytes(&format!("documents/{folder}/{name}"))?;
            ids.push(files::store_bytes(app, &actor, name, bytes).await?.id);
        }
        uploads.push(ids);
    }
    let mut tx = app.db.write(&actor).await?;
    let document = store::insert_document(&mut tx, kind, lead, author.id).await?;
    let placement = sample.placement(programme::current(app), plan)?;
    store::set_tags(&mut tx, document, &placement.tags).await?;
    store::set_supporters(&mut tx, document, &placement.supporters).await?;
    let mut decisions = Vec::new();
    // Handed in long ago, yet by the rules of today.
    for (edition, uploads) in sample.editions.iter().zip(uploads) {
        let mut text = text_of(&seed::text(&format!("documents/{folder}/{}", edition.file))?)?;
        text.fields = fields::filled_in(plan, kind, &edition.fields, &edition.files, &uploads)?;
        let mistakes = text.fields.mistakes(kind);
        anyhow::ensure!(edition.state == "draft" || mistakes.is_empty(), "{}: {mistakes:?}", edition.file);
        let decided = place(&mut tx, plan, document, kind, &author, edition, &text, &uploads)
            .await
            .with_context(|| edition.file.clone())?;
        decisions.push(decided);
    }
    plan.remember(format!("document:{folder}"), document.get());
    tx.commit().await?;
    for (decider, events) in decisions.into_iter().filter(|(_, events)| !events.is_empty()) {
        let decider = member(&mut app.db.read().await?, decider).await?;
        let mut tx = app.db.write(&Actor::Member(decider)).await?;
        events.into_iter().for_each(|event| tx.record(event));
        tx.commit().await?;
    }
    Ok(())
}

/// Puts one edition where the story says it stands. Returns who decided about it, and the events of that.
#[expect(clippy::too_many_arguments, reason = "one row of the story with its surroundings")]
async fn place(
    tx: &mut WriteTx,
    plan: &Plan,
    document: DocumentId,
    kind: Kind,
    author: &Member,
    sample: &SampleEdition,
    text: &Text,
    uploads: &[FileId],
) -> anyhow::Result<(MemberId, Vec<NewActivity>)> {
    let state = State::parse(&sample.state).context("state")?;
    let at = Timestamp(tx.now().0 - sample.days_ago * DAY_MS);
    let new = NewEdition {
        document,
        kind,
        organisation: author.organisation,
        language: sample.language,
        number: sample.number,
        text,
        by: author.id,
    };
    let id = store::insert_edition(tx, new).await?;
    for file in uploads {
        store::attach(tx, id, *file).await?;
    }
    let seen = Actor::System("seed");
    let mut edition = store::edition(tx, &seen, id).await?.context("just inserted")?;
    let hash = actions_hash(tx, &edition).await?;
    let handed_in = !matches!(state, State::Draft);
    let public = matches!(state, State::Published | State::Superseded | State::Withdrawn | State::Removed);
    edition.state = state;
    edition.text_hash = (handed_in && state != State::Returned).then(|| hash.to_vec());
    edition.submitted_by = handed_in.then_some(author.id);
    edition.submitted_at = handed_in.then(|| Timestamp(at.0 - DAY_MS / 2));
    edition.level = Level::parse(&sample.level);
    edition.published_at = public.then_some(at);
    edition.publish_at =
        (sample.embargo_days > 0).then(|| Timestamp(tx.now().0 + sample.embargo_days * DAY_MS));
    edition.approval_due_at = sample.emergency.then(|| Timestamp(at.0 + 3 * DAY_MS));
    tx.run(
        &PLACE,
        params![
            edition.state,
            edition.text_hash.as_deref(),
            edition.submitted_by,
            edition.submitted_at,
            edition.level,
            edition.published_at,
            edition.publish_at,
            edition.approval_due_at,
            None::<i64>,
            (state == State::Superseded).then_some(at),
            at,
            at,
            id
        ],
    )
    .await?;
    if public {
        files::publish(tx, uploads).await?;
    }
    if state == State::Published {
        freshness::begin(tx, &edition, at).await?;
    }
    if handed_in {
        consents::note(tx, &edition).await?;
    }
    if let Some(level) = edition.level {
        approve(tx, plan, sample, &edition, level, hash, at).await?;
    }
    events(tx, plan, sample, &edition, author, at).await
}

async fn actions_hash(q: &mut impl Query, edition: &Edition) -> anyhow::Result<[u8; 32]> {
    actions::hash_now(q, edition).await.map_err(|refusal| anyhow::anyhow!("{refusal:?}"))
}

async fn approve(
    tx: &mut WriteTx,
    plan: &Plan,
    sample: &SampleEdition,
    edition: &Edition,
    level: Level,
    hash: [u8; 32],
    at: Timestamp,
) -> anyhow::Result<()> {
    let approver: MemberId = plan.id(&format!("person:{}", sample.approved_by))?;
    let body = member(tx, approver).await?.organisation;
    let mut approval =
        approval::store::plain(edition, hash, approver, body, approval::store::next_id(tx), at);
    approval.level = level;
    approval.channel = Channel::Portal;
    if level == Level::Official {
        let day = Timestamp(tx.now().0 - sample.act_days_ago * DAY_MS);
        approval.act_number.clone_from(&sample.act_number);
        approval.act_date = jiff::Timestamp::from_millisecond(day.0)?.strftime("%Y-%m-%d").to_string();
    }
    approval::store::insert(tx, &approval).await?;
    Ok(())
}

/// The rows beside an edition's own and its author's events; returns the decider with theirs.
async fn events(
    tx: &mut WriteTx,
    plan: &Plan,
    sample: &SampleEdition,
    edition: &Edition,
    author: &Member,
    at: Timestamp,
) -> anyhow::Result<(MemberId, Vec<NewActivity>)> {
    let decider: MemberId = match sample.approved_by.as_str() {
        "" => first_with_role(plan, Role::Approver)?,
        key => plan.id(&format!("person:{key}"))?,
    };
    let facts = || Facts::of(edition);
    tx.record(facts().event("documents.edition.begun"));
    if edition.state == State::Draft {
        return Ok((decider, Vec::new()));
    }
    tx.record(facts().event("documents.edition.submitted"));
    let mut decided = Vec::new();
    if edition.level.is_some() {
        decided.push(facts().event("documents.edition.approved"));
    }
    match edition.state {
        State::Draft | State::Submitted => {}
        State::Returned => {
            let row: i64 = tx.next_id();
            tx.run(&RETURN, params![row, edition.id, &sample.reasons, decider, at]).await?;
            decided.push(facts().because(&sample.reasons).event("documents.edition.returned"));
        }
        State::Approved => {
            if let Some(time) = edition.publish_at {
                tx.enqueue(publication::publish_at(edition.id, time)).await?;
                decided.push(facts().at(Some(time)).event("documents.edition.scheduled"));
            }
        }
        State::Published if sample.emergency => {
            tx.run(&EMERGENCY, params![edition.id, &sample.reason, author.id, at]).await?;
            tx.record(facts().because(&sample.reason).event("documents.edition.published_in_emergency"));
        }
        State::Published | State::Superseded => {
            decided.push(facts().event("documents.edition.published"));
        }
        State::Withdrawn | State::Removed => {
            let removed = edition.state == State::Removed;
            let manner = if removed { Manner::Removed } else { Manner::Withdrawn };
            tx.run(&WITHDRAWAL, params![edition.id, manner, &sample.reason, decider, at]).await?;
            let kind = if removed { "documents.edition.removed" } else { "documents.edition.withdrawn" };
            decided.push(facts().event("documents.edition.published"));
            decided.push(facts().because(&sample.reason).event(kind));
        }
    }
    Ok((decider, decided))
}

fn first_with_role(plan: &Plan, role: Role) -> anyhow::Result<MemberId> {
    let person = plan.world.people.iter().find(|person| person.role == role);
    plan.id(&format!("person:{}", person.context("the world has every role")?.key))
}

/// Editions for measuring: one published text after the other, spread over kinds, organisations, regions.
async fn many(app: &App, plan: &Plan) -> anyhow::Result<()> {
    const BATCH: usize = 500;
    let base = text_of(&seed::text("documents/journalist-training-osh/ru-2.md")?)?;
    let programme = programme::current(app);
    let regions: Vec<&str> = programme.terms(Dimension::Region).map(|(key, _)| key).collect();
    let audiences: Vec<&str> = programme.terms(Dimension::Audience).map(|(key, _)| key).collect();
    let authors: Vec<&seed::SamplePerson> =
        plan.world.people.iter().filter(|person| person.role == Role::Contributor).collect();
    let approver = first_with_role(plan, Role::Approver)?;
    let mut made = 0;
    while made < plan.editions {
        let author: MemberId = plan.id(&format!("person:{}", authors[made / BATCH % authors.len()].key))?;
        let author = member(&mut app.db.read().await?, author).await?;
        let body = member(&mut app.db.read().await?, approver).await?.organisation;
        let mut tx = app.db.write(&Actor::Member(author.clone())).await?;
        for n in made..(made + BATCH).min(plan.editions) {
            let kind = Kind::ALL[n / 3 % Kind::ALL.len()];
            let document = store::insert_document(&mut tx, kind, author.organisation, author.id).await?;
            let tags = [
                (Dimension::Region.code(), regions[n % regions.len()].to_owned()),
                (Dimension::Audience.code(), audiences[n % audiences.len()].to_owned()),
            ];
            store::set_tags(&mut tx, document, &tags).await?;
            let text = Text { title: format!("{} № {n}", base.title), ..base.clone() };
            let new = NewEdition {
                document,
                kind,
                organisation: author.organisation,
                language: Lang::ALL[n % 3],
                number: 1,
                text: &text,
                by: author.id,
            };
            let id = store::insert_edition(&mut tx, new).await?;
            let mut edition =
                store::edition(&mut tx, &Actor::System("seed"), id).await?.context("just inserted")?;
            let hash = edition.text_hash(&[]);
            let at = Timestamp(tx.now().0 - i64::try_from(n)? * 60_000 - 40 * DAY_MS);
            let (level, published) = (Level::ALL[n % 3], State::Published);
            edition.state = published;
            tx.run(
                &PLACE,
                params![
                    published,
                    &hash,
                    author.id,
                    at,
                    level,
                    at,
                    None::<i64>,
                    None::<i64>,
                    None::<i64>,
                    None::<i64>,
                    at,
                    at,
                    id
                ],
            )
            .await?;
            let row =
                approval::store::plain(&edition, hash, approver, body, approval::store::next_id(&tx), at);
            approval::store::insert(&mut tx, &row).await?;
            freshness::begin(&mut tx, &edition, at).await?;
            tx.record(Facts::of(&edition).event("documents.edition.published"));
        }
        made += BATCH;
        tx.commit().await?;
    }
    Ok(())
}

/// Now, in the gallery: 23 November 2026.
pub const AT: Timestamp = Timestamp(1_795_402_800_000);

/// An edition as tests and the gallery use it.
pub fn edition() -> Edition {
    Edition {
        id: EditionId::from(1),
        document: DocumentId::from(2),
        kind: Kind::PressRelease,
        organisation: OrganisationId::from(3),
        language: Lang::Ru,
        number: 1,
        state: State::Draft,
        text: Text {
            title: "Дорога начинается дома".into(),
            summary: "Короткая памятка для тех, кто едет на заработки.".into(),
            body: "## Что проверить\n\n- договор\n- адрес\n\nСпросите **до отъезда**.".into(),
            ..Text::default()
        },
        version: 1,
        text_hash: None,
        created_by: MemberId::from(4),
        changed_by: MemberId::from(4),
        changed_at: AT,
        submitted_by: None,
        submitted_at: None,
        wish: Wish::Publish,
        publish_at: None,
        level: None,
        published_at: None,
        approval_due_at: None,
        superseded_by: None,
        superseded_at: None,
    }
}
