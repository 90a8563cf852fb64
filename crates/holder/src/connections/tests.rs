//! The tasks of connections against a service, in one process.

use std::{sync::Arc, time::Duration};

use idw_wallet::{
    ConnectEidService, CreateOptions, Declining, KdfCost, LockedWallet, Password, Wallet,
    view::{EidLinkView, EidServiceStatus, RequestStatus},
};
use tempfile::TempDir;
use tokio::{sync::watch, task::JoinHandle};
use zeroize::Zeroizing;

use super::{
    keep_connections,
    service::{CODE, Mood, Service},
};
use crate::Holder;

/// So long that only something that never comes is waited for in vain.
const PATIENCE: Duration = Duration::from_secs(60);

struct Case {
    _dir: TempDir,
    holder: Arc<Holder>,
    service: Service,
    id: String,
    task: JoinHandle<()>,
}

impl Drop for Case {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn password() -> Password {
    Password::from("a password")
}

impl Case {
    /// A wallet that is connected and whose service is reached.
    async fn new() -> Self {
        let case = Self::in_mood(Mood::Good).await;
        case.link(|link| *link == Some(EidLinkView::Connected)).await;
        case
    }

    async fn in_mood(mood: Mood) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let options = CreateOptions { cost: KdfCost::Floor, ..CreateOptions::default() };
        let (wallet, _) = Wallet::create(&dir.path().join("vault"), &password(), options).unwrap();
        let service = Service::start().await;
        let code = Zeroizing::new(CODE.to_owned());
        let connect = ConnectEidService { url: service.url.clone(), code, device_name: None };
        let id = wallet.connect_eid_service(connect).await.unwrap().id;
        service.set_mood(mood);
        let holder = Holder::new();
        let task = tokio::spawn(keep_connections(Arc::clone(&holder)));
        holder.unlocked(Arc::new(wallet)).unwrap();
        Self { _dir: dir, holder, service, id, task }
    }

    fn wallet(&self) -> Arc<Wallet> {
        self.holder.wallet().unwrap().0
    }

    fn waiting(&self) -> Vec<String> {
        let requests = self.wallet().requests().unwrap().into_iter();
        requests.filter(|one| one.status == RequestStatus::Waiting).map(|one| one.id).collect()
    }

    /// Waits for a state of the connection.
    async fn link(&self, is_it: impl Fn(&Option<EidLinkView>) -> bool) {
        until(self.holder.eid_link_changes(), || is_it(&self.holder.eid_link(&self.id))).await;
    }

    /// Waits for a state of the inbox.
    async fn inbox(&self, is_it: impl Fn() -> bool) {
        until(self.holder.inbox_changes(), is_it).await;
    }

    async fn lock(&self) -> LockedWallet {
        tokio::time::timeout(PATIENCE, self.holder.lock()).await.expect("nothing holds it up").unwrap()
    }

    fn unlock(&self, locked: LockedWallet) {
        let wallet = locked.unlock(&password()).map_err(|(_, error)| error).unwrap();
        self.holder.unlocked(Arc::new(wallet)).unwrap();
    }
}

async fn until(mut changes: watch::Receiver<u64>, is_it: impl Fn() -> bool) {
    let waits = async {
        while !is_it() {
            changes.changed().await.unwrap();
        }
    };
    tokio::time::timeout(PATIENCE, waits).await.expect("it comes about");
}

#[tokio::test]
async fn what_is_asked_comes_to_the_inbox_and_a_no_goes_back() {
    let case = Case::new().await;
    let mut arrivals = case.holder.arrivals();
    case.service.ask();
    arrivals.changed().await.unwrap();
    case.inbox(|| case.waiting().len() == 1).await;
    case.wallet().decline_request(&case.waiting()[0], Declining::Once).unwrap();
    case.holder.inbox_changed();
    let decision = tokio::time::timeout(PATIENCE, case.service.decision()).await.expect("it is sent");
    assert_eq!(decision, "DECLINED");
}

#[tokio::test]
async fn while_the_wallet_is_locked_what_comes_counts_and_at_the_unlock_it_is_there() {
    let case = Case::new().await;
    let locked = case.lock().await;
    assert_eq!(case.holder.something_waits_until(), None);
    case.service.ask();
    case.inbox(|| case.holder.something_waits_until().is_some()).await;
    case.service.take_back();
    case.inbox(|| case.holder.something_waits_until().is_none()).await;
    case.service.ask();
    case.inbox(|| case.holder.something_waits_until().is_some()).await;
    case.unlock(locked);
    case.inbox(|| case.waiting().len() == 1).await;
}

#[tokio::test]
async fn a_service_that_fails_is_called_again() {
    let case = Case::new().await;
    case.service.set_mood(Mood::Failing);
    case.link(|link| matches!(link, Some(EidLinkView::NotReachable { .. }))).await;
    let Some(EidLinkView::NotReachable { why, .. }) = case.holder.eid_link(&case.id) else {
        panic!("it was reached again, though it fails")
    };
    let why = idw_words::Words::new(idw_words::Language::English).tell(&why);
    assert!(why.contains("not now"), "{why}");
    case.service.set_mood(Mood::Good);
    case.link(|link| *link == Some(EidLinkView::Connected)).await;
}

#[tokio::test]
async fn a_service_that_never_answers_keeps_nobody_from_locking() {
    let case = Case::in_mood(Mood::Mute).await;
    // The nonce came with the binding, so that the session is what it never answers.
    let asked = async {
        tokio::select! {
            () = case.service.is_asked_for_a_session() => {}
            () = case.link(|link| *link == Some(EidLinkView::Connecting)) => {}
        }
    };
    tokio::time::timeout(PATIENCE, asked).await.expect("it is called");
    drop(case.lock().await);
    case.link(|link| *link == Some(EidLinkView::WaitsForUnlock)).await;
}

#[tokio::test]
async fn a_device_that_is_not_known_any_longer_ends_the_connection_at_the_unlock_too() {
    let case = Case::new().await;
    let locked = case.lock().await;
    case.service.set_mood(Mood::Forgetful);
    case.service.ask();
    case.link(|link| *link == Some(EidLinkView::Ended)).await;
    case.unlock(locked);
    case.inbox(|| case.wallet().eid_services().unwrap()[0].status == EidServiceStatus::Ended).await;
    case.link(Option::is_none).await;
}

#[tokio::test]
async fn where_there_is_no_connection_nobody_is_contacted() {
    let case = Case::new().await;
    let before = case.wallet();
    before.disconnect_eid_service(&case.id).await.unwrap();
    drop(before);
    case.holder.inbox_changed();
    case.link(Option::is_none).await;
    assert!(case.wallet().eid_connections().unwrap().is_empty());
}
