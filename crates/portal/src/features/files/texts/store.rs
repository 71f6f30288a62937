//! The rows of words.

use super::super::model::{File, FileId};
use platform::db::{Query, Result, WriteTx, id_list};
use platform::params;

platform::sql! {
    INSERT: "INSERT INTO files_texts (sha256, file_id, text) VALUES (?, ?, '') ON CONFLICT (sha256) DO NOTHING";
    WAITING: "SELECT file_id FROM files_texts WHERE extracted_at IS NULL AND file_id > ? ORDER BY file_id LIMIT ?";
    SAVE: "UPDATE files_texts SET text = ?, failure = ?, extracted_at = ? WHERE sha256 = ? AND extracted_at IS NULL";
    SAME: "SELECT id FROM files WHERE sha256 = ? AND removed_at IS NULL ORDER BY id LIMIT 200";
    /// Of each file as much as the search reads of one text.
    TEXTS: "SELECT f.id, SUBSTR(t.text, 1, 100000) FROM files f JOIN files_texts t ON t.sha256 = f.sha256
            WHERE f.removed_at IS NULL AND f.id IN {bigints} AND t.text <> '' ORDER BY f.id";
}

/// False if this content is known.
pub async fn insert(tx: &mut WriteTx, file: &File) -> Result<bool> {
    Ok(tx.run(&INSERT, params![&file.sha256, file.id]).await? == 1)
}

pub async fn waiting(q: &mut impl Query, after: FileId, limit: i64) -> Result<Vec<FileId>> {
    let ids: Vec<i64> = q.all(&WAITING, params![after, limit]).await?;
    Ok(ids.into_iter().map(FileId::from).collect())
}

pub async fn save(tx: &mut WriteTx, file: &File, text: &str, failure: Option<&str>) -> Result<()> {
    let (now, failure) = (tx.now(), failure.map(str::to_owned));
    tx.run(&SAVE, params![text, failure, now, &file.sha256]).await?;
    Ok(())
}

/// The files with the content of this one, itself among them.
pub async fn same(q: &mut impl Query, file: &File) -> Result<Vec<FileId>> {
    let ids: Vec<i64> = q.all(&SAME, params![&file.sha256]).await?;
    Ok(ids.into_iter().map(FileId::from).collect())
}

/// The words of those of these files that have been read and have any. The caller has decided that they may be seen.
pub async fn texts(q: &mut impl Query, ids: &[FileId]) -> Result<Vec<(FileId, String)>> {
    let rows: Vec<(i64, String)> = q.all(&TEXTS, params![id_list(ids.iter().copied())]).await?;
    Ok(rows.into_iter().map(|(id, text)| (FileId::from(id), text)).collect())
}
