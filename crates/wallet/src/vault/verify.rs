//! Reading everything there is.

use idw_words::{Message as _, MessageData, message};

use super::VaultError;
use crate::{
    Explain, Progress, StoreError, Wallet,
    requests::step,
    view::{UnreadableView, VaultCheck},
};

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
                    progress(step(message::VaultCheckReading { percent }));
                }
            })
            .map_err(StoreError::from)?;
        let unreadable = self.unreadable()?;
        let strange = |one: &UnreadableView| message::VaultCheckUnreadable { what: &one.what, id: &one.id }.data();
        let damaged = report.faults.iter().map(Explain::explain);
        let faults: Vec<MessageData> = damaged.chain(unreadable.iter().map(strange)).collect();
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
