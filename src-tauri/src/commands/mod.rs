//! What the page can ask for, a module per noun. Each command converts, calls one function of the wallet, and
//! converts back.

pub(crate) mod accounts;
pub(crate) mod activity;
pub(crate) mod applications;
pub(crate) mod attributes;
pub(crate) mod backups;
pub(crate) mod checks;
pub(crate) mod data;
pub(crate) mod disclosure;
pub(crate) mod documents;
pub(crate) mod eid;
pub(crate) mod keyring;
pub(crate) mod mrz;
pub(crate) mod pictures;
pub(crate) mod profiles;
pub(crate) mod providers;
pub(crate) mod requests;
pub(crate) mod shell;
pub(crate) mod sites;
pub(crate) mod upkeep;
pub(crate) mod vault;
pub(crate) mod window;

use idw_words::message;

use crate::failure::{Failure, FailureCode};

/// Runs what reads or writes the vault away from the threads that serve the page.
pub(crate) async fn blocking<T, E, F>(work: F) -> Result<T, Failure>
where
    T: Send + 'static,
    E: Into<Failure> + Send + 'static,
    F: FnOnce() -> Result<T, E> + Send + 'static,
{
    tauri::async_runtime::spawn_blocking(move || work().map_err(Into::into))
        .await
        .unwrap_or_else(|_| Err(Failure::new(FailureCode::Other, message::HolderMistake)))
}
