//! Keys, phrases and key files.

use idw_keys::{
    AddressError, DeriveError, DidError, KeystoreError, MAX_KEYSTORE_LEN_BYTES, MakeKeystoreError, MakePhraseError,
    PhraseError, PublicKeyError, SecretKeyError, SignatureError, SiteUriError,
};
use idw_words::{Argument, Message as _, MessageData, message};

use super::Explain;

impl Explain for AddressError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Shape => message::ErrorKeysAddressShape.data(),
            Self::Checksum => message::ErrorKeysAddressChecksum.data(),
        }
    }
}

impl Explain for DidError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Method => message::ErrorKeysDidMethod.data(),
            Self::Address => message::ErrorKeysDidAddress.data(),
        }
    }
}

impl Explain for DeriveError {
    fn explain(&self) -> MessageData {
        match self {
            Self::IndexTooLarge { index } => message::ErrorKeysIndexTooLarge { index }.data(),
            Self::InvalidChild => message::ErrorKeysIndexInvalid.data(),
        }
    }
}

impl Explain for SecretKeyError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Shape => message::ErrorKeysPrivateShape.data(),
            Self::OutOfRange => message::ErrorKeysPrivateRange.data(),
        }
    }
}

impl Explain for PublicKeyError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Shape => message::ErrorKeysPublicShape.data(),
            Self::NotOnCurve => message::ErrorKeysPublicCurve.data(),
        }
    }
}

impl Explain for SignatureError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Shape => message::ErrorKeysSignatureShape.data(),
            Self::RecoveryByte { v } => message::ErrorKeysSignatureLast { byte: v }.data(),
            Self::OutOfRange => message::ErrorKeysSignatureRange.data(),
            Self::NoKey => message::ErrorKeysSignatureNone.data(),
        }
    }
}

impl Explain for SiteUriError {
    fn explain(&self) -> MessageData {
        match self {
            Self::NotAUrl => message::ErrorKeysSiteNotAUrl.data(),
            Self::TooLong => message::ErrorKeysSiteTooLong.data(),
            Self::Scheme => message::ErrorKeysSiteScheme.data(),
            Self::Query => message::ErrorKeysSiteQuery.data(),
            Self::Password => message::ErrorKeysSitePassword.data(),
        }
    }
}

impl Explain for KeystoreError {
    fn explain(&self) -> MessageData {
        match self {
            Self::TooLong => {
                message::ErrorKeysFileTooLong { limit: Argument::Size(MAX_KEYSTORE_LEN_BYTES as u64) }.data()
            }
            // Nobody can mend a part of the file: which one it is stands in the log.
            Self::Shape { part: _ } => message::ErrorKeysFileShape.data(),
            Self::Text(error) => message::ErrorKeysFileText { reason: error.explain() }.data(),
            Self::Version => message::ErrorKeysFileVersion.data(),
            Self::Presale => message::ErrorKeysFilePresale.data(),
            Self::Unsupported { part: _ } => message::ErrorKeysFileUnsupported.data(),
            Self::TooCostly => message::ErrorKeysFileTooCostly.data(),
            Self::OutOfMemory { needed } => message::ErrorKeysFileMemory { needed: Argument::Size(*needed) }.data(),
            Self::WrongPassphrase => message::ErrorKeysFilePassphrase.data(),
            Self::Key(_) => message::ErrorKeysFileNoKey.data(),
            Self::OtherAddress { named, found } => {
                message::ErrorKeysFileOtherKey { named: named.to_string(), found: found.to_string() }.data()
            }
        }
    }
}

impl Explain for MakeKeystoreError {
    fn explain(&self) -> MessageData {
        match self {
            Self::EmptyPassphrase => message::ErrorKeysFileUnmadePassphrase.data(),
            Self::OutOfMemory { needed } => {
                message::ErrorKeysFileUnmadeMemory { needed: Argument::Size(*needed) }.data()
            }
            Self::Randomness(_) => message::ErrorKeysFileUnmadeRandom.data(),
        }
    }
}

impl Explain for PhraseError {
    fn explain(&self) -> MessageData {
        match self {
            Self::WordCount { found, unknown: None } => message::ErrorKeysPhraseCount { found }.data(),
            Self::WordCount { found, unknown: Some(position) } => {
                let reason = message::ErrorKeysPhraseCount { found }.data();
                message::ErrorKeysPhraseCountUnknown { reason, position }.data()
            }
            Self::MissingNumber { number } => message::ErrorKeysPhraseNumberMissing { number }.data(),
            Self::RepeatedNumber { number } => message::ErrorKeysPhraseNumberRepeated { number }.data(),
            Self::Numbering { number, words: 0 } => message::ErrorKeysPhraseNumberAlone { number }.data(),
            Self::Numbering { number, words } => message::ErrorKeysPhraseNumberSeveral { number, words }.data(),
            Self::UnknownWord { position } => message::ErrorKeysPhraseWord { position }.data(),
            Self::Checksum => message::ErrorKeysPhraseChecksum.data(),
        }
    }
}

impl Explain for MakePhraseError {
    fn explain(&self) -> MessageData {
        message::ErrorKeysPhraseRandom.data()
    }
}
