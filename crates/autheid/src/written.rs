//! When an answer was written out.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use axum::body::{Body, Bytes};
use axum::response::Response;
use hyper::body::{Body as HttpBody, Frame, SizeHint};

use crate::ids::RequestId;

/// Marks an answer that holds a result.
#[derive(Debug, Clone)]
pub(crate) struct HoldsResult(pub(crate) RequestId);

/// Has `then` run once the whole answer was taken by the connection. An answer that is dropped before runs nothing.
pub(crate) fn when_written(response: Response, then: impl FnOnce() + Send + 'static) -> Response {
    response.map(|body| Body::new(Watched { body, is_taken: false, then: Some(Box::new(then)) }))
}

struct Watched {
    body: Body,
    /// Whether the last frame was given away. Who has it may still fail to send it, until it lets go of the body.
    is_taken: bool,
    then: Option<Box<dyn FnOnce() + Send>>,
}

impl HttpBody for Watched {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let frame = ready!(Pin::new(&mut self.body).poll_frame(cx));
        self.is_taken = match &frame {
            None => true,
            Some(Ok(_)) => self.body.is_end_stream(),
            Some(Err(_)) => false,
        };
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        if self.is_taken
            && let Some(then) = self.then.take()
        {
            then();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};

    use axum::body::to_bytes;
    use futures_util::StreamExt as _;

    use super::*;

    fn watched() -> (Body, Arc<AtomicU32>) {
        let count = Arc::new(AtomicU32::new(0));
        let counted = Arc::clone(&count);
        let response = Response::new(Body::from("result"));
        let response = when_written(response, move || {
            counted.fetch_add(1, Ordering::Relaxed);
        });
        (response.into_body(), count)
    }

    #[tokio::test]
    async fn an_answer_counts_once_it_was_taken_whole() {
        let (body, count) = watched();
        assert_eq!(body.size_hint().exact(), Some(6));
        let mut frames = body.into_data_stream();
        assert_eq!(frames.next().await.unwrap().unwrap(), "result");
        assert_eq!(count.load(Ordering::Relaxed), 0, "the last frame may still be on its way");
        drop(frames);
        assert_eq!(count.load(Ordering::Relaxed), 1, "who knows the length does not ask for more");
        let (body, count) = watched();
        assert_eq!(to_bytes(body, 6).await.unwrap(), "result");
        assert_eq!(count.load(Ordering::Relaxed), 1);
    }

    #[test]
    fn an_answer_that_nobody_took_does_not_count() {
        let (body, count) = watched();
        drop(body);
        assert_eq!(count.load(Ordering::Relaxed), 0);
    }
}
