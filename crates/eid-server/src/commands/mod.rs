//! What the operator types.
