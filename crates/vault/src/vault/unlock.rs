//! From a password to an unlocked vault, with everything checked on the way.

use std::io;
use std::mem::{Discriminant, discriminant};
use std::sync::{Mutex, RwLock};

use super::check::{self, Checked};
use super::credential::Credential;
use super::database::Database;
use super::keys::VaultKeys;
use super::pristine::{self, Pristine};
use super::read_only::Folder;
use super::repair::{self, Lost, Repair, RepairReport, Repaired};
use super::spare_fault::{SpareFault, SpareFaultCause};
use super::sweep::{missing_documents, sweep_documents, sweep_folder};
use super::{CommitState, MIN_FREE_BYTES, SealedVault, Vault};
use crate::anchor::{Anchor, Attested};
use crate::fs::Place;
use crate::header::{Header, SignedHeader};
use crate::header_file::{Candidate, HeaderCopies};
use crate::layout::{Layout, Name};
use crate::store::Engine;
use crate::{
    Damage, DocumentId, IoFault, OddEntry, OddKind, Password, UnlockError, fs, header_file, reserve, snapshot,
};

/// How often the database is opened until two attempts come to the same.
const MAX_ATTEMPTS: usize = 4;
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
        let unlocked = self.folder.to_work_on().and_then(|folder| Ok((unlock(&self, &folder, credential)?, folder)));
        match unlocked {
            Ok((parts, folder)) => Ok(parts.into_vault(folder)),
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
    spare_faults: Vec<SpareFault>,
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
            spare_faults: self.spare_faults,
            folder,
        };
        vault.tidy();
        vault
    }
}

fn unlock(sealed: &SealedVault, folder: &Folder, credential: Credential<'_>) -> Result<Unlocked, UnlockError> {
    let layout = folder.layout();
    let (candidate, keys, header_fault) = unlock_header(&sealed.headers, credential)?;
    make_room(layout)?;
    let anchor = Anchor::open(&layout.anchor(), keys.source());
    let attested = anchor.as_ref().ok().and_then(Option::as_ref).map(Anchor::attested).unwrap_or_default();
    let attested = Attested { write: attested.write.max(newest_snapshot(layout)), ..attested };
    let header = current_header(sealed, candidate, &keys, attested)?;
    let Opened { database, checked, header, mut repair, quarantine } = open_database(layout, &keys, header, attested)?;

    let Checked { manifest, documents } = checked;
    let mut spare_faults = header_file::repair(layout, &header);
    let now = Attested { write: manifest.write, header: header.header().generation };
    let state = CommitState {
        manifest,
        anchor: advance(layout, anchor, &keys, now, &mut spare_faults)?,
        broken: false,
        snapshot: snapshot::list(&layout.snapshots()).ok().and_then(|list| Some(list.first()?.0)),
    };
    sweep_folder(layout, header.header().epoch);
    let missing_documents = if folder.is_read_only() {
        missing_documents(layout, documents)
    } else {
        sweep_documents(layout, documents, quarantine.as_ref())
    }
    .map_err(io("look into the documents' folder"))?;
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
    Ok(Unlocked { database, keys, header, state, missing_documents, repair, spare_faults })
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
    if let Some(error) = sealed.headers.unreadable() {
        // The newer one may be in the copy that the disk does not give.
        let source = io::Error::new(error.kind(), error.to_string());
        return Err(UnlockError::Unreadable(IoFault { doing: "read the newest copy of the header", source }));
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
    quarantine: Option<Place>,
}

fn open_database(
    layout: &Layout,
    keys: &VaultKeys,
    header: SignedHeader,
    attested: Attested,
) -> Result<Opened, UnlockError> {
    let damage = match open_certainly(layout, keys, header.header(), attested)? {
        Ok((database, checked)) => return Ok(Opened { database, checked, header, repair: None, quarantine: None }),
        Err(damage) => damage,
    };
    let repair = Repair { layout, keys, header: &header, attested, damage };
    let repaired = repair.run().map_err(|error| match (error, odd_snapshot(layout)) {
        // What was replaced by it might have helped.
        (UnlockError::Damaged { .. }, Some(entry)) => UnlockError::OddEntry(entry),
        (error, _) => error,
    });
    let Repaired { database, checked, header, report, quarantine } = repaired?;
    Ok(Opened { database, checked, header, repair: Some(report), quarantine: Some(quarantine) })
}

/// What an attempt to open the database came to, to be compared with another.
#[derive(PartialEq, Eq)]
enum Outcome {
    Opened { write: u64 },
    Damaged(Discriminant<Damage>),
}

/// Opens the database, or says how it is damaged, once that is certain.
///
/// The engine takes what the disk does not give for damage, and harms the database then. Its outcome counts when it has
/// exactly what was acknowledged last, or when it comes to the same twice; otherwise what it did is taken back. All of the
/// database is read before each attempt, so a disk that fails for good ends this with an error.
fn open_certainly(
    layout: &Layout,
    keys: &VaultKeys,
    header: &Header,
    attested: Attested,
) -> Result<Result<(Database, Checked), Damage>, UnlockError> {
    let acknowledged = attested.write.max(header.floor);
    pristine::keep_earlier(layout);
    let mut before = None;
    for _ in 0..MAX_ATTEMPTS {
        let pristine = Pristine::keep(layout, header.epoch)?;
        let (outcome, opened) = match open_checked(layout, keys, header, acknowledged) {
            Ok((database, checked)) if checked.manifest.write == acknowledged => return Ok(Ok((database, checked))),
            Ok((database, checked)) => (Outcome::Opened { write: checked.manifest.write }, Ok((database, checked))),
            Err(UnlockError::Damaged { damage }) if repair::helps(&damage) => {
                (Outcome::Damaged(discriminant(&damage)), Err(damage))
            }
            Err(error) => {
                put_back(pristine)?;
                return Err(unreadable(error));
            }
        };
        let is_certain = before.as_ref() == Some(&outcome);
        before = Some(outcome);
        match opened {
            Ok(opened) if is_certain => return Ok(Ok(opened)),
            Ok((database, _)) => {
                database.store.close().map_err(|error| UnlockError::from(error.into_io()))?;
                put_back(pristine)?;
            }
            Err(damage) => {
                put_back(pristine)?;
                if is_certain {
                    return Ok(Err(damage));
                }
            }
        }
    }
    let source = io::Error::other("it gives something else each time");
    Err(UnlockError::Unreadable(IoFault { doing: "read the database", source }))
}

/// What the disk is to blame for is told so.
fn unreadable(error: UnlockError) -> UnlockError {
    match error {
        UnlockError::Io(fault) if fault.is_of_the_disk() => UnlockError::Unreadable(fault),
        error => error,
    }
}

fn put_back(pristine: Option<Pristine>) -> Result<(), UnlockError> {
    pristine.map_or(Ok(()), Pristine::put_back).map_err(io("put the database back as it was"))
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
    acknowledged: u64,
) -> Result<(Database, Checked), UnlockError> {
    let store = Engine::open(&layout.database(header.epoch)).map_err(|error| error.sort(damaged, UnlockError::from))?;
    let database = Database { store, keys: keys.epoch(header.epoch) };
    let checked = check::check_records(&database)?;
    let (expected, found) = (acknowledged, checked.manifest.write);
    if found < expected { Err(damaged(Damage::RolledBack { expected, found })) } else { Ok((database, checked)) }
}

/// The newest copy counts, also when it says that the password is wrong: after an interrupted change of the password
/// the old one must not come back. The others are asked only when the newest is forged.
pub(super) fn unlock_header<'a>(
    headers: &'a HeaderCopies,
    credential: Credential<'_>,
) -> Result<(&'a Candidate, VaultKeys, Option<Damage>), UnlockError> {
    let mut first_error = None;
    for candidate in headers.candidates() {
        match credential.keys_from(&candidate.header) {
            Ok(keys) => return Ok((candidate, keys, header_damage(headers, candidate))),
            Err(error @ (UnlockError::Damaged { .. } | UnlockError::ForgedKdf { .. })) => {
                first_error.get_or_insert(error);
            }
            Err(error) => return Err(first_error.unwrap_or(error)),
        }
    }
    Err(first_error.unwrap_or_else(|| damaged(Damage::HeaderMissing)))
}

/// What is wrong with the copies of the header, when the one that counts came from a snapshot.
fn header_damage(headers: &HeaderCopies, used: &Candidate) -> Option<Damage> {
    if !used.from_snapshot {
        return None;
    }
    let expected = used.header.header().generation;
    let copy = headers.candidates().iter().find(|one| !one.from_snapshot);
    let found = copy.map(|copy| copy.header.header().generation);
    Some(match (found, headers.fault()) {
        (None, fault) => fault.cloned().unwrap_or(Damage::HeaderMissing),
        (Some(found), _) if found < expected => Damage::HeaderRolledBack { expected, found },
        (Some(_), _) => Damage::HeaderForged,
    })
}

/// The anchor, saying what is known to be there.
fn advance(
    layout: &Layout,
    anchor: io::Result<Option<Anchor>>,
    keys: &VaultKeys,
    attested: Attested,
    spare_faults: &mut Vec<SpareFault>,
) -> Result<Anchor, UnlockError> {
    let place = layout.anchor();
    let create = || Anchor::create(&place, keys.source(), attested);
    match anchor {
        Ok(Some(mut anchor)) => {
            if anchor.attested() < attested {
                anchor.advance(attested).map_err(io("write the anchor"))?;
            }
            Ok(anchor)
        }
        // Who could take it away could also have put an old one back, so its absence says nothing about the records.
        Ok(None) => {
            tracing::warn!("the rollback anchor was missing or damaged and was made anew");
            create().map_err(io("write the anchor"))
        }
        // A link is left as it is, and told with the other odd entries until it is gone.
        Err(error) if OddEntry::behind(&error).is_some_and(|odd| odd.kind != OddKind::NotAFile) => {
            tracing::warn!(%error, "older states that are put back will not be noticed");
            Ok(Anchor::without_file(keys.source(), attested))
        }
        Err(error) => {
            let mut made = None;
            let why = SpareFaultCause::Unreadable(error.to_string());
            let fault = SpareFault::mend(&place, why, || create().map(|anchor| made = Some(anchor)));
            if fault.is_mended || OddEntry::behind(&error).is_none() {
                spare_faults.push(fault);
            }
            Ok(made.unwrap_or_else(|| Anchor::without_file(keys.source(), attested)))
        }
    }
}

fn damaged(damage: Damage) -> UnlockError {
    UnlockError::Damaged { damage }
}

pub(super) fn io(doing: &'static str) -> impl FnOnce(io::Error) -> UnlockError {
    move |error| IoFault::when(doing)(error).into()
}
