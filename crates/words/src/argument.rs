//! What a message takes.

use std::{
    borrow::Cow,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use crate::MessageData;

/// What a message takes. Dates, sizes and long numbers stay data until a side shows them in its language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Argument {
    /// The same in every language: a name, an address, what a site said.
    Text(String),
    /// A number that the message chooses a plural form by.
    Number(#[cfg_attr(feature = "ts", ts(type = "number"))] u64),
    /// Another message.
    Message(#[cfg_attr(feature = "ts", ts(type = "MessageData"))] Box<MessageData>),
    /// A number to be read, with separators between thousands.
    Amount(#[cfg_attr(feature = "ts", ts(type = "number"))] u64),
    /// A size in bytes.
    Size(#[cfg_attr(feature = "ts", ts(type = "number"))] u64),
    /// A day: a date (`YYYY-MM-DD`), or a time (RFC 3339) of which the day counts.
    Day(String),
    /// A time (RFC 3339): its day and its hour here.
    Moment(String),
    /// A country or a part of one (ISO 3166-1 alpha-2).
    Country(String),
    /// Several, joined by commas and "and".
    List(#[cfg_attr(feature = "ts", ts(type = "Array<Argument>"))] Vec<Argument>),
}

impl Argument {
    /// Several, joined by commas and "and".
    pub fn list<T: ToText>(items: impl IntoIterator<Item = T>) -> Self {
        Self::List(items.into_iter().map(|item| item.to_text()).collect())
    }
}

/// What can stand in a message as text.
pub trait ToText {
    /// As an argument.
    fn to_text(&self) -> Argument;
}

/// What a message can choose a plural form by.
pub trait ToNumber {
    /// As a whole number.
    fn to_number(&self) -> u64;
}

impl<T: ToText + ?Sized> ToText for &T {
    fn to_text(&self) -> Argument {
        (**self).to_text()
    }
}

impl<T: ToText + ?Sized> ToText for Box<T> {
    fn to_text(&self) -> Argument {
        (**self).to_text()
    }
}

impl ToText for str {
    fn to_text(&self) -> Argument {
        Argument::Text(self.to_owned())
    }
}

impl ToText for String {
    fn to_text(&self) -> Argument {
        Argument::Text(self.clone())
    }
}

impl ToText for Cow<'_, str> {
    fn to_text(&self) -> Argument {
        Argument::Text(self.clone().into_owned())
    }
}

impl ToText for char {
    fn to_text(&self) -> Argument {
        Argument::Text(self.to_string())
    }
}

impl ToText for Path {
    fn to_text(&self) -> Argument {
        Argument::Text(self.display().to_string())
    }
}

impl ToText for PathBuf {
    fn to_text(&self) -> Argument {
        self.as_path().to_text()
    }
}

impl ToText for Argument {
    fn to_text(&self) -> Argument {
        self.clone()
    }
}

impl ToText for MessageData {
    fn to_text(&self) -> Argument {
        Argument::Message(Box::new(self.clone()))
    }
}

impl<T: ToNumber> ToNumber for &T {
    fn to_number(&self) -> u64 {
        (**self).to_number()
    }
}

macro_rules! numbers {
    ($($number:ty),+) => {
        $(
            impl ToNumber for $number {
                fn to_number(&self) -> u64 {
                    u64::from(*self)
                }
            }

            impl ToText for $number {
                fn to_text(&self) -> Argument {
                    Argument::Text(self.to_string())
                }
            }
        )+
    };
}

numbers!(u8, u16, u32, u64);

impl ToNumber for usize {
    fn to_number(&self) -> u64 {
        // No machine has a larger usize.
        u64::try_from(*self).unwrap_or(u64::MAX)
    }
}

impl ToText for usize {
    fn to_text(&self) -> Argument {
        Argument::Text(self.to_string())
    }
}
