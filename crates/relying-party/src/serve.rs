//! Serving a router on a socket, and a hand on the connection for faults that no HTTP library would commit.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::Router;
use axum::extract::connect_info::Connected;
use axum::extract::{ConnectInfo, Request};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{Sleep, sleep};

/// Requests under way when the server is told to stop get this long to end.
const GRACE: Duration = Duration::from_secs(3);
/// Between the bytes of a connection that dribbles.
const BYTE_PAUSE: Duration = Duration::from_millis(500);

/// Serves until `stop` ends, and a few seconds longer for requests that are under way.
///
/// Unlike [`axum::serve()`], it lets [`Fault`](crate::Fault)s reach below HTTP: headers that come byte by byte, connections
/// that are reset. Handlers find the client's address as `ConnectInfo<SocketAddr>`.
///
/// # Errors
/// When the listener fails for good.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let (stopping, mut stopped) = tokio::sync::watch::channel(false);
    let graceful = async move {
        stop.await;
        let _ = stopping.send(true);
    };
    let service = router.layer(from_fn(tell_address)).into_make_service_with_connect_info::<Peer>();
    let server = axum::serve(Wired(listener), service).with_graceful_shutdown(graceful);
    let out_of_patience = async {
        // An error means the server has ended by itself; then this branch must not win.
        if stopped.wait_for(|stopping| *stopping).await.is_err() {
            std::future::pending::<()>().await;
        }
        sleep(GRACE).await;
    };
    tokio::select! {
        result = server => result,
        () = out_of_patience => Ok(()),
    }
}

async fn tell_address(mut request: Request, next: Next) -> Response {
    let address = request.extensions().get::<ConnectInfo<Peer>>().map(|info| info.0.address);
    if let Some(address) = address {
        request.extensions_mut().insert(ConnectInfo(address));
    }
    next.run(request).await
}

/// The other end of a connection, and what is to happen to what is written to it.
#[derive(Debug, Clone)]
pub(crate) struct Peer {
    address: SocketAddr,
    mode: Arc<AtomicU8>,
}

const NORMAL: u8 = 0;
const DRIBBLE: u8 = 1;
const HANG_UP: u8 = 2;
const CUT: u8 = 3;

impl Peer {
    /// From now on a byte at a time.
    pub(crate) fn dribble(&self) {
        self.mode.store(DRIBBLE, Ordering::Relaxed);
    }

    /// The connection ends instead of the next byte.
    pub(crate) fn hang_up(&self) {
        self.mode.store(HANG_UP, Ordering::Relaxed);
    }

    /// The connection is reset instead of the next byte.
    pub(crate) fn cut(&self) {
        self.mode.store(CUT, Ordering::Relaxed);
    }
}

impl Connected<IncomingStream<'_, Wired>> for Peer {
    fn connect_info(stream: IncomingStream<'_, Wired>) -> Self {
        Self { address: *stream.remote_addr(), mode: Arc::clone(&stream.io().mode) }
    }
}

struct Wired(TcpListener);

impl Listener for Wired {
    type Io = Wire;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Wire, SocketAddr) {
        let (stream, address) = Listener::accept(&mut self.0).await;
        (Wire { stream, mode: Arc::new(AtomicU8::new(NORMAL)), pause: None }, address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

struct Wire {
    stream: TcpStream,
    mode: Arc<AtomicU8>,
    pause: Option<Pin<Box<Sleep>>>,
}

impl AsyncRead for Wire {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl AsyncWrite for Wire {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let bytes = match self.mode.load(Ordering::Relaxed) {
            NORMAL => bytes,
            DRIBBLE => {
                if let Some(pause) = &mut self.pause {
                    ready!(pause.as_mut().poll(cx));
                }
                self.pause = Some(Box::pin(sleep(BYTE_PAUSE)));
                bytes.get(..1).unwrap_or(bytes)
            }
            mode => {
                if mode == CUT {
                    // Closed with something unsent and no time to send it: a reset (RFC 9293, section 3.10.4).
                    self.stream.set_zero_linger()?;
                }
                return Poll::Ready(Err(io::ErrorKind::ConnectionAborted.into()));
            }
        };
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
