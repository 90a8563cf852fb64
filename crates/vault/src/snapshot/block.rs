//! Records of one tree, compressed together (RFC 1950).

use std::io::{self, Read, Write};

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use zeroize::Zeroizing;

use crate::Plain;
use crate::codec::{self, Reader};
use crate::record::MAX_RECORD_BYTES;

/// A block ends before it would be longer, in bytes before compression; a larger record has one for itself.
pub(super) const BLOCK_BYTES: usize = 256 * 1024;
/// The length before compression, and after it.
pub(super) const HEAD_LEN_BYTES: usize = 4 + 4;
/// The largest record, and what stands before it.
const MAX_BLOCK_BYTES: usize = MAX_RECORD_BYTES + super::RECORD_HEAD_LEN_BYTES;
/// What cannot be compressed becomes longer by a little (RFC 1951, section 3.2.4, and the frame).
const MAX_PACKED_BYTES: usize = MAX_BLOCK_BYTES + MAX_BLOCK_BYTES / 1000 + 64;

/// A block with its head.
pub(super) fn pack(block: &[u8]) -> io::Result<Plain> {
    let mut out = Zeroizing::new(Vec::with_capacity(HEAD_LEN_BYTES + block.len() + block.len() / 1000 + 64));
    out.resize(HEAD_LEN_BYTES, 0);
    let mut encoder = ZlibEncoder::new(&mut *out, Compression::default());
    encoder.write_all(block)?;
    encoder.finish()?;
    let packed_len = out.len() - HEAD_LEN_BYTES;
    let mut head = codec::Writer::default();
    let as_u32 = |len: usize| u32::try_from(len).map_err(|_| io::Error::from(io::ErrorKind::InvalidInput));
    head.u32(as_u32(block.len())?).u32(as_u32(packed_len)?);
    out[..HEAD_LEN_BYTES].copy_from_slice(&head.finish());
    Ok(out)
}

/// The length of a block before and after compression, if both are within bounds.
pub(super) fn parse_head(head: &[u8]) -> Option<(usize, usize)> {
    let mut input = Reader::new(head);
    let (len, packed_len) = (input.u32()? as usize, input.u32()? as usize);
    ((1..=MAX_BLOCK_BYTES).contains(&len) && packed_len <= MAX_PACKED_BYTES).then_some((len, packed_len))
}

/// A block that is handed out piece by piece.
#[derive(Default)]
pub(super) struct Unpacked {
    bytes: Plain,
    taken: usize,
}

impl Unpacked {
    /// Takes no more memory than the length that is expected, whatever the bytes say.
    pub(super) fn unpack(packed: &[u8], len: usize) -> Option<Self> {
        let mut bytes = Zeroizing::new(vec![0; len]);
        let mut decoder = ZlibDecoder::new(packed);
        decoder.read_exact(&mut bytes).ok()?;
        let is_all = matches!(decoder.read(&mut [0]), Ok(0)) && decoder.total_in() == packed.len() as u64;
        is_all.then_some(Self { bytes, taken: 0 })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.taken == self.bytes.len()
    }

    pub(super) fn take(&mut self, len: usize) -> Option<Plain> {
        let part = self.bytes.get(self.taken..self.taken.checked_add(len)?)?;
        self.taken += len;
        Some(Zeroizing::new(part.to_vec()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_comes_back_and_no_other_bytes_do() {
        for block in [b"a".to_vec(), vec![7; BLOCK_BYTES], (0..=250).cycle().take(100_000).collect()] {
            let packed = pack(&block).unwrap();
            let (len, packed_len) = parse_head(&packed[..HEAD_LEN_BYTES]).unwrap();
            let body = &packed[HEAD_LEN_BYTES..];
            assert_eq!((len, packed_len), (block.len(), body.len()));
            let mut unpacked = Unpacked::unpack(body, len).unwrap();
            assert_eq!(unpacked.take(len).unwrap().as_slice(), block);
            assert!(unpacked.is_empty() && unpacked.take(1).is_none());
            assert!(Unpacked::unpack(body, len + 1).is_none(), "shorter than it says");
            assert!(Unpacked::unpack(body, len - 1).is_none(), "longer than it says");
            assert!(Unpacked::unpack(&body[..body.len() - 1], len).is_none(), "cut");
            assert!(Unpacked::unpack(&[body, b"x"].concat(), len).is_none(), "extended");
        }
        let head = |len: u32, packed: u32| [len.to_be_bytes(), packed.to_be_bytes()].concat();
        for (len, packed) in [(0, 10), (u32::MAX, 10), (10, u32::MAX)] {
            assert!(parse_head(&head(len, packed)).is_none(), "{len} and {packed} bytes");
        }
    }
}
