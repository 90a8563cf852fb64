//! What errors say to people, as messages of the catalogue.
//!
//! An error's `Display` is terse English for logs. What a shell shows is the message that [`Explain`] gives: sentences that
//! say what happened, what was kept and what the user can do. Every match here is complete, so that an error that is added
//! does not compile before it has a message.

mod backup;
mod data;
mod documents;
mod http;
mod identity;
mod keys;
mod lws;
mod parties;
mod services;
mod system;
mod vault;
mod wallet;
mod webkyc;

pub(crate) use identity::explain_violations;
use idw_words::MessageData;

/// An error that can be shown to people.
pub trait Explain {
    /// Whole sentences, each with its full stop: what happened, what was kept, what the user can do.
    fn explain(&self) -> MessageData;
}

impl<E: Explain + ?Sized> Explain for Box<E> {
    fn explain(&self) -> MessageData {
        (**self).explain()
    }
}
