//! Documents and their pictures.

use super::{Explain, verbatim};

verbatim!(idw_documents::DocumentError, idw_documents::WorkerError,);
