//! What the holder does with messages.

use std::time::Duration;

use crate::clock::Clock;
use crate::frame::{Form, Kind, Writer};
use crate::{Fault, LinkError};

/// What a handler hears of any failure; the listener has the reason.
const GONE: LinkError = LinkError::Broken(Fault::Ended);

/// Answers the messages of clients.
///
/// A future of it is dropped when its client goes away, and when the listener is closed.
pub trait Handler: Send + Sync + 'static {
    /// Answers a message of a client that proved that it has the vault's link key.
    fn proven(&self, message: Vec<u8>, replies: Replies<'_>) -> impl Future<Output = ()> + Send;

    /// Answers a message of a client that proved nothing: any program of this user.
    fn unproven(&self, message: Vec<u8>, replies: Replies<'_>) -> impl Future<Output = ()> + Send;
}

/// Where the replies to one message go.
///
/// They must be ended by [`Self::end`] or [`Self::answer`]: where a handler returns without, the connection is closed,
/// so that its client does not take for everything what is not.
pub struct Replies<'a> {
    pub(crate) writer: &'a mut Writer,
    pub(crate) form: &'a mut Form,
    pub(crate) clock: &'a Clock,
    /// How long a client may take to read a reply; for ever where there is none.
    pub(crate) patience: Option<Duration>,
    pub(crate) outcome: &'a mut Outcome,
}

/// What came of the replies to a message.
#[derive(Debug, Default)]
pub(crate) enum Outcome {
    /// The handler did not end them.
    #[default]
    Unfinished,
    /// There are no more.
    Ended,
    /// One did not get through.
    Failed(LinkError),
}

impl Replies<'_> {
    /// Sends one of several replies.
    ///
    /// # Errors
    /// [`LinkError::TooLarge`] beyond 4 MiB, or 64 KiB to a client that proved nothing; another reply can be sent then.
    /// [`LinkError::Broken`] when the client is not there any more or does not read; the handler should return then.
    pub async fn send(&mut self, reply: &[u8]) -> Result<(), LinkError> {
        if let Outcome::Failed(_) = self.outcome {
            return Err(GONE);
        }
        let frame = self.form.encode(Kind::Reply, reply)?;
        // Until it is out as a whole nothing can follow it, so what is dropped meanwhile counts as failed.
        *self.outcome = Outcome::Failed(GONE);
        match write(self.writer, self.clock, self.patience, &frame).await {
            Ok(()) => {
                *self.outcome = Outcome::Unfinished;
                Ok(())
            }
            Err(error) => {
                *self.outcome = Outcome::Failed(error);
                Err(GONE)
            }
        }
    }

    /// Says that there are no more replies.
    pub fn end(self) {
        if let Outcome::Unfinished = self.outcome {
            *self.outcome = Outcome::Ended;
        }
    }

    /// Sends the only reply, or the last one.
    ///
    /// # Errors
    /// As [`Self::send`].
    pub async fn answer(mut self, reply: &[u8]) -> Result<(), LinkError> {
        self.send(reply).await?;
        self.end();
        Ok(())
    }
}

/// Writes to a client, which may have so much time to read it.
pub(crate) async fn write(
    writer: &mut Writer,
    clock: &Clock,
    patience: Option<Duration>,
    bytes: &[u8],
) -> Result<(), LinkError> {
    match patience {
        Some(most) => clock.limit(most, "read a reply", writer.bytes(bytes)).await,
        None => writer.bytes(bytes).await,
    }
}
