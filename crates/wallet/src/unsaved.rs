//! What the user was typing when the wallet locked: sealed in the vault, given back after the next unlocking in the same
//! profile, and removed after a day.

use idw_vault::{Batch, RecordId};
use zeroize::Zeroizing;

use crate::{
    Problem, StoreError, Wallet,
    clock::now,
    outdated::is_old,
    records::{Record as _, UnsavedRecord},
    store::put,
};

/// The most that is kept, in bytes: forms hold text that somebody typed or pasted.
pub(crate) const MAX_BYTES: usize = 256 * 1024;

/// Why what was typed was not kept.
#[derive(Debug, thiserror::Error)]
pub enum KeepUnsavedError {
    /// The vault could not be written; what it held before is intact.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It is longer than anybody types.
    #[error("what was typed is longer than {MAX_BYTES} bytes")]
    TooLong,
}

impl KeepUnsavedError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Store(error) => error.problem(),
            Self::TooLong => Problem::Other,
        }
    }
}

impl Wallet {
    /// Keeps what the user was typing in this profile, in place of what was kept before; `None` removes that. The text is the
    /// shell's own, at most 256 KiB, and must not hold passwords, phrases or keys.
    ///
    /// # Errors
    /// Where it is too long, or the vault cannot be written. What was kept before stays then.
    pub fn keep_unsaved(&self, content: Option<&str>) -> Result<(), KeepUnsavedError> {
        if content.is_some_and(|content| content.len() > MAX_BYTES) {
            return Err(KeepUnsavedError::TooLong);
        }
        let profile = self.store.profile();
        let id = id(profile);
        let mut batch = Batch::new();
        match content {
            Some(content) => {
                let content = Zeroizing::new(content.to_owned());
                put(&mut batch, id, &UnsavedRecord { version: 1, profile, kept: now(), content });
            }
            None if self.store.get::<UnsavedRecord>(id)?.is_none() => return Ok(()),
            None => {
                batch.remove(UnsavedRecord::TREE, id);
            }
        }
        Ok(self.store.commit_aside(batch)?)
    }

    /// What the user was typing in this profile when the wallet locked, unless that was more than a day ago. It stays until
    /// [`keep_unsaved`](Self::keep_unsaved) replaces or removes it.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn unsaved(&self) -> Result<Option<Zeroizing<String>>, StoreError> {
        let record = self.store.get::<UnsavedRecord>(id(self.store.profile()))?;
        Ok(record.filter(|record| !is_old(record, now())).map(|record| record.content))
    }
}

/// One record for each profile.
fn id(profile: u32) -> RecordId {
    let mut bytes = [0; 16];
    bytes[12..].copy_from_slice(&profile.to_be_bytes());
    RecordId::from_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;
    use crate::{CreateOptions, KdfCost, Password, outdated::remove_older_than_a_day, view::ProfileKind};

    fn wallet() -> (tempfile::TempDir, Wallet) {
        let folder = tempfile::tempdir().unwrap();
        let options = CreateOptions { cost: KdfCost::Floor, ..CreateOptions::default() };
        let password = Password::new("four unrelated words here".to_owned());
        let (wallet, _) = Wallet::create(&folder.path().join("vault"), &password, options).unwrap();
        (folder, wallet)
    }

    fn held(wallet: &Wallet) -> Option<String> {
        wallet.unsaved().unwrap().map(|content| content.to_string())
    }

    #[test]
    fn each_profile_has_what_was_typed_in_it() {
        let (_folder, wallet) = wallet();
        assert_eq!(held(&wallet), None);
        wallet.add_profile("Second", ProfileKind::Person).unwrap();
        let second = wallet.in_profile("Second").unwrap();
        wallet.keep_unsaved(Some("first")).unwrap();
        second.keep_unsaved(Some("second")).unwrap();
        wallet.keep_unsaved(Some("first again")).unwrap();
        assert_eq!((held(&wallet).as_deref(), held(&second).as_deref()), (Some("first again"), Some("second")));
        wallet.keep_unsaved(None).unwrap();
        wallet.keep_unsaved(None).unwrap();
        assert_eq!((held(&wallet), held(&second).as_deref()), (None, Some("second")));
        wallet.remove_profile("Second", crate::IfNeeded::Refuse).unwrap();
        assert!(wallet.store.all_profiles::<UnsavedRecord>().unwrap().is_empty(), "it went with its profile");
    }

    #[test]
    fn nothing_is_kept_for_more_than_a_day() {
        let (_folder, wallet) = wallet();
        wallet.keep_unsaved(Some("typed")).unwrap();
        let hours = SignedDuration::from_hours;
        let mut kept = wallet.store.get::<UnsavedRecord>(id(0)).unwrap().unwrap();
        let now = kept.kept;
        remove_older_than_a_day(&wallet.store, now + hours(23)).unwrap();
        assert_eq!(held(&wallet).as_deref(), Some("typed"));
        assert!(!is_old(&kept, now + hours(24)));
        assert!(is_old(&kept, now + hours(25)));
        assert!(is_old(&kept, now - hours(1)), "the clock was set back");
        kept.kept = now - hours(25);
        let mut batch = Batch::new();
        put(&mut batch, id(0), &kept);
        wallet.store.commit_aside(batch).unwrap();
        assert_eq!(held(&wallet), None, "it is not given back");
        assert!(wallet.store.get::<UnsavedRecord>(id(0)).unwrap().is_some());
        remove_older_than_a_day(&wallet.store, now).unwrap();
        assert!(wallet.store.get::<UnsavedRecord>(id(0)).unwrap().is_none(), "it is gone");
    }

    #[test]
    fn what_nobody_types_is_not_kept() {
        let (_folder, wallet) = wallet();
        wallet.keep_unsaved(Some("typed")).unwrap();
        let error = wallet.keep_unsaved(Some(&"x".repeat(MAX_BYTES + 1))).unwrap_err();
        assert!(matches!(error, KeepUnsavedError::TooLong), "{error}");
        assert_eq!(held(&wallet).as_deref(), Some("typed"));
        let record = wallet.store.get::<UnsavedRecord>(id(0)).unwrap().unwrap();
        assert!(!format!("{record:?}").contains("typed"), "{record:?}");
    }
}
