//! The same rules in PostgreSQL, and what only a server can do: go away and come back, and serve two instances.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use idw_autheid::{Decided, Decision, Store as _};
use idw_eid_server::database::{Change, Database, DatabaseError, StoreAt};
use rustix::process::{Pid, Signal, kill_process};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::backends::{ALL, Case};
use crate::place::{Place, asked, kyc, new_request, second};
use crate::postgres::{Cluster, USER, run, serve};

/// How many cases run at a time.
const AT_ONCE: usize = 4;
/// Those that tell most for their time.
const FEW: [&str; 6] = [
    "the_same_key_gives_the_request_before",
    "of_many_decisions_at_once_one_stands",
    "so_many_are_kept_for_a_relying_party",
    "of_two_devices_with_one_code_one_is_bound",
    "a_nonce_is_good_for_one_call",
    "what_others_did_is_told",
];

/// What the tests of a single server do to it.
impl Cluster {
    /// What the server has on the disk.
    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Runs SQL as the owner of everything.
    fn sql(&self, database: &str, sql: &str) {
        let mut psql = Command::new(self.programs.join("psql"));
        psql.args(["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--host"]).arg(self.folder.path());
        run(psql.args(["--username", USER, "--dbname", database, "--command", sql]));
    }

    /// Ends the server as a crash does.
    fn crash(&mut self) {
        let pid = Pid::from_child(&self.server);
        kill_process(pid, Signal::QUIT).expect("the server runs");
        self.server.wait().expect("it ends");
    }

    /// Starts it again after a crash.
    fn start_again(&mut self) {
        self.server = serve(&self.programs, self.folder.path());
    }
}

async fn hold(cases: impl Iterator<Item = &'static (&'static str, Case)>) {
    let (cluster, places) = (Cluster::start(), Arc::new(Semaphore::new(AT_ONCE)));
    let mut running = JoinSet::new();
    let mut names = std::collections::HashMap::new();
    for (name, case) in cases {
        let (url, places) = (cluster.database(name), Arc::clone(&places));
        let task = running.spawn(async move {
            let _place = places.acquire().await.unwrap();
            case(Place::new(StoreAt::Postgres(url)).await).await;
        });
        names.insert(task.id(), *name);
    }
    assert!(!names.is_empty());
    let mut failed = Vec::new();
    while let Some(ended) = running.join_next_with_id().await {
        if let Err(error) = ended {
            failed.push(names[&error.id()]);
        }
    }
    assert!(failed.is_empty(), "{failed:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_few_rules_hold() {
    let few: Vec<_> = ALL.iter().filter(|(name, _)| FEW.contains(name)).collect();
    assert_eq!(few.len(), FEW.len());
    hold(few.into_iter()).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes its time: `cargo xtask verify` runs it"]
async fn every_rule_holds() {
    hold(ALL.iter()).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes its time: `cargo xtask verify` runs it"]
async fn a_server_that_comes_back_is_used_again() {
    let mut cluster = Cluster::start();
    let place = Place::new(StoreAt::Postgres(cluster.database("eid"))).await;
    let rp = place.rp("Sample Shop").await;
    let request = place.create(new_request(&rp, asked("ada@site.example"), second(0))).await;
    place.db.decide(&request.id, Decision::Declined, second(1)).await.unwrap();
    let mut changes = place.db.changes();

    cluster.crash();
    let away = place.db.check().await.unwrap_err();
    assert!(away.is_away(), "{away:?}");
    let opened = Database::open(&place.at, place.data(), second(0)).await.map(drop);
    assert!(matches!(&opened, Err(error) if error.is_away()), "{opened:?}");

    cluster.start_again();
    // What happened meanwhile is not known, so that all who wait look again. Word of what was decided before may still come.
    while changes.next().await.expect("it is open") != Change::Everything {}
    place.db.check().await.unwrap();
    let kept = place.db.decide(&request.id, Decision::TimedOut, second(2)).await.unwrap();
    assert!(matches!(kept, Some(Decided::Earlier(verdict)) if verdict.decision == Decision::Declined));
    place.create(new_request(&rp, asked("bob@site.example"), second(0))).await;
    assert_eq!(changes.next().await, Some(Change::Asked("bob@site.example".to_owned())));
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes its time: `cargo xtask verify` runs it"]
async fn a_second_instance_needs_the_same_key() {
    let cluster = Cluster::start();
    let place = Place::new(StoreAt::Postgres(cluster.database("eid"))).await;
    let other = tempfile::tempdir().unwrap();
    let open = async || Database::open(&place.at, other.path(), second(0)).await;
    let missing = open().await.map(drop).unwrap_err();
    assert!(matches!(missing, DatabaseError::SealKeyMissing(_)), "{missing}");
    assert!(missing.to_string().contains("Copy the file"), "{missing}");
    fs::copy(place.data().join("seal.key"), other.path().join("seal.key")).unwrap();
    assert_eq!(open().await.unwrap().service().id, place.db.service().id);

    cluster.sql("eid", "UPDATE schema_version SET version = 2");
    let newer = open().await.map(drop).unwrap_err();
    assert!(matches!(newer, DatabaseError::Newer { found: 2, known: 1 }), "{newer}");
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes its time: `cargo xtask verify` runs it"]
async fn nothing_that_people_say_stands_in_a_file() {
    let cluster = Cluster::start();
    let place = Place::new(StoreAt::Postgres(cluster.database("eid"))).await;
    let rp = place.rp("Sample Shop").await;
    place.device("canary-of-email@site.example", 'A').await;
    let request = place.create(new_request(&rp, asked("canary-of-email@site.example"), second(0))).await;
    place.db.decide(&request.id, kyc(b"%PDF canary of a file", None), second(5)).await.unwrap();
    cluster.sql("eid", "CHECKPOINT");
    assert!(stands_in(&cluster.data(), "Sample Shop"), "what is not sealed is found");
    for canary in ["canary-of-email@", "CANARY-P1234567", "%PDF canary", "Ada's laptop", "Log in to Sample"] {
        assert!(!stands_in(&cluster.data(), canary), "{canary}");
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes its time: `cargo xtask verify` runs it"]
async fn of_several_instances_that_open_a_new_database_one_makes_it() {
    let cluster = Cluster::start();
    let (at, folder) = (StoreAt::Postgres(cluster.database("eid")), tempfile::tempdir().unwrap());
    let mut opened = JoinSet::new();
    for _ in 0..5 {
        let (at, folder) = (at.clone(), folder.path().to_owned());
        opened.spawn(async move { Database::open(&at, &folder, second(0)).await.unwrap().service().id.clone() });
    }
    let ids: std::collections::BTreeSet<String> = opened.join_all().await.into_iter().collect();
    assert_eq!(ids.len(), 1);
}

/// By a program that is made for it: the server has written a hundred megabytes.
fn stands_in(folder: &Path, needle: &str) -> bool {
    let search = Command::new("grep").args(["-r", "-a", "-q", "-i", "-F", "-e", needle]).arg(folder).status().unwrap();
    // 2 where a file has gone meanwhile and nothing was found.
    search.success()
}
