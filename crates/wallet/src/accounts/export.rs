//! Handing out an account's secret.

use std::fmt;

use idw_keys::{Keystore, MakeKeystoreError, Passphrase, ScryptCost};
use idw_vault::Password;
use zeroize::Zeroizing;

use super::{AccountError, Acting, add::hex_of, is_meant, named, site_view};
use crate::{
    Problem, StoreError, Stored, UnlockError, Unplaced, Wallet,
    records::{ExportRecord, KeySource, ONLY, PhraseRecord},
    sites,
    view::AccountView,
    wiped_stack::on_wiped_stack,
};

/// In which form a secret is exported.
#[derive(Debug)]
pub enum ExportAs {
    /// A Web3 Secret Storage file, version 3, which other wallets import.
    Keystore {
        /// What opens the file.
        passphrase: Passphrase,
    },
    /// The key itself: `0x` and 64 hex digits, protected by nothing.
    RawKey,
    /// The wallet's recovery phrase: every account but the imported ones.
    Phrase,
}

/// An account's secret, in the form asked for. Wiped when dropped; prints as `[redacted]`.
pub struct ExportedSecret {
    /// The account it is the secret of.
    pub account: AccountView,
    text: Zeroizing<String>,
}

impl ExportedSecret {
    /// The JSON of the keystore file, the digits of the key, or the words of the phrase.
    ///
    /// # Security
    /// Raw keys and phrases give the account to whoever reads them.
    pub fn expose_text(&self) -> &str {
        &self.text
    }
}

impl fmt::Debug for ExportedSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ExportedSecret").field("account", &self.account).finish_non_exhaustive()
    }
}

/// Why nothing was exported.
#[derive(Debug, thiserror::Error)]
pub enum ExportAccountError {
    /// The password asked for again is wrong, or could not be checked.
    #[error(transparent)]
    Password(UnlockError),
    /// There is no such account, or it could not be read.
    #[error(transparent)]
    Account(#[from] AccountError),
    /// An imported account is in no phrase of this wallet.
    #[error("'{name}' was imported and is not in the recovery phrase")]
    NotInPhrase {
        /// The account.
        name: String,
    },
    /// No keystore file could be made.
    #[error(transparent)]
    Keystore(MakeKeystoreError),
    /// The vault could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ExportAccountError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Password(error) => error.problem(),
            Self::Account(error) => error.problem(),
            Self::NotInPhrase { .. } | Self::Keystore(MakeKeystoreError::EmptyPassphrase) => Problem::Usage,
            Self::Keystore(_) => Problem::Other,
            Self::Store(error) => error.problem(),
        }
    }
}

impl Wallet {
    /// Hands out the secret of an account (a named one, or a site's own), after checking the vault's password again;
    /// the activity log says so before it is out. It counts as exported once it is [placed](Unplaced::placed).
    ///
    /// Checking costs the whole key derivation, as unlocking does; a keystore file takes about a second more.
    ///
    /// # Errors
    /// Where the password is wrong, there is no such account, the form does not fit it, or the log cannot be written.
    pub fn export_account(
        &self,
        name: &str,
        password: &Password,
        form: ExportAs,
    ) -> Result<Unplaced<ExportedSecret>, ExportAccountError> {
        self.store
            .vault()
            .check_password(password)
            .map_err(|error| ExportAccountError::Password(UnlockError::from(error)))?;
        let acting = self.exportable(name)?;
        let account = acting.view()?;
        let what = match &form {
            ExportAs::Phrase => ExportRecord::Phrase,
            form => {
                let protected = matches!(form, ExportAs::Keystore { .. });
                ExportRecord::Account { name: account.name.clone(), did: account.did.clone(), protected }
            }
        };
        let of = match (&acting, &form) {
            (Acting::Named(id, _), ExportAs::Keystore { .. } | ExportAs::RawKey) => Some(*id),
            _ => None,
        };
        let text = on_wiped_stack(|| self.secret_text(&acting, &account, form))?;
        let unplaced = Unplaced::begin(&self.store, what)?.with(ExportedSecret { account, text });
        Ok(match of {
            Some(id) => unplaced.of_account(id),
            None => unplaced,
        })
    }

    fn exportable(&self, wanted: &str) -> Result<Acting, AccountError> {
        if let Some((id, account)) = named(&self.store, wanted)? {
            return Ok(Acting::Named(id, account));
        }
        for (_, site) in sites::by_name(&self.store)? {
            if is_meant(&site_view(&site)?, wanted) {
                return Ok(Acting::Site(Box::new(site)));
            }
        }
        Err(AccountError::NotFound { name: wanted.to_owned() })
    }

    fn secret_text(
        &self,
        acting: &Acting,
        account: &AccountView,
        form: ExportAs,
    ) -> Result<Zeroizing<String>, ExportAccountError> {
        match form {
            ExportAs::Keystore { passphrase } => {
                let made = Keystore::make(&self.acting_key(acting)?, &passphrase, ScryptCost::Standard);
                let json = made.map_err(ExportAccountError::Keystore)?.to_json();
                Ok(Zeroizing::new(json))
            }
            ExportAs::RawKey => {
                let digits = hex_of(&self.acting_key(acting)?);
                let mut text = Zeroizing::new(String::with_capacity(2 + digits.len()));
                text.push_str("0x");
                text.push_str(&digits);
                Ok(text)
            }
            ExportAs::Phrase => {
                if let Acting::Named(_, record) = acting
                    && matches!(record.source, KeySource::Imported { .. })
                {
                    return Err(ExportAccountError::NotInPhrase { name: account.name.clone() });
                }
                let missing = StoreError::Missing { what: Stored::RecoveryPhrase };
                let record = self.store.get::<PhraseRecord>(ONLY)?.ok_or(missing)?;
                Ok(record.words)
            }
        }
    }
}
