//! The rows of files. Every read for an actor applies visibility in SQL; removed files are never found.

use super::cleaning::Report;
use super::model::{File, FileId, MediaType, Thumbnail};
use super::policy::{readable, readable_param};
use platform::actor::{Actor, MemberId, OrganisationId};
use platform::clock::Timestamp;
use platform::db::{Cells, DbError, FromRow, Query, Result, WriteTx, id_list, take};
use platform::files::Sha;
use platform::params;
use std::collections::HashSet;

macro_rules! columns {
    () => {
        "SELECT id, name, media_type, size, sha256, organisation_id, uploaded_at, public_at, withdrawn_at, report,
         confirmed_at, thumbnail, thumbnail_size FROM files "
    };
}

platform::sql! {
    INSERT: "INSERT INTO files (id, sha256, name, media_type, size, organisation_id, uploaded_by, uploaded_at, report,
               confirmed_at, thumbnail, thumbnail_size) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    CONFIRM: "UPDATE files SET confirmed_at = ? WHERE id = ? AND confirmed_at IS NULL AND removed_at IS NULL";
    REMOVE: "UPDATE files SET removed_at = ? WHERE id = ? AND confirmed_at IS NULL AND public_at IS NULL
             AND removed_at IS NULL";
    BY_IDS: concat!(columns!(), "WHERE removed_at IS NULL AND id IN {bigints}");
    READABLE: concat!(columns!(), "WHERE removed_at IS NULL AND id IN {bigints} AND ", readable!());
    OF_ORGANISATION: concat!(columns!(), "WHERE removed_at IS NULL AND organisation_id = ? AND ", readable!(),
        " AND (? = '' OR media_type = ?) AND id < ? ORDER BY id DESC LIMIT ?");
    COUNT: concat!("SELECT COUNT(*) FROM files WHERE removed_at IS NULL AND organisation_id = ? AND ", readable!(),
        " AND (? = '' OR media_type = ?)");
    COUNT_OF: "SELECT COUNT(*) FROM files WHERE removed_at IS NULL AND organisation_id = ?";
    COPY: "SELECT id, name, uploaded_at FROM files WHERE uploaded_by = ? AND removed_at IS NULL ORDER BY id";
    CARRY: "UPDATE files SET organisation_id = ? WHERE organisation_id = ?";
    CONTENTS: "SELECT id, sha256, thumbnail FROM files WHERE id > ? AND removed_at IS NULL ORDER BY id LIMIT 1000";
    PUBLISH: "UPDATE files SET public_at = ?, withdrawn_at = NULL
              WHERE id = ? AND (public_at IS NULL OR withdrawn_at IS NOT NULL) AND removed_at IS NULL";
    WITHDRAW: "UPDATE files SET withdrawn_at = ? WHERE id = ? AND public_at IS NOT NULL AND withdrawn_at IS NULL";
    IS_WITHDRAWN: "SELECT COUNT(*) FROM files WHERE id = ? AND withdrawn_at IS NOT NULL";
}

pub async fn insert(tx: &mut WriteTx, file: &File, by: MemberId) -> Result<()> {
    let size = i64::try_from(file.size).expect("a file is smaller than eight million terabytes");
    let (sha, name) = (&file.sha256, &file.name);
    let (kind, owner, at) = (file.media_type, file.organisation, file.uploaded_at);
    let confirmed = file.confirmed.then_some(at);
    let report = file.report.to_text();
    let small = file.thumbnail.as_ref().map(|small| small.sha256.as_slice());
    let small_size = file.thumbnail.map(|small| i64::try_from(small.size).expect("smaller than its picture"));
    let row = params![file.id, sha, name, kind, size, owner, by, at, report, confirmed, small, small_size];
    tx.run(&INSERT, row).await?;
    Ok(())
}

/// False if it was confirmed or removed before.
pub async fn confirm(tx: &mut WriteTx, id: FileId) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&CONFIRM, params![now, id]).await? > 0)
}

/// Only a file that nobody agreed to yet goes; its content goes with the next sweep ([`super::actions::sweep`]).
pub async fn remove(tx: &mut WriteTx, id: FileId) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&REMOVE, params![now, id]).await? > 0)
}

/// The contents of all files that were not thrown away.
pub async fn all_contents(q: &mut impl Query) -> Result<HashSet<Sha>> {
    let mut all = HashSet::new();
    let mut last = FileId::from(0);
    loop {
        let rows: Vec<(FileId, Sha, Option<Sha>)> = q.all(&CONTENTS, params![last]).await?;
        let Some((id, ..)) = rows.last() else { return Ok(all) };
        last = *id;
        all.extend(
            rows.into_iter().flat_map(|(_, sha, thumbnail)| [Some(sha), thumbnail].into_iter().flatten()),
        );
    }
}

/// What somebody uploaded, for a copy of their data. The files belong to the organisation.
pub async fn copy(q: &mut impl Query, member: MemberId) -> Result<serde_json::Value> {
    let rows: Vec<(i64, String, Timestamp)> = q.all(&COPY, params![member]).await?;
    let row = |(id, name, at): (i64, String, Timestamp)| serde_json::json!({ "id": FileId::from(id).to_string(), "name": name, "uploaded_ms": at.0 });
    Ok(rows.into_iter().map(row).collect())
}

/// All files of an organisation, whoever may read them.
pub async fn count_of(q: &mut impl Query, organisation: OrganisationId) -> Result<i64> {
    Ok(q.one(&COUNT_OF, params![organisation]).await?.unwrap_or(0))
}

/// Moves all files of one organisation to another.
pub async fn carry(tx: &mut WriteTx, from: OrganisationId, into: OrganisationId) -> Result<()> {
    tx.run(&CARRY, params![into, from]).await?;
    Ok(())
}

/// Whoever asks, in the order asked; for callers that decided that these files may be seen.
pub async fn by_ids(q: &mut impl Query, ids: &[FileId]) -> Result<Vec<File>> {
    let found = q.all(&BY_IDS, params![id_list(ids.iter().copied())]).await?;
    Ok(in_order(found, ids))
}

/// Those an actor may read.
pub async fn readable(q: &mut impl Query, actor: &Actor, ids: &[FileId]) -> Result<Vec<File>> {
    let found = q.all(&READABLE, &[id_list(ids.iter().copied()).into(), readable_param(actor)]).await?;
    Ok(in_order(found, ids))
}

fn in_order(mut files: Vec<File>, ids: &[FileId]) -> Vec<File> {
    files.sort_by_key(|file| ids.iter().position(|id| *id == file.id));
    files
}

/// Which files of an organisation to list.
pub struct Filter {
    pub organisation: OrganisationId,
    pub media_type: Option<MediaType>,
}

/// Older than `before`, newest first.
pub async fn list(
    q: &mut impl Query,
    actor: &Actor,
    filter: &Filter,
    before: FileId,
    limit: i64,
) -> Result<Vec<File>> {
    let kind = filter.media_type.map_or("", MediaType::code);
    let of = filter.organisation;
    let params = [of.into(), readable_param(actor), kind.into(), kind.into(), before.into(), limit.into()];
    q.all(&OF_ORGANISATION, &params).await
}

pub async fn count(q: &mut impl Query, actor: &Actor, filter: &Filter) -> Result<i64> {
    let kind = filter.media_type.map_or("", MediaType::code);
    let params = [filter.organisation.into(), readable_param(actor), kind.into(), kind.into()];
    Ok(q.one(&COUNT, &params).await?.unwrap_or(0))
}

/// False if it was public already.
pub async fn publish(tx: &mut WriteTx, id: FileId) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&PUBLISH, params![now, id]).await? == 1)
}

/// False if it is not public.
pub async fn withdraw(tx: &mut WriteTx, id: FileId) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&WITHDRAW, params![now, id]).await? == 1)
}

/// Whether everybody could read it once.
pub async fn is_withdrawn(q: &mut impl Query, id: FileId) -> Result<bool> {
    Ok(q.one::<i64>(&IS_WITHDRAWN, params![id]).await?.unwrap_or(0) > 0)
}

impl FromRow for File {
    fn from_row(row: &mut dyn Cells) -> std::result::Result<Self, DbError> {
        Ok(File {
            id: take(row)?,
            name: take(row)?,
            media_type: take(row)?,
            size: take::<i64>(row)?.unsigned_abs(),
            sha256: take(row)?,
            organisation: take(row)?,
            uploaded_at: take(row)?,
            public: {
                let (published, withdrawn): (Option<Timestamp>, Option<Timestamp>) = (take(row)?, take(row)?);
                published.is_some() && withdrawn.is_none()
            },
            report: Report::parse(&take::<String>(row)?),
            confirmed: take::<Option<Timestamp>>(row)?.is_some(),
            thumbnail: {
                let (sha256, size) = (take::<Option<Sha>>(row)?, take::<Option<i64>>(row)?);
                sha256.zip(size).map(|(sha256, size)| Thumbnail { sha256, size: size.unsigned_abs() })
            },
        })
    }
}
