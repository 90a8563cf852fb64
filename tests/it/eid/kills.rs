//! The wallet is killed at any point: what a party or the user was told holds afterwards, and nothing is shown twice.

use std::process::Child;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use idw_journeys::Reply;
use serde_json::{Value, json};

use super::{EMAIL, World, asking};

/// How often the wallet is killed, unless a soak asks for more.
const KILLS: u32 = 5;
/// So many results are looked at again after each kill.
const LOOKED_AT: usize = 4;

/// What was told of a request for good.
struct Told {
    id: String,
    title: String,
    /// The first whole result that a party got.
    result: Reply,
}

/// Who decides, and how.
#[derive(Clone, Copy)]
enum Act {
    Yes,
    No,
    TakeBack,
}

impl Act {
    fn outcome(self) -> &'static str {
        match self {
            Self::Yes => "SUCCESS",
            Self::No => "USER_CANCELLED",
            Self::TakeBack => "RP_CANCELLED",
        }
    }
}

/// A decision that is under way.
enum Acting {
    Command(Child),
    Call(JoinHandle<bool>),
}

impl Acting {
    /// Whether whoever decided was told that it was done.
    fn was_told(self) -> bool {
        match self {
            Self::Command(mut command) => command.wait().expect("it ends with its holder").success(),
            Self::Call(call) => call.join().expect("it ends"),
        }
    }
}

/// A round: one request, one kill.
struct Round<'a> {
    world: &'a mut World,
    number: u32,
    /// How far into the step the kill comes: from 0 to 1.
    part: f64,
    title: String,
}

impl Round<'_> {
    fn body(&self) -> Value {
        json!({"type": "SIGNATURE", "email": EMAIL, "title": self.title, "idempotent_key": self.title})
    }

    fn kill_after(&mut self, whole: Duration) {
        thread::sleep(whole.mul_f64(self.part));
        self.world.kill();
    }

    /// Killed while it is asked. Gives the request's name.
    fn create(&mut self, whole: Duration) -> String {
        let (shop, body) = (self.world.shop.clone(), self.body());
        let asked = thread::spawn(move || shop.try_call("POST", "/v1/requests", &body.to_string()));
        self.kill_after(whole);
        let told = asked.join().expect("it ends").ok();
        self.world.start();
        assert!(self.world.shown(&self.title).len() <= 1, "{self}: it is shown twice");
        let told = told.map(|reply| {
            assert_eq!(reply.status, 200, "{self}: {reply:?}");
            reply.json()["request_id"].as_str().expect("a name").to_owned()
        });
        if let Some(id) = &told {
            assert_eq!(self.world.shop.status(id).outcome(), "NOT_READY", "{self}: what was told is lost");
            assert_eq!(self.world.entry_status(&self.title), "waiting", "{self}");
        }
        // Whoever heard nothing asks again with the same key.
        let id = self.world.shop.created(&self.body());
        assert!(told.is_none_or(|told| told == id), "{self}: another request under the same key");
        id
    }

    /// Killed while somebody decides. Gives what came of it.
    fn decide(&mut self, id: &str, whole: Duration) -> Reply {
        let act = [Act::Yes, Act::No, Act::TakeBack][self.number as usize / 3 % 3];
        let acting = self.begin(act, id);
        let waiter = {
            let (shop, path) = (self.world.shop.clone(), format!("/v1/requests/{id}"));
            thread::spawn(move || shop.try_call("GET", &path, ""))
        };
        self.kill_after(whole);
        let was_told = acting.was_told();
        let heard = waiter.join().expect("it ends").ok();
        self.world.start();
        let (after, shown) = (self.world.shop.status(id).outcome(), self.world.entry_status(&self.title));
        if after == "NOT_READY" {
            assert!(!was_told && heard.is_none(), "{self}: what was told is lost, and it is {shown}");
            assert_eq!(shown, "waiting", "{self}: nobody can answer it");
            assert!(self.begin(act, id).was_told(), "{self}: it can still be decided");
        } else {
            assert_ne!(shown, "waiting", "{self}: the user would be asked again");
        }
        self.world.try_to_approve(&self.title).must_fail(8);
        let result = self.world.shop.result(id);
        assert_eq!(result.outcome(), act.outcome(), "{self}: nobody decided that");
        assert!(heard.is_none_or(|heard| heard == result), "{self}: the result is another one");
        result
    }

    fn begin(&self, act: Act, id: &str) -> Acting {
        let words: &[&str] = match act {
            Act::Yes => &["approve", "--yes", "--accept-changes"],
            Act::No => &["decline"],
            Act::TakeBack => {
                let (shop, path) = (self.world.shop.clone(), format!("/v1/requests/{id}/cancel"));
                return Acting::Call(thread::spawn(move || shop.try_call("POST", &path, "").is_ok()));
            }
        };
        let entry = self.world.entry_id(&self.title);
        Acting::Command(self.world.home.start(["requests"].iter().chain(words).chain([&entry.as_str()])))
    }

    /// Killed while the party reads what was decided, again and again.
    fn read(&mut self, id: &str, first: &Reply, whole: Duration) {
        let reading = {
            let (shop, path) = (self.world.shop.clone(), format!("/v1/requests/{id}"));
            thread::spawn(move || {
                let mut heard = Vec::new();
                while let Ok(reply) = shop.try_call("GET", &path, "") {
                    heard.push(reply);
                }
                heard
            })
        };
        self.kill_after(whole);
        for reply in reading.join().expect("it ends") {
            assert_eq!(reply, *first, "{self}");
        }
        self.world.start();
        assert_eq!(self.world.shop.result(id), *first, "{self}");
    }
}

impl std::fmt::Display for Round<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "kill {} at {:.3}", self.number, self.part)
    }
}

#[test]
fn whenever_the_wallet_is_killed_no_decision_is_lost_or_changed_and_nothing_is_shown_twice() {
    let kills = std::env::var("IDW_SOAK_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(KILLS);
    let mut world = World::new();
    let [to_create, to_decide] = durations(&world);
    let mut told: Vec<Told> = Vec::new();
    for number in 0..kills {
        // The golden ratio spreads any number of points evenly.
        let part = (f64::from(number) * 0.618_033_988_75).fract();
        let title = format!("Round {number}");
        let mut round = Round { world: &mut world, number, part, title: title.clone() };
        let (id, result) = match number % 3 {
            0 => {
                let id = round.create(to_create);
                let result = round.approve(&id);
                (id, result)
            }
            1 => {
                let id = round.world.shop.created(&round.body());
                let result = round.decide(&id, to_decide);
                (id, result)
            }
            _ => {
                let id = round.world.shop.created(&round.body());
                let result = round.approve(&id);
                round.read(&id, &result, to_create);
                (id, result)
            }
        };
        told.push(Told { id, title, result });
        for Told { id, title, result } in told.iter().rev().take(LOOKED_AT) {
            assert_eq!(world.shop.result(id), *result, "kill {number}: the result of {title} is another one");
            assert_ne!(world.entry_status(title), "waiting", "kill {number}");
        }
    }
    println!("{kills} kills: no decision lost or changed, nothing shown twice");
    world.stop();
    assert_eq!(world.home.ok(["vault", "verify"])["intact"], true);
    assert_eq!(world.home.ok(["activity", "verify"])["intact"], true);
}

impl Round<'_> {
    fn approve(&self, id: &str) -> Reply {
        self.world.approve(&self.title);
        let result = self.world.shop.result(id);
        assert_eq!(result.outcome(), "SUCCESS", "{self}");
        result
    }
}

/// How long creating and deciding take here, with some time after them.
fn durations(world: &World) -> [Duration; 2] {
    const AFTER: f64 = 1.3;
    let begun = Instant::now();
    let id = world.shop.created(&asking("SIGNATURE", "To measure"));
    let to_create = begun.elapsed();
    let entry = world.entry_id("To measure");
    let begun = Instant::now();
    world.home.ok(["requests", "approve", &entry, "--yes", "--accept-changes"]);
    let to_decide = begun.elapsed();
    assert_eq!(world.shop.result(&id).outcome(), "SUCCESS");
    [to_create, to_decide].map(|whole| whole.mul_f64(AFTER))
}
