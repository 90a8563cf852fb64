//! What is read from the machine-readable zone of a passport or an identity card.

use serde::Serialize;
use serde_json::Value;

/// What the machine-readable zone of a passport or an identity card says and suggests.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MrzView {
    /// Whether it is a passport's; otherwise a card's.
    pub passport: bool,
    /// The document's number.
    pub number: String,
    /// Its last day of validity, unless it leaves that open.
    pub expires: Option<String>,
    /// Whether that day has passed.
    pub expired: bool,
    /// The values it suggests.
    pub proposals: Vec<MrzProposal>,
}

/// A value that a machine-readable zone suggests.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MrzProposal {
    /// The attribute's short name.
    pub name: String,
    /// The attribute's title.
    pub title: String,
    /// The value, or the parts of it that a zone can know.
    #[cfg_attr(feature = "ts", ts(type = "unknown"))]
    pub value: Value,
    /// The value on one line.
    pub summary: String,
    /// What the wallet holds, on one line.
    pub held: Option<String>,
    /// What applying the zone does with it.
    pub action: MrzAction,
    /// What to look at before it is kept, a sentence.
    pub note: Option<String>,
}

/// What applying a machine-readable zone does with one of its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum MrzAction {
    /// Enters it.
    Enter,
    /// Changes parts of the value that is held.
    Update,
    /// Nothing: the wallet holds a value, which stays.
    Held,
    /// Nothing: there have to be pictures too.
    NeedsMore,
}
