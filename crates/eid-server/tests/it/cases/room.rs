//! How much of what a relying party asks is kept: as `idw_autheid::check_room` says, whatever the database counts with.

use idw_autheid::{Asked, Decision, Kind, Room, Serialization, Store as _, StoreError};
use idw_eid_server::database::RpRow;
use jiff::Timestamp;

use crate::place::{Place, asked, new_request, second};

const DAY: i64 = 24 * 60 * 60;

async fn has_room(place: &Place, rp: &RpRow, asked: Asked, at: Timestamp) -> bool {
    match place.db.create(new_request(rp, asked, at)).await {
        Ok(_) => true,
        Err(StoreError::TooMany) => false,
        Err(error) => panic!("{error}"),
    }
}

pub(crate) async fn three_can_be_open_for_an_email(place: Place) {
    let (rp, other) = (place.rp("Sample Shop").await, place.rp("Demo Bank").await);
    let first = place.create(new_request(&rp, asked("ada@site.example"), second(0))).await;
    for email in ["ada@site.example", "ada@SITE.example"] {
        assert!(has_room(&place, &rp, asked(email), second(1)).await);
    }
    assert!(!has_room(&place, &rp, asked("ada@Site.example"), second(2)).await);
    assert!(has_room(&place, &rp, asked("Ada@site.example"), second(2)).await, "this is another one");
    assert!(has_room(&place, &other, asked("ada@site.example"), second(2)).await);
    assert!(has_room(&place, &rp, asked("ada@site.example"), second(60)).await, "the time of the first is over");
    assert!(!has_room(&place, &rp, asked("ada@site.example"), second(60)).await);
    place.db.decide(&first.id, Decision::TimedOut, second(60)).await.unwrap();
    assert!(!has_room(&place, &rp, asked("ada@site.example"), second(60)).await, "that it is written changes nothing");
    assert!(has_room(&place, &rp, asked("ada@site.example"), second(61)).await);
}

pub(crate) async fn so_many_can_be_open_for_a_relying_party(place: Place) {
    let room = Room { open: 2, kept: 100, invisible_bytes: 0 };
    let rp = place.rp_with("Sample Shop", room).await;
    let first = place.create(new_request(&rp, asked("a@site.example"), second(0))).await;
    assert!(has_room(&place, &rp, asked("b@site.example"), second(1)).await);
    assert!(!has_room(&place, &rp, asked("c@site.example"), second(2)).await);
    place.db.decide(&first.id, Decision::Declined, second(3)).await.unwrap();
    assert!(has_room(&place, &rp, asked("d@site.example"), second(4)).await);
    assert!(!has_room(&place, &rp, asked("e@site.example"), second(5)).await);
    assert!(has_room(&place, &rp, asked("f@site.example"), second(61)).await, "the time of the second is over");
}

pub(crate) async fn so_many_are_kept_for_a_relying_party(place: Place) {
    let room = Room { open: 100, kept: 3, invisible_bytes: 0 };
    let rp = place.rp_with("Sample Shop", room).await;
    let first = place.create(new_request(&rp, asked("a@site.example"), second(0))).await;
    place.db.decide(&first.id, Decision::CancelledByRp, second(1)).await.unwrap();
    place.create(new_request(&rp, asked("b@site.example"), second(1))).await;
    place.create(new_request(&rp, asked("c@site.example"), second(1))).await;
    assert!(!has_room(&place, &rp, asked("d@site.example"), second(2)).await);
    // What nobody may read any longer does not count, swept up or not.
    assert!(has_room(&place, &rp, asked("d@site.example"), second(1 + DAY)).await);
    assert!(!has_room(&place, &rp, asked("e@site.example"), second(1 + DAY)).await);
    place.db.sweep(second(1 + DAY)).await.unwrap();
    assert!(!has_room(&place, &rp, asked("e@site.example"), second(1 + DAY)).await);
    place.db.sweep(second(62 + DAY)).await.unwrap();
    assert!(has_room(&place, &rp, asked("e@site.example"), second(62 + DAY)).await);
    assert!(has_room(&place, &rp, asked("f@site.example"), second(62 + DAY)).await);
    assert!(!has_room(&place, &rp, asked("g@site.example"), second(62 + DAY)).await);
}

pub(crate) async fn so_much_that_is_signed_unseen_is_kept_for_a_relying_party(place: Place) {
    let room = Room { open: 100, kept: 100, invisible_bytes: 1_000 };
    let rp = place.rp_with("Sample Shop", room).await;
    let signing = |email: &str, len: usize| {
        let kind =
            Kind::Signature { serialization: Serialization::Json, invisible_data: vec![0; len], verified_only: false };
        Asked { kind, ..asked(email) }
    };
    let first = place.create(new_request(&rp, signing("a@site.example", 999), second(0))).await;
    place.db.decide(&first.id, Decision::CancelledByRp, second(0)).await.unwrap();
    assert!(!has_room(&place, &rp, signing("b@site.example", 2), second(1)).await);
    assert!(has_room(&place, &rp, signing("b@site.example", 1), second(1)).await);
    assert!(has_room(&place, &rp, asked("c@site.example"), second(1)).await, "a login carries nothing");
    assert!(has_room(&place, &rp, signing("d@site.example", 999), second(DAY)).await, "the first is kept no longer");
    assert!(!has_room(&place, &rp, signing("e@site.example", 1), second(DAY)).await);
    place.db.sweep(second(DAY)).await.unwrap();
    assert!(!has_room(&place, &rp, signing("e@site.example", 1), second(DAY)).await);
}
