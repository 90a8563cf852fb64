//! Users, their names and their wallets.

use idw_keys::Address;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Row, Transaction, params};
use serde_json::Value;

use super::SqliteStore;
use super::files::insert_file;
use super::rows::{address, attributes, attributes_to_text, timestamp, unreadable};
use crate::schema::SchemaKey;
use crate::store::{AddWallet, Attribute, RemoveWallet, SignUp, StoreError, User, UserId, Users};

const SELECT_USERS: &str = "SELECT id, attributes, meta, created_at, updated_at, sign_ups, logins,
    (SELECT name FROM names WHERE user_id = id) FROM users";

impl Users for SqliteStore {
    fn sign_up(&self, sign_up: &SignUp) -> Result<UserId, StoreError> {
        self.write("signing a user up", |db| {
            for file in &sign_up.files {
                insert_file(db, file)?;
            }
            let id = match user_of(db, sign_up.wallet)? {
                Some(id) => id,
                None => insert_user(db, Some(sign_up.wallet))?,
            };
            db.execute(
                "UPDATE users SET attributes = ?2, meta = ?3, updated_at = ?4, sign_ups = sign_ups + 1 WHERE id = ?1",
                params![
                    id.as_str(),
                    attributes_to_text(&sign_up.attributes),
                    sign_up.meta.as_ref().map(Value::to_string),
                    Timestamp::now().to_string()
                ],
            )?;
            Ok(id)
        })
    }

    fn user(&self, id: &UserId) -> Result<Option<User>, StoreError> {
        self.read("looking up a user", |db| find_user(db, id))
    }

    fn user_with(&self, wallet: Address) -> Result<Option<User>, StoreError> {
        self.read("looking up a user", |db| match user_of(db, wallet)? {
            Some(id) => find_user(db, &id),
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
            )
            .map(drop)
        })
    }

    fn add_wallet(&self, user: &UserId, wallet: Address) -> Result<AddWallet, StoreError> {
        self.write("adding a wallet", |db| {
            let Some(into) = find_user(db, user)? else { return Ok(AddWallet::NoSuchUser) };
            let holder = match user_of(db, wallet)? {
                Some(holder) if holder == *user => return Ok(AddWallet::Already),
                Some(holder) => find_user(db, &holder)?,
                None => None,
            };
            match holder {
                Some(holder) if holder.has_another_way_in(wallet) => return Ok(AddWallet::Taken),
                Some(holder) => take_over(db, &into, &holder)?,
                None => {}
            }
            insert_wallet(db, user, wallet)?;
            Ok(AddWallet::Added)
        })
    }

    fn remove_wallet(&self, user: &UserId, wallet: Address) -> Result<RemoveWallet, StoreError> {
        self.write("removing a wallet", |db| {
            let holder = find_user(db, user)?.filter(|user| user.wallets.contains(&wallet));
            let Some(holder) = holder else { return Ok(RemoveWallet::NotTheirs) };
            if !holder.has_another_way_in(wallet) {
                return Ok(RemoveWallet::OnlyWayIn);
            }
            db.execute("DELETE FROM wallets WHERE address = ?1", [wallet.lower_hex()])?;
            Ok(RemoveWallet::Removed)
        })
    }

    fn delete_user(&self, user: &UserId) -> Result<bool, StoreError> {
        self.write("deleting a user", |db| delete(db, user))
    }

    fn register(&self, name: &str, verifier: &str) -> Result<Option<UserId>, StoreError> {
        self.write("registering a user", |db| {
            let taken = db.query_row("SELECT 1 FROM names WHERE name = ?1", [name], |_| Ok(())).optional()?;
            if taken.is_some() {
                // Something is written in both cases, for a transaction that writes nothing is told by its time.
                db.execute("UPDATE names SET verifier = verifier WHERE name = ?1", [name])?;
                return Ok(None);
            }
            let id = insert_user(db, None)?;
            db.execute(
                "INSERT INTO names (name, verifier, user_id) VALUES (?1, ?2, ?3)",
                params![name, verifier, id.as_str()],
            )?;
            Ok(Some(id))
        })
    }

    fn user_named(&self, name: &str) -> Result<Option<(UserId, String)>, StoreError> {
        self.read("looking up a name", |db| {
            let read = |row: &Row<'_>| Ok((UserId::from_text(row.get::<_, String>(0)?), row.get(1)?));
            db.query_row("SELECT user_id, verifier FROM names WHERE name = ?1", [name], read).optional()
        })
    }
}

fn insert_user(db: &Transaction<'_>, wallet: Option<Address>) -> rusqlite::Result<UserId> {
    let id = UserId::make();
    let now = Timestamp::now().to_string();
    db.execute(
        "INSERT INTO users (id, attributes, created_at, updated_at, sign_ups, logins) VALUES (?1, '[]', ?2, ?2, 0, 0)",
        params![id.as_str(), now],
    )?;
    if let Some(wallet) = wallet {
        insert_wallet(db, &id, wallet)?;
    }
    Ok(id)
}

fn insert_wallet(db: &Transaction<'_>, user: &UserId, wallet: Address) -> rusqlite::Result<()> {
    let row = params![wallet.lower_hex(), user.as_str()];
    db.execute("INSERT INTO wallets (address, user_id) VALUES (?1, ?2)", row).map(drop)
}

fn delete(db: &Transaction<'_>, user: &UserId) -> rusqlite::Result<bool> {
    db.execute("DELETE FROM wallets WHERE user_id = ?1", [user.as_str()])?;
    db.execute("DELETE FROM names WHERE user_id = ?1", [user.as_str()])?;
    Ok(db.execute("DELETE FROM users WHERE id = ?1", [user.as_str()])? > 0)
}

/// What `from` knew goes into `into`, where it replaces what has the same id and schema; `from` is gone.
fn take_over(db: &Transaction<'_>, into: &User, from: &User) -> rusqlite::Result<()> {
    let same = |one: &Attribute, other: &Attribute| {
        one.id == other.id && SchemaKey::of(&one.schema) == SchemaKey::of(&other.schema)
    };
    let mut all = into.attributes.clone();
    all.retain(|held| !from.attributes.iter().any(|newer| same(held, newer)));
    all.extend(from.attributes.iter().cloned());
    delete(db, &from.id)?;
    db.execute(
        "UPDATE users SET attributes = ?2, meta = ?3, updated_at = ?4, sign_ups = sign_ups + ?5, logins = logins + ?6
         WHERE id = ?1",
        params![
            into.id.as_str(),
            attributes_to_text(&all),
            into.meta.as_ref().or(from.meta.as_ref()).map(Value::to_string),
            Timestamp::now().to_string(),
            i64::try_from(from.sign_ups).unwrap_or(i64::MAX),
            i64::try_from(from.logins).unwrap_or(i64::MAX),
        ],
    )
    .map(drop)
}

fn user_of(db: &Connection, wallet: Address) -> rusqlite::Result<Option<UserId>> {
    let read = |row: &Row<'_>| row.get::<_, String>(0).map(UserId::from_text);
    db.query_row("SELECT user_id FROM wallets WHERE address = ?1", [wallet.lower_hex()], read).optional()
}

fn find_user(db: &Connection, id: &UserId) -> rusqlite::Result<Option<User>> {
    db.query_row(&format!("{SELECT_USERS} WHERE id = ?1"), [id.as_str()], |row| read_user(db, row)).optional()
}

fn read_user(db: &Connection, row: &Row<'_>) -> rusqlite::Result<User> {
    let id: String = row.get(0)?;
    let wallets = db
        .prepare_cached("SELECT address FROM wallets WHERE user_id = ?1 ORDER BY rowid")?
        .query_map([&id], |row| address(row, 0))?
        .collect::<Result<_, _>>()?;
    let meta: Option<String> = row.get(2)?;
    Ok(User {
        id: UserId::from_text(id),
        name: row.get(7)?,
        wallets,
        attributes: attributes(row, 1)?,
        meta: meta.map(|text| serde_json::from_str(&text)).transpose().map_err(|error| unreadable(2, error))?,
        created_at: timestamp(row, 3)?,
        updated_at: timestamp(row, 4)?,
        sign_ups: row.get::<_, i64>(5)?.unsigned_abs(),
        logins: row.get::<_, i64>(6)?.unsigned_abs(),
    })
}
