//! Tells the user through the desktop that a request has come (Desktop Notifications Specification 1.2,
//! `org.freedesktop.Notifications`). Where the desktop has no such service, nothing happens.

use std::time::{Duration, Instant};

#[cfg(target_os = "linux")]
use idw_words::message;

#[cfg(target_os = "linux")]
use crate::speech::Speech;

/// The shortest time between two of them.
const PAUSE: Duration = Duration::from_secs(10);

/// Says when one is due: many requests are told of once.
#[derive(Debug, Default)]
pub(crate) struct Pace {
    last: Option<Instant>,
}

impl Pace {
    /// Whether one is to be shown now; the next is not until the pause is over.
    pub(crate) fn is_due(&mut self, now: Instant) -> bool {
        if self.last.is_some_and(|last| now.saturating_duration_since(last) < PAUSE) {
            return false;
        }
        self.last = Some(now);
        true
    }
}

/// Shows one. Blocks until the desktop has answered.
///
/// Who asks and what for is not in it: it may be shown over a locked screen, and be kept by the desktop.
#[cfg(target_os = "linux")]
pub(crate) fn show(speech: &Speech) {
    use std::collections::HashMap;

    use zbus::{blocking::connection, zvariant::Value};

    /// The longest wait for an answer of the desktop.
    const ANSWER_LIMIT: Duration = Duration::from_secs(2);
    const SERVICE: &str = "org.freedesktop.Notifications";
    const PATH: &str = "/org/freedesktop/Notifications";
    /// The desktop says how long it is shown.
    const DEFAULT_EXPIRY: i32 = -1;

    let (name, text) = (speech.say(&message::WindowName), speech.say(&message::WindowNotification));
    let bus = connection::Builder::session().and_then(|builder| builder.method_timeout(ANSWER_LIMIT).build());
    let shown = bus.and_then(|bus| {
        let (replaces, actions, hints) = (0_u32, Vec::<&str>::new(), HashMap::<&str, Value<'_>>::new());
        let notification = (name.as_str(), replaces, "", text.as_str(), "", actions, hints, DEFAULT_EXPIRY);
        bus.call_method(Some(SERVICE), PATH, Some(SERVICE), "Notify", &notification)
    });
    if let Err(error) = shown {
        tracing::info!(%error, "the desktop shows no notifications");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flood_of_requests_is_told_of_once_in_ten_seconds() {
        let start = Instant::now();
        let mut pace = Pace::default();
        let due: Vec<_> =
            [0, 1, 9_999, 10_000, 10_001, 25_000].map(|at| pace.is_due(start + Duration::from_millis(at))).into();
        assert_eq!(due, [true, false, false, true, false, true]);
    }
}
