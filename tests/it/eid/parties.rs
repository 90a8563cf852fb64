//! Who may ask, and what one party can learn of another.

use serde_json::json;

use super::checking::bytes;
use super::{World, asking, register};

#[test]
fn two_parties_see_two_people_and_one_party_the_same_each_time() {
    let mut world = World::new();
    world.stop();
    let mut kiosk = register(&world.home, "Sample Kiosk", &["--form", "raw"]);
    world.start();
    world.holder().eid().clone_into(&mut kiosk.address);
    let seen = |party: &idw_journeys::Caller, title: &str| {
        let id = party.created(&asking("SIGNATURE", title));
        world.approve(title);
        let result = party.result(&id).json();
        assert_eq!(result["status"], "SUCCESS", "{result}");
        result
    };
    let results = [
        seen(&world.bank, "Of the bank"),
        seen(&kiosk, "Of the kiosk"),
        seen(&world.shop, "Of the shop"),
        seen(&world.bank, "Of the bank again"),
    ];
    for member in ["unique_user_id", "device_id"] {
        let of = |at: usize| results[at][member].as_str().expect("text").to_owned();
        assert_eq!(of(0), of(3), "{member} stays");
        for (one, other) in [(0, 1), (0, 2), (1, 2)] {
            assert_ne!(of(one), of(other), "{member} is one party's own");
        }
    }
    assert_ne!(bytes(&results[0], "user_pub_key"), bytes(&results[1], "user_pub_key"));
    assert_eq!(bytes(&results[0], "user_pub_key"), bytes(&results[3], "user_pub_key"));
    let key = results[2]["signature"]["certificate_client"].as_str().expect("a certificate").to_owned();
    assert!(!key.is_empty() && results[2]["signature"].get("user_pub_key").is_none(), "{}", results[2]);
    let names = results.each_ref().map(|result| result["device_name"].clone());
    assert!(names.iter().all(|name| *name == names[0]), "the device's name says nothing: {names:?}");
}

#[test]
fn only_a_party_with_its_key_reads_its_requests() {
    let mut world = World::new();
    let id = world.shop.created(&asking("AUTHENTICATION", "Of the shop"));
    for key in ["", "nobody", &world.shop.key.to_lowercase(), &world.shop.key[..43]] {
        let stranger = world.caller(key);
        for reply in [stranger.create(&asking("AUTHENTICATION", "Unseen")), stranger.result(&id), stranger.cancel(&id)]
        {
            assert_eq!((reply.status, &reply.json()["error_code"]), (401, &json!(16)), "{key}: {reply:?}");
        }
    }
    for reply in [world.bank.result(&id), world.bank.cancel(&id)] {
        assert_eq!((reply.status, &reply.json()["error_code"]), (403, &json!(7)), "{reply:?}");
    }
    assert_eq!(world.shown("Unseen").len(), 0);
    assert_eq!(world.shop.status(&id).outcome(), "NOT_READY");

    // A new key takes the place of the old one, also for what was asked with that.
    world.stop();
    let rotated = world.home.ok(["eid", "rp", "rotate", super::SHOP]);
    world.start();
    assert_eq!(world.shop.result(&id).status, 401, "the old key");
    let shop = world.caller(rotated["key"].as_str().expect("a key"));
    world.approve("Of the shop");
    assert_eq!(shop.result(&id).outcome(), "SUCCESS");
    world.stop();
    world.home.ok(["eid", "rp", "remove", super::SHOP]);
    world.start();
    let shop = world.caller(&shop.key);
    assert_eq!(shop.result(&id).status, 401, "a party that was removed");
}
