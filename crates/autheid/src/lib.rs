//! Auth eID: a relying party asks a person by email, the wallet shows it, and the person approves or declines.

pub mod sign;
