//! Which fault breaks which call, and how.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, HeaderValue, LOCATION, RETRY_AFTER};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse as _, Response};
use serde_json::{Value, json};

use super::{Fault, FaultClass, bodies, details};
use crate::error::ApiError;
use crate::serve::Peer;
use crate::site::Site;

/// Longer than any client should be ready to wait for a small answer.
const SLOW: Duration = Duration::from_mins(2);
const ELSEWHERE: &str = "https://elsewhere.example/";

/// One of the calls, and what its faults belong to.
#[derive(Debug, Clone)]
pub(crate) struct Endpoint {
    pub(crate) site: Arc<Site>,
    pub(crate) class: FaultClass,
}

/// The layer around a call: it is answered as it should be, then what is on is done to the answer.
pub(crate) async fn broken(State(endpoint): State<Endpoint>, request: Request, next: Next) -> Response {
    let faults = endpoint.site.faults();
    let faults: Vec<Fault> = faults.into_iter().filter(|fault| fault.class() == endpoint.class).collect();
    if faults.iter().any(|fault| matches!(fault, Fault::TokenSlow | Fault::DetailsSlow)) {
        tokio::time::sleep(SLOW).await;
    }
    let peer = request.extensions().get::<ConnectInfo<Peer>>().map(|info| info.0.clone());
    let mut response = next.run(request).await;
    for fault in faults {
        response = change(fault, response, peer.as_ref()).await;
    }
    response
}

/// Only answers that succeeded are changed, so that a client's mistake is still told as one.
async fn change(fault: Fault, mut response: Response, peer: Option<&Peer>) -> Response {
    if !response.status().is_success() {
        return response;
    }
    match fault {
        Fault::TokenHang | Fault::DetailsHang => std::future::pending().await,
        Fault::TokenReset => {
            if let Some(peer) = peer {
                peer.cut();
            }
            bodies::cut(response).await
        }
        Fault::DetailsCut => bodies::cut(response).await,
        Fault::Token302 | Fault::Details302 => (StatusCode::FOUND, [(LOCATION, ELSEWHERE)]).into_response(),
        Fault::Token401 | Fault::Details401 => ApiError::keys_invalid("on purpose").into_response(),
        Fault::ExpiredData => ApiError::keys_invalid("the token and the data behind it have expired").into_response(),
        Fault::Token403 => ApiError::deactivated().into_response(),
        Fault::Token429 => (StatusCode::TOO_MANY_REQUESTS, [(RETRY_AFTER, "3600")]).into_response(),
        Fault::Token500 | Fault::Details500 => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        Fault::TokenHtml | Fault::DetailsHtml => {
            Html("<!doctype html><title>Welcome</title><p>It works!").into_response()
        }
        Fault::TokenEmpty | Fault::DetailsEmpty => ([(CONTENT_TYPE, "application/json")], "").into_response(),
        Fault::TokenNotJson | Fault::DetailsNotJson => bodies::changed(response, bodies::as_printed).await,
        Fault::TokenHuge | Fault::DetailsHuge => bodies::huge(),
        Fault::TokenWrongContentType => {
            response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
            response
        }
        Fault::TokenWrongLength => bodies::promising_more(response).await,
        fault if fault.class() == FaultClass::Details => {
            bodies::changed(response, |body| details::change(fault, body)).await
        }
        fault => with_other_token(fault, response).await,
    }
}

/// The one text of the answer, `token` or `verificationUrl`, changed.
async fn with_other_token(fault: Fault, response: Response) -> Response {
    let (parts, bytes) = bodies::whole(response).await;
    let Ok(Value::Object(mut answer)) = serde_json::from_slice(&bytes) else {
        return Response::from_parts(parts, bytes.into());
    };
    if fault == Fault::NoToken {
        answer.clear();
    }
    for (name, value) in &mut answer {
        let is_address = name == "verificationUrl";
        *value = match fault {
            Fault::TokenNull => Value::Null,
            Fault::TokenNotText => json!(12_345),
            Fault::TokenEmptyText => json!(""),
            Fault::TokenWithNewline => json!(format!("{}\r\nX-Injected: 1", value.as_str().unwrap_or_default())),
            Fault::AddressElsewhere if is_address => json!("http://elsewhere.example/verify"),
            Fault::AddressScript if is_address => json!("javascript:alert(document.cookie)"),
            _ => continue,
        };
    }
    (parts.status, Json(answer)).into_response()
}
