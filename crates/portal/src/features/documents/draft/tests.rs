//! Two people in one draft, a session that ends, files that come and go, a portal that fails: nothing typed is lost.

use super::super::tests::{DANIYAR, NARGIZA, approve, attach, draft, edition_path, submit};
use crate::portal_tests;
use crate::testing::{Browser, Page, PageForm};
use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderMap, Method, StatusCode};
use platform::actor::Actor;
use platform::params;

const FORM: &str = "form[data-autosave]";
const MERGE: &str = "form[data-autosave-key]";

fn text(body: &str) -> [(&str, &str); 2] {
    [("body", body), ("then", "save")]
}

/// Sends what the saving script sends.
async fn by_script(
    browser: &Browser,
    edit: &str,
    fields: &[(&str, &str)],
) -> (StatusCode, serde_json::Value) {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let form = "application/x-www-form-urlencoded".parse().unwrap();
    let headers = HeaderMap::from_iter([(CONTENT_TYPE, form), (ACCEPT, "application/json".parse().unwrap())]);
    let answer = browser.send(Method::POST, edition_path(edit), headers, body.into_bytes()).await;
    (answer.status, serde_json::from_str(&answer.body).unwrap_or_default())
}

fn version(page: &Page) -> String {
    page.attributes("[name=version]", "value").remove(0)
}

fn csrf(page: &Page) -> String {
    page.attributes("[name=_csrf]", "value").remove(0)
}

/// What the button of the page that attaches a file sends without script: the whole draft, then the file.
async fn attach_with_draft(author: &Browser, page: &Page, body: &str, name: &str, content: &str) -> Page {
    let to = page.attributes("button[formenctype]", "formaction").remove(0);
    let form = page.forms().into_iter().find(|form| form.action == to).expect("the button sends the draft");
    assert!(form.multipart);
    let part = "--part\r\ncontent-disposition: form-data; name=";
    let mut sent = String::new();
    for (name, value) in form.fields {
        let value = if name == "body" { body.to_owned() } else { value };
        sent.push_str(&format!("{part}\"{name}\"\r\n\r\n{value}\r\n"));
    }
    sent.push_str(&format!("{part}\"file\"; filename=\"{name}\"\r\n\r\n{content}\r\n--part--\r\n"));
    let headers =
        HeaderMap::from_iter([(CONTENT_TYPE, "multipart/form-data; boundary=part".parse().unwrap())]);
    author.send(Method::POST, &to, headers, sent.into_bytes()).await
}

platform::sql! {
    HIDE_TAGS: "ALTER TABLE documents_tags RENAME TO hidden_tags";
    HIDE_SESSIONS: "ALTER TABLE members_sessions RENAME TO hidden_sessions";
}

portal_tests! {
    async fn a_writer_keeps_her_text_when_a_colleague_submits_first(portal) {
        let (first, second) = (portal.sign_in(NARGIZA).await, portal.sign_in(NARGIZA).await);
        let edit = draft(&first, "Вместе", "Начало.").await;
        let page = second.get(&edit).await;
        submit(&first, &edit).await;
        let (status, answer) = by_script(&second, &edit, &[
            ("_csrf", &csrf(&page)), ("version", &version(&page)), ("_changed", "body"), ("body", "Моё."),
        ]).await;
        assert_eq!(status, StatusCode::CONFLICT);
        assert!(answer["said"].as_str().unwrap().contains("отправили на согласование"), "{answer}");
        let kept = page.submit(&second, FORM, &text("Моё продолжение.")).await;
        assert_eq!(kept.status, StatusCode::CONFLICT);
        assert_eq!(kept.texts("h1"), ["Текст тем временем отправлен на согласование"]);
        assert!(kept.main().contains("Наргиза Бектемирова: текст отправлен"), "{}", kept.main());
        assert_eq!(kept.texts("textarea[name=body]"), ["Моё продолжение."]);
        assert_eq!(kept.attributes("main button[name=then]", "value"), ["take_back"]);
        let done = kept.submit(&second, MERGE, &[("then", "take_back")]).await;
        let page = second.follow(&done).await;
        assert_eq!(page.texts("textarea[name=body]"), ["Моё продолжение."]);
        assert!(page.texts(".badge").contains(&"Черновик".to_owned()));
    }

    async fn a_writer_keeps_her_text_when_it_was_published_meanwhile(portal) {
        let (first, second) = (portal.sign_in(NARGIZA).await, portal.sign_in(NARGIZA).await);
        let edit = draft(&first, "Вместе", "Начало.").await;
        let page = second.get(&edit).await;
        submit(&first, &edit).await;
        approve(&portal.sign_in(DANIYAR).await, &format!("{}/approval", edition_path(&edit)), &[]).await;
        let kept = page.submit(&second, FORM, &text("Моё.")).await;
        assert_eq!(kept.status, StatusCode::CONFLICT);
        assert_eq!(kept.attributes("main button[name=then]", "value"), ["next"]);
        let next = kept.submit(&second, MERGE, &[("then", "next")]).await.location();
        assert_ne!(next, edit);
        assert_eq!(second.get(&next).await.texts("textarea[name=body]"), ["Моё."]);
        assert!(first.get(edition_path(&edit)).await.texts(".prose")[0].contains("Начало."), "the public text stands");
        // Somebody else began it meanwhile: both texts again, and still hers.
        let again = kept.submit(&first, MERGE, &[("then", "next"), ("_csrf", &csrf(&first.get(&next).await))]).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
        assert_eq!(again.attributes("main button[name=then]", "value"), ["save"]);
    }

    async fn what_two_people_tick_and_write_is_kept_and_so_is_the_wish(portal) {
        let (first, second) = (portal.sign_in(NARGIZA).await, portal.sign_in(NARGIZA).await);
        let edit = draft(&first, "Метки", "Текст.").await;
        let (one, two) = (first.get(&edit).await, second.get(&edit).await);
        one.submit(&first, FORM, &[("region", "kg-b"), ("then", "save")]).await;
        let time = [("wish", "at"), ("publish_at", "2026-12-01T10:00")];
        let sent = [&text("Новее.")[..], &[("audience", "migrants")], &time].concat();
        let merge = two.submit(&second, FORM, &sent).await;
        assert_eq!(merge.status, StatusCode::CONFLICT, "tags raise the version, too");
        let saved = merge.submit(&second, MERGE, &[("then", "save")]).await;
        let page = second.follow(&saved).await;
        assert_eq!(page.attributes("input[name=region][checked]", "value"), ["kg-b"]);
        assert_eq!(page.attributes("input[name=audience][checked]", "value"), ["migrants"]);
        assert_eq!(page.texts("textarea[name=body]"), ["Новее."]);
        assert_eq!(page.attributes("input[name=wish][checked]", "value"), ["at"]);
        assert_eq!(page.attributes("input[name=publish_at]", "value"), ["2026-12-01T10:00"]);
    }

    async fn the_page_of_another_language_puts_no_old_tags_back(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let edit = draft(&author, "Метки", "Текст.").await;
        let work = author.get(edition_path(&edit)).await;
        let sibling = work.submit(&author, "form[action$='/next']:has(input[value='ky'])", &[]).await.location();
        let old = author.get(&sibling).await;
        author.get(&edit).await.submit(&author, FORM, &[("region", "kg-b"), ("then", "save")]).await;
        let saved = old.submit(&author, FORM, &text("Кыргызча.")).await;
        assert!(saved.status.is_redirection(), "{}", saved.main());
        let page = author.get(&sibling).await;
        assert_eq!(page.attributes("input[name=region][checked]", "value"), ["kg-b"]);
        // Somebody who sees the tick can take it away.
        let fields = [("version", version(&page)), ("_csrf", csrf(&page)), ("_was", "region:kg-b".into()), ("body", "x".into())];
        let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        let form = PageForm { action: edition_path(&sibling).to_owned(), fields, multipart: false };
        author.post_form(&form.action, &form).await;
        assert!(author.get(&edit).await.attributes("input[name=region][checked]", "value").is_empty());
    }

    async fn the_saving_script_goes_on_after_a_new_sign_in(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let edit = draft(&author, "Сеанс", "Было.").await;
        let page = author.get(&edit).await;
        let old = (csrf(&page), version(&page));
        let send = async |browser: &Browser, token: &str| {
            let fields = [("_csrf", token), ("version", &old.1), ("_changed", "body"), ("body", "Стало.")];
            by_script(browser, &edit, &fields).await
        };
        assert_eq!(send(&portal.guest(), &old.0).await, (StatusCode::UNAUTHORIZED, serde_json::Value::Null));
        let again = portal.sign_in(NARGIZA).await;
        let (status, answer) = send(&again, &old.0).await;
        assert_eq!(status, StatusCode::FORBIDDEN);
        let token = answer["csrf"].as_str().expect("the token of the new session");
        assert_eq!(send(&again, token).await.0, StatusCode::OK);
        assert_eq!(again.get(&edit).await.texts("textarea[name=body]"), ["Стало."]);
        // A page gets a page, without anything that a script would take for a token.
        let kept = page.submit(&again, FORM, &text("Ещё.")).await;
        assert_eq!(kept.status, StatusCode::FORBIDDEN);
        assert!(kept.texts("textarea[name=body]").contains(&"Ещё.".to_owned()), "{}", kept.main());
    }

    async fn a_text_that_is_too_long_comes_back_whole(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let edit = draft(&author, "Роман", "Глава первая.").await;
        let page = author.get(&edit).await;
        let long = "а".repeat(200_001);
        let refused = page.submit(&author, FORM, &[("title", "Том"), ("body", &long), ("region", "kg-b"), ("then", "save")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.texts(".errors li")[0].contains("больше"), "{:?}", refused.texts(".errors li"));
        assert_eq!(refused.texts("textarea[name=body]"), [long.as_str()]);
        assert_eq!(refused.attributes("#title", "value"), ["Том"]);
        assert_eq!(refused.attributes("input[name=region][checked]", "value"), ["kg-b"]);
        let fields = [("_csrf", &*csrf(&page)), ("version", &*version(&page)), ("_changed", "body"), ("body", &*long)];
        let (status, answer) = by_script(&author, &edit, &fields).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer["errors"]["body"].as_str().unwrap().contains("больше"), "{answer}");
        assert_eq!(author.get(&edit).await.texts("textarea[name=body]"), ["Глава первая."], "nothing was cut and kept");
        let new = author.get("/ru/documents/new").await;
        let title = "Очень длинное название ".repeat(20);
        let refused = new.submit(&author, "main form", &[("kind", "report"), ("language", "ru"), ("title", &title)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(refused.attributes("#title", "value"), [title]);
    }

    async fn a_file_comes_and_goes_without_taking_what_was_typed(portal) {
        let (author, colleague) = (portal.sign_in(NARGIZA).await, portal.sign_in(NARGIZA).await);
        let edit = draft(&author, "С файлом", "Было.").await;
        let page = author.get(&edit).await;
        let done = attach_with_draft(&author, &page, "Набрано до файла.", "план.txt", "План.").await;
        let page = author.follow(&done).await;
        assert_eq!(page.texts("textarea[name=body]"), ["Набрано до файла."]);
        assert_eq!(page.texts("ul.files a"), ["план.txt"]);
        let refused = attach_with_draft(&author, &page, "Набрано снова.", "план.exe", "План.").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(refused.texts("textarea[name=body]"), ["Набрано снова."]);
        let page = author.get(&edit).await;
        colleague.get(&edit).await.submit(&colleague, FORM, &text("Слова коллеги.")).await;
        let merge = attach_with_draft(&author, &page, "Мои слова.", "ещё.txt", "Ещё.").await;
        assert_eq!(merge.status, StatusCode::CONFLICT);
        assert_eq!(merge.texts("textarea[name=body]"), ["Мои слова."]);
        let page = author.get(&edit).await;
        assert_eq!(page.texts("ul.files a"), ["план.txt"], "no file without its draft");
        let away = page.attributes("ul.files button", "formaction").remove(0);
        let mut form = page.forms().into_iter().find(|form| form.action == away).expect("the button sends the draft");
        form.fields.retain(|(name, _)| name != "body");
        form.fields.push(("body".into(), "Набрано до того, как файл убран.".into()));
        let page = author.follow(&author.post_form(&away, &form).await).await;
        assert_eq!(page.texts("textarea[name=body]"), ["Набрано до того, как файл убран."]);
        assert!(page.texts("ul.files a").is_empty());
    }

    async fn a_file_of_three_megabytes_is_attached(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let edit = draft(&author, "С отчётом", "Текст.").await;
        attach(&author, &edit, "отчёт.txt", "отчёт\n".repeat(300_000).as_bytes()).await;
        assert_eq!(author.get(&edit).await.texts("ul.files a"), ["отчёт.txt"]);
    }

    async fn what_was_typed_survives_a_failing_portal(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let edit = draft(&author, "Сбой", "Было.").await;
        let page = author.get(&edit).await;
        for (sql, status) in [(&HIDE_TAGS, StatusCode::INTERNAL_SERVER_ERROR), (&HIDE_SESSIONS, StatusCode::SERVICE_UNAVAILABLE)] {
            let mut tx = portal.app.db.write(&Actor::System("test")).await.unwrap();
            tx.run(sql, params![]).await.unwrap();
            tx.commit_unrecorded("a test breaks the database").await.unwrap();
            let kept = page.submit(&author, FORM, &text("Набрано во время сбоя.")).await;
            assert_eq!(kept.status, status);
            assert_eq!(kept.texts("textarea[name=body]"), ["Набрано во время сбоя."]);
            assert_eq!(kept.attributes("[name=version]", "value"), [version(&page)]);
            assert_eq!(kept.attributes("main form", "action"), [edition_path(&edit)]);
        }
    }

    async fn what_was_typed_survives_a_faster_colleague(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let edit = draft(&author, "Отзыв", "Слова.").await;
        submit(&author, &edit).await;
        let secretary = portal.sign_in(DANIYAR).await;
        approve(&secretary, &format!("{}/approval", edition_path(&edit)), &[]).await;
        let page = secretary.get(&format!("{}/withdrawal", edition_path(&edit))).await;
        page.submit(&secretary, "form[data-withdraw]", &[("reason", "Устарело.")]).await;
        let kept = page.submit(&secretary, "form[data-withdraw]", &[("reason", "Дата неверна.")]).await;
        assert_eq!(kept.status, StatusCode::CONFLICT);
        assert_eq!(kept.texts("main textarea"), ["Дата неверна."]);
    }
}
