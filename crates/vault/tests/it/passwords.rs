//! Passwords, right, wrong and changed.

use std::fs;

use aws_lc_rs::digest::{SHA256, digest};
use idw_vault::{ChangePasswordError, CreateError, Damage, KdfCost, Password, RecordId, UnlockError, Vault};

use crate::support::{Home, NOTES, PASSWORD, password, put, unlock};

#[test]
fn a_wrong_password_gives_the_vault_back_for_another_try() {
    let home = Home::new();
    let id = RecordId::make();
    put(&home.create(), NOTES, id, b"kept");
    let sealed = Vault::open(&home.dir()).unwrap();
    let (sealed, error) = sealed.unlock(&Password::from("wrong")).unwrap_err();
    assert!(matches!(error, UnlockError::WrongPassword), "{error}");
    let vault = sealed.unlock(&password()).map_err(|(_, error)| error).unwrap();
    assert_eq!(vault.get(NOTES, id).unwrap().unwrap().as_slice(), b"kept");
    vault.check_password(&password()).unwrap();
    assert!(matches!(vault.check_password(&Password::from("")), Err(UnlockError::WrongPassword)));
}

#[test]
fn after_a_change_only_the_new_password_works_and_no_record_is_touched() {
    let home = Home::new();
    let vault = home.create();
    let id = RecordId::make();
    put(&vault, NOTES, id, b"kept");
    let log = home.dir().join("db/db");
    let before = fs::read(&log).unwrap();
    let refused = vault.change_password(&Password::from("wrong"), &Password::from("new"));
    assert!(matches!(refused, Err(ChangePasswordError::Current(UnlockError::WrongPassword))));
    let refused = vault.change_password(&password(), &Password::from(""));
    assert!(matches!(refused, Err(ChangePasswordError::EmptyPassword)));
    vault.change_password(&password(), &Password::from("new")).unwrap();
    assert!(fs::read(&log).unwrap() == before);
    vault.check_password(&Password::from("new")).unwrap();

    // Locked without closing the folder, and from the files.
    let (sealed, error) = vault.lock().unlock(&password()).unwrap_err();
    assert!(matches!(error, UnlockError::WrongPassword));
    drop(sealed);
    assert!(matches!(unlock(&home.dir(), PASSWORD), Err(UnlockError::WrongPassword)));
    let vault = unlock(&home.dir(), "new").unwrap();
    assert_eq!(vault.get(NOTES, id).unwrap().unwrap().as_slice(), b"kept");
}

#[test]
fn an_old_header_put_back_does_not_bring_the_old_password_back() {
    let home = Home::new();
    let vault = home.create();
    let copies = ["vault.header", "vault.header.2"].map(|name| home.dir().join(name));
    let old = fs::read(&copies[0]).unwrap();
    vault.change_password(&password(), &Password::from("new")).unwrap();
    drop(vault);

    fs::write(&copies[0], &old).unwrap();
    assert!(matches!(unlock(&home.dir(), PASSWORD), Err(UnlockError::WrongPassword)), "the newer copy counts");
    fs::write(&copies[1], &old).unwrap();
    assert!(matches!(unlock(&home.dir(), PASSWORD), Err(UnlockError::WrongPassword)), "a snapshot has the newer one");
    drop(unlock(&home.dir(), "new").unwrap());
    fs::write(&copies[0], &old).unwrap();
    fs::write(&copies[1], &old).unwrap();
    fs::remove_dir_all(home.dir().join("snapshots")).unwrap();
    let error = unlock(&home.dir(), PASSWORD).unwrap_err();
    assert!(
        matches!(error, UnlockError::Damaged { damage: Damage::HeaderRolledBack { expected: 2, found: 1 } }),
        "{error}"
    );
}

#[test]
fn a_change_that_was_interrupted_between_the_copies_is_finished() {
    let home = Home::new();
    let vault = home.create();
    let copies = ["vault.header", "vault.header.2"].map(|name| home.dir().join(name));
    let old = fs::read(&copies[1]).unwrap();
    vault.change_password(&password(), &Password::from("new")).unwrap();
    drop(vault);
    fs::write(&copies[1], &old).unwrap(); // as if the process had died before the second copy
    drop(unlock(&home.dir(), "new").unwrap());
    assert_eq!(fs::read(&copies[0]).unwrap(), fs::read(&copies[1]).unwrap());
}

#[test]
fn a_header_that_asks_for_too_much_is_refused_at_once() {
    let home = Home::new();
    drop(home.create());
    fs::remove_dir_all(home.dir().join("snapshots")).unwrap(); // they have a good header
    for name in ["vault.header", "vault.header.2"] {
        let path = home.dir().join(name);
        let mut bytes = fs::read(&path).unwrap();
        // Preamble 14, fields 38, slot kind and length 4, then the algorithm and the memory in KiB.
        assert_eq!(bytes[57..61], (64_u32 * 1024).to_be_bytes());
        bytes[57..61].copy_from_slice(&u32::MAX.to_be_bytes());
        let end = bytes.len() - 32;
        let checksum = digest(&SHA256, &bytes[..end]);
        bytes[end..].copy_from_slice(checksum.as_ref());
        fs::write(&path, bytes).unwrap();
    }
    let error = unlock(&home.dir(), PASSWORD).unwrap_err();
    assert!(matches!(error, UnlockError::ForgedKdf { memory_kib: u32::MAX, passes: 3, lanes: 4 }), "{error}");
}

#[test]
fn an_empty_password_makes_no_vault() {
    let home = Home::new();
    let refused = Vault::create(&home.dir(), &Password::from(""), KdfCost::Floor);
    assert!(matches!(refused, Err(CreateError::EmptyPassword)));
    assert!(!home.dir().exists());
}

#[test]
fn a_password_typed_on_a_mac_and_elsewhere_opens_the_same_vault() {
    let (composed, apart) = ("Z\u{fc}rich caf\u{e9}", "Zu\u{308}rich cafe\u{301}");
    for (made_with, typed) in [(composed, apart), (apart, composed)] {
        let home = Home::new();
        let vault = Vault::create(&home.dir(), &Password::from(made_with), KdfCost::Floor).unwrap();
        vault.check_password(&Password::from(typed)).unwrap();
        drop(vault);
        let vault = unlock(&home.dir(), typed).unwrap();
        vault.change_password(&Password::from(typed), &Password::from("new")).unwrap();
        assert!(matches!(vault.check_password(&Password::from(made_with)), Err(UnlockError::WrongPassword)));
    }
}

#[test]
fn a_new_password_is_kept_as_typed() {
    // Neither form of Unicode: whoever types it the same way is never asked to type it another way.
    let (mixed, wide) = ("\u{fc}u\u{308}", "\u{ff21}da");
    for typed in [mixed, wide] {
        let home = Home::new();
        drop(Vault::create(&home.dir(), &Password::from(typed), KdfCost::Floor).unwrap());
        drop(unlock(&home.dir(), typed).unwrap());
    }
    let home = Home::new();
    drop(Vault::create(&home.dir(), &Password::from(wide), KdfCost::Floor).unwrap());
    assert!(matches!(unlock(&home.dir(), "Ada"), Err(UnlockError::WrongPassword)), "wide letters are other letters");
}

/// `marked`: a vault that a version made which took the byte order mark of a password file for a part of the password.
#[test]
fn a_vault_made_with_a_byte_order_mark_in_its_password_still_opens() {
    let copy = crate::fixture::copied("marked");
    for typed in ["correct horse battery staple", "\u{feff}correct horse battery staple"] {
        drop(unlock(copy.path(), typed).unwrap());
    }
    let vault = unlock(copy.path(), "correct horse battery staple").unwrap();
    vault.change_password(&Password::from("correct horse battery staple"), &Password::from("new")).unwrap();
    drop(vault);
    drop(unlock(copy.path(), "\u{feff}new").unwrap());
    assert!(matches!(unlock(copy.path(), "correct horse battery staple"), Err(UnlockError::WrongPassword)));
}
