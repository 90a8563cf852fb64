//! What a request carries.

use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use zeroize::Zeroizing;

use crate::file::OutgoingFile;

/// A request's body. Cloning is cheap: a request that is made again carries the same bytes.
#[derive(Clone, Default)]
pub enum Body {
    /// None.
    #[default]
    Nothing,
    /// JSON text; [`Body::json`] makes one that is wiped when it is dropped.
    Json(Bytes),
    /// A multipart form (RFC 7578).
    Form(Arc<Form>),
}

impl Body {
    /// JSON text, wiped when the last body that holds it is dropped.
    pub fn json(text: Zeroizing<Vec<u8>>) -> Self {
        Self::Json(Bytes::from_owner(text))
    }

    /// A multipart form.
    pub fn form(form: Form) -> Self {
        Self::Form(Arc::new(form))
    }

    /// The files in it.
    pub fn files(&self) -> impl Iterator<Item = &OutgoingFile> {
        let parts = match self {
            Self::Form(form) => form.parts.as_slice(),
            Self::Nothing | Self::Json(_) => &[],
        };
        parts.iter().filter_map(|part| match &part.content {
            Content::File { file, .. } => Some(file),
            Content::Json(_) | Content::Text(_) => None,
        })
    }

    /// Its length in bytes; of a form, without the lines between the parts.
    pub(crate) fn len_bytes(&self) -> u64 {
        match self {
            Self::Nothing => 0,
            Self::Json(json) => json.len() as u64,
            Self::Form(form) => form.parts.iter().map(|part| part.content.len_bytes()).sum(),
        }
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Body([{} bytes])", self.len_bytes())
    }
}

/// A multipart form: parts with text or JSON, and files.
#[derive(Default)]
pub struct Form {
    pub(crate) parts: Vec<Part>,
}

/// One part of a form.
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) content: Content,
}

/// What a part holds.
pub(crate) enum Content {
    Json(Bytes),
    Text(Bytes),
    File { file: OutgoingFile, on_progress: OnProgress },
}

/// Text that is wiped when it is dropped, as bytes.
struct OwnedText(Zeroizing<String>);

impl AsRef<[u8]> for OwnedText {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// Hears how many bytes of a file have been handed to the connection.
pub(crate) type OnProgress = Arc<dyn Fn(u64) + Send + Sync>;

impl Content {
    fn len_bytes(&self) -> u64 {
        match self {
            Self::Json(bytes) | Self::Text(bytes) => bytes.len() as u64,
            Self::File { file, .. } => file.size,
        }
    }
}

impl Form {
    /// Adds a part with JSON text, which is wiped when the form is dropped.
    #[must_use]
    pub fn with_json(mut self, name: &str, json: Zeroizing<Vec<u8>>) -> Self {
        self.parts.push(Part { name: name.to_owned(), content: Content::Json(Bytes::from_owner(json)) });
        self
    }

    /// Adds a part with plain text, without a media type, as forms of web pages have it (RFC 7578 §4.4). It is wiped when the
    /// form is dropped.
    #[must_use]
    pub fn with_text(mut self, name: &str, text: Zeroizing<String>) -> Self {
        self.parts.push(Part { name: name.to_owned(), content: Content::Text(Bytes::from_owner(OwnedText(text))) });
        self
    }

    /// Adds a part with a file. `on_progress` hears how many of its bytes have been handed to the connection; it is called
    /// from the task that sends: return quickly.
    #[must_use]
    pub fn with_file(
        mut self,
        name: &str,
        file: OutgoingFile,
        on_progress: impl Fn(u64) + Send + Sync + 'static,
    ) -> Self {
        let content = Content::File { file, on_progress: Arc::new(on_progress) };
        self.parts.push(Part { name: name.to_owned(), content });
        self
    }
}
