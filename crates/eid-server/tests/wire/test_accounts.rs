//! Accounts that decide by themselves.

use idw_autheid::sign::Form;
use serde_json::json;

use super::server::Server;

#[tokio::test]
async fn test_accounts_decide_by_themselves() {
    let server = Server::start(&["--test-accounts", "--decide-after", "100ms"]).await;
    let (_, shop) = server.rp("Sample Shop", Form::X509).await;
    for (email, kind, status) in [
        ("test@example.com", "AUTHENTICATION", "SUCCESS"),
        ("test@example.com", "SIGNATURE", "SUCCESS"),
        ("test@example.com", "IDENTIFICATION", "SUCCESS"),
        ("test@example.com", "KYC", "SUCCESS"),
        ("test-unverified@example.com", "AUTHENTICATION", "SUCCESS"),
        ("test-unverified@example.com", "KYC", "ACCOUNT_NOT_VERIFIED"),
    ] {
        let id = shop.create(&json!({"type": kind, "email": email, "title": kind, "timeout_seconds": 600})).await;
        let result = shop.result(&id).await;
        assert_eq!(result["status"], status, "{email} {kind}: {result}");
        if kind == "AUTHENTICATION" {
            assert_eq!(result["authentication"]["is_verified"], email == "test@example.com");
        }
    }
    for (list, eu, pep) in [("eu", "MATCH_FOUND", "NO_MATCH_FOUND"), ("pep", "NO_MATCH_FOUND", "MATCH_FOUND")] {
        let email = format!("test@screening-{list}.example.com");
        let id = shop.create(&json!({"type": "KYC", "email": email, "title": "KYC", "timeout_seconds": 600})).await;
        let kyc = shop.result(&id).await["kyc"].clone();
        assert_eq!((&kyc["screening_EU"], &kyc["screening_PEP"]), (&json!(eu), &json!(pep)), "{kyc}");
        let pdf = shop.call("GET", &format!("/v1/requests/{id}/files/kyc.pdf"), &[], b"").await;
        assert!(pdf.status == 200 && pdf.body.starts_with(b"%PDF-"), "{pdf:?}");
    }
}

#[tokio::test]
async fn without_them_the_same_emails_are_like_any_other() {
    let server = Server::start(&[]).await;
    let (_, shop) = server.rp("Sample Shop", Form::X509).await;
    let body = json!({"type": "AUTHENTICATION", "email": "test@example.com", "title": "x", "timeout_seconds": 10});
    let id = shop.create(&body).await;
    assert_eq!(shop.result(&id).await["status"], "TIMEOUT");
}
