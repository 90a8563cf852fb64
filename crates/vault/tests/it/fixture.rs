//! Vaults of each version of the format that were written once and are never written again: every later program reads
//! them, and so does a reader in another language that has only `docs/vault-format.md` to go by.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use idw_vault::{Batch, KdfCost, Password, RecordId, Vault};
use serde_json::{Value, json};

use crate::support::{NOTES, TASKS, add_document, contents, copy_dir, put, unlock};

fn vectors() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors/vault")
}

const VERSIONS: [&str; 6] = ["v1", "v2", "v3", "v4", "v5", "v6"];

fn expected(version: &str) -> Value {
    serde_json::from_slice(&fs::read(vectors().join(version).with_extension("json")).unwrap()).unwrap()
}

/// A copy, as opening a vault writes to it.
pub(crate) fn copied(version: &str) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    copy_dir(&vectors().join(version), copy.path());
    copy
}

/// Whether a vault holds what the vector says.
pub(crate) fn check_contents(vault: &Vault, version: &str) {
    assert_eq!(described(vault), expected(version)["contents"], "{version}");
}

/// What a vault holds, as the vector and the other reader put it: by ids and in hexadecimal digits.
fn described(vault: &Vault) -> Value {
    let found = contents(vault).unwrap();
    let records: BTreeMap<_, _> =
        found.records.iter().map(|((_, id), bytes)| (id.to_string(), json!(hex::encode(bytes)))).collect();
    let documents: BTreeMap<_, _> = vault
        .documents()
        .map(|info| {
            let info = info.unwrap();
            let meta = hex::encode(&*info.meta);
            (info.id.to_string(), json!({"length": info.len, "sha256": hex::encode(info.sha256), "meta": meta}))
        })
        .collect();
    json!({"records": records, "documents": documents})
}

#[test]
fn vaults_of_every_version_open_and_become_the_newest() {
    for version in VERSIONS {
        let (expected, copy) = (expected(version), copied(version));
        for _ in 0..2 {
            let vault = unlock(copy.path(), expected["password"].as_str().unwrap()).unwrap();
            assert_eq!(vault.repair_report(), None);
            assert!(vault.verify(&mut |_| {}).unwrap().is_whole());
            check_contents(&vault, version);
            assert_eq!(expected["contents"]["records"].as_object().unwrap().len(), 4);
        }
        let written = |file: PathBuf| fs::read(file).unwrap()[9];
        // A header of version 2 to 5 stays until there are records that a program for it would misread.
        let kept = match version {
            "v2" => 2,
            "v3" => 3,
            "v4" => 4,
            "v5" => 5,
            _ => 6,
        };
        assert_eq!(written(copy.path().join("vault.header")), kept, "{version}: the header");
        let vault = unlock(copy.path(), expected["password"].as_str().unwrap()).unwrap();
        assert_eq!(vault.format_version(), u16::from(kept), "{version}");
        vault.commit_as_newest(Batch::new()).unwrap();
        drop(vault);
        let headers = ["vault.header", "vault.header.2"].map(|name| written(copy.path().join(name)));
        assert_eq!(headers, [6, 6], "{version}: the header");
        check_contents(&unlock(copy.path(), expected["password"].as_str().unwrap()).unwrap(), version);
        let snapshots =
            fs::read_dir(copy.path().join("snapshots")).unwrap().map(|entry| written(entry.unwrap().path()));
        assert!(snapshots.collect::<Vec<_>>().iter().all(|version| *version == 2), "{version}: the snapshots");
        let conf = fs::read(crate::support::database_dir(copy.path()).join("conf")).unwrap();
        assert!(conf.starts_with(b"segment_size: 262144\n"), "{version}: the database");
    }
}

#[test]
fn a_reader_in_another_language_reads_them() {
    let has_python = Command::new("python3").args(["-c", "import argon2, cryptography"]).output();
    if !has_python.is_ok_and(|output| output.status.success()) {
        println!("0 vaults read: there is no Python with argon2-cffi and cryptography");
        return;
    }
    for version in VERSIONS {
        let (expected, copy) = (expected(version), copied(version));
        let password = copy.path().join("password");
        fs::write(&password, expected["password"].as_str().unwrap()).unwrap();
        let reader = vectors().join("../../vault-reader/read_vault.py");
        let read = Command::new("python3").arg(reader).arg(copy.path()).arg("--password-file").arg(password).output();
        let read = read.unwrap();
        assert!(read.status.success(), "{version}: {}", String::from_utf8_lossy(&read.stderr));
        let read: Value = serde_json::from_slice(&read.stdout).unwrap();
        let by_id = |list: &Value, value: &dyn Fn(&Value) -> Value| -> Value {
            list.as_array().unwrap().iter().map(|item| (item["id"].as_str().unwrap().to_owned(), value(item))).collect()
        };
        let records = by_id(&read["records"], &|item| item["hex"].clone());
        let documents = by_id(
            &read["documents"],
            &|item| json!({"length": item["length"], "sha256": item["sha256"], "meta": item["meta"]}),
        );
        assert_eq!(json!({"records": records, "documents": documents}), expected["contents"], "{version}");
    }
    println!("{} vaults read, each with 4 records and 2 documents", VERSIONS.len());
}

/// How the newest vector was made. Run on purpose only: a vector that no longer opens is a fault of the program.
#[test]
#[ignore = "writes the vector anew"]
fn make() {
    let version = VERSIONS[VERSIONS.len() - 1];
    let dir = vectors().join(version);
    assert!(!dir.exists(), "the vector is there already");
    let password = "correct horse battery staple";
    let home = tempfile::tempdir().unwrap();
    let made = home.path().join("vault");
    let vault = Vault::create(&made, &Password::from(password), KdfCost::Floor).unwrap();
    put(&vault, NOTES, RecordId::make(), b"a note");
    put(&vault, NOTES, RecordId::make(), &[0xab; 5000]);
    put(&vault, TASKS, RecordId::make(), b"");
    let removed = RecordId::make();
    put(&vault, TASKS, removed, b"to be removed");
    add_document(&vault, b"a short document", b"one");
    add_document(&vault, &(0..=250).cycle().take(300_000).collect::<Vec<u8>>(), b"two");
    let mut batch = Batch::new();
    batch.remove(TASKS, removed);
    vault.commit(batch).unwrap();
    let vault = vault.lock().unlock(&Password::from(password)).map_err(|(_, error)| error).unwrap(); // compacted
    put(&vault, TASKS, RecordId::make(), b"after the compaction");
    let expected = json!({
        "source": format!("crates/vault/tests/it/fixture.rs, `make`, format version {}", &version[1..]),
        "password": password,
        "contents": described(&vault),
    });
    drop(vault);
    copy_dir(&made, &dir);
    fs::remove_file(dir.join("reserve")).unwrap();
    fs::remove_file(dir.join("lock")).unwrap();
    fs::write(dir.with_extension("json"), format!("{expected:#}\n")).unwrap();
}
