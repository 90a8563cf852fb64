//! Why a document was not taken.

use serde::{Deserialize, Serialize};

use crate::MediaType;

/// Why a document was not taken. Each is one sentence for people; no byte of the document is repeated in it.
///
/// Serialised only to cross the pipe from the worker, which is the same program.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum DocumentError {
    /// No bytes at all.
    #[error("The file is empty. Choose another, or copy it again from where it came.")]
    Empty,
    /// More bytes than any attribute may hold.
    #[error("The file is too large: at most {} MB can be kept.", max_bytes / 1_000_000)]
    TooLarge {
        /// The limit in bytes.
        max_bytes: u64,
    },
    /// Not of a type that attributes can hold.
    #[error("The file is {found}, which cannot be used here. Choose a JPEG or PNG picture, a PDF, or a recording.")]
    UnknownType {
        /// What it is instead: "a GIF picture".
        found: String,
    },
    /// It is two things at once. Files made so are made to deceive one of their readers.
    #[error("The file looks like {} but also holds {hidden}. Save or export it anew and choose that copy.", media_type.name())]
    Disguised {
        /// What it looks like.
        media_type: MediaType,
        /// What else is in it: "a web page".
        hidden: String,
    },
    /// It stops before its own end.
    #[error("The file is {} that stops before its end. Copy or download it again.", media_type.name())]
    Truncated {
        /// What it is.
        media_type: MediaType,
    },
    /// It breaks the rules of its own format.
    #[error(
        "The file is {} that is damaged. Copy or download it again, or open it in another program and save it anew.",
        media_type.name()
    )]
    Damaged {
        /// What it is.
        media_type: MediaType,
    },
    /// It keeps to the rules, but few programs can show it, and this one cannot.
    #[error(
        "The file is {} of a kind that few programs can show ({form}). Open it in a picture program, save it as an \
         ordinary JPEG or PNG, and choose that.",
        media_type.name()
    )]
    Uncommon {
        /// What it is.
        media_type: MediaType,
        /// What is uncommon about it: "arithmetic coding".
        form: String,
    },
    /// A PNG as Xcode packs it into apps ("CgBI"), which only Apple's own programs show.
    #[error(
        "The file is a PNG picture in Apple's form for iPhone apps, which few programs can show. Open it in Preview on a \
         Mac, export it as a PNG, and choose that."
    )]
    ForIphones,
    /// A PDF that asks for a password.
    #[error("The PDF is protected with a password. Open it in a PDF viewer, print it to a new PDF and choose that.")]
    Encrypted,
    /// A PDF that is encrypted in a way that is not known here.
    #[error("The PDF is protected in a way that cannot be read here. Print it to a new PDF and choose that.")]
    UnknownProtection,
    /// A PDF that opens without a password, but is encrypted to be kept as it is.
    #[error("The PDF is protected against changes. Print it to a new PDF, add that and make the copy of it.")]
    Protected,
    /// A PDF that someone signed.
    #[error(
        "The PDF is signed, and a copy without what it tells would not be: sites could no longer check who signed it."
    )]
    Signed,
    /// A PDF without a page.
    #[error("The PDF has no pages.")]
    NoPages,
    /// More pixels than a document needs, or a small file that claims to be a huge picture.
    #[error("The picture is too large to be read: {width} by {height} pixels. Save a smaller copy and choose that.")]
    TooManyPixels {
        /// Its width in pixels, as the file says.
        width: u32,
        /// Its height in pixels, as the file says.
        height: u32,
    },
    /// Reading it took more time than any honest document needs.
    #[error("The file takes too long to read. Save it anew in a simpler form and choose that copy.")]
    TakesTooLong,
    /// Reading it took more memory than any honest document needs.
    #[error("The file needs too much memory to be read. Save a smaller or simpler copy and choose that.")]
    TooMuchMemory,
    /// It is nested deeper than any honest document.
    #[error("The file is built in too complicated a way to be read. Save it anew in a simpler form.")]
    TooComplex,
    /// A recording has nothing to show.
    #[error("There is no picture to show for {}.", media_type.name())]
    NothingToShow {
        /// What it is.
        media_type: MediaType,
    },
    /// Only pictures can be shrunk, and only they and PDFs can be stripped.
    #[error("Only JPEG and PNG pictures can be changed; this is {}.", media_type.name())]
    NotAPicture {
        /// What it is.
        media_type: MediaType,
    },
    /// More text than a PDF is made of.
    #[error("There is too much text for a PDF: at most {max_pages} pages are made.")]
    TooLong {
        /// The limit in pages.
        max_pages: usize,
    },
    /// A PDF could not be written. A fault of the program.
    #[error("The PDF could not be made.")]
    NotMade,
    /// No legible picture is so small.
    #[error("The picture cannot be made as small as {target_bytes} bytes and stay legible.")]
    CannotShrink {
        /// What was asked for.
        target_bytes: u64,
    },
}
