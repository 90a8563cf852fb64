//! The text that an EIP-191 personal message really signs.

use crate::hash::keccak256;

/// What goes before every personal message: the version byte `0x45` is the `E`, so that no personal
/// message can ever be a valid transaction (EIP-191, "Version 0x45").
const PREFIX: &[u8] = b"\x19Ethereum Signed Message:\n";

/// keccak256(prefix ‖ decimal length in bytes ‖ message), the 32 bytes that are signed.
///
/// The length counts bytes, not characters: `é` counts two.
pub(crate) fn personal_message_hash(message: &[u8]) -> [u8; 32] {
    keccak256(&[PREFIX, message.len().to_string().as_bytes(), message])
}
