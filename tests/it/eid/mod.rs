//! Auth eID with the real wallet: `idw serve --eid` answers, `idw requests` decides, and relying parties know nothing but
//! their key and the root that they pinned.

mod answers;
mod checking;
mod endings;
#[cfg(target_os = "linux")]
mod hostile;
mod kills;
mod kyc;
mod locked;
mod parties;
mod restart;
mod rows;
mod rpc;

use std::thread::{self, JoinHandle};

use idw_journeys::{Caller, Holder, Home, Reply, Run};
use serde_json::{Value, json};

/// The email of the wallet's user.
const EMAIL: &str = "ada@wallet.example";
/// A party that reads signatures with certificates.
const SHOP: &str = "Sample Shop";
/// A party that reads signatures as they were in 2019.
const BANK: &str = "Sample Bank";

/// A wallet that answers, and the keys of two parties.
struct World {
    home: Home,
    holder: Option<Holder>,
    shop: Caller,
    bank: Caller,
}

impl World {
    /// A wallet whose user has an email and no more.
    fn new() -> Self {
        let home = Home::with_vault();
        home.ok(["attribute", "set", "email", EMAIL]);
        Self::of(home)
    }

    /// The wallet in this home.
    fn of(home: Home) -> Self {
        let [shop, bank] = [(SHOP, "x509"), (BANK, "raw")].map(|(name, form)| register(&home, name, &["--form", form]));
        let mut world = Self { home, holder: None, shop, bank };
        world.start();
        world
    }

    fn start(&mut self) {
        let holder = Holder::start(&self.home, &["--eid", "127.0.0.1:0"]);
        for party in [&mut self.shop, &mut self.bank] {
            holder.eid().clone_into(&mut party.address);
        }
        self.holder = Some(holder);
    }

    fn holder(&self) -> &Holder {
        self.holder.as_ref().expect("it runs")
    }

    /// Ends it, so that other commands can use the vault.
    fn stop(&mut self) {
        assert_eq!(self.holder.take().expect("it runs").end(), 0);
    }

    /// As after a power cut.
    fn kill(&mut self) {
        self.holder.take().expect("it runs").kill();
    }

    fn restart(&mut self) {
        self.stop();
        self.start();
    }

    /// Somebody who calls with this key.
    fn caller(&self, key: &str) -> Caller {
        Caller { address: self.holder().eid().to_owned(), key: key.to_owned() }
    }

    fn lock(&self) {
        self.holder().lock(&self.home);
    }

    fn unlock(&self) {
        self.holder().unlock(&self.home);
    }

    /// Everything in the inbox under this title.
    fn shown(&self, title: &str) -> Vec<Value> {
        let listed = self.home.ok(["requests", "list"]);
        listed.as_array().expect("a list").iter().filter(|one| one["title"] == title).cloned().collect()
    }

    /// The one entry of the inbox under this title.
    fn entry(&self, title: &str) -> Value {
        let shown = self.shown(title);
        assert_eq!(shown.len(), 1, "{title} is shown once: {shown:?}");
        shown[0].clone()
    }

    fn entry_id(&self, title: &str) -> String {
        self.entry(title)["id"].as_str().expect("an id").to_owned()
    }

    fn entry_status(&self, title: &str) -> String {
        self.entry(title)["status"].as_str().expect("a status").to_owned()
    }

    /// The user's yes, as a server gives it.
    fn approve(&self, title: &str) -> Value {
        self.home.ok(["requests", "approve", &self.entry_id(title), "--yes", "--accept-changes"])
    }

    fn try_to_approve(&self, title: &str) -> Run {
        self.home.run(["requests", "approve", &self.entry_id(title), "--yes", "--accept-changes"])
    }

    fn decline(&self, title: &str) {
        self.home.ok(["requests", "decline", &self.entry_id(title)]);
    }
}

/// Registers a party; its address is not known before the wallet listens.
fn register(home: &Home, name: &str, options: &[&str]) -> Caller {
    let added = home.ok(["eid", "rp", "add", name].iter().chain(options));
    let key = added["key"].as_str().expect("a key").to_owned();
    assert_eq!(key.len(), 44, "{key}");
    Caller { address: String::new(), key }
}

/// A request of the user under this title.
fn asking(kind: &str, title: &str) -> Value {
    json!({"type": kind, "email": EMAIL, "title": title})
}

/// A request with further members.
fn asking_with(kind: &str, title: &str, more: &Value) -> Value {
    let mut body = asking(kind, title);
    for (name, value) in more.as_object().expect("members") {
        body[name] = value.clone();
    }
    body
}

/// Waits for a result beside the test.
fn waiting(party: &Caller, id: &str) -> JoinHandle<Reply> {
    let (party, id) = (party.clone(), id.to_owned());
    thread::spawn(move || party.result(&id))
}
