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
    lookup: Vec<(u8, u8)>,
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
        let mut table =
            Self { lookup: vec![(0, 0); 1 << LOOKUP_BITS], limits: [0; 17], offsets: [0; 17], values: values.to_vec() };
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

/// The bits of entropy-coded data.
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
        while self.held_len <= 56 {
            let Some(&byte) = self.data.get(self.at) else { return };
            if byte == 0xFF {
                if self.data.get(self.at + 1) != Some(&0x00) {
                    return;
                }
                self.at += 1;
            }
            self.at += 1;
            self.held |= u64::from(byte) << (56 - self.held_len);
            self.held_len += 8;
        }
    }

    /// What stands where there are no more bits.
    fn stop(&self) -> NoBits {
        let marker = self.data[self.at..].iter().find(|byte| **byte != 0xFF);
        marker.map_or(NoBits::End, |marker| NoBits::Marker(*marker))
    }
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
        assert_eq!(Bits { data: &data, at: bits.at, held: bits.held, held_len: bits.held_len }.end_of_byte(), 2);
        assert_eq!(bits.number(8), Ok(0xFF));
        assert_eq!(bits.end_of_byte(), 4);
        assert_eq!(bits.value(&table), Err(NoBits::Marker(0xD9)));
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
