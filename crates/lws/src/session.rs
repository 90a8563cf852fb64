//! A session with a relying party as a typestate: a call without the token that it needs does not compile.

use std::fmt;
use std::sync::Arc;

use futures_util::stream::{self, StreamExt as _, TryStreamExt as _};
use idw_http::{Body, Cut, Form, Method, OutgoingFile, is_this_machine};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use url::Url;
use zeroize::Zeroizing;

use crate::answer::Answer;
use crate::auth::{Context, Credentials};
use crate::challenge_path::ChallengePath;
use crate::description::{Dialect, SiteDescription};
use crate::endpoint::{Endpoint, add_query};
use crate::error::{Call, LwsError, ProtocolFault, is_missing_route};
use crate::exchange::{Outgoing, Unanswered};
use crate::flow::{self, Challenge};
use crate::limits::UPLOADS_AT_ONCE;
use crate::payload::{FileId, Payload};
use crate::progress::{Progress, Step};
use crate::signer::Signer;
use crate::token::UserToken;
use crate::wire::{self, FileForm};

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

/// What handing a user token in led to.
enum HandedIn {
    Answer(Answer),
    /// A fresh token said where to go, so that it was not handed in.
    Redirect(Option<Url>),
}

/// A sign-up that the site accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SignedUp {
    /// What the site has to say, made fit to be shown.
    pub message: Option<String>,
}

/// A login that the site accepted.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LoggedIn {
    /// Where the browser is logged in: absolute, http or https. It may hold a secret, and it may lead to another
    /// host than the site's: show which before opening it.
    pub redirect: Option<Url>,
    /// Whether the redirect leads away from the site ([`SiteDescription::is_left_by`]).
    pub leaves_site: bool,
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
    /// [`LwsError`]; in particular [`ProtocolFault::Nonce`] for a text that is no nonce.
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

    /// Signs up, or updates what the site holds: for a key that it knows already, a site takes this as an update.
    ///
    /// Files travel inside the request in the classic dialect, and in the did dialect where the site has no
    /// `/users/file`; else ahead of it.
    ///
    /// # Errors
    /// [`LwsError`].
    pub async fn sign_up(&self, payload: &Payload, progress: &Arc<dyn Progress>) -> Result<SignedUp, LwsError> {
        payload.check().map_err(LwsError::Payload)?;
        let users = flow::endpoint(self.site(), Endpoint::Users, Call::SignUp)?;
        let file_endpoint = match self.dialect() {
            Dialect::Classic => None,
            Dialect::Did => self.site().endpoint(Endpoint::UsersFile),
        };
        let answer = match file_endpoint {
            Some(files) => match self.upload_all(Call::UserFile, &files, payload, progress).await {
                Ok(ids) => self.sign_up_with_json(&users, payload, &ids, progress).await?,
                // The site does not say that it lacks the endpoint, but it does.
                Err(error) if error.is_missing_route() => self.sign_up_with_form(&users, payload, progress).await?,
                Err(error) => return Err(error),
            },
            None => self.sign_up_with_form(&users, payload, progress).await?,
        };
        let message = answer.json_if_any()?.and_then(|json| wire::text(&json, &["message"]));
        Ok(SignedUp { message })
    }

    /// Fetches what logs a browser in.
    ///
    /// # Errors
    /// [`LwsError::NoSuchUser`] when the site has no account for this key; any other [`LwsError`].
    pub async fn user_token(&self) -> Result<UserToken, LwsError> {
        let mut url = flow::user_token_url(self.site(), self.dialect())?;
        if let (Dialect::Did, Some(meta)) = (self.dialect(), self.site().meta()) {
            let value: String = url::form_urlencoded::byte_serialize(meta.to_string().as_bytes()).collect();
            // A `+` for a space is understood in forms only; a real one is escaped already.
            add_query(&mut url, &format!("meta={}", value.replace('+', "%20")));
        }
        let answer = self.user_token_answer(&url).await?.accepted()?;
        let json = answer.json()?;
        if !json.is_object() {
            return Err(answer.fault(ProtocolFault::Missing("token")));
        }
        let redirect = self.redirect(&json, &url).map_err(|fault| answer.fault(fault))?;
        let login_body = match (self.dialect(), wire::classic_user_token(&json)) {
            (Dialect::Did, _) => Zeroizing::new(answer.bytes()?.to_vec()),
            (Dialect::Classic, Some(token)) => wire::bytes(&json!({ "token": token })),
            (Dialect::Classic, None) if redirect.is_some() => Zeroizing::default(),
            (Dialect::Classic, None) => return Err(answer.fault(ProtocolFault::Missing("token"))),
        };
        Ok(UserToken { login_body, redirect })
    }

    /// A server that has no such route, and says so in its framework's words rather than in the protocol's, may have the
    /// token at the other dialect's endpoint.
    async fn user_token_answer(&self, url: &Url) -> Result<Answer, LwsError> {
        let answer = self.settled(Call::UserToken, Method::GET, url, None, &Body::Nothing).await?;
        let is_unknown_route = is_missing_route(answer.status) && !answer.json().is_ok_and(|json| json.is_object());
        let second = flow::second_user_token_url(self.site(), self.dialect()).filter(|_| is_unknown_route);
        let Some(second) = second else { return Ok(answer) };
        let there = self.settled(Call::UserToken, Method::GET, &second, None, &Body::Nothing).await?;
        Ok(if is_missing_route(there.status) && !there.json().is_ok_and(|json| json.is_object()) {
            answer
        } else {
            there
        })
    }

    /// Hands the user token in and learns where the browser should go. No call is made where the token's answer has
    /// said that already, or where the site says that it has no login endpoint.
    ///
    /// # Errors
    /// [`LwsError`].
    pub async fn log_in(&self, token: &UserToken) -> Result<LoggedIn, LwsError> {
        let endpoint = self.site().endpoint(Endpoint::Login);
        let (None, Some(url)) = (&token.redirect, endpoint) else {
            return Ok(self.logged_in(token.redirect.clone()));
        };
        let handed_in = match self.hand_in(&url, token).await {
            // The site closed a kept connection. It may have used the token up before that, so a fresh one is handed in, once.
            // Nothing of the user's is in it, and to log a browser in twice is to log it in.
            Err(Unanswered { cut: Some(_), .. }) => {
                let fresh = self.user_token().await?;
                if fresh.redirect.is_some() {
                    return Ok(self.logged_in(fresh.redirect));
                }
                self.hand_in(&url, &fresh).await?
            }
            outcome => outcome?,
        };
        let answer = match handed_in {
            HandedIn::Answer(answer) => answer,
            HandedIn::Redirect(redirect) => return Ok(self.logged_in(redirect)),
        };
        let json = answer.json_if_any()?.unwrap_or(Value::Null);
        let redirect = self.redirect(&json, &url).map_err(|fault| answer.fault(fault))?;
        Ok(self.logged_in(redirect))
    }

    /// Hands a user token in; one that is refused is replaced by one for a fresh wallet token, once.
    async fn hand_in(&self, url: &Url, token: &UserToken) -> Result<HandedIn, Unanswered> {
        // Everything after the response carries the W-JWT, `/login` in the classic dialect only (lws.md §2).
        if self.dialect() == Dialect::Classic {
            let body = Body::json(token.login_body.clone());
            return self.try_authorised(Call::LogIn, Method::POST, url, None, &body).await.map(HandedIn::Answer);
        }
        let wallet_token = self.state.credentials.token();
        let answer = self.post_login(url, token).await?;
        if answer.status != 401 || self.state.credentials.renew(&self.context, &wallet_token, None).await?.is_none() {
            return Ok(HandedIn::Answer(answer.accepted()?));
        }
        let fresh = self.user_token().await?;
        if fresh.redirect.is_some() {
            return Ok(HandedIn::Redirect(fresh.redirect));
        }
        Ok(HandedIn::Answer(self.post_login(url, &fresh).await?.accepted()?))
    }

    fn logged_in(&self, redirect: Option<Url>) -> LoggedIn {
        let leaves_site = redirect.as_ref().is_some_and(|url| self.site().is_left_by(url));
        LoggedIn { redirect, leaves_site }
    }

    /// `POST /login` of the did dialect, which carries the user token alone.
    async fn post_login(&self, url: &Url, token: &UserToken) -> Result<Answer, Unanswered> {
        let mut places = self.context.readings_of(Call::LogIn, url);
        loop {
            let request = Outgoing {
                call: Call::LogIn,
                method: Method::POST,
                url: places.current().clone(),
                dialect: Dialect::Did,
                bearer: None,
                body: Body::json(token.login_body.clone()),
            };
            let answer = self.context.caller.attempt(request).await?;
            if let Some(answer) = places.settle(answer) {
                return Ok(answer);
            }
        }
    }

    async fn sign_up_with_json(
        &self,
        users: &Url,
        payload: &Payload,
        ids: &[Option<FileId>],
        progress: &Arc<dyn Progress>,
    ) -> Result<Answer, LwsError> {
        let mut body = json!({ "attributes": wire::attributes(payload, self.dialect(), &FileForm::Uploaded(ids), &self.site().numeric_ids()) });
        if let Some(meta) = self.site().meta() {
            body["meta"] = meta.clone();
        }
        let body = Body::json(wire::bytes(&body));
        progress.step(Step::SignUp);
        self.authorised(Call::SignUp, Method::POST, users, Some(progress), &body).await
    }

    async fn sign_up_with_form(
        &self,
        users: &Url,
        payload: &Payload,
        progress: &Arc<dyn Progress>,
    ) -> Result<Answer, LwsError> {
        let sent = payload.sent_files();
        let attributes = &FileForm::References(&sent);
        let attributes =
            wire::bytes(&wire::attributes(payload, self.dialect(), attributes, &self.site().numeric_ids()));
        let mut form = Form::default().with_json("attributes", attributes);
        if let Some(meta) = self.site().meta() {
            form = form.with_json("meta", wire::bytes(meta));
        }
        for (position, index) in sent.iter().enumerate() {
            form = with_file(form, &wire::part_name(position), *index, &payload.files[*index], progress);
        }
        progress.step(Step::SignUp);
        self.authorised(Call::SignUp, Method::POST, users, Some(progress), &Body::form(form)).await
    }

    /// Uploads each file that the payload sends, a few at a time, and gives their ids by place.
    pub(crate) async fn upload_all(
        &self,
        call: Call,
        url: &Url,
        payload: &Payload,
        progress: &Arc<dyn Progress>,
    ) -> Result<Vec<Option<FileId>>, LwsError> {
        let sent = payload.sent_files();
        let uploads: Vec<_> = sent.iter().map(|index| self.upload(call, url, payload, *index, progress)).collect();
        let given: Vec<FileId> = stream::iter(uploads).buffered(UPLOADS_AT_ONCE).try_collect().await?;
        let mut ids = vec![None; payload.files.len()];
        for (index, id) in sent.into_iter().zip(given) {
            ids[index] = Some(id);
        }
        Ok(ids)
    }

    /// Uploads one file: multipart with one part, which each dialect names in its own way (lws.md §2).
    pub(crate) async fn upload(
        &self,
        call: Call,
        url: &Url,
        payload: &Payload,
        index: usize,
        progress: &Arc<dyn Progress>,
    ) -> Result<FileId, LwsError> {
        let part = match self.dialect() {
            Dialect::Classic => "file",
            Dialect::Did => "document",
        };
        let form = with_file(Form::default(), part, index, &payload.files[index], progress);
        let answer = self.authorised(call, Method::POST, url, Some(progress), &Body::form(form)).await?;
        wire::file_id(&answer.json()?).map_err(|fault| answer.fault(fault))
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
    async fn try_authorised(
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
    async fn settled(
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

    /// Where an answer sends the browser. A site on the network sends it to no service of this machine.
    fn redirect(&self, answer: &Value, endpoint: &Url) -> Result<Option<Url>, ProtocolFault> {
        let redirect = wire::redirect(answer, &self.redirect_base(endpoint))?;
        match redirect {
            Some(url) if is_this_machine(&url) && !is_this_machine(self.site().root()) => {
                Err(ProtocolFault::BadRedirect)
            }
            redirect => Ok(redirect),
        }
    }

    /// What relative addresses of the site count from: its page, else the endpoint that gave them.
    pub(crate) fn redirect_base(&self, endpoint: &Url) -> Url {
        self.site().website().unwrap_or(endpoint).clone()
    }
}

/// Adds a file to a form. `index` is its place in the payload, for `progress`.
fn with_file(form: Form, part: &str, index: usize, file: &OutgoingFile, progress: &Arc<dyn Progress>) -> Form {
    let (name, total, progress) = (file.name.clone(), file.size, Arc::clone(progress));
    let on_progress = move |sent| progress.step(Step::UploadFile { index, name: &name, sent, total });
    form.with_file(part, file.clone(), on_progress)
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

impl fmt::Debug for LoggedIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let host = self.redirect.as_ref().and_then(Url::host_str);
        f.debug_struct("LoggedIn").field("redirect_host", &host).field("leaves_site", &self.leaves_site).finish()
    }
}
