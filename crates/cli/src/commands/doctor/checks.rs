//! The checks, one function for each part of the system.

use idw_words::{Words, message};

use super::{
    finding::{Finding, Subject},
    system::{Clock, Desktop, Graphics, Presence, Rights, Runtime, System, Vault, VaultState, Window},
};
use crate::page::{moment, size};

/// The oldest WebKitGTK that draws the page as it should be.
const WEBKITGTK_AT_LEAST: [u32; 2] = [2, 40];
/// With less space than this, the vault cannot save.
const FULL_BYTES: u64 = 16_000_000;
/// With less space than this, the user should make room.
const NEARLY_FULL_BYTES: u64 = 200_000_000;
/// The rights of everybody but the owner.
const OTHERS: u32 = 0o077;
/// The clock of a file server may differ by this much.
const CLOCK_LEEWAY_SECONDS: i64 = 24 * 60 * 60;

/// Runs them all.
pub(crate) fn all(words: &Words, system: &System) -> Vec<Finding> {
    let mut found = Vec::new();
    if let Some(desktop) = &system.desktop {
        found.push(window(words, desktop));
        // Only the window needs these.
        if desktop.window != Window::NotInstalled {
            found.extend(display(words, desktop));
            found.push(graphics(words, &desktop.graphics));
            found.push(dialogs(words, desktop));
            found.push(logind(words, desktop));
        }
        found.push(keyring(words, desktop));
        found.push(runtime(words, &desktop.runtime));
    }
    found.push(vault(words, &system.vault));
    found.push(clock(words, system.clock));
    found
}

fn window(words: &Words, desktop: &Desktop) -> Finding {
    let subject = Subject::new(words, "window", &message::DoctorWindow);
    match &desktop.window {
        Window::NotInstalled => subject.ok("windowMissing", &message::DoctorWindowMissing),
        Window::Fails(reason) => {
            subject.problem("windowFails", &message::DoctorWindowFails { reason }, &message::DoctorWindowFailsAdvice)
        }
        Window::Starts { webkitgtk: version, .. } if is_old(version) => {
            let needed = WEBKITGTK_AT_LEAST.map(|number| number.to_string()).join(".");
            subject.warning(
                "windowOld",
                &message::DoctorWindowOld { version },
                &message::DoctorWindowOldAdvice { needed: &needed },
            )
        }
        Window::Starts { webkitgtk: version, .. } => {
            subject.ok("windowStarts", &message::DoctorWindowStarts { version })
        }
    }
}

fn is_old(version: &str) -> bool {
    let numbers: Vec<u32> = version.split('.').map_while(|number| number.parse().ok()).collect();
    numbers[..] < WEBKITGTK_AT_LEAST[..]
}

/// `None` if the window does not run: `window` reports that.
fn display(words: &Words, desktop: &Desktop) -> Option<Finding> {
    let Window::Starts { display, .. } = &desktop.window else { return None };
    let subject = Subject::new(words, "display", &message::DoctorDisplay);
    let advice = &message::DoctorDisplayAdvice;
    Some(match (display, &desktop.display_name) {
        (Some(kind), _) => subject.ok("displayWorks", &message::DoctorDisplayWorks { kind }),
        (None, None) => subject.problem("displayNone", &message::DoctorDisplayNone, advice),
        (None, Some(name)) => {
            subject.problem("displayUnreachable", &message::DoctorDisplayUnreachable { name }, advice)
        }
    })
}

fn graphics(words: &Words, graphics: &Graphics) -> Finding {
    let subject = Subject::new(words, "graphics", &message::DoctorGraphics);
    // WebKitGTK reads everything but 0 as yes.
    let is_off = graphics.dmabuf_off.as_deref().map(|value| value != "0");
    match (graphics.nvidia, is_off) {
        (true, Some(false)) => {
            let value = graphics.dmabuf_off.as_deref().unwrap_or_default();
            subject.warning(
                "graphicsNvidiaForced",
                &message::DoctorGraphicsNvidiaForced { value },
                &message::DoctorGraphicsNvidiaForcedAdvice,
            )
        }
        (true, _) => subject.ok("graphicsNvidia", &message::DoctorGraphicsNvidia),
        (false, Some(true)) => subject.ok("graphicsWithoutDmabuf", &message::DoctorGraphicsWithoutDmabuf),
        (false, _) if graphics.card => subject.ok("graphicsHardware", &message::DoctorGraphicsHardware),
        (false, _) => subject.ok("graphicsSoftware", &message::DoctorGraphicsSoftware),
    }
}

fn dialogs(words: &Words, desktop: &Desktop) -> Finding {
    let subject = Subject::new(words, "dialogs", &message::DoctorDialogs);
    match (desktop.portal, desktop.zenity) {
        (Presence::There, _) => subject.ok("dialogsPortal", &message::DoctorDialogsPortal),
        (Presence::Missing, Presence::There) => subject.ok("dialogsZenity", &message::DoctorDialogsZenity),
        (Presence::Missing, Presence::Missing) => {
            subject.warning("dialogsNone", &message::DoctorDialogsNone, &message::DoctorDialogsAdvice)
        }
    }
}

fn keyring(words: &Words, desktop: &Desktop) -> Finding {
    let subject = Subject::new(words, "keyring", &message::DoctorKeyring);
    match desktop.secret_service {
        Presence::There => subject.ok("keyringWorks", &message::DoctorKeyringWorks),
        Presence::Missing => subject.warning("keyringNone", &message::DoctorKeyringNone, &message::DoctorKeyringAdvice),
    }
}

fn logind(words: &Words, desktop: &Desktop) -> Finding {
    let subject = Subject::new(words, "logind", &message::DoctorLogind);
    match desktop.logind {
        Presence::There => subject.ok("logindWorks", &message::DoctorLogindWorks),
        Presence::Missing => subject.warning("logindNone", &message::DoctorLogindNone, &message::DoctorLogindAdvice),
    }
}

fn runtime(words: &Words, runtime: &Runtime) -> Finding {
    let subject = Subject::new(words, "runtime", &message::DoctorRuntime);
    let advice = &message::DoctorRuntimeAdvice;
    match runtime {
        Runtime::Fit(folder) => {
            subject.ok("runtimeWorks", &message::DoctorRuntimeWorks { folder: &folder.display().to_string() })
        }
        Runtime::NotSet => subject.warning("runtimeNone", &message::DoctorRuntimeNone, advice),
        Runtime::Unfit(folder) => {
            let folder = &folder.display().to_string();
            subject.warning("runtimeUnfit", &message::DoctorRuntimeUnfit { folder }, advice)
        }
    }
}

/// Reports only the worst fault.
fn vault(words: &Words, vault: &Vault) -> Finding {
    let subject = Subject::new(words, "vault", &message::DoctorVault);
    let folder = &*vault.folder.display().to_string();
    let free = &*vault.free.map_or_else(|| "?".to_owned(), size);
    let has_less_than = |bytes| vault.free.is_some_and(|free| free < bytes);
    match &vault.state {
        VaultState::Unreadable(error) => subject.problem(
            "vaultUnreadable",
            &message::DoctorVaultUnreadable { folder, error },
            &message::DoctorVaultUnreadableAdvice,
        ),
        VaultState::NotAFolder => subject.problem(
            "vaultNotAFolder",
            &message::DoctorVaultNotAFolder { folder },
            &message::DoctorVaultNotAFolderAdvice,
        ),
        VaultState::Folder(Rights { is_own: false, .. }) => {
            subject.problem("vaultForeign", &message::DoctorVaultForeign { folder }, &message::DoctorVaultForeignAdvice)
        }
        _ if has_less_than(FULL_BYTES) => {
            subject.problem("vaultFull", &message::DoctorVaultFull { folder, free }, &message::DoctorVaultFullAdvice)
        }
        VaultState::Folder(Rights { mode, .. }) if mode & OTHERS != 0 => subject.warning(
            "vaultOpenToOthers",
            &message::DoctorVaultOpenToOthers { folder, mode: &format!("{mode:03o}") },
            &message::DoctorVaultOpenToOthersAdvice,
        ),
        VaultState::Folder(Rights { is_writable: false, .. }) => subject.warning(
            "vaultReadOnly",
            &message::DoctorVaultReadOnly { folder },
            &message::DoctorVaultReadOnlyAdvice,
        ),
        _ if has_less_than(NEARLY_FULL_BYTES) => subject.warning(
            "vaultNearlyFull",
            &message::DoctorVaultNearlyFull { folder, free },
            &message::DoctorVaultFullAdvice,
        ),
        VaultState::Missing => subject.ok("vaultNone", &message::DoctorVaultNone { folder, free }),
        VaultState::Folder(_) => subject.ok("vaultWorks", &message::DoctorVaultWorks { folder, free }),
    }
}

fn clock(words: &Words, clock: Clock) -> Finding {
    let subject = Subject::new(words, "clock", &message::DoctorClock);
    let (now, advice) = (&*time(clock.now), &message::DoctorClockAdvice);
    match clock.newest {
        Some(newest) if newest > clock.now.saturating_add(CLOCK_LEEWAY_SECONDS) => {
            subject.problem("clockBehind", &message::DoctorClockBehind { now, newest: &time(newest) }, advice)
        }
        _ if clock.is_kept_right == Some(false) => {
            subject.warning("clockAdrift", &message::DoctorClockAdrift { now }, advice)
        }
        _ => subject.ok("clockWorks", &message::DoctorClockWorks { now }),
    }
}

fn time(seconds: i64) -> String {
    jiff::Timestamp::from_second(seconds).map_or_else(|_| "?".to_owned(), |time| moment(&time.to_string()))
}

#[cfg(test)]
mod tests {
    use idw_words::Language;

    use super::{super::finding::Status, *};

    const NOW: i64 = 1_800_000_000;

    /// A desktop on which everything is as it should be.
    fn system() -> System {
        System {
            desktop: Some(Desktop {
                window: Window::Starts { webkitgtk: "2.48.3".to_owned(), display: Some("Wayland".to_owned()) },
                display_name: Some("wayland-0".to_owned()),
                graphics: Graphics { card: true, ..Graphics::default() },
                portal: Presence::There,
                zenity: Presence::Missing,
                secret_service: Presence::There,
                logind: Presence::There,
                runtime: Runtime::Fit("/run/user/1000".into()),
            }),
            vault: Vault {
                folder: "/home/ada/vault".into(),
                state: VaultState::Folder(Rights { is_own: true, mode: 0o700, is_writable: true }),
                free: Some(5_000_000_000),
            },
            clock: Clock { now: NOW, newest: Some(NOW - 60), is_kept_right: Some(true) },
        }
    }

    fn findings(system: &System) -> Vec<Finding> {
        all(&Words::new(Language::English), system)
    }

    /// What is found on a system that differs from a good one in this.
    fn with(change: impl FnOnce(&mut System)) -> Vec<(Status, &'static str)> {
        let mut system = system();
        change(&mut system);
        let found = findings(&system);
        for finding in &found {
            assert_eq!(finding.advice.is_some(), finding.status != Status::Ok, "{finding:?}");
        }
        let wrong = found.iter().filter(|finding| finding.status != Status::Ok);
        wrong.map(|finding| (finding.status, finding.code)).collect()
    }

    fn with_desktop(change: impl FnOnce(&mut Desktop)) -> Vec<(Status, &'static str)> {
        with(|system| system.desktop.as_mut().map(change).unwrap())
    }

    fn with_vault(change: impl FnOnce(&mut Vault)) -> Vec<(Status, &'static str)> {
        with(|system| change(&mut system.vault))
    }

    #[test]
    fn nothing_is_wrong_with_a_good_system() {
        let codes: Vec<_> = findings(&system()).iter().map(|finding| (finding.status, finding.code)).collect();
        let expected = [
            "windowStarts",
            "displayWorks",
            "graphicsHardware",
            "dialogsPortal",
            "logindWorks",
            "keyringWorks",
            "runtimeWorks",
            "vaultWorks",
            "clockWorks",
        ];
        assert_eq!(codes, expected.map(|code| (Status::Ok, code)));
    }

    #[test]
    fn a_window_that_cannot_start_or_open_is_a_problem() {
        let starts = |display: Option<&str>, version: &str| Window::Starts {
            webkitgtk: version.to_owned(),
            display: display.map(str::to_owned),
        };
        let check = |window: Window, name: Option<&str>, expected: &[(Status, &str)]| {
            let found = with_desktop(|desktop| {
                desktop.window = window;
                desktop.display_name = name.map(str::to_owned);
            });
            assert_eq!(found, expected);
        };
        check(starts(None, "2.48.3"), None, &[(Status::Problem, "displayNone")]);
        check(starts(None, "2.48.3"), Some(":7"), &[(Status::Problem, "displayUnreachable")]);
        check(Window::Fails("a library is missing".to_owned()), Some(":0"), &[(Status::Problem, "windowFails")]);
        check(starts(Some("X11"), "2.38.6"), Some(":0"), &[(Status::Warning, "windowOld")]);
        check(starts(Some("X11"), "2.40.0"), Some(":0"), &[]);
        check(starts(Some("X11"), "3.0.0"), Some(":0"), &[]);
    }

    #[test]
    fn a_server_without_the_window_needs_no_desktop() {
        let found = with_desktop(|desktop| {
            desktop.window = Window::NotInstalled;
            desktop.display_name = None;
            desktop.portal = Presence::Missing;
            desktop.logind = Presence::Missing;
        });
        assert_eq!(found, []);
    }

    #[test]
    fn dmabuf_is_off_with_nvidias_driver_unless_the_user_wants_it() {
        let code = |nvidia: bool, card: bool, value: Option<&str>| {
            let mut system = system();
            let dmabuf_off = value.map(str::to_owned);
            system.desktop.as_mut().unwrap().graphics = Graphics { nvidia, card, dmabuf_off };
            findings(&system).iter().find(|finding| finding.check == "graphics").map(|finding| finding.code).unwrap()
        };
        assert_eq!(code(true, true, None), "graphicsNvidia");
        assert_eq!(code(true, true, Some("1")), "graphicsNvidia");
        assert_eq!(code(true, true, Some("0")), "graphicsNvidiaForced");
        assert_eq!(code(false, true, Some("1")), "graphicsWithoutDmabuf");
        assert_eq!(code(false, true, Some("0")), "graphicsHardware");
        assert_eq!(code(false, false, None), "graphicsSoftware");
    }

    #[test]
    fn what_a_desktop_lacks_is_a_warning() {
        let none = with_desktop(|desktop| desktop.portal = Presence::Missing);
        assert_eq!(none, [(Status::Warning, "dialogsNone")]);
        let zenity = with_desktop(|desktop| {
            desktop.portal = Presence::Missing;
            desktop.zenity = Presence::There;
        });
        assert_eq!(zenity, []);
        let keyring = with_desktop(|desktop| desktop.secret_service = Presence::Missing);
        assert_eq!(keyring, [(Status::Warning, "keyringNone")]);
        let logind = with_desktop(|desktop| desktop.logind = Presence::Missing);
        assert_eq!(logind, [(Status::Warning, "logindNone")]);
        let unset = with_desktop(|desktop| desktop.runtime = Runtime::NotSet);
        assert_eq!(unset, [(Status::Warning, "runtimeNone")]);
        let unfit = with_desktop(|desktop| desktop.runtime = Runtime::Unfit("/tmp".into()));
        assert_eq!(unfit, [(Status::Warning, "runtimeUnfit")]);
    }

    #[test]
    fn the_worst_about_a_vault_is_told() {
        let rights =
            |is_own: bool, mode: u32, is_writable: bool| VaultState::Folder(Rights { is_own, mode, is_writable });
        let check = |state: VaultState, free: Option<u64>, expected: &[(Status, &str)]| {
            let shown = format!("{state:?}, {free:?}");
            let found = with_vault(|vault| (vault.state, vault.free) = (state, free));
            assert_eq!(found, expected, "{shown}");
        };
        let (plenty, little, least) = (Some(5_000_000_000), Some(100_000_000), Some(1_000_000));
        check(VaultState::Missing, plenty, &[]);
        check(VaultState::Missing, None, &[]);
        check(VaultState::Missing, least, &[(Status::Problem, "vaultFull")]);
        check(VaultState::NotAFolder, plenty, &[(Status::Problem, "vaultNotAFolder")]);
        check(VaultState::Unreadable("no".to_owned()), plenty, &[(Status::Problem, "vaultUnreadable")]);
        check(rights(false, 0o755, false), least, &[(Status::Problem, "vaultForeign")]);
        check(rights(true, 0o755, true), least, &[(Status::Problem, "vaultFull")]);
        check(rights(true, 0o750, true), little, &[(Status::Warning, "vaultOpenToOthers")]);
        check(rights(true, 0o500, false), plenty, &[(Status::Warning, "vaultReadOnly")]);
        check(rights(true, 0o700, true), little, &[(Status::Warning, "vaultNearlyFull")]);
    }

    #[test]
    fn a_clock_that_is_behind_its_files_is_wrong() {
        let check = |newest: Option<i64>, is_kept_right: Option<bool>, expected: &[(Status, &str)]| {
            let found = with(|system| system.clock = Clock { now: NOW, newest, is_kept_right });
            assert_eq!(found, expected, "{newest:?}, {is_kept_right:?}");
        };
        check(None, None, &[]);
        check(Some(NOW + 3_600), Some(true), &[]);
        check(Some(NOW), Some(false), &[(Status::Warning, "clockAdrift")]);
        check(Some(NOW + 90_000), Some(false), &[(Status::Problem, "clockBehind")]);
    }

    #[test]
    fn what_is_found_is_told_with_its_particulars() {
        let found = findings(&system());
        let text = |check: &str| found.iter().find(|finding| finding.check == check).unwrap().text.clone();
        assert_eq!(text("window"), "idw-desktop starts, with WebKitGTK 2.48.3.");
        assert_eq!(text("display"), "The window opens on Wayland.");
        assert_eq!(text("vault"), "/home/ada/vault is yours alone, with 5.0 GB free.");
        assert_eq!(text("clock"), "It is 15 Jan 2027, 08:00.");
    }
}
