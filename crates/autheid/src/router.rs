//! REST and gRPC behind one door.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;

use crate::decider::Decider;
use crate::generated::requests_server::RequestsServer;
use crate::grpc::{Calls, with_usual_code};
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
    let grpc = RequestsServer::new(Calls::new(service.clone())).max_decoding_message_size(MOST_BODY_BYTES);
    let door = Arc::new(Door { service: service.clone(), mount });
    Router::new()
        .route_service("/autheid.rp.Requests/{*call}", grpc)
        .fallback(rest::answer::<S, D>)
        .with_state(service)
        .layer(from_fn_with_state(door, pass))
}

struct Door<S, D> {
    service: Service<S, D>,
    mount: Mount,
}

async fn pass<S: Store, D: Decider>(State(door): State<Arc<Door<S, D>>>, mut request: Request, next: Next) -> Response {
    match door.mount.admit(&request) {
        Ok(base) => request.extensions_mut().insert(base),
        Err(sent_away) => return rest::sent_away(sent_away, request.headers()),
    };
    let request = request.map(|body| Body::new(Impatient::new(body, PATIENCE)));
    let response = with_usual_code(next.run(request).await);
    let Some(HoldsResult(id)) = response.extensions().get().cloned() else { return response };
    let service = door.service.clone();
    when_written(response, move || {
        let at = service.now();
        // The connection goes on meanwhile.
        tokio::spawn(async move { service.was_read(&id, at).await });
    })
}
