//! Relying parties and users.

use idw_autheid::sign::{Form, unique_user_id};
use idw_autheid::{Room, Store as _, key_hash};
use idw_eid_server::database::{DatabaseError, NewRp, RpRow, SERVER_ROOM, Shown};

use crate::place::{Place, asked, new_request, second};

pub(crate) async fn a_relying_party_is_known_by_its_key(place: Place) {
    let room = Room { open: 7, kept: 8, invisible_bytes: 9 };
    let new = NewRp { name: " Sample Shop ".to_owned(), form: Form::Raw, matching: true, room };
    let (rp, key) = place.db.add_rp(new, second(3)).await.unwrap();
    assert_eq!((rp.id.len(), key.expose_text().len()), (32, 44));
    let expected = RpRow {
        id: rp.id.clone(),
        name: "Sample Shop".to_owned(),
        form: Form::Raw,
        matching: true,
        room,
        added: second(3),
    };
    assert_eq!(rp, expected);
    assert_eq!(place.db.rps().await.unwrap(), std::slice::from_ref(&rp));
    assert_eq!(place.db.rp(&rp.id).await.unwrap(), Some(rp.clone()));
    let of_key = async |key: &str| place.db.rp_of_key(key_hash(key)).await.unwrap();
    let found = of_key(key.expose_text()).await.unwrap();
    assert_eq!((found.id, found.name, found.blocked, found.room), (rp.id.clone(), rp.name.clone(), false, room));
    assert_eq!(of_key("another").await, None);

    let (rotated, new_key) = place.db.rotate_rp("sample shop").await.unwrap();
    assert_eq!(rotated, rp);
    assert_eq!(of_key(key.expose_text()).await, None, "the old one stops");
    assert_eq!(of_key(new_key.expose_text()).await.unwrap().id, rp.id);
    assert_eq!(place.db.remove_rp(&rp.id).await.unwrap(), rp);
    assert_eq!(of_key(new_key.expose_text()).await, None);
    assert_eq!(place.db.rps().await.unwrap(), []);
}

pub(crate) async fn names_are_unique_whatever_the_case(place: Place) {
    place.rp("Sample Shop").await;
    let add = async |name: &str| {
        let new = NewRp { name: name.to_owned(), form: Form::X509, matching: false, room: SERVER_ROOM };
        place.db.add_rp(new, second(0)).await.map(drop)
    };
    for taken in ["Sample Shop", "SAMPLE SHOP", " sample shop"] {
        assert!(matches!(add(taken).await, Err(DatabaseError::NameTaken)), "{taken}");
    }
    for wrong in ["", "a\nb", &"a".repeat(61)] {
        assert!(matches!(add(wrong).await, Err(DatabaseError::Invalid(_))), "{wrong}");
    }
    add("Zoo").await.unwrap();
    add("bank").await.unwrap();
    let names: Vec<String> = place.db.rps().await.unwrap().into_iter().map(|rp| rp.name).collect();
    assert_eq!(names, ["bank", "Sample Shop", "Zoo"]);
}

pub(crate) async fn a_relying_party_is_found_by_name_and_id(place: Place) {
    let shop = place.rp("Sample Shop").await;
    // Whoever is called like another one's id is not taken for it.
    let imitator = place.rp(&shop.id).await;
    assert_eq!(place.db.rotate_rp(&shop.id).await.unwrap().0, shop);
    assert_eq!(place.db.rotate_rp(&imitator.id).await.unwrap().0, imitator);
    assert_eq!(place.db.remove_rp(" SAMPLE shop ").await.unwrap(), shop);
    assert_eq!(place.db.remove_rp(&shop.id).await.unwrap(), imitator);
    for nobody in ["Sample Shop", "", &imitator.id] {
        assert!(matches!(place.db.rotate_rp(nobody).await, Err(DatabaseError::NoRp)), "{nobody}");
        assert!(matches!(place.db.remove_rp(nobody).await, Err(DatabaseError::NoRp)), "{nobody}");
    }
}

pub(crate) async fn what_a_relying_party_asked_goes_with_it(place: Place) {
    let (rp, other) = (place.rp("Sample Shop").await, place.rp("Demo Bank").await);
    let asked_by_rp = place.create(new_request(&rp, asked("ada@site.example"), second(0))).await;
    let asked_by_other = place.create(new_request(&other, asked("ada@site.example"), second(0))).await;
    place.db.remove_rp("Sample Shop").await.unwrap();
    assert_eq!(place.read(&asked_by_rp.id).await, None);
    assert_eq!(place.read(&asked_by_other.id).await, Some(asked_by_other.clone()));
    let open = place.db.open_requests("ada@site.example", second(1)).await.unwrap();
    assert_eq!(open, [(asked_by_other, other)]);
}

pub(crate) async fn users_are_listed_with_their_devices_and_codes(place: Place) {
    let day = |after: i64| second(24 * 60 * 60 + after);
    let codes = [
        place.db.invite("bob@site.example", second(1)).await.unwrap(),
        place.db.invite(" ada@Site.example", second(2)).await.unwrap(),
        place.db.invite("ada@SITE.example", second(3)).await.unwrap(),
    ];
    let all: std::collections::BTreeSet<&str> = codes.iter().map(Shown::expose_text).collect();
    assert!(all.len() == 3 && all.iter().all(|code| code.len() == 26));
    let device = place.device("ada@site.example", 'A').await;
    let users = place.db.users(second(5)).await.unwrap();
    let emails: Vec<&str> = users.iter().map(|user| user.email.as_str()).collect();
    assert_eq!(emails, ["ada@Site.example", "bob@site.example"], "as they were spelt first");
    let (ada, bob) = (&users[0], &users[1]);
    assert_eq!((ada.added, &ada.invites), (second(2), &vec![day(2), day(3)]), "a used code is none");
    assert_eq!((bob.added, &bob.invites), (second(1), &vec![day(1)]));
    let names: Vec<(&str, &str)> = ada.devices.iter().map(|one| (one.id.as_str(), one.name.as_str())).collect();
    assert_eq!((names, bob.devices.len()), (vec![(device.id.as_str(), "Ada's laptop")], 0));
    assert_eq!(ada.devices, place.db.devices_of(&ada.id).await.unwrap());
    assert_eq!(place.db.users(day(2)).await.unwrap()[0].invites, [day(3)]);
    for wrong in ["", "ada", "ada@", "a b@site.example"] {
        assert!(matches!(place.db.invite(wrong, second(1)).await, Err(DatabaseError::Invalid(_))), "{wrong}");
    }
}

pub(crate) async fn a_user_stays_the_same_until_removed(place: Place) {
    let id_at = async |key: char| {
        let user = place.device("ada@site.example", key).await.user;
        assert_eq!((user.email.as_str(), user.email_key.as_str()), ("ada@site.example", "ada@site.example"));
        (unique_user_id(&user.secret, "rp"), user.id)
    };
    let first = id_at('A').await;
    assert_eq!(id_at('B').await, first);
    let bob = place.device("bob@site.example", 'C').await.user;
    assert_ne!(unique_user_id(&bob.secret, "rp"), first.0);
    place.db.remove_user("ada@SITE.example").await.unwrap();
    let again = id_at('A').await;
    assert!(again.0 != first.0 && again.1 != first.1, "who was removed is somebody else afterwards");
}

pub(crate) async fn a_user_goes_with_everything_of_theirs(place: Place) {
    let rp = place.rp("Sample Shop").await;
    let (ada, bob) = (place.device("ada@site.example", 'A').await, place.device("bob@site.example", 'B').await);
    let (token, of_bob) = (place.session(&ada, second(3600)).await, place.session(&bob, second(3600)).await);
    let code = place.db.invite("ada@site.example", second(0)).await.unwrap();
    let request = place.create(new_request(&rp, asked("ada@site.example"), second(0))).await;
    let to_bob = place.create(new_request(&rp, asked("bob@site.example"), second(0))).await;

    place.db.remove_user(" ada@site.example").await.unwrap();
    assert!(matches!(place.db.remove_user("ada@site.example").await, Err(DatabaseError::NoUser)));
    assert!(place.db.device_of_key(&ada.key).await.unwrap().is_none());
    assert!(place.db.device_of_token(token, second(1)).await.unwrap().is_none());
    let bound = place.db.bind_device(code.expose_text(), &ada.key, "A", crate::place::nonce(), second(1)).await;
    assert!(bound.is_err());
    assert_eq!(place.db.open_requests("ada@site.example", second(1)).await.unwrap(), []);

    // Whoever is invited by the same email later is not shown what was asked of the one before; the party cannot tell.
    place.device("ada@site.example", 'A').await;
    assert_eq!(place.db.open_requests("ada@site.example", second(1)).await.unwrap(), []);
    assert_eq!(place.read(&request.id).await, Some(request));
    let after = place.create(new_request(&rp, asked("ada@site.example"), second(2))).await;
    assert_eq!(place.db.open_requests("ada@site.example", second(3)).await.unwrap(), [(after, rp.clone())]);

    assert_eq!(place.db.device_of_token(of_bob, second(1)).await.unwrap().unwrap().id, bob.id);
    assert_eq!(place.db.open_requests("bob@site.example", second(1)).await.unwrap(), [(to_bob, rp)]);
    let emails: Vec<String> = place.db.users(second(1)).await.unwrap().into_iter().map(|user| user.email).collect();
    assert_eq!(emails, ["ada@site.example", "bob@site.example"]);
}
