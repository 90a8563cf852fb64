//! A real site, from the window.

use idw_relying_party::{Config, SqliteStore, router};
use serde_json::{Value, json};
use tauri::{
    Manager as _,
    async_runtime::{block_on, spawn},
    ipc::Channel,
};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    join,
    net::TcpListener,
};

use super::{Window, said};
use crate::{
    commands::{disclosure::approve, shell::cancel_wait, sites::add_site},
    failure::FailureCode,
    state::AppState,
};

const DESCRIPTION: &str = r#"{
    "website": {"name": "Sample Shop", "url": "https://shop.example"}, "rootEndpoint": "/lws", "did": true,
    "endpoints": {"/users": false},
    "attributes": ["http://platform.selfkey.org/schema/attribute/first-name.json"]
}"#;

/// A site that asks for nothing, by its address.
fn shop() -> String {
    block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let website = format!("http://{}", listener.local_addr().unwrap());
        let mut config = Config::sample(website.parse().unwrap()).unwrap();
        config.attributes.clear();
        let site = router(config, SqliteStore::in_memory().unwrap()).unwrap();
        spawn(async move { axum::serve(listener, site).await });
        format!("{website}/lws")
    })
}

impl Window {
    /// The id of what would be sent.
    fn propose(&self, purpose: &str) -> String {
        let intent = json!({ "purpose": purpose, "site": "shop", "account": null, "template": null });
        let proposal = self.call("propose", json!({ "wait": "1", "intent": intent })).unwrap();
        assert_eq!(proposal["consent"]["items"], json!([]), "{proposal}");
        proposal["id"].as_str().unwrap().to_owned()
    }

    fn sites(&self) -> usize {
        self.ask("list_sites").as_array().unwrap().len()
    }
}

/// What is known of a site at the end of a login is noted with the site, where it is still there.
#[test]
fn a_site_that_is_removed_during_a_login_stays_removed() {
    let window = Window::with_vault();
    window.call("add_site", json!({ "wait": "1", "url": shop(), "name": "shop" })).unwrap();
    let signed_up: Value = {
        let id = window.propose("signUp");
        window
            .call("approve", json!({ "id": id, "choices": [], "number": null, "onProgress": "__CHANNEL__:1" }))
            .unwrap()
    };
    assert_eq!(signed_up["purpose"], "signUp");
    assert_eq!(window.sites(), 1);

    let id = window.propose("logIn");
    let app = window.app.handle().clone();
    let page = Channel::new(move |_| {
        let wallet = app.state::<AppState>().wallet().unwrap();
        // At the first step; there is nothing left to remove at the others.
        let _ = wallet.remove_site("shop");
        Ok(())
    });
    block_on(approve(window.state(), id, Vec::new(), None, page)).expect("the site has let the user in");
    assert_eq!(window.sites(), 0);
    assert_eq!(
        window.code(
            "propose",
            json!({ "wait": "1", "intent": { "purpose": "logIn", "site": "shop", "account": null, "template": null } })
        ),
        "notFound"
    );
}

/// The line is closed when the user cancels, and not only the form.
#[test]
fn a_site_that_does_not_answer_is_cancelled_in_the_wallet_too() {
    let window = Window::with_vault();
    let added = block_on(async {
        let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = silent.local_addr().unwrap().to_string();
        let asking = add_site(window.state(), "wait-1".to_owned(), address, None);
        let cancelling = async {
            let (mut line, _) = silent.accept().await.unwrap();
            let mut heard = [0; 4096];
            assert!(line.read(&mut heard).await.unwrap() > 0, "the wallet asks");
            cancel_wait(window.state(), "wait-1".to_owned()).await.unwrap();
            // Ends when the wallet has closed the line.
            while line.read(&mut heard).await.is_ok_and(|read| read > 0) {}
            drop(line.shutdown().await);
        };
        join!(asking, cancelling).0
    });
    assert_eq!(added.unwrap_err().code, FailureCode::Stopped);
    assert_eq!(window.sites(), 0);
}

/// Commands begin on several threads: the cancellation can be there first.
#[test]
fn a_site_that_was_cancelled_before_it_was_asked_is_not_asked() {
    let window = Window::with_vault();
    window.call("cancel_wait", json!({ "id": "wait-1" })).unwrap();
    // Nobody is at this address: asked, it would be unreachable.
    let args = |wait: &str| json!({ "wait": wait, "url": "127.0.0.1:9", "name": null });
    assert_eq!(window.code("add_site", args("wait-1")), "stopped");
    assert_eq!(window.code("add_site", args("wait-2")), "unreachable");
}

#[test]
fn locking_ends_what_waits_for_a_site() {
    let window = Window::with_vault();
    let added = block_on(async {
        let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = silent.local_addr().unwrap().to_string();
        let asking = add_site(window.state(), "wait-1".to_owned(), address, None);
        let locking = async {
            let _line = silent.accept().await.unwrap();
            drop(window.state().close());
        };
        join!(asking, locking).0
    });
    assert_eq!(added.unwrap_err().code, FailureCode::Locked);
}

#[test]
fn a_site_is_added_by_its_description() {
    let window = Window::with_vault();
    let token = window.choose("lws.json", DESCRIPTION.as_bytes());
    let added = window.call("add_site_from_file", json!({ "token": token, "name": null })).unwrap();
    assert_eq!(added["site"]["name"], "Sample Shop");
    assert_eq!(added["site"]["offers"], json!(["logIn", "apply"]));
    let again = window.call("add_site_from_text", json!({ "text": DESCRIPTION, "name": "shop" })).unwrap();
    assert_eq!((&again["renewed"], &again["site"]["id"]), (&json!(true), &added["site"]["id"]));
    assert_eq!(window.sites(), 1);
    assert_eq!(window.call("site_requests", json!({ "site": added["site"]["id"] })).unwrap(), json!([]));
}

#[test]
fn what_is_no_description_is_refused() {
    let window = Window::with_vault();
    let check = |bytes: &[u8], says: &str| {
        let token = window.choose("lws.json", bytes);
        let failure = window.call("add_site_from_file", json!({ "token": token, "name": null })).unwrap_err();
        assert_eq!(failure["code"], "usage", "{failure}");
        assert!(said(&failure["message"]).contains(says), "{failure}");
    };
    check(b"shop.example", "cannot use the site’s description");
    check(&DESCRIPTION.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>(), "lws.json is saved as UTF-16");
    check(&vec![b' '; 1_100_000], "too long");
    assert_eq!(window.code("add_site_from_text", json!({ "text": "[]", "name": null })), "usage");
    assert_eq!(window.sites(), 0);
}
