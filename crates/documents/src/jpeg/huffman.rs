//! Huffman-coded bits (ITU-T T.81, annexes C and F.2.2), read without making a picture of them.

/// Why bits could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoBits {
    /// The file ends here.
    End,
    /// A marker stands here.
    Marker(u8),
    /// The bits mean nothing.
    Broken,
}

/// How many bits of a code are looked up at once.
const LOOKUP_BITS: u32 = 9;

/// A table of codes (annex C).
#[derive(Clone)]
pub(super) struct Huffman {
    /// For the next bits: how long the code is (0 where it is longer than they are), and its value.
    lookup: Box<[(u8, u8); 1 << LOOKUP_BITS]>,
    /// For each length: the first code that is longer, as far to the left as 16 bits allow.
    limits: [u32; 17],
    /// For each length: what to add to a code to find its value.
    offsets: [i32; 17],
    values: Vec<u8>,
}

impl Huffman {
    /// Reads a table from the front of a segment: 16 counts, then the values; gives what follows.
    pub(super) fn read(segment: &[u8]) -> Option<(Self, &[u8])> {
        let (counts, rest) = segment.split_first_chunk::<16>()?;
        let total: usize = counts.iter().map(|count| usize::from(*count)).sum();
        let (values, rest) = rest.split_at_checked(total)?;
        let mut table = Self {
            lookup: Box::new([(0, 0); 1 << LOOKUP_BITS]),
            limits: [0; 17],
            offsets: [0; 17],
            values: values.to_vec(),
        };
        let (mut code, mut index) = (0_u32, 0_usize);
        for (len, count) in (1_u32..).zip(*counts) {
            table.offsets[len as usize] = i32::try_from(index).ok()? - i32::try_from(code).ok()?;
            for value in &values[index..index + usize::from(count)] {
                table.note_short(code, len, *value);
                code += 1;
            }
            index += usize::from(count);
            // More codes than there are bit patterns of this length.
            if code > 1 << len {
                return None;
            }
            table.limits[len as usize] = code << (16 - len);
            code <<= 1;
        }
        Some((table, rest))
    }

    /// Whether no value is larger.
    pub(super) fn has_at_most(&self, most: u8) -> bool {
        self.values.iter().all(|value| *value <= most)
    }

    fn note_short(&mut self, code: u32, len: u32, value: u8) {
        if len <= LOOKUP_BITS && code < 1 << len {
            let start = (code << (LOOKUP_BITS - len)) as usize;
            let len_as_byte = u8::try_from(len).unwrap_or(u8::MAX);
            self.lookup[start..start + (1 << (LOOKUP_BITS - len))].fill((len_as_byte, value));
        }
    }
}

/// The bits of entropy-coded data. A loop over many codes works on a copy of its own, which the compiler keeps in registers.
#[derive(Clone, Copy)]
pub(super) struct Bits<'a> {
    data: &'a [u8],
    /// The first byte that is not in `held`.
    at: usize,
    /// The next bits, from the highest on.
    held: u64,
    held_len: u32,
}

impl<'a> Bits<'a> {
    pub(super) fn new(data: &'a [u8]) -> Self {
        Self { data, at: 0, held: 0, held_len: 0 }
    }

    /// Reads one code and gives its value.
    #[inline]
    pub(super) fn value(&mut self, table: &Huffman) -> Result<u8, NoBits> {
        if self.held_len < 16 {
            self.fill();
        }
        let (len, value) = table.lookup[(self.held >> (64 - LOOKUP_BITS)) as usize];
        if len > 0 {
            return self.skip(u32::from(len)).map(|()| value);
        }
        self.long_value(table)
    }

    /// Reads one code, and passes over as many bits behind it as the lower half of its value says; gives the value.
    #[inline]
    pub(super) fn coefficient(&mut self, table: &Huffman) -> Result<u8, NoBits> {
        // The longest code, and the most bits behind one.
        if self.held_len < 16 + 15 {
            *self = self.filled();
        }
        let (len, value) = table.lookup[(self.held >> (64 - LOOKUP_BITS)) as usize];
        let all = u32::from(len) + u32::from(value & 15);
        if len > 0 && all <= self.held_len {
            self.held <<= all;
            self.held_len -= all;
            return Ok(value);
        }
        let (value, after) = self.long_coefficient(table)?;
        *self = after;
        Ok(value)
    }

    /// The same for a code that is not looked up at once, or where the bits end. By value, as is [`Bits::filled`].
    #[inline(never)]
    fn long_coefficient(mut self, table: &Huffman) -> Result<(u8, Self), NoBits> {
        let value = self.value(table)?;
        self.skip(u32::from(value & 15))?;
        Ok((value, self))
    }

    #[expect(clippy::cast_possible_wrap, reason = "16 bits")]
    fn long_value(&mut self, table: &Huffman) -> Result<u8, NoBits> {
        let next = (self.held >> 48) as u32;
        let found = (LOOKUP_BITS + 1..=16).find(|len| next < table.limits[*len as usize]);
        let Some(len) = found else { return Err(if self.held_len < 16 { self.stop() } else { NoBits::Broken }) };
        let code = (next >> (16 - len)) as i32;
        let index = usize::try_from(code + table.offsets[len as usize]).map_err(|_| NoBits::Broken)?;
        let value = *table.values.get(index).ok_or(NoBits::Broken)?;
        self.skip(len).map(|()| value)
    }

    /// Passes over at most 16 bits.
    #[inline]
    pub(super) fn skip(&mut self, len: u32) -> Result<(), NoBits> {
        if self.held_len < len {
            self.fill();
            if self.held_len < len {
                return Err(self.stop());
            }
        }
        self.held <<= len;
        self.held_len -= len;
        Ok(())
    }

    /// Reads at most 16 bits as a number.
    #[inline]
    pub(super) fn number(&mut self, len: u32) -> Result<u32, NoBits> {
        if len == 0 {
            return Ok(0);
        }
        if self.held_len < len {
            self.fill();
        }
        let number = u32::try_from(self.held >> (64 - len)).map_err(|_| NoBits::Broken)?;
        self.skip(len).map(|()| number)
    }

    /// Leaves the rest of a byte, and gives where the next byte stands.
    pub(super) fn end_of_byte(&mut self) -> usize {
        for _ in 0..self.held_len / 8 {
            let is_stuffed = self.at >= 2 && self.data[self.at - 2..self.at] == [0xFF, 0x00];
            self.at -= if is_stuffed { 2 } else { 1 };
        }
        (self.held, self.held_len) = (0, 0);
        self.at
    }

    /// Goes on where another byte stands.
    pub(super) fn go_to(&mut self, at: usize) {
        self.at = at;
    }

    fn fill(&mut self) {
        *self = self.filled();
    }

    /// The same with as many bits as fit.
    #[inline]
    fn filled(self) -> Self {
        let next = self.data.get(self.at..).and_then(|rest| rest.first_chunk());
        if let Some(next) = next.map(|next| u64::from_be_bytes(*next))
            && !has_marker_byte(next)
            && self.held_len <= 56
        {
            let room = 64 - self.held_len;
            let unused = room % 8;
            return Self {
                held: self.held | next >> self.held_len >> unused << unused,
                held_len: self.held_len + room - unused,
                at: self.at + (room / 8) as usize,
                ..self
            };
        }
        self.filled_slowly()
    }

    /// Byte by byte, as one of the next bytes may begin a marker or be the last one.
    #[inline(never)]
    fn filled_slowly(mut self) -> Self {
        while self.held_len <= 56 {
            let Some(&byte) = self.data.get(self.at) else { break };
            if byte == 0xFF {
                if self.data.get(self.at + 1) != Some(&0x00) {
                    break;
                }
                self.at += 1;
            }
            self.at += 1;
            self.held |= u64::from(byte) << (56 - self.held_len);
            self.held_len += 8;
        }
        self
    }

    /// What stands where there are no more bits.
    fn stop(&self) -> NoBits {
        let marker = self.data[self.at..].iter().find(|byte| **byte != 0xFF);
        marker.map_or(NoBits::End, |marker| NoBits::Marker(*marker))
    }
}

/// Whether one of the eight bytes is 0xFF, with which markers begin.
fn has_marker_byte(bytes: u64) -> bool {
    // A byte that is 0 in the complement is the only one that borrows from, or sets, its highest bit.
    const LOWEST_BITS: u64 = 0x0101_0101_0101_0101;
    const HIGHEST_BITS: u64 = LOWEST_BITS << 7;
    (!bytes).wrapping_sub(LOWEST_BITS) & bytes & HIGHEST_BITS != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Codes 0, 10, 110, and one of ten bits: 1110000000.
    fn table() -> Huffman {
        let mut segment = vec![1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0];
        segment.extend(b"abcdrest");
        let (table, rest) = Huffman::read(&segment).unwrap();
        assert_eq!(rest, b"rest");
        table
    }

    #[test]
    fn codes_are_read_and_the_end_is_found() {
        let table = table();
        // 0 10 110 1110000000, then padding; a stuffed byte; a marker.
        let data = [0b0101_1011, 0b1000_0000, 0xFF, 0x00, 0xFF, 0xD9];
        let mut bits = Bits::new(&data);
        for expected in *b"abcd" {
            assert_eq!(bits.value(&table), Ok(expected));
        }
        assert_eq!({ bits }.end_of_byte(), 2);
        assert_eq!(bits.number(8), Ok(0xFF));
        assert_eq!(bits.end_of_byte(), 4);
        assert_eq!(bits.value(&table), Err(NoBits::Marker(0xD9)));
    }

    #[test]
    fn bits_are_the_same_however_many_are_taken_in_at_once() {
        // Bytes at random by Knuth's MMIX generator, one in eight of them 0xFF with the zero behind it.
        let mut state = 7_u64;
        let mut data = Vec::new();
        for _ in 0..4_000 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let [byte, chance, ..] = state.to_be_bytes();
            if chance < 32 {
                data.extend([0xFF, 0x00]);
            } else {
                data.extend([byte.min(0xFE)]);
            }
        }
        let (mut quick, mut slow) = (Bits::new(&data), Bits::new(&data));
        for take in (1..=16).cycle() {
            slow = if slow.held_len < take { slow.filled_slowly() } else { slow };
            let (left, end) = (quick.number(take), slow.number(take));
            assert_eq!(left, end);
            assert_eq!({ quick }.end_of_byte(), { slow }.end_of_byte());
            if left.is_err() {
                break;
            }
        }
        assert!(quick.at > 4_000, "all of it was read");
        for bytes in [[0xFF; 8], [1, 2, 3, 4, 5, 6, 7, 0xFF], [0xFF, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0xFF, 1, 0, 0, 0]]
        {
            assert!(has_marker_byte(u64::from_be_bytes(bytes)), "{bytes:?}");
        }
        for bytes in [[0xFE; 8], [0; 8], [0x7F, 0x80, 0xFE, 0, 1, 0xFE, 0x81, 0xFE]] {
            assert!(!has_marker_byte(u64::from_be_bytes(bytes)), "{bytes:?}");
        }
    }

    #[test]
    fn what_is_no_code_is_broken_and_what_is_cut_ends() {
        let table = table();
        assert_eq!(Bits::new(&[0xFE, 0xFE, 0xFE, 0xFE]).value(&table), Err(NoBits::Broken));
        assert_eq!(Bits::new(&[0b1110_0000]).value(&table), Err(NoBits::End));
        assert_eq!(Bits::new(&[]).number(1), Err(NoBits::End));
        let too_many = [3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3];
        assert!(Huffman::read(&too_many).is_none());
    }
}
