//! What comes to the window from other programs, by way of the private socket.

use std::{sync::Arc, time::Instant};

use tauri::{AppHandle, Manager as _, Runtime, WebviewWindow};

use crate::{
    failure::{Failure, FailureCode},
    notification::Pace,
    other_holder::{self, LinkOutcome},
    page_event::PageEvent,
    state::AppState,
    window::MAIN,
};

/// Follows what others ask for, for as long as the program runs.
pub(crate) fn watch<R: Runtime>(app: &AppHandle<R>) {
    let holder = Arc::clone(app.state::<AppState>().holding().holder());
    let (page, mut changes) = (app.clone(), holder.inbox_changes());
    tauri::async_runtime::spawn(async move {
        while changes.changed().await.is_ok() {
            page.state::<AppState>().tell(PageEvent::RequestsChanged);
        }
    });
    let (page, mut links) = (app.clone(), holder.eid_link_changes());
    tauri::async_runtime::spawn(async move {
        while links.changed().await.is_ok() {
            page.state::<AppState>().tell(PageEvent::EidLinksChanged);
        }
    });
    let (page, mut refused) = (app.clone(), holder.refused_links());
    tauri::async_runtime::spawn(async move {
        while refused.changed().await.is_ok() {
            let Some(fault) = refused.borrow_and_update().clone() else { continue };
            page.state::<AppState>().tell(PageEvent::LinkRefused {
                failure: Failure::new(FailureCode::from(fault.problem), fault.message),
            });
        }
    });
    tauri::async_runtime::spawn(idw_holder::keep_connections(Arc::clone(&holder)));
    let (desktop, mut arrivals) = (app.clone(), holder.arrivals());
    tauri::async_runtime::spawn(async move {
        let mut pace = Pace::default();
        while arrivals.changed().await.is_ok() {
            if !is_seen(&desktop) && pace.is_due(Instant::now()) {
                notify(&desktop);
            }
        }
    });
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        loop {
            tokio::select! {
                () = holder.come_forward_wanted() => come_forward(&app),
                () = holder.stop_wanted() => return app.exit(0),
            }
        }
    });
}

/// Takes a link that the user has opened, in the same way as a link from another program. Until the first unlock nothing is taken:
/// a link that comes earlier waits for the inbox to change, which it does at that unlock.
pub(crate) fn take_link<R: Runtime>(app: &AppHandle<R>, link: String) {
    let holding = Arc::clone(app.state::<AppState>().holding());
    let mut changes = holding.holder().inbox_changes();
    tauri::async_runtime::spawn(async move {
        while other_holder::takes_link(holding.dir(), link.clone()).await == LinkOutcome::TooEarly {
            if changes.changed().await.is_err() {
                return;
            }
        }
    });
}

/// Whether whoever sits before the window sees that a request has come.
fn is_seen<R: Runtime>(app: &AppHandle<R>) -> bool {
    let has_focus = |window: WebviewWindow<R>| window.is_focused().unwrap_or_default();
    app.state::<AppState>().is_open() && app.get_webview_window(MAIN).is_some_and(has_focus)
}

#[cfg_attr(not(target_os = "linux"), expect(unused_variables, reason = "nothing is shown there"))]
fn notify<R: Runtime>(app: &AppHandle<R>) {
    #[cfg(target_os = "linux")]
    {
        let app = app.clone();
        tauri::async_runtime::spawn_blocking(move || {
            crate::notification::show(app.state::<AppState>().speech());
        });
    }
}

/// Puts the window before the others; a desktop may only mark it as wanting that.
fn come_forward<R: Runtime>(app: &AppHandle<R>) {
    let Some(window) = app.get_webview_window(MAIN) else { return };
    let shown = window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus());
    if let Err(error) = shown {
        tracing::warn!(%error, "the window could not be brought forward");
    }
}
