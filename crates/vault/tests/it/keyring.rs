//! The system keyring, played by one in memory that can be missing, locked, slow or changed.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, mpsc};

use idw_vault::{
    ChangeKeyringError, Damage, KeptSecretError, Keyring, KeyringError, KeyringFault, Password, Plain, RecordId,
    UnlockError, Vault,
};

use crate::support::{Home, NOTES, PASSWORD, password, put, unlock};

#[test]
fn an_enabled_keyring_unlocks_beside_the_password_until_it_is_disabled() {
    let (home, keyring) = (Home::new(), Fake::new());
    let vault = home.create();
    let id = RecordId::make();
    put(&vault, NOTES, id, b"kept");
    let status = vault.keyring_status_of(keyring.clone());
    assert!(!status.enabled && status.available && status.problem.is_none(), "{status:?}");
    let refused = vault.enable_keyring_of(keyring.clone(), &Password::from("wrong"));
    assert!(matches!(refused, Err(ChangeKeyringError::Password(UnlockError::WrongPassword))), "{refused:?}");
    assert!(keyring.entries().is_empty(), "nothing is stored for a wrong password");

    vault.enable_keyring_of(keyring.clone(), &password()).unwrap();
    let names: Vec<_> = keyring.entries().into_keys().collect();
    assert!(matches!(&names[..], [name] if name.len() == 32), "named by the vault's id alone: {names:?}");
    let status = vault.keyring_status_of(keyring.clone());
    assert!(status.enabled && status.available && status.problem.is_none(), "{status:?}");
    drop(vault);
    let vault = unlock_by(&home, &keyring).unwrap();
    assert_eq!(vault.get(NOTES, id).unwrap().unwrap().as_slice(), b"kept");
    vault.change_password(&password(), &Password::from("new")).unwrap();
    drop(vault);
    drop(unlock_by(&home, &keyring).expect("another password leaves the keyring's slot"));

    let vault = unlock(&home.dir(), "new").unwrap();
    let disabled = vault.disable_keyring_of(keyring.clone()).unwrap();
    assert!(disabled.left_behind.is_none() && keyring.entries().is_empty(), "{disabled:?}");
    let again = vault.disable_keyring_of(keyring.clone());
    assert!(matches!(again, Err(ChangeKeyringError::Keyring(KeyringError::NotEnabled))), "{again:?}");
    drop(vault);
    assert!(matches!(refusal(&home, &keyring), KeyringError::NotEnabled));
    drop(unlock(&home.dir(), "new").unwrap());
}

#[test]
fn a_secret_of_others_is_kept_beside_the_vaults_own() {
    let (home, keyring) = (Home::new(), Fake::new());
    let vault = home.create();
    let load = || vault.kept_secret_of(keyring.clone(), "provider");
    assert!(matches!(load(), Err(KeptSecretError::NoEntry { .. })));
    vault.enable_keyring_of(keyring.clone(), &password()).unwrap();
    vault.keep_secret_in(keyring.clone(), "provider", b"s3cret").unwrap();
    vault.keep_secret_in(keyring.clone(), "another", b"other").unwrap();
    assert_eq!(load().unwrap().as_slice(), b"s3cret");
    assert!(keyring.entries().keys().all(|name| !name.contains("s3cret")));
    vault.forget_secret_of(keyring.clone(), "provider").unwrap();
    vault.forget_secret_of(keyring.clone(), "provider").unwrap();
    assert!(matches!(load(), Err(KeptSecretError::NoEntry { .. })));
    assert_eq!(vault.kept_secret_of(keyring.clone(), "another").unwrap().as_slice(), b"other");
    drop(vault);
    drop(unlock_by(&home, &keyring).expect("the vault's own secret is as it was"));
}

#[test]
fn a_keyring_that_does_not_keep_a_secret_is_told() {
    let (home, keyring) = (Home::new(), Fake::new());
    let vault = home.create();
    let keep = |mood| {
        *keyring.mood.lock().unwrap() = mood;
        vault.keep_secret_in(keyring.clone(), "provider", b"s3cret").unwrap_err()
    };
    assert!(matches!(keep(Mood::Locked), KeptSecretError::Locked { .. }));
    assert!(matches!(keep(Mood::Missing), KeptSecretError::Unavailable { .. }));
    assert!(matches!(keep(Mood::Panicking), KeptSecretError::Unavailable { .. }));
    assert!(matches!(keep(Mood::Forgetful), KeptSecretError::Changed { .. }));
    assert!(matches!(keep(Mood::Hanging), KeptSecretError::TimedOut { .. }));
}

#[test]
fn an_old_folder_put_back_finds_no_secret_any_more() {
    let (home, keyring) = (Home::new(), Fake::new());
    let vault = home.create();
    vault.enable_keyring_of(keyring.clone(), &password()).unwrap();
    let copies = ["vault.header", "vault.header.2", "anchor"].map(|name| home.dir().join(name));
    let old = copies.each_ref().map(|path| fs::read(path).unwrap());
    vault.disable_keyring_of(keyring.clone()).unwrap();
    drop(vault);
    put_back(&home, &copies, &old);
    assert!(matches!(refusal(&home, &keyring), KeyringError::NoEntry { .. }));

    // Nor does the old slot open with the secret of a new one.
    let vault = home.unlock();
    vault.enable_keyring_of(keyring.clone(), &password()).unwrap();
    drop(vault);
    put_back(&home, &copies, &old);
    assert!(matches!(refusal(&home, &keyring), KeyringError::Changed { .. }));
    drop(home.unlock());
}

#[test]
fn whatever_the_keyring_does_is_told_and_the_password_works() {
    let (home, keyring) = (Home::new(), Fake::new());
    home.create().enable_keyring_of(keyring.clone(), &password()).unwrap();
    let kept = keyring.entries();
    let check = |expected: &str, entries: HashMap<String, Vec<u8>>, mood: Mood, available: bool| {
        *keyring.entries.lock().unwrap() = entries;
        *keyring.mood.lock().unwrap() = mood;
        let said = refusal(&home, &keyring).to_string();
        assert!(said.contains("Fake Keyring") && said.contains(expected), "{said}");
        assert!(said.contains("password"), "it says what works: {said}");
        let vault = home.unlock();
        let status = vault.keyring_status_of(keyring.clone());
        assert!(status.enabled && status.available == available, "{status:?}");
        assert_eq!(status.problem.unwrap().to_string(), said);
    };
    let with = |secret: &[u8]| kept.keys().map(|name| (name.clone(), secret.to_vec())).collect();
    check("no entry", HashMap::new(), Mood::Well, true);
    check("was changed", with(&[7; 32]), Mood::Well, true);
    check("was changed", with(b"short"), Mood::Well, true);
    check("is locked", kept.clone(), Mood::Locked, false);
    check("cannot be used", kept.clone(), Mood::Missing, false);
    check("cannot be used", kept.clone(), Mood::Panicking, false);
    check("no answer within 2 s", kept.clone(), Mood::Hanging, false);
}

#[test]
fn nothing_changes_when_the_keyring_does_not_take_the_secret() {
    let (home, keyring) = (Home::new(), Fake::new());
    let vault = home.create();
    for mood in [Mood::Missing, Mood::Locked, Mood::Forgetful] {
        *keyring.mood.lock().unwrap() = mood;
        let refused = vault.enable_keyring_of(keyring.clone(), &password());
        assert!(matches!(refused, Err(ChangeKeyringError::Keyring(_))), "{refused:?}");
        assert!(!vault.keyring_status_of(keyring.clone()).enabled);
    }
}

#[test]
fn a_keyring_that_is_gone_does_not_keep_its_slot_alive() {
    let (home, keyring) = (Home::new(), Fake::new());
    let vault = home.create();
    vault.enable_keyring_of(keyring.clone(), &password()).unwrap();
    *keyring.mood.lock().unwrap() = Mood::Missing;
    let disabled = vault.disable_keyring_of(keyring.clone()).unwrap();
    assert!(matches!(disabled.left_behind, Some(KeyringError::Unavailable { .. })), "{disabled:?}");
    drop(vault);
    *keyring.mood.lock().unwrap() = Mood::Well;
    assert!(matches!(refusal(&home, &keyring), KeyringError::NotEnabled));
}

#[test]
fn a_forged_slot_is_damage_and_not_a_wrong_secret() {
    let (home, keyring) = (Home::new(), Fake::new());
    home.create().enable_keyring_of(keyring.clone(), &password()).unwrap();
    fs::remove_dir_all(home.dir().join("snapshots")).unwrap(); // they have a good header
    for name in ["vault.header", "vault.header.2"] {
        let path = home.dir().join(name);
        let mut bytes = fs::read(&path).unwrap();
        // Preamble 14, fields 38, password slot 4 + 121, keyring slot's kind and length 4; then its last byte.
        let at = 14 + 38 + 4 + 121 + 4 + 108;
        bytes[at] ^= 1;
        let end = bytes.len() - 32;
        let checksum = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, &bytes[..end]);
        bytes[end..].copy_from_slice(checksum.as_ref());
        fs::write(&path, bytes).unwrap();
    }
    let error = unlock_by(&home, &keyring).unwrap_err();
    assert!(matches!(error, UnlockError::Damaged { damage: Damage::SlotForged }), "{error}");
    let error = unlock(&home.dir(), PASSWORD).unwrap_err();
    assert!(matches!(error, UnlockError::Damaged { damage: Damage::HeaderForged }), "{error}");
}

/// As an older copy of the folder would have it, which has no snapshot of later either.
fn put_back(home: &Home, paths: &[PathBuf], contents: &[Vec<u8>]) {
    for (path, bytes) in paths.iter().zip(contents) {
        fs::write(path, bytes).unwrap();
    }
    fs::remove_dir_all(home.dir().join("snapshots")).unwrap();
}

fn unlock_by(home: &Home, keyring: &Arc<Fake>) -> Result<Vault, UnlockError> {
    let sealed = Vault::open(&home.dir()).unwrap();
    sealed.unlock_with_keyring_of(keyring.clone()).map_err(|(_, error)| error)
}

fn refusal(home: &Home, keyring: &Arc<Fake>) -> KeyringError {
    match unlock_by(home, keyring) {
        Err(UnlockError::Keyring(error)) => error,
        other => panic!("the keyring must not unlock: {other:?}"),
    }
}

pub(crate) struct Fake {
    entries: Mutex<HashMap<String, Vec<u8>>>,
    mood: Mutex<Mood>,
}

#[derive(Clone, Copy, PartialEq)]
enum Mood {
    Well,
    Locked,
    Missing,
    Hanging,
    Panicking,
    /// Takes a secret and has another afterwards.
    Forgetful,
}

impl Fake {
    pub(crate) fn new() -> Arc<Self> {
        Arc::new(Self { entries: Mutex::default(), mood: Mutex::new(Mood::Well) })
    }

    fn entries(&self) -> HashMap<String, Vec<u8>> {
        self.entries.lock().unwrap().clone()
    }

    fn feel(&self) -> Result<(), KeyringFault> {
        let mood = *self.mood.lock().unwrap();
        match mood {
            Mood::Well | Mood::Forgetful => Ok(()),
            Mood::Locked => Err(KeyringFault::Locked),
            Mood::Missing => Err(KeyringFault::Failed("there is no bus".to_owned())),
            Mood::Panicking => panic!("a client that breaks off"),
            Mood::Hanging => {
                let (never, wait) = mpsc::channel::<()>();
                std::mem::forget(never);
                let _ = wait.recv();
                Ok(())
            }
        }
    }
}

impl Keyring for Fake {
    fn backend(&self) -> &'static str {
        "Fake Keyring"
    }

    fn store(&self, entry: &str, secret: &[u8]) -> Result<(), KeyringFault> {
        self.feel()?;
        let forgetful = *self.mood.lock().unwrap() == Mood::Forgetful;
        let kept = if forgetful { vec![0; secret.len()] } else { secret.to_vec() };
        self.entries.lock().unwrap().insert(entry.to_owned(), kept);
        Ok(())
    }

    fn load(&self, entry: &str) -> Result<Option<Plain>, KeyringFault> {
        self.feel()?;
        Ok(self.entries.lock().unwrap().get(entry).cloned().map(Plain::new))
    }

    fn remove(&self, entry: &str) -> Result<(), KeyringFault> {
        self.feel()?;
        self.entries.lock().unwrap().remove(entry);
        Ok(())
    }
}
