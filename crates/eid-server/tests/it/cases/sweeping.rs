//! What ends by itself.

use idw_autheid::{Asked, Decision, FileKind, Files, Kind, Store as _, StoredRequest, Verdict};
use idw_eid_server::database::{BindError, Database, NewSession, SpentNonce};
use jiff::Timestamp;

use crate::place::{Place, asked, just_before, key_of, kyc, new_request, nonce, random, second};

pub(crate) async fn what_is_over_ends_at_its_end(place: Place) {
    let rp = place.rp("Sample Shop").await;
    let over = place.create(new_request(&rp, asked("ada@site.example"), second(0))).await;
    let open = place.create(new_request(&rp, asked("ada@site.example"), second(1))).await;
    let decided = place.create(new_request(&rp, asked("ada@site.example"), second(0))).await;
    place.db.decide(&decided.id, Decision::Declined, second(2)).await.unwrap();
    assert_eq!(place.db.sweep(just_before(second(60))).await.unwrap(), []);
    assert_eq!(place.db.sweep(second(60)).await.unwrap(), std::slice::from_ref(&over.id));
    assert_eq!(place.db.sweep(second(60)).await.unwrap(), []);
    let verdict = Some(Verdict { decision: Decision::TimedOut, at: second(60) });
    assert_eq!(place.read(&over.id).await, Some(StoredRequest { verdict, ..over }));
    assert_eq!(place.read(&open.id).await, Some(open));
    let verdict = place.read(&decided.id).await.unwrap().verdict.unwrap();
    assert_eq!(verdict, Verdict { decision: Decision::Declined, at: second(2) });
}

pub(crate) async fn a_result_is_kept_as_long_as_the_rule_says(place: Place) {
    const DAY: i64 = 24 * 60 * 60;
    let rp = place.rp("Sample Shop").await;
    let wants = || Asked { kind: Kind::Kyc { files: Files::Links }, ..asked("ada@site.example") };
    // When it is decided, and when it is read.
    for (decided, read) in [
        (Some(5), None),
        (Some(5), Some(100)),
        (Some(5), Some(DAY)),
        (None, None),
        // Nobody has the result of an open request, but the order of two calls is not known.
        (Some(50), Some(40)),
    ] {
        let request = place.create(new_request(&rp, wants(), second(0))).await;
        let mut steps = [decided.map(|at| (at, true)), read.map(|at| (at, false))];
        steps.sort_by_key(|step| step.map(|(at, _)| at));
        for (at, is_decision) in steps.into_iter().flatten() {
            if is_decision {
                place.db.decide(&request.id, kyc(b"%PDF", None), second(at)).await.unwrap();
            } else {
                place.db.first_read(&request.id, second(at)).await.unwrap();
                place.db.first_read(&request.id, second(at + 50)).await.unwrap();
            }
        }
        let kept = place.read(&request.id).await.unwrap();
        assert_eq!(kept.first_read, read.map(second), "only the first time counts");
        let ends = kept.kept_until();
        place.db.sweep(just_before(ends)).await.unwrap();
        assert!(place.read(&request.id).await.is_some(), "decided {decided:?}, read {read:?}");
        assert_eq!(place.db.file(&request.id, FileKind::Kyc).await.unwrap().is_some(), decided.is_some());
        place.db.sweep(ends).await.unwrap();
        assert_eq!(place.read(&request.id).await, None, "decided {decided:?}, read {read:?}");
        assert_eq!(place.db.file(&request.id, FileKind::Kyc).await.unwrap(), None);
    }
}

pub(crate) async fn more_than_a_batch_is_swept_up(place: Place) {
    let rp = place.rp("Sample Shop").await;
    let mut ids = Vec::new();
    for at in 0..450 {
        ids.push(place.create(new_request(&rp, asked(&format!("{at}@site.example")), second(0))).await.id);
    }
    let mut ended = place.db.sweep(second(60)).await.unwrap();
    ended.sort();
    ids.sort();
    assert_eq!(ended, ids);
    place.db.sweep(second(60 + 24 * 60 * 60)).await.unwrap();
    for id in ids {
        assert_eq!(place.read(&id).await, None);
    }
}

pub(crate) async fn what_wallets_leave_behind_is_swept_up(place: Place) {
    let device = place.device("ada@site.example", 'A').await;
    let spent = SpentNonce { until: second(10), ..nonce() };
    let token = random();
    let session = |token_hash| NewSession { device: device.id.clone(), token_hash, ends: second(20) };
    place.db.open_session(session(token), spent).await.unwrap();
    let opens = async |db: &Database| db.open_session(session(random()), spent).await.is_ok();

    place.db.sweep(just_before(second(10))).await.unwrap();
    assert!(!opens(&place.db).await, "the nonce is remembered as long as it would be good");
    place.db.sweep(second(10)).await.unwrap();
    assert!(opens(&place.db).await, "the nonce would not be good any longer, so nothing is remembered of it");

    let has = async |now: Timestamp| place.db.device_of_token(token, now).await.unwrap().is_some();
    place.db.sweep(just_before(second(20))).await.unwrap();
    assert!(has(just_before(second(20))).await);
    place.db.sweep(second(20)).await.unwrap();
    // Asked as of before its end: it is gone, and not only over.
    assert!(!has(second(0)).await);

    let code = place.db.invite("ada@site.example", second(0)).await.unwrap();
    let day = second(24 * 60 * 60);
    place.db.sweep(just_before(day)).await.unwrap();
    assert_eq!(place.db.users(second(0)).await.unwrap()[0].invites, [day]);
    place.db.sweep(day).await.unwrap();
    assert_eq!(place.db.users(second(0)).await.unwrap()[0].invites, []);
    let bound = place.db.bind_device(code.expose_text(), &key_of('B'), "B", nonce(), second(0)).await;
    assert!(matches!(bound, Err(BindError::Code)));
    assert!(place.db.device_of_key(&device.key).await.unwrap().is_some(), "the device outlives its code");
}
