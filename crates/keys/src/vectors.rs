//! Reads the published vectors in `tests/vectors/`.

use std::{fs, path::Path};

use serde::{Deserialize, de::DeserializeOwned};

/// The vectors of one file, `<standard>/<file>.json`.
pub(crate) fn read<T: DeserializeOwned>(file: &str) -> Vec<T> {
    #[derive(Deserialize)]
    struct VectorFile<T> {
        source: String,
        vectors: Vec<T>,
    }

    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors");
    let text = fs::read_to_string(root.join(file)).expect("the vectors are in the repository");
    let file: VectorFile<T> = serde_json::from_str(&text).expect("the vectors have this shape");
    assert!(!file.source.is_empty(), "vectors without a source prove nothing");
    file.vectors
}
