//! From a zone to attributes.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::{Mrz, ZoneDate, names};

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
    /// Whether the zone leaves no doubt; otherwise only the person can say that the value is right.
    pub certain: bool,
    /// The day, where the zone leaves two of them possible: there is another proposal for the same attribute then.
    pub choice: Option<Date>,
}

/// What a zone suggests, and what it says that no attribute can hold.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Filled {
    /// The values, in display order.
    pub proposals: Vec<Proposal>,
    /// Sentences on what was left out, and why.
    pub notes: Vec<String>,
}

const SPELLING: &str = "The zone spells names in capitals without accents: put it as you write it.";
const CUT: &str = "The name fills its place in the zone and may be cut off: complete it.";
const NO_SURNAME: &str = "The document gives no last name. The zone spells names in capitals without accents: put it as \
                          you write it.";
const ONE_NAME: &str = "The document gives one name only, in the place of the last name. The zone spells names in \
                        capitals without accents: put it as you write it.";
const EXPIRED: &str = "The document has expired.";
const CENTURY: &str = "The zone has two digits for the year, so it can be either day: choose yours.";
const BRITISH: &str = "The zone gives a British nationality that is not plain citizenship: see below.";
const PERSONAL_NUMBER: &str = "States put different numbers here: keep it only if it is your national number.";
const CARD_NUMBER: &str =
    "The number of the card; some states give people another number for life: keep the one that you are asked for.";

/// What a zone suggests: names, date of birth, nationality, and the document's number and date of expiry where there is
/// an attribute for them.
///
/// A country that is not of ISO 3166-1 (a specimen's, an organisation's) is left out and told, and so is what the zone
/// leaves open. A passport's own number is not an attribute of its own, so only its optional data may be a national
/// number: never for certain.
pub fn fill(mrz: &Mrz, today: Date) -> Filled {
    let mut filled = Filled::default();
    names_of(mrz, &mut filled);
    birth(mrz, &mut filled);
    nationality(mrz, &mut filled);
    document(mrz, today, &mut filled);
    national_number(mrz, &mut filled);
    filled
}

impl Filled {
    fn certain(&mut self, attribute: &'static str, value: Value) {
        self.push(attribute, value, None, true);
    }

    fn push(&mut self, attribute: &'static str, value: Value, note: Option<&'static str>, certain: bool) {
        self.proposals.push(Proposal { attribute, value, note, certain, choice: None });
    }

    /// Both days, for the person to choose from.
    fn either(&mut self, attribute: &'static str, days: [Date; 2], value: impl Fn(Date) -> Value) {
        let proposal =
            |day| Proposal { attribute, value: value(day), note: Some(CENTURY), certain: false, choice: Some(day) };
        self.proposals.extend(days.map(proposal));
    }

    fn told(&mut self, note: impl Into<String>) {
        self.notes.push(note.into());
    }
}

fn names_of(mrz: &Mrz, filled: &mut Filled) {
    let cut = mrz.names_may_be_cut;
    let note = match (mrz.given_names.is_empty(), mrz.surname.is_empty()) {
        _ if cut => CUT,
        (false, true) => NO_SURNAME,
        (true, false) => ONE_NAME,
        _ => SPELLING,
    };
    for (attribute, capitals) in [("first-name", &mrz.given_names), ("last-name", &mrz.surname)] {
        if !capitals.is_empty() {
            filled.push(attribute, Value::from(names::in_mixed_case(capitals)), Some(note), !cut);
        }
    }
}

fn birth(mrz: &Mrz, filled: &mut Filled) {
    match mrz.birth_date {
        ZoneDate::Open => filled.told("The document leaves the date of birth open, or a part of it."),
        ZoneDate::Day(day) => filled.certain("date-of-birth", Value::from(day.to_string())),
        ZoneDate::Either(earlier, later) => {
            filled.either("date-of-birth", [earlier, later], |day| Value::from(day.to_string()));
        }
    }
}

fn nationality(mrz: &Mrz, filled: &mut Filled) {
    let state = &mrz.nationality;
    if let Some(country) = state.plain_country() {
        return filled.certain("nationality", json!({ "country": country }));
    }
    if let Some(country) = &state.alpha2 {
        filled.push("nationality", json!({ "country": country }), Some(BRITISH), false);
        filled.told(format!(
            "The nationality is given as: {}. The attribute has only the country; add it if that is what you are asked for.",
            state.described()
        ));
    } else {
        filled.told(format!(
            "The nationality is given as: {}. The attribute takes the countries of ISO 3166-1 and nothing else, so it was \
             left out.",
            state.described()
        ));
    }
}

fn document(mrz: &Mrz, today: Date, filled: &mut Filled) {
    let issuer = &mrz.issuing_state;
    if issuer.plain_country().is_none() {
        filled.told(format!("The document was issued by: {}.", issuer.described()));
    }
    let attribute = if mrz.is_passport() { "passport" } else { "national-id" };
    if !mrz.is_passport() && !mrz.is_national_card() {
        filled.told(
            "The card was not issued by the state of its holder: a residence permit or the like, not a national ID.",
        );
        return;
    }
    let value = |day: Date| json!({ "expires": day.to_string() });
    match mrz.expiry {
        ZoneDate::Open => filled.told("The document gives no date of expiry."),
        ZoneDate::Day(day) => {
            filled.push(attribute, value(day), mrz.has_expired(today).then_some(EXPIRED), true);
        }
        ZoneDate::Either(earlier, later) => filled.either(attribute, [earlier, later], value),
    }
}

fn national_number(mrz: &Mrz, filled: &mut Filled) {
    let (number, note) =
        if mrz.is_passport() { (&mrz.optional_data, PERSONAL_NUMBER) } else { (&mrz.number, CARD_NUMBER) };
    let has_number = !number.is_empty() && (mrz.is_passport() || mrz.is_national_card());
    if let Some(country) = mrz.issuing_state.plain_country().filter(|_| has_number) {
        let value = json!({ "id_number": number, "issuing_country": country });
        filled.push("national-id-number", value, Some(note), false);
    }
}
