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
    /// Its last day of validity, unless it leaves that open or the century is a question.
    pub expires: Option<String>,
    /// Whether that day has passed.
    pub expired: bool,
    /// The values it suggests.
    pub proposals: Vec<MrzProposal>,
    /// Sentences on what it says that no attribute can hold.
    pub notes: Vec<String>,
}

impl MrzView {
    /// Takes a value that the zone leaves open, so that applying the zone enters it: by the name of the attribute, or by
    /// [`MrzProposal::key`] where several values are possible. False where there is no such value to take.
    #[must_use]
    pub fn take(&mut self, key: &str) -> bool {
        let taken = self.proposals.iter_mut().find(|one| one.action == MrzAction::Propose && one.key() == key);
        if let Some(one) = taken {
            one.action = MrzAction::Enter;
            return true;
        }
        self.proposals.iter().any(|one| one.key() == key && one.action.enters())
    }
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
    /// The day, where the zone leaves two of them possible: only the person knows which one is right.
    pub choice: Option<String>,
}

impl MrzProposal {
    /// What it is chosen by: `last-name`, or `date-of-birth=2015-02-03` where there are two.
    #[must_use]
    pub fn key(&self) -> String {
        self.choice.as_ref().map_or_else(|| self.name.clone(), |choice| format!("{}={choice}", self.name))
    }
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
    /// Nothing, unless the person takes it: the zone does not say it for certain.
    Propose,
    /// Nothing: the wallet holds a value, which stays.
    Held,
    /// Nothing: there have to be pictures too.
    NeedsMore,
}

impl MrzAction {
    /// Whether applying the zone enters or changes something.
    #[must_use]
    pub fn enters(self) -> bool {
        matches!(self, Self::Enter | Self::Update)
    }
}
