use idw_wallet::{
    CreateOptions, ExportAs, FoundSite, IfNeeded, ImportedKey, Passphrase, Password, Problem, RecoveryPhrase, Wallet,
    view::AccountKind,
};

use crate::{fixture, said};

#[test]
fn the_main_account_is_the_one_that_other_wallets_make_of_the_phrase() {
    let fixture = fixture();
    let main = fixture.wallet.account(None).unwrap();
    assert_eq!(main.name, "main");
    assert_eq!(main.address, "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
    assert_eq!(main.did, "did:eth:0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266");
    assert_eq!(main.path, "m/44'/60'/0'/0/0");
    assert_eq!(main.kind, AccountKind::Named);
    let same = fixture.wallet.account(Some("0xF39FD6E51AAD88F6F4CE6AB8827279CFFFB92266")).unwrap();
    assert_eq!(same, main, "an account is known by its address too, in any case");
}

#[test]
fn a_site_has_a_key_of_its_own() {
    let fixture = fixture();
    for host in ["one", "two"] {
        let config = format!(
            r#"{{"website":{{"name":"{host}","url":"https://{host}.example"}},
            "rootEndpoint":"https://{host}.example/lws","attributes":[]}}"#
        );
        fixture.wallet.add_site(FoundSite::from_config(config.as_bytes()).unwrap(), None).unwrap();
    }
    let accounts = fixture.wallet.accounts().unwrap();
    let dids: std::collections::BTreeSet<_> = accounts.iter().map(|account| account.did.as_str()).collect();
    assert_eq!(dids.len(), 3, "main and two sites, no two alike: {accounts:?}");
    let before = fixture.wallet.site("one").unwrap().account;
    fixture.wallet.remove_site("one").unwrap();
    let config = r#"{"website":{"name":"one again","url":"https://one.example"},
        "rootEndpoint":"https://one.example/lws/","attributes":[]}"#;
    fixture.wallet.add_site(FoundSite::from_config(config.as_bytes()).unwrap(), None).unwrap();
    assert_eq!(fixture.wallet.site("one again").unwrap().account.did, before.did, "the same site, the same key");
}

#[test]
fn an_unknown_account_is_named_in_the_error() {
    let error = fixture().wallet.account(Some("other")).unwrap_err();
    assert_eq!(error.problem(), Problem::NotFound);
    assert!(error.to_string().contains("'other'"), "{error}");
}

#[test]
fn a_second_wallet_is_not_made_over_the_first() {
    let fixture = fixture();
    let dir = fixture.wallet.dir().to_owned();
    let error = Wallet::create(&dir, &crate::password(), CreateOptions::default()).unwrap_err();
    assert_eq!(error.problem(), Problem::Exists, "{error}");
    let fixture = fixture.reopened();
    assert_eq!(fixture.wallet.accounts().unwrap().len(), 1, "the first is intact");
}

#[test]
fn a_wrong_password_is_told_as_such_and_the_right_one_still_works() {
    let fixture = fixture();
    let dir = fixture.wallet.dir().to_owned();
    let locked = fixture.wallet.lock().unwrap();
    let (locked, error) = locked.unlock(&Password::new("wrong".to_owned())).unwrap_err();
    assert_eq!(error.problem(), Problem::WrongPassword);
    let wallet = locked.unlock(&crate::password()).map_err(|(_, e)| e).unwrap();
    assert_eq!(wallet.dir(), dir);
}

#[test]
fn no_debug_output_shows_a_phrase() {
    let phrase = RecoveryPhrase::parse(crate::PHRASE).unwrap();
    assert_eq!(format!("{phrase:?}"), "RecoveryPhrase([redacted])");
    let shown = format!("{:?}", fixture().wallet);
    assert!(!shown.contains("junk"), "{shown}");
}

/// A keystore file of ethers' tests that opens with "foo" at once.
const KEYSTORE: &str = r#"{"address":"17c5185167401ed00cf5f5b2fc97d9bbfdb7d025","version":3,"Crypto":{
    "cipher":"aes-128-ctr","cipherparams":{"iv":"deadbeef1deadbeef2deadbeef301234"},
    "ciphertext":"cea502df4b9405fa2b6d8d19ec4e2953c5ce08e0e01d4c0292512ce62baef8f3","kdf":"scrypt",
    "kdfparams":{"salt":"abcd1abcd2abcd3abcd4abcd5abcd6ef","n":1024,"dklen":32,"p":2,"r":4},
    "mac":"6e0a8e2409261d464e35a251f4b1fddd6ad0f7045a18d3957c127387f1c0de72"}}"#;
const KEYSTORE_SECRET: &str = "0x4242424242424242424242424242424242424242424242424242424242424242";
const KEYSTORE_ADDRESS: &str = "0x17c5185167401eD00cF5F5b2fc97D9BBfDb7D025";

fn keystore(passphrase: &str) -> ImportedKey {
    ImportedKey::Keystore { json: KEYSTORE.into(), passphrase: Passphrase::new(passphrase.to_owned()) }
}

fn raw(text: &str) -> ImportedKey {
    ImportedKey::RawHex(text.to_owned().into())
}

fn phrase(words: &str, index: u32) -> ImportedKey {
    ImportedKey::Phrase { phrase: RecoveryPhrase::parse(words).unwrap(), index }
}

fn add_site(wallet: &Wallet, name: &str) {
    let config = format!(
        r#"{{"website":{{"name":"{name}","url":"https://one.example"}},"rootEndpoint":"https://one.example/lws",
        "attributes":[]}}"#
    );
    wallet.add_site(FoundSite::from_config(config.as_bytes()).unwrap(), None).unwrap();
}

fn names(wallet: &Wallet) -> Vec<String> {
    wallet.accounts().unwrap().into_iter().map(|account| account.name).collect()
}

fn log_ends_with(wallet: &Wallet, expected: &str) {
    assert_eq!(said(&wallet.activity().unwrap().last().unwrap().text), expected);
}

#[test]
fn new_accounts_are_the_next_ones_of_the_phrase() {
    let fixture = fixture();
    let work = fixture.wallet.new_account(Some(" work ")).unwrap();
    assert_eq!((work.name.as_str(), work.path.as_str()), ("work", "m/44'/60'/0'/0/1"));
    assert_eq!(work.address, "0x70997970C51812dc3A010C7d01b50e0d17dc79C8", "what other wallets show second");
    let next = fixture.wallet.new_account(None).unwrap();
    assert_eq!((next.name.as_str(), next.path.as_str()), ("account-2", "m/44'/60'/0'/0/2"));
    log_ends_with(&fixture.wallet, "Created account account-2");

    fixture.wallet.remove_account("account-2", IfNeeded::Refuse).unwrap();
    let fixture = fixture.reopened();
    let other = fixture.wallet.new_account(Some("other")).unwrap();
    assert_eq!(other.path, "m/44'/60'/0'/0/3", "the key of a removed account is not given to a new one");
    assert_eq!(names(&fixture.wallet), ["main", "work", "other"]);
    assert!(fixture.wallet.verify_activity().unwrap().intact);
}

#[test]
fn an_imported_raw_key_takes_no_number_of_the_phrase() {
    let fixture = fixture();
    // The key that the phrase gives at index 1.
    let second = "0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d\n";
    let imported = fixture.wallet.import_account(Some("second"), raw(second)).unwrap();
    assert_eq!(imported.kind, AccountKind::Imported);
    assert_eq!(imported.address, "0x70997970C51812dc3A010C7d01b50e0d17dc79C8");
    let next = fixture.wallet.new_account(None).unwrap();
    assert_eq!(next.path, "m/44'/60'/0'/0/2", "an account that is there already is not made again");
}

#[test]
fn keys_come_from_keystores_raw_keys_and_phrases_and_go_out_again() {
    let fixture = fixture();
    let wallet = &fixture.wallet;
    let stored = wallet.import_account(Some("old wallet"), keystore("foo")).unwrap();
    assert_eq!((stored.address.as_str(), stored.path.as_str()), (KEYSTORE_ADDRESS, "imported from a keystore file"));
    log_ends_with(wallet, "Imported account old wallet");
    let foreign = "legal winner thank year wave sausage worth useful legal winner thank yellow";
    let from_phrase = wallet.import_account(None, phrase(foreign, 0)).unwrap();
    assert_eq!(from_phrase.name, "imported-1");
    assert_eq!(from_phrase.path, "imported from another phrase, m/44'/60'/0'/0/0");

    let fixture = fixture.reopened();
    let wallet = &fixture.wallet;
    let out = wallet.export_account("old wallet", &crate::password(), ExportAs::RawKey).unwrap();
    assert_eq!(out.expose_text(), KEYSTORE_SECRET);
    assert!(!format!("{out:?}").contains("4242"), "no debug output shows a key");
    log_ends_with(wallet, "Started to export the unprotected key of account old wallet");
    out.placed().unwrap();
    log_ends_with(wallet, "Exported the unprotected key of account old wallet");

    let form = ExportAs::Keystore { passphrase: Passphrase::new("other words".to_owned()) };
    let out = wallet.export_account(KEYSTORE_ADDRESS, &crate::password(), form).unwrap();
    log_ends_with(wallet, "Started to export account old wallet as a keystore file");
    let second = crate::fixture();
    let passphrase = Passphrase::new("other words".to_owned());
    let again = ImportedKey::Keystore { json: out.expose_text().into(), passphrase };
    assert_eq!(second.wallet.import_account(None, again).unwrap().address, KEYSTORE_ADDRESS);
    assert_eq!(out.placed().unwrap().account.address, KEYSTORE_ADDRESS);
    log_ends_with(wallet, "Exported account old wallet as a keystore file");

    let out = wallet.export_account("main", &crate::password(), ExportAs::Phrase).unwrap();
    assert_eq!(out.expose_text(), crate::PHRASE);
    out.placed().unwrap();
    log_ends_with(wallet, "Exported the recovery phrase");
    let error = wallet.export_account("old wallet", &crate::password(), ExportAs::Phrase).unwrap_err();
    assert_eq!(error.problem(), Problem::Usage, "{error}");
}

#[test]
fn a_sites_own_key_can_be_exported() {
    let fixture = fixture();
    add_site(&fixture.wallet, "one");
    let did = fixture.wallet.account(Some("one")).unwrap().did;
    let out = fixture.wallet.export_account("one", &crate::password(), ExportAs::RawKey).unwrap();
    let second = crate::fixture();
    let imported = second.wallet.import_account(Some("from one"), raw(out.expose_text())).unwrap();
    assert_eq!(imported.did, did);
}

#[test]
fn exports_ask_for_the_password_again() {
    let fixture = fixture();
    let before = fixture.wallet.activity().unwrap().len();
    for form in [ExportAs::RawKey, ExportAs::Phrase] {
        let error = fixture.wallet.export_account("main", &Password::new("wrong".to_owned()), form).unwrap_err();
        assert_eq!(error.problem(), Problem::WrongPassword);
    }
    assert_eq!(fixture.wallet.activity().unwrap().len(), before, "nothing was exported, nothing is logged");
    let error = fixture.wallet.export_account("nobody", &crate::password(), ExportAs::RawKey).unwrap_err();
    assert_eq!(error.problem(), Problem::NotFound);
}

#[test]
fn what_is_no_key_is_told_apart() {
    let fixture = fixture();
    let check = |key: ImportedKey, expected: Problem| {
        let error = fixture.wallet.import_account(None, key).unwrap_err();
        assert_eq!(error.problem(), expected, "{error}");
        assert!(!error.to_string().contains("4242"), "{error}");
    };
    check(keystore("wrong"), Problem::WrongPassword);
    let damaged = ImportedKey::Keystore { json: KEYSTORE[1..].into(), passphrase: Passphrase::new(String::new()) };
    check(damaged, Problem::Usage);
    check(raw("4242"), Problem::Usage);
    check(raw(&"0".repeat(64)), Problem::Usage);
    check(phrase(crate::PHRASE, 1 << 31), Problem::Usage);
    check(phrase(crate::PHRASE, 0), Problem::Exists);
    assert_eq!(names(&fixture.wallet), ["main"]);
}

#[test]
fn an_account_of_the_wallets_own_phrase_is_derived_not_kept() {
    let fixture = fixture();
    let five = fixture.wallet.import_account(Some("five"), phrase(crate::PHRASE, 5)).unwrap();
    assert_eq!((five.kind, five.path.as_str()), (AccountKind::Named, "m/44'/60'/0'/0/5"));
    fixture.wallet.remove_account("five", IfNeeded::Refuse).unwrap();
    let again = fixture.wallet.import_account(Some("five"), phrase(crate::PHRASE, 5)).unwrap();
    assert_eq!(again.did, five.did, "a removed account comes back from the phrase");
}

#[test]
fn a_key_is_in_the_wallet_once() {
    let fixture = fixture();
    fixture.wallet.import_account(Some("old"), keystore("foo")).unwrap();
    let error = fixture.wallet.import_account(Some("new"), raw(KEYSTORE_SECRET)).unwrap_err();
    assert_eq!(error.problem(), Problem::Exists);
    assert!(error.to_string().contains("'old'"), "{error}");
}

#[test]
fn names_mean_one_thing() {
    let fixture = fixture();
    add_site(&fixture.wallet, "Bank");
    fixture.wallet.new_account(Some("work")).unwrap();
    let check = |name: &str, expected: Problem| {
        let error = fixture.wallet.new_account(Some(name)).unwrap_err();
        assert_eq!(error.problem(), expected, "{name:?}: {error}");
        let error = fixture.wallet.rename_account("work", name).unwrap_err();
        assert_eq!(error.problem(), expected, "{name:?}: {error}");
    };
    check("MAIN", Problem::Exists);
    check("bank", Problem::Exists);
    check("work", Problem::Exists);
    check("", Problem::Usage);
    check("did:eth:0x17c5185167401ed00cf5f5b2fc97d9bbfdb7d025", Problem::Usage);
    assert_eq!(fixture.wallet.account(Some("WORK")).unwrap().name, "work", "found in any case");

    let config = r#"{"website":{"name":"work","url":"https://two.example"},"rootEndpoint":"https://two.example/lws"}"#;
    let found = || FoundSite::from_config(config.as_bytes()).unwrap();
    assert_eq!(fixture.wallet.add_site(found(), Some("Work")).unwrap_err().problem(), Problem::Exists);
    let added = fixture.wallet.add_site(found(), None).unwrap();
    assert_eq!(added.site.name, "work (two.example)", "a site cannot pass itself off as an account");
}

#[test]
fn accounts_are_renamed_and_removed_but_for_the_main_one() {
    let fixture = fixture();
    add_site(&fixture.wallet, "one");
    fixture.wallet.new_account(Some("work")).unwrap();
    let renamed = fixture.wallet.rename_account("work", "Work").unwrap();
    assert_eq!(renamed.name, "Work");
    let renamed = fixture.wallet.rename_account("work", "play").unwrap();
    log_ends_with(&fixture.wallet, "Renamed account Work to play");
    assert_eq!(renamed.path, "m/44'/60'/0'/0/1");

    for (name, expected) in [("main", Problem::Usage), ("one", Problem::Usage), ("work", Problem::NotFound)] {
        assert_eq!(fixture.wallet.rename_account(name, "x").unwrap_err().problem(), expected, "{name}");
        assert_eq!(fixture.wallet.remove_account(name, IfNeeded::Remove).unwrap_err().problem(), expected, "{name}");
    }
    fixture.wallet.remove_account("play", IfNeeded::Refuse).unwrap();
    log_ends_with(&fixture.wallet, "Removed account play");
    assert_eq!(names(&fixture.wallet), ["main", "one"]);
}

#[test]
fn an_imported_key_is_not_lost_by_accident() {
    let fixture = fixture();
    let wallet = &fixture.wallet;
    wallet.import_account(Some("old"), keystore("foo")).unwrap();
    let error = wallet.remove_account("old", IfNeeded::Refuse).unwrap_err();
    assert_eq!(error.problem(), Problem::Usage);
    assert!(crate::explained(&error).contains("Export the key first"), "{error}");
    // An export that arrived nowhere is none.
    drop(wallet.export_account("old", &crate::password(), ExportAs::RawKey).unwrap());
    log_ends_with(wallet, "Started to export the unprotected key of account old");
    assert!(!wallet.account_removal("old").unwrap().exported);
    assert_eq!(wallet.remove_account("old", IfNeeded::Refuse).unwrap_err().problem(), Problem::Usage);
    // Renamed meanwhile, it is still the account that was exported.
    let exported = wallet.export_account("old", &crate::password(), ExportAs::RawKey).unwrap();
    wallet.rename_account("old", "older").unwrap();
    exported.placed().unwrap();
    wallet.remove_account("older", IfNeeded::Refuse).unwrap();

    wallet.import_account(Some("old"), keystore("foo")).unwrap();
    wallet.remove_account("old", IfNeeded::Remove).unwrap();
    assert_eq!(names(wallet), ["main"]);
}
