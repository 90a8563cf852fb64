//! Frames: what messages and replies come in. Four bytes say how long the rest is (big endian), the rest is a kind and
//! the message itself, sealed after a proved hello.

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

use crate::proof::{Direction, TAG_LEN_BYTES};
use crate::{Fault, LinkError};

/// The longest message to or from a client that proved nothing, in bytes.
pub const MOST_UNPROVEN_BYTES: usize = 64 * 1024;
/// The longest message to or from a client that proved itself, in bytes.
pub const MOST_PROVEN_BYTES: usize = 4 * 1024 * 1024;

const LENGTH_LEN_BYTES: usize = 4;
const KIND_LEN_BYTES: usize = 1;
/// How much more room is made for what comes at a time, in bytes: a length that is announced costs nothing.
const READ_BYTES: usize = 64 * 1024;

/// What a frame is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// From the client: something to be answered.
    Message,
    /// From the holder: one of the replies to it.
    Reply,
    /// From the holder: there are no more replies to it.
    End,
}

impl Kind {
    fn code(self) -> u8 {
        match self {
            Self::Message => 1,
            Self::Reply => 2,
            Self::End => 3,
        }
    }

    fn of(code: u8) -> Result<Self, LinkError> {
        [Self::Message, Self::Reply, Self::End]
            .into_iter()
            .find(|kind| kind.code() == code)
            .ok_or(LinkError::Broken(Fault::WrongKind))
    }
}

/// A frame that was read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Frame {
    pub(crate) kind: Kind,
    pub(crate) payload: Vec<u8>,
}

/// How frames look at this point of a conversation.
pub(crate) struct Form {
    most_bytes: usize,
    seal: Option<Direction>,
}

impl Form {
    pub(crate) fn plain() -> Self {
        Self { most_bytes: MOST_UNPROVEN_BYTES, seal: None }
    }

    pub(crate) fn sealed(direction: Direction) -> Self {
        Self { most_bytes: MOST_PROVEN_BYTES, seal: Some(direction) }
    }

    /// The bytes of a frame.
    pub(crate) fn encode(&mut self, kind: Kind, payload: &[u8]) -> Result<Vec<u8>, LinkError> {
        self.check_size(payload.len())?;
        let mut body = Vec::with_capacity(KIND_LEN_BYTES + payload.len() + TAG_LEN_BYTES);
        body.push(kind.code());
        body.extend_from_slice(payload);
        let length = u32::try_from(body.len() + self.more_bytes())
            .expect("a message of at most 4 MiB has a length of four bytes")
            .to_be_bytes();
        if let Some(direction) = &mut self.seal {
            direction.seal(length, &mut body)?;
        }
        Ok([&length, body.as_slice()].concat())
    }

    /// Takes the first frame out of what came, if it is there as a whole.
    pub(crate) fn take(&mut self, came: &mut Vec<u8>) -> Result<Option<Frame>, LinkError> {
        let Some(length) = came.first_chunk::<LENGTH_LEN_BYTES>().copied() else { return Ok(None) };
        let len = usize::try_from(u32::from_be_bytes(length)).unwrap_or(usize::MAX);
        let Some(payload_len) = len.checked_sub(KIND_LEN_BYTES + self.more_bytes()) else {
            return Err(LinkError::Broken(Fault::EmptyFrame));
        };
        self.check_size(payload_len)?;
        if came.len() - LENGTH_LEN_BYTES < len {
            return Ok(None);
        }
        let mut body = came[LENGTH_LEN_BYTES..LENGTH_LEN_BYTES + len].to_vec();
        came.drain(..LENGTH_LEN_BYTES + len);
        if let Some(direction) = &mut self.seal {
            direction.open(length, &mut body)?;
        }
        let kind = Kind::of(body.remove(0))?;
        Ok(Some(Frame { kind, payload: body }))
    }

    fn check_size(&self, bytes: usize) -> Result<(), LinkError> {
        let most = self.most_bytes;
        if bytes > most { Err(LinkError::TooLarge { bytes, most }) } else { Ok(()) }
    }

    /// By how much a frame is longer than its kind and its message, in bytes.
    fn more_bytes(&self) -> usize {
        if self.seal.is_some() { TAG_LEN_BYTES } else { 0 }
    }
}

/// Reads one side of a conversation. What is dropped while it waits loses nothing that came.
pub(crate) struct Reader {
    from: Box<dyn AsyncRead + Send + Sync + Unpin>,
    came: Vec<u8>,
}

impl Reader {
    /// The next bytes, which are so many.
    pub(crate) async fn bytes<const N: usize>(&mut self) -> Result<[u8; N], LinkError> {
        loop {
            if let Some(bytes) = self.came.first_chunk().copied() {
                self.came.drain(..N);
                return Ok(bytes);
            }
            if self.more().await? == 0 {
                return Err(LinkError::Broken(Fault::Ended));
            }
        }
    }

    /// The next frame; none when the other side ended the conversation between two frames.
    pub(crate) async fn frame(&mut self, form: &mut Form) -> Result<Option<Frame>, LinkError> {
        loop {
            if let Some(frame) = form.take(&mut self.came)? {
                return Ok(Some(frame));
            }
            if self.more().await? == 0 {
                return if self.came.is_empty() { Ok(None) } else { Err(LinkError::Broken(Fault::Ended)) };
            }
        }
    }

    /// Waits until the other side ends the conversation. It has nothing to say meanwhile.
    pub(crate) async fn end(&mut self) -> Result<(), LinkError> {
        if self.came.is_empty() && self.more().await? == 0 {
            return Ok(());
        }
        Err(LinkError::Broken(Fault::OutOfTurn))
    }

    async fn more(&mut self) -> Result<usize, LinkError> {
        self.came.reserve(READ_BYTES);
        let mut limited = (&mut self.from).take(READ_BYTES as u64);
        limited.read_buf(&mut self.came).await.map_err(LinkError::when("read from the private socket"))
    }
}

/// Writes one side of a conversation.
pub(crate) struct Writer(Box<dyn AsyncWrite + Send + Sync + Unpin>);

impl Writer {
    pub(crate) async fn bytes(&mut self, bytes: &[u8]) -> Result<(), LinkError> {
        let written = async {
            self.0.write_all(bytes).await?;
            self.0.flush().await
        };
        written.await.map_err(LinkError::when("write to the private socket"))
    }
}

/// Both sides of a stream.
pub(crate) fn split(stream: impl AsyncRead + AsyncWrite + Send + Sync + 'static) -> (Reader, Writer) {
    let (from, to) = tokio::io::split(stream);
    (Reader { from: Box::new(from), came: Vec::new() }, Writer(Box::new(to)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::hello::{ClientHello, HolderHello, Intent};
    use crate::proof::{LinkKey, Said};
    use crate::{Holder, HolderKind};

    fn sealed() -> Form {
        let holder = HolderHello { holder: Holder { kind: HolderKind::Window, pid: 1 }, nonce: [1; 32] };
        let said = Said::new(&holder, &ClientHello { nonce: [2; 32], intent: Intent::Prove });
        Form::sealed(said.directions(&LinkKey::new(&[7; 32])).to_holder)
    }

    #[test]
    fn each_side_of_each_limit_is_what_it_should_be() {
        for (form, most) in [(Form::plain as fn() -> Form, MOST_UNPROVEN_BYTES), (sealed, MOST_PROVEN_BYTES)] {
            let mut bytes = form().encode(Kind::Message, &vec![0; most]).unwrap();
            assert_eq!(form().take(&mut bytes).unwrap().unwrap().payload.len(), most);
            let too_large = form().encode(Kind::Message, &vec![0; most + 1]);
            assert!(
                matches!(too_large, Err(LinkError::TooLarge { bytes, most: limit }) if (bytes, limit) == (most + 1, most))
            );
            // What is announced is enough to refuse a frame; nothing else of it has come.
            let announced = form().take(&mut u32::MAX.to_be_bytes().to_vec());
            assert!(matches!(announced, Err(LinkError::TooLarge { .. })));
        }
    }

    #[test]
    fn a_frame_without_a_kind_and_one_of_no_kind_are_refused() {
        let empty = Form::plain().take(&mut vec![0, 0, 0, 0]);
        assert!(matches!(empty, Err(LinkError::Broken(Fault::EmptyFrame))));
        let shorter_than_its_tag = sealed().take(&mut vec![0, 0, 0, 16]);
        assert!(matches!(shorter_than_its_tag, Err(LinkError::Broken(Fault::EmptyFrame))));
        let no_kind = Form::plain().take(&mut vec![0, 0, 0, 1, 9]);
        assert!(matches!(no_kind, Err(LinkError::Broken(Fault::WrongKind))));
    }

    #[tokio::test]
    async fn half_a_frame_is_an_error_and_none_at_all_is_the_end() {
        let whole = Form::plain().encode(Kind::Message, b"hello").unwrap();
        for kept in 0..whole.len() {
            let (mut ours, theirs) = tokio::io::duplex(64);
            ours.write_all(&whole[..kept]).await.unwrap();
            drop(ours);
            let read = split(theirs).0.frame(&mut Form::plain()).await;
            if kept == 0 {
                assert!(matches!(read, Ok(None)));
            } else {
                assert!(matches!(read, Err(LinkError::Broken(Fault::Ended))), "{kept} bytes");
            }
        }
    }

    proptest! {
        #[test]
        fn frames_come_out_as_they_went_in_however_they_are_cut(
            messages in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..300), 1..5),
            cut in 1..50_usize,
            is_sealed in any::<bool>(),
        ) {
            let form = if is_sealed { sealed } else { Form::plain };
            let (mut sender, mut receiver) = (form(), form());
            let mut sent = Vec::new();
            for message in &messages {
                sent.extend(sender.encode(Kind::Message, message).unwrap());
            }
            let (mut came, mut read) = (Vec::new(), Vec::new());
            for piece in sent.chunks(cut) {
                came.extend_from_slice(piece);
                while let Some(frame) = receiver.take(&mut came).unwrap() {
                    read.push(frame.payload);
                }
            }
            prop_assert_eq!(read, messages);
            prop_assert!(came.is_empty());
        }

        #[test]
        fn no_changed_bit_of_a_sealed_frame_gets_through(bit in 0..8_u8, at in any::<proptest::sample::Index>()) {
            let mut frame = sealed().encode(Kind::Message, b"attack at dawn").unwrap();
            *at.get_mut(&mut frame) ^= 1 << bit;
            // A longer one is waited for, and never comes.
            prop_assert!(!matches!(sealed().take(&mut frame), Ok(Some(_))));
        }

        #[test]
        fn garbage_is_an_error_or_waited_for(mut bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let before = bytes.clone();
            if let Ok(Some(frame)) = Form::plain().take(&mut bytes) {
                let again = Form::plain().encode(frame.kind, &frame.payload).unwrap();
                prop_assert_eq!([again, bytes].concat(), before);
            }
        }
    }
}
