//! Which command helps after an error. The wallet's errors are told in a window too, so that they name none.

use idw_wallet::{
    AccountError, AddAccountError, AnyError, ApplicationError, ApproveError, AttributeError, ChangeAccountError,
    CheckError, DataError, DiscloseError, DocumentError, EidError, EidServiceError, ExportAccountError, InboxError,
    NextStep, PartyFault, PlaceError, ProfileError, ProposeError, ProviderError, RestoreError, SelfkeyError,
    SetAttributeError, SiteError,
};

/// The commands that help, each in a line; none where the error's own words say it all.
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
            Self::NotFound { .. } => one("`idw account list` shows those there are"),
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
            Self::NotExported { .. } | Self::InUse { .. } => one("--force removes the account anyway"),
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
            Self::NotFound { .. } => one("`idw requests list` shows those there are"),
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
            Self::NotFound { .. } => one("`idw provider list` shows those there are"),
            Self::NoSecret { provider } => {
                one(format!("`idw provider secret {}` keeps it in the system keyring", quoted(provider)))
            }
            Self::Setting { setting: "the redirect URI", .. } => {
                one("--listen says where the wallet waits, as in --listen 127.0.0.1:8467/verified")
            }
            Self::NotKept { .. } | Self::SecretUnread { .. } => {
                one("`idw verify` takes the secret from a file, too: --client-secret-file")
            }
            _ => Vec::new(),
        }
    }
}

impl Hints for EidError {
    fn hints(&self) -> Vec<String> {
        match self {
            Self::NotFound { .. } => one("`idw eid rp list` shows those there are"),
            _ => Vec::new(),
        }
    }
}

impl Hints for EidServiceError {
    fn hints(&self) -> Vec<String> {
        match self {
            Self::NotConnected { .. } => one("`idw eid list` shows those there are"),
            Self::Connected { .. } => one("`idw eid disconnect URL` ends that connection"),
            Self::Http(_) => one("the same `idw eid connect` again goes on where this one stopped"),
            _ => Vec::new(),
        }
    }
}

impl Hints for PlaceError {
    fn hints(&self) -> Vec<String> {
        match self {
            Self::Exists { .. } => one("--force replaces it"),
            _ => Vec::new(),
        }
    }
}

impl Hints for ApplicationError {
    fn hints(&self) -> Vec<String> {
        match self {
            Self::NotFound { .. } => one("`idw application list` shows those there are"),
            Self::Ended { site, .. } => one(format!("`idw apply {}` makes a new one", quoted(site))),
            Self::NotSubmitted { site } => one(resume(site, "goes on with it")),
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
        let add = |name: &str, title: &str| format!("`idw attribute set {name}` adds {title}");
        // What the wallet does not know cannot be added.
        let known = items.iter().map(|item| &item.requirement).filter(|asked| asked.known);
        known.map(|asked| add(&asked.name, &asked.called.title)).collect()
    }
}

impl Hints for AttributeError {
    fn hints(&self) -> Vec<String> {
        match self {
            Self::Unknown { .. } => one(ATTRIBUTE_TYPES),
            Self::NotHeld { .. } => one("`idw attribute list` shows what it holds"),
            _ => Vec::new(),
        }
    }
}

impl Hints for SetAttributeError {
    fn hints(&self) -> Vec<String> {
        match self {
            Self::Unknown { .. } => one(ATTRIBUTE_TYPES),
            Self::Document(error) => error.hints(),
            Self::Verified { .. } => one("--yes changes it all the same"),
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
                one("--identity ID names one of them")
            }
            Self::Selfkey(SelfkeyError::NoneFits { .. } | SelfkeyError::OtherKind { .. }) => {
                one("`idw profile add` makes a profile of the other kind, and --profile NAME imports into it")
            }
            _ => Vec::new(),
        }
    }
}

impl Hints for DiscloseError {
    fn hints(&self) -> Vec<String> {
        match self {
            Self::NoAccount { site } => one(format!("`idw signup {}` signs up there", quoted(site))),
            Self::Party(fault) => fault.hints(),
            Self::Unsettled { site } => one(resume(site, "finds out")),
            Self::Undecided { site, .. } => vec![
                format!("`idw application resume --send-again {}` sends it again", quoted(site)),
                format!("`idw application resume --assume-sent {}` takes it as arrived", quoted(site)),
            ],
            Self::Account(error) => error.hints(),
            _ => Vec::new(),
        }
    }
}

impl Hints for DocumentError {
    fn hints(&self) -> Vec<String> {
        match self {
            Self::NotFound { .. } => one("`idw document list` shows those there are"),
            Self::Awaited { site } => vec![
                resume(site, "finishes the application"),
                format!("`idw application cancel {}` gives it up", quoted(site)),
            ],
            _ => Vec::new(),
        }
    }
}

impl Hints for PartyFault {
    fn hints(&self) -> Vec<String> {
        match (self.next(), self.party()) {
            (Some(NextStep::GoOn), Some(party)) => one(resume(party, "goes on where this stopped")),
            (Some(NextStep::AskWhetherItArrived), Some(party)) => one(resume(party, "asks the site for it")),
            (Some(NextStep::TakeADescriptionFromAFile), _) => {
                one("`idw site add --config FILE` takes a description that the site gave you as a file")
            }
            _ => Vec::new(),
        }
    }
}

impl Hints for ProfileError {
    fn hints(&self) -> Vec<String> {
        match self {
            Self::NotFound { .. } => one("`idw profile list` shows those there are"),
            Self::NotEmpty { .. } => one("--force removes that too"),
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
            return one(
                r"if there is no other copy: `sed 's/\r$//' FILE > COPY` takes out again what was added to each line",
            );
        }
        Vec::new()
    }
}

impl Hints for SiteError {
    fn hints(&self) -> Vec<String> {
        match self {
            Self::NotFound { .. } => one("`idw site list` shows those there are, `idw site add` adds one"),
            Self::NameTaken { .. } => one("--name gives it another name"),
            Self::Party(fault) => fault.hints(),
            Self::Account(error) => error.hints(),
            _ => Vec::new(),
        }
    }
}

const ATTRIBUTE_TYPES: &str = "`idw attribute types` lists those there are";

fn one(line: impl Into<String>) -> Vec<String> {
    vec![line.into()]
}

fn resume(site: &str, does: &str) -> String {
    format!("`idw application resume {}` {does}", quoted(site))
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
        check(gone().into(), &["`idw account list` shows those there are"]);
        check(SiteError::from(gone()).into(), &["`idw account list` shows those there are"]);
        check(ProposeError::from(SiteError::from(gone())).into(), &["`idw account list` shows those there are"]);
        let no_account = || DiscloseError::NoAccount { site: "Bank".to_owned() };
        check(no_account().into(), &["`idw signup Bank` signs up there"]);
        check(ApplicationError::from(no_account()).into(), &["`idw signup Bank` signs up there"]);
        let ended = ApplicationError::Ended { site: "Bank".to_owned(), refused: true };
        check(ended.into(), &["`idw apply Bank` makes a new one"]);
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
