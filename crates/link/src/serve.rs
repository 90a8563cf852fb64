//! One connection as the holder sees it.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite};

use crate::attempts::Attempts;
use crate::clock::Clock;
use crate::frame::{Form, Frame, Kind, Reader, Writer, split};
use crate::handler::{Outcome, Replies, write};
use crate::hello::{Answer, CLIENT_HELLO_LEN_BYTES, ClientHello, HolderHello, START_LEN_BYTES, check_start};
use crate::proof::{Directions, LinkKey, PROOF_LEN_BYTES, Said, make_nonce};
use crate::room::{Room, Seat};
use crate::{Fault, Handler, Holder, LinkError, Refused};

/// How long a client has for its whole hello.
pub(crate) const HELLO_TIME: Duration = Duration::from_secs(5);
/// How long a client that proved nothing has to send a message, and to read a reply.
pub(crate) const IDLE_TIME: Duration = Duration::from_secs(10);

/// What all connections of a listener share.
pub(crate) struct Shared {
    pub(crate) holder: Holder,
    pub(crate) clock: Clock,
    pub(crate) room: Room,
    proofs: Mutex<Proofs>,
}

/// What proofs are looked at with.
struct Proofs {
    key: Option<LinkKey>,
    attempts: Attempts,
}

/// What came of a hello.
enum Greeted {
    Unproven(Seat),
    Proven(Seat, Directions),
}

impl Shared {
    pub(crate) fn new(holder: Holder, key: Option<LinkKey>, clock: Clock) -> Self {
        let proofs = Mutex::new(Proofs { key, attempts: Attempts::default() });
        Self { holder, clock, room: Room::new(), proofs }
    }

    pub(crate) fn set_key(&self, key: LinkKey) {
        self.proofs.lock().unwrap_or_else(PoisonError::into_inner).key = Some(key);
    }

    /// Serves a connection until its client goes away.
    ///
    /// # Errors
    /// Why it ended otherwise.
    pub(crate) async fn serve<H: Handler>(
        &self,
        stream: impl AsyncRead + AsyncWrite + Send + Sync + 'static,
        handler: &H,
    ) -> Result<(), LinkError> {
        let (mut reader, mut writer) = split(stream);
        let greeting = self.clock.limit(HELLO_TIME, "say who it is", self.greet(&mut reader, &mut writer));
        let mut client = match greeting.await? {
            Greeted::Unproven(seat) => {
                Client { trust: Trust::Unproven, from: Form::plain(), to: Form::plain(), reader, writer, _seat: seat }
            }
            Greeted::Proven(seat, directions) => Client {
                trust: Trust::Proven,
                from: Form::sealed(directions.to_holder),
                to: Form::sealed(directions.to_client),
                reader,
                writer,
                _seat: seat,
            },
        };
        while let Some(message) = client.message(&self.clock).await? {
            client.answer(message, &self.clock, handler).await?;
        }
        Ok(())
    }

    async fn greet(&self, reader: &mut Reader, writer: &mut Writer) -> Result<Greeted, LinkError> {
        let mut hello = self.room.begin_hello();
        let ours = HolderHello { holder: self.holder, nonce: make_nonce()? };
        let exchange = async {
            writer.bytes(&ours.encode()).await?;
            read_hello(reader).await
        };
        let read = tokio::select! {
            biased;
            read = exchange => Some(read?),
            () = hello.pushed_out() => None,
        };
        let greeted = match read {
            Some((theirs, proof)) => self.judge(Said::new(&ours, &theirs), proof),
            None => Err(Refused::Busy),
        };
        let (answer, greeted) = match greeted {
            Ok((answer, greeted)) => (answer, Ok(greeted)),
            Err(refused) => (Answer::Refused(refused), Err(LinkError::Refused(refused))),
        };
        writer.bytes(&answer.encode()).await?;
        greeted
    }

    /// What is answered to a hello, and the connection's seat.
    fn judge(&self, said: Said, proof: Option<[u8; PROOF_LEN_BYTES]>) -> Result<(Answer, Greeted), Refused> {
        let Some(proof) = proof else {
            let seat = self.room.take_unproven().ok_or(Refused::Busy)?;
            return Ok((Answer::Heard, Greeted::Unproven(seat)));
        };
        let mut proofs = self.proofs.lock().unwrap_or_else(PoisonError::into_inner);
        let Proofs { key, attempts } = &mut *proofs;
        let key = key.as_ref().ok_or(Refused::NeverUnlocked)?;
        attempts.judge(self.clock.now(), || said.is_clients(key, &proof))?;
        let seat = self.room.take_proven().ok_or(Refused::Busy)?;
        Ok((Answer::Proved(said.prove_holder(key)), Greeted::Proven(seat, said.directions(key))))
    }
}

/// Looks at how the hello starts before it waits for the rest, which may have another length in another version.
async fn read_hello(reader: &mut Reader) -> Result<(ClientHello, Option<[u8; PROOF_LEN_BYTES]>), LinkError> {
    let mut hello = [0; CLIENT_HELLO_LEN_BYTES];
    let (start, rest) = hello.split_at_mut(START_LEN_BYTES);
    let came = reader.bytes::<START_LEN_BYTES>().await?;
    check_start(came)?;
    start.copy_from_slice(&came);
    rest.copy_from_slice(&reader.bytes::<{ CLIENT_HELLO_LEN_BYTES - START_LEN_BYTES }>().await?);
    ClientHello::parse(&hello)
}

/// Whether a client proved that it has the link key.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Trust {
    Unproven,
    Proven,
}

/// A client after its hello.
struct Client {
    trust: Trust,
    reader: Reader,
    from: Form,
    writer: Writer,
    to: Form,
    _seat: Seat,
}

impl Client {
    /// Its next message; none when it went away.
    async fn message(&mut self, clock: &Clock) -> Result<Option<Vec<u8>>, LinkError> {
        let frame = self.reader.frame(&mut self.from);
        let frame = match self.trust {
            Trust::Proven => frame.await?,
            Trust::Unproven => clock.limit(IDLE_TIME, "send a message", frame).await?,
        };
        match frame {
            Some(Frame { kind: Kind::Message, payload }) => Ok(Some(payload)),
            Some(_) => Err(LinkError::Broken(Fault::WrongKind)),
            None => Ok(None),
        }
    }

    async fn answer<H: Handler>(&mut self, message: Vec<u8>, clock: &Clock, handler: &H) -> Result<(), LinkError> {
        let mut outcome = Outcome::default();
        let patience = (self.trust == Trust::Unproven).then_some(IDLE_TIME);
        let replies = Replies { writer: &mut self.writer, form: &mut self.to, clock, patience, outcome: &mut outcome };
        let answering = async {
            match self.trust {
                Trust::Proven => handler.proven(message, replies).await,
                Trust::Unproven => handler.unproven(message, replies).await,
            }
        };
        tokio::select! {
            biased; // a client may go as soon as it has all it wants
            () = answering => {}
            gone = self.reader.end() => {
                gone?;
                return Err(LinkError::Broken(Fault::Ended));
            }
        }
        match outcome {
            Outcome::Ended => {
                let end = self.to.encode(Kind::End, &[])?;
                write(&mut self.writer, clock, patience, &end).await
            }
            Outcome::Unfinished => Err(LinkError::Broken(Fault::Unfinished)),
            Outcome::Failed(error) => Err(error),
        }
    }
}
