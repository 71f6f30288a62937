//! Brings the tables up to date: numbered SQL files, each run once, in order, in a transaction of its own.
//!
//! `0007_name.sql` serves both databases; a pair `0007_name.sqlite.sql` and `0007_name.postgres.sql` stands
//! where a dialect forces it. A file that was changed after it ran is refused: history is not rewritten.

use super::{Db, DbError, Query, WriteTx};
use crate::actor::Actor;
use crate::params;
use sha2::{Digest, Sha256};

crate::sql! {
    pub APPLIED: "SELECT name, checksum FROM schema_migrations ORDER BY name";
    pub APPLY: "INSERT INTO schema_migrations (name, checksum, applied_at) VALUES (?, ?, ?)";
}

const REGISTER: &str = "CREATE TABLE IF NOT EXISTS schema_migrations (\n    name TEXT PRIMARY KEY,\n    \
                        checksum TEXT NOT NULL,\n    applied_at BIGINT NOT NULL\n);";

/// One file of `migrations/`.
#[derive(Clone, Debug)]
pub struct Migration {
    pub file: String,
    pub text: String,
}

#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    #[error("migration {0} was changed after it ran; put the file back and add a new one")]
    Changed(String),
    #[error(
        "the database has the migration {0}, which this version does not know; install the newer version"
    )]
    Unknown(String),
    #[error("migration {0} failed: {1}")]
    Failed(String, DbError),
    #[error(transparent)]
    Db(#[from] DbError),
}

impl Db {
    /// Runs what is missing; returns the names of what it ran.
    pub async fn migrate(&self, files: &[Migration]) -> Result<Vec<String>, MigrateError> {
        let mut register = self.locked().await?;
        register.run_script(&self.dialect().migration(REGISTER)).await?;
        register.commit_unrecorded("the register of migrations").await?;
        let mut ran = Vec::new();
        loop {
            // Looked at again under the lock each time: another process may migrate as well.
            let mut tx = self.locked().await?;
            let Some((name, text)) = pending(&mut tx, files).await?.into_iter().next() else {
                tx.roll_back().await;
                return Ok(ran);
            };
            let failed = |error| MigrateError::Failed(name.clone(), error);
            tx.run_script(&self.dialect().migration(text)).await.map_err(failed)?;
            let now = tx.now();
            tx.run(&APPLY, params![&name, checksum(text), now]).await.map_err(failed)?;
            tx.commit_unrecorded("a migration").await.map_err(failed)?;
            tracing::info!("ran migration {name}");
            ran.push(name);
        }
    }

    async fn locked(&self) -> super::Result<WriteTx> {
        let mut tx = self.write(&Actor::System("migrate")).await?;
        tx.run_script(self.dialect().migration_lock()).await?;
        Ok(tx)
    }

    /// The names of the migrations that have not run yet.
    pub async fn pending_migrations(&self, files: &[Migration]) -> Result<Vec<String>, MigrateError> {
        let pending = pending(&mut self.read().await?, files).await?;
        Ok(pending.into_iter().map(|(name, _)| name).collect())
    }
}

async fn pending<'f>(
    tx: &mut impl Query,
    files: &'f [Migration],
) -> Result<Vec<(String, &'f str)>, MigrateError> {
    let dialect = tx.db().dialect();
    let applied: Vec<(String, String)> = match tx.all(&APPLIED, params![]).await {
        // Before the first run there is no register.
        Err(DbError::Other(refusal)) if dialect.says_no_table(&refusal) => Vec::new(),
        applied => applied?,
    };
    let mut wanted: Vec<(String, &str)> = files
        .iter()
        .filter_map(|file| Some((dialect.migration_name(&file.file)?, file.text.as_str())))
        .collect();
    wanted.sort();
    for (name, sum) in &applied {
        match wanted.iter().find(|(wanted, _)| wanted == name) {
            None => return Err(MigrateError::Unknown(name.clone())),
            Some((_, text)) if checksum(text) != *sum => return Err(MigrateError::Changed(name.clone())),
            Some(_) => {}
        }
    }
    wanted.retain(|(name, _)| !applied.iter().any(|(applied, _)| applied == name));
    Ok(wanted)
}

fn checksum(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
