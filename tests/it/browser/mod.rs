//! A real browser at the relying party, sent there by the wallet as on a person's machine.

mod driver;

use std::process::Stdio;

use idw_journeys::{Home, RelyingParty};
use serde_json::json;

pub(super) use driver::Browser;

#[test]
fn the_wallet_logs_it_in() {
    let relying_party = RelyingParty::start(&["--name", "Sample Shop"]);
    let home = Home::of_ada().catching_links();
    let site = relying_party.site();
    home.ok(["site", "add", &site]);
    home.ok(["signup", &site, "--yes"]);
    Browser::start(&home).run(async |tab| {
        tab.go(relying_party.url()).await;
        tab.wait_for_text("Log in with your wallet").await;
        tab.wait_for_text("To sign up").await;
        tab.picture("front").await;

        tab.go(&opened_by_login(&home, &site)).await;
        tab.wait_for_text("You are logged in as Ada Example").await;
        tab.wait_for_text("ada@wallet.example").await;
        assert!(!tab.url().await.contains("ticket"), "the ticket is gone from the address");
        tab.picture("account").await;
        tab.go(relying_party.url()).await;
        tab.wait_for_text("You are logged in as Ada Example").await;

        tab.press("Log out").await;
        tab.wait_for_text("Open your wallet").await;
        tab.go(&format!("{}/account", relying_party.url())).await;
        tab.wait_for_text("You are not logged in").await;
    });
    assert_eq!(relying_party.state()["users"][0]["logins"], 2, "a sign-up ends in a login too");
}

#[test]
fn someone_with_a_password_adds_a_wallet_removes_it_and_leaves() {
    let relying_party = RelyingParty::start(&["--name", "Sample Shop"]);
    let home = Home::of_ada().catching_links();
    let site = relying_party.site();
    Browser::start(&home).run(async |tab| {
        tab.go(&format!("{}/sign-in", relying_party.url())).await;
        tab.picture("sign-in").await;
        tab.fill("form[action=register] [name=name]", "ada").await;
        tab.fill("form[action=register] [name=password]", "correct horse battery").await;
        tab.press("Make an account").await;
        tab.wait_for_text("Now log in with this name and password").await;
        tab.fill("form[action=sign-in] [name=password]", "correct horse battery").await;
        tab.press("Log in").await;
        tab.wait_for_text("You are logged in as ada").await;
        tab.press("Add a wallet").await;
        tab.wait_for_text("Waiting for your wallet").await;
        tab.picture("waiting").await;

        home.ok(["site", "add", &site]);
        home.ok(["signup", &site, "--yes"]);
        tab.go(&opened_by_login(&home, &site)).await;
        tab.wait_for_text("Add this wallet to your account?").await;
        tab.picture("confirm").await;
        tab.press("Add this wallet").await;
        tab.wait_for_text("You are logged in as Ada Example").await;
        tab.wait_for_text("did:eth:0x").await;
        let users = relying_party.state()["users"].clone();
        assert_eq!((users.as_array().map(Vec::len), &users[0]["name"]), (Some(1), &json!("ada")), "{users}");

        tab.press("Remove").await;
        tab.wait_for_text("You log in as ada").await;
        tab.wait_for_text("Add a wallet").await;
        assert_eq!(relying_party.state()["users"][0]["wallets"], json!([]));

        tab.click("[name=sure]").await;
        tab.press("Delete my account").await;
        tab.wait_for_text("Your account is deleted").await;
        assert_eq!(relying_party.state()["counts"]["users"], 0);
    });
}

#[test]
fn the_operator_asks_for_more() {
    let relying_party = RelyingParty::start(&["--name", "Sample Shop", "--dialect", "did"]);
    let home = Home::of_ada().catching_links();
    let site = relying_party.site();
    home.ok(["site", "add", &site]);
    home.ok(["signup", &site, "--yes"]);
    home.ok(["apply", &site, "--yes"]);
    Browser::start(&home).run(async |tab| {
        tab.go(&format!("{}/operator", relying_party.url())).await;
        tab.wait_for_text("This page needs the secret").await;
        tab.fill("[name=secret]", relying_party.operator_secret()).await;
        tab.press("Sign in").await;
        tab.wait_for_text("What has arrived").await;
        tab.click(".decision summary").await;
        tab.choose("[name=status]", "9").await;
        tab.click("[name=invalid][value=first]").await;
        tab.fill("[name=message]", "Please check the name.").await;
        tab.picture("operator").await;
        tab.press("Decide").await;
        tab.wait_for_text("Please check the name.").await;
        let application = relying_party.state()["applications"][0].clone();
        assert_eq!((&application["status"], &application["askedAgain"]), (&json!(9), &json!(["first"])));

        tab.go(&opened_by_login(&home, &site)).await;
        tab.wait_for_text("Additional information requested").await;
        tab.wait_for_text("Asked for: First name").await;
        tab.picture("application").await;
    });
}

/// `idw login --open`: the link that a browser is started with.
fn opened_by_login(home: &Home, site: &str) -> String {
    let mut command = home.command();
    command.args(["login", site, "--yes", "--open", "--quiet"]).stdout(Stdio::null());
    assert!(command.status().expect("idw starts").success(), "idw login --open");
    home.opened_link()
}
