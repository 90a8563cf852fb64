//! Accounts, attributes and documents.

use super::{Explain, verbatim};

verbatim!(
    crate::AccountError,
    crate::AccountNameError,
    crate::AddAccountError,
    crate::ChangeAccountError,
    crate::ExportAccountError,
    crate::AttributeError,
    crate::LabelError,
    crate::ReadMrzError,
    crate::SetAttributeError,
    crate::DataError,
    crate::SelfkeyError,
    crate::DocumentError,
);
