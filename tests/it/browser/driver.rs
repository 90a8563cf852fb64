//! A browser of WebKitGTK, whose parts are those of the window, driven by WebKitWebDriver.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use idw_journeys::{Home, repository};
use serde_json::json;

const START_LIMIT: Duration = Duration::from_secs(20);
/// Long enough for a machine that does other things too.
const PATIENCE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(100);

/// A driver; it and its browser are stopped when it is dropped.
pub(crate) struct Browser {
    process: Child,
    url: String,
}

impl Browser {
    pub(crate) fn start(home: &Home) -> Self {
        assert!(
            ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some()),
            "the browser needs a display; run `cargo xtask test`, or put `xvfb-run --auto-servernum` in front"
        );
        let port = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port").port();
        let mut command = Command::new("WebKitWebDriver");
        for (name, value) in home.program("idw").get_envs() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        let process = command
            .env("NO_AT_BRIDGE", "1")
            .arg(format!("--port={port}"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .unwrap_or_else(|error| {
                panic!("WebKitWebDriver cannot be started ({error}); `cargo xtask setup` installs it")
            });
        let browser = Self { process, url: format!("http://127.0.0.1:{port}") };
        let started = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(started.elapsed() < START_LIMIT, "WebKitWebDriver does not listen on {port}");
            std::thread::sleep(Duration::from_millis(50));
        }
        browser
    }

    /// Opens a browser, lets the journey happen in it, and closes it.
    pub(crate) fn run(&self, journey: impl AsyncFnOnce(&Tab)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let options = json!({"binary": mini_browser(), "args": ["--automation"]});
            let capabilities = [("webkitgtk:browserOptions".to_owned(), options)];
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(capabilities.into_iter().collect());
            let client =
                tokio::time::timeout(START_LIMIT, builder.connect(&self.url)).await.expect("the driver answers");
            let tab = Tab { client: client.expect("the browser opens") };
            tab.client.set_window_size(1100, 900).await.expect("a window of this size");
            journey(&tab).await;
            tab.client.close().await.expect("the browser closes");
        });
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // After a failure the browser is still open: it and its helpers are of the driver's group.
        let group = format!("-{}", self.process.id());
        let _ = Command::new("kill").args(["-TERM", "--", &group]).status();
        let _ = self.process.wait();
    }
}

/// The example browser that comes with the engine; distributions put it in different places.
fn mini_browser() -> PathBuf {
    let libraries = ["/usr/lib", "/usr/lib64", "/usr/libexec"].map(Path::new);
    let below = libraries.iter().flat_map(fs::read_dir).flatten().flatten().map(|entry| entry.path());
    let folders = below.chain(libraries.iter().map(|folder| folder.to_path_buf()));
    let mut found = folders.map(|folder| folder.join("webkit2gtk-4.1/MiniBrowser"));
    found.find(|path| path.is_file()).expect("MiniBrowser is there; `cargo xtask setup` installs it")
}

/// The one page that is open.
pub(crate) struct Tab {
    client: Client,
}

impl Tab {
    pub(crate) async fn go(&self, url: &str) {
        self.client.goto(url).await.unwrap_or_else(|error| panic!("{url} does not open: {error}"));
    }

    pub(crate) async fn url(&self) -> String {
        self.client.current_url().await.expect("a page is open").into()
    }

    /// Waits until the page says this somewhere.
    pub(crate) async fn wait_for_text(&self, text: &str) {
        self.eventually(&format!("the page says {text:?}"), async || self.text().await.contains(text).then_some(()))
            .await;
    }

    /// Presses the button with this text.
    pub(crate) async fn press(&self, text: &str) {
        let path = format!("//button[normalize-space()='{text}']");
        self.eventually(&format!("{text:?} is pressed"), async || {
            self.client.find(Locator::XPath(&path)).await.ok()?.click().await.ok()
        })
        .await;
    }

    pub(crate) async fn click(&self, css: &str) {
        self.eventually(&format!("{css} is clicked"), async || self.find(css).await?.click().await.ok()).await;
    }

    pub(crate) async fn fill(&self, css: &str, text: &str) {
        self.eventually(&format!("{css} is filled in"), async || self.find(css).await?.send_keys(text).await.ok())
            .await;
    }

    pub(crate) async fn choose(&self, css: &str, value: &str) {
        self.eventually(&format!("{value} is chosen"), async || {
            self.find(css).await?.select_by_value(value).await.ok()
        })
        .await;
    }

    /// Keeps a picture, when `IDW_SCREENSHOTS` names a folder for them.
    pub(crate) async fn picture(&self, name: &str) {
        let Some(folder) = std::env::var_os("IDW_SCREENSHOTS").map(PathBuf::from) else {
            return;
        };
        let folder = repository().join(folder);
        fs::create_dir_all(&folder).expect("a folder for pictures");
        let png = self.client.screenshot().await.expect("a picture");
        fs::write(folder.join(format!("site-{name}.png")), png).expect("written");
    }

    async fn find(&self, css: &str) -> Option<Element> {
        self.client.find(Locator::Css(css)).await.ok()
    }

    async fn text(&self) -> String {
        match self.find("body").await {
            Some(body) => body.text().await.unwrap_or_default(),
            None => String::new(),
        }
    }

    async fn eventually<T>(&self, what: &str, attempt: impl AsyncFn() -> Option<T>) -> T {
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            if let Some(value) = attempt().await {
                return value;
            }
            tokio::time::sleep(PAUSE).await;
        }
        panic!("it did not come about that {what}; the page says:\n{}", self.text().await);
    }
}
