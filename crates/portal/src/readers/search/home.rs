//! Where the index lives: numbered folders below `search/` in the folder of the data, and a file that names the one in
//! use. A rebuild makes the next one and then changes the file, in this process or in another: search goes on meanwhile.

use anyhow::Context;
use std::fs::File;
use std::path::{Path, PathBuf};

const CURRENT: &str = "CURRENT";

pub struct Home(PathBuf);

impl Home {
    pub fn of(data_dir: &Path) -> Home {
        Home(data_dir.join("search"))
    }

    /// The folder in use, if one was ever made.
    pub fn current(&self) -> Option<PathBuf> {
        let name = std::fs::read_to_string(self.0.join(CURRENT)).ok()?;
        let name = name.trim();
        // Whoever wrote anything else into the file does not lead the portal out of its folder.
        name.bytes().all(|byte| byte.is_ascii_digit()).then(|| self.0.join(name))
    }

    /// A folder that nobody uses, for one who holds the lock.
    fn fresh(&self) -> anyhow::Result<PathBuf> {
        let highest = self.folders()?.into_iter().map(|(number, _)| number).max().unwrap_or(0);
        Ok(self.0.join(format!("{:06}", highest + 1)))
    }

    fn folders(&self) -> anyhow::Result<Vec<(u32, PathBuf)>> {
        let mut folders = Vec::new();
        for entry in std::fs::read_dir(&self.0)? {
            let path = entry?.path();
            let number = path.file_name().and_then(|name| name.to_str()?.parse().ok());
            folders.extend(number.map(|number| (number, path)));
        }
        Ok(folders)
    }

    /// For one rebuild at a time, of all processes on this folder. None while another one is at it.
    pub fn rebuilding(&self) -> anyhow::Result<Option<Rebuilding<'_>>> {
        std::fs::create_dir_all(&self.0).with_context(|| format!("{} cannot be made", self.0.display()))?;
        let lock = File::create(self.0.join("rebuild.lock"))?;
        match lock.try_lock() {
            Ok(()) => Ok(Some(Rebuilding { home: self, folder: self.fresh()?, _lock: lock })),
            Err(std::fs::TryLockError::WouldBlock) => Ok(None),
            Err(std::fs::TryLockError::Error(error)) => Err(error.into()),
        }
    }

    /// Bytes on disk, of all folders.
    pub fn size(&self) -> u64 {
        let folders = self.folders().unwrap_or_default();
        let files = folders.iter().filter_map(|(_, folder)| std::fs::read_dir(folder).ok()).flatten();
        files.filter_map(|file| Some(file.ok()?.metadata().ok()?.len())).sum()
    }
}

pub struct Rebuilding<'h> {
    home: &'h Home,
    pub folder: PathBuf,
    _lock: File,
}

impl Rebuilding<'_> {
    /// The new folder is the one from now on, and the others go. Whoever has one of them open reads on until they look again.
    pub fn done(self) -> anyhow::Result<()> {
        let name = self.folder.file_name().expect("a folder has a name").to_string_lossy().into_owned();
        let next = self.home.0.join("CURRENT.next");
        std::fs::write(&next, name)?;
        std::fs::rename(next, self.home.0.join(CURRENT))?;
        for (_, folder) in self.home.folders()? {
            if folder != self.folder {
                // On the next rebuild, if it is not possible now.
                let _ = std::fs::remove_dir_all(folder);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rebuild_takes_the_place_of_the_index_when_it_is_done() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::of(folder.path());
        assert_eq!(home.current(), None);
        for _ in 0..2 {
            let before = home.current();
            let rebuilding = home.rebuilding().unwrap().expect("nobody else rebuilds");
            assert!(home.rebuilding().unwrap().is_none(), "one at a time");
            std::fs::create_dir(&rebuilding.folder).unwrap();
            let made = rebuilding.folder.clone();
            assert_eq!(home.current(), before, "until it is done the old one is in use");
            rebuilding.done().unwrap();
            assert_eq!(home.current(), Some(made));
            assert_eq!(home.folders().unwrap().len(), 1);
        }
    }

    #[test]
    fn the_file_does_not_lead_anywhere_else() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::of(folder.path());
        std::fs::create_dir(folder.path().join("search")).unwrap();
        std::fs::write(folder.path().join("search/CURRENT"), "../files").unwrap();
        assert_eq!(home.current(), None);
    }
}
