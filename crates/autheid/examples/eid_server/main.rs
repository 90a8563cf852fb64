//! A service to try clients against: `eid_server [ADDRESS]`. It keeps nothing, and nobody is asked: what becomes of a request
//! is in its email (see `by_email.rs`). The line that it prints has its address and the keys that it knows.
#![expect(clippy::print_stdout, reason = "whoever started it waits for the line on standard output")]

mod by_email;

use std::io::Write as _;

use idw_autheid::{Mount, router, serve};
use serde_json::json;
use tokio::net::TcpListener;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:0".to_owned());
    let listener = TcpListener::bind(address).await?;
    let address = listener.local_addr()?;
    let service = by_email::service();
    println!("{}", json!({"eid": format!("http://{address}"), "keys": by_email::KEYS}));
    std::io::stdout().flush()?;
    serve(listener, router(service, Mount::at(address)), std::future::pending()).await;
    Ok(())
}
