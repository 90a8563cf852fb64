//! Dead space is bounded, and what was removed is gone.

use std::fs;

use idw_vault::{Batch, RecordId};

use crate::support::{Home, NOTES, TASKS, add_document, contents, database_dir, files, open_database, put};

#[test]
fn compaction_keeps_everything_and_gives_new_keys() {
    let home = Home::new();
    let vault = home.create();
    let (large, small) = (RecordId::make(), RecordId::make());
    put(&vault, NOTES, large, &vec![1; 100_000]);
    put(&vault, TASKS, small, b"");
    add_document(&vault, b"bytes", b"meta");
    for n in 0..100 {
        put(&vault, NOTES, large, &vec![n; 100_000]);
    }
    let expected = contents(&vault).unwrap();
    let mut reading = vault.scan(NOTES);
    let compacted = vault.compact().unwrap();
    // Whole segments of the store, of which there may be one more or less at any moment.
    assert!(compacted.after < compacted.before, "{compacted:?}");
    assert_eq!(reading.next().unwrap().unwrap().0, large, "a scan goes on over it");
    drop(reading);
    assert!(contents(&vault).unwrap() == expected);
    put(&vault, TASKS, small, b"and it goes on");
    vault.compact().unwrap();
    assert_eq!(vault.get(TASKS, small).unwrap().unwrap().as_slice(), b"and it goes on");
    drop(vault);
    assert_eq!(database_dir(&home.dir()), home.dir().join("db.2"));
    let vault = home.unlock();
    assert!(vault.repair_report().is_none());
    assert_eq!(vault.get(NOTES, large).unwrap().unwrap().len(), 100_000);
    assert!(vault.verify(&mut |_| {}).unwrap().is_whole());
}

#[test]
fn dead_space_is_given_back_at_locking() {
    let home = Home::new();
    let vault = home.create();
    let ids: Vec<_> = (0..200).map(|_| RecordId::make()).collect();
    for len in [20_000, 200] {
        let mut batch = Batch::new();
        for id in &ids {
            batch.put(NOTES, *id, &vec![1; len]);
        }
        vault.commit(batch).unwrap();
    }
    // A removal would be reason enough for a compaction, and there must be as many commits as make one worth it.
    for n in 0..20 {
        put(&vault, NOTES, ids[0], &[n; 200]);
    }
    let before = vault.usage().unwrap();
    drop(vault);
    let after = home.unlock().usage().unwrap();
    let most = 2 * after.record_bytes + 2 * 1024 * 1024;
    assert!(before.database_bytes > most && after.database_bytes < most, "{before:?} {after:?}");
}

/// The sealed bytes of what was removed, and of the keys it was under, are nowhere in the folder any more.
#[test]
fn what_was_removed_is_nowhere_in_the_folder() {
    let home = Home::new();
    let vault = home.create();
    let (note, kept) = (RecordId::make(), RecordId::make());
    put(&vault, NOTES, kept, b"kept");
    put(&vault, NOTES, note, &[3; 1500]);
    let document = add_document(&vault, b"a passport", b"meta");
    drop(vault); // with a snapshot of it all
    let sealed: Vec<Vec<u8>> = {
        let db = open_database(&home.dir());
        let removed = [*note.as_bytes(), *document.as_bytes()];
        let of_removed = |key: &[u8]| key.len() > 25 && removed.iter().any(|id| key[9..25] == *id);
        let entries = db.iter().map(Result::unwrap).filter(|(key, _)| of_removed(key));
        entries.map(|(_, value)| value[value.len() - 40..].to_vec()).collect()
    };
    assert_eq!(sealed.len(), 2);
    std::thread::sleep(std::time::Duration::from_millis(20)); // sled lets go of its files a moment later
    let found = || {
        let all: Vec<_> = files(&home.dir()).into_iter().map(|path| fs::read(path).unwrap()).collect();
        sealed.iter().filter(|needle| all.iter().any(|file| file.windows(40).any(|part| part == *needle))).count()
    };
    assert_eq!(found(), 2, "the search finds what is there");
    let vault = home.unlock();
    let mut batch = Batch::new();
    batch.remove(NOTES, note).remove_document(document);
    vault.commit(batch).unwrap();
    assert_eq!(found(), 2, "until the vault is locked, the log has it");
    drop(vault);
    assert_eq!(found(), 0);
    assert_eq!(fs::read_dir(home.dir().join("snapshots")).unwrap().count(), 1, "older snapshots would have it");
    assert_eq!(contents(&home.unlock()).unwrap().records.len(), 1);
}
