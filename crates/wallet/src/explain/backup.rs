//! Backup files.

use super::{Explain, verbatim};

verbatim!(idw_backup::WriteError, idw_backup::ReadError, idw_backup::ManifestError,);
