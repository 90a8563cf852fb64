//! The folder: what may be in it, who may see it, and what can be seen.

use std::fs;

use idw_vault::{Batch, CreateError, KdfCost, OpenError, RecordId, Vault, exists};

use crate::support::{Home, NOTES, add_document, files, password, put};

#[test]
fn a_vault_is_made_only_where_nothing_else_is() {
    let home = Home::new();
    assert!(!exists(&home.dir()));
    assert!(matches!(Vault::open(&home.dir()), Err(OpenError::NotFound { .. })));
    fs::create_dir(home.dir()).unwrap();
    fs::write(home.dir().join("letter.txt"), b"mine").unwrap();
    let create = || Vault::create(&home.dir(), &password(), KdfCost::Floor);
    assert!(matches!(create(), Err(CreateError::NotEmpty { .. })));
    assert!(matches!(Vault::open(&home.dir()), Err(OpenError::NotFound { .. })));
    assert_eq!(files(&home.dir()).len(), 1, "what is not ours is not touched");

    fs::remove_file(home.dir().join("letter.txt")).unwrap();
    drop(create().unwrap());
    assert!(exists(&home.dir()));
    assert!(matches!(create(), Err(CreateError::AlreadyExists { .. })));
    for name in ["vault.header", "vault.header.2"] {
        fs::remove_file(home.dir().join(name)).unwrap();
    }
    assert!(matches!(create(), Err(CreateError::AlreadyExists { .. })), "records without a header are not overwritten");
    fs::remove_dir_all(home.dir().join("snapshots")).unwrap(); // they have the header too
    assert!(matches!(create(), Err(CreateError::AlreadyExists { .. })));
    assert!(matches!(Vault::open(&home.dir()), Err(OpenError::Damaged { .. })));
}

#[test]
fn a_vault_that_is_being_filled_counts_only_when_it_is_finished() {
    let home = Home::new();
    let begin = || Vault::begin(&home.dir(), &password(), KdfCost::Floor);
    let id = RecordId::make();

    let (vault, unfinished) = begin().unwrap();
    put(&vault, NOTES, id, b"given up");
    assert!(!exists(&home.dir()));
    assert!(matches!(Vault::open(&home.dir()), Err(OpenError::NotFound { .. })));
    assert!(matches!(begin(), Err(CreateError::InUse { .. })), "nothing is cleared that another fills");
    drop(vault);
    drop(unfinished);
    assert!(!home.dir().exists(), "what was given up leaves nothing");

    fs::create_dir(home.dir()).unwrap();
    let (vault, unfinished) = begin().unwrap();
    drop(vault);
    drop(unfinished);
    assert_eq!(fs::read_dir(home.dir()).unwrap().count(), 0, "a folder that was there stays");

    let (vault, unfinished) = begin().unwrap();
    put(&vault, NOTES, id, b"kept");
    let vault = unfinished.finish(vault).unwrap();
    assert!(exists(&home.dir()));
    drop(vault);
    assert_eq!(home.unlock().get(NOTES, id).unwrap().unwrap().as_slice(), b"kept");
    assert!(matches!(begin(), Err(CreateError::AlreadyExists { .. })));
}

#[test]
fn what_a_killed_creation_left_is_cleared_by_the_next() {
    let home = Home::new();
    drop(home.create());
    for name in ["vault.header", "vault.header.2"] {
        fs::remove_file(home.dir().join(name)).unwrap();
    }
    fs::remove_dir_all(home.dir().join("snapshots")).unwrap(); // taken later than the mark goes away
    fs::remove_file(home.dir().join("reserve")).unwrap();
    fs::write(home.dir().join("creating"), b"").unwrap();
    assert!(!exists(&home.dir()));
    let vault = home.create();
    put(&vault, NOTES, RecordId::make(), b"new");
    assert!(!home.dir().join("creating").exists());
}

/// As on a disk that was just made and mounted.
#[test]
fn the_root_of_a_new_file_system_is_an_empty_folder() {
    let home = Home::new();
    fs::create_dir_all(home.dir().join("lost+found")).unwrap();
    put(&home.create(), NOTES, RecordId::make(), b"a note");
    assert!(home.dir().join("lost+found").is_dir());
    let other = Home::new();
    fs::create_dir_all(other.dir().join("lost+found/#12")).unwrap();
    let refused = Vault::create(&other.dir(), &password(), KdfCost::Floor);
    assert!(matches!(refused, Err(CreateError::NotEmpty { .. })), "{refused:?}");
}

#[cfg(unix)]
#[test]
fn nobody_but_the_owner_gets_in() {
    use std::os::unix::fs::PermissionsExt;

    let home = Home::new();
    let vault = home.create();
    add_document(&vault, b"bytes", b"");
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for dir in ["", "db", "db/blobs", "documents"] {
        assert_eq!(mode(&home.dir().join(dir)), 0o700, "{dir}");
    }
    for file in files(&home.dir()) {
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
    drop(vault);
    fs::set_permissions(home.dir(), fs::Permissions::from_mode(0o755)).unwrap();
    drop(home.unlock());
    assert_eq!(mode(&home.dir()), 0o700, "a folder that was opened up is closed again");
}

#[test]
fn nothing_written_can_be_found_in_the_folder() {
    let canaries =
        ["CanaryRecordValue", "canary-document-name.png", "CanaryDocumentContent", "canary-tree", "CanaryPass"];
    let home = Home::new();
    let vault = home.create();
    vault.change_password(&password(), &idw_vault::Password::from("CanaryPassword")).unwrap();
    let staged = vault.stage_document(&mut "CanaryDocumentContent".repeat(20_000).as_bytes(), u64::MAX).unwrap();
    let unused = vault.stage_document(&mut b"CanaryDocumentContent".as_slice(), u64::MAX).unwrap();
    let mut batch = Batch::new();
    batch.put(NOTES, RecordId::make(), "CanaryRecordValue".repeat(500).as_bytes());
    batch.put_document(staged, b"canary-document-name.png");
    vault.commit(batch).unwrap();

    let search = |when: &str| {
        let all = files(&home.dir());
        assert!(all.len() >= 7, "the search looked at {} files", all.len());
        for file in all {
            let bytes = fs::read(&file).unwrap();
            let place = format!("{} {}", file.display(), String::from_utf8_lossy(&bytes));
            for canary in canaries {
                let utf16: Vec<u8> = canary.encode_utf16().flat_map(u16::to_le_bytes).collect();
                let found = bytes.windows(utf16.len()).any(|window| window == utf16);
                assert!(!found && !place.contains(canary), "{when}: {canary} in {}", file.display());
                assert!(!place.to_lowercase().contains(&hex::encode(canary)), "{when}: {canary} in {}", file.display());
            }
        }
    };
    search("unlocked");
    drop(unused);
    drop(vault);
    search("closed");
}
