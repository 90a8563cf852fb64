//! The classic dialect from end to end.

use idw_relying_party::Dialects;
use serde_json::{Value, json};

use crate::wallet::{Call, PNG, Part, Speaks, Wallet, payload, site, state};

#[tokio::test]
async fn sign_up_and_login() {
    let site = site(Dialects::Both);
    let wallet = Wallet::new(Speaks::Classic, 1);

    let challenge = wallet.challenge(&site).await;
    assert_eq!(payload(&challenge)["challenge"].as_str().unwrap().len(), 64, "hex of 32 bytes");
    let token = wallet.response(&challenge).send(&site).await.expect(200)["jwt"].as_str().unwrap().to_owned();
    assert_eq!(payload(&token)["sub"], wallet.key.public_key().uncompressed_hex());

    let none = Call::get(Speaks::Classic, "/auth/token").bearer(&token).send(&site).await;
    none.expect_refusal("no account yet", 404, "user_does_not_exist");

    let answer = wallet.sign_up(&token).send(&site).await.expect(201);
    assert_eq!(answer["message"], "User Created Successfully");
    wallet.sign_up(&token).send(&site).await.expect(201);

    let redirect = wallet.log_in(&site, &token).await;
    assert!(redirect.starts_with("http://rp.example/session?ticket="), "{redirect}");

    let state = state(&site).await;
    assert_eq!(state["counts"], json!({"users": 1, "applications": 0, "files": 0}));
    let user = &state["users"][0];
    assert_eq!((&user["did"], &user["signUps"], &user["logins"]), (&json!(wallet.did()), &json!(2), &json!(1)));
    assert_eq!(user["attributes"][0]["value"], "Ada");
    assert_eq!(user["attributes"][0]["id"], "first");
    assert_eq!(user["attributes"][1]["id"], Value::Null, "the id of a bare attribute was its schema");
}

#[tokio::test]
async fn a_challenge_for_a_public_key_is_answered_by_it_alone() {
    let site = site(Dialects::Classic);
    let (wallet, other) = (Wallet::new(Speaks::Classic, 1), Wallet::new(Speaks::Classic, 2));
    let public_key = wallet.key.public_key().uncompressed_hex();
    let path = format!("/auth/challenge/{public_key}");
    let challenge = Call::get(Speaks::Classic, &path).send(&site).await.expect(200)["jwt"].as_str().unwrap().to_owned();
    assert_eq!(payload(&challenge)["sub"], public_key);
    let refused = other.response(&challenge).send(&site).await;
    refused.expect_refusal("another key", 422, "signature_invalid");
    wallet.response(&challenge).send(&site).await.expect(200);
}

#[tokio::test]
async fn files_come_inside_the_form() {
    let site = crate::wallet::site_with(|config| {
        let template = config.templates[0].attributes.clone();
        config.attributes = template.into_iter().filter(|asked| asked.schema.contains("utility-bill")).collect();
    });
    let wallet = Wallet::new(Speaks::Classic, 1);
    let token = wallet.authenticate(&site).await;
    let bill = json!({"images": ["$document-1", "$document-2"], "issued": "2031-01-02"});
    let attributes = json!([wallet.attribute(None, "utility-bill", bill)]);
    let parts = [Part::png("$document-1"), Part::json("attributes", &attributes), Part::pdf("$document-2")];
    Call::form(Speaks::Classic, "/users", &parts).bearer(&token).send(&site).await.expect(201);

    let state = state(&site).await;
    assert_eq!(state["counts"]["files"], 2);
    let images = &state["users"][0]["attributes"][0]["value"]["images"];
    assert_eq!(images[0]["mimeType"], "image/png");
    assert_eq!(images[0]["size"], PNG.len());
    let file = state["files"].as_array().unwrap().iter().find(|file| file["id"] == images[0]["content"]).unwrap();
    assert_eq!(file["name"], "a.png");
    let content = Call::page(&format!("/received/{}", file["id"].as_str().unwrap())).operator().send(&site).await;
    assert_eq!(content.headers["content-type"], "image/png");
    assert_eq!(content.headers["x-content-type-options"], "nosniff");
    assert_eq!(content.body.unwrap(), PNG);
}

/// The attributes of the sample template, with `image`, `selfie` and `bill` where files go.
pub(crate) fn application(wallet: &Wallet, image: Value, selfie: Value, bill: Value) -> Value {
    let passport =
        json!({"image": image, "issued": "2030-01-02", "expires": "2040-01-02", "selfie": {"image": selfie}});
    json!([
        wallet.attribute(Some("first"), "first-name", json!("Ada")),
        wallet.attribute(Some("last"), "last-name", json!("Example")),
        wallet.attribute(None, "date-of-birth", json!("1985-04-12")),
        wallet.attribute(None, "nationality", json!({"country": "CH"})),
        wallet.attribute(Some("address"), "physical-address", json!({"address_line_1": "1 Main Street"})),
        wallet.attribute(Some("proof-of-identity"), "passport", passport),
        wallet.attribute(None, "utility-bill", json!({"images": [bill], "issued": "2031-01-02"})),
    ])
}

async fn upload(site: &axum::Router, token: &str, part: Part) -> Value {
    let call = Call::form(Speaks::Classic, "/files", &[part]).bearer(token);
    call.send(site).await.expect(200)["fileId"].clone()
}

#[tokio::test]
async fn kyc_in_each_reading_of_how_files_are_named() {
    let site = site(Dialects::Classic);
    let wallet = Wallet::new(Speaks::Classic, 1);
    let list = Call::get(Speaks::Classic, "/templates").send(&site).await.expect(200);
    assert_eq!(list["templates"][0]["id"], 1);
    let template = Call::get(Speaks::Classic, "/templates/1/schema.json").send(&site).await.expect(200);
    assert_eq!(template["template"]["name"], "Basic verification");
    assert_eq!(template["template"]["attributes"].as_array().unwrap().len(), 8);
    assert!(template["template"]["attributes"][7].is_string(), "bare where there is nothing to say");

    let token = wallet.authenticate(&site).await;
    let image = upload(&site, &token, Part::png("file")).await;
    let selfie = upload(&site, &token, Part::png("file")).await;
    let bill = upload(&site, &token, Part::pdf("file")).await;
    let object = |id: &Value| json!({"mimeType": "image/png", "size": PNG.len(), "content": id});
    let readings = [
        (
            application(&wallet, json!("$document-1"), json!("$document-2"), json!("$document-3")),
            json!({"$document-1": image, "$document-2": selfie, "$document-3": bill}),
        ),
        (
            application(&wallet, json!("$document-1"), json!("$document-2"), json!("$document-3")),
            json!([image, selfie, bill]),
        ),
        (
            application(&wallet, json!("$document-7"), json!("$document-8"), json!("$document-9")),
            json!([{"name": "$document-7", "fileId": image}, {"name": "$document-8", "fileId": selfie},
                {"name": "$document-9", "fileId": bill}]),
        ),
        (application(&wallet, image.clone(), selfie.clone(), bill.clone()), json!([image, selfie, bill])),
        (application(&wallet, object(&image), object(&selfie), bill.clone()), json!([image, selfie, bill])),
    ];
    let count = readings.len();
    for (attributes, files) in readings {
        let body = json!({"templateId": 1, "attributes": attributes, "files": files});
        let answer = Call::json(Speaks::Classic, "/applications", &body).bearer(&token).send(&site).await.expect(201);
        assert_eq!(answer["message"], "Application Created");
    }

    let state = state(&site).await;
    let applications = state["applications"].as_array().unwrap();
    assert_eq!(applications.len(), count);
    for application in applications {
        assert_eq!(application["attributes"][5]["value"]["image"]["content"], image);
        assert_eq!(application["attributes"][6]["value"]["images"][0]["content"], bill);
        assert_eq!((&application["status"], &application["statusName"]), (&json!(1), &json!("In progress")));
    }
}

#[tokio::test]
async fn kyc_refuses_files_that_are_not_there_or_not_used() {
    let site = site(Dialects::Classic);
    let (wallet, other) = (Wallet::new(Speaks::Classic, 1), Wallet::new(Speaks::Classic, 2));
    let token = wallet.authenticate(&site).await;
    let file = upload(&site, &token, Part::png("file")).await;
    let unused = upload(&site, &token, Part::png("file")).await;
    let foreign = upload(&site, &other.authenticate(&site).await, Part::png("file")).await;
    let right = application(&wallet, file.clone(), file.clone(), file.clone());
    let dangling = application(&wallet, json!("$document-4"), file.clone(), file.clone());

    let rows = [
        ("not uploaded", right.clone(), json!([file, "none"]), 422, "file_invalid"),
        ("another wallet's", right.clone(), json!([file, foreign]), 422, "file_invalid"),
        ("left over", right.clone(), json!([file, unused]), 422, "file_invalid"),
        ("not listed", right.clone(), json!([]), 422, "invalid_attributes"),
        ("a reference to nothing", dangling, json!([file]), 422, "invalid_attributes"),
        ("files of the wrong kind", right.clone(), json!("x"), 400, "files_invalid"),
        ("a file that is a number", right.clone(), json!([7]), 400, "files_invalid"),
    ];
    for (row, attributes, files, status, code) in rows {
        let body = json!({"templateId": 1, "attributes": attributes, "files": files});
        let answer = Call::json(Speaks::Classic, "/applications", &body).bearer(&token).send(&site).await;
        answer.expect_refusal(row, status, code);
    }
    let rows = [
        ("no such template", json!({"templateId": 2, "attributes": right, "files": [file]}), 404, "template_not_found"),
        ("no template", json!({"attributes": right, "files": [file]}), 400, "template_missing"),
        ("no attributes", json!({"templateId": 1}), 422, "invalid_attributes"),
    ];
    for (row, body, status, code) in rows {
        let answer = Call::json(Speaks::Classic, "/applications", &body).bearer(&token).send(&site).await;
        answer.expect_refusal(row, status, code);
    }
    assert_eq!(state(&site).await["counts"]["applications"], 0);
}
