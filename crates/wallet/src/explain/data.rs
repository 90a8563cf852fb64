//! Accounts, attributes and documents.

use idw_words::{Argument, Message as _, MessageData, message};

use super::{Explain, http::sentences, identity::explain_violations, wallet::size};
use crate::{
    AccountError, AccountNameError, AddAccountError, AttributeError, ChangeAccountError, DataError, DocumentError,
    ExpectedField, ExportAccountError, LabelError, ReadMrzError, SelfkeyError, SetAttributeError, TooMuch,
    accounts::{MAIN, MAX_NAME_CHARS},
    attributes::MAX_LABEL_CHARS,
    data::VERSION,
    view::ProfileKind,
};

impl Explain for AccountError {
    fn explain(&self) -> MessageData {
        match self {
            Self::NotFound { name } => message::ErrorAccountNotFound { name }.into(),
            Self::Shape { name } => message::ErrorAccountShape { name }.into(),
            Self::Store(error) => error.explain(),
        }
    }
}

impl Explain for AccountNameError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Shape => message::ErrorAccountName { max: MAX_NAME_CHARS }.into(),
            Self::Address { name } => message::ErrorAccountNameAddress { name }.into(),
            Self::Secret => message::ErrorAccountNameSecret.into(),
            Self::Taken { name } => message::ErrorAccountNameTaken { name }.into(),
            Self::Store(error) => error.explain(),
        }
    }
}

impl Explain for AddAccountError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Name(error) => error.explain(),
            Self::Duplicate { name } => message::ErrorAccountDuplicate { name }.into(),
            Self::OtherProfile => message::ErrorAccountOtherProfile.into(),
            Self::RawKey(error) => message::ErrorAccountNotAdded { reason: error.explain() }.into(),
            Self::Keystore(error) => error.explain(),
            Self::Derive(error) => message::ErrorAccountNotAdded { reason: error.explain() }.into(),
            Self::Account(error) => error.explain(),
            Self::Store(error) => error.explain(),
        }
    }
}

impl Explain for ChangeAccountError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Account(error) => error.explain(),
            Self::Main => message::ErrorAccountMain { name: MAIN }.into(),
            Self::SiteKey { name } => message::ErrorAccountOfSite { name }.into(),
            Self::Name(error) => error.explain(),
            Self::NotExported { name } => message::ErrorAccountNotExported { name }.into(),
            Self::InUse { name, sites } => message::ErrorAccountInUse { name, sites: Argument::list(sites) }.into(),
            Self::Store(error) => error.explain(),
        }
    }
}

impl Explain for ExportAccountError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Password(error) => error.explain(),
            Self::Account(error) => error.explain(),
            Self::NotInPhrase { name } => message::ErrorAccountNotInPhrase { name }.into(),
            Self::Keystore(error) => error.explain(),
            Self::Store(error) => error.explain(),
        }
    }
}

impl Explain for LabelError {
    fn explain(&self) -> MessageData {
        message::ErrorAttributeLabel { max: MAX_LABEL_CHARS }.into()
    }
}

impl Explain for AttributeError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Label(error) => error.explain(),
            Self::Unknown { name } => message::ErrorAttributeUnknown { name }.into(),
            Self::NotHeld { title, label: None } => message::ErrorAttributeNotHeld { title }.into(),
            Self::NotHeld { title, label: Some(label) } => {
                message::ErrorAttributeNotHeldLabelled { title, label }.into()
            }
            Self::NoValue { id } => message::ErrorAttributeNoValue { id }.into(),
            Self::LabelTaken { title, label } => message::ErrorAttributeLabelTaken { title, label }.into(),
            Self::Store(error) => error.explain(),
        }
    }
}

impl Explain for ReadMrzError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Zone(error) => message::ErrorVerbatim { text: error.to_string() }.into(),
            Self::Store(error) => error.explain(),
        }
    }
}

impl Explain for SetAttributeError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Unknown { name } => message::ErrorAttributeUnknown { name }.into(),
            Self::NoValue { title, expects } => match fields(expects) {
                None => message::ErrorAttributeValueMissing { title }.into(),
                Some(fields) => message::ErrorAttributeFieldsMissing { title, fields }.into(),
            },
            Self::SeveralFields { title, expects } => {
                let fields = fields(expects).unwrap_or_else(|| Argument::list::<&str>([]));
                message::ErrorAttributeSeveralFields { title, fields }.into()
            }
            Self::NoField { title, path, expects } => match fields(expects) {
                None => message::ErrorAttributeOneField { title, field: path }.into(),
                Some(fields) => message::ErrorAttributeNoField { title, field: path, fields }.into(),
            },
            Self::NotAFile { title, path } => message::ErrorAttributeNotAFile { title, field: path }.into(),
            Self::Text { title, source } => message::ErrorAttributeInvalid { title, reason: source.explain() }.into(),
            Self::Invalid { title, violations } => {
                message::ErrorAttributeInvalid { title, reason: explain_violations(violations) }.into()
            }
            Self::NotHeld { id } => message::ErrorAttributeNoValue { id }.into(),
            Self::OtherKind { title, profile, kind } => {
                message::ErrorAttributeOtherKind { title, profile, kind: word(*kind) }.into()
            }
            Self::NoDocument { title } => message::ErrorAttributeNoDocument { title }.into(),
            Self::FileType { title, path, file, mime_type, expects } => {
                let media_types = Argument::list(expects);
                message::ErrorAttributeFileType { title, field: path, file, media_type: mime_type, media_types }.into()
            }
            Self::Verified { title, by, day } => {
                message::ErrorAttributeVerified { title, provider: by, day: Argument::Day(day.clone()) }.into()
            }
            Self::Label(error) => error.explain(),
            Self::Document(error) => error.explain(),
            Self::Store(error) => error.explain(),
        }
    }
}

/// The fields that an attribute has; none where it is one value.
fn fields(expected: &[ExpectedField]) -> Option<Argument> {
    let name = |field: &ExpectedField| {
        let path = field.path.as_ref()?;
        Some(match (field.is_file, field.required) {
            (false, true) => message::ExpectedField { path }.data(),
            (false, false) => message::ExpectedFieldOptional { path }.data(),
            (true, true) => message::ExpectedFieldFile { path }.data(),
            (true, false) => message::ExpectedFieldFileOptional { path }.data(),
        })
    };
    let names: Vec<MessageData> = expected.iter().filter_map(name).collect();
    (!names.is_empty()).then(|| Argument::list(names))
}

/// What messages choose by.
fn word(kind: ProfileKind) -> &'static str {
    match kind {
        ProfileKind::Person => "person",
        ProfileKind::Company => "company",
    }
}

impl Explain for DocumentError {
    fn explain(&self) -> MessageData {
        match self {
            Self::NotFound { id } => message::ErrorDocumentNotFound { id }.into(),
            Self::Ambiguous { id, count } => message::ErrorDocumentAmbiguous { id, count }.into(),
            Self::Empty { name } => message::ErrorDocumentEmpty { name }.into(),
            Self::TooLarge { name, max_bytes } => {
                message::ErrorDocumentTooLarge { name, limit: Argument::Size(*max_bytes) }.into()
            }
            Self::Type { name, found } => {
                let said = message::ErrorDocumentType { name, found: found.explain() }.data();
                sentences(said, found.remedy().map(|remedy| remedy.explain()))
            }
            Self::Unfit { name, source } => message::ErrorDocumentUnfit { name, reason: source.explain() }.into(),
            Self::Unopened { name, source } => message::ErrorDocumentUnopened { name, reason: source.explain() }.into(),
            Self::SmallEnough { name, size, max_bytes } => {
                let (size, limit) = (Argument::Size(*size), Argument::Size(*max_bytes));
                message::ErrorDocumentSmallEnough { name, size, limit }.into()
            }
            Self::CannotShrink { name, source } => {
                message::ErrorDocumentNotShrunk { name, reason: source.explain() }.into()
            }
            Self::CannotClean { name, source } => {
                message::ErrorDocumentNotCleaned { name, reason: source.explain() }.into()
            }
            Self::NothingToClean { name } => message::ErrorDocumentNothingToClean { name }.into(),
            Self::NotPartOf { value } => message::ErrorDocumentNotPartOf { id: value }.into(),
            Self::NotThere { title } => message::ErrorDocumentNoJpeg { title }.into(),
            Self::InUse { used_by } => message::ErrorDocumentInUse { titles: Argument::list(used_by) }.into(),
            Self::Awaited { site } => message::ErrorDocumentAwaited { site }.into(),
            Self::Source { name, source } => message::ErrorDocumentUnread { name, reason: source.explain() }.into(),
            Self::Stage { name, source } => message::ErrorDocumentNotStored { name, reason: source.explain() }.into(),
            Self::Damaged { name } => message::ErrorDocumentDamaged { name }.into(),
            Self::Target(error) => message::ErrorDocumentUnwritten { reason: error.explain() }.into(),
            Self::Store(error) => error.explain(),
        }
    }
}

impl Explain for DataError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Read(error) => message::ErrorImportUnread { reason: error.explain() }.into(),
            Self::NotData => message::ErrorImportNotData.into(),
            Self::Text(error) => message::ErrorImportEncoding { reason: error.explain() }.into(),
            Self::Version { version } => message::ErrorImportVersion { version, newest: VERSION }.into(),
            Self::Shape { line, column } => message::ErrorImportShape { line, column }.into(),
            Self::TooMuch { limit, what } => too_much(*limit, *what),
            Self::Write(error) => message::ErrorExportUnwritten { reason: error.explain() }.into(),
            Self::Attribute(error) => error.explain(),
            Self::Document(error) => error.explain(),
            Self::Profile(error) => error.explain(),
            Self::Selfkey(error) => error.explain(),
            Self::Store(error) => error.explain(),
        }
    }
}

fn too_much(most: usize, what: TooMuch) -> MessageData {
    let limit = Argument::Amount(u64::try_from(most).unwrap_or(u64::MAX));
    match what {
        TooMuch::Attributes => message::ErrorImportManyAttributes { limit }.into(),
        TooMuch::Documents => message::ErrorImportManyDocuments { limit }.into(),
        TooMuch::Identities => message::ErrorImportManyIdentities { limit }.into(),
        TooMuch::AttributeTypes => message::ErrorImportManyTypes { limit }.into(),
        TooMuch::Keys => message::ErrorImportManyKeys { limit }.into(),
        TooMuch::ValueBytes => message::ErrorImportLargeValues { limit: size(most) }.into(),
    }
}

impl Explain for SelfkeyError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Open(error) => message::ErrorSelfkeyUnopened { reason: error.explain() }.into(),
            Self::Other => message::ErrorSelfkeyOther.into(),
            Self::Old => message::ErrorSelfkeyOld.into(),
            Self::InUse => message::ErrorSelfkeyInUse.into(),
            Self::Damaged => message::ErrorSelfkeyDamaged.into(),
            Self::NoneFits { kind } => message::ErrorSelfkeyNoneFits { kind: word(*kind) }.into(),
            Self::SeveralFit => message::ErrorSelfkeySeveralFit.into(),
            Self::IdentityNotFound { id } => message::ErrorSelfkeyNoIdentity { id }.into(),
            Self::OtherKind { is, .. } => message::ErrorSelfkeyOtherKind { kind: word(*is) }.into(),
        }
    }
}
