//! The side of a process that wants something of the one that holds a vault.

use std::fmt;
use std::path::Path;

use tokio::io::{AsyncRead, AsyncWrite};

use crate::clock::Clock;
use crate::frame::{Form, Frame, Kind, Reader, Writer, split};
use crate::hello::{
    ANSWER_LEN_BYTES, Answer, ClientHello, HOLDER_HELLO_LEN_BYTES, HolderHello, Intent, START_LEN_BYTES, check_start,
};
use crate::place::{Place, Spot};
use crate::proof::{LinkKey, Said, make_nonce};
use crate::serve::HELLO_TIME;
use crate::{Fault, Holder, LinkError, socket};

/// A connection to the process that holds a vault. One message is answered at a time.
pub struct Connection {
    holder: Holder,
    reader: Reader,
    from: Form,
    writer: Writer,
    to: Form,
    state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// A message can be sent.
    Idle,
    /// A message was sent and not answered to its end.
    Waiting,
    /// A message was sent in part, or something went wrong.
    Spoilt,
}

impl Connection {
    /// Connects, proves that this process has the link key, and has the holder prove the same. All that is said is
    /// sealed then.
    ///
    /// # Errors
    /// [`LinkError::NobodyListens`]; [`LinkError::NotProved`] when what listens does not have the key;
    /// [`LinkError::Refused`] when it does not take the connection; any other when the connection does not come about.
    pub async fn proven(place: &Place, key: &LinkKey) -> Result<Self, LinkError> {
        Self::open(place, Some(key), socket::own_user()).await
    }

    /// Connects without a proof. Who answers is a process of this user, and nothing else is known of it.
    ///
    /// # Errors
    /// As [`Self::proven`], but for the proof.
    pub async fn unproven(place: &Place) -> Result<Self, LinkError> {
        Self::open(place, None, socket::own_user()).await
    }

    pub(crate) async fn open(place: &Place, key: Option<&LinkKey>, user: u32) -> Result<Self, LinkError> {
        let (spot, stream) = connect(place).await?;
        let peer = socket::peer_user(&stream).map_err(LinkError::when("ask who listens on the private socket"))?;
        if peer != user {
            return Err(LinkError::OtherUser);
        }
        Self::greet(stream, key, &spot.path(), &Clock::System).await
    }

    pub(crate) async fn greet(
        stream: impl AsyncRead + AsyncWrite + Send + Sync + 'static,
        key: Option<&LinkKey>,
        at: &Path,
        clock: &Clock,
    ) -> Result<Self, LinkError> {
        let (reader, writer) = split(stream);
        clock.limit(HELLO_TIME, "say who it is", greet(reader, writer, key, at)).await
    }

    /// Who holds the vault, as it says of itself; after a proof nobody else can have said so.
    pub fn holder(&self) -> Holder {
        self.holder
    }

    /// Sends a message and waits for its only reply.
    ///
    /// # Errors
    /// As [`Self::send`] and [`Self::next`]; [`LinkError::Broken`] too when there is another number of replies.
    pub async fn call(&mut self, message: &[u8]) -> Result<Vec<u8>, LinkError> {
        self.send(message).await?;
        match (self.next().await?, self.state) {
            (Some(reply), State::Waiting) if self.next().await?.is_none() => Ok(reply),
            _ => {
                self.state = State::Spoilt;
                Err(LinkError::Broken(Fault::WrongKind))
            }
        }
    }

    /// Sends a message, the replies to which [`Self::next`] gives.
    ///
    /// # Errors
    /// [`LinkError::TooLarge`] beyond 4 MiB, or 64 KiB without a proof: nothing was sent, and the connection is as it was.
    /// [`LinkError::Broken`] when the message before was not answered to its end, or the holder is gone.
    pub async fn send(&mut self, message: &[u8]) -> Result<(), LinkError> {
        match self.state {
            State::Idle => {}
            State::Waiting => return Err(LinkError::Broken(Fault::OutOfTurn)),
            State::Spoilt => return Err(LinkError::Broken(Fault::Spoilt)),
        }
        let frame = self.to.encode(Kind::Message, message)?;
        self.state = State::Spoilt; // until it is out as a whole
        self.writer.bytes(&frame).await?;
        self.state = State::Waiting;
        Ok(())
    }

    /// The next reply; none when the message is answered to its end. What is dropped while it waits loses no reply.
    ///
    /// # Errors
    /// [`LinkError::Broken`] when the holder is gone or what came makes no sense; the connection is of no use then.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, LinkError> {
        match self.state {
            State::Idle => return Ok(None),
            State::Waiting => {}
            State::Spoilt => return Err(LinkError::Broken(Fault::Spoilt)),
        }
        let frame = self.reader.frame(&mut self.from).await;
        let (state, reply) = match frame {
            Ok(Some(Frame { kind: Kind::Reply, payload })) => (State::Waiting, Ok(Some(payload))),
            Ok(Some(Frame { kind: Kind::End, payload })) if payload.is_empty() => (State::Idle, Ok(None)),
            Ok(Some(_)) => (State::Spoilt, Err(LinkError::Broken(Fault::WrongKind))),
            Ok(None) => (State::Spoilt, Err(LinkError::Broken(Fault::Ended))),
            Err(error) => (State::Spoilt, Err(error)),
        };
        self.state = state;
        reply
    }
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { holder, state, .. } = self;
        f.debug_struct("Connection").field("holder", holder).field("state", state).finish_non_exhaustive()
    }
}

/// Goes to where a holder with this environment listens, and then to where one without a runtime directory does.
async fn connect(place: &Place) -> Result<(&Spot, socket::Stream), LinkError> {
    match (socket::connect(&place.here).await, &place.beside_vault) {
        (Err(LinkError::NobodyListens { path }), Some(spot)) => match socket::connect(spot).await {
            Err(LinkError::NobodyListens { .. }) => Err(LinkError::NobodyListens { path }),
            connected => Ok((spot, connected?)),
        },
        (connected, _) => Ok((&place.here, connected?)),
    }
}

async fn greet(
    mut reader: Reader,
    mut writer: Writer,
    key: Option<&LinkKey>,
    at: &Path,
) -> Result<Connection, LinkError> {
    let theirs = read_hello(&mut reader).await?;
    let intent = if key.is_some() { Intent::Prove } else { Intent::HandIn };
    let ours = ClientHello { nonce: make_nonce()?, intent };
    let said = Said::new(&theirs, &ours);
    let proof = key.map(|key| said.prove_client(key));
    // A holder that is busy may have closed its end already; it said why.
    let written = writer.bytes(&ours.encode(proof.as_ref())).await;
    let answer = match reader.bytes::<ANSWER_LEN_BYTES>().await {
        Ok(answer) => Answer::parse(&answer)?,
        Err(error) => return Err(written.err().unwrap_or(error)),
    };
    let (from, to) = match (answer, key) {
        (Answer::Refused(refused), _) => return Err(LinkError::Refused(refused)),
        (Answer::Heard, None) => (Form::plain(), Form::plain()),
        (Answer::Proved(proof), Some(key)) if said.is_holders(key, &proof) => {
            let directions = said.directions(key);
            (Form::sealed(directions.to_client), Form::sealed(directions.to_holder))
        }
        // Also one that wants to go on without a proof of its own.
        (_, Some(_)) => return Err(LinkError::NotProved { path: at.to_owned() }),
        (Answer::Proved(_), None) => return Err(LinkError::Broken(Fault::BadHello)),
    };
    Ok(Connection { holder: theirs.holder, reader, from, writer, to, state: State::Idle })
}

/// Looks at how the hello starts before it waits for the rest, which may have another length in another version.
async fn read_hello(reader: &mut Reader) -> Result<HolderHello, LinkError> {
    let mut hello = [0; HOLDER_HELLO_LEN_BYTES];
    let (start, rest) = hello.split_at_mut(START_LEN_BYTES);
    let came = reader.bytes::<START_LEN_BYTES>().await?;
    check_start(came)?;
    start.copy_from_slice(&came);
    rest.copy_from_slice(&reader.bytes::<{ HOLDER_HELLO_LEN_BYTES - START_LEN_BYTES }>().await?);
    HolderHello::parse(&hello)
}
