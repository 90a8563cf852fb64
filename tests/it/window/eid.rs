//! Requests by Auth eID, from the settings to the answer.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::thread::JoinHandle;

use fantoccini::key::Key;
use idw_journeys::{Home, KycProvider, repository, sha256_hex};
use serde_json::{Value, json};

use super::driver::Driver;
use super::page::{Page, at};
use super::portal::{Notifications, Portal};
use super::{PASSWORD, unlock};
use crate::checks;

const PROMPT: &str = "request-prompt";
const LOOK_AT_IT: &str = "request-prompt-look";
const COUNT: &str = "nav-requests-count";
const SWITCH: &str = "eid-switch";
const ADDRESS: &str = "eid-url";
const PARTY: &str = "eid-party-row";
const KEY: &str = "eid-key";
const OVER: &str = "request-over";

/// The sample person's email.
const EMAIL: &str = "ada@wallet.example";

/// A party, as the wallet has registered it.
struct Party {
    /// Host and port.
    host: String,
    key: String,
}

impl Party {
    /// Its request's id.
    fn ask(&self, asked: &Value) -> String {
        let (status, answer) = self.call("POST", "", &asked.to_string());
        assert_eq!(status, 200, "{answer}");
        answer["request_id"].as_str().expect("it has an id").to_owned()
    }

    fn ask_to_log_in(&self, email: &str) -> String {
        self.ask(&json!({ "type": "AUTHENTICATION", "email": email, "title": "Log in to the shop" }))
    }

    /// Waits for the answer, elsewhere.
    fn result(&self, id: &str) -> JoinHandle<Value> {
        let (party, path) = (Self { host: self.host.clone(), key: self.key.clone() }, format!("/{id}"));
        std::thread::spawn(move || {
            let (status, answer) = party.call("GET", &path, "");
            assert_eq!(status, 200, "{answer}");
            answer
        })
    }

    fn take_back(&self, id: &str) {
        let (status, answer) = self.call("POST", &format!("/{id}/cancel"), "");
        assert_eq!(status, 200, "{answer}");
    }

    /// In HTTP/1.0, whose bodies end with the connection.
    fn call(&self, method: &str, path: &str, body: &str) -> (u16, Value) {
        let Self { host, key } = self;
        let mut stream = TcpStream::connect(host).expect("the wallet listens");
        let length = body.len();
        write!(
            stream,
            "{method} /v1/requests{path} HTTP/1.0\r\nHost: {host}\r\nAuthorization: Bearer {key}\r\n\
             Content-Length: {length}\r\n\r\n{body}"
        )
        .expect("the wallet reads");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("the wallet answers");
        let (head, body) = answer.split_once("\r\n\r\n").expect("an HTTP answer");
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
        (status, serde_json::from_str(body).unwrap_or_default())
    }
}

async fn unlocked(page: &Page) {
    page.wait_for(at::UNLOCK_PASSWORD).await;
    unlock(page, PASSWORD).await;
    page.wait_for(at::NAV_HOME).await;
}

/// A port that is another program's as long as this is kept.
fn taken_port() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port().to_string();
    (listener, port)
}

/// Has the wallet answer, and gives the address.
async fn switch_on(page: &Page) -> String {
    let (listener, port) = taken_port();
    drop(listener);
    page.open_settings("eid").await;
    page.fill("eid-port", &port).await;
    page.click(SWITCH).await;
    page.wait_for_text_in(ADDRESS, &port).await;
    format!("127.0.0.1:{port}")
}

async fn add_party(page: &Page, host: String) -> Party {
    page.click("eid-add").await;
    page.fill("eid-name", "Sample Shop").await;
    page.picture("eid-party-form").await;
    page.click("eid-add-confirm").await;
    let key = page.text_of(KEY).await.trim().to_owned();
    page.picture("eid-key").await;
    page.click("eid-key-done").await;
    page.wait_for_text_in(PARTY, "Sample Shop").await;
    page.scroll_to(PARTY).await;
    Party { host, key }
}

/// A wallet that answers a party.
async fn answering(page: &Page) -> Party {
    unlocked(page).await;
    let host = switch_on(page).await;
    add_party(page, host).await
}

async fn approve(page: &Page) {
    page.agree().await;
    page.wait_for(at::RESULT).await;
    page.click(at::RESULT_CLOSE).await;
    page.wait_for_no(COUNT).await;
}

#[test]
fn a_party_is_added_and_its_requests_are_answered() {
    let home = Home::of_ada();
    Driver::start(&home).run(async |page| {
        unlocked(&page).await;
        page.open_settings("eid").await;
        page.scroll_to(SWITCH).await;
        page.picture("eid-off").await;
        let host = switch_on(&page).await;
        let party = add_party(&page, host).await;
        page.picture("eid-on").await;
        log_in(&page, &party).await;
        sign(&page, &party).await;
        identify(&page, &party).await;
    });
}

async fn log_in(page: &Page, party: &Party) {
    let result = party.result(&party.ask_to_log_in(EMAIL));
    page.wait_for_text_in(PROMPT, "asks you to log in").await;
    page.picture("eid-prompt").await;
    page.click(LOOK_AT_IT).await;
    page.wait_for_text_in("asked", EMAIL).await;
    page.wait_for_text_in("time-left", "s").await;
    page.picture("eid-login").await;
    approve(page).await;
    let result = result.join().expect("it is answered");
    assert_eq!(result["status"], "SUCCESS", "{result}");
    assert!(result["authentication"]["jwt"].is_string(), "{result}");
}

async fn sign(page: &Page, party: &Party) {
    let text = "Ship 12 boxes to 1 Sample Street\nand send the bill to me.";
    let ask = json!({ "type": "SIGNATURE", "email": EMAIL, "title": "Your order", "description": text });
    let id = party.ask(&ask);
    let result = party.result(&id);
    page.wait_for_text_in("request-row", "asks you to sign").await;
    page.click("request-look").await;
    page.wait_for_text_in("asked-text", "Ship 12 boxes").await;
    page.picture("eid-sign").await;
    page.click(at::DECLINE).await;
    page.wait_for_no(at::APPROVE).await;
    let result = result.join().expect("it is answered");
    assert_ne!(result["status"], "SUCCESS", "{result}");
    assert!(result["signature"].is_null(), "{result}");
}

async fn identify(page: &Page, party: &Party) {
    let id = party.ask(&json!({ "type": "IDENTIFICATION", "email": EMAIL, "title": "Who are you?" }));
    let result = party.result(&id);
    page.wait_for_text_in("request-row", "asks who you are").await;
    page.click("request-look").await;
    page.wait_for("asked-verified").await;
    page.picture("eid-identify").await;
    page.press(Key::Escape).await;
    page.click("request-decline").await;
    let result = result.join().expect("it is answered");
    assert!(result["identification"].is_null(), "{result}");
}

#[test]
fn kyc_is_answered_as_verified_until_the_name_is_changed() {
    let home = Home::of_ada();
    home.set_fields("country-of-residency", &["country=GB"], &[]);
    let provider = KycProvider::start("verified:ada:PP", &[]);
    checks::add(&home, &provider, "web-idv", &["--trust"]);
    let checked = checks::verify(&home, &[]);
    assert_eq!(checked.code, 0, "{}", checked.said);
    let driver = Driver::start(&home);
    let mut registered = None;
    driver.run(async |page| {
        let party = answering(&page).await;
        let result = ask_for_kyc(&page, &party).await;
        assert!(page.text_of("asked-verified").await.contains("was checked"));
        assert!(page.text_of("asked-document").await.contains("Passport"));
        page.scroll_to("made-files").await;
        page.click("made-files-look").await;
        page.wait_for("made-file-page").await;
        page.picture("eid-kyc").await;
        approve(&page).await;
        let result = result.join().expect("it is answered");
        assert_eq!(
            (&result["status"], &result["kyc"]["identification"]["first_name"]),
            (&json!("SUCCESS"), &json!("ADA"))
        );
        registered = Some(party);
    });
    home.ok(["attribute", "set", "first-name", "Eva", "--label", "Example Check", "--yes"]);
    let party = registered.expect("the window was used");
    driver.run(async |page| {
        unlocked(&page).await;
        let result = ask_for_kyc(&page, &party).await;
        assert!(page.text_of("asked-verified").await.contains("yours was not"));
        page.picture("eid-kyc-refused").await;
        approve(&page).await;
        assert_eq!(result.join().expect("it is answered")["status"], "ACCOUNT_NOT_VERIFIED");
    });
}

/// Asks, and has the user look at it.
async fn ask_for_kyc(page: &Page, party: &Party) -> JoinHandle<Value> {
    let id = party.ask(&json!({ "type": "KYC", "email": EMAIL, "title": "Open an account", "timeout_seconds": 300 }));
    let result = party.result(&id);
    page.wait_for_text_in(PROMPT, "Sample Shop").await;
    page.click(LOOK_AT_IT).await;
    page.wait_for("asked-verified").await;
    result
}

/// What the party's page shows for a request.
fn number_of(id: &str) -> u64 {
    let hash = hex::decode(sha256_hex(format!("idw-number-match-v1{id}").as_bytes())).expect("hex");
    let (first, _) = hash.split_first_chunk().expect("32 bytes");
    10 + u64::from_be_bytes(*first) % 90
}

#[test]
fn the_number_of_the_page_is_found_and_whoever_asks_is_blocked_from_the_prompt() {
    let home = Home::of_ada();
    let portal = Portal::start();
    Driver::with_portal(&home, &portal).run(async |page| {
        unlocked(&page).await;
        let host = switch_on(&page).await;
        page.click("eid-add").await;
        page.fill("eid-name", "Sample Shop").await;
        page.click("eid-matching").await;
        portal.choose(&repository().join("assets/icons/128x128.png"));
        page.click("eid-logo-choose").await;
        page.wait_for("eid-logo-remove").await;
        page.click("eid-more").await;
        page.picture("eid-party-form-all").await;
        page.click("eid-add-confirm").await;
        let key = page.text_of(KEY).await.trim().to_owned();
        page.click("eid-key-done").await;
        page.wait_for_text_in(PARTY, "Number matching").await;
        page.scroll_to(PARTY).await;
        page.picture("eid-party-logo").await;
        let party = Party { host, key };

        let id = party.ask_to_log_in(EMAIL);
        let result = party.result(&id);
        page.click(LOOK_AT_IT).await;
        page.wait_for("numbers").await;
        page.wait_for("asked-logo").await;
        page.picture("eid-numbers").await;
        page.click(&format!("number-{}", number_of(&id))).await;
        page.picture("eid-numbers-chosen").await;
        approve(&page).await;
        assert_eq!(result.join().expect("it is answered")["status"], "SUCCESS");

        let result = party.result(&party.ask_to_log_in(EMAIL));
        page.click("request-look").await;
        page.click("consent-block").await;
        page.wait_for_no(at::APPROVE).await;
        let result = result.join().expect("it is answered");
        assert_ne!(result["status"], "SUCCESS", "{result}");
        page.open_settings("eid").await;
        page.wait_for_text_in(PARTY, "Blocked").await;
    });
}

#[test]
fn a_party_is_blocked_gets_another_key_and_is_removed() {
    let home = Home::of_ada();
    let portal = Portal::start();
    Driver::with_portal(&home, &portal).run(async |page| {
        let party = answering(&page).await;
        page.click(PARTY).await;
        page.wait_for("eid-party").await;
        page.picture("eid-party").await;
        page.click("eid-party-block").await;
        page.wait_for_text_in("eid-party", "You do not see its requests").await;
        page.picture("eid-party-blocked").await;
        party.ask_to_log_in(EMAIL);
        page.click("eid-party-block").await;
        page.click("eid-party-rotate").await;
        page.wait_for(at::CONFIRM).await;
        page.picture("eid-rotate").await;
        page.click(at::CONFIRM).await;
        let key = page.text_of(KEY).await.trim().to_owned();
        assert_ne!(key, party.key);
        page.click("eid-key-done").await;
        assert_eq!(party.call("POST", "", "{}").0, 401, "the old key stops working");
        let party = Party { key, ..party };
        page.wait_for_no(COUNT).await;
        party.ask_to_log_in(EMAIL);
        page.wait_for_text_in(COUNT, "1").await;

        let root = home.path().join("root.pem");
        portal.choose(&root);
        page.click("eid-root").await;
        page.wait_for_text_in("eid-root-saved", "root.pem").await;
        let pem = std::fs::read_to_string(&root).expect("it is written");
        assert!(pem.starts_with("-----BEGIN CERTIFICATE-----"), "{pem}");

        page.click(PARTY).await;
        page.click("eid-party-remove").await;
        page.wait_for(at::CONFIRM).await;
        page.picture("eid-remove").await;
        page.click(at::CONFIRM).await;
        page.wait_for_no(PARTY).await;
        assert_eq!(party.call("POST", "", "{}").0, 401);

        page.click(SWITCH).await;
        page.wait_for("eid-port").await;
        assert!(TcpStream::connect(&party.host).is_err(), "nobody listens any more");
    });
}

#[test]
fn a_port_of_another_program_is_told_of_and_the_switch_stays_off() {
    let home = Home::with_vault();
    let (_other, port) = taken_port();
    Driver::start(&home).run(async |page| {
        unlocked(&page).await;
        page.open_settings("eid").await;
        page.fill("eid-port", &port).await;
        page.click(SWITCH).await;
        page.wait_for_text_in(at::FAILURE, "Another program uses port").await;
        page.scroll_to(SWITCH).await;
        page.picture("eid-port-in-use").await;
        page.wait_for_no(ADDRESS).await;
    });
}

#[test]
fn what_is_taken_back_or_over_while_it_is_looked_at_says_so() {
    let home = Home::of_ada();
    Driver::start(&home).run(async |page| {
        let party = answering(&page).await;
        let id = party.ask_to_log_in(EMAIL);
        page.click(LOOK_AT_IT).await;
        page.wait_for(at::APPROVE).await;
        party.take_back(&id);
        page.wait_for_text_in(OVER, "withdrew it").await;
        page.picture("eid-taken-back").await;
        page.click("request-over-close").await;

        let short = json!({ "type": "AUTHENTICATION", "email": EMAIL, "title": "Hurry", "timeout_seconds": 10 });
        let result = party.result(&party.ask(&short));
        page.click("request-look").await;
        page.wait_for_text_in(OVER, "It has expired").await;
        page.wait_for_no(at::APPROVE).await;
        page.press(Key::Escape).await;
        let result = result.join().expect("it is answered");
        assert_ne!(result["status"], "SUCCESS", "{result}");
    });
}

#[test]
fn a_request_that_comes_while_the_wallet_is_locked_is_told_of_and_waits() {
    let home = Home::of_ada();
    let desktop = Notifications::start();
    Driver::on_desktop(&home, desktop.address()).run(async |page| {
        let party = answering(&page).await;
        page.click(at::LOCK).await;
        page.wait_for(at::UNLOCK_PASSWORD).await;
        page.wait_for_no("unlock-request-waits").await;
        let result = party.result(&party.ask_to_log_in(EMAIL));
        page.wait_for_text_in("unlock-request-waits", "Unlock to see it").await;
        assert_eq!(desktop.next(), "Your identity wallet has a request");
        page.picture("eid-locked").await;
        unlocked(&page).await;
        page.click(LOOK_AT_IT).await;
        approve(&page).await;
        assert_eq!(result.join().expect("it is answered")["status"], "SUCCESS");
    });
}

#[test]
fn the_profile_that_has_the_email_answers() {
    let home = Home::of_ada();
    for profile in ["Ltd", "Club"] {
        home.ok(["profile", "add", profile]);
        home.ok(["--profile", profile, "attribute", "set", "email", "team@works.example"]);
    }
    home.ok(["--profile", "Ltd", "attribute", "set", "email", "ada@works.example", "--label", "own"]);
    Driver::start(&home).run(async |page| {
        page.wait_for(at::UNLOCK_PASSWORD).await;
        unlock(&page, PASSWORD).await;
        page.wait_for(at::PROFILE_CHOICE).await;
        page.picture("profile-choice").await;
        page.click(at::PROFILE_CHOICE).await;
        page.wait_for(at::NAV_HOME).await;
        let host = switch_on(&page).await;
        let party = add_party(&page, host).await;
        let result = party.result(&party.ask_to_log_in("ada@works.example"));
        page.click(LOOK_AT_IT).await;
        page.wait_for_text_in("consent-profile", "Ltd").await;
        page.picture("eid-other-profile").await;
        approve(&page).await;
        assert_eq!(result.join().expect("it is answered")["status"], "SUCCESS");

        let result = party.result(&party.ask_to_log_in("team@works.example"));
        page.click("request-look").await;
        page.wait_for_text_in("request-profile", "Several of your profiles").await;
        page.picture("eid-which-profile").await;
        page.click("request-profile-choice").await;
        page.wait_for("consent-profile").await;
        approve(&page).await;
        assert_eq!(result.join().expect("it is answered")["status"], "SUCCESS");
    });
}

#[test]
fn the_window_answers_again_when_it_is_opened_again() {
    let home = Home::of_ada();
    let driver = Driver::start(&home);
    let mut host = String::new();
    driver.run(async |page| host = answering(&page).await.host);
    driver.run(async |page| {
        page.wait_for(at::UNLOCK_PASSWORD).await;
        let early = Party { host: host.clone(), key: "none".to_owned() };
        let listens = async || TcpStream::connect(&early.host).ok().map(drop);
        page.eventually("the wallet listens", listens).await;
        assert_eq!(early.call("POST", "", "{}").0, 503, "it was not unlocked yet");
        unlocked(&page).await;
        assert_eq!(early.call("POST", "", "{}").0, 401);
    });
}
