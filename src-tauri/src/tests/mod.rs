//! The commands as the page calls them, through Tauri's mock runtime, on a real vault.

mod accounts;
mod backups;
mod bundle;
mod checks;
mod documents;
mod eid;
mod requests;
mod shell;
mod sites;
mod values;
mod vault;

use std::{fs, path::Path};

use idw_wallet::{CreateOptions, KdfCost, Password, Wallet};
use idw_words::Language;
use serde_json::{Value, json};
use tauri::{
    Manager as _, WebviewWindow, WebviewWindowBuilder,
    ipc::{CallbackFn, InvokeBody},
    test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder, mock_context, noop_assets},
    webview::InvokeRequest,
};
use tempfile::TempDir;

use crate::{
    chosen_files::{ChosenFile, WaitingFile},
    clipboard::tests::fake,
    holding::Holding,
    settings::Settings,
    speech::Speech,
    state::AppState,
    window::with_commands,
};

const PASSWORD: &str = "four unrelated words here";

/// The smallest files that are what they say.
const PDF: &[u8] = include_bytes!("../../../assets/samples/utility-bill.pdf");
const PNG: &[u8] = include_bytes!("../../../assets/icons/32x32.png");
/// Another picture.
const OTHER_PNG: &[u8] = include_bytes!("../../../assets/icons/128x128.png");

/// A window without a screen, on a vault of its own.
struct Window {
    app: tauri::App<MockRuntime>,
    webview: WebviewWindow<MockRuntime>,
    folder: TempDir,
}

impl Window {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self::on(folder)
    }

    fn on(folder: TempDir) -> Self {
        Self::of(Holding::new(folder.path().join("vault")), folder)
    }

    fn of(holding: Holding, folder: TempDir) -> Self {
        // This test's `main` is not the window's, which starts itself again to open documents.
        idw_wallet::open_documents_in_this_process();
        let app = with_commands(mock_builder())
            .manage(AppState::new(
                holding,
                KdfCost::Floor,
                fake(),
                Settings::forgotten(),
                Speech::new(Language::English),
            ))
            .build(mock_context(noop_assets()))
            .unwrap();
        let webview = WebviewWindowBuilder::new(&app, "main", tauri::WebviewUrl::default()).build().unwrap();
        Self { app, webview, folder }
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

    /// The id of the profile with this name.
    fn profile(&self, name: &str) -> String {
        let profiles = self.ask("list_profiles");
        let found = profiles.as_array().unwrap().iter().find(|profile| profile["name"] == name).unwrap();
        found["id"].as_str().unwrap().to_owned()
    }

    fn code(&self, command: &str, args: Value) -> String {
        let failure = self.call(command, args).expect_err("the command should have failed");
        assert!(failure["message"]["id"].as_str().is_some_and(|id| !id.is_empty()), "{failure}");
        failure["code"].as_str().unwrap().to_owned()
    }

    fn state(&self) -> tauri::State<'_, AppState> {
        self.webview.state::<AppState>()
    }

    /// Does what a click in a native dialog does that asks where to save.
    fn choose_target(&self, name: &str) -> String {
        self.state().keep_target(self.folder.path().join(name)).unwrap().token
    }

    /// Does what a click in the native dialog does.
    fn choose(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        WaitingFile::from(ChosenFile::open(&path).unwrap()).keep_in(&self.state()).unwrap().token
    }
}

/// A vault that no window has made.
fn make_vault(path: &Path) -> Wallet {
    let options = CreateOptions { cost: KdfCost::Floor, ..CreateOptions::default() };
    let (wallet, _phrase) = Wallet::create(path, &Password::new(PASSWORD.to_owned()), options).unwrap();
    wallet
}

fn attribute(name: &str, more: Value) -> Value {
    let mut input = json!({ "name": name, "text": null, "json": null, "fields": [], "files": [], "keepMetadata": false, "label": null, "id": null, "changeVerified": false });
    input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({ "input": input })
}

/// A message that the page would get, in English.
fn said(message: &Value) -> String {
    let message = serde_json::from_value(message.clone()).unwrap();
    idw_words::Words::new(Language::English).tell(&message)
}
