//! The verbs on drafts: begin, save, attach, submit, take back. Called by routes, jobs, the sample world and
//! the command line alike; each asks the policy beside its write and records what happened.

use super::comparison::{self, Difference};
use super::events::Facts;
use super::model::{CannotSave, CannotSubmit, DocumentId, Edition, EditionId, Kind, Text, Wish, next_number};
use super::policy::{self, Action, Context, Denied};
use super::store::{self, NewEdition};
use super::{consents, fields};
use crate::features::files::{self, FileId};
use platform::actor::{MemberId, OrganisationId};
use platform::clock::Timestamp;
use platform::db::{DbError, Query, WriteTx};
use platform::lang::Lang;

/// Why something was not done. What it means to a reader is said in `routes`.
#[derive(Debug)]
pub enum Refusal {
    Denied(Denied),
    Save(CannotSave),
    Submit(CannotSubmit),
    Decide(super::approval::CannotDecide),
    Publish(super::publication::CannotPublish),
    /// A success story without a consent that holds.
    Consent(super::consents::NoConsent),
    /// The day on which a text wants to be looked at again lies ahead, within three years.
    Due,
    /// This language already has an edition that is not published yet.
    AlreadyOpen(EditionId),
    Db(DbError),
}

impl From<Denied> for Refusal {
    fn from(denied: Denied) -> Self {
        Refusal::Denied(denied)
    }
}
impl From<CannotSave> for Refusal {
    fn from(cannot: CannotSave) -> Self {
        Refusal::Save(cannot)
    }
}
impl From<CannotSubmit> for Refusal {
    fn from(cannot: CannotSubmit) -> Self {
        Refusal::Submit(cannot)
    }
}
impl From<DbError> for Refusal {
    fn from(error: DbError) -> Self {
        Refusal::Db(error)
    }
}

/// An edition that this actor may see, with what policies ask about it.
pub struct Loaded {
    pub edition: Edition,
    pub supporters: Vec<OrganisationId>,
}

impl Loaded {
    pub fn context(&self) -> Context<'_> {
        Context { edition: &self.edition, supporters: &self.supporters }
    }
}

/// Loads an edition for an actor; what they may not see is not there.
pub async fn load(
    q: &mut impl Query,
    actor: &platform::actor::Actor,
    id: EditionId,
) -> Result<Loaded, Refusal> {
    let edition = store::edition(q, actor, id).await?.ok_or(Denied::Invisible)?;
    let supporters = store::supporters(q, edition.document).await?;
    Ok(Loaded { edition, supporters })
}

/// Loads an edition for a write and asks whether the transaction's actor may do this.
pub(super) async fn load_for(tx: &mut WriteTx, id: EditionId, action: Action) -> Result<Loaded, Refusal> {
    let actor = tx.actor().clone();
    let loaded = load(tx, &actor, id).await?;
    policy::can(&actor, action, &loaded.context())?;
    Ok(loaded)
}

fn acting_member(tx: &WriteTx) -> Result<MemberId, Refusal> {
    tx.actor().member_id().ok_or(Refusal::Denied(Denied::Role))
}

/// Begins a document with its first edition, for the member's own organisation.
pub async fn create(tx: &mut WriteTx, kind: Kind, language: Lang, text: &Text) -> Result<EditionId, Refusal> {
    let member = tx.actor().signed_in().cloned().ok_or(Denied::Role)?;
    if !policy::can_create(&member) {
        return Err(Denied::Role.into());
    }
    let mut text = text.tidy();
    if kind == Kind::Answer && text.fields.get("question").is_empty() && !text.title.is_empty() {
        // An answer is mostly begun with the question as its title.
        text.fields = text.fields.with("question", &text.title);
    }
    text.check_length(kind)?;
    let document = store::insert_document(tx, kind, member.organisation, member.id).await?;
    let organisation = member.organisation;
    let new = NewEdition { document, kind, organisation, language, number: 1, text: &text, by: member.id };
    let id = store::insert_edition(tx, new).await?;
    let edition = load(tx, &tx.actor().clone(), id).await?.edition;
    tx.record(Facts::of(&edition).event("documents.document.created"));
    Ok(id)
}

/// Begins the next edition of a language, from the text of `from`: the language's own published text for a
/// correction, a sibling's for a translation.
pub async fn begin(tx: &mut WriteTx, from: EditionId, language: Lang) -> Result<EditionId, Refusal> {
    let Loaded { edition, .. } = load_for(tx, from, Action::Continue).await?;
    let by = acting_member(tx)?;
    if let Some(open) = store::open_of_language(tx, edition.document, language).await? {
        return Err(Refusal::AlreadyOpen(open));
    }
    let (last, highest) = store::numbers(tx, edition.document, language).await?;
    let base = store::current(tx, edition.document, language).await?.unwrap_or_else(|| edition.clone());
    let Edition { document, kind, organisation, .. } = edition;
    let number = next_number(last, highest);
    let new = NewEdition { document, kind, organisation, language, number, text: &base.text, by };
    let id = match store::insert_edition(tx, new).await {
        // Two people pressed the button at once; the other one's edition is the open one.
        Err(DbError::NotUnique(_)) => return Err(Refusal::Save(CannotSave::Stale)),
        other => other?,
    };
    store::copy_files(tx, base.id, id).await?;
    let begun = load(tx, &tx.actor().clone(), id).await?.edition;
    tx.record(Facts::of(&begun).event("documents.edition.begun"));
    Ok(id)
}

/// Tags and supporting organisations of a document: everything that is not a language's text.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Placement {
    pub tags: Vec<(&'static str, String)>,
    pub supporters: Vec<OrganisationId>,
}

/// Saves a draft. Returns the new version, or the old one if nothing changed.
///
/// Tags raise the version like words do: a page from before must not put the old ones back.
pub async fn save(
    tx: &mut WriteTx,
    id: EditionId,
    version: i64,
    text: &Text,
    placement: &Placement,
) -> Result<i64, Refusal> {
    let Loaded { edition, supporters } = load_for(tx, id, Action::Edit).await?;
    edition.check_save(version)?;
    let by = acting_member(tx)?;
    let text = text.tidy();
    text.check_length(edition.kind)?;
    let placed = place(tx, &edition, &supporters, placement).await?;
    if text == edition.text && !placed {
        return Ok(version);
    }
    if !store::save(tx, &edition, &text, by).await? {
        return Err(CannotSave::Stale.into());
    }
    let saved = Edition { text, version: version + 1, ..edition };
    let mut facts = Facts::of(&saved);
    facts.placed = placed;
    tx.record(facts.event("documents.edition.changed"));
    Ok(saved.version)
}

async fn place(
    tx: &mut WriteTx,
    edition: &Edition,
    supporters: &[OrganisationId],
    placement: &Placement,
) -> Result<bool, Refusal> {
    let mut wanted: Vec<(String, String)> =
        placement.tags.iter().map(|(dimension, term)| ((*dimension).to_owned(), term.clone())).collect();
    wanted.sort();
    let mut changed = false;
    if store::tags(tx, edition.document).await? != wanted {
        store::set_tags(tx, edition.document, &placement.tags).await?;
        changed = true;
    }
    let mut wanted = placement.supporters.clone();
    wanted.retain(|supporter| *supporter != edition.organisation);
    wanted.sort_unstable();
    wanted.dedup();
    if supporters != wanted {
        store::set_supporters(tx, edition.document, &wanted).await?;
        changed = true;
    }
    Ok(changed)
}

/// Attaches a file that the same organisation uploaded. Returns the draft's new version.
pub async fn attach(tx: &mut WriteTx, id: EditionId, file: FileId) -> Result<i64, Refusal> {
    let edition = changeable(tx, id).await?;
    store::attach(tx, id, file).await?;
    changed(tx, edition).await
}

pub async fn detach(tx: &mut WriteTx, id: EditionId, file: FileId) -> Result<(), Refusal> {
    let edition = changeable(tx, id).await?;
    if store::detach(tx, id, file).await? {
        changed(tx, edition).await?;
    }
    Ok(())
}

async fn changeable(tx: &mut WriteTx, id: EditionId) -> Result<Edition, Refusal> {
    let Loaded { edition, .. } = load_for(tx, id, Action::Edit).await?;
    edition.check_save(edition.version)?;
    Ok(edition)
}

async fn changed(tx: &mut WriteTx, edition: Edition) -> Result<i64, Refusal> {
    let by = acting_member(tx)?;
    if !store::touch(tx, edition.id, by).await? {
        return Err(CannotSave::NotEditable.into());
    }
    let edition = Edition { version: edition.version + 1, ..edition };
    tx.record(Facts::of(&edition).event("documents.edition.changed"));
    Ok(edition.version)
}

/// The hash an approval is bound to, from the text and its files as they are now.
pub(super) async fn hash_now(q: &mut impl Query, edition: &Edition) -> Result<[u8; 32], Refusal> {
    let ids = store::files(q, edition.id).await?;
    let files = files::get(q, &ids).await?;
    let hashes: Vec<[u8; 32]> = files.iter().map(|file| file.sha256).collect();
    Ok(edition.text_hash(&hashes))
}

/// Hands a text in for approval. From here on it does not change. `despite` says why it may differ from its siblings.
pub async fn submit(
    tx: &mut WriteTx,
    id: EditionId,
    version: i64,
    wish: Wish,
    publish_at: Option<Timestamp>,
    despite: &str,
) -> Result<(), Refusal> {
    let Loaded { edition, .. } = load_for(tx, id, Action::Submit).await?;
    edition.check_submit(version)?;
    let by = acting_member(tx)?;
    let attached = store::files(tx, id).await?;
    if !files::all_confirmed(tx, &attached).await? {
        return Err(CannotSubmit::FilesUnseen.into());
    }
    fields::check(tx, &edition, &attached).await?;
    consents::note(tx, &edition).await?;
    consents::check(tx, &edition, tx.now()).await?;
    let reason = differing(tx, &edition, despite).await?;
    comparison::keep_reason(tx, id, reason, by).await?;
    let hash = hash_now(tx, &edition).await?;
    let publish_at = publish_at.filter(|_| wish == Wish::Publish);
    if !store::submit(tx, &edition, &hash, by, wish, publish_at).await? {
        return Err(CannotSubmit::Stale.into());
    }
    let submitted = load(tx, &tx.actor().clone(), id).await?.edition;
    let mut facts = Facts::of(&submitted).at(publish_at);
    facts.reason = Some(reason.to_owned()).filter(|reason| !reason.is_empty());
    tx.record(facts.event("documents.edition.submitted"));
    Ok(())
}

/// Why the text may differ from its siblings; nothing if it does not.
async fn differing<'a>(tx: &mut WriteTx, edition: &Edition, despite: &'a str) -> Result<&'a str, Refusal> {
    let actor = tx.actor().clone();
    let others = comparison::others(tx, &actor, edition).await?;
    match others.iter().all(|other| Difference::between(edition, other).is_empty()) {
        true => Ok(""),
        false if despite.trim().is_empty() => Err(CannotSubmit::Differs.into()),
        false => Ok(despite.trim()),
    }
}

/// Makes a submitted or approved text a draft again. Its approval lapses and its links die.
pub async fn take_back(tx: &mut WriteTx, id: EditionId, version: i64) -> Result<(), Refusal> {
    let Loaded { edition, .. } = load_for(tx, id, Action::TakeBack).await?;
    if edition.version != version {
        return Err(CannotSave::Stale.into());
    }
    if !store::take_back(tx, &edition).await? {
        return Err(CannotSave::NotEditable.into());
    }
    super::approval::lapse(tx, &edition).await?;
    super::publication::cancel(tx, &edition).await?;
    tx.record(Facts::of(&edition).event("documents.edition.taken_back"));
    Ok(())
}

/// The document an edition stands in, for addresses.
pub async fn document_of(
    q: &mut impl Query,
    document: DocumentId,
) -> Result<(Kind, OrganisationId), Refusal> {
    Ok(store::document(q, document).await?.ok_or(Denied::Invisible)?)
}
