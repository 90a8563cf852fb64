//! A computer that lacks something: what `idw doctor` says of it, and the window that cannot open.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;

use idw_journeys::{Home, Run};
use serde_json::Value;
use zbus::blocking::connection;

use crate::bus::Bus;
use crate::secret_service::SecretService;

/// A program on a computer without a display, on which nothing else is to be found either.
fn without_display(home: &Home, name: &str) -> Command {
    let mut command = home.program(name);
    command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env("PATH", home.path());
    command.env("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={}/no-bus", home.path().display()));
    command.env_remove("WEBKIT_DISABLE_DMABUF_RENDERER");
    command
}

fn run(command: &mut Command) -> Run {
    Run::from(command.output().expect("the program starts"))
}

/// What the doctor finds, with the vault of this home.
fn findings(home: &Home, change: impl FnOnce(&mut Command)) -> (i32, Value) {
    let mut command = without_display(home, "idw");
    command.arg("--vault").arg(home.vault()).args(["doctor", "--json"]);
    change(&mut command);
    let run = run(&mut command);
    (run.code, run.json())
}

fn code(document: &Value, check: &str) -> String {
    let all = document["findings"].as_array().expect("a list of findings");
    let found = all.iter().find(|finding| finding["check"] == check);
    found.and_then(|finding| finding["code"].as_str()).unwrap_or_else(|| panic!("no {check} in {document}")).to_owned()
}

#[test]
fn without_a_display_the_window_says_so_and_ends() {
    let home = Home::with_vault();
    let vault = home.vault();
    let window = |display: Option<(&str, &str)>| {
        let mut command = without_display(&home, "idw-desktop");
        command.arg("--vault").arg(&vault).envs(display);
        run(&mut command).must_fail(2)
    };
    let said = window(None);
    assert!(said.contains("There is no display") && said.contains("idw doctor"), "{said}");
    let said = window(Some(("DISPLAY", ":4711")));
    assert!(said.contains("cannot reach the display :4711"), "{said}");
    let said = window(Some(("WAYLAND_DISPLAY", "wayland-4711")));
    assert!(said.contains("cannot reach the display wayland-4711"), "{said}");
    home.ok(["account", "list"]);
}

#[test]
fn the_doctor_names_what_is_missing_and_what_to_do() {
    let home = Home::with_vault();
    let (exit, document) = findings(&home, |_| ());
    assert_eq!(exit, 1, "the window cannot open: {document}");
    assert_eq!(document["error"]["code"], "other", "{document}");
    for (check, expected) in [
        ("window", "windowStarts"),
        ("display", "displayNone"),
        ("dialogs", "dialogsNone"),
        ("keyring", "keyringNone"),
        ("runtime", "runtimeWorks"),
        ("vault", "vaultWorks"),
    ] {
        assert_eq!(code(&document, check), expected, "{document}");
    }
    for finding in document["findings"].as_array().into_iter().flatten() {
        let (status, advice) = (&finding["status"], finding["advice"].as_str());
        assert_eq!(advice.is_none(), status == "ok", "{finding}");
    }
    let (_, document) = findings(&home, |command| {
        command.env("DISPLAY", ":4711").env_remove("XDG_RUNTIME_DIR");
    });
    assert_eq!(code(&document, "display"), "displayUnreachable");
    assert_eq!(code(&document, "runtime"), "runtimeNone");
}

#[test]
fn people_read_the_problems_first() {
    let home = Home::with_vault();
    let mut command = without_display(&home, "idw");
    let run = run(command.arg("--vault").arg(home.vault()).arg("doctor"));
    assert_eq!(run.code, 1, "{run:?}");
    let at = |text: &str| run.stdout.find(text).unwrap_or_else(|| panic!("no {text} in {}", run.stdout));
    assert!(at("Problems") < at("There is no display") && at("There is no display") < at("Warnings"), "{}", run.stdout);
    assert!(at("Warnings") < at("Keyring") && at("Keyring") < at("In order"), "{}", run.stdout);
    assert!(run.stderr.contains("1 problem was found"), "{}", run.stderr);
}

/// A desktop's portal, as far as it is asked which version of file dialogs it has.
struct FileChooser;

#[zbus::interface(name = "org.freedesktop.portal.FileChooser")]
impl FileChooser {
    #[zbus(property, name = "version")]
    #[expect(clippy::unused_self, reason = "the interface is that of an object")]
    fn version(&self) -> u32 {
        4
    }
}

#[test]
fn services_are_looked_for_on_the_users_own_bus() {
    let (home, bus) = (Home::with_vault(), Bus::start());
    let on_bus = |command: &mut Command| {
        command.env("DBUS_SESSION_BUS_ADDRESS", &bus.address);
    };
    let (_, document) = findings(&home, on_bus);
    assert_eq!((code(&document, "dialogs"), code(&document, "keyring")), ("dialogsNone".into(), "keyringNone".into()));

    let zenity = home.path().join("zenity");
    fs::write(&zenity, "#!/bin/sh\n").expect("a file");
    fs::set_permissions(&zenity, fs::Permissions::from_mode(0o700)).expect("made a program");
    let (_, document) = findings(&home, on_bus);
    assert_eq!(code(&document, "dialogs"), "dialogsZenity");

    let _portal = connection::Builder::address(bus.address.as_str())
        .and_then(|builder| builder.name("org.freedesktop.portal.Desktop"))
        .and_then(|builder| builder.serve_at("/org/freedesktop/portal/desktop", FileChooser))
        .and_then(connection::Builder::build)
        .expect("a portal on the bus");
    let _service = SecretService::start(&home, &bus, true);
    let (_, document) = findings(&home, on_bus);
    assert_eq!(
        (code(&document, "dialogs"), code(&document, "keyring")),
        ("dialogsPortal".into(), "keyringWorks".into())
    );
}

#[test]
fn a_vault_that_others_can_look_into_is_told() {
    let home = Home::with_vault();
    fs::set_permissions(home.vault(), fs::Permissions::from_mode(0o755)).expect("the test's own folder");
    let (_, document) = findings(&home, |_| ());
    assert_eq!(code(&document, "vault"), "vaultOpenToOthers");
    let home = Home::empty();
    let (_, document) = findings(&home, |_| ());
    assert_eq!(code(&document, "vault"), "vaultNone");
}
