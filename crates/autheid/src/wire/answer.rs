//! A person's decision, on its way to the service.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::answer::Identification;
use crate::serde_bytes;

/// What the wallet sends. Members that do not belong to the request's type are passed over.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerCall {
    /// What was decided.
    pub decision: AnswerDecision,
    /// When, in Unix seconds: not before the request, and not after its end.
    #[serde(default)]
    pub at: i64,
    /// What the RP knows the device by: a compressed public key in standard base64.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub device_id: String,
    /// What the RP hears of the device.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub device_name: String,
    /// Whether the wallet says that its user is verified.
    #[serde(default)]
    pub is_verified: bool,
    /// With SIGNATURE.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<AnsweredSignature>,
    /// With IDENTIFICATION and KYC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identification: Option<Identification>,
    /// With KYC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kyc: Option<AnsweredKyc>,
}

/// What the person decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum AnswerDecision {
    /// Yes.
    Approved,
    /// Yes, and they are not verified as the request needs it.
    NotVerified,
    /// No.
    Declined,
}

/// What the person signed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnsweredSignature {
    /// The bytes that are signed.
    #[serde(with = "serde_bytes")]
    pub data: Vec<u8>,
    /// The signature: 64 bytes in form raw, DER in form x509.
    #[serde(with = "serde_bytes")]
    pub sign: Vec<u8>,
    /// The compressed key, in form raw.
    #[serde(default, with = "serde_bytes")]
    pub user_pub_key: Vec<u8>,
    /// PKCS #10 in DER, in form x509, if the service has no certificate yet.
    #[serde(default, with = "serde_bytes::option", skip_serializing_if = "Option::is_none")]
    pub certificate_request: Option<Vec<u8>>,
}

/// What comes with KYC beside who the person is.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AnsweredKyc {
    /// ISO 3166-1 alpha-3.
    pub passport_issuing_state: String,
    /// As printed.
    pub passport_number: String,
    /// ISO 8601.
    pub passport_expiration: String,
    /// As the holder says.
    pub phone_number: String,
    /// `kyc.pdf`.
    #[serde(with = "serde_bytes")]
    pub kyc_pdf: Vec<u8>,
    /// `residency.pdf`, if there is one.
    #[serde(with = "serde_bytes::option", skip_serializing_if = "Option::is_none")]
    pub residency_proof_pdf: Option<Vec<u8>>,
}

impl AnswerCall {
    /// The person's no.
    pub fn declined() -> Self {
        Self {
            decision: AnswerDecision::Declined,
            at: 0,
            device_id: String::new(),
            device_name: String::new(),
            is_verified: false,
            signature: None,
            identification: None,
            kyc: None,
        }
    }
}

/// Shows the decision alone: the rest is about a person.
impl fmt::Debug for AnswerCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AnswerCall").field("decision", &self.decision).finish_non_exhaustive()
    }
}

impl fmt::Debug for AnsweredSignature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AnsweredSignature(…)")
    }
}

impl fmt::Debug for AnsweredKyc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AnsweredKyc(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_no_says_nothing_else() {
        let text = serde_json::to_string(&AnswerCall::declined()).unwrap();
        assert_eq!(text, r#"{"decision":"DECLINED","at":0,"is_verified":false}"#);
        let read: AnswerCall = serde_json::from_str(r#"{"decision": "DECLINED"}"#).unwrap();
        assert_eq!(read, AnswerCall::declined());
    }

    #[test]
    fn an_answer_is_the_same_at_the_other_end() {
        let call = AnswerCall {
            decision: AnswerDecision::Approved,
            at: 1_796_042_500,
            device_id: "A".repeat(44),
            device_name: "Identity Wallet".to_owned(),
            is_verified: true,
            signature: Some(AnsweredSignature {
                data: b"text".to_vec(),
                sign: vec![0xfb; 64],
                user_pub_key: vec![2; 33],
                certificate_request: Some(vec![0x30]),
            }),
            identification: Some(Identification { first_name: "Ada".to_owned(), ..Identification::default() }),
            kyc: Some(AnsweredKyc { kyc_pdf: b"%PDF".to_vec(), ..AnsweredKyc::default() }),
        };
        let text = serde_json::to_string(&call).unwrap();
        assert_eq!(serde_json::from_str::<AnswerCall>(&text).unwrap(), call);
        assert!(!format!("{call:?}").contains("Ada"));
    }
}
