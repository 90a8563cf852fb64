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
pub(crate) mod tests {
    use super::*;
    use crate::generated::create_request::{Authentication, DeviceKey, Kyc, Signature};

    /// A call that keeps the rules.
    pub(crate) fn call() -> CreateRequest {
        CreateRequest {
            r#type: RequestType::Authentication.into(),
            email: "ada@company.example".to_owned(),
            title: "Log in".to_owned(),
            ..CreateRequest::default()
        }
    }

    pub(crate) fn asked() -> Asked {
        Asked::check(call()).unwrap()
    }

    fn with(change: impl FnOnce(&mut CreateRequest)) -> Result<Asked, String> {
        let mut call = call();
        change(&mut call);
        Asked::check(call).map_err(|error| error.to_string())
    }

    fn is_refused(change: impl FnOnce(&mut CreateRequest), because: &str) {
        let message = with(change).expect_err(because);
        assert!(message.contains(because), "{message:?} does not say {because:?}");
    }

    fn signature(call: &mut CreateRequest) {
        call.r#type = RequestType::Signature.into();
    }

    #[test]
    fn the_four_types_are_taken() {
        assert_eq!(asked().kind, Kind::Authentication { verified_only: false });
        let kind_of = |kind: RequestType| with(|call| call.r#type = kind.into()).map(|asked| asked.kind);
        let signature =
            Kind::Signature { serialization: Serialization::Json, invisible_data: Vec::new(), verified_only: false };
        assert_eq!(kind_of(RequestType::Signature), Ok(signature));
        assert_eq!(kind_of(RequestType::Identification), Ok(Kind::Identification));
        assert_eq!(kind_of(RequestType::Kyc), Ok(Kind::Kyc { files: Files::Links }));
    }

    #[test]
    fn other_types_are_refused() {
        is_refused(|call| call.r#type = 0, "type is missing");
        is_refused(|call| call.r#type = 1, "device keys");
        for unknown in [2, 7, -1, i32::MAX] {
            is_refused(|call| call.r#type = unknown, "type is not known");
        }
    }

    #[test]
    fn what_a_type_needs_besides_is_read() {
        let asked = with(|call| call.extra = Some(Extra::Authenticate(Authentication { verified_only: true })));
        assert!(asked.unwrap().needs_verified());
        let asked = with(|call| {
            signature(call);
            let (invisible_data, serialization) = (vec![0, 255], generated::Serialization::Protobuf.into());
            call.extra = Some(Extra::Signature(Signature { serialization, invisible_data, verified_only: true }));
        });
        let expected = Kind::Signature {
            serialization: Serialization::Protobuf,
            invisible_data: vec![0, 255],
            verified_only: true,
        };
        assert_eq!(asked.unwrap().kind, expected);
        let asked = with(|call| {
            call.r#type = RequestType::Kyc.into();
            call.extra = Some(Extra::Kyc(Kyc { files_format: FileFormat::Embedded.into() }));
        });
        assert_eq!(asked.unwrap().kind, Kind::Kyc { files: Files::Embedded });
    }

    #[test]
    fn numbers_that_nobody_knows_are_refused() {
        is_refused(
            |call| {
                signature(call);
                call.extra = Some(Extra::Signature(Signature { serialization: 2, ..Signature::default() }));
            },
            "serialization is not known",
        );
        is_refused(
            |call| {
                call.r#type = RequestType::Kyc.into();
                call.extra = Some(Extra::Kyc(Kyc { files_format: -1 }));
            },
            "files_format is not known",
        );
    }

    #[test]
    fn a_member_that_does_not_fit_the_type_is_passed_over() {
        for extra in [
            Extra::Signature(Signature { serialization: 99, verified_only: true, ..Signature::default() }),
            Extra::Kyc(Kyc { files_format: 99 }),
            Extra::DeviceKey(DeviceKey::default()),
        ] {
            let asked = with(|call| call.extra = Some(extra)).unwrap();
            assert_eq!(asked.kind, Kind::Authentication { verified_only: false });
        }
    }

    #[test]
    fn identification_and_kyc_always_need_somebody_verified() {
        for (kind, expected) in [(3, false), (4, false), (5, true), (6, true)] {
            assert_eq!(with(|call| call.r#type = kind).unwrap().needs_verified(), expected, "{kind}");
        }
    }

    #[test]
    fn an_email_is_needed_and_kept_as_it_is() {
        is_refused(|call| call.email.clear(), "email is missing");
        is_refused(|call| call.email = format!("{}@a.example", "a".repeat(311)), "320 bytes");
        is_refused(|call| call.email = "ada\n@a.example".to_owned(), "control character");
        is_refused(|call| call.use_local_account = true, "use_local_account");
        let odd = " Ada+x@Company.EXAMPLE ";
        assert_eq!(with(|call| call.email = odd.to_owned()).unwrap().email, odd);
    }

    #[test]
    fn only_the_domain_is_the_same_in_any_case() {
        assert_eq!(email_key("Ada@Company.EXAMPLE"), "Ada@company.example");
        assert_eq!(email_key("Ada@B@C.Example"), "Ada@B@c.example");
        assert_eq!(email_key("Ada"), "Ada");
        assert_ne!(email_key("ada@company.example"), email_key("Ada@company.example"));
        assert_ne!(email_key(" ada@company.example"), email_key("ada@company.example"));
    }

    #[test]
    fn a_title_is_one_line_of_at_most_100_characters() {
        is_refused(|call| call.title.clear(), "title is missing");
        is_refused(|call| call.title = " \t".to_owned(), "title is missing");
        for line_break in ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'] {
            is_refused(|call| call.title = format!("a{line_break}b"), "more than one line");
        }
        is_refused(|call| call.title = "a\n".to_owned(), "more than one line");
        is_refused(|call| call.title = "ä".repeat(101), "more than 100 characters");
        for title in ["ä".repeat(100), " a ".to_owned(), "🦀".repeat(100)] {
            assert_eq!(with(|call| call.title.clone_from(&title)).unwrap().title, title);
        }
    }

    #[test]
    fn a_description_has_at_most_255_characters_on_10_lines() {
        let described = |text: String| {
            with(|call| {
                signature(call);
                call.description = text;
            })
        };
        for fine in ["ä".repeat(255), "a\n".repeat(10), "a\r\n".repeat(10), "\n".repeat(9), " a ".to_owned()] {
            assert_eq!(described(fine.clone()).unwrap().description, fine);
        }
        assert!(described("ä".repeat(256)).unwrap_err().contains("255 characters"));
        for eleven in ["a\n".repeat(10) + "a", "a\u{2028}".repeat(11), "\r\n".repeat(11)] {
            assert!(described(eleven).unwrap_err().contains("10 lines"));
        }
    }

    #[test]
    fn a_description_is_refused_with_all_other_types() {
        for kind in [3, 5, 6] {
            is_refused(
                |call| {
                    call.r#type = kind;
                    call.description = "a".to_owned();
                },
                "only for the type SIGNATURE",
            );
        }
    }

    #[test]
    fn a_timeout_is_between_10_and_600_seconds() {
        for (sent, seconds) in [(0, 60), (10, 10), (60, 60), (600, 600)] {
            let asked = with(|call| call.timeout_seconds = sent).unwrap();
            assert_eq!((asked.timeout.as_secs(), i64::from(asked.timeout_sent)), (seconds, i64::from(sent)));
        }
        for sent in [9, 601, -1, i32::MIN, i32::MAX] {
            is_refused(|call| call.timeout_seconds = sent, "between 10 and 600");
        }
    }

    #[test]
    fn an_idempotent_key_is_bounded() {
        assert_eq!(with(|call| call.idempotent_key = "k".repeat(255)).unwrap().idempotent_key.len(), 255);
        is_refused(|call| call.idempotent_key = "k".repeat(256), "255 characters");
    }

    #[test]
    fn what_only_device_keys_use_is_taken_and_not_read() {
        let asked = with(|call| {
            call.ra_pub_key = vec![2; 33];
            call.timestamp_created = 1;
            call.disable_biometric_authorization = true;
        });
        assert!(asked.unwrap().no_biometrics);
    }

    #[test]
    fn a_log_shows_no_text_of_a_request() {
        let shown = format!("{:?}", asked());
        assert!(!shown.contains("ada") && !shown.contains("Log in"), "{shown}");
    }
}
