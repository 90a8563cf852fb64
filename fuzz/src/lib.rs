//! What the targets share with the program that makes what they start from.

pub mod backup;
pub mod keystore;
