//! What the window finds on a Linux desktop.

use std::{
    env,
    ffi::OsString,
    fs,
    io::Read as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

use super::{
    bus,
    system::{Desktop, Graphics, Presence, Runtime, Window},
};

/// The program of the window.
const WINDOW: &str = "idw-desktop";
/// The window loads a web engine before it answers.
const WINDOW_ANSWERS_WITHIN: Duration = Duration::from_secs(20);

pub(crate) fn look() -> Desktop {
    Desktop {
        window: find_window().map_or(Window::NotInstalled, |program| ask_window(&program)),
        display_name: set("WAYLAND_DISPLAY").or_else(|| set("DISPLAY")),
        graphics: graphics(Path::new("/")),
        portal: bus::portal(),
        zenity: Presence::of(on_path("zenity").is_some()),
        secret_service: bus::secret_service(),
        logind: bus::logind(),
        runtime: runtime(env::var_os("XDG_RUNTIME_DIR")),
    }
}

fn set(name: &str) -> Option<String> {
    env::var_os(name).filter(|value| !value.is_empty()).map(|value| value.to_string_lossy().into_owned())
}

/// Looks beside this program, where packages put it, and then on the search path.
fn find_window() -> Option<PathBuf> {
    let beside = env::current_exe().ok().map(|own| own.with_file_name(WINDOW));
    beside.filter(|program| program.is_file()).or_else(|| on_path(WINDOW))
}

fn on_path(name: &str) -> Option<PathBuf> {
    let paths = env::var_os("PATH")?;
    env::split_paths(&paths).map(|folder| folder.join(name)).find(|program| program.is_file())
}

/// Asks the window, because only it knows which libraries it loads and whether they can open the display.
fn ask_window(program: &Path) -> Window {
    let started = Command::new(program)
        .arg("--self-test")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = match started {
        Ok(child) => child,
        Err(error) => return Window::Fails(idw_wallet::without_error_numbers(&error.to_string())),
    };
    let (say, said) = mpsc::channel();
    let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
    thread::spawn(move || {
        let mut texts = [String::new(), String::new()];
        // Unreadable output counts as no output, and `understand` refuses that.
        let _ = stdout.map(|mut stdout| stdout.read_to_string(&mut texts[0]));
        let _ = stderr.map(|mut stderr| stderr.read_to_string(&mut texts[1]));
        // The receiver may have stopped waiting.
        let _ = say.send(texts);
    });
    let Ok([answer, complaint]) = said.recv_timeout(WINDOW_ANSWERS_WITHIN) else {
        // Both fail only if the program has just ended.
        let _ = child.kill();
        let _ = child.wait();
        return Window::Fails(format!("it gave no answer within {} s", WINDOW_ANSWERS_WITHIN.as_secs()));
    };
    let has_succeeded = child.wait().is_ok_and(|status| status.success());
    understand(&answer).filter(|_| has_succeeded).unwrap_or_else(|| Window::Fails(last_line(&complaint)))
}

/// Reads the lines `webkitgtk 2.48.3` and, if there is a display, `display Wayland`.
fn understand(answer: &str) -> Option<Window> {
    let value_of = |name: &str| {
        let value = answer.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        value.map(str::to_owned)
    };
    Some(Window::Starts { webkitgtk: value_of("webkitgtk")?, display: value_of("display") })
}

/// The last thing that a program said, which is usually why it ended.
fn last_line(complaint: &str) -> String {
    let line = complaint.lines().map(str::trim).rfind(|line| !line.is_empty());
    line.unwrap_or("it ended without an error message").to_owned()
}

fn graphics(root: &Path) -> Graphics {
    let mut cards = fs::read_dir(root.join("dev/dri")).into_iter().flatten().flatten();
    Graphics {
        nvidia: root.join("proc/driver/nvidia/version").exists(),
        card: cards.any(|entry| entry.file_name().to_string_lossy().starts_with("renderD")),
        dmabuf_off: set("WEBKIT_DISABLE_DMABUF_RENDERER"),
    }
}

fn runtime(named: Option<OsString>) -> Runtime {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};

    let Some(folder) = named.filter(|name| !name.is_empty()).map(PathBuf::from) else { return Runtime::NotSet };
    let is_fit = folder.is_absolute()
        && fs::symlink_metadata(&folder).is_ok_and(|found| {
            let is_private = found.permissions().mode() & 0o777 == 0o700;
            found.is_dir() && is_private && found.uid() == rustix::process::geteuid().as_raw()
        });
    if is_fit { Runtime::Fit(folder) } else { Runtime::Unfit(folder) }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    fn program(folder: &Path, text: &str) -> PathBuf {
        let path = folder.join(WINDOW);
        fs::write(&path, format!("#!/bin/sh\n{text}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).unwrap();
        path
    }

    #[test]
    fn the_window_says_what_it_finds_or_why_it_ends() {
        let folder = tempfile::tempdir().unwrap();
        let check = |text: &str, expected: Window| assert_eq!(ask_window(&program(folder.path(), text)), expected);
        let starts = |display: Option<&str>| Window::Starts {
            webkitgtk: "2.48.3".to_owned(),
            display: display.map(str::to_owned),
        };
        check("echo webkitgtk 2.48.3; echo display Wayland", starts(Some("Wayland")));
        check("echo webkitgtk 2.48.3", starts(None));
        check(
            "echo first >&2; echo 'a library is missing' >&2; exit 127",
            Window::Fails("a library is missing".into()),
        );
        check("echo webkitgtk 2.48.3; exit 1", Window::Fails("it ended without an error message".into()));
        check("echo something else", Window::Fails("it ended without an error message".into()));
    }

    #[test]
    fn a_card_and_a_driver_are_found_by_their_files() {
        let root = tempfile::tempdir().unwrap();
        let found = || {
            let graphics = graphics(root.path());
            (graphics.nvidia, graphics.card)
        };
        assert_eq!(found(), (false, false));
        fs::create_dir_all(root.path().join("dev/dri")).unwrap();
        fs::write(root.path().join("dev/dri/card0"), "").unwrap();
        assert_eq!(found(), (false, false), "a card that shows, but does not draw");
        fs::write(root.path().join("dev/dri/renderD128"), "").unwrap();
        fs::create_dir_all(root.path().join("proc/driver/nvidia")).unwrap();
        fs::write(root.path().join("proc/driver/nvidia/version"), "").unwrap();
        assert_eq!(found(), (true, true));
    }

    #[test]
    fn only_a_private_folder_is_fit_for_sockets() {
        let folder = tempfile::tempdir().unwrap();
        let named = |path: &Path| runtime(Some(path.as_os_str().to_owned()));
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
        assert!(matches!(runtime(None), Runtime::NotSet));
        assert!(matches!(runtime(Some(OsString::new())), Runtime::NotSet));
        assert!(matches!(named(folder.path()), Runtime::Fit(_)));
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o750)).unwrap();
        assert!(matches!(named(folder.path()), Runtime::Unfit(_)));
        assert!(matches!(named(&folder.path().join("nothing")), Runtime::Unfit(_)));
        assert!(matches!(named(Path::new("relative")), Runtime::Unfit(_)));
    }
}
