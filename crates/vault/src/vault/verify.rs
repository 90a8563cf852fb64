//! Reading everything there is, to say what is wrong.

use std::io::{self, Read};
use std::sync::PoisonError;

use super::{Vault, check, upkeep};
use crate::document::{DocumentReader, DocumentRecord};
use crate::fs::{OddEntry, Place};
use crate::header::MAX_HEADER_BYTES;
use crate::layout::Layout;
use crate::snapshot::{self, SnapshotFault, SnapshotReader};
use crate::{Damage, DocumentId, Plain, ReadError, Tree, UnlockError};

/// The most faults that are listed: a vault with more is in ruins.
const MAX_FAULTS: usize = 1000;
const BUFFER_BYTES: usize = 64 * 1024;

/// How far a verification is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VerifyProgress {
    /// Records and documents read so far.
    pub done: u64,
    /// Records and documents there are.
    pub total: u64,
}

/// What a verification found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VerifyReport {
    /// Records that were read, those of documents among them.
    pub records: u64,
    /// Documents that were read to the end.
    pub documents: u64,
    /// Bytes of those documents.
    pub document_bytes: u64,
    /// Snapshots that were read to the end.
    pub snapshots: u64,
    /// What is wrong: nothing, when the vault is whole. At most 1,000 are listed.
    pub faults: Vec<Damage>,
}

impl VerifyReport {
    /// Whether everything is as it was written.
    pub fn is_whole(&self) -> bool {
        self.faults.is_empty()
    }

    fn fault(&mut self, damage: Damage) {
        if self.faults.len() < MAX_FAULTS {
            self.faults.push(damage);
        }
    }
}

/// How much room a vault takes, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usage {
    /// How many records there are, those of documents among them.
    pub records: u64,
    /// Their plaintext.
    pub record_bytes: u64,
    /// What the database would take if nothing in it were dead: the records sealed, their keys, and what the engine
    /// keeps with each.
    pub live_bytes: u64,
    /// The database with all that is dead in it.
    pub database_bytes: u64,
    /// The snapshots.
    pub snapshot_bytes: u64,
    /// How many snapshots there are.
    pub snapshots: u64,
    /// The files of the documents.
    pub document_bytes: u64,
    /// What repairs have kept aside.
    pub quarantine_bytes: u64,
    /// The number of the last commit.
    pub write: u64,
}

impl Vault {
    /// Reads every record, document and snapshot, and both copies of the header, and says what is wrong. Nothing is
    /// changed. Commits wait while the records are read, not while the documents are.
    ///
    /// # Errors
    /// [`ReadError::Io`] when the disk cannot be read. What is damaged is in the report.
    pub fn verify(&self, progress: &mut dyn FnMut(VerifyProgress)) -> Result<VerifyReport, ReadError> {
        let mut report = VerifyReport::default();
        let documents = self.verify_records(&mut report, progress)?;
        let total = report.records + documents.len() as u64;
        for (done, (id, plain)) in (report.records + 1..).zip(documents) {
            self.verify_document(id, &plain, &mut report)?;
            progress(VerifyProgress { done, total });
        }
        for entry in self.odd_entries()? {
            report.fault(Damage::OddEntry(entry));
        }
        self.verify_headers(&mut report)?;
        self.verify_snapshots(&mut report)?;
        Ok(report)
    }

    /// What the vault takes on the disk.
    ///
    /// # Errors
    /// [`ReadError::Io`] when the folder cannot be read.
    pub fn usage(&self) -> Result<Usage, ReadError> {
        let manifest = self.state.lock().unwrap_or_else(PoisonError::into_inner).manifest;
        let layout = self.folder.layout();
        let snapshots = snapshot::list(&layout.snapshots()).map_err(io("look for snapshots"))?;
        let quarantine = layout.kept_aside().map_err(io("look into the folder"))?;
        Ok(Usage {
            records: manifest.set.count,
            record_bytes: manifest.set.bytes,
            live_bytes: upkeep::live_bytes(&manifest),
            database_bytes: layout.database(manifest.epoch).files_bytes(),
            snapshot_bytes: layout.snapshots().files_bytes(),
            snapshots: snapshots.len() as u64,
            document_bytes: layout.documents().files_bytes(),
            quarantine_bytes: quarantine.iter().map(Place::tree_bytes).sum(),
            write: manifest.write,
        })
    }

    /// The folders that repairs have kept aside.
    ///
    /// # Errors
    /// [`ReadError::Io`] when the folder cannot be read.
    pub fn kept_aside(&self) -> Result<Vec<std::path::PathBuf>, ReadError> {
        Ok(self.places_kept_aside()?.iter().map(Place::shown).collect())
    }

    pub(super) fn places_kept_aside(&self) -> Result<Vec<Place>, ReadError> {
        self.folder.layout().kept_aside().map_err(io("look into the folder"))
    }

    /// What stands at names of the vault's folder and is nothing that the vault put there. What it cannot do without is
    /// not among it, as then it would not have been unlocked. All of it was left as it is: the user is to be told.
    ///
    /// # Errors
    /// [`ReadError::Io`] when the folder cannot be read.
    pub fn odd_entries(&self) -> Result<Vec<OddEntry>, ReadError> {
        let found = Layout::new(self.dir()).odd_entries().map_err(io("look into the folder"))?;
        Ok(found.into_iter().map(|(_, entry)| entry).collect())
    }

    /// Opens every record, and gives the records of the documents.
    fn verify_records(
        &self,
        report: &mut VerifyReport,
        progress: &mut dyn FnMut(VerifyProgress),
    ) -> Result<Vec<(DocumentId, Plain)>, ReadError> {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let database = self.database();
        let documents_tag = database.keys.tree(Tree::DOCUMENTS).tag();
        match check::check_records(&database) {
            Ok(checked) if checked.manifest == state.manifest => {}
            Ok(_) => report.fault(Damage::ManifestForged),
            Err(UnlockError::Damaged { damage }) => report.fault(damage),
            Err(UnlockError::Io(fault)) => return Err(fault.into()),
            Err(other) => return Err(io("check the records")(io::Error::other(other))),
        }
        let mut documents = Vec::new();
        let total = state.manifest.set.count;
        let mut next = Some(crate::record::RecordKey::FIRST.to_vec());
        while let Some(from) = next {
            let page = match database.page(&from, None) {
                Err(ReadError::Damaged { damage }) => {
                    report.fault(damage);
                    break;
                }
                page => page?,
            };
            for (key, sealed) in page.records {
                report.records += 1;
                match database.open(&key, sealed) {
                    Ok(plain) if key.tag() == documents_tag => {
                        documents.push((DocumentId::from_bytes(key.id()), plain));
                    }
                    Ok(_) => {}
                    Err(_) => report.fault(Damage::RecordForged),
                }
            }
            progress(VerifyProgress { done: report.records, total: total + documents.len() as u64 });
            next = page.next;
        }
        Ok(documents)
    }

    fn verify_document(&self, id: DocumentId, plain: &[u8], report: &mut VerifyReport) -> Result<(), ReadError> {
        let Some(record) = DocumentRecord::decode(plain) else {
            report.fault(Damage::RecordForged);
            return Ok(());
        };
        let read = DocumentReader::open(&self.folder.layout().documents(), id, &record).and_then(read_to_end);
        match read {
            Ok(bytes) => {
                report.documents += 1;
                report.document_bytes += bytes;
            }
            // A document that was removed since its record was read is no fault.
            Err(ReadError::Damaged { damage: Damage::OddEntry(_) }) => {} // is reported with the others
            Err(ReadError::Damaged { damage }) if self.document(id)?.is_some() => report.fault(damage),
            Err(error @ ReadError::Io(_)) => return Err(error),
            Err(_) => {}
        }
        Ok(())
    }

    fn verify_headers(&self, report: &mut VerifyReport) -> Result<(), ReadError> {
        let header = self.header.lock().unwrap_or_else(PoisonError::into_inner);
        for place in self.folder.layout().headers() {
            let bytes = match place.read_limited(MAX_HEADER_BYTES as u64) {
                Err(error) if OddEntry::behind(&error).is_some() => continue, // is reported as what it is
                bytes => bytes.map_err(io("read the header"))?,
            };
            if bytes.as_deref() != Some(header.as_bytes()) {
                report.fault(Damage::HeaderCopy);
            }
        }
        Ok(())
    }

    fn verify_snapshots(&self, report: &mut VerifyReport) -> Result<(), ReadError> {
        let _state = self.state.lock().unwrap_or_else(PoisonError::into_inner); // so that none is removed meanwhile
        for (moment, place) in snapshot::list(&self.folder.layout().snapshots()).map_err(io("look for snapshots"))? {
            let reader = SnapshotReader::open(&place, self.keys.source());
            match reader.and_then(|reader| Ok((reader.write(), reader.verify()?))) {
                Ok((write, _)) if write == moment.write => report.snapshots += 1,
                Err(SnapshotFault::Io(error)) if OddEntry::behind(&error).is_none() => {
                    return Err(io("read a snapshot")(error));
                }
                _ => report.fault(Damage::SnapshotForged { write: moment.write }),
            }
        }
        Ok(())
    }
}

fn read_to_end(mut reader: DocumentReader) -> Result<u64, ReadError> {
    let mut buffer = Plain::new(vec![0; BUFFER_BYTES]);
    let mut total = 0;
    loop {
        match reader.read(&mut buffer) {
            Ok(0) => return Ok(total),
            Ok(len) => total += len as u64,
            Err(error) => return Err(ReadError::of_reader(error)),
        }
    }
}

fn io(doing: &'static str) -> impl FnOnce(io::Error) -> ReadError {
    move |error| crate::IoFault::when(doing)(error).into()
}
