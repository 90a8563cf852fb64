//! The passphrase of a backup: from a file, a descriptor or a question, or made up.

use std::path::{Path, PathBuf};

use clap::Args;
use idw_wallet::{Explain as _, Password, Wallet};
use idw_words::message;
use zeroize::Zeroizing;

use super::shown;
use crate::{
    app::App,
    fault::{Failure, Fault},
    password::named_source,
    secret, strength,
    words::{asking, say, tell},
};

/// Of a backup that exists.
#[derive(Args, Debug)]
pub(crate) struct PassphraseArgs {
    /// Read the backup's passphrase from this file; it is asked for without
    #[arg(long, value_name = "F")]
    passphrase_file: Option<PathBuf>,
    /// Read it from this open file descriptor
    #[arg(long, value_name = "N", conflicts_with = "passphrase_file")]
    passphrase_fd: Option<u32>,
}

/// Of one that is made.
#[derive(Args, Debug)]
pub(crate) struct NewPassphraseArgs {
    #[command(flatten)]
    given: PassphraseArgs,
    /// Make up a passphrase of ten words, and print it once
    #[arg(long, conflicts_with_all = ["passphrase_file", "passphrase_fd"])]
    pub(super) generate_passphrase: bool,
    /// Take a weak passphrase without asking again
    #[arg(long)]
    pub(super) allow_weak_passphrase: bool,
}

impl PassphraseArgs {
    fn read_given(&self) -> Result<Option<Password>, Failure> {
        let source = named_source(self.passphrase_file.as_deref(), self.passphrase_fd)?;
        source.map(|source| source.read()).transpose()
    }

    /// Reads it or asks for it.
    pub(super) fn read(&self, backup: &Path) -> Result<Password, Failure> {
        if let Some(passphrase) = self.read_given()? {
            Ok(passphrase)
        } else {
            let question = asking(message::CliBackupAskPassphrase { file: shown(backup) });
            secret::ask(&question, &say(message::CliBackupPassphraseOptions)).map(into_password)
        }
    }
}

impl NewPassphraseArgs {
    /// What needs no question.
    pub(super) fn read_given(&self, app: &App) -> Result<Option<Password>, Failure> {
        if self.generate_passphrase {
            let made = Wallet::make_passphrase();
            return made.map(Some).map_err(|error| Failure::new(Fault::Other, tell(&error.explain())));
        }
        let given = self.given.read_given()?;
        if let Some(passphrase) = &given
            && !self.allow_weak_passphrase
        {
            strength::warn_if_weak(app, passphrase, "passphrase");
        }
        Ok(given)
    }
}

/// Asks for a new one, twice, and for another where it is weak.
pub(super) fn ask_new(app: &App, allow_weak: bool) -> Result<Password, Failure> {
    loop {
        let question = asking(message::CliBackupAskNewPassphrase);
        let passphrase = secret::ask_new(&question, &say(message::CliBackupPassphraseOptions)).map(into_password)?;
        if strength::is_taken(app, &passphrase, allow_weak, "passphrase")? {
            return Ok(passphrase);
        }
    }
}

/// Moves the text: no second copy of it is made.
fn into_password(mut text: Zeroizing<String>) -> Password {
    Password::new(std::mem::take(&mut *text))
}
