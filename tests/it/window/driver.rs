//! WebKitWebDriver, and the window it starts.

use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::ClientBuilder;
use hyper_util::client::legacy::connect::HttpConnector;
use idw_journeys::{Home, built};
use serde_json::json;

use super::page::Page;
use super::portal::Portal;

const START_LIMIT: Duration = Duration::from_secs(20);

/// A driver for the window on one home; it and the window are stopped when it is dropped.
pub(super) struct Driver {
    process: Child,
    url: String,
    arguments: Vec<String>,
}

impl Driver {
    pub(super) fn start(home: &Home) -> Self {
        Self::start_with(home, |_| ())
    }

    /// The window is started by a link.
    pub(super) fn with_link(home: &Home, link: &str) -> Self {
        let mut driver = Self::start(home);
        driver.arguments.push(link.to_owned());
        driver
    }

    /// The window's file dialogs are answered by `portal`.
    pub(super) fn with_portal(home: &Home, portal: &Portal) -> Self {
        Self::on_desktop(home, portal.address())
    }

    /// The window's desktop is what is on this bus.
    pub(super) fn on_desktop(home: &Home, address: &str) -> Self {
        Self::start_with(home, |command| {
            command.env("DBUS_SESSION_BUS_ADDRESS", address);
        })
    }

    /// The window finds no other program: no zenity shows its file dialogs.
    pub(super) fn without_programs(home: &Home) -> Self {
        Self::start_with(home, |command| {
            command.env("PATH", "");
        })
    }

    /// Assistive technology on this session bus reads the window.
    pub(super) fn read_by_assistive_technology(home: &Home, address: &str) -> Self {
        Self::start_with(home, |command| {
            command.env("DBUS_SESSION_BUS_ADDRESS", address).env_remove("NO_AT_BRIDGE");
        })
    }

    fn start_with(home: &Home, more: impl FnOnce(&mut Command)) -> Self {
        assert!(
            ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some()),
            "the window needs a display; run `cargo xtask test`, or put `xvfb-run --auto-servernum` in front"
        );
        let port = free_port();
        let mut command = with_home(Command::new(program("WebKitWebDriver")), home);
        more(&mut command);
        let process = command
            .arg(format!("--port={port}"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .process_group(0)
            .spawn()
            .unwrap_or_else(|error| {
                panic!("WebKitWebDriver cannot be started ({error}); `cargo xtask setup` installs it")
            });
        let driver = Self {
            process,
            url: format!("http://127.0.0.1:{port}"),
            arguments: vec!["--vault".to_owned(), home.vault().display().to_string()],
        };
        wait_for_port(port);
        driver
    }

    /// Opens the window, lets the journey happen in it, and closes it, whatever came of it.
    pub(super) fn run(&self, journey: impl AsyncFnOnce(Page)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let page = self.open().await;
            let client = page.client();
            let errors = Page::of(page.client());
            errors.watch_errors().await;
            journey(page).await;
            errors.check_errors().await;
            client.close().await.expect("the window closes");
        });
        self.wait_until_it_is_gone();
    }

    /// The window holds its vault until its process has ended, which is a moment after it has closed.
    fn wait_until_it_is_gone(&self) {
        let started = Instant::now();
        let group = self.process.id().to_string();
        let is_there = || Command::new("pgrep").args(["-g", &group, "idw-desktop"]).stdout(Stdio::null()).status();
        while is_there().expect("pgrep starts").success() {
            assert!(started.elapsed() < START_LIMIT, "the window's process does not end");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    pub(super) async fn open(&self) -> Page {
        let options = json!({
            "binary": built("idw-desktop"),
            "args": self.arguments,
        });
        let capabilities = [("webkitgtk:browserOptions".to_owned(), options)];
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities.into_iter().collect());
        let client = tokio::time::timeout(START_LIMIT, builder.connect(&self.url)).await.expect("the driver answers");
        let page = Page::of(client.expect("the window opens"));
        page.take_size().await;
        page.take_zoom().await;
        page
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // After a failure the window is still open: it and its helpers are of the driver's group.
        let group = format!("-{}", self.process.id());
        let _ = Command::new("kill").args(["-TERM", "--", &group]).status();
        let _ = self.process.wait();
    }
}

/// The window inherits its driver's environment.
fn with_home(mut command: Command, home: &Home) -> Command {
    let template = home.program("idw-desktop");
    for (name, value) in template.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command
        // What makes the window's web view let itself be driven.
        .env("TAURI_AUTOMATION", "true")
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        // Variables that change how the web view draws break its pictures: a picture taken without the DMA-BUF
        // renderer never comes once a page has changed.
        .env_remove("WEBKIT_DISABLE_DMABUF_RENDERER")
        .env_remove("WEBKIT_DISABLE_COMPOSITING_MODE")
        .env("NO_AT_BRIDGE", "1");
    command
}

/// Where a program is: the one that is started may have no folders to look in.
fn program(name: &str) -> PathBuf {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|path| path.is_file());
    found.unwrap_or_else(|| name.into())
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("the listener has an address").port()
}

fn wait_for_port(port: u16) {
    let started = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(started.elapsed() < START_LIMIT, "WebKitWebDriver does not listen on {port}");
        std::thread::sleep(Duration::from_millis(50));
    }
}
