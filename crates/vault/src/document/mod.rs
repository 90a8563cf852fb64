//! Documents: files too large for a record, each sealed under a key of its own.

mod info;
mod read;
mod stage;
mod stream;

pub(crate) use info::DocumentRecord;
pub(crate) use stage::{id_of_staged, stage};
pub(crate) use stream::{PREFIX_LEN_BYTES, Stream};

pub use info::DocumentInfo;
pub use read::DocumentReader;
pub use stage::StagedDocument;
