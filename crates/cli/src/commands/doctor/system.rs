//! What the checks look at, as data: tests say what a system is like, and [`look`](super::look) finds it out.

use std::path::PathBuf;

/// All of it.
#[derive(Clone, Debug)]
pub(crate) struct System {
    /// None where the window needs nothing that the system itself does not have: on macOS and Windows.
    pub(crate) desktop: Option<Desktop>,
    pub(crate) vault: Vault,
    pub(crate) clock: Clock,
}

/// A Linux desktop, or a server that has none.
#[derive(Clone, Debug)]
pub(crate) struct Desktop {
    pub(crate) window: Window,
    /// WAYLAND_DISPLAY, else DISPLAY.
    pub(crate) display_name: Option<String>,
    pub(crate) graphics: Graphics,
    pub(crate) portal: Presence,
    pub(crate) zenity: Presence,
    pub(crate) secret_service: Presence,
    pub(crate) logind: Presence,
    pub(crate) runtime: Runtime,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    There,
    Missing,
}

impl Presence {
    pub(crate) fn of(there: bool) -> Self {
        if there { Self::There } else { Self::Missing }
    }
}

/// What `idw-desktop --self-test` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Window {
    NotInstalled,
    /// It does not run, and said this.
    Fails(String),
    /// It runs.
    Starts {
        webkitgtk: String,
        /// What kind of display it opens on, if it opens.
        display: Option<String>,
    },
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Graphics {
    /// Whether NVIDIA's own driver is loaded.
    pub(crate) nvidia: bool,
    /// Whether there is a card that programs may draw with.
    pub(crate) card: bool,
    /// WEBKIT_DISABLE_DMABUF_RENDERER, where it is set.
    pub(crate) dmabuf_off: Option<String>,
}

/// XDG_RUNTIME_DIR.
#[derive(Clone, Debug)]
pub(crate) enum Runtime {
    NotSet,
    /// Not a folder, not the user's, or open to others.
    Unfit(PathBuf),
    Fit(PathBuf),
}

/// The vault's folder.
#[derive(Clone, Debug)]
pub(crate) struct Vault {
    pub(crate) folder: PathBuf,
    pub(crate) state: VaultState,
    /// Bytes on its disk.
    pub(crate) free: Option<u64>,
}

#[derive(Clone, Debug)]
pub(crate) enum VaultState {
    Missing,
    Unreadable(String),
    NotAFolder,
    Folder(Rights),
}

/// Who may do what with the vault's folder.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rights {
    pub(crate) is_own: bool,
    /// The nine bits of the mode.
    pub(crate) mode: u32,
    pub(crate) is_writable: bool,
}

/// Times in seconds since 1970.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clock {
    pub(crate) now: i64,
    /// The newest of the files that cannot be from the future: those of the vault, and this program.
    pub(crate) newest: Option<i64>,
    /// Whether something keeps it right, where the system says.
    pub(crate) is_kept_right: Option<bool>,
}
