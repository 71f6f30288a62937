//! Builds the whole index from what the sections have, into a new folder. Search goes on with the old one meanwhile, also
//! in a portal that runs in another process on the same folder: it looks at the file that names the folder in use.

use super::home::Home;
use super::index::{Opened, Writer};
use crate::web::App;
use crate::web::search::Entry;
use anyhow::Context;
use platform::activity;
use platform::subject::Subject;

/// `progress` hears after each step how many entries there are.
pub async fn run(app: &App, mut progress: impl FnMut(u64)) -> anyhow::Result<u64> {
    let home = Home::of(&app.data_dir);
    let rebuilding = home.rebuilding()?.context("another rebuild is at work on this folder; wait for it")?;
    let opened = Opened::create(&rebuilding.folder)?;
    let mut writer = opened.builder()?;
    // Taken before anything is read: what changes meanwhile is after it in the log, and is taken up from there.
    let position = activity::head(&mut app.db.read().await?).await?;
    let mut count = 0;
    for search in app.features.iter().filter_map(|feature| feature.search) {
        let mut after = i64::MIN;
        loop {
            let mut tx = app.db.read().await?;
            let subjects: Vec<Subject> = (search.list)(app, &mut tx, after).await?;
            let Some(last) = subjects.last() else { break };
            after = last.id;
            let entries = (search.load)(app, &mut tx, &subjects).await?;
            drop(tx);
            count += entries.len() as u64;
            writer = add(writer, entries).await?;
            progress(count);
        }
    }
    let finished = tokio::task::spawn_blocking(move || -> anyhow::Result<()> {
        writer.commit(position)?;
        writer.finish()
    });
    finished.await??;
    rebuilding.done()?;
    Ok(count)
}

async fn add(writer: Writer, entries: Vec<Entry>) -> anyhow::Result<Writer> {
    let added = tokio::task::spawn_blocking(move || -> anyhow::Result<Writer> {
        entries.iter().try_for_each(|entry| writer.add(entry))?;
        Ok(writer)
    });
    added.await?
}
