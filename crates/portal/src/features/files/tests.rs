//! Files over HTTP: taken in, refused, read by those who may.

mod contents;

use super::content_tests::zip;
use super::model::{File, FileId};
use super::{Refused, actions, get, path, policy, publish, store, store_bytes, thumbnail_path};
use crate::portal_tests;
use crate::testing::{Browser, Page, TestPortal};
use axum::body::Bytes;
use futures_util::{StreamExt, stream};
use http::header::{
    ACCEPT, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, ETAG,
};
use http::header::{
    CONTENT_SECURITY_POLICY, IF_NONE_MATCH, IF_RANGE, RANGE, SET_COOKIE, X_CONTENT_TYPE_OPTIONS,
};
use http::{HeaderMap, HeaderName, Method, StatusCode};
use platform::actor::{Actor, LinkHolder, Member, MemberId, OrganisationId, Role};
use platform::lang::Lang;
use platform::subject::Subject;
use std::path::Path;
use std::time::Duration;

const NARGIZA: &str = "nargiza@zhol-chyragy.example";
const TEXT: &[u8] = b"The first fifty days\n";
const DOCX: &[u8] = include_bytes!("../../../../scrub/seeds/libreoffice.docx");
const PHOTO: &[u8] = include_bytes!("../../../../scrub/seeds/photo.jpg");

/// A multipart body of one part after the other: name, file name, content.
fn multipart(parts: &[(&str, Option<&str>, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, file, content) in parts {
        let file = file.map(|file| format!("; filename=\"{file}\"")).unwrap_or_default();
        let head = format!("--parts\r\ncontent-disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--parts--\r\n");
    body
}

async fn send(browser: &Browser, body: Vec<u8>, accept: &str) -> Page {
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, "multipart/form-data; boundary=parts".parse().unwrap());
    headers.insert(ACCEPT, accept.parse().unwrap());
    browser.send(Method::POST, "/ru/files/new", headers, body).await
}

async fn token(browser: &Browser) -> String {
    browser.get("/ru/files/new").await.attributes("main form input[name=_csrf]", "value").remove(0)
}

/// Uploads as the form does.
async fn upload(browser: &Browser, name: &str, content: &[u8]) -> Page {
    let token = token(browser).await;
    let body = multipart(&[("_csrf", None, token.as_bytes()), ("file", Some(name), content)]);
    send(browser, body, "text/html").await
}

/// The file whose page a redirect leads to.
async fn uploaded(portal: &TestPortal, page: &Page) -> File {
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
    let id: FileId = page.location().rsplit('/').next().unwrap().parse().unwrap();
    let mut tx = portal.app.db.read().await.unwrap();
    get(&mut tx, &[id]).await.unwrap().remove(0)
}

async fn with_header(browser: &Browser, path: &str, name: HeaderName, value: &str) -> Page {
    let headers = HeaderMap::from_iter([(name, value.parse().unwrap())]);
    browser.send(Method::GET, path, headers, Vec::new()).await
}

fn header(page: &Page, name: HeaderName) -> &str {
    page.headers.get(&name).map(|value| value.to_str().unwrap()).unwrap_or_default()
}

fn stored_in(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { stored_in(&path) } else { 1 }).sum()
}

fn contents_of(folder: &Path) -> Vec<Vec<u8>> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let read = |path: std::path::PathBuf| vec![std::fs::read(path).unwrap()];
    entries.flat_map(|path| if path.is_dir() { contents_of(&path) } else { read(path) }).collect()
}

/// As if everything had been stored two days ago.
fn grow_old(portal: &TestPortal, folder: &Path) {
    let then = portal.clock.now() - Duration::from_hours(48);
    let then = std::time::UNIX_EPOCH + Duration::from_millis(then.0.unsigned_abs());
    for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            grow_old(portal, &path);
        } else {
            std::fs::File::options().write(true).open(path).unwrap().set_modified(then).unwrap();
        }
    }
}

/// How many rows and how many contents there are.
async fn kept(portal: &TestPortal) -> (i64, usize) {
    platform::sql! { ROWS: "SELECT COUNT(*) FROM files"; }
    let mut tx = portal.app.db.read().await.unwrap();
    let rows = platform::db::Query::one(&mut tx, &ROWS, &[]).await.unwrap().unwrap();
    (rows, stored_in(&portal.app.data_dir.join("files")))
}

async fn make_public(portal: &TestPortal, file: &File) {
    let mut tx = portal.app.db.write(&Actor::System("tests")).await.unwrap();
    publish(&mut tx, &[file.id]).await.unwrap();
    tx.commit().await.unwrap();
    portal.settle().await;
}

fn member(organisation: i64, role: Role) -> Member {
    let organisation = OrganisationId::from(organisation);
    Member { id: MemberId::from(organisation.get() * 10), organisation, role, language: Lang::Ru }
}

portal_tests! {
    async fn a_contributor_uploads_a_file_and_finds_it_again(portal) {
        let nargiza = portal.sign_in(NARGIZA).await;
        let before = kept(&portal).await;
        let page = upload(&nargiza, "Эскерме, 1-чи басылышы.TXT", TEXT).await;
        let file = uploaded(&portal, &page).await;
        assert_eq!((file.name.as_str(), file.size, file.public), ("Эскерме, 1-чи басылышы.txt", TEXT.len() as u64, false));
        assert_eq!(kept(&portal).await, (before.0 + 1, before.1 + 1));

        let shown = nargiza.follow(&page).await;
        assert_eq!(shown.texts("h1"), [file.name.as_str()]);
        assert_eq!(shown.texts(".notice.ok"), [format!("Файл «{}» загружен.", file.name)]);
        assert!(shown.main().contains(&file.sha256_hex()), "{}", shown.body);
        assert!(shown.texts(".facts dd").contains(&"Общественный фонд «Жол чырагы»".to_owned()), "{}", shown.body);
        assert_eq!(shown.attributes(".files a", "href"), [path(&file), path(&file)], "to download, to open");

        let list = nargiza.get("/ru/files?type=TXT").await;
        assert!(list.texts(".files a").contains(&file.name), "{}", list.body);
        let other = nargiza.get("/ru/files?type=MP3").await;
        assert_eq!(other.texts(".files a"), Vec::<String>::new());
        assert!(other.main().contains("Файлов этого типа нет"), "{}", other.body);

        let content = nargiza.get(&path(&file)).await;
        assert_eq!(content.body.as_bytes(), TEXT);
        assert_eq!(header(&content, CACHE_CONTROL), "private, no-cache");
        // The same content again is another file, and costs no second copy.
        let again = uploaded(&portal, &upload(&nargiza, "b.txt", TEXT).await).await;
        assert_ne!(again.id, file.id);
        assert_eq!(kept(&portal).await, (before.0 + 2, before.1 + 1));
    }

    async fn an_upload_is_cleaned_and_its_sender_sees_what_went_before_it_can_be_used(portal) {
        let nargiza = portal.sign_in(NARGIZA).await;
        let sent = upload(&nargiza, "Сүрөт.jpg", PHOTO).await;
        let file = uploaded(&portal, &sent).await;
        assert!(!file.confirmed);
        let planted = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains("SECRET-");
        assert!(planted(PHOTO), "the seed gives its author away");
        let content = nargiza.get(&path(&file)).await;
        assert_eq!((content.status, content.body.is_empty()), (StatusCode::OK, false));
        assert!(!planted(content.body.as_bytes()));
        let folder = portal.app.data_dir.join("files");
        assert!(!contents_of(&folder).iter().any(|bytes| planted(bytes)), "nothing of it is stored");

        let page = nargiza.follow(&sent).await;
        let removed = page.texts("section.card li");
        for what in ["автор", "место съёмки", "сведения о камере или телефоне"] {
            assert!(removed.contains(&what.to_owned()), "{removed:?}");
        }
        let buttons = "section.card form[action$='/confirmation']";
        assert_eq!(page.attributes(buttons, "action").len(), 1, "{}", page.body);
        // Others neither decide nor, unless they may read the file at all, learn that it exists.
        for email in ["asel@kosh-terek.example", "daniyar@ministry.example", "timur@ministry.example"] {
            let other = portal.sign_in(email).await;
            let csrf = other.get("/ru/account").await.attributes("input[name=_csrf]", "value").remove(0);
            for verb in ["confirmation", "removal"] {
                let answer = other.post(&format!("/ru/files/{}/{verb}", file.id), &[("_csrf", &csrf)]).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{email} {verb}");
            }
            assert_eq!(other.get(&page.path).await.attributes(buttons, "action"), Vec::<String>::new(), "{email}");
        }
        let done = page.submit(&nargiza, buttons, &[]).await;
        let page = nargiza.follow(&done).await;
        assert_eq!(page.texts(".notice.ok"), ["Файл оставлен."]);
        assert_eq!(page.attributes(buttons, "action"), Vec::<String>::new());
        let mut tx = portal.app.db.read().await.unwrap();
        assert!(get(&mut tx, &[file.id]).await.unwrap()[0].confirmed);
    }

    async fn a_sender_who_does_not_like_what_is_left_throws_it_away(portal) {
        let nargiza = portal.sign_in(NARGIZA).await;
        let sent = upload(&nargiza, "Сүрөт.jpg", PHOTO).await;
        let page = nargiza.follow(&sent).await;
        let removal = "section.card form[action$='/removal']";
        page.submit(&nargiza, removal, &[]).await;
        assert_eq!(nargiza.get(&page.path).await.status, StatusCode::NOT_FOUND);
        // What was kept cannot be thrown away by a page that is still open somewhere.
        let page = nargiza.follow(&upload(&nargiza, "Сүрөт.jpg", PHOTO).await).await;
        page.submit(&nargiza, "section.card form[action$='/confirmation']", &[]).await;
        page.submit(&nargiza, removal, &[]).await;
        assert_eq!(nargiza.get(&page.path).await.status, StatusCode::OK);
    }

    async fn the_script_gets_an_address_or_the_reason(portal) {
        let nargiza = portal.sign_in(NARGIZA).await;
        let token = token(&nargiza).await;
        let token = ("_csrf", None, token.as_bytes());
        let done = send(&nargiza, multipart(&[token, ("file", Some("a.txt"), TEXT)]), "application/json").await;
        assert_eq!((done.status, header(&done, CONTENT_TYPE)), (StatusCode::OK, "application/json"));
        let answer: serde_json::Value = serde_json::from_str(&done.body).unwrap();
        let shown = nargiza.get(answer["url"].as_str().unwrap()).await;
        assert_eq!(shown.texts(".notice.ok"), ["Файл «a.txt» загружен."]);

        let refused = send(&nargiza, multipart(&[token, ("file", Some("a.exe"), TEXT)]), "application/json").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let answer: serde_json::Value = serde_json::from_str(&refused.body).unwrap();
        assert!(answer["errors"]["file"].as_str().unwrap().starts_with("Выберите файл PDF"), "{answer}");
    }

    async fn what_is_not_what_its_name_says_is_refused_and_leaves_nothing(portal) {
        let nargiza = portal.sign_in(NARGIZA).await;
        let before = kept(&portal).await;
        let other = "Содержимое файла не соответствует";
        let ending = "Выберите файл PDF";
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg'/>".as_slice();
        for (name, content, words) in [
            ("page.pdf", b"<!doctype html><title>x</title>".as_slice(), other),
            ("program.pdf", b"MZ\x90\0\x03\0\0\0", other),
            ("drawing.png", svg, other),
            ("table.docx", &zip(&["[Content_Types].xml", "xl/workbook.xml"]), other),
            ("macro.docx", &zip(&["[Content_Types].xml", "word/a.xml", "word/vbaProject.bin"]), "есть макросы"),
            ("old.txt", b"\xcf\xf0\xe8\xe2\xe5\xf2", "UTF-8"),
            ("empty.pdf", b"", "Файл пуст"),
            ("drawing.svg", b"<?xml version='1.0'?><p xmlns='http://www.w3.org/1999/xhtml'/>", "такого вида"),
            ("drawing.svg", b"alert(1)", other),
            ("drawing.svg", b"<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg/>", "читать другие файлы"),
            ("page.html", b"<p>", ending),
            ("отчёт\u{202e}fdp.exe", TEXT, ending),
            ("program.pdf.exe", TEXT, ending),
            ("none", TEXT, ending),
            ("", b"", "Выберите файл."),
        ] {
            let page = upload(&nargiza, name, content).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            let [beside, above] = [page.texts("#file-error"), page.texts(".errors li")];
            assert!(beside.len() == 1 && beside[0].contains(words), "{name}: {beside:?}");
            assert_eq!(beside, above);
        }
        assert_eq!(kept(&portal).await, before);
    }

    async fn odd_names_are_cleaned(portal) {
        let nargiza = portal.sign_in(NARGIZA).await;
        let long = format!("{}.txt", "a".repeat(300));
        let kept = format!("{}.txt", "a".repeat(200));
        for (given, clean) in [
            ("../../etc/passwd.txt", "passwd.txt"),
            ("a\u{202e}b.txt", "ab.txt"),
            (".txt", "file.txt"),
            (&long, &kept),
            ("Өлкө жөнүндө %41?.txt", "Өлкө жөнүндө %41-.txt"),
        ] {
            let file = uploaded(&portal, &upload(&nargiza, given, TEXT).await).await;
            assert_eq!(file.name, clean);
            let content = nargiza.get(&path(&file)).await;
            assert_eq!((content.status, content.body.as_bytes()), (StatusCode::OK, TEXT), "{clean}");
        }
    }

    async fn a_form_without_its_token_first_is_not_read(portal) {
        let nargiza = portal.sign_in(NARGIZA).await;
        let before = kept(&portal).await;
        let token = token(&nargiza).await;
        let token = ("_csrf", None, token.as_bytes());
        let file = ("file", Some("a.txt"), TEXT);
        let wrong = ("_csrf", None, b"wrong".as_slice());
        let long = vec![b'a'; 100_000];
        for parts in [vec![file], vec![file, token], vec![wrong, file], vec![("_csrf", None, &long), file], vec![]] {
            let page = send(&nargiza, multipart(&parts), "text/html").await;
            assert!(matches!(page.status, StatusCode::FORBIDDEN | StatusCode::BAD_REQUEST), "{}", page.status);
        }
        assert_eq!(kept(&portal).await, before);
        assert_eq!(send(&nargiza, multipart(&[token, file]), "text/html").await.status, StatusCode::SEE_OTHER);
    }

    async fn readers_and_the_operator_bring_no_files(portal) {
        for email in ["nurlan@office-osh.example", "timur@ministry.example"] {
            let browser = portal.sign_in(email).await;
            let page = browser.get("/ru/files/new").await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{email}");
            assert!(page.main().contains("Загружать файлы могут"), "{}", page.body);
            assert_eq!(browser.get("/ru/files").await.attributes("main a.button", "href"), Vec::<String>::new());
            let csrf = browser.get("/ru/files").await.attributes("input[name=_csrf]", "value").remove(0);
            let body = multipart(&[("_csrf", None, csrf.as_bytes()), ("file", Some("a.txt"), TEXT)]);
            assert_eq!(send(&browser, body, "text/html").await.status, StatusCode::FORBIDDEN, "{email}");
        }
        let guest = portal.guest();
        assert!(guest.get("/ru/files").await.location().starts_with("/ru/sign-in"));
    }

    async fn a_private_file_does_not_exist_for_outsiders_and_a_public_one_is_everybodys(portal) {
        let nargiza = portal.sign_in(NARGIZA).await;
        let file = uploaded(&portal, &upload(&nargiza, "a.txt", TEXT).await).await;
        let page = format!("/ru/files/{}", file.id);
        let guest = portal.guest();
        let outsider = portal.sign_in("asel@kosh-terek.example").await;
        let operator = portal.sign_in("timur@ministry.example").await;
        let approver = portal.sign_in("daniyar@ministry.example").await;
        let chair = portal.sign_in("gulzat@alty-kerege.example").await;
        for (browser, status) in [
            (&guest, StatusCode::NOT_FOUND),
            (&outsider, StatusCode::NOT_FOUND),
            (&operator, StatusCode::NOT_FOUND),
            (&approver, StatusCode::NOT_FOUND),
            (&chair, StatusCode::NOT_FOUND),
            (&nargiza, StatusCode::OK),
        ] {
            for path in [&page, &path(&file), &format!("/files/{}/other.txt", file.id)] {
                let answer = browser.get(path).await;
                let found = answer.status == StatusCode::OK || answer.status == StatusCode::PERMANENT_REDIRECT;
                assert_eq!(found, status == StatusCode::OK, "{path}: {}", answer.status);
                assert!(found || !answer.main().contains("a.txt") && !answer.body.contains("fifty"), "{}", answer.body);
            }
        }
        make_public(&portal, &file).await;
        let content = guest.get(&path(&file)).await;
        assert_eq!((content.status, content.body.as_bytes()), (StatusCode::OK, TEXT));
        assert_eq!(header(&content, CACHE_CONTROL), "public, no-cache");
        assert_eq!(header(&content, SET_COOKIE), "");
        assert_eq!(guest.get(&page).await.texts("h1"), ["a.txt"]);
        assert_eq!(guest.get(&format!("/files/{}/b.txt", file.id)).await.location(), path(&file));
        for nothing in ["/ru/files/0000000000000", "/ru/files/x", "/files/x/a.txt", "/files/0000000000000/a.txt"] {
            assert_eq!(guest.get(nothing).await.status, StatusCode::NOT_FOUND, "{nothing}");
        }
    }

    async fn files_are_served_so_that_they_run_nothing(portal) {
        let actor = Actor::Member(member(1, Role::Contributor));
        for (name, content, inline) in [
            ("Өлкө \"1\".txt", b"Do: <script>alert(1)</script>".to_vec(), "inline"),
            ("план.docx", DOCX.to_vec(), "attachment"),
        ] {
            let file = store_bytes(&portal.app, &actor, name, content).await.unwrap();
            make_public(&portal, &file).await;
            let answer = portal.guest().get(&path(&file)).await;
            assert_eq!(header(&answer, X_CONTENT_TYPE_OPTIONS), "nosniff");
            assert!(header(&answer, CONTENT_SECURITY_POLICY).ends_with("; sandbox"), "{:?}", answer.headers);
            assert!(header(&answer, CONTENT_DISPOSITION).starts_with(inline), "{:?}", answer.headers);
            assert_eq!(header(&answer, CONTENT_LENGTH), file.size.to_string());
            if inline == "inline" {
                assert_eq!(header(&answer, CONTENT_TYPE), "text/plain; charset=utf-8");
                let names = "inline; filename=\"____ -1-.txt\"; filename*=UTF-8''%D3%A8%D0%BB%D0%BA%D3%A9%20-1-.txt";
                assert_eq!(header(&answer, CONTENT_DISPOSITION), names);
            }
        }
    }

    async fn parts_of_a_file_can_be_asked_for(portal) {
        let actor = Actor::Member(member(1, Role::Contributor));
        let file = store_bytes(&portal.app, &actor, "ten.txt", "0123456789").await.unwrap();
        make_public(&portal, &file).await;
        let (guest, path) = (portal.guest(), path(&file));
        let part = with_header(&guest, &path, RANGE, "bytes=2-4").await;
        assert_eq!((part.status, part.body.as_str()), (StatusCode::PARTIAL_CONTENT, "234"));
        assert_eq!((header(&part, CONTENT_RANGE), header(&part, CONTENT_LENGTH)), ("bytes 2-4/10", "3"));
        assert_eq!(with_header(&guest, &path, RANGE, "bytes=-3").await.body, "789");
        let beyond = with_header(&guest, &path, RANGE, "bytes=10-").await;
        assert_eq!((beyond.status, header(&beyond, CONTENT_RANGE)), (StatusCode::RANGE_NOT_SATISFIABLE, "bytes */10"));
        let etag = header(&part, ETAG).to_owned();
        let known = with_header(&guest, &path, IF_NONE_MATCH, &etag).await;
        assert_eq!((known.status, known.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
        let other = HeaderMap::from_iter([(RANGE, "bytes=2-4".parse().unwrap()), (IF_RANGE, "\"x\"".parse().unwrap())]);
        assert_eq!(guest.send(Method::GET, &path, other, Vec::new()).await.body, "0123456789");
        let head = guest.send(Method::HEAD, &path, HeaderMap::new(), Vec::new()).await;
        assert_eq!((header(&head, CONTENT_LENGTH), head.body.as_str()), ("10", ""));
    }

    async fn the_policy_and_its_sql_agree(portal) {
        let mut files = Vec::new();
        for organisation in [1, 2] {
            let actor = Actor::Member(member(organisation, Role::Contributor));
            for name in ["private.txt", "public.txt"] {
                files.push(store_bytes(&portal.app, &actor, name, "text").await.unwrap());
            }
            make_public(&portal, files.last().unwrap()).await;
        }
        let ids: Vec<FileId> = files.iter().map(|file| file.id).collect();
        let holder = LinkHolder { member: member(1, Role::Approver), subject: Subject::new("documents.edition", 1), link: 1 };
        let mut actors = vec![Actor::Guest, Actor::System("tests"), Actor::LinkHolder(holder)];
        actors.extend([1, 3].into_iter().flat_map(|own| Role::ALL.map(|role| Actor::Member(member(own, role)))));
        let mut tx = portal.app.db.read().await.unwrap();
        let files = get(&mut tx, &ids).await.unwrap();
        let mut table = String::new();
        for actor in &actors {
            let found = store::readable(&mut tx, actor, &ids).await.unwrap();
            let sees = |file: &File| policy::can_read(actor, file);
            assert_eq!(found, files.iter().filter(|file| sees(file)).cloned().collect::<Vec<_>>(), "{actor:?}");
            let role = actor.signed_in().map_or("", |member| member.role.code());
            let row: String = files.iter().map(|file| if sees(file) { '✔' } else { '✘' }).collect();
            table.push_str(&format!("{row} {} {role}\n", actor.signed_in().map_or(0, |member| member.organisation.get())));
            for file in &files {
                let filter = store::Filter { organisation: file.organisation, media_type: Some(file.media_type) };
                let last = FileId::from(i64::MAX);
                let listed = store::list(&mut tx, actor, &filter, last, 100).await.unwrap();
                assert_eq!(listed.contains(file), sees(file), "{actor:?}");
                let count = store::count(&mut tx, actor, &filter).await.unwrap();
                assert_eq!(count, i64::try_from(listed.len()).unwrap());
            }
        }
        // Columns: private and public of organisation 1, private and public of organisation 2.
        let expected = "✘✔✘✔ 0 \n✘✔✘✔ 0 \n✘✔✘✔ 0 \n\
                        ✔✔✘✔ 1 reader\n✔✔✘✔ 1 contributor\n✔✔✘✔ 1 approver\n✔✔✘✔ 1 chair\n✘✔✘✔ 1 operator\n\
                        ✘✔✘✔ 3 reader\n✘✔✘✔ 3 contributor\n✘✔✘✔ 3 approver\n✘✔✘✔ 3 chair\n✘✔✘✔ 3 operator\n";
        assert_eq!(table, expected);
    }

    async fn every_page_of_the_section_is_in_the_gallery(portal) {
        let index = portal.guest().get("/dev/pages").await;
        let pages: Vec<String> = index.attributes("main a", "href").into_iter().filter(|href| href.contains("files-")).collect();
        assert_eq!(pages.len(), 11 * Lang::ALL.len());
        for page in pages {
            let page = portal.guest().get(&page).await;
            assert_eq!((page.status, page.texts("h1").len()), (StatusCode::OK, 1), "{}", page.path);
            assert!(!page.body.contains('⟦'), "{}", page.body);
        }
    }

    async fn what_happened_reads_in_three_languages_and_only_for_those_who_may_know(portal) {
        let actor = Actor::Member(member(1, Role::Contributor));
        let file = store_bytes(&portal.app, &actor, "a.txt", "text").await.unwrap();
        make_public(&portal, &file).await;
        make_public(&portal, &file).await;
        let private = store_bytes(&portal.app, &actor, "b.txt", "text").await.unwrap();
        let mut tx = portal.app.db.read().await.unwrap();
        let mut events = Vec::new();
        for file in [&file, &private] {
            let subject = Subject::new(super::events::FILE, file.id.get());
            let all = platform::activity::Position(i64::MAX);
            events.extend(platform::activity::of_subject(&mut tx, subject, all, 10).await.unwrap());
        }
        let kinds: Vec<&str> = events.iter().map(|event| event.kind.as_str()).collect();
        let expected = ["files.text.read", "files.file.published", "files.file.uploaded", "files.file.uploaded"];
        assert_eq!(kinds, expected);
        for lang in Lang::ALL {
            let l = portal.app.l(lang);
            let described = |event| (super::FEATURE.describe)(event, l, &crate::web::Names::default());
            assert!(events.iter().all(|event| described(event).unwrap().contains(".txt")));
        }
        let seen = super::events::visible(&mut tx, &Actor::Guest, &events).await.unwrap();
        assert_eq!(seen, [true, true, true, false]);
    }
}
