//! The way of a text over HTTP, as people go it: on every database, with real mails and a clock that stands still.

use super::{model::EditionId, policy, store};
use crate::portal_tests;
use crate::testing::{Browser, Page, TestPortal};
use http::header::CONTENT_TYPE;
use http::{HeaderMap, Method, StatusCode};
use platform::actor::{Actor, LinkHolder, Member, OrganisationId, Role};
use platform::db::Query;
use platform::lang::Lang;
use platform::params;

const NARGIZA: &str = "nargiza@zhol-chyragy.example";
const DANIYAR: &str = "daniyar@ministry.example";

fn email(key: &str) -> String {
    let plan = crate::seed::Plan::load(0).expect("the world");
    let person = plan.world.people.iter().find(|person| person.key == key);
    person.expect("a person of the sample world").email.clone()
}

/// Begins a press release in Russian and writes it; returns the address of its draft.
pub(super) async fn draft(author: &Browser, title: &str, body: &str) -> String {
    let page = author.get("/ru/documents/new").await;
    let form = [("kind", "press_release"), ("language", "ru"), ("title", title)];
    let begun = page.submit(author, "main form", &form).await;
    let edit = begun.location();
    let page = author.get(&edit).await;
    let saved = page.submit(author, "form[data-autosave]", &[("body", body), ("then", "save")]).await;
    assert!(saved.status.is_redirection(), "{}", saved.body);
    edit
}

pub(super) async fn submit(author: &Browser, edit: &str) -> Page {
    let page = author.get(edit).await;
    page.submit(author, "form[data-autosave]", &[("then", "submit")]).await
}

/// Attaches a file as the page of a draft does.
async fn attach(author: &Browser, edit: &str, name: &str, content: &[u8]) {
    let page = author.get(edit).await;
    let csrf = page.attributes("form[data-upload] input[name=_csrf]", "value").remove(0);
    let part = "--part\r\ncontent-disposition: form-data; name=";
    let head = format!("{part}\"_csrf\"\r\n\r\n{csrf}\r\n{part}\"file\"; filename=\"{name}\"\r\n\r\n");
    let body = [head.as_bytes(), content, b"\r\n--part--\r\n"].concat();
    let multipart = "multipart/form-data; boundary=part".parse().unwrap();
    let headers = HeaderMap::from_iter([(CONTENT_TYPE, multipart)]);
    let to = page.attributes("form[data-upload]", "action").remove(0);
    let attached = author.send(Method::POST, &to, headers, body).await;
    assert!(attached.status.is_redirection(), "{}", attached.body);
}

pub(super) fn edition_path(edit: &str) -> &str {
    edit.strip_suffix("/edit").expect("the address of a draft")
}

/// The link in the newest mail to somebody.
fn link(portal: &TestPortal, address: &str) -> String {
    let mail = portal.mails_to(address).into_iter().next().expect("a mail");
    let start = mail.text.find("/approve/").expect("a link in the mail");
    let path = &mail.text[start - 3..];
    path.split_whitespace().next().expect("an address").to_owned()
}

pub(super) async fn approve(browser: &Browser, path: &str, changes: &[(&str, &str)]) -> Page {
    let page = browser.get(path).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    let mut form = vec![("decision", "approve"), ("level", "agreed"), ("when", "now")];
    for (name, value) in changes {
        form.retain(|(known, _)| known != name);
        form.push((name, value));
    }
    page.submit(browser, "form[data-decision]", &form).await
}

portal_tests! {
    async fn a_press_release_goes_from_draft_to_public_page_by_a_mailed_link(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let edit = draft(&author, "Дорога домой", "## Куда звонить\n\nНомер на этой странице.").await;
        submit(&author, &edit).await;
        portal.settle().await;
        let mails = portal.mails_to(DANIYAR);
        assert_eq!(mails.len(), 1, "one mail to the press secretary");
        assert!(mails[0].text.contains("Номер на этой странице"), "{}", mails[0].text);
        let phone = portal.guest();
        let link = link(&portal, DANIYAR);
        let changes = [("level", "official"), ("act_number", "114"), ("act_date", "2026-11-20")];
        let done = approve(&phone, &link, &changes).await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.body);
        portal.settle().await;
        let public = done.attributes("main a.button", "href").remove(0);
        let page = portal.guest().get(&public).await;
        assert_eq!(page.texts("h1"), ["Дорога домой"]);
        let facts = page.texts("dl.facts dd");
        assert!(facts.contains(&"Официальный".to_owned()), "{facts:?}");
        assert!(facts.iter().any(|fact| fact.contains("114")), "{facts:?}");
        let feed = portal.guest().get("/ru/documents/feed.atom").await;
        assert!(feed.body.contains("<title>Дорога домой</title>"));
        let missing = portal.guest().get(public.replace("/ru/", "/en/").split("/editions").next().unwrap_or_default()).await;
        assert_eq!(missing.status, StatusCode::OK);
        assert!(missing.texts("ul.docs a").contains(&"Дорога домой".to_owned()), "{}", missing.main());
        let to_author = portal.mails_to(NARGIZA);
        assert_eq!(to_author.len(), 1, "one mail to the author: {to_author:?}");
        let again = phone.get(&link).await;
        assert_eq!(again.status, StatusCode::GONE);
        assert_eq!(portal.mails_to(DANIYAR).len(), 1, "nothing more to the one who decided");
    }

    async fn a_draft_with_an_unseen_file_is_not_handed_in(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let edit = draft(&author, "С фотографией", "Смотрите на снимке.").await;
        attach(&author, &edit, "photo.jpg", include_bytes!("../../../../scrub/seeds/photo.jpg")).await;
        let refused = submit(&author, &edit).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.texts(".errors li")[0].starts_with("Посмотрите, что убрано"), "{}", refused.main());
        let badges = author.get(edition_path(&edit)).await.texts(".badge");
        assert!(badges.contains(&"Черновик".to_owned()), "{badges:?}");
        portal.settle().await;
        assert_eq!(portal.mails_to(DANIYAR).len(), 0);
        let check = "ul.files p:not(.meta) a";
        let page = author.get(&edit).await;
        let file = author.get(&page.attributes(check, "href").remove(0)).await;
        file.submit(&author, "form[action$='/confirmation']", &[]).await;
        assert_eq!(author.get(&edit).await.attributes(check, "href"), Vec::<String>::new());
        assert!(submit(&author, &edit).await.status.is_redirection());
        portal.settle().await;
        assert_eq!(portal.mails_to(DANIYAR).len(), 1);
    }

    async fn a_stale_page_approves_nothing(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let edit = draft(&author, "Первый", "Текст один.").await;
        submit(&author, &edit).await;
        let secretary = portal.sign_in(DANIYAR).await;
        let path = format!("{}/approval", edition_path(&edit));
        let old = secretary.get(&path).await;
        let work = author.get(edition_path(&edit)).await;
        work.submit(&author, "form[action$='submission/removal']", &[]).await;
        let page = author.get(&edit).await;
        page.submit(&author, "form[data-autosave]", &[("body", "Текст два."), ("then", "submit")]).await;
        let form = [("decision", "approve"), ("level", "agreed"), ("when", "now")];
        let refused = old.submit(&secretary, "form[data-decision]", &form).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert!(refused.body.contains("Текст два."), "the page shows the text as it is now");
        let now = secretary.get(edition_path(&edit)).await;
        assert!(now.texts(".badge").contains(&"На согласовании".to_owned()), "{:?}", now.texts(".badge"));
    }

    async fn a_draft_is_not_there_for_others(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let edit = draft(&author, "Только наше", "Тайна.").await;
        for key in ["daniyar", "gulzat", "timur", "elena"] {
            let other = portal.sign_in(&email(key)).await;
            for path in [edit.as_str(), edition_path(&edit)] {
                let page = other.get(path).await;
                assert_eq!(page.status, StatusCode::NOT_FOUND, "{key} {path}");
                assert!(!page.body.contains("Тайна"), "{key}");
            }
        }
        assert_eq!(portal.guest().get(edition_path(&edit)).await.status, StatusCode::SEE_OTHER);
    }

    async fn a_returned_text_comes_back_with_reasons_and_can_be_corrected(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let edit = draft(&author, "С ошибкой", "Дата 31 ноября.").await;
        submit(&author, &edit).await;
        portal.settle().await;
        let phone = portal.guest();
        let link = link(&portal, DANIYAR);
        let page = phone.get(&link).await;
        let empty = page.submit(&phone, "form[data-decision]", &[("decision", "return"), ("reasons", " ")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        let reasons = [("decision", "return"), ("reasons", "Такой даты нет.")];
        let done = page.submit(&phone, "form[data-decision]", &reasons).await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.body);
        portal.settle().await;
        let mail = portal.mails_to(NARGIZA).remove(0);
        assert!(mail.text.contains("Такой даты нет."), "{}", mail.text);
        let page = author.get(&edit).await;
        assert!(page.main().contains("Такой даты нет."));
        let again = page.submit(&author, "form[data-autosave]", &[("body", "Дата 30 ноября."), ("then", "submit")]).await;
        assert!(again.status.is_redirection());
        portal.settle().await;
        assert_eq!(portal.mails_to(DANIYAR).len(), 2, "a new text, a new mail");
    }

    async fn under_embargo_a_text_appears_by_itself(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let edit = draft(&author, "Завтра", "Новость.").await;
        submit(&author, &edit).await;
        let secretary = portal.sign_in(DANIYAR).await;
        let path = format!("{}/approval", edition_path(&edit));
        let time = [("when", "at"), ("publish_at", "2026-11-24T10:00")];
        let done = approve(&secretary, &path, &time).await;
        assert!(done.status.is_redirection(), "{}", done.body);
        portal.settle().await;
        let list = portal.guest().get("/ru/documents").await;
        assert!(!list.body.contains("Завтра"), "nothing before its time");
        portal.clock.advance(26 * 3600 * 1000);
        portal.settle().await;
        let list = portal.guest().get("/ru/documents").await;
        assert!(list.texts("ol.docs h2").contains(&"Завтра".to_owned()), "{:?}", list.texts("ol.docs h2"));
        let mails: Vec<String> = portal.mails_to(NARGIZA).into_iter().map(|mail| mail.subject).collect();
        assert_eq!(mails.len(), 2, "approved, and public now: {mails:?}");
    }

    async fn a_correction_replaces_the_edition_before(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let edit = draft(&author, "Тренинг", "Мест 20.").await;
        submit(&author, &edit).await;
        let secretary = portal.sign_in(DANIYAR).await;
        approve(&secretary, &format!("{}/approval", edition_path(&edit)), &[]).await;
        portal.settle().await;
        let work = author.get(edition_path(&edit)).await;
        let first = work.attributes(".share a", "href").remove(0);
        assert!(first.contains("wa.me"), "{first}");
        let begun = work.submit(&author, "form[action$='/next']:has(input[value='ru'])", &[]).await;
        let second = begun.location();
        let page = author.get(&second).await;
        page.submit(&author, "form[data-autosave]", &[("body", "Мест 25."), ("then", "submit")]).await;
        let path = format!("{}/approval", edition_path(&second));
        let deciding = secretary.get(&path).await;
        assert_eq!(deciding.texts(".diff del"), ["20."]);
        assert_eq!(deciding.texts(".diff ins"), ["25."]);
        approve(&secretary, &path, &[]).await;
        portal.settle().await;
        let list = portal.guest().get("/ru/documents").await;
        let mut found = list.attributes("ol.docs h2 a", "href").into_iter();
        let document = found.next().expect("the newest comes first");
        let old = portal.guest().get(&format!("{document}/editions/1")).await;
        assert!(old.texts("h1")[0].starts_with("Заменён"), "{:?}", old.texts("h1"));
        assert!(old.texts("title")[0].starts_with("Заменён"), "{:?}", old.texts("title"));
        assert_eq!(old.attributes("main .notice a", "href"), std::slice::from_ref(&document));
        let current = portal.guest().get(&document).await;
        assert!(current.main().contains("Мест 25."));
    }

    async fn withdrawn_stays_readable_and_removed_is_gone(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let edit = draft(&author, "Отзыв", "Слова.").await;
        submit(&author, &edit).await;
        let secretary = portal.sign_in(DANIYAR).await;
        approve(&secretary, &format!("{}/approval", edition_path(&edit)), &[]).await;
        portal.settle().await;
        let list = portal.guest().get("/ru/documents").await;
        let document = list.attributes("ol.docs h2 a", "href").remove(0);
        let path = format!("{}/withdrawal", edition_path(&edit));
        let page = secretary.get(&path).await;
        let missing = page.submit(&secretary, "form[data-withdraw]", &[("reason", "")]).await;
        assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
        page.submit(&secretary, "form[data-withdraw]", &[("reason", "Устарело.")]).await;
        portal.settle().await;
        let withdrawn = portal.guest().get(&document).await;
        assert_eq!(withdrawn.status, StatusCode::OK);
        assert!(withdrawn.main().contains("Устарело.") && withdrawn.main().contains("Слова."));
        let page = secretary.get(&path).await;
        page.submit(&secretary, "form[data-withdraw]", &[("manner", "removed"), ("reason", "Ошибка.")]).await;
        portal.settle().await;
        let gone = portal.guest().get(&document).await;
        assert_eq!(gone.status, StatusCode::GONE);
        assert!(!gone.body.contains("Слова."));
    }

    async fn an_emergency_needs_a_reason_and_asks_for_a_later_approval(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let edit = draft(&author, "Срочно", "Опасные объявления.").await;
        submit(&author, &edit).await;
        portal.settle().await;
        let chair = portal.sign_in(&email("gulzat")).await;
        let path = format!("{}/emergency", edition_path(&edit));
        let page = chair.get(&path).await;
        let empty = page.submit(&chair, "form[data-emergency]", &[("reason", " ")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        page.submit(&chair, "form[data-emergency]", &[("reason", "Людей обманывают сейчас.")]).await;
        portal.settle().await;
        let list = portal.guest().get("/ru/documents").await;
        let document = list.attributes("ol.docs h2 a", "href").remove(0);
        let public = portal.guest().get(&document).await;
        assert!(public.main().contains("Людей обманывают сейчас."), "{}", public.main());
        assert_eq!(portal.mails_to(DANIYAR).len(), 2, "the submission, and the call for a late approval");
        let done = approve(&portal.guest(), &link(&portal, DANIYAR), &[]).await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.body);
        portal.settle().await;
        let public = portal.guest().get(&document).await;
        assert!(!public.main().contains("Людей обманывают сейчас."), "approved now");
    }

    async fn the_chair_records_an_approval_and_the_person_is_told(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let edit = draft(&author, "По телефону", "Текст.").await;
        submit(&author, &edit).await;
        portal.settle().await;
        let chair = portal.sign_in(&email("gulzat")).await;
        let path = format!("{}/recorded-approval", edition_path(&edit));
        let page = chair.get(&path).await;
        let approver = page.attributes("select[name=approver] option", "value").pop().expect("an approver");
        let form = [("approver", approver.as_str()), ("channel", "phone"), ("approved_at", "2026-11-23T08:00")];
        let done = page.submit(&chair, "form[data-record]", &form).await;
        assert!(done.status.is_redirection(), "{} {}", done.status, done.main());
        portal.settle().await;
        assert_eq!(portal.mails_to(DANIYAR).len(), 2, "the submission, and that it was recorded");
        let work = author.get(edition_path(&edit)).await;
        assert!(work.texts("ol.timeline p")[..3].iter().any(|line| line.contains("Данияр")), "{:?}", work.texts("ol.timeline p"));
    }

    async fn two_people_on_one_draft_see_both_texts(portal) {
        let first = portal.sign_in(NARGIZA).await;
        let second = portal.sign_in(NARGIZA).await;
        let edit = draft(&first, "Вместе", "Начало.").await;
        let (one, two) = (first.get(&edit).await, second.get(&edit).await);
        one.submit(&first, "form[data-autosave]", &[("body", "Начало первой."), ("then", "save")]).await;
        let merge = two.submit(&second, "form[data-autosave]", &[("body", "Начало второй."), ("then", "save")]).await;
        assert_eq!(merge.status, StatusCode::CONFLICT);
        assert!(merge.body.contains("Начало первой.") && merge.body.contains("Начало второй."));
        let joined = merge.submit(&second, "form[data-autosave-key]", &[("body", "Начало обеих."), ("then", "save")]).await;
        assert!(joined.status.is_redirection(), "{}", joined.body);
        assert!(first.get(&edit).await.body.contains("Начало обеих."));
    }

    async fn a_session_that_ended_loses_nothing(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let edit = draft(&author, "Сеанс", "Было.").await;
        let page = author.get(&edit).await;
        author.forget_cookies();
        let kept = page.submit(&author, "form[data-autosave]", &[("body", "Не пропало."), ("then", "save")]).await;
        assert_eq!(kept.status, StatusCode::UNAUTHORIZED);
        assert!(kept.body.contains("Не пропало."), "{}", kept.body);
    }

    async fn tags_stay_when_the_joined_text_is_saved(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let edit = draft(&author, "Метки", "Текст.").await;
        let page = author.get(&edit).await;
        page.submit(&author, "form[data-autosave]", &[("region", "kg-b"), ("then", "save")]).await;
        let page = author.get(&edit).await;
        let old = author.get(&edit).await;
        page.submit(&author, "form[data-autosave]", &[("body", "Новее."), ("then", "save")]).await;
        let merge = old.submit(&author, "form[data-autosave]", &[("body", "Другое."), ("then", "save")]).await;
        assert_eq!(merge.status, StatusCode::CONFLICT);
        merge.submit(&author, "form[data-autosave-key]", &[("then", "save")]).await;
        let page = author.get(&edit).await;
        assert_eq!(page.attributes("input[name=region][checked]", "value"), ["kg-b"]);
    }

    /// Visibility is written twice: in words for one record, in SQL for lists. Here every actor asks for every record.
    async fn what_sql_shows_is_what_the_policy_allows(portal) {
        let mut tx = portal.app.db.read().await.unwrap();
        let editions: Vec<i64> = tx.all(&EDITIONS, params![]).await.unwrap();
        let editions: Vec<EditionId> = editions.into_iter().map(EditionId::from).collect();
        let organisations: Vec<i64> = tx.all(&ORGANISATIONS, params![]).await.unwrap();
        let mut actors = vec![Actor::Guest, Actor::System("test")];
        for organisation in organisations.into_iter().map(OrganisationId::from) {
            let member = |role| Member { id: 1.into(), organisation, role, language: Lang::Ky };
            actors.extend(Role::ALL.into_iter().map(|role| Actor::Member(member(role))));
            let subject = policy::edition_subject(editions[0]);
            actors.push(Actor::LinkHolder(LinkHolder { member: member(Role::Approver), subject, link: 1 }));
        }
        let (mut shown, mut hidden) = (0, 0);
        for id in editions {
            let edition = store::edition(&mut tx, &Actor::System("test"), id).await.unwrap().expect("it is there");
            let supporters = store::supporters(&mut tx, edition.document).await.unwrap();
            let context = policy::Context { edition: &edition, supporters: &supporters };
            for actor in &actors {
                let allowed = policy::can_view(actor, &context);
                let found = store::edition(&mut tx, actor, id).await.unwrap().is_some();
                assert_eq!(found, allowed, "{actor:?} and {} ({:?})", edition.text.title, edition.state);
                if matches!(actor, Actor::Guest | Actor::Member(_)) {
                    let listed = store::visible_ones(&mut tx, actor, &[id.get()]).await.unwrap();
                    assert_eq!(!listed.is_empty(), allowed, "{actor:?} in lists and {}", edition.text.title);
                }
                if allowed { shown += 1 } else { hidden += 1 }
            }
        }
        assert!(shown > 500 && hidden > 500, "{shown} shown and {hidden} hidden prove little");
    }
}

platform::sql! {
    EDITIONS: "SELECT id FROM documents_editions ORDER BY id";
    ORGANISATIONS: "SELECT id FROM organisations ORDER BY id";
}
