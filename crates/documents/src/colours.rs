//! Colour profiles (ICC.1:2022), as far as the wallet looks into them.

/// Bytes of a profile's header (7.2).
const HEADER_BYTES: usize = 128;

/// How many bytes a profile says that it has, if these bytes are one.
pub(crate) fn profile_len(bytes: &[u8]) -> Option<usize> {
    let len = usize::try_from(u32::from_be_bytes(*bytes.first_chunk()?)).ok()?;
    (bytes.get(36..40)? == b"acsp" && len >= HEADER_BYTES && len <= bytes.len()).then_some(len)
}

/// What colours a profile is for (7.2.6).
pub(crate) fn is_for(profile: &[u8], space: [u8; 4]) -> bool {
    profile.get(16..20) == Some(&space)
}
