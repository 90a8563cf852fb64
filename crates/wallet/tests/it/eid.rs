//! Requests by Auth eID: who is asked, what the answer says, and that the first decision stands.

use std::time::Duration;

use idw_autheid::{
    Asked, Created, Decided, Decision, Kind, NewRequest, Payload, RequestId, Serialization, StoreError as Refused,
    StoredRequest,
};
use idw_wallet::{
    AddEidParty, ApproveError, Declining, DiscloseError, InboxError, MergeOutcome, MergedKind, NumberMatching,
    Selection, Wallet,
    view::{EidForm, Purpose, RequestStatus, RequestView, VerifiedView},
};
use idw_words::MessageData;
use jiff::Timestamp;

use crate::{
    Fixture, fixture, jpeg,
    poisoned::{back_up, merge, restore, stranger, told},
    run, said, text,
};

const EMAIL: &str = "ada@mail.example";

/// A wallet with an email, and a party that may ask it.
pub(crate) struct Case {
    pub(crate) fixture: Fixture,
    rp: String,
}

impl Case {
    pub(crate) fn new(form: EidForm) -> Self {
        Self::with(form, NumberMatching::Off)
    }

    fn with(form: EidForm, matching: NumberMatching) -> Self {
        let fixture = fixture();
        fixture.wallet.set_attribute(text("email", EMAIL)).unwrap();
        let add = AddEidParty { name: "Sample Shop".to_owned(), form, matching, open_limit: None, logo: Some(jpeg(1)) };
        let (party, key) = fixture.wallet.add_eid_party(add).unwrap();
        let found = fixture.wallet.eid_rp_of_key(idw_autheid::key_hash(key.expose_text())).unwrap().unwrap();
        assert_eq!((found.id.as_str(), found.name.as_str()), (party.id.as_str(), "Sample Shop"));
        Self { fixture, rp: party.id }
    }

    pub(crate) fn wallet(&self) -> &Wallet {
        &self.fixture.wallet
    }

    fn new_request(&self, asked: Asked) -> NewRequest {
        NewRequest {
            id: RequestId::random().unwrap(),
            rp: self.rp.clone(),
            room: idw_autheid::Room::default(),
            asked,
            created: Timestamp::now(),
            base: "http://127.0.0.1:8466".to_owned(),
        }
    }

    pub(crate) fn create(&self, asked: Asked) -> StoredRequest {
        match self.wallet().eid_create(self.new_request(asked)).unwrap() {
            Created::New(request) => request,
            Created::Before(request) => panic!("{request:?} was there before"),
        }
    }

    /// What the party reads.
    pub(crate) fn read(&self, request: &StoredRequest) -> StoredRequest {
        self.wallet().eid_request(&request.id).unwrap().unwrap()
    }

    pub(crate) fn only(&self) -> RequestView {
        let [one] = <[_; 1]>::try_from(self.wallet().requests().unwrap()).unwrap();
        one
    }

    /// The id of the request that waits.
    pub(crate) fn waiting(&self) -> String {
        let waiting = self.wallet().requests().unwrap();
        waiting.iter().find(|one| one.status == RequestStatus::Waiting).unwrap().id.clone()
    }

    /// Agrees to the request that waits, as a shell does it.
    pub(crate) fn approve(&self) -> Option<MessageData> {
        let id = self.waiting();
        run(async {
            let wallet = self.wallet().for_request(&id).unwrap();
            let proposal = wallet.open_request(&id).await.unwrap();
            let selection = Selection::default_for(proposal.view());
            let approved = proposal.approve(&selection).map_err(|(_, error)| error).unwrap();
            wallet.disclose(approved, &|_| {}).await.unwrap().warning
        })
    }
}

pub(crate) fn asked(kind: Kind) -> Asked {
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

pub(crate) const LOG_IN: Kind = Kind::Authentication { verified_only: false };

pub(crate) fn payload(request: &StoredRequest) -> &Payload {
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
    assert!(log.iter().any(|entry| said(&entry.text) == "Logged in to Sample Shop"), "{log:#?}");
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
            let id = case.waiting();
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
    assert_eq!(warning.as_ref().map(MessageData::id), Some("outcome-not-verified"));
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
    let id = case.waiting();
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
    case.create(asked(LOG_IN));
    case.wallet().remove_eid_party("sample shop").unwrap();
    assert_eq!(known(new.expose_text()), None);
    assert_eq!(case.only().status, RequestStatus::Withdrawn, "nobody is asked any more");
}

#[test]
fn after_three_noes_in_a_row_nothing_is_shown_for_a_while() {
    let case = Case::new(EidForm::Raw);
    let decline = || {
        case.create(asked(LOG_IN));
        let id = case.waiting();
        case.wallet().decline_request(&id, Declining::Once).unwrap();
    };
    decline();
    decline();
    let answered = case.create(asked(LOG_IN));
    let id = case.waiting();
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
    assert_eq!(log.iter().filter(|entry| said(&entry.text) == "Declined a login request from Sample Shop").count(), 5);
}

/// Agrees with a number, as a shell does it.
fn approve_with(case: &Case, number: Option<u8>) -> Result<(), InboxError> {
    let id = case.waiting();
    case.wallet().match_number(&id, number)?;
    run(async {
        let proposal = case.wallet().open_request(&id).await.unwrap();
        let selection = Selection::default_for(proposal.view()).with_number(number);
        let approved = proposal.approve(&selection).map_err(|(_, error)| error).unwrap();
        case.wallet().disclose(approved, &|_| {}).await.unwrap();
    });
    Ok(())
}

#[test]
fn the_number_on_the_page_is_found_among_three() {
    let case = Case::with(EidForm::X509, NumberMatching::On);
    let request = case.create(asked(LOG_IN));
    let right = idw_autheid::sign::number_match(request.id.as_str());
    let shown = || {
        let proposal = run(case.wallet().open_request(&case.waiting())).unwrap();
        (proposal.view().asked.as_ref().unwrap().numbers.unwrap(), proposal)
    };
    let (numbers, proposal) = shown();
    assert!(numbers.contains(&right), "{numbers:?}");
    assert_eq!(shown().0, numbers, "who looks twice sees the same");
    assert!(matches!(approve_with(&case, None), Err(InboxError::NumberNeeded)));
    // Nor does a shell get past that by leaving it out.
    let selection = Selection::default_for(proposal.view());
    let approved = proposal.approve(&selection).map_err(|(_, error)| error).unwrap();
    let refused = run(case.wallet().disclose(approved, &|_| {}));
    assert!(matches!(refused, Err(DiscloseError::Party(_))), "{refused:?}");
    assert_eq!(case.read(&request).verdict, None, "the request still waits");
    approve_with(&case, Some(right)).unwrap();
    assert!(matches!(payload(&case.read(&request)), Payload::Authentication { .. }));

    let request = case.create(asked(LOG_IN));
    let right = idw_autheid::sign::number_match(request.id.as_str());
    let (numbers, _) = shown();
    let wrong = numbers.into_iter().find(|number| *number != right);
    assert!(matches!(approve_with(&case, wrong), Err(InboxError::WrongNumber)));
    assert_eq!(case.read(&request).verdict.unwrap().decision, Decision::Declined);
}

#[test]
fn a_party_is_blocked_with_the_no_to_its_request() {
    let case = Case::new(EidForm::Raw);
    let request = case.create(asked(LOG_IN));
    let declined = case.wallet().decline_request(&case.only().id, Declining::AndBlock).unwrap();
    assert_eq!(declined.status, RequestStatus::Declined);
    assert_eq!(case.read(&request).verdict.unwrap().decision, Decision::Declined);
    assert!(case.wallet().eid_party("sample shop").unwrap().blocked.is_some());
    for _ in 0..3 {
        case.create(asked(LOG_IN));
    }
    assert_eq!(case.only().id, declined.id, "nobody sees what it asks now");
    let log = case.wallet().activity().unwrap();
    let count = |text: &str| log.iter().filter(|entry| said(&entry.text) == text).count();
    assert_eq!(count("Declined a login request from Sample Shop and blocked it"), 1, "{log:#?}");
    assert_eq!(count("Hid a login request from Sample Shop"), 3, "{log:#?}");
}

#[test]
fn who_lacks_what_is_asked_for_cannot_agree_and_who_is_not_checked_sends_nothing() {
    let case = Case::new(EidForm::X509);
    let request = case.create(asked(Kind::Identification));
    let approve = || {
        let proposal = run(case.wallet().open_request(&case.waiting())).unwrap();
        let selection = Selection::default_for(proposal.view());
        let asked = proposal.view().asked.clone().unwrap();
        (proposal.approve(&selection).map_err(|(_, error)| error), asked)
    };
    let (refused, _) = approve();
    assert!(matches!(refused, Err(ApproveError::Missing { ref items, .. }) if items.len() == 6), "{refused:?}");
    assert_eq!(case.read(&request).verdict, None, "the request stays open");
    let country = |name: &str| idw_wallet::SetAttribute {
        name: name.to_owned(),
        fields: vec![("country".to_owned(), "DE".to_owned())],
        ..idw_wallet::SetAttribute::default()
    };
    for set in [text("first-name", "Ada"), text("last-name", "Example"), text("date-of-birth", "1987-01-12")] {
        case.wallet().set_attribute(set).unwrap();
    }
    for name in ["nationality", "country-of-residency"] {
        case.wallet().set_attribute(country(name)).unwrap();
    }
    let address = idw_wallet::SetAttribute {
        name: "physical-address".to_owned(),
        fields: vec![("address_line_1".to_owned(), "1 Sample Street".to_owned())],
        ..idw_wallet::SetAttribute::default()
    };
    case.wallet().set_attribute(address).unwrap();
    let (approved, shown) = approve();
    assert_eq!(shown.verified, VerifiedView::Refused);
    let outcome = run(case.wallet().disclose(approved.unwrap(), &|_| {})).unwrap();
    assert_eq!(outcome.sent, [], "it was told that nobody is checked, and nothing else");
    assert!(matches!(case.read(&request).verdict.unwrap().decision, Decision::NotVerified(_)));
}

/// Parties pin the root, and know the user by what is derived from their id.
#[test]
fn a_restored_wallet_is_the_same_to_its_parties_and_a_stranger_gets_none_of_them() {
    let case = Case::new(EidForm::X509);
    let request = case.create(asked(LOG_IN));
    case.approve();
    let who = |wallet: &Wallet, request: &StoredRequest| {
        let read = wallet.eid_request(&request.id).unwrap().unwrap();
        let Decision::Approved(answer) = read.verdict.unwrap().decision else { panic!("it is no yes") };
        (answer.who.unique_user_id, answer.who.device_id)
    };
    let before = (who(case.wallet(), &request), case.wallet().eid_root_pem().unwrap());
    let party = case.wallet().eid_party("sample shop").unwrap();
    assert!(party.logo.is_some());
    let keys = case.wallet().eid_jwks().unwrap();
    let (path, report) = back_up(&case.fixture);
    assert_eq!(report.remarks, []);

    let dir = tempfile::tempdir().unwrap();
    let (restored, _) = restore(&dir.path().join("vault"), &path).unwrap();
    assert_eq!(restored.eid_parties().unwrap(), std::slice::from_ref(&party));
    assert_eq!(restored.eid_jwks().unwrap(), keys);
    let restored = Case { fixture: Fixture { dir, wallet: restored }, rp: case.rp.clone() };
    let request = restored.create(asked(LOG_IN));
    restored.approve();
    assert_eq!((who(restored.wallet(), &request), restored.wallet().eid_root_pem().unwrap()), before);

    let own = fixture();
    let report = merge(&own, &path);
    assert_eq!(told(&report, MergedKind::EidParty), [("Sample Shop", MergeOutcome::Added, "")]);
    assert_eq!(own.wallet.eid_parties().unwrap(), std::slice::from_ref(&party));
    assert_eq!(own.wallet.eid_jwks().unwrap(), keys);
    let other = stranger();
    let report = merge(&other, &path);
    assert!(matches!(told(&report, MergedKind::EidParty)[..], [("Sample Shop", MergeOutcome::LeftOut, _)]));
    assert_eq!(other.wallet.eid_parties().unwrap(), []);
    assert_ne!(other.wallet.eid_jwks().unwrap(), keys);
}
