//! The way out: an SMTP server, or in development a folder that shows what would have been sent.

use super::{Catcher, Message};
use crate::jobs::Hopeless;
use lettre::message::header::ContentType;
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::time::Duration;

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TransportKind {
    /// A real mail server.
    Smtp,
    /// Nothing leaves; mails lie in the data folder and show at `/dev/mail`.
    Catcher,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Encryption {
    /// TLS from the first byte, usually port 465.
    Tls,
    /// Begins in the clear and must change to TLS, usually port 587.
    Starttls,
    /// For a server on the same machine only.
    None,
}

/// The section `[mail]` of the configuration.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    pub transport: TransportKind,
    pub from: String,
    pub from_name: String,
    pub smtp_host: String,
    pub smtp_port: u16,
    pub smtp_encryption: Encryption,
    pub smtp_user: String,
    pub smtp_password: String,
    /// A PEM file with the authority that signed the server's certificate, if it is a private one.
    pub smtp_ca_file: String,
    pub timeout_seconds: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            transport: TransportKind::Smtp,
            from: "birge@localhost".into(),
            from_name: "Birge".into(),
            smtp_host: "localhost".into(),
            smtp_port: 587,
            smtp_encryption: Encryption::Starttls,
            smtp_user: String::new(),
            smtp_password: String::new(),
            smtp_ca_file: String::new(),
            timeout_seconds: 20,
        }
    }
}

enum Way {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Catcher(Catcher),
}

pub struct Transport {
    way: Way,
    from: Mailbox,
}

impl Transport {
    pub fn open(config: &Config, data_dir: &Path) -> anyhow::Result<Transport> {
        let address: Address = config
            .from
            .parse()
            .map_err(|_| anyhow::anyhow!("`mail.from` must be a mail address, not `{}`", config.from))?;
        let from = Mailbox::new(Some(config.from_name.clone()), address);
        let way = match config.transport {
            TransportKind::Catcher => Way::Catcher(Catcher::open(data_dir)?),
            TransportKind::Smtp => Way::Smtp(smtp(config)?),
        };
        Ok(Transport { way, from })
    }

    /// Sends one mail and returns its Message-ID. `id` makes that the same on every try.
    pub async fn send(&self, id: &str, message: &Message) -> anyhow::Result<String> {
        let domain = self.from.email.domain();
        let message_id = format!("<{id}@{domain}>");
        let to: Address = message.to_address.parse()?;
        let mail = lettre::Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(Some(message.to_name.clone()), to))
            .subject(&message.subject)
            .message_id(Some(message_id.clone()))
            .multipart(
                MultiPart::alternative()
                    .singlepart(
                        SinglePart::builder().header(ContentType::TEXT_PLAIN).body(message.text.clone()),
                    )
                    .singlepart(
                        SinglePart::builder().header(ContentType::TEXT_HTML).body(message.html.clone()),
                    ),
            )?;
        match &self.way {
            Way::Smtp(smtp) => {
                smtp.send(mail).await.map_err(|error| {
                    let hopeless =
                        error.status().is_some_and(|code| NO_SUCH_MAILBOX.contains(&u16::from(code)));
                    let error = anyhow::Error::new(error);
                    if hopeless { error.context(Hopeless) } else { error }
                })?;
            }
            Way::Catcher(catcher) => catcher.keep(id, &mail.formatted()).await?,
        }
        Ok(message_id)
    }

    /// Whether the server answers. For `doctor`.
    pub async fn check(&self) -> anyhow::Result<()> {
        match &self.way {
            Way::Catcher(_) => Ok(()),
            Way::Smtp(smtp) if smtp.test_connection().await? => Ok(()),
            Way::Smtp(_) => Err(anyhow::anyhow!("the mail server does not answer as one")),
        }
    }

    pub fn catcher(&self) -> Option<&Catcher> {
        match &self.way {
            Way::Catcher(catcher) => Some(catcher),
            Way::Smtp(_) => None,
        }
    }
}

/// What a server answers about a mailbox that is not there (RFC 5321 §4.2.3). Its other refusals may be about us, say a
/// password that somebody still mends, and are tried again.
const NO_SUCH_MAILBOX: [u16; 3] = [550, 551, 553];

fn smtp(config: &Config) -> anyhow::Result<AsyncSmtpTransport<Tokio1Executor>> {
    let mut tls = TlsParameters::builder(config.smtp_host.clone());
    if !config.smtp_ca_file.is_empty() {
        let pem = std::fs::read(&config.smtp_ca_file)
            .map_err(|error| anyhow::anyhow!("`mail.smtp_ca_file` {}: {error}", config.smtp_ca_file))?;
        tls = tls.add_root_certificate(Certificate::from_pem(&pem)?);
    }
    let tls = match config.smtp_encryption {
        Encryption::Tls => Tls::Wrapper(tls.build()?),
        Encryption::Starttls => Tls::Required(tls.build()?),
        Encryption::None => Tls::None,
    };
    let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&config.smtp_host)
        .port(config.smtp_port)
        .tls(tls)
        .timeout(Some(Duration::from_secs(config.timeout_seconds)));
    if !config.smtp_user.is_empty() {
        builder =
            builder.credentials(Credentials::new(config.smtp_user.clone(), config.smtp_password.clone()));
    }
    Ok(builder.build())
}
