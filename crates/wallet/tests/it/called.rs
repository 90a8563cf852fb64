//! Whatever a site calls what it asks for: the wallet's own title stands first wherever it is shown.

use idw_wallet::{
    ActivityFormat, Problem, Selection, Wallet,
    view::{Arrival, AttributeEvent, CalledView, ConsentItem, MissingView, Purpose},
};
use idw_words::Language;
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

/// A site that asks for this, and a wallet with a name, an email and a passport.
async fn shop(attributes: Value) -> (crate::Fixture, Honeypot) {
    let host = Honeypot::start().await;
    let fixture = fixture();
    fixture.wallet.set_attribute(text("first-name", "Ada")).unwrap();
    fixture.wallet.set_attribute(text("email", "ada@wallet.example")).unwrap();
    fixture.wallet.set_attribute(passport(1)).unwrap();
    let mut description = described(&host.at("/lws"), "Shop", json!({}));
    description["attributes"] = attributes;
    host.says("GET /lws/config", description);
    fixture.wallet.add_site(fixture.wallet.find_site(&host.at("/lws")).await.unwrap(), Some("Shop")).unwrap();
    (fixture, host)
}

fn names(called: &CalledView) -> (&str, Option<&str>) {
    (&called.title, called.asked_as.as_deref())
}

async fn items(wallet: &Wallet) -> Vec<ConsentItem> {
    consent(wallet, Purpose::SignUp, "Shop").await.items.clone()
}

#[tokio::test]
async fn a_passport_that_is_called_a_newsletter_is_a_passport_everywhere() {
    let label = "Newsletter\u{202e} preference”, required by law\r\n";
    let asked = json!([{"id": "a", "schemaId": schema("passport"), "label": label, "required": true}]);
    let (fixture, _host) = shop(asked).await;
    let expected = ("Passport", Some("Newsletter preference', required by law"));

    assert_eq!(names(&items(&fixture.wallet).await[0].requirement.called), expected);
    assert_eq!(names(&fixture.wallet.sites().unwrap()[0].requirements[0].called), expected);
    let outcome = go(&fixture.wallet, Purpose::SignUp, "Shop").await.unwrap();
    assert_eq!(names(&outcome.sent[0].called), expected);

    let fixture = fixture.reopened();
    let log = fixture.wallet.activity().unwrap();
    let entry = log.iter().find(|entry| !entry.sent.is_empty()).unwrap();
    assert_eq!(names(&entry.sent[0].called), expected);
    assert_eq!(entry.sent[0].required, Some(true));
    let known = fixture.wallet.site_knowledge("Shop").unwrap();
    assert_eq!(names(&known.attributes[0].called), expected);
    assert!(known.documents.iter().all(|document| document.title == "Passport"), "{:?}", known.documents);
    let mut exported = Vec::new();
    fixture.wallet.export_activity(&mut exported, ActivityFormat::Csv, Language::English).unwrap().placed().unwrap();
    let exported = String::from_utf8(exported).unwrap();
    assert!(exported.contains("\"Passport\""), "{exported}");
    assert!(!exported.contains('\u{202e}'), "{exported}");
}

#[tokio::test]
async fn an_optional_thing_is_not_said_to_have_been_required() {
    let asked = |required: bool| json!([{"id": "a", "schemaId": schema("email"), "required": required}]);
    let (fixture, _host) = shop(asked(false)).await;
    let intent =
        idw_wallet::Intent { include: vec!["email".to_owned()], ..crate::borrowed::intent(Purpose::SignUp, "Shop") };
    let proposal = fixture.wallet.propose(intent).await.unwrap();
    let selection = Selection::default_for(proposal.view());
    let approved = proposal.approve(&selection).map_err(|(_, error)| error).unwrap();
    let outcome = fixture.wallet.disclose(approved, &|_| {}).await.unwrap();
    assert_eq!(outcome.sent[0].required, Some(false));
    let view = consent(&fixture.wallet, Purpose::SignUp, "Shop").await;
    assert_eq!(view.changes, []);
    assert!(view.items[0].already_sent.is_some(), "the site has it");
}

#[tokio::test]
async fn two_things_of_one_schema_and_label_are_told_apart_by_their_ids() {
    let mail = |id: &str| json!({"id": id, "schemaId": schema("email"), "label": "E-mail", "required": true});
    let (fixture, _host) = shop(json!([mail("billing"), mail("support"), schema("first-name")])).await;
    let which = |called: &CalledView| called.which.clone();
    let expected = [Some("billing".to_owned()), Some("support".to_owned()), None];
    let shown: Vec<_> = items(&fixture.wallet).await.iter().map(|item| which(&item.requirement.called)).collect();
    assert_eq!(shown, expected);
    let outcome = go(&fixture.wallet, Purpose::SignUp, "Shop").await.unwrap();
    let sent: Vec<_> = outcome.sent.iter().map(|sent| which(&sent.called)).collect();
    assert_eq!(sent, expected);
}

#[tokio::test]
async fn what_is_missing_says_why_as_data() {
    let asked = json!([
        {"schemaId": schema("last-name"), "required": true},
        {"schemaId": schema("company-name"), "required": true},
        {"schemaId": "https://nobody.invalid/tax.json", "label": "Passport", "required": true},
    ]);
    let (fixture, _host) = shop(asked).await;
    let items = items(&fixture.wallet).await;
    let why: Vec<_> = items.iter().map(|item| item.missing.clone().unwrap()).collect();
    assert_eq!(why[0], MissingView::NotHeld);
    assert_eq!(why[1], MissingView::AboutCompany);
    assert!(matches!(why[2], MissingView::NotKnown { .. }), "{:?}", why[2]);
    assert_eq!(names(&items[2].requirement.called), ("tax", Some("Passport")));
    assert!(items[2].requirement.called.from_site);
    let proposal = fixture.wallet.propose(crate::borrowed::intent(Purpose::SignUp, "Shop")).await.unwrap();
    let (_, error) = proposal
        .approve(&Selection::default_for(&consent(&fixture.wallet, Purpose::SignUp, "Shop").await))
        .unwrap_err();
    assert_eq!(error.problem(), Problem::Usage, "a selection for another proposal: {error}");
}

#[tokio::test]
async fn a_value_knows_its_past() {
    let asked = json!([{"id": "a", "schemaId": schema("email"), "label": "Newsletter", "required": true}]);
    let (fixture, _host) = shop(asked).await;
    let id = fixture.wallet.attribute("email").unwrap()[0].id.clone();
    let kinds = |wallet: &Wallet| -> Vec<AttributeEvent> {
        wallet.attribute_history(&id).unwrap().into_iter().map(|event| event.what).collect()
    };
    assert_eq!(kinds(&fixture.wallet), [AttributeEvent::Entered]);

    go(&fixture.wallet, Purpose::SignUp, "Shop").await.unwrap();
    let sent = |events: &[AttributeEvent]| -> Vec<(String, Purpose, Arrival, bool, Option<String>)> {
        let of = |event: &AttributeEvent| match event.clone() {
            AttributeEvent::Sent { site, purpose, arrival, current, asked_as, .. } => {
                Some((site, purpose, arrival, current, asked_as))
            }
            _ => None,
        };
        events.iter().filter_map(of).collect()
    };
    let newsletter = || Some("Newsletter".to_owned());
    let one = |current| ("Shop".to_owned(), Purpose::SignUp, Arrival::Arrived, current, newsletter());
    assert_eq!(sent(&kinds(&fixture.wallet)), [one(true)]);

    let changed = idw_wallet::SetAttribute { id: Some(id.clone()), ..text("email", "ada@other.example") };
    fixture.wallet.set_attribute(changed).unwrap();
    let events = kinds(&fixture.wallet);
    assert_eq!(sent(&events), [one(false)], "the site has the one before");
    assert_eq!(events.last(), Some(&AttributeEvent::Entered), "{events:?}");

    let error = fixture.wallet.attribute_history("0123").unwrap_err();
    assert_eq!(error.problem(), Problem::NotFound);
}
