//! The real window, driven as a person would drive it.

mod assistive;
mod backup;
mod checks;
mod driver;
mod eid;
mod files;
mod first_sign_up;
mod gallery;
mod identity;
mod login;
mod onboarding;
mod page;
mod portal;
mod requests;
mod sites;
mod unsaved;

use idw_journeys::{Home, RelyingParty};

use driver::Driver;
use page::{Page, at};

const SITE_NAME: &str = "Sample Shop";

/// A site that asks for one thing, so that the journey types one thing.
const SITE: &str = r#"{
    "website": {"name": "Sample Shop"},
    "attributes": ["http://platform.selfkey.org/schema/attribute/first-name.json"],
    "templates": []
}"#;

#[test]
fn from_a_new_vault_to_a_login() {
    let home = Home::empty();
    let config = home.write_outside("site.json", SITE.as_bytes());
    let relying_party = RelyingParty::start(&["--config", &config.display().to_string()]);
    let driver = Driver::start(&home);
    driver.run(async |page| {
        create_vault(&page).await;
        enter_first_name(&page).await;
        add_site(&page, &relying_party.site()).await;
        sign_up(&page).await;
        log_in(&page).await;
        read_activity(&page).await;
        lock_and_unlock(&page).await;
    });
    let users = &relying_party.state()["users"];
    assert_eq!(users[0]["attributes"][0]["value"], "Ada", "{users}");
    assert!(users[0]["logins"].as_u64() >= Some(1), "{users}");
}

async fn create_vault(page: &Page) {
    page.wait_for(at::CREATE_PASSWORD).await;
    page.picture("create").await;
    page.fill(at::CREATE_PASSWORD, PASSWORD).await;
    page.fill(at::CREATE_PASSWORD_AGAIN, PASSWORD).await;
    page.click(at::CREATE).await;
    page.wait_for(at::PHRASE).await;
    page.picture("phrase").await;
    prove_the_phrase(page).await;
    page.wait_for(at::NAV_HOME).await;
    page.picture("home-empty").await;
}

/// Types the three words of the phrase that are asked for: wrong ones first.
async fn prove_the_phrase(page: &Page) {
    let phrase = page.text_of(at::PHRASE).await;
    let words: Vec<&str> = phrase.split(|c: char| !c.is_ascii_lowercase()).filter(|word| !word.is_empty()).collect();
    assert_eq!(words.len(), 24, "a number of words");
    page.click(at::PHRASE_WRITTEN_DOWN).await;
    for number in 0..3 {
        page.fill(&at::phrase_word(number), "wrong").await;
    }
    page.click(at::PHRASE_DONE).await;
    page.wait_for_text("This is not word").await;
    page.picture("phrase-check").await;
    for number in 0..3 {
        let field = at::phrase_word(number);
        let place: usize = page.data_of(&field, "place").await.parse().expect("a place");
        page.fill(&field, words[place]).await;
    }
    page.click(at::PHRASE_DONE).await;
}

async fn enter_first_name(page: &Page) {
    page.click(at::NAV_ATTRIBUTES).await;
    page.click(at::ADD_ATTRIBUTE).await;
    page.choose(at::ATTRIBUTE_TYPE, "first-name").await;
    page.fill(at::ATTRIBUTE_VALUE, "Ada").await;
    page.picture("attribute-form").await;
    page.click(at::SAVE_ATTRIBUTE).await;
    page.wait_for(at::ATTRIBUTE_ROW).await;
    page.wait_for_text("Ada").await;
}

async fn add_site(page: &Page, url: &str) {
    page.click(at::NAV_SITES).await;
    page.click(at::ADD_SITE).await;
    page.fill(at::SITE_URL, url).await;
    page.click(at::SITE_ADD_CONFIRM).await;
    page.wait_for_text(SITE_NAME).await;
}

async fn sign_up(page: &Page) {
    page.click(at::SIGN_UP).await;
    page.wait_for_text("Ada").await;
    page.picture("consent").await;
    page.agree().await;
    page.wait_for(at::RESULT).await;
    page.click(at::RESULT_CLOSE).await;
}

async fn log_in(page: &Page) {
    page.click(at::LOG_IN).await;
    page.agree().await;
    page.wait_for(at::RESULT).await;
    page.picture("result").await;
    page.click(at::RESULT_CLOSE).await;
}

async fn read_activity(page: &Page) {
    page.click(at::NAV_ACTIVITY).await;
    page.wait_for(at::ACTIVITY_ROW).await;
    page.wait_for_text(SITE_NAME).await;
    page.click(at::ACTIVITY_VERIFY).await;
    page.wait_for(at::ACTIVITY_CHECK).await;
    page.wait_for_text("intact").await;
}

async fn lock_and_unlock(page: &Page) {
    page.click(at::LOCK).await;
    unlock(page, "not the password").await;
    page.wait_for(at::FAILURE).await;
    page.picture("unlock").await;
    unlock(page, PASSWORD).await;
    page.wait_for(at::NAV_HOME).await;
}

async fn unlock(page: &Page, password: &str) {
    page.fill(at::UNLOCK_PASSWORD, password).await;
    page.click(at::UNLOCK).await;
}

/// Every screen with something in it, from a vault that the command line filled. `assets/screenshots` has
/// some of its pictures: `home`, `attributes`, and `sign-up` as `consent`.
#[test]
fn shows_what_the_command_line_entered() {
    let home = Home::of_ada();
    let relying_party = RelyingParty::start(&["--name", "Harbour Exchange"]);
    let site = relying_party.site();
    home.ok(["site", "add", &site]);
    home.ok(["signup", &site, "--yes"]);
    home.ok(["apply", &site, "--yes"]);
    let backup = home.path().join("ada.backup").display().to_string();
    home.ok(["backup", "create", &backup, "--generate-passphrase"]);
    let driver = Driver::start(&home);
    driver.run(async |page| {
        page.wait_for(at::UNLOCK_PASSWORD).await;
        unlock(&page, PASSWORD).await;
        page.wait_for(at::NAV_HOME).await;
        page.wait_for_text("Ada").await;
        page.picture("home").await;
        for (mark, name, text) in [
            (at::NAV_ATTRIBUTES, "attributes", "1985-04-12"),
            (at::NAV_DOCUMENTS, "documents", "utility-bill.pdf"),
            (at::NAV_SITES, "sites", "Harbour Exchange"),
            (at::NAV_ACTIVITY, "activity", "Harbour Exchange"),
            (at::NAV_SETTINGS, "settings", "Change…"),
        ] {
            page.click(mark).await;
            page.wait_for_text(text).await;
            page.picture(name).await;
        }
        see_what_the_site_has(&page).await;
    });
}

/// What a site knows, and the application there.
async fn see_what_the_site_has(page: &Page) {
    page.click(at::NAV_ACTIVITY).await;
    page.click(at::WHO_KNOWS_WHAT).await;
    page.wait_for(at::KNOWING_SITE).await;
    page.picture("who-knows-what").await;
    page.click(at::KNOWING_SITE).await;
    page.wait_for(at::KNOWN_ATTRIBUTE).await;
    page.wait_for_text("utility-bill.pdf").await;
    page.picture("site").await;
    page.click(at::SIGN_UP).await;
    page.wait_for(at::APPROVE).await;
    page.picture("sign-up").await;
    page.click(at::DECLINE).await;
    page.wait_for_no(at::APPROVE).await;
    page.click(at::NAV_APPLICATIONS).await;
    page.wait_for(at::APPLICATION_ROW).await;
    page.picture("applications").await;
    page.click(at::APPLICATION_ROW).await;
    page.wait_for(at::APPLICATION_TEXT).await;
    page.wait_for_text("Withdraw").await;
    page.picture("application").await;
}

const PASSWORD: &str = "correct horse battery staple";
