//! The link key and what is made with it: proofs (HMAC-SHA-256, RFC 2104) and sealed directions (AES-256-GCM, NIST SP
//! 800-38D, under keys from HKDF-SHA-256, RFC 5869).

use std::fmt;

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::hkdf::{HKDF_SHA256, Prk, Salt};
use aws_lc_rs::hmac;
use zeroize::Zeroizing;

use crate::hello::{CLIENT_SAID_LEN_BYTES, ClientHello, HOLDER_HELLO_LEN_BYTES, HolderHello};
use crate::{Fault, LinkError};

/// Length of the link key and of all keys made from it, in bytes.
pub(crate) const KEY_LEN_BYTES: usize = 32;
/// Length of a proof in bytes.
pub(crate) const PROOF_LEN_BYTES: usize = 32;
/// Length of the nonce that each side adds to a hello, in bytes.
pub(crate) const HELLO_NONCE_LEN_BYTES: usize = 32;
/// By how many bytes a sealed frame is longer than what is in it.
pub(crate) const TAG_LEN_BYTES: usize = 16;

/// Each side proves itself under a label of its own, so that nobody gets on by sending a proof back.
const CLIENT_LABEL: &[u8] = b"idw link client v1";
const HOLDER_LABEL: &[u8] = b"idw link holder v1";
const TO_HOLDER_INFO: &[u8] = b"idw link client to holder v1";
const TO_CLIENT_INFO: &[u8] = b"idw link holder to client v1";

/// What the processes of one vault's owner share: 32 secret bytes that come from the vault's data key.
///
/// Wiped when dropped, on the heap so that moving it leaves no copies, and never printed.
pub struct LinkKey(Box<Zeroizing<[u8; KEY_LEN_BYTES]>>);

impl LinkKey {
    /// Copies the key; the caller wipes its own copy.
    pub fn new(bytes: &[u8; KEY_LEN_BYTES]) -> Self {
        let mut key = Box::new(Zeroizing::new([0; KEY_LEN_BYTES]));
        key.copy_from_slice(bytes);
        Self(key)
    }
}

impl fmt::Debug for LinkKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LinkKey([redacted])")
    }
}

/// Random bytes from the operating system.
///
/// # Errors
/// When there are none to be had: no hello may be made without.
pub(crate) fn make_nonce() -> Result<[u8; HELLO_NONCE_LEN_BYTES], LinkError> {
    let mut nonce = [0; HELLO_NONCE_LEN_BYTES];
    getrandom::fill(&mut nonce).map_err(|error| LinkError::Io {
        doing: "get random bytes for a greeting",
        source: std::io::Error::other(error.to_string()),
    })?;
    Ok(nonce)
}

/// All that both sides said before they prove anything: the whole hello of the holder, and that of the client up to its
/// proof. Each part has a fixed length, so that no two conversations have the same bytes.
pub(crate) struct Said {
    holder: [u8; HOLDER_HELLO_LEN_BYTES],
    client: [u8; CLIENT_SAID_LEN_BYTES],
    /// Both nonces, the holder's first.
    salt: [u8; 2 * HELLO_NONCE_LEN_BYTES],
}

impl Said {
    pub(crate) fn new(holder: &HolderHello, client: &ClientHello) -> Self {
        let mut salt = [0; 2 * HELLO_NONCE_LEN_BYTES];
        salt[..HELLO_NONCE_LEN_BYTES].copy_from_slice(&holder.nonce);
        salt[HELLO_NONCE_LEN_BYTES..].copy_from_slice(&client.nonce);
        Self { holder: holder.encode(), client: client.encode_said(), salt }
    }

    pub(crate) fn prove_client(&self, key: &LinkKey) -> [u8; PROOF_LEN_BYTES] {
        self.prove(key, CLIENT_LABEL)
    }

    pub(crate) fn prove_holder(&self, key: &LinkKey) -> [u8; PROOF_LEN_BYTES] {
        self.prove(key, HOLDER_LABEL)
    }

    /// Whether the client knows the key. Takes the same time for every wrong proof.
    pub(crate) fn is_clients(&self, key: &LinkKey, proof: &[u8; PROOF_LEN_BYTES]) -> bool {
        self.is_right(key, CLIENT_LABEL, proof)
    }

    /// Whether the holder knows the key. Takes the same time for every wrong proof.
    pub(crate) fn is_holders(&self, key: &LinkKey, proof: &[u8; PROOF_LEN_BYTES]) -> bool {
        self.is_right(key, HOLDER_LABEL, proof)
    }

    fn prove(&self, key: &LinkKey, label: &[u8]) -> [u8; PROOF_LEN_BYTES] {
        let key = hmac::Key::new(hmac::HMAC_SHA256, &key.0[..]);
        let tag = hmac::sign(&key, &self.under(label));
        tag.as_ref().try_into().expect("HMAC-SHA-256 gives 32 bytes")
    }

    fn is_right(&self, key: &LinkKey, label: &[u8], proof: &[u8; PROOF_LEN_BYTES]) -> bool {
        let key = hmac::Key::new(hmac::HMAC_SHA256, &key.0[..]);
        hmac::verify(&key, &self.under(label), proof).is_ok()
    }

    fn under(&self, label: &[u8]) -> Vec<u8> {
        [label, &self.holder, &self.client].concat()
    }

    /// The two directions of this conversation, each with a key that no other conversation has.
    pub(crate) fn directions(&self, key: &LinkKey) -> Directions {
        let source = Salt::new(HKDF_SHA256, &self.salt).extract(&key.0[..]);
        Directions {
            to_holder: Direction::new(&source, TO_HOLDER_INFO),
            to_client: Direction::new(&source, TO_CLIENT_INFO),
        }
    }
}

/// What seals the two directions of one conversation.
pub(crate) struct Directions {
    pub(crate) to_holder: Direction,
    pub(crate) to_client: Direction,
}

/// Seals or opens the frames of one direction, in their order. The provider wipes the key when dropped.
pub(crate) struct Direction {
    key: LessSafeKey,
    /// The number of the next frame, which is its nonce (SP 800-38D, 8.2.1: an invocation field that counts).
    next: u64,
}

impl Direction {
    fn new(source: &Prk, info: &[u8]) -> Self {
        let mut key = Zeroizing::new([0; KEY_LEN_BYTES]);
        source
            .expand(&[info], HKDF_SHA256)
            .and_then(|okm| okm.fill(&mut key[..]))
            .expect("HKDF-SHA-256 gives 32 bytes for any info");
        let key = UnboundKey::new(&AES_256_GCM, &key[..]).expect("AES-256 takes a key of 32 bytes");
        Self { key: LessSafeKey::new(key), next: 0 }
    }

    /// Seals in place; the tag is put at the end. `length` is the frame's length field.
    pub(crate) fn seal(&mut self, length: [u8; 4], body: &mut Vec<u8>) -> Result<(), LinkError> {
        let nonce = self.take_nonce()?;
        self.key
            .seal_in_place_append_tag(nonce, Aad::from(length), body)
            .expect("AES-256-GCM seals any buffer below 64 GiB");
        Ok(())
    }

    /// Opens what [`Self::seal`] gave as the frame of the same number.
    pub(crate) fn open(&mut self, length: [u8; 4], body: &mut Vec<u8>) -> Result<(), LinkError> {
        let nonce = self.take_nonce()?;
        let opened = self.key.open_in_place(nonce, Aad::from(length), body).map(|opened| opened.len());
        body.truncate(opened.map_err(|_| LinkError::Broken(Fault::Forged))?);
        Ok(())
    }

    fn take_nonce(&mut self) -> Result<Nonce, LinkError> {
        let mut nonce = [0; 12];
        nonce[4..].copy_from_slice(&self.next.to_be_bytes());
        self.next = self.next.checked_add(1).ok_or(LinkError::Broken(Fault::Spoilt))?;
        Ok(Nonce::assume_unique_for_key(nonce))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hello::Intent;
    use crate::{Holder, HolderKind};

    fn said(kind: HolderKind, holder_nonce: u8, client_nonce: u8) -> Said {
        let holder = HolderHello { holder: Holder { kind, pid: 1 }, nonce: [holder_nonce; 32] };
        Said::new(&holder, &ClientHello { nonce: [client_nonce; 32], intent: Intent::Prove })
    }

    #[test]
    fn a_proof_holds_for_its_side_its_key_and_its_conversation_alone() {
        let (key, other) = (LinkKey::new(&[7; 32]), LinkKey::new(&[8; 32]));
        let here = said(HolderKind::Window, 1, 2);
        let (client, holder) = (here.prove_client(&key), here.prove_holder(&key));
        assert!(here.is_clients(&key, &client) && here.is_holders(&key, &holder));
        assert!(!here.is_clients(&key, &holder) && !here.is_holders(&key, &client));
        assert!(!here.is_clients(&other, &client) && !here.is_holders(&other, &holder));
        for elsewhere in [said(HolderKind::Serve, 1, 2), said(HolderKind::Window, 3, 2), said(HolderKind::Window, 1, 3)]
        {
            assert!(!elsewhere.is_clients(&key, &client) && !elsewhere.is_holders(&key, &holder));
        }
    }

    /// The bytes are those of docs/architecture.md, computed with another implementation (Python's `hmac`).
    #[test]
    fn a_proof_is_what_another_implementation_computes() {
        let here = said(HolderKind::Serve, 1, 2);
        assert_eq!(
            hex::encode(here.prove_client(&LinkKey::new(&[7; 32]))),
            "bf96ac00c58c812a9adfe9617df85f0a2a7712f94b6e9213cb0b6d7749806771"
        );
        assert_eq!(
            hex::encode(here.prove_holder(&LinkKey::new(&[7; 32]))),
            "d63a03c7b2984af2a4c6a356ad8fbc53180f51ee3024604ab45ec759f5b756b3"
        );
    }

    #[test]
    fn a_sealed_body_opens_once_in_its_direction_and_at_its_place() {
        let key = LinkKey::new(&[7; 32]);
        let seal = |direction: &mut Direction, text: &[u8]| {
            let mut body = text.to_vec();
            direction.seal([0, 0, 0, 9], &mut body).unwrap();
            body
        };
        let mut sender = said(HolderKind::Window, 1, 2).directions(&key);
        let first = seal(&mut sender.to_holder, b"first");
        let second = seal(&mut sender.to_holder, b"second");
        let open = |direction: &mut Direction, body: &[u8]| {
            let mut body = body.to_vec();
            direction.open([0, 0, 0, 9], &mut body).map(|()| body)
        };
        let mut receiver = said(HolderKind::Window, 1, 2).directions(&key);
        assert!(open(&mut receiver.to_client, &first).is_err(), "the other direction has another key");
        assert_eq!(open(&mut receiver.to_holder, &first).unwrap(), b"first");
        assert!(open(&mut receiver.to_holder, &first).is_err(), "it was opened before");
        let mut receiver = said(HolderKind::Window, 1, 2).directions(&key);
        assert!(open(&mut receiver.to_holder, &second).is_err(), "the first one was left out");
        let mut elsewhere = said(HolderKind::Window, 1, 3).directions(&key);
        assert!(open(&mut elsewhere.to_holder, &first).is_err(), "another conversation has other keys");
    }

    #[test]
    fn a_direction_ends_before_a_number_would_come_twice() {
        let mut direction = said(HolderKind::Window, 1, 2).directions(&LinkKey::new(&[7; 32])).to_holder;
        direction.next = u64::MAX;
        let sealed = direction.seal([0; 4], &mut vec![1]);
        assert!(matches!(sealed, Err(LinkError::Broken(Fault::Spoilt))));
    }

    #[test]
    fn a_key_does_not_show_in_debug_output() {
        assert_eq!(format!("{:?}", LinkKey::new(&[7; 32])), "LinkKey([redacted])");
    }
}
