//! Documents: bytes in the vault, each with a name and the media type found in its bytes.

mod add;
mod clean;
mod copies;
mod export;
mod list;
mod mend;
mod name;
mod open;
mod search;
mod shrink;
mod thumbnail;

pub use add::Metadata;
pub(crate) use add::{Findings, Incoming, describe, find_same, look, media_type, put_staged};
pub(crate) use list::{DocumentList, ids_in, left_over, parse_id, unused_without, view};
pub(crate) use mend::{Mended, is_whole};
pub(crate) use name::FileName;
pub use name::document_name;
pub use open::{open_document_if_asked, open_documents_in_this_process};
pub(crate) use open::{picture_page, sheet_pdf};
pub use shrink::ShrinkOffer;
pub use thumbnail::Thumbnail;
pub(crate) use thumbnail::{remove, thumbnail_of};

use idw_documents::FileKind;
use idw_vault::Batch;
use list::awaited_documents;

use crate::{Problem, StoreError, Wallet, records::Event, view::DocumentView};

/// The largest document the wallet takes, in bytes; the attribute schemas allow no more.
pub(crate) const MAX_DOCUMENT_BYTES: u64 = 50_000_000;

/// Why a document was not added, shown, exported or removed.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// There is none with that id.
    #[error("no document has the id '{id}'")]
    NotFound {
        /// What was asked for.
        id: String,
    },
    /// The beginning of an id fits several.
    #[error("'{id}' is the beginning of {count} document ids")]
    Ambiguous {
        /// What was asked for.
        id: String,
        /// How many fit.
        count: usize,
    },
    /// There is nothing in the file.
    #[error("'{name}' is empty")]
    Empty {
        /// The file's name.
        name: String,
    },
    /// Too many bytes.
    #[error("'{name}' is larger than {max_bytes} bytes")]
    TooLarge {
        /// The file's name.
        name: String,
        /// The limit.
        max_bytes: u64,
    },
    /// Its bytes are of a type that no site takes.
    #[error("'{name}' is {found}, which no site takes")]
    Type {
        /// The file's name.
        name: String,
        /// What its bytes are.
        found: FileKind,
    },
    /// It is cut short, damaged or a disguise.
    #[error("'{name}' cannot be used: {source}")]
    Unfit {
        /// The file's name.
        name: String,
        /// What is wrong with it.
        #[source]
        source: idw_documents::DocumentError,
    },
    /// It was not opened: that is done in a process of its own, which did not start or did not answer.
    #[error("'{name}' was not opened: {source}")]
    Unopened {
        /// The file's name.
        name: String,
        /// Why.
        #[source]
        source: idw_documents::WorkerError,
    },
    /// It is no larger than it may be.
    #[error("'{name}' has {size} bytes, no more than {max_bytes}")]
    SmallEnough {
        /// The file's name.
        name: String,
        /// Its size.
        size: u64,
        /// What was asked for.
        max_bytes: u64,
    },
    /// It cannot be made smaller.
    #[error("'{name}' cannot be made smaller: {source}")]
    CannotShrink {
        /// The file's name.
        name: String,
        /// Why.
        #[source]
        source: idw_documents::DocumentError,
    },
    /// No copy of it without what it tells can be made.
    #[error("'{name}' cannot be cleaned: {source}")]
    CannotClean {
        /// The file's name.
        name: String,
        /// Why.
        #[source]
        source: idw_documents::DocumentError,
    },
    /// Nothing is in it but what people see.
    #[error("'{name}' holds nothing to remove")]
    NothingToClean {
        /// The file's name.
        name: String,
    },
    /// The value in which it was to be replaced does not hold it.
    #[error("no value '{value}' holds the document")]
    NotPartOf {
        /// The id of the value.
        value: String,
    },
    /// The smaller picture is a JPEG, which does not fit everywhere.
    #[error("{title} does not take a JPEG picture there")]
    NotThere {
        /// The attribute's title.
        title: String,
    },
    /// An attribute refers to it.
    #[error("the document is part of {}", used_by.join(", "))]
    InUse {
        /// The titles of the attributes.
        used_by: Vec<String>,
    },
    /// An application that is not finished has still to send it.
    #[error("an application to {site} needs the document")]
    Awaited {
        /// The site.
        site: String,
    },
    /// Reading what was to be added failed.
    #[error("'{name}' could not be read")]
    Source {
        /// The file's name.
        name: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// Storing it failed.
    #[error("'{name}' could not be stored")]
    Stage {
        /// The file's name.
        name: String,
        /// Why.
        #[source]
        source: idw_vault::StageError,
    },
    /// Its bytes in the vault are damaged, or gone.
    #[error("the stored file of '{name}' is damaged")]
    Damaged {
        /// Its name.
        name: String,
    },
    /// Writing the export failed.
    #[error("the copy of the document could not be written")]
    Target(#[source] std::io::Error),
    /// The vault could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl DocumentError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::NotFound { .. } | Self::NotPartOf { .. } => Problem::NotFound,
            Self::Ambiguous { .. }
            | Self::Empty { .. }
            | Self::TooLarge { .. }
            | Self::Type { .. }
            | Self::Unfit { .. }
            | Self::Source { .. }
            | Self::SmallEnough { .. }
            | Self::CannotShrink { .. }
            | Self::CannotClean { .. }
            | Self::NothingToClean { .. }
            | Self::NotThere { .. }
            | Self::InUse { .. }
            | Self::Awaited { .. } => Problem::Usage,
            Self::Damaged { .. } | Self::Stage { source: idw_vault::StageError::OddEntry(_), .. } => Problem::Damaged,
            Self::Stage { .. } | Self::Unopened { .. } | Self::Target(_) => Problem::Other,
            Self::Store(error) => error.problem(),
        }
    }
}

impl From<idw_vault::ReadError> for DocumentError {
    fn from(error: idw_vault::ReadError) -> Self {
        Self::Store(error.into())
    }
}

impl Wallet {
    /// Removes a document and its thumbnail, and destroys its key.
    ///
    /// # Errors
    /// Where there is none, an attribute refers to it, or an application that is not finished has still to send it.
    pub fn remove_document(&self, id: &str) -> Result<DocumentView, DocumentError> {
        let _guard = self.store.changing();
        let document = self.document(id)?;
        if !document.used_by.is_empty() {
            return Err(DocumentError::InUse { used_by: document.used_by });
        }
        if let Some(site) = awaited_documents(&self.store, None)?.remove(&document.id) {
            return Err(DocumentError::Awaited { site });
        }
        let mut batch = Batch::new();
        remove(&mut batch, parse_id(&document.id)?);
        self.store.commit(batch, Event::DocumentRemoved { name: document.name.clone() })?;
        Ok(document)
    }
}
