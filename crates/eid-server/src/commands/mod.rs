//! What the operator types.

mod certificate;
mod checks;
mod doctor;
mod printer;
mod root;
mod rp;
mod user;

use std::path::PathBuf;

use clap::Args;
use jiff::Timestamp;

use crate::database::{self, Database, StoreAt};
use crate::fault::{Failure, Fault};

pub(crate) use doctor::{DoctorArgs, run as doctor};
pub(crate) use printer::Printer;
pub(crate) use root::{RootArgs, run as root};
pub(crate) use rp::{RpCommand, run as rp};
pub(crate) use user::{UserCommand, run as user};

/// Where the database is.
#[derive(Args, Debug)]
pub(crate) struct Place {
    /// The service's folder, with its seal key, and its database if that is SQLite
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// A PostgreSQL database that several instances share, as postgres://USER@HOST/NAME; its password is in PGPASSFILE
    #[arg(long, value_name = "URL")]
    store: Option<String>,
}

impl Place {
    /// Opens it, and makes it where there is none.
    pub(crate) async fn open(&self, now: Timestamp) -> Result<Database, Failure> {
        Ok(Database::open(&self.at(), &self.data, now).await?)
    }

    /// Opens one that is there: whoever mistypes the folder does not look at a new service.
    pub(crate) async fn open_existing(&self, now: Timestamp) -> Result<Database, Failure> {
        let file = match self.at() {
            StoreAt::Sqlite => database::SQLITE_FILE,
            // A database elsewhere is nothing without the key that is here.
            StoreAt::Postgres(_) => database::SEAL_KEY_FILE,
        };
        if !self.data.join(file).is_file() {
            let message = format!("there is no service in {}: it has no {file}", self.data.display());
            return Err(Failure::new(Fault::NotFound, message));
        }
        self.open(now).await
    }

    fn at(&self) -> StoreAt {
        self.store.clone().map_or(StoreAt::Sqlite, StoreAt::Postgres)
    }
}

/// A time as people read it.
fn moment(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M UTC").to_string()
}
