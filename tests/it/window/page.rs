//! The page as a person sees it: things to wait for, to fill in and to press.

use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, Locator};
use idw_journeys::repository;
use serde_json::Value;

/// Where things are; the only place that knows how the page marks them.
pub(super) mod at {
    pub(crate) const CREATE_PASSWORD: &str = "create-password";
    pub(crate) const CREATE_PASSWORD_AGAIN: &str = "create-password-repeat";
    pub(crate) const CREATE: &str = "create-submit";
    pub(crate) const PHRASE: &str = "phrase-words";
    pub(crate) const PHRASE_WRITTEN_DOWN: &str = "phrase-written";
    /// The field for one of the words that are asked for, from 0.
    pub(crate) fn phrase_word(number: usize) -> String {
        format!("phrase-word-{number}")
    }

    pub(crate) const PHRASE_DONE: &str = "phrase-continue";
    pub(crate) const LANGUAGE: &str = "language";
    pub(crate) const NAV_HOME: &str = "nav-home";
    pub(crate) const NAV_ATTRIBUTES: &str = "nav-attributes";
    pub(crate) const NAV_DOCUMENTS: &str = "nav-documents";
    pub(crate) const NAV_SITES: &str = "nav-sites";
    pub(crate) const NAV_APPLICATIONS: &str = "nav-applications";
    pub(crate) const NAV_ACTIVITY: &str = "nav-activity";
    pub(crate) const NAV_SETTINGS: &str = "nav-settings";
    pub(crate) const ADD_ATTRIBUTE: &str = "attribute-add";
    pub(crate) const ATTRIBUTE_TYPE: &str = "attribute-type";
    pub(crate) const ATTRIBUTE_VALUE: &str = "field-value";
    pub(crate) const SAVE_ATTRIBUTE: &str = "attribute-save";
    pub(crate) const ATTRIBUTE_ROW: &str = "attribute-row";
    pub(crate) const ADD_SITE: &str = "site-add";
    pub(crate) const SITE_URL: &str = "site-url";
    pub(crate) const SITE_ADD_CONFIRM: &str = "site-add-submit";
    pub(crate) const SIGN_UP: &str = "site-signup";
    pub(crate) const LOG_IN: &str = "site-login";
    pub(crate) const APPROVE: &str = "consent-approve";
    pub(crate) const DECLINE: &str = "consent-decline";
    pub(crate) const SCROLL_ON: &str = "consent-scroll-on";
    pub(crate) const MISSING_SHEET: &str = "missing-sheet";
    pub(crate) const SAVE_MISSING: &str = "consent-save";
    pub(crate) const RESULT: &str = "result";
    pub(crate) const RESULT_CLOSE: &str = "result-close";
    pub(crate) const ACTIVITY_ROW: &str = "activity-row";
    pub(crate) const ACTIVITY_VERIFY: &str = "activity-verify";
    pub(crate) const ACTIVITY_CHECK: &str = "activity-check";
    pub(crate) const WHO_KNOWS_WHAT: &str = "activity-sites";
    pub(crate) const KNOWING_SITE: &str = "knowing-site";
    pub(crate) const KNOWN_ATTRIBUTE: &str = "known-attribute";
    pub(crate) const APPLICATION_ROW: &str = "application-row";
    pub(crate) const APPLICATION_TEXT: &str = "application-text";
    pub(crate) const WEAK_PASSWORD: &str = "password-weak";
    pub(crate) const PROFILE_SWITCHER: &str = "profile-switcher";
    pub(crate) const PROFILE_OPTION: &str = "profile-option";
    pub(crate) const PROFILE_ADD: &str = "profile-add";
    pub(crate) const PROFILE_COMPANY: &str = "profile-kind-company";
    pub(crate) const PROFILE_NAME: &str = "profile-name";
    pub(crate) const PROFILE_SAVE: &str = "profile-save";
    pub(crate) const PROFILE_CHOICE: &str = "profile-choice";
    pub(crate) const PROFILE_ACTIVE: &str = "profile-active";
    pub(crate) const READ_PASSPORT: &str = "attribute-mrz";
    pub(crate) const ZONE: &str = "mrz-text";
    pub(crate) const ZONE_ENTER: &str = "mrz-enter";
    pub(crate) const ZONE_VERIFIED: &str = "mrz-verified";
    pub(crate) const SAID: &str = "attribute-said";
    pub(crate) const ADDED_FILES: &str = "added-files";
    pub(crate) const THUMBNAIL_PICTURE: &str = "thumbnail\"] img[src^=\"blob:";
    pub(crate) const KEYRING_STATE: &str = "keyring-state";
    pub(crate) const VAULT_VERIFY: &str = "vault-verify";
    pub(crate) const VAULT_CHECK: &str = "vault-check";
    pub(crate) const BACKUP_HINT: &str = "backup-hint";
    pub(crate) const BACKUP_LAST: &str = "backup-last";
    pub(crate) const BACKUP_CREATE: &str = "backup-create";
    pub(crate) const BACKUP_PASSWORD: &str = "backup-password";
    pub(crate) const BACKUP_CONTINUE: &str = "backup-continue";
    pub(crate) const BACKUP_SAVE: &str = "backup-save";
    pub(crate) const BACKUP_DONE: &str = "backup-done";
    pub(crate) const BACKUP_CLOSE: &str = "backup-close";
    pub(crate) const PASSPHRASE_WORDS: &str = "passphrase-words";
    pub(crate) const PASSPHRASE_MADE: &str = "passphrase-made";
    pub(crate) const PASSPHRASE_OWN: &str = "passphrase-own";
    pub(crate) const PASSPHRASE_NEW: &str = "passphrase-new";
    pub(crate) const PASSPHRASE_WRITTEN_DOWN: &str = "passphrase-written";
    pub(crate) const CHECK: &str = "backup-check";
    pub(crate) const CHECK_PASSPHRASE: &str = "check-passphrase";
    pub(crate) const CHECK_SUBMIT: &str = "check-submit";
    pub(crate) const CHECK_DONE: &str = "check-done";
    pub(crate) const CHECK_CLOSE: &str = "check-close";
    pub(crate) const MERGE: &str = "backup-merge";
    pub(crate) const MERGE_PASSPHRASE: &str = "merge-passphrase";
    pub(crate) const MERGE_OPEN: &str = "merge-open";
    pub(crate) const MERGE_SUMMARY: &str = "merge-summary";
    pub(crate) const MERGE_SUBMIT: &str = "merge-submit";
    pub(crate) const MERGE_DONE: &str = "merge-done";
    pub(crate) const MERGE_CLOSE: &str = "merge-close";
    pub(crate) const CREATE_RESTORE: &str = "create-restore";
    pub(crate) const RESTORE_CHOOSE: &str = "restore-choose";
    pub(crate) const RESTORE_PASSPHRASE: &str = "restore-passphrase";
    pub(crate) const RESTORE_PASSWORD: &str = "restore-password";
    pub(crate) const RESTORE_PASSWORD_AGAIN: &str = "restore-password-repeat";
    pub(crate) const RESTORE_SUBMIT: &str = "restore-submit";
    pub(crate) const RESTORE_DONE: &str = "restore-done";
    pub(crate) const RESTORE_OPEN: &str = "restore-open";
    pub(crate) const ACCOUNT_NEW: &str = "account-new";
    pub(crate) const ACCOUNT_IMPORT: &str = "account-import";
    pub(crate) const ACCOUNT_NAME: &str = "account-name";
    pub(crate) const ACCOUNT_SAVE: &str = "account-save";
    pub(crate) const ACCOUNT_ROW: &str = "account-row";
    pub(crate) const ACCOUNT_LAST: &str = "account-row\"]:last-child[class~=\"row";
    pub(crate) const ACCOUNT_ADDRESS: &str = "account-address";
    pub(crate) const ACCOUNT_REMOVE: &str = "account-remove";
    pub(crate) const ACCOUNT_LOST: &str = "account-lost";
    pub(crate) const ACCOUNT_ELSEWHERE: &str = "account-elsewhere";
    pub(crate) const ACCOUNT_REMOVE_ACCEPT: &str = "account-remove-accept";
    pub(crate) const ACCOUNT_EXPORT: &str = "account-export";
    pub(crate) const EXPORT_PASSWORD: &str = "export-password";
    pub(crate) const EXPORT_FILE_PASSWORD: &str = "export-file-password";
    pub(crate) const EXPORT_FILE_PASSWORD_AGAIN: &str = "export-file-password-repeat";
    pub(crate) const EXPORT_PRIVATE_KEY: &str = "export-private-key";
    pub(crate) const EXPORT_PHRASE: &str = "export-phrase";
    pub(crate) const EXPORT_SUBMIT: &str = "export-submit";
    pub(crate) const EXPORT_DONE: &str = "export-done";
    pub(crate) const EXPORT_CLOSE: &str = "export-close";
    pub(crate) const SECRET_COPY: &str = "secret-copy";
    pub(crate) const SECRET_COPIED: &str = "secret-copied";
    pub(crate) const ATTRIBUTE_SEARCH: &str = "attribute-search";
    pub(crate) const REVEALED: &str = "revealed";
    pub(crate) const IMPORT_CHOOSE: &str = "import-choose";
    pub(crate) const IMPORT_PRIVATE_KEY: &str = "import-private-key";
    pub(crate) const IMPORT_SECRET: &str = "import-secret";
    pub(crate) const IMPORT_ACCOUNT: &str = "import-account";
    pub(crate) const QUARANTINE_REMOVE: &str = "quarantine-remove";
    pub(crate) const EMPTY: &str = "empty";
    pub(crate) const REMINDERS: &str = "reminders";
    pub(crate) const SITE_ROW: &str = "site-row";
    pub(crate) const DETAIL_EDIT: &str = "detail-edit";
    pub(crate) const DETAIL_REMOVE: &str = "detail-remove";
    pub(crate) const DOCUMENT_ADD: &str = "document-add";
    pub(crate) const DOCUMENT_SHRINK: &str = "document-shrink";
    pub(crate) const SHRINK: &str = "shrink";
    pub(crate) const CHANGE_PASSWORD: &str = "change-password";
    pub(crate) const DATA_EXPORT: &str = "data-export";
    pub(crate) const DATA_IMPORT: &str = "data-import";
    pub(crate) const IMPORT_ROW: &str = "import-row";
    pub(crate) const PROFILE_ROW: &str = "profile-row";
    pub(crate) const UNUSABLE_RETRY: &str = "unusable-retry";
    pub(crate) const NOTICES: &str = "notices";
    pub(crate) const NOTICES_DISMISS: &str = "notices-dismiss";
    pub(crate) const DIALOG_CLOSE: &str = "dialog-close";
    pub(crate) const DISCARD: &str = "discard-accept";
    pub(crate) const KEEP_EDITING: &str = "discard-keep";
    pub(crate) const REMOVAL: &str = "removal";
    pub(crate) const UNDO: &str = "removal-action";
    pub(crate) const DIALOG_LOCK: &str = "dialog-lock";
    pub(crate) const CONFIRM: &str = "confirm-accept";
    pub(crate) const LOCK: &str = "lock";
    pub(crate) const UNLOCK_PASSWORD: &str = "unlock-password";
    pub(crate) const UNLOCK: &str = "unlock-submit";
    pub(crate) const FAILURE: &str = "error-message";
}

/// Long enough for a machine that does other things too.
const PATIENCE: Duration = Duration::from_secs(30);
/// The driver answers within this, or it hangs.
const ANSWER_LIMIT: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(100);

/// The window's one page.
pub(super) struct Page {
    client: Client,
}

impl Page {
    pub(super) fn of(client: Client) -> Self {
        Self { client }
    }

    pub(super) fn client(&self) -> Client {
        self.client.clone()
    }

    /// Waits until the thing marked so is there and can be seen.
    pub(super) async fn wait_for(&self, mark: &str) {
        self.eventually(&format!("{mark} appears"), async || self.visible(mark).await.map(|_| ())).await;
    }

    /// Waits until nothing is marked so any more.
    pub(super) async fn wait_for_no(&self, mark: &str) {
        let gone = async || self.visible(mark).await.is_none().then_some(());
        self.eventually(&format!("{mark} goes away"), gone).await;
    }

    /// Waits until the page says this somewhere.
    pub(super) async fn wait_for_text(&self, text: &str) {
        let said = async || self.text().await.contains(text).then_some(());
        self.eventually(&format!("the page says {text:?}"), said).await;
    }

    /// Opens one section of the settings, such as `backup`.
    pub(super) async fn open_settings(&self, section: &str) {
        self.click(at::NAV_SETTINGS).await;
        self.click(&format!("settings-section-{section}")).await;
        self.wait_for(&format!("settings-{section}")).await;
    }

    /// Waits until something can be pressed, scrolls to it, and presses it once it stays where it is: what comes in late above it, such as what
    /// the keyring answers, moves it away from under the pointer.
    pub(super) async fn click(&self, mark: &str) {
        let pressed = async || {
            let element = self.reached(mark).await?;
            let place = element.rectangle().await.ok()?;
            if !element.is_enabled().await.ok()? {
                return None;
            }
            tokio::time::sleep(PAUSE).await;
            if element.rectangle().await.ok()? != place {
                return None;
            }
            element.click().await.ok()
        };
        self.eventually(&format!("{mark} is pressed"), pressed).await;
    }

    /// Reads what would be sent to its end, and says yes.
    pub(super) async fn agree(&self) {
        let seen = async || {
            let yes = self.reached(at::APPROVE).await?;
            if !yes.is_enabled().await.ok()? {
                return None;
            }
            if yes.attr("aria-disabled").await.ok()?.is_none() {
                return Some(());
            }
            // It may be gone by now: then the end was seen.
            if let Some(on) = self.reached(at::SCROLL_ON).await {
                on.click().await.ok()?;
            }
            tokio::time::sleep(PAUSE).await;
            None
        };
        self.eventually("the end of the consent is seen", seen).await;
        self.click(at::APPROVE).await;
    }

    /// Presses a key, as a person does whose hands are on the keyboard, wherever the focus is.
    pub(super) async fn press(&self, key: Key) {
        self.type_keys(&String::from(char::from(key))).await;
    }

    /// Presses a letter with Control, wherever the focus is.
    pub(super) async fn press_with_control(&self, letter: char) {
        self.type_keys(&format!("{}{letter}", char::from(Key::Control))).await;
    }

    /// Pastes what is in the system's clipboard, with Control and V, and gives what the field then holds.
    pub(super) async fn paste_into(&self, mark: &str) -> String {
        self.fill(mark, &format!("{}v", char::from(Key::Control))).await;
        tokio::time::sleep(PAUSE).await;
        self.value_of(mark).await
    }

    /// What an element has in one of its `data` attributes.
    pub(super) async fn data_of(&self, mark: &str, name: &str) -> String {
        self.wait_for(mark).await;
        let script = "return document.querySelector(`[data-testid=\"${arguments[0]}\"]`).dataset[arguments[1]]";
        let held = self.answer("reading", self.client.execute(script, vec![mark.into(), name.into()])).await;
        held.ok().and_then(|text| text.as_str().map(str::to_owned)).expect("it has this attribute")
    }

    /// What is in a field.
    pub(super) async fn value_of(&self, mark: &str) -> String {
        let script = "return document.querySelector(`[data-testid=\"${arguments[0]}\"]`).value";
        let held = self.answer("reading", self.client.execute(script, vec![mark.into()])).await;
        held.ok().and_then(|text| text.as_str().map(str::to_owned)).expect("it is a field")
    }

    /// What has the focus: how it is marked, or else what it says.
    pub(super) async fn focused(&self) -> String {
        let script =
            "const at = document.activeElement; return at.dataset.testid ?? at.ariaLabel ?? at.innerText ?? ''";
        let held = self.answer("reading", self.client.execute(script, Vec::new())).await;
        held.ok().and_then(|text| text.as_str().map(str::to_owned)).expect("something has the focus")
    }

    /// Waits until the focus is there.
    pub(super) async fn wait_for_focus(&self, mark: &str) {
        let there = async || (self.focused().await == mark).then_some(());
        self.eventually(&format!("{mark} has the focus"), there).await;
    }

    /// Gives something the focus, as a keyboard does on its way.
    pub(super) async fn focus(&self, mark: &str) {
        self.wait_for(mark).await;
        let script = "document.querySelector(`[data-testid=\"${arguments[0]}\"]`).focus()";
        self.answer("focusing", self.client.execute(script, vec![mark.into()])).await.expect("it takes the focus");
    }

    /// Types where the focus is.
    pub(super) async fn type_keys(&self, keys: &str) {
        let typed = async || self.client.active_element().await.ok()?.send_keys(keys).await.ok();
        self.eventually("keys are pressed", typed).await;
    }

    /// Chooses from a list.
    pub(super) async fn choose(&self, mark: &str, value: &str) {
        let chosen = async || self.reached(mark).await?.select_by_value(value).await.ok();
        self.eventually(&format!("{value} is chosen in {mark}"), chosen).await;
    }

    /// Types into a field, instead of what is in it.
    pub(super) async fn fill(&self, mark: &str, text: &str) {
        let filled = async || {
            let element = self.reached(mark).await?;
            element.clear().await.ok()?;
            element.send_keys(text).await.ok()
        };
        self.eventually(&format!("{mark} is filled in"), filled).await;
    }

    /// Waits until the thing marked so says this.
    pub(super) async fn wait_for_text_in(&self, mark: &str, text: &str) {
        // Not WebDriver's own text: that is empty where an ellipsis may stand.
        let script = "return document.querySelector(`[data-testid=\"${arguments[0]}\"]`)?.innerText ?? ''";
        let said = async || {
            let shown = self.client.execute(script, vec![mark.into()]).await.ok()?;
            shown.as_str()?.contains(text).then_some(())
        };
        self.eventually(&format!("{mark} says {text:?}"), said).await;
    }

    /// Pastes a picture, as the web view would hand it to the page from the clipboard.
    pub(super) async fn paste_picture(&self, bytes: &[u8]) {
        let script = "
            const clipboardData = new DataTransfer();
            clipboardData.items.add(new File([new Uint8Array(arguments[0])], 'image.png', { type: 'image/png' }));
            document.body.dispatchEvent(
                new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));";
        let pasted = self.client.execute(script, vec![bytes.into()]);
        self.answer("pasting a picture", pasted).await.expect("the picture is pasted");
    }

    /// Makes the window as large as `IDW_SCREENSHOT_SIZE` says, e.g. `800x600`: for pictures of it at that size.
    pub(super) async fn take_size(&self) {
        let size = std::env::var("IDW_SCREENSHOT_SIZE").ok();
        let size = size.as_deref().and_then(|size| size.split_once('x'));
        let size = size.and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)));
        if let Some((width, height)) = size {
            self.answer("resizing", self.client.set_window_size(width, height)).await.expect("it is resized");
        }
    }

    /// Draws everything as large as `IDW_ZOOM` says, in percent.
    pub(super) async fn take_zoom(&self) {
        let Some(zoom) = std::env::var("IDW_ZOOM").ok().filter(|zoom| zoom != "100") else { return };
        let script = "localStorage.setItem('idw.zoom', arguments[0]); location.reload()";
        self.answer("zooming", self.client.execute(script, vec![zoom.into()])).await.expect("it reloads");
    }

    /// Looks at what the window shows, in light and in dark: nothing is cut off, nothing scrolls sideways, and axe finds nothing.
    /// Keeps a picture of each, when `IDW_SCREENSHOTS` names a folder for them.
    pub(super) async fn picture(&self, name: &str) {
        for theme in ["dark", "light"] {
            self.inspect(name, theme).await;
        }
        if std::env::var_os("IDW_PSEUDO").is_some() {
            self.inspect_pseudo(name).await;
        }
        let Some(folder) = std::env::var_os("IDW_SCREENSHOTS").map(PathBuf::from) else {
            return;
        };
        let folder = repository().join(folder);
        fs::create_dir_all(&folder).expect("a folder for pictures");
        let mut other = Vec::new();
        for theme in ["dark", "light"] {
            let differs = async || self.picture_in(theme).await.filter(|png| *png != other);
            let png = self.eventually("a picture is taken", differs).await;
            fs::write(folder.join(format!("{name}-{theme}.png")), &png).expect("written");
            other = png;
        }
    }

    async fn inspect(&self, name: &str, theme: &str) {
        let inspect = async || {
            let is_there = self.client.execute("return 'axe' in window", Vec::new()).await.ok()?;
            if is_there != true {
                self.client.execute(axe(), Vec::new()).await.ok()?;
            }
            let wear = "document.documentElement.dataset.theme = arguments[0]";
            self.client.execute(wear, vec![theme.into()]).await.ok()?;
            let place = vec![format!("{name}, {theme}").into()];
            self.client.execute_async(include_str!("inspect.js"), place).await.ok()
        };
        // All of a journey is told at its end.
        self.eventually(&format!("{name} is inspected"), inspect).await;
    }

    /// Looks at what the window shows in the pseudo-language: everything comes from the catalogue but what is the user's or a
    /// site's, and nothing is cut off although every text is a third longer.
    pub(super) async fn inspect_pseudo(&self, name: &str) {
        let known: Vec<&str> = include_str!("data.txt").lines().filter(|line| !line.starts_with('#')).collect();
        let inspect = async || {
            let arguments = vec![name.into(), known.clone().into()];
            self.client.execute_async(include_str!("pseudo.js"), arguments).await.ok()
        };
        self.eventually(&format!("{name} is inspected in the pseudo-language"), inspect).await;
    }

    /// Remembers from now on what goes wrong in the page.
    pub(super) async fn watch_errors(&self) {
        let watched = async || self.client.execute(include_str!("errors.js"), Vec::new()).await.ok();
        self.eventually("errors are watched", watched).await;
    }

    /// Nothing has gone wrong in the page.
    pub(super) async fn check_errors(&self) {
        let errors = self.answer("reading", self.client.execute("return window.idwErrors", Vec::new())).await;
        let errors = errors.expect("the page answers");
        assert_eq!(errors, Value::Array(Vec::new()), "what is wrong in the page: {errors:#}");
    }

    /// A picture once the page wears the theme: its colours fade into each other, what scrolls is painted piece by piece,
    /// and the page may choose another theme by itself. Nothing where it did, or where it was still painting.
    async fn picture_in(&self, theme: &str) -> Option<Vec<u8>> {
        let wear = "
            const [theme, done] = arguments;
            document.documentElement.dataset.theme = theme;
            const ends = (animation) => animation.effect.getComputedTiming().endTime !== Infinity;
            // A spinner would make each picture another.
            const turning = document.getAnimations().filter((animation) => !ends(animation));
            for (const animation of turning) { animation.pause(); animation.currentTime = 0; }
            const fading = document.getAnimations().filter(ends).map(({ finished }) => finished.catch(() => null));
            // A web view that has nothing to draw calls for no frame.
            const soon = () => new Promise((over) => setTimeout(over, 300));
            const frame = () => Promise.race([new Promise((drawn) => requestAnimationFrame(drawn)), soon()]);
            Promise.race([Promise.all(fading), soon()]).then(frame).then(frame).then(() => done(null));";
        let worn = "
            const root = document.documentElement;
            return root.dataset.theme === arguments[0] && getComputedStyle(root).colorScheme === arguments[0];";
        let theme = vec![theme.into()];
        self.client.execute_async(wear, theme.clone()).await.ok()?;
        let early = self.client.screenshot().await.ok()?;
        tokio::time::sleep(PAUSE).await;
        let png = self.client.screenshot().await.ok()?;
        let is_worn = self.client.execute(worn, theme).await.ok()?;
        (is_worn == true && png == early).then_some(png)
    }

    /// Scrolls so that the thing marked so is in the middle.
    pub(super) async fn scroll_to(&self, mark: &str) {
        self.wait_for(mark).await;
        let script = "document.querySelector(`[data-testid=\"${arguments[0]}\"]`).scrollIntoView({ block: 'center' })";
        self.answer("scrolling", self.client.execute(script, vec![mark.into()])).await.expect("it scrolls");
    }

    /// What the thing marked so says.
    pub(super) async fn text_of(&self, mark: &str) -> String {
        self.wait_for(mark).await;
        let script = "return document.querySelector(`[data-testid=\"${arguments[0]}\"]`).innerText";
        let said = self.answer("reading", self.client.execute(script, vec![mark.into()])).await;
        said.ok().and_then(|text| text.as_str().map(str::to_owned)).expect("it says something")
    }

    async fn visible(&self, mark: &str) -> Option<Element> {
        let css = format!("[data-testid=\"{mark}\"]");
        let element = self.client.find(Locator::Css(&css)).await.ok()?;
        element.is_displayed().await.ok()?.then_some(element)
    }

    /// The thing marked so, scrolled to as a person does: the driver does not do that inside of dialogs.
    async fn reached(&self, mark: &str) -> Option<Element> {
        let element = self.visible(mark).await?;
        let script = "document.querySelector(`[data-testid=\"${arguments[0]}\"]`).scrollIntoView({ block: 'nearest' })";
        self.client.execute(script, vec![mark.into()]).await.ok()?;
        Some(element)
    }

    async fn text(&self) -> String {
        let text = self.client.execute("return document.body.innerText", Vec::new()).await;
        text.ok().and_then(|text| text.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Tries until it works: the page redraws itself whenever it likes, also between two questions.
    pub(super) async fn eventually<T>(&self, what: &str, attempt: impl AsyncFn() -> Option<T>) -> T {
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            if let Some(value) = self.answer(what, attempt()).await {
                return value;
            }
            tokio::time::sleep(PAUSE).await;
        }
        let text = self.answer("reading the page", self.text()).await;
        panic!("it did not come about that {what}; the page says:\n{text}");
    }

    async fn answer<T>(&self, what: &str, asked: impl Future<Output = T>) -> T {
        let answer = tokio::time::timeout(ANSWER_LIMIT, asked).await;
        answer.unwrap_or_else(|elapsed| panic!("the driver did not answer until {what}: {elapsed}"))
    }
}

/// What looks for what keeps people from using a page.
fn axe() -> &'static str {
    static AXE: OnceLock<String> = OnceLock::new();
    AXE.get_or_init(|| {
        let path = repository().join("ui/node_modules/axe-core/axe.min.js");
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{} ({error}): run `npm ci` in `ui`", path.display()))
    })
}
