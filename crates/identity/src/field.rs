//! The leaves of an attribute's value, as a form shows them.

use serde_json::Value;

use crate::field_path::{FieldPath, Segment};
use crate::file_object::FileRules;

/// One input of the form for an attribute, derived from its schema.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Where its value goes. In a list of groups (members of a company) the path holds a `*` for the position.
    pub path: FieldPath,
    /// Label.
    pub title: String,
    /// Help text; may be empty.
    pub description: String,
    /// What is entered.
    pub kind: FieldKind,
    /// Whether a valid value cannot do without it. Of a group that is itself optional, the field is required only
    /// once the group is begun, so this is false there.
    pub required: bool,
    /// Whether it holds a list of such inputs.
    pub repeated: bool,
}

/// What a field takes.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum FieldKind {
    /// A line of text.
    Text,
    /// Several lines of text.
    Multiline,
    /// A calendar day, `YYYY-MM-DD`.
    Date,
    /// An email address.
    Email,
    /// A country, as its ISO 3166-1 alpha-2 code; [`countries`](crate::countries) has the names.
    Country,
    /// One of several values.
    Choice {
        /// The values, in display order.
        choices: Vec<Choice>,
        /// Whether other text is valid too, so that the values are suggestions.
        open: bool,
    },
    /// A whole number.
    Integer {
        /// Smallest value.
        minimum: Option<i64>,
        /// Largest value.
        maximum: Option<i64>,
    },
    /// A number.
    Number {
        /// Smallest value.
        minimum: Option<f64>,
        /// Largest value.
        maximum: Option<f64>,
    },
    /// Yes or no.
    Boolean,
    /// A document.
    File(FileRules),
    /// Something no simple input can hold; entered as JSON.
    Json,
}

/// One value of a [`FieldKind::Choice`].
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// What is stored.
    pub value: Value,
    /// What is shown.
    pub label: String,
}

impl FieldKind {
    /// Whether it takes documents.
    pub fn is_file(&self) -> bool {
        matches!(self, Self::File(_))
    }
}

impl Field {
    /// The list of groups it belongs to: `members` for `members.*.equity`.
    pub fn group(&self) -> Option<FieldPath> {
        let position = self.path.segments().iter().position(|segment| *segment == Segment::Each)?;
        Some(FieldPath::from_segments(self.path.segments()[..position].to_vec()))
    }

    /// Whether `path` addresses this field: as it is, with a number for each `*`, one entry of a repeated
    /// field, or a place inside a JSON field.
    pub fn covers(&self, path: &FieldPath) -> bool {
        let (own, asked) = (self.path.segments(), path.segments());
        let Some((head, tail)) = asked.split_at_checked(own.len()) else { return false };
        let fits = own
            .iter()
            .zip(head)
            .all(|(own, asked)| own == asked || matches!((own, asked), (Segment::Each, Segment::Index(_))));
        let rest = match tail {
            [Segment::Index(_), rest @ ..] if self.repeated => rest,
            rest => rest,
        };
        fits && (rest.is_empty() || matches!(self.kind, FieldKind::Json))
    }
}
