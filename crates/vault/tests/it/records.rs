//! Records in and out.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use idw_vault::{Batch, RecordId, WriteError};

use crate::support::{Home, NOTES, TASKS, contents, put};

#[test]
fn records_survive_locking_and_reopening() {
    let home = Home::new();
    let vault = home.create();
    // The lengths around the bounds of a database entry, and one that takes many.
    let lengths = [0, 1, 400, 2010, 2011, 2012, 4059, 4060, 1_000_000];
    let written: BTreeMap<_, _> = lengths.map(|len| (RecordId::make(), vec![7; len])).into_iter().collect();
    let mut batch = Batch::new();
    for (id, bytes) in &written {
        batch.put(NOTES, *id, bytes);
    }
    vault.commit(batch).unwrap();

    drop(vault.lock());
    let vault = home.unlock();
    let scanned: BTreeMap<_, _> =
        vault.scan(NOTES).map(|item| item.map(|(id, plain)| (id, plain.to_vec())).unwrap()).collect();
    assert!(scanned == written);
    for (id, bytes) in &written {
        assert_eq!(vault.get(NOTES, *id).unwrap().unwrap().as_slice(), bytes);
        assert!(vault.get(TASKS, *id).unwrap().is_none(), "trees are apart");
    }
}

#[test]
fn a_shorter_record_leaves_nothing_of_the_longer_one() {
    let home = Home::new();
    let vault = home.create();
    let id = RecordId::make();
    for len in [100_000, 10, 5_000, 0] {
        put(&vault, NOTES, id, &vec![1; len]);
        assert_eq!(vault.get(NOTES, id).unwrap().unwrap().len(), len);
    }
    let vault = vault.lock().unlock(&crate::support::password()).map_err(|(_, error)| error).unwrap();
    assert_eq!(vault.get(NOTES, id).unwrap().unwrap().len(), 0);
}

#[test]
fn the_later_of_two_changes_counts_and_removing_nothing_is_fine() {
    let home = Home::new();
    let vault = home.create();
    let (a, b, c) = (RecordId::make(), RecordId::make(), RecordId::make());
    put(&vault, NOTES, c, b"old");
    let mut batch = Batch::new();
    batch.put(NOTES, a, b"first").put(NOTES, a, b"second").put(NOTES, b, b"gone").remove(NOTES, b);
    batch.remove(NOTES, RecordId::make()).remove(NOTES, c).put(TASKS, c, b"moved");
    vault.commit(batch).unwrap();
    vault.commit(Batch::new()).unwrap();

    let expected = BTreeMap::from([((NOTES, a), b"second".to_vec()), ((TASKS, c), b"moved".to_vec())]);
    assert_eq!(contents(&vault).unwrap().records, expected);
    drop(vault);
    assert_eq!(contents(&home.unlock()).unwrap().records, expected, "and the manifest agrees");
}

#[test]
fn a_record_too_large_is_refused_with_all_of_its_batch() {
    let home = Home::new();
    let vault = home.create();
    let mut batch = Batch::new();
    batch.put(NOTES, RecordId::make(), b"small").put(NOTES, RecordId::make(), &vec![0; 16 * 1024 * 1024 + 1]);
    assert!(matches!(vault.commit(batch), Err(WriteError::TooLarge { .. })));
    assert!(contents(&vault).unwrap().records.is_empty());
}

#[test]
fn readers_beside_a_writer_see_whole_records() {
    let home = Home::new();
    let vault = home.create();
    let id = RecordId::make();
    put(&vault, NOTES, id, &[0; 10_000]);
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut reads = 0;
            while !done.load(Ordering::Relaxed) {
                let got = vault.get(NOTES, id).unwrap().unwrap();
                assert!(got.iter().all(|byte| *byte == got[0]), "a mixture");
                let (_, scanned) = vault.scan(NOTES).next().unwrap().unwrap();
                assert!(scanned.iter().all(|byte| *byte == scanned[0]), "a mixture");
                reads += 1;
            }
            reads
        });
        for n in 1..60 {
            put(&vault, NOTES, id, &vec![n; 10_000 + 100 * usize::from(n)]);
        }
        done.store(true, Ordering::Relaxed);
        assert!(reader.join().unwrap() > 0);
    });
}

/// Also that the borrow of an unlocked vault can go to other threads, as servers and windows need it.
#[test]
fn the_types_cross_threads() {
    fn check<T: Send + Sync + 'static>() {}
    fn check_send<T: Send + 'static>() {}
    check::<idw_vault::Vault>();
    check::<idw_vault::SealedVault>();
    check_send::<idw_vault::DocumentReader>();
    check_send::<idw_vault::StagedDocument>();
    check_send::<Batch>();
}
