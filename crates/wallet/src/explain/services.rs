//! Identity checks and Auth eID.

use idw_autheid::{sign::SignError, wire::WireStatus};
use idw_http::BodyFault;
use idw_words::{Argument, Message as _, MessageData, message};

use super::Explain;
use crate::{
    CheckError, EidError, EidServiceError, KeepCheckError, ProviderError, ProviderSetting, RefusalWords,
    ServiceAddressFault, ServiceFault, SettingFault, protocols::ListingFault, providers::MAX_NAME_CHARS,
};

impl Explain for CheckError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Provider(error) => error.explain(),
            Self::OfCompany { profile } => message::ErrorCheckCompany { profile }.into(),
            Self::Check { source } if source.may_be_spent() => {
                message::ErrorCheckSpent { reason: source.explain() }.into()
            }
            Self::Check { source } => message::ErrorCheck { reason: source.explain() }.into(),
            Self::Review(error) => error.explain(),
            Self::Store(error) => error.explain(),
        }
    }
}

impl Explain for KeepCheckError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Changed => message::ErrorKeepCheckChanged.into(),
            Self::NoSuchItem { name } => message::ErrorKeepCheckNoItem { name }.into(),
            Self::Selfie(error) => message::ErrorKeepCheckSelfie { reason: error.explain() }.into(),
            Self::Document(error) => error.explain(),
            Self::Store(error) => error.explain(),
        }
    }
}

impl Explain for ProviderError {
    fn explain(&self) -> MessageData {
        match self {
            Self::NotFound { name } => message::ErrorProviderNotFound { name }.into(),
            Self::NameTaken { name } => message::ErrorProviderNameTaken { name }.into(),
            Self::Name => message::ErrorName { most: MAX_NAME_CHARS }.into(),
            Self::Setting { setting: ProviderSetting::All, why } => {
                message::ErrorProviderSettings { reason: why.explain() }.into()
            }
            Self::Setting { setting, why } => {
                message::ErrorProviderSetting { setting: setting.explain(), reason: why.explain() }.into()
            }
            Self::Secret(error) => message::ErrorProviderSecret { reason: error.explain() }.into(),
            Self::NotKept { provider, source } => {
                message::ErrorProviderNotKept { provider, reason: source.explain() }.into()
            }
            Self::NoSecret { provider } => message::ErrorProviderNoSecret { provider }.into(),
            Self::SecretFile { provider, path, source } => {
                message::ErrorProviderSecretFile { provider, path, reason: source.explain() }.into()
            }
            Self::SecretFileTooLarge { provider, path } => {
                message::ErrorProviderSecretFileLarge { provider, path }.into()
            }
            Self::SecretUnread { provider, source } => {
                message::ErrorProviderSecretUnread { provider, reason: source.explain() }.into()
            }
            Self::Store(error) => error.explain(),
        }
    }
}

/// Its name, as the form for a provider has it.
impl Explain for ProviderSetting {
    fn explain(&self) -> MessageData {
        match self {
            Self::Authorize => message::ProviderAuthorize.into(),
            Self::Api => message::ProviderApi.into(),
            Self::Redirect => message::ProviderRedirect.into(),
            Self::Listen => message::ProviderListenField.into(),
            Self::All => message::ErrorProviderSettingAll.into(),
        }
    }
}

impl Explain for SettingFault {
    fn explain(&self) -> MessageData {
        match self {
            Self::NotAUrl => message::ErrorProviderSettingUrl.into(),
            Self::MadeByProvider => message::ErrorProviderSettingMade.into(),
            Self::NeedsListen => message::ErrorProviderSettingListen.into(),
            Self::Address(error) => error.explain(),
            Self::Check(error) => error.explain(),
        }
    }
}

impl Explain for EidError {
    fn explain(&self) -> MessageData {
        match self {
            Self::NotFound { name } => message::ErrorEidNotFound { name }.into(),
            Self::Ambiguous { name, fitting } => {
                message::ErrorEidAmbiguous { name, fitting: Argument::list(fitting) }.into()
            }
            Self::OfService { name, host } => message::ErrorEidOfService { name, host }.into(),
            Self::NameTaken { name } => message::ErrorEidNameTaken { name }.into(),
            Self::Name { most } => message::ErrorName { most }.into(),
            Self::OpenLimit { most } => message::ErrorEidOpenLimit { most: Argument::Amount(u64::from(*most)) }.into(),
            Self::LogoTooLarge { most } => message::ErrorEidLogoTooLarge { most: Argument::Size(*most as u64) }.into(),
            Self::Logo(error) => message::ErrorEidLogo { reason: error.explain() }.into(),
            Self::Pdf(error) => message::ErrorEidPdf { reason: error.explain() }.into(),
            Self::Document(error) => error.explain(),
            Self::Changed => message::ErrorEidChanged.into(),
            Self::Attribute(error) => error.explain(),
            Self::NoRandomness => message::ErrorEidRandomness.into(),
            Self::Sign(error) => sign(error),
            Self::Store(error) => error.explain(),
        }
    }
}

/// What went wrong with a key or a certificate. Only a random number that is missing is something that people know.
fn sign(error: &SignError) -> MessageData {
    match error {
        SignError::Random(_) => message::ErrorEidRandomness.into(),
        SignError::Kept(_) => message::ErrorEidKeysDamaged.into(),
        SignError::Library(_)
        | SignError::Time
        | SignError::Name
        | SignError::Refused(_)
        | SignError::NotIssuedHere
        | SignError::Certificate(_)
        | SignError::Asn1(_)
        | SignError::Token(_) => message::ErrorEidKeys.into(),
    }
}

impl Explain for EidServiceError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Address { url, why } => message::ErrorEidServiceAddress { url, reason: why.explain() }.into(),
            Self::Code => message::ErrorEidServiceCode.into(),
            Self::Name { most } => message::ErrorEidServiceName { most }.into(),
            Self::Connected { host } => message::ErrorEidServiceConnected { host }.into(),
            Self::SameService { host, url } => message::ErrorEidServiceSame { host, url }.into(),
            Self::NotConnected { url } => message::ErrorEidServiceNotConnected { url }.into(),
            Self::Disconnected => message::ErrorEidServiceDisconnected.into(),
            Self::Http(error) => error.explain(),
            Self::Refused { host, said, .. } => match said {
                RefusalWords::Said(said) => message::ErrorEidServiceRefused { host, said }.into(),
                RefusalWords::Nothing => message::ErrorEidServiceRefusedSilently { host }.into(),
                RefusalWords::Status(status) => message::ErrorEidServiceFailed { host, status }.into(),
            },
            Self::CodeRefused { host } => message::ErrorEidServiceCodeRefused { host }.into(),
            Self::Clock { host, ahead_seconds } => clock(host, *ahead_seconds),
            Self::Token { host } => message::ErrorEidServiceToken { host }.into(),
            Self::Device { host } => message::ErrorEidServiceDevice { host }.into(),
            Self::Over { status } => over(*status),
            Self::NotUnderstood { host, what } => {
                message::ErrorEidServiceNotUnderstood { host, reason: what.explain() }.into()
            }
            Self::NotRead { host, fault: BodyFault::TooLong { limit_bytes } } => {
                message::ErrorEidServiceTooLong { host, limit: Argument::Size(*limit_bytes as u64) }.into()
            }
            Self::NotRead { host, fault: _ } => message::ErrorEidServiceCompressed { host }.into(),
            Self::Sign(error) => sign(error),
            Self::Eid(error) => error.explain(),
            Self::Store(error) => error.explain(),
        }
    }
}

impl Explain for ServiceAddressFault {
    fn explain(&self) -> MessageData {
        match self {
            Self::NotAUrl => message::ErrorEidServiceAddressUrl.into(),
            Self::Path => message::ErrorEidServiceAddressPath.into(),
            Self::Url(error) => error.explain(),
        }
    }
}

/// How far a service's clock is ahead of this computer's.
fn clock(host: &str, ahead_seconds: Option<i64>) -> MessageData {
    let Some(ahead) = ahead_seconds else { return message::ErrorEidServiceClock { host }.into() };
    let minutes = ahead.unsigned_abs().div_ceil(60);
    if ahead > 0 {
        message::ErrorEidServiceClockBehind { host, minutes }.data()
    } else {
        message::ErrorEidServiceClockAhead { host, minutes }.data()
    }
}

fn over(status: Option<WireStatus>) -> MessageData {
    match status {
        Some(WireStatus::Success) => message::ErrorEidServiceOverApproved.into(),
        Some(WireStatus::AccountNotVerified) => message::ErrorEidServiceOverAnswered.into(),
        Some(WireStatus::UserCancelled) => message::ErrorEidServiceOverDeclined.into(),
        Some(WireStatus::RpCancelled) => message::ErrorEidServiceOverWithdrawn.into(),
        Some(WireStatus::Timeout) => message::ErrorEidServiceOverEnded.into(),
        None => message::ErrorEidServiceOverDecided.into(),
    }
}

impl Explain for ServiceFault {
    fn explain(&self) -> MessageData {
        match self {
            Self::Redirect => message::ErrorEidFaultRedirect.into(),
            Self::RefusalWithoutReason => message::ErrorEidFaultRefusal.into(),
            Self::Form => message::ErrorEidFaultForm.into(),
            Self::Token => message::ErrorEidFaultToken.into(),
            Self::Nonce => message::ErrorEidFaultNonce.into(),
            Self::List => message::ErrorEidFaultList.into(),
            Self::Cursor => message::ErrorEidFaultCursor.into(),
            Self::Clock => message::ErrorEidFaultClock.into(),
            Self::Verdict => message::ErrorEidFaultVerdict.into(),
            Self::ServiceId => message::ErrorEidFaultServiceId.into(),
            Self::Email => message::ErrorEidFaultEmail.into(),
            Self::DeviceId => message::ErrorEidFaultDeviceId.into(),
            Self::Root => message::ErrorEidFaultRoot.into(),
        }
    }
}

impl Explain for ListingFault {
    fn explain(&self) -> MessageData {
        match self {
            Self::TooMany { most } => message::ErrorEidListMany { most }.into(),
            Self::Unreadable => message::ErrorEidListUnreadable.into(),
            Self::Invalid { why } => message::ErrorEidListInvalid { why }.into(),
            Self::OtherEmail => message::ErrorEidListEmail.into(),
            Self::Twice => message::ErrorEidListTwice.into(),
            Self::TooOften => message::ErrorEidListOften.into(),
            Self::PartyId => message::ErrorEidListPartyId.into(),
            Self::PartyName => message::ErrorEidListPartyName.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use idw_words::{Language, Words};

    use super::*;

    #[test]
    fn it_says_how_far_the_clock_is_off() {
        let words = Words::new(Language::English);
        let text = |ahead| words.tell(&clock("eid.example", ahead));
        let expected =
            "This computer’s clock is 11 minutes behind the clock of eid.example. Set this computer’s clock.";
        assert_eq!(text(Some(601)), expected);
        let expected =
            "This computer’s clock is 10 minutes ahead of the clock of eid.example. Set this computer’s clock.";
        assert_eq!(text(Some(-600)), expected);
        assert!(text(Some(60)).contains("1 minute behind"));
        assert!(text(None).contains("more than five minutes"));
        assert!(text(Some(i64::MIN)).contains("ahead of"));
    }
}
