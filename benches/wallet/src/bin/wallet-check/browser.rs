//! The user's browser, which comes straight back.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::time::Instant;

use anyhow::{Context as _, Result, ensure};
use url::Url;

/// A port that nobody uses just now.
pub(crate) fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// Goes where the provider would send it, and says when it began to.
pub(crate) fn come_back(address: &str) -> Result<Instant> {
    let query: BTreeMap<String, String> = Url::parse(address)?.query_pairs().into_owned().collect();
    let mut back = Url::parse(query.get("redirect_uri").context("an address says where to return to")?)?;
    let state = query.get("state").context("an address has a state")?;
    back.query_pairs_mut().append_pair("code", "c0de").append_pair("state", state);
    let host = format!("127.0.0.1:{}", back.port().context("the wallet listens at a port")?);
    let target = &back[url::Position::BeforePath..];
    let request = format!("GET {target} HTTP/1.1\r\nHost: {host}\r\n\r\n");
    let began = Instant::now();
    let mut stream = TcpStream::connect(&host)?;
    stream.write_all(request.as_bytes())?;
    let mut page = String::new();
    stream.read_to_string(&mut page)?;
    ensure!(page.starts_with("HTTP/1.1 200"), "the wallet answered {page}");
    Ok(began)
}
