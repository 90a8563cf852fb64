//! A person who has never seen the wallet signs up at a site that asks for five things, and fills them in at once.

use fantoccini::key::Key;
use idw_journeys::{Home, RelyingParty};
use serde_json::json;

use super::driver::Driver;
use super::page::{Page, at};
use super::{add_site, create_vault};

const SITE_NAME: &str = "Sample Shop";

/// What the site asks for, in its own words for one of them.
fn config() -> String {
    let schema = |name: &str| format!("http://platform.selfkey.org/schema/attribute/{name}.json");
    json!({
        "website": {"name": SITE_NAME},
        "attributes": [
            schema("first-name"),
            schema("last-name"),
            {"schemaId": schema("email"), "label": "Where we can reach you", "required": true},
            schema("date-of-birth"),
            schema("nationality"),
        ],
        "templates": [],
    })
    .to_string()
}

#[test]
fn five_attributes_are_filled_in_in_one_form() {
    let home = Home::empty();
    let config = home.write_outside("site.json", config().as_bytes());
    let relying_party = RelyingParty::start(&["--config", &config.display().to_string()]);
    Driver::start(&home).run(async |page| {
        create_vault(&page).await;
        add_site(&page, &relying_party.site()).await;
        page.click(at::SIGN_UP).await;
        page.wait_for(at::MISSING_SHEET).await;
        page.wait_for_text("asked for as").await;
        page.wait_for_no(at::APPROVE).await;
        page.picture("consent-missing").await;
        fill_in(&page).await;
        page.click(at::SAVE_MISSING).await;
        page.wait_for_no(at::MISSING_SHEET).await;
        page.wait_for_text("ada@mail.example").await;
        page.picture("consent-filled-in").await;
        page.agree().await;
        page.wait_for(at::RESULT).await;
        page.click(at::RESULT_CLOSE).await;
    });
    let users = &relying_party.state()["users"];
    let sent = users[0]["attributes"].as_array().expect("a list");
    let values: Vec<_> = sent.iter().map(|sent| sent["value"].clone()).collect();
    let expected =
        [json!("Ada"), json!("Example"), json!("ada@mail.example"), json!("1985-04-12"), json!({"country": "GB"})];
    assert_eq!(values, expected, "{users}");
}

/// By keyboard alone, from the field that has the focus: Return goes on to the next.
async fn fill_in(page: &Page) {
    page.wait_for_focus(at::ATTRIBUTE_VALUE).await;
    for text in ["Ada", "Example", "ada@mail.example", "12 April 1985"] {
        page.type_keys(&format!("{text}{}", char::from(Key::Return))).await;
    }
    page.choose("field-country", "GB").await;
}
