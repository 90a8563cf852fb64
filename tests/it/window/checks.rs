//! Identity checks in the window: a provider, a check, what becomes of its values, and how one ends early.

use std::net::TcpListener;

use fantoccini::key::Key;
use idw_journeys::{CLIENT_SECRET, Home, KycProvider, RelyingParty, browse, repository};

use super::driver::Driver;
use super::page::{Page, at};
use super::portal::Portal;
use super::{PASSWORD, unlock};
use crate::checks;

const ADD_PROVIDER: &str = "providers-add";
const PROVIDER_ROW: &str = "provider-row";
const VERIFY: &str = "attribute-verify";
const START: &str = "verify-start";
const WAITING: &str = "verify-waiting";
const CANCEL: &str = "verify-cancel";
const KEEP: &str = "verify-keep";
const UNDECIDED: &str = "verify-undecided";
const VERIFIED: &str = "Verified (test)";

/// Asks for a passport, so that the journey needs one.
const SITE: &str = r#"{
    "website": {"name": "Sample Shop"},
    "attributes": [
        "http://platform.selfkey.org/schema/attribute/first-name.json",
        "http://platform.selfkey.org/schema/attribute/passport.json"
    ],
    "templates": []
}"#;

/// A provider, and a wallet in a window that knows nothing of it.
struct Case {
    provider: KycProvider,
    home: Home,
}

impl Case {
    fn new(decision: &str) -> Self {
        Self { provider: KycProvider::start(decision, &[]), home: Home::with_vault().catching_links() }
    }

    /// What `idw provider add` takes after this option.
    fn setting(&self, option: &str) -> String {
        let settings = self.provider.settings("web-kyc");
        let place = settings.iter().position(|word| word == option).expect("it has that option");
        settings[place + 1].clone()
    }

    /// Whether another program could wait for the browser now.
    fn port_is_free(&self) -> bool {
        let redirect = self.setting("--redirect");
        let host = redirect.trim_start_matches("http://").split('/').next().expect("it has a host");
        TcpListener::bind(host).is_ok()
    }

    async fn add_provider(&self, page: &Page) {
        page.open_settings("checks").await;
        page.click(ADD_PROVIDER).await;
        page.fill("provider-name", "Example Check").await;
        page.fill("provider-client-id", &self.setting("--client-id")).await;
        page.fill("provider-authorize", &self.setting("--authorize")).await;
        page.fill("provider-api", &self.setting("--api")).await;
        page.fill("provider-redirect", &self.setting("--redirect")).await;
        page.click("provider-trust").await;
        page.picture("provider-form").await;
        page.click("provider-add").await;
        page.wait_for_text_in(PROVIDER_ROW, "Test provider").await;
        page.scroll_to(PROVIDER_ROW).await;
        page.picture("providers").await;
    }

    /// Begins a check, and gives the address that the browser was sent to.
    async fn begin(&self, page: &Page) -> String {
        self.begin_with(page, CLIENT_SECRET).await
    }

    async fn begin_with(&self, page: &Page, secret: &str) -> String {
        page.click(at::NAV_ATTRIBUTES).await;
        page.click(VERIFY).await;
        page.fill("verify-secret", secret).await;
        page.picture("verify-provider").await;
        page.click(START).await;
        page.wait_for_text_in(WAITING, "Continue in your browser").await;
        self.home.opened_link()
    }
}

async fn opened(page: &Page) {
    page.wait_for(at::UNLOCK_PASSWORD).await;
    unlock(page, PASSWORD).await;
    page.wait_for(at::NAV_HOME).await;
}

/// The row of an attribute in the list.
fn row(title: &str) -> String {
    // Quoted for the attribute selector that the mark becomes part of. Marks that cannot be seen keep the title apart.
    format!("attribute-row\"]:has([aria-label=\"Remove \u{2068}{title}\u{2069}\"])[data-testid=\"attribute-row")
}

async fn says(page: &Page, mark: &str, text: &str) -> bool {
    page.text_of(mark).await.contains(text)
}

#[test]
fn a_person_is_checked_and_signs_up_with_the_passport() {
    let case = Case::new("verified:ada:PP");
    case.home.ok(["attribute", "set", "first-name", "Ada"]);
    let config = case.home.write_outside("site.json", SITE.as_bytes());
    let site = RelyingParty::start(&["--config", &config.display().to_string()]);
    case.home.ok(["site", "add", &site.site()]);
    let portal = Portal::start();
    Driver::with_portal(&case.home, &portal).run(async |page| {
        opened(&page).await;
        case.add_provider(&page).await;
        let address = case.begin(&page).await;
        page.picture("verify-browser").await;
        assert!(browse(&address).contains("return to the wallet"));
        page.wait_for(KEEP).await;
        page.wait_for_text_in(UNDECIDED, "First Name").await;
        page.picture("verify-review").await;
        page.click("verify-first-name-take").await;
        page.click(KEEP).await;
        page.wait_for("verify-kept").await;
        page.picture("verify-kept").await;

        // The older protocol brings no selfie. Adding one asks nothing: what was checked stays as it is.
        page.click("verify-complete").await;
        portal.choose(&repository().join("assets/samples/passport-selfie.jpg"));
        page.click("field-selfie.image").await;
        page.wait_for_text("passport-selfie.jpg").await;
        page.picture("attribute-verified-edit").await;
        page.click(at::SAVE_ATTRIBUTE).await;
        page.wait_for_no(at::SAVE_ATTRIBUTE).await;
        for title in ["First Name", "Date of Birth", "Passport"] {
            page.wait_for_text_in(&row(title), VERIFIED).await;
        }
        assert!(!says(&page, &row("Passport"), "missing").await);
        page.picture("attributes-verified").await;
        look_at_the_passport(&page).await;
        sign_up(&page).await;
        change_the_name(&page).await;
    });
    let user = &site.state()["users"][0];
    assert_eq!(user["attributes"].as_array().map(Vec::len), Some(2), "{user}");
}

async fn look_at_the_passport(page: &Page) {
    page.click(&row("Passport")).await;
    page.wait_for_text_in("detail-provenance", "Example Check").await;
    page.wait_for_text_in("detail-document", "number ending in").await;
    page.picture("attribute-verified").await;
    page.click(at::DIALOG_CLOSE).await;
}

async fn sign_up(page: &Page) {
    page.click(at::NAV_SITES).await;
    page.click(at::SITE_ROW).await;
    page.click(at::SIGN_UP).await;
    page.wait_for_text_in("consent", VERIFIED).await;
    page.picture("consent-verified").await;
    page.agree().await;
    page.wait_for(at::RESULT).await;
    page.click(at::RESULT_CLOSE).await;
}

async fn change_the_name(page: &Page) {
    page.click(at::NAV_ATTRIBUTES).await;
    page.click(&row("First Name")).await;
    page.click(at::DETAIL_EDIT).await;
    page.wait_for("attribute-verified").await;
    page.fill(at::ATTRIBUTE_VALUE, "Eva").await;
    page.click(at::SAVE_ATTRIBUTE).await;
    page.wait_for_text("counts as entered by you").await;
    page.wait_for(at::CONFIRM).await;
    page.picture("attribute-verified-change").await;
    page.click(at::CONFIRM).await;
    page.wait_for_no(at::CONFIRM).await;
    page.wait_for_text("Eva").await;
    page.click(at::DIALOG_CLOSE).await;
    assert!(!says(page, &row("First Name"), VERIFIED).await);
    assert!(says(page, &row("Passport"), VERIFIED).await);
}

async fn look_at_the_provider(page: &Page) {
    page.click(PROVIDER_ROW).await;
    page.wait_for("provider-secret-state").await;
    page.picture("provider").await;
    page.click("provider-replace-secret").await;
    page.wait_for("provider-new-secret").await;
    page.picture("provider-secret").await;
    page.press(Key::Escape).await;
    page.click("provider-remove").await;
    page.wait_for(at::CONFIRM).await;
    page.picture("provider-remove").await;
    page.press(Key::Escape).await;
    page.click(at::DIALOG_CLOSE).await;
}

#[test]
fn a_check_that_is_cancelled_or_locked_away_frees_its_port_and_keeps_nothing() {
    let case = Case::new("verified:ada:PP:none");
    Driver::start(&case.home).run(async |page| {
        opened(&page).await;
        page.click(at::NAV_ATTRIBUTES).await;
        page.click(VERIFY).await;
        page.wait_for("verify-add-provider").await;
        page.picture("verify-none").await;
        page.click(CANCEL).await;
        page.open_settings("checks").await;
        page.scroll_to(ADD_PROVIDER).await;
        page.picture("providers-none").await;
        case.add_provider(&page).await;
        look_at_the_provider(&page).await;
        case.begin(&page).await;
        assert!(!case.port_is_free(), "it waits for the browser");
        page.click(CANCEL).await;
        page.wait_for_no(WAITING).await;
        assert!(case.port_is_free(), "it was given up");

        let address = case.begin(&page).await;
        page.press_with_control('l').await;
        page.wait_for(at::UNLOCK_PASSWORD).await;
        assert!(case.port_is_free(), "the lock ends it");
        browse(&address);
        opened(&page).await;

        // A provider that does not know the client is told of, and the check can be made again.
        let address = case.begin_with(&page, "another secret").await;
        browse(&address);
        page.wait_for(at::FAILURE).await;
        page.picture("verify-failed").await;
        page.click(CANCEL).await;

        let address = case.begin(&page).await;
        browse(&address);
        page.wait_for(KEEP).await;
        page.click(CANCEL).await;
        page.wait_for_text("Discard these results?").await;
        page.picture("verify-throw-away").await;
        page.click(at::CONFIRM).await;
        page.wait_for_no(KEEP).await;
        page.wait_for(at::EMPTY).await;
    });
}

#[test]
fn what_a_file_or_a_backup_says_of_a_check_is_not_the_wallets_word() {
    let other = Home::with_vault();
    let provider = KycProvider::start("verified:ada:PP:none", &[]);
    checks::add(&other, &provider, "web-kyc", &["--trust"]);
    assert_eq!(checks::verify(&other, &[]).code, 0);
    let data = other.path().join("ada.json").display().to_string();
    other.ok(["attribute", "export", &data]);
    let backup = other.path().join("ada.backup").display().to_string();
    let passphrase = other.write_outside("passphrase", b"orbit velvet canyon ladder timber").display().to_string();
    other.ok(["backup", "create", &backup, "--passphrase-file", &passphrase]);

    let imported = Home::with_vault();
    imported.ok(["attribute", "import", &data]);
    let merged = Home::with_vault();
    merged.ok(["backup", "restore", "--merge", &backup, "--passphrase-file", &passphrase]);
    for (home, how) in [(imported, "imported"), (merged, "merged")] {
        Driver::start(&home).run(async |page| {
            opened(&page).await;
            page.click(at::NAV_ATTRIBUTES).await;
            page.click(&row("First Name")).await;
            page.wait_for_text_in("detail-provenance", "which says that it was verified by").await;
            page.picture(&format!("attribute-{how}-claim")).await;
            page.click(at::DIALOG_CLOSE).await;
            assert!(!says(&page, &row("First Name"), "Verified").await);
        });
    }
}
