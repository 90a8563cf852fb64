//! Attributes, their schemas and typed text.

use idw_identity::{
    EmailFault, Extra, Fault, ForeignSchemaError, Format, KnownForm, MAX_DOCUMENTS, MAX_SCHEMA_BYTES, Part, PathError,
    PlaceError, Remedy, SchemaUrlError, TextError, ValueType, Violation, Wanted,
};
use idw_words::{Argument, Message as _, MessageData, message};

use super::{Explain, http::sentences};

/// How many of the values that a field takes are shown.
const SHOWN_CHOICES: usize = 12;

/// What is wrong with a value that does not fit its schema.
pub(crate) fn explain_violations(violations: &[Violation]) -> MessageData {
    match violations.split_first() {
        Some((first, others)) => sentences(first.explain(), others.iter().map(Explain::explain)),
        None => message::ErrorValueUnfit { part: message::ValueWhole.data() }.data(),
    }
}

impl Explain for Violation {
    fn explain(&self) -> MessageData {
        let part = part(&self.part);
        match &self.fault {
            Fault::Missing => message::ErrorValueMissing { part }.data(),
            Fault::Type(types) => {
                let or = |first, second| message::ValueKindOr { first, second }.data();
                match types.iter().copied().map(type_name).reduce(or) {
                    Some(kind) => message::ErrorValueKind { part, kind }.data(),
                    None => message::ErrorValueUnfit { part }.data(),
                }
            }
            Fault::Format(format) => match format_name(*format) {
                Some(kind) => message::ErrorValueKind { part, kind }.data(),
                None => message::ErrorValueForm { part }.data(),
            },
            Fault::Email(fault) => match fault {
                EmailFault::Named => message::ErrorValueEmailNamed { part }.data(),
                EmailFault::Host => message::ErrorValueEmailHost { part }.data(),
                EmailFault::Several => message::ErrorValueEmailSeveral { part }.data(),
                EmailFault::NotAnAddress => message::ErrorValueEmail { part }.data(),
            },
            Fault::Pattern { wanted, remedy } => sentences(form(part, wanted), remedy.as_ref().map(explain_remedy)),
            Fault::NotAllowedValue => message::ErrorValueNotAllowedValue { part }.data(),
            Fault::Empty => message::ErrorValueEmpty { part }.data(),
            Fault::Blank => message::ErrorValueBlank { part }.data(),
            Fault::Control => message::ErrorValueControl { part }.data(),
            Fault::TooShort { least } => message::ErrorValueTooShort { part, least }.data(),
            Fault::TooLong { most } => message::ErrorValueTooLong { part, most }.data(),
            Fault::Unchecked { most } => {
                message::ErrorValueUnchecked { part, most: Argument::Amount(*most as u64) }.data()
            }
            Fault::TooFewEntries { least } => message::ErrorValueTooFewEntries { part, least }.data(),
            Fault::TooManyEntries { most } => message::ErrorValueTooManyEntries { part, most }.data(),
            Fault::BelowMinimum { limit } => message::ErrorValueMinimum { part, limit }.data(),
            Fault::AboveMaximum { limit } => message::ErrorValueMaximum { part, limit }.data(),
            Fault::NotMoreThan { limit } => message::ErrorValueMoreThan { part, limit }.data(),
            Fault::NotLessThan { limit } => message::ErrorValueLessThan { part, limit }.data(),
            Fault::NotAMultiple { of } => message::ErrorValueMultiple { part, number: of }.data(),
            Fault::RepeatedEntry => message::ErrorValueRepeated { part }.data(),
            Fault::TooFewParts => message::ErrorValueTooFewFields { part }.data(),
            Fault::TooManyParts => message::ErrorValueTooManyFields { part }.data(),
            Fault::ForeignPart => message::ErrorValueForeignField { part }.data(),
            Fault::PatternTooSlow => message::ErrorValueTooSlow { part }.data(),
            Fault::NotAllowed => message::ErrorValueNotAllowed { part }.data(),
            Fault::NoForm => message::ErrorValueNoForm { part }.data(),
            Fault::SeveralForms => message::ErrorValueSeveralForms { part }.data(),
            Fault::Unfit => message::ErrorValueUnfit { part }.data(),
            Fault::InFuture => message::ErrorValueInFuture { part }.data(),
            Fault::TooLongAgo => message::ErrorValueTooLongAgo { part }.data(),
            Fault::EndsBeforeIssue => message::ErrorValueEndsBeforeIssue { part }.data(),
        }
    }
}

/// The part, as a sentence begins with it.
fn part(part: &Part) -> MessageData {
    match part {
        Part::Whole => message::ValueWhole.data(),
        Part::Unknown => message::ValueUnknownPart.data(),
        Part::Titled(_) | Part::Named(_) | Part::Entry { .. } | Part::Inside { .. } => {
            message::ValuePart { label: label(part) }.data()
        }
    }
}

/// What stands between quotation marks.
fn label(part: &Part) -> Argument {
    let text = match part {
        Part::Titled(name) | Part::Named(name) => return Argument::Text(name.clone()),
        Part::Whole => message::ValueWhole.data(),
        Part::Unknown => message::ValueUnknownPart.data(),
        Part::Entry { list: Some(list), number } => message::ValueEntry { list: label(list), number }.data(),
        Part::Entry { list: None, number } => message::ValueFirstEntry { number }.data(),
        Part::Inside { outer, title } => message::ValueInside { entry: label(outer), title }.data(),
    };
    Argument::Message(Box::new(text))
}

fn type_name(of: ValueType) -> MessageData {
    match of {
        ValueType::Text => message::ValueKindText.data(),
        ValueType::WholeNumber => message::ValueKindWholeNumber.data(),
        ValueType::Number => message::ValueKindNumber.data(),
        ValueType::YesOrNo => message::ValueKindYesOrNo.data(),
        ValueType::List => message::ValueKindList.data(),
        ValueType::Object => message::ValueKindObject.data(),
        ValueType::Nothing => message::ValueKindNothing.data(),
    }
}

fn format_name(format: Format) -> Option<MessageData> {
    Some(match format {
        Format::Date => message::ValueKindDate.data(),
        Format::DateTime => message::ValueKindDateTime.data(),
        Format::Time => message::ValueKindTime.data(),
        Format::WebAddress => message::ValueKindWebAddress.data(),
        Format::HostName => message::ValueKindHostName.data(),
        Format::IpAddress => message::ValueKindIpAddress.data(),
        Format::Uuid => message::ValueKindUuid.data(),
        Format::Other => return None,
    })
}

fn form(part: MessageData, wanted: &Wanted) -> MessageData {
    match wanted {
        Wanted::Known(KnownForm::PhoneNumber) => message::ErrorValuePhoneNumber { part }.data(),
        Wanted::Known(KnownForm::EthAddress) => message::ErrorValueEthAddress { part }.data(),
        Wanted::Known(KnownForm::BtcAddress) => message::ErrorValueBtcAddress { part }.data(),
        Wanted::Known(KnownForm::DashAddress) => message::ErrorValueDashAddress { part }.data(),
        Wanted::Described(description) => message::ErrorValueFormDescribed { part, description }.data(),
        Wanted::Unsaid => message::ErrorValueForm { part }.data(),
    }
}

fn explain_remedy(remedy: &Remedy) -> MessageData {
    let name = |extra: &Extra| match extra {
        Extra::Spaces => message::ValueExtraSpaces.data(),
        Extra::Hyphens => message::ValueExtraHyphens.data(),
        Extra::BracketedZero => message::ValueExtraZero.data(),
        Extra::Brackets => message::ValueExtraBrackets.data(),
        Extra::Dots => message::ValueExtraDots.data(),
        Extra::Slashes => message::ValueExtraSlashes.data(),
    };
    match remedy {
        Remedy::Capitals => message::ValueRemedyCapitals.data(),
        Remedy::Rewrite { plus: true, extras } if extras.is_empty() => message::ValueRemedyPlus.data(),
        Remedy::Rewrite { plus, extras } => {
            let extras = Argument::list(extras.iter().map(name));
            if *plus {
                message::ValueRemedyPlusWithout { extras }.data()
            } else {
                message::ValueRemedyWithout { extras }.data()
            }
        }
    }
}

impl Explain for TextError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Empty { field } => message::ErrorTextEmpty { field }.data(),
            Self::NotADate { field } => message::ErrorTextDate { field }.data(),
            Self::NotACountry { field } => message::ErrorTextCountry { field }.data(),
            Self::NotAChoice { field, choices } => message::ErrorTextChoice { field, choices: some_of(choices) }.data(),
            Self::NotAnInteger { field } => message::ErrorTextWholeNumber { field }.data(),
            Self::NotANumber { field } => message::ErrorTextNumber { field }.data(),
            Self::NotABoolean { field } => message::ErrorTextYesOrNo { field }.data(),
            Self::NotJson { field } => message::ErrorTextJson { field }.data(),
            Self::FileNeeded { field } => message::ErrorTextFile { field }.data(),
        }
    }
}

/// Enough of a long list to see what is meant.
fn some_of(choices: &[String]) -> Argument {
    let (shown, rest) = choices.split_at(choices.len().min(SHOWN_CHOICES));
    let rest = (!rest.is_empty()).then(|| message::ErrorTextMoreChoices { count: rest.len() }.data());
    let shown = shown.iter().cloned().map(Argument::Text);
    Argument::list(shown.chain(rest.map(|rest| Argument::Message(Box::new(rest)))))
}

impl Explain for PlaceError {
    fn explain(&self) -> MessageData {
        match self {
            Self::UnknownField { attribute, path, known } => {
                message::ErrorPathUnknown { attribute, path, fields: Argument::list(known) }.data()
            }
            Self::Path(error) => error.explain(),
        }
    }
}

impl Explain for PathError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Malformed => message::ErrorPathMalformed.data(),
            Self::Pattern { path } => message::ErrorPathPattern { path }.data(),
            Self::NotAnObject { path } => message::ErrorPathNoObject { path }.data(),
            Self::NotAList { path } => message::ErrorPathNoList { path }.data(),
            Self::Gap { path, len } => message::ErrorPathGap { path, count: len }.data(),
        }
    }
}

impl Explain for SchemaUrlError {
    fn explain(&self) -> MessageData {
        match self {
            Self::NotAUrl => message::ErrorSchemaUrlShape.data(),
            Self::Scheme => message::ErrorSchemaUrlScheme.data(),
            Self::Credentials => message::ErrorSchemaUrlCredentials.data(),
            Self::TooLong => message::ErrorSchemaUrlTooLong.data(),
        }
    }
}

impl Explain for ForeignSchemaError {
    fn explain(&self) -> MessageData {
        match self {
            Self::TooLarge => message::ErrorSchemaTooLarge { limit: Argument::Size(MAX_SCHEMA_BYTES as u64) }.data(),
            Self::TooDeep => message::ErrorSchemaTooDeep.data(),
            Self::TooComplex => message::ErrorSchemaTooComplex.data(),
            Self::TooManyFields => message::ErrorSchemaTooManyFields.data(),
            Self::Recursive => message::ErrorSchemaRecursive.data(),
            Self::RemoteReference => message::ErrorSchemaRemote.data(),
            Self::UnknownOfPlatform => message::ErrorSchemaUnknown.data(),
            Self::TooManyDocuments => message::ErrorSchemaTooManyDocuments { most: MAX_DOCUMENTS }.data(),
            Self::PatternTooLong => message::ErrorSchemaPattern.data(),
            Self::Unusable => message::ErrorSchemaUnusable.data(),
        }
    }
}

impl Explain for idw_typed_text::TextError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Utf16 => message::ErrorTextUtf16.data(),
            Self::NotUtf8 => message::ErrorTextNotUtf8.data(),
        }
    }
}

#[cfg(test)]
mod tests {
    use idw_identity::Catalogue;
    use idw_words::{Language, Words};
    use serde_json::{Value, json};

    use super::*;

    fn said(language: Language, name: &str, value: &Value) -> String {
        let violations = Catalogue::builtin().find(name).unwrap().validate(value).unwrap_err();
        Words::new(language).tell(&explain_violations(&violations))
    }

    #[test]
    fn what_is_wrong_with_a_value_is_said_in_either_language() {
        let check = |name: &str, value: Value, english: &str, german: &str| {
            assert_eq!(said(Language::English, name, &value), english);
            assert_eq!(said(Language::German, name, &value), german);
        };
        check("first-name", json!(""), "The value must not be empty.", "Die Angabe darf nicht leer sein.");
        check("first-name", json!(1), "The value must be text.", "Die Angabe muss Text sein.");
        check("nationality", json!({}), "“Country” is missing.", "„Country“ fehlt.");
        check(
            "id-selfie",
            json!({"content": "x", "mimeType": "image/png", "size": 60_000_000}),
            "“Size” must be 50000000 or less.",
            "„Size“ muss 50000000 oder weniger sein.",
        );
        check(
            "phone-number",
            json!("0041 44 668 18 00"),
            "The value must have 10 to 12 digits, with or without a + in front, such as +41446681800. Write + instead of \
             00 and remove the spaces.",
            "Die Angabe muss 10 bis 12 Ziffern haben, mit oder ohne + davor, zum Beispiel +41446681800. Schreiben Sie + \
             statt 00, und entfernen Sie die Leerzeichen.",
        );
        check(
            "phone-number",
            json!("+44 (20) 7946/0958"),
            "The value must have 10 to 12 digits, with or without a + in front, such as +41446681800. Remove the spaces, \
             the brackets and the slashes.",
            "Die Angabe muss 10 bis 12 Ziffern haben, mit oder ohne + davor, zum Beispiel +41446681800. Entfernen Sie die \
             Leerzeichen, die Klammern und die Schrägstriche.",
        );
    }

    #[test]
    fn several_faults_are_sentences_side_by_side_and_name_the_entry() {
        let said = said(Language::English, "utility-bill", &json!({"images": [{}], "issued": 1}));
        for sentence in ["“Pages, entry 1: Content” is missing.", "“Issued” must be text."] {
            assert!(said.contains(sentence), "{said}");
        }
    }

    #[test]
    fn a_long_list_of_choices_is_cut() {
        let ty = Catalogue::builtin().find("legal-jurisdiction").unwrap();
        let (field, _) = ty.field("").unwrap();
        let error = idw_identity::parse_text(ty, field, "XX").unwrap_err();
        let said = |language| Words::new(language).tell(&error.explain());
        assert!(said(Language::English).ends_with(" and 250 more."), "{}", said(Language::English));
        assert!(said(Language::German).ends_with(" und 250 weitere."), "{}", said(Language::German));
    }
}
