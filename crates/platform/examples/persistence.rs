//! What the face over both databases costs, for `docs/adr/0001-persistence.md`: a list and a change, with one reader
//! and with sixteen at once. Nothing of HTTP, rights or templates is in it.
//!
//! `FSYNC=on e2e/postgres cargo run --release -p platform --example persistence` prints the table on both databases;
//! without `e2e/postgres` it prints SQLite's. The database's own process counts apart.

use platform::activity::NewActivity;
use platform::actor::Actor;
use platform::clock::Clock;
use platform::db::{Db, Dialect, Migration, Query, id_list};
use platform::ids::Ids;
use platform::params;
use platform::subject::Subject;
use platform::testing::{dialects, location};
use std::fmt::Write;
use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

const TEXTS: i64 = 20_000;
const LASTS: Duration = Duration::from_secs(5);
/// The processor's time is told in hundredths of a second.
const TICK: f64 = 0.01;

platform::sql! {
    INSERT: "INSERT INTO texts (id, publisher_id, language, title, summary, published_at) VALUES (?, ?, ?, ?, ?, ?)";
    PUBLISHER: "INSERT INTO publishers (id, name) VALUES (?, ?)";
    LABEL: "INSERT INTO labels (text_id, label) VALUES (?, ?) ON CONFLICT DO NOTHING";
    LIST: "SELECT t.id, t.title, t.summary, t.published_at, p.name FROM texts t JOIN publishers p ON p.id = t.publisher_id
           WHERE t.language = ? AND EXISTS (SELECT 1 FROM labels l WHERE l.text_id = t.id AND l.label = ?)
           ORDER BY t.published_at DESC, t.id DESC LIMIT 20";
    LABELS: "SELECT text_id, label FROM labels WHERE text_id IN {bigints} ORDER BY text_id, label";
    TITLE: "SELECT title FROM texts WHERE id = ?";
    RENAME: "UPDATE texts SET title = ? WHERE id = ?";
    CLEAR: "DELETE FROM labels WHERE text_id = ?";
    ANALYZE: "ANALYZE";
    BACKEND: "SELECT pg_backend_pid()";
}

const TABLES: &str = "
CREATE TABLE publishers (
    id BIGINT PRIMARY KEY,
    name TEXT NOT NULL
);
CREATE TABLE texts (
    id BIGINT PRIMARY KEY,
    publisher_id BIGINT NOT NULL,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    published_at BIGINT NOT NULL
);
CREATE INDEX texts_listed ON texts (language, published_at, id);
CREATE TABLE labels (
    text_id BIGINT NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (text_id, label)
);
";

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    println!("| database | what | at once | a second | µs of ours | µs of the database's process |");
    println!("|---|---|---|---|---|---|");
    for dialect in dialects() {
        let folder = tempfile::tempdir()?;
        let clock = Clock::system();
        let at = location(dialect, folder.path()).await;
        let db = Db::open(&at, clock.clone(), Ids::system(clock)).await?;
        db.migrate(&tables()).await?;
        fill(&db).await?;
        let server = server_of(&db).await?;
        for readers in [1, 16] {
            let cost =
                measure(&db, server, readers, |db, number| async move { list(&db, number).await }).await?;
            cost.print(dialect, "list of 20 of 20,000, with labels", readers);
        }
        for writers in [1, 16] {
            let cost =
                measure(&db, server, writers, |db, number| async move { change(&db, number).await }).await?;
            cost.print(dialect, "change of eight statements, with its event", writers);
        }
    }
    Ok(())
}

/// The platform's own tables, and those of this program.
fn tables() -> Vec<Migration> {
    [
        ("0001_platform.sql", include_str!("../../../migrations/0001_platform.sql")),
        ("0002_persistence.sql", TABLES),
        ("0014_activity_chain.sql", include_str!("../../../migrations/0014_activity_chain.sql")),
    ]
    .map(|(file, text)| Migration { file: file.into(), text: text.into() })
    .into()
}

async fn fill(db: &Db) -> anyhow::Result<()> {
    let actor = Actor::System("persistence");
    let mut tx = db.write(&actor).await?;
    for id in 1..=50_i64 {
        tx.run(&PUBLISHER, params![id, format!("Издатель {id}")]).await?;
    }
    tx.commit_unrecorded("rows to measure").await?;
    for thousand in 0..TEXTS / 1000 {
        let mut tx = db.write(&actor).await?;
        for id in thousand * 1000 + 1..=thousand * 1000 + 1000 {
            let language = ["ky", "ru", "en"][usize::try_from(id % 3)?];
            let summary = format!("Краткое изложение текста {id}, какое стоит под заголовком в списке.");
            let row =
                params![id, id % 50 + 1, language, format!("Заголовок текста {id}"), summary, id * 1000];
            tx.run(&INSERT, row).await?;
            for label in [id % 4, 10 + id % 9, 20 + id % 5] {
                tx.run(&LABEL, params![id, format!("label-{label}")]).await?;
            }
        }
        tx.commit_unrecorded("rows to measure").await?;
    }
    if db.dialect() == Dialect::Postgres {
        // Its own service does this sooner or later; here it shall not depend on when.
        let mut tx = db.write(&actor).await?;
        tx.run(&ANALYZE, params![]).await?;
        tx.commit_unrecorded("statistics").await?;
    }
    Ok(())
}

/// A page of about seven kilobytes from two statements.
async fn list(db: &Db, number: u64) -> anyhow::Result<()> {
    let mut tx = db.read().await?;
    let label = format!("label-{}", number % 4);
    let rows: Vec<(i64, String, String, i64, String)> = tx.all(&LIST, params!["ru", label]).await?;
    anyhow::ensure!(rows.len() == 20, "the list has {} rows", rows.len());
    let ids = id_list(rows.iter().map(|row| row.0));
    let labels: Vec<(i64, String)> = tx.all(&LABELS, params![ids]).await?;
    let mut page = String::with_capacity(8192);
    for (id, title, summary, at, publisher) in rows {
        write!(
            page,
            "<li><h2><a href=\"/{id}\">{title}</a></h2><p>{summary}</p><time>{at}</time>{publisher}"
        )?;
        for (_, label) in labels.iter().filter(|(of, _)| *of == id) {
            write!(page, "<span>{label}</span>")?;
        }
    }
    std::hint::black_box(page);
    Ok(())
}

/// Five statements here and three with the event: its number, itself, its hash.
async fn change(db: &Db, number: u64) -> anyhow::Result<()> {
    let id = i64::try_from(number)? * 7919 % TEXTS + 1;
    let mut tx = db.write(&Actor::System("persistence")).await?;
    let title: Option<String> = tx.one(&TITLE, params![id]).await?;
    let title = title.ok_or_else(|| anyhow::anyhow!("no text {id}"))?;
    tx.run(&RENAME, params![format!("Заголовок текста {id}, правка {number}"), id]).await?;
    tx.run(&CLEAR, params![id]).await?;
    for label in [number % 4, 10 + number % 9] {
        tx.run(&LABEL, params![id, format!("label-{label}")]).await?;
    }
    let data = serde_json::json!({ "title": title });
    tx.record(NewActivity {
        kind: "persistence.text.changed",
        subject: Subject::new("persistence.text", id),
        scope: None,
        data,
    });
    Ok(tx.commit().await?)
}

struct Cost {
    rate: f64,
    own: f64,
    server: Option<f64>,
}

impl Cost {
    fn print(&self, dialect: Dialect, what: &str, at_once: usize) {
        let server = self.server.map(|micros| format!("{micros:.0}")).unwrap_or_default();
        println!(
            "| {} | {what} | {at_once} | {:.0} | {:.0} | {server} |",
            dialect.name(),
            self.rate,
            self.own
        );
    }
}

async fn measure<F, Done>(db: &Db, server: Option<u32>, at_once: usize, work: F) -> anyhow::Result<Cost>
where
    F: Fn(Db, u64) -> Done + Copy + Send + 'static,
    Done: Future<Output = anyhow::Result<()>> + Send,
{
    for number in 0..200 {
        work(db.clone(), number).await?;
    }
    let done = Arc::new(AtomicU64::new(0));
    let (own, servers) = (cpu("self")?, server.map(cpu_below).transpose()?);
    let begun = Instant::now();
    let tasks: Vec<_> = (0..at_once)
        .map(|_| {
            let (db, done) = (db.clone(), Arc::clone(&done));
            tokio::spawn(async move {
                while begun.elapsed() < LASTS {
                    work(db.clone(), done.fetch_add(1, Ordering::Relaxed)).await?;
                }
                anyhow::Ok(())
            })
        })
        .collect();
    for task in tasks {
        task.await??;
    }
    #[expect(clippy::cast_precision_loss, reason = "counts of some seconds are small")]
    let count = done.load(Ordering::Relaxed) as f64;
    let micros = |seconds: f64| seconds / count * 1e6;
    let server = match (server, servers) {
        (Some(pid), Some(before)) => Some(micros(cpu_below(pid)? - before)),
        _ => None,
    };
    Ok(Cost { rate: count / begun.elapsed().as_secs_f64(), own: micros(cpu("self")? - own), server })
}

/// The process that PostgreSQL's others are children of.
async fn server_of(db: &Db) -> anyhow::Result<Option<u32>> {
    if db.dialect() == Dialect::Sqlite {
        return Ok(None);
    }
    let backend: Option<i64> = db.read().await?.one(&BACKEND, params![]).await?;
    let backend = backend.ok_or_else(|| anyhow::anyhow!("a backend has a number"))?;
    Ok(Some(stat(&backend.to_string())?.0))
}

fn cpu(process: &str) -> anyhow::Result<f64> {
    Ok(stat(process)?.1)
}

/// Of all children of a process together.
fn cpu_below(parent: u32) -> anyhow::Result<f64> {
    let mut sum = 0.0;
    for entry in fs::read_dir("/proc")? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        // One that ended meanwhile is not there any more.
        if name.bytes().all(|byte| byte.is_ascii_digit())
            && let Ok((of, seconds)) = stat(&name)
            && of == parent
        {
            sum += seconds;
        }
    }
    Ok(sum)
}

/// The parent of a process, and the seconds of processor it has used.
fn stat(process: &str) -> anyhow::Result<(u32, f64)> {
    let text = fs::read_to_string(format!("/proc/{process}/stat"))?;
    let (_, fields) = text.rsplit_once(") ").ok_or_else(|| anyhow::anyhow!("strange: {text}"))?;
    let fields: Vec<&str> = fields.split(' ').collect();
    let ticks = fields[11].parse::<u32>()? + fields[12].parse::<u32>()?;
    Ok((fields[1].parse()?, f64::from(ticks) * TICK))
}
