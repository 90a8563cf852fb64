//! Requests by Auth eID: who is asked, what the answer says, and that the first decision stands.

use std::time::Duration;

use idw_autheid::{
    Asked, Created, Decided, Decision, Kind, NewRequest, Payload, RequestId, Serialization, StoreError as Refused,
    StoredRequest,
};
use idw_wallet::{
    AddEidParty, Declining, InboxError, NumberMatching, Selection, Wallet,
    view::{EidForm, Purpose, RequestStatus, RequestView, VerifiedView},
};
use jiff::Timestamp;

use crate::{Fixture, fixture, run, text};

const EMAIL: &str = "ada@mail.example";

/// A wallet with an email, and a party that may ask it.
struct Case {
    fixture: Fixture,
    rp: String,
}

impl Case {
    fn new(form: EidForm) -> Self {
        let fixture = fixture();
        fixture.wallet.set_attribute(text("email", EMAIL)).unwrap();
        let add = AddEidParty {
            name: "Sample Shop".to_owned(),
            form,
            matching: NumberMatching::Off,
            open_limit: None,
            logo: None,
        };
        let (party, key) = fixture.wallet.add_eid_party(add).unwrap();
        let found = fixture.wallet.eid_rp_of_key(idw_autheid::key_hash(key.expose_text())).unwrap().unwrap();
        assert_eq!((found.id.as_str(), found.name.as_str()), (party.id.as_str(), "Sample Shop"));
        Self { fixture, rp: party.id }
    }

    fn wallet(&self) -> &Wallet {
        &self.fixture.wallet
    }

    fn new_request(&self, asked: Asked) -> NewRequest {
        NewRequest {
            id: RequestId::random().unwrap(),
            rp: self.rp.clone(),
            open_limit: 100,
            asked,
            created: Timestamp::now(),
            base: "http://127.0.0.1:8466".to_owned(),
        }
    }

    fn create(&self, asked: Asked) -> StoredRequest {
        match self.wallet().eid_create(self.new_request(asked)).unwrap() {
            Created::New(request) => request,
            Created::Before(request) => panic!("{request:?} was there before"),
        }
    }

    /// What the party reads.
    fn read(&self, request: &StoredRequest) -> StoredRequest {
        self.wallet().eid_request(&request.id).unwrap().unwrap()
    }

    fn only(&self) -> RequestView {
        let [one] = <[_; 1]>::try_from(self.wallet().requests().unwrap()).unwrap();
        one
    }

    /// Agrees to the one request in the inbox, as a shell does it.
    fn approve(&self) -> Option<String> {
        let id = self.only().id;
        run(async {
            let wallet = self.wallet().for_request(&id).unwrap();
            let proposal = wallet.open_request(&id).await.unwrap();
            let selection = Selection::default_for(proposal.view());
            let approved = proposal.approve(&selection).map_err(|(_, error)| error).unwrap();
            wallet.disclose(approved, &|_| {}).await.unwrap().warning
        })
    }
}

fn asked(kind: Kind) -> Asked {
    Asked {
        kind,
        email: EMAIL.to_owned(),
        title: "Log in to Sample Shop".to_owned(),
        description: String::new(),
        timeout: Duration::from_secs(60),
        timeout_sent: 0,
        idempotent_key: String::new(),
        no_biometrics: false,
    }
}

const LOG_IN: Kind = Kind::Authentication { verified_only: false };

fn payload(request: &StoredRequest) -> &Payload {
    match &request.verdict.as_ref().unwrap().decision {
        Decision::Approved(answer) => &answer.payload,
        other => panic!("{other:?} is no yes"),
    }
}

#[test]
fn a_login_is_asked_about_answered_and_logged() {
    let case = Case::new(EidForm::X509);
    let request = case.create(asked(LOG_IN));
    let shown = case.only();
    assert_eq!(
        (shown.party.as_str(), shown.purpose, shown.status),
        ("Sample Shop", Purpose::LogIn, RequestStatus::Waiting)
    );
    let proposal = run(case.wallet().open_request(&shown.id)).unwrap();
    let view = proposal.view().asked.clone().unwrap();
    assert_eq!((view.email.as_str(), view.verified), (EMAIL, VerifiedView::NotVerified));
    assert_eq!(case.read(&request).verdict, None, "looking decides nothing");

    case.approve();
    let read = case.read(&request);
    let Payload::Authentication { jwt, is_verified } = payload(&read) else { panic!("{read:?}") };
    assert_eq!((jwt.split('.').count(), *is_verified), (3, false));
    assert_eq!(case.only().status, RequestStatus::Answered);
    let log = case.wallet().activity().unwrap();
    assert!(log.iter().any(|entry| entry.text == "Logged in to Sample Shop"), "{log:#?}");
    // The first decision stands.
    let late = case.wallet().eid_decide(&request.id, Decision::CancelledByRp, Timestamp::now()).unwrap();
    assert!(matches!(late, Some(Decided::Earlier(_))), "{late:?}");
    assert_eq!(case.read(&request), read);
}

#[test]
fn both_forms_of_signatures_are_made_and_the_person_is_another_one_for_each_party() {
    let mut people = Vec::new();
    for form in [EidForm::Raw, EidForm::X509] {
        let case = Case::new(form);
        for serialization in [Serialization::Json, Serialization::Protobuf] {
            let kind = Kind::Signature { serialization, invisible_data: b"\0order 7".to_vec(), verified_only: false };
            let request = case.create(Asked { description: "One teapot".to_owned(), ..asked(kind) });
            let waiting = case.wallet().requests().unwrap();
            let id = waiting.iter().find(|one| one.status == RequestStatus::Waiting).unwrap().id.clone();
            run(async {
                let proposal = case.wallet().open_request(&id).await.unwrap();
                assert_eq!(proposal.view().asked.as_ref().unwrap().description, "One teapot");
                let selection = Selection::default_for(proposal.view());
                let approved = proposal.approve(&selection).map_err(|(_, error)| error).unwrap();
                case.wallet().disclose(approved, &|_| {}).await.unwrap();
            });
            let read = case.read(&request);
            let Payload::Signature(signature) = payload(&read) else { panic!("{read:?}") };
            let said = String::from_utf8_lossy(&signature.data).into_owned();
            assert!(said.contains("Sample Shop") && said.contains("One teapot"), "{said}");
            let Decision::Approved(answer) = &read.verdict.as_ref().unwrap().decision else { unreachable!() };
            people.push((answer.who.unique_user_id.clone(), answer.who.device_id.clone()));
        }
    }
    assert_eq!(people[0], people[1], "it is one person to one party");
    assert_eq!(people[2], people[3]);
    assert!(people[0].0 != people[2].0 && people[0].1 != people[2].1, "and another one to the next");
}

#[test]
fn only_who_was_checked_is_verified() {
    let case = Case::new(EidForm::X509);
    let request = case.create(asked(Kind::Authentication { verified_only: true }));
    let warning = case.approve();
    assert!(warning.is_some_and(|said| said.contains("was told that yours was not")));
    let read = case.read(&request);
    assert!(matches!(read.verdict.unwrap().decision, Decision::NotVerified(_)));
}

#[test]
fn nobody_is_told_of_an_email_that_is_not_here_or_of_a_blocked_party() {
    let case = Case::new(EidForm::X509);
    let ask = |email: &str| case.create(Asked { email: email.to_owned(), ..asked(LOG_IN) });
    ask("grace@mail.example");
    ask("Ada@mail.example");
    assert_eq!(case.wallet().requests().unwrap(), []);
    ask("ada@MAIL.example");
    assert_eq!(case.wallet().requests().unwrap().len(), 1, "the domain is the same in any case");
    case.wallet().block_eid_party("sample shop").unwrap();
    let unseen = case.create(asked(LOG_IN));
    assert_eq!(case.wallet().requests().unwrap().len(), 1);
    let over = unseen.deadline();
    assert!(case.wallet().eid_sweep(over).unwrap().contains(&unseen.id));
    assert_eq!(case.read(&unseen).verdict.unwrap().decision, Decision::TimedOut);
    case.wallet().unblock_eid_party("sample shop").unwrap();
    case.wallet().eid_sweep(over + Duration::from_secs(24 * 60 * 60)).unwrap();
    assert_eq!(case.wallet().eid_request(&unseen.id).unwrap(), None, "a day later it is gone");
}

#[test]
fn a_request_is_declined_or_taken_back_once() {
    let case = Case::new(EidForm::Raw);
    let declined = case.create(asked(LOG_IN));
    case.wallet().decline_request(&case.only().id, Declining::Once).unwrap();
    assert_eq!(case.read(&declined).verdict.unwrap().decision, Decision::Declined);

    let taken_back = case.create(asked(LOG_IN));
    let waiting = case.wallet().requests().unwrap();
    let id = waiting.iter().find(|one| one.status == RequestStatus::Waiting).unwrap().id.clone();
    case.wallet().eid_decide(&taken_back.id, Decision::CancelledByRp, Timestamp::now()).unwrap();
    let withdrawn = case.wallet().requests().unwrap().into_iter().find(|one| one.id == id).unwrap();
    assert_eq!(withdrawn.status, RequestStatus::Withdrawn);
    assert!(matches!(case.wallet().decline_request(&id, Declining::Once), Err(InboxError::Answered { .. })));
    assert!(matches!(run(case.wallet().open_request(&id)), Err(InboxError::Answered { .. })));
}

#[test]
fn the_same_key_is_the_same_request_and_a_flood_is_refused() {
    let case = Case::new(EidForm::Raw);
    let keyed = Asked { idempotent_key: "once".to_owned(), ..asked(LOG_IN) };
    let first = case.create(keyed.clone());
    let again = case.wallet().eid_create(case.new_request(keyed)).unwrap();
    assert!(matches!(again, Created::Before(request) if request.id == first.id));
    for _ in 0..2 {
        case.create(asked(LOG_IN));
    }
    let refused = case.wallet().eid_create(case.new_request(asked(LOG_IN)));
    assert!(matches!(refused, Err(Refused::TooMany)), "{refused:?}");
    assert_eq!(case.wallet().requests().unwrap().len(), 3);
}

#[test]
fn a_key_is_known_until_it_is_changed_and_a_root_stays() {
    let case = Case::new(EidForm::X509);
    let (_, old) = case.wallet().rotate_eid_key("sample shop").unwrap();
    let (party, new) = case.wallet().rotate_eid_key("sample shop").unwrap();
    let known = |key: &str| case.wallet().eid_rp_of_key(idw_autheid::key_hash(key)).unwrap();
    assert_eq!(known(old.expose_text()), None);
    assert_eq!(known(new.expose_text()).unwrap().id, party.id);
    assert!(!format!("{new:?}").contains(new.expose_text()));
    let root = case.wallet().eid_root_pem().unwrap();
    assert!(root.starts_with("-----BEGIN CERTIFICATE-----"));
    assert_eq!(case.wallet().eid_root_pem().unwrap(), root);
    case.wallet().remove_eid_party("sample shop").unwrap();
    assert_eq!(known(new.expose_text()), None);
}

#[test]
fn after_three_noes_in_a_row_nothing_is_shown_for_a_while() {
    let case = Case::new(EidForm::Raw);
    let decline = || {
        case.create(asked(LOG_IN));
        let waiting = case.wallet().requests().unwrap();
        let id = waiting.iter().find(|one| one.status == RequestStatus::Waiting).unwrap().id.clone();
        case.wallet().decline_request(&id, Declining::Once).unwrap();
    };
    decline();
    decline();
    let answered = case.create(asked(LOG_IN));
    let waiting = case.wallet().requests().unwrap();
    let id = waiting.iter().find(|one| one.status == RequestStatus::Waiting).unwrap().id.clone();
    run(async {
        let proposal = case.wallet().open_request(&id).await.unwrap();
        let selection = Selection::default_for(proposal.view());
        let approved = proposal.approve(&selection).map_err(|(_, error)| error).unwrap();
        case.wallet().disclose(approved, &|_| {}).await.unwrap();
    });
    assert!(case.read(&answered).verdict.is_some());
    // A yes ends the row.
    decline();
    decline();
    decline();
    let shown = case.wallet().requests().unwrap().len();
    case.create(asked(LOG_IN));
    assert_eq!(case.wallet().requests().unwrap().len(), shown, "it is created, and nobody sees it");
    let log = case.wallet().activity().unwrap();
    assert_eq!(log.iter().filter(|entry| entry.text == "Declined to log in to Sample Shop").count(), 5);
}
