//! A session with a relying party as a typestate: a call without the token that it needs does not compile.

use std::fmt;
use std::sync::Arc;

use idw_http::{Body, Cut, Method};
use jiff::{SignedDuration, Timestamp};
use url::Url;

use crate::answer::Answer;
use crate::auth::{Context, Credentials};
use crate::challenge_path::ChallengePath;
use crate::description::{Dialect, SiteDescription};
use crate::error::{Call, LwsError};
use crate::exchange::{Outgoing, Unanswered};
use crate::flow::Challenge;
use crate::progress::Progress;
use crate::signer::Signer;

/// A session in the state `S`: [`Start`], [`Challenged`], then [`Authenticated`].
pub struct Session<S> {
    pub(crate) context: Context,
    pub(crate) state: S,
}

/// Nothing has happened yet.
pub struct Start(());

/// The site has given a challenge, and it is fit to be signed.
pub struct Challenged {
    challenge: Challenge,
    signer: Arc<dyn Signer>,
}

/// The site knows the key, and has given a token for it.
pub struct Authenticated {
    pub(crate) credentials: Credentials,
}

impl<S> Session<S> {
    /// The site.
    pub fn site(&self) -> &SiteDescription {
        &self.context.site
    }

    /// The dialect in use.
    pub fn dialect(&self) -> Dialect {
        self.context.dialect
    }

    /// How a classic site wants to be asked for a challenge, once a challenge from there has earned a token. Remember it:
    /// [`Session::knowing_challenge_path`] spares the next session the search.
    pub fn challenge_path(&self) -> Option<ChallengePath> {
        self.context.challenge_path.proven()
    }

    /// How far the site's clock is ahead of this computer's, to the second and give or take the time that an answer
    /// travels; negative where it is behind. `None` before the first answer, and where answers have no `Date`.
    ///
    /// Tokens are taken by either clock as long as the two are less than a day apart, so a difference keeps nobody out;
    /// but where [`is_clock_off`](Self::is_clock_off) the user should hear of it, for one of the two is wrong.
    pub fn clock_ahead(&self) -> Option<SignedDuration> {
        self.context.clock.ahead()
    }

    /// Whether the site's clock and this computer's differ by more than [`ClientOptions::clock_skew`](crate::ClientOptions).
    pub fn is_clock_off(&self) -> bool {
        let tolerated = self.context.caller.options().clock_skew;
        self.clock_ahead().is_some_and(|ahead| ahead.unsigned_abs() > tolerated)
    }
}

impl Session<Start> {
    pub(crate) fn new(context: Context) -> Self {
        Self { context, state: Start(()) }
    }

    /// Asks for a challenge first where an earlier session found it. Where the site has moved it, the other places follow.
    #[must_use]
    pub fn knowing_challenge_path(self, path: ChallengePath) -> Self {
        self.context.challenge_path.recall(path);
        self
    }

    /// Asks for a challenge for this account, and checks that it may be signed (lws.md §3). The account stays with
    /// the session: it signs the response, and another challenge when the site's token runs out.
    ///
    /// # Errors
    /// [`LwsError`]; in particular [`ProtocolFault::Nonce`](crate::ProtocolFault::Nonce) for a text that is no nonce.
    pub async fn challenge(self, signer: &Arc<dyn Signer>) -> Result<Session<Challenged>, LwsError> {
        let challenge = self.context.ask_challenge(&**signer).await?;
        Ok(Session { context: self.context, state: Challenged { challenge, signer: Arc::clone(signer) } })
    }
}

impl Session<Challenged> {
    /// When the challenge ends, as far as it says.
    pub fn expires(&self) -> Option<Timestamp> {
        self.state.challenge.token.expires()
    }

    /// Signs the challenge and hands in the signature. A challenge that has run out in the meantime, while the user
    /// was thinking, is replaced by a fresh one; so is one that the site no longer takes (401), which is the session's
    /// one automatic start from anew.
    ///
    /// # Errors
    /// [`LwsError`]; in particular [`TokenError::ForeignSubject`](crate::TokenError::ForeignSubject) for a token that
    /// names another key than the one that signed.
    pub async fn respond(self) -> Result<Session<Authenticated>, LwsError> {
        let Challenged { mut challenge, signer } = self.state;
        if challenge.token.expires().is_some_and(|expiry| expiry <= self.context.clock.now()) {
            challenge = self.context.ask_challenge(&*signer).await?;
        }
        let (token, renewed) = match self.context.earn_token(&challenge, &*signer).await {
            Err(unanswered) if unanswered.error.is_unauthorized() => {
                self.context.challenge_path.doubt();
                let fresh = self.context.ask_challenge(&*signer).await?;
                (self.context.answer_challenge(&fresh, &*signer).await?, true)
            }
            answered => (answered?, false),
        };
        let credentials = Credentials::new(signer, token, renewed);
        Ok(Session { context: self.context, state: Authenticated { credentials } })
    }
}

impl Session<Authenticated> {
    /// The account that this session acts for.
    pub fn signer(&self) -> &Arc<dyn Signer> {
        self.state.credentials.signer()
    }

    /// When the site's token ends, as far as it says.
    pub fn expires(&self) -> Option<Timestamp> {
        self.state.credentials.token().expires()
    }

    /// Makes a call with the session's token; when it is refused, once more with a fresh one. Where the server has no
    /// such route, and its description can be read in another way, the call is made at that place (lws.md §6).
    pub(crate) async fn authorised(
        &self,
        call: Call,
        method: Method,
        url: &Url,
        progress: Option<&Arc<dyn Progress>>,
        body: &Body,
    ) -> Result<Answer, LwsError> {
        Ok(self.try_authorised(call, method, url, progress, body).await?)
    }

    /// The same, telling of a call without an answer how its connection broke.
    pub(crate) async fn try_authorised(
        &self,
        call: Call,
        method: Method,
        url: &Url,
        progress: Option<&Arc<dyn Progress>>,
        body: &Body,
    ) -> Result<Answer, Unanswered> {
        Ok(self.settled(call, method, url, progress, body).await?.accepted()?)
    }

    /// The same, with an answer of any status.
    pub(crate) async fn settled(
        &self,
        call: Call,
        method: Method,
        url: &Url,
        progress: Option<&Arc<dyn Progress>>,
        body: &Body,
    ) -> Result<Answer, Unanswered> {
        let mut places = self.context.readings_of(call, url);
        loop {
            let answer = self.authorised_at(call, &method, places.current(), progress, body).await?;
            if let Some(answer) = places.settle(answer) {
                return Ok(answer);
            }
        }
    }

    async fn authorised_at(
        &self,
        call: Call,
        method: &Method,
        url: &Url,
        progress: Option<&Arc<dyn Progress>>,
        body: &Body,
    ) -> Result<Answer, Unanswered> {
        let token = self.state.credentials.token();
        let request = |token| Outgoing {
            call,
            method: method.clone(),
            url: url.clone(),
            dialect: self.context.dialect,
            bearer: Some(token),
            body: body.clone(),
        };
        let answer = match self.context.caller.attempt(request(&token)).await {
            Err(Unanswered { cut: Some(cut), .. }) if can_be_repeated(call, cut) => {
                self.context.caller.exchange(request(&token)).await?
            }
            outcome => outcome?,
        };
        if answer.status != 401 {
            return Ok(answer);
        }
        match self.state.credentials.renew(&self.context, &token, progress).await? {
            Some(fresh) => self.context.caller.attempt(request(&fresh)).await,
            None => Ok(answer),
        }
    }

    /// What relative addresses of the site count from: its page, else the endpoint that gave them.
    pub(crate) fn redirect_base(&self, endpoint: &Url) -> Url {
        self.site().website().unwrap_or(endpoint).clone()
    }
}

/// Whether a call is made once more where its connection broke in this way.
///
/// A file that is uploaded twice lies there twice, and nothing refers to the first. So it is sent again where the server
/// cannot have all of it; and where it may have, only in a sign-up, which the user would have to begin again with all its
/// files. An application is kept as a draft, and goes on when the user says so. A sign-up itself makes an account and an
/// application is a request to people: neither is repeated. (A challenge and a login are begun anew, which is more than a
/// repetition.)
fn can_be_repeated(call: Call, cut: Cut) -> bool {
    match (call, cut) {
        (Call::UserFile, _) => true,
        (Call::KycFile, cut) => cut != Cut::KeptClosed,
        _ => false,
    }
}

impl<S> fmt::Debug for Session<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session")
            .field("root", &self.context.site.root().as_str())
            .field("dialect", &self.context.dialect)
            .finish_non_exhaustive()
    }
}
