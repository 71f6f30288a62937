//! PostgreSQL through a pool of connections, for when several instances run.

use super::dialect::Dialect;
use super::postgres_tls;
use super::sql::Sql;
use super::value::{Cell, Cells, FromRow, Value};
use super::{DbError, Result};
use deadpool_postgres::{
    Manager, ManagerConfig, Object, Pool, PoolError, RecyclingMethod, Runtime, TimeoutType,
};
use std::error::Error;
use std::path::Path;
use std::time::Duration;
use tokio_postgres::config::SslMode;
use tokio_postgres::types::{FromSql, IsNull, ToSql, Type};
use tokio_postgres::{Config, NoTls};

const CONNECTIONS: usize = 10;

pub struct Postgres {
    pool: Pool,
}

impl Postgres {
    pub fn open(url: &str, ca_file: Option<&Path>) -> Result<Self> {
        // The driver does not know `verify-full` by name; here both words check the certificate and the name.
        let mut config: Config =
            url.replace("sslmode=verify-full", "sslmode=require").parse().map_err(|e| {
                DbError::Unreachable(format!("the address of the database is wrong: {}", chain(&e)))
            })?;
        // A server that vanished without a word is noticed in half a minute and not after hours.
        config.connect_timeout(Duration::from_secs(5)).tcp_user_timeout(Duration::from_secs(30));
        config.keepalives_idle(Duration::from_secs(30));
        let recycling = ManagerConfig { recycling_method: RecyclingMethod::Fast };
        // Without being asked for, TLS is not even tried: Debian's server offers it with a certificate that
        // nobody signed, and an unchecked certificate would protect from nobody.
        let manager = match (config.get_ssl_mode(), ca_file) {
            (SslMode::Require, _) => {
                Manager::from_config(config, postgres_tls::connector(ca_file)?, recycling)
            }
            (_, None) => Manager::from_config(config, NoTls, recycling),
            (_, Some(_)) => {
                return Err(DbError::Unreachable(
                    "`database.ca_file` is set, but the address of the database does not say sslmode=require"
                        .into(),
                ));
            }
        };
        let pool = Pool::builder(manager)
            .max_size(CONNECTIONS)
            .runtime(Runtime::Tokio1)
            .wait_timeout(Some(Duration::from_secs(10)))
            .create_timeout(Some(Duration::from_secs(10)))
            .build()
            .map_err(|e| DbError::Other(e.to_string()))?;
        Ok(Self { pool })
    }

    pub async fn connection(&self) -> Result<Object> {
        self.pool.get().await.map_err(|error| match error {
            PoolError::Timeout(TimeoutType::Wait) => DbError::Busy,
            PoolError::Backend(error) => DbError::Unreachable(chain(&error)),
            other => DbError::Unreachable(chain(&other)),
        })
    }

    pub async fn write(&self) -> Result<PostgresWrite> {
        // Wrapped before BEGIN is sent: given up while waiting for the answer, the connection must not go back
        // to the pool with an open transaction.
        let write = PostgresWrite { conn: Some(self.connection().await?) };
        write.conn().batch_execute("BEGIN").await?;
        Ok(write)
    }
}

/// A transaction. Dropped without a commit, its connection leaves the pool and closes, which rolls it back.
pub struct PostgresWrite {
    conn: Option<Object>,
}

impl PostgresWrite {
    pub fn conn(&self) -> &Object {
        self.conn.as_ref().expect("held until commit")
    }

    pub async fn commit(mut self) -> Result<()> {
        self.conn().batch_execute("COMMIT").await?;
        // Kept: the connection goes back to the pool clean.
        drop(self.conn.take());
        Ok(())
    }

    pub async fn roll_back(mut self) {
        if self.conn().batch_execute("ROLLBACK").await.is_ok() {
            drop(self.conn.take());
        }
    }
}

impl Drop for PostgresWrite {
    fn drop(&mut self) {
        if let Some(conn) = self.conn.take() {
            drop(Object::take(conn));
        }
    }
}

impl ToSql for Value<'_> {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut tokio_postgres::types::private::BytesMut,
    ) -> std::result::Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self {
            Value::Null => Ok(IsNull::Yes),
            Value::Int(v) => match *ty {
                Type::INT8 => v.to_sql(ty, out),
                Type::INT4 => i32::try_from(*v)?.to_sql(ty, out),
                Type::INT2 => i16::try_from(*v)?.to_sql(ty, out),
                _ => Err(format!("a number was given where {ty} is expected").into()),
            },
            Value::Text(v) => match *ty {
                Type::TEXT | Type::VARCHAR | Type::UNKNOWN => v.as_ref().to_sql(&Type::TEXT, out),
                _ => Err(format!("text was given where {ty} is expected").into()),
            },
            Value::Bytes(v) => match *ty {
                Type::BYTEA => v.as_ref().to_sql(ty, out),
                _ => Err(format!("bytes were given where {ty} is expected").into()),
            },
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    tokio_postgres::types::to_sql_checked!();
}

struct Raw<'a>(Cell<'a>);

impl<'a> FromSql<'a> for Raw<'a> {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> std::result::Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Raw(match *ty {
            Type::INT8 => Cell::Int(i64::from_sql(ty, raw)?),
            Type::INT4 => Cell::Int(i32::from_sql(ty, raw)?.into()),
            Type::INT2 => Cell::Int(i16::from_sql(ty, raw)?.into()),
            Type::BOOL => Cell::Int(bool::from_sql(ty, raw)?.into()),
            Type::TEXT | Type::VARCHAR | Type::NAME => Cell::Text(<&str>::from_sql(ty, raw)?),
            Type::BYTEA => Cell::Bytes(raw),
            _ => return Err(format!("a column of type {ty} cannot be read").into()),
        }))
    }

    fn from_sql_null(_: &Type) -> std::result::Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Raw(Cell::Null))
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

struct Row<'r> {
    row: &'r tokio_postgres::Row,
    next: usize,
}

impl Cells for Row<'_> {
    fn next_cell(&mut self) -> Result<Cell<'_>> {
        let Raw(cell) = self.row.try_get(self.next)?;
        self.next += 1;
        Ok(cell)
    }
}

fn refs<'p, 'v: 'p>(params: &'p [Value<'v>]) -> impl Iterator<Item = &'p (dyn ToSql + Sync)> {
    params.iter().map(|value| value as &(dyn ToSql + Sync))
}

pub async fn all<T: FromRow>(conn: &Object, sql: &Sql, params: &[Value<'_>], limit: usize) -> Result<Vec<T>> {
    let statement = conn.prepare_cached(sql.text_for(Dialect::Postgres)).await?;
    let params: Vec<_> = refs(params).collect();
    let rows = conn.query(&statement, &params).await?;
    rows.iter().take(limit).map(|row| T::from_row(&mut Row { row, next: 0 })).collect()
}

pub async fn run(conn: &Object, sql: &Sql, params: &[Value<'_>]) -> Result<u64> {
    let statement = conn.prepare_cached(sql.text_for(Dialect::Postgres)).await?;
    let params: Vec<_> = refs(params).collect();
    Ok(conn.execute(&statement, &params).await?)
}

/// An error with its causes, each once: drivers hide the reason one level down.
fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        let cause_text = cause.to_string();
        if !text.contains(&cause_text) {
            text.push_str(": ");
            text.push_str(&cause_text);
        }
        source = cause.source();
    }
    text
}

impl From<tokio_postgres::Error> for DbError {
    fn from(error: tokio_postgres::Error) -> Self {
        use tokio_postgres::error::SqlState;
        let broken = |error: &tokio_postgres::Error| {
            error.is_closed() || error.source().is_some_and(|cause| cause.is::<std::io::Error>())
        };
        match error.code() {
            Some(&SqlState::UNIQUE_VIOLATION) => DbError::NotUnique(chain(&error)),
            Some(&SqlState::DISK_FULL) => DbError::Full,
            Some(&SqlState::T_R_DEADLOCK_DETECTED | &SqlState::T_R_SERIALIZATION_FAILURE) => DbError::Busy,
            Some(&SqlState::ADMIN_SHUTDOWN | &SqlState::CRASH_SHUTDOWN | &SqlState::CANNOT_CONNECT_NOW) => {
                DbError::Unreachable(chain(&error))
            }
            _ if broken(&error) => DbError::Unreachable(chain(&error)),
            _ => DbError::Other(chain(&error)),
        }
    }
}
