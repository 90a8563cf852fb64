//! Why a document was not taken.

use serde::{Deserialize, Serialize};

use crate::{FileKind, MediaType};

/// Why a document was not taken. No byte of the document is repeated in it.
///
/// Serialised only to cross the pipe from the worker, which is the same program.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum DocumentError {
    /// No bytes at all.
    #[error("the file is empty")]
    Empty,
    /// More bytes than any attribute may hold.
    #[error("the file has more than {max_bytes} bytes")]
    TooLarge {
        /// The limit in bytes.
        max_bytes: u64,
    },
    /// Not of a type that attributes can hold.
    #[error("the file is {found}")]
    UnknownType {
        /// What it is instead.
        found: FileKind,
    },
    /// It is two things at once. Files made so are made to deceive one of their readers.
    #[error("the file looks like {} but also holds {hidden}", media_type.name())]
    Disguised {
        /// What it looks like.
        media_type: MediaType,
        /// What else is in it.
        hidden: FileKind,
    },
    /// It stops before its own end.
    #[error("{} that stops before its end", media_type.name())]
    Truncated {
        /// What it is.
        media_type: MediaType,
    },
    /// It breaks the rules of its own format.
    #[error("{} that is damaged", media_type.name())]
    Damaged {
        /// What it is.
        media_type: MediaType,
    },
    /// It keeps to the rules, but few programs can show it, and this one cannot.
    #[error("{} of an uncommon kind ({form})", media_type.name())]
    Uncommon {
        /// What it is.
        media_type: MediaType,
        /// What is uncommon about it: "arithmetic coding".
        form: String,
    },
    /// A PNG as Xcode packs it into apps ("CgBI"), which only Apple's own programs show.
    #[error("a PNG picture in Apple's form for iPhone apps")]
    ForIphones,
    /// A PDF that asks for a password.
    #[error("the PDF is protected with a password")]
    Encrypted,
    /// A PDF that is encrypted in a way that is not known here.
    #[error("the PDF is protected in an unknown way")]
    UnknownProtection,
    /// A PDF that opens without a password, but is encrypted to be kept as it is.
    #[error("the PDF is protected against changes")]
    Protected,
    /// A PDF that someone signed.
    #[error("the PDF is signed")]
    Signed,
    /// A PDF without a page.
    #[error("the PDF has no pages")]
    NoPages,
    /// More pixels than a document needs, or a small file that claims to be a huge picture.
    #[error("the picture has too many pixels: {width} by {height}")]
    TooManyPixels {
        /// Its width in pixels, as the file says.
        width: u32,
        /// Its height in pixels, as the file says.
        height: u32,
    },
    /// Reading it took more time than any honest document needs.
    #[error("the file takes too long to read")]
    TakesTooLong,
    /// Reading it took more memory than any honest document needs.
    #[error("the file needs too much memory to be read")]
    TooMuchMemory,
    /// It is nested deeper than any honest document.
    #[error("the file is nested too deeply")]
    TooComplex,
    /// A recording has nothing to show.
    #[error("there is no picture to show for {}", media_type.name())]
    NothingToShow {
        /// What it is.
        media_type: MediaType,
    },
    /// Only pictures can be shrunk, and only they and PDFs can be stripped.
    #[error("only pictures can be changed, and this is {}", media_type.name())]
    NotAPicture {
        /// What it is.
        media_type: MediaType,
    },
    /// More text than a PDF is made of.
    #[error("the text fills more than {max_pages} pages")]
    TooLong {
        /// The limit in pages.
        max_pages: usize,
    },
    /// A PDF could not be written. A fault of the program.
    #[error("the PDF could not be made")]
    NotMade,
    /// No legible picture is so small.
    #[error("the picture is not legible in {target_bytes} bytes")]
    CannotShrink {
        /// What was asked for.
        target_bytes: u64,
    },
}
