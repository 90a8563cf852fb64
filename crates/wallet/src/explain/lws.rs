//! Login with SelfKey.

use std::time::Duration;

use idw_http::Outage;
use idw_lws::{
    Call, DescriptionError, FieldFault, LwsError, NonceError, NotJson, PayloadError, ProtocolFault, Refusal,
    SignerError, TokenError,
};
use idw_words::{Argument, Message as _, MessageData, message};

use super::{
    Explain,
    http::{explain_outage, explain_proxy, remedy, sentences},
};

impl Explain for LwsError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Refused(refusal) => refusal.explain(),
            Self::NoSuchUser => message::ErrorLwsNoSuchUser.data(),
            Self::TooLarge { call, file, with_files, limit_bytes } => {
                too_large(*call, file.as_deref(), *with_files, *limit_bytes)
            }
            Self::NotOffered { call } => message::ErrorLwsNotOffered { doing: doing(*call) }.data(),
            Self::Unreachable { call, host, outage, retry_after, said } => {
                let said = said.as_ref().map(|said| message::ErrorLwsSays { said }.data());
                let rest = [doing(*call)].into_iter().chain(said).chain(after(*call, *outage, *retry_after));
                sentences(explain_outage(host, *outage), rest)
            }
            Self::Proxy { call, host, proxy, fault } => sentences(explain_proxy(host, proxy, *fault), [doing(*call)]),
            // What else is there was told in the log.
            Self::NoDescription { tried, source: _ } => {
                message::ErrorLwsNoDescription { addresses: Argument::list(tried) }.data()
            }
            Self::Protocol { call, host, fault } => {
                message::ErrorLwsProtocol { host, fault: fault.explain(), doing: doing(*call) }.data()
            }
            Self::Description(error) => error.explain(),
            Self::Url(error) => message::ErrorHttpNotSent { reason: error.explain() }.data(),
            Self::Signer(error) => error.explain(),
            Self::Payload(error) => message::ErrorHttpNotSent { reason: error.explain() }.data(),
            Self::Http(error) => error.explain(),
        }
    }
}

/// What the wallet was doing, a sentence.
fn doing(call: Call) -> MessageData {
    match call {
        Call::Description => message::ErrorLwsDoingDescription.data(),
        Call::Challenge => message::ErrorLwsDoingChallenge.data(),
        Call::Response => message::ErrorLwsDoingResponse.data(),
        Call::UserFile | Call::KycFile => message::ErrorLwsDoingFile.data(),
        Call::SignUp => message::ErrorLwsDoingSignUp.data(),
        Call::UserToken => message::ErrorLwsDoingUserToken.data(),
        Call::LogIn => message::ErrorLwsDoingLogIn.data(),
        Call::Templates => message::ErrorLwsDoingTemplates.data(),
        Call::Template => message::ErrorLwsDoingTemplate.data(),
        Call::Apply => message::ErrorLwsDoingApply.data(),
        Call::Schema => message::ErrorLwsDoingSchema.data(),
        Call::Applications => message::ErrorLwsDoingApplications.data(),
        Call::Application => message::ErrorLwsDoingApplication.data(),
        Call::Update => message::ErrorLwsDoingUpdate.data(),
        Call::Cancel => message::ErrorLwsDoingCancel.data(),
    }
}

/// What a site refused.
fn refused(call: Call) -> MessageData {
    match call {
        Call::Description => message::ErrorLwsRefusedDescription.data(),
        Call::Challenge => message::ErrorLwsRefusedChallenge.data(),
        Call::Response => message::ErrorLwsRefusedResponse.data(),
        Call::UserFile | Call::KycFile => message::ErrorLwsRefusedFile.data(),
        Call::SignUp => message::ErrorLwsRefusedSignUp.data(),
        Call::UserToken => message::ErrorLwsRefusedUserToken.data(),
        Call::LogIn => message::ErrorLwsRefusedLogIn.data(),
        Call::Templates => message::ErrorLwsRefusedTemplates.data(),
        Call::Template => message::ErrorLwsRefusedTemplate.data(),
        Call::Apply => message::ErrorLwsRefusedApply.data(),
        Call::Schema => message::ErrorLwsRefusedSchema.data(),
        Call::Applications => message::ErrorLwsRefusedApplications.data(),
        Call::Application => message::ErrorLwsRefusedApplication.data(),
        Call::Update => message::ErrorLwsRefusedUpdate.data(),
        Call::Cancel => message::ErrorLwsRefusedCancel.data(),
    }
}

impl Explain for Refusal {
    fn explain(&self) -> MessageData {
        let Self { call, status, code, message: said, fields, file, retry_after } = self;
        let what = refused(*call);
        let refused = match code {
            Some(code) => message::ErrorLwsRefusedCode { what, status, code }.data(),
            None => message::ErrorLwsRefused { what, status }.data(),
        };
        let file = file.as_ref().map(|file| message::ErrorLwsAboutFile { file }.data());
        let said = said.as_ref().map(|said| message::ErrorLwsSays { said }.data());
        let of_fields = fields.iter().map(Explain::explain);
        sentences(refused, file.into_iter().chain(said).chain(of_fields).chain(retry_after.map(wait)))
    }
}

impl Explain for FieldFault {
    fn explain(&self) -> MessageData {
        let Self { field, message: said } = self;
        match field {
            Some(field) => message::ErrorLwsSaysOf { field, said }.data(),
            None => message::ErrorLwsSays { said }.data(),
        }
    }
}

/// How long the site asks to wait, rounded up.
fn wait(wait: Duration) -> MessageData {
    let seconds = wait.as_secs();
    match seconds {
        0..=119 => message::ErrorLwsWaitSeconds { count: seconds }.data(),
        120..=7_199 => message::ErrorLwsWaitMinutes { count: seconds.div_ceil(60) }.data(),
        _ => message::ErrorLwsWaitHours { count: seconds.div_ceil(3600) }.data(),
    }
}

fn too_large(call: Call, file: Option<&str>, with_files: bool, limit_bytes: Option<u64>) -> MessageData {
    match (file, limit_bytes.map(at_most)) {
        (Some(file), Some(limit)) => message::ErrorLwsTooLargeFileLimit { file, limit }.data(),
        (Some(file), None) => message::ErrorLwsTooLargeFile { file }.data(),
        (None, Some(limit)) if with_files => message::ErrorLwsTooLargeFilesLimit { limit }.data(),
        (None, None) if with_files => message::ErrorLwsTooLargeFiles.data(),
        (None, _) => message::ErrorLwsTooLargeRequest { doing: doing(call) }.data(),
    }
}

/// A limit rounded down to what is shown of it: a file of the size that is shown has to fit.
fn at_most(bytes: u64) -> Argument {
    let shown = match bytes {
        0..1_000 => 1,
        1_000..1_000_000 => 1_000,
        1_000_000..10_000_000 => 100_000,
        _ => 1_000_000,
    };
    Argument::Size(bytes - bytes % shown)
}

/// What follows from an outage.
fn after(call: Call, outage: Outage, retry_after: Option<Duration>) -> Vec<MessageData> {
    if matches!(outage, Outage::CutShort { .. }) {
        return vec![message::ErrorLwsCutShort.data()];
    }
    match call {
        Call::Apply if outage.may_have_arrived() => vec![message::ErrorLwsApplicationUnknown.data()],
        Call::SignUp if outage.may_have_arrived() => vec![message::ErrorLwsSignUpUnknown.data()],
        _ => match (remedy(outage), retry_after) {
            // It says that nothing was sent.
            (Some(remedy), _) if matches!(outage, Outage::Tls(_)) => vec![remedy],
            (Some(remedy), _) => vec![message::ErrorLwsNothingLost.data(), remedy],
            (None, Some(asked)) => vec![message::ErrorLwsNothingLost.data(), wait(asked)],
            (None, None) => vec![message::ErrorLwsTryLater.data()],
        },
    }
}

impl Explain for ProtocolFault {
    fn explain(&self) -> MessageData {
        match self {
            Self::NotJson(NotJson::Empty) => message::ErrorLwsEmpty.data(),
            Self::NotJson(NotJson::WebPage) => message::ErrorLwsWebPage.data(),
            Self::NotJson(NotJson::Damaged) => message::ErrorLwsDamaged.data(),
            Self::NotJson(NotJson::Other) => message::ErrorLwsNotJson.data(),
            Self::Missing(name) => message::ErrorLwsPartMissing { name }.data(),
            Self::Body(fault) => fault.explain(),
            Self::Redirect { status } => message::ErrorLwsRedirect { status }.data(),
            Self::Status(status) => message::ErrorLwsStatus { status }.data(),
            Self::Token(error) => error.explain(),
            Self::Nonce(error) => error.explain(),
            Self::BadRedirect => message::ErrorLwsBadRedirect.data(),
            Self::TooMany(most) => message::ErrorLwsTooMany { most: Argument::Amount(*most as u64) }.data(),
        }
    }
}

impl Explain for TokenError {
    fn explain(&self) -> MessageData {
        match self {
            Self::NotAToken => message::ErrorLwsTokenMalformed.data(),
            Self::TooLong => message::ErrorLwsTokenTooLong.data(),
            Self::NoNonce => message::ErrorLwsTokenNoNonce.data(),
            Self::BadTime => message::ErrorLwsTokenTime.data(),
            Self::Expired => message::ErrorLwsTokenExpired.data(),
            Self::NotYetValid => message::ErrorLwsTokenEarly.data(),
            Self::ForeignSubject => message::ErrorLwsTokenForeign.data(),
        }
    }
}

impl Explain for NonceError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Length => message::ErrorLwsNonceLength.data(),
            Self::Alphabet => message::ErrorLwsNonceAlphabet.data(),
        }
    }
}

impl Explain for DescriptionError {
    fn explain(&self) -> MessageData {
        match self {
            Self::NotJson => message::ErrorLwsDescriptionNotJson.data(),
            Self::NoRoot => message::ErrorLwsDescriptionNoRoot.data(),
            Self::Url(error) => message::ErrorLwsDescriptionUrl { reason: error.explain() }.data(),
            Self::BadEndpoints => message::ErrorLwsDescriptionEndpoints.data(),
            Self::BadAttributes => message::ErrorLwsDescriptionAttributes.data(),
            Self::BadAttribute { position } => message::ErrorLwsDescriptionAttribute { position }.data(),
            Self::TooManyAttributes => message::ErrorLwsDescriptionTooMany.data(),
        }
    }
}

impl Explain for SignerError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Locked => message::ErrorLwsSignerLocked.data(),
            Self::Unavailable(_) => message::ErrorLwsSignerUnavailable.data(),
            Self::BadSignature => message::ErrorLwsSignerBad.data(),
        }
    }
}

impl Explain for PayloadError {
    fn explain(&self) -> MessageData {
        match self {
            Self::NoSuchPlace { schema } => message::ErrorLwsPayloadPlace { schema }.data(),
            Self::NoSuchFile { schema } => message::ErrorLwsPayloadFile { schema }.data(),
            Self::BadMediaType { name } => message::ErrorLwsPayloadMediaType { name }.data(),
        }
    }
}

#[cfg(test)]
mod tests {
    use idw_http::TlsFault;
    use idw_words::{Language, Words};

    use super::*;

    fn said(error: &LwsError) -> String {
        Words::new(Language::English).tell(&error.explain())
    }

    #[test]
    fn what_follows_from_an_outage_depends_on_what_was_sent() {
        let check = |call: Call, outage: Outage, retry_after: Option<u64>, expected: &str| {
            let retry_after = retry_after.map(Duration::from_secs);
            let host = "rp.example".to_owned();
            let error = LwsError::Unreachable { call, host, outage, retry_after, said: None };
            let said = said(&error);
            assert!(said.ends_with(expected), "{said}");
        };
        check(Call::LogIn, Outage::Timeout, None, "Nothing was lost. Try again later.");
        check(Call::LogIn, Outage::ServerError(503), Some(121), "The site asks you to try again in 3 minutes.");
        check(Call::Apply, Outage::NotConnected, None, "Check your internet connection, or try again later.");
        check(Call::Apply, Outage::Timeout, None, "Do not send it again before you know that it has not.");
        check(Call::SignUp, Outage::Interrupted, None, "Log in to find out.");
        check(Call::SignUp, Outage::CutShort { sent: 1, total: 2 }, None, "Send smaller ones, or try again later.");
        check(Call::LogIn, Outage::Tls(TlsFault::NotTls), None, "Nothing was sent. Check the port in the address.");
    }

    #[test]
    fn a_refusal_has_the_sites_words_in_quotation_marks() {
        let refusal = Refusal {
            call: Call::SignUp,
            status: 422,
            code: Some("invalid".to_owned()),
            message: Some("Something is wrong".to_owned()),
            fields: vec![FieldFault { field: Some("email".to_owned()), message: "taken".to_owned() }],
            file: Some("a.png".to_owned()),
            retry_after: Some(Duration::from_secs(1)),
        };
        assert_eq!(
            said(&LwsError::Refused(Box::new(refusal))),
            "The site refused the sign-up (status 422, invalid). It was the file “a.png”. The site says: “Something is \
             wrong”. The site says about email: “taken”. The site asks you to try again in 1 second."
        );
    }

    #[test]
    fn a_file_of_the_size_that_is_named_fits() {
        let too_large = |limit_bytes| {
            let file = Some("a.png".to_owned());
            said(&LwsError::TooLarge { call: Call::KycFile, file, with_files: true, limit_bytes: Some(limit_bytes) })
        };
        assert!(too_large(60_999).contains("at most 60 kB"), "{}", too_large(60_999));
        assert!(too_large(1_490_000).contains("at most 1.4 MB"), "{}", too_large(1_490_000));
        assert!(too_large(99_900_000).contains("at most 99 MB"), "{}", too_large(99_900_000));
    }
}
