//! The package in a clean system: installed, started, looked at, and removed.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use super::Packages;
use super::clean_root::{CleanRoot, Running, USER};
use super::contents::NAME;
use super::screen::Screen;
use crate::command::{program, run};

/// How long the window may take until it is painted. It is drawn by the processor here.
const PAINTED_WITHIN: Duration = Duration::from_secs(120);
/// More colours than an empty window and its title have: letters are drawn in many shades.
const PAINTED_COLOURS: usize = 64;
/// What looks at the package once it is installed. None of it may come before: it might bring what the package lacks.
const TOOLS: [&str; 5] = ["appstream", "desktop-file-utils", "man-db", "xauth", "xvfb"];
/// The display in there.
const DISPLAY: &str = ":97";

/// Goes through all of it. `work` is a folder for the system, and for a picture of the window.
pub(crate) fn verify(packages: &Packages, work: &Path) -> Result<()> {
    step("lintian", || lintian(&packages.deb))?;
    let root = CleanRoot::make(&work.join("clean-root"))?;
    let file = packages.deb.file_name().context("the package has no name")?.to_string_lossy();
    fs::copy(&packages.deb, root.path("tmp").join(&*file)).context("copying the package")?;
    step("install", || root.install(&[&format!("/tmp/{file}")]))?;
    step("command line", || command_line(&root))?;
    step("no display", || no_display(&root))?;
    step("tools", || root.install(&TOOLS))?;
    step("files for the desktop", || files_for_the_desktop(&root))?;
    step("man pages", || man_pages(&root))?;
    step("window", || window(&root, &work.join("window.ppm")))?;
    step("remove", || {
        root.run(&["apt-get", "purge", "--yes", "--quiet", NAME])?;
        let left = root.named(is_ours, &LEFT_OUT)?;
        ensure!(left.is_empty(), "the package leaves behind: {}", left.join(", "));
        let links = fs::read_to_string(root.path("usr/share/applications/mimeinfo.cache")).unwrap_or_default();
        ensure!(!links.contains("idw"), "links are still handed to the program: {links}");
        ensure!(root.path(&format!("home/{USER}/.local/share/idw/vault")).is_dir(), "the user's vault is gone");
        Ok(())
    })
}

/// The user's own files, which stay; what apt keeps about packages that were there; what the kernel shows.
const LEFT_OUT: [&str; 5] = ["home", "proc", "tmp", "var/cache/apt", "var/log"];

/// Whether a file of this name is the package's. There are others with these letters, such as `pidwait`.
fn is_ours(name: &str) -> bool {
    name.contains(NAME) || name.split(|c: char| !c.is_alphanumeric()).any(|word| word == "idw")
}

fn step(name: &str, step: impl FnOnce() -> Result<()>) -> Result<()> {
    let started = Instant::now();
    step().with_context(|| name.to_owned())?;
    println!("✓ package: {name} ({:.1} s)", started.elapsed().as_secs_f64());
    Ok(())
}

/// What Debian's own checker says. The package brings its waivers along.
fn lintian(deb: &Path) -> Result<()> {
    let mut command = program("lintian", ["--allow-root", "--fail-on=error,warning", "--tag-display-limit=0"]);
    command.arg(deb);
    run(command)
}

fn command_line(root: &CleanRoot) -> Result<()> {
    let version = root.user_gets(0, &["idw", "--version"])?;
    ensure!(version.trim() == concat!("idw ", env!("CARGO_PKG_VERSION")), "idw --version said {version}");
    root.write(&format!("home/{USER}/password"), "correct horse battery staple\n")?;
    let password = format!("/home/{USER}/password");
    root.run(&["chown", USER, &password])?;
    let phrase = root.user_gets(0, &["idw", "init", "--quiet", "--password-file", &password])?;
    ensure!(phrase.split_whitespace().count() == 24, "idw init gave no phrase of 24 words");
    let listed = root.user_gets(0, &["idw", "account", "list", "--json", "--password-file", &password])?;
    ensure!(listed.contains("main"), "the new vault has no account: {listed}");
    Ok(())
}

/// Nothing but the package is installed: no display, no session bus, no portal, no keyring, no logind.
fn no_display(root: &CleanRoot) -> Result<()> {
    let said = root.user_gets(2, &["idw-desktop"])?;
    ensure!(said.contains("There is no display") && !said.contains("panicked"), "idw-desktop said: {said}");
    let findings = root.user_gets(1, &["idw", "doctor", "--json"])?;
    for code in ["windowStarts", "displayNone", "dialogsNone", "keyringNone", "logindNone", "runtimeNone", "vaultWorks"]
    {
        ensure!(findings.contains(&format!("\"{code}\"")), "idw doctor does not say {code}: {findings}");
    }
    Ok(())
}

fn files_for_the_desktop(root: &CleanRoot) -> Result<()> {
    root.run(&["desktop-file-validate", "/usr/share/applications/idw-desktop.desktop"])?;
    root.run(&[
        "appstreamcli",
        "validate",
        "--no-net",
        "--pedantic",
        "/usr/share/metainfo/example.idw.desktop.metainfo.xml",
    ])?;
    let links = fs::read_to_string(root.path("usr/share/applications/mimeinfo.cache"))?;
    ensure!(links.contains("x-scheme-handler/idw=idw-desktop.desktop"), "nobody takes links: {links}");
    Ok(())
}

fn man_pages(root: &CleanRoot) -> Result<()> {
    for page in ["idw", "idw-login", "idw-desktop"] {
        let text = root.user_gets(0, &["man", page])?;
        ensure!(text.contains("NAME") && text.contains(page), "man {page} shows: {text}");
    }
    Ok(())
}

fn window(root: &CleanRoot, picture: &Path) -> Result<()> {
    root.run(&["install", "--directory", "--owner", USER, "/tmp/screen"])?;
    root.run(&["install", "--directory", "--mode=1777", "/tmp/.X11-unix"])?;
    let server = ["Xvfb", DISPLAY, "-screen", "0", "1200x900x24", "-nolisten", "tcp", "-fbdir", "/tmp/screen"];
    let mut server = Running::start(root.command_of_user(&server))?;
    let socket = root.path("tmp/.X11-unix").join(DISPLAY.replace(':', "X"));
    wait(|| server.must_run().map(|()| socket.exists().then_some(()))).context("waiting for Xvfb")?;
    let display = format!("DISPLAY={DISPLAY}");
    let mut window = Running::start(root.command_of_user(&["env", &display, "idw-desktop"]))?;
    let screen = wait(|| {
        window.must_run().context("idw-desktop")?;
        let screen = Screen::read(&root.path("tmp/screen/Xvfb_screen0"))?;
        Ok((screen.colours() >= PAINTED_COLOURS).then_some(screen))
    });
    let screen = screen.context("waiting for the window to be painted")?;
    fs::write(picture, screen.ppm()).with_context(|| format!("writing {}", picture.display()))?;
    println!("The window: {}", picture.display());
    Ok(())
}

/// Tries until there is something.
fn wait<T>(mut look: impl FnMut() -> Result<Option<T>>) -> Result<T> {
    let started = Instant::now();
    while started.elapsed() < PAINTED_WITHIN {
        if let Some(found) = look()? {
            return Ok(found);
        }
        thread::sleep(Duration::from_millis(200));
    }
    bail!("nothing came within {} s", PAINTED_WITHIN.as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_the_package_are_known_by_their_names() {
        for ours in
            ["idw", "_idw", "idw.fish", "idw-desktop.1.gz", "example.idw.desktop.metainfo.xml", "identity-wallet.list"]
        {
            assert!(is_ours(ours), "{ours}");
        }
        for other in ["pidwait", "Midway", "identity"] {
            assert!(!is_ours(other), "{other}");
        }
    }
}
