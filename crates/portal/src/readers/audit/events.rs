//! What happens to the log itself: somebody took a copy of it.

use super::filter::Filter;
use crate::web::Names;
use platform::activity::{Activity, NewActivity};
use platform::lang::L10n;
use platform::subject::Subject;
use serde::{Deserialize, Serialize};

pub const EXPORTED: &str = "audit.log.exported";

/// The rows that were taken, by the filter that chose them.
#[derive(Serialize, Deserialize)]
pub struct LogExported {
    pub filter: Filter,
}

impl From<LogExported> for NewActivity {
    fn from(event: LogExported) -> Self {
        NewActivity {
            kind: EXPORTED,
            subject: Subject::new("audit.log", 0),
            scope: None,
            data: serde_json::to_value(event).expect("a plain struct"),
        }
    }
}

pub fn describe(event: &Activity, l: &L10n, names: &Names) -> Option<String> {
    let _: LogExported = event.facts().ok()?;
    Some(l.f1("audit-exported", "who", names.actor(event, l)))
}
