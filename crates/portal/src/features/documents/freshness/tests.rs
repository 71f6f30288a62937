//! A text as it grows old, over HTTP: it is asked about, somebody says that it is still right, and lists know of it.

use super::super::tests::{DANIYAR, NARGIZA, approve, draft, edition_path, email, submit};
use super::jobs::KIND;
use crate::portal_tests;
use crate::testing::{Browser, TestPortal};
use http::StatusCode;
use platform::actor::Actor;
use platform::jobs::NewJob;

const DAY: i64 = 24 * 3600 * 1000;
const LIST: &str = "/ru/documents/freshness";
const OVERDUE: &str = "Близкий уехал на заработки и не выходит на связь. С чего начать?";
const BROKEN: &str = "Как проверить агентство, которое предлагает работу за рубежом?";

/// Publishes a press release in Russian; returns the address where members work with it.
pub async fn publish(portal: &TestPortal, title: &str, body: &str) -> String {
    let author = portal.sign_in(NARGIZA).await;
    let edit = draft(&author, title, body).await;
    hand_in(portal, &author, &edit).await
}

async fn hand_in(portal: &TestPortal, author: &Browser, edit: &str) -> String {
    submit(author, edit).await;
    let path = format!("{}/approval", edition_path(edit));
    let done = approve(&portal.sign_in(DANIYAR).await, &path, &[]).await;
    assert!(!done.status.is_client_error(), "{}", done.body);
    portal.settle().await;
    edition_path(edit).to_owned()
}

/// The public address of the text with this title.
async fn public(portal: &TestPortal, title: &str) -> String {
    let list = portal.guest().get("/ru/documents").await;
    let titles = list.texts(".docs h2 a");
    let place = titles.iter().position(|it| it == title).unwrap_or_else(|| panic!("{titles:?}"));
    list.attributes(".docs h2 a", "href").remove(place)
}

/// What the schedule does every day.
async fn watch(portal: &TestPortal) {
    let mut tx = portal.app.db.write(&Actor::System("test")).await.unwrap();
    tx.enqueue(NewJob::new(KIND, &())).await.unwrap();
    tx.commit_unrecorded("a job is no history").await.unwrap();
    portal.settle().await;
}

fn mails(portal: &TestPortal, to: &str, title: &str) -> Vec<String> {
    let about = portal.mails_to(to).into_iter().filter(|mail| mail.subject.contains(title));
    about.map(|mail| mail.subject).collect()
}

portal_tests! {
    async fn a_text_gets_a_day_a_year_ahead_and_half_a_year_if_it_names_a_line(portal) {
        let plain = publish(&portal, "Просто текст", "Слова.").await;
        let line = publish(&portal, "Текст с номером", "Звоните: {{hotline:trust}}.").await;
        let author = portal.sign_in(NARGIZA).await;
        for (work, day) in [(plain, "23 ноября 2027"), (line, "23 мая 2027")] {
            let page = author.get(&work).await;
            assert!(page.main().contains(&format!("Проверить до: {day}")), "{}", page.main());
            assert!(page.main().contains("ещё никто не проверял"), "{}", page.main());
        }
        let path = public(&portal, "Просто текст").await;
        assert!(author.get(&path).await.main().contains("Всё ещё верно?"));
        assert!(!portal.guest().get(&path).await.body.contains("Всё ещё верно?"), "that is for members");
    }

    async fn its_author_is_asked_once_then_the_chair_and_still_right_ends_it(portal) {
        let title = "Дорога домой";
        let gulzat = email("gulzat");
        let work = publish(&portal, title, "Слова.").await;
        let before = mails(&portal, NARGIZA, title).len();
        watch(&portal).await;
        assert_eq!(mails(&portal, NARGIZA, title).len(), before, "it is fresh");
        portal.clock.advance(366 * DAY);
        watch(&portal).await;
        watch(&portal).await;
        assert_eq!(mails(&portal, NARGIZA, title)[0], format!("Всё ещё верно? {title}"));
        assert_eq!(mails(&portal, NARGIZA, title).len(), before + 1, "once");
        assert_eq!(mails(&portal, &gulzat, title), [] as [&str; 0]);
        portal.clock.advance(14 * DAY);
        watch(&portal).await;
        watch(&portal).await;
        assert_eq!(mails(&portal, NARGIZA, title).len(), before + 1, "nobody is asked twice");
        assert_eq!(mails(&portal, &gulzat, title).len(), 1);
        let author = portal.sign_in(NARGIZA).await;
        let list = author.get(LIST).await;
        assert!(list.texts("tbody a").contains(&title.to_owned()), "{}", list.main());
        let home = author.get("/ru/").await.attributes("main a[href$='/freshness']", "href");
        assert!(home.contains(&format!("{work}/freshness")), "it waits on the home page: {home:?}");
        let page = author.get(&format!("{work}/freshness")).await;
        assert_eq!(page.texts(".badge.warn"), ["Просрочено"]);
        let done = page.submit(&author, "form[data-freshness]", &[("then", "confirm")]).await;
        let page = author.follow(&done).await;
        assert!(page.main().contains("проверено, всё верно. Кто проверил: Наргиза"), "{}", page.main());
        assert!(!author.get(LIST).await.texts("tbody a").contains(&title.to_owned()));
        watch(&portal).await;
        assert_eq!(mails(&portal, NARGIZA, title).len(), before + 1);
        // A year later it begins anew.
        portal.clock.advance(366 * DAY);
        watch(&portal).await;
        assert_eq!(mails(&portal, NARGIZA, title).len(), before + 2);
    }

    async fn when_its_author_has_left_everybody_who_can_mend_it_gets_the_mail(portal) {
        let title = "Дорога домой";
        let work = publish(&portal, title, "Слова.").await;
        let id = work.rsplit('/').next().unwrap().parse::<super::super::model::EditionId>().unwrap();
        platform::sql! { LEAVE: "UPDATE documents_editions SET submitted_by = 1 WHERE id = ?"; }
        let mut tx = portal.app.db.write(&Actor::System("test")).await.unwrap();
        tx.run(&LEAVE, platform::params![id]).await.unwrap();
        tx.commit_unrecorded("a test").await.unwrap();
        let before = portal.mails().iter().filter(|mail| mail.subject.contains(title)).count();
        portal.clock.advance(366 * DAY);
        watch(&portal).await;
        let after: Vec<String> =
            portal.mails().into_iter().filter(|mail| mail.subject.contains(title)).map(|mail| mail.to).collect();
        assert!(after.len() > before && after.iter().any(|to| to == NARGIZA), "{after:?}");
        assert!(after.iter().take(after.len() - before).all(|to| to.ends_with("@zhol-chyragy.example")), "{after:?}");
    }

    async fn only_those_who_can_mend_a_text_check_it(portal) {
        let work = publish(&portal, "Дорога домой", "Слова.").await;
        let path = format!("{work}/freshness");
        for (key, status) in [
            ("nargiza", StatusCode::OK),
            ("gulzat", StatusCode::OK),
            ("daniyar", StatusCode::OK),
            ("asel", StatusCode::FORBIDDEN),
            ("nurlan", StatusCode::FORBIDDEN),
        ] {
            let member = portal.sign_in(&email(key)).await;
            assert_eq!(member.get(&path).await.status, status, "{key}");
            let shown = member.get(&work).await.attributes("aside a[href$='/freshness']", "href");
            assert_eq!(!shown.is_empty(), status == StatusCode::OK, "{key}");
        }
        let author = portal.sign_in(NARGIZA).await;
        let edit = draft(&author, "Черновик", "Слова.").await;
        let of_draft = author.get(&format!("{}/freshness", edition_path(&edit))).await;
        assert_eq!(of_draft.status, StatusCode::FORBIDDEN, "a draft is not current");
    }

    async fn a_day_that_cannot_be_is_refused_and_another_one_moves_the_check(portal) {
        let work = publish(&portal, "Дорога домой", "Слова.").await;
        let author = portal.sign_in(NARGIZA).await;
        let page = author.get(&format!("{work}/freshness")).await;
        assert_eq!(page.attributes("#due", "value"), ["2027-11-23"]);
        for wrong in ["2020-01-01", "2026-11-23", "2031-01-01", "скоро", ""] {
            let refused = page.submit(&author, "form[data-freshness]", &[("due", wrong), ("then", "confirm")]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
            assert_eq!(refused.attributes("#due", "value"), [wrong], "what was typed stays");
        }
        let moved = [("due", "2026-12-01"), ("then", "plan")];
        let done = page.submit(&author, "form[data-freshness]", &moved).await;
        let shown = author.follow(&done).await;
        assert!(shown.main().contains("1 декабря 2026"), "{}", shown.main());
        assert!(shown.main().contains("ещё никто не проверял"), "moving the day says nothing of the text");
        let soon = author.get(&format!("{LIST}?show=soon")).await;
        assert_eq!(soon.texts("tbody a"), ["Дорога домой"]);
    }

    async fn the_list_has_what_is_overdue_near_unchecked_or_broken_and_is_a_csv(portal) {
        let chair = portal.sign_in(&email("gulzat")).await;
        let titles = async |query: &str| chair.get(&format!("{LIST}{query}")).await.texts("tbody a");
        assert_eq!(titles("").await, [OVERDUE]);
        assert_eq!(titles("?language=ky").await, [] as [&str; 0]);
        assert_eq!(titles("?show=soon").await, [] as [&str; 0]);
        assert_eq!(titles("?show=broken").await.len(), 5, "one broken address, in two texts and their languages");
        let broken = titles("?show=broken&language=ru").await;
        assert!(broken.len() == 2 && broken.iter().any(|title| title == BROKEN), "{broken:?}");
        assert!(titles("?show=never").await.len() > 20);
        let page = chair.get(LIST).await;
        let own = page.attributes("#organisation option:not([value=''])", "value");
        let mut found = 0;
        for organisation in &own {
            found += titles(&format!("?organisation={organisation}")).await.len();
        }
        assert_eq!(found, 1, "it belongs to one organisation");
        let csv = chair.get(&page.attributes("p.meta a.right", "href")[0]).await;
        assert_eq!(csv.body.lines().count(), 2, "{}", csv.body);
        assert!(csv.body.contains(OVERDUE), "{}", csv.body);
        // Contributors see what is theirs, whatever they ask for.
        let own_list = portal.sign_in(NARGIZA).await.get(LIST).await;
        assert_eq!(own_list.texts("tbody a"), [OVERDUE]);
        let stranger = portal.sign_in(&email("asel")).await;
        for organisation in &own {
            let query = format!("{LIST}?show=all&organisation={organisation}");
            assert!(!stranger.get(&query).await.body.contains(OVERDUE), "{organisation}");
        }
        let reader = portal.sign_in(&email("nurlan")).await;
        assert_eq!(reader.get(LIST).await.status, StatusCode::FORBIDDEN);
        assert_eq!(reader.get("/ru/documents/freshness/export").await.status, StatusCode::FORBIDDEN);
    }

    async fn a_long_list_goes_on_where_its_page_ended(portal) {
        let chair = portal.sign_in(&email("gulzat")).await;
        let mut seen = Vec::new();
        let mut path = format!("{LIST}?show=all");
        loop {
            let page = chair.get(&path).await;
            seen.extend(page.attributes("tbody a", "href"));
            match page.attributes("nav.pages a[rel=next]", "href").pop() {
                Some(next) => path = next,
                None => break,
            }
        }
        let count = seen.len();
        assert!(count > super::store::PAGE, "the sample world fills a page: {count}");
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), count, "every text once");
    }

    async fn members_see_which_texts_lead_to_a_document_as_long_as_they_do(portal) {
        publish(&portal, "Куда ехать", "Слова.").await;
        let target = public(&portal, "Куда ехать").await;
        let body = format!("Читайте [здесь]({target}) и [ещё раз]({target}#text).");
        let work = publish(&portal, "Ссылка на дорогу", &body).await;
        let chair = portal.sign_in(&email("gulzat")).await;
        let new = chair.get("/ru/documents/new").await;
        let kind = [("kind", "law"), ("language", "ru"), ("title", "Закон о дороге")];
        let edit = new.submit(&chair, "main form", &kind).await.location();
        let law = [
            ("body", "Статья 1."),
            ("law_number", "114"),
            ("law_date", "2026-11-01"),
            ("changes-0-changed", target.as_str()),
            ("plain_twin", target.as_str()),
        ];
        chair.get(&edit).await.submit(&chair, "form[data-autosave]", &law).await;
        hand_in(&portal, &chair, &edit).await;
        let author = portal.sign_in(NARGIZA).await;
        let uses = async || author.get(&target).await.texts("aside li a");
        let used = uses().await;
        for words in [
            "Ссылается: Ссылка на дорогу",
            "Изменён документом: Закон о дороге",
            "Простыми словами о документе: Закон о дороге",
        ] {
            assert_eq!(used.iter().filter(|it| *it == words).count(), 1, "{words} in {used:?}");
        }
        assert!(!portal.guest().get(&target).await.body.contains("Ссылка на дорогу"));
        // The next version of the text says it without the link.
        let page = author.get(&work).await;
        let next = page.submit(&author, "form[action$='/next']", &[("language", "ru")]).await.location();
        author.get(&next).await.submit(&author, "form[data-autosave]", &[("body", "Без ссылки.")]).await;
        hand_in(&portal, &author, &next).await;
        assert!(!uses().await.iter().any(|it| it.contains("Ссылка на дорогу")));
    }

    async fn what_is_withdrawn_or_replaced_is_on_no_list(portal) {
        let work = publish(&portal, "Дорога домой", "Слова.").await;
        let chair = portal.sign_in(&email("gulzat")).await;
        let all = async || {
            let csv = chair.get("/ru/documents/freshness/export?show=all").await.body;
            csv.matches("Дорога домой").count()
        };
        assert_eq!(all().await, 1);
        let author = portal.sign_in(NARGIZA).await;
        let page = author.get(&work).await;
        let next = page.submit(&author, "form[action$='/next']", &[("language", "ru")]).await.location();
        let second = hand_in(&portal, &author, &next).await;
        assert_eq!(all().await, 1, "the second version took the place of the first");
        let page = chair.get(&format!("{second}/withdrawal")).await;
        let gone = page.submit(&chair, "form[data-withdraw]", &[("reason", "Устарело")]).await;
        assert!(gone.status.is_redirection(), "{}", gone.body);
        assert_eq!(all().await, 0);
        assert!(!author.get(&second).await.body.contains("Всё ещё верно?"));
        let check = chair.get(&format!("{second}/freshness")).await;
        assert_eq!(check.status, StatusCode::FORBIDDEN);
    }

    async fn texts_of_before_there_were_dates_are_read_by_the_daily_round(portal) {
        publish(&portal, "Куда ехать", "Слова.").await;
        let target = public(&portal, "Куда ехать").await;
        let work = publish(&portal, "Старый текст", &format!("Читайте [здесь]({target}).")).await;
        // As the migration leaves them.
        platform::sql! {
            FORGET: "UPDATE documents_freshness SET read_at = NULL, due_at = 0";
            FORGET_REFERENCES: "DELETE FROM documents_references";
        }
        let mut tx = portal.app.db.write(&Actor::System("test")).await.unwrap();
        tx.run(&FORGET, &[]).await.unwrap();
        tx.run(&FORGET_REFERENCES, &[]).await.unwrap();
        tx.commit_unrecorded("a test").await.unwrap();
        let before = portal.mails().len();
        watch(&portal).await;
        assert_eq!(portal.mails().len(), before, "nobody is late who was never asked");
        let author = portal.sign_in(NARGIZA).await;
        assert!(author.get(&work).await.main().contains("Проверить до: 23 ноября 2027"));
        assert!(author.get(&target).await.main().contains("Ссылается: Старый текст"));
    }
}
