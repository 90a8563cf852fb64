//! The client: the start of an attempt, and the calls after it.

use std::fmt;

use idw_http::{
    Answer, Body, Credentials, Form, Method, Repeat, Request, Transport, TransportOptions, UrlError, check_url,
    is_loopback, is_this_machine,
};
use url::Url;
use zeroize::Zeroizing;

use crate::call::Call;
use crate::checked::Checked;
use crate::code::{Code, State};
use crate::error::WebKycError;
use crate::limits::{ANSWER_LEN_BYTES, DETAILS_LEN_BYTES};
use crate::listener::{Desk, addresses, listen};
use crate::provider::{Dialect, Provider};
use crate::query::Expected;
use crate::read;
use crate::secret::ClientSecret;
use crate::waiting::Waiting;

/// `User-Agent` of every call.
const AGENT: &str = concat!("idw/", env!("CARGO_PKG_VERSION"));

/// Speaks to identity-check providers. Make one and keep it: it holds connections open between calls.
pub struct Client {
    transport: Transport,
}

/// A call to be made.
struct Outgoing<'a> {
    call: Call,
    method: Method,
    url: Url,
    credentials: Credentials<'a>,
    repeat: Repeat,
    body: Body,
}

impl<'a> Outgoing<'a> {
    fn get(call: Call, url: Url, credentials: Credentials<'a>) -> Self {
        Self { call, method: Method::GET, url, credentials, repeat: Repeat::IfIdempotent, body: Body::Nothing }
    }
}

impl Client {
    /// Makes a client. Nothing is loaded and nobody is contacted before the first call. How much of an answer is read is
    /// decided here, for each call; the other limits are those of the options.
    pub fn new(options: TransportOptions) -> Self {
        Self { transport: Transport::new(options) }
    }

    /// Begins an attempt: listens where the browser will come back to, and only then asks for the address to go to, where the
    /// dialect has the provider make it. Nobody is contacted in Web KYC.
    ///
    /// # Errors
    /// - [`WebKycError::PortInUse`] and [`WebKycError::NoPort`]: nobody can listen there;
    /// - [`WebKycError::Setting`] and [`WebKycError::Url`]: the settings cannot work, or the provider gave an address that is
    ///   not opened;
    /// - otherwise why the provider gave no address.
    pub async fn begin(&self, provider: &Provider, secret: &ClientSecret) -> Result<Waiting, WebKycError> {
        provider.check()?;
        let listeners = listen(&provider.listen).await?;
        let listens_on = addresses(&listeners, &provider.listen);
        let (address, expected) = match provider.dialect {
            Dialect::WebKyc => {
                let state = State::random()?;
                (provider.authorize_with(state.as_str()), Expected::State(state))
            }
            Dialect::WebIdv => {
                let address = self.verification_url(provider, secret).await?;
                (address, Expected::Registered(provider.redirect.registered()))
            }
        };
        Ok(Waiting::new(address, listens_on, listeners, Desk::new(&provider.listen, expected)))
    }

    /// Spends the code and fetches what was checked. The code goes out once, however it ends; what may be asked for a second
    /// time, over a connection that broke, is the details of Web KYC, for the token.
    ///
    /// # Errors
    /// [`WebKycError`] says why there is no result, and whether the code may be spent.
    pub async fn fetch(&self, provider: &Provider, secret: &ClientSecret, code: Code) -> Result<Checked, WebKycError> {
        provider.check()?;
        match provider.dialect {
            Dialect::WebKyc => {
                let token = self.token(provider, secret, code).await?;
                self.details(provider, &token).await
            }
            Dialect::WebIdv => self.verification_result(provider, secret, code).await,
        }
    }

    async fn verification_url(&self, provider: &Provider, secret: &ClientSecret) -> Result<Url, WebKycError> {
        let mut url = provider.endpoint(Call::VerificationUrl)?;
        url.query_pairs_mut().append_pair("redirectUrl", provider.redirect.as_str());
        let answer = self.call(Outgoing::get(Call::VerificationUrl, url, basic(provider, secret))).await?;
        let text = read::verification_url(bytes(&answer, Call::VerificationUrl)?)?;
        let url = Url::parse(&text).map_err(|_| WebKycError::Url(UrlError::NotAUrl))?;
        check_url(&url).map_err(WebKycError::Url)?;
        // A provider on the network could have the browser open whatever listens on this machine.
        if is_this_machine(&url) && !is_loopback(&provider.api) {
            return Err(WebKycError::Url(UrlError::LoopbackFromAfar));
        }
        Ok(url)
    }

    async fn token(
        &self,
        provider: &Provider,
        secret: &ClientSecret,
        code: Code,
    ) -> Result<Zeroizing<String>, WebKycError> {
        let text = |text: &str| Zeroizing::new(text.to_owned());
        let form = Form::default()
            .with_text("grantType", text("authorization_code"))
            .with_text("code", code.into_text())
            .with_text("redirectUri", text(provider.redirect.as_str()))
            .with_text("clientId", text(&provider.client_id))
            .with_text("clientSecret", text(secret.expose_text()));
        let outgoing = Outgoing {
            call: Call::Token,
            method: Method::POST,
            url: provider.endpoint(Call::Token)?,
            credentials: Credentials::None,
            repeat: Repeat::Never,
            body: Body::form(form),
        };
        read::token(bytes(&self.call(outgoing).await?, Call::Token)?)
    }

    async fn details(&self, provider: &Provider, token: &str) -> Result<Checked, WebKycError> {
        let url = provider.endpoint(Call::Details)?;
        let answer = self.call(Outgoing::get(Call::Details, url, Credentials::Bearer(token))).await?;
        read::details(bytes(&answer, Call::Details)?)
    }

    async fn verification_result(
        &self,
        provider: &Provider,
        secret: &ClientSecret,
        code: Code,
    ) -> Result<Checked, WebKycError> {
        let mut url = provider.endpoint(Call::VerificationResult)?;
        url.query_pairs_mut()
            .append_pair("redirectUrl", provider.redirect.as_str())
            .append_pair("code", &code.into_text());
        let outgoing =
            Outgoing { repeat: Repeat::Never, ..Outgoing::get(Call::VerificationResult, url, basic(provider, secret)) };
        read::result(bytes(&self.call(outgoing).await?, Call::VerificationResult)?)
    }

    /// Makes a call. Only a success is an answer.
    async fn call(&self, outgoing: Outgoing<'_>) -> Result<Answer, WebKycError> {
        let Outgoing { call, method, url, credentials, repeat, body } = outgoing;
        let longest = match call {
            Call::Details | Call::VerificationResult => DETAILS_LEN_BYTES,
            Call::Token | Call::VerificationUrl => ANSWER_LEN_BYTES,
        };
        let request = Request {
            label: call.label(),
            method,
            url,
            user_agent: AGENT,
            origin: None,
            credentials,
            repeat,
            body,
            answer_len_bytes: Some(longest),
            disclosure: Call::disclosure(),
        };
        let answer = self.transport.send(request).await.map_err(|source| WebKycError::Http { call, source })?;
        if matches!(answer.status(), 200..=299) { Ok(answer) } else { Err(refused(call, &answer)) }
    }
}

/// The client id and the secret, as Web IDV wants them.
fn basic<'a>(provider: &'a Provider, secret: &'a ClientSecret) -> Credentials<'a> {
    Credentials::Basic { user: &provider.client_id, password: secret.expose_text() }
}

fn bytes(answer: &Answer, call: Call) -> Result<&[u8], WebKycError> {
    answer.bytes().map_err(|fault| WebKycError::NotRead { call, fault })
}

/// What an answer that is no success stands for.
fn refused(call: Call, answer: &Answer) -> WebKycError {
    let status = answer.status();
    let (code, message) = answer.bytes().map(read::refusal).unwrap_or_default();
    let is_result = matches!(call, Call::Details | Call::VerificationResult);
    let speaks_of_end =
        |text: &Option<String>| text.as_ref().is_some_and(|text| text.to_ascii_lowercase().contains("expired"));
    let is_client_error = matches!(status, 400..=499);
    if is_result && (status == 410 || is_client_error && (speaks_of_end(&code) || speaks_of_end(&message))) {
        return WebKycError::TooOld { message: message.or(code) };
    }
    WebKycError::ProviderRefused { call, status, code, message }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("transport", &self.transport).finish()
    }
}
