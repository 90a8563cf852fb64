//! The header: what is needed to unlock, in one self-contained file of which there are two copies.

use aws_lc_rs::{digest, hmac};
use subtle::ConstantTimeEq;

use crate::HeaderFault;
use crate::codec::{Reader, Writer};
use crate::crypto::KeySource;

/// The version of the format that this program writes. Each version reads those before it.
///
/// It is about the folder as a whole: which databases and snapshots may be in it. What a version did not change keeps the
/// number 1 in its associated data.
pub(crate) const NEWEST_VERSION: u16 = 6;

/// The version since which databases and snapshots look as they do now.
pub(crate) const COMPACT_VERSION: u16 = 2;

/// The largest header, in bytes: a bound on what is read before anything is known.
pub(crate) const MAX_HEADER_BYTES: usize = 64 * 1024;

/// The most slots a header may have.
const MAX_SLOTS: u16 = 64;
const MAGIC: [u8; 8] = *b"IDWVAULT";
const CHECKSUM_LEN_BYTES: usize = 32;
const MAC_LEN_BYTES: usize = 32;
/// Magic, version and length, which every version of the format starts with.
const PREAMBLE_LEN_BYTES: usize = MAGIC.len() + 2 + 4;

/// The fields of a header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Header {
    /// The oldest version of the format that knows everything in the folder.
    pub(crate) version: u16,
    pub(crate) vault_id: [u8; 16],
    /// Counts the headers of this vault: the copy with the higher number is the newer one.
    pub(crate) generation: u64,
    /// The epoch of the record keys.
    pub(crate) epoch: u32,
    /// The number of a write that was surely in the database when this header was written.
    pub(crate) floor: u64,
    pub(crate) slots: Vec<Slot>,
    /// Authenticated bytes for later programs, which this one keeps as they are.
    pub(crate) extension: Vec<u8>,
}

/// A way to unlock, in the form of its kind. Kinds this program does not know are kept as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Slot {
    pub(crate) kind: u16,
    pub(crate) body: Vec<u8>,
}

/// A header together with the bytes it was read from or will be written as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SignedHeader {
    header: Header,
    bytes: Vec<u8>,
}

/// The header is not what the holder of the data key wrote.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct HeaderForged;

impl SignedHeader {
    pub(crate) fn sign(header: Header, keys: &KeySource) -> Self {
        let mut out = Writer::default();
        encode(&header, &mut out);
        let mut bytes = out.finish();
        let mac = hmac::sign(&mac_key(keys), &bytes);
        bytes.extend_from_slice(mac.as_ref());
        let checksum = digest::digest(&digest::SHA256, &bytes);
        bytes.extend_from_slice(checksum.as_ref());
        Self { header, bytes }
    }

    /// Reads a header that is not yet authenticated: that takes the key it leads to.
    ///
    /// Memory is bounded by the size of `bytes`, which may be anything.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, HeaderFault> {
        let (version, body) = check_frame(bytes)?;
        let header = decode(version, body)?;
        Ok(Self { header, bytes: bytes.to_vec() })
    }

    pub(crate) fn verify(&self, keys: &KeySource) -> Result<(), HeaderForged> {
        let (signed, mac) = self.bytes.split_at(self.bytes.len() - CHECKSUM_LEN_BYTES - MAC_LEN_BYTES);
        hmac::verify(&mac_key(keys), signed, &mac[..MAC_LEN_BYTES]).map_err(|_| HeaderForged)
    }

    pub(crate) fn header(&self) -> &Header {
        &self.header
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }
}

fn mac_key(keys: &KeySource) -> hmac::Key {
    keys.derive_mac(&[b"idw-vault/1/header-mac"])
}

fn encode(header: &Header, out: &mut Writer) {
    let slots_len: usize = header.slots.iter().map(|slot| 4 + slot.body.len()).sum();
    let total = PREAMBLE_LEN_BYTES + 16 + 8 + 4 + 8 + 2 + slots_len + 4 + header.extension.len();
    let total = total + MAC_LEN_BYTES + CHECKSUM_LEN_BYTES;
    out.bytes(&MAGIC).u16(header.version).u32(short(total));
    out.bytes(&header.vault_id).u64(header.generation).u32(header.epoch).u64(header.floor);
    out.u16(short(header.slots.len()));
    for slot in &header.slots {
        out.u16(slot.kind).u16(short(slot.body.len())).bytes(&slot.body);
    }
    out.u32(short(header.extension.len())).bytes(&header.extension);
}

/// What every version keeps: magic, version, length, and a checksum at the end.
fn check_frame(bytes: &[u8]) -> Result<(u16, Reader<'_>), HeaderFault> {
    if bytes.len() > MAX_HEADER_BYTES {
        return Err(HeaderFault::TooLong);
    }
    let mut input = Reader::new(bytes);
    if input.array().ok_or(HeaderFault::Truncated)? != MAGIC {
        return Err(HeaderFault::WrongMagic);
    }
    let version = input.u16().ok_or(HeaderFault::Truncated)?;
    let total = input.u32().ok_or(HeaderFault::Truncated)? as usize;
    let body_len = total.checked_sub(PREAMBLE_LEN_BYTES + CHECKSUM_LEN_BYTES).ok_or(HeaderFault::Malformed)?;
    if bytes.len() > total {
        return Err(HeaderFault::TooLong);
    }
    let body = input.bytes(body_len).ok_or(HeaderFault::Truncated)?;
    let checksum = input.array::<CHECKSUM_LEN_BYTES>().ok_or(HeaderFault::Truncated)?;
    let expected = digest::digest(&digest::SHA256, &bytes[..total - CHECKSUM_LEN_BYTES]);
    if !bool::from(expected.as_ref().ct_eq(&checksum)) {
        return Err(HeaderFault::WrongChecksum);
    }
    match version {
        0 => Err(HeaderFault::Malformed), // there was none before 1
        1..=NEWEST_VERSION => Ok((version, Reader::new(body))),
        newer => Err(HeaderFault::NewerVersion(newer)),
    }
}

fn decode(version: u16, mut input: Reader<'_>) -> Result<Header, HeaderFault> {
    decode_fields(version, &mut input).filter(|_| input.is_empty()).ok_or(HeaderFault::Malformed)
}

fn decode_fields(version: u16, input: &mut Reader<'_>) -> Option<Header> {
    let (vault_id, generation, epoch, floor) = (input.array()?, input.u64()?, input.u32()?, input.u64()?);
    let slot_count = input.u16().filter(|count| *count <= MAX_SLOTS)?;
    let mut slots = Vec::new();
    for _ in 0..slot_count {
        let (kind, len) = (input.u16()?, input.u16()?);
        slots.push(Slot { kind, body: input.bytes(len.into())?.to_vec() });
    }
    let extension_len = input.u32()?;
    let extension = input.bytes(extension_len.try_into().ok()?)?.to_vec();
    input.bytes(MAC_LEN_BYTES)?;
    Some(Header { version, vault_id, generation, epoch, floor, slots, extension })
}

fn short<T: TryFrom<usize>>(len: usize) -> T {
    T::try_from(len).ok().expect("we write a few slots of a few hundred bytes")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::crypto::SecretKey;

    fn sample(keys: &KeySource) -> SignedHeader {
        let slots = vec![Slot { kind: 1, body: vec![1; 121] }, Slot { kind: 77, body: vec![2; 3] }];
        let header = Header {
            version: 2,
            vault_id: [3; 16],
            generation: 4,
            epoch: 5,
            floor: 6,
            slots,
            extension: b"later".to_vec(),
        };
        SignedHeader::sign(header, keys)
    }

    fn keys() -> KeySource {
        KeySource::extract(b"salt", &SecretKey::make())
    }

    fn with_checksum(mut bytes: Vec<u8>) -> Vec<u8> {
        bytes.truncate(bytes.len() - CHECKSUM_LEN_BYTES);
        let checksum = digest::digest(&digest::SHA256, &bytes);
        bytes.extend_from_slice(checksum.as_ref());
        bytes
    }

    #[test]
    fn a_header_survives_its_bytes_with_slots_and_extensions_it_does_not_know() {
        let keys = keys();
        let signed = sample(&keys);
        let read = SignedHeader::parse(signed.as_bytes()).unwrap();
        assert_eq!(read, signed);
        assert_eq!(read.verify(&keys), Ok(()));
        assert_eq!(read.verify(&self::keys()), Err(HeaderForged), "another vault's key");
    }

    #[test]
    fn every_flipped_bit_and_every_cut_is_noticed() {
        let signed = sample(&keys());
        for at in 0..signed.bytes.len() {
            for bit in 0..8 {
                let mut bytes = signed.bytes.clone();
                bytes[at] ^= 1 << bit;
                assert!(SignedHeader::parse(&bytes).is_err(), "bit {bit} of byte {at}");
            }
            assert!(SignedHeader::parse(&signed.bytes[..at]).is_err(), "cut to {at} bytes");
        }
    }

    #[test]
    fn a_forger_who_fixes_the_checksum_is_noticed_by_the_mac() {
        let keys = keys();
        let signed = sample(&keys);
        for at in PREAMBLE_LEN_BYTES..signed.bytes.len() - CHECKSUM_LEN_BYTES {
            let mut bytes = signed.bytes.clone();
            bytes[at] ^= 1;
            if let Ok(forged) = SignedHeader::parse(&with_checksum(bytes)) {
                assert_eq!(forged.verify(&keys), Err(HeaderForged), "byte {at}");
            }
        }
    }

    #[test]
    fn faults_are_told_apart() {
        let bytes = sample(&keys()).bytes;
        let changed = |at: usize, to: u8| {
            let mut bytes = bytes.clone();
            bytes[at] = to;
            bytes
        };
        let check = |bytes: &[u8], expected| assert_eq!(SignedHeader::parse(bytes), Err(expected));
        check(b"", HeaderFault::Truncated);
        check(b"IDWV", HeaderFault::Truncated);
        check(&changed(0, b'X'), HeaderFault::WrongMagic);
        check(&changed(40, 0xff), HeaderFault::WrongChecksum);
        let newest = u8::try_from(NEWEST_VERSION).unwrap();
        check(&with_checksum(changed(9, newest + 1)), HeaderFault::NewerVersion(NEWEST_VERSION + 1));
        check(&with_checksum(changed(9, 0)), HeaderFault::Malformed);
        for earlier in 1..newest {
            let earlier = with_checksum(changed(9, earlier));
            assert!(SignedHeader::parse(&earlier).is_ok(), "the earlier versions have the same fields");
        }
        check(&[bytes.as_slice(), b"x"].concat(), HeaderFault::TooLong);
        check(&vec![0; MAX_HEADER_BYTES + 1], HeaderFault::TooLong);
        check(&with_checksum(changed(50, 0xff)), HeaderFault::Malformed); // 65,282 slots
    }

    proptest! {
        #[test]
        fn arbitrary_bytes_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = SignedHeader::parse(&bytes);
        }

        #[test]
        fn arbitrary_fields_with_a_right_frame_do_no_harm(body in prop::collection::vec(any::<u8>(), 0..400)) {
            let mut out = Writer::default();
            let total = PREAMBLE_LEN_BYTES + body.len() + CHECKSUM_LEN_BYTES;
            out.bytes(&MAGIC).u16(NEWEST_VERSION).u32(short(total)).bytes(&body).bytes(&[0; CHECKSUM_LEN_BYTES]);
            let _ = SignedHeader::parse(&with_checksum(out.finish()));
        }
    }
}
