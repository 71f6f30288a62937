//! The words of files: read once for each content, whatever becomes of it.

use super::super::{FileId, store_bytes};
use super::{QUEUE, READ, store, texts};
use crate::portal_tests;
use crate::testing::TestPortal;
use bytes::Bytes;
use platform::actor::{Actor, Member, MemberId, OrganisationId, Role};
use platform::db::Query;
use platform::jobs::NewJob;
use platform::lang::Lang;

const DOCX: &[u8] = include_bytes!("../../../../../extract/seeds/libreoffice.docx");
const LOCKED: &[u8] = include_bytes!("../../../../../scrub/seeds/encrypted.pdf");
const PHOTO: &[u8] = include_bytes!("../../../../../scrub/seeds/photo.jpg");

platform::sql! {
    FAILURES: "SELECT failure FROM files_texts WHERE file_id = ?";
    ROWS: "SELECT COUNT(*) FROM files_texts";
}

fn member() -> Actor {
    let (id, organisation) = (MemberId::from(10), OrganisationId::from(1));
    Actor::Member(Member { id, organisation, role: Role::Contributor, language: Lang::Ru })
}

async fn add(portal: &TestPortal, name: &str, bytes: &'static [u8]) -> super::File {
    store_bytes(&portal.app, &member(), name, Bytes::from_static(bytes)).await.unwrap()
}

async fn words(portal: &TestPortal, ids: &[FileId]) -> Vec<(FileId, String)> {
    texts(&mut portal.app.db.read().await.unwrap(), ids).await.unwrap()
}

async fn rows(portal: &TestPortal) -> i64 {
    portal.app.db.read().await.unwrap().one(&ROWS, &[]).await.unwrap().unwrap()
}

portal_tests! {
    async fn the_words_of_a_file_are_read_once_for_each_content(portal) {
        portal.settle().await;
        let before = rows(&portal).await;
        let first = add(&portal, "мыйзам.docx", DOCX).await;
        let second = add(&portal, "мыйзам (2).docx", DOCX).await;
        assert_eq!(first.sha256, second.sha256, "cleaning gives the same bytes");
        assert_eq!(words(&portal, &[first.id]).await, []);
        portal.settle().await;
        let found = words(&portal, &[second.id, first.id]).await;
        assert_eq!(found.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [first.id, second.id]);
        assert!(found[0].1.contains("VISIBLE-HEADING Жалпы жоболор") && found[0].1.contains("VISIBLE-NOTE"), "{found:?}");
        assert_eq!(found[0].1, found[1].1);
        assert_eq!(rows(&portal).await, before + 1);
        // A picture has no words to wait for.
        add(&portal, "сүрөт.jpg", PHOTO).await;
        assert_eq!(rows(&portal).await, before + 1);
    }

    async fn what_cannot_be_read_is_kept_with_the_reason_and_not_tried_again(portal) {
        let locked = add(&portal, "жабык.pdf", LOCKED).await;
        portal.settle().await;
        assert_eq!(words(&portal, &[locked.id]).await, []);
        let mut tx = portal.app.db.read().await.unwrap();
        let failure: Option<Option<String>> = tx.one(&FAILURES, &[locked.id.into()]).await.unwrap();
        assert_eq!(failure, Some(Some("encrypted".to_owned())));
        assert_eq!(store::waiting(&mut tx, FileId::from(0), 10).await.unwrap(), []);
    }

    async fn files_from_before_are_found_by_the_daily_job(portal) {
        let file = add(&portal, "эски.docx", DOCX).await;
        // As the migration leaves it: it waits, and no job knows of it.
        let mut tx = portal.app.db.write(&Actor::System("tests")).await.unwrap();
        platform::jobs::cancel(&mut tx, &format!("{READ}:{}", file.id)).await.unwrap();
        tx.commit_unrecorded("jobs are no history").await.unwrap();
        portal.settle().await;
        assert_eq!(words(&portal, &[file.id]).await, []);
        let mut tx = portal.app.db.write(&Actor::System("tests")).await.unwrap();
        tx.enqueue(NewJob::new(QUEUE, &())).await.unwrap();
        tx.commit_unrecorded("jobs are no history").await.unwrap();
        portal.settle().await;
        let found = words(&portal, &[file.id]).await;
        assert_eq!(found.len(), 1, "{found:?}");
    }
}
