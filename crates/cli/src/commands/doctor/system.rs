//! What the checks look at, as data. Tests make it up; [`look`](super::look) finds it out.

use std::path::PathBuf;

/// All of it.
#[derive(Clone, Debug)]
pub(crate) struct System {
    /// `None` on macOS and Windows, where the system itself has everything that the window needs.
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

/// The answer of `idw-desktop --self-test`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Window {
    NotInstalled,
    /// It does not run, for this reason.
    Fails(String),
    /// It runs.
    Starts {
        webkitgtk: String,
        /// The kind of display that it can open.
        display: Option<String>,
    },
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Graphics {
    /// Whether NVIDIA's proprietary driver is loaded.
    pub(crate) nvidia: bool,
    /// Whether programs can draw with a graphics card.
    pub(crate) card: bool,
    /// The value of WEBKIT_DISABLE_DMABUF_RENDERER, if it is set.
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
    /// Free bytes on its disk.
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
    /// The time of the newest file among those of the vault and this program. None of them can be from the future.
    pub(crate) newest: Option<i64>,
    /// Whether the network keeps it right. `None` if the system does not say.
    pub(crate) is_kept_right: Option<bool>,
}
