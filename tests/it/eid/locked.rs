//! While the wallet is locked: what is open goes on, what was decided is sealed.

use serde_json::{Value, json};

use super::{World, asking, asking_with, waiting};

/// It says that the wallet has to be unlocked, and nothing else.
fn is_sealed(reply: &idw_journeys::Reply) {
    let error = reply.json();
    assert_eq!(
        (reply.status, &error["error"], &error["error_code"]),
        (503, &json!("UNAVAILABLE"), &json!(14)),
        "{reply:?}"
    );
}

#[test]
fn while_locked_requests_are_taken_waited_for_and_answered_after_the_unlock() {
    let world = World::new();
    let decided = world.shop.created(&asking("AUTHENTICATION", "Decided before"));
    world.approve("Decided before");
    let result = world.shop.result(&decided);
    let before = world.shop.created(&asking("AUTHENTICATION", "Open before"));
    let waiting_before = waiting(&world.shop, &before);
    let taken_back = world.bank.created(&asking("AUTHENTICATION", "Taken back meanwhile"));
    world.lock();

    is_sealed(&world.shop.result(&decided));
    is_sealed(&world.shop.status(&decided));
    assert_eq!(world.shop.status(&before).outcome(), "NOT_READY");
    let during = world.shop.created(&asking("AUTHENTICATION", "Asked meanwhile"));
    assert_eq!(world.shop.status(&during).outcome(), "NOT_READY");
    let waiting_during = waiting(&world.shop, &during);
    assert_eq!(world.bank.cancel(&taken_back).status, 200);
    assert_eq!(world.bank.result(&taken_back).outcome(), "RP_CANCELLED");
    let unread = world.bank.created(&asking("AUTHENTICATION", "Asked and taken back"));
    assert_eq!(world.bank.cancel(&unread).status, 200);
    for (key, path) in [("nobody", before.as_str()), (&world.bank.key, &during)] {
        let reply = world.caller(key).result(path);
        assert!(matches!(reply.status, 401 | 403), "{reply:?}");
    }
    let keys = world.caller("").call("GET", "/.well-known/jwks.json", "");
    assert_eq!(keys.json()["keys"].as_array().map(Vec::len), Some(1), "{keys:?}");

    world.unlock();
    assert_eq!(world.shop.result(&decided), result, "not a byte is other");
    assert_eq!(world.bank.result(&taken_back).outcome(), "RP_CANCELLED", "who was told so before is told so now");
    assert_eq!(world.bank.result(&unread).outcome(), "RP_CANCELLED");
    assert_eq!(world.shown("Asked and taken back"), Vec::<Value>::new(), "nobody is shown what is over");
    assert_eq!(world.entry_status("Taken back meanwhile"), "withdrawn");
    for title in ["Open before", "Asked meanwhile"] {
        assert_eq!(world.entry_status(title), "waiting");
        world.approve(title);
    }
    for waiter in [waiting_before, waiting_during] {
        assert_eq!(waiter.join().expect("it was answered").outcome(), "SUCCESS", "it waited through the lock");
    }
}

#[test]
fn a_lock_right_after_the_yes_changes_nothing_that_was_decided() {
    let world = World::new();
    for round in 0..3 {
        let title = format!("Round {round}");
        let id = world.shop.created(&asking("AUTHENTICATION", &title));
        world.approve(&title);
        world.lock();
        is_sealed(&world.shop.status(&id));
        is_sealed(&world.shop.cancel(&id));
        world.unlock();
        assert_eq!(world.shop.result(&id).outcome(), "SUCCESS");
        assert_eq!(world.entry_status(&title), "answered");
    }
}

#[test]
fn what_was_open_before_a_restart_is_open_while_locked_too() {
    let mut world = World::new();
    let body = asking_with("AUTHENTICATION", "Open before", &json!({"idempotent_key": "open"}));
    let id = world.shop.created(&body);
    let sealed = asking_with("AUTHENTICATION", "Decided before", &json!({"idempotent_key": "sealed"}));
    world.shop.created(&sealed);
    world.decline("Decided before");
    world.restart();
    world.lock();
    assert_eq!(world.shop.status(&id).outcome(), "NOT_READY");
    assert_eq!(world.shop.created(&body), id, "its key gives the same request");
    is_sealed(&world.shop.create(&sealed));
    let again = asking_with("AUTHENTICATION", "Asked twice", &json!({"idempotent_key": "twice"}));
    let twice = world.shop.created(&again);
    assert_eq!(world.shop.created(&again), twice);
    // Three can be open to one email, wherever they are kept.
    world.shop.created(&asking("AUTHENTICATION", "The third"));
    assert_eq!(world.shop.create(&asking("AUTHENTICATION", "The fourth")).status, 429);
    world.unlock();
    assert_eq!(world.shop.create(&asking("AUTHENTICATION", "The fourth")).status, 429);
    assert_eq!(world.shop.created(&again), twice);
    for title in ["Open before", "Asked twice", "The third"] {
        assert_eq!(world.entry_status(title), "waiting");
    }
    assert_eq!(world.shown("The fourth"), Vec::<Value>::new());
}

#[test]
fn time_that_runs_out_while_locked_is_over_after_the_unlock() {
    let world = World::new();
    let short = json!({"timeout_seconds": 10});
    let before = world.shop.created(&asking_with("AUTHENTICATION", "Before", &short));
    world.lock();
    let during = world.shop.created(&asking_with("AUTHENTICATION", "During", &short));
    for id in [&before, &during] {
        assert_eq!(waiting(&world.shop, id).join().expect("it was answered").outcome(), "TIMEOUT");
    }
    world.unlock();
    for id in [&before, &during] {
        assert_eq!(world.shop.result(id).outcome(), "TIMEOUT");
    }
    assert_eq!(world.shown("During"), Vec::<Value>::new());
    world.try_to_approve("Before").must_fail(8);
}
