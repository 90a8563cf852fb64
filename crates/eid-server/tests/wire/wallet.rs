//! A wallet that knows the wire, and whose user says what a test says.

use std::net::SocketAddr;

use idw_autheid::RequestId;
use idw_autheid::sign::{self, ClientKey, RawKey, Secret, SignedText};
use idw_autheid::wire::{
    AnswerCall, AnswerDecision, AnsweredSignature, CallSignature, DEVICES_PATH, DeviceKey, Listed, ListedForm, Listing,
    NONCES_PATH, REQUESTS_PATH, SESSIONS_PATH, answer_path,
};
use idw_autheid::{Kind, Serialization};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::server::{Caller, Reply, Server};

/// A device, perhaps bound.
pub(crate) struct Wallet {
    pub(crate) key: DeviceKey,
    pub(crate) caller: Caller,
    pub(crate) token: String,
    pub(crate) secret: Secret,
}

impl Wallet {
    pub(crate) fn new(address: SocketAddr) -> Self {
        let key = DeviceKey::make().expect("a key");
        let mut seed = [0; 32];
        seed.copy_from_slice(&key.name().as_bytes()[..32]);
        let caller = Caller::stranger(address);
        Self { key, caller, token: String::new(), secret: Secret::from_bytes(&seed) }
    }

    /// One that is bound to this email, with a session.
    pub(crate) async fn bound(server: &Server, email: &str) -> Self {
        let mut wallet = Self::new(server.address);
        wallet.caller.tls.clone_from(&server.tls);
        let reply = wallet.bind(&server.code(email).await).await;
        assert_eq!(reply.status, 201, "{reply:?}");
        wallet.begin_session().await;
        wallet
    }

    pub(crate) async fn nonce(&self) -> String {
        let reply = self.caller.call("POST", NONCES_PATH, &[], b"").await;
        reply.json()["nonce"].as_str().expect("a nonce").to_owned()
    }

    pub(crate) fn sign(&self, method: &str, path: &str, body: &[u8], nonce: &str) -> CallSignature {
        self.key.sign(method, path, body, nonce, Timestamp::now().as_second()).expect("a signature")
    }

    /// A call with the headers of a signature, whatever they are.
    pub(crate) async fn send(&self, method: &str, path: &str, signature: &CallSignature, body: &[u8]) -> Reply {
        let headers = [
            ("Content-Type", "application/json"),
            ("Content-Digest", &signature.content_digest),
            ("Signature-Input", &signature.signature_input),
            ("Signature", &signature.signature),
        ];
        self.caller.call(method, path, &headers, body).await
    }

    /// A call as it has to be.
    pub(crate) async fn signed(&self, method: &str, path: &str, body: &[u8]) -> Reply {
        let nonce = self.nonce().await;
        self.send(method, path, &self.sign(method, path, body, &nonce), body).await
    }

    pub(crate) async fn bind(&self, code: &str) -> Reply {
        let body = json!({"code": code, "key": self.key.name(), "name": "Ada's laptop"}).to_string();
        self.signed("POST", DEVICES_PATH, body.as_bytes()).await
    }

    pub(crate) async fn begin_session(&mut self) {
        let reply = self.signed("POST", SESSIONS_PATH, b"{}").await;
        assert_eq!(reply.status, 201, "{reply:?}");
        reply.json()["token"].as_str().expect("a token").clone_into(&mut self.token);
    }

    pub(crate) async fn read(&self, query: &str) -> Reply {
        let caller = Caller { key: Some(self.token.clone()), ..self.caller.clone() };
        caller.call("GET", &format!("{REQUESTS_PATH}{query}"), &[], b"").await
    }

    pub(crate) async fn listing(&self) -> Listing {
        let reply = self.read("").await;
        assert_eq!(reply.status, 200, "{reply:?}");
        serde_json::from_slice(&reply.body).expect("a listing")
    }

    /// The request with this id, which is open.
    pub(crate) async fn listed(&self, id: &str) -> Listed {
        let listing = self.listing().await;
        listing.requests.into_iter().find(|one| one.id.as_str() == id).expect("it is open")
    }

    /// What the user's yes is, without values of a person.
    pub(crate) fn yes(&self, listed: &Listed) -> AnswerCall {
        let request = listed.request(listed.rp.id.clone(), String::new()).expect("it keeps the rules");
        let asked = &request.asked;
        let raw = RawKey::derive(&self.secret, &listed.rp.id).expect("a key");
        let at = Timestamp::now().clamp(request.created, request.deadline()).as_second();
        let mut call = AnswerCall {
            decision: AnswerDecision::Approved,
            at,
            device_id: raw.device_id(),
            device_name: "Identity Wallet".to_owned(),
            ..AnswerCall::declined()
        };
        if let Kind::Signature { serialization, invisible_data, .. } = &asked.kind {
            let text = SignedText {
                email: asked.email.clone(),
                rp_name: listed.rp.name.clone(),
                title: asked.title.clone(),
                description: asked.description.clone(),
                timestamp_created: request.created.as_second(),
                timestamp_finished: at,
                timeout_seconds: asked.timeout_sent,
                invisible_data: invisible_data.clone(),
            };
            let written = match serialization {
                Serialization::Json => sign::Serialization::Json,
                Serialization::Protobuf => sign::Serialization::Protobuf,
            };
            call.signature = Some(match listed.rp.form {
                ListedForm::Raw => {
                    let data = text.bytes(sign::Form::Raw, written);
                    let signed = raw.sign_raw(&data);
                    let (sign, user_pub_key) = (signed.sign.to_vec(), signed.user_pub_key.to_vec());
                    AnsweredSignature { data, sign, user_pub_key, certificate_request: None }
                }
                ListedForm::X509 => {
                    let data = text.bytes(sign::Form::X509, written);
                    let key = ClientKey::derive(&self.secret, &listed.rp.id).expect("a key");
                    let sign = key.sign_der(&data).expect("a signature");
                    let certificate_request = (listed.certificate_needed == Some(true))
                        .then(|| key.certificate_request().expect("a request"));
                    AnsweredSignature { data, sign, user_pub_key: Vec::new(), certificate_request }
                }
            });
        }
        call
    }

    pub(crate) async fn answer(&self, id: &RequestId, call: &AnswerCall) -> Reply {
        let body = serde_json::to_vec(call).expect("JSON");
        self.signed("POST", &answer_path(id), &body).await
    }

    /// Says yes to the request with this id.
    pub(crate) async fn approve(&self, id: &str) -> Value {
        let listed = self.listed(id).await;
        let reply = self.answer(&listed.id, &self.yes(&listed)).await;
        assert_eq!(reply.status, 200, "{reply:?}");
        reply.json()
    }
}
