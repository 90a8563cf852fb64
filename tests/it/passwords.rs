//! The ways a script can give the password.

use std::fs;

use idw_journeys::{Home, copy_folder, repository};

#[test]
fn through_a_descriptor() {
    let home = Home::with_vault();
    for input in ["correct horse battery staple", "correct horse battery staple\n"] {
        let run = home.run_with_input(&["--password-fd", "0", "attribute", "list"], input.as_bytes());
        assert_eq!(run.code, 0, "{run:?}");
    }
    let run = home.run_with_input(&["--password-fd", "0", "attribute", "list"], b"wrong");
    run.must_fail(3);
}

#[test]
fn without_one_and_without_a_terminal_it_does_not_wait() {
    let home = Home::with_vault();
    let run = home.run_with_input(&["attribute", "list"], b"");
    run.must_fail(3);
}

#[test]
fn a_vault_is_made_for_its_owner_alone() {
    let home = Home::with_vault();
    let metadata = fs::metadata(home.vault()).expect("the vault's folder");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(metadata.permissions().mode() & 0o077, 0);
    }
    assert!(metadata.is_dir());
}

const PASSWORD: &str = "correct horse battery staple";

fn utf16(text: &str) -> Vec<u8> {
    "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

#[test]
fn files_from_notepad_are_read_or_named() {
    let home = Home::with_vault();
    let file = |name: &str, bytes: &[u8]| home.write_outside(name, bytes).display().to_string();
    home.ok_in(&home.vault(), &format!("\u{feff}{PASSWORD}\r\n"), ["account", "list"]);
    let marked = file("marked", format!("\u{feff}{PASSWORD}\r\n").as_bytes());
    home.ok(["password", "change", "--new-password-file", &marked]);
    home.ok(["account", "list"]);

    let wide = file("wide", &utf16(PASSWORD));
    let named = |words: &[&str]| {
        let said = home.fails(2, words);
        assert!(said.contains("saved as UTF-16") && said.contains("ave it as UTF-8"), "{words:?}: {said}");
    };
    named(&["password", "change", "--new-password-file", &wide]);
    named(&["account", "import", "--raw-key-file", &wide]);
    named(&["account", "import", "--phrase-file", &wide]);
    named(&["account", "import", "--keystore", &wide, "--passphrase-file", &marked]);
    named(&["account", "import", "--keystore", &marked, "--passphrase-file", &wide]);
    named(&["account", "export", "main", "--as", "keystore", "--passphrase-file", &wide]);
    named(&["backup", "create", &home.path().join("b").display().to_string(), "--passphrase-file", &wide]);
    let json = file("wide.json", &utf16("{ \"format\": 1 }"));
    named(&["attribute", "import", &json]);
    named(&["site", "add", "--config", &json]);
    for words in [["account", "list"], ["attribute", "mrz"]] {
        let words = ["--password-fd", "0"].iter().chain(&words).copied().collect::<Vec<_>>();
        let run = home.run_with_input(&words, &utf16(PASSWORD));
        assert!(run.stderr.contains("saved as UTF-16"), "{run:?}");
        run.must_fail(2);
    }
}

#[test]
fn a_vault_and_a_backup_made_with_a_byte_order_mark_still_open() {
    let vectors = repository().join("tests/vectors");
    let home = Home::empty();
    let (vault, restored) = (home.path().join("marked"), home.path().join("restored"));
    copy_folder(&vectors.join("vault/marked"), &vault);
    let backup = vectors.join("wallet/marked.backup").display().to_string();
    let passphrase =
        |mark: &str| home.write_outside("passphrase", format!("{mark}for the backup").as_bytes()).display().to_string();
    for mark in ["", "\u{feff}"] {
        home.ok_in(&vault, &format!("{mark}{PASSWORD}"), ["account", "list"]);
        home.ok(["backup", "test", &backup, "--passphrase-file", &passphrase(mark)]);
    }
    home.ok_in(&restored, PASSWORD, ["backup", "restore", &backup, "--passphrase-file", &passphrase("")]);
    home.ok_in(&restored, PASSWORD, ["account", "list"]);
}

#[test]
fn a_password_typed_on_a_mac_opens_what_was_made_elsewhere() {
    let (composed, apart) = ("caf\u{e9} au lait, Z\u{fc}rich", "cafe\u{301} au lait, Zu\u{308}rich");
    let home = Home::with_vault();
    let file = |name: &str, text: &str| home.write_outside(name, text.as_bytes()).display().to_string();
    let (of_composed, of_apart) = (file("composed", composed), file("apart", apart));
    home.ok(["password", "change", "--new-password-file", &of_apart]);
    for password in [composed, apart] {
        home.ok_in(&home.vault(), password, ["account", "list"]);
        home.ok_in(&home.vault(), password, ["account", "export", "main", "--as", "raw-key"]);
    }
    let backup = home.path().join("b").display().to_string();
    let words = ["backup", "create", &backup, "--passphrase-file", &of_composed];
    home.ok_in(&home.vault(), composed, words);
    home.ok(["backup", "test", &backup, "--passphrase-file", &of_apart]);
}
