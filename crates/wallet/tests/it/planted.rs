//! Backups that plant sites, accounts and applications: what decides keys, destinations and consent is proven or left out.

use idw_wallet::{
    FoundSite, MergeOutcome, MergeReport, MergedKind, Problem, SetAttribute, Wallet, view::ChangeView, view::Purpose,
    view::SightView,
};
use serde_json::{Value, json};

use crate::{
    Fixture,
    borrowed::{consent, described, go},
    fixture,
    honeypot::Honeypot,
    poisoned::{Forged, Parts, forged, merge, restore, stranger, told},
    text,
};

fn add(wallet: &Wallet, description: &Value, name: &str) -> idw_wallet::view::SiteView {
    let found = FoundSite::from_config(description.to_string().as_bytes()).unwrap();
    wallet.add_site(found, Some(name)).unwrap().site
}

/// A backup without a recovery phrase, of whatever wallet it was.
fn without_words(from: Fixture, change: impl FnOnce(&mut Parts)) -> Forged {
    forged(from, |parts| {
        parts.json("wallet.json")["recoveryPhrase"] = Value::Null;
        change(parts);
    })
}

/// A site of a backup, as somebody writes it down.
fn site(id: u8, description: &Value, more: &Value) -> Value {
    let root = &description["rootEndpoint"];
    let mut entry = json!({
        "id": format!("{id:032x}"), "profile": 0, "name": "Newsletter", "givenUrl": null, "description": description,
        "fetchedFrom": null, "dialect": "did", "keyUri": root, "keySharedWith": null, "keyRule": 2, "keyIndex": 0,
        "publicKey": "", "account": null, "added": "2026-01-30T18:00:00Z", "lastUsed": null, "agreed": description,
    });
    entry.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    entry
}

fn sites(report: &MergeReport) -> Vec<(&str, MergeOutcome, &str)> {
    told(report, MergedKind::Site)
}

#[test]
fn a_planted_site_gets_no_key_of_another_site() {
    let to = fixture();
    let bank_said = described("https://bank.example/lws", "Bank", json!({}));
    let bank = add(&to.wallet, &bank_said, "Bank");
    let key = bank.account.public_key.clone();
    let news = described("https://news.example/lws", "Newsletter", json!({}));
    let bank_elsewhere = described("https://bank.example/lws", "Bank", json!({"/users": "https://evil.example/users"}));
    let path = without_words(stranger(), |parts| {
        let list = parts.list("sites.json");
        // The Bank's key by its URI, taken as it stands.
        list.push(site(1, &news, &json!({"keyUri": "https://bank.example/lws", "publicKey": key})));
        // The same by a rule that passes over where things go.
        let shop = described("https://shop.example/lws", "Shop", json!({"/files": "https://evil.example/files"}));
        list.push(site(2, &shop, &json!({"keyRule": 1, "keyUri": "https://bank.example/lws", "publicKey": key})));
        // What is known of the Bank, from somebody else.
        list.push(site(3, &bank_elsewhere, &json!({"publicKey": key})));
        list.push(site(4, &news, &json!({"keyIndex": 7, "publicKey": key})));
    });
    let report = merge(&to, &path);
    let outcomes: Vec<_> = sites(&report).iter().map(|one| one.1).collect();
    let (left_out, there) = (MergeOutcome::LeftOut, MergeOutcome::AlreadyThere);
    assert_eq!(outcomes, [left_out, left_out, there, left_out], "{report:#?}");
    assert_eq!(to.wallet.sites().unwrap(), [bank], "the Bank is as it was");
}

#[tokio::test]
async fn a_site_that_a_backup_without_words_brings_is_asked_about_before_its_first_use() {
    let host = Honeypot::start().await;
    let (from, to) = (fixture(), fixture());
    let said = described(&host.at("/lws"), "Shop", json!({"/login": host.at("/in/login")}));
    let known = add(&from.wallet, &said, "Shop");
    from.wallet.set_attribute(text("first-name", "Ada")).unwrap();
    go(&from.wallet, Purpose::SignUp, "Shop").await.unwrap();
    let path = without_words(from, |_| {});
    let report = merge(&to, &path);
    assert_eq!(sites(&report)[0].1, MergeOutcome::Added, "{report:#?}");
    let shop = to.wallet.site("Shop").unwrap();
    assert_eq!(shop.account.did, known.account.did, "this wallet's phrase makes the same key");
    assert!(!shop.connected, "that it was used is not this wallet's word");
    let view = consent(&to.wallet, Purpose::LogIn, "Shop").await;
    let is_told = |change: &ChangeView| match change {
        ChangeView::FromMergedBackup { others, .. } => {
            others.iter().any(|one| one.host.ends_with("/in") && one.sees == [SightView::Token])
        }
        _ => false,
    };
    assert!(view.changed && view.changes.iter().any(is_told), "{:?}", view.changes);
    assert_eq!(
        to.wallet.site(&host.at("/lws")).unwrap_err().problem(),
        Problem::NotFound,
        "no address leads to it yet"
    );
    assert_eq!(go(&to.wallet, Purpose::LogIn, "Shop").await.unwrap().did, known.account.did);
    assert!(!consent(&to.wallet, Purpose::LogIn, "Shop").await.changed, "once");
}

#[test]
fn no_address_of_a_planted_site_diverts_a_sign_up() {
    let to = fixture();
    let bank = add(&to.wallet, &described("https://bank.example/lws", "Bank", json!({})), "Bank");
    let evil = described("https://evil.example/lws", "Newsletter", json!({}));
    let made = add(&fixture().wallet, &evil, "Newsletter").account.public_key;
    let path = without_words(stranger(), |parts| {
        let more = json!({"publicKey": made, "givenUrl": "https://BANK.example/lws", "added": "2099-01-01T00:00:00Z",
            "name": "bank.example"});
        parts.list("sites.json").push(site(1, &evil, &more));
    });
    let report = merge(&to, &path);
    assert_eq!(sites(&report)[0].1, MergeOutcome::AddedBeside, "{report:#?}");
    for address in ["https://bank.example/lws", "https://BANK.example/lws", "bank.example/lws"] {
        assert_eq!(to.wallet.site(address).unwrap().name, bank.name, "{address}");
    }
    assert_eq!(to.wallet.site("bank.example").unwrap_err().problem(), Problem::NotFound);
    assert_eq!(to.wallet.site("evil.example").unwrap().root, "https://evil.example/lws", "it is called what it is");
}

#[test]
fn a_planted_site_acts_as_no_account_that_did_not_come_along() {
    let to = fixture();
    let main = to.wallet.account(None).unwrap();
    let evil = described("https://evil.example/lws", "Newsletter", json!({}));
    let made = add(&fixture().wallet, &evil, "Newsletter").account;
    // The public key of the user's own account is known to every site that saw a signature by it.
    let account = json!({"id": "a1".repeat(16), "profile": 0, "name": "main", "key": {"from": "recoveryPhrase", "index": 0},
        "publicKey": main.public_key, "created": "2026-01-30T18:00:00Z"});
    let path = without_words(stranger(), |parts| {
        parts.list("accounts.json").clear();
        parts.list("accounts.json").push(account);
        let more = json!({"publicKey": made.public_key, "account": "main"});
        parts.list("sites.json").push(site(1, &evil, &more));
    });
    let report = merge(&to, &path);
    assert!(sites(&report)[0].2.contains("did not add the account"), "{report:#?}");
    assert_eq!(to.wallet.site("Newsletter").unwrap().account.did, made.did, "its own key");
}

#[test]
fn a_public_key_that_anybody_can_know_lets_no_planted_site_act_by_it() {
    let to = fixture();
    let main = to.wallet.account(None).unwrap();
    let evil = described("https://evil.example/lws", "Newsletter", json!({}));
    let from = stranger();
    let theirs = add(&from.wallet, &evil, "Newsletter");
    let account = json!({"id": "a1".repeat(16), "profile": 0, "name": "x", "key": {"from": "rawKey"},
        "publicKey": main.public_key, "created": "2026-01-30T18:00:00Z"});
    let path = forged(from, |parts| {
        parts.list("accounts.json").push(account);
        parts.list("sites.json")[0]["account"] = json!("x");
    });
    merge(&to, &path);
    let site = to.wallet.site("Newsletter").unwrap();
    assert_ne!(site.account.did, main.did, "the backup has its own phrase, and not this key");
    assert_ne!(site.account.did, theirs.account.did, "nor is the key that its maker knows used by itself");
}

#[test]
fn an_account_with_the_name_of_an_address_takes_no_accounts_place() {
    let (from, to) = (stranger(), fixture());
    let second = to.wallet.new_account(Some("work")).unwrap();
    let named = json!(second.address.clone());
    let path = forged(from, |parts| {
        parts.list("accounts.json")[0]["name"] = named;
        parts.list("accounts.json")[0]["created"] = json!("1970-01-01T00:00:00Z");
    });
    merge(&to, &path);
    assert_eq!(to.wallet.account(Some(&second.address)).unwrap().did, second.did);
    assert!(to.wallet.accounts().unwrap().iter().all(|account| account.name != second.address));
}

#[test]
fn an_account_whose_address_this_wallet_does_not_make_is_left_out() {
    let to = fixture();
    let theirs = stranger().wallet.account(None).unwrap().public_key;
    let entry = |id: u8, name: &str, key: Value, public: &str| {
        json!({"id": format!("{id:032x}"), "profile": 0, "name": name, "key": key, "publicKey": public,
            "created": "2026-01-30T18:00:00Z", "exported": "2026-01-30T18:00:00Z"})
    };
    let path = without_words(stranger(), |parts| {
        let accounts = parts.list("accounts.json");
        accounts.clear();
        accounts.push(entry(1, "savings", json!({"from": "recoveryPhrase", "index": 5}), &theirs));
        accounts.push(entry(2, "cold", json!({"from": "rawKey"}), &theirs));
    });
    let report = merge(&to, &path);
    let outcomes: Vec<_> = told(&report, MergedKind::Account).iter().map(|one| (one.0, one.1)).collect();
    assert_eq!(outcomes, [("savings", MergeOutcome::LeftOut), ("cold", MergeOutcome::LeftOut)]);
    assert_eq!(to.wallet.accounts().unwrap().len(), 1, "no attacker's address is shown as one's own");
}

#[test]
fn sites_of_two_profiles_stay_unlinkable_after_a_merge() {
    let to = fixture();
    let family = to.wallet.add_profile("family", idw_wallet::view::ProfileKind::Person).unwrap();
    let shop = described("https://shop.example/lws", "Shop", json!({}));
    let in_family = to.wallet.in_profile("family").unwrap();
    let known = add(&in_family, &shop, "Shop");
    drop(in_family);
    // The same phrase's wallet elsewhere, where the profile of that number is another one.
    let from = fixture();
    from.wallet.add_profile("work", idw_wallet::view::ProfileKind::Person).unwrap();
    let in_work = from.wallet.in_profile("work").unwrap();
    let same = add(&in_work, &shop, "Shop");
    drop(in_work);
    assert_eq!(same.account.did, known.account.did, "the number of the profile makes the key: {family:?}");
    let report = merge(&to, &forged(from, |_| {}));
    let (_, outcome, reason) = sites(&report)[0];
    assert_eq!(outcome, MergeOutcome::LeftOut, "{report:#?}");
    assert!(reason.contains("another profile"), "{reason}");
    assert!(to.wallet.in_profile("work").unwrap().sites().unwrap().is_empty());
}

#[tokio::test]
async fn an_application_that_a_backup_brings_goes_nowhere_before_it_is_agreed_to() {
    let host = Honeypot::start().await;
    host.says("GET /lws/templates", json!([{"id": "t"}]));
    host.says("GET /lws/templates/t", json!({"id": "t", "attributes": []}));
    let (from, to) = (fixture(), fixture());
    add(&from.wallet, &described(&host.at("/lws"), "Shop", json!({})), "Shop");
    go(&from.wallet, Purpose::Apply, "Shop").await.unwrap();
    let draft =
        json!({"id": "d1".repeat(16), "state": "draft", "remoteId": null, "message": "Upload your passport again"});
    let passport = json!([{"name": "passport", "title": "Passport", "digest": "00", "files": [], "value": "",
        "asked": {"id": "x", "schema": "http://platform.selfkey.org/schema/attribute/passport.json", "label": null, "required": true}}]);
    let path = without_words(from, |parts| {
        let list = parts.list("applications.json");
        list[0]["sent"] = passport;
        list[0]["url"] = json!("https://evil.example/");
        list[0]["message"] = json!("Rejected. Upload your passport again");
        let mut another = list[0].clone();
        another.as_object_mut().unwrap().extend(draft.as_object().unwrap().clone());
        list.push(another);
    });
    let report = merge(&to, &path);
    let outcomes: Vec<_> = told(&report, MergedKind::Application).iter().map(|one| one.1).collect();
    assert_eq!(outcomes, [MergeOutcome::Added, MergeOutcome::LeftOut], "no draft comes in: {report:#?}");
    let application = to.wallet.applications().unwrap().remove(0);
    assert!(application.sent.is_empty(), "what was sent from elsewhere covers nothing here");
    assert_eq!((application.application_url, application.message), (None, None), "nobody speaks for the site");
    host.take();
    let refused = to.wallet.refresh_application(&application.id).await.unwrap_err();
    assert_eq!(refused.problem(), Problem::Declined, "{refused}");
    assert!(host.take().is_empty());
}

#[test]
fn another_phrases_sites_come_with_their_keys_as_accounts_and_ask_first() {
    let (from, to) = (stranger(), fixture());
    let shop = described("https://shop.example/lws", "Shop", json!({}));
    let theirs = add(&from.wallet, &shop, "Shop").account.did;
    let report = merge(&to, &forged(from, |_| {}));
    assert_eq!(sites(&report)[0].1, MergeOutcome::Added, "{report:#?}");
    let site = to.wallet.site("Shop").unwrap();
    assert_eq!((site.account.did, site.account.name.as_str()), (theirs, "key of Shop"));
    let own = add(&fixture().wallet, &shop, "Shop").account.did;
    assert!(to.wallet.accounts().unwrap().iter().any(|account| account.did == own), "beside the wallet's own key");
}

#[tokio::test]
async fn a_planted_schema_gives_way_to_the_sites_own() {
    let host = Honeypot::start().await;
    let to = fixture();
    let url = host.at("/lws/id.json");
    let planted = json!({"id": "e1".repeat(16), "url": url, "site": "Bank", "fetched": "2026-01-30T18:00:00Z",
        "schema": {"$id": url, "title": "Newsletter name", "type": "string"}});
    merge(&to, &forged(stranger(), |parts| parts.list("schemas.json").push(planted)));
    let mut said = described(&host.at("/lws"), "Bank", json!({}));
    said["attributes"] = json!([{"schemaId": url, "required": false}]);
    host.says("GET /lws/config", said);
    host.says("GET /lws/id.json", json!({"$id": url, "title": "Customer number", "type": "integer"}));
    to.wallet.add_site(to.wallet.find_site(&host.at("/lws")).await.unwrap(), None).unwrap();
    let view = consent(&to.wallet, Purpose::SignUp, "Bank").await;
    let called = &view.items[0].requirement.called;
    assert_eq!(called.asked_as.as_deref(), Some("Customer number"), "the site says what it asks for");
    assert_eq!((called.title.as_str(), called.from_site), ("id", true), "the wallet calls it by its schema");
}

#[tokio::test]
async fn a_restored_backup_without_words_asks_and_signs_nothing() {
    let host = Honeypot::start().await;
    let from = fixture();
    add(&from.wallet, &described(&host.at("/lws"), "Shop", json!({})), "Shop");
    let path = without_words(from, |_| {});
    let dir = tempfile::tempdir().unwrap();
    let (restored, _) = restore(&dir.path().join("vault"), &path).unwrap();
    let view = consent(&restored, Purpose::LogIn, "Shop").await;
    assert!(view.changed, "{:?}", view.changes);
    let error = go(&restored, Purpose::LogIn, "Shop").await.unwrap_err();
    assert_eq!(error.problem(), Problem::Damaged, "there is no phrase to make the key from: {error}");
    assert_eq!(host.brought("/"), [] as [&str; 0]);
}

#[test]
fn the_owners_own_backup_keeps_its_accounts_at_sites() {
    let (from, to) = (fixture(), fixture());
    let moved = described("https://shop.example/lws", "Shop", json!({"/files": "https://k.example/files"}));
    let found = FoundSite::from_config(moved.to_string().as_bytes()).unwrap();
    let first = idw_wallet::AddSite { name: None, key_rule: Some(idw_wallet::KeyRule::First) };
    let known = from.wallet.add_site_as(found, first).unwrap().site;
    from.wallet.set_attribute(SetAttribute { ..text("first-name", "Ada") }).unwrap();
    let report = merge(&to, &forged(from, |_| {}));
    assert_eq!(sites(&report)[0].1, MergeOutcome::Added, "{report:#?}");
    assert_eq!(to.wallet.site("Shop").unwrap().account.did, known.account.did, "by the earlier rule, too");
}
