//! What a relying party without a fault answers, in both dialects.

use std::sync::Mutex;

use serde_json::{Value, json};

use super::server::{Request, lock};
use super::{Dialect, Step, challenge_claims, seconds_from_now};
use crate::{schema_url, unsigned_token};

/// A site that asks for a first name and a utility bill, for a sign-up and for KYC.
pub(super) struct Site {
    url: String,
    dialect: Dialect,
    silent: bool,
    /// Whether it asks for things of its own making, whose schemas it has.
    own_schema: bool,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    did: Option<String>,
    files: usize,
    applications: usize,
}

impl Site {
    pub(super) fn new(url: &str, dialect: Dialect, silent: bool, own_schema: bool) -> Self {
        Self { url: url.to_owned(), dialect, silent, own_schema, state: Mutex::default() }
    }

    pub(super) fn forget(&self) {
        *lock(&self.state) = State::default();
    }

    pub(super) fn step_of(&self, request: &Request) -> Option<Step> {
        let path = request.path.split('?').next().unwrap_or_default();
        let words: Vec<_> = path.split('/').skip(1).collect();
        let classic = self.dialect == Dialect::Classic;
        match (request.method.as_str(), words.as_slice()) {
            ("GET", ["config"] | [".well-known", "lws.json"]) => Some(Step::Config),
            ("GET", ["schema", ..]) => Some(Step::Schema),
            ("GET", ["auth", "challenge", ..]) => Some(Step::Challenge),
            ("POST", ["auth", "challenge"]) => Some(Step::Response),
            ("POST", ["users", "file"]) if !classic => Some(Step::UserFile),
            ("POST", ["users"]) => Some(Step::Users),
            ("GET", ["auth", "token"]) if classic => Some(Step::UserToken),
            ("GET", ["users", "token"]) if !classic => Some(Step::UserToken),
            ("POST", ["login"]) => Some(Step::LogIn),
            ("GET", ["templates"]) => Some(Step::Templates),
            ("GET", ["templates", ..]) => Some(Step::Template),
            ("POST", ["files"]) => Some(Step::File),
            ("POST", ["applications"]) => Some(Step::Apply),
            ("GET", ["applications", ..]) if !classic => Some(Step::LookUp),
            _ => None,
        }
    }

    /// Does as asked, and says so.
    pub(super) fn answer(&self, step: Option<Step>, request: &Request) -> (u16, String) {
        let Some(step) = step else { return (404, json!({"code": "not_found"}).to_string()) };
        let (status, body) = match self.dialect {
            Dialect::Classic => self.classic(step, request),
            Dialect::Did => self.did(step, request),
        };
        (status, body.to_string())
    }

    fn did(&self, step: Step, request: &Request) -> (u16, Value) {
        let mut state = lock(&self.state);
        match step {
            Step::Challenge => match request.path.strip_prefix("/auth/challenge/did:") {
                Some(rest) => {
                    let did = format!("did:{rest}");
                    let claims = challenge_claims(&json!({"sub": did, "tokenType": "CHALLENGE"}));
                    state.did = Some(did);
                    (200, json!({ "jwt": unsigned_token(&claims) }))
                }
                None => (404, json!({"code": "not_found"})),
            },
            Step::Users => (201, json!({})),
            Step::UserFile | Step::File => {
                state.files += 1;
                (200, json!({"id": format!("file-{}", state.files)}))
            }
            Step::UserToken => (200, json!({"token": "user-token-of-this-site"})),
            Step::LogIn => (200, json!({"redirectTo": "/in"})),
            Step::Templates => (200, json!([{"id": "kyc", "name": "Sample"}])),
            Step::Template => (200, json!({"id": "kyc", "name": "Sample", "attributes": requirements()})),
            Step::Apply => {
                state.applications += 1;
                (201, json!({"id": format!("application-{}", state.applications)}))
            }
            Step::LookUp => (200, look_up(&state, request)),
            Step::Config | Step::Schema | Step::Response => {
                drop(state);
                self.either(step)
            }
        }
    }

    fn classic(&self, step: Step, request: &Request) -> (u16, Value) {
        match step {
            Step::Challenge if request.path != "/auth/challenge" => (404, json!({"code": "not_found"})),
            Step::Challenge => (200, json!({ "jwt": unsigned_token(&challenge_claims(&Value::Null)) })),
            Step::Users => (201, json!({"message": "done"})),
            Step::UserToken => (200, json!({"token": "user-token-of-this-site"})),
            Step::LogIn => (200, json!({"redirectUrl": "/in"})),
            Step::Templates => (200, json!({"templates": [{"id": 1}]})),
            Step::Template if request.path != "/templates/1/schema.json" => (404, json!({"code": "not_found"})),
            Step::Template => (200, json!({"template": {"id": 1, "attributes": requirements()}})),
            Step::File => {
                let mut state = lock(&self.state);
                state.files += 1;
                (200, json!({"fileId": state.files}))
            }
            Step::Apply => (201, json!({"message": "received"})),
            Step::UserFile | Step::LookUp => (404, json!({"code": "not_found"})),
            Step::Config | Step::Schema | Step::Response => self.either(step),
        }
    }

    fn either(&self, step: Step) -> (u16, Value) {
        match step {
            Step::Config => (200, self.description()),
            Step::Schema => (200, json!({"type": "string", "title": "House name"})),
            _ => (200, json!({ "jwt": unsigned_token(&self.wallet_claims()) })),
        }
    }

    pub(super) fn description(&self) -> Value {
        let mut description = json!({
            "website": {"name": "Sample site", "url": self.url},
            "rootEndpoint": self.url,
            "attributes": requirements(),
        });
        if self.own_schema {
            let schemas = (0..12).map(|number| format!("{}/schema/house-{number}.json", self.url));
            description["attributes"] = schemas.collect();
        }
        if !self.silent {
            description["did"] = json!(self.dialect == Dialect::Did);
        }
        description
    }

    pub(super) fn wallet_claims(&self) -> Value {
        let mut claims = json!({"iat": seconds_from_now(0), "exp": seconds_from_now(3600)});
        if let Some(did) = &lock(&self.state).did {
            claims["sub"] = json!(did);
        }
        claims
    }
}

fn requirements() -> Value {
    json!([
        {"id": "first", "schemaId": schema_url("first-name"), "required": true},
        {"id": "bill", "schemaId": schema_url("utility-bill"), "required": true},
    ])
}

/// The list, or the one application; nothing is told of what is in it.
fn look_up(state: &State, request: &Request) -> Value {
    let created = "2999-01-01T00:00:00Z";
    let one = |number: usize| json!({"id": format!("application-{number}"), "templateId": "kyc", "status": 1, "createdAt": created});
    match request.path.strip_prefix("/applications/") {
        Some(_) => one(state.applications),
        None => (1..=state.applications).map(one).collect(),
    }
}
