//! What parties get when the user agrees, and how they check it.

use idw_journeys::{Home, KycProvider};
use serde_json::{Value, json};

use super::checking::{bytes, check_raw, check_token, check_x509, has_tools, root_of};
use super::{BANK, EMAIL, SHOP, World, asking, asking_with, waiting};
use crate::checks;

/// What is signed: with something in every member that a party chooses.
fn signing(title: &str, serialization: &str) -> Value {
    let more = json!({
        "description": " First line,\n\"second\" line: äöü ",
        "timeout_seconds": 120,
        "signature": {"serialization": serialization, "invisible_data": "AP/+aGlkZGVu"},
    });
    asking_with("SIGNATURE", title, &more)
}

#[test]
fn a_login_is_approved_without_a_window_and_its_token_checked() {
    let world = World::new();
    let id = world.shop.created(&asking("AUTHENTICATION", "Log in to the shop"));
    assert_eq!(world.shop.status(&id).outcome(), "NOT_READY");
    let entry = world.entry("Log in to the shop");
    assert_eq!(
        (&entry["protocol"], &entry["party"], &entry["type"]),
        (&json!("autheid"), &json!(SHOP), &json!("logIn"))
    );
    let waiter = waiting(&world.shop, &id);
    let approved = world.approve("Log in to the shop");
    assert_eq!(approved["delivered"], true, "{approved}");
    let reply = waiter.join().expect("it was answered");
    let result = reply.json();
    assert_eq!((reply.outcome().as_str(), &result["email"]), ("SUCCESS", &json!(EMAIL)), "{result}");
    assert_eq!(result["authentication"]["is_verified"], false);
    assert_eq!(world.shop.result(&id), reply, "it is the same each time");
    assert_eq!(world.entry_status("Log in to the shop"), "answered");
    if has_tools() {
        let claims = check_token(&result, &world.caller(""));
        assert_eq!((&claims["sub"], &claims["jti"]), (&json!(EMAIL), &json!(id)), "{claims}");
        assert_eq!(claims["iss"], format!("http://{}", world.shop.address), "{claims}");
        assert!(claims["exp"].as_i64() > claims["iat"].as_i64(), "{claims}");
    }
}

#[test]
fn signatures_in_both_forms_hold_for_a_party_that_pinned_the_root() {
    let mut world = World::new();
    for (party, form) in [(&world.shop, "x509"), (&world.bank, "raw")] {
        for serialization in ["SERIALIZATION_JSON", "SERIALIZATION_PROTOBUF"] {
            let title = format!("Sign {form} {serialization}");
            let id = party.created(&signing(&title, serialization));
            world.approve(&title);
            let result = party.result(&id).json();
            assert_eq!(
                (&result["status"], &result["signature"]["serialization"]),
                (&json!("SUCCESS"), &json!(serialization))
            );
            let data = bytes(&result, "signature_data");
            if serialization == "SERIALIZATION_JSON" {
                let name = if form == "x509" { SHOP } else { BANK };
                assert_eq!(serde_json::from_slice::<Value>(&data).expect("JSON"), signed(&result, form, name, &title));
            } else {
                assert!(data.windows(title.len()).any(|part| part == title.as_bytes()), "{data:?}");
            }
        }
    }
    if !has_tools() {
        return;
    }
    let of_shop = world.shop.created(&signing("To be checked, with certificates", "SERIALIZATION_JSON"));
    let of_bank = world.bank.created(&signing("To be checked, without", "SERIALIZATION_PROTOBUF"));
    world.approve("To be checked, with certificates");
    world.approve("To be checked, without");
    let (of_shop, of_bank) = (world.shop.result(&of_shop).json(), world.bank.result(&of_bank).json());
    world.stop();
    let (root, other) = (root_of(&world.home), root_of(&Home::with_vault()));
    check_x509(&of_shop, &root).unwrap_or_else(|said| panic!("{said}"));
    check_raw(&of_bank).unwrap_or_else(|said| panic!("{said}"));
    check_x509(&of_shop, &other).expect_err("another wallet's root");
    let mut spoilt = of_bank.clone();
    spoilt["signature"]["signature_data"] = of_shop["signature"]["signature_data"].clone();
    check_raw(&spoilt).expect_err("what another party had signed");
}

/// The signed JSON, member by member.
fn signed(result: &Value, form: &str, party: &str, title: &str) -> Value {
    let asked = signing(title, "SERIALIZATION_JSON");
    let mut expected = json!({
        "email": EMAIL, "rpName": party, "title": title, "description": asked["description"], "timeoutSeconds": 120,
        "invisibleData": "AP/+aGlkZGVu",
    });
    if form == "x509" {
        expected["timestampCreated"] = result["timestamp_created"].clone();
        expected["timestampFinished"] = result["timestamp_finished"].clone();
    } else {
        expected["timestamp"] = result["timestamp_finished"].clone();
        expected["raPubKey"] = json!("");
    }
    expected
}

/// A home of somebody who typed in what identification asks for.
pub(super) fn home_of_eve() -> Home {
    let home = Home::with_vault();
    for (name, value) in
        [("email", EMAIL), ("first-name", "Eve"), ("last-name", "Elsewhere"), ("date-of-birth", "1970-01-01")]
    {
        home.ok(["attribute", "set", name, value]);
    }
    for (name, fields) in [
        ("nationality", &["country=DE"][..]),
        ("country-of-residency", &["country=GB"]),
        ("physical-address", &["address_line_1=1 Sample Street", "city=London", "postalcode=N1 1AA"]),
    ] {
        home.set_fields(name, fields, &[]);
    }
    home
}

/// The user agrees, and the party is told that nobody checked who that is.
fn is_not_verified(world: &World, kind: &str, title: &str, more: &Value) {
    let id = world.shop.created(&asking_with(kind, title, more));
    world.approve(title);
    let result = world.shop.result(&id).json();
    assert_eq!(
        (&result["status"], &result["status_code"]),
        (&json!("ACCOUNT_NOT_VERIFIED"), &json!(20005)),
        "{result}"
    );
    for payload in ["identification", "authentication", "signature"] {
        assert!(result.get(payload).is_none(), "nothing of the user goes along: {result}");
    }
    assert!(result["unique_user_id"].is_string(), "{result}");
}

#[test]
fn who_is_not_verified_is_told_so_and_identified_after_a_check() {
    let mut world = World::of(home_of_eve());
    is_not_verified(&world, "IDENTIFICATION", "Who is it?", &json!({}));
    is_not_verified(&world, "AUTHENTICATION", "Somebody known", &json!({"authenticate": {"verified_only": true}}));
    is_not_verified(&world, "SIGNATURE", "A known hand", &json!({"signature": {"verified_only": true}}));

    world.stop();
    let provider = KycProvider::start("verified:ada:PP", &[]);
    checks::add(&world.home, &provider, "web-idv", &["--trust"]);
    let checked = checks::verify(&world.home, &[]);
    assert_eq!(checked.code, 0, "{}", checked.said);
    world.start();
    let id = world.shop.created(&asking("IDENTIFICATION", "Who is it now?"));
    world.approve("Who is it now?");
    let result = world.shop.result(&id).json();
    assert_eq!(result["status"], "SUCCESS", "{result}");
    let identified = &result["identification"];
    // What was checked, and not what the user had typed in before that.
    for (member, value) in [
        ("first_name", "ADA"),
        ("last_name", "EXAMPLE"),
        ("date_of_birth", "1985-12-10"),
        ("nationality", "DEU"),
        ("residency_country", "GBR"),
        ("residency_city", "London"),
        ("residency_address", "1 Sample Street"),
    ] {
        assert_eq!(identified[member], value, "{member}: {result}");
    }
    let login = world.shop.created(&asking_with(
        "AUTHENTICATION",
        "Known now",
        &json!({"authenticate": {"verified_only": true}}),
    ));
    world.approve("Known now");
    assert_eq!(world.shop.result(&login).json()["authentication"]["is_verified"], true);

    // Whoever changes what was checked is not verified by it any more.
    world.stop();
    world.home.ok(["attribute", "set", "first-name", "Eva", "--label", "Example Check", "--yes"]);
    world.start();
    is_not_verified(&world, "IDENTIFICATION", "And with another name?", &json!({}));
}
