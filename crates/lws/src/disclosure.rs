//! What of this protocol's exchanges may be shown: words and numbers of the protocol. Tokens, signatures, attribute values
//! and files are none.

use idw_http::{Disclosure, ShownBody, ShownHeaders, ShownPath, ShownQuery};

use crate::error::Call;

/// Headers whose values say nothing about the user.
const PLAIN_HEADERS: [&str; 16] = [
    "accept",
    "accept-encoding",
    "allow",
    "cache-control",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "date",
    "keep-alive",
    "origin",
    "retry-after",
    "server",
    "transfer-encoding",
    "user-agent",
    "vary",
];

/// Fields whose values are words and numbers of the protocol. `name`, `label` and `description` are none where a user is spoken
/// of: sites answer with the user's own name there.
const PLAIN_FIELDS: [&str; 13] = [
    "code",
    "did",
    "fileId",
    "id",
    "keyId",
    "mimeType",
    "required",
    "schemaId",
    "size",
    "status",
    "statusName",
    "templateId",
    "type",
];

/// Fields below which nothing is a word of the protocol any more.
const CLOSED_FIELDS: [&str; 3] = ["data", "value", "meta"];

impl Call {
    /// What an observer may see of it. Tokens travel in headers and bodies alone, so that a URL is shown whole: it has the
    /// site's own words in it, the account's public key, and ids that the site gave.
    pub(crate) fn disclosure(self) -> Disclosure {
        Disclosure {
            path: ShownPath::Whole,
            query: ShownQuery::Whole,
            headers: ShownHeaders::Named(&PLAIN_HEADERS),
            body: self.shown_body(),
        }
    }

    fn shown_body(self) -> ShownBody {
        match self {
            // Nothing of the user is in them, in either direction.
            Self::Description | Self::Templates | Self::Template | Self::Schema => ShownBody::Whole,
            // A secret from end to end: a user token is whatever the site makes it.
            Self::UserToken | Self::LogIn => ShownBody::Fields { plain: &[], closed: &CLOSED_FIELDS },
            Self::Challenge
            | Self::Response
            | Self::UserFile
            | Self::SignUp
            | Self::KycFile
            | Self::Apply
            | Self::Applications
            | Self::Application
            | Self::Update
            | Self::Cancel => ShownBody::Fields { plain: &PLAIN_FIELDS, closed: &CLOSED_FIELDS },
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn what_is_kept() {
        let body = |call: Call, bytes: &[u8]| call.disclosure().body(bytes);
        let check = |call, given: Value, expected: Value| {
            let shown = body(call, given.to_string().as_bytes()).unwrap();
            assert_eq!(serde_json::from_str::<Value>(&shown).unwrap(), expected);
        };
        let gone = "[redacted]";
        check(Call::Challenge, json!({"jwt": "a.b.c"}), json!({"jwt": gone}));
        check(
            Call::Response,
            json!({"signature": {"value": "0x1", "keyId": "did#keys-1"}}),
            json!({"signature": {"value": gone, "keyId": "did#keys-1"}}),
        );
        check(
            Call::SignUp,
            json!({"attributes": [{"id": "mail", "schemaId": "s", "data": {"id": "X1", "value": {"name": "Ada"}}}]}),
            json!({"attributes": [{"id": "mail", "schemaId": "s", "data": {"id": gone, "value": {"name": gone}}}]}),
        );
        check(
            Call::SignUp,
            json!({"attributes": [{"id": "m", "data": "Ada"}]}),
            json!({"attributes": [{"id": "m", "data": gone}]}),
        );
        check(Call::LogIn, json!({"id": "t", "name": 5}), json!({"id": gone, "name": gone}));
        check(
            Call::SignUp,
            json!({"id": 7, "name": "Ada", "user": {"label": "Ada", "unknown": ["Ada"]}}),
            json!({"id": 7, "name": gone, "user": {"label": gone, "unknown": [gone]}}),
        );
        check(Call::Templates, json!([{"id": 1, "name": "KYC"}]), json!([{"id": 1, "name": "KYC"}]));
        check(Call::Apply, json!({"message": "Ada is in", "id": 7}), json!({"message": gone, "id": 7}));
        assert_eq!(body(Call::SignUp, b""), None);
        assert_eq!(body(Call::SignUp, b"<p>Ada").as_deref(), Some("[not JSON]"));
    }
}
