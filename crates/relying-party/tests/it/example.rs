//! The service that the documentation shows, as it stands there.

use serde_json::json;

use crate::wallet::{Call, Speaks, Wallet};

#[path = "../../examples/service.rs"]
#[expect(dead_code, reason = "its `main` is for people")]
mod shown;

#[tokio::test]
async fn it_lets_a_member_in() {
    let service = shown::service("http://club.example").unwrap();
    assert_eq!(Call::page("/").send(&service).await.text(), "The club");
    let description = Call::page("/members/wallet/config").send(&service).await.expect(200);
    assert_eq!(description["rootEndpoint"], "http://club.example/members/wallet");
    let number = "http://club.example/members/wallet/schemas/number.json";
    assert_eq!(description["attributes"][1], number);
    let schema = Call::page("/members/wallet/schemas/number.json").send(&service).await.expect(200);
    assert_eq!(schema["type"], "integer", "wallets find the schema where its address says");
    Call::page("/members/wallet/schemas/other.json").send(&service).await.expect(404);

    let at = |call: Call| Call { path: call.path.replacen("/lws", "/members/wallet", 1), ..call };
    for (speaks, seed) in [(Speaks::Classic, 1), (Speaks::Did, 2)] {
        let wallet = Wallet::new(speaks, seed);
        let challenge = at(Call::get(speaks, &wallet.challenge_path())).send(&service).await.expect(200);
        let challenge = challenge["jwt"].as_str().unwrap().to_owned();
        let token =
            at(wallet.response(&challenge)).send(&service).await.expect(200)["jwt"].as_str().unwrap().to_owned();

        let mut attributes = json!([
            wallet.attribute(None, "first-name", json!("Ada")),
            wallet.attribute(None, "number", json!("seven")),
        ]);
        let key = if speaks == Speaks::Did { "schemaId" } else { "id" };
        attributes[1][key] = json!(number);
        let wrong = at(wallet.sign_up_with(&token, &attributes)).send(&service).await;
        wrong.expect_refusal("a number in words", 422, "invalid_attributes");
        match speaks {
            Speaks::Did => attributes[1]["data"] = json!(7),
            Speaks::Classic => attributes[1]["data"]["value"] = json!(7),
        }
        at(wallet.sign_up_with(&token, &attributes)).send(&service).await.expect(201);

        let user_token = at(Call::get(speaks, wallet.token_path()).bearer(&token)).send(&service).await.expect(200);
        let answer = at(Call::json(speaks, "/login", &user_token).bearer(&token)).send(&service).await.expect(200);
        let link = answer.as_object().unwrap().values().next().unwrap().as_str().unwrap();
        let path = link.strip_prefix("http://club.example").unwrap();
        assert_eq!(Call::page(path).send(&service).await.text(), "Welcome, \"Ada\"!");
        assert!(Call::page(path).send(&service).await.text().contains("has been used"));
    }
}

#[test]
fn it_is_twenty_odd_lines_and_in_the_documents() {
    let code = include_str!("../../examples/service.rs");
    let counted = code.lines().filter(|line| {
        let line = line.trim();
        !line.is_empty() && !line.starts_with("//") && !line.starts_with("use ") && line != "}"
    });
    assert!(counted.count() <= 25, "the example has grown");
    let document = include_str!("../../../../docs/relying-party.md");
    assert!(document.contains(code.trim()), "docs/relying-party.md shows another one");
}
