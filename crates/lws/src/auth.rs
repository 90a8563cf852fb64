//! Becoming known to a site: challenge, response, and once more when the token runs out.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use idw_http::{Body, Method};
use tokio::sync::Mutex as AsyncMutex;
use url::Url;

use crate::answer::Answer;
use crate::challenge_path::PathMemory;
use crate::clock::SiteClock;
use crate::description::{Dialect, SiteDescription};
use crate::error::{Call, LwsError, is_missing_route};
use crate::exchange::{Caller, Outgoing, Unanswered};
use crate::flow::{self, Challenge};
use crate::progress::{Progress, Step};
use crate::signer::{Signer, checked_signature};
use crate::subject::OwnKey;
use crate::token::Jwt;
use crate::wire;

/// What every call of a session needs.
#[derive(Clone)]
pub(crate) struct Context {
    pub(crate) caller: Arc<Caller>,
    pub(crate) site: Arc<SiteDescription>,
    pub(crate) dialect: Dialect,
    /// What its answers say of its clock.
    pub(crate) clock: Arc<SiteClock>,
    /// How it wants to be asked for a challenge, in the classic dialect.
    pub(crate) challenge_path: Arc<PathMemory>,
    /// Whether the paths in its description have turned out to count from the host, not from the root.
    from_host: Arc<AtomicBool>,
}

impl Context {
    pub(crate) fn new(caller: Arc<Caller>, site: SiteDescription, dialect: Dialect) -> Self {
        Self {
            caller,
            site: Arc::new(site),
            dialect,
            clock: Arc::default(),
            challenge_path: Arc::default(),
            from_host: Arc::default(),
        }
    }

    /// The places where an endpoint may be, the likelier first: once one endpoint has shown how this site's description
    /// is to be read, the others follow.
    pub(crate) fn readings_of(&self, call: Call, url: &Url) -> Readings {
        let from_host = Arc::clone(&self.from_host);
        let mut left: Vec<_> =
            self.site.other_reading(call.endpoints(), url).map(|other| (other, true)).into_iter().collect();
        let mut current = (url.clone(), false);
        if let Some(other) = left.first_mut().filter(|_| from_host.load(Ordering::Relaxed)) {
            std::mem::swap(other, &mut current);
        }
        Readings { current, left, first_answer: None, from_host }
    }

    /// Asks for a challenge and checks it.
    pub(crate) async fn ask_challenge(&self, signer: &dyn Signer) -> Result<Challenge, LwsError> {
        let answer = self.fetch_challenge(signer).await?;
        self.clock.learn(answer.clock_ahead());
        let own = OwnKey::of(signer);
        let json = answer.json()?;
        wire::jwt(&json)
            .and_then(|jwt| self.clock.judge(|now| flow::accept_challenge(jwt, &own, now, self.skew())))
            .map_err(|fault| answer.fault(fault))
    }

    /// The answer of the first place that has a challenge. Where none has, the first refusal stands that says more than
    /// that there is no such route, else the one for the documented place.
    async fn fetch_challenge(&self, signer: &dyn Signer) -> Result<Answer, LwsError> {
        let mut places = flow::challenge_places(&self.site, self.dialect, signer, &self.challenge_path)?;
        let readings = places
            .iter()
            .filter_map(|(path, url)| Some((*path, self.site.other_reading(Call::Challenge.endpoints(), url)?)));
        let readings: Vec<_> = readings.collect();
        places.extend(readings);
        let mut refused: Option<Answer> = None;
        for (path, url) in places {
            let answer = self.caller.exchange(Outgoing::get(Call::Challenge, url, self.dialect)).await?;
            let is_refused =
                path.map_or_else(|| is_missing_route(answer.status), |path| path.is_refused_by(answer.status));
            if !is_refused {
                if let Some(path) = path.filter(|_| answer.is_success()) {
                    self.challenge_path.found(path);
                }
                return answer.accepted();
            }
            if refused.as_ref().is_none_or(|kept| is_missing_route(kept.status) && !is_missing_route(answer.status)) {
                refused = Some(answer);
            }
        }
        refused.expect("there is always a first place").accepted()
    }

    /// Signs the challenge, sends the response and checks the token that it earns.
    pub(crate) async fn answer_challenge(&self, challenge: &Challenge, signer: &dyn Signer) -> Result<Jwt, Unanswered> {
        let urls = flow::response_urls(&self.site, self.dialect, signer, &self.challenge_path)?;
        let signature = signer.sign(&challenge.nonce).and_then(checked_signature).map_err(LwsError::Signer)?;
        let body = Body::json(wire::response_body(self.dialect, &signature, &signer.key_id()));
        let post = |url| Outgoing {
            call: Call::Response,
            method: Method::POST,
            url,
            dialect: self.dialect,
            bearer: Some(&challenge.token),
            body: body.clone(),
        };
        let answer = first_route(&self.caller, &self.site, Call::Response, urls, post).await?;
        self.clock.learn(answer.clock_ahead());
        let own = OwnKey::of(signer);
        let json = answer.json()?;
        wire::jwt(&json)
            .and_then(|jwt| self.clock.judge(|now| flow::accept_wallet_token(jwt, &own, now, self.skew())))
            .map_err(|fault| answer.fault(fault).into())
            .inspect(|_| self.challenge_path.prove())
    }

    /// Answers the challenge. Where the site closes a kept connection as the response goes out (RFC 9112 §9.3.1), it is begun
    /// again with a fresh challenge, once: the site may have taken this one as answered, and all that it gave for it is a token
    /// that nobody has.
    pub(crate) async fn earn_token(&self, challenge: &Challenge, signer: &dyn Signer) -> Result<Jwt, Unanswered> {
        match self.answer_challenge(challenge, signer).await {
            Err(Unanswered { cut: Some(_), .. }) => {
                let fresh = self.ask_challenge(signer).await?;
                self.answer_challenge(&fresh, signer).await
            }
            outcome => outcome,
        }
    }

    fn skew(&self) -> Duration {
        self.caller.options().clock_skew
    }
}

/// The ways to read where an endpoint is (lws.md §6), one after the other until the server has a route.
pub(crate) struct Readings {
    /// The place to try, and whether its path counts from the host.
    current: (Url, bool),
    left: Vec<(Url, bool)>,
    first_answer: Option<Answer>,
    from_host: Arc<AtomicBool>,
}

impl Readings {
    /// Where to make the call.
    pub(crate) fn current(&self) -> &Url {
        &self.current.0
    }

    /// The answer that counts, or `None` where the call is to be made at the next place. Where there is no route at
    /// all, the first answer stands.
    pub(crate) fn settle(&mut self, answer: Answer) -> Option<Answer> {
        if !is_missing_route(answer.status) {
            self.from_host.fetch_or(self.current.1, Ordering::Relaxed);
            return Some(answer);
        }
        let first = self.first_answer.take().unwrap_or(answer);
        match self.left.pop() {
            Some(next) => {
                self.current = next;
                self.first_answer = Some(first);
                None
            }
            None => Some(first),
        }
    }
}

/// The answer of the first of these URLs at which the server has a route. Where it has none at all, the first
/// refusal stands: it is the one for the documented place.
pub(crate) async fn first_route<'a>(
    caller: &Caller,
    site: &SiteDescription,
    call: Call,
    urls: Vec<Url>,
    request: impl Fn(Url) -> Outgoing<'a> + Send + Sync,
) -> Result<Answer, Unanswered> {
    let mut missing = None;
    let other_readings: Vec<Url> = urls.iter().filter_map(|url| site.other_reading(call.endpoints(), url)).collect();
    for url in urls.into_iter().chain(other_readings) {
        let answer = caller.attempt(request(url)).await?;
        if !is_missing_route(answer.status) {
            return Ok(answer.accepted()?);
        }
        missing.get_or_insert(answer);
    }
    Ok(missing.expect("there is always a first URL").accepted()?)
}

/// The token of a session, and the means to get another one, once.
pub(crate) struct Credentials {
    signer: Arc<dyn Signer>,
    token: Mutex<Issued>,
    /// Whether the one renewal has been used. Locked while it goes on, so that of several calls that are refused at
    /// the same time one renews and the others take what it got.
    renewed: AsyncMutex<bool>,
}

/// A token, and when it came: for one that does not say when it ends.
struct Issued {
    token: Arc<Jwt>,
    received: Instant,
}

impl Credentials {
    /// `renewed`: whether the one renewal was used up on the way here.
    pub(crate) fn new(signer: Arc<dyn Signer>, token: Jwt, renewed: bool) -> Self {
        let issued = Issued { token: Arc::new(token), received: Instant::now() };
        Self { signer, token: Mutex::new(issued), renewed: AsyncMutex::new(renewed) }
    }

    /// With a token that an earlier session received. The renewal is still to be had: tokens are refused for more
    /// reasons than age.
    pub(crate) fn resumed(signer: Arc<dyn Signer>, token: Arc<Jwt>, received: Instant) -> Self {
        Self { signer, token: Mutex::new(Issued { token, received }), renewed: AsyncMutex::new(false) }
    }

    pub(crate) fn signer(&self) -> &Arc<dyn Signer> {
        &self.signer
    }

    pub(crate) fn token(&self) -> Arc<Jwt> {
        Arc::clone(&self.token.lock().unwrap_or_else(PoisonError::into_inner).token)
    }

    /// When the token came.
    pub(crate) fn received(&self) -> Instant {
        self.token.lock().unwrap_or_else(PoisonError::into_inner).received
    }

    /// Another token than `refused`, or `None` when the one renewal is used up.
    pub(crate) async fn renew(
        &self,
        context: &Context,
        refused: &Arc<Jwt>,
        progress: Option<&Arc<dyn Progress>>,
    ) -> Result<Option<Arc<Jwt>>, LwsError> {
        let mut renewed = self.renewed.lock().await;
        let current = self.token();
        if !Arc::ptr_eq(&current, refused) {
            return Ok(Some(current));
        }
        if std::mem::replace(&mut *renewed, true) {
            return Ok(None);
        }
        report(progress, Step::Challenge);
        let challenge = context.ask_challenge(&*self.signer).await?;
        report(progress, Step::Respond);
        let fresh = Arc::new(context.earn_token(&challenge, &*self.signer).await?);
        *self.token.lock().unwrap_or_else(PoisonError::into_inner) =
            Issued { token: Arc::clone(&fresh), received: Instant::now() };
        Ok(Some(fresh))
    }
}

fn report(progress: Option<&Arc<dyn Progress>>, step: Step<'_>) {
    if let Some(progress) = progress {
        progress.step(step);
    }
}
