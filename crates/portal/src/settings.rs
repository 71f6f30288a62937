//! The configuration: one TOML file, a struct per section, environment variables over it, unknown keys refused.
//! Every key stands in `docs/configuration.md`; a test compares.

use platform::lang::{Lang, Localized};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    pub server: Server,
    pub portal: Portal,
    pub database: Database,
    pub mail: platform::mail::Config,
    pub files: platform::files::FilesConfig,
    pub secrets: platform::secrets::SecretsConfig,
    pub identity: Identity,
    pub log: Log,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Server {
    /// Address and port the portal listens on.
    pub listen: String,
    /// How people reach it, without a path; links in mails begin with it. `https://` turns on strict cookies.
    pub public_url: String,
    /// Address and port for Prometheus, never open to the public. Empty: none.
    pub metrics_listen: String,
    /// How many proxies of our own stand in front; each adds an address to `X-Forwarded-For`.
    pub proxies: usize,
    /// Memory for public pages. Zero keeps none.
    pub page_cache_mb: usize,
    /// Pages for people who build the portal: `/dev/pages`, `/dev/mail`.
    pub development: bool,
    /// Seconds to finish requests and jobs when asked to stop.
    pub shutdown_seconds: u64,
}

impl Default for Server {
    fn default() -> Self {
        Self {
            listen: "127.0.0.1:8080".into(),
            public_url: "http://localhost:8080".into(),
            metrics_listen: String::new(),
            proxies: 0,
            page_cache_mb: 32,
            development: false,
            shutdown_seconds: 30,
        }
    }
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Portal {
    pub name: Localized<String>,
    /// For readers whose browser names none of the three.
    pub language: Lang,
    pub time_zone: String,
    /// The programme file. Empty: the one inside the program, kg-2022-2025.
    pub programme: String,
    /// Where "leave this page" leads: a page that anybody may have open.
    pub leave_to: String,
}

impl Default for Portal {
    fn default() -> Self {
        Self {
            name: Localized { ky: "Бирге".into(), ru: "Бирге".into(), en: "Birge".into() },
            language: Lang::Ky,
            time_zone: "Asia/Bishkek".into(),
            programme: String::new(),
            leave_to: "https://meteo.kg/".into(),
        }
    }
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Database {
    /// `postgres://…` or `sqlite://path`. Empty: SQLite in the data folder. `?sslmode=require` or `verify-full`
    /// asks PostgreSQL for TLS; both check the server's certificate.
    pub url: String,
    /// A PEM file with the authority that signed PostgreSQL's certificate. Empty: the public authorities.
    pub ca_file: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Identity {
    /// Approvers, the chair and the operator must have a passkey or an app with one-time codes.
    pub require_factor: bool,
    /// Where people may sign in with an account they have elsewhere.
    pub provider: Vec<Provider>,
}

/// An OpenID Connect provider: `[[identity.provider]]`.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provider {
    /// Its short name in addresses: small letters, digits and hyphens.
    pub key: String,
    /// As the button names it.
    pub name: Localized<String>,
    pub issuer: String,
    pub client_id: String,
    pub client_secret: String,
    /// A PEM file with the authority of its certificate, if it is a private one.
    #[serde(default)]
    pub ca_file: String,
}

/// Without the secret: settings are printed and logged.
impl std::fmt::Debug for Provider {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Provider {{ key: {:?}, issuer: {:?} }}", self.key, self.issuer)
    }
}

impl Default for Identity {
    fn default() -> Self {
        Self { require_factor: true, provider: Vec::new() }
    }
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Log {
    /// As in `info` or `info,portal=debug`.
    pub level: String,
    /// One JSON object a line, for machines.
    pub json: bool,
}

impl Default for Log {
    fn default() -> Self {
        Self { level: "info".into(), json: false }
    }
}
