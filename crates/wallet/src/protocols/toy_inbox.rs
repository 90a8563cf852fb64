//! The toy party asks by itself: what the inbox does with that, without any wire.

use idw_vault::{Password, RecordId};
use jiff::SignedDuration;
use serde_json::{Value, json};
use url::Url;

use super::{
    Asking, Declining, Inlet, Intent, Protocol as _,
    toy::{RECEIVED, Toy, wallet_of_ada},
};
use crate::{
    DiscloseError, InboxError, Incoming, MOST_REQUESTS, Problem, Selection, StoreError, Wallet,
    clock::now,
    records::{RequestRecord, RequestState},
    store::put,
    view::{Purpose, RequestStatus, RequestView},
};

impl Inlet for Toy {
    fn name(&self) -> &'static str {
        "toy"
    }

    fn of_link(&self, link: &Url) -> Option<Incoming> {
        let party = link.host_str().filter(|_| link.scheme() == "toy")?.to_owned();
        let received = now();
        Some(Incoming {
            protocol: "toy",
            key: link.to_string(),
            title: idw_words::Message::data(&idw_words::message::RequestTitleLogIn { party: &party }),
            payload: json!(party),
            party,
            purpose: Purpose::SignUp,
            received,
            ends: received + SignedDuration::from_mins(5),
        })
    }

    fn reopen<'a>(&'a self, wallet: &'a Wallet, payload: &'a Value) -> Asking<'a> {
        let site = payload.as_str().unwrap_or_default().to_owned();
        let (purpose, account, template) = (Purpose::SignUp, None, None);
        self.request(wallet, Intent { purpose, site, account, template, include: Vec::new() })
    }
}

fn asked(party: &str) -> Incoming {
    Incoming::of_link(&format!("toy://{party}.toy.example/")).unwrap()
}

/// Opens a request and agrees to what is proposed, as a shell does it.
async fn answer(wallet: &Wallet, id: &str) -> Result<String, DiscloseError> {
    let proposal = wallet.open_request(id).await.unwrap();
    let selection = Selection::default_for(proposal.view());
    let digest = wallet.digest_of(&proposal, &selection).unwrap();
    let approved = proposal.approve(&selection).map_err(|(_, error)| error).unwrap();
    wallet.disclose(approved, &|_| {}).await.map(|_| digest)
}

fn only(wallet: &Wallet) -> RequestView {
    let [one] = <[_; 1]>::try_from(wallet.requests().unwrap()).unwrap();
    one
}

fn received_by(party: &str) -> usize {
    let name = format!("{party}.toy.example");
    RECEIVED.lock().unwrap().iter().filter(|(to, value)| *to == name && *value == "Ada").count()
}

fn reopened(wallet: Wallet) -> Wallet {
    let dir = wallet.dir().to_owned();
    drop(wallet);
    Wallet::open(&dir).unwrap().unlock(&Password::from("a password")).map_err(|(_, error)| error).unwrap()
}

#[tokio::test]
async fn a_request_survives_a_restart_and_is_answered_once() {
    let dir = tempfile::tempdir().unwrap();
    let wallet = wallet_of_ada(dir.path());
    let accepted = wallet.accept(asked("once")).unwrap();
    assert_eq!((accepted.status, accepted.party.as_str()), (RequestStatus::Waiting, "once.toy.example"));
    assert_eq!(wallet.accept(asked("once")).unwrap(), accepted, "made again while it waits, it is the same request");

    let wallet = reopened(wallet);
    assert_eq!(only(&wallet), accepted);
    // Two that were opened before either was answered: a window and a command line, say.
    let second = wallet.open_request(&accepted.id).await.unwrap();
    answer(&wallet, &accepted.id).await.unwrap();
    assert_eq!(only(&wallet).status, RequestStatus::Answered);
    let selection = Selection::default_for(second.view());
    let approved = second.approve(&selection).map_err(|(_, error)| error).unwrap();
    let refused = wallet.disclose(approved, &|_| {}).await.unwrap_err();
    assert_eq!(refused.problem(), Problem::Declined, "{refused}");
    assert!(matches!(wallet.open_request(&accepted.id).await, Err(InboxError::Answered { .. })));
    assert!(matches!(wallet.decline_request(&accepted.id, Declining::Once), Err(InboxError::Answered { .. })));
    assert_eq!(received_by("once"), 1);
    // Asked again after the answer, it is another request.
    assert_ne!(wallet.accept(asked("once")).unwrap().id, accepted.id);
}

#[tokio::test]
async fn a_stored_yes_covers_what_was_seen_and_nothing_else() {
    let dir = tempfile::tempdir().unwrap();
    let wallet = wallet_of_ada(dir.path());
    let id = wallet.accept(asked("stored")).unwrap().id;
    let proposal = wallet.open_request(&id).await.unwrap();
    let selection = Selection::default_for(proposal.view());
    assert!(wallet.sends_anything_new(&proposal, &selection).unwrap(), "it never had the name");
    let digest = wallet.digest_of(&proposal, &selection).unwrap();
    let again = wallet.open_request(&id).await.unwrap();
    assert_eq!(
        wallet.digest_of(&again, &Selection::default_for(again.view())).unwrap(),
        digest,
        "it is the same each time"
    );
    assert!(!digest.contains("Ada") && digest.len() == 64);

    assert_eq!(wallet.approve_later(&id, &digest, None).unwrap().status, RequestStatus::Approved);
    assert!(matches!(wallet.decline_request(&id, Declining::Once), Err(InboxError::Answered { .. })));
    let wallet = reopened(wallet);
    let [stored] = <[_; 1]>::try_from(wallet.approved_requests().unwrap()).unwrap();
    assert_eq!((stored.id.as_str(), stored.digest.as_str()), (id.as_str(), digest.as_str()));
    let (name, text) = ("first-name".to_owned(), Some("Augusta".to_owned()));
    wallet.set_attribute(crate::SetAttribute { name, text, ..Default::default() }).unwrap();
    let changed = wallet.open_request(&id).await.unwrap();
    let other = wallet.digest_of(&changed, &Selection::default_for(changed.view())).unwrap();
    assert_ne!(other, digest, "another value is another answer");
    wallet.ask_again(&id).unwrap();
    assert_eq!(only(&wallet).status, RequestStatus::Waiting);
    assert_eq!(received_by("stored"), 0);
    drop(stored);
}

#[tokio::test]
async fn an_answer_whose_sending_is_stopped_is_not_on_its_way_for_ever() {
    let dir = tempfile::tempdir().unwrap();
    let wallet = wallet_of_ada(dir.path());
    let id = wallet.accept(asked("mute")).unwrap().id;
    let proposal = wallet.open_request(&id).await.unwrap();
    let selection = Selection::default_for(proposal.view());
    let approved = proposal.approve(&selection).map_err(|(_, error)| error).unwrap();
    {
        let mut sending = Box::pin(wallet.disclose(approved, &|_| {}));
        tokio::select! {
            biased;
            _ = &mut sending => panic!("nobody answers there"),
            () = async {} => {}
        }
        assert_eq!(only(&wallet).status, RequestStatus::Answering);
        wallet.settle_requests().unwrap();
        assert_eq!(only(&wallet).status, RequestStatus::Answering, "what is being sent is not settled");
    }
    assert_eq!(only(&wallet).status, RequestStatus::Unknown);
    assert!(matches!(wallet.open_request(&id).await, Err(InboxError::Answered { .. })));
}

#[tokio::test]
async fn an_answer_that_may_have_arrived_is_never_sent_again() {
    let dir = tempfile::tempdir().unwrap();
    let wallet = wallet_of_ada(dir.path());
    let id = wallet.accept(asked("deaf")).unwrap().id;
    answer(&wallet, &id).await.unwrap_err();
    let view = only(&wallet);
    assert_eq!(view.status, RequestStatus::Unknown, "{view:?}");
    assert!(idw_words::Words::new(idw_words::Language::English).tell(&view.reason.unwrap()).contains("nobody listens"));
    assert!(matches!(wallet.open_request(&id).await, Err(InboxError::Answered { .. })));
}

#[test]
fn what_was_on_its_way_when_the_program_was_stopped_is_unknown() {
    let dir = tempfile::tempdir().unwrap();
    let wallet = wallet_of_ada(dir.path());
    let id: RecordId = wallet.accept(asked("stopped")).unwrap().id.parse().unwrap();
    let mut record = wallet.store.get::<RequestRecord>(id).unwrap().unwrap();
    record.state = RequestState::Answering { approved: 7 };
    let mut batch = idw_vault::Batch::new();
    put(&mut batch, id, &record);
    wallet.store.commit_aside(batch).unwrap();
    let stopped = only(&wallet);
    assert_eq!(stopped.status, RequestStatus::Unknown, "nobody sends it: {stopped:?}");
    assert_eq!(stopped.reason.as_ref().map(idw_words::MessageData::id), Some("request-stopped"));
    assert!(matches!(wallet.decline_request(&id.to_string(), Declining::Once), Err(InboxError::Answered { .. })));
    let wallet = reopened(wallet);
    wallet.settle_requests().unwrap();
    assert_eq!(only(&wallet).status, RequestStatus::Unknown);
    assert_eq!(wallet.unreadable().unwrap(), []);
}

#[tokio::test]
async fn what_is_over_cannot_be_answered_and_a_flood_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let wallet = wallet_of_ada(dir.path());
    let late = Incoming { ends: now(), ..asked("late") };
    assert!(late.has_ended());
    assert!(matches!(wallet.accept(late), Err(InboxError::Ended)));
    for number in 0..MOST_REQUESTS {
        wallet.accept(asked(&format!("n{number}"))).unwrap();
    }
    assert!(matches!(wallet.accept(asked("more")), Err(InboxError::TooMany)));
    assert_eq!(wallet.accept(asked("n0")).unwrap().status, RequestStatus::Waiting, "one that waits is no new one");
    let id = wallet.requests().unwrap()[0].id.clone();
    assert_eq!(wallet.decline_request(&id, Declining::Once).unwrap().status, RequestStatus::Declined);
    wallet.accept(asked("more")).unwrap();
    assert!(matches!(wallet.open_request("no id").await, Err(InboxError::NotFound { .. })));
    assert!(matches!(Incoming::of_link("nonsense"), Err(InboxError::NotALink)));
    let unknown = Incoming { protocol: "later", ..asked("later") };
    let waiting = wallet.requests().unwrap().into_iter().find(|one| one.status == RequestStatus::Waiting).unwrap();
    wallet.decline_request(&waiting.id, Declining::Once).unwrap();
    let id = wallet.accept(unknown).unwrap().id;
    assert!(matches!(wallet.open_request(&id).await, Err(InboxError::UnknownProtocol)));
    let _: Result<(), StoreError> = wallet.settle_requests();
}
