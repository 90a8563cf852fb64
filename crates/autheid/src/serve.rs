//! The router on a socket, with limits for those who mean no good.

use std::convert::Infallible;
use std::io;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use hyper::Request;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, sleep_until, timeout};
use tower::ServiceExt as _;

use crate::activity::{Activity, Counted};

/// Connections at a time, unless the server says otherwise. With all places taken, the newest has to go.
const MOST_CONNECTIONS: usize = 512;
/// So many more hear that there is no place, if the server says so.
const MOST_REFUSED: usize = 32;
/// Whoever begins to speak TLS has spoken it after this.
const HANDSHAKE_PATIENCE: Duration = Duration::from_secs(10);
/// All headers of one request together.
const MOST_HEADER_BYTES: usize = 16 * 1024;
const MOST_HEADERS: usize = 64;
/// Calls at a time on one HTTP/2 connection.
const MOST_STREAMS: u32 = 64;
/// What one HTTP/2 call can send before it is read: a body at its longest. For a connection it is twice that, so that those
/// who send without being known take little memory.
const STREAM_WINDOW_BYTES: u32 = 65_535;
/// A request's headers come within this.
const HEADER_PATIENCE: Duration = Duration::from_secs(30);
/// How often a connection is looked at.
const LOOK: Duration = Duration::from_secs(5);
/// Calls under way when the server is told to stop get this long to end.
const GRACE: Duration = Duration::from_secs(3);
/// After the system refused a connection, as with too many open files.
const AFTER_REFUSAL: Duration = Duration::from_millis(100);

/// Serves `router` over HTTP/1.1, and HTTP/2 without TLS, until `stop` ends; calls that are under way have a few seconds to
/// end then.
pub async fn serve(listener: TcpListener, router: Router, stop: impl Future<Output = ()> + Send) {
    serve_with(listener, router, ServeOptions::default(), plain, stop).await;
}

/// How a router is served.
#[derive(Debug, Clone)]
pub struct ServeOptions {
    /// Connections at a time.
    pub connections: usize,
    /// What a few connections beyond these are served, before they are closed; without it they are closed at once.
    pub refusing: Option<Router>,
    /// Counts the connections.
    pub open: Arc<AtomicUsize>,
}

impl Default for ServeOptions {
    fn default() -> Self {
        Self { connections: MOST_CONNECTIONS, refusing: None, open: Arc::default() }
    }
}

/// Without TLS.
async fn plain(stream: TcpStream) -> io::Result<TcpStream> {
    Ok(stream)
}

/// The same with other limits, and with what `secure` makes of each connection, as by TLS.
pub async fn serve_with<C, F, T>(
    listener: TcpListener,
    router: Router,
    options: ServeOptions,
    secure: C,
    stop: impl Future<Output = ()> + Send,
) where
    C: Fn(TcpStream) -> F,
    F: Future<Output = io::Result<T>> + Send + 'static,
    T: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (stopping, stopped) = watch::channel(false);
    let mut connections = JoinSet::new();
    let mut stop = pin!(stop);
    loop {
        options.open.store(connections.len(), Ordering::Relaxed);
        tokio::select! {
            // In this order: who has gone makes room before the next one is taken.
            biased;
            () = &mut stop => break,
            Some(_) = connections.join_next() => {}
            accepted = listener.accept() => {
                let (stream, router) = match (accepted, &options.refusing) {
                    (Ok((stream, _)), _) if connections.len() < options.connections => (stream, &router),
                    (Ok((stream, _)), Some(refusing)) if connections.len() < options.connections + MOST_REFUSED => {
                        (stream, refusing)
                    }
                    (Ok(_), _) => continue,
                    (Err(error), _) => {
                        refused(&error).await;
                        continue;
                    }
                };
                // Answers are small, and somebody waits for each.
                let _ = stream.set_nodelay(true);
                connections.spawn(connection(secure(stream), router.clone(), stopped.clone()));
            }
        }
    }
    drop(listener);
    stopping.send_replace(true);
    let all_gone = async { while connections.join_next().await.is_some() {} };
    // What is left after that is dropped with the set.
    let _ = timeout(GRACE, all_gone).await;
}

async fn refused(error: &io::Error) {
    tracing::warn!(%error, "a connection could not be taken");
    sleep(AFTER_REFUSAL).await;
}

async fn connection<T: AsyncRead + AsyncWrite + Unpin + Send + 'static>(
    secured: impl Future<Output = io::Result<T>> + Send,
    router: Router,
    mut stopped: watch::Receiver<bool>,
) {
    // On the heap, so that it takes no room while the connection is open.
    let stream = match timeout(HANDSHAKE_PATIENCE, Box::pin(secured)).await {
        Ok(Ok(stream)) => stream,
        Ok(Err(error)) => return tracing::debug!(%error, "a connection could not be secured"),
        Err(_) => return tracing::debug!("a connection was not secured in time"),
    };
    let activity = Activity::new(Instant::now());
    let service = service_fn(|request: Request<Incoming>| {
        let (router, call) = (router.clone(), activity.begin());
        async move {
            let response = router.oneshot(request).await?;
            Ok::<_, Infallible>(response.map(|body| Body::new(Counted::new(body, call))))
        }
    });
    let builder = builder();
    let mut serving = pin!(builder.serve_connection(TokioIo::new(stream), service));
    let mut look = Instant::now() + LOOK;
    let mut is_stopping = false;
    loop {
        tokio::select! {
            served = serving.as_mut() => {
                if let Err(error) = served {
                    tracing::debug!(%error, "a connection ended early");
                }
                return;
            }
            _ = stopped.wait_for(|stopped| *stopped), if !is_stopping => {
                is_stopping = true;
                serving.as_mut().graceful_shutdown();
            }
            () = sleep_until(look) => {
                look += LOOK;
                if activity.is_over(Instant::now()) {
                    return;
                }
            }
        }
    }
}

fn builder() -> Builder<TokioExecutor> {
    let mut builder = Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADER_PATIENCE)
        .max_buf_size(MOST_HEADER_BYTES)
        .max_headers(MOST_HEADERS);
    builder
        .http2()
        .timer(TokioTimer::new())
        .max_concurrent_streams(MOST_STREAMS)
        .initial_stream_window_size(STREAM_WINDOW_BYTES)
        .initial_connection_window_size(2 * STREAM_WINDOW_BYTES)
        .max_header_list_size(u32::try_from(MOST_HEADER_BYTES).unwrap_or(u32::MAX))
        .max_send_buf_size(MOST_HEADER_BYTES * 4);
    builder
}
