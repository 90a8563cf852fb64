//! The data that a person signs: what the RP asked for, and when, as JSON or protobuf.
//!
//! The clients of 2019 and those since read other names, so there are two forms of each. An RP compares what it reads with what it
//! asked for, so nothing is trimmed or normalised here.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use prost::Message as _;
use serde::Serialize;

/// Which of the two forms an RP reads. No request says so; it is kept with the RP's registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Form A, of 2019: one time, and a raw secp256k1 signature with its public key.
    Raw,
    /// Form B, since: two times, and a DER signature with a certificate.
    X509,
}

/// How the signed data is written. The RP chooses it in its request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Serialization {
    /// `SERIALIZATION_JSON`, the default.
    #[default]
    Json,
    /// `SERIALIZATION_PROTOBUF`.
    Protobuf,
}

/// What a person signs. Prints as `[redacted]`: it holds an email, and texts for that person alone.
#[derive(Clone, PartialEq, Eq)]
pub struct SignedText {
    /// The email as the RP spelt it.
    pub email: String,
    /// The name that the RP is registered with.
    pub rp_name: String,
    /// One line that the person saw.
    pub title: String,
    /// The text that the person saw; may be empty.
    pub description: String,
    /// When the RP asked, in Unix seconds. Form A does not say it.
    pub timestamp_created: i64,
    /// When the person approved, in Unix seconds; form A calls it `timestamp`.
    pub timestamp_finished: i64,
    /// What the RP sent, 0 if it sent none.
    pub timeout_seconds: u32,
    /// Bytes of the RP that the person did not see.
    pub invisible_data: Vec<u8>,
}

impl SignedText {
    /// The bytes that are signed, and sent as `signature_data`.
    ///
    /// JSON has every member, in the order of the documents, also those with a default value; bytes are standard base64. The
    /// protobuf message leaves default values out, as proto3 does.
    pub fn bytes(&self, form: Form, serialization: Serialization) -> Vec<u8> {
        match (serialization, form) {
            (Serialization::Json, Form::Raw) => json(&JsonRaw {
                email: &self.email,
                rp_name: &self.rp_name,
                title: &self.title,
                description: &self.description,
                timestamp: self.timestamp_finished,
                timeout_seconds: self.timeout_seconds,
                ra_pub_key: "",
                invisible_data: STANDARD.encode(&self.invisible_data),
            }),
            (Serialization::Json, Form::X509) => json(&JsonX509 {
                email: &self.email,
                rp_name: &self.rp_name,
                title: &self.title,
                description: &self.description,
                timestamp_created: self.timestamp_created,
                timestamp_finished: self.timestamp_finished,
                timeout_seconds: self.timeout_seconds,
                invisible_data: STANDARD.encode(&self.invisible_data),
            }),
            (Serialization::Protobuf, form) => SignatureData {
                email: self.email.clone(),
                rp_name: self.rp_name.clone(),
                title: self.title.clone(),
                description: self.description.clone(),
                timestamp_finished: self.timestamp_finished,
                timeout_seconds: self.timeout_seconds,
                invisible_data: self.invisible_data.clone(),
                timestamp_created: match form {
                    Form::Raw => 0,
                    Form::X509 => self.timestamp_created,
                },
            }
            .encode_to_vec(),
        }
    }
}

impl fmt::Debug for SignedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SignedText([redacted])")
    }
}

fn json(data: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(data).expect("a struct of texts and numbers is always JSON")
}

/// Form A in JSON, as the example in the documents of 2019 has it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct JsonRaw<'a> {
    email: &'a str,
    rp_name: &'a str,
    title: &'a str,
    description: &'a str,
    timestamp: i64,
    timeout_seconds: u32,
    ra_pub_key: &'a str,
    invisible_data: String,
}

/// Form B in JSON. A client in use refuses any further member.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct JsonX509<'a> {
    email: &'a str,
    rp_name: &'a str,
    title: &'a str,
    description: &'a str,
    timestamp_created: i64,
    timestamp_finished: i64,
    timeout_seconds: u32,
    invisible_data: String,
}

/// Both forms in protobuf, `autheid.rp.SignatureData`. Form A calls number 5 `timestamp`, has an empty `ra_pub_key` as 7, which is
/// not written, and no number 9. The times are int32 in the schema; int64 gives the same bytes as long as that can hold them, and
/// uint32 does for a timeout.
#[derive(Clone, PartialEq, prost::Message)]
struct SignatureData {
    #[prost(string, tag = "1")]
    email: String,
    #[prost(string, tag = "2")]
    rp_name: String,
    #[prost(string, tag = "3")]
    title: String,
    #[prost(string, tag = "4")]
    description: String,
    #[prost(int64, tag = "5")]
    timestamp_finished: i64,
    #[prost(uint32, tag = "6")]
    timeout_seconds: u32,
    #[prost(bytes = "vec", tag = "8")]
    invisible_data: Vec<u8>,
    #[prost(int64, tag = "9")]
    timestamp_created: i64,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    fn text() -> SignedText {
        SignedText {
            email: "Ada@site.example".to_owned(),
            rp_name: "Example & Söhne".to_owned(),
            title: " Ship it? \u{1f6a2}".to_owned(),
            description: "one\ntwo \"three\" \\ </script>".to_owned(),
            timestamp_created: 1_795_953_600,
            timestamp_finished: 1_795_953_642,
            timeout_seconds: 300,
            invisible_data: vec![0xfb, 0xff, 0xfe, 0x00],
        }
    }

    fn empty() -> SignedText {
        SignedText {
            email: String::new(),
            rp_name: String::new(),
            title: String::new(),
            description: String::new(),
            timestamp_created: 0,
            timestamp_finished: 0,
            timeout_seconds: 0,
            invisible_data: Vec::new(),
        }
    }

    fn json_text(text: &SignedText, form: Form) -> String {
        String::from_utf8(text.bytes(form, Serialization::Json)).unwrap()
    }

    #[test]
    fn json_has_every_member_in_the_order_of_the_documents() {
        assert_eq!(
            json_text(&text(), Form::Raw),
            concat!(
                r#"{"email":"Ada@site.example","rpName":"Example & Söhne","title":" Ship it? 🚢","#,
                r#""description":"one\ntwo \"three\" \\ </script>","timestamp":1795953642,"timeoutSeconds":300,"#,
                r#""raPubKey":"","invisibleData":"+//+AA=="}"#
            )
        );
        assert_eq!(
            json_text(&text(), Form::X509),
            concat!(
                r#"{"email":"Ada@site.example","rpName":"Example & Söhne","title":" Ship it? 🚢","#,
                r#""description":"one\ntwo \"three\" \\ </script>","timestampCreated":1795953600,"#,
                r#""timestampFinished":1795953642,"timeoutSeconds":300,"invisibleData":"+//+AA=="}"#
            )
        );
        assert_eq!(
            json_text(&empty(), Form::X509),
            concat!(
                r#"{"email":"","rpName":"","title":"","description":"","timestampCreated":0,"timestampFinished":0,"#,
                r#""timeoutSeconds":0,"invisibleData":""}"#
            )
        );
    }

    /// The bytes, field by field: (number << 3 | wire type), then a varint, or a length and the content (Protocol Buffers,
    /// "Encoding").
    #[test]
    fn protobuf_has_the_numbers_of_the_schema() {
        let text = SignedText {
            email: "a@b".to_owned(),
            rp_name: "R".to_owned(),
            title: "T".to_owned(),
            description: "D".to_owned(),
            timestamp_created: 1,
            timestamp_finished: 300,
            timeout_seconds: 10,
            invisible_data: vec![0, 255],
        };
        let common =
            hex::decode("0a03614062120152".to_owned() + "1a0154" + "220144" + "28ac02" + "300a" + "420200ff").unwrap();
        assert_eq!(text.bytes(Form::Raw, Serialization::Protobuf), common);
        assert_eq!(text.bytes(Form::X509, Serialization::Protobuf), [&common[..], &[0x48, 0x01]].concat());
        assert!(empty().bytes(Form::X509, Serialization::Protobuf).is_empty(), "proto3 leaves default values out");
    }

    #[test]
    fn stays_out_of_logs() {
        assert_eq!(format!("{:?}", text()), "SignedText([redacted])");
    }

    /// The fields of a message, by a reader of our own: number, and number or content.
    fn read_protobuf(mut bytes: &[u8]) -> Vec<(u64, Vec<u8>, u64)> {
        fn varint(bytes: &mut &[u8]) -> u64 {
            let mut value = 0;
            for shift in (0..).step_by(7) {
                let (first, rest) = bytes.split_first().unwrap();
                *bytes = rest;
                value |= u64::from(first & 0x7f) << shift;
                if first & 0x80 == 0 {
                    return value;
                }
            }
            unreachable!("a varint ends")
        }

        let mut fields = Vec::new();
        while !bytes.is_empty() {
            let tag = varint(&mut bytes);
            let value = varint(&mut bytes);
            if tag & 7 == 2 {
                let (content, rest) = bytes.split_at(usize::try_from(value).unwrap());
                fields.push((tag >> 3, content.to_vec(), 0));
                bytes = rest;
            } else {
                assert_eq!(tag & 7, 0, "only varints and lengths");
                fields.push((tag >> 3, Vec::new(), value));
            }
        }
        fields
    }

    prop_compose! {
        fn any_text()(
            email in any::<String>(), rp_name in any::<String>(), title in any::<String>(), description in any::<String>(),
            timestamp_created in 0..i64::from(i32::MAX), timestamp_finished in 0..i64::from(i32::MAX),
            timeout_seconds in 0..700_u32, invisible_data: Vec<u8>,
        ) -> SignedText {
            SignedText {
                email, rp_name, title, description, timestamp_created, timestamp_finished, timeout_seconds, invisible_data,
            }
        }
    }

    proptest! {
        #[test]
        fn json_gives_hostile_texts_back_as_they_were(text in any_text()) {
            let read: Value = serde_json::from_slice(&text.bytes(Form::X509, Serialization::Json)).unwrap();
            prop_assert_eq!(read, json!({
                "email": text.email, "rpName": text.rp_name, "title": text.title, "description": text.description,
                "timestampCreated": text.timestamp_created, "timestampFinished": text.timestamp_finished,
                "timeoutSeconds": text.timeout_seconds, "invisibleData": STANDARD.encode(&text.invisible_data),
            }));
            let read: Value = serde_json::from_slice(&text.bytes(Form::Raw, Serialization::Json)).unwrap();
            prop_assert_eq!(read, json!({
                "email": text.email, "rpName": text.rp_name, "title": text.title, "description": text.description,
                "timestamp": text.timestamp_finished, "timeoutSeconds": text.timeout_seconds, "raPubKey": "",
                "invisibleData": STANDARD.encode(&text.invisible_data),
            }));
        }

        #[test]
        fn protobuf_gives_hostile_texts_back_as_they_were(text in any_text()) {
            let content = |number: u64, bytes: &[u8]| (number, bytes.to_vec(), 0);
            let number = |number: u64, value: i64| (number, Vec::new(), value.try_into().unwrap());
            let mut expected = vec![
                content(1, text.email.as_bytes()), content(2, text.rp_name.as_bytes()),
                content(3, text.title.as_bytes()), content(4, text.description.as_bytes()),
                number(5, text.timestamp_finished), number(6, text.timeout_seconds.into()),
                content(8, &text.invisible_data), number(9, text.timestamp_created),
            ];
            expected.retain(|(_, content, value)| !content.is_empty() || *value != 0);
            prop_assert_eq!(read_protobuf(&text.bytes(Form::X509, Serialization::Protobuf)), expected.clone());
            expected.retain(|(number, ..)| *number != 9);
            prop_assert_eq!(read_protobuf(&text.bytes(Form::Raw, Serialization::Protobuf)), expected);
        }
    }
}
