//! A login that begins in the window and ends in a real browser.

use idw_journeys::{Home, RelyingParty};

use super::driver::Driver;
use super::page::at;
use super::{PASSWORD, unlock};
use crate::browser::Browser;

const SITE: &str = "site-row";
const OPEN: &str = "result-open";

/// The address that the window gives the system's browser logs that browser in.
#[test]
fn the_window_logs_a_browser_in() {
    let relying_party = RelyingParty::start(&["--name", "Sample Shop"]);
    let home = Home::of_ada().catching_links();
    let site = relying_party.site();
    home.ok(["site", "add", &site]);
    home.ok(["signup", &site, "--yes"]);
    let link = login_in_the_window(&home);
    assert!(link.starts_with(relying_party.url()), "{link}");
    Browser::start(&home).run(async |tab| {
        tab.go(relying_party.url()).await;
        tab.wait_for_text("Log in with your wallet").await;
        tab.go(&link).await;
        tab.wait_for_text("You are logged in as Ada Example").await;
        assert!(!tab.url().await.contains("ticket"), "the ticket is gone from the address");
        tab.go(relying_party.url()).await;
        tab.wait_for_text("You are logged in as Ada Example").await;

        tab.press("Log out").await;
        tab.wait_for_text("Open your wallet").await;
        // The address was good for one login.
        tab.go(&link).await;
        tab.go(&format!("{}/account", relying_party.url())).await;
        tab.wait_for_text("You are not logged in").await;
    });
    assert_eq!(relying_party.state()["users"][0]["logins"], 2, "a sign-up ends in a login too");
}

/// What a person does: unlock, choose the site, log in, look where it leads, open it.
fn login_in_the_window(home: &Home) -> String {
    let mut link = String::new();
    Driver::start(home).run(async |page| {
        page.wait_for(at::UNLOCK_PASSWORD).await;
        unlock(&page, PASSWORD).await;
        page.wait_for(at::NAV_HOME).await;
        page.click(at::NAV_SITES).await;
        page.wait_for_text("Sample Shop").await;
        page.click(SITE).await;
        page.click(at::LOG_IN).await;
        page.agree().await;
        page.wait_for(at::RESULT).await;
        page.click(OPEN).await;
        link = home.opened_link();
        page.wait_for_text(&link).await;
        page.click(at::RESULT_CLOSE).await;
    });
    link
}
