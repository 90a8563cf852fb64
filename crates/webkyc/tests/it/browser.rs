//! A browser, as far as the wallet's listener can tell.

use std::net::SocketAddr;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// The head of a `GET` with the right `Host`.
pub(crate) fn get(address: SocketAddr, target: &str) -> String {
    format!("GET {target} HTTP/1.1\r\nHost: {address}\r\n\r\n")
}

/// Opens an address, and gives the whole answer.
pub(crate) async fn open(address: SocketAddr, target: &str) -> String {
    send(address, &get(address, target)).await
}

/// Sends a request as it is, and gives the whole answer; nothing where the connection breaks.
pub(crate) async fn send(address: SocketAddr, request: &str) -> String {
    let Ok(mut stream) = TcpStream::connect(address).await else { return String::new() };
    // A server that has heard enough may hang up before the end.
    drop(stream.write_all(request.as_bytes()).await);
    rest(&mut stream).await
}

/// What still comes over a connection.
pub(crate) async fn rest(stream: &mut TcpStream) -> String {
    let mut answer = Vec::new();
    drop(stream.read_to_end(&mut answer).await);
    String::from_utf8_lossy(&answer).into_owned()
}

/// The status of an answer, 0 where there is none.
pub(crate) fn status(answer: &str) -> u16 {
    answer.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0)
}
