//! What is open for a device's email.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::asked::{Asked, Files, Kind, Serialization};
use crate::error::ServiceError;
use crate::generated::create_request::Extra;
use crate::generated::{self, CreateRequest, FileFormat, RequestType};
use crate::ids::RequestId;
use crate::request::StoredRequest;
use crate::serde_bytes;

/// Everything that is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// Stands for what is open now: whoever sends it back waits for something else.
    pub cursor: String,
    /// What time it is for the service, in Unix seconds.
    pub time: i64,
    /// Whether RPs hear "verified" when the wallet says so.
    pub trusts_wallets: bool,
    /// Every device of the email.
    pub devices: Vec<ListedDevice>,
    /// What is open, the oldest first.
    pub requests: Vec<Listed>,
}

/// A device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedDevice {
    /// What the service calls it.
    pub id: String,
    /// What its user calls it.
    pub name: String,
    /// When it was bound, in Unix seconds.
    pub added: i64,
    /// Whether it is the one that asks.
    pub is_this: bool,
}

/// The RP of a request, as the operator registered it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedRp {
    /// What the service knows it by.
    pub id: String,
    /// What it is shown under.
    pub name: String,
    /// How its signatures are made.
    pub form: ListedForm,
    /// Whether the person has to find the number that its page shows.
    pub matching: bool,
    /// When it was registered, in Unix seconds.
    pub added: i64,
}

/// How signatures are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ListedForm {
    /// secp256k1, 64 bytes and the public key.
    Raw,
    /// P-256 in DER, with certificates.
    X509,
}

/// A request that is open. [`Listed::request`] holds it against the rules.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// What the RP knows it by.
    pub id: RequestId,
    /// Whose it is.
    pub rp: ListedRp,
    /// What for.
    #[serde(rename = "type")]
    kind: ListedKind,
    email: String,
    title: String,
    #[serde(default)]
    description: String,
    created: i64,
    ends: i64,
    /// What the RP sent: 0 when it sent nothing.
    #[serde(default)]
    timeout_seconds: u32,
    #[serde(default)]
    verified_only: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    serialization: Option<ListedSerialization>,
    #[serde(default, with = "serde_bytes::option", skip_serializing_if = "Option::is_none")]
    invisible_data: Option<Vec<u8>>,
    /// Whether the answer has to bring a certificate request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate_needed: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    files_format: Option<ListedFiles>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum ListedKind {
    Authentication,
    Signature,
    Identification,
    Kyc,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum ListedSerialization {
    Json,
    Protobuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum ListedFiles {
    DownloadLink,
    Embedded,
}

impl Listed {
    /// A request as a wallet gets it. `certificate_needed` counts with signatures alone.
    pub fn of(request: &StoredRequest, rp: ListedRp, certificate_needed: bool) -> Self {
        let asked = &request.asked;
        let (mut serialization, mut invisible_data, mut files_format) = (None, None, None);
        let kind = match &asked.kind {
            Kind::Authentication { .. } => ListedKind::Authentication,
            Kind::Signature { serialization: written, invisible_data: unseen, .. } => {
                serialization = Some(match written {
                    Serialization::Json => ListedSerialization::Json,
                    Serialization::Protobuf => ListedSerialization::Protobuf,
                });
                invisible_data = Some(unseen.clone());
                ListedKind::Signature
            }
            Kind::Identification => ListedKind::Identification,
            Kind::Kyc { files } => {
                files_format = Some(match files {
                    Files::Links => ListedFiles::DownloadLink,
                    Files::Embedded => ListedFiles::Embedded,
                });
                ListedKind::Kyc
            }
        };
        Self {
            id: request.id.clone(),
            rp,
            kind,
            email: asked.email.clone(),
            title: asked.title.clone(),
            description: asked.description.clone(),
            created: request.created.as_second(),
            ends: request.deadline().as_second(),
            timeout_seconds: asked.timeout_sent,
            verified_only: asked.needs_verified(),
            serialization,
            certificate_needed: (kind == ListedKind::Signature).then_some(certificate_needed),
            invisible_data,
            files_format,
        }
    }

    /// The request, held against the same rules as an RP's call. `rp` and `base` are what the wallet calls the RP and the service.
    ///
    /// # Errors
    /// [`ServiceError::InvalidArgument`] for a broken rule.
    pub fn request(&self, rp: String, base: String) -> Result<StoredRequest, ServiceError> {
        if RequestId::parse(self.id.as_str()).is_none() {
            return Err(ServiceError::invalid("id is not 44 characters of URL-safe base64"));
        }
        let asked = Asked::check(self.call())?;
        let created = Timestamp::from_second(self.created).map_err(|_| ServiceError::invalid("created is no time"))?;
        let request = StoredRequest { id: self.id.clone(), rp, asked, created, base, verdict: None, first_read: None };
        if request.deadline().as_second() != self.ends {
            return Err(ServiceError::invalid("ends is not created and the request's time"));
        }
        Ok(request)
    }

    /// The call that the RP has made.
    fn call(&self) -> CreateRequest {
        let verified_only = self.verified_only;
        let (kind, extra) = match self.kind {
            ListedKind::Authentication => (
                RequestType::Authentication,
                Some(Extra::Authenticate(generated::create_request::Authentication { verified_only })),
            ),
            ListedKind::Signature => {
                let serialization = match self.serialization {
                    None | Some(ListedSerialization::Json) => generated::Serialization::Json,
                    Some(ListedSerialization::Protobuf) => generated::Serialization::Protobuf,
                };
                let signature = generated::create_request::Signature {
                    serialization: serialization.into(),
                    invisible_data: self.invisible_data.clone().unwrap_or_default(),
                    verified_only,
                };
                (RequestType::Signature, Some(Extra::Signature(signature)))
            }
            ListedKind::Identification => (RequestType::Identification, None),
            ListedKind::Kyc => {
                let files = match self.files_format {
                    None | Some(ListedFiles::DownloadLink) => FileFormat::DownloadLink,
                    Some(ListedFiles::Embedded) => FileFormat::Embedded,
                };
                (RequestType::Kyc, Some(Extra::Kyc(generated::create_request::Kyc { files_format: files.into() })))
            }
        };
        CreateRequest {
            r#type: kind.into(),
            email: self.email.clone(),
            title: self.title.clone(),
            description: self.description.clone(),
            timeout_seconds: i32::try_from(self.timeout_seconds).unwrap_or(i32::MAX),
            extra,
            ..CreateRequest::default()
        }
    }
}

/// Shows neither who is asked nor any text.
impl std::fmt::Debug for Listed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Listed").field("id", &self.id).field("kind", &self.kind).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::asked::tests::asked;
    use crate::request::NewRequest;
    use crate::store::Room;

    fn rp() -> ListedRp {
        ListedRp {
            id: "311e583f77610c241d47be2a3f8cd255".to_owned(),
            name: "Sample Shop".to_owned(),
            form: ListedForm::X509,
            matching: false,
            added: 1_796_040_000,
        }
    }

    fn request(kind: Kind) -> StoredRequest {
        let asked = Asked { kind, ..asked() };
        let created = Timestamp::from_second(1_796_042_494).unwrap();
        let (id, base) = (RequestId::random().unwrap(), "https://eid.example".to_owned());
        NewRequest { id, rp: "party".to_owned(), room: Room::default(), asked, created, base }.into()
    }

    #[test]
    fn a_request_is_the_same_at_the_other_end() {
        let signature = Kind::Signature {
            serialization: Serialization::Protobuf,
            invisible_data: vec![0, 255],
            verified_only: true,
        };
        for kind in [
            Kind::Authentication { verified_only: false },
            Kind::Authentication { verified_only: true },
            signature,
            Kind::Identification,
            Kind::Kyc { files: Files::Embedded },
            Kind::Kyc { files: Files::Links },
        ] {
            let request = request(kind);
            let text = serde_json::to_string(&Listed::of(&request, rp(), true)).unwrap();
            let listed: Listed = serde_json::from_str(&text).unwrap();
            assert_eq!(listed.request(request.rp.clone(), request.base.clone()).unwrap(), request, "{text}");
        }
    }

    #[test]
    fn a_request_is_written_as_documented() {
        let kind = Kind::Signature { serialization: Serialization::Json, invisible_data: vec![], verified_only: false };
        let request = request(kind);
        let written = serde_json::to_value(Listed::of(&request, rp(), true)).unwrap();
        assert_eq!(written["type"], "SIGNATURE");
        assert_eq!((&written["serialization"], &written["invisible_data"]), (&json!("JSON"), &json!("")));
        assert_eq!(written["certificate_needed"], true);
        assert_eq!((&written["created"], &written["ends"]), (&json!(1_796_042_494), &json!(1_796_042_554)));
        assert_eq!(written["rp"]["form"], "x509");
        assert_eq!(written.get("files_format"), None);
    }

    #[test]
    fn what_breaks_a_rule_is_refused() {
        let good = serde_json::to_value(Listed::of(&request(Kind::Identification), rp(), false)).unwrap();
        let try_with = |member: &str, value: Value| {
            let mut changed = good.clone();
            changed[member] = value;
            let listed: Result<Listed, _> = serde_json::from_value(changed);
            listed.map_err(drop).and_then(|listed| listed.request(String::new(), String::new()).map_err(drop))
        };
        assert!(try_with("more", json!(1)).is_ok(), "unknown members are passed over");
        for (member, value) in [
            ("id", json!("../../x")),
            ("title", json!("two\nlines")),
            ("title", json!("x".repeat(101))),
            ("description", json!("not signed")),
            ("email", json!("")),
            ("ends", json!(1_796_099_999)),
            ("created", json!(i64::MAX)),
            ("timeout_seconds", json!(9)),
            ("type", json!("DEVICE_KEY")),
        ] {
            assert!(try_with(member, value.clone()).is_err(), "{member} {value}");
        }
    }

    #[test]
    fn a_log_shows_nothing_of_a_request() {
        let listed = Listed::of(&request(Kind::Identification), rp(), false);
        assert!(!format!("{listed:?}").contains("example"));
    }
}
