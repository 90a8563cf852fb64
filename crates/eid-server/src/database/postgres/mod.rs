//! Everything in a PostgreSQL database, which several instances can share. Each call is one statement: what takes more than a line of SQL
//! is a function in `tables.sql`.

mod address;
mod devices;
mod listen;
mod passfile;
mod requests;
mod rps;
mod sweep;
mod tls;
mod users;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use deadpool_postgres::{Hook, HookError, Manager, ManagerConfig, Object, Pool, RecyclingMethod};
use jiff::Timestamp;
use tokio::sync::broadcast;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, NoTls, Row, Transaction};

use super::error::DatabaseError;
use super::keys::ServiceRow;
use super::seal::Seal;
use super::seal_key;
use super::types::{Change, Health, ServiceKeys};
use address::Road;
use listen::Listener;

const TABLES: &str = include_str!("tables.sql");
/// The version of the tables.
const VERSION: i32 = 1;
/// How many connections there are at most.
const MOST_CONNECTIONS: usize = 16;
/// How long a call waits for one of them.
const WAIT: Duration = Duration::from_secs(5);
/// Whatever the database is set to: what is answered is on the disk, and nobody waits for ever.
const SETTINGS: &str = "SET synchronous_commit = on; SET statement_timeout = '30s'; SET lock_timeout = '10s';
    SET idle_in_transaction_session_timeout = '30s'; SET default_transaction_isolation = 'read committed'";

/// The database. Dropping it closes it.
#[derive(Debug)]
pub(super) struct Postgres {
    pool: Pool,
    seal: Arc<Seal>,
    _listener: Listener,
}

impl Postgres {
    /// Opens it, and makes the tables where there are none. From then on it listens to what others change.
    pub(super) async fn open(
        url: &str,
        data_dir: &Path,
        now: Timestamp,
        changes: broadcast::Sender<Change>,
    ) -> Result<(Self, Arc<Seal>, ServiceKeys), DatabaseError> {
        let (config, road) = address::read(url)?;
        let manager = ManagerConfig { recycling_method: RecyclingMethod::Fast };
        let manager = match road {
            Road::Plain => Manager::from_config(config.clone(), NoTls, manager),
            Road::Tls => Manager::from_config(config.clone(), tls::connector()?, manager),
        };
        let set = Hook::async_fn(|client, _| {
            Box::pin(async move { client.batch_execute(SETTINGS).await.map_err(HookError::Backend) })
        });
        let pool = Pool::builder(manager).max_size(MOST_CONNECTIONS).post_create(set).build();
        let pool = pool.map_err(|_| DatabaseError::Closed)?;
        let mut client = take(&pool).await?;
        let (seal, service) = prepare(&mut client, data_dir, now).await?;
        drop(client);
        let seal = Arc::new(seal);
        let keys = service.read(&seal)?;
        let listener = Listener::start(config, road, Arc::clone(&seal), changes).await?;
        Ok((Self { pool, seal: Arc::clone(&seal), _listener: listener }, seal, keys))
    }

    pub(super) async fn check(&self) -> Result<(), DatabaseError> {
        self.one("looking at the database", "SELECT version FROM schema_version", &[]).await.map(drop)
    }

    pub(super) async fn health(&self) -> Result<Health, DatabaseError> {
        let doing = "looking at the database";
        let row = self.one(doing, "SELECT version, version() FROM schema_version", &[]).await?;
        let (schema_version, says) = (get(&row, 0)?, get(&row, 1)?);
        let row = self.one(doing, "SELECT pg_is_in_recovery()", &[]).await?;
        let is_copy: bool = get(&row, 0)?;
        Ok(Health { schema_version, says, is_sound: !is_copy, free_bytes: None })
    }

    /// The rows that a statement gives.
    async fn all(
        &self,
        doing: &'static str,
        sql: &str,
        values: &[&(dyn ToSql + Sync)],
    ) -> Result<Vec<Row>, DatabaseError> {
        let client = take(&self.pool).await?;
        let statement = client.prepare_cached(sql).await.map_err(failed(doing))?;
        client.query(&statement, values).await.map_err(failed(doing))
    }

    /// The first row that a statement gives.
    async fn first(
        &self,
        doing: &'static str,
        sql: &str,
        values: &[&(dyn ToSql + Sync)],
    ) -> Result<Option<Row>, DatabaseError> {
        Ok(self.all(doing, sql, values).await?.into_iter().next())
    }

    /// The first row of a statement that always gives one.
    async fn one(&self, doing: &'static str, sql: &str, values: &[&(dyn ToSql + Sync)]) -> Result<Row, DatabaseError> {
        self.first(doing, sql, values).await?.ok_or(DatabaseError::Damaged("a row is missing"))
    }
}

async fn take(pool: &Pool) -> Result<Object, DatabaseError> {
    let taken = tokio::time::timeout(WAIT, pool.get()).await;
    match taken {
        Ok(Ok(client)) => Ok(client),
        Ok(Err(error)) => Err(DatabaseError::Away(Box::new(error))),
        Err(error) => Err(DatabaseError::Away(Box::new(error))),
    }
}

/// Makes what is missing. Of several instances that open a new database, one does.
async fn prepare(client: &mut Client, data_dir: &Path, now: Timestamp) -> Result<(Seal, ServiceRow), DatabaseError> {
    let opening = "opening the database";
    let transaction = client.transaction().await.map_err(failed(opening))?;
    let lock = "SELECT pg_advisory_xact_lock(hashtextextended('idw_autheid tables', 0))";
    transaction.batch_execute(lock).await.map_err(failed(opening))?;
    migrate(&transaction).await?;
    let (seal, service) = if let Some(service) = service(&transaction).await? {
        (seal_key::read(data_dir, &service.fingerprint)?, service)
    } else {
        let seal = seal_key::read_or_make(data_dir)?;
        let service = ServiceRow::make(&seal, now)?;
        put_service(&transaction, &service).await?;
        (seal, service)
    };
    transaction.commit().await.map_err(failed(opening))?;
    Ok((seal, service))
}

async fn migrate(transaction: &Transaction<'_>) -> Result<(), DatabaseError> {
    let making = "making the tables";
    let look = "SELECT to_regclass('schema_version') IS NOT NULL";
    let is_there: bool = get(&transaction.query_one(look, &[]).await.map_err(failed(making))?, 0)?;
    if !is_there {
        transaction.batch_execute(TABLES).await.map_err(failed(making))?;
        let insert = "INSERT INTO schema_version (version) VALUES ($1)";
        return transaction.execute(insert, &[&VERSION]).await.map(drop).map_err(failed(making));
    }
    let row = transaction.query_one("SELECT version FROM schema_version", &[]).await.map_err(failed(making))?;
    let found: i32 = get(&row, 0)?;
    if found > VERSION { Err(DatabaseError::Newer { found, known: VERSION }) } else { Ok(()) }
}

async fn service(transaction: &Transaction<'_>) -> Result<Option<ServiceRow>, DatabaseError> {
    let columns = "SELECT id, fingerprint, issuer_key, root, issuer, token_key, nonce_secret FROM service";
    let row = transaction.query_opt(columns, &[]).await.map_err(failed("reading the keys of the service"))?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(ServiceRow {
        id: get(&row, 0)?,
        fingerprint: get(&row, 1)?,
        issuer_key: get(&row, 2)?,
        root: get(&row, 3)?,
        issuer: get(&row, 4)?,
        token_key: get(&row, 5)?,
        nonce_secret: get(&row, 6)?,
    }))
}

async fn put_service(transaction: &Transaction<'_>, row: &ServiceRow) -> Result<(), DatabaseError> {
    let insert = "INSERT INTO service (id, fingerprint, issuer_key, root, issuer, token_key, nonce_secret)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let ServiceRow { id, fingerprint, issuer_key, root, issuer, token_key, nonce_secret } = row;
    let values: [&(dyn ToSql + Sync); 7] = [id, fingerprint, issuer_key, root, issuer, token_key, nonce_secret];
    transaction.execute(insert, &values).await.map(drop).map_err(failed("keeping the keys of the service"))
}

/// A column of a row.
fn get<'a, T: tokio_postgres::types::FromSql<'a>>(row: &'a Row, column: usize) -> Result<T, DatabaseError> {
    row.try_get(column).map_err(failed("reading a row"))
}

/// Says what was being done. What the functions in `tables.sql` end with is told by its code.
fn failed(doing: &'static str) -> impl Fn(tokio_postgres::Error) -> DatabaseError {
    move |source| match source.code().map(SqlState::code) {
        Some("ID001") => DatabaseError::NonceSpent,
        Some("ID002") => DatabaseError::NoDevice,
        Some("ID003") => DatabaseError::TooMany,
        // Of class 08 and 57 are those of a server that is gone or going.
        Some(code) if code.starts_with("08") || code.starts_with("57P") => DatabaseError::Away(Box::new(source)),
        None if source.is_closed() => DatabaseError::Away(Box::new(source)),
        _ => DatabaseError::Postgres { doing, source },
    }
}
