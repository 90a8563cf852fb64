//! What something is called that somebody asks for or was sent.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The wallet's own name for an attribute, and beside it the words of whoever asks. A site can call a tax number a
/// newsletter preference: the title is the wallet's, and says what is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CalledView {
    /// The wallet's title. Where the attribute is not in the wallet's catalogue, the short name of its schema.
    pub title: String,
    /// What whoever asks calls it, where that says something else: on one line, without quotation marks, and at most 120
    /// characters.
    pub asked_as: Option<String>,
    /// Whether the attribute is not in the wallet's catalogue: whoever asks has defined it.
    pub from_site: bool,
    /// What tells it from another one of the same list with the same names: the asker's id for it, or its place among
    /// them. None where the names are enough.
    pub which: Option<String>,
}

/// For errors and logs. Shells have words of their own for it.
impl fmt::Display for CalledView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.title)?;
        if let Some(asked_as) = &self.asked_as {
            write!(f, " (“{asked_as}”)")?;
        }
        self.which.as_ref().map_or(Ok(()), |which| write!(f, ", {which}"))
    }
}
