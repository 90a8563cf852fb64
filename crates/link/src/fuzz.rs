//! For the fuzz target alone: whatever bytes a client or a holder may send.

use std::io::Cursor;

use tokio::runtime::Runtime;

use crate::clock::Clock;
use crate::frame::{Form, Kind};
use crate::hello::{
    ANSWER_LEN_BYTES, Answer, CLIENT_HELLO_LEN_BYTES, ClientHello, HOLDER_HELLO_LEN_BYTES, HolderHello, Intent,
};
use crate::proof::{LinkKey, Said};
use crate::serve::Shared;
use crate::{Handler, Holder, HolderKind, MOST_UNPROVEN_BYTES, Refused, Replies};

const HELLO: HolderHello = HolderHello { holder: Holder { kind: HolderKind::Serve, pid: 17 }, nonce: [1; 32] };
const SAID: ClientHello = ClientHello { nonce: [2; 32], intent: Intent::HandIn };

/// Whoever has no key gets as far as this.
struct Unproven;

impl Handler for Unproven {
    async fn proven(&self, _message: Vec<u8>, _replies: Replies<'_>) {
        panic!("nobody can prove anything without the key");
    }

    async fn unproven(&self, message: Vec<u8>, replies: Replies<'_>) {
        assert!(message.len() <= MOST_UNPROVEN_BYTES, "a message is longer than the limit");
        replies.answer(&message).await.expect("what came fits, and the pipe takes all");
    }
}

/// What every try needs, made once.
pub struct Link {
    runtime: Runtime,
}

impl Link {
    /// Ready for the first try.
    ///
    /// # Panics
    /// When there is no runtime to be had.
    #[must_use]
    pub fn make() -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
        Self { runtime: runtime.expect("a runtime without input and output needs nothing of the system") }
    }

    /// One message, some frames, or a whole connection: the first byte says which.
    ///
    /// # Panics
    /// When something is read otherwise than it was written, or taken from somebody who proved nothing.
    pub fn try_bytes(&self, bytes: &[u8]) {
        let Some((which, bytes)) = bytes.split_first() else { return };
        match which % 8 {
            0 => hellos(bytes),
            1 => plain_frames(bytes),
            2 => sealed_frames(bytes),
            _ => self.connection(bytes),
        }
    }

    fn connection(&self, bytes: &[u8]) {
        let shared = Shared::new(HELLO.holder, Some(LinkKey::new(&[7; 32])), Clock::System);
        let stream = tokio::io::join(Cursor::new(bytes.to_vec()), tokio::io::sink());
        let _ = self.runtime.block_on(shared.serve(stream, &Unproven));
    }
}

/// What is read is written with the same bytes.
fn hellos(bytes: &[u8]) {
    if let Some(bytes) = bytes.first_chunk::<HOLDER_HELLO_LEN_BYTES>()
        && let Ok(hello) = HolderHello::parse(bytes)
    {
        assert_eq!(&hello.encode(), bytes);
    }
    if let Some(bytes) = bytes.first_chunk::<CLIENT_HELLO_LEN_BYTES>()
        && let Ok((hello, proof)) = ClientHello::parse(bytes)
    {
        assert_eq!(&hello.encode(proof.as_ref()), bytes);
    }
    if let Some(bytes) = bytes.first_chunk::<ANSWER_LEN_BYTES>()
        && let Ok(answer) = Answer::parse(bytes)
    {
        assert_eq!(&answer.encode(), bytes);
    }
}

/// Frames are the same however they are cut, and are written with the same bytes.
fn plain_frames(bytes: &[u8]) {
    let Some((cut, bytes)) = bytes.split_first() else { return };
    let read = |pieces: &mut dyn Iterator<Item = &[u8]>| {
        let (mut form, mut came, mut written) = (Form::plain(), Vec::new(), Vec::new());
        for piece in pieces {
            came.extend_from_slice(piece);
            loop {
                match form.take(&mut came) {
                    Ok(Some(frame)) => {
                        written.extend(form.encode(frame.kind, &frame.payload).expect("it was read within the limit"));
                    }
                    Ok(None) => break,
                    Err(_) => return written,
                }
            }
        }
        written
    };
    let whole = read(&mut std::iter::once(bytes));
    assert_eq!(whole, read(&mut bytes.chunks(usize::from(*cut) + 1)));
    assert!(bytes.starts_with(&whole));
}

/// Nothing opens that was not sealed with the key.
fn sealed_frames(bytes: &[u8]) {
    let directions = Said::new(&HELLO, &SAID).directions(&LinkKey::new(&[7; 32]));
    let (mut sender, mut receiver) = (Form::sealed(directions.to_client), Form::sealed(directions.to_holder));
    assert!(!matches!(receiver.take(&mut bytes.to_vec()), Ok(Some(_))), "a forged frame was opened");
    let sealed = sender.encode(Kind::Reply, bytes).expect("what is tried is short");
    assert!(sealed.len() == 4 + 1 + bytes.len() + 16);
}

/// Messages as our own programs send them.
#[must_use]
pub fn seeds() -> Vec<Vec<u8>> {
    let message = |text: &[u8]| Form::plain().encode(Kind::Message, text).unwrap_or_default();
    let refused = Answer::Refused(Refused::Paused { seconds: 60 });
    let hand_in = SAID.encode(None);
    let proving = ClientHello { intent: Intent::Prove, ..SAID }.encode(Some(&[3; 32]));
    let parts: [(u8, Vec<u8>); 8] = [
        (0, HELLO.encode().to_vec()),
        (0, hand_in.to_vec()),
        (0, proving.to_vec()),
        (0, refused.encode().to_vec()),
        (1, [&[3], message(b"hello").as_slice(), &message(b"")].concat()),
        (2, message(b"hello and some more bytes")),
        (3, [hand_in.as_slice(), &message(b"hello"), &message(b"")].concat()),
        (3, proving.to_vec()),
    ];
    parts.into_iter().map(|(which, bytes)| [&[which], bytes.as_slice()].concat()).collect()
}
