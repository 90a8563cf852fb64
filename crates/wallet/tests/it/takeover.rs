//! Sites that say they are others.

use std::sync::{Arc, Mutex};

use axum::{Json, Router, routing::get};
use idw_wallet::{Intent, Problem, Selection, Wallet, view::ChangeView, view::Purpose};
use serde_json::{Value, json};

use crate::{fixture, text};

/// A site that describes itself as it is told to.
struct Site {
    origin: String,
    description: Arc<Mutex<Value>>,
}

impl Site {
    async fn start() -> Self {
        let description = Arc::new(Mutex::new(Value::Null));
        let shown = Arc::clone(&description);
        let config = get(move || {
            let shown = shown.lock().unwrap().clone();
            async { Json(shown) }
        });
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let router = Router::new().route("/lws/config", config);
        tokio::spawn(async move { axum::serve(listener, router).await });
        let site = Self { origin, description };
        site.says(&site.origin, &site.root(), "Shop");
        site
    }

    fn root(&self) -> String {
        format!("{}/lws", self.origin)
    }

    fn says(&self, website: &str, root: &str, name: &str) {
        let asked = ["http://platform.selfkey.org/schema/attribute/first-name.json"];
        let website = json!({"name": name, "url": website});
        *self.description.lock().unwrap() =
            json!({"website": website, "rootEndpoint": root, "attributes": asked, "did": true});
    }

    async fn add_to(&self, wallet: &Wallet) -> Result<idw_wallet::view::SiteAdded, idw_wallet::SiteError> {
        wallet.add_site(wallet.find_site(&self.root()).await.unwrap(), None)
    }
}

#[tokio::test]
async fn a_name_that_is_an_address_does_not_lead_there() {
    let (bank, thief) = (Site::start().await, Site::start().await);
    for known_first in [true, false] {
        let fixture = fixture();
        thief.says(&thief.origin, &thief.root(), &bank.root());
        if known_first {
            bank.add_to(&fixture.wallet).await.unwrap();
        }
        let added = thief.add_to(&fixture.wallet).await.unwrap();
        assert!(!added.site.name.contains("://"), "{}", added.site.name);
        assert_eq!(fixture.wallet.site(&added.site.name).unwrap(), added.site);
        let found = fixture.wallet.site(&bank.root());
        if known_first {
            assert_eq!(found.unwrap().root, bank.root());
        } else {
            assert_eq!(found.unwrap_err().problem(), Problem::NotFound);
        }
        let again = fixture.wallet.find_site(&thief.root()).await.unwrap();
        assert_eq!(fixture.wallet.add_site(again, Some(&bank.root())).unwrap_err().problem(), Problem::Usage);
    }
}

#[tokio::test]
async fn a_website_elsewhere_is_no_address_of_a_site() {
    let (bank, thief) = (Site::start().await, Site::start().await);
    let fixture = fixture();
    thief.says(&bank.origin, &thief.root(), "AAA");
    let added = thief.add_to(&fixture.wallet).await.unwrap();
    assert_eq!(added.site.url, thief.root(), "it is not shown with that address");
    assert_eq!(fixture.wallet.site(&bank.origin).unwrap_err().problem(), Problem::NotFound);
    bank.add_to(&fixture.wallet).await.unwrap();
    assert_eq!(fixture.wallet.site(&bank.origin).unwrap().root, bank.root());
}

#[tokio::test]
async fn nobody_but_the_site_itself_renews_what_is_known_of_it() {
    let (bank, thief) = (Site::start().await, Site::start().await);
    let fixture = fixture();
    let before = bank.add_to(&fixture.wallet).await.unwrap().site;
    thief.says(&bank.origin, &bank.root(), "Shop");
    let error = thief.add_to(&fixture.wallet).await.unwrap_err();
    assert_eq!(error.problem(), Problem::Usage);
    assert!(error.to_string().contains(&bank.root()) && error.to_string().contains(&thief.origin), "{error}");
    assert_eq!(fixture.wallet.sites().unwrap(), [before]);
    assert!(bank.add_to(&fixture.wallet).await.unwrap().renewed, "it can itself");
}

#[tokio::test]
async fn a_claimed_root_is_no_address_before_the_site_itself_is_known() {
    let (bank, thief) = (Site::start().await, Site::start().await);
    let fixture = fixture();
    thief.says(&bank.origin, &bank.root(), "Shop");
    thief.add_to(&fixture.wallet).await.unwrap();
    assert_eq!(fixture.wallet.site(&bank.root()).unwrap_err().problem(), Problem::NotFound);
    assert_eq!(fixture.wallet.site(&thief.root()).unwrap().name, "Shop", "the address that the user gave");
}

#[tokio::test]
async fn what_was_shown_when_a_site_was_added_is_what_a_first_yes_covers() {
    let shop = Site::start().await;
    let fixture = fixture();
    let wallet = &fixture.wallet;
    wallet.set_attribute(text("first-name", "Ada")).unwrap();
    wallet.set_attribute(text("email", "ada@mail.example")).unwrap();
    let name = shop.add_to(wallet).await.unwrap().site.name;
    let intent = Intent { purpose: Purpose::SignUp, site: name, account: None, template: None, include: vec![] };
    let proposal = wallet.propose(intent.clone()).await.unwrap();
    assert!(!proposal.view().changed && proposal.view().changes.is_empty(), "{:?}", proposal.view().changes);

    let more = json!("http://platform.selfkey.org/schema/attribute/email.json");
    shop.description.lock().unwrap()["attributes"].as_array_mut().unwrap().push(more);
    let proposal = wallet.propose(intent.clone()).await.unwrap();
    let changes = &proposal.view().changes;
    assert!(
        proposal.view().changed && changes.iter().any(|change| matches!(change, ChangeView::NewlyAsked { .. })),
        "{changes:?}"
    );
    assert!(proposal.approve(&Selection::default()).is_err());

    // What the address says of another root is told, and goes nowhere by itself.
    shop.says(&shop.origin, &format!("{}/other", shop.origin), "Shop");
    let proposal = wallet.propose(intent).await.unwrap();
    let is_moved =
        |change: &ChangeView| matches!(change, ChangeView::OtherSiteThere { found, .. } if found.ends_with("/other"));
    let changes = &proposal.view().changes;
    assert!(proposal.view().changed && changes.iter().any(is_moved), "{changes:?}");
    assert_eq!(proposal.view().items.len(), 1, "as it was shown");
}
