//! What was saved comes back, and what did not is told.

use std::fs;
use std::path::{Path, PathBuf};

use idw_vault::{
    Batch, Damage, Lost, RecordId, RemoveQuarantinedError, RepairReport, SnapshotUsed, UnlockError, Vault,
};

use crate::support::{
    Home, NOTES, PASSWORD, TASKS, add_document, contents, copy_dir, database_dir, open_database, put, unlock,
};

fn snapshots(home: &Home) -> Vec<PathBuf> {
    let mut found: Vec<_> =
        fs::read_dir(home.dir().join("snapshots")).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found
}

/// Repairs by unlocking; afterwards nothing is left to repair.
fn repaired(home: &Home) -> (Vault, RepairReport) {
    let vault = home.unlock();
    let report = vault.repair_report().expect("a report of the repair").clone();
    let before = contents(&vault).unwrap();
    drop(vault);
    let vault = home.unlock();
    assert_eq!(vault.repair_report(), None, "after {report}");
    assert!(contents(&vault).unwrap() == before);
    assert!(vault.verify(&mut |_| {}).unwrap().is_whole());
    (vault, report)
}

#[test]
fn a_lost_database_comes_back_from_the_snapshot() {
    let home = Home::new();
    let vault = home.create();
    put(&vault, NOTES, RecordId::make(), b"a note");
    put(&vault, TASKS, RecordId::make(), &vec![7; 100_000]);
    add_document(&vault, b"bytes", b"meta");
    let expected = contents(&vault).unwrap();
    drop(vault);
    fs::remove_dir_all(database_dir(&home.dir())).unwrap();
    let (vault, report) = repaired(&home);
    assert!(contents(&vault).unwrap() == expected);
    assert_eq!(report.damage, Damage::DatabaseMissing);
    assert_eq!((report.restored, report.from_snapshot), (3, Some(SnapshotUsed { write: 3, records: 3 })));
    assert_eq!(report.lost, Lost { unconfirmed: true, ..Lost::default() }, "{report}");
    put(&vault, NOTES, RecordId::make(), b"and on it goes");
}

#[test]
fn what_is_newer_than_the_snapshot_comes_from_the_damaged_database() {
    let home = Home::new();
    let vault = home.create();
    let [kept, changed, removed, new] = [(); 4].map(|()| RecordId::make());
    for id in [kept, changed, removed] {
        put(&vault, NOTES, id, b"old");
    }
    let sealed = vault.lock(); // takes a snapshot
    let vault = sealed.unlock(&crate::support::password()).map_err(|(_, error)| error).unwrap();
    put(&vault, NOTES, changed, b"changed");
    put(&vault, NOTES, new, b"new");
    let mut batch = Batch::new();
    batch.remove(NOTES, removed);
    vault.commit(batch).unwrap();
    let state = tempfile::tempdir().unwrap();
    copy_dir(&home.dir(), state.path()); // as a killed process leaves it
    drop(vault);
    fs::remove_dir_all(home.dir()).unwrap();
    copy_dir(state.path(), &home.dir());
    // Without its manifest nothing vouches for the set of records; each is still authentic by itself.
    let db = open_database(&home.dir());
    db.remove([0]).unwrap();
    db.flush().unwrap();
    drop(db);

    let (vault, report) = repaired(&home);
    let get = |id| vault.get(NOTES, id).unwrap().map(|plain| plain.to_vec());
    assert_eq!([get(kept), get(changed), get(new)], [b"old".as_slice(), b"changed", b"new"].map(|b| Some(b.to_vec())));
    assert_eq!(get(removed), Some(b"old".to_vec()), "back from the snapshot");
    assert_eq!(report.damage, Damage::ManifestMissing);
    assert_eq!((report.restored, report.from_snapshot), (4, Some(SnapshotUsed { write: 3, records: 2 })));
    assert_eq!((report.lost.writes.clone(), report.lost.maybe_removed), (Some(4..=6), 1), "and that is told: {report}");
    let aside = report.kept_aside.unwrap();
    assert!(aside.join("db/db").is_file() && aside.join("snapshots").is_dir() && aside.join("REPORT.txt").is_file());
    assert_eq!(vault.kept_aside().unwrap(), std::slice::from_ref(&aside));

    let [one] = vault.quarantined().unwrap().try_into().map_err(|all: Vec<_>| all.len()).unwrap();
    assert!(one.dir == aside && one.bytes == vault.usage().unwrap().quarantine_bytes && one.bytes > 0, "{one:?}");
    assert!(one.since.unwrap().elapsed().unwrap() < std::time::Duration::from_secs(600), "{one:?}");
    for name in ["", "damaged-", "damaged-1", "documents", "../vault", "."] {
        assert!(matches!(vault.remove_quarantined(name), Err(RemoveQuarantinedError::NotFound { .. })), "{name}");
    }
    vault.remove_quarantined(&one.name).unwrap();
    assert!(!aside.exists() && vault.quarantined().unwrap().is_empty());
    assert!(vault.verify(&mut |_| {}).unwrap().is_whole());
}

#[test]
fn a_removed_record_does_not_come_back_when_the_snapshot_is_newer() {
    let home = Home::new();
    let vault = home.create();
    let [kept, removed] = [(); 2].map(|()| RecordId::make());
    put(&vault, NOTES, kept, b"kept");
    put(&vault, NOTES, removed, b"removed");
    let earlier = tempfile::tempdir().unwrap();
    copy_dir(&database_dir(&home.dir()), earlier.path());
    let mut batch = Batch::new();
    batch.remove(NOTES, removed).put(NOTES, kept, b"kept, changed");
    vault.commit(batch).unwrap();
    drop(vault);
    let db = database_dir(&home.dir());
    fs::remove_dir_all(&db).unwrap();
    copy_dir(earlier.path(), &db);
    let (vault, report) = repaired(&home);
    assert_eq!(report.lost, Lost { unconfirmed: true, ..Lost::default() }, "{report}");
    assert!(vault.get(NOTES, removed).unwrap().is_none());
    assert_eq!(vault.get(NOTES, kept).unwrap().unwrap().as_slice(), b"kept, changed");
}

#[test]
fn a_damaged_snapshot_gives_way_to_the_one_before() {
    let home = Home::new();
    let vault = home.create();
    put(&vault, NOTES, RecordId::make(), b"first");
    drop(vault);
    put(&home.unlock(), NOTES, RecordId::make(), b"second");
    let [.., _, newest] = snapshots(&home).try_into().map(|all: [PathBuf; 2]| all).unwrap();
    flip_last(&newest);
    let found = home.unlock().verify(&mut |_| {}).unwrap();
    assert_eq!(found.faults, [Damage::SnapshotForged { write: 2 }]);
    fs::remove_dir_all(database_dir(&home.dir())).unwrap();
    let (_, report) = repaired(&home);
    assert_eq!((report.restored, report.lost.writes), (1, Some(2..=2)));
}

/// The engine's settings are few and can be tried; its log has everything.
#[test]
fn a_database_without_its_settings_is_read_all_the_same() {
    type Harm = fn(&Path);
    let harms: [(&str, Harm); 3] = [
        ("removed", |conf| fs::remove_file(conf).unwrap()),
        ("emptied", |conf| fs::write(conf, b"").unwrap()),
        ("zeros", |conf| fs::write(conf, [0; 60]).unwrap()),
    ];
    for (what, harm) in harms {
        let home = Home::new();
        let vault = home.create();
        put(&vault, NOTES, RecordId::make(), b"first");
        drop(vault);
        let anchor = fs::read(home.dir().join("anchor")).unwrap();
        put(&home.unlock(), NOTES, RecordId::make(), b"second");
        // All else that knows of the second write.
        fs::remove_file(snapshots(&home).last().unwrap()).unwrap();
        fs::write(home.dir().join("anchor"), anchor).unwrap();
        harm(&database_dir(&home.dir()).join("conf"));
        let vault = home.unlock();
        let report = vault.repair_report(); // where the engine makes do with what is there, nothing is repaired
        assert!(report.is_none_or(|report| report.lost.is_nothing()), "{what}: {report:?}");
        assert_eq!(vault.scan(NOTES).count(), 2, "{what}");
    }
}

/// The anchor alone is no proof: it may be an old one that was put back.
#[test]
fn a_snapshot_is_not_taken_for_everything_on_the_word_of_the_anchor() {
    let home = Home::new();
    let vault = home.create();
    put(&vault, NOTES, RecordId::make(), b"first");
    drop(vault);
    let anchor = fs::read(home.dir().join("anchor")).unwrap();
    put(&home.unlock(), NOTES, RecordId::make(), b"second");
    fs::remove_file(snapshots(&home).last().unwrap()).unwrap();
    fs::write(home.dir().join("anchor"), anchor).unwrap();
    fs::remove_dir_all(database_dir(&home.dir())).unwrap();
    let (_, report) = repaired(&home);
    assert_eq!((report.restored, report.lost.clone()), (1, Lost { unconfirmed: true, ..Lost::default() }), "{report}");
}

/// With the anchor gone, the newest snapshot damaged and the database unreadable, nothing is left of the last writes, not
/// even that there were any: so nobody may say that nothing is missing.
#[test]
fn without_an_anchor_an_older_snapshot_is_not_taken_for_everything() {
    let home = Home::new();
    let vault = home.create();
    put(&vault, NOTES, RecordId::make(), b"first");
    drop(vault);
    put(&home.unlock(), NOTES, RecordId::make(), b"second");
    flip_last(snapshots(&home).last().unwrap());
    fs::remove_file(home.dir().join("anchor")).unwrap();
    fs::remove_dir_all(database_dir(&home.dir())).unwrap();
    let (_, report) = repaired(&home);
    assert_eq!((report.restored, report.lost.writes), (1, Some(2..=2)));
}

/// An anchor that was put back says that nothing is missing; the name of a newer snapshot, damaged as it is, says otherwise.
#[test]
fn a_snapshot_that_cannot_be_read_still_tells_that_there_was_more() {
    let home = Home::new();
    let vault = home.create();
    put(&vault, NOTES, RecordId::make(), b"first");
    drop(vault);
    let anchor = fs::read(home.dir().join("anchor")).unwrap();
    put(&home.unlock(), NOTES, RecordId::make(), b"second");
    flip_last(snapshots(&home).last().unwrap());
    fs::write(home.dir().join("anchor"), anchor).unwrap();
    fs::remove_dir_all(database_dir(&home.dir())).unwrap();
    let (_, report) = repaired(&home);
    assert_eq!((report.restored, report.lost.writes), (1, Some(2..=2)));
}

#[test]
fn without_any_snapshot_the_readable_records_come_back() {
    let home = Home::new();
    let vault = home.create();
    for n in 0..50 {
        put(&vault, NOTES, RecordId::make(), &[n; 500]);
    }
    drop(vault);
    fs::remove_dir_all(home.dir().join("snapshots")).unwrap();
    let db = open_database(&home.dir());
    let (key, mut value) = db.iter().map(Result::unwrap).find(|(key, _)| key.len() > 1).unwrap();
    value[12] ^= 1;
    db.insert(key, value).unwrap();
    db.flush().unwrap();
    drop(db);
    let (_, report) = repaired(&home);
    assert_eq!((report.restored, report.lost.records, report.from_snapshot), (49, 1, None), "{report}");
    assert_eq!(report.lost.writes, Some(1..=50), "nothing vouches for completeness");
}

#[test]
fn when_nothing_can_be_saved_nothing_is_touched() {
    let home = Home::new();
    put(&home.create(), NOTES, RecordId::make(), b"a note");
    fs::remove_dir_all(home.dir().join("snapshots")).unwrap();
    let log = database_dir(&home.dir()).join("db");
    fs::write(&log, b"nothing of use").unwrap();
    for _ in 0..2 {
        let error = unlock(&home.dir(), PASSWORD).unwrap_err();
        assert!(matches!(error, UnlockError::Damaged { .. }), "{error}");
        assert_eq!(fs::read(&log).unwrap(), b"nothing of use");
        assert!(!home.dir().join("rescue").exists());
    }
}

#[test]
fn both_headers_come_back_from_a_snapshot() {
    let home = Home::new();
    let vault = home.create();
    let id = RecordId::make();
    put(&vault, NOTES, id, b"a note");
    vault.change_password(&crate::support::password(), &"new".into()).unwrap();
    drop(vault);
    let copies = ["vault.header", "vault.header.2"].map(|name| home.dir().join(name));
    let good = fs::read(&copies[0]).unwrap();
    for path in &copies {
        flip_last(path);
    }
    assert!(matches!(unlock(&home.dir(), PASSWORD), Err(UnlockError::WrongPassword)), "the old password stays old");
    let vault = unlock(&home.dir(), "new").unwrap();
    let report = vault.repair_report().unwrap();
    assert!(matches!(report.damage, Damage::HeaderUnreadable(_)) && report.lost.is_nothing(), "{report}");
    assert_eq!(vault.get(NOTES, id).unwrap().unwrap().as_slice(), b"a note");
    assert_eq!(fs::read(&copies[0]).unwrap(), good);
}

#[test]
fn a_half_written_index_file_costs_nothing() {
    let home = Home::new();
    let vault = home.create();
    for n in 0..20 {
        put(&vault, NOTES, RecordId::make(), &[n; 500]);
    }
    let expected = contents(&vault).unwrap();
    drop(vault);
    fs::remove_dir_all(home.dir().join("snapshots")).unwrap();
    let snap = fs::read_dir(database_dir(&home.dir())).unwrap().map(|entry| entry.unwrap().path());
    let snap = snap.into_iter().find(|path| path.file_name().unwrap().to_string_lossy().starts_with("snap."));
    let snap = snap.unwrap_or_else(|| database_dir(&home.dir()).join("snap.0000000000000100"));
    fs::write(&snap, [9; 40]).unwrap();
    let vault = home.unlock();
    assert!(contents(&vault).unwrap() == expected);
    assert!(vault.repair_report().is_none_or(|report| report.lost.is_nothing()));
}

fn flip_last(path: &Path) {
    let mut bytes = fs::read(path).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    fs::write(path, bytes).unwrap();
}
