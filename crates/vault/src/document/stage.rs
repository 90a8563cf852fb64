//! Bringing a document in: sealed to a temporary file first, and part of the vault only when a commit refers to it.

use std::fmt;
use std::fs::File;
use std::io::{self, Read, Write};
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread;

use aws_lc_rs::digest::{self, SHA256};
use zeroize::Zeroizing;

use super::info::DocumentRecord;
use super::stream::{CHUNK_LOG2, Stream};
use crate::crypto::{self, SealingKey, SecretKey};
use crate::fs::Place;
use crate::{DocumentId, IoFault, Plain, StageError};

/// The end of the names of files that no record refers to yet.
const TEMPORARY_SUFFIX: &str = ".part";

/// The document of a file that no record refers to yet, by its name.
pub(crate) fn id_of_staged(name: &str) -> Option<DocumentId> {
    name.strip_suffix(TEMPORARY_SUFFIX)?.parse().ok()
}

/// Most bytes kept from the start of a document, to tell its type by.
const HEAD_LEN_BYTES: usize = 8 * 1024;

const CHUNK_LEN_BYTES: usize = 1 << CHUNK_LOG2;

/// Chunks that were read and wait to be sealed: enough for both sides to go on, and 1.25 MiB of memory in all.
const CHUNKS_WAITING: usize = 1;

/// A document that is sealed and on the disk, but not yet part of the vault: put it into a
/// [`Batch`](crate::Batch::put_document). When dropped instead, its file is removed.
pub struct StagedDocument {
    id: DocumentId,
    vault_id: [u8; 16],
    record: DocumentRecord,
    head: Plain,
    file: TemporaryFile,
}

impl StagedDocument {
    /// The id the document will have.
    pub fn id(&self) -> DocumentId {
        self.id
    }

    /// Its length in bytes.
    #[expect(clippy::len_without_is_empty, reason = "a document is no collection")]
    pub fn len(&self) -> u64 {
        self.record.len
    }

    /// SHA-256 (FIPS 180-4) of its bytes.
    pub fn sha256(&self) -> [u8; 32] {
        self.record.sha256
    }

    /// Its first bytes, 8 KiB at most, for telling its type.
    pub fn head(&self) -> &[u8] {
        &self.head
    }

    pub(crate) fn vault_id(&self) -> &[u8; 16] {
        &self.vault_id
    }

    /// The document's record, with what the caller wants to know about it.
    pub(crate) fn record(&self, meta: &[u8]) -> Plain {
        let key = SecretKey::filled(|bytes| bytes.copy_from_slice(self.record.key.expose_bytes()));
        let meta = Zeroizing::new(meta.to_vec());
        DocumentRecord { key, meta, ..self.record }.encode()
    }

    /// Gives the file its final name; the folder is not synced yet.
    pub(crate) fn publish(&mut self) -> io::Result<Place> {
        let published = self.file.place.renamed(self.id.to_string());
        self.file.place.move_to(&published)?;
        self.file.keep = true;
        Ok(published)
    }
}

impl fmt::Debug for StagedDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StagedDocument({}, {} bytes)", self.id, self.record.len)
    }
}

/// Seals a document to a temporary file in `folder`, in constant memory, and waits until it is on the disk.
pub(crate) fn stage(
    folder: &Place,
    vault_id: [u8; 16],
    id: DocumentId,
    source: &mut dyn Read,
    max_bytes: u64,
) -> Result<StagedDocument, StageError> {
    let (key, prefix) = (SecretKey::make(), crypto::make_random());
    let stream = Stream::new(SealingKey::new(&key), prefix, id);
    let (temporary, file) = TemporaryFile::create(folder.child(format!("{id}{TEMPORARY_SUFFIX}")))?;
    let mut intake =
        Intake { source, max_bytes, digest: digest::Context::new(&SHA256), len: 0, head: Plain::default() };
    let output = Output { stream, file };
    let file = bring_in(&mut intake, output)?;
    file.sync_all().map_err(IoFault::when("save the document")).map_err(file_error)?;
    drop(file); // a batch may hold more documents than a process may hold files open
    let Intake { digest, len, head, .. } = intake;
    let sha256 = digest.finish().as_ref().try_into().expect("SHA-256 gives 32 bytes");
    let record = DocumentRecord { key, prefix, chunk_log2: CHUNK_LOG2, len, sha256, meta: Plain::default() };
    Ok(StagedDocument { id, vault_id, record, head, file: temporary })
}

/// A chunk is sealed when the one after it was read, as only then it is known whether it is the last.
fn bring_in(intake: &mut Intake<'_>, mut output: Output) -> Result<File, StageError> {
    let mut first = chunk_buffer();
    intake.read(&mut first)?;
    let mut second = chunk_buffer();
    intake.read(&mut second)?;
    if second.is_empty() {
        output.write(true, &mut first)?;
        return Ok(output.file);
    }
    thread::scope(|scope| {
        let (to_output, chunks) = mpsc::sync_channel(CHUNKS_WAITING);
        let (give_back, returned) = mpsc::channel();
        let writer = scope.spawn(move || {
            for (last, mut chunk) in chunks {
                output.write(last, &mut chunk)?;
                let _ = give_back.send(chunk); // after the last nobody wants it
            }
            Ok(output.file)
        });
        let read = feed(intake, [first, second], &to_output, &returned);
        drop(to_output);
        let written = writer.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        read.and(written)
    })
}

/// Reads and hashes while what was read before is sealed and written. Ends early when the writer does, which says why.
fn feed(
    intake: &mut Intake<'_>,
    [mut current, mut next]: [Plain; 2],
    to_output: &SyncSender<(bool, Plain)>,
    returned: &Receiver<Plain>,
) -> Result<(), StageError> {
    loop {
        let last = next.is_empty();
        if to_output.send((last, current)).is_err() || last {
            return Ok(());
        }
        current = next;
        next = returned.try_recv().unwrap_or_else(|_| chunk_buffer());
        intake.read(&mut next)?;
    }
}

/// The document as it comes.
struct Intake<'a> {
    source: &'a mut dyn Read,
    max_bytes: u64,
    digest: digest::Context,
    len: u64,
    head: Plain,
}

impl Intake<'_> {
    fn read(&mut self, chunk: &mut Plain) -> Result<(), StageError> {
        chunk.clear();
        let left = self.max_bytes - self.len;
        let mut source = (&mut *self.source).take((CHUNK_LEN_BYTES as u64).min(left.saturating_add(1)));
        source.read_to_end(chunk).map_err(StageError::Source)?;
        if chunk.len() as u64 > left {
            return Err(StageError::TooLarge { max_bytes: self.max_bytes });
        }
        self.len += chunk.len() as u64;
        self.digest.update(chunk);
        let wanted = (HEAD_LEN_BYTES - self.head.len()).min(chunk.len());
        self.head.extend_from_slice(&chunk[..wanted]);
        Ok(())
    }
}

/// Where it goes.
struct Output {
    stream: Stream,
    file: File,
}

impl Output {
    fn write(&mut self, last: bool, chunk: &mut Plain) -> Result<(), StageError> {
        let sealed = self.stream.seal(last, chunk);
        let max_bytes = u64::from(u32::MAX) * CHUNK_LEN_BYTES as u64; // 1 PiB
        sealed.map_err(|_| StageError::TooLarge { max_bytes })?;
        self.file.write_all(chunk).map_err(IoFault::when("write the document")).map_err(file_error)
    }
}

/// Room for a chunk and its tag, made once: growing would leave copies of the plaintext behind.
fn chunk_buffer() -> Plain {
    Zeroizing::new(Vec::with_capacity(CHUNK_LEN_BYTES + crypto::TAG_LEN_BYTES))
}

fn file_error(fault: IoFault) -> StageError {
    if fault.is_full() { StageError::Full } else { fault.into() }
}

/// A file, by its name, that is removed unless it is to be kept.
struct TemporaryFile {
    place: Place,
    keep: bool,
}

impl TemporaryFile {
    fn create(place: Place) -> Result<(Self, File), StageError> {
        let file = place.create().map_err(IoFault::when("create the document's file")).map_err(file_error)?;
        Ok((Self { place, keep: false }, file))
    }
}

impl Drop for TemporaryFile {
    fn drop(&mut self) {
        if !self.keep {
            let _ = self.place.remove_if_there(); // if not now, then at the next unlocking
        }
    }
}

#[cfg(test)]
mod tests {
    use aead_stream::{DecryptorBE32, EncryptorBE32, aead::Payload};
    use aes_gcm::Aes256Gcm;

    use super::*;

    fn folder() -> (tempfile::TempDir, Place) {
        let dir = tempfile::tempdir().unwrap();
        let folder = Place::in_folder(dir.path(), "documents");
        folder.make_dir().unwrap();
        (dir, folder)
    }

    /// What RustCrypto's STREAM makes of these bytes.
    fn theirs(staged: &StagedDocument, plain: &[u8]) -> Vec<u8> {
        let record = &staged.record;
        let mut encryptor = EncryptorBE32::<Aes256Gcm>::new(record.key.expose_bytes().into(), (&record.prefix).into());
        let aad = [b"IDWD\x00\x01".as_slice(), staged.id.as_bytes()].concat();
        let mut chunks: Vec<&[u8]> = plain.chunks(CHUNK_LEN_BYTES).collect();
        let last = chunks.pop().unwrap_or_default();
        let mut file = Vec::new();
        for msg in chunks {
            file.extend(encryptor.encrypt_next(Payload { msg, aad: &aad }).unwrap());
        }
        file.extend(encryptor.encrypt_last(Payload { msg: last, aad: &aad }).unwrap());
        file
    }

    #[test]
    fn a_file_is_byte_for_byte_what_aead_stream_makes() {
        let (dir, folder) = folder();
        for len in [0, 1, CHUNK_LEN_BYTES - 1, CHUNK_LEN_BYTES, CHUNK_LEN_BYTES + 1, 2 * CHUNK_LEN_BYTES] {
            let plain: Vec<u8> = (0..=250).cycle().take(len).collect();
            let staged = stage(&folder, [0; 16], DocumentId::make(), &mut plain.as_slice(), u64::MAX).unwrap();
            let ours = std::fs::read(staged.file.place.shown()).unwrap();
            assert!(ours == theirs(&staged, &plain), "{len} bytes");
            assert_eq!(staged.record.file_len(), Some(ours.len() as u64));
            assert_eq!(staged.head(), &plain[..len.min(HEAD_LEN_BYTES)]);
        }
        assert_eq!(
            std::fs::read_dir(dir.path().join("documents")).unwrap().count(),
            0,
            "dropped documents leave no file"
        );
    }

    /// And the other way round, so that the file can be read with their crate alone.
    #[test]
    fn aead_stream_reads_our_file() {
        let (_dir, folder) = folder();
        let staged = stage(&folder, [0; 16], DocumentId::make(), &mut b"short".as_slice(), 5).unwrap();
        let record = &staged.record;
        let decryptor = DecryptorBE32::<Aes256Gcm>::new(record.key.expose_bytes().into(), (&record.prefix).into());
        let aad = [b"IDWD\x00\x01".as_slice(), staged.id.as_bytes()].concat();
        let file = std::fs::read(staged.file.place.shown()).unwrap();
        assert_eq!(decryptor.decrypt_last(Payload { msg: &file, aad: &aad }).unwrap(), b"short");
    }

    #[test]
    fn what_cannot_be_staged_leaves_nothing() {
        struct Broken;
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::ErrorKind::ConnectionReset.into())
            }
        }
        let (dir, folder) = folder();
        let long = vec![0; CHUNK_LEN_BYTES + 1];
        for max_bytes in [0, 10, CHUNK_LEN_BYTES as u64] {
            let refused = stage(&folder, [0; 16], DocumentId::make(), &mut long.as_slice(), max_bytes).unwrap_err();
            assert!(matches!(refused, StageError::TooLarge { max_bytes: told } if told == max_bytes));
        }
        let mut breaks_later = long.as_slice().chain(Broken);
        assert!(matches!(
            stage(&folder, [0; 16], DocumentId::make(), &mut breaks_later, u64::MAX),
            Err(StageError::Source(_))
        ));
        assert_eq!(std::fs::read_dir(dir.path().join("documents")).unwrap().count(), 0);
    }
}
