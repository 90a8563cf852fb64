//! The same calls, in many orders, have the same answers as in the store that keeps everything in memory.

use idw_autheid::{
    Asked, Created, Decision, Kind, MemoryStore, RequestId, Room, Serialization, Store, StoreError, StoredRequest,
};
use idw_eid_server::database::{Database, RpRow};

use crate::place::{Place, asked, logged_in, new_request, second, who};

/// How many orders, and how many calls in each.
const ORDERS: u64 = 12;
const CALLS: usize = 80;
const ROOM: Room = Room { open: 4, kept: 9, invisible_bytes: 700 };

/// Numbers that look random and are the same each time (SplitMix64, Steele and others, 2014).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end
    }
}

pub(crate) async fn both_stores_say_the_same(place: Place) {
    for order in 0..ORDERS {
        let rps =
            [place.rp_with(&format!("Shop {order}"), ROOM).await, place.rp_with(&format!("Bank {order}"), ROOM).await];
        Both { db: &place.db, memory: MemoryStore::default(), rps, ids: Vec::new(), now: 0, order }.follow().await;
    }
}

struct Both<'a> {
    db: &'a Database,
    memory: MemoryStore,
    rps: [RpRow; 2],
    ids: Vec<RequestId>,
    now: i64,
    order: u64,
}

impl Both<'_> {
    async fn follow(mut self) {
        let mut numbers = Numbers(self.order);
        for step in 0..CALLS {
            match numbers.below(10) {
                0..=3 => self.create(&mut numbers).await,
                4 | 5 => self.decide(&mut numbers).await,
                6 => self.read(&mut numbers).await,
                7 => self.sweep().await,
                // A few seconds, so that some requests end, or half a day, so that results go.
                8 => self.now += i64::try_from(numbers.below(40)).unwrap(),
                _ => self.now += if numbers.below(6) == 0 { 12 * 60 * 60 } else { 5 },
            }
            for id in &self.ids {
                let (one, other) = (self.db.request(id).await.unwrap(), self.memory.request(id).await.unwrap());
                assert_eq!(self.kept(one), self.kept(other), "order {}, step {step}", self.order);
            }
        }
    }

    /// What is kept no longer may be there or not.
    fn kept(&self, request: Option<StoredRequest>) -> Option<StoredRequest> {
        request.filter(|request| second(self.now) < request.kept_until())
    }

    async fn create(&mut self, numbers: &mut Numbers) {
        let rp = &self.rps[usize::try_from(numbers.below(2)).unwrap()];
        let email = ["ada@site.example", "ada@SITE.example", "bob@site.example"];
        let email = format!("{}{}", self.order, email[usize::try_from(numbers.below(3)).unwrap()]);
        let key = ["", "", "order 1", "order 2"][usize::try_from(numbers.below(4)).unwrap()];
        let invisible_data = vec![0; usize::try_from(numbers.below(300)).unwrap()];
        let kind = Kind::Signature { serialization: Serialization::Json, invisible_data, verified_only: false };
        let asked = Asked { kind, idempotent_key: key.to_owned(), ..asked(&email) };
        let new = new_request(rp, asked, second(self.now));
        self.ids.push(new.id.clone());
        let made = [told(self.db.create(new.clone()).await), told(self.memory.create(new).await)];
        assert_eq!(made[0], made[1], "order {}", self.order);
    }

    async fn decide(&self, numbers: &mut Numbers) {
        let Some(id) = self.any(numbers) else { return };
        let decisions = [logged_in(), Decision::Declined, Decision::NotVerified(who()), Decision::CancelledByRp];
        let decision = &decisions[usize::try_from(numbers.below(4)).unwrap()];
        let decided =
            [decided_in(self.db, id, decision, self.now).await, decided_in(&self.memory, id, decision, self.now).await];
        // What is kept no longer may be decided or not.
        if self.kept(self.memory.request(id).await.unwrap()).is_some() {
            assert_eq!(decided[0], decided[1], "order {}", self.order);
        }
    }

    async fn read(&self, numbers: &mut Numbers) {
        let Some(id) = self.any(numbers) else { return };
        if self.memory.request(id).await.unwrap().is_some_and(|request| request.verdict.is_some()) {
            self.db.first_read(id, second(self.now)).await.unwrap();
            self.memory.first_read(id, second(self.now)).await.unwrap();
        }
    }

    async fn sweep(&self) {
        let mut ended = self.db.sweep(second(self.now)).await.unwrap();
        let mut expected = self.memory.sweep(second(self.now)).await.unwrap();
        // One that has ended so long ago that it is gone may be told of or not.
        let mut left = Vec::new();
        for id in ended.drain(..) {
            left.extend(self.memory.request(&id).await.unwrap().map(|_| id));
        }
        left.sort();
        expected.sort();
        assert_eq!(left, expected, "order {}", self.order);
    }

    fn any(&self, numbers: &mut Numbers) -> Option<&RequestId> {
        let at = numbers.below(u64::try_from(self.ids.len()).unwrap().max(1));
        self.ids.get(usize::try_from(at).unwrap())
    }
}

fn told(created: Result<Created, StoreError>) -> Option<(&'static str, StoredRequest)> {
    match created {
        Ok(Created::New(request)) => Some(("new", request)),
        Ok(Created::Before(request)) => Some(("before", request)),
        Err(StoreError::TooMany) => None,
        Err(error) => panic!("{error}"),
    }
}

async fn decided_in(store: &impl Store, id: &RequestId, decision: &Decision, now: i64) -> Option<idw_autheid::Decided> {
    store.decide(id, decision.clone(), second(now)).await.unwrap()
}
