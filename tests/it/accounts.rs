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
    let dash = home.run(["account", "export", "old", "--as", "raw-key", "--out", "-"]);
    assert!(
        dash.stdout.starts_with("0x") && !std::path::Path::new("-").exists(),
        "a dash is standard output: {dash:?}"
    );
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

/// A phrase as it is written down elsewhere.
const PHRASE: [&str; 12] =
    ["test", "test", "test", "test", "test", "test", "test", "test", "test", "test", "test", "junk"];

#[test]
fn phrases_pasted_from_lists_and_grids_are_read() {
    let numbered = |form: fn(usize, &str) -> String| -> String {
        PHRASE.iter().enumerate().map(|(at, word)| form(at + 1, word)).collect()
    };
    let cell = |at: usize| format!("{:>4} {:<10}", at + 1, PHRASE[at]);
    let line = |row: usize| (0..4).map(|column| cell(column * 3 + row)).collect::<String>() + "\n";
    let grid: String = (0..3).map(line).collect();
    let home = Home::with_vault();
    for text in [
        numbered(|n, word| format!("{n}. {word}\r\n")),
        numbered(|n, word| format!("{n}) {}, ", word.to_uppercase())),
        format!("\u{feff}\"{}\"\n", PHRASE.join("\", \"")),
        PHRASE.join("\u{a0}"),
        grid,
    ] {
        let file = home.write_outside("phrase", text.as_bytes()).display().to_string();
        let imported = home.ok(["account", "import", "pasted", "--phrase-file", &file]);
        assert_eq!(imported["address"], "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266", "{text:?}");
        home.ok(["account", "remove", "pasted", "--force"]);
    }
    let file = home.write_outside("phrase", PHRASE.join(" ").replace("junk", "jnuk").as_bytes()).display().to_string();
    let run = home.run(["-vv", "account", "import", "--phrase-file", &file]);
    assert!(run.stderr.contains("Word 12 is not in the English word list"), "{run:?}");
    assert!(!run.stderr.contains("jnuk") && !run.stdout.contains("jnuk"), "{run:?}");
    run.must_fail(2);
}

#[test]
fn the_grid_that_init_prints_is_read_again() {
    let home = Home::empty();
    let password = home.write_outside("new-password", b"correct horse battery staple");
    for words in ["12", "24"] {
        let vault = home.path().join(format!("vault-{words}"));
        let mut init = home.program("idw");
        init.arg("--vault").arg(&vault).arg("--password-file").arg(&password).args(["init", "--words", words]);
        let page = String::from_utf8(init.output().expect("idw starts").stdout).expect("idw prints UTF-8");
        let is_of_grid = |line: &&str| line.trim_start().starts_with(|c: char| c.is_ascii_digit());
        let grid: Vec<&str> = page.lines().filter(is_of_grid).collect();
        let file = home.write_outside("grid", grid.join("\n").as_bytes()).display().to_string();
        let import = ["account", "import", "again", "--phrase-file", &file, "--index", "1"];
        let imported = home.ok_in(&vault, "correct horse battery staple", import);
        // An account of the wallet's own phrase is derived, not imported: the words are the same.
        assert_eq!(imported["kind"], "named", "{grid:#?} {imported}");
    }
}

#[test]
fn a_keystore_file_without_a_passphrase_is_read() {
    let home = Home::with_vault();
    let json = fs::read(idw_journeys::repository().join("tests/vectors/keystore-v3/no-passphrase.json"));
    let keystore = home.write_outside("k.json", &json.expect("the vector")).display().to_string();
    let (nothing, marked) = (home.write_outside("nothing", b"\n"), home.write_outside("marked", b"\xef\xbb\xbf\r\n"));
    for passphrase in [nothing, marked] {
        let passphrase = passphrase.display().to_string();
        let words = ["account", "import", "old", "--keystore", &keystore, "--passphrase-file", &passphrase];
        assert_eq!(home.ok(words)["address"], ADDRESS);
        home.ok(["account", "remove", "old", "--force"]);
    }
    let nothing = home.write_outside("nothing", b"").display().to_string();
    let sealed = home.write_outside("sealed.json", KEYSTORE.as_bytes()).display().to_string();
    let words = ["account", "import", "--keystore", &sealed, "--passphrase-file", &nothing];
    assert!(home.fails(3, words).contains("The passphrase that you gave is empty."));
    // What is made here is never without one.
    home.fails(2, ["account", "export", "main", "--as", "keystore", "--passphrase-file", &nothing]);
}

#[test]
fn a_passphrase_that_ethers_reads_as_another_is_warned_of_and_its_other_form_is_offered() {
    let home = Home::with_vault();
    let typed = home.write_outside("typed", "\u{fb01}nanc\u{e9}".as_bytes()).display().to_string();
    let other = home.write_outside("other", "financ\u{e9}".as_bytes()).display().to_string();
    let export = |out: &str, more: &[&str]| {
        let out = home.path().join(out).display().to_string();
        let words = ["account", "export", "main", "--as", "keystore", "--passphrase-file", &typed, "--out", &out];
        let run = home.run(words.iter().chain(more));
        assert_eq!(run.code, 0, "{run:?}");
        (run.stderr, out)
    };
    let (warned, as_typed) = export("typed.json", &[]);
    assert!(warned.contains("ethers") && warned.contains("--passphrase-nfkc"), "{warned}");
    let (warned, in_nfkc) = export("nfkc.json", &["--passphrase-nfkc"]);
    assert!(!warned.contains("ethers"), "{warned}");
    let second = Home::with_vault();
    let import = |file: &str, passphrase: &str| {
        second.run(["account", "import", "old", "--keystore", file, "--passphrase-file", passphrase])
    };
    // As ethers would: from the NFKC form alone.
    import(&as_typed, &other).must_fail(3);
    for passphrase in [&other, &typed] {
        assert_eq!(import(&in_nfkc, passphrase).code, 0, "{passphrase}");
        second.ok(["account", "remove", "old", "--force"]);
    }
    assert_eq!(import(&as_typed, &typed).code, 0);
    home.fails(2, ["account", "export", "main", "--as", "raw-key", "--passphrase-nfkc"]);
}

#[test]
fn raw_keys_are_read_with_0x_in_capitals_a_byte_order_mark_and_quotes() {
    let home = Home::with_vault();
    for text in [SECRET.replace("0x", "0X"), format!("\u{feff}{SECRET}\r\n"), format!("\"{SECRET}\"\n\n")] {
        let key = home.write_outside("key", text.as_bytes()).display().to_string();
        assert_eq!(home.ok(["account", "import", "old", "--raw-key-file", &key])["address"], ADDRESS, "{text:?}");
        home.ok(["account", "remove", "old", "--force"]);
    }
}
