//! Where a classic site hands out its challenge: at the endpoint itself, or behind it under the user's public key, which
//! some sites want with `0x` and others without (lws.md §2 and §3).

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::error::is_missing_route;

/// How a classic site wants to be asked for a challenge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChallengePath {
    /// `/auth/challenge`.
    Plain,
    /// `/auth/challenge/{key}`, the key being `0x` and 128 hex digits.
    PrefixedKey,
    /// `/auth/challenge/{key}`, the key being the 128 hex digits alone.
    BareKey,
}

/// Refusals of a public key's spelling, beside "no such route". Servers answer 400 or 422 to a key that they cannot read,
/// and some fail on it (500).
const REFUSALS_OF_A_SPELLING: [u16; 5] = [400, 410, 422, 500, 501];

impl ChallengePath {
    /// In the order in which a site is tried that is not known yet: as the documents have it first.
    const ALL: [Self; 3] = [Self::Plain, Self::PrefixedKey, Self::BareKey];

    /// The word that stands for it in a record.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::PrefixedKey => "prefixed_key",
            Self::BareKey => "bare_key",
        }
    }

    /// Reads what [`as_str`](Self::as_str) wrote.
    pub fn from_text(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|path| path.as_str() == text)
    }

    /// Whether an answer of this status leaves open that the site wants to be asked in another way. At the endpoint itself a
    /// server that wants a key may miss it (400, 422); a failure there (5xx) says that the server is down.
    pub(crate) fn is_refused_by(self, status: u16) -> bool {
        match self {
            Self::Plain => is_missing_route(status) || matches!(status, 400 | 422),
            Self::PrefixedKey | Self::BareKey => is_missing_route(status) || REFUSALS_OF_A_SPELLING.contains(&status),
        }
    }

    /// The public key as this path spells it; `prefixed` has its `0x`.
    pub(crate) fn spell(self, prefixed: &str) -> &str {
        match self {
            Self::Plain | Self::PrefixedKey => prefixed,
            Self::BareKey => prefixed.strip_prefix("0x").unwrap_or(prefixed),
        }
    }

    fn other_spelling(self) -> Option<Self> {
        match self {
            Self::Plain => None,
            Self::PrefixedKey => Some(Self::BareKey),
            Self::BareKey => Some(Self::PrefixedKey),
        }
    }
}

/// What a session knows of its site's path.
#[derive(Default)]
pub(crate) struct PathMemory(Mutex<Known>);

#[derive(Default, Clone, Copy)]
struct Known {
    path: Option<ChallengePath>,
    /// Whether a challenge from there has earned a token. Some sites hand out a challenge for either spelling, and take the
    /// signature for one of them only.
    proven: bool,
}

impl PathMemory {
    /// Knows what an earlier session found out.
    pub(crate) fn recall(&self, path: ChallengePath) {
        *self.known() = Known { path: Some(path), proven: true };
    }

    /// The paths to try, the likeliest first.
    pub(crate) fn order(&self) -> Vec<ChallengePath> {
        let known = self.known().path;
        known.into_iter().chain(ChallengePath::ALL.into_iter().filter(|path| Some(*path) != known)).collect()
    }

    /// A challenge came from there.
    pub(crate) fn found(&self, path: ChallengePath) {
        let mut known = self.known();
        if known.path != Some(path) {
            *known = Known { path: Some(path), proven: false };
        }
    }

    /// The challenge earned a token.
    pub(crate) fn prove(&self) {
        self.known().proven = true;
    }

    /// The site refused the signature: unless this path has earned a token before, the key's other spelling comes first the
    /// next time.
    pub(crate) fn doubt(&self) {
        let mut known = self.known();
        if !known.proven {
            known.path = known.path.map(|path| path.other_spelling().unwrap_or(path));
        }
    }

    /// The path, once it has earned a token.
    pub(crate) fn proven(&self) -> Option<ChallengePath> {
        let known = *self.known();
        known.path.filter(|_| known.proven)
    }

    /// The key as the site spells it in paths.
    pub(crate) fn spell<'a>(&self, prefixed: &'a str) -> &'a str {
        self.known().path.map_or(prefixed, |path| path.spell(prefixed))
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::ChallengePath::{BareKey, Plain, PrefixedKey};
    use super::*;

    #[test]
    fn a_path_that_earned_a_token_is_tried_first_and_not_doubted() {
        let memory = PathMemory::default();
        assert_eq!(memory.order(), [Plain, PrefixedKey, BareKey]);
        memory.found(PrefixedKey);
        assert_eq!(memory.proven(), None, "a challenge alone proves nothing");
        memory.doubt();
        assert_eq!(memory.order(), [BareKey, Plain, PrefixedKey]);
        memory.found(BareKey);
        memory.prove();
        memory.doubt();
        assert_eq!((memory.proven(), memory.order()[0]), (Some(BareKey), BareKey));
        memory.found(Plain);
        memory.doubt();
        assert_eq!(
            (memory.proven(), memory.order()[0]),
            (None, Plain),
            "the site has moved, and has no other spelling"
        );
    }

    #[test]
    fn which_answers_leave_another_spelling_open() {
        let check = |path: ChallengePath, expected: &[u16]| {
            let all = [400, 401, 403, 404, 405, 413, 422, 429, 500, 502, 503];
            let open: Vec<u16> = all.into_iter().filter(|status| path.is_refused_by(*status)).collect();
            assert_eq!(open, expected, "{path:?}");
        };
        check(Plain, &[400, 404, 405, 422]);
        check(PrefixedKey, &[400, 404, 405, 422, 500]);
        check(BareKey, &[400, 404, 405, 422, 500]);
    }

    #[test]
    fn words_in_records() {
        for path in ChallengePath::ALL {
            assert_eq!(ChallengePath::from_text(path.as_str()), Some(path));
        }
        assert_eq!(ChallengePath::from_text("elsewhere"), None);
        assert_eq!((BareKey.spell("0xab"), PrefixedKey.spell("0xab"), Plain.spell("0xab")), ("ab", "0xab", "0xab"));
    }
}
