//! Attributes, their schemas and typed text.

use super::{Explain, verbatim};

verbatim!(
    idw_identity::PlaceError,
    idw_identity::PathError,
    idw_identity::ForeignSchemaError,
    idw_identity::SchemaUrlError,
    idw_identity::TextError,
    idw_typed_text::TextError,
);
