//! Sites in the window: added by a bare address, cancelled where they do not answer, and used by the button that stands out.

use std::net::TcpListener;

use idw_journeys::{Home, RelyingParty};

use super::driver::Driver;
use super::page::at;
use super::{PASSWORD, SITE, SITE_NAME, unlock};

const CANCEL: &str = "site-add-cancel";
const STOPPED: &str = "site-add-stopped";
/// The one button that stands out on a site's page.
const PRIMARY: &str = "site-signup\"][data-primary=\"";
const PRIMARY_LATER: &str = "site-login\"][data-primary=\"";

#[test]
fn a_site_is_added_by_its_bare_address_and_its_button_follows_its_state() {
    let home = Home::of_ada();
    let config = home.write_outside("site.json", SITE.as_bytes());
    let relying_party = RelyingParty::start(&["--config", &config.display().to_string()]);
    let site = relying_party.site();
    let bare = site.trim_start_matches("http://");
    Driver::start(&home).run(async |page| {
        unlock(&page, PASSWORD).await;
        page.wait_for(at::NAV_HOME).await;
        page.click(at::NAV_SITES).await;
        page.click(at::ADD_SITE).await;
        page.fill(at::SITE_URL, bare).await;
        page.click(at::SITE_ADD_CONFIRM).await;
        page.wait_for_text(SITE_NAME).await;
        page.wait_for(PRIMARY).await;
        page.click(at::SIGN_UP).await;
        page.click(at::APPROVE).await;
        page.wait_for(at::RESULT).await;
        page.click(at::RESULT_CLOSE).await;
        page.wait_for(PRIMARY_LATER).await;
        page.wait_for_no(PRIMARY).await;
        page.wait_for(at::SIGN_UP).await;
    });
}

/// Nobody answers at this address, but the line is open: without a cancellation the form would wait for its limit.
#[test]
fn a_site_that_does_not_answer_is_cancelled_at_once() {
    let home = Home::of_ada();
    let silent = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = silent.local_addr().expect("an address").to_string();
    Driver::start(&home).run(async |page| {
        unlock(&page, PASSWORD).await;
        page.wait_for(at::NAV_HOME).await;
        page.click(at::NAV_SITES).await;
        page.click(at::ADD_SITE).await;
        page.fill(at::SITE_URL, &address).await;
        page.click(at::SITE_ADD_CONFIRM).await;
        page.wait_for_text("Asking").await;
        page.picture("site-asking").await;
        page.click(CANCEL).await;
        page.wait_for_text_in(STOPPED, "Nothing was added").await;
        assert_eq!(page.value_of(at::SITE_URL).await, address, "what was typed stays");
        page.click(CANCEL).await;
        page.click(at::DISCARD).await;
        page.wait_for_no(at::SITE_URL).await;
    });
}
