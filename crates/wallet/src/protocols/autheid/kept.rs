//! Requests and the files of answers as records: where each is, and how it is read.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use idw_autheid::{Answer, Decision, Kyc, Payload, RequestId, StoredRequest};
use idw_vault::{Batch, RecordId};
use sha2::{Digest as _, Sha256};

use crate::{
    StoreError, Stored,
    records::{EidFilesRecord, EidListedRecord, EidRequestRecord, Record as _},
    store::{Store, decode_as, encode, put},
};

/// Before what is hashed for the place of a request that a service listed.
const LISTED_LABEL: &[u8] = b"idw eid listed request v1";

/// How a request came. Two services can give the same name to two requests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// To the service on loopback.
    Loopback,
    /// A service on the network listed it: the id of the connection's record.
    Connection(String),
}

impl Way {
    /// The same as the inbox keeps it.
    pub(super) fn of(connection: Option<&String>) -> Self {
        connection.map_or(Self::Loopback, |id| Self::Connection(id.clone()))
    }

    /// The id of the connection's record.
    pub(super) fn connection(&self) -> Option<&String> {
        match self {
            Self::Loopback => None,
            Self::Connection(id) => Some(id),
        }
    }

    /// Where a request is kept. Names are random, so no two share a place; those of a service are hashed with the connection,
    /// as a service could choose them.
    pub(super) fn place_of(&self, id: &RequestId) -> RecordId {
        let hash: [u8; 32] = match self {
            Self::Loopback => Sha256::digest(id.as_str().as_bytes()).into(),
            Self::Connection(connection) => {
                // Both have a fixed length.
                Sha256::new()
                    .chain_update(LISTED_LABEL)
                    .chain_update(connection)
                    .chain_update(id.as_str())
                    .finalize()
                    .into()
            }
        };
        record_id(hash)
    }

    /// What the inbox tells a request apart by.
    pub(super) fn inbox_key(&self, id: &RequestId) -> String {
        match self {
            Self::Loopback => id.to_string(),
            Self::Connection(connection) => format!("{connection}/{id}"),
        }
    }
}

/// The first 16 bytes of a hash.
pub(super) fn record_id(hash: [u8; 32]) -> RecordId {
    let (id, _) = hash.split_first_chunk().expect("32 bytes are more than 16");
    RecordId::from_bytes(*id)
}

/// A request as it is kept.
#[derive(Clone)]
pub(super) struct KeptRequest {
    pub(super) place: RecordId,
    pub(super) request: StoredRequest,
    /// What the service said of it, if one listed it.
    pub(super) listed: Option<EidListedRecord>,
}

impl KeptRequest {
    fn read(place: RecordId, record: EidRequestRecord) -> Result<Self, StoreError> {
        Ok(Self { place, request: read(&record)?, listed: record.listed })
    }

    /// How it came.
    pub(super) fn way(&self) -> Way {
        Way::of(self.listed.as_ref().map(|listed| &listed.connection))
    }
}

/// Writes a request down. Its files are in a record of their own, so that looking through all requests reads none.
pub(super) fn put_request(
    batch: &mut Batch,
    place: RecordId,
    request: &StoredRequest,
    listed: Option<&EidListedRecord>,
) {
    let mut request = request.clone();
    if let Some(kyc) = kyc_of(&mut request) {
        let (kyc_pdf, residency_pdf) = (std::mem::take(&mut kyc.kyc_pdf), kyc.residency_pdf.take());
        // A request that was read without them is written without them.
        if !kyc_pdf.is_empty() {
            let residency = residency_pdf.map(|bytes| STANDARD.encode(bytes));
            put(batch, place, &EidFilesRecord { version: 1, kyc: STANDARD.encode(kyc_pdf), residency });
        }
    }
    let record = EidRequestRecord {
        version: 1,
        id: request.id.to_string(),
        party: request.rp.clone(),
        ends: request.deadline(),
        kept_until: request.kept_until(),
        request: serde_json::to_value(request).expect("every member of a request has a JSON form"),
        listed: listed.cloned(),
    };
    put(batch, place, &record);
}

fn kyc_of(request: &mut StoredRequest) -> Option<&mut Kyc> {
    match &mut request.verdict.as_mut()?.decision {
        Decision::Approved(Answer { payload: Payload::Kyc(kyc), .. }) => Some(kyc),
        _ => None,
    }
}

/// A request of the loopback service by its name, with the files of its answer.
pub(super) fn find(store: &Store, id: &RequestId) -> Result<Option<(RecordId, StoredRequest)>, StoreError> {
    Ok(find_by(store, &Way::Loopback, id)?.map(|kept| (kept.place, kept.request)))
}

/// The same without files.
pub(super) fn find_light(store: &Store, id: &RequestId) -> Result<Option<(RecordId, StoredRequest)>, StoreError> {
    Ok(find_light_by(store, &Way::Loopback, id)?.map(|kept| (kept.place, kept.request)))
}

/// A request by how it came and its name, with the files of its answer.
pub(super) fn find_by(store: &Store, way: &Way, id: &RequestId) -> Result<Option<KeptRequest>, StoreError> {
    let Some(mut kept) = find_light_by(store, way, id)? else { return Ok(None) };
    if let Some(kyc) = kyc_of(&mut kept.request) {
        let missing = || StoreError::Missing { what: Stored::EidFiles };
        let EidFilesRecord { kyc: pdf, residency, version: _ } = store.get(kept.place)?.ok_or_else(missing)?;
        let read = |text: String| STANDARD.decode(text).map_err(|_| missing());
        kyc.kyc_pdf = read(pdf)?;
        kyc.residency_pdf = residency.map(read).transpose()?;
    }
    Ok(Some(kept))
}

fn find_light_by(store: &Store, way: &Way, id: &RequestId) -> Result<Option<KeptRequest>, StoreError> {
    let place = way.place_of(id);
    let record = store.get::<EidRequestRecord>(place)?.filter(|record| record.id == id.as_str());
    record.map(|record| KeptRequest::read(place, record)).transpose()
}

/// Every request of the loopback service, without files.
pub(super) fn all(store: &Store) -> Result<Vec<(RecordId, StoredRequest)>, StoreError> {
    let own = everything(store)?.into_iter().filter(|kept| kept.listed.is_none());
    Ok(own.map(|kept| (kept.place, kept.request)).collect())
}

/// Every request, however it came, without files.
pub(super) fn everything(store: &Store) -> Result<Vec<KeptRequest>, StoreError> {
    let records = store.readable_in_all_profiles::<EidRequestRecord>(|_| true)?.records;
    records.into_iter().map(|(place, record)| KeptRequest::read(place, record)).collect()
}

fn read(record: &EidRequestRecord) -> Result<StoredRequest, StoreError> {
    decode_as(&encode(&record.request), EidRequestRecord::WHAT)
}
