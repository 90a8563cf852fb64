//! How much a site keeps, and of whom.

use axum::Router;
use idw_relying_party::{Config, Dialects, Limits};
use serde_json::{Value, json};

use crate::did::applied;
use crate::guesses::Hands;
use crate::wallet::{Call, PDF, PNG, Part, Speaks, Wallet, site, site_with, state};

const MIB: usize = 1024 * 1024;

fn limited(change: impl FnOnce(&mut Limits)) -> Router {
    site_with(|config: &mut Config| change(&mut config.limits))
}

fn upload(path: &str, token: &str, content: &[u8]) -> Call {
    let part = Part { content: content.to_vec(), ..Part::png("document") };
    Call::form(Speaks::Did, path, &[part]).bearer(token)
}

fn length(content: &[u8]) -> u64 {
    u64::try_from(content.len()).unwrap()
}

fn padded(len: usize) -> Vec<u8> {
    let mut content = PNG.to_vec();
    content.resize(len, 7);
    content
}

async fn files(site: &Router) -> u64 {
    state(site).await["counts"]["files"].as_u64().unwrap()
}

#[tokio::test]
async fn a_key_without_an_account_leaves_so_many_files() {
    let site = limited(|limits| limits.unclaimed_files = 3);
    let (wallet, other) = (Wallet::new(Speaks::Did, 1), Wallet::new(Speaks::Did, 2));
    let token = wallet.authenticate(&site).await;
    for path in ["/users/file", "/files", "/users/file"] {
        upload(path, &token, PNG).send(&site).await.expect(200);
    }
    for path in ["/users/file", "/files"] {
        let refused = upload(path, &token, PNG).send(&site).await.expect_refusal(path, 429, "too_many_files");
        assert_eq!(refused["limit"], 3, "{path}");
    }
    assert_eq!(files(&site).await, 3);
    upload("/files", &other.authenticate(&site).await, PNG).send(&site).await.expect(200);
}

#[tokio::test]
async fn a_key_without_an_account_leaves_so_many_bytes() {
    let most = 2 * length(PNG) + 5;
    let site = limited(|limits| limits.unclaimed_bytes = most);
    let token = Wallet::new(Speaks::Did, 1).authenticate(&site).await;
    for _ in 0..2 {
        upload("/users/file", &token, PNG).send(&site).await.expect(200);
    }
    let refused = upload("/files", &token, PNG).send(&site).await.expect_refusal("", 413, "quota_exceeded");
    assert_eq!(refused["limit"], most);
    let classic = Wallet::new(Speaks::Classic, 2);
    let token = classic.authenticate(&site).await;
    let part = Part { content: padded(MIB), ..Part::png("file") };
    let call = Call::form(Speaks::Classic, "/files", &[part]).bearer(&token);
    call.send(&site).await.expect_refusal("one that is too large by itself", 413, "quota_exceeded");
    assert_eq!(files(&site).await, 2);
}

#[tokio::test]
async fn what_an_application_refers_to_is_not_counted_any_more() {
    let site = limited(|limits| limits.unclaimed_files = 3);
    let wallet = Wallet::new(Speaks::Did, 1);
    let token = wallet.authenticate(&site).await;
    for _ in 0..4 {
        applied(&site, &wallet, &token).await;
    }
    assert!(files(&site).await > 3);
}

/// A classic sign-up with its bill, of so many bytes.
fn sign_up_with_a_bill(wallet: &Wallet, token: &str, len: usize) -> Call {
    let mut attributes = wallet.attributes();
    let bill = json!({"images": ["$document-1"], "issued": "2031-01-02"});
    attributes.as_array_mut().unwrap().push(wallet.attribute(None, "utility-bill", bill));
    let mut content = PDF.to_vec();
    content.resize(len, 7);
    let parts = [Part::json("attributes", &attributes), Part { content, ..Part::pdf("$document-1") }];
    Call::form(Speaks::Classic, "/users", &parts).bearer(token)
}

#[tokio::test]
async fn sign_ups_with_files_are_counted_by_wallet() {
    let most = u64::try_from(2 * MIB + MIB / 2).unwrap();
    let site = limited(|limits| limits.bytes_per_wallet = most);
    let wallet = Wallet::new(Speaks::Classic, 1);
    let token = wallet.authenticate(&site).await;
    for _ in 0..2 {
        sign_up_with_a_bill(&wallet, &token, MIB).send(&site).await.expect(201);
    }
    let refused = sign_up_with_a_bill(&wallet, &token, MIB).send(&site).await;
    assert_eq!(refused.expect_refusal("a third", 413, "quota_exceeded")["limit"], most);
    let state = state(&site).await;
    assert_eq!((&state["counts"]["files"], &state["users"][0]["signUps"]), (&json!(2), &json!(2)), "nothing of it");
}

#[tokio::test]
async fn all_together_leave_so_many_bytes() {
    let most = u64::try_from(4 * MIB).unwrap();
    let site = limited(|limits| limits.total_bytes = most);
    let mut refused = 0;
    for seed in 1..=6 {
        let wallet = Wallet::new(Speaks::Classic, seed);
        let token = wallet.authenticate(&site).await;
        let answer = sign_up_with_a_bill(&wallet, &token, MIB).send(&site).await;
        if answer.status.as_u16() != 201 {
            assert_eq!(answer.expect_refusal("full", 507, "storage_full")["limit"], most);
            refused += 1;
        }
    }
    assert_eq!(refused, 3, "three and the tables fit");

    let wallet = Wallet::new(Speaks::Did, 9);
    let token = wallet.authenticate(&site).await;
    upload("/files", &token, &padded(MIB)).send(&site).await.expect_refusal("a file", 507, "storage_full");
    let mut attributes = wallet.attributes();
    attributes.as_array_mut().unwrap().push(wallet.attribute(None, "cv", json!("x".repeat(MIB - 10_000))));
    let sign_up = wallet.sign_up_with(&token, &attributes).send(&site).await;
    sign_up.expect_refusal("attributes nobody asked for", 507, "storage_full");
    assert_eq!(state(&site).await["counts"], json!({"users": 3, "applications": 0, "files": 3}));
}

#[tokio::test]
async fn uploads_at_once_are_not_more_uploads() {
    let site = limited(|limits| limits.unclaimed_files = 3);
    let token = Wallet::new(Speaks::Did, 1).authenticate(&site).await;
    let calls: Vec<_> = (0..12)
        .map(|_| {
            let (site, call) = (site.clone(), upload("/files", &token, PNG));
            tokio::spawn(async move { call.send(&site).await.status.as_u16() })
        })
        .collect();
    let mut kept = 0;
    for call in calls {
        kept += u64::from(call.await.unwrap() == 200);
    }
    assert_eq!((kept, files(&site).await), (3, 3));
}

#[tokio::test]
async fn uploads_that_nothing_refers_to_are_gone_after_a_day() {
    let hands = Hands::default();
    let site = site_with(|config| {
        config.clock = hands.clock();
        config.limits.unclaimed_files = 5;
    });
    let wallet = Wallet::new(Speaks::Did, 1);
    let token = wallet.authenticate(&site).await;
    applied(&site, &wallet, &token).await;
    let claimed = files(&site).await;
    let id = upload("/files", &token, PNG).send(&site).await.expect(200)["id"].clone();
    assert_eq!(files(&site).await, claimed + 1);
    hands.forward(23 * 3_600);
    assert_eq!(files(&site).await, claimed + 1, "not yet");
    hands.forward(2 * 3_600);
    assert_eq!(files(&site).await, claimed, "what was applied with stays");

    let image = json!({"mimeType": "image/png", "size": PNG.len(), "content": id});
    let mut attributes = wallet.attributes();
    let bill = json!({"images": [image], "issued": "2031-01-02"});
    attributes.as_array_mut().unwrap().push(wallet.attribute(None, "utility-bill", bill.clone()));
    let asking = site_with(|config| config.attributes.push(idw_relying_party::Requirement::platform("utility-bill")));
    let token = wallet.authenticate(&asking).await;
    let gone = wallet.sign_up_with(&token, &attributes).send(&asking).await;
    gone.expect_refusal("a file that is not there", 422, "file_invalid");
}

#[tokio::test]
async fn what_a_sign_up_refers_to_stays() {
    let hands = Hands::default();
    let site = site_with(|config| {
        config.clock = hands.clock();
        config.attributes.push(idw_relying_party::Requirement::platform("utility-bill"));
    });
    let wallet = Wallet::new(Speaks::Did, 1);
    let token = wallet.authenticate(&site).await;
    let id = upload("/users/file", &token, PNG).send(&site).await.expect(200)["id"].clone();
    let image = json!({"mimeType": "image/png", "size": PNG.len(), "content": id});
    let mut attributes = wallet.attributes();
    let bill = json!({"images": [image], "issued": "2031-01-02"});
    attributes.as_array_mut().unwrap().push(wallet.attribute(None, "utility-bill", bill));
    wallet.sign_up_with(&token, &attributes).send(&site).await.expect(201);
    hands.forward(25 * 3_600);
    assert_eq!(files(&site).await, 1);
}

#[tokio::test]
async fn applications_and_lines_about_them_have_an_end() {
    let site = limited(|limits| (limits.applications_per_wallet, limits.messages_per_application) = (2, 3));
    let wallet = Wallet::new(Speaks::Did, 1);
    let token = wallet.authenticate(&site).await;
    let id = applied(&site, &wallet, &token).await;
    applied(&site, &wallet, &token).await;
    let say = || Call::json(Speaks::Did, &format!("/applications/{id}/chat"), &json!({"message": "Is it done?"}));
    for _ in 0..3 {
        say().bearer(&token).send(&site).await.expect(201);
    }
    let refused = say().bearer(&token).send(&site).await.expect_refusal("a fourth line", 429, "too_many_messages");
    assert_eq!(refused["limit"], 3);
    let application = state(&site).await["applications"][0].clone();
    let body = json!({"templateId": "1", "attributes": as_sent(&application)});
    let refused = Call::json(Speaks::Did, "/applications", &body).bearer(&token).send(&site).await;
    assert_eq!(refused.expect_refusal("a third application", 429, "too_many_applications")["limit"], 2);
    assert_eq!(state(&site).await["counts"]["applications"], 2);
}

/// The attributes of an application as its wallet sent them.
fn as_sent(application: &Value) -> Value {
    let sent = |attribute: &Value| {
        let mut sent = json!({"schemaId": attribute["schemaId"], "data": attribute["value"]});
        if attribute["id"].is_string() {
            sent["id"] = attribute["id"].clone();
        }
        sent
    };
    application["attributes"].as_array().unwrap().iter().map(sent).collect()
}

#[tokio::test]
async fn the_defaults_take_what_a_wallet_sends() {
    let site = site(Dialects::Both);
    let wallet = Wallet::new(Speaks::Did, 1);
    let token = wallet.authenticate(&site).await;
    for _ in 0..Limits::default().unclaimed_files {
        upload("/files", &token, PNG).send(&site).await.expect(200);
    }
    let classic = Wallet::new(Speaks::Classic, 2);
    let token = classic.authenticate(&site).await;
    sign_up_with_a_bill(&classic, &token, 50_000_000).send(&site).await.expect(201);
}
