//! What was being entered when the wallet locked.

use idw_journeys::{Canary, Home, search};

use super::{PASSWORD, driver::Driver, page::at, unlock};

#[test]
fn what_was_being_entered_comes_back_after_a_lock_and_after_a_restart() {
    let home = Home::with_vault();
    let driver = Driver::start(&home);
    driver.run(async |page| {
        unlock(&page, PASSWORD).await;
        page.click(at::NAV_ATTRIBUTES).await;
        page.click(at::ADD_ATTRIBUTE).await;
        page.choose(at::ATTRIBUTE_TYPE, "first-name").await;
        page.fill(at::ATTRIBUTE_VALUE, "Augusta Adelaide").await;
        // With the dialog in front.
        page.press_with_control('l').await;
        page.wait_for(at::UNLOCK_PASSWORD).await;
    });
    let (files, found) = search(home.path(), &[Canary::text("what was typed", "Augusta Adelaide")]);
    assert!(files > 0 && found.is_empty(), "it lies open: {found:?}");
    driver.run(async |page| {
        unlock(&page, PASSWORD).await;
        page.wait_for("kept-input").await;
        page.picture("kept-input").await;
        page.click("kept-continue").await;
        page.wait_for(at::ATTRIBUTE_VALUE).await;
        assert_eq!(page.value_of(at::ATTRIBUTE_VALUE).await, "Augusta Adelaide");
        page.click(at::SAVE_ATTRIBUTE).await;
        page.wait_for(at::ATTRIBUTE_ROW).await;
        page.click(at::LOCK).await;
        unlock(&page, PASSWORD).await;
        page.wait_for(at::NAV_HOME).await;
        page.wait_for_no("kept-input").await;
    });
}
