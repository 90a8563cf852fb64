//! Which command helps after an error. The wallet's errors are told in a window too, so that they name none.

use idw_wallet::{
    AccountError, AddAccountError, AnyError, ApplicationError, ApproveError, AttributeError, ChangeAccountError,
    CheckError, DataError, DiscloseError, DocumentError, EidError, EidServiceError, ExportAccountError, InboxError,
    NextStep, PartyFault, PlaceError, ProfileError, ProposeError, ProviderError, ProviderSetting, RestoreError,
    SelfkeyError, SetAttributeError, SiteError,
};
use idw_words::{Message, message};

use crate::words::say;

/// The commands that help, a line each; none where the error's own words say it all.
pub(crate) fn hints(error: AnyError<'_>) -> Vec<String> {
    match error {
        AnyError::AccountError(error) => error.hints(),
        AnyError::AddAccountError(error) => error.hints(),
        AnyError::ApplicationError(error) => error.hints(),
        AnyError::ApproveError(error) => error.hints(),
        AnyError::AttributeError(error) => error.hints(),
        AnyError::ChangeAccountError(error) => error.hints(),
        AnyError::CheckError(error) => error.hints(),
        AnyError::DataError(error) => error.hints(),
        AnyError::DiscloseError(error) => error.hints(),
        AnyError::DocumentError(error) => error.hints(),
        AnyError::ExportAccountError(error) => error.hints(),
        AnyError::InboxError(error) => error.hints(),
        AnyError::PlaceError(error) => error.hints(),
        AnyError::ProfileError(error) => error.hints(),
        AnyError::ProposeError(error) => error.hints(),
        AnyError::EidError(error) => error.hints(),
        AnyError::EidServiceError(error) => error.hints(),
        AnyError::ProviderError(error) => error.hints(),
        AnyError::RestoreError(error) => error.hints(),
        AnyError::SetAttributeError(error) => error.hints(),
        AnyError::SiteError(error) => error.hints(),
        AnyError::ActivityError(_)
        | AnyError::BackupError(_)
        | AnyError::ChangePasswordError(_)
        | AnyError::CreateError(_)
        | AnyError::DigestError(_)
        | AnyError::KeepCheckError(_)
        | AnyError::KeepUnsavedError(_)
        | AnyError::KeyringError(_)
        | AnyError::OpenError(_)
        | AnyError::ReadMrzError(_)
        | AnyError::StoreError(_)
        | AnyError::UnlockError(_)
        | AnyError::VaultError(_) => Vec::new(),
    }
}

/// An error after which a command helps, at least sometimes.
trait Hints {
    fn hints(&self) -> Vec<String>;
}

impl Hints for AccountError {
    fn hints(&self) -> Vec<String> {
        match self {
            Self::NotFound { .. } => one(message::CliHintAccountList),
            _ => Vec::new(),
        }
    }
}

impl Hints for AddAccountError {
    fn hints(&self) -> Vec<String> {
        if let Self::Account(error) = self { error.hints() } else { Vec::new() }
    }
}

impl Hints for ChangeAccountError {
    fn hints(&self) -> Vec<String> {
        match self {
            Self::Account(error) => error.hints(),
            Self::NotExported { .. } | Self::InUse { .. } => one(message::CliHintRemoveAccount),
            _ => Vec::new(),
        }
    }
}

impl Hints for ExportAccountError {
    fn hints(&self) -> Vec<String> {
        if let Self::Account(error) = self { error.hints() } else { Vec::new() }
    }
}

impl Hints for InboxError {
    fn hints(&self) -> Vec<String> {
        match self {
            Self::NotFound { .. } => one(message::CliHintRequestsList),
            Self::Propose(error) => error.hints(),
            _ => Vec::new(),
        }
    }
}

impl Hints for CheckError {
    fn hints(&self) -> Vec<String> {
        if let Self::Provider(error) = self { error.hints() } else { Vec::new() }
    }
}

impl Hints for ProviderError {
    fn hints(&self) -> Vec<String> {
        match self {
            Self::NotFound { .. } => one(message::CliHintProviderList),
            Self::NoSecret { provider } => one(message::CliHintProviderSecret { provider: quoted(provider) }),
            Self::Setting { setting: ProviderSetting::Redirect, .. } => one(message::CliHintProviderListen),
            Self::NotKept { .. } | Self::SecretUnread { .. } => one(message::CliHintSecretFile),
            _ => Vec::new(),
        }
    }
}

impl Hints for EidError {
    fn hints(&self) -> Vec<String> {
        match self {
            Self::NotFound { .. } => one(message::CliHintEidRpList),
            _ => Vec::new(),
        }
    }
}

impl Hints for EidServiceError {
    fn hints(&self) -> Vec<String> {
        match self {
            Self::NotConnected { .. } => one(message::CliHintEidList),
            Self::Connected { .. } => one(message::CliHintEidDisconnect),
            Self::Http(_) => one(message::CliHintEidConnectAgain),
            _ => Vec::new(),
        }
    }
}

impl Hints for PlaceError {
    fn hints(&self) -> Vec<String> {
        match self {
            Self::Exists { .. } => one(message::CliHintReplaceFile),
            _ => Vec::new(),
        }
    }
}

impl Hints for ApplicationError {
    fn hints(&self) -> Vec<String> {
        match self {
            Self::NotFound { .. } => one(message::CliHintApplicationList),
            Self::Ended { site, .. } => one(message::CliHintApply { site: quoted(site) }),
            Self::NotSubmitted { site } => one(message::CliHintResume { site: quoted(site) }),
            Self::Disclose(error) => error.hints(),
            Self::OfSite(error) => error.hints(),
            Self::Account(error) => error.hints(),
            _ => Vec::new(),
        }
    }
}

impl Hints for ApproveError {
    fn hints(&self) -> Vec<String> {
        let Self::Missing { items, .. } = self else { return Vec::new() };
        // What the wallet does not know cannot be added.
        let known = items.iter().map(|item| &item.requirement).filter(|asked| asked.known);
        known.map(|asked| say(message::CliHintAttributeSet { name: &asked.name, title: &asked.called.title })).collect()
    }
}

impl Hints for AttributeError {
    fn hints(&self) -> Vec<String> {
        match self {
            Self::Unknown { .. } => one(message::CliHintAttributeTypes),
            Self::NotHeld { .. } => one(message::CliHintAttributeList),
            _ => Vec::new(),
        }
    }
}

impl Hints for SetAttributeError {
    fn hints(&self) -> Vec<String> {
        match self {
            Self::Unknown { .. } => one(message::CliHintAttributeTypes),
            Self::Document(error) => error.hints(),
            Self::Verified { .. } => one(message::CliHintChangeVerified),
            _ => Vec::new(),
        }
    }
}

impl Hints for DataError {
    fn hints(&self) -> Vec<String> {
        match self {
            Self::Attribute(error) => error.hints(),
            Self::Document(error) => error.hints(),
            Self::Profile(error) => error.hints(),
            Self::Selfkey(SelfkeyError::SeveralFit | SelfkeyError::IdentityNotFound { .. }) => {
                one(message::CliHintIdentity)
            }
            Self::Selfkey(SelfkeyError::NoneFits { .. } | SelfkeyError::OtherKind { .. }) => {
                one(message::CliHintOtherProfile)
            }
            _ => Vec::new(),
        }
    }
}

impl Hints for DiscloseError {
    fn hints(&self) -> Vec<String> {
        match self {
            Self::NoAccount { site } => one(message::CliHintSignUp { site: quoted(site) }),
            Self::Party(fault) => fault.hints(),
            Self::Unsettled { site } => one(message::CliHintResumeAsk { site: quoted(site) }),
            Self::Undecided { site, .. } => vec![
                say(message::CliHintSendAgain { site: quoted(site) }),
                say(message::CliHintAssumeSent { site: quoted(site) }),
            ],
            Self::Account(error) => error.hints(),
            _ => Vec::new(),
        }
    }
}

impl Hints for DocumentError {
    fn hints(&self) -> Vec<String> {
        match self {
            Self::NotFound { .. } => one(message::CliHintDocumentList),
            Self::Awaited { site } => vec![
                say(message::CliHintResume { site: quoted(site) }),
                say(message::CliHintCancelApplication { site: quoted(site) }),
            ],
            _ => Vec::new(),
        }
    }
}

impl Hints for PartyFault {
    fn hints(&self) -> Vec<String> {
        match (self.next(), self.party()) {
            (Some(NextStep::GoOn), Some(party)) => one(message::CliHintResumeWhereStopped { site: quoted(party) }),
            (Some(NextStep::AskWhetherItArrived), Some(party)) => {
                one(message::CliHintResumeAsk { site: quoted(party) })
            }
            (Some(NextStep::TakeADescriptionFromAFile), _) => one(message::CliHintSiteFromFile),
            _ => Vec::new(),
        }
    }
}

impl Hints for ProfileError {
    fn hints(&self) -> Vec<String> {
        match self {
            Self::NotFound { .. } => one(message::CliHintProfileList),
            Self::NotEmpty { .. } => one(message::CliHintRemoveContents),
            Self::Account(error) => error.hints(),
            _ => Vec::new(),
        }
    }
}

impl Hints for ProposeError {
    fn hints(&self) -> Vec<String> {
        match self {
            Self::Site(error) => error.hints(),
            Self::Account(error) => error.hints(),
            Self::Attribute(error) => error.hints(),
            _ => Vec::new(),
        }
    }
}

impl Hints for RestoreError {
    fn hints(&self) -> Vec<String> {
        if self.can_be_undone() {
            return one(message::CliHintLineEnds { command: r"sed 's/\r$//' FILE > COPY" });
        }
        Vec::new()
    }
}

impl Hints for SiteError {
    fn hints(&self) -> Vec<String> {
        match self {
            Self::NotFound { .. } => one(message::CliHintSiteList),
            Self::NameTaken { .. } => one(message::CliHintSiteName),
            Self::Party(fault) => fault.hints(),
            Self::Account(error) => error.hints(),
            _ => Vec::new(),
        }
    }
}

fn one(line: impl Message) -> Vec<String> {
    vec![say(line)]
}

/// A site's name as a POSIX shell reads one word: it chose the name, and whoever pastes the line must not run it.
pub(crate) fn quoted(name: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | ':' | '/');
    match name.chars().next() {
        Some(first) if first != '-' && name.chars().all(is_plain) => name.to_owned(),
        // What begins like an option is none behind `--`.
        Some('-') => format!("-- '{}'", name.replace('\'', r"'\''")),
        _ => format!("'{}'", name.replace('\'', r"'\''")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::Failure;

    /// What was said in one sentence is said in two places now: none of it may get lost.
    #[test]
    fn errors_keep_their_commands_also_inside_another() {
        let check = |failure: Failure, expected: &[&str]| assert_eq!(failure.hints, expected, "{failure:?}");
        let gone = || AccountError::NotFound { name: "travel".to_owned() };
        check(gone().into(), &["Run `idw account list` to see your accounts."]);
        check(SiteError::from(gone()).into(), &["Run `idw account list` to see your accounts."]);
        check(ProposeError::from(SiteError::from(gone())).into(), &["Run `idw account list` to see your accounts."]);
        let no_account = || DiscloseError::NoAccount { site: "Bank".to_owned() };
        check(no_account().into(), &["Run `idw signup Bank` to sign up there."]);
        check(ApplicationError::from(no_account()).into(), &["Run `idw signup Bank` to sign up there."]);
        let ended = ApplicationError::Ended { site: "Bank".to_owned(), refused: true };
        check(ended.into(), &["Run `idw apply Bank` to make a new application."]);
        check(AccountError::Shape { name: "main".to_owned() }.into(), &[]);
    }

    #[test]
    fn a_name_is_one_word_and_no_more() {
        let check = |name: &str, expected: &str| assert_eq!(quoted(name), expected, "{name}");
        check("Bank", "Bank");
        check("https://bank.example/lws", "https://bank.example/lws");
        check("Bank & Sons", "'Bank & Sons'");
        check("a\"$(touch owned)`id`", "'a\"$(touch owned)`id`'");
        check("it's", r"'it'\''s'");
        check("--yes", "-- '--yes'");
        check("", "''");
    }
}
