//! Reading a backup: every byte authenticated, every file held against the manifest, nothing kept.

use std::{
    fs::File,
    io::{self, BufReader, Cursor, Read},
    path::Path,
};

use age::{DecryptError, Decryptor, Identity, stream::StreamReader};
use sha2::{Digest as _, Sha256};
use tar::{Archive, Entry, EntryType};

use crate::{
    FileEntry, Manifest, Passphrase, ReadError,
    layout::{archive_len, file_len, least_file_len},
    manifest::{MANIFEST_PATH, MAX_MANIFEST_LEN_BYTES, is_plain_path},
    source::{Decrypted, Encrypted, Failed, Meter},
    text,
};

/// How every age file begins, less its version.
pub(crate) const MAGIC: &[u8] = b"age-encryption.org/";

/// And with the one version that there is.
const MAGIC_V1: &[u8] = b"age-encryption.org/v1\n";

/// Most zeros after an archive, in bytes: `tar` fills up to a whole record of 20 blocks, and may be told another number.
const MAX_PADDING_LEN_BYTES: u64 = 1024 * 1024;

/// Reads the backup in `path`: calls `on_manifest` once, then `on_file` with each file in the order of the manifest.
///
/// What `on_file` leaves unread is read over. A file's bytes are those of the manifest only when everything was read
/// without an error: keep nothing before that for good.
///
/// # Errors
/// Every [`ReadError`], and whatever the two functions return. Where the backup fails under `on_file`, that is what is
/// reported, not what `on_file` made of it.
pub fn read<E: From<ReadError>>(
    path: &Path,
    passphrase: &Passphrase,
    on_manifest: impl FnOnce(&Manifest) -> Result<(), E>,
    on_file: impl FnMut(&FileEntry, &mut dyn Read) -> Result<(), E>,
) -> Result<Manifest, E> {
    let file = open_file(path)?;
    let len = file.metadata().map_err(ReadError::Io)?.len();
    read_from(file, len, passphrase, on_manifest, on_file)
}

/// Opens a file to read a backup from. Nothing else is opened: a pipe would be waited for.
///
/// # Errors
/// [`ReadError::Io`], [`ReadError::NotAFile`].
pub fn open_file(path: &Path) -> Result<File, ReadError> {
    if !path.metadata().map_err(ReadError::Io)?.is_file() {
        return Err(ReadError::NotAFile);
    }
    File::open(path).map_err(ReadError::Io)
}

/// The same from a reader of `len` bytes.
///
/// # Errors
/// As [`read`].
pub fn read_from<E: From<ReadError>>(
    from: impl Read,
    len: u64,
    passphrase: &Passphrase,
    on_manifest: impl FnOnce(&Manifest) -> Result<(), E>,
    on_file: impl FnMut(&FileEntry, &mut dyn Read) -> Result<(), E>,
) -> Result<Manifest, E> {
    let identity = passphrase.identity();
    let opened = open(from, len, Only::Passphrase, &identity)?;
    opened.read(on_manifest, on_file)
}

/// For whom a file may be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Only {
    Passphrase,
    /// The published vectors of what every age file has in common are for keys, and so is what is fuzzed.
    #[cfg(any(test, fuzzing))]
    Anyone,
}

/// A file that was opened, with its payload still to be read.
pub(crate) struct Opened<R: Read> {
    pub(crate) payload: StreamReader<Encrypted<R>>,
    pub(crate) header_len: u64,
    len: u64,
}

/// Reads the header and opens the key in it.
pub(crate) fn open<R: Read>(
    mut from: R,
    len: u64,
    only: Only,
    identity: &dyn Identity,
) -> Result<Opened<impl Read>, ReadError> {
    let mut start = [0; MAGIC_V1.len()];
    let start_len = fill(&mut from, &mut start).map_err(ReadError::Io)?;
    check_magic(&start[..start_len], len)?;
    let whole = Cursor::new(start).chain(BufReader::new(from));
    let (source, meter) = Encrypted::new(whole);
    let decryptor = Decryptor::new(source).map_err(|error| header_error(error, &meter, len))?;
    if only == Only::Passphrase && !decryptor.is_scrypt() {
        return Err(ReadError::NotForPassphrase);
    }
    meter.lift();
    let header_len = meter.bytes() - 16; // the nonce is read with it
    let payload = decryptor.decrypt(std::iter::once(identity)).map_err(|error| header_error(error, &meter, len))?;
    Ok(Opened { payload, header_len, len })
}

fn check_magic(start: &[u8], len: u64) -> Result<(), ReadError> {
    if start == MAGIC_V1 {
        return Ok(());
    }
    if let Some(line_ends_added) = text::is_rewritten(start) {
        return Err(ReadError::TakenForText { line_ends_added });
    }
    if start.len() < MAGIC_V1.len() && !start.is_empty() && MAGIC_V1.starts_with(start) {
        return Err(ReadError::Truncated { expected: None, found: len });
    }
    match start.strip_prefix(MAGIC) {
        Some(version) => {
            let version = version.split(|byte| *byte == b'\n').next().unwrap_or_default();
            Err(ReadError::NewerVersion { found: format!("age {}", version.escape_ascii()) })
        }
        None => Err(ReadError::NotABackup),
    }
}

fn header_error(error: DecryptError, meter: &Meter, len: u64) -> ReadError {
    let damaged = |what: &str| ReadError::Damaged { what: what.to_owned() };
    match error {
        DecryptError::ExcessiveWork { required, .. } => ReadError::ExcessiveWork { log_n: required },
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed | DecryptError::NoMatchingKeys => {
            ReadError::WrongPassphrase
        }
        DecryptError::InvalidMac => damaged("its header was changed"),
        DecryptError::Io(error) if error.kind() == io::ErrorKind::UnexpectedEof && !meter.is_exhausted() => {
            ReadError::Truncated { expected: None, found: len }
        }
        DecryptError::Io(error) if error.kind() != io::ErrorKind::UnexpectedEof => ReadError::Io(error),
        _ => damaged("its header makes no sense"),
    }
}

impl<R: Read> Opened<R> {
    pub(crate) fn read<E: From<ReadError>>(
        self,
        on_manifest: impl FnOnce(&Manifest) -> Result<(), E>,
        mut on_file: impl FnMut(&FileEntry, &mut dyn Read) -> Result<(), E>,
    ) -> Result<Manifest, E> {
        let (payload, failed) = Decrypted::new(self.payload);
        let mut state = State { failed, header_len: self.header_len, len: self.len, total: None };
        let mut archive = Archive::new(payload);
        // Raw: names and sizes are those in the headers, and no extension can say otherwise.
        let mut entries = archive.entries().map_err(|error| state.error(error))?.raw(true);
        let manifest = state.manifest(entries.next())?;
        on_manifest(&manifest)?;
        for expected in manifest.files() {
            let entry = entries.next().ok_or_else(|| state.cut_short())?;
            let mut entry = entry.map_err(|error| state.error(error))?;
            check_entry(&entry, expected)?;
            state.file(&mut entry, expected, &mut on_file)?;
        }
        if let Some(entry) = entries.next() {
            let entry = entry.map_err(|error| state.error(error))?;
            return Err(ReadError::Unsafe { path: shown_path(&entry) }.into());
        }
        state.read_padding(archive.into_inner())?;
        Ok(manifest)
    }
}

/// What is needed to say what is wrong.
struct State {
    failed: Failed,
    header_len: u64,
    len: u64,
    /// How long the file has to be, once the manifest was read.
    total: Option<u64>,
}

impl State {
    /// The first entry.
    fn manifest(&mut self, first: Option<io::Result<Entry<'_, impl Read>>>) -> Result<Manifest, ReadError> {
        let Some(Ok(mut first)) = first else { return Err(self.start_error()) };
        if entry_path(&first).as_deref() != Some(MANIFEST_PATH) || first.size() > MAX_MANIFEST_LEN_BYTES {
            return Err(ReadError::NotABackup);
        }
        let mut json = Vec::new();
        first.read_to_end(&mut json).map_err(|error| self.error(error))?;
        if json.len() as u64 != first.size() {
            return Err(self.cut_short());
        }
        let manifest = Manifest::decode(&json)?;
        let plaintext = archive_len(json.len() as u64, manifest.files().iter().map(FileEntry::size));
        self.total = Some(file_len(self.header_len, plaintext));
        Ok(manifest)
    }

    fn file<E: From<ReadError>>(
        &self,
        entry: &mut dyn Read,
        expected: &FileEntry,
        on_file: &mut impl FnMut(&FileEntry, &mut dyn Read) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut bytes = Hashing { from: entry, digest: Sha256::new(), len: 0 };
        let taken = on_file(expected, &mut bytes);
        let rest = if taken.is_ok() { io::copy(&mut bytes, &mut io::sink()) } else { Ok(0) };
        let Hashing { digest, len, .. } = bytes;
        // What is wrong with the backup goes before what was made of it.
        if let Some(error) = self.failed.take() {
            return Err(self.payload_error(error).into());
        }
        taken?;
        rest.map_err(|error| self.error(error))?;
        if len != expected.size() {
            return Err(self.cut_short().into());
        }
        if *digest.finalize() != expected.sha256() {
            return Err(damaged(expected, "is not what the manifest says").into());
        }
        Ok(())
    }

    /// Only at its end does an age file prove that nothing is missing.
    fn read_padding(&self, mut rest: impl Read) -> Result<(), ReadError> {
        let mut buffer = [0; 8 * 1024];
        let mut padding = 0;
        loop {
            let len = rest.read(&mut buffer).map_err(|error| self.error(error))?;
            padding += len as u64;
            if len == 0 {
                return Ok(());
            }
            if padding > MAX_PADDING_LEN_BYTES || buffer[..len].iter().any(|byte| *byte != 0) {
                return Err(ReadError::Damaged { what: "something follows its end".to_owned() });
            }
        }
    }

    /// The payload's own failure where there is one, or what the archive's reader said.
    fn error(&self, error: io::Error) -> ReadError {
        match self.failed.take() {
            Some(error) => self.payload_error(error),
            None if error.kind() == io::ErrorKind::UnexpectedEof => self.cut_short(),
            None => ReadError::Damaged { what: "what it holds is no archive".to_owned() },
        }
    }

    /// What decrypts but is no archive from the start on is something else that somebody encrypted.
    fn start_error(&self) -> ReadError {
        self.failed.take().map_or(ReadError::NotABackup, |error| self.payload_error(error))
    }

    fn payload_error(&self, error: io::Error) -> ReadError {
        let expected = self.total.unwrap_or_else(|| least_file_len(self.header_len));
        match error.kind() {
            io::ErrorKind::UnexpectedEof => self.cut_short(),
            // A chunk that lost its end does not open either.
            io::ErrorKind::InvalidData if self.len < expected => self.cut_short(),
            io::ErrorKind::InvalidData => ReadError::Damaged { what: "a part of it does not open".to_owned() },
            _ => ReadError::Io(error),
        }
    }

    fn cut_short(&self) -> ReadError {
        match self.total {
            // All bytes are there, and something in them ends the archive early.
            Some(total) if self.len >= total => ReadError::Damaged { what: "it ends too early".to_owned() },
            expected => ReadError::Truncated { expected, found: self.len },
        }
    }
}

/// Files come in the order of the manifest, each as long as it says.
fn check_entry(entry: &Entry<'_, impl Read>, expected: &FileEntry) -> Result<(), ReadError> {
    if entry_path(entry).as_deref() != Some(expected.path()) {
        return Err(ReadError::Unsafe { path: shown_path(entry) });
    }
    if entry.size() == expected.size() { Ok(()) } else { Err(damaged(expected, "has another length")) }
}

/// The path of an entry that is a plain file with a plain path; nothing else is in a backup.
fn entry_path(entry: &Entry<'_, impl Read>) -> Option<String> {
    let header = entry.header();
    let is_file = header.entry_type() == EntryType::Regular;
    let path = String::from_utf8(header.path_bytes().into_owned()).ok()?;
    (is_file && is_plain_path(&path)).then_some(path)
}

/// A path for a message.
fn shown_path(entry: &Entry<'_, impl Read>) -> String {
    entry.header().path_bytes().escape_ascii().to_string().chars().take(120).collect()
}

fn damaged(file: &FileEntry, how: &str) -> ReadError {
    ReadError::Damaged { what: format!("'{}' {how}", file.path()) }
}

/// Reads until `to` is full or there is no more.
fn fill(from: &mut impl Read, to: &mut [u8]) -> io::Result<usize> {
    let mut len = 0;
    while len < to.len() {
        match from.read(&mut to[len..]) {
            Ok(0) => break,
            Ok(more) => len += more,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(len)
}

/// The bytes of one file on their way.
struct Hashing<'a> {
    from: &'a mut dyn Read,
    digest: Sha256,
    len: u64,
}

impl Read for Hashing<'_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let len = self.from.read(to)?;
        self.digest.update(&to[..len]);
        self.len += len as u64;
        Ok(len)
    }
}
