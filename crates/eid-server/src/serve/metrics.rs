//! What the service counts, in the text format of Prometheus.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use idw_autheid::Service;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::Registry;

use super::EveryWallet;
use crate::database::Database;
use crate::wallet_api::Wakers;

/// What is counted of calls. No label is made of what anybody sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Call {
    call: &'static str,
    status: u16,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Timed {
    call: &'static str,
}

/// Everything that is counted.
pub(crate) struct Metrics {
    registry: Registry,
    calls: Family<Call, Counter>,
    seconds: Family<Timed, Histogram>,
    connections: Gauge,
    waiting: Gauge,
    wallets: Gauge,
    service: Service<Database, EveryWallet>,
    wakers: Arc<Wakers>,
    open: Arc<AtomicUsize>,
}

impl Metrics {
    pub(crate) fn new(
        service: Service<Database, EveryWallet>,
        wakers: Arc<Wakers>,
        open: Arc<AtomicUsize>,
    ) -> Arc<Self> {
        let mut registry = Registry::with_prefix("autheid");
        let calls = Family::<Call, Counter>::default();
        registry.register("calls", "Calls that were answered, by what they are and their HTTP status", calls.clone());
        let seconds: Family<Timed, Histogram> =
            Family::new_with_constructor(|| Histogram::new(exponential_buckets(0.000_5, 2.0, 14)));
        registry.register("call_seconds", "How long calls took that wait for nobody", seconds.clone());
        let gauges = [(); 3].map(|()| Gauge::default());
        let [connections, waiting, wallets] = gauges;
        registry.register("connections", "Connections that are open", connections.clone());
        registry.register("waiting_readers", "Callers that wait for a result", waiting.clone());
        registry.register("waiting_wallets", "Wallets that wait for requests", wallets.clone());
        Arc::new(Self { registry, calls, seconds, connections, waiting, wallets, service, wakers, open })
    }

    /// Everything, as Prometheus reads it.
    pub(crate) fn text(&self) -> Result<String, fmt::Error> {
        let set = |gauge: &Gauge, count: usize| gauge.set(i64::try_from(count).unwrap_or(i64::MAX));
        set(&self.connections, self.open.load(Ordering::Relaxed));
        set(&self.waiting, self.service.waiting());
        set(&self.wallets, self.wakers.count());
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text)
    }
}

/// Counts a call.
pub(crate) async fn count(State(metrics): State<Arc<Metrics>>, request: Request, next: Next) -> Response {
    let call = name_of(request.method().as_str(), request.uri().path());
    let began = Instant::now();
    let response = next.run(request).await;
    if !WAITING.contains(&call) {
        metrics.seconds.get_or_create(&Timed { call }).observe(began.elapsed().as_secs_f64());
    }
    metrics.calls.get_or_create(&Call { call, status: response.status().as_u16() }).inc();
    response
}

/// These take as long as people do.
const WAITING: [&str; 3] = ["result", "grpc_result", "wallet_requests"];

/// What a call is, whatever it names.
fn name_of(method: &str, path: &str) -> &'static str {
    if let Some(call) = path.strip_prefix("/autheid.rp.Requests/") {
        return match call {
            "Create" => "grpc_create",
            "GetResult" => "grpc_result",
            "GetStatus" => "grpc_status",
            "Cancel" => "grpc_cancel",
            "GetFile" => "grpc_file",
            _ => "other",
        };
    }
    if let Some(call) = path.strip_prefix("/wallet/v1/") {
        return match call {
            "nonces" => "wallet_nonce",
            "devices" => "wallet_bind",
            "devices/self" => "wallet_leave",
            "sessions" => "wallet_session",
            "requests" => "wallet_requests",
            _ if call.ends_with("/answer") => "wallet_answer",
            _ => "other",
        };
    }
    let Some(rest) = path.strip_prefix("/v1/request") else { return "other" };
    let rest = rest.strip_prefix('s').unwrap_or(rest);
    match (method, rest.matches('/').count()) {
        ("POST", 0) => "create",
        ("GET", 1) => "result",
        ("GET", 2) if rest.ends_with("/status") => "status",
        ("POST", 2) if rest.ends_with("/cancel") => "cancel",
        ("GET", 3) => "file",
        _ => "other",
    }
}

impl fmt::Debug for Metrics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Metrics")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_named_without_what_they_name() {
        for (method, path, name) in [
            ("POST", "/v1/requests", "create"),
            ("POST", "/v1/request", "create"),
            ("GET", "/v1/requests/x", "result"),
            ("GET", "/v1/requests/x/status", "status"),
            ("POST", "/v1/requests/x/cancel", "cancel"),
            ("GET", "/v1/requests/x/files/kyc.pdf", "file"),
            ("POST", "/autheid.rp.Requests/GetResult", "grpc_result"),
            ("POST", "/autheid.rp.Requests/GetOcsp", "other"),
            ("GET", "/wallet/v1/requests", "wallet_requests"),
            ("POST", "/wallet/v1/requests/x/answer", "wallet_answer"),
            ("DELETE", "/wallet/v1/devices/self", "wallet_leave"),
            ("GET", "/secret", "other"),
        ] {
            assert_eq!(name_of(method, path), name, "{method} {path}");
        }
    }
}
