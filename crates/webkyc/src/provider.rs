//! Who checks identities, and where it answers.

use idw_http::{UrlError, check_url};
use url::Url;

use crate::call::Call;
use crate::error::{SettingFault, WebKycError};
use crate::limits::CLIENT_LEN_BYTES;
use crate::redirect::{ListenAt, RedirectUri};

/// Where users of Web KYC are sent.
pub const WEB_KYC_AUTHORIZE: &str = "https://identity.authenteq.com/authorize";

/// Where Web KYC answers.
pub const WEB_KYC_API: &str = "https://api.authenteq.com/v2/web-kyc";

/// Where Web IDV answers.
pub const WEB_IDV_API: &str = "https://api.app.authenteq.com/web-idv";

/// Which of the two protocols a provider speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// An OAuth 2.0 code flow, with a token in exchange for the code.
    WebKyc,
    /// The successor of Web KYC. The provider gives the address that the user opens. There is neither a token nor a state.
    WebIdv,
}

/// What is known of a provider. All of it is a setting of the user's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provider {
    /// The protocol.
    pub dialect: Dialect,
    /// How the provider calls its client.
    pub client_id: String,
    /// Where the user is sent. Web KYC only: in Web IDV the provider says where.
    pub authorize: Url,
    /// Where the calls go; each has its word behind this path.
    pub api: Url,
    /// Where the provider sends the browser, as it is registered there.
    pub redirect: RedirectUri,
    /// Where the browser's return is waited for.
    pub listen: ListenAt,
}

impl Provider {
    /// Looks at the settings before anything is done with them. Nobody is contacted.
    ///
    /// # Errors
    /// Why they cannot work.
    pub fn check(&self) -> Result<(), WebKycError> {
        check_url(&self.api).map_err(WebKycError::Url)?;
        if self.dialect == Dialect::WebKyc {
            check_url(&self.authorize).map_err(WebKycError::Url)?;
            if self.redirect.registered().iter().any(|(name, _)| name == "state") {
                return Err(WebKycError::Setting { fault: SettingFault::State });
            }
        }
        let id = &self.client_id;
        if id.is_empty() || id.len() > CLIENT_LEN_BYTES || id.chars().any(char::is_control) {
            return Err(WebKycError::Setting { fault: SettingFault::ClientId });
        }
        // It is the user name of Basic credentials (RFC 7617 §2).
        if self.dialect == Dialect::WebIdv && id.contains(':') {
            return Err(WebKycError::Setting { fault: SettingFault::Colon });
        }
        Ok(())
    }

    /// Where a call goes.
    pub(crate) fn endpoint(&self, call: Call) -> Result<Url, WebKycError> {
        let mut url = self.api.clone();
        url.set_fragment(None);
        url.path_segments_mut().map_err(|()| WebKycError::Url(UrlError::NotAUrl))?.pop_if_empty().push(call.path());
        Ok(url)
    }

    /// Where the user of Web KYC is sent: what the setting has, and what the protocol asks for.
    pub(crate) fn authorize_with(&self, state: &str) -> Url {
        let mut url = self.authorize.clone();
        url.set_fragment(None);
        url.query_pairs_mut()
            .append_pair("response_type", "code")
            .append_pair("client_id", &self.client_id)
            .append_pair("redirect_uri", self.redirect.as_str())
            .append_pair("scope", "kyc")
            .append_pair("state", state);
        url
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn provider(dialect: Dialect, api: &str, redirect: &str) -> Provider {
        Provider {
            dialect,
            client_id: "org.example.wallet".to_owned(),
            authorize: Url::parse(WEB_KYC_AUTHORIZE).unwrap(),
            api: Url::parse(api).unwrap(),
            redirect: RedirectUri::parse(redirect).unwrap(),
            listen: ListenAt::parse("127.0.0.1:3000/back").unwrap(),
        }
    }

    #[test]
    fn each_call_has_its_word_behind_the_path() {
        let check = |api: &str, call: Call, expected: &str| {
            let provider = provider(Dialect::WebKyc, api, "http://127.0.0.1:3000/back");
            assert_eq!(provider.endpoint(call).unwrap().as_str(), expected);
        };
        check(WEB_KYC_API, Call::Token, "https://api.authenteq.com/v2/web-kyc/token");
        check("https://api.authenteq.com/v2/web-kyc/", Call::Details, "https://api.authenteq.com/v2/web-kyc/details");
        check(WEB_IDV_API, Call::VerificationUrl, "https://api.app.authenteq.com/web-idv/verification-url");
        check("https://kyc.example", Call::VerificationResult, "https://kyc.example/verification-result");
        check("https://kyc.example/?tenant=1#x", Call::Token, "https://kyc.example/token?tenant=1");
    }

    #[test]
    fn the_redirect_uri_is_sent_character_for_character() {
        for redirect in ["http://LOCALHOST:3000/back", "https://ada.example", "https://ada.example/a%2fb?x=1&y=%20+"] {
            let url = provider(Dialect::WebKyc, WEB_KYC_API, redirect).authorize_with("abc");
            let sent: Vec<_> = url.query_pairs().filter(|(name, _)| name == "redirect_uri").collect();
            assert_eq!(sent.len(), 1);
            assert_eq!(sent[0].1, redirect);
        }
        let url = provider(Dialect::WebKyc, WEB_KYC_API, "http://127.0.0.1:3000/back").authorize_with("abc");
        let expected = "https://identity.authenteq.com/authorize?response_type=code&client_id=org.example.wallet\
                        &redirect_uri=http%3A%2F%2F127.0.0.1%3A3000%2Fback&scope=kyc&state=abc";
        assert_eq!(url.as_str(), expected);
    }

    #[test]
    fn settings_that_cannot_work_are_refused() {
        let good = provider(Dialect::WebKyc, WEB_KYC_API, "http://127.0.0.1:3000/back");
        assert!(good.check().is_ok());
        let bad = [
            provider(Dialect::WebKyc, "http://kyc.example/", "http://127.0.0.1:3000/back"),
            provider(Dialect::WebKyc, WEB_KYC_API, "https://ada.example/back?state=1"),
            Provider { authorize: Url::parse("ftp://kyc.example/").unwrap(), ..good.clone() },
            Provider { client_id: String::new(), ..good.clone() },
            Provider { client_id: "a\nb".to_owned(), ..good.clone() },
            Provider { client_id: "a:b".to_owned(), ..provider(Dialect::WebIdv, WEB_IDV_API, "https://ada.example/") },
        ];
        for provider in bad {
            assert!(provider.check().is_err(), "{provider:?}");
        }
        assert!(Provider { client_id: "a:b".to_owned(), ..good }.check().is_ok());
        assert!(provider(Dialect::WebIdv, WEB_IDV_API, "https://ada.example/back?state=1").check().is_ok());
    }
}
