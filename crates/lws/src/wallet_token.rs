//! A wallet token outside its session: kept in memory by the caller, and good for another session with the same site.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use idw_http::now as here;
use jiff::{SignedDuration, Timestamp};
use url::Url;

use crate::auth::{Context, Credentials};
use crate::clock::there;
use crate::description::Dialect;
use crate::endpoint::Endpoint;
use crate::session::{Authenticated, Session, Start};
use crate::signer::Signer;
use crate::token::Jwt;

/// How long before its end a token is not taken up again: a session that begins with it should not meet its end at
/// once. What takes longer is caught by the session's one renewal.
const MARGIN: Duration = Duration::from_secs(30);

/// How long a token that does not say when it ends is taken up again.
const LIFE_WITHOUT_END: Duration = Duration::from_mins(15);

/// The token of an authenticated session (a W-JWT, lws.md §1), so that the next session with the same site and
/// account needs no challenge.
///
/// Made by [`Session::wallet_token`] and taken up again by [`Session::resume`], until 30 s before it ends; one that
/// does not say when it ends, for 15 min. It remembers whom it is for: the account, the site's root, every address that
/// the session could call, and the dialect. A session that differs in any of them does not get it, so that a site whose
/// description has changed cannot have it carried to a new place.
///
/// # Security
/// Whoever has the token acts for the user at the site. It is a secret for memory alone: it cannot be read out or
/// serialised, is redacted in debug output and wiped when the last session that uses it and this are dropped. Drop it
/// when the wallet is locked.
pub struct WalletToken {
    jwt: Arc<Jwt>,
    issuer: Issuer,
    address: String,
    received: Instant,
    /// How far the site's clock is ahead: its times are told by that one.
    ahead: Option<SignedDuration>,
}

/// What a token is good for: a session that agrees in all of this speaks to the server that issued it, and to no other.
#[derive(PartialEq, Eq)]
struct Issuer {
    root: Url,
    endpoints: Vec<Vec<Url>>,
    dialect: Dialect,
}

impl Issuer {
    fn of(context: &Context) -> Self {
        Self {
            root: context.site.root().clone(),
            endpoints: Endpoint::ALL.into_iter().map(|endpoint| context.site.urls_of(endpoint)).collect(),
            dialect: context.dialect,
        }
    }
}

impl WalletToken {
    /// When it ends, as far as it says.
    pub fn expires(&self) -> Option<Timestamp> {
        self.jwt.expires()
    }

    /// Whether it can still be taken up: it does not end within 30 s, and is no older than 15 min if it does not say
    /// when it ends. One that cannot may be forgotten.
    pub fn is_fresh(&self) -> bool {
        let now = here();
        self.is_fresh_at(there(now, self.ahead).unwrap_or(now), self.received.elapsed())
    }

    fn is_fresh_at(&self, now: Timestamp, age: Duration) -> bool {
        let margin = SignedDuration::try_from(MARGIN).unwrap_or(SignedDuration::MAX);
        match self.jwt.expires() {
            Some(end) => now.saturating_add(margin).is_ok_and(|soon| soon < end),
            None => age < LIFE_WITHOUT_END,
        }
    }
}

impl Session<Authenticated> {
    /// The session's token as it is now (it may have been renewed on the way), to be kept for another session. Ask
    /// when the session has done its work.
    pub fn wallet_token(&self) -> WalletToken {
        let credentials = &self.state.credentials;
        WalletToken {
            jwt: credentials.token(),
            issuer: Issuer::of(&self.context),
            address: credentials.signer().address(),
            received: credentials.received(),
            ahead: self.context.clock.ahead(),
        }
    }
}

impl Session<Start> {
    /// Goes on with a token kept from an earlier session, without a challenge. Nobody is contacted. Should the site
    /// refuse the token after all, the session gets another one by itself, once, as any session does.
    ///
    /// # Errors
    /// This very session, to be [challenged](Self::challenge) instead, when the token is about to end, or is not for
    /// this account at this site.
    pub fn resume(self, signer: &Arc<dyn Signer>, token: &WalletToken) -> Result<Session<Authenticated>, Self> {
        let is_for_this = token.issuer == Issuer::of(&self.context) && token.address == signer.address();
        if !is_for_this || !token.is_fresh() {
            return Err(self);
        }
        self.context.clock.learn(token.ahead);
        let credentials = Credentials::resumed(Arc::clone(signer), Arc::clone(&token.jwt), token.received);
        Ok(Session { context: self.context, state: Authenticated { credentials } })
    }
}

impl fmt::Debug for WalletToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WalletToken")
            .field("root", &self.issuer.root.as_str())
            .field("expires", &self.expires())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine as _};
    use serde_json::{Value, json};

    use super::*;

    fn token(payload: &Value) -> WalletToken {
        let text = format!("e30.{}.c2VjcmV0", BASE64_URL_SAFE_NO_PAD.encode(payload.to_string()));
        let root = Url::parse("https://rp.example/lws").unwrap();
        WalletToken {
            jwt: Arc::new(Jwt::decode(&text).unwrap()),
            issuer: Issuer { root, endpoints: Vec::new(), dialect: Dialect::Did },
            address: String::new(),
            received: Instant::now(),
            ahead: None,
        }
    }

    #[test]
    fn until_shortly_before_its_end() {
        let now = Timestamp::from_second(1_000_000).unwrap();
        let check = |payload: Value, age_secs: u64, expected: bool| {
            let fresh = token(&payload).is_fresh_at(now, Duration::from_secs(age_secs));
            assert_eq!(fresh, expected, "{payload} {age_secs}");
        };
        check(json!({"exp": 1_000_031}), 0, true);
        check(json!({"exp": 1_000_030}), 0, false);
        check(json!({"exp": 999_999}), 0, false);
        check(json!({"exp": 1e300}), 1_000_000, true);
        check(json!({}), 899, true);
        check(json!({}), 900, false);
        check(json!({"exp": null}), 900, false);
    }

    #[test]
    fn is_not_shown() {
        let shown = format!("{:?}", token(&json!({"sub": "somebody"})));
        assert!(!shown.contains("c2VjcmV0") && !shown.contains("somebody"), "{shown}");
    }
}
