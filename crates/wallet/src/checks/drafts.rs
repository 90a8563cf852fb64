//! From what came to values of attributes.

use idw_identity::{AttributeType, FileRules, file_places};
use idw_words::{Message as _, MessageData, message};
use jiff::civil::Date;
use serde_json::{Map, Value, json};

use super::{
    Brought, Paper,
    clean::{country, date, left_out, name, number, number_end},
    pictures::{Picture, Pictures, Slot},
};
use crate::{
    attributes::check,
    explain::explain_violations,
    names::same_name,
    records::CheckedDocumentRecord,
    schemas::Types,
    view::{CheckDocumentKind, CheckLeftOut, CheckLeftOutBecause, CheckNote, ProfileKind},
};

/// A value that could be kept.
pub(super) struct Draft {
    /// The attribute's short name.
    pub(super) name: &'static str,
    pub(super) value: Value,
    /// The place of the document that it was read off.
    pub(super) paper: usize,
    pub(super) notes: Vec<CheckNote>,
    /// Members of the value that the check did not bring.
    pub(super) added: Vec<String>,
}

/// What the user said of what came.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reading {
    /// What the documents are of which the provider does not say it.
    pub(super) document: Option<CheckDocumentKind>,
    /// How many of the given names make the first name; all where it is not said.
    pub(super) first_names: Option<usize>,
}

/// Everything that came, sorted.
#[derive(Default)]
pub(super) struct Drafts {
    pub(super) found: Vec<Draft>,
    pub(super) left_out: Vec<CheckLeftOut>,
    pub(super) given_names: Vec<String>,
    pub(super) first_names: usize,
}

/// What a document is, as far as that is known.
pub(super) fn kind_of(paper: &Paper, reading: Reading) -> Option<CheckDocumentKind> {
    paper.kind.or(reading.document)
}

impl CheckDocumentKind {
    /// The short name of its attribute.
    pub(crate) fn attribute(self) -> &'static str {
        match self {
            Self::Passport => "passport",
            Self::NationalId => "national-id",
            Self::DriversLicense => "drivers-license",
        }
    }
}

/// How values are made.
pub(super) struct Drafting<'a> {
    pub(super) types: &'a Types,
    pub(super) kind: ProfileKind,
    pub(super) pictures: &'a Pictures,
    pub(super) reading: Reading,
    pub(super) today: Date,
}

impl Drafting<'_> {
    pub(super) fn drafts(&self, brought: &Brought) -> Drafts {
        let mut drafts = Drafts::default();
        for dropped in &brought.dropped {
            drafts.left_out.push(left_out(dropped, None, CheckLeftOutBecause::NotRead));
        }
        for (at, paper) in brought.papers.iter().enumerate() {
            if brought.papers.first().is_some_and(|first| is_of_another(first, paper)) {
                drafts.leave("documentNumber", paper.number.as_deref(), CheckLeftOutBecause::OfAnother);
                continue;
            }
            self.person(at, paper, &mut drafts);
            self.document(at, paper, &mut drafts);
            for (what, text) in &paper.others {
                drafts.left_out.push(left_out(what, Some(text), CheckLeftOutBecause::NoPlace));
            }
        }
        let used_face = drafts.found.iter().any(|draft| draft.value.get("selfie").is_some());
        if !used_face && let Some(picture) = self.pictures.get(Slot::Face) {
            let why = match picture {
                Picture::Refused(reason) => CheckLeftOutBecause::BadPicture { reason: reason.clone() },
                _ => CheckLeftOutBecause::NoPlace,
            };
            drafts.left_out.push(left_out(Slot::Face.name(), None, why));
        }
        drafts
    }

    /// What is said of the person: of several documents the first that says it.
    fn person(&self, at: usize, paper: &Paper, drafts: &mut Drafts) {
        if let Some(given) = drafts.read("givenNames", paper.given_names.as_deref(), name) {
            let names: Vec<String> = given.split(' ').map(str::to_owned).collect();
            let first = self.reading.first_names.unwrap_or(names.len()).clamp(1, names.len());
            let has_names = !drafts.given_names.is_empty();
            self.add(at, "first-name", json!(names[..first].join(" ")), drafts);
            if first < names.len() {
                self.add(at, "middle-name", json!(names[first..].join(" ")), drafts);
            }
            if !has_names {
                (drafts.given_names, drafts.first_names) = (names, first);
            }
        }
        if let Some(surname) = drafts.read("surname", paper.surname.as_deref(), name) {
            self.add(at, "last-name", json!(surname), drafts);
        }
        if let Some(born) = drafts.read("dateOfBirth", paper.born.as_deref(), date) {
            let value = json!(born.to_string());
            let ty = self.types.find("date-of-birth");
            if ty.is_some_and(|ty| check(ty, &value, self.today).is_ok()) {
                self.add(at, "date-of-birth", value, drafts);
            } else {
                drafts.leave("dateOfBirth", paper.born.as_deref(), CheckLeftOutBecause::ImpossibleBirth);
            }
        }
        if let Some(country) = drafts.read("nationality", paper.nationality.as_deref(), country) {
            self.add(at, "nationality", json!({"country": country}), drafts);
        }
        if kind_of(paper, self.reading) == Some(CheckDocumentKind::NationalId) {
            let number = drafts.read("documentNumber", paper.number.as_deref(), number);
            let country = drafts.read("issuingCountry", paper.country.as_deref(), country);
            if let (Some(number), Some(country)) = (number, country) {
                self.add(at, "national-id-number", json!({"id_number": number, "issuing_country": country}), drafts);
            }
        }
    }

    /// The document itself: its pictures and its dates.
    fn document(&self, at: usize, paper: &Paper, drafts: &mut Drafts) {
        let mut issued = drafts.read("dateOfIssue", paper.issued.as_deref(), date);
        let mut expires = drafts.read("dateOfExpiry", paper.expires.as_deref(), date);
        if let (Some(begins), Some(ends)) = (issued, expires)
            && ends < begins
        {
            drafts.leave("dateOfIssue", paper.issued.as_deref(), CheckLeftOutBecause::EndsBeforeItBegins);
            drafts.leave("dateOfExpiry", paper.expires.as_deref(), CheckLeftOutBecause::EndsBeforeItBegins);
            (issued, expires) = (None, None);
        }
        let Some(kind) = kind_of(paper, self.reading) else {
            drafts.leave("documentType", paper.said.as_deref(), CheckLeftOutBecause::UnknownDocument);
            return;
        };
        let Some(ty) = self.types.find(kind.attribute()) else { return };
        let mut draft = Making { ty, value: Map::new(), notes: Vec::new() };
        let front = if kind == CheckDocumentKind::Passport { "image" } else { "front" };
        draft.picture(front, Slot::Front(at), self.pictures, drafts);
        draft.picture("back", Slot::Back(at), self.pictures, drafts);
        if kind != CheckDocumentKind::DriversLicense {
            draft.day("issued", issued);
        }
        draft.day("expires", expires);
        if draft.value.is_empty() {
            return;
        }
        if draft.takes("selfie.image") {
            draft.selfie(self.pictures);
        }
        if let Some(ends) = expires.filter(|ends| *ends < self.today) {
            draft.notes.push(CheckNote::Expired { on: ends.to_string() });
        }
        let Making { value, notes, .. } = draft;
        let added = if notes.contains(&CheckNote::SelfieGiven) { vec!["selfie".to_owned()] } else { Vec::new() };
        self.add_draft(Draft { name: kind.attribute(), value: Value::Object(value), paper: at, notes, added }, drafts);
    }

    fn add(&self, paper: usize, name: &'static str, value: Value, drafts: &mut Drafts) {
        self.add_draft(Draft { name, value, paper, notes: Vec::new(), added: Vec::new() }, drafts);
    }

    /// What is wrong with it is told; what it only lacks can be added later.
    fn add_draft(&self, draft: Draft, drafts: &mut Drafts) {
        let is_there = |one: &Draft| one.name == draft.name && (one.paper != draft.paper || one.value == draft.value);
        let Some(ty) = self.types.find(draft.name) else { return };
        if drafts.found.iter().any(is_there) {
            return;
        }
        let why = if ty.subject().fits(self.kind.subject()) {
            wrong(ty, &draft.value, self.today)
        } else {
            Some(match self.kind {
                ProfileKind::Person => message::ErrorValueNotOfPerson.data(),
                ProfileKind::Company => message::ErrorValueNotOfCompany.data(),
            })
        };
        match why {
            Some(reason) => {
                drafts.left_out.push(left_out(draft.name, None, CheckLeftOutBecause::DoesNotFit { reason }));
            }
            None => drafts.found.push(draft),
        }
    }
}

impl Drafts {
    /// Reads a text; one that is not what it should be is left out.
    fn read<T>(
        &mut self,
        what: &str,
        text: Option<&str>,
        read: impl FnOnce(&str) -> Result<T, CheckLeftOutBecause>,
    ) -> Option<T> {
        match read(text?) {
            Ok(value) => Some(value),
            Err(why) => {
                self.leave(what, text, why);
                None
            }
        }
    }

    fn leave(&mut self, what: &str, text: Option<&str>, why: CheckLeftOutBecause) {
        let left = left_out(what, text, why);
        if !self.left_out.contains(&left) {
            self.left_out.push(left);
        }
    }
}

/// A document's value in the making.
struct Making<'a> {
    ty: &'a AttributeType,
    value: Map<String, Value>,
    notes: Vec<CheckNote>,
}

impl Making<'_> {
    fn takes(&self, path: &str) -> bool {
        self.ty.field(path).is_some()
    }

    fn day(&mut self, field: &str, day: Option<Date>) {
        if let Some(day) = day.filter(|_| self.takes(field)) {
            self.value.insert(field.to_owned(), json!(day.to_string()));
        }
    }

    fn picture(&mut self, field: &str, slot: Slot, pictures: &Pictures, drafts: &mut Drafts) {
        let Some(picture) = pictures.get(slot) else { return };
        match picture.file() {
            Some(_) if !self.takes(field) => drafts.leave(slot.name(), None, CheckLeftOutBecause::NoPlace),
            Some(file) => {
                self.notes.extend(file.removed.clone().map(|what| CheckNote::MetadataRemoved { what }));
                self.value.insert(field.to_owned(), file.object.to_value());
            }
            None => {
                if let Picture::Refused(reason) = picture {
                    let why = CheckLeftOutBecause::BadPicture { reason: reason.clone() };
                    drafts.leave(slot.name(), None, why);
                }
            }
        }
    }

    /// The face that the provider saw, else the picture that the user gives.
    fn selfie(&mut self, pictures: &Pictures) {
        let of = |slot| pictures.get(slot).and_then(Picture::file);
        let (file, is_given) = match (of(Slot::Selfie), of(Slot::Face)) {
            (Some(given), _) => (given, true),
            (None, Some(face)) => (face, false),
            (None, None) => return,
        };
        self.value.insert("selfie".to_owned(), json!({"image": file.object.to_value()}));
        if is_given {
            self.notes.push(CheckNote::SelfieGiven);
        }
    }
}

/// What is wrong with a value, other than what it lacks: whole sentences.
fn wrong(ty: &AttributeType, value: &Value, today: Date) -> Option<MessageData> {
    let fits = |rules: &FileRules, mime_type: &str, size| rules.allows_type(mime_type) && rules.allows_size(size);
    if file_places(ty, value).iter().any(|place| !fits(&place.rules, &place.file.mime_type, place.file.size)) {
        return Some(message::ErrorValuePicture.data());
    }
    let mut violations = check(ty, value, today).err()?;
    violations.retain(|violation| violation.pointer.is_empty() || value.pointer(&violation.pointer).is_some());
    (!violations.is_empty()).then(|| explain_violations(&violations))
}

/// The document that a value was read off, as it stands in the seal: what the provider says, not what the user does.
pub(super) fn type_in_seal(paper: &Paper) -> Option<String> {
    let said = || paper.said.as_deref().and_then(|said| name(said).ok());
    paper.kind.map(|kind| kind.attribute().to_owned()).or_else(said)
}

/// Whether a document names somebody else, or another day of birth, than the first one.
fn is_of_another(first: &Paper, paper: &Paper) -> bool {
    let differs = |one: &Option<String>, other: &Option<String>| match (one, other) {
        (Some(one), Some(other)) => !same_name(one, other),
        _ => false,
    };
    differs(&first.surname, &paper.surname)
        || differs(&first.given_names, &paper.given_names)
        || differs(&first.born, &paper.born)
}

/// The last characters of a document's number.
pub(super) fn end_of_number(paper: &Paper) -> Option<String> {
    number_end(&number(paper.number.as_deref()?).ok()?)
}

/// The document's own number and who gave it, if the number can be one.
pub(super) fn document_of(paper: &Paper) -> Option<CheckedDocumentRecord> {
    let number = number(paper.number.as_deref()?).ok()?;
    let country = paper.country.as_deref().and_then(|text| country(text).ok());
    Some(CheckedDocumentRecord { number, country })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paper(surname: &str, born: Option<&str>) -> Paper {
        Paper { surname: Some(surname.to_owned()), born: born.map(str::to_owned), ..Paper::default() }
    }

    #[test]
    fn a_document_of_somebody_else_is_told_from_another_of_the_same_person() {
        let first = paper("EXAMPLE", Some("1987-01-12"));
        let check = |other: &Paper, expected: bool| assert_eq!(is_of_another(&first, other), expected);
        check(&paper("EXAMPLE", Some("1987-01-12")), false);
        check(&paper("Example", None), false);
        check(&Paper::default(), false);
        check(&paper("LOVELACE", Some("1987-01-12")), true);
        check(&paper("EXAMPLE", Some("1987-01-13")), true);
    }

    #[test]
    fn the_seal_names_a_document_as_the_provider_did() {
        let said =
            |kind, said: Option<&str>| type_in_seal(&Paper { kind, said: said.map(str::to_owned), ..Paper::default() });
        assert_eq!(said(Some(CheckDocumentKind::Passport), None).as_deref(), Some("passport"));
        assert_eq!(said(None, Some("FG617451")).as_deref(), Some("FG617451"));
        assert_eq!(said(None, Some("a\u{202e}b")), None);
    }
}
