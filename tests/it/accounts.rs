//! Accounts from and to other wallets, as a script does it.

use std::fs;

use idw_journeys::Home;

/// A keystore file of ethers' tests, its passphrase, the key in it and the key's address.
const KEYSTORE: &str = r#"{"address":"17c5185167401ed00cf5f5b2fc97d9bbfdb7d025","version":3,"Crypto":{
    "cipher":"aes-128-ctr","cipherparams":{"iv":"deadbeef1deadbeef2deadbeef301234"},
    "ciphertext":"cea502df4b9405fa2b6d8d19ec4e2953c5ce08e0e01d4c0292512ce62baef8f3","kdf":"scrypt",
    "kdfparams":{"salt":"abcd1abcd2abcd3abcd4abcd5abcd6ef","n":1024,"dklen":32,"p":2,"r":4},
    "mac":"6e0a8e2409261d464e35a251f4b1fddd6ad0f7045a18d3957c127387f1c0de72"}}"#;
const SECRET: &str = "0x4242424242424242424242424242424242424242424242424242424242424242";
const ADDRESS: &str = "0x17c5185167401eD00cF5F5b2fc97D9BBfDb7D025";

#[test]
fn a_keystore_goes_in_and_comes_out() {
    let home = Home::with_vault();
    let file = |name: &str, text: &str| home.write_outside(name, text.as_bytes()).display().to_string();
    let keystore = file("old.json", KEYSTORE);
    let (right, wrong) = (file("right", "foo\n"), file("wrong", "bar"));
    home.fails(3, ["account", "import", "--keystore", &keystore, "--passphrase-file", &wrong]);
    home.fails(2, ["account", "import", "--keystore", &keystore]);
    home.fails(2, ["account", "import", "--ask-raw-key", "--passphrase-file", &right]);
    home.fails(2, ["account", "import", "--keystore", &keystore, "--index", "1"]);
    let imported = home.ok(["account", "import", "old", "--keystore", &keystore, "--passphrase-file", &right]);
    assert_eq!(imported["address"], ADDRESS);
    assert_eq!(imported["kind"], "imported");

    let out = home.path().join("out.json");
    let export = |more: &[&str]| {
        let mut words = vec!["account", "export", "old", "--as", "keystore", "--passphrase-file", &wrong, "--out"];
        words.push(out.to_str().expect("a temporary folder has a plain name"));
        words.extend(more);
        home.run(words)
    };
    let run = export(&["-vv"]);
    assert_eq!(run.code, 0, "{run:?}");
    export(&[]).must_fail(1);
    assert_eq!(export(&["--force"]).code, 0, "--force replaces the file");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(&out).expect("the file that was written").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "the file is its owner's alone");
    }
    let text = fs::read_to_string(&out).expect("the file that was written");
    assert!(!text.contains(&SECRET[2..]), "the key is sealed");

    let second = Home::with_vault();
    let out = out.display().to_string();
    let again = second.ok(["account", "import", "--keystore", &out, "--passphrase-file", &wrong]);
    assert_eq!(again["did"], imported["did"], "what was written opens elsewhere");
}

#[test]
fn secrets_come_out_only_when_asked_for() {
    let home = Home::with_vault();
    let key = home.write_outside("key", SECRET.as_bytes()).display().to_string();
    let run = home.run(["-vv", "account", "import", "old", "--raw-key-file", &key]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let shown = home.run(["-vv", "account", "show", "old"]);
    for text in [&run.stdout, &run.stderr, &shown.stdout, &shown.stderr] {
        assert!(!text.contains(&SECRET[2..]), "{text}");
    }
    home.fails(2, ["account", "remove", "old"]);
    let run = home.run(["-vv", "account", "export", "old", "--as", "raw-key"]);
    assert_eq!(run.stdout.trim(), SECRET);
    assert!(!run.stderr.contains(&SECRET[2..]), "{}", run.stderr);
    home.ok(["account", "remove", "old"]);
    home.fails(2, ["account", "import", SECRET, "--raw-key-file", &key]);

    let wrong = home.run_with_input(&["--password-fd", "0", "account", "export", "main", "--as", "phrase"], b"wrong");
    wrong.must_fail(3);
}

#[test]
fn a_phrase_gives_its_accounts() {
    let home = Home::with_vault();
    let words = "test test test test test test test test test test test junk\n";
    let phrase = home.write_outside("phrase", words.as_bytes()).display().to_string();
    let second = home.ok(["account", "import", "hh", "--phrase-file", &phrase, "--index", "1"]);
    assert_eq!(second["address"], "0x70997970C51812dc3A010C7d01b50e0d17dc79C8");

    let own = home.ok(["account", "export", "main", "--as", "phrase"]);
    let restored = home.write_outside("own", own["secret"].as_str().expect("the words").as_bytes());
    let new = home.ok(["account", "new", "work"]);
    home.ok(["account", "rename", "work", "play"]);
    home.ok(["account", "remove", "play"]);
    let path = restored.display().to_string();
    let again = home.ok(["account", "import", "work", "--phrase-file", &path, "--index", "1"]);
    assert_eq!(again["did"], new["did"], "an account of the wallet's own phrase comes back");
    home.fails(2, ["account", "remove", "main"]);
}
