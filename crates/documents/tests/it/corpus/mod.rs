//! Documents, honest and not, made here: a bomb of a gigabyte is a few lines, and no file is taken from anyone.

pub(crate) mod exif;
pub(crate) mod jpeg;
pub(crate) mod pdf;
pub(crate) mod png;

/// The smallest ZIP there is: an end record without entries; behind a local file header, as an archiver leaves it.
pub(crate) fn zip() -> Vec<u8> {
    let mut zip = b"PK\x03\x04\x14\0\0\0\0\0".to_vec();
    zip.extend([0; 20]);
    zip.extend(b"PK\x05\x06");
    zip.extend([0; 18]);
    zip
}

/// `count` zero bytes, deflated by hand into a zlib stream (RFC 1950, RFC 1951): one literal, then matches of 258 bytes
/// at distance 1, which are 13 bits each. Returns how many bytes it really holds, a few more.
pub(crate) fn deflated_zeros(count: usize) -> Vec<u8> {
    let mut bits = Bits::default();
    bits.push(&[1, 1, 0]); // last block, fixed codes
    bits.push(&[0, 0, 1, 1, 0, 0, 0, 0]); // literal 0
    let matches = count.div_ceil(258).next_multiple_of(8);
    let one: [u8; 13] = [1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0]; // length 258 (code 285), distance 1 (code 0)
    bits.push_repeated(&one.repeat(8), matches / 8);
    bits.push(&[0; 7]); // end of block
    let len = 1 + matches * 258;
    let adler = (u32::try_from(len % 65_521).unwrap() << 16) | 1;
    [b"\x78\x01".as_slice(), &bits.finish(), &adler.to_be_bytes()].concat()
}

#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    free: u8,
}

impl Bits {
    fn push(&mut self, bits: &[u8]) {
        for bit in bits {
            if self.free == 0 {
                self.bytes.push(0);
                self.free = 8;
            }
            *self.bytes.last_mut().unwrap() |= bit << (8 - self.free);
            self.free -= 1;
        }
    }

    /// A whole number of bytes, again and again: whatever the offset, the bytes repeat from the second time on.
    fn push_repeated(&mut self, bits: &[u8], times: usize) {
        assert_eq!(bits.len() % 8, 0);
        let period = bits.len() / 8;
        self.push(bits);
        self.push(bits);
        let end = self.bytes.len() - usize::from(self.free > 0);
        let repeated = self.bytes[end - period..end].to_vec();
        let partial = (self.free > 0).then(|| self.bytes.pop().unwrap());
        for _ in 2..times {
            self.bytes.extend_from_slice(&repeated);
        }
        self.bytes.extend(partial);
    }

    fn finish(self) -> Vec<u8> {
        self.bytes
    }
}

#[test]
fn zeros_deflated_by_hand_come_out_again() {
    use std::io::Read as _;
    let mut zeros = Vec::new();
    flate2::read::ZlibDecoder::new(deflated_zeros(10_000).as_slice()).read_to_end(&mut zeros).unwrap();
    assert!(zeros.len() >= 10_000 && zeros.iter().all(|byte| *byte == 0));
}
