//! Each fault does what it says, and leaves the description alone.

use axum::Router;
use idw_relying_party::{Config, Fault, RelyingParty, SqliteStore};

use crate::wallet::{Answer, Call, Speaks, Wallet, payload};

fn broken(fault: Fault) -> Router {
    let config = Config::sample("http://rp.example".parse().unwrap()).unwrap();
    RelyingParty::new(config, SqliteStore::in_memory().unwrap()).unwrap().router(&[fault])
}

async fn challenge(fault: Fault) -> Answer {
    let site = broken(fault);
    let description = Call::page("/lws/config").send(&site).await.expect(200);
    assert_eq!(description["rootEndpoint"], "http://rp.example/lws");
    Call::get(Speaks::Did, &Wallet::new(Speaks::Did, 1).challenge_path()).send(&site).await
}

#[tokio::test]
async fn answers_that_are_no_answers() {
    let html = challenge(Fault::Html).await;
    assert_eq!(html.headers["content-type"], "text/html; charset=utf-8");
    assert_eq!(challenge(Fault::ServerError).await.status.as_u16(), 500);
    let redirect = challenge(Fault::Redirect).await;
    assert_eq!(
        (redirect.status.as_u16(), &redirect.headers["location"]),
        (302, &"https://elsewhere.example/".parse().unwrap())
    );
    let truncated = challenge(Fault::TruncatedJson).await;
    assert!(truncated.text().starts_with("{\"jwt\":") && !truncated.text().ends_with('}'));
    let oversized = challenge(Fault::Oversized).await;
    assert!(oversized.body.unwrap().len() > 64 * 1024 * 1024);
    assert!(challenge(Fault::Reset).await.body.is_err());
}

#[tokio::test]
async fn tokens_that_a_wallet_should_refuse() {
    for speaks in [Speaks::Classic, Speaks::Did] {
        let wallet = Wallet::new(speaks, 1);
        let challenge = wallet.challenge(&broken(Fault::BadNonce)).await;
        assert!(crate::wallet::text_to_sign(&challenge).contains("wants you to sign in"));

        let site = broken(Fault::WrongSubject);
        let right = payload(&wallet.challenge(&site).await);
        let token = wallet.authenticate(&site).await;
        let subject = payload(&token)["sub"].as_str().unwrap().to_owned();
        let own = if speaks == Speaks::Did { wallet.did() } else { wallet.key.public_key().uncompressed_hex() };
        assert_eq!(subject.len(), own.len());
        assert_ne!(subject, own);
        assert_ne!(right["sub"], subject.as_str(), "the challenge is left alone");

        let challenge = wallet.challenge(&broken(Fault::ExpiredToken)).await;
        assert_eq!(payload(&challenge)["exp"], 1_000_000_001);
    }
}

#[tokio::test]
async fn nobody_has_an_account() {
    let site = broken(Fault::NoAccount);
    let wallet = Wallet::new(Speaks::Classic, 1);
    let token = wallet.authenticate(&site).await;
    wallet.sign_up(&token).send(&site).await.expect(201);
    let answer = Call::get(Speaks::Classic, "/auth/token").bearer(&token).send(&site).await;
    answer.expect_refusal("after a sign-up", 404, "user_does_not_exist");
}
