//! The frame of a JPEG (ITU-T T.81, B.2.2): how large the picture is, and what of it the scans have brought so far.

use super::{DAMAGED, uncommon};
use crate::error::DocumentError;

/// Most memory for what is remembered of a progressive picture: a bit for each coefficient, so some 350 megapixels.
const MAX_REMEMBERED_BYTES: usize = 128 * 1024 * 1024;

/// Coefficients of a block.
pub(super) const BLOCK_LEN: usize = 64;

/// The picture that the scans make up.
pub(super) struct Frame {
    pub(super) is_progressive: bool,
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) components: Vec<Component>,
    widest: u32,
    highest: u32,
}

/// One colour of it.
pub(super) struct Component {
    pub(super) id: u8,
    pub(super) across: u32,
    pub(super) down: u32,
    /// The place of its table for quantisation.
    pub(super) quantisation: u8,
    /// Blocks in a row, those included that only fill up the last unit.
    pub(super) row_blocks: usize,
    /// For each block of a progressive picture, which coefficients are not zero.
    pub(super) not_zero: Vec<u64>,
    /// How many bits of each coefficient are still to come; `None` before the first scan that has it.
    pub(super) bits_to_come: [Option<u8>; BLOCK_LEN],
}

impl Frame {
    /// Reads a frame header.
    ///
    /// # Errors
    ///
    /// [`DocumentError::Uncommon`] for the processes that hardly any program knows, [`DocumentError::Damaged`] for a
    /// header that breaks the rules.
    pub(super) fn read(marker: u8, header: &[u8]) -> Result<Self, DocumentError> {
        let is_progressive = match marker {
            0xC0 | 0xC1 => false,
            0xC2 => true,
            0xC3 => return Err(uncommon("lossless JPEG")),
            0xC5..=0xC7 => return Err(uncommon("hierarchical JPEG")),
            _ => return Err(uncommon("arithmetic coding")),
        };
        let &[bits, high, low, wide, narrow, count, ref components @ ..] = header else { return Err(DAMAGED) };
        let (height, width) = (u16::from_be_bytes([high, low]).into(), u16::from_be_bytes([wide, narrow]).into());
        if bits != 8 {
            return Err(uncommon("more than 8 bits for each colour"));
        }
        if height == 0 {
            return Err(uncommon("its height written behind it"));
        }
        if !matches!(count, 1 | 3 | 4) {
            return Err(uncommon("an unusual number of colours"));
        }
        if width == 0 || components.len() != 3 * usize::from(count) {
            return Err(DAMAGED);
        }
        let mut frame = Self { is_progressive, width, height, components: Vec::new(), widest: 1, highest: 1 };
        for component in components.chunks_exact(3) {
            frame.add([component[0], component[1] >> 4, component[1] & 15, component[2]])?;
        }
        frame.make_room()?;
        Ok(frame)
    }

    fn add(&mut self, [id, across, down, quantisation]: [u8; 4]) -> Result<(), DocumentError> {
        let (across, down) = (u32::from(across), u32::from(down));
        let is_known = self.components.iter().any(|other| other.id == id);
        if is_known || !(1..=4).contains(&across) || !(1..=4).contains(&down) {
            return Err(DAMAGED);
        }
        self.widest = self.widest.max(across);
        self.highest = self.highest.max(down);
        let (not_zero, bits_to_come) = (Vec::new(), [None; BLOCK_LEN]);
        self.components.push(Component { id, across, down, quantisation, row_blocks: 0, not_zero, bits_to_come });
        Ok(())
    }

    fn make_room(&mut self) -> Result<(), DocumentError> {
        let (units_across, units_down) = self.units();
        let mut remembered = 0;
        for component in &mut self.components {
            component.row_blocks = (units_across * component.across) as usize;
            if self.is_progressive {
                let blocks = component.row_blocks * (units_down * component.down) as usize;
                remembered += blocks * size_of::<u64>();
                if remembered > MAX_REMEMBERED_BYTES {
                    return Err(DocumentError::TooManyPixels { width: self.width, height: self.height });
                }
                component.not_zero = vec![0; blocks];
            }
        }
        Ok(())
    }

    /// Units across and down in a scan of several components (A.2.3).
    pub(super) fn units(&self) -> (u32, u32) {
        (self.width.div_ceil(8 * self.widest), self.height.div_ceil(8 * self.highest))
    }

    /// Blocks across and down in a scan of one component alone (A.2.2).
    pub(super) fn blocks(&self, component: &Component) -> (u32, u32) {
        let across = (self.width * component.across).div_ceil(self.widest);
        let down = (self.height * component.down).div_ceil(self.highest);
        (across.div_ceil(8), down.div_ceil(8))
    }

    /// Whether every bit of every coefficient is there: no scan can add to the picture.
    pub(super) fn is_complete(&self) -> bool {
        self.components.iter().all(|component| component.bits_to_come.iter().all(|bits| *bits == Some(0)))
    }
}
