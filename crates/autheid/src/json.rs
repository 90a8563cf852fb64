//! ProtoJSON, as RPs read and write it.

use std::fmt;

use serde::de::{DeserializeOwned, DeserializeSeed, Error as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

/// Reads a message.
///
/// What the generated code does not take by itself: `null` is the same as absent, and a whole number may be written with a
/// point or an exponent. A member that is there twice is an error, as in other parsers of ProtoJSON.
pub(crate) fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, serde_json::Error> {
    let Tree(value) = serde_json::from_slice(bytes)?;
    serde_json::from_value(value)
}

/// Writes a message. Defaults are left out, but for `is_verified` and `serialization`: RPs read these two without asking
/// whether they are there.
pub(crate) fn write(message: &impl Serialize) -> Result<Vec<u8>, serde_json::Error> {
    let mut value = serde_json::to_value(message)?;
    for (member, defaults) in [
        ("authentication", [("is_verified", Value::Bool(false))].as_slice()),
        ("signature", &[("is_verified", Value::Bool(false)), ("serialization", "SERIALIZATION_JSON".into())]),
    ] {
        let Some(Value::Object(result)) = value.get_mut(member) else { continue };
        for (name, default) in defaults {
            result.entry(*name).or_insert_with(|| default.clone());
        }
    }
    serde_json::to_vec(&value)
}

/// JSON without `null` members.
struct Tree(Value);

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(TreeVisitor).map(Tree)
    }
}

struct TreeVisitor;

impl<'de> DeserializeSeed<'de> for TreeVisitor {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        #[expect(clippy::cast_possible_truncation, reason = "only what is whole and within 32 bits is taken over")]
        let whole = value as i64;
        let is_whole = value.fract() == 0.0 && value.abs() <= f64::from(u32::MAX);
        Ok(if is_whole { whole.into() } else { value.into() })
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = from.next_element_seed(TreeVisitor)? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        let mut members = Map::new();
        while let Some(name) = from.next_key::<String>()? {
            let value = from.next_value_seed(TreeVisitor)?;
            if members.insert(name, value).is_some() {
                return Err(A::Error::custom("a member is there twice"));
            }
        }
        members.retain(|_, value| !value.is_null());
        Ok(Value::Object(members))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generated::create_request::{Extra, Signature};
    use crate::generated::{
        AuthenticationResult, CreateRequest, Error, ErrorCode, GetResultResponse, RequestStatus, RequestType,
        SignatureResult, get_result_response,
    };

    fn of(text: &str) -> CreateRequest {
        read(text.as_bytes()).unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn names_come_in_both_spellings() {
        let snake = of(r#"{"timeout_seconds": 30, "use_local_account": true, "idempotent_key": "k"}"#);
        let camel = of(r#"{"timeoutSeconds": 30, "useLocalAccount": true, "idempotentKey": "k"}"#);
        assert_eq!(snake, camel);
        assert_eq!(snake.timeout_seconds, 30);
    }

    #[test]
    fn an_enum_is_a_name_or_a_number() {
        assert_eq!(of(r#"{"type": "KYC"}"#).r#type, RequestType::Kyc as i32);
        assert_eq!(of(r#"{"type": 6}"#).r#type, RequestType::Kyc as i32);
        for wrong in [r#"{"type": "PASSWORD"}"#, r#"{"type": "kyc"}"#, r#"{"type": 2}"#, r#"{"type": true}"#] {
            assert!(read::<CreateRequest>(wrong.as_bytes()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn null_is_the_same_as_absent() {
        let nothing = r#"{"type": null, "email": null, "timeout_seconds": null, "use_local_account": null,
            "signature": null, "kyc": null, "ra_pub_key": null}"#;
        assert_eq!(of(nothing), CreateRequest::default());
        assert!(of(r#"{"signature": {"serialization": null}, "kyc": null}"#).extra.is_some());
    }

    #[test]
    fn base64_is_taken_in_either_alphabet_with_or_without_padding() {
        for text in ["-_8=", "-_8", "+/8=", "+/8"] {
            let call = of(&format!(r#"{{"signature": {{"invisible_data": "{text}"}}}}"#));
            let signature = Signature { invisible_data: vec![0xfb, 0xff], ..Signature::default() };
            assert_eq!(call.extra, Some(Extra::Signature(signature)), "{text}");
        }
        assert!(read::<CreateRequest>(br#"{"signature": {"invisible_data": "-/8="}}"#).is_err());
    }

    #[test]
    fn a_number_can_be_a_string_or_have_a_point() {
        for number in ["30", "\"30\"", "30.0", "3e1"] {
            assert_eq!(of(&format!(r#"{{"timeout_seconds": {number}}}"#)).timeout_seconds, 30, "{number}");
        }
        for wrong in ["30.5", "1e99", "4294967296", "\"x\"", "true", "[]", "{}"] {
            let text = format!(r#"{{"timeout_seconds": {wrong}}}"#);
            assert!(read::<CreateRequest>(text.as_bytes()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn two_members_of_one_group_are_an_error() {
        assert!(read::<CreateRequest>(br#"{"signature": {}, "kyc": {}}"#).is_err());
        assert!(read::<CreateRequest>(br#"{"email": "a", "email": "a"}"#).is_err());
        assert!(read::<CreateRequest>(br#"{"email": null, "email": "a"}"#).is_err());
        assert!(read::<CreateRequest>(br#"{"timeout_seconds": 10, "timeoutSeconds": 10}"#).is_err());
    }

    #[test]
    fn members_that_nobody_knows_are_passed_over() {
        let call = of(r#"{"email": "a", "colour": {"deep": [1, {"er": null}]}, "kyc": {"x": 1}}"#);
        assert_eq!(call.email, "a");
    }

    #[test]
    fn what_is_no_json_is_an_error() {
        let deep = "[".repeat(100_000);
        for wrong in ["", "null", "[]", "1", "{", r#"{"email": 1}"#, "{} {}", "\u{feff}{}", deep.as_str()] {
            assert!(read::<CreateRequest>(wrong.as_bytes()).is_err(), "{wrong:.20}");
        }
        assert!(read::<CreateRequest>(b"{\"email\": \"\xff\"}").is_err());
    }

    #[test]
    fn defaults_are_left_out_but_for_two() {
        let result = |extra| GetResultResponse {
            success: true,
            status: RequestStatus::Success.into(),
            status_code: 10_000,
            extra: Some(extra),
            ..GetResultResponse::default()
        };
        let text = |message| String::from_utf8(write(&message).unwrap()).unwrap();
        let authentication = text(result(get_result_response::Extra::Authentication(AuthenticationResult::default())));
        assert!(authentication.contains(r#""authentication":{"is_verified":false}"#), "{authentication}");
        assert!(!authentication.contains("device_id"), "{authentication}");
        let signature = text(result(get_result_response::Extra::Signature(SignatureResult::default())));
        for part in [r#""is_verified":false"#, r#""serialization":"SERIALIZATION_JSON""#, r#""status":"SUCCESS""#] {
            assert!(signature.contains(part), "{signature} lacks {part}");
        }
    }

    #[test]
    fn an_error_is_written_as_documented() {
        let error = Error { error: ErrorCode::NotFound.into(), error_code: 5, message: "none".to_owned() };
        let value: Value = serde_json::from_slice(&write(&error).unwrap()).unwrap();
        assert_eq!(value, serde_json::json!({"error": "NOT_FOUND", "error_code": 5, "message": "none"}));
    }
}
