//! Services of Auth eID on the network: connecting, what is asked, and what is answered.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use idw_autheid::{
    Files, Kind, RequestId, Serialization,
    sign::{ClientPublicKey, verifies_raw},
    wire::ListedForm,
};
use idw_wallet::{
    ConnectEidService, Declining, DiscloseError, EidConnection, EidListing, EidRefused, EidServiceError, EidSession,
    EidTaken, Problem, ProposeError, Reached, Selection, Wallet,
    view::{
        ConsentView, EidServiceStatus, EidServiceView, Outcome, ProfileKind, RequestStatus, RequestView, VerifiedView,
    },
};
use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::{
    Fixture,
    eid_fake::{CODE, EMAIL, Fake, SERVICE, error_body, listed, listed_by},
    explained, fixture, said, text,
};

pub(crate) const LOG_IN: Kind = Kind::Authentication { verified_only: false };
const SIGN: Kind =
    Kind::Signature { serialization: Serialization::Json, invisible_data: Vec::new(), verified_only: false };

/// A wallet that is connected to a service.
pub(crate) struct Case {
    pub(crate) fixture: Fixture,
    pub(crate) fake: Fake,
    pub(crate) connection: EidConnection,
    session: EidSession,
    pub(crate) refused: EidRefused,
}

fn connect(url: &str) -> ConnectEidService {
    ConnectEidService { url: url.to_owned(), code: Zeroizing::new(CODE.to_lowercase()), device_name: None }
}

impl Case {
    pub(crate) async fn new() -> Self {
        let (fixture, fake) = (fixture(), Fake::start().await);
        fixture.wallet.connect_eid_service(connect(&fake.url)).await.unwrap();
        let [connection] = <[_; 1]>::try_from(fixture.wallet.eid_connections().unwrap()).unwrap();
        let session = fixture.wallet.eid_begin_session(&connection).await.unwrap();
        Self { fixture, fake, connection, session, refused: EidRefused::default() }
    }

    pub(crate) fn wallet(&self) -> &Wallet {
        &self.fixture.wallet
    }

    pub(crate) async fn listing(&self) -> Result<EidListing, EidServiceError> {
        self.connection.requests(&self.session, None).await
    }

    /// Looks at what is open, as the process does that holds the vault.
    pub(crate) async fn look(&mut self) -> EidTaken {
        let listing = self.listing().await.unwrap();
        self.fixture.wallet.eid_take_listing(&self.connection, &listing, &mut self.refused).unwrap()
    }

    /// Lists a request and takes it, and gives the ids that the service and the wallet have for it.
    async fn asked(&mut self, kind: Kind) -> (RequestId, String) {
        let id = self.fake.ask(kind);
        assert!(self.look().await.arrived);
        (id, self.waiting().id)
    }

    pub(crate) fn waiting(&self) -> RequestView {
        let mut waiting = self.wallet().requests().unwrap();
        waiting.retain(|one| one.status == RequestStatus::Waiting);
        let [one] = <[_; 1]>::try_from(waiting).unwrap();
        one
    }

    fn status(&self, id: &str) -> RequestStatus {
        self.wallet().requests().unwrap().into_iter().find(|one| one.id == id).unwrap().status
    }

    pub(crate) fn log(&self) -> Vec<String> {
        self.wallet().activity().unwrap().iter().map(|entry| said(&entry.text)).collect()
    }

    pub(crate) fn log_has(&self, text: &str) -> usize {
        self.log().iter().filter(|entry| entry.to_lowercase().contains(&text.to_lowercase())).count()
    }

    async fn shown(&self, id: &str) -> ConsentView {
        self.wallet().open_request(id).await.unwrap().view().clone()
    }

    pub(crate) async fn approve(&self, id: &str) -> Result<Outcome, DiscloseError> {
        let proposal = self.wallet().open_request(id).await.unwrap();
        let selection = Selection::default_for(proposal.view());
        let approved = proposal.approve(&selection).map_err(|(_, error)| error).unwrap();
        self.wallet().disclose(approved, &|_| {}).await
    }

    fn service(&self) -> EidServiceView {
        let [one] = <[_; 1]>::try_from(self.wallet().eid_services().unwrap()).unwrap();
        one
    }

    pub(crate) fn only_answer(&self) -> (String, Value) {
        let [one] = <[_; 1]>::try_from(self.fake.state().answers.clone()).unwrap();
        one
    }
}

fn bytes(value: &Value) -> Vec<u8> {
    STANDARD.decode(value.as_str().unwrap()).unwrap()
}

#[tokio::test]
async fn a_wallet_connects_once_and_leaves_again() {
    let mut case = Case::new().await;
    let service = case.service();
    assert_eq!((service.status, service.email.as_deref()), (EidServiceStatus::Connected, Some(EMAIL)));
    assert_eq!((service.service.as_deref(), service.device_name.as_str()), (Some(SERVICE), "Identity Wallet"));
    assert_eq!(service.url, format!("{}/", case.fake.url));
    assert_eq!(case.log_has(&format!("Connected this wallet to {} for {EMAIL}", service.host)), 1);
    let again = case.wallet().connect_eid_service(connect(&case.fake.url)).await.unwrap_err();
    assert_eq!(again.problem(), Problem::Exists);

    let (_, waits) = case.asked(LOG_IN).await;
    let ended = case.wallet().disconnect_eid_service(&case.fake.url).await.unwrap();
    assert!(ended.untold.is_none(), "{:?}", ended.untold);
    assert_eq!(case.fake.state().device, None);
    assert_eq!(case.status(&waits), RequestStatus::Withdrawn);
    assert!(case.wallet().eid_services().unwrap().is_empty() && case.wallet().eid_connections().unwrap().is_empty());
    let missing = case.wallet().disconnect_eid_service(&case.fake.url).await.unwrap_err();
    assert_eq!(missing.problem(), Problem::NotFound);
}

#[tokio::test]
async fn a_lost_answer_is_asked_for_again_with_the_same_key() {
    let (fixture, fake) = (fixture(), Fake::start().await);
    fake.lose("POST /wallet/v1/devices");
    let lost = fixture.wallet.connect_eid_service(connect(&fake.url)).await.unwrap_err();
    assert_eq!(lost.problem(), Problem::Unreachable);
    let bound = fake.state().device.clone().unwrap();
    assert_eq!(fixture.wallet.eid_services().unwrap()[0].status, EidServiceStatus::Pending);
    assert!(fixture.wallet.eid_connections().unwrap().is_empty());
    let connected = fixture.wallet.connect_eid_service(connect(&fake.url)).await.unwrap();
    assert_eq!(connected.status, EidServiceStatus::Connected);
    assert_eq!(fake.state().device, Some(bound));
}

#[tokio::test]
async fn a_wrong_code_leaves_nothing_behind() {
    let (fixture, fake) = (fixture(), Fake::start().await);
    let wrong = ConnectEidService { code: Zeroizing::new("Z".repeat(26)), ..connect(&fake.url) };
    let refused = fixture.wallet.connect_eid_service(wrong).await.unwrap_err();
    assert!(matches!(refused, EidServiceError::CodeRefused { .. }), "{refused}");
    assert!(fixture.wallet.eid_services().unwrap().is_empty());
    for call in [
        ConnectEidService { code: Zeroizing::new("short".to_owned()), ..connect(&fake.url) },
        ConnectEidService { device_name: Some("a\u{202e}b".to_owned()), ..connect(&fake.url) },
        connect("http://eid.example"),
    ] {
        assert_eq!(fixture.wallet.connect_eid_service(call).await.unwrap_err().problem(), Problem::Usage);
    }
    assert_eq!(fake.count("POST /wallet/v1/devices"), 1);
}

#[tokio::test]
async fn what_a_service_says_when_it_binds_is_checked() {
    let good = json!({"device": "d", "email": EMAIL, "service": SERVICE, "root": "-----BEGIN CERTIFICATE-----"});
    for (member, value) in [
        ("service", json!("short")),
        ("email", json!("ada\n@site.example")),
        ("email", json!("")),
        ("device", json!("x".repeat(201))),
        ("root", json!("none")),
        ("root", json!(7)),
    ] {
        let (fixture, fake) = (fixture(), Fake::start().await);
        let mut bound = good.clone();
        bound[member] = value.clone();
        fake.refuse("POST /wallet/v1/devices", 201, &bound);
        let error = fixture.wallet.connect_eid_service(connect(&fake.url)).await.unwrap_err();
        assert_eq!(error.problem(), Problem::Protocol, "{member} {value}");
        assert!(fixture.wallet.eid_connections().unwrap().is_empty(), "{member} {value}");
    }
}

#[tokio::test]
async fn nonces_are_replaced_and_clocks_compared() {
    let case = Case::new().await;
    let nonces = case.fake.count("POST /wallet/v1/nonces");
    case.wallet().eid_begin_session(&case.connection).await.unwrap();
    assert_eq!(case.fake.count("POST /wallet/v1/nonces"), nonces, "the next one came with the answer before");
    case.fake.state().forget_nonces();
    case.wallet().eid_begin_session(&case.connection).await.unwrap();
    assert_eq!(case.fake.count("POST /wallet/v1/nonces"), nonces + 1);
    let time = jiff::Timestamp::now().as_second() + 660;
    case.fake.refuse("POST /wallet/v1/sessions", 401, &json!({"error": "CLOCK", "message": "", "time": time}));
    let error = case.wallet().eid_begin_session(&case.connection).await.unwrap_err();
    assert!(
        explained(&error).starts_with("This computer’s clock is 11 minutes behind the clock of 127.0.0.1"),
        "{error}"
    );
}

#[tokio::test]
async fn a_login_is_shown_with_its_service_answered_and_logged() {
    let mut case = Case::new().await;
    let (id, waits) = case.asked(LOG_IN).await;
    let host = case.service().host;
    let name = format!("Sample Shop, registered at {host}");
    assert_eq!((case.waiting().party, case.waiting().protocol), (name.clone(), "autheid".to_owned()));
    let shown = case.shown(&waits).await;
    let asked = shown.asked.unwrap();
    assert_eq!((shown.site.as_str(), asked.service.as_deref()), (name.as_str(), Some(host.as_str())));
    assert_eq!((asked.email.as_str(), asked.verified), (EMAIL, VerifiedView::NotVerified));
    assert!(!case.look().await.arrived, "it is there already");

    assert_eq!(case.approve(&waits).await.unwrap().warning, None);
    let (answered, answer) = case.only_answer();
    assert_eq!((answered, &answer["decision"]), (id.to_string(), &json!("APPROVED")));
    assert_eq!((&answer["device_name"], &answer["is_verified"]), (&json!("Identity Wallet"), &json!(false)));
    assert_eq!(answer["device_id"].as_str().unwrap().len(), 44);
    assert!(answer.get("signature").is_none() && answer.get("identification").is_none());
    assert_eq!(case.status(&waits), RequestStatus::Answered);
    assert_eq!(
        (case.log_has(&format!("Agreed to log in to {name}")), case.log_has(&format!("Logged in to {name}"))),
        (1, 1)
    );
}

#[tokio::test]
async fn a_list_of_before_the_answer_brings_nothing_back() {
    let mut case = Case::new().await;
    let (_, waits) = case.asked(LOG_IN).await;
    let before = case.listing().await.unwrap();
    case.approve(&waits).await.unwrap();
    let taken = case.fixture.wallet.eid_take_listing(&case.connection, &before, &mut case.refused).unwrap();
    assert_eq!(taken, EidTaken::default());
    assert_eq!(case.wallet().requests().unwrap().len(), 1);
    assert_eq!(case.status(&waits), RequestStatus::Answered);
}

#[tokio::test]
async fn both_forms_of_signatures_are_made() {
    let mut case = Case::new().await;
    let (_, waits) = case.asked(SIGN).await;
    case.approve(&waits).await.unwrap();
    let (_, answer) = case.only_answer();
    let signature = &answer["signature"];
    let data: Value = serde_json::from_slice(&bytes(&signature["data"])).unwrap();
    assert_eq!(
        (&data["rpName"], &data["description"], &data["email"]),
        (&json!("Sample Shop"), &json!("3 lamps"), &json!(EMAIL))
    );
    assert_eq!((&data["timestampFinished"], &data["timeoutSeconds"]), (&answer["at"], &json!(600)));
    let key = ClientPublicKey::of_request(&bytes(&signature["certificate_request"])).unwrap();
    assert!(key.verifies(&bytes(&signature["data"]), &bytes(&signature["sign"])));

    let (_, mut raw) = listed_by("rp-2", "Old Shop", ListedForm::Raw, SIGN);
    raw["certificate_needed"] = json!(false);
    case.fake.state().answers.clear();
    case.fake.state().listed.push(raw);
    assert!(case.look().await.arrived);
    case.approve(&case.waiting().id).await.unwrap();
    let (_, answer) = case.only_answer();
    let signature = &answer["signature"];
    assert!(signature.get("certificate_request").is_none());
    assert!(verifies_raw(&bytes(&signature["user_pub_key"]), &bytes(&signature["data"]), &bytes(&signature["sign"])));
}

#[tokio::test]
async fn the_time_of_a_signature_is_the_services_and_within_the_request() {
    let mut case = Case::new().await;
    let (_, mut signed) = listed(SIGN);
    let created = signed["created"].as_i64().unwrap() + 200;
    (signed["created"], signed["ends"]) = (json!(created), json!(created + 600));
    case.fake.state().ahead = 200;
    case.fake.state().listed.push(signed);
    assert!(case.look().await.arrived);
    let waiting = case.waiting();
    let ends: jiff::Timestamp = waiting.ends.parse().unwrap();
    let left = ends.as_second() - jiff::Timestamp::now().as_second();
    assert!((590..=602).contains(&left), "it ends {left} seconds from now by this computer's clock");
    case.approve(&waiting.id).await.unwrap();
    let at = case.only_answer().1["at"].as_i64().unwrap();
    assert!((created..created + 60).contains(&at), "{at} {created}");
}

#[tokio::test]
async fn no_value_goes_where_the_service_does_not_trust_wallets() {
    let mut case = Case::new().await;
    for (name, value) in [("first-name", "Ada"), ("last-name", "Example"), ("date-of-birth", "1987-01-12")] {
        case.wallet().set_attribute(text(name, value)).unwrap();
    }
    case.fake.state().trusts_wallets = false;
    for kind in [Kind::Identification, Kind::Kyc { files: Files::Links }, Kind::Authentication { verified_only: true }]
    {
        let (id, waits) = case.asked(kind.clone()).await;
        let shown = case.shown(&waits).await;
        assert_eq!(shown.asked.unwrap().verified, VerifiedView::Refused, "{kind:?}");
        assert!(shown.items.is_empty() && shown.ready, "{kind:?}");
        assert!(case.approve(&waits).await.unwrap().warning.is_some());
        let (answered, answer) = case.fake.state().answers.pop().unwrap();
        assert_eq!((answered, &answer["decision"]), (id.to_string(), &json!("NOT_VERIFIED")));
        assert!(answer.get("identification").is_none() && answer.get("kyc").is_none(), "{answer}");
        assert!(!answer.to_string().contains("Ada"));
    }
}

#[tokio::test]
async fn a_no_is_kept_at_once_and_sent_until_it_has_arrived() {
    let mut case = Case::new().await;
    let (id, waits) = case.asked(LOG_IN).await;
    case.wallet().decline_request(&waits, Declining::Once).unwrap();
    assert_eq!((case.status(&waits), case.fake.state().answers.len()), (RequestStatus::Declined, 0));
    case.fake.refuse("POST /wallet/v1/requests/", 503, &error_body("UNAVAILABLE"));
    let later = case.wallet().eid_send_declines(case.connection.id()).await.unwrap_err();
    assert_eq!(later.problem(), Problem::Unreachable);
    case.wallet().eid_send_declines(case.connection.id()).await.unwrap();
    assert_eq!(case.only_answer(), (id.to_string(), json!({"decision": "DECLINED", "at": 0, "is_verified": false})));
    case.wallet().eid_send_declines(case.connection.id()).await.unwrap();
    assert_eq!(case.fake.state().answers.len(), 1, "it is sent once");
    // Listed all the same, it has not arrived.
    let listed = {
        let (other, mut listed) = listed(LOG_IN);
        assert_ne!(other, id);
        listed["id"] = json!(id.as_str());
        listed
    };
    case.fake.state().listed.push(listed);
    assert!(!case.look().await.arrived, "nobody is asked again");
    case.wallet().eid_send_declines(case.connection.id()).await.unwrap();
    assert_eq!(case.fake.state().answers.len(), 2);
}

#[tokio::test]
async fn what_is_not_known_to_have_arrived_is_asked_again_if_it_is_still_open() {
    let mut case = Case::new().await;
    let (_, waits) = case.asked(LOG_IN).await;
    case.fake.refuse("POST /wallet/v1/requests/", 502, &json!("no"));
    let Err(DiscloseError::Party(fault)) = case.approve(&waits).await else { panic!("no answer came") };
    assert_eq!((fault.problem(), fault.may_have_arrived()), (Problem::Unreachable, Reached::Perhaps));
    assert_eq!(case.status(&waits), RequestStatus::Unknown);
    assert!(case.wallet().eid_is_in_doubt(case.connection.id()).unwrap());
    assert!(case.look().await.arrived);
    assert_eq!(case.status(&waits), RequestStatus::Waiting);
    assert!(!case.wallet().eid_is_in_doubt(case.connection.id()).unwrap());
    case.approve(&waits).await.unwrap();
    assert_eq!(case.status(&waits), RequestStatus::Answered);

    // Listed no longer, it has arrived or is over.
    let (_, waits) = case.asked(LOG_IN).await;
    case.fake.lose("POST /wallet/v1/requests/");
    case.approve(&waits).await.unwrap_err();
    case.look().await;
    assert_eq!(case.status(&waits), RequestStatus::Unknown);
}

#[tokio::test]
async fn where_another_decision_came_first_it_says_whose() {
    let mut case = Case::new().await;
    let (_, waits) = case.asked(LOG_IN).await;
    let over = json!({"error": "OVER", "message": "", "status": "RP_CANCELLED"});
    case.fake.refuse("POST /wallet/v1/requests/", 409, &over);
    let error = explained(&case.approve(&waits).await.unwrap_err());
    assert!(error.contains("The sender withdrew this request."), "{error}");
    assert_eq!(case.status(&waits), RequestStatus::Failed);
    assert!(!case.look().await.arrived, "it is not asked again");
}

#[tokio::test]
async fn the_number_on_the_page_is_found_among_three() {
    let mut case = Case::new().await;
    let (id, mut matched) = listed(LOG_IN);
    matched["rp"]["matching"] = json!(true);
    case.fake.state().listed.push(matched);
    case.look().await;
    let waits = case.waiting().id;
    let right = idw_autheid::sign::number_match(id.as_str());
    let numbers = case.shown(&waits).await.asked.unwrap().numbers.unwrap();
    assert!(numbers.contains(&right));
    let proposal = case.wallet().open_request(&waits).await.unwrap();
    let selection = Selection::default_for(proposal.view());
    let approved = proposal.approve(&selection).map_err(|(_, error)| error).unwrap();
    case.wallet().disclose(approved, &|_| {}).await.unwrap_err();
    assert!(case.fake.state().answers.is_empty(), "nothing goes without the number");
    case.wallet().match_number(&waits, Some(right)).unwrap();
    let wrong = numbers.into_iter().find(|number| *number != right);
    case.wallet().match_number(&waits, wrong).unwrap_err();
    assert_eq!(case.status(&waits), RequestStatus::Declined);
    case.wallet().eid_send_declines(case.connection.id()).await.unwrap();
    assert_eq!(case.only_answer().1["decision"], "DECLINED");
}

#[tokio::test]
async fn what_is_taken_back_leaves_the_inbox() {
    let mut case = Case::new().await;
    let (_, waits) = case.asked(LOG_IN).await;
    case.fake.state().listed.clear();
    assert!(case.look().await.changed);
    assert_eq!(case.status(&waits), RequestStatus::Withdrawn);
    let Err(error) = case.wallet().open_request(&waits).await else { panic!("it is over") };
    assert_eq!(error.problem(), Problem::Declined);
}

#[tokio::test]
async fn parties_of_services_are_blocked_and_forgotten_like_others_but_have_no_key() {
    let mut case = Case::new().await;
    let (_, waits) = case.asked(LOG_IN).await;
    let [party] = <[_; 1]>::try_from(case.wallet().eid_parties().unwrap()).unwrap();
    assert_eq!(party.service.as_ref().map(|service| service.id.as_str()), Some(SERVICE));
    assert_eq!(case.wallet().rotate_eid_key("Sample Shop").unwrap_err().problem(), Problem::Usage);
    assert!(case.wallet().eid_rps().unwrap().is_empty() && case.wallet().eid_requests().unwrap().is_empty());
    assert!(case.wallet().eid_sweep(jiff::Timestamp::MAX).unwrap().is_empty());

    case.wallet().decline_request(&waits, Declining::AndBlock).unwrap();
    case.wallet().eid_send_declines(case.connection.id()).await.unwrap();
    case.fake.ask(LOG_IN);
    assert!(!case.look().await.arrived);
    assert!(!case.look().await.arrived);
    assert_eq!(case.log_has("Hid a login request from Sample Shop"), 1, "it is told once");
    case.wallet().unblock_eid_party("Sample Shop").unwrap();
    case.wallet().remove_eid_party(&party.id).unwrap();
    case.fake.state().listed.clear();
    case.asked(LOG_IN).await;
    assert_eq!(case.wallet().eid_party("Sample Shop").unwrap().id, party.id, "it is the same one again");
}

#[tokio::test]
async fn a_party_with_another_name_is_told_and_followed() {
    let mut case = Case::new().await;
    case.asked(LOG_IN).await;
    case.fake.state().listed[0]["rp"]["name"] = json!("Another Shop");
    case.look().await;
    assert_eq!(case.wallet().eid_party("Another Shop").unwrap().name, "Another Shop");
    assert_eq!(case.log_has("changed its name to Another Shop, registered at"), 1);
    case.look().await;
    assert_eq!(case.log_has("changed its name to Another Shop, registered at"), 1);
}

#[tokio::test]
async fn another_device_of_the_same_email_is_told() {
    let mut case = Case::new().await;
    case.look().await;
    let added = jiff::Timestamp::now().as_second() + 5;
    case.fake.state().devices.push(json!({"id": "d2", "name": "Phone\u{202e}\n", "added": added, "is_this": false}));
    case.look().await;
    case.look().await;
    assert_eq!(case.log_has("has another device for your email: “Phone”"), 1);
    let devices = case.service().devices;
    assert_eq!(devices.iter().map(|one| (one.is_this, one.is_new)).collect::<Vec<_>>(), [(true, false), (false, true)]);
}

#[tokio::test]
async fn a_device_that_is_not_known_any_longer_ends_the_connection() {
    let mut case = Case::new().await;
    let (_, waits) = case.asked(LOG_IN).await;
    case.fake.state().device = None;
    let error = case.listing().await.unwrap_err();
    assert!(error.ends_connection(), "{error}");
    case.approve(&waits).await.unwrap_err();
    assert_eq!(case.service().status, EidServiceStatus::Ended);
    assert!(case.wallet().eid_connections().unwrap().is_empty());
    assert_eq!(case.log_has("ended the connection"), 1);
    case.wallet().connect_eid_service(connect(&case.fake.url)).await.unwrap();
    assert_eq!(case.service().status, EidServiceStatus::Connected);
}

#[tokio::test]
async fn the_profile_that_is_connected_answers_and_no_other() {
    let (fixture, fake) = (fixture(), Fake::start().await);
    fixture.wallet.add_profile("work", ProfileKind::Company).unwrap();
    let work = fixture.wallet.in_profile("work").unwrap();
    work.connect_eid_service(connect(&fake.url)).await.unwrap();
    let [connection] = <[_; 1]>::try_from(fixture.wallet.eid_connections().unwrap()).unwrap();
    let session = fixture.wallet.eid_begin_session(&connection).await;
    let session = session.unwrap();
    fake.ask(LOG_IN);
    let listing = connection.requests(&session, None).await.unwrap();
    assert!(fixture.wallet.eid_take_listing(&connection, &listing, &mut EidRefused::default()).unwrap().arrived);
    let id = fixture.wallet.requests().unwrap()[0].id.clone();
    let Err(idw_wallet::InboxError::Propose(ProposeError::OtherProfile { .. })) =
        fixture.wallet.open_request(&id).await
    else {
        panic!("another profile is asked")
    };
    let answering = fixture.wallet.for_request(&id).unwrap();
    assert_eq!(answering.profile().unwrap().name, "work");
    let proposal = answering.open_request(&id).await.unwrap();
    let selection = Selection::default_for(proposal.view());
    let approved = proposal.approve(&selection).map_err(|(_, error)| error).unwrap();
    answering.disclose(approved, &|_| {}).await.unwrap();
    assert_eq!(fake.state().answers.len(), 1);
    assert_eq!(fixture.wallet.disconnect_eid_service(&fake.url).await.unwrap_err().problem(), Problem::NotFound);
    work.disconnect_eid_service(&fake.url).await.unwrap();
}
