//! The native dialogs in which the user chooses files. Paths stay on this side.
//!
//! On Linux the desktop portal shows them, or zenity. Where neither is there, the page asks for a path instead, which goes one way:
//! to this side.

mod typed;

use std::path::PathBuf;

use idw_words::{Message, MessageData, message};
use rfd::{AsyncFileDialog, FileHandle};
use tauri::{Manager as _, Runtime, WebviewWindow};

use crate::{failure::Failure, harden::Recognisable, state::AppState};

pub(crate) use typed::{PathQuestion, TypedPaths};

/// What a dialog offers: what such files are called, and how their names end.
pub(crate) struct Kind<'a> {
    name: MessageData,
    endings: &'a [&'a str],
}

impl<'a> Kind<'a> {
    pub(crate) fn new(name: impl Message, endings: &'a [&'a str]) -> Self {
        Self { name: name.data(), endings }
    }

    /// Files of a format that has the same name in every language.
    pub(crate) fn of_format(format: &str, endings: &'a [&'a str]) -> Self {
        Self::new(message::FilesKindFormat { format }, endings)
    }
}

/// Lets the user choose a file to read. Nothing when they change their mind.
pub(crate) async fn to_open<R: Runtime>(
    window: &WebviewWindow<R>,
    title: impl Message,
    kind: Kind<'_>,
) -> Result<Option<PathBuf>, Failure> {
    if !are_there().await {
        return typed::ask(&window.state::<AppState>(), PathQuestion::to_open(title)).await;
    }
    let dialog = offering(dialog(window, &title), &window.state::<AppState>(), kind);
    Ok(shown(dialog.pick_file()).await)
}

/// Lets the user choose where to save, under `name` unless they say otherwise. The dialog asks by itself before a file
/// is replaced. Nothing when they change their mind.
pub(crate) async fn to_save<R: Runtime>(
    window: &WebviewWindow<R>,
    title: impl Message,
    kind: Option<Kind<'_>>,
    name: &str,
) -> Result<Option<PathBuf>, Failure> {
    if !are_there().await {
        return typed::ask(&window.state::<AppState>(), PathQuestion::to_save(title, name)).await;
    }
    let mut dialog = dialog(window, &title).set_file_name(name);
    if let Some(kind) = kind {
        dialog = offering(dialog, &window.state::<AppState>(), kind);
    }
    Ok(shown(dialog.save_file()).await)
}

fn dialog<R: Runtime>(window: &WebviewWindow<R>, title: &impl Message) -> AsyncFileDialog {
    let title = window.state::<AppState>().speech().say(title);
    AsyncFileDialog::new().set_parent(window).set_title(title)
}

fn offering(dialog: AsyncFileDialog, state: &AppState, Kind { name, endings }: Kind<'_>) -> AsyncFileDialog {
    dialog.add_filter(state.speech().words().tell(&name), endings)
}

async fn shown(dialog: impl Future<Output = Option<FileHandle>>) -> Option<PathBuf> {
    let _recognisable = Recognisable::begin();
    dialog.await.map(|chosen| chosen.path().to_owned())
}

/// Whether something can show a file dialog. Looked up anew each time: what is missing may have been installed meanwhile.
async fn are_there() -> bool {
    #[cfg(target_os = "linux")]
    {
        linux::has_portal().await || linux::has_zenity()
    }
    #[cfg(not(target_os = "linux"))]
    {
        true
    }
}

#[cfg(target_os = "linux")]
mod linux {
    use std::{env, time::Duration};

    use rustix::fs::{Access, access};
    use tokio::time::timeout;
    use zbus::{Connection, Proxy};

    const PORTAL: &str = "org.freedesktop.portal.Desktop";
    const PATH: &str = "/org/freedesktop/portal/desktop";
    const FILE_CHOOSER: &str = "org.freedesktop.portal.FileChooser";

    /// How long the portal may take to start.
    const ANSWER_LIMIT: Duration = Duration::from_secs(5);

    /// Whether the desktop portal can show file dialogs. One without a backend for the desktop has no such interface.
    pub(super) async fn has_portal() -> bool {
        let version = async {
            let bus = Connection::session().await?;
            Proxy::new(&bus, PORTAL, PATH, FILE_CHOOSER).await?.get_property::<u32>("version").await
        };
        match timeout(ANSWER_LIMIT, version).await {
            Ok(Ok(_)) => true,
            Ok(Err(error)) => {
                tracing::info!(%error, "no desktop portal shows file dialogs");
                false
            }
            Err(_) => {
                tracing::info!("the desktop portal does not answer");
                false
            }
        }
    }

    /// What shows them where there is no portal.
    pub(super) fn has_zenity() -> bool {
        let folders = env::var_os("PATH").unwrap_or_default();
        env::split_paths(&folders).any(|folder| access(folder.join("zenity"), Access::EXEC_OK).is_ok())
    }
}
