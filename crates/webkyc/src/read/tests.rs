//! What is read of good, poor and hostile answers.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;

fn texts(document: &CheckedDocument) -> Vec<(&'static str, &str)> {
    document.texts().collect()
}

fn read_details(json: &Value) -> Checked {
    details(json.to_string().as_bytes()).unwrap()
}

/// The result of a check that passed.
fn read_result(json: &Value) -> Checked {
    let mut json = json.clone();
    json["status"] = json!("PASSED");
    result(json.to_string().as_bytes()).unwrap()
}

#[test]
fn the_details_of_web_kyc() {
    let checked = read_details(&json!({
        "croppedDocs": {"front": "/9j/", "back": null, "more": 1},
        "details": {"documentNumber": "8136431812", "issuingCountry": "DEU", "surname": null, "more": [{}]},
        "more": {"a": [1, 2.5, -3, true, null]},
    }));
    assert_eq!(checked.documents.len(), 1);
    let document = &checked.documents[0];
    assert_eq!(texts(document), [("documentNumber", "8136431812"), ("issuingCountry", "DEU")]);
    assert_eq!(document.front.as_ref().map(Picture::bytes), Some(&b"\xff\xd8\xff"[..]));
    assert!(document.back.is_none() && document.face.is_none() && checked.face.is_none());
    assert_eq!(checked.dropped, <[&str; 0]>::default());
}

#[test]
fn whatever_is_missing_is_just_not_there() {
    assert_eq!(read_details(&json!({})).documents.len(), 0);
    assert_eq!(read_details(&json!({"details": null, "croppedDocs": {}})).documents.len(), 0);
    assert_eq!(read_details(&json!({"croppedDocs": {"back": "AAAA"}})).documents.len(), 1);
    assert_eq!(texts(&read_details(&json!({"details": {"sex": "X"}})).documents[0]), [("sex", "X")]);
    assert_eq!(read_result(&json!({})).documents.len(), 0);
}

#[test]
fn what_does_not_fit_is_dropped_and_named_once() {
    let checked = read_details(&json!({
        "croppedDocs": {"front": "no base64!", "back": 7},
        "details": {"surname": 7, "givenNames": "a".repeat(1025), "sex": ["F"], "documentNumber": "1"},
    }));
    assert_eq!(texts(&checked.documents[0]), [("documentNumber", "1")]);
    assert_eq!(checked.dropped, ["back", "front", "givenNames", "sex", "surname"]);
    assert_eq!(read_details(&json!({"details": "x", "croppedDocs": []})).dropped, ["croppedDocs", "details"]);
    let twice = json!({"documentData": {"surname": 1}, "documentData2": {"surname": 2}, "nfcVerified": "yes"});
    assert_eq!(read_result(&twice).dropped, ["nfcVerified", "surname"]);
}

#[test]
fn the_result_of_web_idv() {
    let checked = read_result(&json!({
        "id": "7", "status": "PASSED", "platform": "WEB", "startTime": "s", "endTime": "e", "nfcVerified": false,
        "livenessFaceImage": {"contentType": "image/jpeg", "content": "/9j/"},
        "documentData": {
            "documentType": "NID", "surnameAndGivenNames": "Example Ada", "licenseClass": null,
            "croppedFrontImage": {"contentType": "image/jpeg", "content": "AAAA"},
            "croppedBackImage": {"content": "AAAB"}, "faceImage": {"content": "AAAC"},
        },
        "documentData2": {"documentType": "DL"}, "documentDataX": {"documentType": "PP"},
        "addressProofDocument": {"address": "x"},
    }));
    let words = [&checked.id, &checked.status, &checked.platform, &checked.started, &checked.ended];
    assert_eq!(words.map(|word| word.as_deref().unwrap()), ["7", "PASSED", "WEB", "s", "e"]);
    assert_eq!((checked.nfc_verified, checked.documents.len()), (Some(false), 2));
    assert!(checked.face.is_some() && checked.dropped.is_empty());
    let first = &checked.documents[0];
    assert_eq!(texts(first), [("documentType", "NID"), ("surnameAndGivenNames", "Example Ada")]);
    assert!(first.front.is_some() && first.face.is_some());
    assert_eq!(first.back.as_ref().map(Picture::bytes), Some(&[0, 0, 1][..]));
}

#[test]
fn only_so_many_documents_are_read() {
    let members = (1..=20).map(|number| (format!("documentData{number}"), json!({"sex": "F"})));
    let checked = read_result(&Value::Object(members.collect()));
    assert_eq!((checked.documents.len(), checked.dropped), (DOCUMENTS, vec!["documentData"]));
}

#[test]
fn a_check_that_did_not_pass_is_an_error() {
    let status = |status: Value| result(json!({"status": status}).to_string().as_bytes());
    assert!(status(json!("PASSED")).is_ok());
    assert!(matches!(status(json!(null)), Err(WebKycError::NotUnderstood { .. })), "nobody said that it passed");
    assert!(matches!(result(b"{}"), Err(WebKycError::NotUnderstood { .. })), "nor here");
    let told = |outcome: Result<Checked, WebKycError>| match outcome {
        Err(WebKycError::NotPassed { status }) => status,
        other => panic!("{other:?}"),
    };
    assert_eq!(told(status(json!("FAI\u{202e}LED"))), "FAILED");
    assert_eq!(told(status(json!(""))), "empty");
    assert_eq!(told(status(json!("passed"))), "passed");
    assert!(matches!(status(json!(1)), Err(WebKycError::NotUnderstood { .. })));
}

#[test]
fn a_token_fits_a_header() {
    let check = |json: &str, expected: Option<&str>| {
        assert_eq!(token(json.as_bytes()).ok().as_ref().map(|token| token.as_str()), expected, "{json:.60}");
    };
    check(r#"{"more": {"token": "x"}, "token": "a.b-c"}"#, Some("a.b-c"));
    let long = "a".repeat(TOKEN_LEN_BYTES);
    check(&format!(r#"{{"token": "{long}"}}"#), Some(&long));
    check(&format!(r#"{{"token": "{long}a"}}"#), None);
    for json in ["", "{}", "[]", "7", r#"{"token": ""}"#, r#"{"token": 7}"#, r#"{"token": "a b"}"#] {
        check(json, None);
    }
    for json in [r#"{"token": "a\r\nb"}"#, r#"{"token": "\u00e4"}"#, r#"{"token": "a"} x"#, r#"{"token": "a""#] {
        check(json, None);
    }
}

#[test]
fn a_refusal_is_quoted_clean_and_short() {
    let check = |json: &str, code: Option<&str>, message: Option<&str>| {
        let (got_code, got_message) = refusal(json.as_bytes());
        assert_eq!((got_code.as_deref(), got_message.as_deref()), (code, message), "{json:.60}");
    };
    check(r#"{"errorCode": "A_B", "errorMessage": "no\u202e \u0007no"}"#, Some("A_B"), Some("no no"));
    check(r#"{"error": "x", "error_description": "y"}"#, Some("x"), Some("y"));
    check("<p>no", None, None);
    check(r#"{"errorCode": 7}"#, None, None);
    let long = format!(r#"{{"errorMessage": "{}"}}"#, "a".repeat(5000));
    check(&long, None, Some(&format!("{}\u{2026}", "a".repeat(SHOWN_TEXT_LEN))));
}

#[test]
fn what_is_no_object_in_json_is_not_understood() {
    let deep = format!("{{\"details\": {}1{}}}", "[".repeat(100_000), "]".repeat(100_000));
    for json in ["", "[]", "null", "7", "\"a\"", "{", "{} {}", "{details: {}}", "{\"a\": 1e999}", "\u{0}", &deep] {
        let outcomes = [details(json.as_bytes()), result(json.as_bytes())];
        for outcome in outcomes {
            assert!(matches!(outcome, Err(WebKycError::NotUnderstood { .. })), "{json:.60}: {outcome:?}");
        }
    }
    assert!(details(b"{\"a\": \"\xff\"}").is_err());
}

fn any_json() -> impl Strategy<Value = Value> {
    let name = prop_oneof![
        Just("details"),
        Just("croppedDocs"),
        Just("front"),
        Just("surname"),
        Just("status"),
        Just("documentData"),
        Just("livenessFaceImage"),
        Just("content"),
        Just("token"),
    ];
    let name = prop_oneof![name.prop_map(str::to_owned), ".{0,4}"];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        "[A-Za-z0-9+/]{4,8}={0,2}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            prop::collection::vec((name.clone(), inner), 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn any_json_is_read_or_refused(json in any_json()) {
        let text = json.to_string();
        for outcome in [details(text.as_bytes()), result(text.as_bytes())] {
            prop_assert!(json.is_object() || outcome.is_err());
            if let Ok(checked) = outcome {
                let longest = checked.documents.iter().flat_map(CheckedDocument::texts).map(|(_, text)| text.len());
                prop_assert!(longest.max().unwrap_or(0) <= text.len());
            }
        }
        prop_assert!(details(text.as_bytes()).is_ok() == json.is_object(), "objects of any make-up are read");
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = (details(&bytes), result(&bytes), token(&bytes), refusal(&bytes));
    }
}
