//! Keeps the bytes of files under the SHA-256 of their content, in a directory or in an S3-compatible bucket, for the feature `files`.
//! Names, types, owners and who may read a file are not here; they are rows of that feature.
//!
//! Every upload first goes to a temporary file in the data directory, because its address is known only at its end. So nothing half stored
//! is ever visible, and content that is stored already costs no second upload to the bucket. A process that is killed leaves temporary
//! files, which `sweep` removes, or content without a row, which goes with `remove_unnamed`. In a bucket the abandoned parts of large
//! uploads need a lifecycle rule of the bucket.

use std::collections::HashSet;
use std::error::Error;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::stream::{self, BoxStream};
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
/// Content in a bucket that is this old and stored again is sent again, which makes it young: nobody removes it then as unnamed before
/// its row is written.
const OLD: Duration = Duration::from_hours(12);

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

    /// The same for looking only: makes nothing, and there is none before the portal's first start.
    pub fn existing(config: &FilesConfig, data: &Path, ids: Ids) -> io::Result<Option<Self>> {
        if data.join("files/temporary").is_dir() { Self::open(config, data, ids).map(Some) } else { Ok(None) }
    }

    /// Puts a stream of bytes aside that is looked at before anything of it may be stored: into a file that has no name any more, so
    /// that it ends with its last reader, whatever becomes of the process.
    pub async fn set_aside<S, E>(&self, stream: S, max_bytes: u64) -> Result<SetAside, PutError>
    where
        S: Stream<Item = Result<Bytes, E>> + Send,
        E: Into<Box<dyn Error + Send + Sync>>,
    {
        let temporary = self.temporary_file();
        let mut options = fs::OpenOptions::new();
        let mut file = options.read(true).write(true).create_new(true).open(&temporary.0).await?;
        drop(temporary);
        write(&mut file, stream, max_bytes).await?;
        file.rewind().await?;
        Ok(SetAside(file))
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
        let stored = write(&mut file, stream, max_bytes).await?;
        match &self.bucket {
            None => {
                file.sync_all().await?;
                let (root, to) = (self.root.clone(), self.path(&stored.sha256));
                blocking(move || move_into_place(&root, &temporary.0, &to)).await?;
            }
            Some(_) if self.is_young(&stored.sha256, &file).await? => {}
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
        Ok(self.last_stored(sha).await?.is_some())
    }

    async fn last_stored(&self, sha: &Sha) -> io::Result<Option<Timestamp>> {
        let found = match &self.bucket {
            None => fs::metadata(self.path(sha)).await.and_then(|it| it.modified()).map(time_of),
            Some(bucket) => bucket.head(&key(sha)).await.map(|it| modified(&it)).map_err(io::Error::from),
        };
        match found {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            found => found.map(Some),
        }
    }

    /// Whether this content need not be sent again, now that `file` was written.
    async fn is_young(&self, sha: &Sha, file: &fs::File) -> io::Result<bool> {
        let now = time_of(file.metadata().await?.modified()?);
        Ok(self.last_stored(sha).await?.is_some_and(|at| now.since(at) < OLD))
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
            if now.since(time_of(entry.metadata().await?.modified()?)) >= ABANDONED {
                fs::remove_file(entry.path()).await?;
                removed += 1;
            }
        }
        Ok(removed)
    }

    /// Removes the content of no name that was stored a day ago or earlier; says how many. `named` was read from the database before:
    /// whoever stores known content again makes it young again, so a row that comes meanwhile keeps what it names. The directory or the
    /// bucket belongs to one portal.
    pub async fn remove_unnamed(&self, named: &HashSet<Sha>, now: Timestamp) -> io::Result<usize> {
        let mut removed = 0;
        let mut stored = self.stored();
        while let Some((sha, at)) = stored.try_next().await? {
            if named.contains(&sha) || now.since(at) < ABANDONED {
                continue;
            }
            // The list may be a moment old.
            if self.last_stored(&sha).await?.is_some_and(|at| now.since(at) >= ABANDONED) {
                self.delete(&sha).await?;
                removed += 1;
            }
        }
        Ok(removed)
    }

    /// Everything stored, with the time it was stored last.
    fn stored(&self) -> BoxStream<'_, io::Result<(Sha, Timestamp)>> {
        if let Some(bucket) = &self.bucket {
            let objects = bucket.list(None).map_err(io::Error::from).try_filter_map(async |object| {
                Ok(sha_at(object.location.as_ref()).map(|sha| (sha, modified(&object))))
            });
            return objects.boxed();
        }
        // Folders of two letters one after the other: their files are looked at when their turn comes.
        let folders = stream::iter(0..=u8::MAX).map(|first| self.root.join(format!("{first:02x}")));
        folders.then(contents).try_flatten().boxed()
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

/// Bytes that were put aside, readable from their beginning.
#[derive(Debug)]
pub struct SetAside(fs::File);

impl SetAside {
    /// For a process that is given it as its input.
    pub async fn into_file(self) -> std::fs::File {
        self.0.into_std().await
    }

    pub async fn bytes(mut self) -> io::Result<Bytes> {
        let mut bytes = Vec::new();
        self.0.read_to_end(&mut bytes).await?;
        Ok(bytes.into())
    }
}

async fn write<S, E>(file: &mut fs::File, stream: S, max_bytes: u64) -> Result<Stored, PutError>
where
    S: Stream<Item = Result<Bytes, E>> + Send,
    E: Into<Box<dyn Error + Send + Sync>>,
{
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
    Ok(Stored { sha256: hash.finalize().into(), size, head })
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

/// The content at an address; nothing for what else lies in a bucket.
fn sha_at(address: &str) -> Option<Sha> {
    let (first, rest) = address.split_once('/')?;
    let hex = [first, rest].concat();
    if first.len() != 2 || hex.len() != 64 || !hex.bytes().all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f')) {
        return None;
    }
    let mut sha = Sha::default();
    for (byte, digits) in sha.iter_mut().zip(hex.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(str::from_utf8(digits).ok()?, 16).ok()?;
    }
    Some(sha)
}

fn time_of(changed: std::time::SystemTime) -> Timestamp {
    Timestamp(0) + changed.duration_since(std::time::UNIX_EPOCH).unwrap_or_default()
}

fn modified(object: &object_store::ObjectMeta) -> Timestamp {
    Timestamp(object.last_modified.timestamp_millis())
}

/// What lies in one of the 256 directories; one that was never needed holds nothing.
async fn contents(
    folder: PathBuf,
) -> io::Result<impl Stream<Item = io::Result<(Sha, Timestamp)>> + Send + use<>> {
    let mut found = Vec::new();
    let mut entries = match fs::read_dir(&folder).await {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(stream::iter(found)),
        entries => entries?,
    };
    let first = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    while let Some(entry) = entries.next_entry().await? {
        if let Some(sha) = sha_at(&format!("{first}/{}", entry.file_name().to_string_lossy())) {
            found.push(Ok((sha, time_of(entry.metadata().await?.modified()?))));
        }
    }
    Ok(stream::iter(found))
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
