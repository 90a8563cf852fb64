//! Stands in for the native file dialogs: a desktop portal on a bus of its own, which answers with the file that the
//! test has named, as if a person had chosen it there. And for the desktop's notifications, on another bus.

use std::collections::{HashMap, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use zbus::blocking::{Connection, connection};
use zbus::message::Header;
use zbus::zvariant::{ObjectPath, OwnedObjectPath, OwnedValue, Value};

use crate::bus::Bus;

const NAME: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";

/// A dialog answers after the call that opened it has returned, as people do.
const THINKING: Duration = Duration::from_millis(200);

type Choices = Arc<Mutex<VecDeque<PathBuf>>>;

/// A bus with a portal on it.
pub(super) struct Portal {
    bus: Bus,
    choices: Choices,
    _connection: Connection,
}

impl Portal {
    pub(super) fn start() -> Self {
        let bus = Bus::start();
        let choices = Choices::default();
        let dialogs = Dialogs { choices: Arc::clone(&choices) };
        let connection = connection::Builder::address(bus.address.as_str())
            .and_then(|builder| builder.name(NAME))
            .and_then(|builder| builder.serve_at(PATH, dialogs))
            .and_then(connection::Builder::build)
            .expect("a portal on the bus");
        Self { bus, choices, _connection: connection }
    }

    /// The bus that it is on.
    pub(super) fn address(&self) -> &str {
        &self.bus.address
    }

    /// The file that is chosen in the next dialog. In one that is not expected nothing is chosen.
    pub(super) fn choose(&self, path: &Path) {
        self.choices.lock().unwrap_or_else(PoisonError::into_inner).push_back(path.to_owned());
    }
}

struct Dialogs {
    choices: Choices,
}

type Options = HashMap<String, OwnedValue>;

#[zbus::interface(name = "org.freedesktop.portal.FileChooser")]
impl Dialogs {
    /// By which the window knows that there are dialogs.
    #[zbus(property, name = "version")]
    #[expect(clippy::unused_self, reason = "the interface is that of an object")]
    fn version(&self) -> u32 {
        4
    }

    fn open_file(
        &self,
        parent: String,
        title: String,
        options: Options,
        #[zbus(header)] header: Header<'_>,
        #[zbus(connection)] connection: &zbus::Connection,
    ) -> OwnedObjectPath {
        assert!(parent.starts_with("x11:") || parent.is_empty(), "the dialog {title:?} is of no window: {parent}");
        self.answer(&options, &header, connection)
    }

    fn save_file(
        &self,
        parent: String,
        title: String,
        options: Options,
        #[zbus(header)] header: Header<'_>,
        #[zbus(connection)] connection: &zbus::Connection,
    ) -> OwnedObjectPath {
        assert!(parent.starts_with("x11:") || parent.is_empty(), "the dialog {title:?} is of no window: {parent}");
        self.answer(&options, &header, connection)
    }
}

impl Dialogs {
    fn answer(&self, options: &Options, header: &Header<'_>, connection: &zbus::Connection) -> OwnedObjectPath {
        let sender = header.sender().expect("a call on a bus has a sender").to_owned();
        let token = options.get("handle_token").and_then(|token| String::try_from(token.clone()).ok());
        let token = token.expect("the window names its dialogs");
        let request = format!("{PATH}/request/{}/{token}", sender.trim_start_matches(':').replace('.', "_"));
        let request = ObjectPath::try_from(request).expect("a path");
        let chosen = self.choices.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        let (connection, to) = (Connection::from(connection.clone()), request.to_owned());
        thread::spawn(move || {
            thread::sleep(THINKING);
            let uris: Vec<String> = chosen.iter().map(|path| format!("file://{}", path.display())).collect();
            let cancelled = u32::from(uris.is_empty());
            let results = HashMap::from([("uris", Value::from(uris))]);
            let interface = "org.freedesktop.portal.Request";
            let told = connection.emit_signal(Some(sender), &to, interface, "Response", &(cancelled, results));
            told.expect("the bus is there");
        });
        request.into()
    }
}

const NOTIFICATIONS: &str = "org.freedesktop.Notifications";
/// How long a notification may take to come.
const PATIENCE: Duration = Duration::from_secs(20);

/// A bus with a desktop on it that shows notifications.
pub(super) struct Notifications {
    bus: Bus,
    shown: Receiver<String>,
    _connection: Connection,
}

impl Notifications {
    pub(super) fn start() -> Self {
        let bus = Bus::start();
        let (show, shown) = channel();
        let connection = connection::Builder::address(bus.address.as_str())
            .and_then(|builder| builder.name(NOTIFICATIONS))
            .and_then(|builder| builder.serve_at("/org/freedesktop/Notifications", Shown { show }))
            .and_then(connection::Builder::build)
            .expect("a desktop on the bus");
        Self { bus, shown, _connection: connection }
    }

    /// The bus that it is on.
    pub(super) fn address(&self) -> &str {
        &self.bus.address
    }

    /// What the next one says, as a whole.
    pub(super) fn next(&self) -> String {
        self.shown.recv_timeout(PATIENCE).expect("a notification")
    }
}

struct Shown {
    show: Sender<String>,
}

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Shown {
    #[expect(clippy::too_many_arguments, reason = "the interface has as many")]
    fn notify(
        &self,
        app: &str,
        replaces: u32,
        icon: &str,
        summary: &str,
        body: &str,
        actions: Vec<String>,
        hints: HashMap<String, OwnedValue>,
        expires: i32,
    ) -> u32 {
        // Nothing of it is looked at.
        let _ = (app, replaces, icon, actions, hints, expires);
        // The test may have seen enough.
        let _ = self.show.send(format!("{summary}{body}"));
        1
    }
}
