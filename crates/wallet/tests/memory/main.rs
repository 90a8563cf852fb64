//! What is left in memory when a wallet was locked: nothing.
//!
//! A process of its own unlocks a wallet, reads and changes attributes, signs up to a relying party and exports keys.
//! This test reads all of its memory then, and once more after it has locked the wallet, and looks for every secret.
//!
//! It is a binary of its own because it has the allocator of the programs that hold secrets, which wipes what is
//! freed.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a fixture that cannot be made fails the test")]

mod child;
mod dump;
mod secrets;

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use idw_relying_party::{Config, SqliteStore, router};
use idw_wallet::{CreateOptions, KdfCost, Password, SetAttribute, Wallet};
use zeroizing_alloc::ZeroAlloc;

use secrets::Secret;

#[global_allocator]
static ALLOCATOR: ZeroAlloc<std::alloc::System> = ZeroAlloc(std::alloc::System);

#[test]
fn nothing_is_left_after_locking() {
    let home = tempfile::tempdir().unwrap();
    let secrets = prepare(home.path());
    let _server = serve_relying_party(home.path());
    let mut process = start_child(home.path());
    let mut said = BufReader::new(process.stdout.take().unwrap()).lines().map(Result::unwrap);
    let mut wait_for = |word: &str| assert!(said.any(|line| line.ends_with(word)), "the child did not get to '{word}'");

    wait_for("unlocked");
    let held = dump::find(process.id(), &secrets);
    for secret in &secrets {
        assert!(
            held.iter().any(|found| found.name == secret.name),
            "this test finds what is there, {} as well: {held:#?}",
            secret.name
        );
    }
    process.stdin.as_mut().unwrap().write_all(b"\n").unwrap();
    wait_for("locked");
    let left = dump::find(process.id(), &secrets);
    process.stdin.as_mut().unwrap().write_all(b"\n").unwrap();
    assert!(process.wait().unwrap().success(), "the child ended well");
    println!("found before locking: {}; after: {}", held.len(), left.len());
    assert!(left.is_empty(), "left in memory after locking: {left:#?}");
}

/// A wallet with something in it, made by this process, so that the other has seen nothing of its making.
fn prepare(home: &Path) -> Vec<Secret> {
    let password = secrets::random("password ");
    let (email, first_name) = (secrets::random("canary.") + "@wallet.example", secrets::random_letters());
    std::fs::write(home.join("password"), &password).unwrap();
    std::fs::write(home.join("first-name"), &first_name).unwrap();
    let options = CreateOptions { cost: KdfCost::Floor, ..CreateOptions::default() };
    let (wallet, phrase) = Wallet::create(&home.join("vault"), &Password::from(&*password), options).unwrap();
    let set = |name: &str, text: &str| SetAttribute {
        text: Some(text.to_owned()),
        name: name.to_owned(),
        ..SetAttribute::default()
    };
    wallet.set_attribute(set("email", &email)).unwrap();
    drop(wallet);
    let mut all = secrets::of_phrase(phrase.expose_words());
    all.push(Secret::new("data key", secrets::data_key(&home.join("vault"), &password)));
    all.push(Secret::new("password", password));
    all.push(Secret::new("attribute that was read", email));
    all.push(Secret::new("attribute that was entered", first_name));
    all
}

/// A site in this process; the other one signs up there.
fn serve_relying_party(home: &Path) -> tokio::runtime::Runtime {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
    let website = format!("http://{}", listener.local_addr().unwrap());
    std::fs::write(home.join("site"), format!("{website}/lws")).unwrap();
    let attribute = |name: &str| format!("\"http://platform.selfkey.org/schema/attribute/{name}.json\"");
    let config = format!(
        r#"{{"website": {{"name": "Shop"}}, "attributes": [{}, {}], "templates": []}}"#,
        attribute("email"),
        attribute("first-name")
    );
    let config = Config::read(config.as_bytes(), home, website.parse().unwrap()).unwrap();
    let router = router(config, SqliteStore::in_memory().unwrap()).unwrap();
    runtime.spawn(async move { axum::serve(listener, router).await });
    runtime
}

fn start_child(home: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["child::works_and_locks", "--exact", "--ignored", "--nocapture"])
        .env("IDW_MEMORY_HOME", home)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}
