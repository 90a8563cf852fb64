//! From a zone to attributes.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::{Mrz, names};

/// A value that a zone suggests for an attribute. Everything in it stays the person's to change.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// Short name of the attribute: `first-name`.
    pub attribute: &'static str,
    /// Its value; for `passport` and `national-id` only the parts that a zone can know, to be put into a value whose
    /// pictures the person adds.
    pub value: Value,
    /// What to look at before it is kept.
    pub note: Option<&'static str>,
}

const SPELLING: &str = "The zone spells names in capitals without accents: put it as you write it.";
const CUT: &str = "The name fills its place in the zone and may be cut off: complete it.";
const EXPIRED: &str = "The document has expired.";
const PERSONAL_NUMBER: &str = "States put different numbers here: keep it only if it is your national number.";
const CARD_NUMBER: &str = "The number of the card; some states give people another number for life.";

/// What a zone suggests: names, date of birth, nationality, and the document's number and date of expiry where there is
/// an attribute for them.
///
/// A country that is not of ISO 3166-1 (a specimen's, an organisation's) is left out, and so is what the zone leaves
/// open. A passport's own number is not an attribute of its own, so only its optional data may make a national number.
pub fn fill(mrz: &Mrz, today: Date) -> Vec<Proposal> {
    let names_note = if mrz.names_may_be_cut { CUT } else { SPELLING };
    let name = |attribute, capitals: &str| {
        let value = Value::from(names::in_mixed_case(capitals));
        (!capitals.is_empty()).then_some(Proposal { attribute, value, note: Some(names_note) })
    };
    let birth = mrz.birth_date.map(|day| certain("date-of-birth", Value::from(day.to_string())));
    let nationality = mrz.nationality.alpha2.as_ref().map(|code| certain("nationality", json!({ "country": code })));
    [name("first-name", &mrz.given_names), name("last-name", &mrz.surname), birth, nationality, document(mrz, today)]
        .into_iter()
        .chain([national_number(mrz)])
        .flatten()
        .collect()
}

fn certain(attribute: &'static str, value: Value) -> Proposal {
    Proposal { attribute, value, note: None }
}

fn document(mrz: &Mrz, today: Date) -> Option<Proposal> {
    let attribute = if mrz.is_passport() { "passport" } else { "national-id" };
    let value = json!({ "expires": mrz.expiry?.to_string() });
    Some(Proposal { attribute, value, note: mrz.has_expired(today).then_some(EXPIRED) })
}

fn national_number(mrz: &Mrz) -> Option<Proposal> {
    let (number, note) =
        if mrz.is_passport() { (&mrz.optional_data, PERSONAL_NUMBER) } else { (&mrz.number, CARD_NUMBER) };
    let country = mrz.issuing_state.alpha2.as_ref().filter(|_| !number.is_empty())?;
    let value = json!({ "id_number": number, "issuing_country": country });
    Some(Proposal { attribute: "national-id-number", value, note: Some(note) })
}
