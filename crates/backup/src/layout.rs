//! How long things are: all of it is known before the first byte is written.

/// Blocks of a tar archive (POSIX.1-2017, pax, "ustar Interchange Format").
pub(crate) const BLOCK_LEN_BYTES: u64 = 512;

/// Two blocks of zeros end an archive.
const END_LEN_BYTES: u64 = 2 * BLOCK_LEN_BYTES;

/// Plaintext in every chunk of an age file but the last (C2SP age, "Payload").
pub(crate) const CHUNK_LEN_BYTES: u64 = 64 * 1024;

/// Poly1305's tag after each chunk.
const TAG_LEN_BYTES: u64 = 16;

/// What stands between the header of an age file and its chunks.
const NONCE_LEN_BYTES: u64 = 16;

/// An entry of an archive: its header, its bytes, and zeros up to a whole block.
pub(crate) fn entry_len(size: u64) -> u64 {
    BLOCK_LEN_BYTES + size.next_multiple_of(BLOCK_LEN_BYTES)
}

/// The archive with a manifest of this length and files of these sizes.
pub(crate) fn archive_len(manifest: u64, sizes: impl Iterator<Item = u64>) -> u64 {
    entry_len(manifest).saturating_add(sizes.map(entry_len).fold(END_LEN_BYTES, u64::saturating_add))
}

/// The age file with a header of this length around so much plaintext.
pub(crate) fn file_len(header: u64, plaintext: u64) -> u64 {
    let tags = plaintext.div_ceil(CHUNK_LEN_BYTES).max(1) * TAG_LEN_BYTES;
    header.saturating_add(NONCE_LEN_BYTES + tags).saturating_add(plaintext)
}

/// Less than any backup has: the manifest fills a chunk, and the end of the archive comes after it.
pub(crate) fn least_file_len(header: u64) -> u64 {
    file_len(header, CHUNK_LEN_BYTES + END_LEN_BYTES)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_those_of_the_formats() {
        let check = |size: u64, expected: u64| assert_eq!(entry_len(size), expected, "{size}");
        check(0, 512);
        check(1, 1024);
        check(512, 1024);
        check(513, 1536);
        let check = |plaintext: u64, expected: u64| assert_eq!(file_len(100, plaintext), expected, "{plaintext}");
        check(0, 132);
        check(1, 133);
        check(65_536, 65_668);
        check(65_537, 65_685);
        assert_eq!(archive_len(65_024, [1, 2].into_iter()), 65_536 + 1024 + 1024 + 1024);
    }
}
