//! The screens and dialogs that no other journey comes by: empty, failed, in question, and by keyboard alone.

use std::fs;

use fantoccini::key::Key;
use idw_journeys::{Home, RelyingParty, Sample, repository, schema_url};
use serde_json::{Value, json};

use super::driver::Driver;
use super::page::{Page, at};
use super::portal::Portal;
use super::{PASSWORD, unlock};

/// Nothing listens there.
const NOBODY: &str = "http://127.0.0.1:9/lws";

#[test]
fn an_empty_wallet_says_on_every_screen_how_to_begin() {
    let home = Home::with_vault();
    Driver::start(&home).run(async |page| {
        unlock(&page, PASSWORD).await;
        page.wait_for(at::NAV_HOME).await;
        for (screen, name) in [
            (at::NAV_ATTRIBUTES, "attributes-empty"),
            (at::NAV_DOCUMENTS, "documents-empty"),
            (at::NAV_SITES, "sites-empty"),
            (at::NAV_APPLICATIONS, "applications-empty"),
        ] {
            page.click(screen).await;
            page.wait_for(at::EMPTY).await;
            page.picture(name).await;
        }
        page.click(at::NAV_ATTRIBUTES).await;
        page.click(at::ADD_ATTRIBUTE).await;
        page.wait_for(at::ATTRIBUTE_TYPE).await;
        page.picture("attribute-new").await;
        page.press(Key::Escape).await;
        page.click(at::NAV_SITES).await;
        page.click(at::ADD_SITE).await;
        page.fill(at::SITE_URL, NOBODY).await;
        page.click(at::SITE_ADD_CONFIRM).await;
        page.wait_for_text_in(at::FAILURE, "Could not reach the site").await;
        page.picture("site-unreachable").await;
        page.press(Key::Escape).await;
        page.wait_for_focus(at::KEEP_EDITING).await;
        page.picture("site-discard").await;
        page.click(at::DISCARD).await;
        page.wait_for_focus(at::ADD_SITE).await;
    });
}

#[test]
fn every_question_can_be_looked_at_and_left_again() {
    let home = Home::of_ada();
    home.ok(["attribute", "set", "email", "ada@works.example", "--label", "work"]);
    home.set_fields(
        "drivers-license",
        &["expires=2026-01-03"],
        &[
            &Sample::named("passport-photo-page.jpg").for_field("front"),
            &Sample::named("passport-selfie.jpg").for_field("back"),
        ],
    );
    let site = RelyingParty::start(&[]);
    home.ok(["site", "add", &site.site()]);
    let data = home.path().join("ada.json");
    home.ok(["attribute", "export", &data.display().to_string()]);
    let portal = Portal::start();
    Driver::with_portal(&home, &portal).run(async |page| {
        unlock(&page, PASSWORD).await;
        page.wait_for(at::REMINDERS).await;
        page.picture("home-reminders").await;
        look_at_attributes(&page).await;
        look_at_documents(&page, &portal).await;
        page.click(at::NAV_SITES).await;
        page.click(at::SITE_ROW).await;
        page.wait_for(at::SIGN_UP).await;
        page.picture("site-new").await;
        portal.choose(&data);
        look_at_settings(&page).await;
        by_keyboard_alone(&page).await;
    });
}

async fn look_at_attributes(page: &Page) {
    page.click(at::NAV_ATTRIBUTES).await;
    page.wait_for_text("ada@works.example").await;
    page.picture("attributes-many").await;
    page.fill(at::ATTRIBUTE_SEARCH, "nothing like it").await;
    page.wait_for(at::EMPTY).await;
    page.picture("attributes-none-found").await;
    page.fill(at::ATTRIBUTE_SEARCH, "passport 2094").await;
    page.click(at::ATTRIBUTE_ROW).await;
    page.wait_for(at::DETAIL_EDIT).await;
    page.picture("attribute").await;
    page.click(at::DETAIL_EDIT).await;
    page.wait_for(at::SAVE_ATTRIBUTE).await;
    page.picture("attribute-edit").await;
    page.click("detail-edit-cancel").await;
    page.click(at::DETAIL_REMOVE).await;
    page.wait_for_text_in(at::REMOVAL, "Passport").await;
    page.wait_for_no(at::ATTRIBUTE_ROW).await;
    page.picture("attribute-removed").await;
    page.click(at::UNDO).await;
    page.wait_for(at::ATTRIBUTE_ROW).await;
    page.wait_for_no(at::REMOVAL).await;
}

async fn look_at_documents(page: &Page, portal: &Portal) {
    page.click(at::NAV_DOCUMENTS).await;
    page.wait_for(at::THUMBNAIL_PICTURE).await;
    portal.choose(&repository().join("assets/samples/passport-selfie.jpg"));
    page.click(at::DOCUMENT_ADD).await;
    page.wait_for(at::ADDED_FILES).await;
    page.picture("documents-added").await;
    page.click(at::DOCUMENT_SHRINK).await;
    page.wait_for(at::SHRINK).await;
    page.picture("document-shrink").await;
    page.press(Key::Escape).await;
}

async fn look_at_settings(page: &Page) {
    page.open_settings("appearance").await;
    page.choose(at::LANGUAGE, "de").await;
    page.wait_for_text("Sprache").await;
    page.picture("settings-appearance-german").await;
    page.choose(at::LANGUAGE, "en").await;
    page.wait_for_text("Language").await;
    page.picture("settings-appearance").await;
    page.open_settings("security").await;
    page.click(at::CHANGE_PASSWORD).await;
    page.picture("password-change").await;
    page.press(Key::Escape).await;
    page.wait_for_focus(at::CHANGE_PASSWORD).await;
    page.open_settings("data").await;
    page.click(at::DATA_EXPORT).await;
    page.wait_for(at::CONFIRM).await;
    page.picture("data-export").await;
    page.press(Key::Escape).await;
    page.click(at::DATA_IMPORT).await;
    page.wait_for(at::IMPORT_ROW).await;
    page.picture("data-import").await;
    page.press(Key::Escape).await;
    page.open_settings("profiles").await;
    page.scroll_to(at::PROFILE_ROW).await;
    page.picture("settings-profiles").await;
    page.click(at::PROFILE_SWITCHER).await;
    page.click(at::PROFILE_ADD).await;
    page.wait_for(at::PROFILE_NAME).await;
    page.picture("profile-new").await;
    page.press(Key::Escape).await;
}

/// From a button into a dialog of two steps, around it, and back.
async fn by_keyboard_alone(page: &Page) {
    page.open_settings("backup").await;
    page.focus(at::BACKUP_CREATE).await;
    page.press(Key::Return).await;
    page.wait_for_focus(at::BACKUP_PASSWORD).await;
    page.type_keys(PASSWORD).await;
    page.press(Key::Return).await;
    page.wait_for(at::PASSPHRASE_WORDS).await;
    page.wait_for_focus("Back up the wallet").await;
    // All around: the dialog keeps the focus, and everything in it can be reached.
    let mut seen = Vec::new();
    for _ in 0..12 {
        page.press(Key::Tab).await;
        seen.push(page.focused().await);
    }
    for mark in [at::SECRET_COPY, at::PASSPHRASE_WRITTEN_DOWN, at::DIALOG_CLOSE] {
        assert!(seen.iter().any(|one| one == mark), "{mark} is not reached: {seen:?}");
    }
    assert!(!seen.iter().any(|one| one == at::BACKUP_CREATE), "the page behind is: {seen:?}");
    page.press(Key::Escape).await;
    page.wait_for_focus(at::BACKUP_CREATE).await;
}

#[test]
fn a_vault_in_use_elsewhere_waits_for_it() {
    let home = Home::with_vault();
    // As a command of the command line does while it works on the vault.
    let command = fs::File::open(home.vault().join("lock")).expect("the vault's lock file");
    command.lock().expect("nobody else has it");
    Driver::start(&home).run(async |page| {
        page.wait_for(at::FAILURE).await;
        page.picture("unusable").await;
        drop(command);
        page.click(at::UNUSABLE_RETRY).await;
        page.wait_for(at::UNLOCK_PASSWORD).await;
    });
}

#[test]
fn what_was_repaired_is_told_once() {
    let home = Home::of_ada();
    let database = home.vault().join("db/db");
    let len = fs::metadata(&database).expect("the database").len();
    fs::write(&database, vec![0xA5; usize::try_from(len).expect("a small one")]).expect("the test's own vault");
    Driver::start(&home).run(async |page| {
        unlock(&page, PASSWORD).await;
        page.wait_for(at::NOTICES).await;
        page.picture("repaired").await;
        page.click(at::NOTICES_DISMISS).await;
        page.wait_for_no(at::NOTICES).await;
        page.wait_for_text("Ada").await;
    });
}

/// A site some of whose endpoints are elsewhere by now: who gets what, the question about its key, the consent, and an
/// application that is not sent there before its owner agrees.
#[test]
fn what_goes_elsewhere_is_shown_before_it_goes() {
    let home = Home::of_ada();
    let site = RelyingParty::start(&["--dialect", "did", "--name", "Harbour Exchange"]);
    let describe = |endpoints: Value| {
        let description = json!({
            "website": {"name": "Harbour Exchange"}, "rootEndpoint": site.site(), "did": true, "endpoints": endpoints,
            "attributes": [schema_url("first-name")],
        });
        let path = home.write_outside("site.json", description.to_string().as_bytes());
        home.ok(["site", "add", "--config", &path.display().to_string(), "--name", "Harbour Exchange"]);
    };
    describe(json!({}));
    home.ok(["apply", "Harbour Exchange", "--yes"]);
    let before = site.state()["counts"].clone();
    let other = site.site().replace("127.0.0.1", "localhost");
    describe(json!({"/files": format!("{other}/files"), "/applications": format!("{other}/applications")}));
    Driver::start(&home).run(async |page| {
        unlock(&page, PASSWORD).await;
        page.click(at::NAV_SITES).await;
        page.click(at::SITE_ROW).await;
        page.wait_for_text("a token that acts as you, the attributes, the files").await;
        page.picture("site-elsewhere").await;
        page.click("site-details").await;
        page.click("site-earlier-key").await;
        page.wait_for_text("These addresses receive what you sign").await;
        page.picture("site-earlier-key").await;
        page.press(Key::Escape).await;
        page.click("site-apply").await;
        page.click("template-row").await;
        page.wait_for(at::APPROVE).await;
        page.wait_for_text("token that acts as you").await;
        page.picture("consent-elsewhere").await;
        page.click(at::DECLINE).await;
        page.click(at::NAV_APPLICATIONS).await;
        page.click(at::APPLICATION_ROW).await;
        page.wait_for_text_in("application-changed", "which you have not agreed to").await;
        page.picture("application-changed").await;
        assert_eq!(site.state()["counts"], before, "nothing was sent again");
        page.click("application-agree").await;
        page.wait_for_no("application-changed").await;
    });
}
