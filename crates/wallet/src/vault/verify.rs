//! Reading everything there is.

use super::VaultError;
use crate::{Progress, StoreError, Wallet, view::VaultCheck};

impl Wallet {
    /// Reads every record, document and snapshot of the vault, and says what is wrong. Nothing is changed.
    ///
    /// # Errors
    /// Where the disk cannot be read. Damage is no error: it is what the answer says.
    pub fn verify_vault(&self, progress: &(dyn Fn(Progress) + Send + Sync)) -> Result<VaultCheck, VaultError> {
        let mut told = 0;
        let report = self
            .store
            .vault()
            .verify(&mut |at| {
                let percent = at.done * 100 / at.total.max(1);
                if percent > told {
                    told = percent;
                    progress(Progress::Step { text: format!("Reading the vault: {percent} %") });
                }
            })
            .map_err(StoreError::from)?;
        let unreadable = self.unreadable()?;
        let strange = unreadable.iter().map(|one| {
            format!(
                "{} (id {}) is of a shape that this version of the program does not know; update the program, or remove it",
                one.what, one.id
            )
        });
        let faults: Vec<String> = report.faults.iter().map(ToString::to_string).chain(strange).collect();
        Ok(VaultCheck {
            records: report.records,
            documents: report.documents,
            document_bytes: report.document_bytes,
            snapshots: report.snapshots,
            intact: faults.is_empty(),
            faults,
            unreadable,
        })
    }
}
