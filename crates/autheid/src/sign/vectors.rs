//! Reads the vectors in `tests/vectors/autheid/`.

use std::{fs, path::Path};

use serde::{Deserialize, de::DeserializeOwned};

use super::Secret;

/// What comes from one secret for one RP, computed by other software (`accounts.json`).
#[derive(Deserialize)]
pub(crate) struct Account {
    secret: String,
    pub(crate) rp_id: String,
    pub(crate) unique_user_id: String,
    pub(crate) raw_public_key: String,
    pub(crate) device_id: String,
    pub(crate) client_public_key: String,
}

impl Account {
    pub(crate) fn secret(&self) -> Secret {
        let mut bytes = [0; 32];
        hex::decode_to_slice(&self.secret, &mut bytes).expect("a secret is 32 bytes in hex");
        Secret::from_bytes(&bytes)
    }
}

/// The vectors of one file.
pub(crate) fn read<T: DeserializeOwned>(file: &str) -> Vec<T> {
    #[derive(Deserialize)]
    struct VectorFile<T> {
        source: String,
        vectors: Vec<T>,
    }

    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors/autheid");
    let text = fs::read_to_string(root.join(file)).expect("the vectors are in the repository");
    let file: VectorFile<T> = serde_json::from_str(&text).expect("the vectors have this shape");
    assert!(!file.source.is_empty(), "vectors without a source prove nothing");
    file.vectors
}
