//! Identity checks by Web KYC.

use idw_webkyc::{AddressError, Call, Oddity, SecretError, SettingFault, WebKycError};
use idw_words::{Message as _, MessageData, message};

use super::{Explain, http::sentences};

impl Explain for WebKycError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Setting { fault: SettingFault::State } => message::ErrorWebkycSettingState.data(),
            Self::Setting { fault: SettingFault::ClientId } => message::ErrorWebkycSettingClientId.data(),
            Self::Setting { fault: SettingFault::Colon } => message::ErrorWebkycSettingColon.data(),
            Self::Url(error) => error.explain(),
            Self::PortInUse { address } => message::ErrorWebkycPortInUse { address: address.to_string() }.data(),
            Self::NoPort { address, source } => {
                message::ErrorWebkycNoPort { address: address.to_string(), reason: source.explain() }.data()
            }
            Self::Randomness(_) => message::ErrorWebkycRandom.data(),
            Self::TimedOut => message::ErrorWebkycTimedOut.data(),
            Self::GaveUp => message::ErrorWebkycGaveUp.data(),
            Self::Refused { error, description } => {
                sentences(message::ErrorWebkycRefused.data(), says(error.as_deref(), description.as_deref()))
            }
            Self::Http { call, source } => sentences(source.explain(), [doing(*call)]),
            Self::ProviderRefused { call, status, code, message: said } => {
                let status = message::ErrorWebkycStatus { status, doing: doing(*call) }.data();
                sentences(status, says(code.as_deref(), said.as_deref()))
            }
            Self::TooOld { message: said } => sentences(message::ErrorWebkycTooOld.data(), says(None, said.as_deref())),
            Self::NotPassed { status } => message::ErrorWebkycNotPassed { status }.data(),
            Self::NotUnderstood { what } => what.explain(),
            Self::NotRead { call, fault } => {
                message::ErrorWebkycNotRead { fault: fault.explain(), doing: doing(*call) }.data()
            }
        }
    }
}

/// What the wallet was doing, a sentence.
fn doing(call: Call) -> MessageData {
    match call {
        Call::VerificationUrl => message::ErrorWebkycDoingVerificationUrl.data(),
        Call::Token => message::ErrorWebkycDoingToken.data(),
        Call::Details | Call::VerificationResult => message::ErrorWebkycDoingDetails.data(),
    }
}

/// The provider's own words, where it has any.
fn says(code: Option<&str>, said: Option<&str>) -> Option<MessageData> {
    match (code, said) {
        (None, None) => None,
        (Some(code), Some(said)) => Some(message::ErrorWebkycSaysCode { said, code }.data()),
        (Some(said), None) | (None, Some(said)) => Some(message::ErrorWebkycSays { said }.data()),
    }
}

impl Explain for Oddity {
    fn explain(&self) -> MessageData {
        let what = match self {
            Self::Code => return message::ErrorWebkycCode.data(),
            Self::NotJson => message::ErrorWebkycNotJson.data(),
            Self::NotAnObject => message::ErrorWebkycNotAnObject.data(),
            Self::Status => message::ErrorWebkycBadStatus.data(),
            Self::NoStatus => message::ErrorWebkycNoStatus.data(),
            Self::NoToken => message::ErrorWebkycNoToken.data(),
            Self::Token => message::ErrorWebkycBadToken.data(),
            Self::NoAddress => message::ErrorWebkycNoAddress.data(),
        };
        message::ErrorWebkycNotUnderstood { what }.data()
    }
}

impl Explain for AddressError {
    fn explain(&self) -> MessageData {
        match self {
            Self::TooLong => message::ErrorWebkycAddressTooLong.data(),
            Self::NotAnAddress => message::ErrorWebkycAddressMalformed.data(),
            Self::Insecure => message::ErrorWebkycAddressInsecure.data(),
            Self::NotThisMachine => message::ErrorWebkycAddressElsewhere.data(),
            Self::NoPort => message::ErrorWebkycAddressPort.data(),
            Self::Credentials => message::ErrorWebkycAddressCredentials.data(),
            Self::Fragment => message::ErrorWebkycAddressFragment.data(),
            Self::Query => message::ErrorWebkycAddressQuery.data(),
        }
    }
}

impl Explain for SecretError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Empty => message::ErrorWebkycSecretEmpty.data(),
            Self::TooLong => message::ErrorWebkycSecretTooLong.data(),
            Self::Control => message::ErrorWebkycSecretControl.data(),
        }
    }
}
