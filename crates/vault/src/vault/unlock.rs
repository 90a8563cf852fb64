//! From a password to an unlocked vault, with everything checked on the way.

use std::io;
use std::sync::{Mutex, RwLock};

use super::check::{self, Checked};
use super::credential::Credential;
use super::database::Database;
use super::keys::VaultKeys;
use super::repair::{self, Lost, Repair, RepairReport, Repaired};
use super::sweep::{sweep_documents, sweep_folder};
use super::{CommitState, Folder, MIN_FREE_BYTES, SealedVault, Vault};
use crate::anchor::{Anchor, Attested};
use crate::fs::Place;
use crate::header::{Header, SignedHeader};
use crate::header_file::Candidate;
use crate::layout::{Layout, Name};
use crate::store::Engine;
use crate::{Damage, DocumentId, IoFault, OddEntry, Password, UnlockError, fs, header_file, reserve, snapshot};

/// A commit each millisecond would take thousands of years to this write.
const MAX_LABELLED_WRITE: u64 = 1 << 48;

impl SealedVault {
    /// Unlocks the vault: derives the key, and checks that every record is there, none is older than it should be, and
    /// none was added. A damaged copy of the header is repaired from the good one, and files that no record refers to
    /// are removed.
    ///
    /// A database that is damaged, missing or older than it should be is rebuilt from the newest good snapshot and from
    /// what is authentic in it; [`Vault::repair_report`] then says what came back and what did not.
    ///
    /// # Errors
    /// The vault comes back with the reason: [`UnlockError::WrongPassword`] for another try, [`UnlockError::Damaged`]
    /// with what is wrong, [`UnlockError::OddEntry`], [`UnlockError::ForgedKdf`], [`UnlockError::Full`] and others.
    pub fn unlock(self, password: &Password) -> Result<Vault, (Self, UnlockError)> {
        self.unlock_by(Credential::Password(password))
    }

    pub(super) fn unlock_by(self, credential: Credential<'_>) -> Result<Vault, (Self, UnlockError)> {
        match unlock(&self, credential) {
            Ok(parts) => Ok(parts.into_vault(self.folder)),
            Err(error) => Err((self, error)),
        }
    }
}

/// All of a [`Vault`] but its folder, which stays with the sealed vault until nothing can fail any more.
struct Unlocked {
    database: Database,
    keys: VaultKeys,
    header: SignedHeader,
    state: CommitState,
    missing_documents: Vec<DocumentId>,
    repair: Option<RepairReport>,
}

impl Unlocked {
    fn into_vault(self, folder: Folder) -> Vault {
        let vault = Vault {
            database: RwLock::new(self.database),
            keys: self.keys,
            header: Mutex::new(self.header),
            state: Mutex::new(self.state),
            missing_documents: self.missing_documents,
            repair: self.repair,
            unkept: Mutex::new(None),
            folder,
        };
        vault.tidy();
        vault
    }
}

fn unlock(sealed: &SealedVault, credential: Credential<'_>) -> Result<Unlocked, UnlockError> {
    let layout = &sealed.folder.layout;
    let (candidate, keys, header_fault) = unlock_header(sealed, credential)?;
    make_room(layout)?;
    let anchor = Anchor::open(&layout.anchor(), keys.source()).map_err(io("read the anchor"))?;
    let attested = anchor.as_ref().map(Anchor::attested).unwrap_or_default();
    let attested = Attested { write: attested.write.max(newest_snapshot(layout)), ..attested };
    let header = current_header(sealed, candidate, &keys, attested)?;
    let Opened { database, checked, header, mut repair, aside } = open_database(layout, &keys, header, attested)?;

    let Checked { manifest, documents } = checked;
    let state = CommitState {
        manifest,
        anchor: advance(layout, anchor, &keys, Attested { write: manifest.write, header: header.header().generation })?,
        broken: false,
        snapshot: snapshot::list(&layout.snapshots()).ok().and_then(|list| Some(list.first()?.0)),
    };
    header_file::repair(layout, &header);
    sweep_folder(layout, header.header().epoch);
    let missing_documents =
        sweep_documents(layout, documents, aside.as_ref()).map_err(io("look into the documents' folder"))?;
    match (&mut repair, header_fault) {
        (Some(report), _) => report.lost.documents.clone_from(&missing_documents),
        (None, None) => {}
        (None, Some(damage)) => {
            let lost = Lost { documents: missing_documents.clone(), ..Lost::default() };
            let restored = manifest.set.count;
            repair = Some(RepairReport { damage, restored, from_snapshot: None, lost, kept_aside: None });
        }
    }
    if let Some(report) = &repair {
        tracing::warn!("{report}");
    }
    Ok(Unlocked { database, keys, header, state, missing_documents, repair })
}

/// The write of the newest snapshot by its name: there was such a write, even when the snapshot cannot be read any more.
///
/// Nothing vouches for a name, so it can only raise an alarm, and only with a number that a vault can come to.
fn newest_snapshot(layout: &Layout) -> u64 {
    let names = snapshot::list(&layout.snapshots()).unwrap_or_default();
    names.iter().map(|(moment, _)| moment.write).filter(|write| *write < MAX_LABELLED_WRITE).max().unwrap_or_default()
}

/// The engine may harm a database that it opens on a full disk.
fn make_room(layout: &Layout) -> Result<(), UnlockError> {
    let available = || fs::available_bytes(layout.dir()).map_err(io("measure the free space"));
    if available()? >= MIN_FREE_BYTES {
        return Ok(());
    }
    reserve::release(&layout.reserve());
    match available()? {
        enough if enough >= MIN_FREE_BYTES => Ok(()),
        available => Err(UnlockError::Full { needed: MIN_FREE_BYTES, available }),
    }
}

/// Refuses a header that is older than one which was acknowledged, unless it is all that is left.
fn current_header(
    sealed: &SealedVault,
    candidate: &Candidate,
    keys: &VaultKeys,
    attested: Attested,
) -> Result<SignedHeader, UnlockError> {
    let (header, expected) = (&candidate.header, attested.header);
    let found = header.header().generation;
    if found >= expected {
        return Ok(header.clone());
    }
    if !candidate.from_snapshot || sealed.headers.fault().is_none() {
        return Err(damaged(Damage::HeaderRolledBack { expected, found }));
    }
    Ok(SignedHeader::sign(Header { generation: expected + 1, ..header.header().clone() }, keys.source()))
}

/// A database of which every record is vouched for, and the header that names it.
struct Opened {
    database: Database,
    checked: Checked,
    header: SignedHeader,
    repair: Option<RepairReport>,
    /// Where the repair has put what it found damaged.
    aside: Option<Place>,
}

fn open_database(
    layout: &Layout,
    keys: &VaultKeys,
    header: SignedHeader,
    attested: Attested,
) -> Result<Opened, UnlockError> {
    let epoch = header.header().epoch;
    let pristine = repair::Pristine::keep(layout, epoch, attested.write.max(header.header().floor));
    let damage = match open_checked(layout, keys, header.header(), attested) {
        Ok((database, checked)) => return Ok(Opened { database, checked, header, repair: None, aside: None }),
        Err(UnlockError::Damaged { damage }) if repair::helps(&damage) => damage,
        Err(error) => return Err(error),
    };
    if let Some(pristine) = pristine {
        pristine.put_back().map_err(io("put the damaged database back"))?;
    }
    let repair = Repair { layout, keys, header: &header, attested, damage };
    let repaired = repair.run().map_err(|error| match (error, odd_snapshot(layout)) {
        // What was replaced by it might have helped.
        (UnlockError::Damaged { .. }, Some(entry)) => UnlockError::OddEntry(entry),
        (error, _) => error,
    });
    let Repaired { database, checked, header, report, aside } = repaired?;
    Ok(Opened { database, checked, header, repair: Some(report), aside: Some(aside) })
}

fn odd_snapshot(layout: &Layout) -> Option<OddEntry> {
    let is_of_snapshot = |name: Name| matches!(name, Name::Snapshots | Name::Snapshot);
    let odd = layout.odd_entries().ok()?;
    odd.into_iter().find_map(|(name, entry)| is_of_snapshot(name).then_some(entry))
}

fn open_checked(
    layout: &Layout,
    keys: &VaultKeys,
    header: &Header,
    attested: Attested,
) -> Result<(Database, Checked), UnlockError> {
    let store = Engine::open(&layout.database(header.epoch)).map_err(|error| error.sort(damaged, UnlockError::from))?;
    let database = Database { store, keys: keys.epoch(header.epoch) };
    let checked = check::check_records(&database)?;
    let (expected, found) = (attested.write.max(header.floor), checked.manifest.write);
    if found < expected { Err(damaged(Damage::RolledBack { expected, found })) } else { Ok((database, checked)) }
}

/// The newest copy counts, also when it says that the password is wrong: after an interrupted change of the password
/// the old one must not come back. The others are asked only when the newest is forged.
fn unlock_header<'a>(
    sealed: &'a SealedVault,
    credential: Credential<'_>,
) -> Result<(&'a Candidate, VaultKeys, Option<Damage>), UnlockError> {
    let mut first_error = None;
    for candidate in sealed.headers.candidates() {
        match credential.keys_from(&candidate.header) {
            Ok(keys) => return Ok((candidate, keys, header_damage(sealed, candidate))),
            Err(error @ (UnlockError::Damaged { .. } | UnlockError::ForgedKdf { .. })) => {
                first_error.get_or_insert(error);
            }
            Err(error) => return Err(first_error.unwrap_or(error)),
        }
    }
    Err(first_error.unwrap_or_else(|| damaged(Damage::HeaderMissing)))
}

/// What is wrong with the copies of the header, when the one that counts came from a snapshot.
fn header_damage(sealed: &SealedVault, used: &Candidate) -> Option<Damage> {
    if !used.from_snapshot {
        return None;
    }
    let expected = used.header.header().generation;
    let copy = sealed.headers.candidates().iter().find(|one| !one.from_snapshot);
    let found = copy.map(|copy| copy.header.header().generation);
    Some(match (found, sealed.headers.fault()) {
        (None, fault) => fault.cloned().unwrap_or(Damage::HeaderMissing),
        (Some(found), _) if found < expected => Damage::HeaderRolledBack { expected, found },
        (Some(_), _) => Damage::HeaderForged,
    })
}

/// The anchor, saying what is known to be there.
fn advance(
    layout: &Layout,
    anchor: Option<Anchor>,
    keys: &VaultKeys,
    attested: Attested,
) -> Result<Anchor, UnlockError> {
    let Some(mut anchor) = anchor else {
        // Who could take it away could also have put an old one back, so its absence says nothing about the records.
        tracing::warn!("the rollback anchor was missing or damaged and was made anew");
        return Anchor::create(&layout.anchor(), keys.source(), attested).map_err(io("write the anchor"));
    };
    if anchor.attested() < attested {
        anchor.advance(attested).map_err(io("write the anchor"))?;
    }
    Ok(anchor)
}

fn damaged(damage: Damage) -> UnlockError {
    UnlockError::Damaged { damage }
}

pub(super) fn io(doing: &'static str) -> impl FnOnce(io::Error) -> UnlockError {
    move |error| IoFault::when(doing)(error).into()
}
