//! Documents in and out.

use std::fs;
use std::io::Read;
use std::path::Path;

use idw_vault::{Batch, Damage, DocumentId, ReadError, WriteError};

use crate::support::{Home, PASSWORD, add_document, contents, unlock};

const CHUNK: usize = 256 * 1024;

#[cfg(unix)]
const FEW_FILES_DIR: &str = "IDW_VAULT_TEST_FEW_FILES_DIR";

fn files_in(home: &Home) -> usize {
    fs::read_dir(home.dir().join("documents")).unwrap().count()
}

#[test]
fn documents_of_every_length_survive() {
    let home = Home::new();
    let vault = home.create();
    let mut expected = Vec::new();
    for len in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 7] {
        let bytes: Vec<u8> = (0..=250).cycle().take(len).collect();
        expected.push((add_document(&vault, &bytes, b"meta"), bytes));
    }
    drop(vault);
    let vault = home.unlock();
    for (id, bytes) in &expected {
        let info = vault.document(*id).unwrap().unwrap();
        assert_eq!((info.id, info.len, info.meta.as_slice()), (*id, bytes.len() as u64, b"meta".as_slice()));
        assert_eq!(info.sha256, *aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, bytes).as_ref());
        let mut read = Vec::new();
        vault.read_document(*id).unwrap().read_to_end(&mut read).unwrap();
        assert!(read == *bytes, "{} bytes", bytes.len());
    }
    assert_eq!(vault.documents().count(), expected.len());
    assert!(matches!(vault.read_document(DocumentId::make()), Err(ReadError::NoSuchDocument { .. })));
}

#[test]
fn what_is_known_about_a_document_changes_without_its_bytes() {
    let home = Home::new();
    let vault = home.create();
    let id = add_document(&vault, b"bytes", b"old");
    let mut batch = Batch::new();
    batch.set_document_meta(id, b"new");
    vault.commit(batch).unwrap();
    assert_eq!(contents(&vault).unwrap().documents[&id], (b"new".to_vec(), b"bytes".to_vec()));
    let mut batch = Batch::new();
    batch.set_document_meta(DocumentId::make(), b"new");
    assert!(matches!(vault.commit(batch), Err(WriteError::NoSuchDocument { .. })));
}

#[test]
fn a_removed_document_leaves_no_file() {
    let home = Home::new();
    let vault = home.create();
    let id = add_document(&vault, b"bytes", b"");
    assert_eq!(files_in(&home), 1);
    let mut open = vault.read_document(id).unwrap();
    let mut batch = Batch::new();
    batch.remove_document(id).remove_document(DocumentId::make());
    vault.commit(batch).unwrap();
    assert_eq!(files_in(&home), 0);
    assert!(vault.document(id).unwrap().is_none());
    let mut bytes = Vec::new();
    open.read_to_end(&mut bytes).unwrap();
    assert_eq!(bytes, b"bytes", "whoever was reading reads on");
}

#[test]
fn what_was_staged_and_not_committed_leaves_no_file() {
    let home = Home::new();
    let other = Home::new();
    let vault = home.create();
    let stage = || vault.stage_document(&mut b"bytes".as_slice(), 100).unwrap();
    drop(stage());
    let mut batch = Batch::new();
    batch.put_document(stage(), b"");
    drop(batch);
    let mut batch = Batch::new();
    let id = batch.put_document(stage(), b"");
    batch.remove_document(id);
    vault.commit(batch).unwrap();
    let mut batch = Batch::new();
    batch.put_document(stage(), b"");
    assert!(matches!(other.create().commit(batch), Err(WriteError::ForeignDocument)));
    let mut batch = Batch::new();
    batch.put_document(stage(), b"");
    batch.set_document_meta(DocumentId::make(), b"");
    assert!(vault.commit(batch).is_err(), "and a batch that is refused brings none in");
    assert_eq!(files_in(&home), 0);
}

#[test]
fn half_written_and_orphaned_files_are_removed_at_unlocking_and_others_left() {
    let home = Home::new();
    let vault = home.create();
    let kept = add_document(&vault, b"bytes", b"");
    drop(vault);
    let dir = home.dir().join("documents");
    fs::write(dir.join(format!("{}.part", DocumentId::make())), b"half").unwrap();
    fs::write(dir.join(DocumentId::make().to_string()), b"orphan").unwrap();
    fs::write(dir.join("README"), b"not ours").unwrap();
    let vault = home.unlock();
    let mut names: Vec<_> = fs::read_dir(&dir).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    let mut expected: Vec<std::ffi::OsString> = vec![kept.to_string().into(), "README".into()];
    expected.sort();
    assert_eq!(names, expected);
    assert!(vault.missing_documents().is_empty());
}

#[test]
fn a_document_without_its_file_is_named_and_the_rest_is_there() {
    let home = Home::new();
    let vault = home.create();
    let (lost, kept) = (add_document(&vault, b"lost", b""), add_document(&vault, b"kept", b""));
    drop(vault);
    fs::remove_file(home.dir().join("documents").join(lost.to_string())).unwrap();
    let vault = home.unlock();
    assert_eq!(vault.missing_documents(), [lost]);
    let error = vault.read_document(lost).unwrap_err();
    assert!(matches!(error, ReadError::Damaged { damage: Damage::DocumentMissing(id) } if id == lost));
    vault.read_document(kept).unwrap();
}

#[test]
fn a_changed_file_is_noticed_before_its_bytes_are_handed_out() {
    let home = Home::new();
    let vault = home.create();
    let bytes = vec![7; 2 * CHUNK + 100];
    let (id, other) = (add_document(&vault, &bytes, b""), add_document(&vault, &bytes, b""));
    let path = |id: DocumentId| home.dir().join("documents").join(id.to_string());
    let good = fs::read(path(id)).unwrap();
    let read = || -> Result<Vec<u8>, ReadError> {
        let mut read = Vec::new();
        let result = vault.read_document(id)?.read_to_end(&mut read);
        assert!(bytes.starts_with(&read), "bytes that were never written");
        result.map_err(|error| *error.into_inner().unwrap().downcast::<ReadError>().unwrap()).map(|_| read)
    };
    assert!(read().unwrap() == bytes);

    let sealed_chunk = CHUNK + 16;
    let mut swapped = good.clone();
    swapped[..2 * sealed_chunk].rotate_left(sealed_chunk);
    let changed = |at: usize| {
        let mut changed = good.clone();
        changed[at] ^= 1;
        changed
    };
    let all = [
        changed(0),
        changed(sealed_chunk + 5),
        changed(good.len() - 1),
        good[..good.len() - 1].to_vec(),
        good[..2 * sealed_chunk].to_vec(),
        [&good[..], b"x"].concat(),
        swapped,
        fs::read(path(other)).unwrap(),
        Vec::new(),
    ];
    for (n, file) in all.iter().enumerate() {
        fs::write(path(id), file).unwrap();
        let error = read().unwrap_err();
        assert!(matches!(error, ReadError::Damaged { damage: Damage::DocumentForged(_) }), "change {n}: {error}");
    }
}

/// An import of a whole folder is one commit, and a process may have 1,024 files open on most systems, some have 256.
#[cfg(unix)]
#[test]
fn a_batch_may_have_more_documents_than_a_process_may_have_files() {
    let home = Home::new();
    drop(home.create());
    let test = std::env::current_exe().unwrap();
    let output = std::process::Command::new("sh")
        .args(["-c", "ulimit -n 64 && exec \"$@\"", "sh"])
        .arg(test)
        .args(["--exact", "documents::import_with_few_files", "--include-ignored", "--nocapture"])
        .env(FEW_FILES_DIR, home.dir())
        .output()
        .unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success() && said.contains("imported 200 documents"), "{said}");
    assert_eq!(contents(&home.unlock()).unwrap().documents.len(), 200);
}

#[cfg(unix)]
#[test]
#[ignore = "run by another test as a process of its own, with a limit on open files"]
fn import_with_few_files() {
    let Some(dir) = std::env::var_os(FEW_FILES_DIR) else { return };
    assert!((0..100).map(|_| fs::File::open("/dev/null")).collect::<Result<Vec<_>, _>>().is_err(), "there is no limit");
    let vault = unlock(Path::new(&dir), PASSWORD).unwrap();
    let mut batch = Batch::new();
    for number in 0..200_u32 {
        let bytes = number.to_be_bytes();
        batch.put_document(vault.stage_document(&mut bytes.as_slice(), 100).unwrap(), &bytes);
    }
    vault.commit(batch).unwrap();
    println!("imported {} documents", vault.documents().count());
}
