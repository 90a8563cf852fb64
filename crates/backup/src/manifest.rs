//! What is in a backup: the first file in it.

use std::{collections::HashSet, fmt};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::{
    ManifestError, ReadError, VERSION,
    layout::{BLOCK_LEN_BYTES, CHUNK_LEN_BYTES},
};

/// Its name in the archive.
pub(crate) const MANIFEST_PATH: &str = "manifest.json";

/// What it says it is of.
const FORMAT: &str = "idw-backup";

/// Most files in a backup beside the manifest.
pub const MAX_FILES: usize = 200_000;

/// The longest manifest that is read, in bytes: room for [`MAX_FILES`].
pub(crate) const MAX_MANIFEST_LEN_BYTES: u64 = 64 * 1024 * 1024;

/// The longest path in an archive, in bytes: the name field of a ustar header.
const MAX_PATH_LEN_BYTES: usize = 100;

/// The largest file in an archive, in bytes: eleven octal digits of a ustar header.
const MAX_FILE_LEN_BYTES: u64 = 0o777_7777_7777;

/// The files of a backup, in the order in which they come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    created: String,
    program: String,
    files: Vec<FileEntry>,
}

/// A file of a backup.
#[derive(Clone, PartialEq, Eq)]
pub struct FileEntry {
    path: String,
    size: u64,
    sha256: [u8; 32],
}

impl Manifest {
    /// A manifest of these files.
    ///
    /// `created` is when (RFC 3339), `program` which program makes the backup.
    ///
    /// # Errors
    /// Where a path is there twice, or there are more than [`MAX_FILES`].
    pub fn new(
        created: impl Into<String>,
        program: impl Into<String>,
        files: Vec<FileEntry>,
    ) -> Result<Self, ManifestError> {
        if files.len() > MAX_FILES {
            return Err(ManifestError::TooMany);
        }
        let mut paths: HashSet<&str> = HashSet::from([MANIFEST_PATH]);
        if let Some(twice) = files.iter().find(|file| !paths.insert(&file.path)) {
            return Err(ManifestError::Twice { path: twice.path.clone() });
        }
        Ok(Self { created: created.into(), program: program.into(), files })
    }

    /// When the backup was made, as it says.
    pub fn created(&self) -> &str {
        &self.created
    }

    /// The program that made it, as it says.
    pub fn program(&self) -> &str {
        &self.program
    }

    /// The files, in the order in which they come.
    pub fn files(&self) -> &[FileEntry] {
        &self.files
    }

    /// The bytes of all files together.
    pub fn total_bytes(&self) -> u64 {
        self.files.iter().fold(0, |sum, file| sum.saturating_add(file.size))
    }

    /// The JSON, with spaces behind it so that the entry fills whole chunks of the age file: then how long the backup
    /// has to be can be read wherever it was cut off after them.
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut json = serde_json::to_vec_pretty(&ManifestJson::from(self)).expect("strings and numbers become JSON");
        let chunk = usize::try_from(CHUNK_LEN_BYTES).expect("64 KiB fit");
        let block = usize::try_from(BLOCK_LEN_BYTES).expect("512 bytes fit");
        let len = (block + json.len() + 1).next_multiple_of(chunk) - block;
        json.resize(len - 1, b' ');
        json.push(b'\n');
        json
    }

    /// Reads the JSON.
    pub(crate) fn decode(json: &[u8]) -> Result<Self, ReadError> {
        let head: HeadJson = serde_json::from_slice(json).map_err(|_| ReadError::NotABackup)?;
        if head.format != FORMAT {
            return Err(ReadError::NotABackup);
        }
        if head.version > VERSION {
            return Err(ReadError::NewerVersion { found: head.version.to_string() });
        }
        let damaged = || ReadError::Damaged { what: "its manifest makes no sense".to_owned() };
        let json: ManifestJson = serde_json::from_slice(json).map_err(|_| damaged())?;
        let files: Vec<FileEntry> = json.files.into_iter().map(FileEntry::try_from).collect::<Result<_, _>>()?;
        Self::new(json.created, json.program, files).map_err(|_| damaged())
    }
}

impl FileEntry {
    /// A file of this length and SHA-256 (FIPS 180-4).
    ///
    /// # Errors
    /// Where the path has other characters than ASCII letters, digits, `.`, `_`, `-` in parts between single slashes,
    /// is longer than 100 bytes, or the file is larger than 8 GiB less one byte.
    pub fn new(path: impl Into<String>, size: u64, sha256: [u8; 32]) -> Result<Self, ManifestError> {
        let path = path.into();
        if !is_plain_path(&path) {
            return Err(ManifestError::Path { path });
        }
        if size > MAX_FILE_LEN_BYTES {
            return Err(ManifestError::Size { path });
        }
        Ok(Self { path, size, sha256 })
    }

    /// A file with these bytes.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn of(path: impl Into<String>, bytes: &[u8]) -> Result<Self, ManifestError> {
        Self::new(path, bytes.len() as u64, Sha256::digest(bytes).into())
    }

    /// Its name in the archive.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Its length in bytes.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// SHA-256 of its bytes.
    pub fn sha256(&self) -> [u8; 32] {
        self.sha256
    }
}

impl fmt::Debug for FileEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FileEntry({}, {} bytes)", self.path, self.size)
    }
}

/// Whether a path is relative, has no `.` or `..`, and means the same on every system.
pub(crate) fn is_plain_path(path: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    path.len() <= MAX_PATH_LEN_BYTES
        && path.split('/').all(|part| !part.is_empty() && part != "." && part != ".." && part.bytes().all(is_plain))
}

/// What every version has.
#[derive(Deserialize)]
struct HeadJson {
    format: String,
    version: u64,
}

#[derive(Serialize, Deserialize)]
struct ManifestJson {
    format: String,
    version: u64,
    created: String,
    program: String,
    files: Vec<FileJson>,
}

#[derive(Serialize, Deserialize)]
struct FileJson {
    path: String,
    size: u64,
    sha256: String,
}

impl From<&Manifest> for ManifestJson {
    fn from(manifest: &Manifest) -> Self {
        let file =
            |file: &FileEntry| FileJson { path: file.path.clone(), size: file.size, sha256: hex::encode(file.sha256) };
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            created: manifest.created.clone(),
            program: manifest.program.clone(),
            files: manifest.files.iter().map(file).collect(),
        }
    }
}

impl TryFrom<FileJson> for FileEntry {
    type Error = ReadError;

    fn try_from(json: FileJson) -> Result<Self, ReadError> {
        let mut sha256 = [0; 32];
        hex::decode_to_slice(&json.sha256, &mut sha256)
            .map_err(|_| ReadError::Damaged { what: "a digest in its manifest is none".to_owned() })?;
        Self::new(json.path, json.size, sha256).map_err(|error| match error {
            ManifestError::Path { path } => ReadError::Unsafe { path: path.escape_default().take(120).collect() },
            _ => ReadError::Damaged { what: "its manifest makes no sense".to_owned() },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_inside() {
        let check = |path: &str, expected: bool| assert_eq!(is_plain_path(path), expected, "{path:?}");
        check("wallet.json", true);
        check("documents/5c2e.jpg", true);
        check("a-b_c.D/9", true);
        check("...", true);
        check(&"x".repeat(100), true);
        check(&"x".repeat(101), false);
        check("", false);
        check("/etc/passwd", false);
        check("../up", false);
        check("a/../b", false);
        check("./a", false);
        check("a//b", false);
        check("a/", false);
        check("C:\\x", false);
        check("two words", false);
        check("\u{e9}", false);
        check("a\0", false);
    }

    #[test]
    fn a_manifest_survives_its_bytes_and_fills_whole_chunks() {
        for count in [0, 1, 100, 2000] {
            let files = (0..count).map(|n| FileEntry::of(format!("f/{n}"), &[7; 3]).unwrap()).collect();
            let manifest = Manifest::new("2026-01-31T09:30:00Z", "idw 0.1.0", files).unwrap();
            let json = manifest.encode();
            assert_eq!((BLOCK_LEN_BYTES + json.len() as u64) % CHUNK_LEN_BYTES, 0);
            assert_eq!(Manifest::decode(&json).unwrap(), manifest);
        }
    }

    #[test]
    fn what_no_backup_has_is_refused() {
        let twice = vec![FileEntry::of("a", b"").unwrap(), FileEntry::of("a", b"").unwrap()];
        assert_eq!(Manifest::new("", "", twice), Err(ManifestError::Twice { path: "a".to_owned() }));
        let itself = vec![FileEntry::of(MANIFEST_PATH, b"").unwrap()];
        assert!(Manifest::new("", "", itself).is_err());
        assert!(FileEntry::new("a", MAX_FILE_LEN_BYTES + 1, [0; 32]).is_err());
        let check = |json: &str, expected: &str| {
            let error = Manifest::decode(json.as_bytes()).unwrap_err();
            assert!(format!("{error:?}").starts_with(expected), "{json}: {error:?}");
        };
        check("[]", "NotABackup");
        check(r#"{"format": "other", "version": 1}"#, "NotABackup");
        check(&format!(r#"{{"format": "idw-backup", "version": {}}}"#, VERSION + 1), "NewerVersion");
        check(r#"{"format": "idw-backup", "version": 1}"#, "Damaged");
        let with = |file: &str| {
            format!(r#"{{"format": "idw-backup", "version": 1, "created": "", "program": "", "files": [{file}]}}"#)
        };
        check(&with(r#"{"path": "../x", "size": 1, "sha256": "00"}"#), "Damaged");
        check(&with(&format!(r#"{{"path": "../x", "size": 1, "sha256": "{}"}}"#, "00".repeat(32))), "Unsafe");
        check(&with(&format!(r#"{{"path": "x", "size": -1, "sha256": "{}"}}"#, "00".repeat(32))), "Damaged");
    }
}
