//! The store that comes with the crate: one SQLite database, in memory or in a folder.

use std::fs::DirBuilder;
use std::io;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use idw_keys::Address;
use jiff::Timestamp;
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension as _, Row, Transaction, params};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::{
    Application, ApplicationStatus, Attribute, FileId, NewFile, Pass, PassKind, SignUp, Store, StoreError, StoredFile,
    User,
};
use crate::config::Requirement;

/// Name of the database inside the folder given to [`SqliteStore::open`].
const FILE_NAME: &str = "relying-party.sqlite";

/// Times are RFC 3339 text where people read them, seconds since 1970 where they are compared.
const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS users (
        id TEXT PRIMARY KEY, attributes TEXT NOT NULL, meta TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
        sign_ups INTEGER NOT NULL, logins INTEGER NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS wallets (
        address TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users (id)) STRICT;
    CREATE TABLE IF NOT EXISTS files (
        id TEXT PRIMARY KEY, owner TEXT NOT NULL, name TEXT NOT NULL, mime_type TEXT NOT NULL, size INTEGER NOT NULL,
        sha256 TEXT NOT NULL, received_at TEXT NOT NULL, content BLOB NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS applications (
        id TEXT PRIMARY KEY, wallet TEXT NOT NULL, template TEXT NOT NULL, status INTEGER NOT NULL,
        attributes TEXT NOT NULL, created_at TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS asked_again (
        application TEXT PRIMARY KEY REFERENCES applications (id), requirements TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS passes (
        kind TEXT NOT NULL, digest TEXT NOT NULL, wallet TEXT NOT NULL, expires INTEGER NOT NULL,
        PRIMARY KEY (kind, digest)) STRICT;
    CREATE TABLE IF NOT EXISTS spent_nonces (nonce TEXT PRIMARY KEY, expires INTEGER NOT NULL) STRICT;
";

/// Users, files and applications in SQLite. Calls take turns on one connection.
#[derive(Debug)]
pub struct SqliteStore {
    connection: Mutex<Connection>,
}

impl SqliteStore {
    /// A store that is gone with the process.
    ///
    /// # Errors
    /// [`StoreError`] when SQLite cannot start.
    pub fn in_memory() -> Result<Self, StoreError> {
        Self::prepare(Connection::open_in_memory().map_err(failed("opening the database"))?)
    }

    /// The store in `folder`, which is made when it is not there.
    ///
    /// # Errors
    /// [`StoreError`] when the folder or the database cannot be opened.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        make_private(folder).map_err(failed("making the data folder"))?;
        let connection = Connection::open(folder.join(FILE_NAME)).map_err(failed("opening the database"))?;
        connection.pragma_update(None, "journal_mode", "wal").map_err(failed("opening the database"))?;
        Self::prepare(connection)
    }

    fn prepare(connection: Connection) -> Result<Self, StoreError> {
        connection.pragma_update(None, "foreign_keys", true).map_err(failed("opening the database"))?;
        connection.execute_batch(SCHEMA).map_err(failed("making the tables"))?;
        Ok(Self { connection: Mutex::new(connection) })
    }

    /// Runs `work` in one transaction; an error undoes it.
    fn write<T>(
        &self,
        doing: &'static str,
        work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        let mut connection = self.lock();
        let transaction = connection.transaction().map_err(failed(doing))?;
        let result = work(&transaction).map_err(failed(doing))?;
        transaction.commit().map_err(failed(doing))?;
        Ok(result)
    }

    fn read<T>(
        &self,
        doing: &'static str,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        work(&self.lock()).map_err(failed(doing))
    }

    /// A panic elsewhere leaves no half-done work here: transactions roll back when dropped.
    fn lock(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store for SqliteStore {
    fn spend_nonce(&self, nonce: &str, expires: Timestamp) -> Result<bool, StoreError> {
        self.write("noting a nonce", |db| {
            db.execute("DELETE FROM spent_nonces WHERE expires < ?1", [Timestamp::now().as_second()])?;
            let added = db.execute(
                "INSERT OR IGNORE INTO spent_nonces (nonce, expires) VALUES (?1, ?2)",
                params![nonce, expires.as_second()],
            )?;
            Ok(added == 1)
        })
    }

    fn keep_pass(&self, pass: &Pass) -> Result<(), StoreError> {
        self.write("keeping a pass", |db| {
            db.execute("DELETE FROM passes WHERE expires <= ?1", [Timestamp::now().as_second()])?;
            db.execute(
                "INSERT INTO passes (kind, digest, wallet, expires) VALUES (?1, ?2, ?3, ?4)",
                params![pass.kind.as_str(), pass.digest, pass.wallet.lower_hex(), pass.expires.as_second()],
            )?;
            Ok(())
        })
    }

    fn find_pass(&self, kind: PassKind, digest: &str) -> Result<Option<Address>, StoreError> {
        self.read("looking up a pass", |db| {
            db.query_row(
                "SELECT wallet FROM passes WHERE kind = ?1 AND digest = ?2 AND expires > ?3",
                params![kind.as_str(), digest, Timestamp::now().as_second()],
                |row| address(row, 0),
            )
            .optional()
        })
    }

    fn take_pass(&self, kind: PassKind, digest: &str) -> Result<Option<Address>, StoreError> {
        self.write("taking a pass", |db| {
            db.query_row(
                "DELETE FROM passes WHERE kind = ?1 AND digest = ?2 AND expires > ?3 RETURNING wallet",
                params![kind.as_str(), digest, Timestamp::now().as_second()],
                |row| address(row, 0),
            )
            .optional()
        })
    }

    fn add_file(&self, file: &NewFile) -> Result<(), StoreError> {
        self.write("adding a file", |db| insert_file(db, file))
    }

    fn file(&self, id: &FileId) -> Result<Option<StoredFile>, StoreError> {
        self.read("looking up a file", |db| {
            db.query_row(&format!("{SELECT_FILES} WHERE id = ?1"), [id.as_str()], read_file).optional()
        })
    }

    fn file_content(&self, id: &FileId) -> Result<Option<Bytes>, StoreError> {
        self.read("reading a file", |db| {
            let content = |row: &Row<'_>| row.get::<_, Vec<u8>>(0).map(Bytes::from);
            db.query_row("SELECT content FROM files WHERE id = ?1", [id.as_str()], content).optional()
        })
    }

    fn files(&self) -> Result<Vec<StoredFile>, StoreError> {
        self.read("listing files", |db| {
            db.prepare(&format!("{SELECT_FILES} ORDER BY rowid"))?.query_map([], read_file)?.collect()
        })
    }

    fn sign_up(&self, sign_up: &SignUp) -> Result<(), StoreError> {
        self.write("signing a user up", |db| {
            for file in &sign_up.files {
                insert_file(db, file)?;
            }
            let wallet = sign_up.wallet.lower_hex();
            let user_id = match user_of(db, &wallet)? {
                Some(user_id) => user_id,
                None => insert_user(db, &wallet)?,
            };
            db.execute(
                "UPDATE users SET attributes = ?2, meta = ?3, updated_at = ?4, sign_ups = sign_ups + 1 WHERE id = ?1",
                params![
                    user_id,
                    attributes_to_text(&sign_up.attributes),
                    sign_up.meta.as_ref().map(Value::to_string),
                    Timestamp::now().to_string()
                ],
            )?;
            Ok(())
        })
    }

    fn user(&self, wallet: Address) -> Result<Option<User>, StoreError> {
        self.read("looking up a user", |db| match user_of(db, &wallet.lower_hex())? {
            Some(user_id) => {
                db.query_row(&format!("{SELECT_USERS} WHERE id = ?1"), [user_id], |row| read_user(db, row)).optional()
            }
            None => Ok(None),
        })
    }

    fn users(&self) -> Result<Vec<User>, StoreError> {
        self.read("listing users", |db| {
            db.prepare(&format!("{SELECT_USERS} ORDER BY rowid"))?.query_map([], |row| read_user(db, row))?.collect()
        })
    }

    fn record_login(&self, wallet: Address) -> Result<(), StoreError> {
        self.write("counting a login", |db| {
            db.execute(
                "UPDATE users SET logins = logins + 1 WHERE id = (SELECT user_id FROM wallets WHERE address = ?1)",
                [wallet.lower_hex()],
            )?;
            Ok(())
        })
    }

    fn add_application(&self, application: &Application) -> Result<(), StoreError> {
        self.write("adding an application", |db| {
            db.execute(
                "INSERT INTO applications (id, wallet, template, status, attributes, created_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![
                    application.id,
                    application.wallet.lower_hex(),
                    application.template,
                    application.status.code(),
                    attributes_to_text(&application.attributes),
                    application.created_at.to_string()
                ],
            )?;
            Ok(())
        })
    }

    fn update_application(&self, application: &Application) -> Result<(), StoreError> {
        self.write("updating an application", |db| {
            db.execute(
                "UPDATE applications SET status = ?2, attributes = ?3 WHERE id = ?1",
                params![application.id, application.status.code(), attributes_to_text(&application.attributes)],
            )?;
            db.execute(
                "INSERT INTO asked_again (application, requirements) VALUES (?1, ?2)
                 ON CONFLICT (application) DO UPDATE SET requirements = ?2",
                params![application.id, requirements_to_text(&application.asked_again)],
            )?;
            Ok(())
        })
    }

    fn applications(&self) -> Result<Vec<Application>, StoreError> {
        self.read("listing applications", |db| {
            db.prepare(
                "SELECT id, wallet, template, status, attributes, created_at, requirements
                 FROM applications LEFT JOIN asked_again ON application = id ORDER BY applications.rowid",
            )?
            .query_map([], read_application)?
            .collect()
        })
    }
}

/// Makes a folder that other users of the machine cannot look into; one that is there stays as it is.
fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

const SELECT_FILES: &str = "SELECT id, owner, name, mime_type, size, sha256, received_at FROM files";
const SELECT_USERS: &str = "SELECT id, attributes, meta, created_at, updated_at, sign_ups, logins FROM users";

fn insert_file(db: &Transaction<'_>, file: &NewFile) -> rusqlite::Result<()> {
    db.execute(
        "INSERT INTO files (id, owner, name, mime_type, size, sha256, received_at, content)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            file.id.as_str(),
            file.owner.lower_hex(),
            file.name,
            file.mime_type,
            i64::try_from(file.content.len()).unwrap_or(i64::MAX),
            hex::encode(Sha256::digest(&file.content)),
            Timestamp::now().to_string(),
            &file.content[..]
        ],
    )?;
    Ok(())
}

fn insert_user(db: &Transaction<'_>, wallet: &str) -> rusqlite::Result<String> {
    let user_id = uuid::Uuid::new_v4().to_string();
    let now = Timestamp::now().to_string();
    db.execute(
        "INSERT INTO users (id, attributes, created_at, updated_at, sign_ups, logins) VALUES (?1, '[]', ?2, ?2, 0, 0)",
        params![user_id, now],
    )?;
    db.execute("INSERT INTO wallets (address, user_id) VALUES (?1, ?2)", params![wallet, user_id])?;
    Ok(user_id)
}

fn user_of(db: &Connection, wallet: &str) -> rusqlite::Result<Option<String>> {
    db.query_row("SELECT user_id FROM wallets WHERE address = ?1", [wallet], |row| row.get(0)).optional()
}

fn read_file(row: &Row<'_>) -> rusqlite::Result<StoredFile> {
    Ok(StoredFile {
        id: FileId::from_text(row.get::<_, String>(0)?),
        owner: address(row, 1)?,
        name: row.get(2)?,
        mime_type: row.get(3)?,
        size: row.get::<_, i64>(4)?.unsigned_abs(),
        sha256: row.get(5)?,
        received_at: timestamp(row, 6)?,
    })
}

fn read_user(db: &Connection, row: &Row<'_>) -> rusqlite::Result<User> {
    let id: String = row.get(0)?;
    let wallets = db
        .prepare_cached("SELECT address FROM wallets WHERE user_id = ?1 ORDER BY rowid")?
        .query_map([&id], |row| address(row, 0))?
        .collect::<Result<_, _>>()?;
    let meta: Option<String> = row.get(2)?;
    Ok(User {
        wallets,
        attributes: attributes(row, 1)?,
        meta: meta.map(|text| serde_json::from_str(&text)).transpose().map_err(|error| unreadable(2, error))?,
        created_at: timestamp(row, 3)?,
        updated_at: timestamp(row, 4)?,
        sign_ups: row.get::<_, i64>(5)?.unsigned_abs(),
        logins: row.get::<_, i64>(6)?.unsigned_abs(),
        id,
    })
}

fn read_application(row: &Row<'_>) -> rusqlite::Result<Application> {
    let status = ApplicationStatus::from_code(row.get(3)?);
    Ok(Application {
        id: row.get(0)?,
        wallet: address(row, 1)?,
        template: row.get(2)?,
        status: status.ok_or_else(|| unreadable(3, "no such application status"))?,
        attributes: attributes(row, 4)?,
        created_at: timestamp(row, 5)?,
        asked_again: requirements(row, 6)?,
    })
}

/// The stored form of requirements: a JSON array, as a configuration has them.
fn requirements_to_text(requirements: &[Requirement]) -> String {
    let record = |asked: &Requirement| json!({"id": asked.id, "schemaId": asked.schema, "label": asked.label, "required": asked.required});
    Value::Array(requirements.iter().map(record).collect()).to_string()
}

fn requirements(row: &Row<'_>, column: usize) -> rusqlite::Result<Vec<Requirement>> {
    let text: Option<String> = row.get(column)?;
    let Some(text) = text else { return Ok(Vec::new()) };
    let records: Vec<Value> = serde_json::from_str(&text).map_err(|error| unreadable(column, error))?;
    let read = records.iter().map(|record| Requirement::read(record, true)).collect::<Option<_>>();
    read.ok_or_else(|| unreadable(column, "not a requirement"))
}

fn address(row: &Row<'_>, column: usize) -> rusqlite::Result<Address> {
    row.get::<_, String>(column)?.parse().map_err(|_| unreadable(column, "not an address"))
}

fn timestamp(row: &Row<'_>, column: usize) -> rusqlite::Result<Timestamp> {
    row.get::<_, String>(column)?.parse().map_err(|error: jiff::Error| unreadable(column, error))
}

/// The stored form of attributes: a JSON array, spelt out here so that no wire type decides it.
fn attributes_to_text(attributes: &[Attribute]) -> String {
    let record = |attribute: &Attribute| {
        json!({
            "id": attribute.id,
            "schema": attribute.schema,
            "value": attribute.value,
            "requested": attribute.requested,
        })
    };
    Value::Array(attributes.iter().map(record).collect()).to_string()
}

fn attributes(row: &Row<'_>, column: usize) -> rusqlite::Result<Vec<Attribute>> {
    let text: String = row.get(column)?;
    let records: Vec<Value> = serde_json::from_str(&text).map_err(|error| unreadable(column, error))?;
    let read = |record: Value| {
        Some(Attribute {
            id: record.get("id")?.as_str().map(str::to_owned),
            schema: record.get("schema")?.as_str()?.to_owned(),
            value: record.get("value")?.clone(),
            requested: record.get("requested")?.as_bool()?,
        })
    };
    records.into_iter().map(read).collect::<Option<_>>().ok_or_else(|| unreadable(column, "not an attribute"))
}

fn unreadable(column: usize, error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, Type::Text, error.into())
}

fn failed<E: Into<Box<dyn std::error::Error + Send + Sync>>>(doing: &'static str) -> impl FnOnce(E) -> StoreError {
    move |source| StoreError { doing, source: source.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wallet(last: u8) -> Address {
        format!("0x{}{last:02x}", "00".repeat(19)).parse().unwrap()
    }

    fn sign_up(wallet: Address, first_name: &str) -> SignUp {
        let attribute = Attribute {
            id: Some("first".to_owned()),
            schema: "http://platform.selfkey.org/schema/attribute/first-name.json".to_owned(),
            value: json!(first_name),
            requested: true,
        };
        SignUp { wallet, attributes: vec![attribute], meta: Some(json!({"plan": 1})), files: Vec::new() }
    }

    fn in_an_hour() -> Timestamp {
        Timestamp::from_second(Timestamp::now().as_second() + 3600).unwrap()
    }

    #[test]
    fn a_second_sign_up_updates_the_user() {
        let store = SqliteStore::in_memory().unwrap();
        store.sign_up(&sign_up(wallet(1), "Ada")).unwrap();
        store.sign_up(&sign_up(wallet(1), "Augusta")).unwrap();
        store.record_login(wallet(1)).unwrap();
        let users = store.users().unwrap();
        assert_eq!(users.len(), 1);
        assert_eq!(users[0].attributes[0].value, json!("Augusta"));
        assert_eq!(users[0].meta, Some(json!({"plan": 1})));
        assert_eq!((users[0].sign_ups, users[0].logins), (2, 1));
        assert_eq!(store.user(wallet(1)).unwrap().as_ref(), users.first());
        assert_eq!(store.user(wallet(2)).unwrap(), None);
    }

    #[test]
    fn a_pass_is_taken_once_and_not_after_its_time() {
        let store = SqliteStore::in_memory().unwrap();
        let pass = Pass { kind: PassKind::Ticket, digest: "aa".to_owned(), wallet: wallet(1), expires: in_an_hour() };
        store.keep_pass(&pass).unwrap();
        assert_eq!(store.take_pass(PassKind::Session, "aa").unwrap(), None);
        assert_eq!(store.find_pass(PassKind::Ticket, "aa").unwrap(), Some(wallet(1)));
        assert_eq!(store.take_pass(PassKind::Ticket, "aa").unwrap(), Some(wallet(1)));
        assert_eq!(store.take_pass(PassKind::Ticket, "aa").unwrap(), None);
        store.keep_pass(&Pass { expires: Timestamp::UNIX_EPOCH, ..pass }).unwrap();
        assert_eq!(store.take_pass(PassKind::Ticket, "aa").unwrap(), None);
    }

    #[test]
    fn a_nonce_is_spent_once() {
        let store = SqliteStore::in_memory().unwrap();
        assert!(store.spend_nonce("n", in_an_hour()).unwrap());
        assert!(!store.spend_nonce("n", in_an_hour()).unwrap());
        assert!(store.spend_nonce("m", in_an_hour()).unwrap());
    }

    #[test]
    fn a_folder_keeps_everything() {
        let folder = tempfile::tempdir().unwrap();
        let file = NewFile {
            id: FileId::make(),
            owner: wallet(1),
            name: "bill.pdf".to_owned(),
            mime_type: "application/pdf".to_owned(),
            content: Bytes::from_static(b"%PDF-1.7"),
        };
        let application = Application {
            id: "a".to_owned(),
            wallet: wallet(1),
            template: "1".to_owned(),
            status: ApplicationStatus::IN_PROGRESS,
            attributes: Vec::new(),
            asked_again: Vec::new(),
            created_at: Timestamp::now(),
        };
        {
            let store = SqliteStore::open(folder.path()).unwrap();
            store.sign_up(&SignUp { files: vec![file.clone()], ..sign_up(wallet(1), "Ada") }).unwrap();
            store.add_application(&application).unwrap();
        }
        let store = SqliteStore::open(folder.path()).unwrap();
        assert_eq!(store.users().unwrap().len(), 1);
        assert_eq!(store.applications().unwrap(), std::slice::from_ref(&application));
        let wanted = Requirement {
            id: Some("more".to_owned()),
            schema: "http://rp.example/more.json".to_owned(),
            label: None,
            required: true,
        };
        let changed = Application { status: ApplicationStatus::MORE_WANTED, asked_again: vec![wanted], ..application };
        store.update_application(&changed).unwrap();
        assert_eq!(store.applications().unwrap(), [changed]);
        assert_eq!(store.file_content(&file.id).unwrap().unwrap(), file.content);
        let stored = store.file(&file.id).unwrap().unwrap();
        assert_eq!((stored.size, stored.owner), (8, wallet(1)));
        assert_eq!(stored.sha256, hex::encode(Sha256::digest(b"%PDF-1.7")));
    }

    #[test]
    fn a_failed_sign_up_leaves_nothing() {
        let store = SqliteStore::in_memory().unwrap();
        let file = NewFile {
            id: FileId::from_text("same"),
            owner: wallet(1),
            name: String::new(),
            mime_type: "image/png".to_owned(),
            content: Bytes::from_static(b"x"),
        };
        let twice = SignUp { files: vec![file.clone(), file], ..sign_up(wallet(1), "Ada") };
        assert!(store.sign_up(&twice).is_err());
        assert!(store.users().unwrap().is_empty());
        assert!(store.files().unwrap().is_empty());
    }
}
