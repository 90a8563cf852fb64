//! A database for one test, and what tests put into it.

use std::path::Path;

use idw_autheid::sign::Form;
use idw_autheid::{
    Answer, Asked, Created, Decision, Identification, Kind, Kyc, NewRequest, Payload, RequestId, Room, Store as _,
    StoredRequest, Who,
};
use idw_eid_server::database::{Bound, Database, Device, NewRp, NewSession, RpRow, SERVER_ROOM, SpentNonce, StoreAt};
use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;

/// Where a database is, with one opened there.
pub(crate) struct Place {
    pub(crate) db: Database,
    pub(crate) at: StoreAt,
    pub(crate) folder: TempDir,
}

impl Place {
    pub(crate) async fn new(at: StoreAt) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let db = Database::open(&at, folder.path(), second(0)).await.unwrap();
        Self { db, at, folder }
    }

    /// The same database as another process or instance opens it.
    pub(crate) async fn again(&self) -> Database {
        Database::open(&self.at, self.folder.path(), second(0)).await.unwrap()
    }

    pub(crate) fn data(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) async fn rp(&self, name: &str) -> RpRow {
        self.rp_with(name, SERVER_ROOM).await
    }

    pub(crate) async fn rp_with(&self, name: &str, room: Room) -> RpRow {
        let new = NewRp { name: name.to_owned(), form: Form::X509, matching: false, room };
        self.db.add_rp(new, second(0)).await.unwrap().0
    }

    /// Creates it, where there is room and its key is new.
    pub(crate) async fn create(&self, new: NewRequest) -> StoredRequest {
        match self.db.create(new).await.unwrap() {
            Created::New(request) => request,
            Created::Before(_) => panic!("the idempotent key was used before"),
        }
    }

    pub(crate) async fn read(&self, id: &RequestId) -> Option<StoredRequest> {
        self.db.request(id).await.unwrap()
    }

    /// A device of the user with this email, with a key that begins with this letter.
    pub(crate) async fn device(&self, email: &str, key: char) -> Device {
        let code = self.db.invite(email, second(0)).await.unwrap();
        let key = key_of(key);
        let bound = self.db.bind_device(code.expose_text(), &key, "Ada's laptop", nonce(), second(0)).await;
        let Bound { device, .. } = bound.unwrap();
        let found = self.db.device_of_key(&key).await.unwrap().unwrap();
        assert_eq!(found.id, device);
        found
    }

    /// A session of a device, as the hash of its token.
    pub(crate) async fn session(&self, device: &Device, ends: Timestamp) -> [u8; 32] {
        let token_hash = random();
        let session = NewSession { device: device.id.clone(), token_hash, ends };
        self.db.open_session(session, nonce()).await.unwrap();
        token_hash
    }
}

pub(crate) fn second(second: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + second).unwrap()
}

pub(crate) fn just_before(at: Timestamp) -> Timestamp {
    at.checked_sub(SignedDuration::from_nanos(1)).unwrap()
}

/// A key of the right length.
pub(crate) fn key_of(letter: char) -> String {
    letter.to_string().repeat(44)
}

pub(crate) fn random() -> [u8; 32] {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).unwrap();
    bytes
}

/// A nonce that nobody has used.
pub(crate) fn nonce() -> SpentNonce {
    SpentNonce { hash: random(), until: second(300) }
}

pub(crate) fn asked(email: &str) -> Asked {
    Asked {
        kind: Kind::Authentication { verified_only: false },
        email: email.to_owned(),
        title: "Log in to Sample Shop".to_owned(),
        description: String::new(),
        timeout: std::time::Duration::from_secs(60),
        timeout_sent: 0,
        idempotent_key: String::new(),
        no_biometrics: false,
    }
}

pub(crate) fn new_request(rp: &RpRow, asked: Asked, created: Timestamp) -> NewRequest {
    let (id, base) = (RequestId::random().unwrap(), "https://eid.example".to_owned());
    NewRequest { id, rp: rp.id.clone(), room: rp.room, asked, created, base }
}

pub(crate) fn who() -> Who {
    Who {
        email: "ada@site.example".to_owned(),
        device_id: "a device".to_owned(),
        device_name: "Identity Wallet".to_owned(),
        unique_user_id: "oava51cj".to_owned(),
    }
}

pub(crate) fn logged_in() -> Decision {
    let payload = Payload::Authentication { jwt: "a.b.c".to_owned(), is_verified: false };
    Decision::Approved(Answer { who: who(), payload })
}

/// An answer with two PDFs.
pub(crate) fn kyc(pdf: &[u8], residency: Option<&[u8]>) -> Decision {
    let identification = Identification { first_name: "Ada".to_owned(), ..Identification::default() };
    let kyc = Kyc {
        identification,
        passport_number: "CANARY-P1234567".to_owned(),
        kyc_pdf: pdf.to_vec(),
        residency_pdf: residency.map(<[u8]>::to_vec),
        ..Kyc::default()
    };
    Decision::Approved(Answer { who: who(), payload: Payload::Kyc(Box::new(kyc)) })
}
