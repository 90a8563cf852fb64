//! The protocol's JSON: bodies that are sent (lws.md §2 and §4) and answers as servers write them.

use std::collections::BTreeSet;

use idw_http::shown_text;
use serde_json::{Map, Number, Value, json};
use url::Url;
use zeroize::Zeroizing;

use crate::companions::data_schema;
use crate::description::Dialect;
use crate::error::{FieldFault, ProtocolFault};
use crate::limits::{REDIRECT_LEN, SHOWN_TEXT_LEN};
use crate::numbers::NumericIds;
use crate::payload::{FileId, OutgoingAttribute, Payload};

/// Most field errors that are kept of one answer.
const FIELD_FAULTS: usize = 20;

/// The smallest limit of a document's size that is believed, in bytes.
const LEAST_SIZE_LIMIT: u64 = 256;

/// How the files of a payload are written into its values.
pub(crate) enum FileForm<'a> {
    /// As the name of a part of the same request: `"$document-1"`.
    References(&'a [usize]),
    /// As a file object whose `content` is the id that the site gave; by place in [`Payload::files`].
    Uploaded(&'a [Option<FileId>]),
}

/// The name of the multipart part for the `position`th file, counted from 0.
pub(crate) fn part_name(position: usize) -> String {
    format!("$document-{}", part_number(position))
}

fn part_number(position: usize) -> usize {
    position + 1
}

/// `POST /auth/challenge`: the signature alone, or with the key's name in the did dialect.
pub(crate) fn response_body(dialect: Dialect, signature: &str, key_id: &str) -> Zeroizing<Vec<u8>> {
    bytes(&match dialect {
        Dialect::Classic => json!({ "signature": signature }),
        Dialect::Did => json!({ "signature": { "value": signature, "keyId": key_id } }),
    })
}

/// The array `attributes` (lws.md §4).
///
/// In the classic dialect the attribute's `id` is its schema, as in the documents, unless the relying party gave an id of
/// its own; the value sits under `data.value`. What SelfKey's own servers read besides stands beside it: `schemaId`, `schema`
/// and `documents`.
pub(crate) fn attributes(payload: &Payload, dialect: Dialect, files: &FileForm<'_>, numbers: &NumericIds) -> Value {
    payload.attributes.iter().map(|attribute| encode(attribute, payload, dialect, files, numbers)).collect()
}

fn encode(
    attribute: &OutgoingAttribute,
    payload: &Payload,
    dialect: Dialect,
    files: &FileForm<'_>,
    numbers: &NumericIds,
) -> Value {
    let value = attribute.value_with_files(|file| file_value(payload, file, files));
    let own_id = attribute.id.as_deref();
    match (dialect, own_id) {
        (Dialect::Classic, id) => {
            let id = match id {
                Some(id) if !is_same_schema(id, &attribute.schema) => numbers.spell(id),
                // An id that is the schema goes back in the site's own spelling.
                id => json!(id.unwrap_or(&attribute.schema)),
            };
            json!({
                "id": id,
                "schemaId": attribute.schema,
                "schema": data_schema(attribute),
                "data": { "value": value },
                "documents": documents(attribute, files),
            })
        }
        (Dialect::Did, Some(id)) => json!({ "id": numbers.spell(id), "schemaId": attribute.schema, "data": value }),
        (Dialect::Did, None) => json!({ "schemaId": attribute.schema, "data": value }),
    }
}

/// The files of one attribute, each once: by the number in the name of its part, or by the id that the site gave it.
fn documents(attribute: &OutgoingAttribute, files: &FileForm<'_>) -> Value {
    let document = |file: &usize| match files {
        FileForm::References(sent) => sent.iter().position(|index| index == file).map(|at| json!(part_number(at))),
        FileForm::Uploaded(ids) => ids.get(*file)?.as_ref().map(|id| id.as_value().clone()),
    };
    let used: BTreeSet<usize> = attribute.file_pointers.iter().map(|(_, file)| *file).collect();
    used.iter().filter_map(document).collect()
}

fn is_same_schema(one: &str, other: &str) -> bool {
    let bare = |text: &str| {
        let text = text.trim();
        text.strip_prefix("https:").or_else(|| text.strip_prefix("http:")).unwrap_or(text).to_owned()
    };
    bare(one) == bare(other)
}

fn file_value(payload: &Payload, file: usize, files: &FileForm<'_>) -> Value {
    match files {
        FileForm::References(sent) => match sent.iter().position(|index| *index == file) {
            Some(position) => Value::String(part_name(position)),
            None => Value::Null,
        },
        FileForm::Uploaded(ids) => {
            let content = ids.get(file).and_then(Option::as_ref).map(FileId::text);
            payload.files.get(file).map_or(
                Value::Null,
                |file| json!({ "mimeType": file.mime_type, "size": file.size, "content": content }),
            )
        }
    }
}

/// `POST /applications`. Classic: `files` lists the ids of the uploaded files besides, each as it came; the values
/// hold file objects in both dialects, since servers check them against the attribute's schema.
pub(crate) fn application(
    template: &Value,
    payload: &Payload,
    dialect: Dialect,
    ids: &[Option<FileId>],
    numbers: &NumericIds,
) -> Value {
    let attributes = attributes(payload, dialect, &FileForm::Uploaded(ids), numbers);
    match dialect {
        Dialect::Classic => {
            let files: Vec<&Value> = ids.iter().flatten().map(FileId::as_value).collect();
            json!({ "templateId": template, "attributes": attributes, "files": files })
        }
        Dialect::Did => json!({ "templateId": template, "attributes": attributes }),
    }
}

/// JSON text, wiped when dropped.
pub(crate) fn bytes(value: &Value) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(value.to_string().into_bytes())
}

/// A token's text, under `jwt` or, at some servers, `token`.
pub(crate) fn jwt(answer: &Value) -> Result<&str, ProtocolFault> {
    first(answer, &["jwt", "token"]).and_then(Value::as_str).ok_or(ProtocolFault::Missing("jwt"))
}

/// The id of an uploaded file, under any of its names.
pub(crate) fn file_id(answer: &Value) -> Result<FileId, ProtocolFault> {
    first(answer, &["fileId", "id"]).and_then(FileId::from_value).ok_or(ProtocolFault::Missing("id"))
}

/// The user token of the classic dialect, whatever its name and type.
pub(crate) fn classic_user_token(answer: &Value) -> Option<&Value> {
    first(answer, &["token", "user", "jwt"])
}

/// Where the browser should go, absolute, if the answer says so. `base` is the site's page or the login endpoint.
pub(crate) fn redirect(answer: &Value, base: &Url) -> Result<Option<Url>, ProtocolFault> {
    let Some(place) = first(answer, &["redirectTo", "redirectUrl", "redirect"]) else { return Ok(None) };
    let place = place.as_str().map(str::trim).ok_or(ProtocolFault::BadRedirect)?;
    if place.is_empty() {
        return Ok(None);
    }
    link(place, base).map(Some).ok_or(ProtocolFault::BadRedirect)
}

/// An address that a browser may open: http or https, of bounded length, with no user name that disguises the host.
pub(crate) fn link(place: &str, base: &Url) -> Option<Url> {
    let url = base.join(place).ok().filter(|_| place.len() <= REDIRECT_LEN)?;
    let web = matches!(url.scheme(), "http" | "https");
    (web && url.username().is_empty() && url.password().is_none()).then_some(url)
}

/// The largest size in bytes that a refusal for size names, under one of the names that servers use: no document has
/// one. No document is that small: a server that says so counts in other units, or takes nothing at all.
pub(crate) fn size_limit(answer: &Value) -> Option<u64> {
    first(answer, &["limit", "limitBytes", "maxBytes", "maxSize", "maxFileSize"])
        .and_then(whole_number)
        .filter(|limit| *limit >= LEAST_SIZE_LIMIT)
}

/// A whole number of JSON, which some servers write with a fraction of nothing: `2.0` is 2 (RFC 8259 §6 knows one kind of
/// number).
pub(crate) fn whole_number(value: &Value) -> Option<u64> {
    /// Below this, a number with a fraction tells whole numbers apart (IEEE 754 binary64).
    const EXACT: f64 = 9_007_199_254_740_992.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be whole and in range")]
    let from_float = |number: f64| ((0.0..EXACT).contains(&number) && number.fract() == 0.0).then_some(number as u64);
    value.as_u64().or_else(|| value.as_f64().and_then(from_float))
}

/// An id in an answer, as text.
pub(crate) fn id_text(answer: &Value, names: &[&str]) -> Option<String> {
    first(answer, names).and_then(scalar_text).and_then(|id| shown_text(&id, SHOWN_TEXT_LEN))
}

/// A text for people in an answer, made fit to be shown.
pub(crate) fn text(answer: &Value, names: &[&str]) -> Option<String> {
    first(answer, names).and_then(Value::as_str).and_then(|text| shown_text(text, SHOWN_TEXT_LEN))
}

/// The first of these fields that is there and not null.
pub(crate) fn first<'a>(answer: &'a Value, names: &[&str]) -> Option<&'a Value> {
    let fields: &Map<String, Value> = answer.as_object()?;
    names.iter().find_map(|name| fields.get(*name).filter(|value| !value.is_null()))
}

/// An id, which some servers give as a number.
pub(crate) fn scalar_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number_text(number)),
        _ => None,
    }
}

/// A number as people write it, so that `2.0` and `2` are one id.
pub(crate) fn number_text(number: &Number) -> String {
    let whole = whole_number(&Value::Number(number.clone()));
    whole.map_or_else(|| number.to_string(), |whole| whole.to_string())
}

/// `errors` of a refusal: a list of texts or objects, or an object of texts by field (lws.md §7); under the names of
/// RFC 7807 and 9457 too.
pub(crate) fn field_faults(answer: &Value) -> Vec<FieldFault> {
    match first(answer, &["errors", "invalid", "fields", "invalid-params", "invalidParams", "violations"]) {
        Some(Value::Array(list)) => {
            list.iter().take(FIELD_FAULTS).filter_map(|entry| field_fault(None, entry)).collect()
        }
        Some(Value::Object(map)) => {
            map.iter().take(FIELD_FAULTS).filter_map(|(field, entry)| field_fault(Some(field), entry)).collect()
        }
        _ => Vec::new(),
    }
}

fn field_fault(field: Option<&str>, entry: &Value) -> Option<FieldFault> {
    let shown = |text: &str| shown_text(text, SHOWN_TEXT_LEN);
    let names = [
        "field",
        "attribute",
        "id",
        "schemaId",
        "label",
        "name",
        "param",
        "dataPath",
        "instancePath",
        "path",
        "pointer",
    ];
    let named = first(entry, &names).and_then(scalar_text);
    let message = match entry {
        Value::String(message) => shown(message),
        Value::Array(list) => list.iter().find_map(Value::as_str).and_then(shown),
        _ => text(entry, &["message", "msg", "error", "code", "reason", "detail"]),
    };
    let field = field.map(str::to_owned).or(named).and_then(|field| shown(&field));
    (message.is_some() || field.is_some())
        .then(|| FieldFault { field, message: message.unwrap_or_else(|| "not valid".to_owned()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits() {
        let check = |answer: Value, expected: Option<u64>| assert_eq!(size_limit(&answer), expected, "{answer}");
        check(json!({"limit": 1_000_000}), Some(1_000_000));
        check(json!({"code": "too_large", "maxFileSize": 1024}), Some(1024));
        check(json!({"limit": 10}), None); // megabytes, as it seems
        check(json!({"limit": 0}), None);
        check(json!({"limit": -1}), None);
        check(json!({"limit": 2048.0}), Some(2048));
        check(json!({"limit": 1.0e6}), Some(1_000_000));
        check(json!({"limit": 1500.5}), None);
        check(json!({"limit": 1.0e300}), None);
        check(json!({"limit": "1 MB"}), None);
        check(json!({"message": "File too large"}), None);
        check(json!(413), None);
    }

    #[test]
    fn redirects() {
        let base = Url::parse("https://rp.example/shop").unwrap();
        let check = |answer: Value, expected: Result<Option<&str>, ProtocolFault>| {
            let got = redirect(&answer, &base);
            assert_eq!(got.as_ref().map(|url| url.as_ref().map(Url::as_str)), expected.as_ref().copied(), "{answer}");
        };
        check(json!({"redirectUrl": "/success?x=1"}), Ok(Some("https://rp.example/success?x=1")));
        check(json!({"redirectTo": "https://app.example/in"}), Ok(Some("https://app.example/in")));
        check(json!({"redirect": " done "}), Ok(Some("https://rp.example/done")));
        check(json!({"redirectTo": null, "redirectUrl": "/a"}), Ok(Some("https://rp.example/a")));
        check(json!({}), Ok(None));
        check(json!({"redirectTo": ""}), Ok(None));
        check(json!("text"), Ok(None));
        let bad = [
            json!({"redirectTo": "javascript:alert(1)"}),
            json!({"redirectTo": "file:///etc/passwd"}),
            json!({"redirectTo": "data:text/html,x"}),
            json!({"redirectTo": "https://rp.example@other.example/"}),
            json!({"redirectTo": "http://"}),
            json!({"redirectTo": 5}),
            json!({"redirectTo": format!("/{}", "a".repeat(REDIRECT_LEN))}),
        ];
        for answer in bad {
            check(answer, Err(ProtocolFault::BadRedirect));
        }
    }

    #[test]
    fn errors_by_field() {
        let check = |errors: Value, expected: &[(Option<&str>, &str)]| {
            let faults = field_faults(&json!({ "errors": errors }));
            let got: Vec<_> = faults.iter().map(|fault| (fault.field.as_deref(), fault.message.as_str())).collect();
            assert_eq!(got, expected);
        };
        check(json!([{"field": "email", "message": "no\u{7} good"}]), &[(Some("email"), "no good")]);
        check(
            json!({"email": "no good", "age": ["too", "young"]}),
            &[(Some("age"), "too"), (Some("email"), "no good")],
        );
        check(json!(["no good"]), &[(None, "no good")]);
        check(json!([{"schemaId": "http://a.example/x"}]), &[(Some("http://a.example/x"), "not valid")]);
        check(json!([[], 5, null, {}]), &[]);
        check(json!("all wrong"), &[]);
        assert_eq!(field_faults(&json!({ "errors": vec!["no"; 1000] })).len(), FIELD_FAULTS);
    }

    #[test]
    fn signatures() {
        let check = |dialect, expected: &str| {
            assert_eq!(
                String::from_utf8(response_body(dialect, "0xab", "did:eth:0x0#keys-1").to_vec()).unwrap(),
                expected
            );
        };
        check(Dialect::Classic, r#"{"signature":"0xab"}"#);
        check(Dialect::Did, r#"{"signature":{"keyId":"did:eth:0x0#keys-1","value":"0xab"}}"#);
    }

    #[test]
    fn attributes_in_both_dialects() {
        let check = |dialect, id: Option<&str>, expected: Value| {
            let attribute = OutgoingAttribute {
                id: id.map(str::to_owned),
                schema: "http://rp.example/a.json".to_owned(),
                label: Some("A".to_owned()),
                value: json!("Ada"),
                file_pointers: Vec::new(),
            };
            let payload = Payload { attributes: vec![attribute], files: Vec::new() };
            let ids = NumericIds::of(Some(&json!([{ "id": 7 }])));
            assert_eq!(attributes(&payload, dialect, &FileForm::References(&[]), &ids), json!([expected]));
        };
        let schema = "http://rp.example/a.json";
        let classic = |id: Value| {
            json!({
                "id": id,
                "schemaId": schema,
                "schema": {"type": "object", "properties": {"value": {"type": "string"}}},
                "data": {"value": "Ada"},
                "documents": [],
            })
        };
        check(Dialect::Classic, None, classic(json!(schema)));
        check(Dialect::Classic, Some("a"), classic(json!("a")));
        let https = "https://rp.example/a.json ";
        check(Dialect::Classic, Some(https), classic(json!(https)));
        check(Dialect::Did, None, json!({"schemaId": schema, "data": "Ada"}));
        check(Dialect::Did, Some("a"), json!({"id": "a", "schemaId": schema, "data": "Ada"}));
        check(Dialect::Did, Some("7"), json!({"id": 7, "schemaId": schema, "data": "Ada"}));
        check(Dialect::Classic, Some("7"), classic(json!(7)));
    }
}
