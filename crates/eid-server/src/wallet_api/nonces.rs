//! Nonces for signed calls. Nothing is kept of one before it is spent: it says itself until when it is good, and that it is ours.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::database::SpentNonce;

/// How long a nonce is good, in seconds.
const GOOD_SECONDS: i64 = 5 * 60;
const LABEL: &[u8] = b"idw autheid nonce v1";
const END_LEN_BYTES: usize = 8;
const RANDOM_LEN_BYTES: usize = 16;
const MAC_LEN_BYTES: usize = 16;

/// Makes nonces and knows its own.
pub(crate) struct Nonces {
    secret: Zeroizing<[u8; 32]>,
}

impl Nonces {
    pub(crate) fn new(secret: Zeroizing<[u8; 32]>) -> Self {
        Self { secret }
    }

    /// A new one.
    pub(crate) fn make(&self, now: Timestamp) -> Result<String, getrandom::Error> {
        let mut nonce = [0; END_LEN_BYTES + RANDOM_LEN_BYTES];
        nonce[..END_LEN_BYTES].copy_from_slice(&(now.as_second().saturating_add(GOOD_SECONDS)).to_be_bytes());
        getrandom::fill(&mut nonce[END_LEN_BYTES..])?;
        let mac = self.mac(&nonce).finalize().into_bytes();
        Ok(URL_SAFE_NO_PAD.encode([&nonce[..], &mac[..MAC_LEN_BYTES]].concat()))
    }

    /// What has to be remembered of a nonce once it is spent; `None` if it is not one of ours, or too old.
    pub(crate) fn spend(&self, nonce: &str, now: Timestamp) -> Option<SpentNonce> {
        let bytes = URL_SAFE_NO_PAD.decode(nonce).ok()?;
        let (said, mac) = bytes.split_at_checked(END_LEN_BYTES + RANDOM_LEN_BYTES)?;
        if mac.len() != MAC_LEN_BYTES {
            return None;
        }
        self.mac(said).verify_truncated_left(mac).ok()?;
        let (end, _) = said.split_first_chunk::<END_LEN_BYTES>()?;
        let until = Timestamp::from_second(i64::from_be_bytes(*end)).ok()?;
        (now < until).then(|| SpentNonce { hash: Sha256::digest(nonce).into(), until })
    }

    fn mac(&self, said: &[u8]) -> Hmac<Sha256> {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.secret.as_slice()).expect("HMAC takes keys of any length");
        mac.update(LABEL);
        mac.update(said);
        mac
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    fn nonces(byte: u8) -> Nonces {
        Nonces::new(Zeroizing::new([byte; 32]))
    }

    fn now() -> Timestamp {
        Timestamp::from_second(1_800_000_000).unwrap()
    }

    #[test]
    fn a_nonce_is_good_for_five_minutes_at_every_instance() {
        let nonce = nonces(1).make(now()).unwrap();
        let later = |seconds| now() + SignedDuration::from_secs(seconds);
        let spent = nonces(1).spend(&nonce, later(299)).unwrap();
        assert_eq!(spent.until, later(300));
        assert_eq!(nonces(1).spend(&nonce, later(300)), None);
        assert_eq!(nonces(2).spend(&nonce, now()), None, "another service's");
        assert_ne!(nonces(1).make(now()).unwrap(), nonce);
    }

    #[test]
    fn what_was_changed_is_no_nonce() {
        let nonce = nonces(1).make(now()).unwrap();
        for at in 0..nonce.len() {
            let mut changed = nonce.clone().into_bytes();
            changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
            assert_eq!(nonces(1).spend(&String::from_utf8(changed).unwrap(), now()), None, "{at}");
        }
        for no_nonce in ["", "AAAA", &nonce[1..], &format!("{nonce}AAAA")] {
            assert_eq!(nonces(1).spend(no_nonce, now()), None, "{no_nonce}");
        }
    }
}
