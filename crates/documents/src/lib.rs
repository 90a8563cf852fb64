//! What a document is, what else it gives away, small pictures of it, and PDFs of text and of pictures. Bytes in, bytes out.
//!
//! Documents come from anywhere, so nothing here believes them: the type is read from the bytes, sizes are checked
//! before memory is taken, and everything that interprets content (decoding a picture, reading a PDF) can be run by
//! [`Worker`] in a process of its own with little time, little memory and no way to open a file. What happens there cannot hang or
//! crash the wallet, and no key is in that process' memory.
//!
//! | to | use | where |
//! | --- | --- | --- |
//! | name the type of a file | [`sniff`], [`describe`] | here: looks at the first bytes only |
//! | check a document, list what it gives away | [`inspect`] | [`Worker::inspect`] |
//! | take out what a picture or a PDF tells besides what is seen | [`strip_metadata`] | [`Worker::strip_metadata`] |
//! | show a document | [`thumbnail`] | [`Worker::thumbnail`] |
//! | make a picture fit a site's limit | [`shrink`] | [`Worker::shrink`] |
//! | make a PDF of values and their labels | [`sheet_pdf`] | [`Worker::sheet_pdf`] |
//! | make a PDF of a picture | [`picture_page`] | [`Worker::picture_page`] |
//!
//! A program that uses [`Worker`] begins its `main` with [`worker::run_if_asked`].

mod audio;
mod colours;
mod decode;
mod error;
mod exif;
mod file_kind;
mod foreign;
mod inspect;
mod jpeg;
mod media_type;
mod metadata;
mod pdf;
mod picture_page;
mod png;
mod sheet;
mod shrink;
mod sniff;
mod strip;
mod thumbnail;
pub mod worker;
mod xmp;

pub use decode::{MAX_PIXELS, MAX_SIDE_PIXELS};
pub use error::DocumentError;
pub use file_kind::{FileKind, Remedy};
pub use inspect::{Inspection, Note, inspect};
pub use media_type::MediaType;
pub use metadata::{MetadataFound, MetadataKind, in_words};
pub use picture_page::picture_page;
pub use sheet::{MAX_SHEET_BYTES, MAX_SHEET_PAGES, Row, Section, Sheet, sheet_pdf};
pub use shrink::{Shrunk, shrink};
pub use sniff::{describe, sniff};
pub use strip::{Stripped, strip_metadata};
pub use thumbnail::{MAX_THUMBNAIL_SIDE_PIXELS, thumbnail};
pub use worker::{Worker, WorkerError};

/// The most bytes a document may have: what the attribute schemas allow for a file.
pub const MAX_BYTES: u64 = 50_000_000;
