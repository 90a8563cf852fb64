//! The tables, and how older ones become these.

use rusqlite::{Connection, OptionalExtension as _, params};

use super::failed;
use crate::database::error::DatabaseError;
use crate::database::keys::ServiceRow;

/// The version of the tables below.
pub(super) const VERSION: i32 = 1;

/// Times are nanoseconds since 1970. `email` and `idempotent` are tags: hashes that only the key of the seal makes.
///
/// Each index that requests have is one that every create pays for. The partial ones hold open requests alone.
const TABLES: &str = "
    CREATE TABLE schema_version (version INTEGER NOT NULL) STRICT;
    CREATE TABLE service (
        id TEXT NOT NULL, fingerprint BLOB NOT NULL, issuer_key BLOB NOT NULL, root BLOB NOT NULL, issuer BLOB NOT NULL,
        token_key BLOB NOT NULL, nonce_secret BLOB NOT NULL) STRICT;

    CREATE TABLE rps (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE, form TEXT NOT NULL, matching INTEGER NOT NULL,
        most_open INTEGER NOT NULL, most_kept INTEGER NOT NULL, most_invisible INTEGER NOT NULL, key_hash BLOB NOT NULL UNIQUE,
        added INTEGER NOT NULL, kept INTEGER NOT NULL DEFAULT 0, invisible INTEGER NOT NULL DEFAULT 0) STRICT;

    CREATE TABLE users (
        id TEXT PRIMARY KEY, email_tag BLOB NOT NULL UNIQUE, email BLOB NOT NULL, secret BLOB NOT NULL, added INTEGER NOT NULL)
        STRICT;
    CREATE TABLE devices (
        id TEXT PRIMARY KEY, user TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, key TEXT NOT NULL UNIQUE,
        name BLOB NOT NULL, added INTEGER NOT NULL) STRICT;
    CREATE INDEX devices_of_user ON devices (user, added);
    CREATE TABLE invites (
        hash BLOB PRIMARY KEY, user TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, ends INTEGER NOT NULL,
        device TEXT REFERENCES devices (id) ON DELETE CASCADE) STRICT;
    CREATE INDEX invites_of_user ON invites (user);
    CREATE INDEX invites_of_device ON invites (device);
    CREATE INDEX invites_by_end ON invites (ends);
    CREATE TABLE sessions (
        hash BLOB PRIMARY KEY, device TEXT NOT NULL REFERENCES devices (id) ON DELETE CASCADE, ends INTEGER NOT NULL) STRICT;
    CREATE INDEX sessions_of_device ON sessions (device);
    CREATE INDEX sessions_by_end ON sessions (ends);
    CREATE TABLE certificates (
        device TEXT NOT NULL REFERENCES devices (id) ON DELETE CASCADE,
        rp TEXT NOT NULL REFERENCES rps (id) ON DELETE CASCADE, der BLOB NOT NULL, PRIMARY KEY (device, rp)) STRICT;
    CREATE INDEX certificates_of_rp ON certificates (rp);
    CREATE TABLE nonces (hash BLOB PRIMARY KEY, until INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE INDEX nonces_by_end ON nonces (until);

    CREATE TABLE requests (
        id TEXT PRIMARY KEY, rp TEXT NOT NULL REFERENCES rps (id) ON DELETE CASCADE, email BLOB NOT NULL, idempotent BLOB,
        invisible INTEGER NOT NULL, created INTEGER NOT NULL, deadline INTEGER NOT NULL, kept_until INTEGER NOT NULL,
        first_read INTEGER, decided_at INTEGER, hidden INTEGER NOT NULL DEFAULT 0, asked BLOB NOT NULL, verdict BLOB) STRICT;
    CREATE INDEX requests_open ON requests (rp, deadline) WHERE decided_at IS NULL;
    CREATE INDEX requests_to_email ON requests (email, created) WHERE decided_at IS NULL;
    CREATE INDEX requests_by_key ON requests (rp, idempotent) WHERE idempotent IS NOT NULL;
    CREATE INDEX requests_by_end ON requests (rp, kept_until);
    CREATE TABLE files (
        request TEXT NOT NULL REFERENCES requests (id) ON DELETE CASCADE, kind TEXT NOT NULL, content BLOB NOT NULL,
        PRIMARY KEY (request, kind)) STRICT;
";

/// Makes the tables where there are none. To be called within a transaction.
pub(super) fn migrate(db: &Connection) -> Result<(), DatabaseError> {
    match version(db)? {
        None => {
            db.execute_batch(TABLES).map_err(failed("making the tables"))?;
            let added = db.execute("INSERT INTO schema_version (version) VALUES (?1)", [VERSION]);
            added.map(drop).map_err(failed("making the tables"))
        }
        Some(found) if found > VERSION => Err(DatabaseError::Newer { found, known: VERSION }),
        Some(_) => Ok(()),
    }
}

/// `None` where there are no tables.
pub(super) fn version(db: &Connection) -> Result<Option<i32>, DatabaseError> {
    let look = || {
        // Asked by a statement: SQLite looks at what it has in memory otherwise, which is older than the transaction.
        let is_there = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'schema_version'";
        if !db.prepare(is_there)?.exists([])? {
            return Ok(None);
        }
        db.query_row("SELECT version FROM schema_version", [], |row| row.get(0)).optional()
    };
    look().map_err(failed("reading the version of the tables"))
}

/// What is kept of the service itself, if it is made.
pub(super) fn service(db: &Connection) -> Result<Option<ServiceRow>, DatabaseError> {
    let columns = "SELECT id, fingerprint, issuer_key, root, issuer, token_key, nonce_secret FROM service";
    let read = db.query_row(columns, [], |row| {
        Ok(ServiceRow {
            id: row.get(0)?,
            fingerprint: row.get(1)?,
            issuer_key: row.get(2)?,
            root: row.get(3)?,
            issuer: row.get(4)?,
            token_key: row.get(5)?,
            nonce_secret: row.get(6)?,
        })
    });
    read.optional().map_err(failed("reading the keys of the service"))
}

pub(super) fn put_service(db: &Connection, row: &ServiceRow) -> Result<(), DatabaseError> {
    let values =
        params![row.id, row.fingerprint, row.issuer_key, row.root, row.issuer, row.token_key, row.nonce_secret];
    let added = db.execute(
        "INSERT INTO service (id, fingerprint, issuer_key, root, issuer, token_key, nonce_secret)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        values,
    );
    added.map(drop).map_err(failed("keeping the keys of the service"))
}
