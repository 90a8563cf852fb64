//! A real site, from the window.

use idw_relying_party::{Config, SqliteStore, router};
use serde_json::{Value, json};
use tauri::{
    Manager as _,
    async_runtime::{block_on, spawn},
    ipc::Channel,
};

use super::Window;
use crate::{commands::disclosure::approve, state::AppState};

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
        let proposal = self.call("propose", json!({ "intent": intent })).unwrap();
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
            json!({ "intent": { "purpose": "logIn", "site": "shop", "account": null, "template": null } })
        ),
        "notFound"
    );
}
