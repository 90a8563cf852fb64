//! The window as a screen reader gets it: by AT-SPI, from the tree that the web view makes of the page.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use idw_journeys::Home;
use zbus::blocking::{Connection, Proxy, connection, proxy};
use zbus::proxy::CacheProperties;
use zbus::zvariant::{OwnedObjectPath, Value};

use crate::bus::{Bus, spawn};

use super::{PASSWORD, driver::Driver, page::at, unlock};

const PATIENCE: Duration = Duration::from_secs(20);
const ACCESSIBLE: &str = "org.a11y.atspi.Accessible";
/// Deeper than any page of ours.
const DEEPEST: usize = 60;

/// The bus that assistive technology reads programs by; it ends when this is dropped.
struct Assistive {
    session: Bus,
    launcher: Child,
    bus: Connection,
}

/// What things are, as AT-SPI numbers it (`AtspiRole`).
mod role {
    pub(super) const CHECK_BOX: u32 = 7;
    pub(super) const COMBO_BOX: u32 = 11;
    pub(super) const DIALOG: u32 = 16;
    pub(super) const PASSWORD: u32 = 40;
    pub(super) const BUTTON: u32 = 43;
    pub(super) const RADIO_BUTTON: u32 = 44;
    pub(super) const TOGGLE_BUTTON: u32 = 62;
    pub(super) const ENTRY: u32 = 79;
    pub(super) const HEADING: u32 = 83;
    pub(super) const LINK: u32 = 88;
    pub(super) const LANDMARK: u32 = 110;
    pub(super) const CONTROLS: [u32; 8] =
        [CHECK_BOX, COMBO_BOX, PASSWORD, BUTTON, RADIO_BUTTON, TOGGLE_BUTTON, ENTRY, LINK];
}

/// A thing on the screen: what it is, and what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Thing {
    role: u32,
    name: String,
}

impl Assistive {
    fn start(home: &Home) -> Self {
        let session = Bus::start();
        let launcher = spawn(
            Command::new(launcher())
                .arg("--launch-immediately")
                .env("DBUS_SESSION_BUS_ADDRESS", &session.address)
                .env("HOME", home.path())
                .env("XDG_CACHE_HOME", home.path().join("cache"))
                .env_remove("XDG_RUNTIME_DIR")
                .stdout(Stdio::null()),
        );
        let connection = connection::Builder::address(session.address.as_str()).and_then(connection::Builder::build);
        let connection = connection.expect("the session bus");
        let started = Instant::now();
        let address: String = loop {
            let proxy = Proxy::new(&connection, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus").expect("a proxy");
            match proxy.call("GetAddress", &()) {
                Ok(address) => break address,
                Err(error) => {
                    assert!(started.elapsed() < PATIENCE, "the bus for assistive technology did not start: {error}");
                }
            }
            std::thread::sleep(Duration::from_millis(50));
        };
        // As a screen reader says that it is there.
        let properties = Proxy::new(&connection, "org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties");
        let enabled = ("org.a11y.Status", "IsEnabled", Value::from(true));
        properties.and_then(|properties| properties.call::<_, _, ()>("Set", &enabled)).expect("it is switched on");
        let bus = connection::Builder::address(address.as_str()).and_then(connection::Builder::build);
        Self { session, launcher, bus: bus.expect("the bus for assistive technology") }
    }

    /// Everything that the window shows.
    fn things(&self) -> Vec<Thing> {
        let mut found = Vec::new();
        self.read("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root", 0, &mut found);
        found
    }

    /// Waits until such a thing is there, and gives all that are.
    fn things_with(&self, role: u32, name: &str) -> Vec<Thing> {
        let started = Instant::now();
        loop {
            let things = self.things();
            if things.iter().any(|thing| thing.role == role && thing.name.contains(name)) {
                return things;
            }
            assert!(started.elapsed() < PATIENCE, "nothing of role {role} is called {name:?}: {things:#?}");
            std::thread::sleep(Duration::from_millis(200));
        }
    }

    /// What changes while it is read is left out: it is read again.
    fn read(&self, service: &str, path: &str, depth: usize, found: &mut Vec<Thing>) {
        let proxy = proxy::Builder::<Proxy<'_>>::new(&self.bus)
            .destination(service.to_owned())
            .and_then(|builder| builder.path(path.to_owned()))
            .and_then(|builder| builder.interface(ACCESSIBLE))
            .and_then(|builder| builder.cache_properties(CacheProperties::No).build());
        let proxy = proxy.expect("a proxy needs no answer");
        // What has changed meanwhile is gone.
        let (Ok(role), Ok(name)) = (proxy.call("GetRole", &()), proxy.get_property("Name")) else { return };
        found.push(Thing { role, name });
        // One by one: what a web view shows is in another process, and not among the children that are given all at once.
        for at in 0..proxy.get_property::<i32>("ChildCount").unwrap_or(0) {
            let child = proxy.call::<_, _, (String, OwnedObjectPath)>("GetChildAtIndex", &(at,));
            let Ok((service, path)) = child else { continue };
            assert!(depth < DEEPEST, "the tree has no end");
            self.read(&service, path.as_str(), depth + 1, found);
        }
    }
}

impl Drop for Assistive {
    fn drop(&mut self) {
        let _ = self.launcher.kill();
        let _ = self.launcher.wait();
    }
}

/// Each distribution has it elsewhere, and in no folder for programs.
fn launcher() -> PathBuf {
    let folders = ["/usr/libexec", "/usr/lib/at-spi2-core", "/usr/lib"];
    let found = folders.iter().map(|folder| Path::new(folder).join("at-spi-bus-launcher")).find(|path| path.is_file());
    found.expect("at-spi-bus-launcher; `cargo xtask setup` installs it")
}

/// Whoever cannot see a control has nothing but its name.
fn check_names(screen: &str, things: &[Thing]) {
    let is_control = |thing: &&Thing| role::CONTROLS.contains(&thing.role);
    let nameless: Vec<_> = things.iter().filter(is_control).filter(|thing| thing.name.trim().is_empty()).collect();
    assert!(nameless.is_empty(), "{screen}: {nameless:?}");
    assert!(things.iter().any(|thing| is_control(&thing)), "{screen}: {things:#?}");
}

#[test]
fn a_screen_reader_finds_every_control_by_its_name() {
    let home = Home::of_ada();
    let assistive = Assistive::start(&home);
    Driver::read_by_assistive_technology(&home, &assistive.session.address).run(async |page| {
        page.wait_for(at::UNLOCK_PASSWORD).await;
        check_names("unlock", &assistive.things_with(role::PASSWORD, "Password"));
        unlock(&page, PASSWORD).await;
        page.wait_for(at::NAV_HOME).await;
        for (nav, heading) in [
            (at::NAV_ATTRIBUTES, "Attributes"),
            (at::NAV_DOCUMENTS, "Documents"),
            (at::NAV_SITES, "Sites"),
            (at::NAV_APPLICATIONS, "Applications"),
            (at::NAV_ACTIVITY, "Activity"),
            (at::NAV_SETTINGS, "Settings"),
        ] {
            page.click(nav).await;
            let things = assistive.things_with(role::HEADING, heading);
            check_names(heading, &things);
            assert!(things.iter().any(|thing| thing.role == role::LANDMARK), "{heading} has no landmark: {things:#?}");
        }
        page.click(at::NAV_ATTRIBUTES).await;
        // A row says what it is, not only what is in it.
        let things = assistive.things_with(role::BUTTON, "1985-04-12");
        let is_row = |thing: &&Thing| thing.role == role::BUTTON && thing.name.contains("1985-04-12");
        let row = things.iter().find(is_row).expect("it was found");
        assert!(row.name.contains("Date of Birth"), "{row:?}");
        page.click(at::ADD_ATTRIBUTE).await;
        check_names("a dialog", &assistive.things_with(role::DIALOG, "Add an attribute"));
    });
}
