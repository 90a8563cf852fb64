//! Who waits is told.

use idw_autheid::{Decision, Store as _};
use idw_eid_server::database::{Change, Changes, Database};

use crate::place::{Place, asked, new_request, nonce, second};

pub(crate) async fn those_who_wait_here_are_told_one_by_one(place: Place) {
    let rp = place.rp("Sample Shop").await;
    let device = place.device("ada@Site.example", 'A').await;
    let mut changes = place.db.changes();
    let email = || "ada@site.example".to_owned();
    let request = place.create(new_request(&rp, asked("ada@SITE.example"), second(0))).await;
    assert_eq!(next(&mut changes).await, Change::Asked(email()));
    place.db.decide(&request.id, Decision::Declined, second(1)).await.unwrap();
    // Those who hear it one way need not hear it the other.
    let told = [next(&mut changes).await, next(&mut changes).await];
    assert!(told.contains(&Change::Decided(request.id.clone())), "{told:?}");
    assert!(told.contains(&Change::Over(request.id.clone(), email())), "{told:?}");
    // What did not come to stand is not told.
    place.db.decide(&request.id, Decision::TimedOut, second(2)).await.unwrap();
    let over = place.create(new_request(&rp, asked("ada@site.example"), second(0))).await;
    assert_eq!(next(&mut changes).await, Change::Asked(email()));
    place.db.sweep(second(60)).await.unwrap();
    let told = [next(&mut changes).await, next(&mut changes).await];
    assert!(told.contains(&Change::Decided(over.id.clone())), "{told:?}");
    place.db.remove_device(&device.id, nonce()).await.unwrap();
    assert_eq!(next(&mut changes).await, Change::User(device.user.id.clone()));
    place.db.remove_user("ada@site.example").await.unwrap();
    assert_eq!(next(&mut changes).await, Change::User(device.user.id));
    place.db.remove_rp("Sample Shop").await.unwrap();
    assert_eq!(next(&mut changes).await, Change::Everything);
}

/// Another instance may tell what exactly it was, or that it may be anything.
pub(crate) async fn what_others_did_is_told(place: Place) {
    let rp = place.rp("Sample Shop").await;
    let other = place.again().await;
    let mut changes = place.db.changes();
    let request = new_request(&rp, asked("ada@site.example"), second(0));
    let id = request.id.clone();
    other.create(request).await.unwrap();
    wait_for(&mut changes, &Change::Asked("ada@site.example".to_owned())).await;
    decline(&other, &id).await;
    wait_for(&mut changes, &Change::Decided(id)).await;
    other.invite("ada@site.example", second(0)).await.unwrap();
    let user = other.users(second(0)).await.unwrap().remove(0).id;
    wait_for(&mut changes, &Change::User(user)).await;
    // A listing changes nothing, and neither does looking: so the next that comes is of the relying party.
    other.remove_rp(&rp.id).await.unwrap();
    wait_for(&mut changes, &Change::Everything).await;
}

async fn decline(db: &Database, id: &idw_autheid::RequestId) {
    db.decide(id, Decision::Declined, second(1)).await.unwrap();
}

async fn next(changes: &mut Changes) -> Change {
    changes.next().await.expect("the database is open")
}

async fn wait_for(changes: &mut Changes, expected: &Change) {
    loop {
        let change = next(changes).await;
        if change == *expected || change == Change::Everything {
            return;
        }
    }
}
