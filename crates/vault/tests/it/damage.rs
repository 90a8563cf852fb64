//! Every change to the folder that matters is noticed, and none makes the program panic.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use idw_vault::{Batch, Damage, DocumentId, RecordId, SealedVault, UnlockError, Vault};

use crate::keyring::Fake;
use crate::support::{Contents, Home, NOTES, TASKS, add_document, contents, copy_dir, password, put};

/// A vault with something of everything, closed, and an earlier state of its folder.
pub(crate) struct Sample {
    pub(crate) home: Home,
    pub(crate) earlier: tempfile::TempDir,
    /// Unlocks it without the cost of the password's key derivation.
    keyring: Arc<Fake>,
    contents: Contents,
    documents: [DocumentId; 2],
}

impl Sample {
    pub(crate) fn new() -> Self {
        let (home, keyring) = (Home::new(), Fake::new());
        let vault = home.create();
        vault.enable_keyring_of(keyring.clone(), &password()).unwrap();
        let (changed, large) = (RecordId::make(), RecordId::make());
        put(&vault, NOTES, changed, b"old version");
        put(&vault, NOTES, large, &[3; 10_000]);
        put(&vault, TASKS, RecordId::make(), b"a task");
        let documents = [add_document(&vault, &[1; 5_000], b"one"), add_document(&vault, &[2; 5_000], b"two")];
        drop(vault);
        let earlier = tempfile::tempdir().unwrap();
        copy_dir(&home.dir(), earlier.path());
        let vault = home.unlock();
        put(&vault, NOTES, changed, b"new version");
        put(&vault, NOTES, RecordId::make(), b"a new note");
        let contents = contents(&vault).unwrap();
        drop(vault);
        Self { home, earlier, keyring, contents, documents }
    }

    /// Changes a copy of the vault, and gives the error or the report that this leads to, if any.
    pub(crate) fn tamper(&self, change: impl FnOnce(&Path)) -> Option<String> {
        self.tamper_and(|sealed| sealed.unlock_with_keyring_of(self.keyring.clone()), change)
    }

    /// As [`tamper`](Self::tamper), and unlocks with the password afterwards.
    pub(crate) fn tamper_with_password(&self, change: impl FnOnce(&Path)) -> Option<String> {
        self.tamper_and(|sealed| sealed.unlock(&password()), change)
    }

    fn tamper_and(
        &self,
        unlock: impl FnOnce(SealedVault) -> Result<Vault, (SealedVault, UnlockError)>,
        change: impl FnOnce(&Path),
    ) -> Option<String> {
        let copy = tempfile::tempdir().unwrap();
        copy_dir(&self.home.dir(), copy.path());
        change(copy.path());
        let vault = match Vault::open(copy.path()) {
            Ok(sealed) => unlock(sealed).map_err(|(_, error)| error.to_string()),
            Err(error) => Err(error.to_string()),
        };
        let vault = match vault {
            Ok(vault) => vault,
            Err(error) => return Some(error),
        };
        let report = vault.repair_report();
        match contents(&vault) {
            Err(error) => Some(error),
            Ok(found) => {
                let told = report.is_some_and(|report| !report.lost.is_nothing());
                assert!(found == self.contents || told, "other contents passed for right");
                report.map(ToString::to_string)
            }
        }
    }

    fn assert_noticed(&self, what: &str, change: impl FnOnce(&Path)) {
        assert!(self.tamper(change).is_some(), "not noticed: {what}");
    }
}

fn database(dir: &Path) -> sled::Db {
    crate::support::open_database(dir)
}

fn entries(dir: &Path) -> Vec<(sled::IVec, sled::IVec)> {
    let db = database(dir);
    let entries = db.iter().map(Result::unwrap).collect();
    close(db);
    entries
}

/// sled lets go of its files a moment after it was dropped.
fn close(db: sled::Db) {
    db.flush().unwrap();
    drop(db);
    std::thread::sleep(std::time::Duration::from_millis(20));
}

#[test]
fn entries_removed_changed_moved_and_put_back_are_noticed() {
    let sample = Sample::new();
    let old = entries(sample.earlier.path());
    let all = {
        let copy = tempfile::tempdir().unwrap();
        copy_dir(&sample.home.dir(), copy.path());
        entries(copy.path())
    };
    assert!(all.len() >= 10, "manifest, 4 notes of which one in 5 parts, a task, 2 documents: {}", all.len());
    for (n, (key, value)) in all.iter().enumerate() {
        let mut kind = n;
        let mut edit = |what: &str, edit: &dyn Fn(&sled::Db)| {
            kind += 1; // every entry gets some of the kinds
            if kind % 2 != 0 {
                return;
            }
            sample.assert_noticed(&format!("{what} of entry {n} of {}", value.len()), |dir| {
                let db = database(dir);
                edit(&db);
                close(db);
            });
        };
        edit("removal", &|db| drop(db.remove(key).unwrap()));
        edit("flipped last bit", &|db| {
            let mut changed = value.to_vec();
            *changed.last_mut().unwrap() ^= 1;
            db.insert(key, changed).unwrap();
        });
        edit("flipped bit in the nonce", &|db| {
            let mut changed = value.to_vec();
            changed[10] ^= 0x80;
            db.insert(key, changed).unwrap();
        });
        edit("cut", &|db| drop(db.insert(key, &value[..value.len() - 1]).unwrap()));
        edit("copy under another id", &|db| {
            let mut other = key.to_vec();
            let at = other.len().saturating_sub(3);
            other[at] ^= 1;
            db.insert(other, value).unwrap();
        });
        let (next_key, next) = &all[(n + 1) % all.len()];
        edit("swap with the next", &|db| {
            db.insert(key, next).unwrap();
            db.insert(next_key, value).unwrap();
        });
    }
    let put_back: Vec<_> = old.iter().filter(|entry| !all.contains(entry)).collect();
    assert_eq!(put_back.len(), 2, "the record that was changed since, and the manifest");
    for (key, value) in put_back {
        sample.assert_noticed("an old version put back", |dir| {
            let db = database(dir);
            db.insert(key, value).unwrap();
            close(db);
        });
    }
}

#[test]
fn an_older_database_is_noticed_and_an_anchor_that_is_gone_is_made_anew() {
    let sample = Sample::new();
    let home = &sample.home;
    let restore = |name: &str| {
        let target = home.dir().join(name);
        fs::remove_dir_all(&target).unwrap();
        copy_dir(&sample.earlier.path().join(name), &target);
    };
    let newest = tempfile::tempdir().unwrap();
    copy_dir(&home.dir(), newest.path());
    restore("db");
    let vault = home.unlock();
    let report = vault.repair_report().unwrap();
    assert_eq!(report.damage, Damage::RolledBack { expected: 7, found: 5 });
    assert!(
        report.to_string().contains("if anything was, is missing"),
        "only the anchor says that it is all: {report}"
    );
    assert!(contents(&vault).unwrap() == sample.contents);
    drop(vault);
    let vault = home.unlock();
    assert_eq!(vault.repair_report(), None, "once is enough");
    drop(vault);

    fs::remove_dir_all(home.dir()).unwrap();
    copy_dir(newest.path(), &home.dir());
    fs::remove_file(home.dir().join("anchor")).unwrap();
    assert!(contents(&home.unlock()).unwrap() == sample.contents);
    restore("db");
    assert!(home.unlock().repair_report().is_some(), "the new anchor holds too");
}

#[test]
fn damaged_files_are_noticed_or_repaired() {
    let sample = Sample::new();
    let [one, two] = sample.documents.map(|id| format!("documents/{id}"));
    sample.assert_noticed("the database is gone", |dir| fs::remove_dir_all(dir.join("db")).unwrap());
    sample.assert_noticed("the log is gone", |dir| fs::remove_file(dir.join("db/db")).unwrap());
    sample.assert_noticed("the log is empty", |dir| fs::write(dir.join("db/db"), b"").unwrap());
    sample.assert_noticed("a document is gone", |dir| fs::remove_file(dir.join(&one)).unwrap());
    sample.assert_noticed("documents are swapped", |dir| {
        fs::rename(dir.join(&one), dir.join("aside")).unwrap();
        fs::rename(dir.join(&two), dir.join(&one)).unwrap();
        fs::rename(dir.join("aside"), dir.join(&two)).unwrap();
    });
    sample.assert_noticed("both headers are gone", |dir| {
        fs::remove_file(dir.join("vault.header")).unwrap();
        fs::remove_file(dir.join("vault.header.2")).unwrap();
    });
    let repaired = sample.tamper(|dir| {
        fs::remove_file(dir.join("vault.header")).unwrap();
        flip(&dir.join("anchor"), 9);
    });
    assert_eq!(repaired, None, "one copy of the header and no anchor are enough");
}

/// A flipped bit anywhere in the log either does not matter or is noticed.
#[test]
fn flipped_bits_in_the_log_never_pass_for_right() {
    let sample = Sample::new();
    let len = usize::try_from(fs::metadata(sample.home.dir().join("db/db")).unwrap().len()).unwrap();
    let used = fs::read(sample.home.dir().join("db/db")).unwrap().iter().rposition(|byte| *byte != 0).unwrap();
    let noticed = (0..10).filter(|n| {
        let at = (used * n / 10 + n).min(len - 1);
        sample.tamper(|dir| flip(&dir.join("db/db"), at)).is_some()
    });
    assert!(noticed.count() > 0, "no flip had any effect");
}

#[test]
fn each_byte_of_a_header_is_guarded_and_the_other_copy_helps() {
    let home = Home::new();
    drop(home.create());
    let copies = ["vault.header", "vault.header.2"].map(|name| home.dir().join(name));
    let good = fs::read(&copies[0]).unwrap();
    let snapshots = (home.dir().join("aside"), home.dir().join("snapshots")); // they have the header too
    fs::rename(&snapshots.1, &snapshots.0).unwrap();
    for at in 0..good.len() {
        let mut bad = good.clone();
        bad[at] ^= 0x10;
        for path in &copies {
            fs::write(path, &bad).unwrap();
        }
        let error = Vault::open(&home.dir()).unwrap_err();
        assert!(matches!(error, idw_vault::OpenError::Damaged { .. }), "byte {at}: {error}");
    }
    fs::rename(&snapshots.0, &snapshots.1).unwrap();
    for (bad, fine) in [(0, 1), (1, 0)] {
        flip(&copies[bad], 20);
        fs::write(&copies[fine], &good).unwrap();
        drop(home.unlock());
        assert_eq!(fs::read(&copies[bad]).unwrap(), good, "the damaged copy is repaired");
    }
}

#[test]
fn a_damaged_record_leaves_the_others_readable() {
    let home = Home::new();
    let vault = home.create();
    let ids = [RecordId::make(), RecordId::make()];
    for id in ids {
        put(&vault, NOTES, id, &[5; 100]);
    }
    drop(vault);
    let db = database(&home.dir());
    let (key, mut value) = db.iter().map(Result::unwrap).find(|(key, _)| key.len() > 1).unwrap();
    let last = value.len() - 1;
    value[last] ^= 1; // in the ciphertext, which unlocking does not read
    db.insert(key, value).unwrap();
    close(db);
    let vault = home.unlock();
    let read: Vec<_> = ids.iter().map(|id| vault.get(NOTES, *id).is_ok()).collect();
    assert!(read == [true, false] || read == [false, true], "{read:?}");
    assert_eq!(vault.scan(NOTES).flatten().count(), 1);
    let mut batch = Batch::new();
    for id in ids {
        batch.remove(NOTES, id);
    }
    vault.commit(batch).unwrap();
}

fn flip(path: &Path, at: usize) {
    let mut bytes = fs::read(path).unwrap();
    bytes[at] ^= 1;
    fs::write(path, bytes).unwrap();
}
