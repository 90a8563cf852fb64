//! Files that the user names where no program can show a file dialog.

use idw_journeys::{Home, repository};

use super::{PASSWORD, driver::Driver, page::at, unlock};

const TYPED: &str = "type-path-text";
const CONFIRM: &str = "type-path-confirm";
const REPLACE: &str = "type-path-replace";

#[test]
fn where_no_file_dialog_is_there_paths_are_typed() {
    let home = Home::with_vault();
    let sample = repository().join("assets/samples/passport-selfie.jpg");
    let target = home.write_outside("taken.json", b"something else");
    Driver::without_programs(&home).run(async |page| {
        unlock(&page, PASSWORD).await;
        page.click(at::NAV_DOCUMENTS).await;
        page.click(at::DOCUMENT_ADD).await;
        page.wait_for_text("xdg-desktop-portal").await;
        page.picture("type-path").await;
        page.fill(TYPED, "/no/such/file.jpg").await;
        page.click(CONFIRM).await;
        page.wait_for_text_in(at::FAILURE, "There is no file at this path").await;
        page.fill(TYPED, &sample.display().to_string()).await;
        page.click(CONFIRM).await;
        page.wait_for(at::ADDED_FILES).await;
        page.wait_for_text("passport-selfie.jpg").await;

        page.open_settings("data").await;
        page.click(at::DATA_EXPORT).await;
        page.click(at::CONFIRM).await;
        page.fill(TYPED, &target.display().to_string()).await;
        page.click(CONFIRM).await;
        page.wait_for_text_in(at::FAILURE, "A file with this name already exists").await;
        page.click(REPLACE).await;
        page.wait_for_no(TYPED).await;
        page.wait_for_text_in("data-exported", "1 document").await;
    });
    let written = std::fs::read_to_string(&target).expect("the export");
    assert!(written.contains("passport-selfie.jpg"), "{written}");
}
