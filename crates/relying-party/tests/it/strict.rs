//! What is refused, rule by rule.

use axum::Router;
use idw_relying_party::Dialects;
use serde_json::{Value, json};

use crate::wallet::{Call, Part, Speaks, Wallet, forge, payload, schema, site, state, text_to_sign};

/// The order of secp256k1 (SEC 2, section 2.4.1).
const ORDER: [u8; 32] = [
    0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfe, 0xba, 0xae, 0xdc,
    0xe6, 0xaf, 0x48, 0xa0, 0x3b, 0xbf, 0xd2, 0x5e, 0x8c, 0xd0, 0x36, 0x41, 0x41,
];

#[tokio::test]
async fn headers() {
    let site = site(Dialects::Both);
    for speaks in [Speaks::Classic, Speaks::Did] {
        let wallet = Wallet::new(speaks, 1);
        let token = wallet.authenticate(&site).await;
        wallet.sign_up(&token).send(&site).await.expect(201);
        let right = [
            Call::get(speaks, &wallet.challenge_path()),
            Call::get(speaks, wallet.token_path()).bearer(&token),
            Call::get(speaks, "/templates"),
            wallet.sign_up(&token),
        ];
        for call in right {
            let check = async |row: &str, call: Call, code: &str| {
                call.send(&site).await.expect_refusal(&format!("{speaks:?}: {row}"), 400, code);
            };
            check("no origin", call.clone().without("origin"), "origin_invalid").await;
            check("an origin in lower case", call.clone().with("origin", "idw"), "origin_invalid").await;
            check("a foreign origin", call.clone().with("origin", "https://elsewhere.example"), "origin_invalid").await;
            check("no agent", call.clone().without("user-agent"), "user_agent_invalid").await;
            check("a browser", call.clone().with("user-agent", "Mozilla/5.0"), "user_agent_invalid").await;
            check("an agent without version", call.clone().with("user-agent", "SelfKeyIDW/"), "user_agent_invalid")
                .await;
            check("no accept", call.clone().without("accept"), "accept_invalid").await;
            check("another accept", call.clone().with("accept", "text/html"), "accept_invalid").await;

            let success = call.clone().with("origin", "http://rp.example").send(&site).await.status;
            assert!(success.is_success(), "a page of the site started the flow: {success}");
        }
        let other = if speaks == Speaks::Classic { "SelfKeyIDW/1.0.0" } else { "SelfkeyIDW/1.0.0" };
        let call = Call::get(speaks, &wallet.challenge_path()).with("user-agent", other);
        call.send(&site).await.expect_refusal("the other dialect's agent", 400, "user_agent_invalid");
    }
}

#[tokio::test]
async fn challenge_responses() {
    let site = site(Dialects::Both);
    for speaks in [Speaks::Classic, Speaks::Did] {
        let wallet = Wallet::new(speaks, 1);
        let challenge = wallet.challenge(&site).await;
        let body = wallet.response_body(&challenge);
        let with = |signature: Value| {
            let body = json!({"signature": signature});
            Call::json(speaks, "/auth/challenge", &body).bearer(&challenge)
        };
        // The same signature in other spellings.
        let value = body["signature"]["value"].as_str().or(body["signature"].as_str()).unwrap();
        let respell = |value: &str| match speaks {
            Speaks::Classic => with(json!(value)),
            Speaks::Did => with(json!({"value": value, "keyId": format!("{}#keys-1", wallet.did())})),
        };
        let rows = [
            ("no signature", with(Value::Null), "signature_missing"),
            ("a number", with(json!(7)), "signature_invalid"),
            ("empty", respell(""), "signature_invalid"),
            ("without 0x", respell(&value[2..]), "signature_invalid"),
            ("too short", respell(&value[..130]), "signature_invalid"),
            ("v of a chain", respell(&format!("{}25", &value[..130])), "signature_invalid"),
            ("high s", respell(&high_s_twin(value)), "signature_invalid"),
        ];
        for (row, call, code) in rows {
            call.send(&site).await.expect_refusal(&format!("{speaks:?}: {row}"), 422, code);
        }
        wallet.response(&challenge).send(&site).await.expect(200);
        let replayed = wallet.response(&challenge).send(&site).await;
        replayed.expect_refusal("a replayed challenge", 401, "token_invalid");
    }
}

/// The other signature over the same text by the same key: n - s, v flipped.
fn high_s_twin(signature: &str) -> String {
    let mut bytes = hex::decode(&signature[2..]).unwrap();
    let mut borrow = false;
    for index in (0..32).rev() {
        let (difference, first) = ORDER[index].overflowing_sub(bytes[32 + index]);
        let (difference, second) = difference.overflowing_sub(u8::from(borrow));
        borrow = first || second;
        bytes[32 + index] = difference;
    }
    bytes[64] = 27 + 28 - bytes[64];
    format!("0x{}", hex::encode(bytes))
}

#[tokio::test]
async fn the_did_is_the_challenged_one() {
    let site = site(Dialects::Did);
    let (wallet, other) = (Wallet::new(Speaks::Did, 1), Wallet::new(Speaks::Did, 2));
    let challenge = wallet.challenge(&site).await;
    let signature = wallet.key.sign_personal(&text_to_sign(&challenge)).to_hex();
    let checksummed = format!("did:eth:{}#keys-1", wallet.key.address());
    let rows = [
        ("no key id", json!({"value": signature}), "invalid_did"),
        ("another's key id", json!({"value": signature, "keyId": format!("{}#keys-1", other.did())}), "invalid_did"),
        ("no fragment", json!({"value": signature, "keyId": wallet.did()}), "invalid_did"),
        ("a checksum", json!({"value": signature, "keyId": checksummed}), "invalid_did"),
        ("no value", json!({"keyId": format!("{}#keys-1", wallet.did())}), "signature_missing"),
    ];
    for (row, signature, code) in rows {
        let call = Call::json(Speaks::Did, "/auth/challenge", &json!({"signature": signature})).bearer(&challenge);
        call.send(&site).await.expect_refusal(row, 422, code);
    }
    let mut body = other.response_body(&challenge);
    body["signature"]["keyId"] = json!(format!("{}#keys-1", wallet.did()));
    let call = Call::json(Speaks::Did, "/auth/challenge", &body).bearer(&challenge);
    call.send(&site).await.expect_refusal("another's signature", 422, "signature_invalid");
    wallet.response(&challenge).send(&site).await.expect(200);
}

#[tokio::test]
async fn dids_are_spelt_in_one_way() {
    let site = site(Dialects::Did);
    let wallet = Wallet::new(Speaks::Did, 1);
    let rows = [
        format!("did:eth:{}", wallet.key.address()),
        wallet.did().replace("did:eth", "did:selfkey"),
        wallet.did()[..wallet.did().len() - 1].to_owned(),
        wallet.key.public_key().uncompressed_hex(),
        "x".to_owned(),
    ];
    for subject in rows {
        let answer = Call::get(Speaks::Did, &format!("/auth/challenge/{subject}")).send(&site).await;
        answer.expect_refusal(&subject, 422, "invalid_did");
    }
}

#[tokio::test]
async fn tokens() {
    let site = site(Dialects::Both);
    for speaks in [Speaks::Classic, Speaks::Did] {
        let wallet = Wallet::new(speaks, 1);
        let other_dialect = Wallet::new(if speaks == Speaks::Did { Speaks::Classic } else { Speaks::Did }, 1);
        let token = wallet.authenticate(&site).await;
        wallet.sign_up(&token).send(&site).await.expect(201);
        let challenge = wallet.challenge(&site).await;
        let mut expired = payload(&token);
        expired["exp"] = json!(1_000_000_000);
        let mut nobody = payload(&token);
        nobody["sub"] = json!("somebody");

        let get = || Call::get(speaks, wallet.token_path());
        let rows = [
            ("none", get(), 400, "token_missing"),
            ("another scheme", get().with("authorization", &format!("Token {token}")), 400, "token_missing"),
            ("two spaces", get().with("authorization", &format!("Bearer  {token}")), 401, "token_invalid"),
            ("a space behind", get().bearer(&format!("{token} ")), 401, "token_invalid"),
            ("a challenge token", get().bearer(&challenge), 401, "token_invalid"),
            ("the other dialect's", get().bearer(&other_dialect.authenticate(&site).await), 401, "token_invalid"),
            ("changed", get().bearer(&changed(&token)), 401, "token_invalid"),
            ("expired", get().bearer(&forge(&expired)), 401, "token_invalid"),
            ("of nobody", get().bearer(&forge(&nobody)), 401, "token_invalid"),
            ("no token", get().bearer("x"), 401, "token_invalid"),
        ];
        for (row, call, status, code) in rows {
            call.send(&site).await.expect_refusal(&format!("{speaks:?}: {row}"), status, code);
        }
        get().bearer(&token).send(&site).await.expect(200);

        let swapped = Call::json(speaks, "/auth/challenge", &wallet.response_body(&challenge)).bearer(&token);
        swapped.send(&site).await.expect_refusal("a wallet token for a response", 401, "token_invalid");
    }
}

/// Another character in the payload.
fn changed(token: &str) -> String {
    let position = token.find('.').unwrap() + 10;
    let other = if &token[position..=position] == "A" { "B" } else { "A" };
    format!("{}{other}{}", &token[..position], &token[position + 1..])
}

#[tokio::test]
async fn an_expired_challenge() {
    let site = site(Dialects::Both);
    let wallet = Wallet::new(Speaks::Did, 1);
    let mut claims = payload(&wallet.challenge(&site).await);
    claims["exp"] = json!(1_000_000_000);
    wallet.response(&forge(&claims)).send(&site).await.expect_refusal("expired", 401, "token_invalid");
}

#[tokio::test]
async fn user_tokens() {
    let site = site(Dialects::Both);
    let (wallet, other) = (Wallet::new(Speaks::Classic, 1), Wallet::new(Speaks::Classic, 2));
    let token = wallet.authenticate(&site).await;
    wallet.sign_up(&token).send(&site).await.expect(201);
    let user_token = async || Call::get(Speaks::Classic, "/auth/token").bearer(&token).send(&site).await.expect(200);
    let log_in = |body: &Value| Call::json(Speaks::Classic, "/login", body);

    let given = user_token().await;
    log_in(&given).send(&site).await.expect_refusal("no bearer", 400, "token_missing");
    log_in(&json!({})).bearer(&token).send(&site).await.expect_refusal("no user token", 400, "token_missing");
    log_in(&json!({"token": "x"})).bearer(&token).send(&site).await.expect_refusal("unknown", 401, "token_invalid");
    log_in(&given).bearer(&token).send(&site).await.expect(200);
    log_in(&given).bearer(&token).send(&site).await.expect_refusal("used", 401, "token_invalid");

    let others = other.authenticate(&site).await;
    let answer = log_in(&user_token().await).bearer(&others).send(&site).await;
    answer.expect_refusal("another wallet's", 401, "token_invalid");
}

#[tokio::test]
async fn attributes() {
    let site = site(Dialects::Both);
    for speaks in [Speaks::Classic, Speaks::Did] {
        let wallet = Wallet::new(speaks, 1);
        let token = wallet.authenticate(&site).await;
        let sign_up = |attributes: &Value| {
            let call = match speaks {
                Speaks::Classic => Call::form(speaks, "/users", &[Part::json("attributes", attributes)]),
                Speaks::Did => Call::json(speaks, "/users", &json!({"attributes": attributes})),
            };
            call.bearer(&token)
        };
        let changed = |index: usize, attribute: Value| {
            let mut attributes = wallet.attributes();
            let list = attributes.as_array_mut().unwrap();
            list.splice(index..list.len().min(index + 1), [attribute]);
            attributes
        };
        let over_https = {
            let text = wallet.attribute(None, "last-name", json!("Example")).to_string();
            serde_json::from_str(&text.replace("http:", "https:")).unwrap()
        };
        let rows = [
            ("an unknown id", changed(0, wallet.attribute(Some("given"), "first-name", json!("Ada")))),
            ("no id where one was given", changed(0, wallet.attribute(None, "first-name", json!("Ada")))),
            ("an id where none was given", changed(1, wallet.attribute(Some("last"), "last-name", json!("E")))),
            ("another schema under an id", changed(0, wallet.attribute(Some("first"), "last-name", json!("Ada")))),
            ("a bad shape", changed(4, wallet.attribute(None, "nationality", json!({"country": "Switzerland"})))),
            ("a bad date", changed(3, wallet.attribute(None, "date-of-birth", json!("1985-13-12")))),
            ("a bad email", changed(2, wallet.attribute(Some("contact-email"), "email", json!("ada")))),
            ("platform over https", changed(1, over_https)),
            ("twice", changed(4, wallet.attribute(None, "last-name", json!("Example")))),
            ("no attribute at all", json!([])),
            ("no array", json!({})),
            ("a quoted array", json!(wallet.attributes().to_string())),
            (
                "an optional one of bad shape",
                changed(5, wallet.attribute(Some("home-address"), "physical-address", json!({}))),
            ),
        ];
        for (row, attributes) in rows {
            let answer = sign_up(&attributes).send(&site).await;
            let body = answer.expect_refusal(&format!("{speaks:?}: {row}"), 422, "invalid_attributes");
            assert!(body["errors"][0]["message"].is_string(), "{row}: {body}");
        }
        assert_eq!(state(&site).await["counts"]["users"], 0, "refused sign-ups leave nothing");
    }
}

#[tokio::test]
async fn what_was_not_asked_for_is_tolerated_and_marked() {
    let site = site(Dialects::Both);
    let wallet = Wallet::new(Speaks::Did, 1);
    let token = wallet.authenticate(&site).await;
    let mut attributes = wallet.attributes();
    attributes.as_array_mut().unwrap().push(wallet.attribute(Some("mine"), "cv", json!(7)));
    attributes[0]["label"] = json!("given name");
    let body = json!({"attributes": attributes, "more": true});
    Call::json(Speaks::Did, "/users", &body).bearer(&token).send(&site).await.expect(201);
    let extra = state(&site).await["users"][0]["attributes"][5].clone();
    assert_eq!((&extra["schemaId"], &extra["requested"]), (&json!(schema("cv")), &json!(false)));
}

#[tokio::test]
async fn parts_of_a_form() {
    let site = site(Dialects::Classic);
    let wallet = Wallet::new(Speaks::Classic, 1);
    let token = wallet.authenticate(&site).await;
    let mut attributes = wallet.attributes();
    let letter = wallet.attribute(None, "external-document", json!(["$document-1"]));
    attributes.as_array_mut().unwrap().push(letter);
    let named = Part::json("attributes", &attributes);
    let png = Part::png("$document-1");
    let rows = [
        ("a missing part", vec![named.clone()], 422, "invalid_attributes"),
        ("a part left over", vec![named.clone(), png.clone(), Part::png("$document-2")], 422, "file_invalid"),
        ("no filename", vec![named.clone(), Part { file_name: None, ..png.clone() }], 422, "file_invalid"),
        ("an empty file", vec![named.clone(), Part { content: vec![], ..png.clone() }], 422, "file_invalid"),
        (
            "a type that is none",
            vec![named.clone(), Part { mime_type: "image/jpg", ..png.clone() }],
            422,
            "file_invalid",
        ),
        (
            "another type",
            vec![named.clone(), Part { mime_type: "application/pdf", ..png.clone() }],
            422,
            "file_invalid",
        ),
        ("another part", vec![named.clone(), png.clone(), Part::png("extra")], 400, "part_unexpected"),
        ("a part twice", vec![named.clone(), png.clone(), png.clone()], 400, "part_unexpected"),
        ("no attributes", vec![png.clone()], 400, "attributes_missing"),
        ("text", vec![Part { mime_type: "text/plain", ..named.clone() }, png.clone()], 400, "content_type_invalid"),
        ("no JSON", vec![Part { content: b"[".to_vec(), ..named.clone() }, png.clone()], 400, "body_invalid"),
    ];
    for (row, parts, status, code) in rows {
        let answer = Call::form(Speaks::Classic, "/users", &parts).bearer(&token).send(&site).await;
        answer.expect_refusal(row, status, code);
    }
    let json = Call::json(Speaks::Classic, "/users", &json!({"attributes": []})).bearer(&token).send(&site).await;
    json.expect_refusal("JSON instead of a form", 400, "content_type_invalid");
    assert_eq!(state(&site).await["counts"]["files"], 0);
    let parts = [named, png, Part::json("meta", &json!({"plan": 1}))];
    Call::form(Speaks::Classic, "/users", &parts).bearer(&token).send(&site).await.expect(201);
}

#[tokio::test]
async fn uploads() {
    let site = site(Dialects::Both);
    let rows: [(Speaks, &str, &str, &'static str); 3] = [
        (Speaks::Did, "/users/file", "document", "file"),
        (Speaks::Did, "/files", "document", "file"),
        (Speaks::Classic, "/files", "file", "document"),
    ];
    for (speaks, path, right, wrong) in rows {
        let token = Wallet::new(speaks, 1).authenticate(&site).await;
        let upload = async |parts: &[Part]| Call::form(speaks, path, parts).bearer(&token).send(&site).await;
        upload(&[Part::png(wrong)]).await.expect_refusal("another name", 400, "file_missing");
        upload(&[]).await.expect_refusal("no part", 400, "file_missing");
        let right: &'static str = if right == "file" { "file" } else { "document" };
        upload(&[Part::png(right), Part::png(right)]).await.expect_refusal("two parts", 400, "file_missing");
        let big = Part { content: vec![0; 50_000_001], ..Part::png(right) };
        let refusal = upload(&[big]).await.expect_refusal("too large", 413, "too_large");
        assert_eq!(refusal["limit"], 50_000_000, "a program learns what would have been taken");
        let none = Call::form(speaks, path, &[Part::png(right)]).send(&site).await;
        none.expect_refusal("no token", 400, "token_missing");
        upload(&[Part::png(right)]).await.expect(200);
    }
}

#[tokio::test]
async fn bodies() {
    let site = site(Dialects::Both);
    let wallet = Wallet::new(Speaks::Did, 1);
    let token = wallet.authenticate(&site).await;
    let large = json!({"attributes": "x".repeat(1024 * 1024)});
    let call = Call::json(Speaks::Did, "/users", &large).bearer(&token);
    call.send(&site).await.expect_refusal("above 1 MiB", 413, "too_large");
    let call = Call::json(Speaks::Did, "/users", &json!({})).bearer(&token).with("content-type", "text/plain");
    call.send(&site).await.expect_refusal("not JSON by its type", 400, "content_type_invalid");
    let call = Call::get(Speaks::Did, "/users").method("POST").bearer(&token).with("content-type", "application/json");
    call.send(&site).await.expect_refusal("empty", 400, "body_invalid");
    let wrong = Call::get(Speaks::Did, "/users").bearer(&token).send(&site).await;
    wrong.expect_refusal("the method", 405, "method_not_allowed");
    Call::get(Speaks::Did, "/nothing").send(&site).await.expect_refusal("the path", 404, "not_found");
}

#[tokio::test]
async fn a_site_of_one_dialect_has_no_endpoints_of_the_other() {
    let check = async |site: &Router, path: &str, row: &str| {
        for speaks in [Speaks::Classic, Speaks::Did] {
            Call::get(speaks, path).send(site).await.expect_refusal(row, 404, "not_found");
        }
    };
    let classic = site(Dialects::Classic);
    let did = Wallet::new(Speaks::Did, 1).challenge_path();
    check(&classic, &did, "a wallet finds out").await;
    check(&classic, "/users/token", "did").await;
    check(&site(Dialects::Did), "/auth/challenge", "classic").await;
    check(&site(Dialects::Did), "/templates/1/schema.json", "classic").await;
    let answer = Call::get(Speaks::Did, "/templates").send(&classic).await;
    answer.expect_refusal("an endpoint of both", 400, "user_agent_invalid");
}
