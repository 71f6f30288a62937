//! Who may decide, what proves a decision, and who sees that.

use super::super::tests::{DANIYAR, NARGIZA, approve, draft, edition_path, email, link, submit};
use crate::portal_tests;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, Method, StatusCode};

const PHOTO: &[u8] = include_bytes!("../../../../../scrub/seeds/photo.jpg");

portal_tests! {
    async fn nobody_decides_about_what_they_submitted(portal) {
        let secretary = portal.sign_in(DANIYAR).await;
        let edit = draft(&secretary, "Своё", "Текст пресс-секретаря.").await;
        submit(&secretary, &edit).await;
        portal.settle().await;
        assert!(portal.mails_to(DANIYAR).is_empty(), "no link to decide about one's own text");
        let waiting = secretary.get("/ru/documents/waiting").await;
        assert!(!waiting.main().contains("Своё"), "{}", waiting.main());
        let work = secretary.get(edition_path(&edit)).await;
        assert!(work.attributes("a[href$='/approval']", "href").is_empty());
        let path = format!("{}/approval", edition_path(&edit));
        assert_eq!(secretary.get(&path).await.status, StatusCode::FORBIDDEN);
        let (csrf, version) = (work.attributes("[name=_csrf]", "value").remove(0), work.attributes("[name=version]", "value").remove(0));
        for decision in ["approve", "return"] {
            let form = [("_csrf", &*csrf), ("version", &*version), ("decision", decision), ("level", "agreed"), ("when", "now"), ("reasons", "Так.")];
            let refused = secretary.post(&path, &form).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{decision}");
        }
        // Nor does the chair write it down in his name.
        let chair = portal.sign_in(&email("gulzat")).await;
        let record = chair.get(&format!("{}/recorded-approval", edition_path(&edit))).await;
        let offered = record.texts("select[name=approver] option");
        assert!(!offered.iter().any(|name| name.contains("Данияр")), "{offered:?}");
        portal.settle().await;
        assert!(!portal.guest().get("/ru/documents").await.body.contains("Своё"));
        let badges = secretary.get(edition_path(&edit)).await.texts(".badge");
        assert!(badges.contains(&"На согласовании".to_owned()), "{badges:?}");
    }

    async fn a_recorded_approval_shows_its_scan_to_those_who_work_with_the_text(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let edit = draft(&author, "По письму", "Текст.").await;
        submit(&author, &edit).await;
        let chair = portal.sign_in(&email("gulzat")).await;
        let path = format!("{}/recorded-approval", edition_path(&edit));
        let page = chair.get(&path).await;
        let approver = page.attributes("select[name=approver] option", "value").pop().expect("an approver");
        let send = async |channel: &str| {
            let form = page.forms().into_iter().find(|form| form.action == path).expect("the form");
            let part = "--part\r\ncontent-disposition: form-data; name=";
            let mut body = Vec::new();
            for (name, value) in &form.fields {
                let value = match name.as_str() {
                    "approver" => &approver,
                    "channel" => channel,
                    "approved_at" => "2026-11-23T08:00",
                    "note" => "На двух листах.",
                    _ => value,
                };
                body.extend(format!("{part}\"{name}\"\r\n\r\n{value}\r\n").into_bytes());
            }
            body.extend(format!("{part}\"scan\"; filename=\"письмо.jpg\"\r\n\r\n").into_bytes());
            body.extend(PHOTO);
            body.extend(b"\r\n--part--\r\n");
            let headers = HeaderMap::from_iter([(CONTENT_TYPE, "multipart/form-data; boundary=part".parse().unwrap())]);
            chair.send(Method::POST, &path, headers, body).await
        };
        let refused = send("").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(refused.attributes("#note", "value"), ["На двух листах."]);
        let done = chair.follow(&send("letter").await).await;
        assert!(done.texts(".notice.ok")[0].contains("автор"), "she is told what was taken out: {:?}", done.texts(".notice.ok"));
        portal.settle().await;

        let secretary = portal.sign_in(DANIYAR).await;
        let mut addresses = Vec::new();
        for reader in [&secretary, &chair, &author] {
            let page = reader.get(edition_path(&edit)).await;
            let facts = page.texts("dl.facts dd");
            for fact in ["Данияр Өмүркулов", "письмом", "На двух листах."] {
                assert!(facts.iter().any(|it| it.contains(fact)), "{fact} in {facts:?}");
            }
            let scan = page.attributes("a[href$='/recorded-approval/scan']", "href").remove(0);
            let shown = reader.get(&scan).await;
            assert_eq!((shown.status, &shown.headers[CONTENT_TYPE]), (StatusCode::OK, &"image/jpeg".parse().unwrap()));
            assert!(!shown.body.contains("SECRET-"));
            addresses.push(scan);
        }
        // The text is public now, and who gave the approval how is not.
        let public = secretary.get(edition_path(&edit)).await.texts("h1").remove(0);
        let list = portal.guest().get("/ru/documents").await;
        let shown = portal.guest().get(&list.attributes("ol.docs h2 a", "href")[0]).await;
        assert_eq!(shown.texts("h1"), [public]);
        for other in [portal.guest(), portal.sign_in("asel@kosh-terek.example").await] {
            let page = other.get(&shown.path).await;
            assert!(!page.body.contains("На двух листах") && !page.body.contains("/scan"), "{}", page.main());
            let refused = other.get(&addresses[0]).await;
            assert!(matches!(refused.status, StatusCode::NOT_FOUND | StatusCode::SEE_OTHER), "{}", refused.status);
        }
    }

    async fn a_link_that_is_a_week_old_opens_nothing_and_says_so(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let edit = draft(&author, "Долго ждали", "Тайна до согласования.").await;
        submit(&author, &edit).await;
        portal.settle().await;
        let link = link(&portal, DANIYAR);
        portal.clock.advance(7 * 24 * 3600 * 1000 - 1000);
        assert_eq!(portal.guest().get(&link).await.status, StatusCode::OK);
        portal.clock.advance(2000);
        let ended = portal.guest().get(&link).await;
        assert_eq!(ended.status, StatusCode::GONE);
        assert!(!ended.body.contains("Тайна"), "{}", ended.main());
    }

    async fn an_emergency_that_nobody_approved_is_remembered_after_three_days(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let chair = portal.sign_in(&email("gulzat")).await;
        for (title, approved) in [("Одобрено вовремя", true), ("Забыто", false)] {
            let edit = draft(&author, title, "Опасные объявления.").await;
            submit(&author, &edit).await;
            let page = chair.get(&format!("{}/emergency", edition_path(&edit))).await;
            page.submit(&chair, "form[data-emergency]", &[("reason", "Людей обманывают сейчас.")]).await;
            if approved {
                let secretary = portal.sign_in(DANIYAR).await;
                approve(&secretary, &format!("{}/approval", edition_path(&edit)), &[]).await;
            }
        }
        portal.settle().await;
        let overdue = || {
            let mails = portal.mails().into_iter().filter(|mail| {
                mail.text.contains("всё ещё") || mail.text.contains("дагы эле")
            });
            let mut to: Vec<String> = mails.map(|mail| format!("{}: {}", mail.to, mail.subject)).collect();
            to.sort();
            to
        };
        portal.clock.advance(3 * 24 * 3600 * 1000 - 1000);
        portal.settle().await;
        assert_eq!(overdue(), Vec::<String>::new());
        portal.clock.advance(2000);
        portal.settle().await;
        assert_eq!(overdue(), [
            format!("{DANIYAR}: Всё ещё не согласовано: Забыто"),
            format!("{}: Дагы эле бекитиле элек: Забыто", email("gulzat")),
        ]);
        let done = approve(&portal.guest(), &link(&portal, DANIYAR), &[]).await;
        assert_eq!(done.status, StatusCode::OK, "the mail brings a link: {}", done.body);
    }
}
