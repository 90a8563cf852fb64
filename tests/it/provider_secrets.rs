//! The client secret of an identity-check provider, kept in a real Secret Service.

use std::process::Command;

use idw_journeys::{CLIENT_SECRET, Canary, Home, KycProvider, Run, search};
use serde_json::{Value, json};

use crate::bus::Bus;
use crate::checks::{Checked, verify_by};
use crate::secret_service::{SecretService, kept_secrets};

/// A home on a desktop with a keyring.
struct Desktop {
    home: Home,
    bus: Bus,
}

impl Desktop {
    fn new() -> Self {
        Self { home: Home::with_vault(), bus: Bus::start() }
    }

    fn command(&self) -> Command {
        let mut command = self.home.command();
        command.env("DBUS_SESSION_BUS_ADDRESS", &self.bus.address);
        command
    }

    fn run(&self, words: &[&str]) -> Run {
        Run::from(self.command().args(words).output().expect("idw starts"))
    }

    fn ok(&self, words: &[&str]) -> Value {
        let run = Run::from(self.command().arg("--json").args(words).output().expect("idw starts"));
        assert_eq!(run.code, 0, "idw {words:?}: {run:?}");
        run.json()
    }

    /// Adds the provider, with these further options.
    fn add(&self, provider: &KycProvider, more: &[&str]) -> Value {
        let settings = provider.settings("web-kyc");
        let words = ["provider", "add", "Example Check"].into_iter().chain(settings.iter().map(String::as_str));
        self.ok(&words.chain(more.iter().copied()).collect::<Vec<_>>())
    }

    fn verify(&self, trace: &str) -> Checked {
        verify_by(self.command(), &self.home.path().join(trace), &[])
    }

    /// A file with a secret, which is gone again when `with` has used it: nothing can be read from it later.
    fn with_secret(&self, secret: &str, with: impl FnOnce(&str)) {
        let file = self.home.write_outside("client-secret", format!("{secret}\n").as_bytes());
        with(&file.display().to_string());
        std::fs::remove_file(file).expect("the test's own file");
    }
}

#[test]
fn the_keyring_keeps_the_client_secret_until_the_provider_is_removed() {
    let desktop = Desktop::new();
    let _service = SecretService::start(&desktop.home, &desktop.bus, true);
    let provider = KycProvider::start("verified:ada:PP:none", &[]);
    desktop.with_secret(CLIENT_SECRET, |file| {
        let added = desktop.add(&provider, &["--client-secret-file", file]);
        assert_eq!(added["secretFile"], Value::Null, "the keyring has it: {added}");
    });
    let shown = desktop.ok(&["provider", "show", "example check"]);
    assert_eq!((&shown["secret"], kept_secrets(&desktop.bus)), (&json!({"state": "kept"}), 1), "{shown}");

    let checked = desktop.verify("verify.har");
    assert_eq!(checked.code, 0, "{}", checked.said);
    assert!(checked.said.contains("/v2/web-kyc/token"), "what is searched tells of the exchange: {}", checked.said);
    assert!(!checked.said.contains(CLIENT_SECRET), "{}", checked.said);
    // The home has the vault in it, the trace, and the keyring's own files.
    let (files, found) = search(desktop.home.path(), &[Canary::text("the client secret", CLIENT_SECRET)]);
    assert!(files > 3 && found.is_empty(), "{files} files: {found:?}");

    let removed = desktop.run(&["provider", "remove", "example check"]);
    assert_eq!((removed.code, removed.stderr.as_str()), (0, ""), "{removed:?}");
    assert_eq!(kept_secrets(&desktop.bus), 0, "it is gone with the provider");
    let names = desktop.ok(&["attribute", "show", "first-name"]);
    assert_eq!(names[0]["origin"]["type"], "verified", "what the check gave stays");
}

#[test]
fn a_client_secret_is_given_later_and_replaced() {
    let desktop = Desktop::new();
    let _service = SecretService::start(&desktop.home, &desktop.bus, true);
    let provider = KycProvider::start("verified:ada:PP:none", &[]);
    desktop.add(&provider, &[]);
    let shown = desktop.ok(&["provider", "show", "example check"]);
    assert_eq!(shown["secret"], json!({"state": "missing"}), "nobody was there to ask: {shown}");
    let checked = desktop.verify("missing.har");
    assert_eq!(checked.code, 2, "{}", checked.said);
    desktop.run(&["provider", "secret", "example check"]).must_fail(2);

    let set = |secret: &str| {
        desktop.with_secret(secret, |file| {
            desktop.ok(&["provider", "secret", "example check", "--client-secret-file", file]);
        });
        assert_eq!(kept_secrets(&desktop.bus), 1, "there is one, whatever was there before");
    };
    set("of-another-client");
    let checked = desktop.verify("wrong.har");
    assert_eq!(checked.code, 6, "the provider refuses it: {}", checked.said);
    set(CLIENT_SECRET);
    let checked = desktop.verify("right.har");
    assert_eq!(checked.code, 0, "{}", checked.said);

    // A text that can be no secret replaces nothing.
    desktop.with_secret("", |file| {
        desktop.run(&["provider", "secret", "example check", "--client-secret-file", file]).must_fail(2);
    });
    desktop.run(&["provider", "secret", "nobody"]).must_fail(2);
    assert_eq!(kept_secrets(&desktop.bus), 1);
}
