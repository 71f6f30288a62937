//! Reads the configuration for `main`: one TOML file, overridden by the environment, every unknown key refused with its place.
//! What the keys mean is not here: each module declares its own section struct, and the portal puts them together.
//!
//! The serialised default is the schema: it says which keys exist and of which type they are. So a section has no `Option` (an empty
//! text means "not set"), and an empty table in the default takes any keys.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;
use toml::de::{DeTable, DeValue};
use toml::{Table, Value};

/// What is wrong with the configuration, as one sentence for the operator: where, which key, what to do.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct ConfigError(String);

/// Variables of the test scripts; they reach the portal when a test starts it, and set nothing.
const TEST_VARIABLES: &str = "BIRGE_TEST_";

/// The configuration: the defaults, overridden by `file` (its path, for messages, and its text), overridden by the variables
/// `BIRGE_<SECTION>_<KEY>` and `DATABASE_URL`. Lists are separated by commas in a variable.
///
/// ```
/// #[derive(serde::Serialize, serde::Deserialize, Default)]
/// struct Config { mail: Mail }
/// #[derive(serde::Serialize, serde::Deserialize, Default)]
/// struct Mail { smtp_host: String, port: u16 }
///
/// let file = (std::path::Path::new("birge.toml"), "[mail]\nport = 25");
/// let env = [("BIRGE_MAIL_SMTP_HOST".to_owned(), "mail.example.kg".to_owned())];
/// let config: Config = platform::config::load(Some(file), env.into_iter()).unwrap();
/// assert_eq!((config.mail.smtp_host.as_str(), config.mail.port), ("mail.example.kg", 25));
///
/// let wrong = (std::path::Path::new("birge.toml"), "[mail]\nsmtp_hots = 'mail.example.kg'");
/// let error = platform::config::load::<Config>(Some(wrong), std::iter::empty()).err().unwrap();
/// assert_eq!(error.to_string(), "birge.toml, line 2: there is no setting `mail.smtp_hots`; did you mean `mail.smtp_host`?");
/// ```
pub fn load<T: DeserializeOwned + Serialize + Default>(
    file: Option<(&Path, &str)>,
    env: impl Iterator<Item = (String, String)>,
) -> Result<T, ConfigError> {
    let mut loaded = Loaded { values: defaults::<T>(), places: BTreeMap::new(), keys: keys::<T>() };
    if let Some((path, text)) = file {
        loaded.file(path, text)?;
    }
    let mut env: Vec<_> = env.collect();
    // So that a run with the same variables always does, and complains about, the same; and BIRGE_DATABASE_URL wins over DATABASE_URL.
    env.sort_by_key(|(name, _)| (name != "DATABASE_URL", name.clone()));
    for (name, text) in env {
        loaded.variable(&name, &text)?;
    }
    let places = loaded.places;
    serde_path_to_error::deserialize(loaded.values).map_err(|error| {
        let key = error.path().to_string();
        // An error inside a list is reported at the list.
        let place = places.iter().find(|(known, _)| key == **known || key.starts_with(&format!("{known}[")));
        let place = place.map_or("the configuration", |(_, place)| place);
        ConfigError(format!("{place}: `{key}` is not usable: {}", error.inner().message().trim_end()))
    })
}

/// Every key as `section.key`, sorted, for the test that looks for each of them in the documentation.
pub fn keys<T: Serialize + Default>() -> Vec<String> {
    fn walk(value: &Value, prefix: &str, keys: &mut Vec<String>) {
        match value {
            Value::Table(section) if !section.is_empty() => {
                section.iter().for_each(|(name, value)| walk(value, &join(prefix, name), keys));
            }
            _ => keys.push(prefix.to_owned()),
        }
    }
    let mut keys = Vec::new();
    walk(&defaults::<T>(), "", &mut keys);
    keys.sort();
    keys
}

fn defaults<T: Serialize + Default>() -> Value {
    Value::try_from(T::default()).expect("the default configuration is a table of sections")
}

struct Loaded {
    values: Value,
    /// Where each key was set, for the message when its value turns out to be unusable.
    places: BTreeMap<String, String>,
    keys: Vec<String>,
}

impl Loaded {
    fn file(&mut self, path: &Path, text: &str) -> Result<(), ConfigError> {
        let line = |at: usize| text[..at].matches('\n').count() + 1;
        let place = |at: usize| format!("{}, line {}", path.display(), line(at));
        let not_toml = |error: toml::de::Error| {
            let at = error.span().map_or(0, |span| span.start.min(text.len()));
            ConfigError(format!(
                "{}: this is not TOML: {}",
                place(at),
                error.message().trim_end().replace('\n', ", ")
            ))
        };
        let spans = DeTable::parse(text).map_err(not_toml)?;
        let table: Table = text.parse().map_err(not_toml)?;
        let mut set = Vec::new();
        self.check(spans.get_ref(), &self.values, "", &place, &mut set)?;
        self.places.extend(set);
        merge(&mut self.values, Value::Table(table));
        Ok(())
    }

    /// Compares keys and types of the file with the defaults and notes the place of each key.
    fn check(
        &self,
        given: &DeTable<'_>,
        known: &Value,
        prefix: &str,
        place: &impl Fn(usize) -> String,
        set: &mut Vec<(String, String)>,
    ) -> Result<(), ConfigError> {
        for (name, value) in given {
            let key = join(prefix, name.get_ref());
            let at = place(name.span().start);
            let Some(default) = known.get(name.get_ref().as_ref()) else {
                let hint = similar(&key, self.keys.iter().map(|known| format!("`{known}`")));
                return Err(ConfigError(format!("{at}: there is no setting `{key}`; {hint}")));
            };
            match (value.get_ref(), default) {
                (DeValue::Table(section), Value::Table(below)) if !below.is_empty() => {
                    self.check(section, default, &key, place, set)?;
                }
                // serde reads whole numbers as fractions too.
                (given, default)
                    if given.type_str() != default.type_str()
                        && (given.type_str(), default.type_str()) != ("integer", "float") =>
                {
                    return Err(ConfigError(format!("{at}: `{key}` must be {}", wanted(default))));
                }
                _ => set.push((key, at)),
            }
        }
        Ok(())
    }

    fn variable(&mut self, name: &str, text: &str) -> Result<(), ConfigError> {
        let name_of = |key: &String| format!("BIRGE_{}", key.to_uppercase().replace('.', "_"));
        let key = match name {
            "DATABASE_URL" => self.keys.iter().find(|key| *key == "database.url"),
            _ if !name.starts_with("BIRGE_") || name.starts_with(TEST_VARIABLES) => None,
            _ => Some(self.keys.iter().find(|key| name_of(key) == name).ok_or_else(|| {
                let hint = similar(name, self.keys.iter().map(name_of));
                ConfigError(format!("the environment variable {name} sets nothing; {hint}"))
            })?),
        };
        let Some(key) = key.cloned() else { return Ok(()) };
        let value = key.split('.').try_fold(&mut self.values, |above, part| above.get_mut(part));
        let value = value.expect("every key comes from these values");
        *value = typed(value, text).ok_or_else(|| {
            // The value itself is not repeated: it may be a password in the wrong variable.
            ConfigError(format!("the environment variable {name} must be {}", wanted(value)))
        })?;
        self.places.insert(key, format!("the environment variable {name}"));
        Ok(())
    }
}

fn join(prefix: &str, name: &str) -> String {
    if prefix.is_empty() { name.to_owned() } else { format!("{prefix}.{name}") }
}

fn merge(values: &mut Value, given: Value) {
    match (values, given) {
        (Value::Table(values), Value::Table(given)) => {
            for (name, value) in given {
                match values.get_mut(&name) {
                    Some(known) => merge(known, value),
                    None => _ = values.insert(name, value),
                }
            }
        }
        (values, given) => *values = given,
    }
}

/// Reads the text of a variable as the type of `like`.
fn typed(like: &Value, text: &str) -> Option<Value> {
    Some(match like {
        Value::String(_) => Value::String(text.to_owned()),
        Value::Integer(_) => Value::Integer(text.trim().parse().ok()?),
        Value::Float(_) => Value::Float(text.trim().parse().ok()?),
        Value::Boolean(_) => Value::Boolean(text.trim().parse().ok()?),
        Value::Array(_) => {
            let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
            Value::Array(parts.map(|part| Value::String(part.to_owned())).collect())
        }
        Value::Datetime(_) => Value::Datetime(text.trim().parse().ok()?),
        Value::Table(_) => return None,
    })
}

fn wanted(like: &Value) -> &'static str {
    match like {
        Value::String(_) => "text in quotes",
        Value::Integer(_) => "a whole number",
        Value::Float(_) => "a number",
        Value::Boolean(_) => "true or false",
        Value::Datetime(_) => "a date",
        Value::Array(_) => "a list",
        Value::Table(_) => "a section of the configuration file",
    }
}

/// Advice for a misspelt name: the known name most like it, or where to find all of them.
fn similar(name: &str, known: impl Iterator<Item = String>) -> String {
    let closest = known.map(|known| (strsim::jaro(name, known.trim_matches('`')), known));
    match closest.max_by(|one, two| one.0.total_cmp(&two.0)) {
        Some((likeness, known)) if likeness > 0.8 => format!("did you mean {known}?"),
        _ => "docs/configuration.md lists all settings".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Serialize, Deserialize, Default, Debug, PartialEq)]
    struct Config {
        name: String,
        database: Database,
        mail: Mail,
    }

    #[derive(Serialize, Deserialize, Default, Debug, PartialEq)]
    struct Database {
        url: String,
    }

    #[derive(Serialize, Deserialize, Debug, PartialEq)]
    struct Mail {
        smtp_host: String,
        port: u16,
        tls: bool,
        delay: f64,
        copies: Vec<String>,
        mode: Mode,
        headers: BTreeMap<String, String>,
    }

    #[derive(Serialize, Deserialize, Debug, PartialEq)]
    #[serde(rename_all = "lowercase")]
    enum Mode {
        Catch,
        Send,
    }

    impl Default for Mail {
        fn default() -> Self {
            let (smtp_host, copies, headers) = Default::default();
            Self { smtp_host, port: 587, tls: true, delay: 1.5, copies, mode: Mode::Catch, headers }
        }
    }

    fn read(file: &str, env: &[(&str, &str)]) -> Result<Config, String> {
        let env = env.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        load(Some((Path::new("birge.toml"), file)), env).map_err(|error: ConfigError| error.to_string())
    }

    fn refused(file: &str, env: &[(&str, &str)]) -> String {
        read(file, env).unwrap_err()
    }

    #[test]
    fn nothing_set_means_the_defaults() {
        assert_eq!(load::<Config>(None, std::iter::empty()).unwrap(), Config::default());
        assert_eq!(
            read("# nothing", &[("HOME", "/root"), ("BIRGE_TEST_S3", "1")]).unwrap(),
            Config::default()
        );
    }

    #[test]
    fn the_file_overrides_the_defaults_and_the_environment_overrides_the_file() {
        let file = "name = 'Бирге'\n[database]\nurl = 'a.db'\n[mail]\nport = 25\n[mail.headers]\nX-One = '1'";
        let env = [
            ("BIRGE_MAIL_SMTP_HOST", "mail.example.kg"),
            ("BIRGE_MAIL_TLS", "false"),
            ("BIRGE_MAIL_DELAY", "2"),
            ("BIRGE_MAIL_COPIES", "a@example.kg, b@example.kg"),
            ("BIRGE_MAIL_MODE", "send"),
            ("DATABASE_URL", "postgres://localhost/birge"),
        ];
        let config = read(file, &env).unwrap();
        let mail = Mail {
            smtp_host: "mail.example.kg".into(),
            port: 25,
            tls: false,
            delay: 2.0,
            copies: vec!["a@example.kg".into(), "b@example.kg".into()],
            mode: Mode::Send,
            headers: [("X-One".to_owned(), "1".to_owned())].into(),
        };
        let database = Database { url: "postgres://localhost/birge".into() };
        assert_eq!(config, Config { name: "Бирге".into(), database, mail });
    }

    #[test]
    fn the_more_specific_variable_wins() {
        let env = [("BIRGE_DATABASE_URL", "one.db"), ("DATABASE_URL", "two.db")];
        assert_eq!(read("", &env).unwrap().database.url, "one.db");
    }

    #[test]
    fn unknown_keys_are_refused_with_place_and_advice() {
        assert_eq!(
            refused("\n[mail]\nprot = 3", &[]),
            "birge.toml, line 3: there is no setting `mail.prot`; did you mean `mail.port`?"
        );
        assert_eq!(
            refused("[weather]\nsunny = true", &[]),
            "birge.toml, line 1: there is no setting `weather`; docs/configuration.md lists all settings"
        );
        assert_eq!(
            refused("", &[("BIRGE_MAIL_SMTP_HOTS", "x")]),
            "the environment variable BIRGE_MAIL_SMTP_HOTS sets nothing; did you mean BIRGE_MAIL_SMTP_HOST?"
        );
    }

    #[test]
    fn values_of_a_wrong_type_are_refused_with_what_is_wanted() {
        assert_eq!(
            refused("[mail]\nport = 'x'", &[]),
            "birge.toml, line 2: `mail.port` must be a whole number"
        );
        assert_eq!(
            refused("mail = 3", &[]),
            "birge.toml, line 1: `mail` must be a section of the configuration file"
        );
        assert_eq!(
            refused("", &[("BIRGE_MAIL_TLS", "yes")]),
            "the environment variable BIRGE_MAIL_TLS must be true or false"
        );
        assert_eq!(read("[mail]\ndelay = 2", &[]).unwrap().mail.delay, 2.0);
    }

    #[test]
    fn values_that_only_the_section_can_judge_are_refused_with_their_place() {
        let text = refused("[mail]\nport = 70000", &[]);
        assert!(text.starts_with("birge.toml, line 2: `mail.port` is not usable: "), "{text}");
        let text = refused("", &[("BIRGE_MAIL_MODE", "fax")]);
        assert!(
            text.starts_with("the environment variable BIRGE_MAIL_MODE: `mail.mode` is not usable: "),
            "{text}"
        );
        assert!(!text.contains('\n'), "{text}");
        let text = refused("[mail]\ncopies = ['a', 3]", &[]);
        assert!(text.starts_with("birge.toml, line 2: `mail.copies[1]` is not usable: "), "{text}");
    }

    #[test]
    fn a_file_that_is_not_toml_is_refused_with_its_line() {
        let text = refused("name = 'Бирге'\nmail = [", &[]);
        assert!(text.starts_with("birge.toml, line 2: this is not TOML: "), "{text}");
        assert!(refused("name = 'a'\nname = 'b'", &[]).starts_with("birge.toml, line 2: this is not TOML: "));
    }

    #[test]
    fn the_keys_are_those_of_the_defaults() {
        let all = [
            "database.url",
            "mail.copies",
            "mail.delay",
            "mail.headers",
            "mail.mode",
            "mail.port",
            "mail.smtp_host",
            "mail.tls",
            "name",
        ];
        assert_eq!(keys::<Config>(), all);
    }
}
