//! Nothing goes beyond what was agreed to: what a site asks for anew, what it makes up about an application, where a draft
//! goes by now.

use idw_wallet::{
    ApplicationError, Problem, Selection, Wallet,
    view::{ApplicationChangeView, ChangeView, Purpose, SightView},
};
use serde_json::{Value, json};

use crate::{
    borrowed::{consent, described, go},
    fixture,
    honeypot::Honeypot,
    passport, text,
};

fn schema(name: &str) -> String {
    format!("http://platform.selfkey.org/schema/attribute/{name}.json")
}

fn asking(root: &str, attributes: Value) -> Value {
    let mut description = described(root, "Shop", json!({}));
    description["attributes"] = attributes;
    description
}

async fn shop(attributes: Value) -> (crate::Fixture, Honeypot) {
    let host = Honeypot::start().await;
    let fixture = fixture();
    fixture.wallet.set_attribute(text("first-name", "Ada")).unwrap();
    fixture.wallet.set_attribute(text("email", "ada@wallet.example")).unwrap();
    fixture.wallet.set_attribute(passport(1)).unwrap();
    host.says("GET /lws/config", asking(&host.at("/lws"), attributes));
    fixture.wallet.add_site(fixture.wallet.find_site(&host.at("/lws")).await.unwrap(), Some("Shop")).unwrap();
    (fixture, host)
}

/// Whether a passport is asked for that was not.
fn is_of_passport(change: &ChangeView) -> bool {
    matches!(change, ChangeView::NewlyAsked { title, .. } if title == "Passport")
}

/// Whether a sign-up asks again after the site asks for this.
async fn asks_again(fixture: &crate::Fixture, host: &Honeypot, attributes: Value) -> (bool, Vec<ChangeView>) {
    host.says("GET /lws/config", asking(&host.at("/lws"), attributes));
    let view = consent(&fixture.wallet, Purpose::SignUp, "Shop").await;
    (view.changed, view.changes.clone())
}

#[tokio::test]
async fn a_second_thing_of_a_schema_that_was_asked_for_is_new() {
    let mail = |id: &str| json!({"id": id, "schemaId": schema("email"), "label": "Your e-mail", "required": true});
    let (fixture, host) = shop(json!([mail("work")])).await;
    go(&fixture.wallet, Purpose::SignUp, "Shop").await.unwrap();
    let check = async |attributes: Value, asks: bool, why: &str| {
        let (changed, told) = asks_again(&fixture, &host, attributes).await;
        assert_eq!(changed, asks, "{why}: {told:?}");
    };
    check(json!([mail("work")]), false, "the same").await;
    check(json!([mail("work"), mail("home")]), true, "a second one of one schema").await;
    check(json!([{"schemaId": schema("email"), "required": true}]), true, "the id is gone").await;
    check(json!([{"id": "work", "schemaId": schema("passport")}]), true, "the id means another schema").await;
    check(json!([{"id": "work", "schemaId": schema("email"), "label": "Mother's e-mail"}]), true, "another label")
        .await;
}

#[tokio::test]
async fn without_an_id_it_is_the_same_only_where_the_site_asks_for_it_once() {
    let (fixture, host) = shop(json!([schema("email")])).await;
    go(&fixture.wallet, Purpose::SignUp, "Shop").await.unwrap();
    let (changed, told) = asks_again(&fixture, &host, json!([schema("email")])).await;
    assert!(!changed, "{told:?}");
    let (changed, told) = asks_again(&fixture, &host, json!([schema("email"), schema("email")])).await;
    assert!(changed, "{told:?}");
}

#[tokio::test]
async fn a_login_agrees_to_nothing_that_a_sign_up_asks_for() {
    let (fixture, host) = shop(json!([schema("first-name")])).await;
    go(&fixture.wallet, Purpose::LogIn, "Shop").await.unwrap();
    let (changed, told) = asks_again(&fixture, &host, json!([schema("first-name"), schema("passport")])).await;
    assert!(changed && told.iter().any(is_of_passport), "{told:?}");
}

#[tokio::test]
async fn what_a_sign_up_asks_for_is_not_agreed_to_by_an_application() {
    let (fixture, host) = shop(json!([schema("first-name")])).await;
    host.says("GET /lws/templates", json!([{"id": "t", "name": "Check"}]));
    host.says(
        "GET /lws/templates/t",
        json!({"id": "t", "attributes": [{"id": "a1", "required": true, "schemaId": schema("first-name")}]}),
    );
    host.says("GET /lws/config", asking(&host.at("/lws"), json!([schema("first-name"), schema("passport")])));
    go(&fixture.wallet, Purpose::Apply, "Shop").await.unwrap();
    let view = consent(&fixture.wallet, Purpose::SignUp, "Shop").await;
    assert!(view.changed && view.changes.iter().any(is_of_passport), "{:?}", view.changes);
}

#[tokio::test]
async fn an_application_for_something_else_than_before_is_asked_about() {
    let (fixture, host) = shop(json!([])).await;
    let template = |id: &str, name: &str| json!({"id": id, "name": name});
    let wants =
        |name: &str| json!({"id": "x", "attributes": [{"id": "a1", "required": true, "schemaId": schema(name)}]});
    host.says("GET /lws/templates", json!([template("basic", "Newsletter")]));
    host.says("GET /lws/templates/basic", wants("first-name"));
    host.says("GET /lws/templates/t2", wants("passport"));
    go(&fixture.wallet, Purpose::Apply, "Shop").await.unwrap();
    let check = async |templates: Value, wanted: Option<&str>, is_told: fn(&ChangeView) -> bool| {
        host.says("GET /lws/templates", templates);
        let intent = idw_wallet::Intent {
            template: wanted.map(str::to_owned),
            ..crate::borrowed::intent(Purpose::Apply, "Shop")
        };
        let view = fixture.wallet.propose(intent).await.unwrap().view().clone();
        assert!(view.changed && view.changes.iter().any(is_told), "{wanted:?}: {:?}", view.changes);
    };
    check(
        json!([template("t2", "Newsletter")]),
        None,
        |change| matches!(change, ChangeView::OtherTemplate { template } if template == "Newsletter"),
    )
    .await;
    check(json!([template("t2", "basic"), template("basic", "Newsletter")]), Some("basic"), |change| {
        matches!(change, ChangeView::AppliedBefore { .. })
    })
    .await;
    check(json!([template("basic", "Loan contract")]), None, |change| {
        matches!(change, ChangeView::TemplateRenamed { was, is } if was == "Newsletter" && is == "Loan contract")
    })
    .await;
}

#[tokio::test]
async fn the_wallets_own_title_stands_beside_the_sites_label() {
    let asked = json!([{"id": "a", "schemaId": schema("passport"), "label": "First Name", "required": true}]);
    let (fixture, _host) = shop(asked).await;
    let view = consent(&fixture.wallet, Purpose::SignUp, "Shop").await;
    let requirement = &view.items[0].requirement;
    assert_eq!(requirement.called.title, "Passport");
    assert_eq!(requirement.called.asked_as.as_deref(), Some("First Name"));
    assert_eq!((requirement.id.as_deref(), requirement.label.as_deref()), (Some("a"), Some("First Name")));
}

/// A wallet with an application that sent a first name, and the host that has it.
async fn applied() -> (crate::Fixture, Honeypot, String) {
    let (fixture, host) = shop(json!([])).await;
    host.says("GET /lws/templates", json!([{"id": "t", "name": "Check"}]));
    host.says(
        "GET /lws/templates/t",
        json!({"id": "t", "attributes": [{"id": "a1", "required": true, "schemaId": schema("first-name")}]}),
    );
    go(&fixture.wallet, Purpose::Apply, "Shop").await.unwrap();
    let id = fixture.wallet.applications().unwrap()[0].id.clone();
    host.take();
    (fixture, host, id)
}

fn detail(attributes: Value) -> Value {
    json!({"id": "app-1", "currentStatus": 9, "attributes": attributes})
}

async fn update(wallet: &Wallet, id: &str) -> (bool, Vec<ChangeView>) {
    let proposal = wallet.propose_update(id).await.unwrap();
    let view = proposal.view();
    (view.changed, view.changes.clone())
}

#[tokio::test]
async fn an_update_covers_by_itself_only_what_was_sent_before() {
    let (fixture, host, id) = applied().await;
    let check = async |attributes: Value, asks: bool, why: &str| {
        host.says("GET /lws/applications/app-1", detail(attributes));
        // Twice: that it was asked for once makes it no more agreed to.
        for _ in 0..2 {
            let (changed, told) = update(&fixture.wallet, &id).await;
            assert_eq!(changed, asks, "{why}: {told:?}");
        }
    };
    let again = json!({"a1": {"schemaId": schema("first-name"), "valid": false, "value": "Ada"}});
    check(again, false, "what was sent is found no good").await;
    let invented =
        json!({"x9": {"schemaId": schema("passport"), "valid": false, "value": "no good", "label": "First Name"}});
    check(invented, true, "an attribute that was never sent").await;
    let additional = json!({"x9": {"schemaId": schema("email"), "isAdditional": true, "valid": false}});
    check(additional, true, "something in addition, which was shown and not agreed to").await;
    host.says(
        "GET /lws/templates/t",
        json!({"id": "t", "attributes": [{"id": "a1", "required": true, "schemaId": schema("passport")}]}),
    );
    let moved = json!({"a1": {"label": "First Name", "valid": false, "value": "Ada"}});
    host.says("GET /lws/applications/app-1", detail(moved));
    let (changed, told) = update(&fixture.wallet, &id).await;
    let expected = [ChangeView::NotSentBefore { title: "Passport (“First Name”)".to_owned() }];
    assert_eq!((changed, told.as_slice()), (true, &expected[..]), "a template's id that means another schema");
}

#[tokio::test]
async fn what_was_agreed_to_in_an_update_is_covered_the_next_time() {
    let (fixture, host, id) = applied().await;
    let additional = json!({"x9": {"schemaId": schema("email"), "isAdditional": true, "valid": false}});
    host.says("GET /lws/applications/app-1", detail(additional));
    let proposal = fixture.wallet.propose_update(&id).await.unwrap();
    let selection = Selection::default_for(proposal.view());
    let approved = proposal.approve(&selection).map_err(|(_, error)| error).unwrap();
    fixture.wallet.disclose(approved, &|_| {}).await.unwrap();
    let (changed, told) = update(&fixture.wallet, &id).await;
    assert!(!changed, "{told:?}");
}

#[tokio::test]
async fn an_application_goes_nowhere_else_than_was_agreed_to_until_that_is_agreed_to() {
    let (host, other) = (Honeypot::start().await, Honeypot::start().await);
    let fixture = fixture();
    let wallet = &fixture.wallet;
    wallet.set_attribute(text("first-name", "Ada")).unwrap();
    host.says("GET /lws/config", described(&host.at("/lws"), "Shop", json!({})));
    host.says("GET /lws/templates", json!([{"id": "t"}]));
    host.says("GET /lws/templates/t", json!({"id": "t", "attributes": []}));
    wallet.add_site(wallet.find_site(&host.at("/lws")).await.unwrap(), None).unwrap();
    let agreed_as = go(wallet, Purpose::Apply, "Shop").await.unwrap().did;
    let id = wallet.applications().unwrap()[0].id.clone();
    host.says("GET /lws/applications/app-1", detail(json!({})));
    wallet.refresh_application(&id).await.unwrap();

    // The site says that applications are elsewhere; the user only had its description read anew.
    let moved = json!({"/applications": other.at("/kyc/applications")});
    host.says("GET /lws/config", described(&host.at("/lws"), "Shop", moved));
    wallet.add_site(wallet.find_site(&host.at("/lws")).await.unwrap(), None).unwrap();
    host.take();
    let refused = wallet.refresh_application(&id).await.unwrap_err();
    assert_eq!(refused.problem(), Problem::Declined);
    assert!(matches!(&refused, ApplicationError::Changed { .. }), "{refused}");
    for refused in [
        wallet.propose_update(&id).await.map(drop).unwrap_err(),
        wallet.cancel_application(&id).await.map(drop).unwrap_err(),
    ] {
        assert!(matches!(refused, ApplicationError::Changed { .. }), "{refused}");
    }
    assert!(host.take().is_empty() && other.take().is_empty(), "nobody was contacted");

    let changes = wallet.application_changes(&id).unwrap();
    let gets_token = |change: &ApplicationChangeView| match change {
        ApplicationChangeView::PlaceNotAgreedTo { place } => {
            place.host.ends_with("/kyc") && place.sees.contains(&SightView::Token)
        }
        _ => false,
    };
    assert!(changes.iter().any(gets_token), "{changes:?}");
    let guessed = [ApplicationChangeView::NoRecordOfConsent];
    assert!(matches!(wallet.agree_to_application(&id, &guessed), Err(ApplicationError::ChangedAgain { .. })));
    wallet.agree_to_application(&id, &changes).unwrap();
    assert!(wallet.application_changes(&id).unwrap().is_empty());
    other.says("GET /kyc/applications/app-1", detail(json!({})));
    wallet.refresh_application(&id).await.unwrap();
    assert_eq!(wallet.application(&id).unwrap().did, agreed_as);
}
