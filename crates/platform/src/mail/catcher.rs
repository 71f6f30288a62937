//! A mailbox for development: every mail lies as an `.eml` file in the data folder and can be read in the browser.

use mail_parser::MessageParser;
use std::path::{Path, PathBuf};

pub struct Catcher {
    folder: PathBuf,
}

/// A caught mail, as a reader would see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caught {
    pub id: String,
    pub to: String,
    pub subject: String,
    pub text: String,
    pub html: String,
}

impl Catcher {
    pub fn open(data_dir: &Path) -> anyhow::Result<Self> {
        let folder = data_dir.join("mail");
        std::fs::create_dir_all(&folder)
            .map_err(|error| anyhow::anyhow!("the folder {} cannot be made: {error}", folder.display()))?;
        Ok(Self { folder })
    }

    /// The file's name is the mail's id, so that a repeated try does not make a second mail. Written beside its
    /// place first: who looks meanwhile must not see half a mail.
    pub async fn keep(&self, id: &str, mail: &[u8]) -> anyhow::Result<()> {
        let beside = self.folder.join(format!("{id}.part"));
        tokio::fs::write(&beside, mail).await?;
        Ok(tokio::fs::rename(beside, self.folder.join(format!("{id}.eml"))).await?)
    }

    /// The newest first; ids grow with time.
    pub fn list(&self, limit: usize) -> anyhow::Result<Vec<Caught>> {
        let mut names: Vec<PathBuf> = std::fs::read_dir(&self.folder)?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|ending| ending == "eml"))
            .collect();
        names.sort();
        names.into_iter().rev().take(limit).map(|path| read(&path)).collect()
    }

    pub fn get(&self, id: &str) -> anyhow::Result<Option<Caught>> {
        let plain = id.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let path = self.folder.join(format!("{id}.eml"));
        if plain && path.is_file() { read(&path).map(Some) } else { Ok(None) }
    }
}

fn read(path: &Path) -> anyhow::Result<Caught> {
    let raw = std::fs::read(path)?;
    let mail = MessageParser::default()
        .parse(&raw)
        .ok_or_else(|| anyhow::anyhow!("{} is not a mail", path.display()))?;
    let to = mail.to().and_then(|to| to.first());
    Ok(Caught {
        id: path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default(),
        to: to.and_then(|to| to.address()).unwrap_or_default().to_owned(),
        subject: mail.subject().unwrap_or_default().to_owned(),
        text: mail.body_text(0).unwrap_or_default().into_owned(),
        html: mail.body_html(0).unwrap_or_default().into_owned(),
    })
}
