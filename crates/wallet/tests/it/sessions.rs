//! Several things done at one site while the wallet is unlocked, against a relying party in this process that counts
//! what it is asked.

use std::sync::{Arc, Mutex};

use axum::{
    Json, Router,
    extract::{Request, State},
    http::StatusCode,
    middleware::{Next, from_fn_with_state},
    response::{IntoResponse as _, Response},
    routing::get,
};
use idw_relying_party::{Config, SqliteStore, router};
use idw_wallet::{
    Exchange, Intent, Observer, Selection, Wallet,
    view::{ChangeView, Earlier, Outcome, Purpose},
};
use serde_json::{Value, json};

use crate::{Fixture, fixture, text};

/// What it was asked, and how it is told to answer.
#[derive(Clone, Default)]
struct Log {
    lines: Arc<Mutex<Vec<String>>>,
    /// The next call with a token is refused.
    refuse_once: Arc<Mutex<bool>>,
}

impl Log {
    fn challenges(&self) -> usize {
        let lines = self.lines.lock().unwrap();
        lines.iter().filter(|line| line.starts_with("GET /lws/auth/challenge")).count()
    }
}

async fn note_and_answer(State(log): State<Log>, request: Request, next: Next) -> Response {
    let line = format!("{} {}", request.method(), request.uri().path());
    let with_token = request.headers().contains_key("authorization") && !line.contains("/auth/challenge");
    log.lines.lock().unwrap().push(line);
    if with_token && std::mem::take(&mut *log.refuse_once.lock().unwrap()) {
        return (StatusCode::UNAUTHORIZED, Json(json!({"code": "token_invalid"}))).into_response();
    }
    next.run(request).await
}

async fn serve(log: Log) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let website = format!("http://{}", listener.local_addr().unwrap());
    let config = Config::sample(website.parse().unwrap()).unwrap();
    let site = router(config, SqliteStore::in_memory().unwrap()).unwrap();
    let site = site.layer(from_fn_with_state(log, note_and_answer));
    tokio::spawn(async move { axum::serve(listener, site).await });
    format!("{website}/lws")
}

async fn go(wallet: &Wallet, purpose: Purpose) -> Outcome {
    let intent = Intent { purpose, site: "shop".to_owned(), account: None, template: None, include: vec![] };
    let proposal = wallet.propose(intent).await.unwrap();
    let selection = Selection::default_for(proposal.view());
    let approved = proposal.approve(&selection).map_err(|(_, error)| error).unwrap();
    wallet.disclose(approved, &|_| {}).await.unwrap()
}

fn fill_in(wallet: &Wallet) {
    for (name, value) in [
        ("first-name", "Ada"),
        ("last-name", "Example"),
        ("email", "ada@wallet.example"),
        ("date-of-birth", "1985-04-12"),
    ] {
        wallet.set_attribute(text(name, value)).unwrap();
    }
    let country = idw_wallet::SetAttribute {
        name: "nationality".to_owned(),
        fields: vec![("country".to_owned(), "GB".to_owned())],
        ..idw_wallet::SetAttribute::default()
    };
    wallet.set_attribute(country).unwrap();
}

#[tokio::test]
async fn a_token_serves_until_the_wallet_is_locked() {
    let log = Log::default();
    let url = serve(log.clone()).await;
    let fixture = fixture();
    fill_in(&fixture.wallet);
    fixture.wallet.add_site(fixture.wallet.find_site(&url).await.unwrap(), Some("shop")).unwrap();
    let signed_up = go(&fixture.wallet, Purpose::SignUp).await;
    assert!(signed_up.redirect_url.is_some() && signed_up.warning.is_none(), "{signed_up:?}");
    let after_sign_up = log.challenges();
    go(&fixture.wallet, Purpose::LogIn).await;
    go(&fixture.wallet, Purpose::LogIn).await;
    assert_eq!(log.challenges(), after_sign_up, "one challenge for everything that was done");

    // Another account, or another profile, is another person to the site.
    let intent = Intent {
        purpose: Purpose::SignUp,
        site: "shop".to_owned(),
        account: Some("main".to_owned()),
        template: None,
        include: vec![],
    };
    let proposal = fixture.wallet.propose(intent).await.unwrap();
    let selection = Selection::default_for(proposal.view());
    let approved = proposal.approve(&selection).map_err(|(_, error)| error).unwrap();
    fixture.wallet.disclose(approved, &|_| {}).await.unwrap();
    assert_eq!(log.challenges(), after_sign_up + 1, "another account has to prove itself");

    let fixture = fixture.reopened();
    go(&fixture.wallet, Purpose::LogIn).await;
    assert_eq!(log.challenges(), after_sign_up + 2, "locking the wallet forgot the tokens");
}

#[tokio::test]
async fn a_token_that_is_refused_is_replaced_once() {
    let log = Log::default();
    let url = serve(log.clone()).await;
    let fixture = fixture();
    fill_in(&fixture.wallet);
    fixture.wallet.add_site(fixture.wallet.find_site(&url).await.unwrap(), Some("shop")).unwrap();
    go(&fixture.wallet, Purpose::SignUp).await;
    let before = log.challenges();
    *log.refuse_once.lock().unwrap() = true;
    go(&fixture.wallet, Purpose::LogIn).await;
    assert_eq!(log.challenges(), before + 1, "refused, it was asked for another one");
    go(&fixture.wallet, Purpose::LogIn).await;
    assert_eq!(log.challenges(), before + 1, "and that one was kept");
}

#[tokio::test]
async fn a_site_is_asked_for_its_description_again_before_a_sign_up() {
    let description = Arc::new(Mutex::new(Value::Null));
    let shown = Arc::clone(&description);
    let config = get(move || {
        let shown = shown.lock().unwrap().clone();
        async { Json(shown) }
    });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let website = format!("http://{}", listener.local_addr().unwrap());
    let site = Router::new().route("/lws/config", config);
    tokio::spawn(async move { axum::serve(listener, site).await });
    let root = format!("{website}/lws");
    let describe = |asked: &[&str], root: &str| {
        let asked: Vec<_> =
            asked.iter().map(|name| format!("http://platform.selfkey.org/schema/attribute/{name}.json")).collect();
        let site = json!({"name": "Shop", "url": website});
        *description.lock().unwrap() = json!({"website": site, "rootEndpoint": root, "attributes": asked, "did": true});
    };
    let fixture = fixture();
    fill_in(&fixture.wallet);
    describe(&["first-name"], &root);
    fixture.wallet.add_site(fixture.wallet.find_site(&root).await.unwrap(), Some("shop")).unwrap();
    let intent =
        Intent { purpose: Purpose::SignUp, site: "shop".to_owned(), account: None, template: None, include: vec![] };
    let names = |proposal: &idw_wallet::Proposal| -> Vec<String> {
        proposal.view().items.iter().map(|item| item.requirement.name.clone()).collect()
    };

    describe(&["first-name", "email"], &root);
    let proposal = fixture.wallet.propose(intent.clone()).await.unwrap();
    assert_eq!(names(&proposal), ["first-name", "email"], "what it asks for now");
    assert!(proposal.view().changed, "it was added with less");
    assert_eq!(fixture.wallet.site("shop").unwrap().requirements.len(), 1, "nothing is kept before the user agrees");
    let selection = Selection::default_for(proposal.view());
    let approved = proposal.approve(&selection).map_err(|(_, error)| error).unwrap();
    assert!(fixture.wallet.disclose(approved, &|_| {}).await.is_err(), "it has no other endpoint");
    assert_eq!(fixture.wallet.site("shop").unwrap().requirements.len(), 2, "agreed to");

    describe(&["first-name", "last-name"], &root);
    let proposal = fixture.wallet.propose(intent.clone()).await.unwrap();
    let view = proposal.view();
    let is_new = |change: &ChangeView| matches!(change, ChangeView::NewlyAsked { than: Earlier::LastTime, .. });
    assert!(view.changed && view.changes.iter().any(is_new), "{view:?}");
    assert!(view.changes.iter().any(|change| matches!(change, ChangeView::NoLongerAsked { .. })), "{view:?}");

    // A description of another site is not taken for this one.
    describe(&["passport"], "http://127.0.0.1:1/other");
    let proposal = fixture.wallet.propose(intent).await.unwrap();
    assert_eq!(names(&proposal), ["first-name", "email"], "as it was");
}

/// What is known of a site at the end of a login is noted with the site, where it is still there.
#[tokio::test]
async fn a_site_that_is_removed_while_things_are_sent_stays_removed() {
    let url = serve(Log::default()).await;
    let fixture = fixture();
    let wallet = &fixture.wallet;
    fill_in(wallet);
    wallet.add_site(wallet.find_site(&url).await.unwrap(), Some("shop")).unwrap();
    go(wallet, Purpose::SignUp).await;
    let intent =
        Intent { purpose: Purpose::LogIn, site: "shop".to_owned(), account: None, template: None, include: vec![] };
    let proposal = wallet.propose(intent).await.unwrap();
    let selection = Selection::default_for(proposal.view());
    let approved = proposal.approve(&selection).map_err(|(_, error)| error).unwrap();
    assert_eq!(wallet.sites().unwrap().len(), 1);
    wallet.disclose(approved, &|_| drop(wallet.remove_site("shop"))).await.unwrap();
    assert!(wallet.sites().unwrap().is_empty());
}

/// Writes down every exchange.
#[derive(Default)]
struct Recorder(Mutex<Vec<Exchange>>);

impl Observer for Recorder {
    fn exchange(&self, exchange: &Exchange) {
        self.0.lock().unwrap().push(exchange.clone());
    }
}

#[tokio::test]
async fn who_watches_sees_every_exchange_and_no_secret() {
    let log = Log::default();
    let url = serve(log.clone()).await;
    let Fixture { dir: _dir, wallet } = fixture();
    fill_in(&wallet);
    let recorder = Arc::new(Recorder::default());
    let wallet = wallet.with_observer(recorder.clone());
    wallet.add_site(wallet.find_site(&url).await.unwrap(), Some("shop")).unwrap();
    go(&wallet, Purpose::SignUp).await;

    let exchanges = recorder.0.lock().unwrap().clone();
    let seen: Vec<_> = exchanges.iter().map(|exchange| exchange.method.clone()).collect();
    let asked: Vec<_> =
        log.lines.lock().unwrap().iter().map(|line| line.split(' ').next().unwrap().to_owned()).collect();
    assert!(asked.len() > 3 && seen == asked, "{seen:?} {asked:?}");
    assert!(exchanges.iter().all(|exchange| url.contains(&exchange.host) && exchange.status.is_some()));
    let shown = format!("{exchanges:?}");
    for secret in ["ada@wallet.example", "1985-04-12", "eyJ", "Bearer"] {
        assert!(!shown.contains(secret), "{secret} in {shown}");
    }
    assert!(shown.contains("email.json") && shown.contains("authorization"), "what is not secret is there: {shown}");
    // Another profile's handle is the same wallet to whoever watches.
    let other = wallet.in_profile("personal").unwrap();
    other.find_site(&url).await.unwrap();
    assert!(recorder.0.lock().unwrap().len() > exchanges.len());
}
