//! A new wallet for somebody who has another one already.

use idw_journeys::Home;

use super::{PASSWORD, driver::Driver, page::at, prove_the_phrase};

const BRING: &str = "create-bring";
const BRING_KEY: &str = "bring-key";
const BRING_DATA: &str = "bring-data";
const DONE: &str = "bring-done";

#[test]
fn an_account_and_data_of_another_wallet_come_into_the_new_one() {
    let old = Home::of_ada();
    let data = old.path().join("ada.json");
    old.ok(["attribute", "export", &data.display().to_string()]);
    let home = Home::empty();
    Driver::without_programs(&home).run(async |page| {
        page.wait_for(at::CREATE_PASSWORD).await;
        page.click(BRING).await;
        page.wait_for("create-brings").await;
        page.picture("create-bring").await;
        page.fill(at::CREATE_PASSWORD, PASSWORD).await;
        page.fill(at::CREATE_PASSWORD_AGAIN, PASSWORD).await;
        page.click(at::CREATE).await;
        page.wait_for(at::PHRASE).await;
        prove_the_phrase(&page).await;

        page.wait_for(BRING_KEY).await;
        page.picture("bring").await;
        page.click(BRING_KEY).await;
        page.click("import-private-key").await;
        page.fill("import-secret", &"11".repeat(32)).await;
        page.click("import-account").await;
        page.wait_for("bring-keys").await;

        page.click(BRING_DATA).await;
        page.fill("type-path-text", &data.display().to_string()).await;
        page.click("type-path-confirm").await;
        page.wait_for("import-row").await;
        page.picture("bring-preview").await;
        page.click("import-submit").await;
        page.wait_for("import-done").await;
        page.click("import-close").await;
        page.wait_for("bring-has-data").await;
        page.picture("bring-done").await;
        page.click(DONE).await;
        page.wait_for(at::NAV_HOME).await;
        page.wait_for_text("Ada").await;
    });
    let accounts = home.ok(["account", "list"]).to_string();
    assert!(accounts.contains("0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a"), "{accounts}");
    let names = home.ok(["attribute", "list"]).to_string();
    assert!(names.contains("Ada"), "{names}");
}
