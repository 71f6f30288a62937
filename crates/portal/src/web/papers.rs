//! Papers: what somebody downloads and prints, as PDF and DOCX, for every section that has something to put on one.
//!
//! DOCX is written here. PDF is set by `birge-typeset`, an executable beside this one that is never linked in: it is
//! started for each paper, gets JSON, gives a PDF, and has little memory and time. Where it is missing, people are told
//! and take the DOCX. What was made is kept by what it holds, so a paper that many people take is made once, and
//! nothing ever has to be dropped because it changed.

use super::bounded::Bounded;
use super::context::Ctx;
use super::error::Error;
use axum::body::Body;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use http::{HeaderMap, HeaderValue, StatusCode};
use paper::{Fact, Paper};
use sha2::{Digest, Sha256};
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::{Child, Command};
use tokio::sync::Semaphore;

const PROGRAM: &str = "birge-typeset";
/// Each takes a core and up to a gigabyte; the program limits itself to that.
const AT_ONCE: usize = 2;
const WITHIN: Duration = Duration::from_secs(40);
/// How long a reader waits for a place before they are asked to come again.
const PATIENCE: Duration = Duration::from_secs(20);
const LONGEST_PDF: u64 = 64 << 20;
/// Some hundred papers of usual length.
const KEPT_BYTES: usize = 24 << 20;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    Pdf,
    Docx,
}

impl Format {
    pub fn ending(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Docx => "docx",
        }
    }

    fn media_type(self) -> &'static str {
        match self {
            Format::Pdf => "application/pdf",
            Format::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        }
    }
}

#[derive(Debug)]
pub enum CannotMake {
    /// The typesetter is not installed.
    NotThere,
    /// Too many people want papers at once.
    Busy,
    /// It took more time or memory than an honest text needs, or the program failed.
    Failed(anyhow::Error),
}

pub struct Papers {
    program: PathBuf,
    room: Semaphore,
    made: Mutex<Bounded<[u8; 32], Bytes>>,
}

impl Papers {
    /// The typesetter is looked for beside the running program each time, so it may be put there later.
    pub fn beside_this_program() -> Papers {
        let folder = std::env::current_exe().ok().and_then(|path| Some(path.parent()?.to_owned()));
        Papers::set_by(folder.unwrap_or_default().join(PROGRAM))
    }

    fn set_by(program: PathBuf) -> Papers {
        Papers { program, room: Semaphore::new(AT_ONCE), made: Mutex::new(Bounded::new(KEPT_BYTES)) }
    }

    /// The paper as a file, and the hash of what it holds.
    pub async fn make(&self, paper: &Paper, format: Format) -> Result<(Bytes, [u8; 32]), CannotMake> {
        let json = serde_json::to_vec(paper).map_err(|error| CannotMake::Failed(error.into()))?;
        let key: [u8; 32] = Sha256::new().chain_update(format.ending()).chain_update(&json).finalize().into();
        if let Some(known) = self.made().get(&key) {
            return Ok((known.clone(), key));
        }
        let bytes = match format {
            Format::Docx => {
                paper::docx::write(paper).map_err(|error| CannotMake::Failed(error.into()))?.into()
            }
            Format::Pdf => {
                let place = tokio::time::timeout(PATIENCE, self.room.acquire()).await;
                let _place = place.map_err(|_| CannotMake::Busy)?.expect("the semaphore is never closed");
                // Somebody who wanted the same may have had the place before.
                if let Some(known) = self.made().get(&key) {
                    return Ok((known.clone(), key));
                }
                self.set(json).await?
            }
        };
        self.made().insert(key, bytes.clone(), bytes.len());
        Ok((bytes, key))
    }

    async fn set(&self, json: Vec<u8>) -> Result<Bytes, CannotMake> {
        let child = Command::new(&self.program)
            .env_clear()
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn();
        let child = child.map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => CannotMake::NotThere,
            _ => CannotMake::Failed(error.into()),
        })?;
        match tokio::time::timeout(WITHIN, talk(child, json)).await {
            Ok(answer) => answer.map(Bytes::from).map_err(CannotMake::Failed),
            Err(_) => Err(CannotMake::Failed(anyhow::anyhow!("{PROGRAM} took longer than {WITHIN:?}"))),
        }
    }

    /// For the operator: whether a PDF comes out.
    pub async fn check(&self) -> Result<String, String> {
        let fact = Fact { term: "Birge".into(), value: "ӨҮҢ".into() };
        let title = "Бирге".to_owned();
        let paper = Paper { language: "ky".into(), title, facts: vec![fact], ..Paper::default() };
        match self.make(&paper, Format::Pdf).await {
            Ok(_) => Ok(format!("{PROGRAM} sets PDF")),
            Err(CannotMake::NotThere) => Err(format!(
                "{} is not there: links to PDF say so, DOCX works. Put it beside `birge`",
                self.program.display()
            )),
            Err(CannotMake::Busy) => Err(format!("{PROGRAM} is busy")),
            Err(CannotMake::Failed(error)) => Err(format!("{error:#}")),
        }
    }

    fn made(&self) -> MutexGuard<'_, Bounded<[u8; 32], Bytes>> {
        self.made.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Gives the paper and takes the PDF.
async fn talk(mut child: Child, json: Vec<u8>) -> anyhow::Result<Vec<u8>> {
    let mut into = child.stdin.take().expect("it was piped");
    let out = child.stdout.take().expect("it was piped");
    let complaints = child.stderr.take().expect("it was piped");
    let give = async move {
        // Who refuses a paper does not read it to the end; what it says then counts.
        let _ = into.write_all(&json).await;
    };
    let (mut pdf, mut said) = (Vec::new(), Vec::new());
    let (mut out, mut complaints) = (out.take(LONGEST_PDF), complaints.take(1000));
    let (_, taken, _) = tokio::join!(give, out.read_to_end(&mut pdf), complaints.read_to_end(&mut said));
    taken?;
    let ended = child.wait().await?;
    anyhow::ensure!(ended.success(), "{ended}: {}", String::from_utf8_lossy(&said).trim());
    anyhow::ensure!(pdf.starts_with(b"%PDF-"), "{PROGRAM} gave something else than a PDF");
    Ok(pdf)
}

/// Answers with a paper to keep. `name` is what the file is called, without its ending.
pub async fn respond(
    ctx: &Ctx,
    paper: &Paper,
    format: Format,
    name: &str,
    request: &HeaderMap,
) -> Result<Response, Error> {
    let (bytes, hash) = ctx.app.papers.make(paper, format).await.map_err(|error| match error {
        CannotMake::NotThere => Error::Unavailable(ctx.l().t("web-paper-no-pdf").into_owned()),
        CannotMake::Busy => Error::Unavailable(ctx.l().t("web-paper-busy").into_owned()),
        CannotMake::Failed(error) => Error::Internal(format!("a paper could not be made: {error:#}")),
    })?;
    let hex: String = hash[..16].iter().map(|byte| format!("{byte:02x}")).collect();
    let etag = format!("\"{hex}\"");
    let known = request.get(IF_NONE_MATCH).is_some_and(|tags| {
        tags.to_str().is_ok_and(|tags| tags.split(',').any(|tag| tag.trim().trim_start_matches("W/") == etag))
    });
    let mut response = match known {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => Body::from(bytes).into_response(),
    };
    let headers = response.headers_mut();
    let value = |text: &str| HeaderValue::from_str(text).expect("it is ASCII of ours");
    headers.insert(ETAG, value(&etag));
    headers.insert(CONTENT_TYPE, value(format.media_type()));
    headers.insert(CONTENT_DISPOSITION, value(&disposition(name, format)));
    Ok(response)
}

/// A PDF opens in the browser, a DOCX is saved. The name as RFC 6266 asks: in ASCII for old programs, then as it is.
fn disposition(name: &str, format: Format) -> String {
    let how = if format == Format::Pdf { "inline" } else { "attachment" };
    let name: String =
        name.chars().filter(|sign| !sign.is_control() && !matches!(sign, '/' | '\\')).take(80).collect();
    let name = format!("{}.{}", name.trim(), format.ending());
    let mut encoded = String::new();
    for byte in name.bytes() {
        match byte {
            b'-' | b'.' | b'_' => encoded.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => encoded.push(char::from(byte)),
            byte => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    format!("{how}; filename=\"paper.{}\"; filename*=UTF-8''{encoded}", format.ending())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    fn paper() -> Paper {
        Paper { language: "ky".into(), title: "Салам".into(), ..Paper::default() }
    }

    /// Papers set by a script in the place of the typesetter.
    fn set_by(folder: &tempfile::TempDir, script: &str) -> Papers {
        let program = folder.path().join("typeset");
        std::fs::write(&program, format!("#!/bin/sh\n{script}\n")).unwrap();
        std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o700)).unwrap();
        Papers::set_by(program)
    }

    #[tokio::test]
    async fn the_same_paper_is_set_once() {
        let folder = tempfile::tempdir().unwrap();
        let counted = folder.path().join("count");
        let script = format!("/bin/cat > /dev/null; echo x >> {}; printf %%PDF-1.7", counted.display());
        let papers = set_by(&folder, &script);
        let first = papers.make(&paper(), Format::Pdf).await.unwrap();
        assert_eq!(first.0, Bytes::from("%PDF-1.7"));
        assert_eq!(papers.make(&paper(), Format::Pdf).await.unwrap(), first);
        let other = Paper { title: "Башка".into(), ..paper() };
        assert_ne!(papers.make(&other, Format::Pdf).await.unwrap().1, first.1);
        assert_eq!(std::fs::read_to_string(counted).unwrap().lines().count(), 2);
    }

    #[tokio::test]
    async fn what_the_typesetter_does_wrong_is_no_paper() {
        let folder = tempfile::tempdir().unwrap();
        let gone = Papers::set_by(folder.path().join("nowhere"));
        assert!(matches!(gone.make(&paper(), Format::Pdf).await, Err(CannotMake::NotThere)));
        assert!(gone.make(&paper(), Format::Docx).await.unwrap().0.starts_with(b"PK"));
        assert!(gone.check().await.unwrap_err().contains("is not there"));
        for (script, says) in
            [("echo oh >&2; exit 1", "oh"), ("/bin/cat", "something else"), ("kill -9 $$", "signal")]
        {
            let Err(CannotMake::Failed(error)) = set_by(&folder, script).make(&paper(), Format::Pdf).await
            else {
                panic!("{script} made a paper")
            };
            assert!(error.to_string().contains(says), "{error}");
        }
    }

    #[test]
    fn a_name_of_a_file_is_safe_in_a_header() {
        assert_eq!(
            disposition("Көч/\r\n\"a\"", Format::Docx),
            "attachment; filename=\"paper.docx\"; filename*=UTF-8''%D0%9A%D3%A9%D1%87%22a%22.docx"
        );
    }
}
