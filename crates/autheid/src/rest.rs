//! The calls over plain HTTP, in JSON or protobuf.

use std::borrow::Cow;

use axum::body::{Body, Bytes, HttpBody as _, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{ALLOW, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::response::Response;

use crate::answer::FileKind;
use crate::authorization::key_of;
use crate::decider::Decider;
use crate::encoding::{Encoding, message, written};
use crate::error::ServiceError;
use crate::generated::{CreateRequest, Error, ErrorCode};
use crate::ids::RequestId;
use crate::mount::{Base, SentAway};
use crate::patience::TooSlow;
use crate::router::MOST_BODY_BYTES;
use crate::service::Service;
use crate::store::{Rp, Store};
use crate::written::HoldsResult;

const KEY_SET: HeaderValue = HeaderValue::from_static("application/jwk-set+json");
const PDF: HeaderValue = HeaderValue::from_static("application/pdf");

/// What everybody hears beyond the most connections.
pub(crate) const NO_ROOM: &str = "too many connections are open";

/// What a path names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place<'a> {
    Requests,
    Request(&'a str),
    Status(&'a str),
    Cancel(&'a str),
    File(&'a str, FileKind),
    KeySet,
}

/// Why there is no answer, with a status of its own where the code alone does not say it.
#[derive(Debug)]
struct Failure {
    code: ErrorCode,
    status: StatusCode,
    message: Cow<'static, str>,
    allow: Option<&'static str>,
}

/// Answers a call.
pub(crate) async fn answer<S: Store, D: Decider>(State(service): State<Service<S, D>>, request: Request) -> Response {
    let wanted = Encoding::accepted(request.headers());
    match call(&service, request, wanted).await {
        Ok(response) => response,
        Err(failure) => failure.response(wanted),
    }
}

/// Answers a call that is not let in.
pub(crate) fn sent_away(why: SentAway, headers: &HeaderMap) -> Response {
    let code = ErrorCode::PermissionDenied;
    let failure = Failure { code, status: why.status, message: why.message.into(), allow: None };
    failure.response(Encoding::accepted(headers))
}

/// Answers a call for which there is no room.
pub(crate) fn no_room(headers: &HeaderMap) -> Response {
    Failure::new(ErrorCode::ResourceExhausted, NO_ROOM).response(Encoding::accepted(headers))
}

async fn call<S: Store, D: Decider>(
    service: &Service<S, D>,
    request: Request,
    wanted: Encoding,
) -> Result<Response, Failure> {
    let path = request.uri().path().to_owned();
    let place =
        Place::of(&path).ok_or_else(|| Failure::new(ErrorCode::NotFound, "there is nothing at this address"))?;
    let allowed = place.method();
    if request.method() != allowed {
        let message = "this address is called with another method".into();
        let (code, status) = (ErrorCode::InvalidArgument, StatusCode::METHOD_NOT_ALLOWED);
        return Err(Failure { code, status, message, allow: Some(allowed) });
    }
    let key = key_of(request.headers());
    match place {
        Place::Status(id) => Ok(message(wanted, &service.status(id).await?)),
        Place::KeySet => Ok(written(StatusCode::OK, KEY_SET, service.key_set().await?.into())),
        Place::Requests => {
            let rp = service.rp(key?).await?;
            create(service, &rp, request, wanted).await
        }
        Place::Request(id) => {
            let rp = service.rp(key?).await?;
            drop(request); // nothing of it stays while the caller waits
            let result = service.result(&rp, id).await?;
            let mut response = message(wanted, &result);
            if let Some(id) = RequestId::parse(id) {
                response.extensions_mut().insert(HoldsResult(id));
            }
            Ok(response)
        }
        Place::Cancel(id) => Ok(message(wanted, &service.cancel(&service.rp(key?).await?, id).await?)),
        Place::File(id, kind) => {
            let bytes = service.file(&service.rp(key?).await?, id, kind).await?;
            Ok(written(StatusCode::OK, PDF, bytes.into()))
        }
    }
}

async fn create<S: Store, D: Decider>(
    service: &Service<S, D>,
    rp: &Rp,
    request: Request,
    wanted: Encoding,
) -> Result<Response, Failure> {
    let sent = Encoding::sent(request.headers());
    let base = request.extensions().get::<Base>().cloned();
    let Base(base) = base.ok_or_else(|| Failure::new(ErrorCode::Internal, "where the call came in is not known"))?;
    let call: CreateRequest =
        sent.read(&body(request.into_body()).await?).map_err(|text| Failure::new(ErrorCode::InvalidArgument, text))?;
    Ok(message(wanted, &service.create(rp, call, &base).await?))
}

async fn body(body: Body) -> Result<Bytes, Failure> {
    const TOO_LONG: (StatusCode, &str) = (StatusCode::PAYLOAD_TOO_LARGE, "the body is longer than 65536 bytes");
    let failure = |(status, message): (StatusCode, &'static str)| Failure {
        code: ErrorCode::InvalidArgument,
        status,
        message: message.into(),
        allow: None,
    };
    // Who announces too much need not send it first.
    if body.size_hint().lower() > u64::try_from(MOST_BODY_BYTES).unwrap_or(u64::MAX) {
        return Err(failure(TOO_LONG));
    }
    to_bytes(body, MOST_BODY_BYTES).await.map_err(|error| {
        failure(if has_source::<TooSlow>(&error) {
            (StatusCode::REQUEST_TIMEOUT, "the body took longer than 10 seconds")
        } else if has_source::<hyper::Error>(&error) {
            (StatusCode::BAD_REQUEST, "the body did not come whole")
        } else {
            TOO_LONG
        })
    })
}

fn has_source<T: std::error::Error + 'static>(error: &(dyn std::error::Error + 'static)) -> bool {
    std::iter::successors(Some(error), |error| error.source()).any(<dyn std::error::Error>::is::<T>)
}

impl<'a> Place<'a> {
    /// Both spellings, the plural of all examples and the singular of the document's headings.
    fn of(path: &'a str) -> Option<Self> {
        if path == "/.well-known/jwks.json" {
            return Some(Self::KeySet);
        }
        let rest = path.strip_prefix("/v1/request")?;
        let rest = rest.strip_prefix('s').unwrap_or(rest);
        if rest.is_empty() {
            return Some(Self::Requests);
        }
        let mut parts = rest.strip_prefix('/')?.split('/');
        let id = parts.next().filter(|id| !id.is_empty())?;
        let place = match (parts.next(), parts.next()) {
            (None, None) => Self::Request(id),
            (Some("status"), None) => Self::Status(id),
            (Some("cancel"), None) => Self::Cancel(id),
            (Some("files"), Some(name)) => Self::File(id, FileKind::ALL.into_iter().find(|kind| kind.name() == name)?),
            _ => return None,
        };
        parts.next().is_none().then_some(place)
    }

    fn method(self) -> &'static str {
        match self {
            Self::Requests | Self::Cancel(_) => Method::POST.as_str(),
            Self::Request(_) | Self::Status(_) | Self::File(..) | Self::KeySet => Method::GET.as_str(),
        }
    }
}

impl Failure {
    fn new(code: ErrorCode, message: impl Into<Cow<'static, str>>) -> Self {
        Self { code, status: status_of(code), message: message.into(), allow: None }
    }

    fn response(self, wanted: Encoding) -> Response {
        let Self { code, status, message: text, allow } = self;
        let error = Error { error: code.into(), error_code: code.into(), message: text.into_owned() };
        let mut response = message(wanted, &error);
        *response.status_mut() = status;
        if let Some(allow) = allow {
            response.headers_mut().insert(ALLOW, HeaderValue::from_static(allow));
        }
        if status == StatusCode::TOO_MANY_REQUESTS {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("10"));
        }
        response
    }
}

impl From<ServiceError> for Failure {
    fn from(error: ServiceError) -> Self {
        if let ServiceError::Internal(source) = &error {
            tracing::error!(%source, "a call failed");
        }
        Self::new(error.code(), error.to_string())
    }
}

/// The HTTP status that stands for a code, as `google.rpc.Code` lists them.
fn status_of(code: ErrorCode) -> StatusCode {
    match code {
        ErrorCode::Ok => StatusCode::OK,
        ErrorCode::InvalidArgument | ErrorCode::FailedPrecondition => StatusCode::BAD_REQUEST,
        ErrorCode::NotFound => StatusCode::NOT_FOUND,
        ErrorCode::PermissionDenied => StatusCode::FORBIDDEN,
        ErrorCode::Unauthenticated => StatusCode::UNAUTHORIZED,
        ErrorCode::ResourceExhausted => StatusCode::TOO_MANY_REQUESTS,
        ErrorCode::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        ErrorCode::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_spellings_of_a_path_are_one_place() {
        for name in ["request", "requests"] {
            for (rest, expected) in [
                ("", Place::Requests),
                ("/x", Place::Request("x")),
                ("/x/status", Place::Status("x")),
                ("/x/cancel", Place::Cancel("x")),
                ("/x/files/kyc.pdf", Place::File("x", FileKind::Kyc)),
                ("/x/files/residency.pdf", Place::File("x", FileKind::Residency)),
            ] {
                assert_eq!(Place::of(&format!("/v1/{name}{rest}")), Some(expected), "{name}{rest}");
            }
        }
        assert_eq!(Place::of("/.well-known/jwks.json"), Some(Place::KeySet));
    }

    #[test]
    fn other_paths_are_no_place() {
        for path in [
            "",
            "/",
            "*",
            "/v1",
            "/v1/requestss",
            "/v1/requests/",
            "/v1/requests//status",
            "/v1/requests/x/",
            "/v1/requests/x/status/",
            "/v1/requests/x/files",
            "/v1/requests/x/files/",
            "/v1/requests/x/files/other.pdf",
            "/v1/requests/x/files/kyc.pdf/y",
            "/v2/requests",
            "/V1/requests",
            "//v1/requests",
        ] {
            assert_eq!(Place::of(path), None, "{path}");
        }
    }

    #[test]
    fn every_code_has_its_status() {
        for (code, status) in [(3, 400), (5, 404), (7, 403), (8, 429), (9, 400), (13, 500), (14, 503), (16, 401)] {
            assert_eq!(status_of(ErrorCode::try_from(code).unwrap()).as_u16(), status, "{code}");
        }
    }
}
