//! For the fuzz targets alone: whatever an RP may send to create a request.

use prost::Message as _;

use crate::asked::{Asked, Kind};
use crate::generated::create_request::{Authentication, Extra, Kyc, Signature};
use crate::generated::{CreateRequest, RequestType};
use crate::json;

/// A body in JSON.
///
/// # Panics
/// When something is read otherwise than it was written, or a request is taken that breaks a rule.
pub fn try_json(bytes: &[u8]) {
    let Ok(call) = json::read::<CreateRequest>(bytes) else { return };
    let written = json::write(&call).expect("what was read has nothing that cannot be written");
    assert_eq!(json::read::<CreateRequest>(&written).expect("what was written can be read"), call);
    check(call);
}

/// A body in protobuf.
///
/// # Panics
/// When something is read otherwise than it was written, or a request is taken that breaks a rule.
pub fn try_protobuf(bytes: &[u8]) {
    let Ok(call) = CreateRequest::decode(bytes) else { return };
    let written = call.encode_to_vec();
    assert_eq!(CreateRequest::decode(written.as_slice()).expect("what was written can be read"), call);
    check(call);
}

/// The rules once more, in other words.
fn check(call: CreateRequest) {
    let sent = call.clone();
    let Ok(asked) = Asked::check(call) else { return };
    assert!(asked.email == sent.email && asked.title == sent.title && asked.description == sent.description);
    assert!((1..=100).contains(&asked.title.chars().count()) && asked.title.lines().count() == 1);
    assert!(asked.description.chars().count() <= 255 && asked.description.lines().count() <= 10);
    assert!(asked.description.is_empty() || matches!(asked.kind, Kind::Signature { .. }));
    assert!(!asked.email.is_empty() && !sent.use_local_account);
    assert!((10..=600).contains(&asked.timeout.as_secs()));
    let kept = serde_json::to_vec(&asked).expect("a request can be kept");
    assert_eq!(serde_json::from_slice::<Asked>(&kept).expect("what is kept can be read"), asked);
}

/// Calls as RPs make them: each as JSON, and as protobuf.
#[must_use]
pub fn seeds() -> Vec<(Vec<u8>, Vec<u8>)> {
    let call = |kind: RequestType, extra| CreateRequest {
        r#type: kind.into(),
        email: "ada@company.example".to_owned(),
        title: "Row".to_owned(),
        timeout_seconds: 30,
        idempotent_key: "again".to_owned(),
        extra,
        ..CreateRequest::default()
    };
    let signature = Signature { serialization: 1, invisible_data: b"hidden".to_vec(), verified_only: true };
    let calls = [
        call(RequestType::Authentication, Some(Extra::Authenticate(Authentication { verified_only: true }))),
        CreateRequest {
            description: "Two\nlines".to_owned(),
            ..call(RequestType::Signature, Some(Extra::Signature(signature)))
        },
        call(RequestType::Identification, None),
        call(RequestType::Kyc, Some(Extra::Kyc(Kyc { files_format: 1 }))),
    ];
    calls.iter().map(|call| (json::write(call).unwrap_or_default(), call.encode_to_vec())).collect()
}
