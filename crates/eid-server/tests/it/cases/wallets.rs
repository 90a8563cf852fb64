//! Devices: bound by a code, let in by a session, deciding once.

use idw_autheid::{Decided, Decision, RequestId, Store as _, Verdict};
use idw_eid_server::database::{
    BindError, DatabaseError, Device, DeviceDecision, NewCertificate, NewSession, SpentNonce,
};

use crate::place::{Place, asked, just_before, key_of, logged_in, new_request, nonce, random, second};

fn decides(device: &Device, request: &RequestId, decision: Decision) -> DeviceDecision {
    let (request, device) = (request.clone(), device.id.clone());
    DeviceDecision { request, device, decision, at: second(5), certificate: None }
}

pub(crate) async fn a_code_is_good_for_one_device(place: Place) {
    let code = place.db.invite("ada@Site.example", second(0)).await.unwrap();
    let bind = async |key: char, name: &str, at: i64| {
        place.db.bind_device(code.expose_text(), &key_of(key), name, nonce(), second(at)).await
    };
    assert!(matches!(bind('A', "", 1).await, Err(BindError::Database(DatabaseError::Invalid(_)))));
    let bound = bind('A', " Ada's laptop ", 1).await.unwrap();
    assert_eq!(bound.email, "ada@Site.example");
    assert!(bind('A', "another name", 2).await.unwrap() == bound, "the answer may have been lost");
    assert!(matches!(bind('B', "B", 2).await, Err(BindError::Code)));
    let wrong = place.db.bind_device("0123456789ABCDEFGHJKMNPQRS", &key_of('C'), "C", nonce(), second(2)).await;
    assert!(matches!(wrong, Err(BindError::Code)));

    let device = place.db.device_of_key(&key_of('A')).await.unwrap().unwrap();
    assert_eq!((device.id, device.name.as_str(), device.added), (bound.device, "Ada's laptop", second(1)));
    assert_eq!(device.user.email_key, "ada@site.example");
    for key in ['B', 'C'] {
        assert!(place.db.device_of_key(&key_of(key)).await.unwrap().is_none());
    }
    let written = place.db.invite("ada@site.example", second(0)).await.unwrap();
    let typed = written.expose_text().to_lowercase().replace('0', "o");
    place
        .db
        .bind_device(&format!("{}-{}", &typed[..5], &typed[5..]), &key_of('B'), "B", nonce(), second(1))
        .await
        .unwrap();
}

pub(crate) async fn of_two_devices_with_one_code_one_is_bound(place: Place) {
    let (code, other) = (place.db.invite("ada@site.example", second(0)).await.unwrap(), place.again().await);
    let tasks: Vec<_> = ["A", "B", "C", "D", "E", "F"]
        .into_iter()
        .enumerate()
        .map(|(at, key)| {
            let (db, code) = (if at % 2 == 0 { place.db.clone() } else { other.clone() }, code.clone());
            let bind =
                async move { db.bind_device(code.expose_text(), &key.repeat(44), key, nonce(), second(1)).await };
            tokio::spawn(bind)
        })
        .collect();
    let mut bound = Vec::new();
    for task in tasks {
        match task.await.unwrap() {
            Ok(one) => bound.push(one.device),
            Err(BindError::Code) => {}
            Err(error) => panic!("{error}"),
        }
    }
    let devices: Vec<String> =
        place.db.users(second(1)).await.unwrap().remove(0).devices.into_iter().map(|device| device.id).collect();
    assert_eq!((bound.len(), devices), (1, bound));
}

pub(crate) async fn a_code_ends_after_a_day(place: Place) {
    let ends = second(24 * 60 * 60);
    for (at, is_good) in [(just_before(ends), true), (ends, false)] {
        let code = place.db.invite("ada@site.example", second(0)).await.unwrap();
        let key = if is_good { key_of('A') } else { key_of('B') };
        let bound = place.db.bind_device(code.expose_text(), &key, "A", nonce(), at).await;
        assert_eq!(bound.is_ok(), is_good);
        let again = place.db.bind_device(code.expose_text(), &key, "A", nonce(), ends).await;
        assert!(matches!(again, Err(BindError::Code)), "not even for the same key");
    }
}

pub(crate) async fn a_key_belongs_to_one_person(place: Place) {
    let ada = place.device("ada@site.example", 'A').await;
    let bind = async |email: &str| {
        let code = place.db.invite(email, second(0)).await.unwrap();
        place.db.bind_device(code.expose_text(), &ada.key, "A", nonce(), second(1)).await
    };
    assert!(matches!(bind("bob@site.example").await, Err(BindError::KeyTaken)));
    assert_eq!(bind("ada@site.example").await.unwrap().device, ada.id, "connecting again makes no second device");
    assert_eq!(place.db.devices_of(&ada.user.id).await.unwrap().len(), 1);
    let users = place.db.users(second(1)).await.unwrap();
    let codes: Vec<usize> = users.iter().map(|user| user.invites.len()).collect();
    assert_eq!(codes, [0, 1], "the code that did not bind can be used yet");
}

pub(crate) async fn a_nonce_is_good_for_one_call(place: Place) {
    let rp = place.rp("Sample Shop").await;
    let device = place.device("ada@site.example", 'A').await;
    let request = place.create(new_request(&rp, asked("ada@site.example"), second(0))).await;
    let spent = nonce();
    let session = |token_hash| NewSession { device: device.id.clone(), token_hash, ends: second(3600) };
    place.db.open_session(session(random()), spent).await.unwrap();

    // Another end makes no other nonce; and another instance knows it as well.
    let spent = SpentNonce { until: second(9999), ..spent };
    let other = place.again().await;
    for db in [&place.db, &other] {
        let token = random();
        let opened = db.open_session(session(token), spent).await;
        assert!(matches!(opened, Err(DatabaseError::NonceSpent)));
        assert!(db.device_of_token(token, second(1)).await.unwrap().is_none());
        let code = db.invite("ada@site.example", second(0)).await.unwrap();
        let bound = db.bind_device(code.expose_text(), &key_of('B'), "B", spent, second(1)).await;
        assert!(matches!(bound, Err(BindError::Database(DatabaseError::NonceSpent))));
        assert!(db.device_of_key(&key_of('B')).await.unwrap().is_none());
        let decided = db.decide_by_device(decides(&device, &request.id, logged_in()), spent).await;
        assert!(matches!(decided, Err(DatabaseError::NonceSpent)));
        assert!(matches!(db.remove_device(&device.id, spent).await, Err(DatabaseError::NonceSpent)));
    }
    assert_eq!(place.read(&request.id).await, Some(request));
    assert!(place.db.device_of_key(&device.key).await.unwrap().is_some());

    // Whatever a call comes to: its nonce is spent.
    let by_wrong_code = nonce();
    let bound = place.db.bind_device("wrong", &key_of('B'), "B", by_wrong_code, second(1)).await;
    assert!(matches!(bound, Err(BindError::Code)));
    let opened = place.db.open_session(session(random()), by_wrong_code).await;
    assert!(matches!(opened, Err(DatabaseError::NonceSpent)));
}

pub(crate) async fn a_session_ends(place: Place) {
    let device = place.device("ada@site.example", 'A').await;
    let token = place.session(&device, second(3600)).await;
    let of_token = async |at| place.db.device_of_token(token, at).await.unwrap().map(|device| device.id);
    assert_eq!(of_token(just_before(second(3600))).await, Some(device.id.clone()));
    assert_eq!(of_token(second(3600)).await, None);
    assert!(place.db.device_of_token(random(), second(1)).await.unwrap().is_none());
    let found = place.db.device_of_token(token, second(1)).await.unwrap().unwrap();
    assert_eq!((found.key, found.name, found.user.email), (device.key, device.name, device.user.email));
}

pub(crate) async fn a_device_goes_with_its_sessions_and_certificates(place: Place) {
    let rp = place.rp("Sample Shop").await;
    let (one, other) = (place.device("ada@site.example", 'A').await, place.device("ada@site.example", 'B').await);
    let (token, of_other) = (place.session(&one, second(3600)).await, place.session(&other, second(3600)).await);
    for device in [&one, &other] {
        let request = place.create(new_request(&rp, asked("ada@site.example"), second(0))).await;
        let certificate = Some(NewCertificate { rp: rp.id.clone(), der: vec![1, 2, 3] });
        let decision = DeviceDecision { certificate, ..decides(device, &request.id, logged_in()) };
        place.db.decide_by_device(decision, nonce()).await.unwrap();
    }
    place.db.remove_device(&one.id, nonce()).await.unwrap();
    assert!(place.db.device_of_key(&one.key).await.unwrap().is_none());
    assert!(place.db.device_of_token(token, second(1)).await.unwrap().is_none());
    assert_eq!(place.db.certificate(&one.id, &rp.id).await.unwrap(), None);
    assert_eq!(place.db.device_of_token(of_other, second(1)).await.unwrap().unwrap().id, other.id);
    assert_eq!(place.db.certificate(&other.id, &rp.id).await.unwrap(), Some(vec![1, 2, 3]));
    let left: Vec<String> =
        place.db.devices_of(&one.user.id).await.unwrap().into_iter().map(|device| device.id).collect();
    assert_eq!(left, [other.id]);
}

pub(crate) async fn a_device_that_was_removed_can_do_nothing(place: Place) {
    let rp = place.rp("Sample Shop").await;
    let code = place.db.invite("ada@site.example", second(0)).await.unwrap();
    let bound = place.db.bind_device(code.expose_text(), &key_of('A'), "A", nonce(), second(1)).await.unwrap();
    let device = place.db.device_of_key(&key_of('A')).await.unwrap().unwrap();
    let request = place.create(new_request(&rp, asked("ada@site.example"), second(0))).await;
    place.db.remove_device(&bound.device, nonce()).await.unwrap();

    // The calls were let in before, and are written after.
    let session = NewSession { device: device.id.clone(), token_hash: random(), ends: second(3600) };
    assert!(matches!(place.db.open_session(session, nonce()).await, Err(DatabaseError::NoDevice)));
    let decided = place.db.decide_by_device(decides(&device, &request.id, logged_in()), nonce()).await;
    assert!(matches!(decided, Err(DatabaseError::NoDevice)));
    assert_eq!(place.read(&request.id).await, Some(request));
    assert!(matches!(place.db.remove_device(&device.id, nonce()).await, Err(DatabaseError::NoDevice)));
    for key in ['A', 'B'] {
        let again = place.db.bind_device(code.expose_text(), &key_of(key), "A", nonce(), second(1)).await;
        assert!(matches!(again, Err(BindError::Code)), "the code stays used");
    }
}

pub(crate) async fn open_requests_come_the_oldest_first(place: Place) {
    let (rp, other) = (place.rp("Sample Shop").await, place.rp("Demo Bank").await);
    let second_one = place.create(new_request(&rp, asked("ada@site.example"), second(2))).await;
    let first = place.create(new_request(&other, asked("ada@SITE.example"), second(1))).await;
    let declined = place.create(new_request(&rp, asked("ada@site.example"), second(2))).await;
    place.create(new_request(&rp, asked("Ada@site.example"), second(2))).await;
    place.db.decide(&declined.id, Decision::Declined, second(3)).await.unwrap();
    let open = async |at| place.db.open_requests("ada@site.example", at).await.unwrap();
    assert_eq!(open(second(4)).await, [(first, other), (second_one.clone(), rp.clone())]);
    assert_eq!(open(second(61)).await, [(second_one, rp)], "the time of the first is over");
    assert_eq!(open(second(62)).await, []);

    for at in 0..40 {
        let rp = place.rp(&format!("RP {at}")).await;
        for of_rp in 0..3 {
            place.create(new_request(&rp, asked("bob@site.example"), second(200 - at * 3 - of_rp))).await;
        }
    }
    let open = place.db.open_requests("bob@site.example", second(100)).await.unwrap();
    let created: Vec<_> = open.iter().map(|(request, _)| request.created).collect();
    assert_eq!(created, (81..181).map(second).collect::<Vec<_>>());
}

pub(crate) async fn a_device_decides_what_is_asked_of_its_person(place: Place) {
    let rp = place.rp("Sample Shop").await;
    let (ada, bob) = (place.device("ada@Site.example", 'A').await, place.device("bob@site.example", 'B').await);
    let request = place.create(new_request(&rp, asked("ada@site.EXAMPLE"), second(0))).await;
    let decide = async |device: &Device, id: &RequestId, decision| {
        place.db.decide_by_device(decides(device, id, decision), nonce()).await.unwrap()
    };
    assert_eq!(decide(&bob, &request.id, Decision::Declined).await, None, "it is not asked of this person");
    assert_eq!(decide(&ada, &RequestId::random().unwrap(), Decision::Declined).await, None);
    assert_eq!(place.read(&request.id).await, Some(request.clone()));
    assert_eq!(decide(&ada, &request.id, logged_in()).await, Some(Decided::Stands));
    let verdict = Verdict { decision: logged_in(), at: second(5) };
    assert_eq!(decide(&ada, &request.id, Decision::Declined).await, Some(Decided::Earlier(verdict.clone())));
    assert_eq!(place.read(&request.id).await.unwrap().verdict, Some(verdict));
}

pub(crate) async fn a_certificate_is_kept_with_the_decision_that_stands(place: Place) {
    let rp = place.rp("Sample Shop").await;
    let device = place.device("ada@site.example", 'A').await;
    let decide = async |decided_before: bool, der: u8| {
        let request = place.create(new_request(&rp, asked("ada@site.example"), second(0))).await;
        if decided_before {
            place.db.decide(&request.id, Decision::CancelledByRp, second(1)).await.unwrap();
        }
        let certificate = Some(NewCertificate { rp: rp.id.clone(), der: vec![der] });
        let decision = DeviceDecision { certificate, ..decides(&device, &request.id, logged_in()) };
        place.db.decide_by_device(decision, nonce()).await.unwrap().unwrap()
    };
    let kept = async || place.db.certificate(&device.id, &rp.id).await.unwrap();
    assert!(matches!(decide(true, 1).await, Decided::Earlier(_)));
    assert_eq!(kept().await, None);
    assert_eq!(decide(false, 2).await, Decided::Stands);
    assert_eq!(kept().await, Some(vec![2]));
    decide(false, 3).await;
    assert_eq!(kept().await, Some(vec![2]), "it has one");
    place.db.remove_rp(&rp.id).await.unwrap();
    assert_eq!(kept().await, None);
}
