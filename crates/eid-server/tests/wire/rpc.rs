//! gRPC over TLS, by the client that is generated from the same `.proto` file.

use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::{Connected, Connection};
use hyper_util::rt::{TokioExecutor, TokioIo};
use idw_autheid::generated::requests_client::RequestsClient;
use idw_autheid::generated::{CreateRequest, GetResultRequest, GetStatusRequest, RequestStatus, RequestType};
use idw_autheid::sign::Form;
use rustls_pki_types::ServerName;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tonic::body::Body;
use tonic::metadata::MetadataValue;
use tonic::{Code, Request};

use super::tls::secured;
use super::wallet::Wallet;

const EMAIL: &str = "ada@site.example";

/// Connects to one address, with TLS and HTTP/2.
#[derive(Clone)]
struct Connector {
    address: SocketAddr,
    config: Arc<rustls::ClientConfig>,
}

impl tower::Service<axum::http::Uri> for Connector {
    type Response = Secured;
    type Error = std::io::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Secured, std::io::Error>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), std::io::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: axum::http::Uri) -> Self::Future {
        let Self { address, config } = self.clone();
        Box::pin(async move {
            let name = ServerName::try_from("localhost").expect("a name");
            let stream = TlsConnector::from(config).connect(name, TcpStream::connect(address).await?).await?;
            assert_eq!(stream.get_ref().1.alpn_protocol(), Some(&b"h2"[..]), "the server chooses HTTP/2");
            Ok(Secured(TokioIo::new(stream)))
        })
    }
}

/// A connection, as the client of hyper wants it.
struct Secured(TokioIo<TlsStream<TcpStream>>);

impl Connection for Secured {
    fn connected(&self) -> Connected {
        Connected::new().negotiated_h2()
    }
}

impl hyper::rt::Read for Secured {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        to: hyper::rt::ReadBufCursor<'_>,
    ) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.0).poll_read(cx, to)
    }
}

impl hyper::rt::Write for Secured {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, from: &[u8]) -> Poll<std::io::Result<usize>> {
        Pin::new(&mut self.0).poll_write(cx, from)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(cx)
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn grpc_is_served_over_tls() {
    let files = tempfile::tempdir().unwrap();
    let (server, _) = secured(files.path()).await;
    let (_, shop) = server.rp("Sample Shop", Form::Raw).await;
    let mut config = rustls::ClientConfig::clone(server.tls.as_ref().unwrap());
    config.alpn_protocols = vec![b"h2".to_vec()];
    let connector = Connector { address: server.address, config: Arc::new(config) };
    let client: Client<_, Body> = Client::builder(TokioExecutor::new()).http2_only(true).build(connector);
    let origin = format!("https://localhost:{}", server.address.port()).parse().unwrap();
    let mut rpc = RequestsClient::with_origin(client, origin);
    let key = MetadataValue::try_from(format!("Bearer {}", shop.key.unwrap())).unwrap();

    let mut create = Request::new(CreateRequest {
        r#type: RequestType::Authentication.into(),
        email: EMAIL.to_owned(),
        title: "Log in".to_owned(),
        ..CreateRequest::default()
    });
    assert_eq!(rpc.create(Request::new(create.get_ref().clone())).await.unwrap_err().code(), Code::Unauthenticated);
    create.metadata_mut().insert("authorization", key.clone());
    let id = rpc.create(create).await.unwrap().into_inner().request_id;
    let wallet = Wallet::bound(&server, EMAIL).await;
    let status = rpc.get_status(GetStatusRequest { request_id: id.clone() }).await.unwrap().into_inner();
    assert_eq!(status.status, i32::from(RequestStatus::NotReady));
    let mut read = Request::new(GetResultRequest { request_id: id.clone() });
    read.metadata_mut().insert("authorization", key);
    let (result, _) = tokio::join!(rpc.get_result(read), wallet.approve(&id));
    let result = result.unwrap().into_inner();
    assert_eq!((result.status, result.email.as_str()), (RequestStatus::Success.into(), EMAIL));
}
