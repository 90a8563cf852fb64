//! The three messages before anything else: bytes in, bytes out. `docs/architecture.md` has them as tables.
//!
//! Each has a fixed length, and everything in it that has no meaning must be zero.

use crate::proof::{HELLO_NONCE_LEN_BYTES, PROOF_LEN_BYTES};
use crate::{Fault, LinkError, Refused};

/// The version of the protocol that this program speaks.
pub const VERSION: u16 = 1;

const MAGIC: &[u8; 8] = b"idw link";

/// How both hellos start, in bytes: the magic bytes and the version. It stays what it is in every version.
pub(crate) const START_LEN_BYTES: usize = 10;
/// Length of the holder's hello in bytes.
pub(crate) const HOLDER_HELLO_LEN_BYTES: usize = START_LEN_BYTES + 1 + 4 + HELLO_NONCE_LEN_BYTES;
/// Length of the client's hello up to its proof, in bytes.
pub(crate) const CLIENT_SAID_LEN_BYTES: usize = START_LEN_BYTES + HELLO_NONCE_LEN_BYTES + 1;
/// Length of the client's hello in bytes.
pub(crate) const CLIENT_HELLO_LEN_BYTES: usize = CLIENT_SAID_LEN_BYTES + PROOF_LEN_BYTES;
/// Length of the holder's answer in bytes.
pub(crate) const ANSWER_LEN_BYTES: usize = 1 + 4 + PROOF_LEN_BYTES;

const NOTHING: [u8; PROOF_LEN_BYTES] = [0; PROOF_LEN_BYTES];

/// What kind of process holds the vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HolderKind {
    /// The window.
    Window,
    /// `idw serve`.
    Serve,
}

/// Who holds the vault, as it says of itself. Only a proved connection makes that sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holder {
    /// What kind of process it is.
    pub kind: HolderKind,
    /// Its process number.
    pub pid: u32,
}

/// Looks at how a hello starts.
pub(crate) fn check_start(start: [u8; START_LEN_BYTES]) -> Result<(), LinkError> {
    let mut fields = Fields(&start);
    if &fields.take::<8>() != MAGIC {
        return Err(LinkError::Broken(Fault::WrongMagic));
    }
    match u16::from_be_bytes(fields.take()) {
        VERSION => Ok(()),
        theirs => Err(LinkError::WrongVersion { theirs, ours: VERSION }),
    }
}

/// What the holder says first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HolderHello {
    pub(crate) holder: Holder,
    pub(crate) nonce: [u8; HELLO_NONCE_LEN_BYTES],
}

impl HolderHello {
    pub(crate) fn encode(&self) -> [u8; HOLDER_HELLO_LEN_BYTES] {
        let kind = match self.holder.kind {
            HolderKind::Window => 1,
            HolderKind::Serve => 2,
        };
        join(&[MAGIC, &VERSION.to_be_bytes(), &[kind], &self.holder.pid.to_be_bytes(), &self.nonce])
    }

    pub(crate) fn parse(bytes: &[u8; HOLDER_HELLO_LEN_BYTES]) -> Result<Self, LinkError> {
        let mut fields = Fields(bytes);
        check_start(fields.take())?;
        let kind = match fields.take() {
            [1] => HolderKind::Window,
            [2] => HolderKind::Serve,
            _ => return Err(LinkError::Broken(Fault::BadHello)),
        };
        let pid = u32::from_be_bytes(fields.take());
        Ok(Self { holder: Holder { kind, pid }, nonce: fields.take() })
    }
}

/// Whether a client has the key of the vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Intent {
    /// It hands something in, without a proof.
    HandIn,
    /// It proves that it has the key.
    Prove,
}

/// What the client says to the holder's hello, but for its proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ClientHello {
    pub(crate) nonce: [u8; HELLO_NONCE_LEN_BYTES],
    pub(crate) intent: Intent,
}

impl ClientHello {
    /// The part that proofs are made of.
    pub(crate) fn encode_said(&self) -> [u8; CLIENT_SAID_LEN_BYTES] {
        let intent = match self.intent {
            Intent::HandIn => 0,
            Intent::Prove => 1,
        };
        join(&[MAGIC, &VERSION.to_be_bytes(), &self.nonce, &[intent]])
    }

    pub(crate) fn encode(&self, proof: Option<&[u8; PROOF_LEN_BYTES]>) -> [u8; CLIENT_HELLO_LEN_BYTES] {
        join(&[&self.encode_said(), proof.unwrap_or(&NOTHING)])
    }

    /// The hello, and the proof if there is one.
    pub(crate) fn parse(
        bytes: &[u8; CLIENT_HELLO_LEN_BYTES],
    ) -> Result<(Self, Option<[u8; PROOF_LEN_BYTES]>), LinkError> {
        let mut fields = Fields(bytes);
        check_start(fields.take())?;
        let nonce = fields.take();
        match (fields.take(), fields.take()) {
            ([0], NOTHING) => Ok((Self { nonce, intent: Intent::HandIn }, None)),
            ([1], proof) => Ok((Self { nonce, intent: Intent::Prove }, Some(proof))),
            _ => Err(LinkError::Broken(Fault::BadHello)),
        }
    }
}

/// What the holder says to the client's hello.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Answer {
    /// The client hands something in; frames are not sealed.
    Heard,
    /// The client's proof is right, and this is the holder's. From here on frames are sealed.
    Proved([u8; PROOF_LEN_BYTES]),
    /// The connection ends here.
    Refused(Refused),
}

impl Answer {
    pub(crate) fn encode(&self) -> [u8; ANSWER_LEN_BYTES] {
        let (code, seconds, proof) = match self {
            Self::Heard => (0, 0, &NOTHING),
            Self::Proved(proof) => (1, 0, proof),
            Self::Refused(Refused::NeverUnlocked) => (2, 0, &NOTHING),
            Self::Refused(Refused::WrongProof) => (3, 0, &NOTHING),
            Self::Refused(Refused::Paused { seconds }) => (4, *seconds, &NOTHING),
            Self::Refused(Refused::Busy) => (5, 0, &NOTHING),
        };
        join(&[&[code], &u32::to_be_bytes(seconds), proof])
    }

    pub(crate) fn parse(bytes: &[u8; ANSWER_LEN_BYTES]) -> Result<Self, LinkError> {
        let mut fields = Fields(bytes);
        match (fields.take(), u32::from_be_bytes(fields.take()), fields.take()) {
            ([0], 0, NOTHING) => Ok(Self::Heard),
            ([1], 0, proof) => Ok(Self::Proved(proof)),
            ([2], 0, NOTHING) => Ok(Self::Refused(Refused::NeverUnlocked)),
            ([3], 0, NOTHING) => Ok(Self::Refused(Refused::WrongProof)),
            ([4], seconds, NOTHING) => Ok(Self::Refused(Refused::Paused { seconds })),
            ([5], 0, NOTHING) => Ok(Self::Refused(Refused::Busy)),
            _ => Err(LinkError::Broken(Fault::BadHello)),
        }
    }
}

/// Reads fields one after the other.
struct Fields<'a>(&'a [u8]);

impl Fields<'_> {
    fn take<const N: usize>(&mut self) -> [u8; N] {
        let (field, rest) = self.0.split_first_chunk().expect("a message is as long as its fields together");
        self.0 = rest;
        *field
    }
}

fn join<const N: usize>(parts: &[&[u8]]) -> [u8; N] {
    parts.concat().try_into().expect("a message is as long as its fields together")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn hellos_are_the_bytes_that_the_documents_say() {
        let hello = HolderHello { holder: Holder { kind: HolderKind::Serve, pid: 0x0102_0304 }, nonce: [9; 32] };
        let bytes = hello.encode();
        assert_eq!(bytes[..15], *b"idw link\0\x01\x02\x01\x02\x03\x04");
        assert_eq!(bytes[15..], [9; 32]);
        assert_eq!(HolderHello::parse(&bytes).unwrap(), hello);

        let hello = ClientHello { nonce: [8; 32], intent: Intent::Prove };
        let bytes = hello.encode(Some(&[7; 32]));
        assert_eq!(bytes[..10], *b"idw link\0\x01");
        assert_eq!((&bytes[10..42], bytes[42], &bytes[43..]), (&[8; 32][..], 1, &[7; 32][..]));
        assert_eq!(ClientHello::parse(&bytes).unwrap(), (hello, Some([7; 32])));

        let paused = Answer::Refused(Refused::Paused { seconds: 60 });
        assert_eq!(paused.encode()[..5], [4, 0, 0, 0, 60]);
        assert_eq!(paused.encode()[5..], [0; 32]);
    }

    #[test]
    fn another_protocol_and_another_version_are_told_apart() {
        let mut start = *b"idw link\0\x01";
        assert!(check_start(start).is_ok());
        start[9] = 2;
        assert!(matches!(check_start(start), Err(LinkError::WrongVersion { theirs: 2, ours: 1 })));
        assert!(matches!(check_start(*b"GET / HTTP"), Err(LinkError::Broken(Fault::WrongMagic))));
    }

    #[test]
    fn a_field_without_meaning_must_be_zero() {
        let mut bytes = ClientHello { nonce: [8; 32], intent: Intent::HandIn }.encode(None);
        bytes[50] = 1;
        assert!(matches!(ClientHello::parse(&bytes), Err(LinkError::Broken(Fault::BadHello))));
        let mut bytes = Answer::Refused(Refused::Busy).encode();
        bytes[4] = 1;
        assert!(matches!(Answer::parse(&bytes), Err(LinkError::Broken(Fault::BadHello))));
    }

    proptest! {
        /// So there is one way only to say something, and nothing that was said is lost.
        #[test]
        fn what_is_read_is_written_with_the_same_bytes(
            mut bytes in proptest::array::uniform32(any::<u8>()),
            code in 0..8_u8,
            rest in proptest::array::uniform32(prop_oneof![3 => Just(0_u8), 1 => any::<u8>()]),
        ) {
            let mut start = join::<START_LEN_BYTES>(&[MAGIC, &VERSION.to_be_bytes()]).to_vec();
            let holder: [u8; HOLDER_HELLO_LEN_BYTES] = join(&[&start, &[code], &rest[..4], &bytes]);
            if let Ok(read) = HolderHello::parse(&holder) {
                prop_assert_eq!(read.encode(), holder);
            }
            start.extend(bytes);
            let client: [u8; CLIENT_HELLO_LEN_BYTES] = join(&[&start, &[code], &rest]);
            if let Ok((read, proof)) = ClientHello::parse(&client) {
                prop_assert_eq!(read.encode(proof.as_ref()), client);
            }
            bytes[..3].fill(0);
            let answer: [u8; ANSWER_LEN_BYTES] = join(&[&[code], &bytes[..4], &rest]);
            if let Ok(read) = Answer::parse(&answer) {
                prop_assert_eq!(read.encode(), answer);
            }
        }
    }
}
