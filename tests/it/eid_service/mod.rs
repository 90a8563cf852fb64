//! Auth eID for RPs anywhere: `idw-autheid` between them and the real wallet, which connects to it.

mod answers;
mod connecting;
mod kills;

use idw_journeys::{Caller, EidServer, Holder, Home, wait_for};
use serde_json::{Value, json};

/// The email that the operator invites.
const EMAIL: &str = "ada@site.example";

/// A service, an RP, and a wallet that is connected.
struct World {
    server: EidServer,
    shop: Caller,
    home: Home,
    holder: Option<Holder>,
}

impl World {
    fn new(options: &[&str], rp: &[&str]) -> Self {
        let server = EidServer::start(options);
        let shop = server.rp("Sample Shop", rp);
        let home = Home::with_vault();
        connect(&home, &server);
        let holder = Some(Holder::start(&home, &[]));
        Self { server, shop, home, holder }
    }

    fn holder(&self) -> &Holder {
        self.holder.as_ref().expect("it runs")
    }

    /// Ends it, so that other commands can use the vault.
    fn stop(&mut self) {
        assert_eq!(self.holder.take().expect("it runs").end(), 0);
    }

    fn ask(&self, kind: &str, title: &str) -> String {
        self.shop.created(&asking(kind, title))
    }

    /// What the inbox says of the request under this title, once it is there.
    fn entry(&self, title: &str) -> Value {
        wait_for(title, || self.find(title))
    }

    fn find(&self, title: &str) -> Option<Value> {
        let listed = self.home.ok(["requests", "list"]);
        let found: Vec<&Value> = listed.as_array()?.iter().filter(|one| one["title"] == title).collect();
        assert!(found.len() <= 1, "{title} is shown more than once: {found:?}");
        found.first().map(|one| (*one).clone())
    }

    fn entry_id(&self, title: &str) -> String {
        self.entry(title)["id"].as_str().expect("an id").to_owned()
    }

    /// The user's yes.
    fn approve(&self, title: &str) -> Value {
        self.home.ok(["requests", "approve", &self.entry_id(title), "--yes", "--accept-changes"])
    }
}

/// Connects a wallet that nobody holds.
fn connect(home: &Home, server: &EidServer) -> Value {
    home.ok(["eid", "connect", &server.url(), "--code", &server.invite(EMAIL)])
}

fn asking(kind: &str, title: &str) -> Value {
    json!({"type": kind, "email": EMAIL, "title": title, "timeout_seconds": 600})
}
