//! KYC and its PDFs, values that are missing, and numbers that the user has to find.

use idw_journeys::{KycProvider, Sample};
use serde_json::{Value, json};

use super::{SHOP, World, answers::home_of_eve, asking, asking_with, register};
use crate::checks;

/// A PDF at the address that a result names.
fn pdf(world: &World, link: &Value) -> Vec<u8> {
    let link = link.as_str().expect("a link");
    let path = link.strip_prefix(&format!("http://{}", world.shop.address)).expect("an address of the service");
    let reply = world.shop.call("GET", path, "");
    assert_eq!(reply.status, 200, "{link}");
    assert!(reply.body.starts_with(b"%PDF-"), "{link}");
    reply.body
}

#[test]
fn kyc_is_answered_with_the_checked_document_and_with_pdfs_that_stay_the_same() {
    let home = home_of_eve();
    let provider = KycProvider::start("verified:ada:PP", &[]);
    checks::add(&home, &provider, "web-idv", &["--trust"]);
    assert_eq!(checks::verify(&home, &[]).code, 0);
    let mut world = World::of(home);

    let without = world.shop.created(&asking("KYC", "Open an account"));
    let folder = world.home.path().join("pdfs");
    std::fs::create_dir(&folder).expect("a new folder");
    let entry = world.entry_id("Open an account");
    let shown = world.home.ok(["requests", "show", &entry, "--files", &folder.display().to_string()]);
    assert_eq!(shown["consent"]["asked"]["files"], json!(["kyc.pdf"]));
    assert!(std::fs::read(folder.join("kyc.pdf")).expect("it was written").starts_with(b"%PDF-"));
    world.approve("Open an account");
    let result = world.shop.result(&without).json();
    let kyc = &result["kyc"];
    assert_eq!(result["status"], "SUCCESS", "{result}");
    assert_eq!((&kyc["identification"]["first_name"], &kyc["passport_issuing_state"]), (&json!("ADA"), &json!("DEU")));
    assert!(kyc["passport_number"].as_str().is_some_and(|number| number.len() > 5), "{kyc}");
    assert!(kyc["passport_expiration"].is_string(), "{kyc}");
    assert_eq!((kyc.get("residency_proof_pdf"), kyc.get("screening_EU")), (None, None), "{kyc}");
    let before = pdf(&world, &kyc["kyc_pdf"]["download_link"]);
    let missing = world.shop.call("GET", &format!("/v1/requests/{without}/files/residency.pdf"), "");
    assert_eq!((missing.status, &missing.json()["error"]), (404, &json!("NOT_FOUND")));
    let of_another = world.bank.call("GET", &format!("/v1/requests/{without}/files/kyc.pdf"), "");
    assert_eq!(of_another.status, 403);

    world.stop();
    let bill = Sample::named("utility-bill.pdf").for_field("images");
    world.home.ok(["attribute", "set", "utility-bill", "--set", "issued=2026-10-01", "--file", &bill]);
    let address = world.shop.address.clone();
    world.start();
    let again = world.shop.call("GET", &format!("/v1/requests/{without}/files/kyc.pdf"), "");
    assert!(again.body == before, "a restart changes no byte");
    // Its links still name the address of before.
    assert!(world.shop.result(&without).json()["kyc"]["kyc_pdf"]["download_link"].to_string().contains(&address));

    let with =
        world.shop.created(&asking_with("KYC", "With an address", &json!({"kyc": {"files_format": "EMBEDDED"}})));
    world.approve("With an address");
    let kyc = world.shop.result(&with).json()["kyc"].clone();
    let embedded = |name: &str| kyc[name]["embedded"].as_str().is_some_and(|text| text.starts_with("JVBERi0"));
    assert!(embedded("kyc_pdf") && embedded("residency_proof_pdf"), "{kyc}");
    world.stop();
    let knows = world.home.ok(["activity", "list"]).to_string();
    assert!(knows.contains("Agreed to apply for KYC at Sample Shop"), "{knows}");
}

#[test]
fn who_lacks_what_is_asked_for_is_told_and_the_request_stays_open() {
    let world = World::new();
    let id = world.shop.created(&asking("IDENTIFICATION", "Who are you?"));
    let run = world.try_to_approve("Who are you?");
    assert_eq!(run.code, 5, "{run:?}");
    assert_eq!(world.shop.status(&id).outcome(), "NOT_READY");
    assert_eq!(world.entry_status("Who are you?"), "waiting");
}

#[test]
fn a_number_has_to_be_found_and_a_wrong_one_declines() {
    let home = idw_journeys::Home::with_vault();
    home.ok(["attribute", "set", "email", super::EMAIL]);
    let matched = register(&home, "Numbers", &["--match"]);
    let mut world = World::of(home);
    let matched = idw_journeys::Caller { address: world.shop.address.clone(), ..matched };
    let ask = |title: &str| matched.created(&asking("AUTHENTICATION", title));
    let approve = |world: &World, title: &str, number: &str| {
        world.home.run(["requests", "approve", &world.entry_id(title), "--yes", "--accept-changes", "--number", number])
    };
    let numbers = |world: &World, title: &str| -> Vec<u8> {
        let shown = world.home.ok(["requests", "show", &world.entry_id(title)]);
        serde_json::from_value(shown["consent"]["asked"]["numbers"].clone()).expect("three numbers")
    };
    let right = |id: &str| idw_autheid::sign::number_match(id);

    let first = ask("First");
    assert!(numbers(&world, "First").contains(&right(&first)));
    assert_eq!(world.try_to_approve("First").code, 8, "--yes alone is no answer");
    assert_eq!(matched.status(&first).outcome(), "NOT_READY");
    assert_eq!(approve(&world, "First", &right(&first).to_string()).code, 0);
    assert_eq!(matched.result(&first).outcome(), "SUCCESS");

    let second = ask("Second");
    let wrong =
        numbers(&world, "Second").into_iter().find(|number| *number != right(&second)).expect("there are three");
    assert_eq!(approve(&world, "Second", &wrong.to_string()).code, 8);
    assert_eq!(matched.result(&second).outcome(), "USER_CANCELLED");

    // Nobody needs to hold the vault while the user says yes.
    let third = ask("Third");
    world.stop();
    let number = right(&third).to_string();
    assert_eq!(approve(&world, "Third", &number).code, 0);
    world.start();
    let matched = idw_journeys::Caller { address: world.shop.address.clone(), ..matched.clone() };
    assert_eq!(matched.result(&third).outcome(), "SUCCESS");

    // A no can end it for good.
    let last = world.shop.created(&asking("AUTHENTICATION", "Last"));
    world.home.ok(["requests", "decline", &world.entry_id("Last"), "--block"]);
    assert_eq!(world.shop.result(&last).outcome(), "USER_CANCELLED");
    world.shop.created(&asking("AUTHENTICATION", "Unseen"));
    assert!(world.shown("Unseen").is_empty());
    world.stop();
    let log = world.home.ok(["activity", "list"]).to_string();
    assert!(log.contains(&format!("Hid a login request from {SHOP}")), "{log}");
}
