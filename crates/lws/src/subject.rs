//! Whom a token names (lws.md §3): a server that recovers the wrong key from a signature hands out a valid token for
//! a key that nobody owns, and only the wallet can notice.

use crate::Signer;

/// The key of this session, in every spelling a token may use.
pub(crate) struct OwnKey {
    address: String,
    uncompressed: String,
    compressed: Option<String>,
}

impl OwnKey {
    pub(crate) fn of(signer: &dyn Signer) -> Self {
        let uncompressed = bare_hex(&signer.public_key()).unwrap_or_default();
        Self {
            address: bare_hex(&signer.address()).unwrap_or_default(),
            compressed: compress(&uncompressed),
            uncompressed,
        }
    }

    /// Whether the subject may stand in a token for this key: it names the key, or names no key at all (an IP
    /// address, a user number).
    pub(crate) fn agrees_with(&self, subject: &str) -> bool {
        let subject = subject.trim();
        if let Some(rest) = subject.get(..4).filter(|start| start.eq_ignore_ascii_case("did:")).map(|_| &subject[4..]) {
            return self.is_named_by_did(rest);
        }
        let prefixed = subject.starts_with("0x") || subject.starts_with("0X");
        let Some(digits) = bare_hex(subject) else { return true };
        match digits.len() {
            40 if prefixed => digits == self.address,
            // Without 0x, 40 digits may as well be somebody's SHA-1.
            66 if digits.starts_with("02") || digits.starts_with("03") => Some(digits) == self.compressed,
            128 => digits == self.uncompressed,
            130 if digits.starts_with("04") => digits[2..] == self.uncompressed,
            _ => true,
        }
    }

    /// `rest` is a DID without its `did:`. Only Ethereum methods name an address; any other names another key.
    fn is_named_by_did(&self, rest: &str) -> bool {
        let name = rest.split('#').next().unwrap_or_default();
        let mut parts = name.split(':');
        let ethereum = parts.next().is_some_and(|method| matches!(method, "eth" | "ethr"));
        let last = parts.next_back().and_then(bare_hex);
        ethereum && (last.as_ref() == Some(&self.address) || (last.is_some() && last == self.compressed))
    }
}

/// Lower-case hex digits, without `0x`; `None` for anything else.
fn bare_hex(text: &str) -> Option<String> {
    let digits = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")).unwrap_or(text);
    let is_hex = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hex.then(|| digits.to_ascii_lowercase())
}

/// SEC 1 §2.3.3: 02 for an even y, 03 for an odd one, then x.
fn compress(uncompressed: &str) -> Option<String> {
    let last = uncompressed.chars().next_back().filter(|_| uncompressed.len() == 128)?.to_digit(16)?;
    Some(format!("{}{}", if last % 2 == 0 { "02" } else { "03" }, &uncompressed[..64]))
}

#[cfg(test)]
mod tests {
    use super::{OwnKey, compress};

    fn own() -> OwnKey {
        let uncompressed = format!("{}{}", "ab".repeat(32), "cd".repeat(32));
        OwnKey { address: "0a".repeat(20), compressed: compress(&uncompressed), uncompressed }
    }

    #[test]
    fn subjects_that_name_this_key_or_none() {
        let check = |subject: String, expected: bool| {
            assert_eq!(own().agrees_with(&subject), expected, "{subject}");
        };
        let (x, y) = ("ab".repeat(32), "cd".repeat(32));
        check(format!("0x{}", "0a".repeat(20)), true);
        check(format!("0x{}", "0A".repeat(20)), true);
        check(format!("did:eth:0x{}", "0A".repeat(20)), true);
        check(format!("did:eth:0x{}#keys-1", "0a".repeat(20)), true);
        check(format!("did:ethr:0x5:0x{}", "0a".repeat(20)), true);
        check(format!("0x{x}{y}"), true);
        check(format!("04{x}{y}"), true);
        check(format!("0x03{x}"), true);
        check("142.21.31.51".to_owned(), true);
        check("507f1f77bcf86cd799439011".to_owned(), true);
        check("42".to_owned(), true);
        check(String::new(), true);

        check(format!("0x{}", "0b".repeat(20)), false);
        check(format!("did:eth:0x{}", "0b".repeat(20)), false);
        check(format!("did:selfkey:0x{}", "0a".repeat(32)), false);
        check("did:eth:".to_owned(), false);
        check("did:".to_owned(), false);
        check(format!("0x{y}{x}"), false);
        check(format!("0x02{x}"), false);
        check(format!("0x04{y}{x}"), false);
    }
}
