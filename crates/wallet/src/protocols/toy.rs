//! A second protocol, to show that adding one takes this folder and an entry in the registry: a party that asks for one
//! attribute, and gets it.

use std::sync::Mutex;

use idw_vault::Batch;
use serde_json::Value;

use super::{Asking, Protocol};
use crate::{
    DiscloseError, Intent, Problem, StoreError, Stored, Wallet,
    fault::{PartyFault, Reached},
    records::{Finish, Reason, SentRecord},
    requests::{
        Agreed, Compared, Delivered, Delivery, Dispatch, Ended, Need, OnProgress, Party, Recipient, Request, Sending,
        Undelivered, Want,
    },
    sites::SiteId,
    view::{Connection, Purpose},
};

/// What the party was sent, by each test that plays with one of its own name.
pub(super) static RECEIVED: Mutex<Vec<(String, Value)>> = Mutex::new(Vec::new());

pub(super) struct Toy;

impl Protocol for Toy {
    fn speaks_with(&self, _: &Wallet, party: &str) -> Result<bool, StoreError> {
        Ok(party.ends_with(".toy.example"))
    }

    fn inlet(&self) -> Option<&dyn super::Inlet> {
        Some(self)
    }

    fn request<'a>(&'a self, wallet: &'a Wallet, intent: Intent) -> Asking<'a> {
        Box::pin(async move {
            let party = Party {
                root: SiteId::parse(&format!("https://{}", intent.site))
                    .ok_or(StoreError::Missing { what: Stored::Site })?,
                added: None,
                url: format!("https://{}", intent.site),
                connection: Connection::Tls,
                hosts: vec![intent.site.clone()],
                file_limit: None,
                terms_url: None,
                policy_url: None,
                name: intent.site.clone(),
            };
            let schema = "http://platform.selfkey.org/schema/attribute/first-name.json";
            let request = Request {
                party,
                purpose: intent.purpose,
                form: None,
                acting: wallet.acting_as("main")?,
                wants: vec![Want::new(None, schema, Some("What do they call you?".to_owned()), Need::Required)],
                include: intent.include,
                recipients: vec![Recipient { host: intent.site.clone(), sees: Vec::new() }],
                differences: Vec::new(),
                compared: Compared::WithTheLast,
                asked: None,
            };
            Ok((request, Box::new(Handing { to: intent.site, values: Vec::new() }) as Box<dyn Delivery>))
        })
    }
}

struct Handing {
    to: String,
    values: Vec<Value>,
}

impl Delivery for Handing {
    fn prepare(
        mut self: Box<Self>,
        _: &Wallet,
        agreed: &Agreed,
        _: &[SentRecord],
    ) -> Result<Box<dyn Dispatch>, DiscloseError> {
        self.values = agreed.chosen.iter().map(|chosen| chosen.record.value.clone()).collect();
        Ok(self)
    }
}

impl Dispatch for Handing {
    fn keep(&mut self, _: u64, _: &mut Batch) {}

    fn send<'a>(&'a mut self, _: &'a Wallet, _: OnProgress<'a>) -> Sending<'a> {
        Box::pin(async move {
            if self.to.starts_with("mute.") {
                std::future::pending::<()>().await;
            }
            if self.to.starts_with("deaf.") {
                let fault = PartyFault::of(&self.to, Problem::Unreachable, std::io::Error::other("nobody listens"));
                let finish = Finish::Failed { reason: Reason::text("nobody listens".to_owned()), begun: Some(true) };
                return Err(Undelivered { error: fault.reached(Reached::Perhaps).into(), finish: Some(finish) });
            }
            let received = self.values.drain(..).map(|value| (self.to.clone(), value));
            RECEIVED.lock().unwrap().extend(received);
            Ok(Delivered { message: Some("Thank you".to_owned()), ..Delivered::default() })
        })
    }

    fn end(&mut self, _: &Wallet, _: Ended<'_>, _: &mut Batch) -> Result<(), StoreError> {
        Ok(())
    }
}

pub(super) fn wallet_of_ada(dir: &std::path::Path) -> Wallet {
    use idw_vault::{KdfCost, Password};
    let options = crate::CreateOptions { cost: KdfCost::Floor, ..crate::CreateOptions::default() };
    let (wallet, _) = Wallet::create(&dir.join("vault"), &Password::from("a password"), options).unwrap();
    let (name, text) = ("first-name".to_owned(), Some("Ada".to_owned()));
    wallet.set_attribute(crate::SetAttribute { name, text, ..Default::default() }).unwrap();
    wallet
}

/// Asks, agrees and sends, as a shell does it.
async fn meet(wallet: &Wallet, site: &str) -> Result<crate::view::Outcome, DiscloseError> {
    let (purpose, site) = (Purpose::SignUp, site.to_owned());
    let intent = Intent { purpose, site, account: None, template: None, include: Vec::new() };
    let proposal = wallet.propose(intent).await.unwrap();
    assert_eq!(proposal.view().items.len(), 1);
    let selection = crate::Selection::default_for(proposal.view());
    let approved = proposal.approve(&selection).map_err(|(_, error)| error).unwrap();
    wallet.disclose(approved, &|_| {}).await
}

#[tokio::test]
async fn a_party_that_asks_for_one_attribute_gets_it() {
    let dir = tempfile::tempdir().unwrap();
    let wallet = wallet_of_ada(dir.path());
    let outcome = meet(&wallet, "friendly.toy.example").await.unwrap();
    assert_eq!((outcome.message.as_deref(), outcome.sent.len()), (Some("Thank you"), 1));
    assert!(RECEIVED.lock().unwrap().contains(&("friendly.toy.example".to_owned(), Value::from("Ada"))));
    let log = wallet.activity().unwrap();
    let said = |entry: &crate::view::ActivityView| crate::activity::in_english().tell(&entry.text);
    assert!(log.iter().any(|entry| said(entry).contains("friendly.toy.example")), "the log names whom it was sent to");
}

#[tokio::test]
async fn what_it_may_have_received_is_told() {
    let dir = tempfile::tempdir().unwrap();
    let wallet = wallet_of_ada(dir.path());
    let Err(DiscloseError::Party(fault)) = meet(&wallet, "deaf.toy.example").await else {
        panic!("nobody listens there")
    };
    assert_eq!((fault.problem(), fault.may_have_arrived()), (Problem::Unreachable, Reached::Perhaps));
    assert_eq!(fault.to_string(), "deaf.toy.example: nobody listens");
    assert!(RECEIVED.lock().unwrap().iter().all(|(party, _)| party != "deaf.toy.example"));
}
