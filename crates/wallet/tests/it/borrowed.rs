//! Descriptions that borrow: another site's root, its endpoints, its folder's neighbour, its website.

use idw_wallet::{
    AddSite, DiscloseError, FoundSite, Intent, KeyRule, Problem, Selection, SiteError, Wallet,
    view::{ChangeView, ConsentView, Outcome, Purpose, SightView},
};
use serde_json::{Value, json};

use crate::{fixture, honeypot::Honeypot, text};

pub(crate) fn intent(purpose: Purpose, site: &str) -> Intent {
    Intent { purpose, site: site.to_owned(), account: None, template: None, include: vec![] }
}

pub(crate) async fn consent(wallet: &Wallet, purpose: Purpose, site: &str) -> ConsentView {
    wallet.propose(intent(purpose, site)).await.unwrap().view().clone()
}

/// Agrees to whatever is shown.
pub(crate) async fn go(wallet: &Wallet, purpose: Purpose, site: &str) -> Result<Outcome, DiscloseError> {
    let proposal = wallet.propose(intent(purpose, site)).await.unwrap();
    let selection = Selection::default_for(proposal.view());
    let approved = proposal.approve(&selection).map_err(|(_, error)| error).unwrap();
    wallet.disclose(approved, &|_| {}).await
}

pub(crate) fn described(root: &str, name: &str, endpoints: Value) -> Value {
    json!({
        "website": {"name": name, "url": root}, "rootEndpoint": root, "endpoints": endpoints, "did": true,
        "attributes": ["http://platform.selfkey.org/schema/attribute/first-name.json"],
    })
}

fn in_a_file(description: &Value) -> FoundSite {
    FoundSite::from_config(description.to_string().as_bytes()).unwrap()
}

#[tokio::test]
async fn a_description_with_a_victims_root_and_any_endpoint_elsewhere_gets_another_key() {
    let (victim, thief) = (Honeypot::start().await, Honeypot::start().await);
    let root = victim.at("/lws");
    let honest = fixture();
    honest.wallet.add_site(in_a_file(&described(&root, "Bank", json!({}))), None).unwrap();
    let did = honest.wallet.site("Bank").unwrap().account.did;
    for endpoint in [
        "/auth/challenge",
        "/auth/challenge-response",
        "/users",
        "/users/file",
        "/users/token",
        "/auth/token",
        "/login",
    ]
    .into_iter()
    .chain(["/files", "/applications", "/applications/:id"])
    {
        let borrowed = described(&root, "Bank", json!({ endpoint: thief.at("/x") }));
        thief.says("GET /lws/config", borrowed.clone());
        let fresh = fixture();
        let found = fresh.wallet.find_site(&thief.at("/lws")).await.unwrap();
        let added = fresh.wallet.add_site(found, None).unwrap().site;
        assert_ne!(added.account.did, did, "{endpoint}: the token would log in at the victim");
        let error =
            honest.wallet.add_site(honest.wallet.find_site(&thief.at("/lws")).await.unwrap(), None).unwrap_err();
        assert_eq!(error.problem(), Problem::Usage, "{endpoint}");
        assert!(!error.to_string().contains("remove"), "nobody is told to remove the known site: {error}");
        assert_eq!(honest.wallet.site("Bank").unwrap().account.did, did);
    }
}

#[tokio::test]
async fn a_token_that_acts_as_the_user_is_told_by_that_name() {
    let (shop, other) = (Honeypot::start().await, Honeypot::start().await);
    let fixture = fixture();
    fixture.wallet.set_attribute(text("first-name", "Ada")).unwrap();
    let spread =
        described(&shop.at("/lws"), "Shop", json!({"/files": other.at("/kyc/files"), "/login": other.at("/login")}));
    shop.says("GET /lws/templates", json!([{"id": "t", "name": "Check"}]));
    shop.says("GET /lws/templates/t", json!({"id": "t", "attributes": []}));
    fixture.wallet.add_site(in_a_file(&spread), None).unwrap();
    let login = consent(&fixture.wallet, Purpose::LogIn, "Shop").await;
    let told: Vec<_> = login.elsewhere.iter().map(|one| (one.host.clone(), one.sees.clone())).collect();
    let host = other.origin.trim_start_matches("http://").to_owned();
    assert_eq!(told, [(host.clone(), vec![SightView::Token])]);
    let apply = consent(&fixture.wallet, Purpose::Apply, "Shop").await;
    let told: Vec<_> = apply.elsewhere.iter().map(|one| (one.host.clone(), one.sees.clone())).collect();
    assert_eq!(told, [(format!("{host}/kyc"), vec![SightView::Token, SightView::Files])]);
}

#[tokio::test]
async fn a_neighbour_on_a_shared_host_renews_nothing_and_gets_no_token() {
    let host = Honeypot::start().await;
    let fixture = fixture();
    fixture.wallet.set_attribute(text("first-name", "Ada")).unwrap();
    host.says("GET /a/config", described(&host.at("/a"), "Anne", json!({})));
    fixture.wallet.add_site(fixture.wallet.find_site(&host.at("/a")).await.unwrap(), None).unwrap();
    go(&fixture.wallet, Purpose::SignUp, "Anne").await.unwrap();
    let before = fixture.wallet.site("Anne").unwrap();
    host.take();

    let b = json!({"/users": host.at("/b/users"), "/users/token": host.at("/b/users/token"), "/login": host.at("/b/login")});
    host.says("GET /b/config", described(&host.at("/a"), "Anne", b.clone()));
    let found = fixture.wallet.find_site(&host.at("/b")).await.unwrap();
    assert!(matches!(fixture.wallet.add_site(found, None), Err(SiteError::NotItsOwn { .. })));
    assert_eq!(fixture.wallet.site("Anne").unwrap(), before);
    go(&fixture.wallet, Purpose::LogIn, "Anne").await.unwrap();
    assert_eq!(host.brought("/b"), [] as [&str; 0], "nothing came to the neighbour");

    // In another wallet, it is a site of its own that says where things go.
    let fresh = crate::fixture();
    let added = fresh.wallet.add_site(fresh.wallet.find_site(&host.at("/b")).await.unwrap(), None).unwrap().site;
    assert_ne!(added.account.did, before.account.did);
    let told = consent(&fresh.wallet, Purpose::LogIn, &added.name).await.elsewhere;
    assert!(told.iter().any(|one| one.host.ends_with("/b")), "{told:?}");
}

#[tokio::test]
async fn the_sites_own_word_that_it_moved_an_endpoint_asks_and_keeps_the_account() {
    let host = Honeypot::start().await;
    let fixture = fixture();
    fixture.wallet.set_attribute(text("first-name", "Ada")).unwrap();
    host.says("GET /a/config", described(&host.at("/a"), "Anne", json!({})));
    fixture.wallet.add_site(fixture.wallet.find_site(&host.at("/a")).await.unwrap(), None).unwrap();
    let did = go(&fixture.wallet, Purpose::SignUp, "Anne").await.unwrap().did;
    host.says("GET /a/config", described(&host.at("/a"), "Anne", json!({"/login": host.at("/in/login")})));
    let renewed = fixture.wallet.add_site(fixture.wallet.find_site(&host.at("/a")).await.unwrap(), None).unwrap();
    let gets_token = |change: &ChangeView| match change {
        ChangeView::PlaceGetsMore { place, .. } => place.host.ends_with("/in") && place.sees == [SightView::Token],
        _ => false,
    };
    assert!(renewed.renewed && renewed.changes.iter().any(gets_token), "{:?}", renewed.changes);
    let told = consent(&fixture.wallet, Purpose::LogIn, "Anne").await;
    assert!(told.changed && gets_token(&told.changes[0]), "{:?}", told.changes);
    assert_eq!(go(&fixture.wallet, Purpose::LogIn, "Anne").await.unwrap().did, did, "nobody loses an account");
    let again = consent(&fixture.wallet, Purpose::LogIn, "Anne").await;
    assert!(!again.changed, "it is asked once: {:?}", again.changes);
}

#[tokio::test]
async fn one_root_is_one_site_however_it_is_spelt_and_its_case_counts() {
    let fixture = fixture();
    let add = |root: &str| fixture.wallet.add_site(in_a_file(&described(root, "Shop", json!({}))), None);
    let shop = add("https://rp.example/lws").unwrap();
    for same in ["https://rp.example/lws/", "https://RP.example:443/x/../lws"] {
        let again = add(same).unwrap();
        assert!(again.renewed && again.site.account.did == shop.site.account.did, "{same}");
    }
    assert_eq!(fixture.wallet.sites().unwrap().len(), 1);
    for (other, why) in [("https://rp.example/LWS", "the case of a path"), ("https://rp.example:8443/lws", "the port")]
    {
        let other = add(other).unwrap();
        assert!(!other.renewed && other.site.account.did != shop.site.account.did, "{why}");
    }
    let error = add("https://rp.example/lws?tenant=1").unwrap_err();
    assert!(matches!(error, SiteError::RootHasQuery { .. }), "{error}");
    let found = |wanted: &str| fixture.wallet.site(wanted).map(|site| site.root);
    assert_eq!(found("https://rp.example/LWS").unwrap(), "https://rp.example/LWS");
    assert_eq!(found("rp.example/LWS/").unwrap(), "https://rp.example/LWS");
    assert_eq!(found("https://rp.example/Lws").unwrap_err().problem(), Problem::NotFound);
}

#[tokio::test]
async fn a_website_that_two_sites_claim_is_a_question() {
    let host = Honeypot::start().await;
    let fixture = fixture();
    for tenant in ["a", "b"] {
        let mut said = described(&host.at(&format!("/{tenant}")), tenant, json!({}));
        said["website"]["url"] = json!(host.origin);
        host.says(&format!("GET /{tenant}/config"), said);
        let found = fixture.wallet.find_site(&host.at(&format!("/{tenant}"))).await.unwrap();
        fixture.wallet.add_site(found, None).unwrap();
    }
    let error = fixture.wallet.site(&host.origin).unwrap_err();
    let SiteError::Ambiguous { fitting, .. } = &error else { panic!("{error}") };
    let names: Vec<_> = fitting.iter().map(|site| (site.name.as_str(), site.root.clone())).collect();
    assert_eq!(names, [("a", host.at("/a")), ("b", host.at("/b"))]);
    assert_eq!(error.problem(), Problem::Usage);
    assert_eq!(fixture.wallet.site(&host.at("/b")).unwrap().name, "b", "an exact address names one site");

    // A neighbour's folder is no website of one's own.
    let mut said = described(&host.at("/c"), "c", json!({}));
    said["website"]["url"] = json!(host.at("/d"));
    host.says("GET /c/config", said);
    fixture.wallet.add_site(fixture.wallet.find_site(&host.at("/c")).await.unwrap(), None).unwrap();
    assert_eq!(fixture.wallet.site(&host.at("/d")).unwrap_err().problem(), Problem::NotFound);
}

#[tokio::test]
async fn a_neighbour_is_shown_by_its_own_address_and_does_not_take_the_hosts_name() {
    let host = Honeypot::start().await;
    let fixture = fixture();
    let mut said = described(&host.at("/evil"), "Host Bank", json!({}));
    said["website"]["url"] = json!(host.at("/bank"));
    host.says("GET /evil/config", said);
    let evil = fixture.wallet.add_site(fixture.wallet.find_site(&host.at("/evil")).await.unwrap(), None).unwrap().site;
    assert_eq!(evil.url, host.at("/evil"), "not the neighbour's page");
    assert_eq!(consent(&fixture.wallet, Purpose::LogIn, &evil.name).await.url, host.at("/evil"));

    // The bank, at the host's own address; and a neighbour without a name, which is called like the host.
    host.says("GET /config", described(&host.at("/lws"), "Bank", json!({})));
    fixture.wallet.add_site(fixture.wallet.find_site(&host.origin).await.unwrap(), None).unwrap();
    let mut nameless = described(&host.at("/other"), "", json!({}));
    nameless["website"] = Value::Null;
    host.says("GET /other/config", nameless);
    let other =
        fixture.wallet.add_site(fixture.wallet.find_site(&host.at("/other")).await.unwrap(), None).unwrap().site;
    let typed = host.origin.trim_start_matches("http://");
    assert_eq!(other.name, typed);
    assert!(matches!(fixture.wallet.site(typed), Err(SiteError::Ambiguous { .. })), "which one is not guessed");
}

#[tokio::test]
async fn a_key_that_a_file_replaced_comes_back_when_the_site_speaks_for_itself() {
    let host = Honeypot::start().await;
    let fixture = fixture();
    let own = described(&host.at("/lws"), "Shop", json!({}));
    host.says("GET /lws/config", own.clone());
    let add = async || {
        let found = fixture.wallet.find_site(&host.at("/lws")).await.unwrap();
        fixture.wallet.add_site(found, None).unwrap().site.account.did
    };
    let did = add().await;
    let elsewhere = described(&host.at("/lws"), "Shop", json!({"/login": "http://localhost:9/login"}));
    let other = fixture.wallet.add_site(in_a_file(&elsewhere), None).unwrap().site.account.did;
    assert_ne!(other, did, "a file's word gets another key");
    assert_eq!(add().await, did, "nobody loses an account by it");
    fixture.wallet.add_site(in_a_file(&elsewhere), None).unwrap();
    assert_eq!(
        fixture.wallet.add_site(in_a_file(&own), None).unwrap().site.account.did,
        did,
        "nor where a file takes it back"
    );
}

#[test]
fn the_key_of_the_earlier_rule_is_used_where_it_is_asked_for_and_by_no_second_site() {
    let spread = described("https://rp.example/lws", "Shop", json!({"/files": "https://k.example/files"}));
    let plain = described("https://rp.example/lws", "Shop", json!({}));
    let first = AddSite { name: None, key_rule: Some(KeyRule::First) };
    let (one, two) = (fixture(), fixture());
    let found = in_a_file(&spread);
    assert!(found.has_two_keys() && !in_a_file(&plain).has_two_keys());
    let shown: Vec<_> = found.recipients().into_iter().map(|one| one.host).collect();
    assert_eq!(shown, ["k.example"], "it can be shown before it is used");
    let present = one.wallet.add_site(found, None).unwrap().site;
    assert!(present.other_key && present.key_rule == 2);
    let earlier = two.wallet.add_site_as(in_a_file(&spread), first).unwrap().site;
    let plain_did = fixture().wallet.add_site(in_a_file(&plain), None).unwrap().site.account.did;
    assert_ne!(present.account.did, earlier.account.did);
    assert_eq!(earlier.account.did, plain_did, "the earlier rule passed over the other host");
    assert_eq!(one.wallet.use_first_key_rule("Shop").unwrap().account.did, plain_did);
    let other = described("https://rp.example/lws/", "Other", json!({"/files": "https://evil.example/files"}));
    let renewed = one.wallet.add_site_as(in_a_file(&other), first).unwrap();
    assert!(renewed.renewed, "the same root is the same site");
}
