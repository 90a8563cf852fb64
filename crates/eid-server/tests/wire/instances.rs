//! Two instances on one PostgreSQL database, of which one is killed.

use std::fs;

use idw_autheid::sign::Form;
use idw_autheid::wire::AnswerCall;
use idw_eid_server::database::StoreAt;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::postgres::Cluster;
use super::server::{Caller, Server};
use super::wallet::Wallet;

const EMAIL: &str = "ada@site.example";
/// How often an instance is killed in the long form.
const KILLS: u32 = 20;

/// Two instances, an RP, and what is needed to begin another one.
struct Instances {
    one: Server,
    other: Server,
    url: String,
    rp: Caller,
    _cluster: Cluster,
}

impl Instances {
    async fn start() -> Self {
        let cluster = Cluster::start();
        let url = cluster.database("eid");
        let one = instance(&url, None).await;
        let other = instance(&url, Some(&one)).await;
        let (_, rp) = one.rp("Sample Shop", Form::Raw).await;
        Self { one, other, url, rp, _cluster: cluster }
    }

    /// The RP, as it calls one of them.
    fn at(&self, server: &Server) -> Caller {
        Caller { address: server.address, ..self.rp.clone() }
    }

    /// Kills the one, and begins another in its place.
    async fn replace_one(&mut self) {
        self.one.kill();
        self.one = instance(&self.url, Some(&self.other)).await;
    }
}

/// An instance with the seal key of another one.
async fn instance(url: &str, of: Option<&Server>) -> Server {
    let data: TempDir = tempfile::tempdir().unwrap();
    if let Some(of) = of {
        fs::copy(of.data.path().join("seal.key"), data.path().join("seal.key")).unwrap();
    }
    Server::at(&StoreAt::Postgres(url.to_owned()), data, &["--store", url]).await
}

fn signing(title: &str) -> Value {
    json!({"type": "SIGNATURE", "email": EMAIL, "title": title, "timeout_seconds": 600, "idempotent_key": title})
}

fn at(wallet: &mut Wallet, server: &Server) {
    wallet.caller.address = server.address;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_told_at_one_instance_is_heard_at_the_other_and_outlives_it() {
    let mut instances = Instances::start().await;
    let mut wallet = Wallet::bound(&instances.one, EMAIL).await;
    // The wallet waits at the one, the RP asks and waits at the other.
    let shop = instances.at(&instances.other);
    let wait = format!("?wait=50&after={}", wallet.listing().await.cursor);
    let first = signing("First");
    let (woken, id) = tokio::join!(wallet.read(&wait), shop.create(&first));
    assert_eq!(woken.json()["requests"][0]["id"], id.as_str());
    let (result, answered) = tokio::join!(shop.result(&id), wallet.approve(&id));
    assert_eq!((&result["status"], &answered["status"]), (&json!("SUCCESS"), &json!("SUCCESS")));

    let open = instances.at(&instances.one).create(&signing("Second")).await;
    instances.one.kill();
    assert_eq!(shop.result(&id).await, result, "the same result from another instance");
    at(&mut wallet, &instances.other);
    assert_eq!(wallet.listing().await.requests.len(), 1, "the session is good at every instance");
    assert_eq!(wallet.approve(&open).await["status"], "SUCCESS");
    assert_eq!(shop.result(&open).await["status"], "SUCCESS");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_nonce_is_spent_at_every_instance() {
    let instances = Instances::start().await;
    let mut wallet = Wallet::bound(&instances.one, EMAIL).await;
    let path = idw_autheid::wire::SESSIONS_PATH;
    let signature = wallet.sign("POST", path, b"{}", &wallet.nonce().await);
    assert_eq!(wallet.send("POST", path, &signature, b"{}").await.status, 201);
    at(&mut wallet, &instances.other);
    assert_eq!(wallet.send("POST", path, &signature, b"{}").await.error(), (401, "NONCE".to_owned()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes its time: `cargo xtask verify` runs it"]
async fn whenever_an_instance_is_killed_every_decision_that_was_told_stands() {
    let mut instances = Instances::start().await;
    let mut wallet = Wallet::bound(&instances.one, EMAIL).await;
    let mut told = Vec::new();
    for number in 0..KILLS {
        at(&mut wallet, &instances.one);
        let shop = instances.at(&instances.other);
        let id = instances.at(&instances.one).create(&signing(&format!("Round {number}"))).await;
        let listed = wallet.listed(&id).await;
        let (call, status) =
            if number % 2 == 0 { (wallet.yes(&listed), "SUCCESS") } else { (AnswerCall::declined(), "USER_CANCELLED") };
        // Killed while it answers: the golden ratio spreads the moments evenly over some milliseconds.
        let moment = std::time::Duration::from_micros(u64::from(number * 618 % 1_000) * 15);
        let answering = tokio::time::timeout(moment, wallet.answer(&listed.id, &call));
        let was_told = answering.await.is_ok_and(|reply| reply.status == 200);
        instances.replace_one().await;
        at(&mut wallet, &instances.other);
        if was_told {
            assert_eq!(shop.result(&id).await["status"], status, "kill {number}: what was told is lost");
        }
        // Whoever heard nothing sends the same again.
        let reply = wallet.answer(&listed.id, &call).await;
        assert_eq!((reply.status, &reply.json()["status"]), (200, &json!(status)), "kill {number}");
        told.push((id.clone(), shop.result(&id).await));
        for (id, result) in &told {
            let shop = instances.at(&instances.one);
            assert_eq!(shop.result(id).await, *result, "kill {number}: the result is another one");
        }
    }
    println!("{KILLS} kills of an instance: every decision that was told stands");
}
