//! What leaves the wallet when the person agrees.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::asked::{Asked, Kind, Serialization};
use crate::serde_bytes;

/// Who agreed. The same person is another one for every RP, but for the email.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Who {
    /// The email, as the RP spelt it.
    pub email: String,
    /// 44 characters of standard base64: a compressed public key.
    pub device_id: String,
    /// What the device is called.
    pub device_name: String,
    /// `[a-z0-9]`; stays when the email changes.
    pub unique_user_id: String,
}

/// Who agreed, and to what exactly.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Who agreed.
    pub who: Who,
    /// What leaves.
    pub payload: Payload,
}

/// What leaves. It has to be of the kind that was asked for.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Payload {
    /// The person logs in.
    Authentication {
        /// The signed statement that they do.
        jwt: String,
        /// Whether somebody checked who they are.
        is_verified: bool,
    },
    /// The person signed.
    Signature(Box<Signature>),
    /// Who the person is.
    Identification(Box<Identification>),
    /// Who the person is, with a document and PDFs.
    Kyc(Box<Kyc>),
}

/// What a person signed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// How the data is written.
    pub serialization: Serialization,
    /// The bytes that are signed.
    #[serde(with = "serde_bytes")]
    pub data: Vec<u8>,
    /// The signature.
    #[serde(with = "serde_bytes")]
    pub sign: Vec<u8>,
    /// What it is checked with.
    pub form: SignatureForm,
    /// Whether somebody checked who the person is.
    pub is_verified: bool,
}

/// What a signature is checked with. An RP reads one of the two.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignatureForm {
    /// The form of 2019: a bare key.
    A {
        /// secp256k1, 33 bytes, compressed.
        #[serde(with = "serde_bytes")]
        user_pub_key: Vec<u8>,
    },
    /// The later form: certificates, all DER.
    B {
        /// The signer's certificate.
        #[serde(with = "serde_bytes")]
        certificate_client: Vec<u8>,
        /// Who issued it.
        #[serde(with = "serde_bytes")]
        certificate_issuer: Vec<u8>,
        /// That it was good before the request.
        #[serde(with = "serde_bytes")]
        ocsp_response: Vec<u8>,
    },
}

/// Who a person is. Countries are ISO 3166-1 alpha-3, dates ISO 8601; what is missing is empty.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the names say it; they are those of the protocol")]
pub struct Identification {
    pub first_name: String,
    pub last_name: String,
    /// M, F or empty.
    pub gender: String,
    pub date_of_birth: String,
    pub nationality: String,
    pub personal_number: String,
    pub residency_country: String,
    pub residency_city: String,
    pub residency_postcode: String,
    pub residency_address: String,
    pub residency_address2: String,
    /// Only in the USA.
    pub residency_area: String,
    pub phone_number: String,
}

/// Who a person is, with a document and PDFs.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kyc {
    /// Who the person is.
    pub identification: Identification,
    /// ISO 3166-1 alpha-3.
    pub passport_issuing_state: String,
    /// As printed.
    pub passport_number: String,
    /// ISO 8601.
    pub passport_expiration: String,
    /// As the holder says.
    pub phone_number: String,
    /// Against the EU's list of sanctions.
    pub screening_eu: Screening,
    /// Against the UN's list of sanctions.
    pub screening_un: Screening,
    /// For politically exposed persons.
    pub screening_pep: Screening,
    /// `kyc.pdf`.
    #[serde(with = "serde_bytes")]
    pub kyc_pdf: Vec<u8>,
    /// `residency.pdf`, if there is one.
    #[serde(with = "serde_bytes::option")]
    pub residency_pdf: Option<Vec<u8>>,
}

/// What came of comparing a person with a list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Screening {
    /// Nobody compared.
    #[default]
    Unknown,
    /// The person is on it, with what is said there.
    Match(String),
    /// The person is not on it.
    NoMatch,
}

/// Which PDF of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileKind {
    /// `kyc.pdf`.
    Kyc,
    /// `residency.pdf`.
    Residency,
}

impl FileKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Kyc, Self::Residency];

    /// Its name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Kyc => "kyc.pdf",
            Self::Residency => "residency.pdf",
        }
    }
}

impl Payload {
    /// Why this cannot be the answer to what was asked.
    pub(crate) fn misfit(&self, asked: &Asked) -> Option<&'static str> {
        let is_verified = match (self, &asked.kind) {
            (Self::Authentication { is_verified, .. }, Kind::Authentication { .. }) => *is_verified,
            (Self::Signature(signature), Kind::Signature { serialization, .. }) => {
                if signature.serialization != *serialization {
                    return Some("what was signed is not written as it was asked for");
                }
                signature.is_verified
            }
            (Self::Identification(_), Kind::Identification) | (Self::Kyc(_), Kind::Kyc { .. }) => true,
            _ => return Some("the answer is of another kind than the request"),
        };
        (asked.needs_verified() && !is_verified).then_some("only somebody who is verified may approve this")
    }

    /// A PDF in it.
    pub fn file(&self, kind: FileKind) -> Option<&[u8]> {
        match (self, kind) {
            (Self::Kyc(kyc), FileKind::Kyc) => Some(&kyc.kyc_pdf),
            (Self::Kyc(kyc), FileKind::Residency) => kyc.residency_pdf.as_deref(),
            _ => None,
        }
    }
}

impl fmt::Debug for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Who(…)")
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Answer({:?})", self.payload)
    }
}

/// Shows the kind alone: the rest is about a person.
impl fmt::Debug for Payload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Authentication { .. } => "Authentication(…)",
            Self::Signature(_) => "Signature(…)",
            Self::Identification(_) => "Identification(…)",
            Self::Kyc(_) => "Kyc(…)",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decision::Decision;

    fn kyc() -> Decision {
        let identification = Identification { first_name: "Ada".to_owned(), ..Identification::default() };
        let who = Who {
            email: "ada@company.example".to_owned(),
            device_id: "device".to_owned(),
            device_name: "Identity wallet".to_owned(),
            unique_user_id: "oava51cj".to_owned(),
        };
        let kyc = Kyc {
            identification,
            kyc_pdf: vec![0, 255],
            screening_eu: Screening::Match("listed".to_owned()),
            ..Kyc::default()
        };
        Decision::Approved(Answer { who, payload: Payload::Kyc(Box::new(kyc)) })
    }

    #[test]
    fn an_answer_is_read_as_it_was_kept() {
        let kept = serde_json::to_value(kyc()).unwrap();
        assert_eq!(kept.pointer("/approved/payload/kyc/kyc_pdf"), Some(&"AP8=".into()));
        assert_eq!(kept.pointer("/approved/payload/kyc/residency_pdf"), Some(&serde_json::Value::Null));
        assert_eq!(serde_json::from_value::<Decision>(kept).unwrap(), kyc());
    }

    #[test]
    fn a_log_shows_nothing_of_an_answer() {
        let shown = format!("{:?}", kyc());
        assert_eq!(shown, "Approved(Answer(Kyc(…)))");
    }

    #[test]
    fn the_words_that_stores_keep_stay() {
        let word = |decision: Decision| serde_json::to_value(decision).unwrap();
        assert_eq!(word(Decision::Declined), "declined");
        assert_eq!(word(Decision::TimedOut), "timed-out");
        assert_eq!(word(Decision::CancelledByRp), "cancelled-by-rp");
        assert_eq!(serde_json::to_value(Screening::NoMatch).unwrap(), "no-match");
        assert_eq!(serde_json::to_value(FileKind::ALL).unwrap(), serde_json::json!(["kyc", "residency"]));
    }
}
