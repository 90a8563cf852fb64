//! Every rule about creating a request, kept and broken.

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
    let expected =
        Kind::Signature { serialization: Serialization::Protobuf, invisible_data: vec![0, 255], verified_only: true };
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
