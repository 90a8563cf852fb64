//! Locks the wallet when the machine goes to sleep or its screen is locked (logind, `org.freedesktop.login1(5)`).
//!
//! Where there is no logind, nothing happens: the lock after a time without use is there too, and it compares clocks, so
//! that it strikes after a sleep.

use std::time::Duration;

use idw_words::message;
use tauri::{AppHandle, Manager as _, Runtime};
use zbus::{
    MatchRule, Message,
    blocking::{Connection, MessageIterator, Proxy, connection},
    message::Type,
    zvariant::{OwnedFd, OwnedObjectPath},
};

use crate::{auto_lock, page_event::LockReason, speech::Speech, state::AppState};

const LOGIND: &str = "org.freedesktop.login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";
const SESSION: &str = "org.freedesktop.login1.Session";
const MANAGER_PATH: &str = "/org/freedesktop/login1";

/// The longest wait for an answer of logind.
const ANSWER_LIMIT: Duration = Duration::from_secs(2);

/// Watches from a thread of its own, for as long as the program runs.
pub(crate) fn watch<R: Runtime>(app: AppHandle<R>) {
    // The machine sleeps when this has returned: the keys are to be gone by then.
    let lock = {
        let app = app.clone();
        move |reason| auto_lock::lock(&app.state::<AppState>(), reason, ANSWER_LIMIT)
    };
    std::thread::spawn(move || {
        let speech = app.state::<AppState>();
        let speech = speech.speech();
        let bus = connection::Builder::system().and_then(|builder| builder.method_timeout(ANSWER_LIMIT).build());
        if let Err(error) = bus.and_then(|bus| follow(&bus, speech, &lock)) {
            tracing::info!(%error, "the wallet does not hear when the machine sleeps");
        }
    });
}

/// Calls `lock` whenever the machine is about to sleep or this session's screen locks. Returns when the bus is gone.
fn follow(bus: &Connection, speech: &Speech, lock: &dyn Fn(LockReason)) -> zbus::Result<()> {
    let rule = MatchRule::builder().msg_type(Type::Signal).sender(LOGIND)?.build();
    let signals = MessageIterator::for_match_rule(rule, bus, None)?;
    let manager = Proxy::new(bus, LOGIND, MANAGER_PATH, MANAGER)?;
    let session = own_session(&manager);
    let mut delay = hold_back_sleep(&manager, speech);
    for message in signals {
        match Heard::in_message(&message?, session.as_ref()) {
            Heard::Sleep => {
                lock(LockReason::Sleep);
                // Now it may.
                delay = None;
            }
            Heard::Awake => {
                drop(delay.take());
                delay = hold_back_sleep(&manager, speech);
            }
            Heard::ScreenLocked => lock(LockReason::ScreenLocked),
            Heard::Other => {}
        }
    }
    drop(delay);
    Ok(())
}

/// What a signal says.
#[derive(Debug, PartialEq, Eq)]
enum Heard {
    Sleep,
    Awake,
    ScreenLocked,
    Other,
}

impl Heard {
    fn in_message(message: &Message, own_session: Option<&OwnedObjectPath>) -> Self {
        let header = message.header();
        let (Some(interface), Some(member)) = (header.interface(), header.member()) else { return Self::Other };
        match (interface.as_str(), member.as_str()) {
            (MANAGER, "PrepareForSleep") => match message.body().deserialize() {
                Ok(true) => Self::Sleep,
                Ok(false) => Self::Awake,
                Err(_) => Self::Other,
            },
            // Without knowing which session is ours, any that locks is taken for it: a lock too many costs a password.
            (SESSION, "Lock")
                if own_session.is_none_or(|own| header.path().is_some_and(|path| path.as_str() == own.as_str())) =>
            {
                Self::ScreenLocked
            }
            _ => Self::Other,
        }
    }
}

/// The session that this process is in; a program started by a user service is in none.
fn own_session(manager: &Proxy<'_>) -> Option<OwnedObjectPath> {
    manager.call("GetSessionByPID", &(std::process::id(),)).ok()
}

/// Makes logind wait for us before it sends the machine to sleep, for as long as what is returned lives.
fn hold_back_sleep(manager: &Proxy<'_>, speech: &Speech) -> Option<OwnedFd> {
    let (name, why) = (speech.say(&message::WindowName), speech.say(&message::WindowSleepDelay));
    manager.call("Inhibit", &("sleep", name.as_str(), why.as_str(), "delay")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: &str = "/org/freedesktop/login1/session/_32";

    fn signal(path: &str, interface: &str, member: &str) -> zbus::message::Builder<'static> {
        Message::signal(path.to_owned(), interface.to_owned(), member.to_owned()).unwrap()
    }

    #[test]
    fn only_sleep_and_the_own_screen_count() {
        let own = OwnedObjectPath::try_from(OWN).unwrap();
        let check = |message: Message, expected: Heard| {
            assert_eq!(Heard::in_message(&message, Some(&own)), expected, "{message:?}");
        };
        let sleep = || signal(MANAGER_PATH, MANAGER, "PrepareForSleep");
        check(sleep().build(&true).unwrap(), Heard::Sleep);
        check(sleep().build(&false).unwrap(), Heard::Awake);
        check(sleep().build(&"soon").unwrap(), Heard::Other);
        check(signal(OWN, SESSION, "Lock").build(&()).unwrap(), Heard::ScreenLocked);
        check(signal(OWN, SESSION, "Unlock").build(&()).unwrap(), Heard::Other);
        let another = "/org/freedesktop/login1/session/_33";
        check(signal(another, SESSION, "Lock").build(&()).unwrap(), Heard::Other);
        check(signal(MANAGER_PATH, MANAGER, "SeatNew").build(&()).unwrap(), Heard::Other);

        let lock = signal(another, SESSION, "Lock").build(&()).unwrap();
        assert_eq!(Heard::in_message(&lock, None), Heard::ScreenLocked, "where no session is known, any counts");
    }
}
