//! Files dragged onto the window. The paths stay here.

use std::path::PathBuf;

use idw_words::message;
use tauri::{AppHandle, DragDropEvent, Manager as _, PhysicalPosition, Runtime};

use crate::{
    chosen_files::{ChosenFile, WaitingFile},
    commands::blocking,
    failure::{Failure, FailureCode},
    page_event::PageEvent,
    state::AppState,
};

/// The most files taken from one drop: each stays open until it is used.
const MAX_FILES: usize = 20;

/// Tells the page of a drag; what was dropped is opened and kept for the command that will take it. Nothing happens
/// while the wallet is locked.
pub(crate) fn tell<R: Runtime>(app: &AppHandle<R>, event: &DragDropEvent) {
    let state = app.state::<AppState>();
    if !state.is_open() {
        return;
    }
    match event {
        DragDropEvent::Enter { position, .. } | DragDropEvent::Over { position } => {
            let (x, y) = place(app, *position);
            state.tell(PageEvent::Dragging { x, y });
        }
        DragDropEvent::Drop { paths, position } => {
            let (app, paths, at) = (app.clone(), paths.clone(), place(app, *position));
            // A file may lie on a slow disk: opening it must not hold up the window.
            tauri::async_runtime::spawn(blocking(move || {
                let state = app.state::<AppState>();
                state.tell(opened(&state, &paths, at));
                Ok::<_, Failure>(())
            }));
        }
        _ => state.tell(PageEvent::DraggedAway),
    }
}

/// What the page is told of a drop.
pub(crate) fn opened(state: &AppState, paths: &[PathBuf], (x, y): (f64, f64)) -> PageEvent {
    let mut files = Vec::new();
    let mut refused = Vec::new();
    for path in paths.iter().take(MAX_FILES) {
        match ChosenFile::open(path).and_then(|chosen| WaitingFile::from(chosen).keep_in(state)) {
            Ok(file) => files.push(file),
            Err(failure) => refused.push(failure),
        }
    }
    if paths.len() > MAX_FILES {
        refused.push(Failure::new(FailureCode::Usage, message::WindowDropMany { most: MAX_FILES }));
    }
    PageEvent::Dropped { x, y, files, refused }
}

/// A place in CSS pixels.
fn place<R: Runtime>(app: &AppHandle<R>, at: PhysicalPosition<f64>) -> (f64, f64) {
    let scale = app.webview_windows().values().next().and_then(|window| window.scale_factor().ok()).unwrap_or(1.0);
    let at = at.to_logical::<f64>(scale);
    (at.x, at.y)
}
