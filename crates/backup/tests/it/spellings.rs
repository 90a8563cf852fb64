//! The same passphrase as other keyboards and editors give it.

use std::path::Path;

use idw_backup::{Manifest, Passphrase, ReadError, Target, Work, Writer};

use crate::read;

fn backup_under(passphrase: &str, path: &Path) {
    let manifest = Manifest::new("2026-01-31T09:30:00Z", "test", Vec::new()).unwrap();
    let target = Target { path, overwrite: true };
    let passphrase = Passphrase::new(passphrase.to_owned());
    Writer::create(target, &passphrase, Work::Floor, &manifest).unwrap().finish().unwrap();
}

#[test]
fn a_passphrase_typed_on_a_mac_and_elsewhere_opens_the_same_backup() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("ada.backup");
    let (composed, apart) = ("caf\u{e9} au lait", "cafe\u{301} au lait");
    for (made_with, typed) in [(composed, apart), (apart, composed), ("\u{feff}a b", "a b"), ("a b", "\u{feff}a b")] {
        backup_under(made_with, &path);
        read(&path, &Passphrase::new(typed.to_owned())).unwrap();
    }
    backup_under(composed, &path);
    let wrong = read(&path, &Passphrase::new("cafe au lait".to_owned()));
    assert!(matches!(wrong, Err(ReadError::WrongPassphrase)), "{wrong:?}");
}

/// `marked.backup`: of a version that took the byte order mark of a passphrase file for a part of the passphrase.
#[test]
fn a_backup_made_with_a_byte_order_mark_in_its_passphrase_still_opens() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors/wallet/marked.backup");
    for typed in ["for the backup", "\u{feff}for the backup"] {
        assert!(!read(&path, &Passphrase::new(typed.to_owned())).unwrap().is_empty(), "{typed:?}");
    }
}
