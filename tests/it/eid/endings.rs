//! How requests end without the user's yes.

use serde_json::{Value, json};

use super::{EMAIL, World, asking, asking_with, register, waiting};

#[test]
fn a_no_is_told_and_stands_and_after_three_nothing_is_shown_for_a_while() {
    let world = World::new();
    for title in ["First", "Second", "Third"] {
        let id = world.shop.created(&asking("AUTHENTICATION", title));
        let waiter = waiting(&world.shop, &id);
        world.decline(title);
        let reply = waiter.join().expect("it was answered");
        assert_eq!((reply.outcome().as_str(), &reply.json()["status_code"]), ("USER_CANCELLED", &json!(20004)));
        for member in ["authentication", "device_id", "device_name", "unique_user_id"] {
            assert!(reply.json().get(member).is_none(), "{reply:?}");
        }
        world.try_to_approve(title).must_fail(8);
        assert_eq!(world.shop.cancel(&id).status, 200);
        assert_eq!(world.shop.result(&id), reply, "the first decision stands");
    }
    let unseen = world.shop.created(&asking("AUTHENTICATION", "Fourth"));
    assert_eq!(world.shown("Fourth"), Vec::<Value>::new());
    assert_eq!(world.shop.status(&unseen).outcome(), "NOT_READY", "it cannot tell");
    let other = world.bank.created(&asking("AUTHENTICATION", "Of another party"));
    world.approve("Of another party");
    assert_eq!(world.bank.result(&other).outcome(), "SUCCESS");
}

#[test]
fn a_party_takes_back_what_the_user_is_looking_at() {
    let world = World::new();
    let id = world.shop.created(&asking("AUTHENTICATION", "Taken back"));
    let entry = world.entry_id("Taken back");
    let shown = world.home.ok(["requests", "show", &entry]);
    assert_eq!(shown["consent"]["asked"]["email"], EMAIL, "{shown}");
    let waiter = waiting(&world.shop, &id);
    assert_eq!(world.shop.cancel(&id).json(), json!({"success": true, "request_id": id}));
    let reply = waiter.join().expect("it was answered");
    assert_eq!((reply.outcome().as_str(), &reply.json()["status_code"]), ("RP_CANCELLED", &json!(20003)));
    assert_eq!(world.entry_status("Taken back"), "withdrawn");
    // The prompt is still open in another window: whatever is answered there comes too late.
    let digest = shown["digest"].as_str().expect("a digest");
    world.home.fails(8, ["requests", "approve", &entry, "--yes", "--expect", digest]);
    world.home.fails(8, ["requests", "approve", &entry, "--yes", "--accept-changes"]);
    world.home.fails(8, ["requests", "decline", &entry]);
    assert_eq!(world.shop.result(&id), reply);
    assert_eq!(world.entry_status("Taken back"), "withdrawn");
}

/// All three in one test, beside each other: the shortest time that a party can give is ten seconds.
#[test]
fn who_does_not_answer_who_is_unknown_and_who_blocked_the_party_cannot_be_told_apart() {
    let mut world = World::new();
    world.stop();
    let mut blocked = register(&world.home, "Example Nuisance", &[]);
    world.home.ok(["eid", "rp", "block", "Example Nuisance"]);
    world.start();
    world.holder().eid().clone_into(&mut blocked.address);
    let short = json!({"timeout_seconds": 10});
    let unanswered = world.shop.created(&asking_with("AUTHENTICATION", "Unanswered", &short));
    let unknown = json!({"timeout_seconds": 10, "email": "nobody@wallet.example"});
    let unknown = world.shop.created(&asking_with("AUTHENTICATION", "To somebody else", &unknown));
    let unseen = blocked.created(&asking_with("AUTHENTICATION", "From a nuisance", &short));
    let waiters = [(&world.shop, &unanswered), (&world.shop, &unknown), (&blocked, &unseen)];
    let waiters = waiters.map(|(party, id)| waiting(party, id));
    for id in [&unanswered, &unknown, &unseen] {
        assert_eq!(world.shop.status(id).outcome(), "NOT_READY");
    }
    assert_eq!(world.shown("To somebody else"), Vec::<Value>::new());
    assert_eq!(world.shown("From a nuisance"), Vec::<Value>::new());
    assert_eq!(world.entry_status("Unanswered"), "waiting");
    let results = waiters.map(|waiter| waiter.join().expect("it was answered"));
    let members = |value: &Value| value.as_object().expect("members").keys().cloned().collect::<Vec<_>>();
    for reply in &results {
        assert_eq!((reply.outcome().as_str(), &reply.json()["status_code"]), ("TIMEOUT", &json!(20002)));
        let result = reply.json();
        let took = result["timestamp_finished"].as_i64().zip(result["timestamp_created"].as_i64());
        assert_eq!(took.map(|(finished, created)| finished - created), Some(10), "{result}");
        assert_eq!(members(&result), members(&results[0].json()), "nothing tells them apart");
    }
    assert_eq!(world.entry_status("Unanswered"), "ended");
    world.try_to_approve("Unanswered").must_fail(8);
    assert_eq!(world.shop.result(&unanswered), results[0], "a yes that comes late changes nothing");
}
