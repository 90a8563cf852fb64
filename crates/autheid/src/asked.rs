//! What an RP asks for, once it is known to keep the rules.

use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::error::ServiceError;
use crate::generated::create_request::Extra;
use crate::generated::{self, CreateRequest, FileFormat, RequestType};
use crate::serde_bytes;

const MOST_TITLE_CHARS: usize = 100;
const MOST_DESCRIPTION_CHARS: usize = 255;
const MOST_DESCRIPTION_LINES: usize = 10;
/// RFC 5321, section 4.5.3.1: 64 octets, an @, 255 octets.
const MOST_EMAIL_BYTES: usize = 320;
const MOST_KEY_CHARS: usize = 255;
const SECONDS: std::ops::RangeInclusive<i32> = 10..=600;
const USUAL_SECONDS: u64 = 60;

/// A request that keeps the rules. Texts are exactly as the RP sent them.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// What for.
    pub kind: Kind,
    /// Who, as the RP spelt it.
    pub email: String,
    /// One line.
    pub title: String,
    /// Text to sign; empty with all other kinds.
    pub description: String,
    /// How long there is to decide.
    pub timeout: Duration,
    /// The seconds that the RP sent: 0 when it sent none.
    pub timeout_sent: u32,
    /// The same request again has the same key; empty when there is none.
    pub idempotent_key: String,
    /// A password or PIN has to be typed.
    pub no_biometrics: bool,
}

/// What a request is for, with what that kind needs besides.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// To log in.
    Authentication {
        /// Only somebody who is verified may.
        verified_only: bool,
    },
    /// To sign a text.
    Signature {
        /// How what is signed is written.
        serialization: Serialization,
        /// Goes into what is signed and is not shown.
        #[serde(with = "serde_bytes")]
        invisible_data: Vec<u8>,
        /// Only somebody who is verified may.
        verified_only: bool,
    },
    /// Who the person is.
    Identification,
    /// Who the person is, with a document and PDFs.
    Kyc {
        /// How the PDFs are to come.
        files: Files,
    },
}

/// How what is signed is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Serialization {
    /// As JSON.
    Json,
    /// As protobuf.
    Protobuf,
}

/// How PDFs are to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Files {
    /// As addresses, which need the RP's key.
    Links,
    /// As bytes in the result.
    Embedded,
}

impl Asked {
    /// Holds a call against the rules.
    ///
    /// # Errors
    /// [`ServiceError::InvalidArgument`] with the rule that is broken.
    pub fn check(call: CreateRequest) -> Result<Self, ServiceError> {
        let kind = kind_of(&call)?;
        if call.use_local_account {
            return Err(ServiceError::invalid("use_local_account is not served here: a request needs an email"));
        }
        check_email(&call.email)?;
        check_title(&call.title)?;
        check_description(&call.description, &kind)?;
        if call.idempotent_key.chars().count() > MOST_KEY_CHARS {
            return Err(ServiceError::invalid("idempotent_key has more than 255 characters"));
        }
        let (timeout, timeout_sent) = timeout_of(call.timeout_seconds)?;
        Ok(Self {
            kind,
            email: call.email,
            title: call.title,
            description: call.description,
            timeout,
            timeout_sent,
            idempotent_key: call.idempotent_key,
            no_biometrics: call.disable_biometric_authorization,
        })
    }

    /// What tells emails apart: the domain is the same in any case, and nothing else is.
    pub fn email_key(&self) -> String {
        email_key(&self.email)
    }

    /// How many bytes are signed that nobody is shown.
    pub fn invisible_len(&self) -> usize {
        match &self.kind {
            Kind::Signature { invisible_data, .. } => invisible_data.len(),
            Kind::Authentication { .. } | Kind::Identification | Kind::Kyc { .. } => 0,
        }
    }

    /// Whether only somebody who is verified may approve.
    pub fn needs_verified(&self) -> bool {
        match self.kind {
            Kind::Authentication { verified_only } | Kind::Signature { verified_only, .. } => verified_only,
            Kind::Identification | Kind::Kyc { .. } => true,
        }
    }
}

/// What tells emails apart: the domain is the same in any case, and nothing else is.
pub fn email_key(email: &str) -> String {
    match email.rsplit_once('@') {
        Some((name, domain)) => format!("{name}@{}", domain.to_lowercase()),
        None => email.to_owned(),
    }
}

/// A member that does not fit the type is passed over: real clients log in with a `signature` member.
fn kind_of(call: &CreateRequest) -> Result<Kind, ServiceError> {
    match RequestType::try_from(call.r#type) {
        Ok(RequestType::Authentication) => Ok(Kind::Authentication {
            verified_only: matches!(&call.extra, Some(Extra::Authenticate(extra)) if extra.verified_only),
        }),
        Ok(RequestType::Signature) => {
            let Some(Extra::Signature(extra)) = &call.extra else {
                return Ok(Kind::Signature {
                    serialization: Serialization::Json,
                    invisible_data: Vec::new(),
                    verified_only: false,
                });
            };
            Ok(Kind::Signature {
                serialization: match generated::Serialization::try_from(extra.serialization) {
                    Ok(generated::Serialization::Json) => Serialization::Json,
                    Ok(generated::Serialization::Protobuf) => Serialization::Protobuf,
                    Err(_) => return Err(ServiceError::invalid("signature.serialization is not known")),
                },
                invisible_data: extra.invisible_data.clone(),
                verified_only: extra.verified_only,
            })
        }
        Ok(RequestType::Identification) => Ok(Kind::Identification),
        Ok(RequestType::Kyc) => {
            let Some(Extra::Kyc(extra)) = &call.extra else { return Ok(Kind::Kyc { files: Files::Links }) };
            match FileFormat::try_from(extra.files_format) {
                Ok(FileFormat::DownloadLink) => Ok(Kind::Kyc { files: Files::Links }),
                Ok(FileFormat::Embedded) => Ok(Kind::Kyc { files: Files::Embedded }),
                Err(_) => Err(ServiceError::invalid("kyc.files_format is not known")),
            }
        }
        Ok(RequestType::DeviceKey) => Err(ServiceError::invalid("device keys are not served here")),
        Ok(RequestType::Unspecified) => Err(ServiceError::invalid("type is missing")),
        Err(_) => Err(ServiceError::invalid("type is not known")),
    }
}

/// Nothing more can be said about an email: one that nobody has is asked like any other.
fn check_email(email: &str) -> Result<(), ServiceError> {
    if email.is_empty() {
        return Err(ServiceError::invalid("email is missing"));
    }
    if email.len() > MOST_EMAIL_BYTES {
        return Err(ServiceError::invalid("email has more than 320 bytes"));
    }
    if email.chars().any(char::is_control) {
        return Err(ServiceError::invalid("email has a control character"));
    }
    Ok(())
}

fn check_title(title: &str) -> Result<(), ServiceError> {
    if title.trim().is_empty() {
        return Err(ServiceError::invalid("title is missing"));
    }
    if title.chars().any(is_line_break) {
        return Err(ServiceError::invalid("title has more than one line"));
    }
    if title.chars().count() > MOST_TITLE_CHARS {
        return Err(ServiceError::invalid("title has more than 100 characters"));
    }
    Ok(())
}

fn check_description(description: &str, kind: &Kind) -> Result<(), ServiceError> {
    if description.is_empty() {
        return Ok(());
    }
    if !matches!(kind, Kind::Signature { .. }) {
        return Err(ServiceError::invalid("description is only for the type SIGNATURE"));
    }
    if description.chars().count() > MOST_DESCRIPTION_CHARS {
        return Err(ServiceError::invalid("description has more than 255 characters"));
    }
    if lines(description) > MOST_DESCRIPTION_LINES {
        return Err(ServiceError::invalid("description has more than 10 lines"));
    }
    Ok(())
}

fn timeout_of(sent: i32) -> Result<(Duration, u32), ServiceError> {
    if sent == 0 {
        return Ok((Duration::from_secs(USUAL_SECONDS), 0));
    }
    match u32::try_from(sent) {
        Ok(seconds) if SECONDS.contains(&sent) => Ok((Duration::from_secs(seconds.into()), seconds)),
        _ => Err(ServiceError::invalid("timeout_seconds is not between 10 and 600")),
    }
}

/// What ends a line by Unicode Standard Annex 14: BK, CR, LF and NL.
fn is_line_break(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// How many lines are shown. A break at the very end begins no further line.
fn lines(text: &str) -> usize {
    let text = text.replace("\r\n", "\n");
    text.strip_suffix(is_line_break).unwrap_or(&text).split(is_line_break).count()
}

impl fmt::Debug for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Authentication { .. } => "Authentication",
            Self::Signature { .. } => "Signature",
            Self::Identification => "Identification",
            Self::Kyc { .. } => "Kyc",
        })
    }
}

/// Shows neither who is asked nor any text.
impl fmt::Debug for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Asked").field("kind", &self.kind).field("timeout", &self.timeout).finish_non_exhaustive()
    }
}

#[cfg(test)]
pub(crate) mod tests;
