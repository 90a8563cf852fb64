//! The encrypted store.

use idw_vault::{
    ChangeKeyringError, ChangePasswordError, CompactError, CreateError, Damage, HeaderFault, IoFault, KeptSecretError,
    KeyringError, OddEntry, OddKind, OpenError, ReadError, ReadOnlyVault, RemoveQuarantinedError, StageError,
    UnlockError, WriteError,
};
use idw_words::{Argument, Message as _, MessageData, ToText, message};

use super::Explain;

impl Explain for KeyringError {
    fn explain(&self) -> MessageData {
        match self {
            Self::NotEnabled => message::ErrorVaultKeyringNotEnabled.into(),
            // What it said is for the log.
            Self::Unavailable { backend, fault: _ } => message::ErrorVaultKeyringUnavailable { backend }.into(),
            Self::Locked { backend } => message::ErrorVaultKeyringLocked { backend }.into(),
            Self::TimedOut { backend, limit } => {
                message::ErrorVaultKeyringTimedOut { backend, seconds: limit.as_secs() }.into()
            }
            Self::NoEntry { backend } => message::ErrorVaultKeyringNoEntry { backend }.into(),
            Self::Changed { backend } => message::ErrorVaultKeyringChanged { backend }.into(),
        }
    }
}

/// Why a secret is not in the keyring. What was lost or kept depends on whose it is.
impl Explain for KeptSecretError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Unavailable { backend, fault: _ } => message::ErrorSecretUnavailable { backend }.into(),
            Self::Locked { backend } => message::ErrorSecretLocked { backend }.into(),
            Self::TimedOut { backend, limit } => {
                message::ErrorSecretTimedOut { backend, seconds: limit.as_secs() }.into()
            }
            Self::NoEntry { .. } => message::ErrorSecretNoEntry.into(),
            Self::Changed { backend } => message::ErrorSecretChanged { backend }.into(),
        }
    }
}

impl Explain for OddEntry {
    fn explain(&self) -> MessageData {
        let path = &self.path;
        match self.kind {
            OddKind::SymbolicLink => message::NoticeOddSymbolicLink { path }.into(),
            OddKind::HardLink => message::NoticeOddHardLink { path }.into(),
            OddKind::NotAFile => message::NoticeOddNotAFile { path }.into(),
            OddKind::NotAFolder => message::NoticeOddNotAFolder { path }.into(),
        }
    }
}

/// What the system said. What was being done is for the log.
impl Explain for IoFault {
    fn explain(&self) -> MessageData {
        self.source.explain()
    }
}

impl Explain for ReadOnlyVault {
    fn explain(&self) -> MessageData {
        message::ErrorVaultReadOnly.into()
    }
}

impl Explain for Damage {
    fn explain(&self) -> MessageData {
        match self {
            Self::HeaderMissing => message::VaultDamageHeaderMissing.into(),
            Self::HeaderUnreadable(fault) => fault.explain(),
            Self::HeaderForged => message::VaultDamageHeaderForged.into(),
            Self::HeaderCopy => message::VaultDamageHeaderCopy.into(),
            Self::SnapshotForged { write } => message::VaultDamageSnapshot { write: Argument::Amount(*write) }.into(),
            Self::HeaderRolledBack { expected, found } => {
                message::VaultDamageHeaderOld { expected: amount(*expected), found: amount(*found) }.into()
            }
            Self::SlotForged => message::VaultDamageSlot.into(),
            Self::DatabaseMissing => message::VaultDamageDatabaseMissing.into(),
            Self::DatabaseUnreadable { detail: _ } => message::VaultDamageDatabaseUnreadable.into(),
            Self::ManifestMissing => message::VaultDamageListMissing.into(),
            Self::ManifestForged => message::VaultDamageListForged.into(),
            Self::StrayEntry => message::VaultDamageStray.into(),
            Self::RecordsChanged { expected, found } => {
                message::VaultDamageRecords { expected: amount(*expected), found: amount(*found) }.into()
            }
            Self::RolledBack { expected, found } => {
                message::VaultDamageOld { expected: amount(*expected), found: amount(*found) }.into()
            }
            Self::RecordForged => message::VaultDamageRecord.into(),
            Self::OddEntry(entry) => entry.explain(),
            Self::DocumentMissing(id) => message::VaultDamageDocumentMissing { id: id.to_string() }.into(),
            Self::DocumentForged(id) => message::VaultDamageDocumentForged { id: id.to_string() }.into(),
        }
    }
}

impl Explain for HeaderFault {
    fn explain(&self) -> MessageData {
        match self {
            Self::Truncated => message::VaultDamageHeaderTruncated.into(),
            Self::TooLong => message::VaultDamageHeaderTooLong.into(),
            Self::WrongMagic => message::VaultDamageHeaderMagic.into(),
            Self::WrongChecksum => message::VaultDamageHeaderChecksum.into(),
            Self::Malformed => message::VaultDamageHeaderMalformed.into(),
            Self::NewerVersion(version) => {
                message::VaultDamageHeaderNewer { version: amount(u64::from(*version)) }.into()
            }
        }
    }
}

impl Explain for CreateError {
    fn explain(&self) -> MessageData {
        match self {
            Self::AlreadyExists { dir } => message::ErrorVaultExists { folder: dir }.into(),
            Self::NotEmpty { dir } => message::ErrorVaultNotEmpty { folder: dir }.into(),
            Self::EmptyPassword => message::ErrorVaultCreatePassword.into(),
            Self::InUse { pid, program } => match holder(*pid, program.as_deref()) {
                Some(program) => message::ErrorVaultCreateInUse { program }.into(),
                None => message::ErrorVaultCreateInUseUnknown.into(),
            },
            Self::OddEntry(entry) => message::ErrorVaultNotCreated { reason: entry.explain() }.into(),
            Self::Full { needed, available } => {
                message::ErrorVaultCreateFull { needed: size(*needed), available: size(*available) }.into()
            }
            Self::Io(fault) => message::ErrorVaultNotCreated { reason: fault.explain() }.into(),
        }
    }
}

impl Explain for OpenError {
    fn explain(&self) -> MessageData {
        match self {
            Self::NotFound { dir } => message::ErrorVaultNotFound { folder: dir }.into(),
            Self::InUse { pid, program } => match holder(*pid, program.as_deref()) {
                Some(program) => message::ErrorVaultInUse { program }.into(),
                None => message::ErrorVaultInUseUnknown.into(),
            },
            Self::Damaged { damage } => message::ErrorVaultDamaged { reason: damage.explain() }.into(),
            Self::OddEntry(entry) => message::ErrorVaultNotOpened { reason: entry.explain() }.into(),
            Self::UnsupportedVersion { found, supported } => {
                let (found, supported) = (amount(u64::from(*found)), amount(u64::from(*supported)));
                message::ErrorVaultNewer { found, supported }.into()
            }
            Self::Io(fault) => message::ErrorVaultNotOpened { reason: fault.explain() }.into(),
        }
    }
}

impl Explain for UnlockError {
    fn explain(&self) -> MessageData {
        match self {
            Self::WrongPassword => message::ErrorVaultWrongPassword.into(),
            Self::Keyring(error) => error.explain(),
            Self::NoPasswordSlot => message::ErrorVaultNoPassword.into(),
            Self::ForgedKdf { memory_kib, passes, lanes } => {
                let (passes, lanes) = (amount(u64::from(*passes)), amount(u64::from(*lanes)));
                message::ErrorVaultKdf { memory: memory(*memory_kib), passes, lanes }.into()
            }
            Self::OutOfMemory { memory_kib } => message::ErrorVaultMemory { memory: memory(*memory_kib) }.into(),
            Self::Damaged { damage } => message::ErrorVaultDamaged { reason: damage.explain() }.into(),
            Self::OddEntry(entry) => message::ErrorVaultNotUnlocked { reason: entry.explain() }.into(),
            Self::Full { needed, available } => {
                message::ErrorVaultUnlockFull { needed: size(*needed), available: size(*available) }.into()
            }
            Self::Unreadable(fault) => message::ErrorVaultDisk { reason: fault.explain() }.into(),
            Self::Io(fault) => message::ErrorVaultNotUnlocked { reason: fault.explain() }.into(),
        }
    }
}

impl Explain for ChangePasswordError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Current(error) => message::ErrorVaultPasswordNotChanged { reason: error.explain() }.into(),
            Self::EmptyPassword => message::ErrorVaultPasswordEmpty.into(),
            Self::Full => message::ErrorVaultPasswordFull.into(),
            Self::Io { fault } => message::ErrorVaultPasswordUnsaved { reason: fault.explain() }.into(),
        }
    }
}

impl Explain for ChangeKeyringError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Password(error) => message::ErrorVaultKeyringNotChanged { reason: error.explain() }.into(),
            Self::Keyring(error) => error.explain(),
            Self::Full => message::ErrorVaultKeyringFull.into(),
            Self::Io { fault } => message::ErrorVaultKeyringNotChanged { reason: fault.explain() }.into(),
        }
    }
}

impl Explain for ReadError {
    fn explain(&self) -> MessageData {
        match self {
            Self::NoSuchDocument { id } => message::ErrorVaultNoDocument { id: id.to_string() }.into(),
            Self::Damaged { damage } => message::ErrorVaultUnreadable { reason: damage.explain() }.into(),
            Self::Io(fault) => message::ErrorVaultNotRead { reason: fault.explain() }.into(),
        }
    }
}

impl Explain for WriteError {
    fn explain(&self) -> MessageData {
        match self {
            Self::TooLarge { len, max } => message::ErrorVaultRecordLarge { size: size(*len), most: size(*max) }.into(),
            Self::NoSuchDocument { id } => message::ErrorVaultNotSavedNoDocument { id: id.to_string() }.into(),
            Self::ForeignDocument => message::ErrorVaultForeignDocument.into(),
            Self::Full => message::ErrorVaultFull.into(),
            Self::ReadOnly(error) => error.explain(),
            Self::EpochExhausted => message::ErrorVaultExhausted.into(),
            Self::Damaged { damage } => message::ErrorVaultSaveDamaged { reason: damage.explain() }.into(),
            Self::Uncertain { fault } => message::ErrorVaultUncertain { reason: fault.explain() }.into(),
            Self::Broken => message::ErrorVaultBroken.into(),
            Self::Io(fault) => message::ErrorVaultNotSaved { reason: fault.explain() }.into(),
        }
    }
}

impl Explain for RemoveQuarantinedError {
    fn explain(&self) -> MessageData {
        match self {
            Self::NotFound { name } => message::ErrorVaultNoQuarantine { name }.into(),
            Self::OddEntry(entry) => message::ErrorVaultQuarantineOdd { reason: entry.explain() }.into(),
            Self::Io(fault) => message::ErrorVaultQuarantine { reason: fault.explain() }.into(),
        }
    }
}

impl Explain for CompactError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Full { needed, available } => {
                message::ErrorVaultCompactFull { needed: size(*needed), available: size(*available) }.into()
            }
            Self::Damaged { damage } => message::ErrorVaultCompactDamaged { reason: damage.explain() }.into(),
            Self::Broken => message::ErrorVaultCompactBroken.into(),
            Self::Io(fault) => message::ErrorVaultNotCompacted { reason: fault.explain() }.into(),
        }
    }
}

impl Explain for StageError {
    fn explain(&self) -> MessageData {
        match self {
            Self::TooLarge { max_bytes } => message::ErrorVaultDocumentLarge { most: size(*max_bytes) }.into(),
            Self::Source(error) => message::ErrorVaultDocumentSource { reason: error.explain() }.into(),
            Self::Full => message::ErrorVaultDocumentFull.into(),
            Self::ReadOnly(_) => message::ErrorVaultDocumentReadOnly.into(),
            Self::OddEntry(entry) => message::ErrorVaultDocumentNotAdded { reason: entry.explain() }.into(),
            Self::Io(fault) => message::ErrorVaultDocumentNotAdded { reason: fault.explain() }.into(),
        }
    }
}

/// What to call the program that has a vault open, where anything is known of it.
fn holder(pid: Option<u32>, program: Option<&str>) -> Option<Argument> {
    Some(match (program, pid) {
        (Some(program), Some(pid)) => {
            Argument::Message(Box::new(message::ErrorVaultProgram { program, pid: pid.to_string() }.data()))
        }
        (Some(program), None) => program.to_text(),
        (None, Some(pid)) => Argument::Message(Box::new(message::ErrorVaultProcess { pid: pid.to_string() }.data())),
        (None, None) => return None,
    })
}

fn size(bytes: u64) -> Argument {
    Argument::Size(bytes)
}

fn memory(kib: u32) -> Argument {
    Argument::Size(u64::from(kib) * 1024)
}

fn amount(count: u64) -> Argument {
    Argument::Amount(count)
}
