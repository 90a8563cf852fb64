//! The wallet without a site: accounts, attributes, documents, sites and the log. What it says over the network is
//! tested against a real relying party in the workspace's journeys.

#![allow(clippy::unwrap_used, reason = "a fixture that cannot be made fails the test")]

mod accounts;
mod asking;
mod attributes;
mod backup;
mod before_rules;
mod beyond;
mod borrowed;
mod called;
mod checks;
mod data;
mod documents;
mod eid;
mod eid_fake;
mod eid_service;
mod eid_service_hostile;
mod eid_verified;
mod honeypot;
mod migration;
mod mrz;
mod paging;
mod plain;
mod planted;
mod poisoned;
mod profiles;
mod schemas;
mod selfkey;
mod selfkey_hostile;
mod sessions;
mod sites;
mod standing;
mod takeover;
mod values;

use idw_wallet::{CreateOptions, Explain, FileInput, KdfCost, Password, RecoveryPhrase, SetAttribute, Wallet};
use idw_words::{Language, MessageData, Words};
use tempfile::TempDir;

/// The phrase that Ethereum tools use for tests.
const PHRASE: &str = "test test test test test test test test test test test junk";

/// A wallet in a folder of its own, restored from [`PHRASE`].
struct Fixture {
    dir: TempDir,
    wallet: Wallet,
}

/// What people are told of an error, in English.
fn explained(error: &impl Explain) -> String {
    Words::new(Language::English).tell(&error.explain())
}

fn password() -> Password {
    Password::new("correct horse battery staple".to_owned())
}

fn fixture() -> Fixture {
    // A test's `main` is not ours: what opens documents elsewhere is tested with the programs.
    idw_wallet::open_documents_in_this_process();
    let dir = tempfile::tempdir().unwrap();
    let phrase = RecoveryPhrase::parse(PHRASE).unwrap();
    let options = CreateOptions { cost: KdfCost::Floor, phrase: Some(phrase), ..CreateOptions::default() };
    let (wallet, _) = Wallet::create(&dir.path().join("vault"), &password(), options).unwrap();
    Fixture { dir, wallet }
}

impl Fixture {
    /// Locks the wallet, opens the folder again and unlocks it.
    fn reopened(self) -> Self {
        let Self { dir, wallet } = self;
        drop(wallet.lock().unwrap());
        let wallet = Wallet::open(&dir.path().join("vault")).unwrap().unlock(&password()).map_err(|(_, e)| e).unwrap();
        Self { dir, wallet }
    }
}

/// A message in English.
fn said(message: &MessageData) -> String {
    Words::new(Language::English).tell(message)
}

/// The same, to be compared with literals; empty where there is none.
fn said_if_any<'m>(message: impl Into<Option<&'m MessageData>>) -> &'static str {
    message.into().map_or("", |message| said(message).leak())
}

fn run<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

/// The sample portrait with another quantisation table: a whole picture that differs by `tag` and nothing else.
fn jpeg(tag: u8) -> Vec<u8> {
    let mut bytes = include_bytes!("../../../../assets/samples/passport-selfie.jpg").to_vec();
    let table = bytes.windows(2).position(|marker| marker == [0xFF, 0xDB]).expect("a JPEG has a quantisation table");
    bytes[table + 5] = tag.max(1);
    bytes
}

fn file(path: &str, name: &str, bytes: Vec<u8>) -> (String, FileInput) {
    (path.to_owned(), FileInput::New { name: name.to_owned(), source: Box::new(std::io::Cursor::new(bytes)) })
}

fn text(name: &str, value: &str) -> SetAttribute {
    SetAttribute { name: name.to_owned(), text: Some(value.to_owned()), ..SetAttribute::default() }
}

fn passport(tag: u8) -> SetAttribute {
    SetAttribute {
        name: "passport".to_owned(),
        fields: vec![("issued".to_owned(), "2021-05-05".to_owned()), ("expires".to_owned(), "2031-05-04".to_owned())],
        files: vec![
            file("image", "passport.jpg", jpeg(tag)),
            file("selfie.image", "me.jpg", jpeg(tag.wrapping_add(100))),
        ],
        ..SetAttribute::default()
    }
}
