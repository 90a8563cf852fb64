//! A window that is driven by WebDriver, with a home of its own.

use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use fantoccini::wd::TimeoutConfiguration;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::processes;

const START_LIMIT: Duration = Duration::from_secs(30);
/// Longer than anything takes that is measured.
const SCRIPT_LIMIT: Duration = Duration::from_secs(300);
/// How long memory has to stay as it is to count as settled, and how much it may still change in that time.
const SETTLED_FOR: Duration = Duration::from_millis(800);
const SETTLED_WITHIN: f64 = 0.01;

/// A window and its driver.
pub(crate) struct Session {
    driver: Child,
    window: u32,
    client: Client,
}

impl Session {
    /// Starts a program with a new driver. `home` keeps what earlier starts left.
    pub(crate) async fn open(program: &Path, arguments: &[String], home: &Path) -> Result<Self> {
        let port = free_port()?;
        let driver = driver(home, port).spawn();
        let driver = driver.context("WebKitWebDriver cannot be started; `cargo xtask setup` installs it")?;
        let mut guarded = Ended(Some(driver));
        wait_for_port(port).await?;
        let options = json!({"binary": program, "args": arguments});
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities([("webkitgtk:browserOptions".to_owned(), options)].into_iter().collect());
        let url = format!("http://127.0.0.1:{port}");
        let connected = tokio::time::timeout(START_LIMIT, builder.connect(&url)).await;
        let client = connected.context("the driver does not answer")?.context("the window does not open")?;
        let limits = TimeoutConfiguration::new(Some(SCRIPT_LIMIT), None, None);
        client.update_timeouts(limits).await.context("setting the limit of scripts")?;
        let driver = guarded.0.take().context("the driver is there")?;
        let name = program.file_name().unwrap_or_default().to_string_lossy();
        let window = processes::child(driver.id(), &name).context("the window's process was not found")?;
        Ok(Self { driver, window, client })
    }

    /// When the window's process began, in milliseconds since 1970.
    pub(crate) fn began(&self) -> Result<f64> {
        processes::began(self.window)
    }

    /// The memory of all of the window's processes, once it no longer changes.
    pub(crate) async fn settled_memory(&self) -> Result<u64> {
        let limit = Instant::now() + SCRIPT_LIMIT;
        let mut before = processes::memory(self.window)?;
        while Instant::now() < limit {
            sleep(SETTLED_FOR).await;
            let now = processes::memory(self.window)?;
            if (now as f64 - before as f64).abs() <= before as f64 * SETTLED_WITHIN {
                return Ok(now);
            }
            before = now;
        }
        bail!("the window's memory does not settle")
    }

    /// Runs a script that calls its last argument with the result.
    pub(crate) async fn script<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> Result<T> {
        let value = self.client.execute_async(script, arguments).await.context("a script in the page failed")?;
        serde_json::from_value(value.clone()).with_context(|| format!("a script in the page gave {value}"))
    }

    /// Closes the window, and waits until its process has ended and has let go of its vault.
    pub(crate) async fn close(self) -> Result<()> {
        self.client.clone().close().await.context("closing the window")?;
        let limit = Instant::now() + START_LIMIT;
        while processes::is_there(self.window) {
            if Instant::now() > limit {
                bail!("the window's process does not end");
            }
            sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        end(&mut self.driver);
    }
}

/// A driver that ends with whoever started it, until a session has taken it over.
struct Ended(Option<Child>);

impl Drop for Ended {
    fn drop(&mut self) {
        if let Some(driver) = &mut self.0 {
            end(driver);
        }
    }
}

/// After a failure the window is still open: it and its helpers are of the driver's group.
fn end(driver: &mut Child) {
    let _ = Command::new("kill").args(["-TERM", "--", &format!("-{}", driver.id())]).stderr(Stdio::null()).status();
    let _ = driver.wait();
}

/// The window inherits this environment.
fn driver(home: &Path, port: u16) -> Command {
    let mut command = Command::new("WebKitWebDriver");
    command
        .arg(format!("--port={port}"))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .process_group(0)
        .env("HOME", home)
        .env("XDG_RUNTIME_DIR", home)
        .env("TAURI_AUTOMATION", "true")
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .env("NO_AT_BRIDGE", "1")
        .env_remove("IDW_VAULT");
    for name in ["DATA", "CONFIG", "CACHE", "STATE"] {
        command.env(format!("XDG_{name}_HOME"), home.join(name.to_lowercase()));
    }
    command
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0").context("no free port")?.local_addr()?.port())
}

async fn wait_for_port(port: u16) -> Result<()> {
    let limit = Instant::now() + START_LIMIT;
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if Instant::now() > limit {
            bail!("WebKitWebDriver does not listen on {port}");
        }
        sleep(Duration::from_millis(20)).await;
    }
    Ok(())
}
