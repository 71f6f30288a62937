//! Two organisations become one: what the chair sees first, what moves, and what stays reachable.

use super::{DANIYAR, FOUNDATION, GULZAT, NARGIZA, TIMUR, partner};
use crate::features::organisations::{events, store};
use crate::portal_tests;
use http::StatusCode;
use platform::activity::{self, Position};

const OTHER: &str = "Общественное объединение «Кош терек»";

portal_tests! {
    async fn people_texts_and_files_move_and_the_old_page_leads_on(portal) {
        let (from, into) = (partner(&portal, FOUNDATION).await, partner(&portal, OTHER).await);
        let (old, new) = (format!("/ru{from}"), format!("/ru{into}"));
        let texts = portal.guest().get(&old).await.attributes("main section h3 a", "href");
        assert!(!texts.is_empty());
        let nargiza = portal.sign_in(NARGIZA).await;
        let work = nargiza.get("/ru/documents/work").await.attributes("main a", "href");

        let chair = portal.sign_in(GULZAT).await;
        let choice = chair.get(&chair.get(&old).await.attributes("a[href$=merging]", "href")[0]).await;
        let id = into.rsplit('/').next().unwrap();
        let missing = chair.get(&format!("{old}/merging?into=x")).await;
        assert!(missing.attributes("form[data-merge]", "action").is_empty());
        assert!(choice.attributes("#into option", "value").contains(&id.to_owned()));
        let question = chair.get(&format!("{old}/merging?into={id}")).await;
        assert!(question.texts(".plain li").iter().any(|line| line.ends_with("человек") || line.ends_with("человека")), "{}", question.main());
        assert!(question.main().contains("документ"), "{}", question.main());
        let done = question.submit(&chair, "form[data-merge]", &[]).await;
        assert_eq!(done.location(), new);
        portal.settle().await;

        let guest = portal.guest();
        assert_eq!(guest.get(&old).await.location(), new);
        assert_eq!(guest.get("/ru/partners").await.texts("main strong"), ["13 организаций"]);
        let moved = guest.get(&new).await.attributes("main section h3 a", "href");
        assert!(texts.iter().all(|text| moved.contains(text)), "{texts:?} {moved:?}");
        assert!(guest.get(&texts[0]).await.main().contains(OTHER));
        let account = nargiza.get("/ru/account").await;
        assert!(account.main().contains(OTHER), "{}", account.main());
        let now = nargiza.get("/ru/documents/work").await.attributes("main a", "href");
        assert!(work.iter().all(|text| now.contains(text)), "{work:?} {now:?}");
        assert_eq!(chair.get(&format!("{old}/edit")).await.status, StatusCode::NOT_FOUND);

        let mut tx = portal.app.db.read().await.unwrap();
        let log = activity::before(&mut tx, Position(i64::MAX), 10).await.unwrap();
        let merged = log.iter().find(|event| event.kind == events::MERGED).expect("it is in the log");
        assert!(merged.data.contains("members-moves"), "{}", merged.data);
    }

    async fn only_the_chair_merges(portal) {
        let (from, into) = (partner(&portal, FOUNDATION).await, partner(&portal, OTHER).await);
        let address = format!("/ru{from}/merging");
        let id = into.rsplit('/').next().unwrap();
        for email in [NARGIZA, DANIYAR, TIMUR] {
            let browser = portal.sign_in(email).await;
            assert_eq!(browser.get(&format!("{address}?into={id}")).await.status, StatusCode::FORBIDDEN, "{email}");
            let token = browser.get("/ru/account").await.attributes("main [name=_csrf]", "value").remove(0);
            let answer = browser.post(&address, &[("into", id), ("_csrf", &token)]).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{email}");
        }
        // Into itself, and into what is not there.
        let chair = portal.sign_in(GULZAT).await;
        let token = chair.get("/ru/account").await.attributes("main [name=_csrf]", "value").remove(0);
        for wrong in [from.rsplit('/').next().unwrap(), "0000000000001"] {
            let answer = chair.post(&address, &[("into", wrong), ("_csrf", &token)]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{wrong}");
        }
        let mut tx = portal.app.db.read().await.unwrap();
        assert_eq!(store::all(&mut tx).await.unwrap().len(), 14);
    }
}
