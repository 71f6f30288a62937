//! Work on dangerous bytes in a process of its own: this same program, started with one of its hidden commands, with no environment,
//! no file but its pipes, little memory and little time. Bytes in, bytes out. A file that kills it kills nothing else.
//!
//! What is done with the bytes is for those who declare a [`Task`]. Programs other than the portal, which means tests, do the work
//! in their own process, without the limits.

use std::ffi::OsStr;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use bytes::Bytes;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::{Child, Command};
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::files::SetAside;

/// One kind of work, the same for the process that asks and the one that does it.
pub struct Task {
    /// The hidden command.
    pub command: &'static str,
    /// From an argument and the bytes to the answer.
    pub work: fn(&str, &[u8]) -> Vec<u8>,
    /// Longer input is cut here, so the work sees that it is too long.
    pub most_bytes: usize,
    pub memory_bytes: u64,
    pub cpu_seconds: u64,
    /// The time on the clock after which the process is ended.
    pub within: Duration,
}

impl Task {
    /// What the hidden command does: limits its own process, reads the input, writes the answer. Never comes back to other work.
    ///
    /// # Errors
    /// If a limit cannot be set, or the one who asked has gone.
    pub fn serve(&self, argument: &str) -> io::Result<()> {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let limit = |most| Rlimit { current: Some(most), maximum: Some(most) };
        setrlimit(Resource::As, limit(self.memory_bytes))?;
        setrlimit(Resource::Cpu, limit(self.cpu_seconds))?;
        // No file is opened or made from here on.
        setrlimit(Resource::Nofile, limit(3))?;
        setrlimit(Resource::Fsize, limit(0))?;
        let mut bytes = Vec::new();
        io::stdin().lock().take(self.most_bytes as u64 + 1).read_to_end(&mut bytes)?;
        let answer = (self.work)(argument, &bytes);
        let mut out = io::stdout().lock();
        out.write_all(&answer)?;
        out.flush()
    }
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum NoAnswer {
    /// It took more time or memory than any honest file needs, or the program died of it.
    #[error("it took too much time or memory")]
    TooHard,
    /// Not the fault of the file.
    #[error("the process for it does not start: {0}")]
    Failed(io::Error),
}

/// What a child reads: bytes at hand, or a file that becomes its input and is in no memory but its own.
pub enum Input {
    Bytes(Bytes),
    File(SetAside),
}

impl From<Bytes> for Input {
    fn from(bytes: Bytes) -> Input {
        Input::Bytes(bytes)
    }
}

impl From<SetAside> for Input {
    fn from(file: SetAside) -> Input {
        Input::File(file)
    }
}

/// Starts children, and only so many at a time, since each may take all the memory it is allowed.
pub struct Children {
    program: Option<PathBuf>,
    room: Semaphore,
}

impl Children {
    /// Of this program, if its file has this name; of any other, which has no hidden commands, the work is done inside.
    pub fn of(program: &str, at_once: usize) -> Children {
        let this = std::env::current_exe().ok();
        let this = this.filter(|path| path.file_name() == Some(OsStr::new(program)));
        Children { program: this, room: Semaphore::new(at_once) }
    }

    /// Room for one child.
    pub async fn place(&self) -> Place<'_> {
        let permit = self.room.acquire().await.expect("the semaphore is never closed");
        Place { program: self.program.as_deref(), _permit: permit }
    }
}

/// To be held from before the input is in memory until the answer has been put away.
pub struct Place<'c> {
    program: Option<&'c Path>,
    _permit: SemaphorePermit<'c>,
}

impl Place<'_> {
    /// The answer of a child to this input. Dropping the future ends the child.
    pub async fn run(
        &self,
        task: &'static Task,
        argument: &str,
        input: impl Into<Input>,
    ) -> Result<Vec<u8>, NoAnswer> {
        let input = input.into();
        let Some(program) = self.program else {
            let bytes = match input {
                Input::Bytes(bytes) => bytes,
                Input::File(file) => file.bytes().await.map_err(NoAnswer::Failed)?,
            };
            let argument = argument.to_owned();
            let work = tokio::task::spawn_blocking(move || (task.work)(&argument, &bytes));
            return work.await.map_err(|_| NoAnswer::TooHard);
        };
        let (stdin, bytes) = match input {
            Input::Bytes(bytes) => (Stdio::piped(), bytes),
            Input::File(file) => (Stdio::from(file.into_file().await), Bytes::new()),
        };
        let child = Command::new(program)
            .args([task.command, "--", argument])
            .env_clear()
            .current_dir("/")
            .stdin(stdin)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .map_err(NoAnswer::Failed)?;
        match tokio::time::timeout(task.within, talk(child, bytes)).await {
            Ok(Some(answer)) => Ok(answer),
            Ok(None) | Err(_) => Err(NoAnswer::TooHard),
        }
    }
}

/// Gives the bytes, unless the input is a file, and takes the answer; nothing if the process died of it.
async fn talk(mut child: Child, bytes: Bytes) -> Option<Vec<u8>> {
    let into = child.stdin.take();
    let mut out = child.stdout.take().expect("it was piped");
    // Both at once, or each would wait for the other when a pipe is full.
    let give = async move {
        if let Some(mut into) = into {
            // A child that knows enough reads no further.
            let _ = into.write_all(&bytes).await;
        }
    };
    let mut answer = Vec::new();
    let ((), taken) = tokio::join!(give, out.read_to_end(&mut answer));
    let ended = child.wait().await.ok()?;
    (taken.is_ok() && ended.success()).then_some(answer)
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn task(work: fn(&str, &[u8]) -> Vec<u8>) -> Task {
        let within = Duration::from_secs(5);
        Task { command: "cat", work, most_bytes: 1 << 20, memory_bytes: 1 << 30, cpu_seconds: 5, within }
    }

    /// Another program in the place of this one: it gets the command and the argument after `sh -c 'script'`.
    fn program(script: &str) -> (Children, tempfile::TempPath) {
        use std::os::unix::fs::PermissionsExt;
        let file = tempfile::Builder::new().permissions(std::fs::Permissions::from_mode(0o700)).tempfile();
        let mut file = file.expect("a temporary file");
        file.write_all(format!("#!/bin/sh\n{script}\n").as_bytes()).expect("it can be written");
        let path = file.into_temp_path();
        (Children { program: Some(path.to_path_buf()), room: Semaphore::new(1) }, path)
    }

    static ECHO: Task = task(|argument, bytes| [argument.as_bytes(), bytes].concat());
    static PANIC: Task = task(|_, _| panic!("of the file"));

    #[tokio::test]
    async fn without_a_program_the_work_is_done_inside_and_a_panic_is_no_more_than_a_bad_file() {
        let inside = Children::of("no program has this name", 1);
        let answer = inside.place().await.run(&ECHO, "а", Bytes::from_static(b"b")).await;
        assert_eq!(answer.expect("an answer"), "аb".as_bytes());
        assert!(matches!(inside.place().await.run(&PANIC, "", Bytes::new()).await, Err(NoAnswer::TooHard)));
    }

    #[tokio::test]
    async fn a_child_gets_its_bytes_and_no_environment_and_more_than_a_pipe_holds_comes_back() {
        let (children, _file) = program("echo $1:$3:${HOME-none}; exec /bin/cat");
        let sent = Bytes::from(vec![b'x'; 1_000_000]);
        let answer = children.place().await.run(&ECHO, "--odd name", sent.clone()).await.expect("an answer");
        assert_eq!(answer, [b"cat:--odd name:none\n", &sent[..]].concat());
    }

    #[tokio::test]
    async fn a_child_that_dies_or_never_ends_is_too_hard() {
        let (children, _file) = program("exit 1");
        assert!(matches!(children.place().await.run(&ECHO, "", Bytes::new()).await, Err(NoAnswer::TooHard)));
        static SHORT: Task = Task { within: Duration::from_millis(100), ..task(|_, _| Vec::new()) };
        let (children, _file) = program("exec /bin/sleep 100");
        assert!(matches!(children.place().await.run(&SHORT, "", Bytes::new()).await, Err(NoAnswer::TooHard)));
        let missing = Children { program: Some("/nothing/here".into()), room: Semaphore::new(1) };
        assert!(matches!(missing.place().await.run(&ECHO, "", Bytes::new()).await, Err(NoAnswer::Failed(_))));
    }
}
