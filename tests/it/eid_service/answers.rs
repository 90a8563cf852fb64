//! What RPs hear of what the user decides.

use idw_journeys::wait_for;

use super::World;

#[test]
fn what_the_user_decides_reaches_the_rp() {
    let mut world = World::new(&[], &["--form", "x509"]);
    for (kind, title) in [("AUTHENTICATION", "Log in"), ("SIGNATURE", "Sign the order")] {
        let id = world.ask(kind, title);
        let entry = world.entry(title);
        let party = entry["party"].as_str().expect("a name");
        assert!(party.starts_with("Sample Shop, registered at 127.0.0.1"), "{entry}");
        let shown = world.home.ok(["requests", "show", &world.entry_id(title)]);
        assert!(shown.to_string().contains("127.0.0.1"), "it says through which service: {shown}");
        world.approve(title);
        let result = world.shop.result(&id);
        assert_eq!(result.outcome(), "SUCCESS", "{kind}");
        assert_eq!(result.json()["email"], super::EMAIL);
    }
    let id = world.ask("SIGNATURE", "Sign something else");
    world.home.ok(["requests", "decline", &world.entry_id("Sign something else")]);
    assert_eq!(world.shop.result(&id).outcome(), "USER_CANCELLED");
    let id = world.ask("AUTHENTICATION", "Log in again");
    world.entry("Log in again");
    world.shop.cancel(&id);
    wait_for("it leaves the inbox", || {
        world.find("Log in again").is_none_or(|entry| entry["status"] != "waiting").then_some(())
    });
    world.stop();
    let parties = world.home.ok(["eid", "rp", "list"]);
    assert_eq!(parties[0]["name"], "Sample Shop", "{parties}");
    assert_eq!(world.home.ok(["activity", "verify"])["intact"], true);
}

#[test]
fn who_is_not_trusted_sends_no_values() {
    let world = World::new(&[], &[]);
    let id = world.ask("IDENTIFICATION", "Who are you");
    let shown = world.home.ok(["requests", "show", &world.entry_id("Who are you")]);
    assert!(shown.to_string().contains("refused"), "it says beforehand what the RP will hear: {shown}");
    let approved = world.home.run(["requests", "approve", &world.entry_id("Who are you"), "--yes", "--accept-changes"]);
    if approved.code == 0 {
        assert_eq!(world.shop.result(&id).outcome(), "ACCOUNT_NOT_VERIFIED");
    } else {
        // The wallet has no values yet, and asks for them first.
        approved.must_fail(5);
    }
}

#[test]
fn what_comes_while_the_wallet_is_locked_is_there_at_the_unlock() {
    let world = World::new(&[], &[]);
    let first = world.ask("AUTHENTICATION", "Log in");
    world.entry("Log in");
    world.holder().lock(&world.home);
    let second = world.ask("SIGNATURE", "Sign");
    world.holder().unlock(&world.home);
    world.approve("Sign");
    world.approve("Log in");
    assert_eq!(world.shop.result(&first).outcome(), "SUCCESS");
    assert_eq!(world.shop.result(&second).outcome(), "SUCCESS");
}

#[test]
fn a_number_that_the_page_shows_has_to_be_found() {
    let world = World::new(&[], &["--match"]);
    let id = world.ask("AUTHENTICATION", "Log in");
    let entry = world.entry_id("Log in");
    world.home.run(["requests", "approve", &entry, "--yes", "--accept-changes"]).must_fail(8);
    let number = idw_autheid::sign::number_match(&id).to_string();
    world.home.ok(["requests", "approve", &entry, "--yes", "--accept-changes", "--number", &number]);
    assert_eq!(world.shop.result(&id).outcome(), "SUCCESS");
}
