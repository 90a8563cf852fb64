//! The holder and its clients, in one process.

use std::{sync::Arc, time::Duration};

use idw_link::{Connection, HolderKind, LinkError, LinkKey, Listener, Place, Refused, UnderProcessLock};
use idw_wallet::{CreateOptions, KdfCost, Password, Problem, Wallet};
use tempfile::TempDir;

use crate::{
    Answering, Client, ClientError, Holder, hand_in,
    message::{Answer, Ask, HandIn},
};

const LINK: &str = "idw://login?site=https://shop.example/lws.json";

struct Home {
    dir: TempDir,
    place: Place,
}

impl Home {
    fn new() -> (Self, Wallet) {
        let dir = tempfile::tempdir().unwrap();
        let vault = dir.path().join("vault");
        let options = CreateOptions { cost: KdfCost::Floor, ..CreateOptions::default() };
        let (wallet, _) = Wallet::create(&vault, &password(), options).unwrap();
        let place = Place::find(&vault, None).unwrap();
        (Self { dir, place }, wallet)
    }

    fn listen(&self, holder: &Arc<Holder>, key: Option<LinkKey>) -> Listener {
        let answering = Answering(Arc::clone(holder));
        Listener::bind(&self.place, UnderProcessLock, HolderKind::Serve, key, answering).unwrap()
    }

    async fn open_link(&self, link: &str) -> Result<(), ClientError> {
        hand_in(&self.place, &HandIn::Open { link: link.to_owned() }).await
    }
}

fn password() -> Password {
    Password::from("a password")
}

fn key_of(wallet: &Wallet) -> LinkKey {
    LinkKey::new(&wallet.link_key())
}

async fn requests(client: &mut Client) -> Vec<idw_wallet::view::RequestView> {
    match client.ask(&Ask::List).await.unwrap() {
        Answer::Requests { requests } => requests,
        other => panic!("{other:?}"),
    }
}

fn problem(outcome: Result<impl std::fmt::Debug, ClientError>) -> Problem {
    match outcome.unwrap_err() {
        ClientError::Refused(fault) => fault.problem,
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn before_the_first_unlocking_nothing_is_accepted_and_nobody_is_let_in() {
    let (home, wallet) = Home::new();
    let holder = Holder::new();
    let listener = home.listen(&holder, None);
    let refused = home.open_link(LINK).await.unwrap_err();
    assert_eq!(refused.to_string(), "holder-never-unlocked");
    let key = key_of(&wallet);
    let refused = Client::connect(&home.place, &key).await.unwrap_err();
    assert!(matches!(refused, ClientError::Link(LinkError::Refused(Refused::NeverUnlocked))), "{refused}");

    listener.set_key(key_of(&wallet));
    holder.unlocked(Arc::new(wallet)).unwrap();
    home.open_link(LINK).await.unwrap();
    let mut client = Client::connect(&home.place, &key).await.unwrap();
    assert_eq!(requests(&mut client).await.len(), 1);
    drop(home.dir);
}

#[tokio::test]
async fn while_it_is_locked_requests_wait_in_memory_and_answers_are_refused() {
    let (home, wallet) = Home::new();
    let (holder, key) = (Holder::new(), key_of(&wallet));
    let _listener = home.listen(&holder, Some(key_of(&wallet)));
    holder.unlocked(Arc::new(wallet)).unwrap();
    let mut client = Client::connect(&home.place, &key).await.unwrap();
    assert_eq!(requests(&mut client).await, []);

    let locked = holder.lock().await.unwrap();
    assert!(holder.lock().await.is_none(), "it is locked already");
    assert_eq!(holder.something_waits_until(), None);
    home.open_link(LINK).await.unwrap();
    assert!(holder.something_waits_until().is_some());
    home.open_link(LINK).await.unwrap();
    assert_eq!(problem(client.ask(&Ask::List).await), Problem::Locked);
    let ask = Ask::Decline { id: "any".to_owned(), block: false };
    assert_eq!(problem(client.ask(&ask).await), Problem::Locked);

    let wallet = locked.unlock(&password()).map_err(|(_, error)| error).unwrap();
    assert_eq!(wallet.requests().unwrap(), [], "nothing was written while it was locked");
    holder.unlocked(Arc::new(wallet)).unwrap();
    assert_eq!(holder.something_waits_until(), None, "it is in the inbox now");
    let waiting = requests(&mut client).await;
    assert_eq!(waiting.len(), 1, "the same link twice is one request");
    let ask = Ask::Decline { id: waiting[0].id.clone(), block: false };
    assert!(matches!(client.ask(&ask).await.unwrap(), Answer::Declined { .. }));
    assert_eq!(problem(client.ask(&ask).await), Problem::Declined);
}

#[tokio::test]
async fn who_has_not_proved_anything_reads_and_decides_nothing() {
    let (home, wallet) = Home::new();
    let holder = Holder::new();
    let _listener = home.listen(&holder, Some(key_of(&wallet)));
    holder.unlocked(Arc::new(wallet)).unwrap();
    home.open_link(LINK).await.unwrap();
    for ask in [Ask::List, Ask::Watch, Ask::Stop, Ask::Decline { id: "any".to_owned(), block: false }] {
        let mut connection = Connection::unproven(&home.place).await.unwrap();
        let answer = connection.call(&serde_json::to_vec(&ask).unwrap()).await.unwrap();
        let answer: Answer = serde_json::from_slice(&answer).unwrap();
        assert!(matches!(&answer, Answer::Failed(fault) if fault.problem == Problem::Usage), "{ask:?}: {answer:?}");
    }
    for link in ["", "idw://login", "https://shop.example/", "idw://login?site=https://shop.example/&site=x"] {
        assert_eq!(problem(home.open_link(link).await), Problem::Usage, "{link}");
    }
}

#[tokio::test]
async fn the_window_hears_why_a_link_was_refused() {
    let (home, wallet) = Home::new();
    let holder = Holder::new();
    let _listener = home.listen(&holder, Some(key_of(&wallet)));
    let mut refused = holder.refused_links();
    let link = "idw://login?site=https://shop.example/";
    assert_eq!(problem(home.open_link(link).await), Problem::Other);
    assert!(!refused.has_changed().unwrap(), "it waits for the first unlock");
    holder.unlocked(Arc::new(wallet)).unwrap();
    assert_eq!(problem(home.open_link("idw://login").await), Problem::Usage);
    assert!(refused.has_changed().unwrap());
    let fault = refused.borrow_and_update().clone().unwrap();
    assert_eq!(fault.problem, Problem::Usage);
    assert_eq!(fault.message.id(), "error-request-not-a-link");
}

#[tokio::test]
async fn what_uses_the_wallet_ends_when_it_is_locked() {
    let (home, wallet) = Home::new();
    let (holder, key) = (Holder::new(), key_of(&wallet));
    let _listener = home.listen(&holder, Some(key_of(&wallet)));
    holder.unlocked(Arc::new(wallet)).unwrap();
    let mut client = Client::connect(&home.place, &key).await.unwrap();
    client.begin(&Ask::Watch).await.unwrap();
    assert!(matches!(client.next().await.unwrap(), Some(Answer::Requests { .. })));
    // Locking waits until nobody has the wallet; whoever watches is no reason to wait.
    let locked = tokio::time::timeout(Duration::from_secs(30), holder.lock()).await.unwrap();
    assert!(locked.is_some());

    let mut other = Client::connect(&home.place, &key).await.unwrap();
    assert!(matches!(other.ask(&Ask::Stop).await.unwrap(), Answer::Stopping), "a locked holder can be ended");
    holder.stop_wanted().await;
    hand_in(&home.place, &HandIn::ComeForward).await.unwrap();
    holder.come_forward_wanted().await;
}
