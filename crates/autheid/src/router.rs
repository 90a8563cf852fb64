//! REST and gRPC on one port.

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{CONNECTION, CONTENT_TYPE};
use axum::http::{HeaderValue, Version};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;

use crate::decider::Decider;
use crate::generated::requests_server::RequestsServer;
use crate::grpc::{self, Calls, with_usual_code};
use crate::mount::Mount;
use crate::patience::{Impatient, PATIENCE};
use crate::rest;
use crate::service::Service;
use crate::store::Store;
use crate::written::{HoldsResult, when_written};

/// The longest body that is read.
pub const MOST_BODY_BYTES: usize = 64 * 1024;

/// Everything that RPs call.
pub fn router<S: Store, D: Decider>(service: Service<S, D>, mount: Mount) -> Router {
    let calls = RequestsServer::new(Calls::new(service.clone())).max_decoding_message_size(MOST_BODY_BYTES);
    let router = Router::new()
        .route_service("/autheid.rp.Requests/{*call}", calls)
        .fallback(rest::answer::<S, D>)
        .with_state(service.clone())
        .layer(from_fn_with_state(service, pass));
    mount.guard(router)
}

/// Answers every call that the service has no room for it: what connections are served that are one too many.
pub fn refusing() -> Router {
    Router::new().fallback(async |request: Request| {
        let mut response = if is_grpc(&request) { grpc::no_room() } else { rest::no_room(request.headers()) };
        if request.version() < Version::HTTP_2 {
            response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
        }
        response
    })
}

fn is_grpc(request: &Request) -> bool {
    let kind = request.headers().get(CONTENT_TYPE).map(HeaderValue::as_bytes);
    kind.is_some_and(|kind| kind.starts_with(b"application/grpc"))
}

async fn pass<S: Store, D: Decider>(State(service): State<Service<S, D>>, request: Request, next: Next) -> Response {
    let request = request.map(|body| Body::new(Impatient::new(body, PATIENCE)));
    let response = with_usual_code(next.run(request).await);
    let Some(HoldsResult(id)) = response.extensions().get().cloned() else { return response };
    when_written(response, move || {
        let at = service.now();
        // The connection goes on meanwhile.
        tokio::spawn(async move { service.was_read(&id, at).await });
    })
}
