//! Decides by the part of the email before the `@`:
//!
//! | it is | what happens |
//! | --- | --- |
//! | `approve` | approved by somebody who is verified |
//! | `slow` | the same, a moment later |
//! | `unverified` | approved by somebody who is not; if the request needs that, it is not verified |
//! | `screened` | approved, and on one of the lists |
//! | `homeless` | approved, without `residency.pdf` |
//! | `decline` | declined |
//! | `pass-SECONDS` | the server's clock goes that far on, and nothing else happens |
//! | anything else | nothing |

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use idw_autheid::{
    Answer, Asked, Clock, Decider, Decision, Identification, Kind, Kyc, MemoryStore, Over, Payload, RequestId, Room,
    Rp, Screening, Service, Signature, SignatureForm, Store, StoredRequest, Who,
};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::mpsc;

/// A key for each of these: two RPs, one that is blocked, and one that can have two requests open.
pub(crate) const KEYS: [&str; 4] = [
    "Pj+GIg2/l7ZKmicZi37+1giqKJ1WH3Vt8vSSxCuvPkKD",
    "live_Pj-GIg2_l7ZKmicZi37-1giqKJ1WH3Vt8vSSxCuvPkKE",
    "blocked/GIg2/l7ZKmicZi37+1giqKJ1WH3Vt8vSSxCuvPkK",
    "two/open/GIg2/l7ZKmicZi37+1giqKJ1WH3Vt8vSSxCuvPk",
];

/// A request's way to where it is decided.
#[derive(Debug)]
pub(crate) struct ByEmail(mpsc::UnboundedSender<StoredRequest>);

impl Decider for ByEmail {
    fn asked(&self, request: &StoredRequest) {
        // Fails only when the server ends.
        let _ = self.0.send(request.clone());
    }

    fn over(&self, _id: &RequestId, _why: Over) {}
}

/// A service that knows [`KEYS`]. Needs a tokio runtime to decide in.
pub(crate) fn service() -> Service<MemoryStore, ByEmail> {
    service_on(registered(), |store| store)
}

/// RPs, and no requests.
pub(crate) fn registered() -> MemoryStore {
    let store = MemoryStore::default();
    store.register(KEYS[0], Rp::new("1", "Example bank"));
    store.register(KEYS[1], Rp::new("2", "Example shop"));
    store.register(KEYS[2], Rp { blocked: true, ..Rp::new("3", "Example nuisance") });
    store.register(KEYS[3], Rp { room: Room { open: 2, ..Room::default() }, ..Rp::new("4", "Example kiosk") });
    store
}

/// The same on a store that is made of another.
pub(crate) fn service_on<S: Store>(store: MemoryStore, make: impl FnOnce(MemoryStore) -> S) -> Service<S, ByEmail> {
    let ahead = Arc::new(AtomicI64::new(0));
    let seconds = Arc::clone(&ahead);
    let clock = Clock::new(move || Timestamp::now() + SignedDuration::from_secs(seconds.load(Ordering::Relaxed)));
    let (sender, receiver) = mpsc::unbounded_channel();
    let service = Service::new(make(store), ByEmail(sender), clock);
    tokio::spawn(decide_all(service.clone(), receiver, ahead));
    service
}

async fn decide_all<S: Store>(
    service: Service<S, ByEmail>,
    mut asked: mpsc::UnboundedReceiver<StoredRequest>,
    ahead: Arc<AtomicI64>,
) {
    while let Some(request) = asked.recv().await {
        let name = request.asked.email.split('@').next().unwrap_or_default().to_ascii_lowercase();
        if let Some(seconds) = name.strip_prefix("pass-").and_then(|seconds| seconds.parse().ok()) {
            ahead.fetch_add(seconds, Ordering::Relaxed);
            service.wake();
            continue;
        }
        let Some(decision) = decision(&name, &request.asked) else { continue };
        let service = service.clone();
        tokio::spawn(async move {
            if name == "slow" {
                tokio::time::sleep(Duration::from_millis(300)).await;
            }
            // Another decision may have been first.
            let _ = service.decide(&request.id, decision).await;
        });
    }
}

fn decision(name: &str, asked: &Asked) -> Option<Decision> {
    let who = Who {
        email: asked.email.clone(),
        device_id: "Awiuhl1V7yqmZUDM5SMlO1YQwbV+VN8bBKzQ/5oDZtQh".to_owned(),
        device_name: "Example device".to_owned(),
        unique_user_id: "oava51cj".to_owned(),
    };
    let is_verified = match name {
        "decline" => return Some(Decision::Declined),
        "unverified" if asked.needs_verified() => return Some(Decision::NotVerified(who)),
        "unverified" => false,
        "approve" | "slow" | "screened" | "homeless" => true,
        _ => return None,
    };
    let payload = match &asked.kind {
        Kind::Authentication { .. } => Payload::Authentication { jwt: "e30.e30.c2lnbmVk".to_owned(), is_verified },
        Kind::Signature { serialization, invisible_data, .. } => Payload::Signature(Box::new(Signature {
            serialization: *serialization,
            data: [asked.title.as_bytes(), b"|", asked.description.as_bytes(), b"|", invisible_data].concat(),
            sign: vec![0xfb; 64],
            form: SignatureForm::A { user_pub_key: vec![2; 33] },
            is_verified,
        })),
        Kind::Identification => Payload::Identification(Box::new(ada())),
        Kind::Kyc { .. } => Payload::Kyc(Box::new(Kyc {
            identification: ada(),
            passport_issuing_state: "SWE".to_owned(),
            passport_number: "111222333".to_owned(),
            passport_expiration: "2030-01-01".to_owned(),
            phone_number: "+46 1234567890".to_owned(),
            screening_eu: if name == "screened" { Screening::Match("listed".to_owned()) } else { Screening::Unknown },
            screening_un: Screening::NoMatch,
            screening_pep: Screening::Unknown,
            kyc_pdf: b"%PDF-1.7 kyc".to_vec(),
            residency_pdf: (name != "homeless").then(|| b"%PDF-1.7 residency".to_vec()),
        })),
    };
    Some(Decision::Approved(Answer { who, payload }))
}

fn ada() -> Identification {
    Identification {
        first_name: "Ada".to_owned(),
        last_name: "Example".to_owned(),
        gender: "F".to_owned(),
        date_of_birth: "1980-01-01".to_owned(),
        nationality: "SWE".to_owned(),
        residency_country: "SWE".to_owned(),
        residency_city: "Malmo".to_owned(),
        residency_postcode: "211 25".to_owned(),
        residency_address: "Ostergatan 21".to_owned(),
        ..Identification::default()
    }
}
