//! The commands as the page calls them, through Tauri's mock runtime, on a real vault.

use std::{fs, path::Path};

use idw_wallet::KdfCost;
use serde_json::{Value, json};
use tauri::{
    Manager as _, WebviewWindow, WebviewWindowBuilder,
    ipc::{CallbackFn, InvokeBody},
    test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder, mock_context, noop_assets},
    webview::InvokeRequest,
};
use tempfile::TempDir;

use crate::{
    commands::documents::export_to,
    drops::opened,
    news::News,
    staged::{StagedFile, stage},
    state::AppState,
    window::with_commands,
};

const PASSWORD: &str = "four unrelated words here";

/// The smallest files that are what they say.
const PDF: &[u8] = include_bytes!("../../assets/samples/utility-bill.pdf");
const PNG: &[u8] = include_bytes!("../../assets/icons/32x32.png");
/// Another picture.
const OTHER_PNG: &[u8] = include_bytes!("../../assets/icons/128x128.png");

/// A window without a screen, on a vault of its own.
struct Window {
    _app: tauri::App<MockRuntime>,
    webview: WebviewWindow<MockRuntime>,
    folder: TempDir,
}

impl Window {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self::on(folder)
    }

    fn on(folder: TempDir) -> Self {
        // This test's `main` is not the window's, which starts itself again to open documents.
        idw_wallet::open_documents_in_this_process();
        idw_wallet::open_documents_in_this_process();
        let app = with_commands(mock_builder())
            .manage(AppState::new(folder.path().join("vault"), KdfCost::Floor))
            .build(mock_context(noop_assets()))
            .unwrap();
        let webview = WebviewWindowBuilder::new(&app, "main", tauri::WebviewUrl::default()).build().unwrap();
        Self { _app: app, webview, folder }
    }

    fn with_vault() -> Self {
        let window = Self::new();
        window.call("create_vault", json!({ "password": PASSWORD })).unwrap();
        window
    }

    /// What the page would get: the answer, or the failure.
    fn call(&self, command: &str, args: Value) -> Result<Value, Value> {
        let url = if cfg!(windows) { "http://tauri.localhost" } else { "tauri://localhost" };
        let request = InvokeRequest {
            cmd: command.to_owned(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: url.parse().unwrap(),
            body: InvokeBody::Json(args),
            headers: tauri::http::HeaderMap::default(),
            invoke_key: INVOKE_KEY.to_owned(),
        };
        get_ipc_response(&self.webview, request).map(|body| body.deserialize().unwrap())
    }

    fn ask(&self, command: &str) -> Value {
        self.call(command, json!({})).unwrap()
    }

    fn code(&self, command: &str, args: Value) -> String {
        let failure = self.call(command, args).expect_err("the command should have failed");
        assert!(failure["message"].as_str().is_some_and(|text| !text.is_empty()), "{failure}");
        failure["code"].as_str().unwrap().to_owned()
    }

    /// Does what a click in the native dialog does.
    fn choose(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        stage(&self.webview.state::<AppState>(), &path).unwrap().token
    }
}

fn attribute(name: &str, more: Value) -> Value {
    let mut input = json!({ "name": name, "text": null, "json": null, "fields": [], "files": [], "keepMetadata": false, "label": null, "id": null });
    input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({ "input": input })
}

#[test]
fn a_vault_is_made_locked_and_unlocked() {
    let window = Window::new();
    assert_eq!(window.ask("vault_status")["state"], "none");
    assert_eq!(window.code("list_attributes", json!({})), "locked");

    let phrase = window.call("create_vault", json!({ "password": PASSWORD })).unwrap();
    assert_eq!(phrase["words"].as_array().unwrap().len(), 12);
    assert_eq!(window.ask("vault_status")["state"], "open");
    let accounts = window.ask("list_accounts");
    assert_eq!(accounts[0]["name"], "main");

    window.ask("lock_vault");
    assert_eq!(window.ask("vault_status")["state"], "locked");
    assert_eq!(window.code("list_accounts", json!({})), "locked");
    assert_eq!(window.code("unlock_vault", json!({ "password": "wrong" })), "wrongPassword");
    assert_eq!(window.ask("vault_status")["state"], "locked", "a wrong password leaves no lock behind");

    window.call("unlock_vault", json!({ "password": PASSWORD })).unwrap();
    assert_eq!(window.ask("list_accounts"), accounts, "the same keys come back");
}

#[test]
fn a_vault_in_use_says_so() {
    let first = Window::with_vault();
    let path = first.folder.path().join("vault");
    let second = with_commands(mock_builder())
        .manage(AppState::new(path, KdfCost::Floor))
        .build(mock_context(noop_assets()))
        .unwrap();
    let webview = WebviewWindowBuilder::new(&second, "main", tauri::WebviewUrl::default()).build().unwrap();
    let second = Window { _app: second, webview, folder: tempfile::tempdir().unwrap() };
    let status = second.ask("vault_status");
    assert_eq!(status["state"], "unusable");
    assert_eq!(status["failure"]["code"], "inUse");

    first.ask("lock_vault");
    assert_eq!(second.ask("vault_status")["state"], "locked");
}

#[test]
fn the_password_can_be_changed() {
    let window = Window::with_vault();
    let change = |current: &str| json!({ "current": current, "replacement": "another long password" });
    assert_eq!(window.code("change_password", change("wrong")), "wrongPassword");
    window.call("change_password", change(PASSWORD)).unwrap();
    window.ask("lock_vault");
    assert_eq!(window.code("unlock_vault", json!({ "password": PASSWORD })), "wrongPassword");
    window.call("unlock_vault", json!({ "password": "another long password" })).unwrap();
}

#[test]
fn attributes_are_entered_changed_and_removed() {
    let window = Window::with_vault();
    let types = window.ask("list_attribute_types");
    assert!(types.as_array().unwrap().iter().any(|ty| ty["name"] == "passport"));

    let saved = window.call("set_attribute", attribute("first-name", json!({ "text": "Ada" }))).unwrap();
    let change = attribute("first-name", json!({ "text": "Augusta", "id": saved["id"] }));
    window.call("set_attribute", change).unwrap();
    let all = window.ask("list_attributes");
    assert_eq!(all.as_array().unwrap().len(), 1);
    assert_eq!(all[0]["summary"], "Augusta");

    assert_eq!(window.code("set_attribute", attribute("shoe-size", json!({ "text": "42" }))), "usage");
    assert_eq!(window.code("set_attribute", attribute("date-of-birth", json!({ "text": "yesterday" }))), "usage");

    window.call("remove_attribute", json!({ "name": saved["id"], "label": null })).unwrap();
    assert_eq!(window.ask("list_attributes"), json!([]));
}

#[test]
fn a_form_that_was_refused_keeps_its_files() {
    let window = Window::with_vault();
    let page = window.choose("page.png", PNG);
    let selfie = window.choose("selfie.png", OTHER_PNG);
    let passport = |issued: &str| {
        attribute(
            "passport",
            json!({
                "fields": [{ "path": "issued", "value": issued }, { "path": "expires", "value": "2031-05-04" }],
                "files": [
                    { "path": "image", "source": { "type": "staged", "token": page } },
                    { "path": "selfie.image", "source": { "type": "staged", "token": selfie } },
                ],
            }),
        )
    };
    assert_eq!(window.code("set_attribute", passport("last spring")), "usage");
    let saved = window.call("set_attribute", passport("2021-05-05")).unwrap();
    assert_eq!(saved["documents"].as_array().unwrap().len(), 2);
    assert_eq!(saved["expires"], "2031-05-04");
    assert_eq!(window.code("set_attribute", passport("2021-05-05")), "notFound", "a saved form lets go of its files");
}

#[test]
fn documents_come_in_go_out_and_are_removed() {
    let window = Window::with_vault();
    let token = window.choose("bill.pdf", PDF);
    let added = window.call("add_document", json!({ "token": token, "keepMetadata": false })).unwrap();
    assert_eq!(added["document"]["name"], "bill.pdf");
    assert_eq!(added["document"]["mimeType"], "application/pdf");
    let again = window.call("add_document", json!({ "token": token, "keepMetadata": false })).unwrap();
    assert_eq!(again["alreadyThere"], true, "the same bytes are noticed");
    window.call("discard_file", json!({ "token": token })).unwrap();
    assert_eq!(window.code("add_document", json!({ "token": token, "keepMetadata": false })), "notFound");

    let id = added["document"]["id"].as_str().unwrap();
    let wallet = window.webview.state::<AppState>().wallet().unwrap();
    let target = window.folder.path().join("copy.pdf");
    export_to(&wallet, id, &target).unwrap();
    assert_eq!(fs::read(&target).unwrap(), PDF);
    let nowhere = window.folder.path().join("no such folder").join("copy.pdf");
    assert!(export_to(&wallet, id, &nowhere).is_err());
    drop(wallet);

    window.call("remove_document", json!({ "id": id })).unwrap();
    assert_eq!(window.ask("list_documents"), json!([]));
}

#[test]
fn a_folder_is_no_document() {
    let window = Window::with_vault();
    assert!(stage(&window.webview.state::<AppState>(), Path::new("/")).is_err());
}

#[test]
fn locking_forgets_what_was_chosen() {
    let window = Window::with_vault();
    let token = window.choose("bill.pdf", PDF);
    window.ask("lock_vault");
    window.call("unlock_vault", json!({ "password": PASSWORD })).unwrap();
    assert_eq!(window.code("add_document", json!({ "token": token, "keepMetadata": false })), "notFound");
}

#[test]
fn what_cannot_be_reached_or_answered_says_so() {
    let window = Window::with_vault();
    assert_eq!(window.code("add_site", json!({ "url": "http://127.0.0.1:9/lws", "name": null })), "unreachable");
    assert_eq!(window.code("add_site", json!({ "url": "no address", "name": null })), "usage");
    let intent = json!({ "purpose": "logIn", "site": "nowhere", "account": null, "template": null });
    assert_eq!(window.code("propose", json!({ "intent": intent })), "notFound");
    window.call("decline", json!({ "id": "17" })).unwrap();
    assert_eq!(window.code("open_in_browser", json!({ "url": "file:///etc/hostname" })), "refused");
}

#[test]
fn the_activity_log_is_whole() {
    let window = Window::with_vault();
    window.call("set_attribute", attribute("first-name", json!({ "text": "Ada" }))).unwrap();
    let check = window.ask("verify_activity");
    assert_eq!(check["intact"], true);
    assert_eq!(check["entries"].as_u64().unwrap(), window.ask("list_activity").as_array().unwrap().len() as u64);
}

#[test]
fn profiles_do_not_mix() {
    let window = Window::with_vault();
    window.call("set_attribute", attribute("first-name", json!({ "text": "Ada" }))).unwrap();
    let token = window.choose("bill.pdf", PDF);
    window.call("add_profile", json!({ "name": "Works", "kind": "company" })).unwrap();
    assert_eq!(window.ask("list_attributes").as_array().unwrap().len(), 1, "a new profile is not worked in by itself");

    window.call("select_profile", json!({ "name": "Works" })).unwrap();
    assert_eq!(window.ask("list_attributes"), json!([]));
    let late = json!({ "token": token, "keepMetadata": false });
    assert_eq!(window.code("add_document", late), "notFound", "what was chosen in one cannot end in another");
    assert_eq!(window.code("set_attribute", attribute("first-name", json!({ "text": "Ada" }))), "usage");

    window.call("rename_profile", json!({ "name": "Works", "to": "Works Ltd" })).unwrap();
    let profiles = window.ask("list_profiles");
    assert_eq!(profiles[1]["name"], "Works Ltd");
    assert_eq!(profiles[1]["selected"], true);
    let remove = json!({ "name": "Works Ltd", "withContent": true });
    assert_eq!(window.code("remove_profile", remove.clone()), "usage", "not while it is worked in");
    window.call("select_profile", json!({ "name": "personal" })).unwrap();
    window.call("remove_profile", remove).unwrap();
    assert_eq!(window.ask("list_attributes")[0]["summary"], "Ada");
}

#[test]
fn values_have_labels_and_one_is_the_default() {
    let window = Window::with_vault();
    let enter = |text: &str, label: Value| {
        window.call("set_attribute", attribute("email", json!({ "text": text, "label": label }))).unwrap()
    };
    enter("ada@mail.example", Value::Null);
    let work = enter("ada@work.example", json!("work"));
    assert_eq!(work["isDefault"], false);
    window.call("set_default_attribute", json!({ "id": work["id"] })).unwrap();
    let plain = window.call("relabel_attribute", json!({ "id": work["id"], "label": "office" })).unwrap();
    assert_eq!(plain["label"], "office");
    let search =
        |query: &str| window.call("search_attributes", json!({ "query": query, "order": "catalogue" })).unwrap();
    assert_eq!(search("OFFICE").as_array().unwrap().len(), 1);
    assert_eq!(search("")[0]["isDefault"], true);
}

#[test]
fn a_zone_is_read_and_only_what_was_chosen_is_entered() {
    let window = Window::with_vault();
    let zone = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";
    let read = window.call("read_mrz", json!({ "text": zone })).unwrap();
    assert!(read["proposals"].as_array().unwrap().iter().any(|one| one["name"] == "last-name"));
    let slip = zone.replace("L898902C36", "L898902C37");
    assert_eq!(window.code("read_mrz", json!({ "text": slip })), "usage");
    window.call("apply_mrz", json!({ "text": zone, "names": ["last-name"] })).unwrap();
    let held = window.ask("list_attributes");
    assert_eq!(held.as_array().unwrap().len(), 1);
    assert_eq!(held[0]["summary"], "Eriksson");
}

#[test]
fn what_is_dropped_is_opened_and_never_named_by_its_path() {
    let window = Window::with_vault();
    let state = window.webview.state::<AppState>();
    let page = window.folder.path().join("page.png");
    fs::write(&page, PNG).unwrap();
    let News::Dropped { files, refused, .. } = opened(&state, &[page, window.folder.path().to_owned()], (1.0, 2.0))
    else {
        panic!("a drop is told as a drop")
    };
    assert_eq!((files.len(), refused.len()), (1, 1));
    let told = serde_json::to_string(&News::Dropped { x: 1.0, y: 2.0, files: files.clone(), refused }).unwrap();
    let folder = window.folder.path().parent().unwrap();
    assert!(!told.contains(folder.to_str().unwrap()), "{told}");

    let added = window.call("add_document", json!({ "token": files[0].token, "keepMetadata": false })).unwrap();
    assert_eq!(added["document"]["name"], "page.png");
}

#[test]
fn what_is_pasted_is_added_from_memory() {
    let window = Window::with_vault();
    let token = StagedFile::pasted(PNG.to_vec()).keep_in(&window.webview.state::<AppState>()).unwrap().token;
    let added = window.call("add_document", json!({ "token": token, "keepMetadata": true })).unwrap();
    assert_eq!(added["document"]["size"], PNG.len());
}

#[test]
fn an_import_reports_before_it_changes_anything() {
    let window = Window::with_vault();
    window.call("set_attribute", attribute("first-name", json!({ "text": "Ada" }))).unwrap();
    let wallet = window.webview.state::<AppState>().wallet().unwrap();
    let mut file = Vec::new();
    wallet.export_data(&mut file, &idw_wallet::ExportSelection::default()).unwrap();
    drop(wallet);

    let other = Window::with_vault();
    let token = other.choose("ada.json", &file);
    let import = |dry_run: bool| {
        other.call("import_data", json!({ "token": token, "dryRun": dry_run, "onConflict": "skip" })).unwrap()
    };
    assert_eq!(import(true)["attributes"][0]["outcome"], "added");
    assert_eq!(other.ask("list_attributes"), json!([]), "a dry run takes nothing in");
    assert_eq!(import(false)["dryRun"], false);
    assert_eq!(
        other.ask("list_attributes")[0]["provenance"].as_str().unwrap().split(" on ").next(),
        Some("imported from ada.json")
    );
}

#[test]
fn the_vault_is_looked_after() {
    let window = Window::with_vault();
    assert_eq!(window.ask("list_notices"), json!([]));
    assert!(window.ask("vault_usage")["records"].as_u64() > Some(0));
    assert!(window.ask("compact_vault")["after"].as_u64() > Some(0));
    assert_eq!(window.call("rate_password", json!({ "password": "password" })).unwrap()["enough"], false);
    assert_eq!(window.call("rate_password", json!({ "password": PASSWORD })).unwrap()["enough"], true);
    assert_eq!(window.ask("list_reminders"), json!([]));
    window.ask("lock_vault");
    assert_eq!(window.ask("vault_status")["keyring"], false);
}
