//! Requests: created, decided, read.

use idw_autheid::{
    Asked, Created, Decided, Decision, FileKind, Files, Kind, Payload, RequestId, Serialization, Store as _,
    StoredRequest, Verdict,
};

use crate::place::{Place, asked, just_before, kyc, logged_in, new_request, second, who};

pub(crate) async fn a_request_is_read_as_it_was_created(place: Place) {
    let rp = place.rp("Sample Shop").await;
    let kinds = [
        Kind::Authentication { verified_only: true },
        Kind::Signature {
            serialization: Serialization::Protobuf,
            invisible_data: vec![0, 255, 7],
            verified_only: false,
        },
        Kind::Identification,
        Kind::Kyc { files: Files::Embedded },
    ];
    for (at, kind) in kinds.into_iter().enumerate() {
        let asked = Asked {
            kind,
            description: "3 lamps\n\"ä\" 灯".to_owned(),
            timeout_sent: 45,
            no_biometrics: true,
            ..asked(&format!("ada{at}@Site.example"))
        };
        // To the last digit that a clock has.
        let created = just_before(second(7));
        let new = new_request(&rp, asked, created);
        let expected = StoredRequest::from(new.clone());
        assert_eq!(place.create(new).await, expected);
        assert_eq!(place.read(&expected.id).await, Some(expected.clone()));
        assert_eq!(place.again().await.request(&expected.id).await.unwrap(), Some(expected));
    }
}

pub(crate) async fn the_same_key_gives_the_request_before(place: Place) {
    let (rp, other) = (place.rp("Sample Shop").await, place.rp("Demo Bank").await);
    let asks = |email: &str, key: &str| Asked { idempotent_key: key.to_owned(), ..asked(email) };
    let first = place.create(new_request(&rp, asks("ada@site.example", "order 1"), second(0))).await;
    let again = || new_request(&rp, asks("bob@site.example", "order 1"), second(5));
    let Created::Before(before) = place.db.create(again()).await.unwrap() else { panic!("it is new") };
    assert_eq!(before, first);

    place.create(new_request(&rp, asks("ada@site.example", "order 2"), second(5))).await;
    place.create(new_request(&other, asks("ada@site.example", "order 1"), second(5))).await;
    for _ in 0..2 {
        place.create(new_request(&rp, asks("bob@site.example", ""), second(5))).await;
    }

    place.db.decide(&first.id, Decision::Declined, second(6)).await.unwrap();
    let Created::Before(before) = place.db.create(again()).await.unwrap() else { panic!("it is new") };
    assert_eq!(before.verdict, Some(Verdict { decision: Decision::Declined, at: second(6) }));
    let mut late = again();
    late.created = just_before(before.kept_until());
    assert!(matches!(place.db.create(late).await.unwrap(), Created::Before(_)));
    let mut later = again();
    later.created = before.kept_until();
    place.create(later).await;
}

pub(crate) async fn the_first_decision_stands(place: Place) {
    let rp = place.rp("Sample Shop").await;
    let decisions =
        [logged_in(), Decision::Declined, Decision::NotVerified(who()), Decision::TimedOut, Decision::CancelledByRp];
    for (at, decision) in decisions.into_iter().enumerate() {
        let request = place.create(new_request(&rp, asked(&format!("ada{at}@site.example")), second(0))).await;
        let decided = place.db.decide(&request.id, decision.clone(), second(5)).await.unwrap();
        assert_eq!(decided, Some(Decided::Stands));
        let verdict = Verdict { decision, at: second(5) };
        for later in [Decision::CancelledByRp, logged_in()] {
            let decided = place.db.decide(&request.id, later, second(6)).await.unwrap();
            assert_eq!(decided, Some(Decided::Earlier(verdict.clone())));
        }
        let expected = StoredRequest { verdict: Some(verdict), ..request };
        assert_eq!(place.read(&expected.id).await, Some(expected));
    }
}

pub(crate) async fn of_many_decisions_at_once_one_stands(place: Place) {
    let rp = place.rp("Sample Shop").await;
    let request = place.create(new_request(&rp, asked("ada@site.example"), second(0))).await;
    let other = place.again().await;
    let tasks: Vec<_> = (0..20)
        .map(|at| {
            let (db, id) = (if at % 2 == 0 { place.db.clone() } else { other.clone() }, request.id.clone());
            tokio::spawn(async move { db.decide(&id, Decision::Declined, second(at)).await.unwrap().unwrap() })
        })
        .collect();
    let (mut stood, mut earlier) = (0, Vec::new());
    for task in tasks {
        match task.await.unwrap() {
            Decided::Stands => stood += 1,
            Decided::Earlier(verdict) => earlier.push(verdict),
        }
    }
    let verdict = place.read(&request.id).await.unwrap().verdict.unwrap();
    assert_eq!((stood, earlier), (1, vec![verdict; 19]));
}

pub(crate) async fn pdfs_are_kept_apart(place: Place) {
    let rp = place.rp("Sample Shop").await;
    let wants = || Asked { kind: Kind::Kyc { files: Files::Links }, ..asked("ada@site.example") };
    for residency in [Some(&b"%PDF residency"[..]), None] {
        let request = place.create(new_request(&rp, wants(), second(0))).await;
        place.db.decide(&request.id, kyc(b"%PDF kyc", residency), second(5)).await.unwrap();
        // The request still says which there are.
        let expected = kyc(b"", residency.map(|_| &b""[..]));
        assert_eq!(place.read(&request.id).await.unwrap().verdict.unwrap().decision, expected);
        let file = async |kind| place.db.file(&request.id, kind).await.unwrap();
        assert_eq!(file(FileKind::Kyc).await.as_deref(), Some(&b"%PDF kyc"[..]));
        assert_eq!(file(FileKind::Residency).await.as_deref(), residency);

        // Those of a decision that came too late are not kept.
        place.db.decide(&request.id, kyc(b"%PDF other", Some(b"%PDF other")), second(6)).await.unwrap();
        assert_eq!(file(FileKind::Kyc).await.as_deref(), Some(&b"%PDF kyc"[..]));
        assert_eq!(file(FileKind::Residency).await.as_deref(), residency);
        let Decision::Approved(answer) = expected else { unreachable!("somebody agreed") };
        assert!(matches!(answer.payload, Payload::Kyc(_)));
    }
}

pub(crate) async fn what_is_not_there_is_not_found(place: Place) {
    let id = RequestId::random().unwrap();
    assert_eq!(place.read(&id).await, None);
    assert_eq!(place.db.decide(&id, Decision::Declined, second(1)).await.unwrap(), None);
    assert_eq!(place.db.file(&id, FileKind::Kyc).await.unwrap(), None);
    place.db.first_read(&id, second(1)).await.unwrap();
    assert_eq!(place.db.rp_of_key([7; 32]).await.unwrap(), None);
    let gone = place.rp("Sample Shop").await;
    place.db.remove_rp("Sample Shop").await.unwrap();
    assert!(place.db.create(new_request(&gone, asked("ada@site.example"), second(1))).await.is_err());
}

pub(crate) async fn a_service_keeps_its_keys(place: Place) {
    let again = place.again().await;
    let (one, other) = (place.db.service(), again.service());
    assert_eq!((one.id.len(), &one.id), (44, &other.id));
    assert_eq!(one.authority.root_pem().unwrap(), other.authority.root_pem().unwrap());
    assert_eq!(one.token.jwks(), other.token.jwks());
    assert_eq!(one.nonce_secret, other.nonce_secret);
    assert_eq!(place.db.key_set().await.unwrap().as_deref(), Some(one.token.jwks()));
}

pub(crate) async fn an_open_database_answers(place: Place) {
    place.db.check().await.unwrap();
    let health = place.db.health().await.unwrap();
    assert_eq!(health.schema_version, 1);
    assert!(health.is_sound, "{}", health.says);
    assert!(health.free_bytes.is_some_and(|bytes| bytes > 0));
}
