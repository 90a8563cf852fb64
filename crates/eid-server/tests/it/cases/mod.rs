//! What holds for both databases.

pub(crate) mod agreement;
pub(crate) mod operator;
pub(crate) mod requests;
pub(crate) mod room;
pub(crate) mod sweeping;
pub(crate) mod telling;
pub(crate) mod wallets;
