//! Attributes and documents as one JSON file, out and in, and in from the SelfKey wallet. `docs/data-format.md` describes both.

mod arrivals;
mod content;
mod export;
mod file;
mod import;
mod selfkey;

pub use export::ExportSelection;
pub use import::{ImportOptions, OnConflict};
pub use selfkey::{SELFKEY_DATABASE, SelfkeyError, is_sqlite};

use crate::{AttributeError, DocumentError, Problem, ProfileError, StoreError};

/// What the file says it is.
const FORMAT: &str = "idw-data";

/// The version of the file's shape that is written, and the highest that is read.
pub(crate) const VERSION: u64 = 1;

/// What a file holds too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooMuch {
    /// Attributes.
    Attributes,
    /// Documents.
    Documents,
    /// Bytes in values.
    ValueBytes,
    /// Identities, in a SelfKey wallet.
    Identities,
    /// Types of attributes, in a SelfKey wallet.
    AttributeTypes,
    /// Keys, in a SelfKey wallet.
    Keys,
}

/// Why nothing was exported or imported.
#[derive(Debug, thiserror::Error)]
pub enum DataError {
    /// The file could not be read.
    #[error("the file could not be read")]
    Read(#[source] std::io::Error),
    /// It is not what an export makes.
    #[error("the file was not exported from a wallet")]
    NotData,
    /// It is text in another encoding.
    #[error("the file is {0}")]
    Text(idw_typed_text::TextError),
    /// It was made by a later version.
    #[error("the file is of version {version}, and {VERSION} is the newest known")]
    Version {
        /// The file's version.
        version: u64,
    },
    /// It is damaged. The place is named, never what is there.
    #[error("the file is not valid at line {line}, column {column}")]
    Shape {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// It holds more than a wallet does.
    #[error("the file holds more than {limit} entries of a kind ({what:?})")]
    TooMuch {
        /// The limit.
        limit: usize,
        /// Of what.
        what: TooMuch,
    },
    /// The export could not be written.
    #[error("the export could not be written")]
    Write(#[source] std::io::Error),
    /// An attribute to export is not there.
    #[error(transparent)]
    Attribute(#[from] AttributeError),
    /// A document could not be read or stored.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// The profile could not be read.
    #[error(transparent)]
    Profile(#[from] ProfileError),
    /// The database of a SelfKey wallet could not be read.
    #[error(transparent)]
    Selfkey(#[from] SelfkeyError),
    /// The vault could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl DataError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Read(_)
            | Self::NotData
            | Self::Text(_)
            | Self::Version { .. }
            | Self::Shape { .. }
            | Self::TooMuch { .. } => Problem::Usage,
            Self::Write(_) => Problem::Other,
            Self::Attribute(error) => error.problem(),
            Self::Document(error) => error.problem(),
            Self::Profile(error) => error.problem(),
            Self::Selfkey(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }
}
