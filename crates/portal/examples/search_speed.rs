//! Measures search and writes `bench/results/search.md`: `cargo run --release -p portal --example search_speed`.
//!
//! First the index alone, at 2,000 and at 200,000 entries, then whole pages over 2,000 editions in SQLite, from the
//! request to the body. Nothing else should run meanwhile; what counts are the ratios, not the times.

use platform::db::Dialect;
use portal::readers::search::speed;
use portal::seed;
use portal::testing::TestPortal;
use rustix::time::ClockId;
use std::fmt::Write;
use std::time::{Duration, Instant};

const QUERIES: [&str; 10] = [
    "жол",
    "кампания",
    "адам сатуу",
    "торговля людьми",
    "road",
    "мигранты",
    "тренинг журналистов",
    "эскертме",
    "закон",
    "безопасная миграция",
];

fn used(clock: ClockId) -> Duration {
    let time = rustix::time::clock_gettime(clock);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or(0))
}

/// Of the processor by this thread alone: what the index merges meanwhile is no part of a search.
fn by_thread() -> Duration {
    used(ClockId::ThreadCPUTime)
}

fn memory_mb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0) / 1024
}

fn main() -> anyhow::Result<()> {
    let mut out =
        String::from("# Search\n\nMade by `cargo run --release -p portal --example search_speed`. ");
    out += "Milliseconds; processor seconds for 1,000 searches.\n";
    for entries in [2_000, 200_000] {
        let folder = tempfile::tempdir()?;
        let started = Instant::now();
        speed::build(folder.path(), entries)?;
        let seconds = started.elapsed().as_secs_f32();
        let searches = speed::search(folder.path(), by_thread)?;
        let files = std::fs::read_dir(folder.path())?;
        let bytes: u64 = files.filter_map(|file| Some(file.ok()?.metadata().ok()?.len())).sum();
        let (megabytes, memory) = (bytes / 1_000_000, memory_mb());
        writeln!(
            out,
            "\n## {entries} entries: built in {seconds:.0} s, {megabytes} MB on disk, {memory} MB in memory beside it\n"
        )?;
        out += "| Looked for | hits | p50 | p95 | CPU s |\n|---|---:|---:|---:|---:|\n";
        for timed in searches {
            let (p50, p95) = (timed.p50.as_secs_f32() * 1e3, timed.p95.as_secs_f32() * 1e3);
            let (what, hits, cpu) = (timed.what, timed.hits, timed.thousand.as_secs_f32());
            writeln!(out, "| {what} | {hits} | {p50:.2} | {p95:.2} | {cpu:.2} |")?;
        }
        print!("{out}");
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(pages(&mut out))?;
    std::fs::write("bench/results/search.md", &out)?;
    println!("{out}");
    Ok(())
}

/// Whole pages of a guest.
async fn pages(out: &mut String) -> anyhow::Result<()> {
    let portal = TestPortal::empty(Dialect::Sqlite).await;
    seed::run(&portal.app, &seed::Plan::load(2_000)?).await?;
    portal.index().await;
    let guest = portal.guest();
    let addresses = QUERIES.map(|query| {
        let query = form_urlencoded::Serializer::new(String::new()).append_pair("q", query).finish();
        format!("/ru/search?{query}")
    });
    for address in &addresses {
        guest.get(address).await;
    }
    let (before, mut times) = (used(ClockId::ProcessCPUTime), Vec::new());
    for number in 0..1000 {
        let started = Instant::now();
        guest.get(&addresses[number % addresses.len()]).await;
        times.push(started.elapsed());
    }
    let cpu = (used(ClockId::ProcessCPUTime) - before).as_secs_f32();
    times.sort_unstable();
    let (p50, p95) = (times[500].as_secs_f32() * 1e3, times[950].as_secs_f32() * 1e3);
    writeln!(
        out,
        "\n## Whole pages over 2,000 editions\n\np50 {p50:.2}, p95 {p95:.2}, {cpu:.2} CPU s for 1,000 pages, each loaded from the sections again and rendered."
    )?;
    Ok(())
}
