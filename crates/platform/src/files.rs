//! Keeps the bytes of files under the SHA-256 of their content, in a directory or in an S3-compatible bucket, for the feature `files`.
//! Names, types, owners and who may read a file are not here; they are rows of that feature.
//!
//! Every upload first goes to a temporary file in the data directory, because its address is known only at its end. So nothing half stored
//! is ever visible, and content that is already there costs no second upload to the bucket. A process that is killed leaves only
//! temporary files, which `sweep` removes. In a bucket the abandoned parts of large uploads need a lifecycle rule of the bucket.

use std::error::Error;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::stream::BoxStream;
use futures_util::{Stream, StreamExt, TryStreamExt};
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::buffered::BufWriter;
use object_store::{GetOptions, ObjectStore, ObjectStoreExt};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tokio::fs;
use tokio::io::{AsyncReadExt, AsyncSeekExt, AsyncWriteExt};
use tokio_util::io::ReaderStream;

use crate::clock::Timestamp;
use crate::ids::{Ids, Shown};

/// The section `files` of the configuration. Without a bucket, files are kept in the directory `files` of the data directory.
#[derive(Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FilesConfig {
    /// The largest file that people may upload, in megabytes of 1,000,000 bytes, as file managers and our pages count.
    pub max_mb: u64,
    pub s3_bucket: String,
    /// The address of the service, such as `https://s3.example.kg`; empty for Amazon's own.
    pub s3_endpoint: String,
    pub s3_region: String,
    /// Empty: the usual `AWS_…` variables or the role of the machine.
    pub s3_access_key: String,
    pub s3_secret_key: String,
}

impl Default for FilesConfig {
    fn default() -> Self {
        let (s3_bucket, s3_endpoint, s3_region, s3_access_key, s3_secret_key) = Default::default();
        Self { max_mb: 20, s3_bucket, s3_endpoint, s3_region, s3_access_key, s3_secret_key }
    }
}

impl std::fmt::Debug for FilesConfig {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "FilesConfig {{ max_mb: {}, s3_bucket: {:?}, s3_endpoint: {:?} }}",
            self.max_mb, self.s3_bucket, self.s3_endpoint
        )
    }
}

/// The address of stored bytes.
pub type Sha = [u8; 32];

/// What was stored.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stored {
    pub sha256: Sha,
    /// In bytes.
    pub size: u64,
    /// The first 8 kB, to tell what kind of file it is.
    pub head: Vec<u8>,
}

/// Why nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum PutError {
    #[error("the file is larger than {limit} bytes")]
    TooLarge { limit: u64 },
    #[error("the disk for files is full")]
    Full,
    #[error("the upload broke off: {0}")]
    Broken(Box<dyn Error + Send + Sync>),
    #[error("the file could not be stored: {0}")]
    Io(io::Error),
}

impl From<io::Error> for PutError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            _ => Self::Io(error),
        }
    }
}

const HEAD: usize = 8 * 1024;
const CHUNK: usize = 64 * 1024;
/// No upload takes longer, so older temporary files were left by a killed process.
const ABANDONED: Duration = Duration::from_hours(24);

/// The store. Clones share it.
#[derive(Clone, Debug)]
pub struct Store {
    root: PathBuf,
    temporary: PathBuf,
    bucket: Option<Arc<AmazonS3>>,
    ids: Ids,
}

impl Store {
    /// Opens the bucket of the configuration or the directory `files` in `data`, which is made when missing. A bucket is first
    /// reached by [`Store::check`].
    pub fn open(config: &FilesConfig, data: &Path, ids: Ids) -> io::Result<Self> {
        let root = data.join("files");
        let temporary = root.join("temporary");
        std::fs::create_dir_all(&temporary)?;
        let bucket = if config.s3_bucket.is_empty() { None } else { Some(Arc::new(bucket(config)?)) };
        Ok(Self { root, temporary, bucket, ids })
    }

    /// Stores a stream of bytes; the file is visible and safe on disk when this returns. Dropping the future stores nothing.
    ///
    /// Storing the same content twice keeps one copy. So before `delete`, the caller makes sure in its database that no other record
    /// uses the content and none is about to.
    pub async fn put_stream<S, E>(&self, stream: S, max_bytes: u64) -> Result<Stored, PutError>
    where
        S: Stream<Item = Result<Bytes, E>> + Send,
        E: Into<Box<dyn Error + Send + Sync>>,
    {
        let temporary = self.temporary_file();
        let mut file = fs::OpenOptions::new().write(true).create_new(true).open(&temporary.0).await?;
        let (mut hash, mut size, mut head) = (Sha256::new(), 0_u64, Vec::new());
        let mut stream = std::pin::pin!(stream);
        while let Some(chunk) = stream.next().await {
            let chunk = chunk.map_err(|error| PutError::Broken(error.into()))?;
            size += chunk.len() as u64;
            if size > max_bytes {
                return Err(PutError::TooLarge { limit: max_bytes });
            }
            head.extend_from_slice(&chunk[..chunk.len().min(HEAD - head.len())]);
            hash.update(&chunk);
            file.write_all(&chunk).await?;
        }
        // tokio reports a failed write at the next call only, so without the flush a full disk would pass unseen.
        file.flush().await?;
        let stored = Stored { sha256: hash.finalize().into(), size, head };
        match &self.bucket {
            None => {
                file.sync_all().await?;
                let (root, to) = (self.root.clone(), self.path(&stored.sha256));
                blocking(move || move_into_place(&root, &temporary.0, &to)).await?;
            }
            Some(_) if self.exists(&stored.sha256).await? => {}
            Some(bucket) => upload(bucket.clone(), &temporary.0, key(&stored.sha256)).await?,
        }
        Ok(stored)
    }

    /// The bytes of a file or of a range of it; `ErrorKind::NotFound` when there is none. A range that ends after the file is cut.
    pub async fn get(
        &self,
        sha: &Sha,
        range: Option<Range<u64>>,
    ) -> io::Result<BoxStream<'static, io::Result<Bytes>>> {
        if let Some(bucket) = &self.bucket {
            let options = GetOptions { range: range.map(Into::into), ..GetOptions::default() };
            let found = bucket.get_opts(&key(sha), options).await.map_err(io::Error::from)?;
            return Ok(found.into_stream().map_err(io::Error::from).boxed());
        }
        let mut file = fs::File::open(self.path(sha)).await?;
        let Some(range) = range else { return Ok(ReaderStream::with_capacity(file, CHUNK).boxed()) };
        file.seek(io::SeekFrom::Start(range.start)).await?;
        let part = file.take(range.end.saturating_sub(range.start));
        Ok(ReaderStream::with_capacity(part, CHUNK).boxed())
    }

    /// Whether the content is stored.
    pub async fn exists(&self, sha: &Sha) -> io::Result<bool> {
        let Some(bucket) = &self.bucket else { return fs::try_exists(self.path(sha)).await };
        match bucket.head(&key(sha)).await {
            Ok(_) => Ok(true),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Removes the content; removing what is not there is no error.
    pub async fn delete(&self, sha: &Sha) -> io::Result<()> {
        let removed = match &self.bucket {
            None => fs::remove_file(self.path(sha)).await,
            Some(bucket) => bucket.delete(&key(sha)).await.map_err(io::Error::from),
        };
        match removed {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// Removes temporary files that a killed process left a day ago or earlier; says how many.
    pub async fn sweep(&self, now: Timestamp) -> io::Result<usize> {
        let mut removed = 0;
        let mut entries = fs::read_dir(&self.temporary).await?;
        while let Some(entry) = entries.next_entry().await? {
            let changed =
                entry.metadata().await?.modified()?.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
            if now.since(Timestamp(0) + changed) >= ABANDONED {
                fs::remove_file(entry.path()).await?;
                removed += 1;
            }
        }
        Ok(removed)
    }

    /// Writes a few bytes and reads them back, where files are stored; for `doctor`.
    pub async fn check(&self) -> io::Result<()> {
        const PROBE: &[u8] = b"Can files be stored here?\n";
        let temporary = self.temporary_file();
        fs::write(&temporary.0, PROBE).await?;
        let read = match &self.bucket {
            None => fs::read(&temporary.0).await?.into(),
            Some(bucket) => {
                let key = object_store::path::Path::from(format!("check/{}", Shown(self.ids.next())));
                bucket.put(&key, PROBE.into()).await?;
                let read = bucket.get(&key).await?.bytes().await?;
                bucket.delete(&key).await?;
                read
            }
        };
        if read == PROBE {
            Ok(())
        } else {
            Err(io::Error::other("what was written is not what is read back"))
        }
    }

    fn path(&self, sha: &Sha) -> PathBuf {
        self.root.join(address(sha))
    }

    fn temporary_file(&self) -> Temporary {
        Temporary(self.temporary.join(Shown(self.ids.next()).to_string()))
    }
}

/// A file that is removed unless it was moved into place before.
struct Temporary(PathBuf);

impl Drop for Temporary {
    fn drop(&mut self) {
        // Nobody can be told here; what cannot be removed now is swept tomorrow.
        _ = std::fs::remove_file(&self.0);
    }
}

/// `ab/cdef…`: 256 directories, so that none grows too long for the tools of an operator.
fn address(sha: &Sha) -> String {
    let hex: String = sha.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{}/{}", &hex[..2], &hex[2..])
}

fn key(sha: &Sha) -> object_store::path::Path {
    address(sha).into()
}

/// Renames within one file system, which is atomic, and makes the name itself durable.
fn move_into_place(root: &Path, from: &Path, to: &Path) -> io::Result<()> {
    let directory = to.parent().expect("an address has a directory");
    std::fs::create_dir_all(directory)?;
    std::fs::rename(from, to)?;
    std::fs::File::open(directory)?.sync_all()?;
    std::fs::File::open(root)?.sync_all()
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> io::Result<T> + Send + 'static) -> io::Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(io::Error::other)?
}

/// Small files in one request, large ones in parts; a bucket shows neither before the last byte has arrived.
async fn upload(bucket: Arc<AmazonS3>, from: &Path, key: object_store::path::Path) -> io::Result<()> {
    let mut file = fs::File::open(from).await?;
    let mut writer = BufWriter::new(bucket, key);
    let written = match tokio::io::copy(&mut file, &mut writer).await {
        Ok(_) => writer.shutdown().await,
        Err(error) => Err(error),
    };
    if written.is_err() {
        // Best effort: the bucket's lifecycle rule removes parts that stay.
        _ = writer.abort().await;
    }
    written
}

fn bucket(config: &FilesConfig) -> io::Result<AmazonS3> {
    // The program links one TLS library with one provider; that another part installed it first is fine.
    _ = rustls::crypto::ring::default_provider().install_default();
    let mut builder = if config.s3_access_key.is_empty() {
        AmazonS3Builder::from_env()
    } else {
        AmazonS3Builder::new()
            .with_access_key_id(&config.s3_access_key)
            .with_secret_access_key(&config.s3_secret_key)
    };
    if !config.s3_region.is_empty() {
        builder = builder.with_region(&config.s3_region);
    }
    if !config.s3_endpoint.is_empty() {
        builder = builder
            .with_endpoint(&config.s3_endpoint)
            .with_allow_http(config.s3_endpoint.starts_with("http://"));
    }
    Ok(builder.with_bucket_name(&config.s3_bucket).build()?)
}

#[cfg(test)]
#[path = "files/tests.rs"]
mod tests;
