//! The store that comes with the crate: one SQLite database, in memory or in a folder.

mod applications;
mod files;
mod rows;
mod users;

use std::fs::DirBuilder;
use std::io;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Transaction, params};

use self::rows::failed;
use super::{Pass, PassKind, Passes, StoreError};

/// Name of the database inside the folder given to [`SqliteStore::open`].
const FILE_NAME: &str = "relying-party.sqlite";

/// Of `user_version`: the tables below. Without a number come those of the first version, whose passes were all of
/// wallets; a pass lives for hours, so they are dropped.
const VERSION: i64 = 1;

/// Passes of one kind that a holder has at a time. Whoever is logged in could have any number made.
const PASSES_PER_HOLDER: i64 = 32;

/// Times are RFC 3339 text where people read them, seconds since 1970 where they are compared.
const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS users (
        id TEXT PRIMARY KEY, attributes TEXT NOT NULL, meta TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
        sign_ups INTEGER NOT NULL, logins INTEGER NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS names (
        name TEXT PRIMARY KEY, verifier TEXT NOT NULL, user_id TEXT NOT NULL REFERENCES users (id)) STRICT;
    CREATE TABLE IF NOT EXISTS wallets (
        address TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users (id)) STRICT;
    CREATE TABLE IF NOT EXISTS files (
        id TEXT PRIMARY KEY, owner TEXT NOT NULL, name TEXT NOT NULL, mime_type TEXT NOT NULL, size INTEGER NOT NULL,
        sha256 TEXT NOT NULL, received_at TEXT NOT NULL, content BLOB NOT NULL) STRICT;
    CREATE INDEX IF NOT EXISTS files_by_owner ON files (owner);
    CREATE TABLE IF NOT EXISTS unclaimed_files (
        id TEXT PRIMARY KEY REFERENCES files (id) ON DELETE CASCADE, since INTEGER NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS applications (
        id TEXT PRIMARY KEY, wallet TEXT NOT NULL, template TEXT NOT NULL, status INTEGER NOT NULL,
        attributes TEXT NOT NULL, created_at TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS asked_again (
        application TEXT PRIMARY KEY REFERENCES applications (id), requirements TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS messages (
        application TEXT NOT NULL REFERENCES applications (id), from_site INTEGER NOT NULL, text TEXT NOT NULL,
        at TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS kyc_users (wallet TEXT PRIMARY KEY, created_at TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS passes (
        kind TEXT NOT NULL, digest TEXT NOT NULL, holder TEXT NOT NULL, expires INTEGER NOT NULL,
        PRIMARY KEY (kind, digest)) STRICT;
    CREATE INDEX IF NOT EXISTS passes_by_time ON passes (expires);
    CREATE INDEX IF NOT EXISTS passes_by_holder ON passes (kind, holder);
    CREATE TABLE IF NOT EXISTS spent_nonces (nonce TEXT PRIMARY KEY, expires INTEGER NOT NULL) STRICT;
    CREATE INDEX IF NOT EXISTS nonces_by_time ON spent_nonces (expires);
";

/// Users, files, applications and passes in SQLite. Calls take turns on one connection.
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
        make_tables(&connection).map_err(failed("making the tables"))?;
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

impl Passes for SqliteStore {
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
                "INSERT OR REPLACE INTO passes (kind, digest, holder, expires) VALUES (?1, ?2, ?3, ?4)",
                params![pass.kind.as_str(), pass.digest, pass.holder, pass.expires.as_second()],
            )?;
            db.execute(
                "DELETE FROM passes WHERE rowid IN (SELECT rowid FROM passes WHERE kind = ?1 AND holder = ?2
                 ORDER BY rowid DESC LIMIT -1 OFFSET ?3)",
                params![pass.kind.as_str(), pass.holder, PASSES_PER_HOLDER],
            )?;
            Ok(())
        })
    }

    fn find_pass(&self, kind: PassKind, digest: &str) -> Result<Option<String>, StoreError> {
        self.read("looking up a pass", |db| {
            db.query_row(
                "SELECT holder FROM passes WHERE kind = ?1 AND digest = ?2 AND expires > ?3",
                params![kind.as_str(), digest, Timestamp::now().as_second()],
                |row| row.get(0),
            )
            .optional()
        })
    }

    fn take_pass(&self, kind: PassKind, digest: &str) -> Result<Option<String>, StoreError> {
        self.write("taking a pass", |db| {
            db.query_row(
                "DELETE FROM passes WHERE kind = ?1 AND digest = ?2 AND expires > ?3 RETURNING holder",
                params![kind.as_str(), digest, Timestamp::now().as_second()],
                |row| row.get(0),
            )
            .optional()
        })
    }

    fn revoke_passes(&self, kind: PassKind, holder: &str) -> Result<(), StoreError> {
        self.write("revoking passes", |db| {
            db.execute("DELETE FROM passes WHERE kind = ?1 AND holder = ?2", params![kind.as_str(), holder])?;
            Ok(())
        })
    }
}

fn make_tables(connection: &Connection) -> rusqlite::Result<()> {
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if version < VERSION {
        connection.execute_batch("DROP TABLE IF EXISTS passes")?;
    }
    connection.execute_batch(SCHEMA)?;
    connection.pragma_update(None, "user_version", VERSION)
}

/// Makes a folder that other users of the machine cannot look into; one that is there stays as it is.
fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use idw_keys::Address;
    use serde_json::json;
    use sha2::{Digest as _, Sha256};

    use super::*;
    use crate::config::Requirement;
    use crate::store::{
        AddWallet, Application, ApplicationStatus, Applications as _, Attribute, FileId, Files as _, Message, NewFile,
        RemoveWallet, Side, SignUp, Usage, UserId, Users as _,
    };

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
        assert_eq!(store.user_with(wallet(1)).unwrap().as_ref(), users.first());
        assert_eq!(store.user_with(wallet(2)).unwrap(), None);
    }

    #[test]
    fn a_pass_is_taken_once_and_not_after_its_time() {
        let store = SqliteStore::in_memory().unwrap();
        let pass = Pass {
            kind: PassKind::Ticket,
            digest: "aa".to_owned(),
            holder: wallet(1).lower_hex(),
            expires: in_an_hour(),
        };
        store.keep_pass(&pass).unwrap();
        assert_eq!(store.take_pass(PassKind::Session, "aa").unwrap(), None);
        assert_eq!(store.find_pass(PassKind::Ticket, "aa").unwrap(), Some(wallet(1).lower_hex()));
        assert_eq!(store.take_pass(PassKind::Ticket, "aa").unwrap(), Some(wallet(1).lower_hex()));
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
            messages: Vec::new(),
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
        assert_eq!(store.applications().unwrap(), std::slice::from_ref(&changed));
        let message = Message { from: Side::Site, text: "More, please.".to_owned(), at: Timestamp::UNIX_EPOCH };
        store.add_message("a", &message).unwrap();
        assert_eq!(store.applications().unwrap()[0].messages, [message]);
        store.hand_over_applications(wallet(1), wallet(2)).unwrap();
        assert_eq!(store.applications().unwrap()[0].wallet, wallet(2));
        store.forget_applications(wallet(2)).unwrap();
        assert_eq!(store.applications().unwrap(), []);
        assert_eq!(store.file_content(&file.id).unwrap().unwrap(), file.content);
        let stored = store.file(&file.id).unwrap().unwrap();
        assert_eq!((stored.size, stored.owner), (8, wallet(1)));
        assert_eq!(stored.sha256, hex::encode(Sha256::digest(b"%PDF-1.7")));
    }

    #[test]
    fn a_user_has_as_many_wallets_as_they_add() {
        let store = SqliteStore::in_memory().unwrap();
        let ada = store.register("ada", "verifier").unwrap().unwrap();
        assert_eq!(store.register("ada", "other").unwrap(), None, "a name is taken once");
        assert_eq!(store.user_named("ada").unwrap(), Some((ada.clone(), "verifier".to_owned())));
        assert_eq!(store.add_wallet(&ada, wallet(1)).unwrap(), AddWallet::Added);
        assert_eq!(store.add_wallet(&ada, wallet(1)).unwrap(), AddWallet::Already);

        store.sign_up(&sign_up(wallet(2), "Ada")).unwrap();
        assert_eq!(store.users().unwrap().len(), 2);
        assert_eq!(store.add_wallet(&ada, wallet(2)).unwrap(), AddWallet::Added, "its own account is taken over");
        let user = store.user(&ada).unwrap().unwrap();
        assert_eq!(store.users().unwrap(), std::slice::from_ref(&user));
        assert_eq!((user.wallets.as_slice(), user.name.as_deref()), (&[wallet(1), wallet(2)][..], Some("ada")));
        assert_eq!((&user.attributes[0].value, user.sign_ups), (&json!("Ada"), 1));

        let eve = store.register("eve", "verifier").unwrap().unwrap();
        assert_eq!(store.add_wallet(&eve, wallet(2)).unwrap(), AddWallet::Taken, "its user has other ways in");
        assert_eq!(store.add_wallet(&UserId::make(), wallet(3)).unwrap(), AddWallet::NoSuchUser);
        assert_eq!(store.remove_wallet(&eve, wallet(1)).unwrap(), RemoveWallet::NotTheirs);
        assert_eq!(store.remove_wallet(&ada, wallet(1)).unwrap(), RemoveWallet::Removed);
        assert_eq!(store.user_with(wallet(1)).unwrap(), None);
        assert!(store.delete_user(&ada).unwrap() && !store.delete_user(&ada).unwrap());
        assert_eq!(store.user_with(wallet(2)).unwrap(), None);
        assert!(store.register("ada", "again").unwrap().is_some(), "the name is free again");
    }

    #[test]
    fn the_only_way_in_stays() {
        let store = SqliteStore::in_memory().unwrap();
        let user = store.sign_up(&sign_up(wallet(1), "Ada")).unwrap();
        assert_eq!(store.remove_wallet(&user, wallet(1)).unwrap(), RemoveWallet::OnlyWayIn);
        assert_eq!(store.add_wallet(&user, wallet(2)).unwrap(), AddWallet::Added);
        assert_eq!(store.remove_wallet(&user, wallet(1)).unwrap(), RemoveWallet::Removed);
        assert_eq!(store.user(&user).unwrap().unwrap().wallets, [wallet(2)]);
    }

    #[test]
    fn sessions_are_revoked_by_their_holder() {
        let store = SqliteStore::in_memory().unwrap();
        for (digest, holder) in [("aa", "ada"), ("bb", "ada"), ("cc", "eve")] {
            let pass = Pass {
                kind: PassKind::Session,
                digest: digest.to_owned(),
                holder: holder.to_owned(),
                expires: in_an_hour(),
            };
            store.keep_pass(&pass).unwrap();
        }
        store.revoke_passes(PassKind::Session, "ada").unwrap();
        let left = ["aa", "bb", "cc"].map(|digest| store.find_pass(PassKind::Session, digest).unwrap());
        assert_eq!(left, [None, None, Some("eve".to_owned())]);
    }

    #[test]
    fn of_many_passes_the_latest_stay() {
        let store = SqliteStore::in_memory().unwrap();
        let count = PASSES_PER_HOLDER + 3;
        let keep = |digest: String, holder: &str| {
            let pass = Pass { kind: PassKind::Session, digest, holder: holder.to_owned(), expires: in_an_hour() };
            store.keep_pass(&pass).unwrap();
        };
        keep("of eve".to_owned(), "eve");
        for number in 0..count {
            keep(number.to_string(), "ada");
        }
        let is_there = |digest: &str| store.find_pass(PassKind::Session, digest).unwrap().is_some();
        let left: Vec<i64> = (0..count).filter(|number| is_there(&number.to_string())).collect();
        assert_eq!(left, (3..count).collect::<Vec<_>>());
        assert!(is_there("of eve"), "others keep theirs");
    }

    #[test]
    fn files_that_nothing_refers_to_are_counted_and_forgotten() {
        let store = SqliteStore::in_memory().unwrap();
        let add = |owner: Address, content: &[u8]| {
            let file = NewFile {
                id: FileId::make(),
                owner,
                name: String::new(),
                mime_type: "image/png".to_owned(),
                content: Bytes::copy_from_slice(content),
            };
            store.add_file(&file).unwrap();
            file.id
        };
        let (claimed, unclaimed) = (add(wallet(1), b"12345"), add(wallet(1), b"123"));
        let empty = store.total_bytes().unwrap();
        add(wallet(2), &vec![7; 100_000]);
        assert!(store.total_bytes().unwrap() > empty + 90_000, "all but what fits into pages that were there");
        assert!(!store.claim_files(&[claimed.clone(), FileId::make()]).unwrap(), "one of them is not there");
        assert_eq!(store.usage(wallet(1)).unwrap(), Usage { unclaimed_files: 2, unclaimed_bytes: 8, bytes: 8 });
        assert!(store.claim_files(std::slice::from_ref(&claimed)).unwrap());
        assert_eq!(store.usage(wallet(1)).unwrap(), Usage { unclaimed_files: 1, unclaimed_bytes: 3, bytes: 8 });
        assert_eq!(store.usage(wallet(3)).unwrap(), Usage::default());

        store.forget_unclaimed(Timestamp::UNIX_EPOCH).unwrap();
        assert_eq!(store.files().unwrap().len(), 3, "all came later");
        store.forget_unclaimed(in_an_hour()).unwrap();
        let left: Vec<FileId> = store.files().unwrap().into_iter().map(|file| file.id).collect();
        assert_eq!(left, [claimed]);
        assert!(!store.claim_files(&[unclaimed]).unwrap());
        assert!(store.total_bytes().unwrap() <= empty, "its room is free again");
    }

    #[test]
    fn a_database_of_the_first_version_is_carried_on() {
        let folder = tempfile::tempdir().unwrap();
        {
            let old = Connection::open(folder.path().join(FILE_NAME)).unwrap();
            old.execute_batch(
                "CREATE TABLE users (
                    id TEXT PRIMARY KEY, attributes TEXT NOT NULL, meta TEXT, created_at TEXT NOT NULL,
                    updated_at TEXT NOT NULL, sign_ups INTEGER NOT NULL, logins INTEGER NOT NULL) STRICT;
                 INSERT INTO users VALUES ('u', '[]', NULL, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 1, 0);
                 CREATE TABLE passes (
                    kind TEXT NOT NULL, digest TEXT NOT NULL, wallet TEXT NOT NULL, expires INTEGER NOT NULL,
                    PRIMARY KEY (kind, digest)) STRICT;",
            )
            .unwrap();
        }
        let store = SqliteStore::open(folder.path()).unwrap();
        assert_eq!(store.users().unwrap()[0].id.as_str(), "u");
        let pass =
            Pass { kind: PassKind::Ticket, digest: "aa".to_owned(), holder: "x".to_owned(), expires: in_an_hour() };
        store.keep_pass(&pass).unwrap();
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
