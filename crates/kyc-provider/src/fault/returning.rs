//! What a browser brings back to the client.

use std::collections::BTreeSet;

use url::form_urlencoded::Serializer;

use super::Fault;
use crate::choice::Outcome;
use crate::ledger::Request;
use crate::secret::make_random;

const LONG_CODE_CHARS: usize = 8_192;
/// Reads otherwise where it is decoded twice or not at all.
const ODD_CODE_END: &str = " +/=&%41#?é\"<";
const OTHER: &str = "not-the-one-that-was-sent";
const ELSEWHERE: &str = "https://elsewhere.example/return";
const HOSTILE: &str = "<script>alert(1)</script>\u{202e}txet\u{1b}[2J\r\nX-Injected: 1";

/// How a check ends for the browser.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Return {
    /// It goes there.
    To(String),
    /// It goes there twice.
    Twice(String),
    /// It stays.
    Nowhere,
}

/// A code for a check that succeeded.
pub(crate) fn make_code(faults: &BTreeSet<Fault>) -> Result<String, getrandom::Error> {
    let mut code = make_random()?;
    if faults.contains(&Fault::OddCode) {
        code.push_str(ODD_CODE_END);
    }
    if faults.contains(&Fault::LongCode) {
        code.extend(std::iter::repeat_n('c', LONG_CODE_CHARS.saturating_sub(code.chars().count())));
    }
    Ok(code)
}

/// Where the browser goes. `code` is there if and only if the check succeeded.
pub(crate) fn returning(request: &Request, outcome: Outcome, code: Option<&str>, faults: &BTreeSet<Fault>) -> Return {
    let mut fields: Vec<(&str, &str)> = Vec::new();
    match (outcome, code) {
        (Outcome::Closed, _) => return Return::Nowhere,
        (Outcome::Verified, Some(code)) => fields.push(("code", code)),
        (Outcome::Refused, _) => {
            fields.push(("error", "access_denied"));
            fields.push(("error_description", "the provider refused to confirm the identity"));
        }
        (Outcome::Verified | Outcome::GaveUp, _) => {}
    }
    if let Some(state) = &request.state {
        fields.push(("state", state));
    }
    for fault in faults {
        change(&mut fields, *fault);
    }
    let redirect_uri = if faults.contains(&Fault::ForeignRedirect) { ELSEWHERE } else { request.redirect_uri.as_str() };
    let place = if faults.contains(&Fault::FragmentReturn) {
        format!("{redirect_uri}#{}", encoded(&fields))
    } else {
        with_query(redirect_uri, &fields)
    };
    if faults.contains(&Fault::ReturnTwice) { Return::Twice(place) } else { Return::To(place) }
}

fn change(fields: &mut Vec<(&str, &str)>, fault: Fault) {
    match fault {
        Fault::WrongState => {
            fields.retain(|(name, _)| *name != "state");
            fields.push(("state", OTHER));
        }
        Fault::NoState => fields.retain(|(name, _)| *name != "state"),
        Fault::TwoStates => fields.push(("state", OTHER)),
        Fault::NoCode => fields.retain(|(name, _)| *name != "code"),
        Fault::EmptyCode => {
            for (_, value) in fields.iter_mut().filter(|(name, _)| *name == "code") {
                *value = "";
            }
        }
        Fault::TwoCodes => fields.push(("code", OTHER)),
        Fault::ErrorReturn | Fault::HostileError => {
            let is_hostile = fault == Fault::HostileError;
            fields.retain(|(name, _)| *name == "state");
            fields.push(("error", "server_error"));
            fields.push(("error_description", if is_hostile { HOSTILE } else { "on purpose" }));
        }
        Fault::ErrorAndCode => fields.push(("error", "server_error")),
        _ => {}
    }
}

/// The URI with these fields behind its own query, which is kept.
pub(crate) fn with_query(uri: &str, fields: &[(&str, &str)]) -> String {
    let separator = match uri.split_once('?') {
        _ if fields.is_empty() => "",
        None => "?",
        Some((_, query)) if query.is_empty() || query.ends_with('&') => "",
        Some(_) => "&",
    };
    format!("{uri}{separator}{}", encoded(fields))
}

fn encoded(fields: &[(&str, &str)]) -> String {
    Serializer::new(String::new()).extend_pairs(fields).finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::Fields;
    use crate::ledger::Dialect;

    fn request(redirect_uri: &str, state: Option<&str>) -> Request {
        Request {
            dialect: Dialect::WebKyc,
            redirect_uri: redirect_uri.to_owned(),
            state: state.map(str::to_owned),
            back_url: None,
            documents: 1,
            flow: None,
        }
    }

    fn place(outcome: Outcome, faults: &[Fault]) -> Return {
        let request = request("https://client.example/return", Some("s t&"));
        let code = (outcome == Outcome::Verified).then_some("c+d");
        returning(&request, outcome, code, &faults.iter().copied().collect())
    }

    #[test]
    fn a_query_of_the_clients_own_is_kept() {
        let check = |uri: &str, expected: &str| assert_eq!(with_query(uri, &[("code", "c")]), expected);
        check("https://client.example", "https://client.example?code=c");
        check("https://client.example/?", "https://client.example/?code=c");
        check("https://client.example/?a=b", "https://client.example/?a=b&code=c");
        check("https://client.example/?a=b&", "https://client.example/?a=b&code=c");
        assert_eq!(with_query("https://client.example/?a", &[]), "https://client.example/?a");
    }

    #[test]
    fn each_outcome_has_its_return() {
        let check = |outcome: Outcome, query: &str| {
            assert_eq!(place(outcome, &[]), Return::To(format!("https://client.example/return?{query}")));
        };
        check(Outcome::Verified, "code=c%2Bd&state=s+t%26");
        check(Outcome::GaveUp, "state=s+t%26");
        check(
            Outcome::Refused,
            "error=access_denied&error_description=the+provider+refused+to+confirm+the+identity&state=s+t%26",
        );
        assert_eq!(place(Outcome::Closed, &[]), Return::Nowhere);
        let stateless = request("https://client.example/return", None);
        let gave_up = returning(&stateless, Outcome::GaveUp, None, &BTreeSet::new());
        assert_eq!(gave_up, Return::To("https://client.example/return".to_owned()));
    }

    #[test]
    fn each_fault_of_the_return_does_what_it_says() {
        let check = |fault: Fault, expected: &str| {
            assert_eq!(place(Outcome::Verified, &[fault]), Return::To(expected.to_owned()), "{fault}");
        };
        let other = "not-the-one-that-was-sent";
        let base = "https://client.example/return";
        check(Fault::WrongState, &format!("{base}?code=c%2Bd&state={other}"));
        check(Fault::NoState, &format!("{base}?code=c%2Bd"));
        check(Fault::TwoStates, &format!("{base}?code=c%2Bd&state=s+t%26&state={other}"));
        check(Fault::NoCode, &format!("{base}?state=s+t%26"));
        check(Fault::EmptyCode, &format!("{base}?code=&state=s+t%26"));
        check(Fault::TwoCodes, &format!("{base}?code=c%2Bd&state=s+t%26&code={other}"));
        check(Fault::ErrorReturn, &format!("{base}?state=s+t%26&error=server_error&error_description=on+purpose"));
        check(Fault::ErrorAndCode, &format!("{base}?code=c%2Bd&state=s+t%26&error=server_error"));
        check(Fault::FragmentReturn, &format!("{base}#code=c%2Bd&state=s+t%26"));
        check(Fault::ForeignRedirect, "https://elsewhere.example/return?code=c%2Bd&state=s+t%26");
        check(Fault::DetailsSlow, &format!("{base}?code=c%2Bd&state=s+t%26"));
        let twice = place(Outcome::Verified, &[Fault::ReturnTwice]);
        assert_eq!(twice, Return::Twice(format!("{base}?code=c%2Bd&state=s+t%26")));
        let Return::To(hostile) = place(Outcome::Verified, &[Fault::HostileError]) else { panic!("no place") };
        assert!(hostile.is_ascii() && hostile.contains("%3Cscript%3E") && hostile.contains("%0D%0AX-Injected"));
    }

    #[test]
    fn odd_and_long_codes_survive_the_way() {
        let code = make_code(&BTreeSet::from([Fault::OddCode, Fault::LongCode])).unwrap();
        assert_eq!(code.chars().count(), 8_192);
        assert!(code.contains(" +/=&%41#?é\"<"));
        let place = with_query("https://client.example/", &[("code", &code)]);
        let read = Fields::read(place.split_once('?').unwrap().1).unwrap();
        assert_eq!(read.once("code"), Ok(Some(code.as_str())));
        assert_eq!(make_code(&BTreeSet::new()).unwrap().len(), 64);
    }
}
