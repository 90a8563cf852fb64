//! A document's file and its record, changed in ways that the bytes say.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use tempfile::TempDir;

/// In memory where the system has that: a file is written for each try.
static FOLDER: LazyLock<TempDir> = LazyLock::new(|| {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("there is a folder for temporary files")
});

fuzz_target!(|plan: &[u8]| idw_vault::fuzz::document(FOLDER.path(), plan));
