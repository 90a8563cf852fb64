//! The client in Python, which shares no code with the service, over TLS and with wallets that answer from elsewhere.

use std::process::Stdio;

use idw_autheid::Room;
use idw_autheid::sign::Form;
use idw_autheid::wire::AnswerCall;
use idw_eid_server::database::NewRp;
use jiff::Timestamp;
use serde_json::Value;
use tokio::process::Command;
use tokio::task::JoinSet;

use super::server::Server;
use super::tls::secured;
use super::wallet::Wallet;

/// What the user declines: `NO` in `rp.py`.
const NO: &str = "Say no";
/// So many numbered domains the users' emails have: `DOMAINS` in `rp.py`.
const DOMAINS: u32 = 8;
/// What is asked under this name is shown to nobody.
const BLOCKED: &str = "Blocked";

/// Answers for one email, for ever.
async fn answer(wallet: Wallet) {
    let mut cursor = String::new();
    loop {
        let listing: Value = wallet.read(&format!("?wait=50&after={cursor}")).await.json();
        listing["cursor"].as_str().expect("a cursor").clone_into(&mut cursor);
        for request in listing["requests"].as_array().expect("a list") {
            if request["rp"]["name"] == BLOCKED {
                continue;
            }
            let listed: idw_autheid::wire::Listed = serde_json::from_value(request.clone()).expect("a request");
            let call = if request["title"] == NO { AnswerCall::declined() } else { wallet.yes(&listed) };
            let reply = wallet.answer(&listed.id, &call).await;
            // Meanwhile the RP may have taken it back.
            assert!([200, 409].contains(&reply.status), "{reply:?}");
        }
    }
}

/// Runs the client against a server, and gives what it said.
async fn rows(server: &Server, url: &str, certificates: &std::path::Path) -> String {
    let mut keys = Vec::new();
    for (name, open) in [("Party", 100), ("Another", 100), (BLOCKED, 100), ("Kiosk", 2)] {
        let room = Room { open, ..Room::default() };
        let new = NewRp { name: name.to_owned(), form: Form::X509, matching: false, room };
        let (_, key) = server.database.add_rp(new, Timestamp::now()).await.unwrap();
        keys.push(key.expose_text().to_owned());
    }
    let numbered =
        |who: &'static str, domain: &'static str| (0..DOMAINS).map(move |at| format!("{who}@{domain}{at}.example"));
    let emails = ["approve", "decline", "slow", "unverified"]
        .into_iter()
        .flat_map(|who| numbered(who, "row"))
        .chain(["approve", "decline"].into_iter().flat_map(|who| numbered(who, "spelt")))
        .chain(["approve@same.example".to_owned()]);
    let mut wallets = JoinSet::new();
    for email in emails {
        wallets.spawn(answer(Wallet::bound(server, &email).await));
    }
    let client = concat!(env!("CARGO_MANIFEST_DIR"), "/../autheid/tests/clients/rest.py");
    let mut python = Command::new("python3");
    python.arg(client).arg(url).env("IDW_EID_WALLET_KEYS", keys.join(" ")).env("IDW_EID_CA", certificates);
    let output = python.stdin(Stdio::null()).kill_on_drop(true).output().await.expect("python3 was there a moment ago");
    let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(output.status.success(), "{said}");
    let ended = wallets.try_join_next();
    assert!(ended.is_none(), "a wallet ended: {ended:?}");
    said
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_client_in_python_finds_every_rule_kept_over_tls() {
    let version = Command::new("python3").arg("--version").output().await;
    if !version.is_ok_and(|version| version.status.success()) {
        println!("There is no python3 here; its client is left out.");
        return;
    }
    let files = tempfile::tempdir().unwrap();
    let (server, certificates) = secured(files.path()).await;
    let said = rows(&server, &format!("https://localhost:{}", server.address.port()), &certificates).await;
    let count = said.split(' ').next().and_then(|rows| rows.parse::<u32>().ok());
    assert!(count >= Some(40), "few rows were carried out: {said}");
}
