//! What the browser brings back, read from the query of the address.

use idw_http::shown_text;
use subtle::{Choice, ConstantTimeEq as _};
use url::form_urlencoded;
use zeroize::Zeroizing;

use crate::code::{Code, State};
use crate::error::{Oddity, WebKycError};
use crate::limits::SHOWN_TEXT_LEN;

/// What the provider adds to a registered address.
const CODE: &str = "code";
const ERROR: &str = "error";
const ERROR_DESCRIPTION: &str = "error_description";

/// How a return is known to belong to the attempt that waits.
pub(crate) enum Expected {
    /// Web KYC: by its state, fresh for each attempt. Other members mean nothing (RFC 6749 §4.1.2).
    State(State),
    /// Web IDV: by the members of the registered address, the very same and no others beside what the provider adds.
    Registered(Vec<(String, String)>),
}

/// What a query says.
pub(crate) enum Reading {
    /// It is not the return that is waited for. Somebody else sent it, or it was changed on the way.
    NotOurs,
    /// The browser is back.
    Returned(Result<Code, WebKycError>),
}

/// The members of a query, decoded and wiped.
struct Members(Vec<(Zeroizing<String>, Zeroizing<String>)>);

/// A member that may be there once is there twice.
struct Repeated;

impl Expected {
    /// Reads the query of a return.
    pub(crate) fn read(&self, query: &str) -> Reading {
        let members = Members::of(query);
        let is_ours = match self {
            Self::State(state) => members.only("state").is_ok_and(|got| got.is_some_and(|got| state.is(got))),
            Self::Registered(registered) => members.are_besides(registered),
        };
        if !is_ours {
            return Reading::NotOurs;
        }
        match (members.only(CODE), members.only(ERROR), members.only(ERROR_DESCRIPTION)) {
            (Ok(code), Ok(error), Ok(description)) => Reading::Returned(outcome(code, error, description)),
            _ => Reading::NotOurs,
        }
    }
}

/// An error counts for more than a code: nothing is exchanged that the provider has refused.
fn outcome(code: Option<&str>, error: Option<&str>, description: Option<&str>) -> Result<Code, WebKycError> {
    if let Some(error) = error {
        return Err(WebKycError::Refused {
            error: shown_text(error, SHOWN_TEXT_LEN),
            description: description.and_then(|text| shown_text(text, SHOWN_TEXT_LEN)),
        });
    }
    let code = code.filter(|code| !code.is_empty()).ok_or(WebKycError::GaveUp)?;
    Code::new(Zeroizing::new(code.to_owned())).ok_or(WebKycError::NotUnderstood { what: Oddity::Code })
}

impl Members {
    fn of(query: &str) -> Self {
        let pairs = form_urlencoded::parse(query.as_bytes());
        Self(pairs.map(|(name, value)| (name.into_owned().into(), value.into_owned().into())).collect())
    }

    /// The value of a member that may be there once.
    fn only(&self, name: &str) -> Result<Option<&str>, Repeated> {
        let mut values = self.0.iter().filter(|(other, _)| other.as_str() == name).map(|(_, value)| value.as_str());
        match (values.next(), values.next()) {
            (value, None) => Ok(value),
            (_, Some(_)) => Err(Repeated),
        }
    }

    /// Whether these are all there is beside what the provider adds, in any order. How long that takes does not depend on
    /// where values differ.
    fn are_besides(&self, registered: &[(String, String)]) -> bool {
        let is_added = |name: &str| [CODE, ERROR, ERROR_DESCRIPTION].contains(&name);
        let returned = self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let mut returned: Vec<_> = returned.filter(|(name, _)| !is_added(name)).collect();
        let mut registered: Vec<_> = registered.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        returned.sort_unstable();
        registered.sort_unstable();
        let is_same = |((name, value), (other_name, other_value)): (&(&str, &str), &(&str, &str))| {
            name.as_bytes().ct_eq(other_name.as_bytes()) & value.as_bytes().ct_eq(other_value.as_bytes())
        };
        let all_same = returned.iter().zip(&registered).map(is_same).fold(Choice::from(1), |all, one| all & one);
        returned.len() == registered.len() && all_same.into()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::limits::CODE_LEN_BYTES;

    /// What a query says, in a word.
    fn said(expected: &Expected, query: &str) -> String {
        match expected.read(query) {
            Reading::NotOurs => "not ours".to_owned(),
            Reading::Returned(Ok(code)) => format!("code {}", *code.into_text()),
            Reading::Returned(Err(WebKycError::GaveUp)) => "gave up".to_owned(),
            Reading::Returned(Err(WebKycError::Refused { error, description })) => {
                format!("refused {} {}", error.unwrap_or_default(), description.unwrap_or_default())
            }
            Reading::Returned(Err(error)) => error.to_string(),
        }
    }

    #[test]
    fn a_return_is_known_by_its_state() {
        let state = State::random().unwrap();
        let s = state.as_str().to_owned();
        let other = State::random().unwrap();
        let expected = Expected::State(state);
        let check = |query: &str, outcome: &str| {
            let query = query.replace('$', &s);
            assert_eq!(said(&expected, &query), outcome, "{query}");
        };
        check("code=abc&state=$", "code abc");
        check("state=$&code=a%2Fb%20c&more=1", "code a/b c");
        check("state=$", "gave up");
        check("state=$&code=", "gave up");
        check("state=$&error=access_denied", "refused access_denied ");
        check("state=$&error=a%0Ab&error_description=%E2%80%AEno&code=abc", "refused a b no");
        check("state=$&error=", "refused  ");
        for query in [
            "",
            "code=abc",
            "code=abc&state=",
            "code=abc&state=$x",
            "code=abc&State=$",
            "code=abc&state=$&state=$",
            "code=abc&state=$&state=x",
            "code=abc&code=abc&state=$",
            "code=abc&c%6Fde=def&state=$",
            "error=a&error=b&state=$",
        ] {
            check(query, "not ours");
        }
        assert_eq!(said(&expected, &format!("code=abc&state={}", other.as_str())), "not ours");
        assert_eq!(said(&expected, &format!("code=abc&state={}", &s[..42])), "not ours");
        let long = format!("state={s}&code={}", "a".repeat(CODE_LEN_BYTES + 1));
        assert!(said(&expected, &long).contains("longer than a code"), "{long}");
        assert!(said(&expected, &format!("state={s}&code=%00")).contains("no code has"));
    }

    #[test]
    fn a_return_is_known_by_the_registered_members() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let expected = Expected::Registered(vec![pair("flow", "v a"), pair("b", "2")]);
        let check = |query: &str, outcome: &str| assert_eq!(said(&expected, query), outcome, "{query}");
        check("flow=v+a&b=2&code=abc", "code abc");
        check("code=abc&b=2&flow=v%20a", "code abc");
        check("flow=v+a&b=2", "gave up");
        check("flow=v+a&b=2&error=no", "refused no ");
        for query in [
            "",
            "code=abc",
            "flow=v+a&code=abc",
            "flow=v+b&b=2&code=abc",
            "flow=v+a&b=2&b=2&code=abc",
            "flow=v+a&b=2&c=3&code=abc",
            "flow=v+a&b=2&code=abc&code=abc",
            "flow=v+a&b=2&code=abc&state=1",
        ] {
            check(query, "not ours");
        }
        let bare = Expected::Registered(Vec::new());
        assert_eq!(said(&bare, "code=abc"), "code abc");
        assert_eq!(said(&bare, "code=abc&x=1"), "not ours");
    }

    proptest! {
        #[test]
        fn nothing_passes_without_the_state(query in "([a-z=&%+0-9]|code=|state=|error=){0,40}") {
            let expected = Expected::State(State::random().unwrap());
            prop_assert!(matches!(expected.read(&query), Reading::NotOurs));
        }

        #[test]
        fn any_code_comes_through_any_encoding(code in "[ -~]{1,80}", extra in "[a-z]{3,9}") {
            prop_assume!(!["state", "code", "error"].contains(&extra.as_str()));
            let state = State::random().unwrap();
            let mut query = form_urlencoded::Serializer::new(String::new());
            query.append_pair(&extra, "x").append_pair("code", &code).append_pair("state", state.as_str());
            let query = query.finish();
            prop_assert_eq!(said(&Expected::State(state), &query), format!("code {code}"));
        }
    }
}
