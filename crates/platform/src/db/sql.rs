//! A statement and its register. Every SQL text of the portal is a static made by [`sql!`], so that one test
//! can prepare them all on both databases.

use super::dialect::Dialect;
use std::borrow::Cow;
use std::sync::OnceLock;

/// One statement, written once and translated for each database on first use.
pub struct Sql {
    name: Cow<'static, str>,
    text: Cow<'static, str>,
    sqlite: OnceLock<String>,
    postgres: OnceLock<String>,
}

impl Sql {
    pub const fn new(name: &'static str, text: &'static str) -> Self {
        Self {
            name: Cow::Borrowed(name),
            text: Cow::Borrowed(text),
            sqlite: OnceLock::new(),
            postgres: OnceLock::new(),
        }
    }

    /// For the few statements put together from parts at start-up: lists with optional filters.
    pub fn composed(name: String, text: String) -> Self {
        Self {
            name: Cow::Owned(name),
            text: Cow::Owned(text),
            sqlite: OnceLock::new(),
            postgres: OnceLock::new(),
        }
    }

    /// Where the statement stands in the source, for error messages.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text as it was written.
    pub fn source(&self) -> &str {
        &self.text
    }

    /// Whether the statement changes rows and gives them back.
    pub(super) fn returns_changes(&self) -> bool {
        self.text.contains("RETURNING")
    }

    pub fn text_for(&self, dialect: Dialect) -> &str {
        let cell = match dialect {
            Dialect::Sqlite => &self.sqlite,
            Dialect::Postgres => &self.postgres,
        };
        cell.get_or_init(|| dialect.statement(&self.text))
    }
}

/// Declares the statements of a `store.rs`, and `ALL`, their register.
///
/// ```
/// platform::sql! {
///     pub TITLE: "SELECT title FROM documents_editions WHERE id = ?";
///     pub RENAME: "UPDATE documents_editions SET title = ? WHERE id = ?";
/// }
/// assert_eq!(ALL.len(), 2);
/// ```
#[macro_export]
macro_rules! sql {
    ($($(#[$doc:meta])* $vis:vis $name:ident : $text:expr;)*) => {
        $($(#[$doc])* $vis static $name: $crate::db::Sql =
            $crate::db::Sql::new(concat!(module_path!(), "::", stringify!($name)), $text);)*
        /// Every statement of this file.
        pub static ALL: &[&$crate::db::Sql] = &[$(&$name),*];
    };
}
