//! Memory for Argon2 in huge pages, where the operating system has them.
//!
//! Argon2 jumps about in tens of mebibytes, so with pages of 4 KiB much of its time goes into finding them: huge pages
//! nearly halve it. Most Linux systems give them only to who asks (`madvise`), which takes memory mapped for the purpose.
//! Seeing that memory as Argon2's blocks is the one thing in this workspace that safe Rust cannot do; it is alone here so
//! that every other crate can forbid unsafe code.

use argon2::Block;
use memmap2::MmapMut;
use zeroize::Zeroize;

/// The size of a huge page on x86-64, and on 64-bit ARM with pages of 4 KiB.
#[cfg(target_os = "linux")]
const HUGE_PAGE_BYTES: usize = 2 * 1024 * 1024;

/// Blocks for Argon2, all zeros at first, wiped when dropped.
pub struct Blocks {
    map: MmapMut,
    /// Where the blocks start: at the start of a huge page, or the first and the last would be small ones.
    start: usize,
    count: usize,
}

impl Blocks {
    /// Takes memory for so many blocks; none when the operating system does not give it.
    #[must_use]
    pub fn take(count: usize) -> Option<Self> {
        let len = count.checked_mul(size_of::<Block>())?;
        let (map, start) = map(len)?;
        Some(Self { map, start, count })
    }

    /// The blocks.
    #[must_use]
    pub fn as_mut_slice(&mut self) -> &mut [Block] {
        // SAFETY: any bytes are a `Block`, which is an array of integers. Length, alignment and lifetime are seen to by
        // `align_to_mut`, which leaves out what does not fit.
        #[expect(unsafe_code, reason = "bytes of mapped memory become Argon2's blocks in no other way")]
        let (_, blocks, _) = unsafe { self.map[self.start..].align_to_mut::<Block>() };
        &mut blocks[..self.count]
    }
}

#[cfg(target_os = "linux")]
fn map(len: usize) -> Option<(MmapMut, usize)> {
    let map = MmapMut::map_anon(len.checked_add(HUGE_PAGE_BYTES)?).ok()?; // what is not touched takes no memory
    let start = map.as_ptr().align_offset(HUGE_PAGE_BYTES);
    let start = if start <= HUGE_PAGE_BYTES { start } else { 0 };
    // Without huge pages it is slower, and that is all.
    let _ = map.advise_range(
        memmap2::Advice::HugePage,
        start,
        len.next_multiple_of(HUGE_PAGE_BYTES).min(map.len() - start),
    );
    Some((map, start))
}

/// Elsewhere huge pages take privileges, or come by themselves.
#[cfg(not(target_os = "linux"))]
fn map(len: usize) -> Option<(MmapMut, usize)> {
    Some((MmapMut::map_anon(len.max(1)).ok()?, 0))
}

impl Drop for Blocks {
    fn drop(&mut self) {
        self.as_mut_slice().iter_mut().for_each(Zeroize::zeroize);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_zeros_and_hold_what_is_written() {
        for count in [0, 1, 7, 4096, 65_536] {
            let mut taken = Blocks::take(count).unwrap();
            let blocks = taken.as_mut_slice();
            assert_eq!(blocks.len(), count);
            assert!(blocks.iter().all(|block| block.as_ref().iter().all(|word| *word == 0)), "{count} blocks");
            for (number, block) in (0..).zip(blocks.iter_mut()) {
                block.as_mut().fill(number);
            }
            let is_kept = |(number, block): (u64, &Block)| block.as_ref().iter().all(|word| *word == number);
            assert!((0..).zip(blocks.iter()).all(is_kept), "{count} blocks");
        }
        assert!(Blocks::take(usize::MAX / 1024).is_none(), "more than there is");
        assert!(Blocks::take(usize::MAX).is_none());
    }

    /// The same key as from ordinary memory.
    #[test]
    fn argon2_takes_them() {
        let params = argon2::Params::new(4096, 2, 4, Some(32)).unwrap();
        let argon2 = argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params.clone());
        let mut blocks = Blocks::take(params.block_count()).unwrap();
        let (mut ours, mut theirs) = ([0; 32], [0; 32]);
        argon2.hash_password_into_with_memory(b"password", b"salt and more", &mut ours, blocks.as_mut_slice()).unwrap();
        argon2.hash_password_into(b"password", b"salt and more", &mut theirs).unwrap();
        assert_eq!(ours, theirs);
    }
}
