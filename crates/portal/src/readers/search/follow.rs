//! Keeps the index in step with the log. Each instance keeps its own: how far it has come stands in the index itself, not
//! in the database, so that rows and index cannot say different things after a restart.

use super::home::Home;
use super::index::{Opened, Writer};
use super::keeper::Keeper;
use super::snapshot::Snapshot;
use super::synonyms::Synonyms;
use super::{log, rebuild};
use crate::web::App;
use crate::web::search::Entry;
use platform::activity::{self, Position};
use platform::subject::Subject;
use std::path::PathBuf;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::Instant;

/// Commits of the index are not closer together: several changes share one.
const PAUSE: Duration = Duration::from_millis(400);
/// How often to look for what other instances changed.
const LOOK: Duration = Duration::from_millis(500);
/// A writer that had nothing to do for so long gives its memory back.
const IDLE: Duration = Duration::from_secs(30);
/// Queries are counted in memory for so long before they reach the database.
const COUNTED: Duration = Duration::from_secs(60);

pub struct Follower {
    app: App,
    home: Home,
    opened: Option<(PathBuf, Opened)>,
    writer: Option<Writer>,
    position: Position,
    written: Instant,
    counted: Instant,
}

impl Follower {
    pub fn new(app: App) -> Follower {
        let home = Home::of(&app.data_dir);
        let now = Instant::now();
        Follower { app, home, opened: None, writer: None, position: Position(0), written: now, counted: now }
    }

    fn keeper(&self) -> &Keeper {
        self.app.part()
    }

    /// Brings the index up to the end of the log; makes it, if there is none.
    pub async fn catch_up(&mut self) -> anyhow::Result<()> {
        self.open().await?;
        loop {
            let mut tx = self.app.db.read().await?;
            let events = activity::after(&mut tx, self.position, 200).await?;
            let Some(last) = events.last() else {
                self.keeper().is_at(self.position.0, self.position.0);
                return Ok(());
            };
            let last = Position(last.seq);
            let head = activity::head(&mut tx).await?;
            self.keeper().is_at(self.position.0, head.0);
            let mut groups: Vec<(&'static str, Subject)> = Vec::new();
            let mut say_the_same = false;
            for event in &events {
                for feature in self.app.features {
                    let owns = feature.owns(event);
                    say_the_same |= owns && feature.synonyms.is_some();
                    let Some(search) = feature.search else { continue };
                    if !owns && !search.follows.contains(&event.kind.as_str()) {
                        continue;
                    }
                    for group in (search.touched)(event) {
                        if !groups.contains(&(feature.name, group)) {
                            groups.push((feature.name, group));
                        }
                    }
                }
            }
            let mut entries = Vec::new();
            for feature in self.app.features {
                let own = groups.iter().filter(|(name, _)| *name == feature.name);
                let own: Vec<Subject> = own.map(|(_, group)| *group).collect();
                if let Some(search) = feature.search.filter(|_| !own.is_empty()) {
                    entries.extend((search.load)(&self.app, &mut tx, &own).await?);
                }
            }
            drop(tx);
            if say_the_same {
                self.read_synonyms().await?;
            }
            let mut changed: Vec<Subject> = groups.into_iter().map(|(_, group)| group).collect();
            // What touched them may have been no group of theirs.
            changed.extend(entries.iter().map(|entry| entry.group));
            self.write(changed, entries, last).await?;
            self.position = last;
        }
    }

    /// Opens the index that is in use, if it is not the one that is open; builds the first one.
    async fn open(&mut self) -> anyhow::Result<()> {
        let current = self.home.current();
        if let Some((folder, _)) = &self.opened
            && current.as_ref() == Some(folder)
        {
            return Ok(());
        }
        (self.writer, self.opened) = (None, None);
        let found = current.and_then(|folder| Some((folder.clone(), Opened::open(&folder)?)));
        let (folder, opened) = match found {
            Some(found) => found,
            None => {
                rebuild::run(&self.app, |_| {}).await?;
                let folder = self.home.current().unwrap_or_default();
                let opened = Opened::open(&folder);
                (
                    folder,
                    opened.ok_or_else(|| anyhow::anyhow!("the index that was just built does not open"))?,
                )
            }
        };
        self.position = Position(opened.mark().map_or(0, |mark| mark.position));
        self.read_synonyms().await?;
        self.keeper().show(Snapshot::of(&opened)?);
        self.opened = Some((folder, opened));
        Ok(())
    }

    async fn read_synonyms(&self) -> anyhow::Result<()> {
        let mut groups = Vec::new();
        let mut tx = self.app.db.read().await?;
        for load in self.app.features.iter().filter_map(|feature| feature.synonyms) {
            groups.extend(load(&mut tx).await?);
        }
        self.keeper().set_synonyms(Synonyms::new(groups));
        Ok(())
    }

    /// Writes in a thread of its own: words are analysed there, and the disk is waited for.
    async fn write(
        &mut self,
        groups: Vec<Subject>,
        entries: Vec<Entry>,
        up_to: Position,
    ) -> anyhow::Result<()> {
        // Events that change nothing to be found are passed over; after a restart they are looked at again.
        if groups.is_empty() {
            return Ok(());
        }
        let (_, opened) = self.opened.as_ref().expect("it was opened before");
        let mut writer = match self.writer.take() {
            Some(writer) => writer,
            None => opened.writer()?,
        };
        let written = tokio::task::spawn_blocking(move || -> anyhow::Result<Writer> {
            for group in groups {
                writer.forget(&group.to_string());
            }
            for entry in &entries {
                writer.add(entry)?;
            }
            writer.commit(up_to)?;
            Ok(writer)
        });
        self.writer = Some(written.await??);
        self.written = Instant::now();
        opened.reader.reload()?;
        self.keeper().show(Snapshot::of(opened)?);
        Ok(())
    }

    /// What is to be done now and then.
    pub async fn tidy(&mut self) -> anyhow::Result<()> {
        if self.written.elapsed() > IDLE {
            self.writer = None;
        }
        if self.counted.elapsed() > COUNTED {
            self.counted = Instant::now();
            self.write_counts().await?;
        }
        Ok(())
    }

    pub async fn write_counts(&self) -> platform::db::Result<()> {
        log::write_down(&self.app).await
    }
}

/// Follows until `stop` turns true.
pub async fn follow(app: App, mut stop: watch::Receiver<bool>) {
    let mut recorded = app.db.recorded();
    let mut follower = Follower::new(app.clone());
    while !*stop.borrow() {
        recorded.mark_unchanged();
        let mut done = follower.catch_up().await;
        if done.is_ok() {
            done = follower.tidy().await;
        }
        let mut pause = PAUSE;
        if let Err(error) = done {
            tracing::warn!(error = format!("{error:#}"), "the index for search could not follow the log");
            // Whatever it was, the index on disk is as it was at its last commit.
            follower = Follower::new(app.clone());
            pause = Duration::from_secs(5);
        }
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            _ = stop.changed() => break,
        }
        tokio::select! {
            _ = recorded.changed() => {}
            () = tokio::time::sleep(LOOK) => {}
            _ = stop.changed() => {}
        }
    }
    if let Err(error) = log::write_down(&app).await {
        tracing::warn!(%error, "the last queries were not counted");
    }
}
