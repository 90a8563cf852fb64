//! The `did` dialect from end to end.

use axum::Router;
use idw_relying_party::Dialects;
use serde_json::{Value, json};

use crate::classic::application;
use crate::wallet::{Call, PDF, PNG, Part, Speaks, Wallet, payload, schema, site, site_with, state};

#[tokio::test]
async fn sign_up_and_login() {
    let site = site(Dialects::Both);
    let wallet = Wallet::new(Speaks::Did, 1);

    let challenge = wallet.challenge(&site).await;
    assert_eq!(payload(&challenge)["sub"], wallet.did());
    assert_eq!(payload(&challenge)["tokenType"], "CHALLENGE");
    let token = wallet.response(&challenge).send(&site).await.expect(200)["jwt"].as_str().unwrap().to_owned();
    assert_eq!(payload(&token)["sub"], wallet.did());
    assert_eq!(payload(&token)["tokenType"], "ACCESS");

    let none = Call::get(Speaks::Did, "/users/token").bearer(&token).send(&site).await;
    none.expect_refusal("no account yet", 404, "user_does_not_exist");

    let answer = wallet.sign_up(&token).send(&site).await;
    assert_eq!((answer.status.as_u16(), answer.text()), (201, ""), "created, with an empty body");
    let redirect = wallet.log_in(&site, &token).await;
    assert!(redirect.starts_with("http://rp.example/session?ticket="), "{redirect}");

    let state = state(&site).await;
    assert_eq!(state["users"][0]["did"], wallet.did());
    assert_eq!(state["users"][0]["attributes"][2]["value"], "ada@mail.example");
    assert_eq!(state["users"][0]["attributes"][4]["requested"], true);
}

#[tokio::test]
async fn one_key_is_one_user_in_both_dialects() {
    let site = site(Dialects::Both);
    for speaks in [Speaks::Classic, Speaks::Did] {
        let wallet = Wallet::new(speaks, 1);
        let token = wallet.authenticate(&site).await;
        wallet.sign_up(&token).send(&site).await.expect(201);
    }
    assert_eq!(state(&site).await["counts"]["users"], 1);
}

#[tokio::test]
async fn login_needs_no_bearer_and_takes_the_object_as_it_was_given() {
    let site = site(Dialects::Did);
    let wallet = Wallet::new(Speaks::Did, 1);
    let token = wallet.authenticate(&site).await;
    wallet.sign_up(&token).send(&site).await.expect(201);
    let path = "/users/token?meta=%7B%22plan%22%3A1%7D";
    let user_token = Call::get(Speaks::Did, path).bearer(&token).send(&site).await.expect(200);
    Call::json(Speaks::Did, "/login", &user_token).send(&site).await.expect(200);

    let again = Call::json(Speaks::Did, "/login", &user_token).send(&site).await;
    again.expect_refusal("used twice", 401, "token_invalid");
    let user_token = Call::get(Speaks::Did, path).bearer(&token).send(&site).await.expect(200);
    let rebuilt = json!({"token": user_token["token"]});
    let answer = Call::json(Speaks::Did, "/login", &rebuilt).send(&site).await;
    answer.expect_refusal("rebuilt", 400, "token_changed");
    let broken = Call::get(Speaks::Did, "/users/token?meta=%7B").bearer(&token).send(&site).await;
    broken.expect_refusal("meta", 400, "meta_invalid");
}

async fn upload(site: &Router, path: &str, token: &str, part: Part) -> String {
    let answer = Call::form(Speaks::Did, path, &[part]).bearer(token).send(site).await.expect(200);
    answer["id"].as_str().unwrap().to_owned()
}

fn file(id: &str, mime_type: &str, size: usize) -> Value {
    json!({"mimeType": mime_type, "size": size, "content": id})
}

#[tokio::test]
async fn files_are_uploaded_before_the_sign_up() {
    let site = site_with(|config| {
        let template = config.templates[0].attributes.clone();
        config.attributes = template.into_iter().filter(|asked| asked.schema.contains("utility-bill")).collect();
    });
    let (wallet, other) = (Wallet::new(Speaks::Did, 1), Wallet::new(Speaks::Did, 2));
    let token = wallet.authenticate(&site).await;
    let id = upload(&site, "/users/file", &token, Part::pdf("document")).await;
    let foreign = upload(&site, "/users/file", &other.authenticate(&site).await, Part::pdf("document")).await;

    let sign_up = |file: Value| {
        let bill = json!({"images": [file], "issued": "2031-01-02"});
        let body = json!({"attributes": [wallet.attribute(None, "utility-bill", bill)], "meta": {"plan": 1}});
        Call::json(Speaks::Did, "/users", &body).bearer(&token)
    };
    let rows = [
        ("not uploaded", file("none", "application/pdf", PDF.len()), "file_invalid"),
        ("another wallet's", file(&foreign, "application/pdf", PDF.len()), "file_invalid"),
        ("another size", file(&id, "application/pdf", PDF.len() + 1), "file_invalid"),
        ("another type", file(&id, "image/png", PDF.len()), "file_invalid"),
        ("a type that is none", file(&id, "image/jpg", PDF.len()), "invalid_attributes"),
        ("no type", json!({"size": PDF.len(), "content": id}), "invalid_attributes"),
        ("no size", json!({"mimeType": "application/pdf", "content": id}), "invalid_attributes"),
        ("no content", json!({"mimeType": "application/pdf", "size": PDF.len()}), "invalid_attributes"),
        ("a reference", json!("$document-1"), "invalid_attributes"),
    ];
    for (row, file, code) in rows {
        sign_up(file).send(&site).await.expect_refusal(row, 422, code);
    }
    assert_eq!(state(&site).await["counts"]["users"], 0, "refused sign-ups leave nothing");
    sign_up(file(&id, "application/pdf", PDF.len())).send(&site).await.expect(201);
    assert_eq!(state(&site).await["users"][0]["meta"], json!({"plan": 1}));
}

#[tokio::test]
async fn kyc() {
    let site = site(Dialects::Did);
    let (wallet, other) = (Wallet::new(Speaks::Did, 1), Wallet::new(Speaks::Did, 2));
    let list = Call::get(Speaks::Did, "/templates").send(&site).await.expect(200);
    assert_eq!(list[0]["templateId"], "1");
    let template = Call::get(Speaks::Did, "/templates/1").send(&site).await.expect(200);
    assert_eq!(template["attributes"][5]["id"], "proof-of-identity");
    let gone = Call::get(Speaks::Did, "/templates/2").send(&site).await;
    gone.expect_refusal("no such template", 404, "template_not_found");

    let token = wallet.authenticate(&site).await;
    let none = Call::get(Speaks::Did, "/applications").bearer(&token).send(&site).await;
    none.expect_refusal("none yet", 404, "no_applications");

    let image = upload(&site, "/files", &token, Part::png("document")).await;
    let bill = upload(&site, "/files", &token, Part::pdf("document")).await;
    let image = file(&image, "image/png", PNG.len());
    let attributes = application(&wallet, image.clone(), image, file(&bill, "application/pdf", PDF.len()));
    let body = json!({"templateId": "1", "attributes": attributes});
    let applied = Call::json(Speaks::Did, "/applications", &body).bearer(&token).send(&site).await.expect(201);
    let id = applied["id"].as_str().unwrap();
    assert_eq!(applied["applicationUrl"], format!("http://rp.example/account#application-{id}"));

    let list = Call::get(Speaks::Did, "/applications").bearer(&token).send(&site).await.expect(200);
    assert_eq!((&list[0]["id"], &list[0]["status"]), (&applied["id"], &json!(1)));
    let path = format!("/applications/{id}");
    let one = Call::get(Speaks::Did, &path).bearer(&token).send(&site).await.expect(200);
    assert_eq!(one["attributes"]["first"]["value"], "Ada");
    assert_eq!(one["attributes"]["proof-of-identity"]["valid"], true);
    assert_eq!(one["attributes"]["phone-number"]["optional"], true);
    let foreign = Call::get(Speaks::Did, &path).bearer(&other.authenticate(&site).await).send(&site).await;
    foreign.expect_refusal("another wallet's", 404, "application_not_found");

    let patch = |body: &Value| Call::json(Speaks::Did, &path, body).method("PATCH").bearer(&token);
    let first = json!({"attributes": [wallet.attribute(Some("first"), "first-name", json!("Eva"))]});
    patch(&first).send(&site).await.expect(204);
    let one = Call::get(Speaks::Did, &path).bearer(&token).send(&site).await.expect(200);
    assert_eq!(one["attributes"]["first"]["value"], "Eva");
    let unasked = json!({"attributes": [wallet.attribute(None, "first-name", json!("Eva"))]});
    patch(&unasked).send(&site).await.expect_refusal("not asked for", 422, "invalid_attributes");
    patch(&json!({"status": 2})).send(&site).await.expect_refusal("not for the wallet", 400, "status_invalid");
    patch(&json!({})).send(&site).await.expect_refusal("nothing", 400, "body_invalid");
    patch(&json!({"status": 8})).send(&site).await.expect(204);
    patch(&first).send(&site).await.expect_refusal("at its end", 422, "application_closed");
    let decide = Call::page(&format!("/api{path}/status")).method("POST").elsewhere();
    decide.send(&site).await.expect_refusal("without the secret", 401, "operator_only");
}

/// An application of the wallet in the sample template; its id.
pub(crate) async fn applied(site: &Router, wallet: &Wallet, token: &str) -> String {
    let image = upload(site, "/files", token, Part::png("document")).await;
    let bill = upload(site, "/files", token, Part::pdf("document")).await;
    let image = file(&image, "image/png", PNG.len());
    let attributes = application(wallet, image.clone(), image, file(&bill, "application/pdf", PDF.len()));
    let body = json!({"templateId": "1", "attributes": attributes});
    let answer = Call::json(Speaks::Did, "/applications", &body).bearer(token).send(site).await.expect(201);
    answer["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn more_is_asked_for_and_answered() {
    let site = site(Dialects::Did);
    let wallet = Wallet::new(Speaks::Did, 1);
    let token = wallet.authenticate(&site).await;
    let id = applied(&site, &wallet, &token).await;
    let path = format!("/applications/{id}");
    let read = async || Call::get(Speaks::Did, &path).bearer(&token).send(&site).await.expect(200);
    let decide = async |body: Value| {
        let call = Call::json(Speaks::Did, "", &body);
        Call { path: format!("/api{path}/status"), ..call }.without("origin").operator().send(&site).await
    };

    decide(json!({"status": 17})).await.expect_refusal("no such status", 400, "status_invalid");
    decide(json!({"invalid": ["third"]})).await.expect_refusal("no such key", 400, "invalid_unknown");
    let unknown = json!({"additional": ["https://club.example/member.json"]});
    decide(unknown).await.expect_refusal("no such schema", 400, "additional_invalid");
    assert_eq!(read().await["status"], 1, "a refused decision changes nothing");
    let tax = json!({"id": "tax", "schemaId": schema("tax-id-number"), "label": "Tax number"});
    let decision =
        json!({"status": 9, "invalid": ["first", "first"], "additional": [tax], "message": "Please check the name."});
    assert_eq!(decide(decision).await.status.as_u16(), 204);

    let wanted = read().await;
    assert_eq!((&wanted["status"], &wanted["attributes"]["first"]["valid"]), (&json!(9), &json!(false)));
    let more = &wanted["attributes"]["tax"];
    assert_eq!((&more["isAdditional"], &more["valid"], &more["value"]), (&json!(true), &json!(false), &Value::Null));
    assert_eq!(wanted["messages"][0]["text"], "Please check the name.");
    assert_eq!(wanted["messages"][0]["from"], "site");

    let patch = async |attribute: Value| {
        let call = Call::json(Speaks::Did, &path, &json!({"attributes": [attribute]}));
        call.method("PATCH").bearer(&token).send(&site).await.status.as_u16()
    };
    assert_eq!(patch(wallet.attribute(Some("first"), "first-name", json!("Eva"))).await, 204);
    assert_eq!(read().await["status"], 9, "one answer is still missing");
    assert_eq!(patch(wallet.attribute(Some("tax"), "tax-id-number", json!(7))).await, 422);
    assert_eq!(patch(wallet.attribute(Some("tax"), "tax-id-number", json!("123-456"))).await, 204);
    let done = read().await;
    assert_eq!((&done["status"], &done["attributes"]["tax"]["valid"]), (&json!(1), &json!(true)));
}

#[tokio::test]
async fn an_operator_decides_by_hand() {
    let site = site(Dialects::Did);
    let wallet = Wallet::new(Speaks::Did, 1);
    let token = wallet.authenticate(&site).await;
    let id = applied(&site, &wallet, &token).await;
    let page = Call::page("/operator").operator().send(&site).await;
    assert!(page.text().contains(&format!("name=\"id\" value=\"{id}\"")), "{}", page.text());
    let fields = [("id", id.as_str()), ("status", "9"), ("invalid", "first"), ("invalid", "last"), ("additional", "")];
    let answer = Call::submit("/operator", &fields).operator().send(&site).await;
    let expected = format!("/operator#application-{id}");
    assert_eq!((answer.status.as_u16(), answer.headers["location"].to_str().unwrap()), (303, expected.as_str()));
    let application = &state(&site).await["applications"][0];
    assert_eq!(application["status"], 9);
    assert_eq!(application["askedAgain"], json!(["first", "last"]));
}

#[tokio::test]
async fn both_sides_talk_about_an_application() {
    let site = site(Dialects::Did);
    let (wallet, other) = (Wallet::new(Speaks::Did, 1), Wallet::new(Speaks::Did, 2));
    let token = wallet.authenticate(&site).await;
    let id = applied(&site, &wallet, &token).await;
    let path = format!("/applications/{id}/chat");
    let say = |body: &Value| Call::json(Speaks::Did, &path, body);
    let said = say(&json!({"message": " Is it done? "})).bearer(&token).send(&site).await.expect(201);
    assert_eq!((&said["from"], &said["text"]), (&json!("applicant"), &json!("Is it done?")));
    let rows = [
        ("no token", say(&json!({"message": "x"})), 400, "token_missing"),
        ("nothing", say(&json!({"message": " "})).bearer(&token), 400, "message_missing"),
        ("no text", say(&json!({"message": 7})).bearer(&token), 400, "message_missing"),
        ("a book", say(&json!({"message": "x".repeat(4_001)})).bearer(&token), 422, "message_too_long"),
        (
            "another wallet",
            say(&json!({"message": "x"})).bearer(&other.authenticate(&site).await),
            404,
            "application_not_found",
        ),
    ];
    for (row, call, status, code) in rows {
        call.send(&site).await.expect_refusal(row, status, code);
    }
    let read = Call::get(Speaks::Did, &format!("/applications/{id}")).bearer(&token).send(&site).await.expect(200);
    assert_eq!(read["messages"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_wallet_withdraws_its_application_as_selfkeys_did() {
    let site = site(Dialects::Did);
    let (wallet, other) = (Wallet::new(Speaks::Did, 1), Wallet::new(Speaks::Did, 2));
    let token = wallet.authenticate(&site).await;
    let id = applied(&site, &wallet, &token).await;
    let path = format!("/applications/{id}/change_status");
    let change = |body: Value| Call::json(Speaks::Did, &path, &body).bearer(&token);
    let rows = [
        ("no token", Call::json(Speaks::Did, &path, &json!({"code": 8})), 400, "token_missing"),
        ("not for the wallet", change(json!({"code": 2})), 400, "status_invalid"),
        ("a text", change(json!({"code": "8"})), 400, "status_invalid"),
        ("another name for it", change(json!({"status": 8})), 400, "status_invalid"),
        ("more", change(json!({"code": 8, "attributes": []})), 400, "body_invalid"),
        ("no text", change(json!({"code": 8, "note": 7})), 400, "note_invalid"),
        (
            "another wallet",
            Call::json(Speaks::Did, &path, &json!({"code": 8})).bearer(&other.authenticate(&site).await),
            404,
            "application_not_found",
        ),
    ];
    for (row, call, status, code) in rows {
        call.send(&site).await.expect_refusal(row, status, code);
    }
    assert_eq!(state(&site).await["applications"][0]["status"], 1, "a refused wish changes nothing");
    let answer = change(json!({"code": 8, "note": "I have moved."})).send(&site).await.expect(200);
    assert_eq!((&answer["id"], &answer["status"]), (&json!(id), &json!(8)));
    let read = Call::get(Speaks::Did, &format!("/applications/{id}")).bearer(&token).send(&site).await.expect(200);
    assert_eq!((&read["status"], &read["messages"][0]["text"]), (&json!(8), &json!("I have moved.")));
    change(json!({"code": 8})).send(&site).await.expect_refusal("at its end", 422, "application_closed");
}

#[tokio::test]
async fn the_kyc_part_knows_wallets_of_its_own() {
    let site = site(Dialects::Did);
    let (wallet, applicant) = (Wallet::new(Speaks::Did, 1), Wallet::new(Speaks::Did, 2));
    let token = wallet.authenticate(&site).await;
    let me = async |token: &str| Call::get(Speaks::Did, "/kyc-users/me").bearer(token).send(&site).await;
    me(&token).await.expect_refusal("not yet", 404, "user_does_not_exist");
    let made = Call::json(Speaks::Did, "/kyc-users", &json!({})).bearer(&token).send(&site).await.expect(201);
    assert_eq!(made["did"], wallet.did());
    let again = Call::json(Speaks::Did, "/kyc-users", &json!({})).bearer(&token).send(&site).await.expect(201);
    assert_eq!((&again, me(&token).await.expect(200)), (&made, made.clone()));

    let token = applicant.authenticate(&site).await;
    applied(&site, &applicant, &token).await;
    assert_eq!(me(&token).await.expect(200)["did"], applicant.did(), "who applies is known");
    assert_eq!(state(&site).await["counts"]["users"], 0, "and is no user of the site");
    let minimum = Call::get(Speaks::Did, "/templates/1?format=minimum").send(&site).await.expect(200);
    assert_eq!(minimum["id"], "1");
}
