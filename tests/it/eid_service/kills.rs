//! The service and the wallet are killed at any point: what an RP or the user was told holds afterwards.

use std::process::Child;
use std::thread;
use std::time::{Duration, Instant};

use idw_journeys::{Holder, Reply, wait_for};
use serde_json::{Value, json};

use super::{EMAIL, World};

/// How often each is killed, unless a soak asks for more.
const KILLS: u32 = 3;
/// So many results are looked at again after each kill.
const LOOKED_AT: usize = 4;

/// Who is killed.
#[derive(Clone, Copy, Debug)]
enum Victim {
    Service,
    Wallet,
}

/// A round: one request, one kill.
struct Round<'a> {
    world: &'a mut World,
    victim: Victim,
    number: u32,
    /// How far into the step the kill comes: from 0 to 1.
    part: f64,
    title: String,
}

impl Round<'_> {
    fn body(&self) -> Value {
        json!({
            "type": "SIGNATURE", "email": EMAIL, "title": self.title, "idempotent_key": self.title, "timeout_seconds": 600,
        })
    }

    fn kill_after(&mut self, whole: Duration) {
        thread::sleep(whole.mul_f64(self.part));
        match self.victim {
            Victim::Service => self.world.server.kill(),
            Victim::Wallet => self.world.holder.take().expect("it runs").kill(),
        }
    }

    fn start_again(&mut self) {
        match self.victim {
            Victim::Service => self.world.server.run(),
            Victim::Wallet => self.world.holder = Some(Holder::start(&self.world.home, &[])),
        }
    }

    /// Killed while it is asked. Gives the request's name.
    fn create(&mut self, whole: Duration) -> String {
        let (shop, body) = (self.world.shop.clone(), self.body().to_string());
        let asked = thread::spawn(move || shop.try_call("POST", "/v1/requests", &body));
        self.kill_after(whole);
        let told = asked.join().expect("it ends").ok();
        self.start_again();
        let told = told.map(|reply| {
            assert_eq!(reply.status, 200, "{self}: {reply:?}");
            reply.json()["request_id"].as_str().expect("a name").to_owned()
        });
        let id = self.world.shop.created(&self.body());
        assert!(told.is_none_or(|told| told == id), "{self}: what was told is lost");
        id
    }

    /// Killed while the user decides. Gives what came of it.
    fn decide(&mut self, id: &str, whole: Duration) -> Reply {
        // Never three noes in a row: after those nothing of the RP is shown for a while.
        let is_yes = self.number.is_multiple_of(2);
        let (act, outcome) = if is_yes { (Act::Yes, "SUCCESS") } else { (Act::No, "USER_CANCELLED") };
        let deciding = self.begin(act);
        let waiter = {
            let (shop, path) = (self.world.shop.clone(), format!("/v1/requests/{id}"));
            thread::spawn(move || shop.try_call("GET", &path, ""))
        };
        self.kill_after(whole);
        let was_told = deciding.map(|mut command| command.wait().expect("it ends").success());
        let heard = match self.victim {
            Victim::Service => waiter.join().expect("it ends").ok(),
            // The RP goes on waiting, and hears of what is decided later.
            Victim::Wallet => None,
        };
        self.start_again();
        // An answer that finds no holder is stored, and sent by the next one: then it comes about below.
        if was_told == Some(true) && act == Act::Yes && matches!(self.victim, Victim::Service) {
            assert_eq!(self.world.shop.status(id).outcome(), outcome, "{self}: what the user was told is lost");
        }
        wait_for(&format!("{self} is decided"), || {
            if self.world.shop.status(id).outcome() != "NOT_READY" {
                return Some(());
            }
            // Nothing arrived: the user is asked again, and decides the same.
            let waits = self.world.find(&self.title).is_some_and(|entry| entry["status"] == "waiting");
            if waits && let Some(mut again) = self.begin(act) {
                again.wait().expect("it ends");
            }
            None
        });
        let result = self.world.shop.result(id);
        assert_eq!(result.outcome(), outcome, "{self}: nobody decided that");
        assert!(heard.is_none_or(|heard| heard == result), "{self}: the result is another one");
        result
    }

    /// Begins to decide; nothing where it is not shown.
    fn begin(&self, act: Act) -> Option<Child> {
        let entry = self.world.find(&self.title)?;
        let id = entry["id"].as_str().expect("an id");
        Some(match act {
            Act::Yes => self.world.home.start(["requests", "approve", "--yes", "--accept-changes", id]),
            Act::No => self.world.home.start(["requests", "decline", id]),
        })
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    Yes,
    No,
}

impl std::fmt::Display for Round<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "kill {} of the {:?} at {:.3}", self.number, self.victim, self.part)
    }
}

#[test]
fn whenever_service_or_wallet_is_killed_every_decision_that_was_told_stands() {
    let kills = std::env::var("IDW_SOAK_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(KILLS);
    let mut world = World::new(&[], &["--form", "raw", "--open-limit", "1000"]);
    let [to_create, to_decide] = durations(&world);
    let mut told: Vec<(String, String, Reply)> = Vec::new();
    for number in 0..2 * kills {
        let victim = if number % 2 == 0 { Victim::Service } else { Victim::Wallet };
        // The golden ratio spreads any number of points evenly.
        let part = (f64::from(number) * 0.618_033_988_75).fract();
        let title = format!("Round {number}");
        let mut round = Round { world: &mut world, victim, number: number / 2, part, title: title.clone() };
        let (id, result) = if number / 2 % 3 == 0 {
            let id = round.create(to_create);
            round.world.approve(&title);
            let result = round.world.shop.result(&id);
            (id, result)
        } else {
            let id = round.world.shop.created(&round.body());
            round.world.entry(&title);
            let result = round.decide(&id, to_decide);
            (id, result)
        };
        told.push((id, title, result));
        for (id, title, result) in told.iter().rev().take(LOOKED_AT) {
            assert_eq!(world.shop.result(id), *result, "kill {number}: the result of {title} is another one");
        }
    }
    println!("{kills} kills of each: every decision that was told stands");
    world.stop();
    assert_eq!(world.home.ok(["vault", "verify"])["intact"], true);
    assert_eq!(world.home.ok(["activity", "verify"])["intact"], true);
}

/// How long creating and deciding take here, with some time after them.
fn durations(world: &World) -> [Duration; 2] {
    const AFTER: f64 = 1.3;
    let begun = Instant::now();
    let id = world.ask("SIGNATURE", "To measure");
    let to_create = begun.elapsed();
    let entry = world.entry_id("To measure");
    let begun = Instant::now();
    world.home.ok(["requests", "approve", &entry, "--yes", "--accept-changes"]);
    let to_decide = begun.elapsed();
    assert_eq!(world.shop.result(&id).outcome(), "SUCCESS");
    [to_create, to_decide].map(|whole| whole.mul_f64(AFTER))
}
