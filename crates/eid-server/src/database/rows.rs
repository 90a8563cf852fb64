//! Requests and answers as rows: what people say is sealed, and what is searched for stands beside.

use std::time::Duration;

use idw_autheid::{
    Answer, Asked, Decided, Decision, FileKind, KEPT_AFTER_READING, KEPT_AT_MOST, Kyc, NewRequest, Payload, RequestId,
    StoredRequest, Verdict,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::error::DatabaseError;
use super::seal::{Column, Seal, Tag, Tagged};
use super::types::{NewCertificate, SpentNonce};

/// A request to be written. Times are nanoseconds since 1970, here and in all rows.
#[derive(Debug)]
pub(super) struct NewRow {
    pub(super) id: String,
    pub(super) rp: String,
    pub(super) email: Tag,
    pub(super) idempotent: Option<Tag>,
    /// Bytes that are signed unseen.
    pub(super) invisible: i64,
    pub(super) created: i64,
    pub(super) deadline: i64,
    pub(super) kept_until: i64,
    pub(super) asked: Vec<u8>,
    pub(super) most: Most,
    /// For whoever waits for requests to this email.
    pub(super) email_key: String,
}

/// How much is kept at a time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Most {
    pub(super) open: i64,
    pub(super) kept: i64,
    pub(super) invisible: i64,
    /// Open ones to one email.
    pub(super) for_email: i64,
}

/// What came of writing a request.
#[derive(Debug)]
pub(super) enum CreatedRow {
    New,
    Before(RequestRow),
}

/// A request as it was read.
#[derive(Debug)]
pub(super) struct RequestRow {
    pub(super) id: String,
    pub(super) rp: String,
    pub(super) created: i64,
    pub(super) first_read: Option<i64>,
    pub(super) decided_at: Option<i64>,
    pub(super) asked: Vec<u8>,
    pub(super) verdict: Option<Vec<u8>>,
}

/// A decision to be written.
#[derive(Debug)]
pub(super) struct DecisionRow {
    pub(super) id: String,
    pub(super) at: i64,
    pub(super) verdict: Vec<u8>,
    /// Until when it is kept if nobody reads it.
    pub(super) kept_until: i64,
    pub(super) files: Vec<(FileKind, Vec<u8>)>,
}

/// What is written with a decision that a device sends.
#[derive(Debug)]
pub(super) struct ByDevice {
    pub(super) device: String,
    pub(super) nonce: SpentNonce,
    pub(super) certificate: Option<NewCertificate>,
}

/// What came of writing a decision.
#[derive(Debug)]
pub(super) enum DecidedRow {
    Stands,
    Earlier { at: i64, verdict: Vec<u8> },
}

/// What is sealed of a request.
#[derive(Serialize, Deserialize)]
struct AskedRecord<A> {
    asked: A,
    base: String,
}

impl NewRow {
    pub(super) fn of(new: &NewRequest, request: &StoredRequest, seal: &Seal) -> Result<Self, DatabaseError> {
        let id = request.id.as_str().to_owned();
        let record = AskedRecord { asked: &request.asked, base: request.base.clone() };
        let email_key = request.asked.email_key();
        let key = request.asked.idempotent_key.as_str();
        Ok(Self {
            asked: seal.seal(Column::Asked, &id, &json(&record)?)?,
            email: seal.tag(Tagged::EmailKey(&email_key)),
            idempotent: (!key.is_empty()).then(|| seal.tag(Tagged::Idempotent { rp: &request.rp, key })),
            invisible: number(request.asked.invisible_len()),
            created: ns(request.created),
            deadline: ns(request.deadline()),
            kept_until: ns(request.kept_until()),
            most: Most {
                open: new.room.open.into(),
                kept: new.room.kept.into(),
                invisible: number(new.room.invisible_bytes),
                for_email: number(idw_autheid::MOST_OPEN_FOR_EMAIL),
            },
            rp: request.rp.clone(),
            email_key,
            id,
        })
    }
}

impl RequestRow {
    pub(super) fn read(self, seal: &Seal) -> Result<StoredRequest, DatabaseError> {
        let AskedRecord { asked, base } = asked_record(&self.id, &self.asked, seal)?;
        let verdict = match (self.decided_at, &self.verdict) {
            (Some(at), Some(sealed)) => Some(verdict(&self.id, at, sealed, seal)?),
            (None, None) => None,
            _ => return Err(DatabaseError::Damaged("requests.verdict")),
        };
        Ok(StoredRequest {
            id: RequestId::parse(&self.id).ok_or(DatabaseError::Damaged("requests.id"))?,
            rp: self.rp,
            asked,
            created: at(self.created)?,
            base,
            verdict,
            first_read: self.first_read.map(at).transpose()?,
        })
    }
}

impl DecisionRow {
    pub(super) fn of(
        id: &RequestId,
        mut decision: Decision,
        at: Timestamp,
        seal: &Seal,
    ) -> Result<Self, DatabaseError> {
        let mut files = Vec::new();
        if let Decision::Approved(Answer { payload: Payload::Kyc(kyc), .. }) = &mut decision {
            for (kind, bytes) in pdfs_out_of(kyc) {
                files.push((kind, seal.seal(Column::File(kind), id.as_str(), &bytes)?));
            }
        }
        Ok(Self {
            verdict: seal.seal(Column::Verdict, id.as_str(), &json(&decision)?)?,
            id: id.as_str().to_owned(),
            at: ns(at),
            kept_until: ns(at).saturating_add(length(KEPT_AT_MOST)),
            files,
        })
    }
}

impl DecidedRow {
    pub(super) fn read(self, id: &RequestId, seal: &Seal) -> Result<Decided, DatabaseError> {
        Ok(match self {
            Self::Stands => Decided::Stands,
            Self::Earlier { at, verdict: sealed } => Decided::Earlier(verdict(id.as_str(), at, &sealed, seal)?),
        })
    }
}

/// Takes the PDFs out. That there is one for the residency still shows.
fn pdfs_out_of(kyc: &mut Kyc) -> Vec<(FileKind, Zeroizing<Vec<u8>>)> {
    let mut files = vec![(FileKind::Kyc, std::mem::take(&mut kyc.kyc_pdf))];
    files.extend(kyc.residency_pdf.as_mut().map(|bytes| (FileKind::Residency, std::mem::take(bytes))));
    files.into_iter().map(|(kind, bytes)| (kind, Zeroizing::new(bytes))).collect()
}

fn verdict(id: &str, decided_at: i64, sealed: &[u8], seal: &Seal) -> Result<Verdict, DatabaseError> {
    let decision = serde_json::from_slice(&seal.open(Column::Verdict, id, sealed)?);
    let decision = decision.map_err(|_| DatabaseError::Damaged("requests.verdict"))?;
    Ok(Verdict { decision, at: at(decided_at)? })
}

fn asked_record(id: &str, sealed: &[u8], seal: &Seal) -> Result<AskedRecord<Asked>, DatabaseError> {
    let plain = seal.open(Column::Asked, id, sealed)?;
    serde_json::from_slice(&plain).map_err(|_| DatabaseError::Damaged("requests.asked"))
}

/// Whom a request is to.
pub(super) fn email_key_of(id: &str, asked: &[u8], seal: &Seal) -> Result<String, DatabaseError> {
    Ok(asked_record(id, asked, seal)?.asked.email_key())
}

/// Until when a result is kept that is read now.
pub(super) fn kept_after_reading(read: Timestamp) -> i64 {
    ns(read).saturating_add(AFTER_READING_NS)
}

/// [`KEPT_AFTER_READING`] as times in rows count.
pub(super) const AFTER_READING_NS: i64 = length(KEPT_AFTER_READING);

/// Nanoseconds since 1970: until the year 2262, where time stops.
pub(super) fn ns(at: Timestamp) -> i64 {
    let ns = at.as_nanosecond();
    i64::try_from(ns).unwrap_or(if ns < 0 { i64::MIN } else { i64::MAX })
}

/// The time of a row.
pub(super) fn at(ns: i64) -> Result<Timestamp, DatabaseError> {
    Timestamp::from_nanosecond(ns.into()).map_err(|_| DatabaseError::Damaged("a time"))
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "both lengths are of hours, and 64 bits of nanoseconds are 292 years"
)]
const fn length(duration: Duration) -> i64 {
    duration.as_nanos() as i64
}

/// A number as columns have them; what is beyond stays at the end.
pub(super) fn number(count: impl TryInto<i64>) -> i64 {
    count.try_into().unwrap_or(i64::MAX)
}

fn json(value: &impl Serialize) -> Result<Zeroizing<Vec<u8>>, DatabaseError> {
    serde_json::to_vec(value).map(Zeroizing::new).map_err(|_| DatabaseError::Damaged("it has no JSON form"))
}
