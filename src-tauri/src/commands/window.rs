//! The window that the page is in: closing it, and how large everything is drawn.

use idw_words::{MessageData, message};
use tauri::{Runtime, State, WebviewWindow};

use crate::{
    failure::{Failure, FailureCode},
    state::AppState,
};

/// How large everything can be drawn, in percent.
const ZOOM_PERCENT: std::ops::RangeInclusive<u32> = 50..=300;

/// The page has something that would be lost, or has nothing any longer: before the window closes, the page is asked.
#[tauri::command]
pub(crate) async fn hold_window(state: State<'_, AppState>, held: bool) -> Result<(), Failure> {
    state.window_hold().set(held);
    Ok(())
}

/// Closes the window without asking the page.
#[tauri::command]
pub(crate) async fn close_window<R: Runtime>(window: WebviewWindow<R>) -> Result<(), Failure> {
    window.destroy().map_err(|error| refused(&error, message::WindowNotClosed))
}

/// Draws everything larger or smaller, the way a browser does: the page gets fewer or more pixels to lay itself out in.
#[tauri::command]
pub(crate) async fn zoom_window<R: Runtime>(window: WebviewWindow<R>, percent: u32) -> Result<(), Failure> {
    let factor = zoom_factor(percent)?;
    window.set_zoom(factor).map_err(|error| refused(&error, message::WindowNotZoomed))
}

/// What the window's own library says is for developers.
fn refused(error: &tauri::Error, message: impl Into<MessageData>) -> Failure {
    tracing::warn!(%error, "the window did not do what the page asked for");
    Failure::new(FailureCode::Other, message)
}

fn zoom_factor(percent: u32) -> Result<f64, Failure> {
    if ZOOM_PERCENT.contains(&percent) {
        return Ok(f64::from(percent) / 100.0);
    }
    let (least, most) = ZOOM_PERCENT.into_inner();
    Err(Failure::new(FailureCode::Usage, message::WindowZoomRange { least, most }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_zoom_has_a_range() {
        for (percent, factor) in [(50, 0.5), (100, 1.0), (175, 1.75), (300, 3.0)] {
            let found = zoom_factor(percent).unwrap();
            assert!((found - factor).abs() < f64::EPSILON, "{percent}: {found}");
        }
        for percent in [0, 49, 301, u32::MAX] {
            assert!(zoom_factor(percent).is_err(), "{percent}");
        }
    }
}
