//! How long a body may take to come in.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes};
use hyper::body::{Body as HttpBody, Frame, SizeHint};
use tokio::time::{Sleep, sleep};

/// A whole body comes in within this, however it is cut into pieces.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

/// A body that fails when it takes too long.
pub(crate) struct Impatient {
    body: Body,
    end: Pin<Box<Sleep>>,
}

/// The body took too long.
#[derive(Debug, thiserror::Error)]
#[error("the body took longer than 10 seconds")]
pub(crate) struct TooSlow;

impl Impatient {
    /// The time begins now.
    pub(crate) fn new(body: Body, patience: Duration) -> Self {
        Self { body, end: Box::pin(sleep(patience)) }
    }
}

impl HttpBody for Impatient {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        if let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(cx) {
            return Poll::Ready(frame);
        }
        self.end.as_mut().poll(cx).map(|()| Some(Err(axum::Error::new(TooSlow))))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use axum::body::to_bytes;
    use futures_util::{StreamExt as _, stream};

    use super::*;

    fn pieces(then: impl futures_util::Stream<Item = Result<Bytes, axum::Error>> + Send + 'static) -> Body {
        Body::from_stream(stream::iter([Ok(Bytes::from_static(b"{"))]).chain(then))
    }

    #[tokio::test]
    async fn a_body_that_stands_still_fails() {
        let body = Body::new(Impatient::new(pieces(stream::pending()), Duration::ZERO));
        let error = to_bytes(body, 10).await.expect_err("it never ends");
        let source = std::iter::successors(Some(&error as &dyn std::error::Error), |error| error.source());
        assert!(source.into_iter().any(<dyn std::error::Error>::is::<TooSlow>), "{error:?}");
    }

    #[tokio::test]
    async fn a_body_that_is_there_is_read_however_late_it_is() {
        let body = Body::new(Impatient::new(pieces(stream::iter([Ok(Bytes::from_static(b"}"))])), Duration::ZERO));
        assert_eq!(to_bytes(body, 10).await.unwrap(), "{}");
    }
}
