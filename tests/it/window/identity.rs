//! Profiles, a passport's zone, a pasted picture and the vault's upkeep, in the real window.

use std::fs;

use idw_journeys::{Home, repository};

use super::{
    PASSWORD,
    driver::Driver,
    page::{Page, at},
    prove_the_phrase,
};

/// The specimen of ICAO 9303, Part 4.
const ZONE: &str = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10";

#[test]
fn from_a_weak_password_to_a_checked_vault() {
    let home = Home::empty();
    let driver = Driver::start(&home);
    driver.run(async |page| {
        create_vault(&page).await;
        read_passport(&page).await;
        paste_picture(&page).await;
        work_in_another_profile(&page).await;
        look_after_the_vault(&page).await;
    });
    let attributes = home.ok(["attribute", "list"]);
    assert!(attributes.to_string().contains("Eriksson"), "the command line finds what the window entered");
    let documents = home.ok(["document", "list"]);
    assert!(documents.to_string().contains("pasted picture"), "{documents}");
    let profiles = home.ok(["profile", "list"]);
    assert!(profiles.to_string().contains("Works Ltd"), "{profiles}");
}

async fn create_vault(page: &Page) {
    page.fill(at::CREATE_PASSWORD, "password").await;
    page.wait_for(at::WEAK_PASSWORD).await;
    page.picture("create-weak").await;
    page.fill(at::CREATE_PASSWORD, PASSWORD).await;
    page.fill(at::CREATE_PASSWORD_AGAIN, PASSWORD).await;
    page.click(at::CREATE).await;
    prove_the_phrase(page).await;
    page.wait_for_text_in(at::PROFILE_ACTIVE, "personal").await;
}

async fn read_passport(page: &Page) {
    page.click(at::NAV_ATTRIBUTES).await;
    page.click(at::READ_PASSPORT).await;
    page.fill(at::ZONE, &ZONE.replace("L898902C36", "L898902C37")).await;
    page.wait_for_text("mistyped").await;
    page.picture("zone-mistyped").await;
    page.fill(at::ZONE, ZONE).await;
    page.wait_for(at::ZONE_VERIFIED).await;
    page.picture("zone").await;
    page.click(at::ZONE_ENTER).await;
    page.wait_for(at::SAID).await;
    page.wait_for_text("Eriksson").await;
}

async fn paste_picture(page: &Page) {
    let picture = fs::read(repository().join("assets/icons/128x128.png")).expect("a picture");
    page.click(at::NAV_DOCUMENTS).await;
    page.wait_for_text("No documents yet").await;
    page.paste_picture(&picture).await;
    page.wait_for(at::ADDED_FILES).await;
    // Made by the program in a process of its own, and shown under the page's policy.
    page.wait_for(at::THUMBNAIL_PICTURE).await;
    page.picture("document-pasted").await;
}

async fn work_in_another_profile(page: &Page) {
    page.click(at::PROFILE_SWITCHER).await;
    page.click(at::PROFILE_ADD).await;
    page.click(at::PROFILE_COMPANY).await;
    page.fill(at::PROFILE_NAME, "Works Ltd").await;
    page.click(at::PROFILE_SAVE).await;
    page.wait_for_text_in(at::PROFILE_ACTIVE, "Works Ltd").await;
    page.wait_for_text("No documents yet").await;
    page.click(at::PROFILE_SWITCHER).await;
    page.picture("profiles").await;
    // The first is the one that every wallet begins with.
    page.click(at::PROFILE_OPTION).await;
    page.wait_for_text_in(at::PROFILE_ACTIVE, "personal").await;
    page.wait_for_text("pasted picture").await;
}

async fn look_after_the_vault(page: &Page) {
    page.open_settings("security").await;
    page.wait_for_text_in(at::KEYRING_STATE, "Off").await;
    page.picture("settings-security").await;
    page.open_settings("vault").await;
    page.click(at::VAULT_VERIFY).await;
    page.wait_for_text_in(at::VAULT_CHECK, "No damage found").await;
    page.picture("settings-vault").await;
}
