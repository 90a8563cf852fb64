//! What the page hears without asking.

use serde::Serialize;

use crate::{chosen_files::ChosenFileView, dialogs::PathQuestion, failure::Failure};

/// Something that happened to the window or the machine. Places are in CSS pixels from the window's corner.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase")]
pub(crate) enum PageEvent {
    /// Files are being dragged over the window.
    Dragging { x: f64, y: f64 },
    /// They were dragged away again.
    DraggedAway,
    /// They were dropped; those that could be opened, and why others could not.
    Dropped { x: f64, y: f64, files: Vec<ChosenFileView>, refused: Vec<Failure> },
    /// The inbox is not what it was: a request came, was answered or is over.
    RequestsChanged,
    /// The user opened a link that the wallet refuses.
    LinkRefused {
        /// Why.
        failure: Failure,
    },
    /// A service of Auth eID is reached, or is not any longer.
    EidLinksChanged,
    /// A path is to be typed: no program can show a file dialog.
    TypePath { question: PathQuestion },
    /// The user wants to close the window, and the page said that it has something to lose.
    CloseRequested,
    /// The wallet locked by itself.
    Locked {
        /// Why.
        reason: LockReason,
    },
}

/// Why the wallet locked by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "why", rename_all = "camelCase")]
pub(crate) enum LockReason {
    /// Nobody touched the window for this long.
    Unused { minutes: u32 },
    /// The computer went to sleep.
    Sleep,
    /// The screen was locked.
    ScreenLocked,
}
