//! A token that is kept for another session: who gets it, and who does not.

use std::sync::Arc;

use idw_lws::{Dialect, Nonce, Signer, SignerError, WalletToken};
use serde_json::{Value, json};

use crate::server::{Server, challenge, jwt, ok};
use crate::wallet::{DID, ada, authenticate, client, public_key, signature, site};

const CHALLENGE: &str = "GET /auth/challenge/did:eth:0x0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a";

/// Another account of the same person.
struct Other;

impl Signer for Other {
    fn did(&self) -> String {
        format!("did:eth:{}", self.address())
    }

    fn address(&self) -> String {
        format!("0x{}", "0b".repeat(20))
    }

    fn public_key(&self) -> String {
        public_key()
    }

    fn key_id(&self) -> String {
        format!("{}#keys-1", self.did())
    }

    fn sign(&self, _nonce: &Nonce) -> Result<String, SignerError> {
        Ok(signature())
    }
}

async fn server(claims: Value) -> Server {
    Server::start(move |seen, before| match seen.line.as_str() {
        CHALLENGE => challenge(),
        "POST /auth/challenge" => jwt(claims.clone()),
        // The fourth request and later: the site has forgotten its tokens once.
        "GET /users/token" if before == 3 => (401, json!({"code": "token_invalid"}).to_string()),
        "GET /users/token" => ok(json!({"token": "user"})),
        _ => (404, String::new()),
    })
    .await
}

#[tokio::test]
async fn another_session_needs_no_challenge() {
    let server = server(json!({ "sub": DID })).await;
    let (client, signer, site) = (client(), ada(), site(&server.root, json!({})));
    let kept: WalletToken = {
        let session = authenticate(&client, &site, Dialect::Did, &signer).await.unwrap();
        session.user_token().await.unwrap();
        session.wallet_token()
    };
    assert!(kept.is_fresh() && kept.expires().is_some());
    let session = client.session(&site, Dialect::Did).resume(&signer, &kept).unwrap();
    session.user_token().await.unwrap();
    let lines = server.lines();
    let again = ["GET /users/token", CHALLENGE, "POST /auth/challenge", "GET /users/token"];
    assert_eq!(lines[..3], [CHALLENGE, "POST /auth/challenge", "GET /users/token"]);
    assert_eq!(lines[3..], again, "refused once, the kept token is renewed once");
    let kept = session.wallet_token();
    let session = client.session(&site, Dialect::Did).resume(&signer, &kept).unwrap();
    session.user_token().await.unwrap();
    let sent = |index: usize| server.seen()[index].header("authorization").unwrap().to_owned();
    assert_eq!((server.lines().len(), sent(7)), (8, sent(6)), "the renewed token is the one to keep");
}

#[tokio::test]
async fn nobody_else_gets_it() {
    let server = server(json!({ "sub": DID })).await;
    let (client, signer) = (client(), ada());
    let known = site(&server.root, json!({}));
    let kept = authenticate(&client, &known, Dialect::Did, &signer).await.unwrap().wallet_token();
    let other: Arc<dyn Signer> = Arc::new(Other);
    let check = |more: Value, dialect: Dialect, signer: &Arc<dyn Signer>, expected: bool| {
        let session = client.session(&site(&server.root, more.clone()), dialect);
        assert_eq!(session.resume(signer, &kept).is_ok(), expected, "{more} {dialect:?}");
    };
    check(json!({}), Dialect::Did, &signer, true);
    check(json!({"attributes": []}), Dialect::Did, &signer, true);
    check(json!({}), Dialect::Did, &other, false);
    check(json!({}), Dialect::Classic, &signer, false);
    check(json!({"rootEndpoint": "http://127.0.0.1:9"}), Dialect::Did, &signer, false);
    check(json!({"endpoints": {"/users": "https://elsewhere.example/u"}}), Dialect::Did, &signer, false);
    check(json!({"endpoints": {"/auth/challenge": "/other"}}), Dialect::Did, &signer, false);
}

#[tokio::test]
async fn not_when_it_is_about_to_end() {
    let soon = jiff::Timestamp::now().as_second() + 20;
    let server = server(json!({ "sub": DID, "exp": soon })).await;
    let (client, signer, site) = (client(), ada(), site(&server.root, json!({})));
    let kept = authenticate(&client, &site, Dialect::Did, &signer).await.unwrap().wallet_token();
    assert!(!kept.is_fresh());
    let start = client.session(&site, Dialect::Did).resume(&signer, &kept).unwrap_err();
    start.challenge(&signer).await.expect("the session can still be challenged");
}
