//! An encrypted store for records and documents, kept in one folder.
//!
//! It knows bytes and key slots, not what they mean. `docs/vault-format.md` describes every byte on the disk.
//!
//! ```no_run
//! use idw_vault::{Batch, KdfCost, Password, RecordId, Tree, Vault};
//!
//! const NOTES: Tree = Tree::named("notes");
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let vault = Vault::create("notes.vault".as_ref(), &Password::from("correct horse"), KdfCost::Tuned)?;
//! let mut batch = Batch::new();
//! batch.put(NOTES, RecordId::make(), b"buy milk");
//! vault.commit(batch)?; // on the disk from here on, whatever happens
//!
//! for record in vault.scan(NOTES) {
//!     let (id, note) = record?;
//!     println!("{id} has {} bytes", note.len());
//! }
//! # Ok(())
//! # }
//! ```

mod anchor;
mod batch;
mod codec;
mod crypto;
mod document;
mod error;
mod fs;
#[cfg(fuzzing)]
#[doc(hidden)]
pub mod fuzz;
mod header;
mod header_file;
mod id;
mod kdf;
mod keyring;
mod layout;
mod manifest;
mod password;
mod process_lock;
mod record;
mod reserve;
mod slot;
mod slot_wrap;
mod snapshot;
mod store;
mod tree;
mod vault;

pub use batch::Batch;
pub use document::{DocumentInfo, DocumentReader, StagedDocument};
pub use error::{
    ChangeKeyringError, ChangePasswordError, CompactError, CreateError, Damage, HeaderFault, IoFault, OpenError,
    ReadError, ReadOnlyVault, RemoveQuarantinedError, StageError, UnlockError, WriteError,
};
pub use fs::{OddEntry, OddKind};
pub use id::{DocumentId, ParseIdError, RecordId};
pub use keyring::{
    KeptSecretError, Keyring, KeyringDisabled, KeyringError, KeyringFault, KeyringStatus, SystemKeyring,
};
pub use password::Password;
pub use tree::Tree;
pub use vault::{
    Compacted, HeldVault, KdfCost, Lost, Quarantined, RepairReport, SealedVault, SnapshotUsed, SpareFault,
    SpareFaultCause, Unfinished, Usage, Vault, VerifyProgress, VerifyReport, exists,
};

/// Decrypted bytes, wiped when dropped.
pub type Plain = zeroize::Zeroizing<Vec<u8>>;

/// The number that is in the associated data of all that was not changed since the first version of the format;
/// `docs/vault-format.md` describes each.
const FORMAT_VERSION: u16 = 1;
