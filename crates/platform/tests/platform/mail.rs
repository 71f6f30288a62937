//! The outbox: one mail per key, sent once, kept while the server does not answer.
//! TLS towards a real mail server is for the tests in a browser, which run one.

use crate::{TESTER, fresh};
use platform::actor::MemberId;
use platform::db::{Db, Dialect};
use platform::jobs::{self, Handler, Worker};
use platform::mail::{self, Config, Encryption, MailKind, Message, Transport, TransportKind};
use platform::testing::dialects;
use std::path::Path;
use std::sync::Arc;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;

#[derive(Clone)]
struct Post {
    db: Db,
    way: Arc<Transport>,
}

impl Post {
    fn new(db: &Db, config: &Config, folder: &Path) -> Self {
        Self { db: db.clone(), way: Arc::new(Transport::open(config, folder).unwrap()) }
    }

    fn worker(&self) -> Worker<Post> {
        let handler = Handler::<Post> {
            kind: mail::SEND,
            attempts: mail::SEND_ATTEMPTS,
            run: |post, job| {
                Box::pin(async move { mail::send(&post, &post.db, &post.way, KINDS, &job).await })
            },
        };
        Worker::new(self.db.clone(), self.clone(), vec![handler], Vec::new())
    }

    async fn queue(&self, kind: &'static str, key: &str) {
        let mut tx = self.db.write(&TESTER).await.unwrap();
        mail::queue(&mut tx, kind, MemberId::from(7), &"Нарын", key).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn unsent(&self) -> i64 {
        mail::unsent(&mut self.db.read().await.unwrap()).await.unwrap()
    }
}

const KINDS: &[MailKind<Post>] = &[
    MailKind {
        kind: "greeting",
        render: |_, mail| {
            Box::pin(async move {
                let town: String = mail.data()?;
                Ok(Some(Message {
                    to_name: "Өмүр Үсөнов".into(),
                    to_address: "omur@example.kg".into(),
                    subject: format!("Жаңылык: {town}"),
                    text: format!("Салам, {town}!\nИкинчи сап."),
                    html: format!("<p>Салам, {town}!</p>"),
                }))
            })
        },
    },
    MailKind { kind: "outdated", render: |_, _| Box::pin(async { Ok(None) }) },
];

fn catcher() -> Config {
    Config { transport: TransportKind::Catcher, from: "birge@example.kg".into(), ..Config::default() }
}

#[tokio::test]
async fn a_mail_is_sent_once_however_often_it_is_queued() {
    for dialect in dialects() {
        let fresh = fresh(dialect).await;
        let post = Post::new(&fresh.db, &catcher(), fresh.folder.path());
        post.queue("greeting", "a").await;
        post.queue("greeting", "a").await;
        post.queue("greeting", "b").await;
        assert_eq!(post.unsent().await, 2);
        assert_eq!(post.worker().run_due().await.unwrap(), 2);
        post.queue("greeting", "b").await;
        assert_eq!((post.worker().run_due().await.unwrap(), post.unsent().await), (0, 0));
        let caught = post.way.catcher().unwrap().list(9).unwrap();
        assert_eq!(caught.len(), 2);
        assert_eq!(
            (caught[0].to.as_str(), caught[0].subject.as_str()),
            ("omur@example.kg", "Жаңылык: Нарын")
        );
        assert!(
            caught[0].text.starts_with("Салам, Нарын!") && caught[0].html.contains("<p>Салам, Нарын!</p>")
        );
    }
}

#[tokio::test]
async fn a_mail_that_no_longer_fits_is_dropped() {
    for dialect in dialects() {
        let fresh = fresh(dialect).await;
        let post = Post::new(&fresh.db, &catcher(), fresh.folder.path());
        post.queue("outdated", "a").await;
        assert_eq!(post.worker().run_due().await.unwrap(), 1);
        assert_eq!(post.unsent().await, 0);
        assert!(post.way.catcher().unwrap().list(9).unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_mail_waits_while_the_server_does_not_answer() {
    for dialect in dialects() {
        let fresh = fresh(dialect).await;
        let nobody = Config {
            smtp_host: "127.0.0.1".into(),
            smtp_port: 1,
            from: "birge@example.kg".into(),
            ..Config::default()
        };
        let closed = Post::new(&fresh.db, &nobody, fresh.folder.path());
        closed.queue("greeting", "a").await;
        for _ in 0..5 {
            assert_eq!(closed.worker().run_due().await.unwrap(), 1);
            fresh.clock.advance(3_600_000);
        }
        assert_eq!(closed.unsent().await, 1);
        assert!(closed.way.check().await.is_err());
        let open = Post::new(&fresh.db, &catcher(), fresh.folder.path());
        assert_eq!(open.worker().run_due().await.unwrap(), 1);
        assert_eq!((open.unsent().await, open.way.catcher().unwrap().list(9).unwrap().len()), (0, 1));
    }
}

#[tokio::test]
async fn every_try_carries_the_same_message_id() {
    let folder = tempfile::TempDir::new().unwrap();
    let way = Transport::open(&catcher(), folder.path()).unwrap();
    let message = Message {
        to_name: "A".into(),
        to_address: "a@example.kg".into(),
        subject: "Two lines\r\nBcc: everybody@example.kg".into(),
        text: "text".into(),
        html: "html".into(),
    };
    let first = way.send("0000000000011", &message).await.unwrap();
    assert_eq!(first, "<0000000000011@example.kg>");
    assert_eq!(way.send("0000000000011", &message).await.unwrap(), first);
    let raw = std::fs::read_to_string(folder.path().join("mail/0000000000011.eml")).unwrap();
    assert!(raw.contains("Message-ID: <0000000000011@example.kg>\r\n"), "{raw}");
    assert!(!raw.contains("\r\nBcc:"), "a subject cannot add a header: {raw}");
    assert_eq!(way.catcher().unwrap().list(9).unwrap().len(), 1);
}

/// A mail server that refuses every recipient with this answer, for as many connections as come.
async fn refusing(answer: &'static str) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let (from, mut to) = stream.into_split();
            let mut lines = BufReader::new(from).lines();
            to.write_all(b"220 here\r\n").await.unwrap();
            while let Ok(Some(line)) = lines.next_line().await {
                let said = match line.split([' ', ':']).next() {
                    Some("RCPT") => answer,
                    _ => "250 fine\r\n",
                };
                if to.write_all(said.as_bytes()).await.is_err() {
                    break;
                }
            }
        }
    });
    port
}

#[tokio::test]
async fn a_mailbox_that_is_not_there_is_given_up_and_another_refusal_is_not() {
    for (answer, parked) in
        [("550 no such user\r\n", 1), ("450 come back later\r\n", 0), ("554 not you\r\n", 0)]
    {
        let fresh = fresh(Dialect::Sqlite).await;
        let config = Config {
            smtp_host: "127.0.0.1".into(),
            smtp_port: refusing(answer).await,
            smtp_encryption: Encryption::None,
            ..Config::default()
        };
        let post = Post::new(&fresh.db, &config, fresh.folder.path());
        post.queue("greeting", "a").await;
        assert_eq!(post.worker().run_due().await.unwrap(), 1);
        let given_up = jobs::parked(&mut fresh.db.read().await.unwrap()).await.unwrap();
        assert_eq!(given_up.len(), parked, "{answer}: {given_up:?}");
    }
}
