//! Services of Auth eID that mean harm, or break the protocol.

use idw_autheid::RequestId;
use idw_wallet::Problem;
use serde_json::{Value, json};

use crate::{
    eid_fake::{error_body, listed},
    eid_service::{Case, LOG_IN},
    explained,
};

/// A change to a request as a service lists it.
type Spoil = fn(&mut Value);

#[tokio::test]
async fn what_breaks_a_rule_is_not_shown_and_told_once() {
    let spoils: [(Spoil, &str); 9] = [
        (|one| one["title"] = json!("two\nlines"), "title has more than one line"),
        (|one| one["email"] = json!("eve@site.example"), "A request is for another email"),
        (|one| one["rp"]["name"] = json!("a\u{202e}pohS"), "The name of a party"),
        (|one| one["rp"]["name"] = json!("x".repeat(61)), "The name of a party"),
        (|one| one["rp"]["id"] = json!(""), "The id of a party"),
        (|one| one["id"] = json!("../../devices/self"), "id is not 44 characters"),
        (|one| one["ends"] = json!(1), "ends is not"),
        (|one| one["type"] = json!("DEVICE_KEY"), "could not read a request"),
        (|one| *one = json!(7), "could not read a request"),
    ];
    for (spoil, why) in spoils {
        let mut case = Case::new().await;
        let (_, mut spoilt) = listed(LOG_IN);
        spoil(&mut spoilt);
        case.fake.state().listed.push(spoilt);
        let good = case.fake.ask(LOG_IN);
        assert!(case.look().await.arrived, "{why}: it hides no other");
        case.look().await;
        assert_eq!(case.wallet().requests().unwrap().len(), 1, "{why}");
        assert_eq!(case.log_has(why), 1, "{why}: {:?}", case.log());
        case.approve(&case.waiting().id).await.unwrap();
        assert_eq!(case.only_answer().0, good.to_string());
    }
}

#[tokio::test]
async fn a_request_that_is_listed_twice_is_one() {
    let mut case = Case::new().await;
    case.fake.ask(LOG_IN);
    let twice = case.fake.state().listed[0].clone();
    case.fake.state().listed.push(twice);
    case.look().await;
    assert_eq!(case.wallet().requests().unwrap().len(), 1);
    assert_eq!(case.log_has("A request is listed twice"), 1);
}

#[tokio::test]
async fn thousands_of_requests_are_a_few() {
    let mut case = Case::new().await;
    let (_, one) = listed(LOG_IN);
    let many = |count: usize| {
        let with_id = |_| {
            let mut one = one.clone();
            one["id"] = json!(RequestId::random().unwrap().as_str());
            one
        };
        (0..count).map(with_id).collect::<Vec<_>>()
    };
    case.fake.state().listed = many(3_000);
    case.look().await;
    assert_eq!(case.wallet().requests().unwrap().len(), 30);
    assert_eq!(case.log_has("more than 30"), 1);
    case.fake.state().listed = many(20_000);
    let error = case.listing().await.unwrap_err();
    assert!(error.to_string().contains("longer than 4 MiB"), "{error}");
}

#[tokio::test]
async fn a_service_that_never_rests_is_taken_so_often_an_hour() {
    let mut case = Case::new().await;
    for _ in 0..17 {
        case.fake.state().listed = (0..30).map(|_| listed(LOG_IN).1).collect();
        case.look().await;
    }
    let requests = case.wallet().requests().unwrap();
    assert_eq!(requests.len(), 500);
    assert_eq!(case.log_has("Too many requests came within an hour"), 1);
}

#[tokio::test]
async fn answers_outside_the_protocol_are_told_as_such() {
    let case = Case::new().await;
    for (status, body) in [
        (200, json!("no list")),
        (200, json!({"cursor": "x".repeat(2_000), "time": 1, "trusts_wallets": true, "requests": []})),
        (200, json!({"cursor": "c", "time": 1, "trusts_wallets": true, "requests": ["x".repeat(5_000_000)]})),
        (302, json!({})),
        (418, json!("no reason")),
    ] {
        case.fake.refuse("GET /wallet/v1/requests", status, &body);
        let error = case.listing().await.unwrap_err();
        assert_eq!(error.problem(), Problem::Protocol, "{status}: {error}");
    }
    assert_eq!(case.fake.count("GET /elsewhere"), 0, "nobody follows it there");
    case.fake.refuse("GET /wallet/v1/requests", 429, &json!({"error": "TOO_MANY", "message": "a\u{202e}b\nc"}));
    let error = case.listing().await.unwrap_err();
    assert!(explained(&error).ends_with("refused the request. It says: “ab c”"), "{error}");
    case.fake.refuse("GET /wallet/v1/requests", 401, &error_body("TOKEN"));
    assert!(case.listing().await.unwrap_err().needs_session());
}
