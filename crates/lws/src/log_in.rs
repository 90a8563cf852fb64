//! Logging a browser in: the user token, and where it leads (lws.md §2).

use std::fmt;

use idw_http::{Body, Method, is_this_machine};
use serde_json::{Value, json};
use url::Url;
use zeroize::Zeroizing;

use crate::answer::Answer;
use crate::description::Dialect;
use crate::endpoint::{Endpoint, add_query};
use crate::error::{Call, LwsError, ProtocolFault, is_missing_route};
use crate::exchange::{Outgoing, Unanswered};
use crate::flow;
use crate::session::{Authenticated, Session};
use crate::token::UserToken;
use crate::wire;

/// A login that the site accepted.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LoggedIn {
    /// Where the browser is logged in: absolute, http or https. It may hold a secret, and it may lead to another
    /// host than the site's: show which before opening it.
    pub redirect: Option<Url>,
    /// Whether the redirect leads away from the site ([`SiteDescription::is_left_by`](crate::SiteDescription::is_left_by)).
    pub leaves_site: bool,
}

/// What handing a user token in led to.
enum HandedIn {
    Answer(Answer),
    /// A fresh token said where to go, so that it was not handed in.
    Redirect(Option<Url>),
}

impl Session<Authenticated> {
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
}

impl fmt::Debug for LoggedIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let host = self.redirect.as_ref().and_then(Url::host_str);
        f.debug_struct("LoggedIn").field("redirect_host", &host).field("leaves_site", &self.leaves_site).finish()
    }
}
