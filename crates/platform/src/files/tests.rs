//! Tests of the store, on a directory and on a bucket.
//!
//! The bucket tests run only when `BIRGE_TEST_S3` holds the address of an S3-compatible service that takes any key, such as
//! `http://127.0.0.1:5555` after `pip install 'moto[server]'` and `moto_server -p 5555`. They make the bucket themselves.

use futures_util::stream;

use super::*;

fn chunks(parts: &[&[u8]]) -> impl Stream<Item = io::Result<Bytes>> + Send + use<> {
    stream::iter(parts.iter().map(|part| Ok(Bytes::copy_from_slice(part))).collect::<Vec<_>>())
}

async fn read(store: &Store, sha: &Sha, range: Option<Range<u64>>) -> Vec<u8> {
    let parts: Vec<Bytes> = store.get(sha, range).await.unwrap().try_collect().await.unwrap();
    parts.concat()
}

/// All files below the directory of the store.
fn all_files(directory: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { all_files(&path) } else { vec![path] }).collect()
}

fn local() -> (tempfile::TempDir, Store) {
    let data = tempfile::tempdir().unwrap();
    let store = Store::open(&FilesConfig::default(), data.path(), Ids::seeded(1)).unwrap();
    (data, store)
}

/// A new bucket at the service of `BIRGE_TEST_S3`, or nothing when there is none to test with.
async fn in_a_bucket() -> Option<(tempfile::TempDir, Store)> {
    let endpoint = std::env::var("BIRGE_TEST_S3").ok()?;
    _ = rustls::crypto::ring::default_provider().install_default();
    let ids = Ids::system(crate::clock::Clock::system());
    let config = FilesConfig {
        s3_bucket: format!("files-{}", Shown(ids.next())),
        s3_endpoint: endpoint.clone(),
        s3_region: "us-east-1".into(),
        s3_access_key: "test".into(),
        s3_secret_key: "test".into(),
        ..FilesConfig::default()
    };
    let made = reqwest::Client::new().put(format!("{endpoint}/{}", config.s3_bucket)).send().await.unwrap();
    assert!(made.status().is_success(), "{made:?}");
    let data = tempfile::tempdir().unwrap();
    let store = Store::open(&config, data.path(), ids).unwrap();
    Some((data, store))
}

/// What holds wherever files are kept.
async fn keeps_files(data: &Path, store: &Store) {
    let stored = store.put_stream(chunks(&[b"sal", b"", b"am"]), 5).await.unwrap();
    assert_eq!(stored, Stored { sha256: Sha256::digest("salam").into(), size: 5, head: b"salam".to_vec() });
    assert!(store.exists(&stored.sha256).await.unwrap());
    assert_eq!(read(store, &stored.sha256, None).await, b"salam");
    assert_eq!(read(store, &stored.sha256, Some(1..3)).await, b"al");
    assert_eq!(read(store, &stored.sha256, Some(3..99)).await, b"am");

    let large: Vec<u8> = (0..12_000_000_u32).map(|n| (n % 251) as u8).collect();
    let parts: Vec<_> = large.chunks(100_000).collect();
    let stored = store.put_stream(chunks(&parts), u64::MAX).await.unwrap();
    assert_eq!((stored.size, &stored.head[..]), (12_000_000, &large[..HEAD]));
    assert!(read(store, &stored.sha256, None).await == large);
    assert!(read(store, &stored.sha256, Some(11_999_000..12_000_000)).await == large[11_999_000..]);

    let again = store.put_stream(chunks(&[b"salam"]), 5).await.unwrap();
    let empty = store.put_stream(chunks(&[]), 0).await.unwrap();
    assert_eq!((again.size, empty.size), (5, 0));
    assert_eq!(read(store, &empty.sha256, None).await, b"");

    let too_large = store.put_stream(chunks(&[b"too", b"large"]), 7).await;
    assert!(matches!(too_large, Err(PutError::TooLarge { limit: 7 })));
    assert!(!store.exists(&Sha256::digest("toolarge").into()).await.unwrap());

    store.delete(&again.sha256).await.unwrap();
    store.delete(&again.sha256).await.unwrap();
    assert!(!store.exists(&again.sha256).await.unwrap());
    let missing = store.get(&again.sha256, None).await.err().unwrap();
    assert_eq!(missing.kind(), io::ErrorKind::NotFound);

    let aside = store.set_aside(chunks(&[b"as", b"ide"]), 5).await.unwrap();
    assert_eq!(all_files(&data.join("files/temporary")), [] as [PathBuf; 0], "it has no name");
    assert_eq!(aside.bytes().await.unwrap(), b"aside"[..]);
    let too_large = store.set_aside(chunks(&[b"too", b"large"]), 7).await;
    assert!(matches!(too_large, Err(PutError::TooLarge { limit: 7 })));

    let now = crate::clock::Clock::system().now();
    let named = HashSet::from([empty.sha256]);
    assert_eq!(store.remove_unnamed(&named, now).await.unwrap(), 0, "somebody may be about to name it");
    let tomorrow = now + ABANDONED * 2;
    assert_eq!(store.remove_unnamed(&named, tomorrow).await.unwrap(), 1);
    assert!(store.exists(&empty.sha256).await.unwrap() && !store.exists(&stored.sha256).await.unwrap());
    assert_eq!(store.remove_unnamed(&named, tomorrow).await.unwrap(), 0);

    store.check().await.unwrap();
    assert_eq!(all_files(&data.join("files/temporary")), [] as [PathBuf; 0]);
}

#[tokio::test]
async fn a_directory_keeps_files() {
    let (data, store) = local();
    keeps_files(data.path(), &store).await;
}

#[tokio::test]
async fn a_bucket_keeps_files() {
    if let Some((data, store)) = in_a_bucket().await {
        keeps_files(data.path(), &store).await;
        assert_eq!(all_files(data.path()), [] as [PathBuf; 0], "nothing stays on the disk of the instance");
    }
}

#[tokio::test]
async fn a_bucket_that_is_not_there_is_reported() {
    if let Some((_data, store)) = in_a_bucket().await {
        let endpoint = std::env::var("BIRGE_TEST_S3").unwrap();
        let (s3_region, s3_access_key, s3_secret_key) = ("us-east-1".into(), "test".into(), "test".into());
        let config = FilesConfig {
            max_mb: 20,
            s3_bucket: "missing".into(),
            s3_endpoint: endpoint,
            s3_region,
            s3_access_key,
            s3_secret_key,
        };
        let missing = Store::open(&config, &store.root, Ids::seeded(1)).unwrap();
        assert!(missing.check().await.is_err());
    }
}

#[tokio::test]
async fn the_same_content_is_kept_once_under_its_hash() {
    let (data, store) = local();
    for _ in 0..2 {
        store.put_stream(chunks(&[b"salam"]), 5).await.unwrap();
    }
    let [only] = &all_files(data.path())[..] else { panic!("one file is kept") };
    let address = only.strip_prefix(data.path().join("files")).unwrap().display().to_string();
    assert_eq!((address.len(), address.find('/')), (65, Some(2)));
}

#[tokio::test]
async fn content_that_is_too_large_leaves_nothing() {
    let (data, store) = local();
    store.put_stream(chunks(&[&[0; 600], &[0; 600]]), 1_000).await.unwrap_err();
    assert_eq!(all_files(data.path()), [] as [PathBuf; 0]);
}

#[tokio::test]
async fn an_upload_that_breaks_off_leaves_nothing() {
    let (data, store) = local();
    let broken = chunks(&[b"half"]).chain(stream::iter([Err(io::Error::other("connection lost"))]));
    let error = store.put_stream(broken, 100).await.unwrap_err();
    assert_eq!(error.to_string(), "the upload broke off: connection lost");
    assert_eq!(all_files(data.path()), [] as [PathBuf; 0]);
}

#[tokio::test]
async fn an_upload_dropped_in_the_middle_leaves_nothing() {
    let (data, store) = local();
    let endless = chunks(&[b"half"]).chain(stream::pending());
    tokio::time::timeout(Duration::from_millis(50), store.put_stream(endless, 100)).await.unwrap_err();
    assert_eq!(all_files(data.path()), [] as [PathBuf; 0]);
}

#[tokio::test]
async fn only_temporary_files_of_yesterday_are_swept() {
    let (data, store) = local();
    let kept = store.put_stream(chunks(&[b"salam"]), 5).await.unwrap();
    let left = data.path().join("files/temporary/left");
    std::fs::write(&left, "half").unwrap();
    let now = crate::clock::Clock::system().now();
    assert_eq!(store.sweep(now).await.unwrap(), 0);
    assert_eq!(store.sweep(now + ABANDONED * 2).await.unwrap(), 1);
    assert!(!left.exists() && store.exists(&kept.sha256).await.unwrap());
}

#[tokio::test]
async fn content_that_is_stored_again_is_young_again() {
    let (data, store) = local();
    let stored = store.put_stream(chunks(&[b"salam"]), 5).await.unwrap();
    let now = crate::clock::Clock::system().now();
    let path = store.path(&stored.sha256);
    let long_ago = std::time::UNIX_EPOCH + Duration::from_hours(24);
    std::fs::File::options().write(true).open(&path).unwrap().set_modified(long_ago).unwrap();
    store.put_stream(chunks(&[b"salam"]), 5).await.unwrap();
    std::fs::write(data.path().join("files/ab.txt"), "not ours").unwrap();
    assert_eq!(store.remove_unnamed(&HashSet::new(), now).await.unwrap(), 0);
    std::fs::File::options().write(true).open(&path).unwrap().set_modified(long_ago).unwrap();
    assert_eq!(store.remove_unnamed(&HashSet::new(), now).await.unwrap(), 1);
    assert_eq!(all_files(data.path()).len(), 1, "what is not ours stays");
}

#[test]
fn a_store_that_is_looked_for_is_not_made() {
    let data = tempfile::tempdir().unwrap();
    let look = || Store::existing(&FilesConfig::default(), data.path(), Ids::seeded(1)).unwrap();
    assert!(look().is_none() && all_files(data.path()).is_empty() && !data.path().join("files").exists());
    Store::open(&FilesConfig::default(), data.path(), Ids::seeded(1)).unwrap();
    assert!(look().is_some());
}

#[test]
fn a_full_disk_is_told_apart() {
    let full = io::Error::from_raw_os_error(28);
    assert!(matches!(PutError::from(full), PutError::Full));
    assert!(matches!(PutError::from(io::Error::other("x")), PutError::Io(_)));
}

#[test]
fn printing_the_configuration_shows_no_key() {
    let config =
        FilesConfig { s3_bucket: "b".into(), s3_secret_key: "secret".into(), ..FilesConfig::default() };
    assert_eq!(format!("{config:?}"), "FilesConfig { max_mb: 20, s3_bucket: \"b\", s3_endpoint: \"\" }");
}
