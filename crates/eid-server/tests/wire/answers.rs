//! Decisions on their way to the RP.

use idw_autheid::Identification;
use idw_autheid::sign::{ClientKey, Form, Secret};
use idw_autheid::wire::{AnswerCall, AnswerDecision, AnsweredKyc};
use serde_json::{Value, json};

use super::server::Server;
use super::wallet::Wallet;

const EMAIL: &str = "ada@site.example";

fn signing() -> Value {
    json!({"type": "SIGNATURE", "email": EMAIL, "title": "Sign", "description": "3 lamps", "signature": {"invisible_data": "AAE="}})
}

#[tokio::test]
async fn a_reader_hears_the_decision() {
    let server = Server::start(&[]).await;
    let (rp, shop) = server.rp("Sample Shop", Form::Raw).await;
    let wallet = Wallet::bound(&server, EMAIL).await;
    let id = shop.create(&json!({"type": "AUTHENTICATION", "email": EMAIL, "title": "Log in"})).await;
    let (result, answered) = tokio::join!(shop.result(&id), wallet.approve(&id));
    assert_eq!(answered["status"], "SUCCESS");
    assert_eq!((&result["status"], &result["email"]), (&json!("SUCCESS"), &json!(EMAIL)));
    assert_eq!(result["authentication"]["is_verified"], false);
    let claims = result["authentication"]["jwt"].as_str().unwrap().split('.').nth(1).unwrap();
    let claims: Value = {
        use base64::Engine as _;
        serde_json::from_slice(&base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(claims).unwrap()).unwrap()
    };
    assert_eq!((&claims["aud"], &claims["jti"]), (&json!(rp.id), &json!(id)));
    assert_eq!(claims["iss"], format!("http://{}", server.address));
    assert_eq!(
        shop.call("GET", "/.well-known/jwks.json", &[], b"").await.json()["keys"].as_array().map(Vec::len),
        Some(1)
    );
}

#[tokio::test]
async fn signatures_reach_the_rp_in_both_forms() {
    let server = Server::start(&[]).await;
    let wallet = Wallet::bound(&server, EMAIL).await;
    for (name, form) in [("Raw Shop", Form::Raw), ("Certified Shop", Form::X509)] {
        let (_, shop) = server.rp(name, form).await;
        let mut users = Vec::new();
        for round in 0..2 {
            let id = shop.create(&signing()).await;
            let needed = wallet.listed(&id).await.certificate_needed;
            assert_eq!(needed, Some(form == Form::X509 && round == 0), "a certificate is asked for once");
            assert_eq!(wallet.approve(&id).await["status"], "SUCCESS");
            let result = shop.result(&id).await;
            assert_eq!(result["status"], "SUCCESS", "{result}");
            let signature = &result["signature"];
            let member = if form == Form::Raw { "user_pub_key" } else { "certificate_client" };
            users.push((result["unique_user_id"].clone(), signature[member].clone()));
            assert!(signature[member].is_string(), "{result}");
        }
        assert_eq!(users[0], users[1], "the same person with the same key");
    }
}

#[tokio::test]
async fn a_person_is_the_same_on_every_device() {
    let server = Server::start(&[]).await;
    let (_, shop) = server.rp("Sample Shop", Form::X509).await;
    let devices = [Wallet::bound(&server, EMAIL).await, Wallet::bound(&server, EMAIL).await];
    let mut seen = Vec::new();
    for device in &devices {
        let id = shop.create(&signing()).await;
        device.approve(&id).await;
        let result = shop.result(&id).await;
        seen.push((result["unique_user_id"].clone(), result["device_id"].clone()));
    }
    assert_eq!(seen[0].0, seen[1].0);
    assert_ne!(seen[0].1, seen[1].1);
}

#[tokio::test]
async fn the_first_decision_stands_and_the_same_one_again_is_fine() {
    let server = Server::start(&[]).await;
    let (_, shop) = server.rp("Sample Shop", Form::Raw).await;
    let [one, two] = [Wallet::bound(&server, EMAIL).await, Wallet::bound(&server, EMAIL).await];
    let id = shop.create(&signing()).await;
    let listed = one.listed(&id).await;
    let yes = one.yes(&listed);
    assert_eq!(one.answer(&listed.id, &yes).await.status, 200);
    let again = one.answer(&listed.id, &yes).await;
    assert_eq!((again.status, again.json()["status"].clone()), (200, json!("SUCCESS")));
    for late in [two.yes(&listed), AnswerCall::declined()] {
        let reply = two.answer(&listed.id, &late).await;
        assert_eq!(reply.error(), (409, "OVER".to_owned()));
        assert_eq!(reply.json()["status"], "SUCCESS");
    }
    let id = shop.create(&signing()).await;
    let listed = one.listed(&id).await;
    shop.call("POST", &format!("/v1/requests/{id}/cancel"), &[], b"").await;
    let reply = one.answer(&listed.id, &one.yes(&listed)).await;
    assert_eq!((reply.status, reply.json()["status"].clone()), (409, json!("RP_CANCELLED")));
}

/// Something that is wrong with an answer.
type Change = Box<dyn Fn(&mut AnswerCall)>;

#[tokio::test]
async fn what_does_not_fit_decides_nothing() {
    let server = Server::start(&[]).await;
    let wallet = Wallet::bound(&server, EMAIL).await;
    for (name, form) in [("Raw Shop", Form::Raw), ("Certified Shop", Form::X509)] {
        let (_, shop) = server.rp(name, form).await;
        let id = shop.create(&signing()).await;
        let listed = wallet.listed(&id).await;
        let stranger = ClientKey::derive(&Secret::from_bytes(&[9; 32]), "x").unwrap();
        let changes: [(&str, Change); 9] = [
            ("another text", Box::new(|call| call.signature.as_mut().unwrap().data.push(b' '))),
            ("another signature", Box::new(|call| call.signature.as_mut().unwrap().sign[40] ^= 1)),
            ("another time", Box::new(|call| call.at += 1)),
            ("too early", Box::new(|call| call.at -= 1_000)),
            ("too late", Box::new(|call| call.at += 1_000)),
            ("no device", Box::new(|call| call.device_id = "x".to_owned())),
            ("a name nobody can see", Box::new(|call| call.device_name = "\u{202e}".to_owned())),
            ("no signature", Box::new(|call| call.signature = None)),
            (
                "the key of another",
                Box::new(move |call| {
                    let signature = call.signature.as_mut().unwrap();
                    signature.user_pub_key = vec![2; 33];
                    signature.certificate_request = Some(stranger.certificate_request().unwrap());
                }),
            ),
        ];
        for (what, change) in changes {
            let mut call = wallet.yes(&listed);
            change(&mut call);
            let reply = wallet.answer(&listed.id, &call).await;
            assert_eq!(reply.error(), (400, "INVALID".to_owned()), "{name}: {what}");
        }
        assert_eq!(wallet.approve(&id).await["status"], "SUCCESS", "it is open still");
    }
}

fn verified(wallet: &Wallet, listed: &idw_autheid::wire::Listed) -> AnswerCall {
    let person =
        Identification { first_name: "Ada".to_owned(), last_name: "Example".to_owned(), ..Identification::default() };
    let kyc = AnsweredKyc { kyc_pdf: b"%PDF-1.7 kyc".to_vec(), ..AnsweredKyc::default() };
    AnswerCall { is_verified: true, identification: Some(person), kyc: Some(kyc), ..wallet.yes(listed) }
}

#[tokio::test]
async fn nobody_is_verified_unless_the_operator_trusts_wallets() {
    for (options, trusts) in [(&[][..], false), (&["--trust-wallets"], true)] {
        let server = Server::start(options).await;
        let (_, shop) = server.rp("Sample Shop", Form::Raw).await;
        let wallet = Wallet::bound(&server, EMAIL).await;
        assert_eq!(wallet.listing().await.trusts_wallets, trusts);
        for kind in ["AUTHENTICATION", "SIGNATURE", "IDENTIFICATION", "KYC"] {
            let body = json!({"type": kind, "email": EMAIL, "title": kind, "kyc": {"files_format": "EMBEDDED"}});
            let id = shop.create(&body).await;
            let listed = wallet.listed(&id).await;
            let reply = wallet.answer(&listed.id, &verified(&wallet, &listed)).await;
            let result = shop.result(&id).await;
            assert_eq!(reply.json()["status"], result["status"]);
            let needs = ["IDENTIFICATION", "KYC"].contains(&kind);
            let expected = if needs && !trusts { "ACCOUNT_NOT_VERIFIED" } else { "SUCCESS" };
            assert_eq!(result["status"], expected, "{kind}");
            if !needs {
                let member = kind.to_lowercase();
                assert_eq!(result[&member]["is_verified"], trusts, "{result}");
            }
            assert_eq!(result.to_string().contains("Example"), needs && trusts, "{result}");
        }
    }
}

#[tokio::test]
async fn somebody_who_is_not_verified_is_told_so() {
    let server = Server::start(&["--trust-wallets"]).await;
    let (_, shop) = server.rp("Sample Shop", Form::Raw).await;
    let wallet = Wallet::bound(&server, EMAIL).await;
    let id = shop.create(&json!({"type": "IDENTIFICATION", "email": EMAIL, "title": "Who are you"})).await;
    let listed = wallet.listed(&id).await;
    let without = AnswerCall { is_verified: false, ..verified(&wallet, &listed) };
    assert_eq!(wallet.answer(&listed.id, &without).await.error(), (400, "INVALID".to_owned()));
    let call = AnswerCall { decision: AnswerDecision::NotVerified, ..wallet.yes(&listed) };
    assert_eq!(wallet.answer(&listed.id, &call).await.json()["status"], "ACCOUNT_NOT_VERIFIED");
    assert_eq!(shop.result(&id).await["status"], "ACCOUNT_NOT_VERIFIED");
}

#[tokio::test]
async fn a_no_and_what_was_decided_before_a_restart_stay() {
    let server = Server::start(&[]).await;
    let (_, mut shop) = server.rp("Sample Shop", Form::Raw).await;
    let mut wallet = Wallet::bound(&server, EMAIL).await;
    let [no, yes, open] = [
        shop.create(&signing()).await,
        shop.create(&signing()).await,
        shop.create(&json!({"type": "AUTHENTICATION", "email": EMAIL, "title": "Log in", "timeout_seconds": 600}))
            .await,
    ];
    let listed = wallet.listed(&no).await;
    assert_eq!(wallet.answer(&listed.id, &AnswerCall::declined()).await.json()["status"], "USER_CANCELLED");
    wallet.approve(&yes).await;
    let server = server.restart(&[]).await;
    shop.address = server.address;
    wallet.caller.address = server.address;
    assert_eq!(shop.result(&no).await["status"], "USER_CANCELLED");
    let result = shop.result(&yes).await;
    assert_eq!(result["status"], "SUCCESS");
    assert_eq!(shop.result(&yes).await, result, "the same bytes each time");
    assert_eq!(wallet.approve(&open).await["status"], "SUCCESS", "the session outlives the restart too");
}
