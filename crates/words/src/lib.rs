//! What people read: the messages of `assets/locales`, each a type of its own.
//!
//! The build script reads the catalogue and makes a type of every message in it, with a field for each argument: an id
//! or an argument that is not in the catalogue does not compile. The files are embedded; nothing is read while the
//! program runs. The page of the window formats the same files by itself.
//!
//! Code that does not show a message itself passes it on as [`MessageData`]: its id with its arguments. The shell that shows
//! it formats it in the user's language.
//!
//! ```
//! use idw_words::{Language, Words, message};
//!
//! let words = Words::new(Language::English);
//! assert_eq!(words.say(&message::ReminderExpires { title: "Passport", days: 3_u64 }), "Passport expires in 3 days.");
//! ```

mod argument;
mod data;
mod format;
mod words;

#[cfg(test)]
mod catalogue;
#[cfg(test)]
mod languages;
#[cfg(test)]
mod page_types;
#[cfg(test)]
mod uses;

pub use argument::{Argument, ToNumber, ToText};
pub use data::{Message, MessageData};
pub use words::{Language, Words};

/// Every message of the catalogue. Write `message::` before each: a test finds by that which of them are used.
pub mod message {
    use crate::{Argument, Message, ToNumber, ToText};

    include!(concat!(env!("OUT_DIR"), "/message.rs"));
}
