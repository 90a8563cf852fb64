//! Requests from outside, as whoever sits before the window meets them.

use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use fantoccini::key::Key;
use idw_journeys::{Home, RelyingParty};

use super::driver::Driver;
use super::page::{Page, at};
use super::portal::Notifications;
use super::{PASSWORD, unlock};

const PROMPT: &str = "request-prompt";
const LOOK_AT_IT: &str = "request-prompt-look";
const LATER: &str = "request-prompt-later";
const COUNT: &str = "nav-requests-count";
const REQUESTS: &str = "nav-requests";
const ROW: &str = "request-row";
const LOOK: &str = "request-look";
const DECLINE: &str = "request-decline";
const BY_LINK: &str = "consent-by-link";

/// A wallet that a site knows, and the link by which a page asks for a login there.
struct Case {
    site: RelyingParty,
    home: Home,
    link: String,
}

impl Case {
    fn new() -> Self {
        let site = RelyingParty::start(&["--name", "Sample Shop"]);
        let home = Home::of_ada();
        home.ok(["site", "add", &site.site()]);
        home.ok(["signup", &site.site(), "--yes"]);
        let link = format!("idw://login?site={}", site.site());
        Self { site, home, link }
    }

    /// What a browser does when somebody opens the link.
    fn open_link(&self) {
        let taken = self.home.ok(["open", &self.link]);
        assert_eq!(taken["taken"], true, "{taken}");
    }

    fn logins(&self) -> u64 {
        self.site.state()["users"][0]["logins"].as_u64().expect("a number")
    }
}

async fn unlocked(page: &Page) {
    page.wait_for(at::UNLOCK_PASSWORD).await;
    unlock(page, PASSWORD).await;
    page.wait_for(at::NAV_HOME).await;
}

async fn log_in_from_the_prompt(page: &Page) {
    page.click(LOOK_AT_IT).await;
    page.wait_for_text_in(BY_LINK, "The wallet cannot tell which page or program opened it").await;
    page.picture("request-consent").await;
    page.agree().await;
    page.wait_for(at::RESULT).await;
    page.click(at::RESULT_CLOSE).await;
    page.wait_for_text_in(ROW, "Answered").await;
    page.wait_for_no(COUNT).await;
}

#[test]
fn a_link_is_told_of_and_answered() {
    let case = Case::new();
    let before = case.logins();
    Driver::start(&case.home).run(async |page| {
        unlocked(&page).await;
        page.wait_for_no(PROMPT).await;
        case.open_link();
        page.wait_for_text_in(PROMPT, "asks you to log in").await;
        page.wait_for_text_in(COUNT, "1").await;
        page.picture("request-prompt").await;
        log_in_from_the_prompt(&page).await;
        assert_eq!(case.logins(), before + 1);

        case.open_link();
        page.wait_for(LOOK).await;
        page.picture("requests").await;
        page.click(DECLINE).await;
        page.wait_for_text_in(ROW, "Declined").await;
        page.picture("requests-over").await;
    });
    assert_eq!(case.logins(), before + 1);
}

#[test]
fn a_link_that_starts_the_window_waits_for_the_unlock() {
    let case = Case::new();
    let before = case.logins();
    Driver::with_link(&case.home, &case.link).run(async |page| {
        unlocked(&page).await;
        page.wait_for_text_in(PROMPT, "asks you to log in").await;
        log_in_from_the_prompt(&page).await;
        assert_eq!(case.logins(), before + 1);

        // A desktop starts the program again for the next link: the window that is open takes it.
        let mut again = case.home.program("idw-desktop");
        let ended = again.arg("--vault").arg(case.home.vault()).arg(&case.link).status().expect("it starts");
        assert!(ended.success(), "{ended}");
        page.wait_for(LOOK).await;
        page.click(DECLINE).await;
        page.wait_for_text_in(ROW, "Declined").await;
    });
    assert_eq!(case.logins(), before + 1);
}

#[test]
fn what_comes_while_the_window_is_locked_waits_for_the_unlock() {
    let case = Case::new();
    let before = case.logins();
    let desktop = Notifications::start();
    Driver::on_desktop(&case.home, desktop.address()).run(async |page| {
        page.wait_for(at::UNLOCK_PASSWORD).await;
        let failure = case.home.run(["open", &case.link]);
        assert_ne!(failure.code, 0);
        assert!(failure.stderr.contains("has not been unlocked since it started"), "{}", failure.stderr);
        unlocked(&page).await;
        page.click(at::LOCK).await;
        page.wait_for(at::UNLOCK_PASSWORD).await;
        case.home.fails(4, ["account", "list"]);
        case.open_link();
        assert_eq!(desktop.next(), "Your identity wallet has a request");
        unlocked(&page).await;
        page.wait_for(PROMPT).await;
        log_in_from_the_prompt(&page).await;
    });
    assert_eq!(case.logins(), before + 1);
}

#[test]
fn a_form_that_is_being_filled_in_is_left_alone() {
    let case = Case::new();
    Driver::start(&case.home).run(async |page| {
        unlocked(&page).await;
        page.click(at::NAV_SITES).await;
        page.click(at::ADD_SITE).await;
        page.fill(at::SITE_URL, "https://shop.exam").await;
        case.open_link();
        page.wait_for_text_in(COUNT, "1").await;
        page.picture("request-while-busy").await;
        page.wait_for_no(PROMPT).await;
        page.wait_for_focus(at::SITE_URL).await;
        page.type_keys("ple").await;
        assert_eq!(page.value_of(at::SITE_URL).await, "https://shop.example");
        page.press(Key::Escape).await;
        page.click(at::DISCARD).await;
        page.click(LATER).await;
        page.wait_for_no(PROMPT).await;
        page.wait_for(COUNT).await;
    });
}

#[test]
fn what_came_while_the_window_was_closed_is_there_when_it_opens() {
    let case = Case::new();
    let before = case.logins();
    case.open_link();
    Driver::start(&case.home).run(async |page| {
        unlocked(&page).await;
        page.wait_for(PROMPT).await;
        page.click(REQUESTS).await;
        page.wait_for(ROW).await;
        page.wait_for_no(PROMPT).await;
        page.click(LOOK).await;
        page.wait_for(BY_LINK).await;
        page.agree().await;
        page.wait_for(at::RESULT).await;
        page.click(at::RESULT_CLOSE).await;
        page.wait_for_text_in(ROW, "Answered").await;
    });
    assert_eq!(case.logins(), before + 1);
}

#[test]
fn a_second_window_on_the_same_vault_gives_way_to_the_first() {
    let home = Home::with_vault();
    Driver::start(&home).run(async |page| {
        page.wait_for(at::UNLOCK_PASSWORD).await;
        for _ in ["locked", "unlocked"] {
            let second = home.program("idw-desktop").arg("--vault").arg(home.vault()).output().expect("it starts");
            assert!(second.status.success(), "{second:?}");
            unlocked(&page).await;
            page.click(at::LOCK).await;
        }
    });
}

#[test]
fn the_vault_is_taken_from_a_wallet_without_a_window() {
    let home = Home::with_vault();
    let mut serve = home.command().args(["--json", "serve"]).stdout(Stdio::piped()).spawn().expect("idw starts");
    let mut line = String::new();
    BufReader::new(serve.stdout.as_mut().expect("a pipe")).read_line(&mut line).expect("it says that it is ready");
    Driver::start(&home).run(async |page| {
        page.wait_for_text("“idw serve” holds this wallet").await;
        page.picture("served").await;
        page.fill("served-password", "not the password").await;
        page.click("served-stop").await;
        page.wait_for(at::FAILURE).await;
        page.fill("served-password", PASSWORD).await;
        page.click("served-stop").await;
        page.wait_for(at::NAV_HOME).await;
    });
    assert!(serve.wait().expect("it ends").success());
}
