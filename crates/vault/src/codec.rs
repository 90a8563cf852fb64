//! Fields one after the other, integers big-endian: all that the format's structures are made of.

use crate::crypto::{NONCE_LEN_BYTES, Seal, TAG_LEN_BYTES};

/// Reads fields off the front of a slice; `None` when it is too short.
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    pub(crate) fn bytes(&mut self, len: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(len)?;
        self.rest = rest;
        Some(taken)
    }

    pub(crate) fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.bytes(N)?.try_into().ok()
    }

    pub(crate) fn u8(&mut self) -> Option<u8> {
        self.array().map(u8::from_be_bytes)
    }

    pub(crate) fn u16(&mut self) -> Option<u16> {
        self.array().map(u16::from_be_bytes)
    }

    pub(crate) fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_be_bytes)
    }

    pub(crate) fn u64(&mut self) -> Option<u64> {
        self.array().map(u64::from_be_bytes)
    }

    pub(crate) fn seal(&mut self) -> Option<Seal> {
        Some(Seal { nonce: self.array::<NONCE_LEN_BYTES>()?, tag: self.array::<TAG_LEN_BYTES>()? })
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// All that was not read yet.
    pub(crate) fn rest(self) -> &'a [u8] {
        self.rest
    }
}

/// Appends fields to a buffer: to a growing one, or to [`Fixed`] where the length is known.
#[derive(Default)]
pub(crate) struct Writer<B = Vec<u8>> {
    out: B,
}

/// What a [`Writer`] appends to.
pub(crate) trait Buffer {
    fn append(&mut self, bytes: &[u8]);
}

impl Buffer for Vec<u8> {
    fn append(&mut self, bytes: &[u8]) {
        self.extend_from_slice(bytes);
    }
}

/// Exactly so many bytes, on the stack: for what is made for each record.
pub(crate) struct Fixed<const N: usize> {
    bytes: [u8; N],
    len: usize,
}

impl<const N: usize> Buffer for Fixed<N> {
    fn append(&mut self, bytes: &[u8]) {
        self.bytes[self.len..][..bytes.len()].copy_from_slice(bytes);
        self.len += bytes.len();
    }
}

impl<const N: usize> Writer<Fixed<N>> {
    pub(crate) fn fixed() -> Self {
        Self { out: Fixed { bytes: [0; N], len: 0 } }
    }

    pub(crate) fn finish_fixed(self) -> [u8; N] {
        assert_eq!(self.out.len, N, "the fields of a structure have the length that its type says");
        self.out.bytes
    }
}

impl Writer {
    /// For secrets: a buffer that does not move as long as no more than this is written.
    pub(crate) fn with_capacity(len: usize) -> Self {
        Self { out: Vec::with_capacity(len) }
    }

    pub(crate) fn finish(self) -> Vec<u8> {
        self.out
    }
}

impl<B: Buffer> Writer<B> {
    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.out.append(bytes);
        self
    }

    pub(crate) fn u8(&mut self, value: u8) -> &mut Self {
        self.bytes(&[value])
    }

    pub(crate) fn u16(&mut self, value: u16) -> &mut Self {
        self.bytes(&value.to_be_bytes())
    }

    pub(crate) fn u32(&mut self, value: u32) -> &mut Self {
        self.bytes(&value.to_be_bytes())
    }

    pub(crate) fn u64(&mut self, value: u64) -> &mut Self {
        self.bytes(&value.to_be_bytes())
    }

    pub(crate) fn seal(&mut self, seal: &Seal) -> &mut Self {
        self.bytes(&seal.nonce).bytes(&seal.tag)
    }
}
