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
pub(crate) use services::kept_secret;

/// Shows the English `Display` of errors that have no messages in the catalogue yet.
macro_rules! verbatim {
    ($($error:ty),+ $(,)?) => {
        $(
            impl Explain for $error {
                fn explain(&self) -> idw_words::MessageData {
                    let text = $crate::explain::with_causes(self);
                    idw_words::message::ErrorVerbatim { text }.into()
                }
            }
        )+
    };
}
use verbatim;

/// An error's own text and the text of its causes.
fn with_causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    for cause in std::iter::successors(error.source(), |&cause| cause.source()) {
        let cause = cause.to_string();
        if !text.contains(&cause) {
            text = format!("{text}: {cause}");
        }
    }
    crate::without_error_numbers(&text)
}

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
