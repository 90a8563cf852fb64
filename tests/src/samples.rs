//! The sample person's attributes and documents.

use std::fs;
use std::path::PathBuf;

use sha2::{Digest as _, Sha256};

use crate::repository;

/// A sample document of the repository.
pub struct Sample {
    /// Where it is.
    pub path: PathBuf,
    /// SHA-256 of its bytes, in lower-case hex.
    pub sha256: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Sample {
    /// One of `assets/samples`.
    pub fn named(name: &str) -> Self {
        let path = repository().join("assets/samples").join(name);
        let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let sha256 = sha256_hex(&bytes);
        Self { path, sha256, bytes }
    }

    /// As the command line takes it: `field=path`.
    pub fn for_field(&self, field: &str) -> String {
        format!("{field}={}", self.path.display())
    }
}

/// The schema URL of one of the platform's attributes, as it is spelt on the wire.
pub fn schema_url(name: &str) -> String {
    format!("http://platform.selfkey.org/schema/attribute/{name}.json")
}

/// SHA-256 in lower-case hex.
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}
