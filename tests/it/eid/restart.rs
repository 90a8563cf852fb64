//! The wallet ends and starts again between any two steps.

use serde_json::{Value, json};

use super::{World, asking, asking_with};

#[test]
fn a_request_lives_through_restarts_and_its_result_stays_the_same() {
    let mut world = World::new();
    let body = asking_with("SIGNATURE", "To be kept", &json!({"idempotent_key": "once"}));
    let id = world.shop.created(&body);
    let declined = world.bank.created(&asking("AUTHENTICATION", "To be declined"));
    let taken_back = world.bank.created(&asking("AUTHENTICATION", "To be taken back"));
    world.restart();
    assert_eq!(world.shop.status(&id).outcome(), "NOT_READY");
    assert_eq!(world.shop.created(&body), id, "its key gives the same request");
    assert_eq!(world.entry_status("To be kept"), "waiting");
    world.approve("To be kept");
    world.decline("To be declined");
    world.bank.cancel(&taken_back);
    world.restart();
    let result = world.shop.result(&id);
    assert_eq!((result.outcome().as_str(), &result.json()["idempotent_key"]), ("SUCCESS", &json!("once")));
    let others = [world.bank.result(&declined), world.bank.result(&taken_back)];
    assert_eq!(others.each_ref().map(idw_journeys::Reply::outcome), ["USER_CANCELLED", "RP_CANCELLED"]);
    for title in ["To be kept", "To be declined", "To be taken back"] {
        world.try_to_approve(title).must_fail(8);
    }
    world.restart();
    assert_eq!(world.shop.result(&id), result, "not a byte is other");
    assert_eq!([world.bank.result(&declined), world.bank.result(&taken_back)], others);
    assert_eq!(world.shop.created(&body), id);
    assert_eq!(world.shown("To be kept").len(), 1, "nothing is shown again");
    world.stop();
    assert_eq!(world.home.ok(["activity", "verify"])["intact"], true);
}

/// Nobody holds the vault meanwhile: the command line decides in it by itself, or keeps the yes for later.
#[test]
fn what_is_decided_while_nothing_runs_counts_when_it_runs_again() {
    let mut world = World::new();
    let (yes, no) = (asking("AUTHENTICATION", "Yes, later"), asking("AUTHENTICATION", "No, at once"));
    let (yes, no) = (world.shop.created(&yes), world.shop.created(&no));
    world.stop();
    let stored = world.approve("Yes, later");
    assert_eq!(stored["delivered"], false, "{stored}");
    world.decline("No, at once");
    world.start();
    assert_eq!(world.shop.result(&no).outcome(), "USER_CANCELLED");
    assert_eq!(world.shop.result(&yes).outcome(), "SUCCESS", "it is answered when the wallet runs");
    let shown: Vec<Value> = ["Yes, later", "No, at once"].map(|title| world.entry(title)["status"].clone()).into();
    assert_eq!(shown, ["answered", "declined"]);
}
