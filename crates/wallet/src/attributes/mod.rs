//! Attributes: what the user says about themselves, each value checked against its schema before it is kept.

mod change;
mod expiry;
mod fit;
mod history;
mod in_words;
mod label;
mod list;
mod mrz;
mod origin;
mod query;
mod remind;
mod remove;
mod search;
mod set;
mod types;
mod verified;

pub(crate) use change::free_label;
pub(crate) use fit::{ReferredFile, fit, with_files_named};
pub use label::LabelError;
pub(crate) use label::{MAX_LABEL_CHARS, check_label, corrected_label, same_label};
pub(crate) use list::{Viewer, by_schema, lacking};
pub use mrz::ReadMrzError;
pub use query::{AttributeFilter, AttributeQuery};
pub use search::Order;
pub(crate) use set::check;
pub use set::{ExpectedField, FileInput, SetAttribute, SetAttributeError};
pub use verified::IfVerified;

use crate::{Problem, StoreError};

/// Why an attribute was not shown or removed.
#[derive(Debug, thiserror::Error)]
pub enum AttributeError {
    /// The label is empty or too long.
    #[error(transparent)]
    Label(#[from] LabelError),
    /// Neither a short name, nor a schema URL, nor an alias that the catalogue has.
    #[error("no attribute is called '{name}'")]
    Unknown {
        /// What was asked for.
        name: String,
    },
    /// The wallet holds no value of it.
    #[error("the wallet holds no such value of {title}")]
    NotHeld {
        /// The attribute's title.
        title: String,
        /// The label asked for.
        label: Option<String>,
    },
    /// There is no value with that id.
    #[error("the wallet holds no value with the id '{id}'")]
    NoValue {
        /// What was given.
        id: String,
    },
    /// Another value of the attribute has that label.
    #[error("another {title} has the label '{label}'")]
    LabelTaken {
        /// The attribute's title.
        title: String,
        /// The label.
        label: String,
    },
    /// The vault could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl AttributeError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Unknown { .. } | Self::Label(_) => Problem::Usage,
            Self::NotHeld { .. } | Self::NoValue { .. } => Problem::NotFound,
            Self::LabelTaken { .. } => Problem::Exists,
            Self::Store(error) => error.problem(),
        }
    }
}
