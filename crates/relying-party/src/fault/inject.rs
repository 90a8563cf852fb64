//! Which fault breaks which request, and how.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::{CONTENT_TYPE, LOCATION, RETRY_AFTER};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{Html, IntoResponse as _, Response};
use futures_util::StreamExt as _;
use serde_json::{Value, json};

use super::{Fault, bodies, json as broken_json, tokens};
use crate::serve::Peer;
use crate::token::SigningKey;

/// Longer than any client should be ready to wait for a small answer.
const SLOW: Duration = Duration::from_mins(2);
/// How long [`Fault::SlowKyc`] waits, before the step and again after it.
const PAUSE: Duration = Duration::from_millis(60);
/// What is read of an upload before it is broken off.
const HALF_AN_UPLOAD_BYTES: usize = 16 * 1024;
const GREEDY_ATTRIBUTES: usize = 5_000;

/// The endpoints, with these faults in every answer they apply to.
pub(crate) fn inject(api: Router, faults: &[Fault], signing_key: &SigningKey) -> Router {
    faults.iter().fold(api, |api, fault| {
        let breaker = Arc::new(Breaker { fault: *fault, signing_key: signing_key.clone() });
        api.layer(from_fn_with_state(breaker, broken))
    })
}

struct Breaker {
    fault: Fault,
    signing_key: SigningKey,
}

/// What a request is for.
struct Step {
    is_post: bool,
    is_upload: bool,
    path: String,
}

impl Step {
    fn of(request: &Request) -> Self {
        let content_type = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let is_form = content_type.is_some_and(|value| value.starts_with("multipart/form-data"));
        Self {
            is_post: request.method() == Method::POST,
            is_upload: request.method() == Method::POST && is_form,
            path: request.uri().path().to_owned(),
        }
    }

    fn ends(&self, end: &str) -> bool {
        self.path.ends_with(end)
    }

    fn is_token(&self) -> bool {
        !self.is_post && self.ends("/token")
    }

    fn is_application(&self) -> bool {
        self.is_post && self.ends("/applications")
    }

    /// Something that the site keeps.
    fn is_deed(&self) -> bool {
        self.is_upload || self.is_application() || (self.is_post && self.ends("/users"))
    }

    fn is_template(&self) -> bool {
        self.path.contains("/templates/")
    }

    fn is_authentication(&self) -> bool {
        self.path.contains("/auth/challenge") || self.ends("/templates") || self.is_template()
    }
}

async fn broken(State(breaker): State<Arc<Breaker>>, request: Request, next: Next) -> Response {
    let step = Step::of(&request);
    if step.ends("/config") {
        return next.run(request).await;
    }
    if let Some(status) = breaker.refusal(&step) {
        return status;
    }
    let peer = request.extensions().get::<ConnectInfo<Peer>>().map(|info| info.0.clone());
    match breaker.fault {
        Fault::Slow => {
            tokio::time::sleep(SLOW).await;
            next.run(request).await
        }
        Fault::SlowHeaders => {
            let response = next.run(request).await;
            match peer {
                Some(peer) => peer.dribble(),
                None => tokio::time::sleep(SLOW).await,
            }
            response
        }
        Fault::HangUp => hang_up(peer).await,
        Fault::ResetUpload if step.is_upload => {
            read_half(request).await;
            cut(peer).await
        }
        Fault::StalledUpload if step.is_upload => {
            read_half(request).await;
            std::future::pending().await
        }
        Fault::EndlessBody => bodies::filling(None),
        Fault::Oversized => bodies::oversized(),
        Fault::GzipBomb => bodies::gzip_bomb().await,
        Fault::ErrorAfterSuccess if step.is_deed() => {
            next.run(request).await;
            error(StatusCode::INTERNAL_SERVER_ERROR, "internal", "on purpose, after it was done")
        }
        Fault::SlowKyc if step.is_application() || (step.is_post && step.ends("/files")) => {
            tokio::time::sleep(PAUSE).await;
            let response = next.run(request).await;
            tokio::time::sleep(PAUSE).await;
            response
        }
        Fault::ApplyLost if step.is_application() => lost(next.run(request).await).await,
        Fault::FileLost if step.is_upload => lost(next.run(request).await).await,
        _ => breaker.changed(&step, next.run(request).await).await,
    }
}

impl Breaker {
    /// An answer that does not look at the request.
    fn refusal(&self, step: &Step) -> Option<Response> {
        let answer = match self.fault {
            Fault::Html => Html("<!doctype html><title>Welcome</title><p>It works!").into_response(),
            Fault::EmptyBody => bodies::plain(StatusCode::OK, ""),
            Fault::NullBody => bodies::plain(StatusCode::OK, "null"),
            Fault::ServerError => error(StatusCode::INTERNAL_SERVER_ERROR, "internal", "on purpose"),
            Fault::Forbidden => error(StatusCode::FORBIDDEN, "forbidden", "this identity is not let in"),
            Fault::Unavailable => later(StatusCode::SERVICE_UNAVAILABLE, "unavailable", "120"),
            Fault::TooManyRequests => later(StatusCode::TOO_MANY_REQUESTS, "too_many_requests", "3600"),
            Fault::TooLarge if step.is_upload => {
                error(StatusCode::PAYLOAD_TOO_LARGE, "too_large", "the limit is 0 bytes")
            }
            Fault::UnauthorizedLoop if !step.is_authentication() => {
                error(StatusCode::UNAUTHORIZED, "token_invalid", "the token has expired")
            }
            Fault::NoAccount if step.is_token() => {
                error(StatusCode::NOT_FOUND, "user_does_not_exist", "no user of this site has this wallet")
            }
            Fault::TemplateGone if step.is_template() => {
                error(StatusCode::NOT_FOUND, "template_not_found", "this site has no such template")
            }
            Fault::Redirect => redirect("https://elsewhere.example/"),
            Fault::RedirectLoop => redirect(""),
            _ => return None,
        };
        Some(answer)
    }

    /// The right answer, made wrong.
    async fn changed(&self, step: &Step, mut response: Response) -> Response {
        let with_text = |text: &'static str| move |body: &[u8]| [body, text.as_bytes()].concat();
        match self.fault {
            Fault::SlowBody => bodies::slow(response).await,
            Fault::Reset => bodies::reset(response).await,
            Fault::HugeHeaders => bodies::with_huge_headers(response),
            Fault::WrongType => {
                response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
                response
            }
            Fault::OtherShape => bodies::changed(response, |body| [b"{\"data\":[", body, b"]}"].concat()).await,
            Fault::TruncatedJson => bodies::changed(response, |body| body[..body.len() / 2].to_vec()).await,
            Fault::TrailingBytes => bodies::changed(response, with_text("\n<!-- cached -->\n")).await,
            Fault::DeepJson => bodies::changed(response, broken_json::deep).await,
            Fault::DuplicateKeys => bodies::changed(response, broken_json::with_duplicate_keys).await,
            Fault::NonUtf8 => bodies::changed(response, broken_json::with_broken_text).await,
            Fault::ByteOrderMark => bodies::changed(response, |body| [b"\xef\xbb\xbf", body].concat()).await,
            Fault::HugeNumbers => {
                let both = |body: &[u8]| {
                    broken_json::with_huge_numbers(&tokens::reissued(self.fault, &self.signing_key, body))
                };
                bodies::changed(response, both).await
            }
            fault if is_of_tokens(fault) => {
                bodies::changed(response, |body| tokens::reissued(fault, &self.signing_key, body)).await
            }
            Fault::RedirectToScript => lead_to(step, response, "javascript:alert(document.cookie)").await,
            Fault::RedirectToFile => lead_to(step, response, "file:///etc/passwd").await,
            Fault::RedirectElsewhere => lead_to(step, response, "https://elsewhere.example/welcome").await,
            Fault::InjectedNames | Fault::ControlNames | Fault::GreedyTemplate if step.path.contains("/templates") => {
                let fault = self.fault;
                bodies::changed(response, |body| with_other_template(fault, body)).await
            }
            _ => response,
        }
    }
}

fn is_of_tokens(fault: Fault) -> bool {
    matches!(fault.class(), super::FaultClass::Token | super::FaultClass::Nonce)
}

fn error(status: StatusCode, code: &str, message: &str) -> Response {
    (status, Json(json!({"code": code, "message": message}))).into_response()
}

fn later(status: StatusCode, code: &str, seconds: &'static str) -> Response {
    let mut response = error(status, code, "come back later");
    response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static(seconds));
    response
}

fn redirect(to: &'static str) -> Response {
    (StatusCode::FOUND, [(LOCATION, to)]).into_response()
}

/// The work is done; whoever asked does not learn of it.
async fn lost(_: Response) -> Response {
    bodies::reset(Json(json!({"code": "lost"})).into_response()).await
}

async fn hang_up(peer: Option<Peer>) -> Response {
    if let Some(peer) = peer {
        peer.hang_up();
    }
    bodies::reset(Json(json!({})).into_response()).await
}

async fn cut(peer: Option<Peer>) -> Response {
    if let Some(peer) = peer {
        peer.cut();
    }
    bodies::reset(Json(json!({})).into_response()).await
}

async fn read_half(request: Request) {
    let mut body: Body = request.into_body();
    let mut seen = 0;
    let mut stream = std::mem::take(&mut body).into_data_stream();
    while seen < HALF_AN_UPLOAD_BYTES {
        match stream.next().await {
            Some(Ok(chunk)) => seen += chunk.len(),
            _ => break,
        }
    }
}

/// The answer to a login, with another place to go to.
async fn lead_to(step: &Step, response: Response, place: &'static str) -> Response {
    if !step.ends("/login") {
        return response;
    }
    let replace = |body: &[u8]| {
        let Ok(mut answer) = serde_json::from_slice::<Value>(body) else { return body.to_vec() };
        for key in ["redirectUrl", "redirectTo"] {
            if let Some(url) = answer.get_mut(key) {
                *url = json!(place);
            }
        }
        answer.to_string().into_bytes()
    };
    bodies::changed(response, replace).await
}

/// A list of templates or one template, its names or its wishes changed.
fn with_other_template(fault: Fault, body: &[u8]) -> Vec<u8> {
    let Ok(mut answer) = serde_json::from_slice::<Value>(body) else { return body.to_vec() };
    change_names(fault, &mut answer);
    answer.to_string().into_bytes()
}

fn change_names(fault: Fault, value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| change_names(fault, item)),
        Value::Object(object) => {
            if fault == Fault::GreedyTemplate
                && let Some(Value::Array(asked)) = object.get_mut("attributes")
            {
                let wish = |index: usize| {
                    let schema = format!("http://platform.selfkey.org/schema/attribute/first-name.json?{index}");
                    json!({"id": format!("wish-{index}"), "schemaId": schema, "required": true})
                };
                *asked = (0..GREEDY_ATTRIBUTES).map(wish).collect();
                return;
            }
            let has_schema = object.contains_key("schemaId");
            for (key, item) in object.iter_mut() {
                match (key.as_str(), &item) {
                    ("name" | "label" | "description", Value::String(text)) => *item = json!(hostile(fault, text)),
                    ("id", Value::String(text)) if has_schema && fault == Fault::InjectedNames => {
                        *item = json!(hostile(fault, text));
                    }
                    _ => change_names(fault, item),
                }
            }
        }
        _ => {}
    }
}

fn hostile(fault: Fault, text: &str) -> String {
    match fault {
        Fault::InjectedNames => format!("{text}\"\r\nX-Injected: 1\r\n\r\n<script>alert(1)</script>"),
        Fault::ControlNames => format!("{text}\u{1b}[2J\u{1b}]0;owned\u{7}\u{202e}txet\u{0}"),
        _ => text.to_owned(),
    }
}
