//! The fields of every kind: what is kept of them, what is missing, and where people meet them.

use super::super::model::Kind;
use super::super::tests::{DANIYAR, NARGIZA, approve, attach, draft, edition_path, email, submit};
use super::all_filled_in;
use super::kinds::of;
use super::model::{Fields, MOST_ROWS, Type, Wrong, cell};
use crate::portal_tests;
use crate::testing::{Browser, Page};
use http::StatusCode;
use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderMap, Method};
use std::collections::BTreeMap;

const FORM: &str = "form[data-autosave]";

fn read(kind: Kind, now: &Fields, keep_gaps: bool, sent: &[(&str, &str)]) -> Fields {
    let sent: BTreeMap<&str, &str> = sent.iter().copied().collect();
    Fields::read(kind, now, keep_gaps, |name| sent.get(name).map(|value| (*value).to_owned()))
}

fn wrongs(fields: &Fields, kind: Kind) -> Vec<(String, Wrong)> {
    fields.mistakes(kind).into_iter().map(|mistake| (mistake.at, mistake.wrong)).collect()
}

#[test]
fn names_of_fields_are_not_those_of_the_draft_itself_and_stand_once() {
    let taken = "title summary body wish publish_at version then file region audience channel task theme supporter \
                 draft preview main menu call appearance look-for files-title preview-title";
    for kind in Kind::ALL {
        let mut names: Vec<&str> = of(*kind).iter().map(|field| field.name).collect();
        assert!(
            names.iter().all(|name| !taken.split(' ').any(|it| it == *name) && !name.contains('-')),
            "{names:?}"
        );
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count, "{kind:?}");
        assert!(count > 0, "{kind:?} has fields of its own");
    }
}

#[test]
fn what_is_filled_in_is_kept_as_it_was_in_every_kind() {
    for kind in Kind::ALL {
        let fields = all_filled_in(*kind);
        for field in of(*kind) {
            let rows = matches!(field.shape, Type::Rows(_));
            assert!(if rows {
                !fields.rows(field.name).is_empty()
            } else {
                !fields.get(field.name).is_empty()
            });
        }
        assert_eq!(Fields::parse(&fields.to_text()), Ok(fields.clone()), "{kind:?}");
        assert_eq!(wrongs(&fields, *kind), [], "{kind:?}");
        // Nothing sent changes nothing.
        assert_eq!(read(*kind, &fields, true, &[]), fields, "{kind:?}");
    }
    assert_eq!(Fields::parse(""), Ok(Fields::default()));
    assert_eq!(Fields::default().to_text(), "");
    assert!(
        Fields::parse(r#"{"v":2,"values":{"contact":"x"}}"#).is_err(),
        "a later version is not guessed at"
    );
}

#[test]
fn what_a_kind_does_not_declare_is_not_kept() {
    let fields =
        read(Kind::Law, &Fields::default(), false, &[("law_number", " 7 "), ("contact", "x"), ("spy", "y")]);
    assert_eq!(fields.to_text(), r#"{"v":1,"values":{"law_number":"7"}}"#);
}

#[test]
fn rows_close_up_when_a_page_is_sent_and_keep_their_places_while_it_saves_itself() {
    let three = [("posts-0-post", "а"), ("posts-1-post", ""), ("posts-2-post", "в"), ("posts-3-post", " ")];
    let saved = read(Kind::SocialKit, &Fields::default(), true, &three);
    assert_eq!(saved.rows("posts").len(), 3);
    // The script sends only what changed since.
    let again = read(Kind::SocialKit, &saved, true, &[("posts-2-network", "x")]);
    assert_eq!(again.rows("posts")[2]["post"], "в");
    assert_eq!(again.rows("posts")[2]["network"], "x");
    assert_eq!(read(Kind::SocialKit, &saved, false, &three).rows("posts").len(), 2);
    let names: Vec<String> = (0..MOST_ROWS + 5).map(|row| cell("posts", row, "post")).collect();
    let many: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "x")).collect();
    assert_eq!(read(Kind::SocialKit, &Fields::default(), false, &many).rows("posts").len(), MOST_ROWS);
}

#[test]
fn what_is_missing_or_wrong_is_said_field_by_field() {
    let law = read(Kind::Law, &Fields::default(), false, &[("law_number", "7"), ("law_date", "вчера")]);
    assert_eq!(wrongs(&law, Kind::Law), [("law_date".to_owned(), Wrong::NoDay)]);
    let never = [("in_force_from", "2026-09-01"), ("in_force_until", "2026-08-01")];
    let early = read(Kind::Law, &all_filled_in(Kind::Law), false, &never);
    assert_eq!(wrongs(&early, Kind::Law), [("in_force_until".to_owned(), Wrong::EndsBeforeItBegins)]);
    let kit = read(
        Kind::SocialKit,
        &Fields::default(),
        false,
        &[("posts-0-network", "myspace"), ("pictures-0-alt", "Горы")],
    );
    let wrong = [
        ("posts-0-network", Wrong::NoChoice),
        ("posts-0-post", Wrong::Missing),
        ("pictures-0-picture", Wrong::Missing),
    ];
    assert_eq!(wrongs(&kit, Kind::SocialKit), wrong.map(|(at, wrong)| (at.to_owned(), wrong)));
    let video = read(
        Kind::Video,
        &Fields::default(),
        false,
        &[("transcript", "а"), ("recording_link", "javascript:alert(1)")],
    );
    assert_eq!(wrongs(&video, Kind::Video), [("recording_link".to_owned(), Wrong::NoLink)]);
    let said = [("transcript", "а")];
    let neither = read(Kind::Video, &Fields::default(), false, &said);
    assert_eq!(wrongs(&neither, Kind::Video), [("recording_link".to_owned(), Wrong::Missing)]);
    let file = read(Kind::Video, &neither, false, &[("recording", "0000000000002")]);
    assert_eq!(wrongs(&file, Kind::Video), [], "one of the two is enough");
}

#[test]
fn a_field_that_is_too_long_is_refused_and_not_cut() {
    let long = "ө".repeat(super::model::LONGEST_LINE + 1);
    let law = read(Kind::Law, &Fields::default(), false, &[("law_number", &long)]);
    assert_eq!(law.too_long(Kind::Law), Some(("law_number", super::model::LONGEST_LINE)));
    let row = read(Kind::SocialKit, &Fields::default(), false, &[("pictures-0-alt", &long)]);
    assert_eq!(row.too_long(Kind::SocialKit).map(|(field, _)| field), Some("pictures"));
}

#[test]
fn remarks_and_search_read_words_and_no_codes() {
    let words = all_filled_in(Kind::SuccessStory).words(Kind::SuccessStory, false);
    assert_eq!(
        words, "Елена Ковальчук, фонд «Алты кереге»",
        "the code of the consent is a line that people wrote"
    );
    assert_eq!(
        all_filled_in(Kind::SuccessStory).words(Kind::SuccessStory, true),
        "",
        "and members only see it"
    );
}

async fn begin(author: &Browser, kind: &str, title: &str) -> String {
    let page = author.get("/ru/documents/new").await;
    page.submit(author, "main form", &[("kind", kind), ("language", "ru"), ("title", title)]).await.location()
}

async fn save(author: &Browser, edit: &str, sent: &[(&str, &str)]) -> Page {
    let page = author.get(edit).await;
    page.submit(author, FORM, &[sent, &[("then", "save")]].concat()).await
}

fn errors(page: &Page) -> Vec<String> {
    page.texts(".errors li")
}

portal_tests! {
    async fn every_kind_is_written_saved_and_shown_by_its_declaration(portal) {
        let author = portal.sign_in(NARGIZA).await;
        for kind in Kind::ALL {
            let edit = begin(&author, kind.code(), "Проба").await;
            let page = author.get(&edit).await;
            for field in of(*kind) {
                let name = match field.shape {
                    Type::Rows(columns) => cell(field.name, 0, columns[0].name),
                    _ => field.name.to_owned(),
                };
                assert_eq!(page.attributes(&format!("[name='{name}']"), "id"), [name.as_str()], "{kind:?}");
            }
            let line = of(*kind).iter().find(|field| matches!(field.shape, Type::Line | Type::Paragraph));
            let Some(line) = line else { continue };
            let saved = save(&author, &edit, &[(line.name, "Слово о деле"), ("body", "Текст.")]).await;
            assert!(saved.status.is_redirection(), "{kind:?} {}", saved.body);
            assert!(author.get(edition_path(&edit)).await.main().contains("Слово о деле"), "{kind:?}");
        }
    }

    async fn a_text_is_not_handed_in_before_its_fields_are_filled_in(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let edit = begin(&author, "talking_points", "Тезисы").await;
        let page = author.get(&edit).await;
        let sent = [("body", "Текст."), ("listeners", "Имамы"), ("questions-1-asked", "Почему?"), ("then", "submit")];
        let refused = page.submit(&author, FORM, &sent).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(errors(&refused), ["Заполните: Главная мысль", "Заполните: Ответ (1)"]);
        assert_eq!(refused.attributes(".errors a", "href"), ["#message", "#questions-0-reply"]);
        assert_eq!(refused.attributes("#questions-0-asked", "value"), ["Почему?"]);
        let sent = [("message", "Спросите до отъезда"), ("questions-0-reply", "Потому."), ("then", "submit")];
        let done = refused.submit(&author, FORM, &sent).await;
        assert!(done.status.is_redirection(), "{:?}", errors(&done));
    }

    async fn fields_reach_the_approver_the_public_and_the_differences(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let edit = draft(&author, "С контактом", "Текст.").await;
        submit(&author, &edit).await;
        portal.settle().await;
        let mail = portal.mails_to(DANIYAR).remove(0);
        assert!(mail.text.contains("Контакт для журналистов: Пресс-служба"), "{}", mail.text);
        let secretary = portal.sign_in(DANIYAR).await;
        let path = format!("{}/approval", edition_path(&edit));
        assert!(secretary.get(&path).await.texts("dl.facts dd").contains(&"Пресс-служба".to_owned()));
        assert!(approve(&secretary, &path, &[]).await.status.is_redirection());
        let work = author.get(edition_path(&edit)).await;
        let next = work.submit(&author, "form[action$='/next']:has(input[value='ru'])", &[]).await.location();
        save(&author, &next, &[("contact", "Новый голос")]).await;
        let changed = author.get(edition_path(&next)).await;
        assert!(changed.main().contains("Новый голос"));
        submit(&author, &next).await;
        let decide = secretary.get(&format!("{}/approval", edition_path(&next))).await;
        assert_eq!(decide.texts(".diff ins"), ["Новый голос"], "{}", decide.main());
    }

    async fn a_colleagues_field_is_not_overwritten_unseen(portal) {
        let (first, second) = (portal.sign_in(NARGIZA).await, portal.sign_in(NARGIZA).await);
        let edit = begin(&first, "law", "Закон").await;
        let (one, two) = (first.get(&edit).await, second.get(&edit).await);
        one.submit(&first, FORM, &[("law_number", "1"), ("then", "save")]).await;
        let merge = two.submit(&second, FORM, &[("law_number", "2"), ("then", "save")]).await;
        assert_eq!(merge.status, StatusCode::CONFLICT);
        assert_eq!(merge.attributes("#law_number", "value"), ["2"]);
        assert_eq!(merge.texts(".diff del"), ["1"]);
        let saved = merge.submit(&second, "form[data-autosave-key]", &[("then", "save")]).await;
        assert_eq!(second.follow(&saved).await.attributes("#law_number", "value"), ["2"]);
    }

    async fn the_saving_script_saves_single_fields(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let edit = begin(&author, "social_kit", "Набор").await;
        let page = author.get(&edit).await;
        let value = |name: &str| page.attributes(&format!("[name={name}]"), "value").remove(0);
        let sent = [
            ("_csrf", value("_csrf")), ("version", value("version")),
            ("_changed", "posts-1-post".into()), ("posts-1-post", "Второй".into()),
        ];
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(&sent).finish();
        let form = "application/x-www-form-urlencoded".parse().unwrap();
        let headers = HeaderMap::from_iter([(CONTENT_TYPE, form), (ACCEPT, "application/json".parse().unwrap())]);
        let answer = author.send(Method::POST, edition_path(&edit), headers, body.into_bytes()).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        assert_eq!(author.get(&edit).await.texts("#posts-1-post"), ["Второй"], "it stays in its row");
    }

    async fn a_reference_leads_to_a_published_document_or_an_attached_file(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let public = portal.guest().get("/ru/documents?kind=law").await.attributes(".docs h2 a", "href").remove(0);
        let edit = begin(&author, "law", "Новый закон").await;
        let law = [("body", "Текст."), ("law_number", "9"), ("law_date", "2026-11-01")];
        save(&author, &edit, &law).await;
        let page = author.get(&edit).await;
        let nowhere = [("plain_twin", "/ru/documents/0000000000009"), ("then", "submit")];
        let refused = page.submit(&author, FORM, &nowhere).await;
        assert_eq!(errors(&refused), ["Простыми словами: опубликованного документа с таким адресом нет"]);
        let twin = format!("https://portal.example{public}?x=1");
        let found = save(&author, &edit, &[("plain_twin", &twin), ("changes-0-changed", &public)]).await;
        let found = author.follow(&found).await;
        assert!(found.texts("#plain_twin-hint")[0].contains("Сейчас: «"), "{:?}", found.texts("#plain_twin-hint"));
        assert!(submit(&author, &edit).await.status.is_redirection());
        let shown = author.get(edition_path(&edit)).await;
        assert_eq!(shown.attributes("dl.facts a", "href"), [public.clone(), public]);

        let edit = begin(&author, "brochure", "Памятка").await;
        save(&author, &edit, &[("body", "Текст."), ("formats", "А4")]).await;
        attach(&author, &edit, "list.csv", b"a;b\n1;2\n").await;
        let page = author.get(&edit).await;
        let file = page.attributes("#print_master option:not([value=''])", "value").remove(0);
        save(&author, &edit, &[("print_master", &file)]).await;
        let shown = author.get(edition_path(&edit)).await;
        assert!(shown.texts("dl.facts a").contains(&"list.csv".to_owned()), "{}", shown.main());
        let page = author.get(&edit).await;
        let refused = page.submit(&author, FORM, &[("print_master", "0000000000009"), ("then", "submit")]).await;
        assert_eq!(errors(&refused), ["Файл для печати: прикрепите файл к этому тексту и выберите его"]);
    }

    async fn what_members_fill_in_for_members_is_not_public(portal) {
        let story = "/ru/documents?kind=success_story";
        let path = portal.guest().get(story).await.attributes(".docs h2 a", "href").remove(0);
        let guest = portal.guest().get(&path).await;
        assert!(!guest.body.contains("AK-2026-07"), "{}", guest.main());
        let member = portal.sign_in(&email("asel")).await.get(&path).await;
        assert!(member.body.contains("AK-2026-07"));
    }

    async fn any_two_editions_are_compared_by_a_form(portal) {
        let (author, secretary) = (portal.sign_in(NARGIZA).await, portal.sign_in(DANIYAR).await);
        let mut edit = draft(&author, "Первая", "Мест 20.").await;
        let mut work = String::new();
        for body in ["Мест 20.", "Мест 25.", "Мест 30."] {
            save(&author, &edit, &[("body", body)]).await;
            submit(&author, &edit).await;
            edition_path(&edit).clone_into(&mut work);
            assert!(approve(&secretary, &format!("{work}/approval"), &[]).await.status.is_redirection());
            let page = author.get(&work).await;
            edit = page.submit(&author, "form[action$='/next']:has(input[value='ru'])", &[]).await.location();
        }
        portal.settle().await;
        let guest = portal.guest();
        let list = guest.get("/ru/documents").await.attributes(".docs h2 a", "href");
        let changes = format!("{}/editions/3/changes", list[0]);
        let page = guest.get(&changes).await;
        assert_eq!([page.texts(".diff del"), page.texts(".diff ins")], [["25."], ["30."]], "{}", page.main());
        assert_eq!(page.attributes("[data-changes] #to option", "value"), ["3", "2", "1"]);
        let chosen = guest.get(&format!("{changes}?from=3&to=1")).await;
        let page = guest.follow(&chosen).await;
        assert_eq!([page.texts(".diff del"), page.texts(".diff ins")], [["30."], ["20."]], "{}", page.main());
        assert_eq!(page.attributes("[data-changes] option[selected]", "value"), ["3", "1"]);
    }
}
