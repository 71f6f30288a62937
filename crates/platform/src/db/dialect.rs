//! The only file that knows how SQLite and PostgreSQL differ in the SQL we write.
//!
//! Statements are written once, with `?` for parameters, and translated once. The few differences have names
//! in braces: `{bigints}` is a list parameter of ids given as a JSON array, `{skip_locked}` lets several
//! workers claim rows. Migrations are written with PostgreSQL's types; SQLite's stricter tables get its own.

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Dialect {
    Sqlite,
    Postgres,
}

impl Dialect {
    pub fn name(self) -> &'static str {
        match self {
            Dialect::Sqlite => "SQLite",
            Dialect::Postgres => "PostgreSQL",
        }
    }

    /// A statement in this database's words.
    pub fn statement(self, text: &str) -> String {
        match self {
            Dialect::Sqlite => {
                text.replace("{bigints}", "(SELECT value FROM json_each(?))").replace("{skip_locked}", "")
            }
            Dialect::Postgres => number_parameters(
                &text
                    .replace(
                        "{bigints}",
                        "(SELECT item::BIGINT FROM json_array_elements_text(?::TEXT::JSON) AS item)",
                    )
                    .replace("{skip_locked}", "FOR UPDATE SKIP LOCKED"),
            ),
        }
    }

    /// Whether a refusal of this database says that a table is missing.
    pub fn says_no_table(self, refusal: &str) -> bool {
        match self {
            Dialect::Sqlite => refusal.contains("no such table"),
            Dialect::Postgres => refusal.contains("does not exist"),
        }
    }

    /// What a migration runs first, so that processes that start together migrate one after the other.
    /// SQLite has one writer anyway; PostgreSQL's lock ends with the transaction.
    pub fn migration_lock(self) -> &'static str {
        match self {
            Dialect::Sqlite => "",
            Dialect::Postgres => {
                "SELECT pg_advisory_xact_lock(hashtext('migrations of ' || current_schema()));"
            }
        }
    }

    /// The name of a migration file if it is meant for this database.
    pub fn migration_name(self, file: &str) -> Option<String> {
        let name = file.strip_suffix(".sql")?;
        let (mine, other) = match self {
            Dialect::Sqlite => (".sqlite", ".postgres"),
            Dialect::Postgres => (".postgres", ".sqlite"),
        };
        if name.ends_with(other) { None } else { Some(name.strip_suffix(mine).unwrap_or(name).to_owned()) }
    }

    /// A migration in this database's words. SQLite tables become `STRICT`, so that both refuse a wrong type.
    pub fn migration(self, text: &str) -> String {
        match self {
            Dialect::Postgres => text.to_owned(),
            Dialect::Sqlite => {
                text.replace("BIGINT", "INTEGER").replace("BYTEA", "BLOB").replace("\n);", "\n) STRICT;")
            }
        }
    }
}

/// Turns `?` into `$1`, `$2` …, leaving quoted text alone.
fn number_parameters(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut quoted = false;
    let mut next = 0;
    for c in text.chars() {
        match c {
            '\'' => quoted = !quoted,
            '?' if !quoted => {
                next += 1;
                out.push('$');
                out.push_str(&next.to_string());
                continue;
            }
            _ => {}
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_numbered_outside_quotes() {
        assert_eq!(number_parameters("a = ? AND b = '?' AND c = ?"), "a = $1 AND b = '?' AND c = $2");
    }

    #[test]
    fn sqlite_tables_are_strict() {
        let text = "CREATE TABLE a (\n    id BIGINT PRIMARY KEY,\n    hash BYTEA NOT NULL\n);\n";
        assert_eq!(
            Dialect::Sqlite.migration(text),
            "CREATE TABLE a (\n    id INTEGER PRIMARY KEY,\n    hash BLOB NOT NULL\n) STRICT;\n"
        );
    }
}
