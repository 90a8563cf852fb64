//! Scans (ITU-T T.81, B.2.3 and annexes F and G), walked through code by code to find where they really end.
//!
//! What stands between there and the next marker is part of no picture, however much it looks like coded data: a reader
//! that only searches for the next marker keeps it, or takes a picture's own bytes for something else.

use super::frame::{BLOCK_LEN, Frame};
use super::huffman::{Bits, Huffman, NoBits};
use super::{DAMAGED, TRUNCATED};
use crate::error::DocumentError;

/// The longest run of blocks without coefficients has so many bits (G.1.2.2).
const LONG_RUN: u8 = 15;

/// What segments between the scans have set.
#[derive(Default)]
pub(super) struct Tables {
    first: [Option<Huffman>; 4],
    further: [Option<Huffman>; 4],
    /// Which tables for quantisation there are.
    quantisation: [bool; 4],
    /// Units between restart markers; 0 without them.
    restart_interval: u16,
}

impl Tables {
    /// Takes in a segment that defines codes (B.2.4.2).
    pub(super) fn define_codes(&mut self, mut segment: &[u8]) -> Result<(), DocumentError> {
        while let Some((class_and_place, rest)) = segment.split_first() {
            let (table, rest) = Huffman::read(rest).ok_or(DAMAGED)?;
            let tables = match class_and_place >> 4 {
                // As many bits as a first coefficient can have.
                0 if !table.has_at_most(15) => return Err(DAMAGED),
                0 => &mut self.first,
                1 => &mut self.further,
                _ => return Err(DAMAGED),
            };
            *tables.get_mut(usize::from(class_and_place & 15)).ok_or(DAMAGED)? = Some(table);
            segment = rest;
        }
        Ok(())
    }

    /// Takes in a segment that defines tables for quantisation (B.2.4.1).
    pub(super) fn define_quantisation(&mut self, mut segment: &[u8]) -> Result<(), DocumentError> {
        while let Some((precision_and_place, rest)) = segment.split_first() {
            let len = match precision_and_place >> 4 {
                0 => 64,
                1 => 128,
                _ => return Err(DAMAGED),
            };
            *self.quantisation.get_mut(usize::from(precision_and_place & 15)).ok_or(DAMAGED)? = true;
            segment = rest.get(len..).ok_or(DAMAGED)?;
        }
        Ok(())
    }

    /// Takes in a segment that defines the restart interval (B.2.4.4).
    pub(super) fn define_restarts(&mut self, segment: &[u8]) -> Result<(), DocumentError> {
        let interval: [u8; 2] = segment.try_into().map_err(|_| DAMAGED)?;
        self.restart_interval = u16::from_be_bytes(interval);
        Ok(())
    }
}

/// A scan header.
struct Header {
    /// For each component in the scan: its place in the frame, and its tables.
    components: Vec<(usize, u8, u8)>,
    /// Which coefficients: from the first to the last.
    from: usize,
    to: usize,
    /// Bits to come before this scan (0 for what nothing was sent of), and after it.
    before: u8,
    after: u8,
}

impl Header {
    fn read(segment: &[u8], frame: &Frame) -> Result<Self, DocumentError> {
        let (count, rest) = segment.split_first().ok_or(DAMAGED)?;
        let (listed, rest) = rest.split_at_checked(2 * usize::from(*count)).ok_or(DAMAGED)?;
        let &[from, to, bits] = rest else { return Err(DAMAGED) };
        let mut components: Vec<(usize, u8, u8)> = Vec::new();
        for pair in listed.chunks_exact(2) {
            let index = frame.components.iter().position(|known| known.id == pair[0]).ok_or(DAMAGED)?;
            if components.iter().any(|(other, ..)| *other == index) {
                return Err(DAMAGED);
            }
            components.push((index, pair[1] >> 4, pair[1] & 15));
        }
        let (from, to) = (usize::from(from), usize::from(to));
        // Decoders let pass what else a sequential picture says here, which means nothing in it.
        if from >= BLOCK_LEN || to >= BLOCK_LEN || bits >> 4 > 13 || bits & 15 > 13 {
            return Err(DAMAGED);
        }
        let header = if frame.is_progressive {
            Self { components, from, to, before: bits >> 4, after: bits & 15 }
        } else {
            Self { components, from: 0, to: BLOCK_LEN - 1, before: 0, after: 0 }
        };
        if header.is_sound(frame) { Ok(header) } else { Err(DAMAGED) }
    }

    /// Whether it keeps to G.1.1.1 and brings what is not there yet.
    fn is_sound(&self, frame: &Frame) -> bool {
        let is_first = self.from == 0;
        let is_band = self.from <= self.to && self.to < BLOCK_LEN;
        let is_allowed = !frame.is_progressive || if is_first { self.to == 0 } else { self.components.len() == 1 };
        let blocks: u32 = self.components.iter().map(|(index, ..)| frame.components[*index].blocks_in_unit()).sum();
        let fits_unit = self.components.len() == 1 || (self.components.len() > 1 && blocks <= 10);
        let expected = (self.before > 0).then_some(self.before);
        is_band
            && is_allowed
            && fits_unit
            && self.components.iter().all(|(index, ..)| {
                frame.components[*index].bits_to_come[self.from..=self.to].iter().all(|bits| *bits == expected)
            })
            && (self.before == 0 || self.before == self.after + 1)
    }
}

impl super::frame::Component {
    fn blocks_in_unit(&self) -> u32 {
        self.across * self.down
    }
}

/// Walks through a scan that begins with `data`, and gives how many bytes it has.
///
/// # Errors
///
/// [`DocumentError::Truncated`] where the data end before the scan does, [`DocumentError::Damaged`] where they break the
/// rules.
pub(super) fn walk(frame: &mut Frame, tables: &Tables, header: &[u8], data: &[u8]) -> Result<usize, DocumentError> {
    let header = Header::read(header, frame)?;
    let has_table = |(index, ..): &(usize, u8, u8)| {
        let table = usize::from(frame.components[*index].quantisation);
        tables.quantisation.get(table) == Some(&true)
    };
    if !header.components.iter().all(has_table) {
        return Err(DAMAGED);
    }
    let coding = Coding::of(frame, &header);
    let mut walker = Walker { bits: Bits::new(data), data, header: &header, tables, coding, run: 0 };
    let len = walker.units(frame).map_err(|stopped| match stopped {
        NoBits::End | NoBits::Marker(0xD9) => TRUNCATED,
        NoBits::Marker(_) | NoBits::Broken => DAMAGED,
    })?;
    for (index, ..) in &header.components {
        frame.components[*index].bits_to_come[header.from..=header.to].fill(Some(header.after));
    }
    Ok(len)
}

/// How the blocks of a scan are coded.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Coding {
    /// All coefficients one after the other (F.2.2).
    Whole,
    /// The first coefficient (G.1.2.1), or one bit more of it.
    First,
    FirstRefined,
    /// Further coefficients (G.1.2.2), or one bit more of them (G.1.2.3).
    Further,
    FurtherRefined,
}

impl Coding {
    fn of(frame: &Frame, header: &Header) -> Self {
        match (frame.is_progressive, header.from == 0, header.before > 0) {
            (false, ..) => Self::Whole,
            (true, true, false) => Self::First,
            (true, true, true) => Self::FirstRefined,
            (true, false, false) => Self::Further,
            (true, false, true) => Self::FurtherRefined,
        }
    }
}

struct Walker<'a> {
    bits: Bits<'a>,
    data: &'a [u8],
    header: &'a Header,
    tables: &'a Tables,
    coding: Coding,
    /// Blocks that are still to come without anything new.
    run: u32,
}

impl Walker<'_> {
    fn units(&mut self, frame: &mut Frame) -> Result<usize, NoBits> {
        let is_alone = self.header.components.len() == 1;
        let (across, down) =
            if is_alone { frame.blocks(&frame.components[self.header.components[0].0]) } else { frame.units() };
        let mut left = self.tables.restart_interval;
        let mut restarts = 0;
        for y in 0..down {
            for x in 0..across {
                if self.tables.restart_interval > 0 {
                    if left == 0 {
                        self.restart(restarts)?;
                        restarts = (restarts + 1) % 8;
                        left = self.tables.restart_interval;
                    }
                    left -= 1;
                }
                self.unit(frame, x, y, is_alone)?;
            }
        }
        Ok(self.bits.end_of_byte())
    }

    /// A restart marker, right where it belongs and with the right number.
    fn restart(&mut self, number: u8) -> Result<(), NoBits> {
        let at = self.bits.end_of_byte();
        let fill = self.data[at..].iter().take_while(|byte| **byte == 0xFF).count();
        let marker = *self.data.get(at + fill).ok_or(NoBits::End)?;
        if fill == 0 || marker != 0xD0 + number {
            return Err(if fill == 0 { NoBits::Broken } else { NoBits::Marker(marker) });
        }
        self.bits.go_to(at + fill + 1);
        self.run = 0;
        Ok(())
    }

    fn unit(&mut self, frame: &mut Frame, x: u32, y: u32, is_alone: bool) -> Result<(), NoBits> {
        for &(index, first, further) in &self.header.components {
            let component = &mut frame.components[index];
            let (across, down) = if is_alone { (1, 1) } else { (component.across, component.down) };
            for row in 0..down {
                for column in 0..across {
                    if self.coding == Coding::Whole {
                        self.whole(first, further)?;
                        continue;
                    }
                    let (x, y) = ((x * across + column) as usize, (y * down + row) as usize);
                    let block = y * component.row_blocks + x;
                    self.part(first, further, component.not_zero.get_mut(block).ok_or(NoBits::Broken)?)?;
                }
            }
        }
        Ok(())
    }

    fn part(&mut self, first: u8, further: u8, not_zero: &mut u64) -> Result<(), NoBits> {
        match self.coding {
            Coding::Whole => self.whole(first, further),
            Coding::First => self.first(first),
            Coding::FirstRefined => self.bits.skip(1),
            Coding::Further => self.further(further, not_zero),
            Coding::FurtherRefined => self.further_refined(further, not_zero),
        }
    }

    fn first(&mut self, table: u8) -> Result<(), NoBits> {
        let bits = self.bits.value(table_at(&self.tables.first, table)?)?;
        // More than any picture of 8 bits takes (table F.1).
        if bits > 11 {
            return Err(NoBits::Broken);
        }
        self.bits.skip(bits.into())
    }

    fn whole(&mut self, first: u8, further: u8) -> Result<(), NoBits> {
        self.first(first)?;
        let table = table_at(&self.tables.further, further)?;
        let mut bits = self.bits;
        let mut at = 1;
        while at < BLOCK_LEN {
            let value = bits.coefficient(table)?;
            match (value >> 4, value & 15) {
                (15, 0) => at += 16,
                (_, 0) => break,
                (zeros, _) => {
                    at += usize::from(zeros) + 1;
                    if at > BLOCK_LEN {
                        return Err(NoBits::Broken);
                    }
                }
            }
        }
        self.bits = bits;
        Ok(())
    }

    fn further(&mut self, table: u8, not_zero: &mut u64) -> Result<(), NoBits> {
        if self.run > 0 {
            self.run -= 1;
            return Ok(());
        }
        let table = table_at(&self.tables.further, table)?;
        let mut at = self.header.from;
        while at <= self.header.to {
            let value = self.bits.value(table)?;
            match (value >> 4, value & 15) {
                (LONG_RUN, 0) => at += 16,
                (run, 0) => {
                    self.run = (1 << run) - 1 + self.bits.number(run.into())?;
                    break;
                }
                (zeros, bits) => {
                    at += usize::from(zeros);
                    if at > self.header.to {
                        return Err(NoBits::Broken);
                    }
                    self.bits.skip(bits.into())?;
                    *not_zero |= 1 << at;
                    at += 1;
                }
            }
        }
        Ok(())
    }

    fn further_refined(&mut self, table: u8, not_zero: &mut u64) -> Result<(), NoBits> {
        let table = table_at(&self.tables.further, table)?;
        let mut at = self.header.from;
        while self.run == 0 && at <= self.header.to {
            let value = self.bits.value(table)?;
            let zeros = match (value >> 4, value & 15) {
                (LONG_RUN, 0) => LONG_RUN,
                (run, 0) => {
                    self.run = (1 << run) + self.bits.number(run.into())?;
                    break;
                }
                (zeros, 1) => {
                    self.bits.skip(1)?;
                    zeros
                }
                _ => return Err(NoBits::Broken),
            };
            at = self.refine(at, zeros, *not_zero)?;
            if value & 15 != 0 {
                if at > self.header.to {
                    return Err(NoBits::Broken);
                }
                *not_zero |= 1 << at;
            }
            at += 1;
        }
        if self.run > 0 {
            self.run -= 1;
            self.refine(at, u8::MAX, *not_zero)?;
        }
        Ok(())
    }

    /// Reads one bit for each coefficient that is known already, up to the zero after so many others.
    fn refine(&mut self, mut at: usize, mut zeros: u8, not_zero: u64) -> Result<usize, NoBits> {
        while at <= self.header.to {
            if not_zero & (1 << at) != 0 {
                self.bits.skip(1)?;
            } else if zeros == 0 {
                break;
            } else {
                zeros -= 1;
            }
            at += 1;
        }
        Ok(at)
    }
}

fn table_at(tables: &[Option<Huffman>; 4], place: u8) -> Result<&Huffman, NoBits> {
    tables.get(usize::from(place)).and_then(Option::as_ref).ok_or(NoBits::Broken)
}
