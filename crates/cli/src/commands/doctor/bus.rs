//! Services on D-Bus. Each call ends after two seconds: a service that hangs counts as missing.

use std::time::Duration;

use zbus::{
    blocking::{Connection, connection::Builder, fdo::DBusProxy},
    names::WellKnownName,
    zvariant::OwnedValue,
};

use super::system::Presence;

const ANSWER_LIMIT: Duration = Duration::from_secs(2);

const PORTAL: &str = "org.freedesktop.portal.Desktop";
const PORTAL_PATH: &str = "/org/freedesktop/portal/desktop";
const FILE_CHOOSER: &str = "org.freedesktop.portal.FileChooser";
const SECRET_SERVICE: &str = "org.freedesktop.secrets";
const LOGIND: &str = "org.freedesktop.login1";
const TIMEDATE: &str = "org.freedesktop.timedate1";
const TIMEDATE_PATH: &str = "/org/freedesktop/timedate1";

/// Whether the desktop's portal shows file dialogs. Some portals have no backend for them.
pub(crate) fn portal() -> Presence {
    let version = session().and_then(|bus| property(&bus, PORTAL, PORTAL_PATH, FILE_CHOOSER, "version"));
    Presence::of(version.is_some())
}

/// Whether a program keeps secrets for others, or starts when it is asked to.
pub(crate) fn secret_service() -> Presence {
    Presence::of(session().is_some_and(|bus| is_there(&bus, SECRET_SERVICE)))
}

pub(crate) fn logind() -> Presence {
    // Some systems could start it by name, but it does not work there: only a running one counts.
    Presence::of(system().is_some_and(|bus| has_owner(&bus, LOGIND)))
}

/// Whether the network keeps the clock right. `None` if the system does not say.
pub(crate) fn is_clock_kept_right() -> Option<bool> {
    let bus = system().filter(|bus| is_there(bus, TIMEDATE))?;
    property(&bus, TIMEDATE, TIMEDATE_PATH, TIMEDATE, "NTPSynchronized")?.try_into().ok()
}

fn session() -> Option<Connection> {
    open(Builder::session())
}

fn system() -> Option<Connection> {
    open(Builder::system())
}

fn open(builder: zbus::Result<Builder<'_>>) -> Option<Connection> {
    let opened = builder.and_then(|builder| builder.method_timeout(ANSWER_LIMIT).build());
    opened.inspect_err(|error| tracing::info!(%error, "the bus cannot be reached")).ok()
}

fn has_owner(bus: &Connection, name: &str) -> bool {
    let Ok(name) = WellKnownName::try_from(name) else { return false };
    DBusProxy::new(bus).and_then(|proxy| Ok(proxy.name_has_owner(name.into())?)).unwrap_or(false)
}

/// Whether a service runs, or starts with the first call to it.
fn is_there(bus: &Connection, name: &str) -> bool {
    let can_be_started = || {
        let names = DBusProxy::new(bus).and_then(|proxy| Ok(proxy.list_activatable_names()?)).unwrap_or_default();
        names.iter().any(|activatable| activatable.as_str() == name)
    };
    has_owner(bus, name) || can_be_started()
}

fn property(bus: &Connection, service: &str, path: &str, interface: &str, name: &str) -> Option<OwnedValue> {
    let properties = Some("org.freedesktop.DBus.Properties");
    let reply = bus.call_method(Some(service), path, properties, "Get", &(interface, name));
    let reply = reply.inspect_err(|error| tracing::info!(%error, service, name, "a service did not answer")).ok()?;
    reply.body().deserialize().ok()
}
