//! What can keep the window from opening on Linux, and the answer that `idw doctor` gets about it.

use std::{
    env,
    ffi::{OsStr, OsString},
    os::unix::process::CommandExt as _,
    path::Path,
    process::Command,
};

use gtk::glib::object::ObjectExt as _;
use idw_wallet::Explain;
use idw_words::{MessageData, message};

/// Makes WebKitGTK draw without DMABUF.
const DMABUF_OFF: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
/// The file that NVIDIA's proprietary driver makes when it is loaded.
const NVIDIA: &str = "proc/driver/nvidia/version";

/// Why there can be no window.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum NoDisplay {
    #[error("neither WAYLAND_DISPLAY nor DISPLAY is set")]
    NotSet,
    #[error("the display {0} cannot be reached")]
    Unreachable(String),
}

impl Explain for NoDisplay {
    fn explain(&self) -> MessageData {
        match self {
            Self::NotSet => message::CliDesktopNoDisplay.into(),
            Self::Unreachable(display) => message::CliDesktopDisplayUnreachable { display }.into(),
        }
    }
}

/// Starts the program again without DMABUF if WebKitGTK would draw nothing with it. Returns if that is not needed.
///
/// The web view's processes inherit the variable, and a running program cannot set a variable safely.
pub(crate) fn avoid_dmabuf() {
    if !draws_nothing_with_dmabuf(Path::new("/"), env::var_os(DMABUF_OFF).as_deref()) {
        return;
    }
    tracing::info!("NVIDIA's driver is loaded: the window is drawn without DMABUF ({DMABUF_OFF}=1)");
    let mut args = env::args_os();
    let name = args.next().unwrap_or_else(|| OsString::from("idw-desktop"));
    let outcome =
        env::current_exe().map(|program| Command::new(program).arg0(name).args(args).env(DMABUF_OFF, "1").exec());
    let (Ok(error) | Err(error)) = outcome;
    tracing::warn!(%error, "the window could not be started without DMABUF, and may stay empty; set {DMABUF_OFF}=1");
}

/// Whether NVIDIA's driver is loaded and the user has not set the variable.
fn draws_nothing_with_dmabuf(root: &Path, decided: Option<&OsStr>) -> bool {
    decided.is_none() && root.join(NVIDIA).exists()
}

/// Opens the display. Without this, the toolkit would panic later.
pub(crate) fn open_display() -> Result<(), NoDisplay> {
    gtk::init().map_err(|_| no_display(["WAYLAND_DISPLAY", "DISPLAY"].map(env::var_os)))
}

fn no_display(named: [Option<OsString>; 2]) -> NoDisplay {
    match named.into_iter().flatten().find(|name| !name.is_empty()) {
        Some(name) => NoDisplay::Unreachable(name.to_string_lossy().into_owned()),
        None => NoDisplay::NotSet,
    }
}

/// What `idw doctor` reads: the version of the web view and, if there is a display, its kind.
pub(crate) fn self_test() -> String {
    let version = tauri::webview_version().unwrap_or_default();
    let display = open_display().ok().and_then(|()| gtk::gdk::Display::default());
    let Some(display) = display else { return format!("webkitgtk {version}\n") };
    let kind = display.type_().name();
    let kind = kind.strip_prefix("Gdk").and_then(|kind| kind.strip_suffix("Display")).unwrap_or(kind);
    format!("webkitgtk {version}\ndisplay {kind}\n")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn only_nvidias_driver_switches_dmabuf_off_and_the_user_can_decide() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("proc/driver/nvidia")).unwrap();
        assert!(!draws_nothing_with_dmabuf(root.path(), None), "there is no driver");
        fs::write(root.path().join(NVIDIA), "").unwrap();
        assert!(draws_nothing_with_dmabuf(root.path(), None));
        for decided in ["0", "1", ""] {
            assert!(!draws_nothing_with_dmabuf(root.path(), Some(OsStr::new(decided))), "{decided:?}");
        }
    }

    #[test]
    fn an_error_names_the_display_that_was_asked_for() {
        let named =
            |wayland: Option<&str>, x11: Option<&str>| no_display([wayland, x11].map(|name| name.map(Into::into)));
        assert_eq!(named(None, None), NoDisplay::NotSet);
        assert_eq!(named(Some(""), Some("")), NoDisplay::NotSet);
        assert_eq!(named(None, Some(":7")), NoDisplay::Unreachable(":7".to_owned()));
        assert_eq!(named(Some("wayland-3"), Some(":7")), NoDisplay::Unreachable("wayland-3".to_owned()));
    }
}
