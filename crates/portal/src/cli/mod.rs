//! The command line. Commands call the same actions as pages do; what goes wrong ends as one sentence.

mod audit;
mod doctor;
mod people;

use crate::features::{documents, files, programme};
use crate::readers::search;
use crate::settings::Settings;
use crate::web::App;
use crate::web::server::Listeners;
use crate::{migrations, runtime, seed};
use anyhow::Context;
use clap::{Args, Parser, Subcommand};
use platform::child::Task;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;
use tokio::sync::watch;
use tracing_subscriber::EnvFilter;

#[derive(Parser)]
#[command(
    name = "birge",
    version,
    about = "One approved message, many voices: the portal of a national awareness strategy"
)]
struct Cli {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Command,
}

#[derive(Args)]
struct Common {
    /// The configuration file
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The folder for database, files and key
    #[arg(long, global = true, value_name = "DIR", default_value = "data")]
    data: PathBuf,
    /// The address and port to listen on
    #[arg(long, global = true, value_name = "ADDR")]
    listen: Option<String>,
}

#[derive(Subcommand)]
enum Command {
    /// Run the portal
    Serve {
        /// Mails are caught and shown at /dev/mail, pages at /dev/pages
        #[arg(long)]
        dev: bool,
    },
    /// Bring the database up to date
    Migrate,
    /// Fill an empty portal
    Seed {
        /// The sample world: invented organisations, people and documents
        #[arg(long)]
        sample: bool,
        /// Editions to add beyond the story, for measuring
        #[arg(long, default_value_t = 0, value_name = "N")]
        documents: usize,
    },
    /// Check configuration, database, mail, disk, readers and jobs
    Doctor {
        #[arg(long)]
        json: bool,
    },
    /// Members
    #[command(subcommand)]
    Member(MemberCommand),
    /// Programme files
    #[command(subcommand)]
    Programme(ProgrammeCommand),
    /// The log of everything that happened, as evidence
    #[command(subcommand)]
    Audit(AuditCommand),
    /// Clean one file, from the input to the output; started by the portal itself
    #[command(hide = true)]
    CleanFile { name: String },
    /// Read the words of one file, from the input to the output; started by the portal itself
    #[command(hide = true)]
    ExtractText { name: String },
    /// Read a Word document as Markdown, from the input to the output; started by the portal itself
    #[command(hide = true)]
    ReadDocx { name: String },
    /// The key of the portal
    #[command(subcommand)]
    Secrets(SecretsCommand),
    /// Build anew what is made from the rest; the portal may run meanwhile
    #[command(subcommand)]
    Rebuild(RebuildCommand),
    /// Jobs that were given up
    #[command(subcommand)]
    Jobs(JobsCommand),
}

#[derive(Subcommand)]
enum MemberCommand {
    /// Invite a person by mail and print the link
    Invite {
        #[arg(long)]
        email: String,
        #[arg(long)]
        name: String,
        /// reader, contributor, approver, chair or operator
        #[arg(long)]
        role: String,
        /// The organisation's name in any language; it is made if there is none
        #[arg(long)]
        organisation: String,
        /// ky, ru or en
        #[arg(long, default_value = "ky")]
        language: String,
        /// What the organisation is, if it is made: ministry, agency, local_cso …
        #[arg(long, default_value = "ministry")]
        kind: String,
    },
    /// Print a link that signs a member in once, within a day
    Link {
        #[arg(long)]
        email: String,
    },
}

#[derive(Subcommand)]
enum ProgrammeCommand {
    /// Read a programme file and report every mistake with its line
    Check { file: PathBuf },
}

#[derive(Subcommand)]
enum AuditCommand {
    /// Print the whole log with its hashes, one event a line
    Export,
    /// Check an export without the portal: that no event is missing, put in or altered
    ///
    /// That events were cut off at its end shows only against a last hash, or a number of events, that somebody wrote
    /// down elsewhere: give it with --last-hash or --events.
    Verify {
        file: PathBuf,
        /// The log must hold the event with this hash, as an earlier export or the minutes of a meeting name it
        #[arg(long, value_name = "HASH")]
        last_hash: Option<String>,
        /// The log must hold at least so many events
        #[arg(long, value_name = "N")]
        events: Option<i64>,
    },
}

#[derive(Subcommand)]
enum SecretsCommand {
    /// Encrypt every stored secret anew with the current key
    Rotate,
}

#[derive(Subcommand)]
enum RebuildCommand {
    /// The index for search
    Search,
}

#[derive(Subcommand)]
enum JobsCommand {
    /// Let every parked job try again
    Retry,
}

pub fn main() -> ExitCode {
    let cli = Cli::parse();
    if let Some((task, argument)) = hidden(&cli.command) {
        // Nothing of the portal is opened here, not even its configuration.
        return match task.serve(argument) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
    }
    let settings = settings(&cli.common, &cli.command).and_then(|settings| {
        log(&settings)?;
        Ok(settings)
    });
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let ran = runtime.map_err(anyhow::Error::from).and_then(|runtime| runtime.block_on(run(cli, settings)));
    match ran {
        Ok(code) => code,
        Err(error) => {
            eprintln!("birge: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The work on dangerous bytes that the portal starts itself.
fn hidden(command: &Command) -> Option<(&'static Task, &str)> {
    match command {
        Command::CleanFile { name } => Some((&files::CLEAN, name)),
        Command::ExtractText { name } => Some((&files::EXTRACT, name)),
        Command::ReadDocx { name } => Some((&documents::READ_DOCX, name)),
        _ => None,
    }
}

/// The file, then the environment, then the flags.
fn settings(common: &Common, command: &Command) -> anyhow::Result<Settings> {
    let text = match &common.config {
        Some(path) => {
            let text = std::fs::read_to_string(path)
                .with_context(|| format!("the configuration file {} cannot be read", path.display()))?;
            Some((path.as_path(), text))
        }
        None => None,
    };
    let file = text.as_ref().map(|(path, text)| (*path, text.as_str()));
    let mut settings: Settings = platform::config::load(file, std::env::vars())?;
    if let Some(listen) = &common.listen {
        settings.server.listen.clone_from(listen);
        if settings.server.public_url == Settings::default().server.public_url {
            settings.server.public_url = format!("http://{listen}");
        }
    }
    if let Command::Serve { dev: true } = command {
        settings.server.development = true;
        settings.mail.transport = platform::mail::TransportKind::Catcher;
        // Who tries the portal plays every role in turn, and shall not set up a phone for each.
        settings.identity.require_factor = false;
    }
    Ok(settings)
}

fn log(settings: &Settings) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(&settings.log.level)
        .map_err(|error| anyhow::anyhow!("`log.level` {}: {error}", settings.log.level))?;
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if settings.log.json {
        builder.json().init()
    } else {
        builder.with_target(false).init()
    }
    Ok(())
}

async fn run(cli: Cli, settings: anyhow::Result<Settings>) -> anyhow::Result<ExitCode> {
    let data = cli.common.data;
    if let Command::Doctor { json } = cli.command {
        return doctor::run(settings, &data, json).await;
    }
    let settings = settings?;
    match cli.command {
        Command::Serve { .. } => serve(settings, &data).await?,
        Command::Migrate => {
            let ran = runtime::database(&settings, &data).await?.migrate(&migrations::all()).await?;
            println!("{} migrations ran.", ran.len());
        }
        Command::Seed { sample, documents } => {
            anyhow::ensure!(sample, "say `birge seed --sample`; there is no other seed");
            let app = runtime::open(settings, &data).await?;
            let plan = seed::Plan::load(documents)?;
            seed::run(&app, &plan).await?;
            people::print_sign_in_links(&app, &plan).await?;
        }
        Command::Programme(ProgrammeCommand::Check { file }) => return check_programme(&file),
        // Done before.
        Command::CleanFile { .. }
        | Command::ExtractText { .. }
        | Command::ReadDocx { .. }
        | Command::Doctor { .. } => {}
        Command::Audit(AuditCommand::Export) => {
            audit::export(&runtime::open(settings, &data).await?.db).await?;
        }
        Command::Audit(AuditCommand::Verify { file, last_hash, events }) => {
            return audit::verify(&file, last_hash.as_deref(), events);
        }
        Command::Member(command) => people::run(&runtime::open(settings, &data).await?, command).await?,
        Command::Secrets(SecretsCommand::Rotate) => rotate(&runtime::open(settings, &data).await?).await?,
        Command::Rebuild(RebuildCommand::Search) => {
            rebuild_search(&runtime::open(settings, &data).await?).await?
        }
        Command::Jobs(JobsCommand::Retry) => {
            let app = runtime::open(settings, &data).await?;
            let mut tx = app.db.write(&platform::actor::Actor::System("operator")).await?;
            let count = platform::jobs::unpark(&mut tx).await?;
            tx.commit_unrecorded("parked jobs try again").await?;
            println!("{count} jobs will be tried again.");
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn serve(settings: Settings, data: &Path) -> anyhow::Result<()> {
    let listeners = Listeners::open(&settings.server).await?;
    let app = runtime::open(settings, data).await?;
    tracing::info!("Birge is ready at {} ({})", app.settings.server.public_url, app.db.dialect().name());
    let (stopper, stop) = watch::channel(false);
    tokio::spawn(async move {
        signal().await;
        tracing::info!("stopping: finishing requests and jobs");
        let _ = stopper.send(true);
    });
    runtime::run(app, listeners, stop).await
}

/// Says how far it is about twice a second.
async fn rebuild_search(app: &App) -> anyhow::Result<()> {
    let started = std::time::Instant::now();
    let mut said = started;
    let count = search::rebuild(app, |count| {
        if said.elapsed() > Duration::from_millis(500) {
            said = std::time::Instant::now();
            eprintln!("{count} entries so far, after {} seconds", started.elapsed().as_secs());
        }
    })
    .await?;
    println!("{count} entries are in the index, after {} seconds.", started.elapsed().as_secs());
    Ok(())
}

/// All or nothing: a value that no known key opens is named, and nothing is changed.
async fn rotate(app: &App) -> anyhow::Result<()> {
    let mut tx = app.db.write(&platform::actor::Actor::System("operator")).await?;
    let mut count = 0;
    for feature in app.features {
        if let Some(reseal) = feature.reseal {
            count += reseal(app, &mut tx).await?;
        }
    }
    tx.commit_unrecorded("stored secrets under another key; what they say is the same").await?;
    println!("{count} stored secrets were encrypted anew with the current key.");
    if !app.settings.secrets.previous_keys.is_empty() {
        println!(
            "Links made with a previous key are good for seven days more; then take it out of `secrets.previous_keys`."
        );
    }
    Ok(())
}

/// The operator's Ctrl-C, or the service manager's request to end.
async fn signal() {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate()).expect("a handler can be set once, at the start");
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}

fn check_programme(file: &Path) -> anyhow::Result<ExitCode> {
    let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    match programme::parse(&text, &file.display().to_string()) {
        Ok(programme) => {
            let (tasks, audiences) = (programme.tasks.len(), programme.audiences.len());
            println!("{} is in order: {tasks} tasks, {audiences} audiences.", file.display());
            Ok(ExitCode::SUCCESS)
        }
        Err(problems) => {
            problems.iter().for_each(|problem| eprintln!("{problem}"));
            eprintln!("{} has {} mistakes.", file.display(), problems.len());
            Ok(ExitCode::FAILURE)
        }
    }
}
