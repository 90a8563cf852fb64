//! Where the service is reached, and who is sent away at the door.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{HOST, ORIGIN};
use axum::http::uri::Authority;
use axum::http::{Method, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;

use crate::rest;

/// Where the service is reached. A call for any other host is refused: a page of another site whose name was made to lead
/// here (DNS rebinding) would send that name.
///
/// A port makes no difference to that. A call for another one came through something in front of the service, which is there
/// to speak TLS.
#[derive(Debug, Clone, Default)]
pub struct Mount {
    /// Hosts with the service's own port, which speaks no TLS.
    pub hosts: Vec<Authority>,
    /// Names that are reached with TLS alone, without a port; `*.` at the beginning stands for one label.
    pub secure: Vec<String>,
}

/// Why a call is sent away before anybody reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SentAway {
    pub(crate) status: StatusCode,
    pub(crate) message: &'static str,
}

const FOREIGN_HOST: SentAway =
    SentAway { status: StatusCode::MISDIRECTED_REQUEST, message: "this service does not answer for that host" };
const FROM_A_PAGE: SentAway = SentAway { status: StatusCode::FORBIDDEN, message: "web pages cannot call this service" };

/// Where a call came in.
#[derive(Debug, Clone)]
pub(crate) struct Base(pub(crate) String);

impl Mount {
    /// A service on a socket: it answers to the address, and to all names of this machine if it is one of those.
    pub fn at(address: SocketAddr) -> Self {
        let mut hosts = vec![address.to_string()];
        if address.ip().is_loopback() {
            hosts.extend(["localhost", "127.0.0.1", "[::1]"].map(|name| format!("{name}:{}", address.port())));
        }
        let hosts = hosts.into_iter().filter_map(|host| Authority::try_from(host).ok()).collect();
        Self { hosts, secure: Vec::new() }
    }

    /// Lets only those calls through to `router` that are for a host of this service and come from no web page.
    pub fn guard(self, router: Router) -> Router {
        router.layer(from_fn_with_state(Arc::new(self), pass))
    }

    /// Lets a call in, and tells where it came in.
    pub(crate) fn admit(&self, request: &Request) -> Result<Base, SentAway> {
        let host = self.host(request).ok_or(FOREIGN_HOST)?;
        if request.headers().contains_key(ORIGIN) || request.method() == Method::OPTIONS {
            return Err(FROM_A_PAGE);
        }
        // Through a front with TLS, only an address with TLS leads back here.
        let scheme = if self.hosts.contains(&host) { "http" } else { "https" };
        Ok(Base(format!("{scheme}://{host}")))
    }

    /// The one host that the call is for: `Host`, `:authority`, or both if they are the same.
    fn host(&self, request: &Request) -> Option<Authority> {
        let mut headers = request.headers().get_all(HOST).iter();
        let header = match (headers.next(), headers.next()) {
            (Some(header), None) => Some(Authority::try_from(header.as_bytes()).ok()?),
            (None, _) => None,
            (Some(_), Some(_)) => return None,
        };
        let named = request.uri().authority();
        let host = named.or(header.as_ref())?;
        let is_one = header.as_ref().is_none_or(|header| header == host);
        // A name and a port, and no user or anything else that a parser of authorities passes over.
        let is_plain = match host.port_u16() {
            Some(port) => *host == format!("{}:{port}", host.host()),
            None => *host == *host.host(),
        };
        let is_known = self.hosts.iter().any(|known| known.host().eq_ignore_ascii_case(host.host()))
            || self.secure.iter().any(|known| is_name(known, host.host()));
        (is_one && is_plain && is_known).then(|| host.clone())
    }
}

async fn pass(State(mount): State<Arc<Mount>>, mut request: Request, next: Next) -> Response {
    match mount.admit(&request) {
        Ok(base) => request.extensions_mut().insert(base),
        Err(sent_away) => return rest::sent_away(sent_away, request.headers()),
    };
    next.run(request).await
}

/// Whether a name is meant, by itself or by a `*` for its first label (RFC 6125, section 6.4.3).
fn is_name(known: &str, host: &str) -> bool {
    match (known.strip_prefix("*."), host.split_once('.')) {
        (Some(known), Some((label, rest))) => !label.is_empty() && known.eq_ignore_ascii_case(rest),
        (Some(_), None) => false,
        (None, _) => known.eq_ignore_ascii_case(host),
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    fn mount() -> Mount {
        Mount::at("127.0.0.1:8466".parse().unwrap())
    }

    #[test]
    fn a_socket_has_the_names_that_lead_to_it() {
        let hosts = |address: &str| {
            Mount::at(address.parse().unwrap()).hosts.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(hosts("127.0.0.2:1"), ["127.0.0.2:1", "localhost:1", "127.0.0.1:1", "[::1]:1"]);
        assert_eq!(hosts("192.0.2.1:1"), ["192.0.2.1:1"]);
    }

    fn admit(uri: &str, headers: &[(&str, &str)]) -> Result<String, SentAway> {
        let mut request = Request::get(uri);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        mount().admit(&request.body(Body::empty()).unwrap()).map(|base| base.0)
    }

    #[test]
    fn a_call_for_a_known_host_is_let_in() {
        assert_eq!(admit("/v1", &[("host", "127.0.0.1:8466")]).unwrap(), "http://127.0.0.1:8466");
        assert_eq!(admit("/v1", &[("host", "LocalHost:8466")]).unwrap(), "http://LocalHost:8466");
        assert_eq!(admit("http://localhost:8466/v1", &[]).unwrap(), "http://localhost:8466");
        assert!(admit("http://localhost:8466/v1", &[("host", "localhost:8466")]).is_ok());
    }

    #[test]
    fn a_call_through_a_front_with_tls_is_let_in() {
        assert_eq!(admit("/v1", &[("host", "localhost:8443")]).unwrap(), "https://localhost:8443");
        assert_eq!(admit("https://127.0.0.1/v1", &[]).unwrap(), "https://127.0.0.1");
    }

    #[test]
    fn a_call_for_another_host_is_sent_away() {
        for host in [
            "rebound.example",
            "rebound.example:8466",
            "ada@127.0.0.1:8466",
            "127.0.0.1:8466.a.example",
            "127.0.0.1:",
            "127.0.0.1:84660",
            "127.0.0.1:08466",
            "127.0.0.1.a.example",
            "192.0.2.1:8466",
            "",
        ] {
            assert_eq!(admit("/v1", &[("host", host)]), Err(FOREIGN_HOST), "{host}");
        }
        assert_eq!(admit("/v1", &[]), Err(FOREIGN_HOST));
        let twice = [("host", "127.0.0.1:8466"), ("host", "127.0.0.1:8466")];
        assert_eq!(admit("/v1", &twice), Err(FOREIGN_HOST));
        assert_eq!(admit("http://rebound.example/v1", &[("host", "127.0.0.1:8466")]), Err(FOREIGN_HOST));
        assert_eq!(admit("http://127.0.0.1:8466/v1", &[("host", "rebound.example")]), Err(FOREIGN_HOST));
        assert_eq!(admit("http://127.0.0.1:8466/v1", &[("host", "localhost:8466")]), Err(FOREIGN_HOST));
    }

    #[test]
    fn names_with_tls_are_known_with_any_port() {
        let secure = ["eid.example", "*.wallets.example"].map(str::to_owned).to_vec();
        let mount = Mount { secure, ..mount() };
        let admit = |host: &str| {
            let request = Request::get("/v1").header("host", host).body(Body::empty()).unwrap();
            mount.admit(&request).map(|base| base.0)
        };
        assert_eq!(admit("EID.example").unwrap(), "https://EID.example");
        assert_eq!(admit("eid.example:8443").unwrap(), "https://eid.example:8443");
        assert_eq!(admit("a.wallets.example").unwrap(), "https://a.wallets.example");
        assert_eq!(admit("127.0.0.1:8466").unwrap(), "http://127.0.0.1:8466");
        for host in ["a.eid.example", "wallets.example", ".wallets.example", "a.b.wallets.example", "eid.example."] {
            assert_eq!(admit(host), Err(FOREIGN_HOST), "{host}");
        }
    }

    #[test]
    fn web_pages_are_sent_away() {
        for origin in ["null", "https://a.example", "http://127.0.0.1:8466"] {
            assert_eq!(admit("/v1", &[("host", "127.0.0.1:8466"), ("origin", origin)]), Err(FROM_A_PAGE));
        }
        let request = Request::options("/v1").header("host", "127.0.0.1:8466").body(Body::empty()).unwrap();
        assert_eq!(mount().admit(&request).map(|base| base.0), Err(FROM_A_PAGE));
    }
}
