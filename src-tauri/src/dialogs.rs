//! The native dialogs in which the user chooses files. Paths stay on this side.

use std::path::PathBuf;

use rfd::{AsyncFileDialog, FileHandle};
use tauri::{Runtime, WebviewWindow};

use crate::harden::Recognisable;

/// What a dialog offers: the words for such files, and how their names end.
pub(crate) type Kind<'a> = (&'a str, &'a [&'a str]);

/// Lets the user choose a file to read. Nothing when they change their mind.
pub(crate) async fn to_open<R: Runtime>(window: &WebviewWindow<R>, title: &str, kind: Kind<'_>) -> Option<PathBuf> {
    let (words, endings) = kind;
    shown(dialog(window, title).add_filter(words, endings).pick_file()).await
}

/// Lets the user choose where to save, under `name` unless they say otherwise. The dialog asks by itself before a file
/// is replaced. Nothing when they change their mind.
pub(crate) async fn to_save<R: Runtime>(
    window: &WebviewWindow<R>,
    title: &str,
    kind: Option<Kind<'_>>,
    name: &str,
) -> Option<PathBuf> {
    let mut dialog = dialog(window, title).set_file_name(name);
    if let Some((words, endings)) = kind {
        dialog = dialog.add_filter(words, endings);
    }
    shown(dialog.save_file()).await
}

fn dialog<R: Runtime>(window: &WebviewWindow<R>, title: &str) -> AsyncFileDialog {
    AsyncFileDialog::new().set_parent(window).set_title(title)
}

async fn shown(dialog: impl Future<Output = Option<FileHandle>>) -> Option<PathBuf> {
    let _recognisable = Recognisable::begin();
    dialog.await.map(|chosen| chosen.path().to_owned())
}
