//! What the walk of `access.rs` finds beside the sample world: texts in states that the world lacks, and what some may not
//! read, each marked with a word that no page of theirs may hold.

use super::{PEOPLE, Person, local};
use http::header::CONTENT_TYPE;
use http::{HeaderMap, Method, StatusCode};
use platform::actor::{Actor, MemberId, Role};
use portal::features::members;
use portal::testing::{Browser, Page, TestPortal};

const DRAFT_TITLE: &str = "Kumquat";
const DRAFT: &str = "Persimmon";
const FILE: &str = "Rambutan";
const SUBMITTED: &str = "Tamarillo";
const ASKING: &str = "Physalis";
const RECOVERY: &str = "Mangosteen";

/// Who of `PEOPLE` may read each word.
const MAY_READ: [(&str, &[&str]); 6] = [
    // A draft is its organisation's alone.
    (DRAFT_TITLE, &["contributor"]),
    (DRAFT, &["contributor"]),
    (FILE, &["contributor"]),
    (SUBMITTED, &["contributor", "approver", "chair", "link holder"]),
    (ASKING, &["chair"]),
    // Whoever may confirm it.
    (RECOVERY, &["approver", "chair", "operator"]),
];

/// No answer may hold what its reader may not read, whatever it answers.
pub fn holds_no_secret(page: &Page, reader: &str, sent: &[(String, String)]) {
    for (word, readers) in MAY_READ {
        // A form that was refused comes back to whoever sent it, with what they wrote themselves.
        let own = sent.iter().any(|(_, value)| value.contains(word));
        assert!(
            own || readers.contains(&reader) || !page.body.contains(word),
            "{reader} reads {word} at {}: {}",
            page.path,
            page.body
        );
    }
}

/// Texts in states that the sample world lacks, an invitation, and the mails about them: so that every form is shown
/// to somebody. Returns the addresses where they are.
pub async fn prepare(portal: &TestPortal, people: &[Person]) -> Vec<String> {
    let person = |name: &str| &people[PEOPLE.iter().position(|(known, _)| *known == name).unwrap()].browser;
    let (author, approver, chair) = (person("contributor"), person("approver"), person("chair"));
    let mut addresses = Vec::new();
    for (number, (wish, decided)) in
        [("now", false), ("wait", true), ("at", true), ("now", true)].into_iter().enumerate()
    {
        let title = format!("Text {number}");
        let new = author.get("/en/documents/new").await;
        let kind = [("kind", "statement"), ("language", "en"), ("title", title.as_str())];
        let edit = new.submit(author, "main form", &kind).await.location();
        let work = edit.strip_suffix("/edit").expect("the address of a draft").to_owned();
        if number == 0 {
            let words = [("title", DRAFT_TITLE), ("body", DRAFT)];
            author.get(&edit).await.submit(author, "form[data-autosave]", &words).await;
            attach(author, &edit, "words.txt", FILE.as_bytes()).await;
            // Something is taken out of it, so its page asks for a decision.
            let photo = include_bytes!("../../../../scrub/seeds/photo.jpg");
            attach(author, &edit, "route.jpg", photo).await;
            let check = author.get(&edit).await.attributes("ul.files p:not(.meta) a", "href");
            addresses.extend([edit.clone(), check.into_iter().next().expect("a file to look at")]);
            continue;
        }
        let fields =
            [("body", SUBMITTED), ("then", "submit"), ("wish", wish), ("publish_at", "2027-06-01T10:00")];
        let submitted = author.get(&edit).await.submit(author, "form[data-autosave]", &fields).await;
        assert!(submitted.status.is_redirection(), "{}", submitted.body);
        if decided && number < 3 {
            let approval = approver.get(&format!("{work}/approval")).await;
            let when = [
                ("decision", "approve"),
                ("level", "agreed"),
                ("when", if wish == "wait" { "later" } else { wish }),
                ("publish_at", "2027-06-01T10:00"),
            ];
            let approved = approval.submit(approver, "form[data-decision]", &when).await;
            assert!(!approved.status.is_client_error(), "{}", approved.body);
        }
        addresses.push(work);
    }
    let invitation =
        [("email", "new@zhol-chyragy.example"), ("name", "New"), ("role", "reader"), ("language", "en")];
    let page = chair.get("/en/members/new").await;
    let organisation =
        page.attributes("select[name=organisation] option[value]", "value").pop().expect("some");
    let invited = page
        .submit(chair, "main form", &[&invitation[..], &[("organisation", organisation.as_str())]].concat())
        .await;
    assert!(invited.status.is_redirection(), "{}", invited.body);
    let asked = [
        ("email", "ainura@umut.example"),
        ("name", "Ainura"),
        ("organisation_name", "Umut"),
        ("reason", ASKING),
    ];
    let stranger = portal.guest();
    let page = stranger.get("/en/join").await;
    let sent = page.submit(&stranger, "form[data-ask]", &[&asked[..], &[("language", "en")]].concat()).await;
    assert!(sent.status.is_redirection(), "{}", sent.body);
    addresses.push(second_edition(author, approver).await);
    addresses.push(recorded(author, chair).await);
    recovery(portal, chair).await;
    addresses.extend(by_trust(chair).await);
    addresses.extend(questions(author, chair).await);
    addresses.push(placed_twice(portal, chair, person("reader")).await);
    factors(portal).await;
    alternate(approver).await;
    suspend(portal, chair).await;
    // Another device, so that there is a session to end.
    portal.sign_in("gulzat@alty-kerege.example").await;
    portal.settle().await;
    let base = portal.app.url("");
    // No page links to what only programs ask for.
    let text = author.get("/en/documents").await.attributes(".docs h2 a", "href").remove(0);
    addresses.push(text.replace("/en/documents", "/api/v1/documents"));
    addresses.push("/sitemaps/pages.xml".to_owned());
    // A story, whose consent can be ended. It is older than what the lists show first.
    let stories = chair.get("/ru/documents?kind=success_story").await;
    addresses.push(stories.attributes(".docs h2 a", "href").remove(0));
    addresses.iter().filter_map(|address| local(address, &base)).collect()
}

/// A text that was published, corrected and published again: its first edition has an address of its own. Returns the
/// address of a third, handed in with a file, which a mailed link opens.
async fn second_edition(author: &Browser, approver: &Browser) -> String {
    let new = author.get("/en/documents/new").await;
    let kind = [("kind", "statement"), ("language", "en"), ("title", "Corrected")];
    let mut edit = new.submit(author, "main form", &kind).await.location();
    for number in 1.. {
        let work = edit.strip_suffix("/edit").expect("the address of a draft").to_owned();
        if number == 3 {
            attach(author, &edit, "notes.txt", b"Words.").await;
        }
        let handed_in = [("body", "A text."), ("then", "submit"), ("wish", "now")];
        let sent = author.get(&edit).await.submit(author, "form[data-autosave]", &handed_in).await;
        assert!(sent.status.is_redirection(), "{}", sent.body);
        if number == 3 {
            return work;
        }
        let approval = approver.get(&format!("{work}/approval")).await;
        let decision = [("decision", "approve"), ("level", "agreed"), ("when", "now")];
        approval.submit(approver, "form[data-decision]", &decision).await;
        let next = format!("form[action$='{work}/next']");
        edit = author.get(&work).await.submit(author, &next, &[("language", "en")]).await.location();
    }
    unreachable!("the third edition is returned")
}

/// A text whose approval the chair wrote down with a scan.
async fn recorded(author: &Browser, chair: &Browser) -> String {
    let new = author.get("/en/documents/new").await;
    let kind = [("kind", "statement"), ("language", "en"), ("title", "By letter")];
    let edit = new.submit(author, "main form", &kind).await.location();
    let work = edit.strip_suffix("/edit").expect("the address of a draft").to_owned();
    let handed_in = [("body", "A text."), ("then", "submit"), ("wish", "wait")];
    author.get(&edit).await.submit(author, "form[data-autosave]", &handed_in).await;
    let path = format!("{work}/recorded-approval");
    let page = chair.get(&path).await;
    let approver = page.attributes("select[name=approver] option", "value").pop().expect("an approver");
    let form = page.forms().into_iter().find(|form| form.action == path).expect("the form");
    let part = "--part\r\ncontent-disposition: form-data; name=";
    let mut body = String::new();
    for (name, value) in &form.fields {
        let value = match name.as_str() {
            "approver" => &approver,
            "channel" => "letter",
            _ => value,
        };
        body.push_str(&format!("{part}\"{name}\"\r\n\r\n{value}\r\n"));
    }
    body.push_str(&format!("{part}\"scan\"; filename=\"letter.txt\"\r\n\r\nWe agree.\r\n--part--\r\n"));
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, "multipart/form-data; boundary=part".parse().unwrap());
    let done = chair.send(Method::POST, &path, headers, body.into_bytes()).await;
    assert!(done.status.is_redirection(), "{}", done.body);
    work
}

/// Somebody has lost all keys, and the chair begins to let them in anew.
async fn recovery(portal: &TestPortal, chair: &Browser) {
    let id = id_of(portal, "irina@ak-iyne.example", Role::Reader).await;
    let page = chair.get(&format!("/en/members/{id}/recovery")).await;
    let begun = page.submit(chair, "main form", &[("reason", RECOVERY)]).await;
    assert!(begun.status.is_redirection(), "{}", begun.body);
}

/// Two texts of an organisation that may publish its own: one can still go live, one has, and waits for a look.
async fn by_trust(chair: &Browser) -> Vec<String> {
    let mut works = Vec::new();
    for title in ["Could go live", "Went live"] {
        let new = chair.get("/en/documents/new").await;
        let kind = [("kind", "statement"), ("language", "en"), ("title", title)];
        let edit = new.submit(chair, "main form", &kind).await.location();
        chair.get(&edit).await.submit(chair, "form[data-autosave]", &[("body", "A text.")]).await;
        works.push(edit.strip_suffix("/edit").expect("the address of a draft").to_owned());
    }
    let page = chair.get(&format!("{}/own-publication", works[1])).await;
    let published = page.submit(chair, "main form", &[]).await;
    assert!(published.status.is_redirection(), "{}", published.body);
    let more = ["own-publication", "review"].into_iter().zip(works.clone());
    works.extend(more.map(|(suffix, work)| format!("{work}/{suffix}")).collect::<Vec<_>>());
    works
}

/// Questions in every state: one that a contributor took, one that is answered with it, one that waits for its answer, and
/// one that is closed.
async fn questions(author: &Browser, chair: &Browser) -> Vec<String> {
    let mut asked = Vec::new();
    for text in [
        "How long is a permit to work valid?",
        "How long is my permit to work valid?",
        "Who answers at night?",
        "Where is a cheap ticket sold?",
    ] {
        let page = chair.get("/en/questions/ask").await;
        asked.push(page.submit(chair, "form[data-question]", &[("text", text)]).await.location());
    }
    let lead = asked[0].rsplit('/').next().expect("the last part").to_owned();
    for (who, question, form, fields) in [
        (author, &asked[0], "form[data-take]", vec![]),
        (chair, &asked[1], "form[data-group]", vec![("lead", lead.as_str())]),
        (chair, &asked[2], "form[data-begin]", vec![]),
        (chair, &asked[3], "form[data-close]", vec![("reason", "Ask at the station")]),
    ] {
        let done = who.get(question).await.submit(who, form, &fields).await;
        assert!(done.status.is_redirection(), "{}", done.body);
    }
    asked
}

/// Somebody who works for a second organisation. Returns the address of the page that says so.
async fn placed_twice(portal: &TestPortal, chair: &Browser, reader: &Browser) -> String {
    let id = id_of(portal, "nurlan@office-osh.example", Role::Reader).await;
    let page = chair.get(&format!("/en/members/{id}")).await;
    let other =
        page.attributes("form[data-add-organisation] option", "value").pop().expect("there are others");
    let added = page.submit(chair, "form[data-add-organisation]", &[("organisation", &other)]).await;
    assert!(added.status.is_redirection(), "{}", added.body);
    assert_eq!(reader.get("/en/account/organisation").await.status, StatusCode::OK);
    page.path
}

/// The public half of a passkey, as it is stored.
const PUBLIC_KEY: &str = r#"{"cred":{"cred_id":"Y3JlZGVudGlhbA","cred":{"type_":"ES256","key":{"EC_EC2":{"curve":"SECP256R1",
"x":"axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY","y":"T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU"}}},"counter":0,
"transports":null,"user_verified":true,"backup_eligible":false,"backup_state":false,"registration_policy":"required",
"extensions":{"cred_protect":"NotRequested","hmac_create_secret":"NotRequested","appid":"NotRequested","cred_props":"NotRequested"},
"attestation":{"data":"None","metadata":"None"},"attestation_format":"none"}}"#;

/// An app and a passkey of somebody, which can be taken away. They are put where they lie: a passkey needs a browser to make it.
async fn factors(portal: &TestPortal) {
    platform::sql! {
        APP: "INSERT INTO members_totp (member_id, seed, created_at, confirmed_at, last_step) VALUES (?, ?, ?, ?, 0)";
        PASSKEY: "INSERT INTO members_passkeys (id, member_id, credential_id, passkey, name, created_at) VALUES (1, ?, ?, ?, 'Phone', ?)";
    }
    let id = id_of(portal, "nurlan@office-osh.example", Role::Reader).await;
    let seed = portal.app.secrets.seal("members.totp", id.get(), &[7; 20]);
    let mut tx = portal.app.db.write(&Actor::System("test")).await.unwrap();
    let now = tx.now();
    tx.run(&APP, platform::params![id, seed.as_slice(), now, now]).await.unwrap();
    tx.run(&PASSKEY, platform::params![id, b"credential".as_slice(), PUBLIC_KEY, now]).await.unwrap();
    tx.commit_unrecorded("a test").await.unwrap();
}

/// The approver will be away, and a colleague takes over.
async fn alternate(approver: &Browser) {
    let page = approver.get("/en/account/alternates").await;
    let colleagues = page.attributes("#colleague option", "value");
    let colleague = colleagues.iter().find(|value| !value.is_empty()).expect("there are some");
    let away = [("colleague", colleague.as_str()), ("from", "2026-12-01"), ("until", "2026-12-10")];
    let named = page.submit(approver, "form[data-alternate]", &away).await;
    assert!(named.status.is_redirection(), "{}", named.body);
}

async fn suspend(portal: &TestPortal, chair: &Browser) {
    let id = id_of(portal, "bakyt@darbaza.example", Role::Contributor).await;
    let page = chair.get(&format!("/en/members/{id}/suspension")).await;
    let suspended = page.submit(chair, "form[data-suspension]", &[]).await;
    assert!(suspended.status.is_redirection(), "{}", suspended.body);
}

async fn id_of(portal: &TestPortal, email: &str, role: Role) -> MemberId {
    let people = members::with_role(&mut portal.app.db.read().await.unwrap(), role).await.unwrap();
    people.into_iter().find(|person| person.email == email).expect("they are a member").id
}

/// Sends a file as the page of a draft does.
async fn attach(author: &Browser, edit: &str, name: &str, content: &[u8]) {
    let csrf = author.get(edit).await.attributes("input[name=_csrf]", "value").remove(0);
    let part = "--part\r\ncontent-disposition: form-data; name=";
    let head = format!("{part}\"_csrf\"\r\n\r\n{csrf}\r\n{part}\"file\"; filename=\"{name}\"\r\n\r\n");
    let body = [head.as_bytes(), content, b"\r\n--part--\r\n"].concat();
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, "multipart/form-data; boundary=part".parse().unwrap());
    let files = format!("{}/files", edit.strip_suffix("/edit").expect("the address of a draft"));
    let sent = author.send(Method::POST, &files, headers, body).await;
    assert!(sent.status.is_redirection() || sent.status.is_success(), "{}", sent.body);
}
