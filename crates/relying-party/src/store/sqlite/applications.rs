//! KYC applications, and what is said about them.

use idw_keys::Address;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::SqliteStore;
use super::rows::{address, attributes, attributes_to_text, requirements, requirements_to_text, timestamp, unreadable};
use crate::store::{Application, ApplicationStatus, Applications, Message, Side, StoreError};

impl Applications for SqliteStore {
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
            )
            .map(drop)
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
            )
            .map(drop)
        })
    }

    fn applications(&self) -> Result<Vec<Application>, StoreError> {
        self.read("listing applications", |db| {
            db.prepare(
                "SELECT id, wallet, template, status, attributes, created_at, requirements
                 FROM applications LEFT JOIN asked_again ON application = id ORDER BY applications.rowid",
            )?
            .query_map([], |row| read_application(db, row))?
            .collect()
        })
    }

    fn add_message(&self, application: &str, message: &Message) -> Result<(), StoreError> {
        self.write("adding a message", |db| {
            db.execute(
                "INSERT INTO messages (application, from_site, text, at) VALUES (?1, ?2, ?3, ?4)",
                params![application, message.from == Side::Site, message.text, message.at.to_string()],
            )
            .map(drop)
        })
    }

    fn add_kyc_user(&self, wallet: Address) -> Result<Timestamp, StoreError> {
        self.write("adding a KYC user", |db| {
            db.execute(
                "INSERT OR IGNORE INTO kyc_users (wallet, created_at) VALUES (?1, ?2)",
                [wallet.lower_hex(), Timestamp::now().to_string()],
            )?;
            db.query_row("SELECT created_at FROM kyc_users WHERE wallet = ?1", [wallet.lower_hex()], |row| {
                timestamp(row, 0)
            })
        })
    }

    fn kyc_user(&self, wallet: Address) -> Result<Option<Timestamp>, StoreError> {
        self.read("looking up a KYC user", |db| {
            db.query_row("SELECT created_at FROM kyc_users WHERE wallet = ?1", [wallet.lower_hex()], |row| {
                timestamp(row, 0)
            })
            .optional()
        })
    }

    fn hand_over_applications(&self, from: Address, to: Address) -> Result<(), StoreError> {
        self.write("handing applications over", |db| {
            db.execute("UPDATE applications SET wallet = ?2 WHERE wallet = ?1", [from.lower_hex(), to.lower_hex()])?;
            db.execute(
                "UPDATE OR REPLACE kyc_users SET wallet = ?2 WHERE wallet = ?1",
                [from.lower_hex(), to.lower_hex()],
            )
            .map(drop)
        })
    }

    fn forget_applications(&self, wallet: Address) -> Result<(), StoreError> {
        self.write("forgetting applications", |db| {
            let wallet = wallet.lower_hex();
            let own = "(SELECT id FROM applications WHERE wallet = ?1)";
            db.execute(&format!("DELETE FROM asked_again WHERE application IN {own}"), [&wallet])?;
            db.execute(&format!("DELETE FROM messages WHERE application IN {own}"), [&wallet])?;
            db.execute("DELETE FROM applications WHERE wallet = ?1", [&wallet])?;
            db.execute("DELETE FROM kyc_users WHERE wallet = ?1", [&wallet]).map(drop)
        })
    }
}

fn read_application(db: &Connection, row: &Row<'_>) -> rusqlite::Result<Application> {
    let id: String = row.get(0)?;
    let status = ApplicationStatus::from_code(row.get(3)?);
    let messages = db
        .prepare_cached("SELECT from_site, text, at FROM messages WHERE application = ?1 ORDER BY rowid")?
        .query_map([&id], read_message)?
        .collect::<Result<_, _>>()?;
    Ok(Application {
        id,
        wallet: address(row, 1)?,
        template: row.get(2)?,
        status: status.ok_or_else(|| unreadable(3, "no such application status"))?,
        attributes: attributes(row, 4)?,
        created_at: timestamp(row, 5)?,
        asked_again: requirements(row, 6)?,
        messages,
    })
}

fn read_message(row: &Row<'_>) -> rusqlite::Result<Message> {
    let from = if row.get(0)? { Side::Site } else { Side::Applicant };
    Ok(Message { from, text: row.get(1)?, at: timestamp(row, 2)? })
}
