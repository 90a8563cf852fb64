//! Accounts, and the profiles they belong to.

use serde::{Deserialize, Serialize};

/// A key the user can act as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AccountView {
    /// The name the user calls it by: `main`, or the site's name for a site's own key.
    pub name: String,
    /// Whether it is a named account of the phrase, an imported one, or the key of one site.
    pub kind: AccountKind,
    /// The Ethereum address with its EIP-55 checksum.
    pub address: String,
    /// `did:eth:0x…`, what relying parties know the account by.
    pub did: String,
    /// The uncompressed public key without its leading `04`: `0x` and 128 hex digits.
    pub public_key: String,
    /// Where the key comes from: a BIP-32 path, or how it was imported.
    pub path: String,
    /// The site this key belongs to, if it is a site's own.
    pub site: Option<String>,
}

/// Where an account's key comes from and where it is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum AccountKind {
    /// BIP-44, the same at every site that it is used for.
    Named,
    /// From elsewhere: the recovery phrase does not bring it back.
    Imported,
    /// SLIP-0013, known to one site only.
    Site,
}

/// A person or company that the user acts for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ProfileView {
    /// Identifies the profile. It stays the same when the profile is renamed.
    #[serde(default)]
    pub id: String,
    /// What the user calls it.
    pub name: String,
    /// Whether it is a person or a company.
    pub kind: ProfileKind,
    /// When it was made.
    pub created: String,
    /// Whether it is the one that this handle on the wallet works in.
    pub selected: bool,
    /// How many values it holds.
    pub attributes: u32,
    /// How many documents it holds.
    pub documents: u32,
    /// How many named accounts it has; its main one is one of them.
    pub accounts: u32,
    /// How many sites it knows.
    pub sites: u32,
}

/// Person or company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ProfileKind {
    /// A natural person.
    Person,
    /// A legal entity.
    Company,
}

impl ProfileKind {
    /// What identity data calls it.
    pub(crate) fn subject(self) -> idw_identity::Subject {
        match self {
            Self::Person => idw_identity::Subject::Person,
            Self::Company => idw_identity::Subject::Company,
        }
    }

    /// What people call it, with its article.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Person => "a person",
            Self::Company => "a company",
        }
    }
}
