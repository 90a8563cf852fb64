//! Keystore files.

use serde_json::Value;

/// What a try may cost: scrypt's `n * r * p`, PBKDF2's `c`.
const MAX_WORK: u64 = 4096;

/// Whether opening a file takes microseconds rather than seconds.
pub fn is_cheap(json: &str) -> bool {
    let Ok(file) = serde_json::from_str::<Value>(json) else { return false };
    let number = |name: &str| file["crypto"]["kdfparams"][name].as_u64();
    let work = match (number("n"), number("r"), number("p"), number("c")) {
        (Some(n), Some(r), Some(p), _) => n.saturating_mul(r).saturating_mul(p),
        (_, _, _, Some(c)) => c,
        _ => return false,
    };
    work <= MAX_WORK
}
