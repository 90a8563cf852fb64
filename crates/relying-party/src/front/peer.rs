//! Where a request comes from.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, Request};

use crate::site::Site;

/// Added by proxies; the last address is the nearest one, which the site's own proxy saw.
const FORWARDED_FOR: &str = "x-forwarded-for";

/// The address that a request comes from; behind a proxy, the one that the proxy was asked from. `None` where the server
/// does not tell addresses.
pub(super) fn peer(site: &Site, request: &Request) -> Option<IpAddr> {
    if site.config.behind_proxy {
        let last = request.headers().get_all(FORWARDED_FOR).iter().next_back();
        let text = last.and_then(|value| value.to_str().ok()).and_then(|list| list.rsplit(',').next());
        if let Some(address) = text.and_then(|text| text.trim().parse().ok()) {
            return Some(address);
        }
    }
    request.extensions().get::<ConnectInfo<SocketAddr>>().map(|peer| peer.ip())
}
