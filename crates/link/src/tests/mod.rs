//! Whole conversations: over real sockets where the file system matters, and over pipes in memory where time or somebody
//! in the middle does.

mod conversations;
mod crowds;
mod hellos;
mod sockets;

use std::path::Path;
use std::sync::Arc;

use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use crate::clock::{Clock, TestClock};
use crate::hello::{ANSWER_LEN_BYTES, Answer, CLIENT_HELLO_LEN_BYTES, HOLDER_HELLO_LEN_BYTES, HolderHello};
use crate::serve::Shared;
use crate::{Connection, Handler, Holder, HolderKind, LinkError, LinkKey, Replies};

/// Whether an error is the one that should come.
type Expected = fn(&LinkError) -> bool;

fn key() -> LinkKey {
    LinkKey::new(&[7; 32])
}

fn wrong_key() -> LinkKey {
    LinkKey::new(&[8; 32])
}

/// Answers with what it was told and by whom, unless it is told to do something else.
#[derive(Clone)]
struct Teller {
    /// Hears of each watching that has ended.
    watching: mpsc::UnboundedSender<()>,
}

impl Teller {
    fn new() -> (Self, mpsc::UnboundedReceiver<()>) {
        let (watching, ended) = mpsc::unbounded_channel();
        (Self { watching }, ended)
    }

    async fn answer(&self, who: &str, message: &[u8], mut replies: Replies<'_>) -> Result<(), LinkError> {
        match message {
            b"count" => {
                for number in [b"1", b"2", b"3"] {
                    replies.send(number).await?;
                }
                replies.end();
            }
            b"nothing" => replies.end(),
            b"unfinished" => replies.send(b"half").await?,
            b"too much" => {
                let most = if who == "proven" { crate::MOST_PROVEN_BYTES } else { crate::MOST_UNPROVEN_BYTES };
                let error = replies.send(&vec![0; most + 1]).await.unwrap_err();
                replies.answer(error.to_string().as_bytes()).await?;
            }
            b"watch" => {
                let _told_when_dropped = Told(self.watching.clone());
                replies.send(b"watching").await?;
                std::future::pending::<()>().await;
            }
            b"flood" => {
                let _told_when_dropped = Told(self.watching.clone());
                loop {
                    replies.send(&[0; 1024]).await?;
                }
            }
            b"give up" => {
                loop {
                    tokio::select! {
                        biased;
                        sent = replies.send(&[0; 1024]) => sent?,
                        () = tokio::task::yield_now() => break,
                    }
                }
                replies.end();
            }
            other => replies.answer(&[who.as_bytes(), b" ", other].concat()).await?,
        }
        Ok(())
    }
}

impl Handler for Teller {
    async fn proven(&self, message: Vec<u8>, replies: Replies<'_>) {
        let _ = self.answer("proven", &message, replies).await;
    }

    async fn unproven(&self, message: Vec<u8>, replies: Replies<'_>) {
        let _ = self.answer("unproven", &message, replies).await;
    }
}

/// Tells when it is dropped.
struct Told(mpsc::UnboundedSender<()>);

impl Drop for Told {
    fn drop(&mut self) {
        let _ = self.0.send(());
    }
}

/// A holder that is reached over pipes in memory.
struct Pipes {
    shared: Arc<Shared>,
    teller: Teller,
    watching_ended: mpsc::UnboundedReceiver<()>,
    time: TestClock,
}

impl Pipes {
    fn new(key: Option<LinkKey>) -> Self {
        let time = TestClock::new();
        let holder = Holder { kind: HolderKind::Serve, pid: 17 };
        let shared = Arc::new(Shared::new(holder, key, Clock::Test(time.clone())));
        let (teller, watching_ended) = Teller::new();
        Self { shared, teller, watching_ended, time }
    }

    /// A new connection, and how it ends on the holder's side.
    fn connect(&self) -> (DuplexStream, JoinHandle<Result<(), LinkError>>) {
        let (ours, theirs) = tokio::io::duplex(16 * 1024);
        let (shared, teller) = (self.shared.clone(), self.teller.clone());
        (ours, tokio::spawn(async move { shared.serve(theirs, &teller).await }))
    }

    async fn greet(&self, key: Option<&LinkKey>) -> Result<Connection, LinkError> {
        self.greet_over(self.connect().0, key).await
    }

    async fn greet_over(&self, stream: DuplexStream, key: Option<&LinkKey>) -> Result<Connection, LinkError> {
        Connection::greet(stream, key, Path::new("/run/idw.sock"), &Clock::Test(self.time.clone())).await
    }
}

/// How a connection ended on the holder's side. Over pipes that takes a few turns, and no time.
async fn end_of(ended: JoinHandle<Result<(), LinkError>>) -> Result<(), LinkError> {
    for _ in 0..1000 {
        if ended.is_finished() {
            return ended.await.unwrap();
        }
        tokio::task::yield_now().await;
    }
    panic!("the connection is still there");
}

/// A client that may say anything.
struct Raw<S>(S);

impl<S: tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin> Raw<S> {
    async fn holder_hello(&mut self) -> HolderHello {
        let mut hello = [0; HOLDER_HELLO_LEN_BYTES];
        self.0.read_exact(&mut hello).await.unwrap();
        HolderHello::parse(&hello).unwrap()
    }

    async fn client_hello(&mut self) -> [u8; CLIENT_HELLO_LEN_BYTES] {
        let mut hello = [0; CLIENT_HELLO_LEN_BYTES];
        self.0.read_exact(&mut hello).await.unwrap();
        hello
    }

    async fn answer(&mut self) -> Answer {
        let mut answer = [0; ANSWER_LEN_BYTES];
        self.0.read_exact(&mut answer).await.unwrap();
        Answer::parse(&answer).unwrap()
    }

    async fn say(&mut self, bytes: &[u8]) {
        self.0.write_all(bytes).await.unwrap();
    }

    /// Whether the other side ended it without another word.
    async fn is_closed(&mut self) -> bool {
        self.0.read(&mut [0]).await.unwrap_or(0) == 0
    }
}
