//! A vault of format version 1 that was written once and is never written again: every later program reads it, and so
//! does a reader in another language that has only `docs/vault-format.md` to go by.

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

fn expected() -> Value {
    serde_json::from_slice(&fs::read(vectors().join("v1.json")).unwrap()).unwrap()
}

/// A copy, as opening a vault writes to it.
fn copied() -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    copy_dir(&vectors().join("v1"), copy.path());
    copy
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
fn the_vault_of_version_1_still_opens() {
    let (expected, copy) = (expected(), copied());
    let vault = unlock(copy.path(), expected["password"].as_str().unwrap()).unwrap();
    assert_eq!(vault.repair_report(), None);
    assert!(vault.verify(&mut |_| {}).unwrap().is_whole());
    assert_eq!(described(&vault), expected["contents"]);
    assert_eq!(expected["contents"]["records"].as_object().unwrap().len(), 4);
}

#[test]
fn a_reader_in_another_language_reads_it() {
    let has_python = Command::new("python3").args(["-c", "import argon2, cryptography"]).output();
    if !has_python.is_ok_and(|output| output.status.success()) {
        println!("0 vaults read: there is no Python with argon2-cffi and cryptography");
        return;
    }
    let (expected, copy) = (expected(), copied());
    let password = copy.path().join("password");
    fs::write(&password, expected["password"].as_str().unwrap()).unwrap();
    let reader = vectors().join("../../vault-reader/read_vault.py");
    let read = Command::new("python3").arg(reader).arg(copy.path()).arg("--password-file").arg(password).output();
    let read = read.unwrap();
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    let read: Value = serde_json::from_slice(&read.stdout).unwrap();
    let by_id = |list: &Value, value: &dyn Fn(&Value) -> Value| -> Value {
        list.as_array().unwrap().iter().map(|item| (item["id"].as_str().unwrap().to_owned(), value(item))).collect()
    };
    let records = by_id(&read["records"], &|item| item["hex"].clone());
    let documents = by_id(
        &read["documents"],
        &|item| json!({"length": item["length"], "sha256": item["sha256"], "meta": item["meta"]}),
    );
    assert_eq!(json!({"records": records, "documents": documents}), expected["contents"]);
    println!("1 vault read: {} records, 2 documents", expected["contents"]["records"].as_object().unwrap().len());
}

/// How the vector was made. Run on purpose only: a vector that no longer opens is a fault of the program.
#[test]
#[ignore = "writes the vector anew"]
fn make() {
    let dir = vectors().join("v1");
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
        "source": "crates/vault/tests/it/fixture.rs, `make`, format version 1",
        "password": password,
        "contents": described(&vault),
    });
    drop(vault);
    copy_dir(&made, &dir);
    fs::remove_file(dir.join("reserve")).unwrap();
    fs::remove_file(dir.join("lock")).unwrap();
    fs::write(vectors().join("v1.json"), format!("{expected:#}\n")).unwrap();
}
