//! What the operator types.

use std::path::PathBuf;

use clap::Args;
use jiff::Timestamp;

use crate::database::{Database, StoreAt};
use crate::fault::Failure;

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
    pub(crate) async fn open(&self, now: Timestamp) -> Result<Database, Failure> {
        let at = self.store.clone().map_or(StoreAt::Sqlite, StoreAt::Postgres);
        Ok(Database::open(&at, &self.data, now).await?)
    }
}

/// Writes what a command answers.
#[derive(Debug)]
pub(crate) struct Printer {
    pub(crate) json: bool,
}

impl Printer {
    pub(crate) fn ready(&self, ready: &serde_json::Value, url: &str) -> Result<(), Failure> {
        use std::io::Write as _;
        let mut out = std::io::stdout().lock();
        let line = if self.json { ready.to_string() } else { format!("idw-autheid listening on {url}") };
        writeln!(out, "{line}")
            .and_then(|()| out.flush())
            .map_err(|error| Failure::io("the line could not be written", &error))
    }
}
