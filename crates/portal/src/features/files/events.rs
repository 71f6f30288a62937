//! What happens to files and how it reads. Payloads are a permanent contract.

use super::model::{File, FileId, hex};
use super::store;
use crate::web::Names;
use platform::activity::{Activity, NewActivity};
use platform::actor::Actor;
use platform::db::ReadTx;
use platform::lang::L10n;
use platform::subject::Subject;
use serde::{Deserialize, Serialize};

/// The kind of [`Subject`] that a file is.
pub const FILE: &str = "files.file";
pub const UPLOADED: &str = "files.file.uploaded";
pub const CONFIRMED: &str = "files.file.confirmed";
pub const REMOVED: &str = "files.file.removed";
pub const PUBLISHED: &str = "files.file.published";
pub const WITHDRAWN: &str = "files.file.withdrawn";
/// Its words are there from now on, and whoever searches can find them.
pub const TEXT_READ: &str = "files.text.read";
pub const KINDS: &[&str] = &[UPLOADED, CONFIRMED, REMOVED, PUBLISHED, WITHDRAWN, TEXT_READ];

pub fn subject(id: FileId) -> Subject {
    Subject::new(FILE, id.get())
}

#[derive(Serialize, Deserialize)]
struct Facts {
    name: String,
    media_type: String,
    size: u64,
    sha256: String,
}

pub fn uploaded(file: &File) -> NewActivity {
    event(UPLOADED, file)
}

pub fn confirmed(file: &File) -> NewActivity {
    event(CONFIRMED, file)
}

pub fn removed(file: &File) -> NewActivity {
    event(REMOVED, file)
}

pub fn published(file: &File) -> NewActivity {
    event(PUBLISHED, file)
}

pub fn text_read(file: &File) -> NewActivity {
    event(TEXT_READ, file)
}

pub fn withdrawn(file: &File) -> NewActivity {
    event(WITHDRAWN, file)
}

fn event(kind: &'static str, file: &File) -> NewActivity {
    let facts = Facts {
        name: file.name.clone(),
        media_type: file.media_type.code().to_owned(),
        size: file.size,
        sha256: hex(&file.sha256),
    };
    NewActivity {
        kind,
        subject: subject(file.id),
        scope: Some(file.organisation),
        data: serde_json::to_value(facts).expect("plain facts are JSON"),
    }
}

pub fn describe(event: &Activity, l: &L10n, names: &Names) -> Option<String> {
    let key = match event.kind.as_str() {
        UPLOADED => "files-event-uploaded",
        CONFIRMED => "files-event-confirmed",
        REMOVED => "files-event-removed",
        PUBLISHED => "files-event-published",
        WITHDRAWN => "files-event-withdrawn",
        TEXT_READ => "files-event-text-read",
        _ => return None,
    };
    let facts: Facts = event.facts().ok()?;
    if event.kind == TEXT_READ {
        // No person did it.
        return Some(l.f(key, &[("name", facts.name.as_str().into())]));
    }
    let actor = names.actor(event, l);
    Some(l.f(key, &[("actor", actor.as_str().into()), ("name", facts.name.as_str().into())]))
}

/// Only what is public stands on a public page.
pub fn touches(event: &Activity) -> Vec<Subject> {
    match event.kind.as_str() {
        PUBLISHED | WITHDRAWN => vec![Subject::new(FILE, event.subject_id)],
        _ => Vec::new(),
    }
}

/// An event is for those who may read the file.
pub async fn visible(tx: &mut ReadTx, actor: &Actor, events: &[Activity]) -> platform::db::Result<Vec<bool>> {
    let ids: Vec<FileId> = events.iter().map(|event| FileId::from(event.subject_id)).collect();
    let readable = store::readable(tx, actor, &ids).await?;
    Ok(ids.iter().map(|id| readable.iter().any(|file| file.id == *id)).collect())
}
