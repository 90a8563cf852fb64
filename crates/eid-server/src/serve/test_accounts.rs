//! Accounts that decide by themselves, for whoever tests an RP without a wallet.

use std::time::Duration;

use idw_autheid::sign::{self, ClientKey, Form, RawKey, Secret, SignedText};
use idw_autheid::wire::{AnswerCall, AnswerDecision, AnsweredKyc, AnsweredSignature};
use idw_autheid::{
    Answer, Decision, Identification, Kind, Payload, RequestId, Screening, Serialization, Service, StoredRequest,
};
use jiff::Timestamp;
use tokio::sync::mpsc;

use super::EveryWallet;
use crate::database::{Database, RpRow};
use crate::wallet_api::Trust;
use crate::wallet_api::answer::{Made, Settled, made};

/// The accounts of the service that was.
const VERIFIED: &str = "test@example.com";
const UNVERIFIED: &str = "test-unverified@example.com";
const ON_EU_LIST: &str = "test@screening-eu.example.com";
const ON_PEP_LIST: &str = "test@screening-pep.example.com";

/// One empty page.
const PDF: &[u8] =
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n\
0000000052 00000 n \n0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n";

/// Takes what test accounts are asked.
#[derive(Debug)]
pub(crate) struct TestAccounts(mpsc::UnboundedSender<RequestId>);

/// What test accounts are asked, on its way to where it is decided.
#[derive(Debug)]
pub(crate) struct Questions {
    asked: mpsc::UnboundedReceiver<RequestId>,
    after: Duration,
}

impl TestAccounts {
    /// Accounts that take so long to decide.
    pub(crate) fn new(after: Duration) -> (Self, Questions) {
        let (sender, asked) = mpsc::unbounded_channel();
        (Self(sender), Questions { asked, after })
    }

    pub(crate) fn asked(&self, request: &StoredRequest) {
        if is_test_account(&request.asked.email) {
            // Fails only when the service ends.
            let _ = self.0.send(request.id.clone());
        }
    }
}

fn is_test_account(email: &str) -> bool {
    [VERIFIED, UNVERIFIED, ON_EU_LIST, ON_PEP_LIST].contains(&idw_autheid::email_key(email).as_str())
}

/// Decides what they are asked, for ever.
pub(crate) async fn decide(questions: Option<Questions>, service: Service<Database, EveryWallet>) {
    let Some(Questions { mut asked, after }) = questions else { return };
    while let Some(id) = asked.recv().await {
        let service = service.clone();
        tokio::spawn(async move {
            tokio::time::sleep(after).await;
            if let Err(error) = decide_one(&service, &id).await {
                tracing::warn!(%error, "a test account did not decide");
            }
        });
    }
}

/// Why a test account did not decide.
#[derive(Debug, thiserror::Error)]
enum NotDecided {
    #[error("the request is gone")]
    Gone,
    #[error("the answer does not fit: {0}")]
    Misfit(String),
    #[error(transparent)]
    Sign(#[from] sign::SignError),
    #[error(transparent)]
    Service(#[from] idw_autheid::ServiceError),
    #[error(transparent)]
    Database(#[from] crate::database::DatabaseError),
}

async fn decide_one(service: &Service<Database, EveryWallet>, id: &RequestId) -> Result<(), NotDecided> {
    use idw_autheid::Store as _;

    let database = service.store();
    let request = database.request(id).await.map_err(idw_autheid::ServiceError::from)?.ok_or(NotDecided::Gone)?;
    if request.verdict.is_some() {
        return Ok(());
    }
    let rp = database.rp(&request.rp).await?.ok_or(NotDecided::Gone)?;
    let email = idw_autheid::email_key(&request.asked.email);
    // Theirs is no secret: whoever has this service's can answer for everybody anyway.
    let secret = Secret::from_bytes(&idw_autheid::key_hash(&format!("test account {email}")));
    let now = service.now();
    let call = answer_of(&request, &rp, &secret, &email, now)?;
    let keys = database.service();
    let settled = Settled { keys, request: &request, rp: &rp, user: &secret, kept: None, trust: Trust::Wallets, now };
    let Made { mut decision, at, .. } =
        made(&call, &settled).map_err(|error| NotDecided::Misfit(format!("{error:?}")))?;
    if let Decision::Approved(Answer { payload: Payload::Kyc(kyc), .. }) = &mut decision {
        let screened = |list: &str| {
            if email == list { Screening::Match("a test account".to_owned()) } else { Screening::NoMatch }
        };
        kyc.screening_eu = screened(ON_EU_LIST);
        kyc.screening_un = Screening::NoMatch;
        kyc.screening_pep = screened(ON_PEP_LIST);
    }
    service.decide_at(id, decision, at).await?;
    Ok(())
}

/// What a wallet would send.
fn answer_of(
    request: &StoredRequest,
    rp: &RpRow,
    secret: &Secret,
    email: &str,
    now: Timestamp,
) -> Result<AnswerCall, NotDecided> {
    let at = now.clamp(request.created, request.deadline()).as_second();
    let is_verified = email != UNVERIFIED;
    let raw = RawKey::derive(secret, &rp.id)?;
    let asked = &request.asked;
    let mut call = AnswerCall {
        decision: AnswerDecision::Approved,
        at,
        device_id: raw.device_id(),
        device_name: "Test account".to_owned(),
        is_verified,
        ..AnswerCall::declined()
    };
    if asked.needs_verified() && !is_verified {
        call.decision = AnswerDecision::NotVerified;
        return Ok(call);
    }
    match &asked.kind {
        Kind::Authentication { .. } => {}
        Kind::Signature { serialization, invisible_data, .. } => {
            let text = SignedText {
                email: asked.email.clone(),
                rp_name: rp.name.clone(),
                title: asked.title.clone(),
                description: asked.description.clone(),
                timestamp_created: request.created.as_second(),
                timestamp_finished: at,
                timeout_seconds: asked.timeout_sent,
                invisible_data: invisible_data.clone(),
            };
            let written = match serialization {
                Serialization::Json => sign::Serialization::Json,
                Serialization::Protobuf => sign::Serialization::Protobuf,
            };
            let data = text.bytes(rp.form, written);
            call.signature = Some(match rp.form {
                Form::Raw => {
                    let signed = raw.sign_raw(&data);
                    let (sign, user_pub_key) = (signed.sign.to_vec(), signed.user_pub_key.to_vec());
                    AnsweredSignature { data, sign, user_pub_key, certificate_request: None }
                }
                Form::X509 => {
                    let key = ClientKey::derive(secret, &rp.id)?;
                    let (sign, request) = (key.sign_der(&data)?, key.certificate_request()?);
                    AnsweredSignature { data, sign, user_pub_key: Vec::new(), certificate_request: Some(request) }
                }
            });
        }
        Kind::Identification => call.identification = Some(ada()),
        Kind::Kyc { .. } => {
            call.identification = Some(ada());
            call.kyc = Some(AnsweredKyc {
                passport_issuing_state: "SWE".to_owned(),
                passport_number: "111222333".to_owned(),
                passport_expiration: "2040-01-01".to_owned(),
                phone_number: ada().phone_number,
                kyc_pdf: PDF.to_vec(),
                residency_proof_pdf: Some(PDF.to_vec()),
            });
        }
    }
    Ok(call)
}

fn ada() -> Identification {
    let [first_name, last_name, gender] = ["Ada", "Example", "F"].map(str::to_owned);
    let [date_of_birth, nationality, personal_number] = ["1980-01-01", "SWE", "19800101-0000"].map(str::to_owned);
    let [residency_country, residency_city, residency_postcode] = ["SWE", "Malmo", "211 25"].map(str::to_owned);
    Identification {
        first_name,
        last_name,
        gender,
        date_of_birth,
        nationality,
        personal_number,
        residency_country,
        residency_city,
        residency_postcode,
        residency_address: "Ostergatan 21".to_owned(),
        phone_number: "+46 70 000 00 00".to_owned(),
        ..Identification::default()
    }
}
