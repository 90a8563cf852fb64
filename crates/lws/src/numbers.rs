//! Ids that a relying party gave as JSON numbers: they go back as numbers, since `7` and `"7"` are two ids to many
//! servers.

use std::collections::BTreeMap;

use serde_json::{Number, Value};

use crate::payload::Payload;
use crate::wire::number_text;

/// The numbers among the ids of a list of requirements, by their text.
#[derive(Debug, Default)]
pub(crate) struct NumericIds(BTreeMap<String, Number>);

impl NumericIds {
    /// Reads `attributes` of a description or template, in any of its spellings.
    pub(crate) fn of(attributes: Option<&Value>) -> Self {
        let entries = attributes.and_then(Value::as_array).into_iter().flatten();
        let numbers = entries.filter_map(|entry| match entry.get("id") {
            Some(Value::Number(number)) => Some((number_text(number), number.clone())),
            _ => None,
        });
        Self(numbers.collect())
    }

    /// An id as the relying party spells it.
    pub(crate) fn spell(&self, id: &str) -> Value {
        self.0.get(id).map_or_else(|| Value::from(id), |number| Value::Number(number.clone()))
    }
}

/// Whether any id of the payload could have been a number: only then is it worth finding out.
pub(crate) fn could_have_numbers(payload: &Payload) -> bool {
    let ids = payload.attributes.iter().filter_map(|attribute| attribute.id.as_deref());
    ids.into_iter().any(|id| id.parse::<f64>().is_ok())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn numbers_stay_numbers() {
        let ids = NumericIds::of(Some(
            &json!([{"id": 7}, {"id": "8"}, {"id": 1.5}, {"id": 2.0}, "http://rp.example/a.json", {}]),
        ));
        let check = |id: &str, expected: Value| assert_eq!(ids.spell(id), expected, "{id}");
        check("7", json!(7));
        check("8", json!("8"));
        check("1.5", json!(1.5));
        check("2", json!(2.0));
        check("first", json!("first"));
        assert_eq!(NumericIds::of(None).spell("7"), json!("7"));
        assert_eq!(NumericIds::of(Some(&json!({"7": {}}))).spell("7"), json!("7"), "a key is text");
    }
}
