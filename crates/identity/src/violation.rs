//! What is wrong with a value, as data that a shell puts into words.

use std::fmt;

use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{ValidationError, Validator};
use serde_json::Value;

use crate::display::one_line;
use crate::field_path::pointer_token;
use crate::formats::with_ascii_host;
use crate::mending::{Remedy, fits_without};
use crate::resolve::{Layers, Node};
use crate::texts::BadText;

/// One thing that is wrong with a value.
///
/// Nothing in it repeats the value: violations end up in logs and on screens where it does not belong. There are the
/// schema's own words, property names and positions only. As text it is a sentence in English, for logs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// JSON pointer (RFC 6901) to the part at fault; to where it should be, if it is missing.
    pub pointer: String,
    /// What that part is called.
    pub part: Part,
    /// What is wrong with it, or wanted of it.
    pub fault: Fault,
}

/// What a part of a value is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// The value itself.
    Whole,
    /// By its title in the schema.
    Titled(String),
    /// By the name of the property, where the schema has no title for it.
    Named(String),
    /// An entry of a list.
    Entry {
        /// The list; none where the value is the list.
        list: Option<Box<Self>>,
        /// Its place, counted from 1.
        number: usize,
    },
    /// A part of an entry of a list.
    Inside {
        /// The entry, or a part of it.
        outer: Box<Self>,
        /// The part's title in the schema.
        title: String,
    },
    /// A part of which the schema does not speak.
    Unknown,
}

/// What is wrong with a part. Wording draws on the schema alone, never on the value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It is not there.
    Missing,
    /// It is of another type than these.
    Type(Vec<ValueType>),
    /// It is not in this format.
    Format(Format),
    /// It is not an email address.
    Email(EmailFault),
    /// It does not match the pattern.
    Pattern {
        /// What the schema says of the form.
        wanted: Wanted,
        /// What would make the value fit.
        remedy: Option<Remedy>,
    },
    /// It is none of the values that are allowed.
    NotAllowedValue,
    /// Nothing is in it.
    Empty,
    /// It has no character that can be seen.
    Blank,
    /// It has a control character, or a line break where there is one line.
    Control,
    /// It has fewer characters.
    TooShort {
        /// The least.
        least: u64,
    },
    /// It has more characters.
    TooLong {
        /// The most.
        most: u64,
    },
    /// It is longer than can be checked.
    Unchecked {
        /// The most characters that can be.
        most: usize,
    },
    /// The list has fewer entries.
    TooFewEntries {
        /// The least.
        least: u64,
    },
    /// The list has more entries.
    TooManyEntries {
        /// The most.
        most: u64,
    },
    /// The number is smaller than this.
    BelowMinimum {
        /// The least, as the schema has it.
        limit: String,
    },
    /// The number is larger than this.
    AboveMaximum {
        /// The most, as the schema has it.
        limit: String,
    },
    /// The number is not larger than this.
    NotMoreThan {
        /// The limit, as the schema has it.
        limit: String,
    },
    /// The number is not smaller than this.
    NotLessThan {
        /// The limit, as the schema has it.
        limit: String,
    },
    /// The number is not a multiple of this.
    NotAMultiple {
        /// The divisor, as the schema has it.
        of: String,
    },
    /// The list has an entry twice.
    RepeatedEntry,
    /// The object has too few parts.
    TooFewParts,
    /// The object has too many parts.
    TooManyParts,
    /// The object has a part that is not allowed.
    ForeignPart,
    /// Its pattern takes too long.
    PatternTooSlow,
    /// Nothing is allowed there, or not this.
    NotAllowed,
    /// It has none of several forms.
    NoForm,
    /// It has several forms of which only one is allowed.
    SeveralForms,
    /// Anything else.
    Unfit,
    /// A day that cannot be in the future is.
    InFuture,
    /// A day of birth is longer ago than anybody lives.
    TooLongAgo,
    /// A document ends before it was issued.
    EndsBeforeIssue,
}

/// A type of JSON, as people call it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ValueType {
    /// A string.
    Text,
    /// An integer.
    WholeNumber,
    /// A number.
    Number,
    /// A boolean.
    YesOrNo,
    /// An array.
    List,
    /// An object.
    Object,
    /// Null.
    Nothing,
}

/// A format of JSON Schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// `date`.
    Date,
    /// `date-time`.
    DateTime,
    /// `time`.
    Time,
    /// `uri` or `iri`.
    WebAddress,
    /// `hostname` or `idn-hostname`.
    HostName,
    /// `ipv4` or `ipv6`.
    IpAddress,
    /// `uuid`.
    Uuid,
    /// Another one.
    Other,
}

/// What is wrong with an email address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EmailFault {
    /// A name or angle brackets stand around it.
    Named,
    /// Its host has letters beyond ASCII.
    Host,
    /// There are several.
    Several,
    /// It is not an address.
    NotAnAddress,
}

/// What a schema says of the form of a text that has a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// One of the forms that the platform's own schemas have.
    Known(KnownForm),
    /// The schema's description of the text.
    Described(String),
    /// Nothing.
    Unsaid,
}

/// A form of text in the platform's own schemas, which name it by a key (`x-idw`, `form`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KnownForm {
    /// A telephone number.
    PhoneNumber,
    /// An address of Ethereum.
    EthAddress,
    /// An address of Bitcoin.
    BtcAddress,
    /// An address of Dash.
    DashAddress,
}

impl KnownForm {
    fn of(key: &str) -> Option<Self> {
        Some(match key {
            "phone-number" => Self::PhoneNumber,
            "eth-address" => Self::EthAddress,
            "btc-address" => Self::BtcAddress,
            "dash-address" => Self::DashAddress,
            _ => return None,
        })
    }
}

/// Longest part of a schema's description that stands in a sentence.
const MAX_FORM_CHARS: usize = 200;

impl Violation {
    /// No more than this many are reported for one value.
    pub const MAX: usize = 20;

    fn new(root: Node<'_>, pointer: String, fault: Fault) -> Self {
        Self { part: part_at(root, &pointer), pointer, fault }
    }
}

/// Checks `value` and says what is wrong with it; empty when nothing is.
pub(crate) fn collect(validator: &Validator, value: &Value, root: Node<'_>) -> Vec<Violation> {
    let mut found = Vec::new();
    for error in validator.iter_errors(value).take(Violation::MAX) {
        let violation = describe(&error, value, validator, root);
        if !found.contains(&violation) {
            found.push(violation);
        }
    }
    found
}

/// The text at `pointer` is longer than the patterns of its schema may be tried on.
pub(crate) fn too_long(root: Node<'_>, pointer: String, max_bytes: usize) -> Violation {
    Violation::new(root, pointer, Fault::Unchecked { most: max_bytes })
}

/// Adds the texts that no value may have, unless something is wrong with them already.
pub(crate) fn add_bad_texts(found: &mut Vec<Violation>, bad: Vec<(String, BadText)>, root: Node<'_>) {
    for (pointer, fault) in bad {
        if found.len() < Violation::MAX && !found.iter().any(|violation| violation.pointer == pointer) {
            found.push(Violation::new(root, pointer, fault.into()));
        }
    }
}

/// One more thing that is wrong with the part at `pointer`.
pub(crate) fn about(root: Node<'_>, pointer: String, fault: Fault) -> Violation {
    Violation::new(root, pointer, fault)
}

fn describe(error: &ValidationError<'_>, value: &Value, validator: &Validator, root: Node<'_>) -> Violation {
    let mut pointer = error.instance_path().as_str().to_owned();
    if let ValidationErrorKind::Required { property } = error.kind() {
        pointer.push('/');
        pointer.push_str(&pointer_token(property.as_str().unwrap_or_default()));
    }
    let fault = match error.kind() {
        ValidationErrorKind::Pattern { .. } => {
            let remedy = fits_without(validator, value, &pointer);
            Fault::Pattern { wanted: form_wanted(root, &pointer), remedy }
        }
        ValidationErrorKind::Format { format } if matches!(format.as_str(), "email" | "idn-email") => {
            Fault::Email(email_fault(error.instance().as_str().unwrap_or_default()))
        }
        kind => fault(kind),
    };
    Violation::new(root, pointer, fault)
}

/// What the schema says of the form of a text that has a pattern.
fn form_wanted(root: Node<'_>, pointer: &str) -> Wanted {
    let nodes = nodes_at(root, pointer).unwrap_or_default();
    let known = nodes.iter().find_map(|node| KnownForm::of(node.layers().hint("form")?.as_str()?));
    if let Some(form) = known {
        return Wanted::Known(form);
    }
    let described =
        nodes.iter().find_map(|node| node.layers().text("description").map(|text| one_line(text, MAX_FORM_CHARS)));
    match described.filter(|text| !text.is_empty()) {
        Some(description) => Wanted::Described(description.trim_end_matches('.').to_owned()),
        None => Wanted::Unsaid,
    }
}

/// What is wrong with an email address, without repeating it.
fn email_fault(text: &str) -> EmailFault {
    let has_name = text.contains('<') && text.contains('>');
    let host_is_mendable = with_ascii_host(text).is_ascii();
    match text {
        _ if has_name => EmailFault::Named,
        _ if !text.is_ascii() && host_is_mendable => EmailFault::Host,
        _ if text.contains([',', ';']) => EmailFault::Several,
        _ => EmailFault::NotAnAddress,
    }
}

fn fault(kind: &ValidationErrorKind) -> Fault {
    use ValidationErrorKind as Kind;
    match kind {
        Kind::Required { .. } => Fault::Missing,
        Kind::Type { kind } => Fault::Type(types(kind)),
        Kind::Format { format } => Fault::Format(format_of(format)),
        Kind::Enum { .. } | Kind::Constant { .. } => Fault::NotAllowedValue,
        Kind::MinLength { limit: 1 } => Fault::Empty,
        Kind::MinLength { limit } => Fault::TooShort { least: *limit },
        Kind::MaxLength { limit } => Fault::TooLong { most: *limit },
        Kind::MinItems { limit } => Fault::TooFewEntries { least: *limit },
        Kind::MaxItems { limit } => Fault::TooManyEntries { most: *limit },
        Kind::AdditionalItems { limit } => Fault::TooManyEntries { most: *limit as u64 },
        Kind::Minimum { limit } => Fault::BelowMinimum { limit: limit.to_string() },
        Kind::Maximum { limit } => Fault::AboveMaximum { limit: limit.to_string() },
        Kind::ExclusiveMinimum { limit } => Fault::NotMoreThan { limit: limit.to_string() },
        Kind::ExclusiveMaximum { limit } => Fault::NotLessThan { limit: limit.to_string() },
        Kind::MultipleOf { multiple_of } => Fault::NotAMultiple { of: multiple_of.to_string() },
        Kind::UniqueItems => Fault::RepeatedEntry,
        Kind::MinProperties { .. } => Fault::TooFewParts,
        Kind::MaxProperties { .. } => Fault::TooManyParts,
        Kind::AdditionalProperties { .. } | Kind::UnevaluatedProperties { .. } | Kind::PropertyNames { .. } => {
            Fault::ForeignPart
        }
        Kind::BacktrackLimitExceeded { .. } | Kind::RegexEngineFailure { .. } => Fault::PatternTooSlow,
        Kind::FalseSchema | Kind::Not { .. } => Fault::NotAllowed,
        Kind::AnyOf { .. } | Kind::OneOfNotValid { .. } => Fault::NoForm,
        Kind::OneOfMultipleValid { .. } => Fault::SeveralForms,
        _ => Fault::Unfit,
    }
}

fn format_of(format: &str) -> Format {
    match format {
        "date" => Format::Date,
        "date-time" => Format::DateTime,
        "time" => Format::Time,
        "uri" | "iri" => Format::WebAddress,
        "hostname" | "idn-hostname" => Format::HostName,
        "ipv4" | "ipv6" => Format::IpAddress,
        "uuid" => Format::Uuid,
        _ => Format::Other,
    }
}

fn types(kind: &TypeKind) -> Vec<ValueType> {
    match kind {
        TypeKind::Single(one) => vec![type_of(&one.to_string())],
        TypeKind::Multiple(several) => several.iter().map(|one| type_of(&one.to_string())).collect(),
    }
}

fn type_of(name: &str) -> ValueType {
    match name {
        "string" => ValueType::Text,
        "integer" => ValueType::WholeNumber,
        "number" => ValueType::Number,
        "boolean" => ValueType::YesOrNo,
        "array" => ValueType::List,
        "object" => ValueType::Object,
        _ => ValueType::Nothing,
    }
}

impl From<BadText> for Fault {
    fn from(bad: BadText) -> Self {
        match bad {
            BadText::Empty => Self::Empty,
            BadText::Blank => Self::Blank,
            BadText::Control => Self::Control,
        }
    }
}

/// Every description of the part at `pointer`; none where the schema has no more to say of it.
fn nodes_at<'a>(root: Node<'a>, pointer: &str) -> Option<Vec<Node<'a>>> {
    let mut nodes = vec![root];
    for token in pointer.split('/').skip(1) {
        let name = token.replace("~1", "/").replace("~0", "~");
        let named: Vec<_> = nodes.iter().flat_map(|node| node.layers().property(&name)).collect();
        let items: Vec<_> = nodes.iter().flat_map(|node| node.layers().items()).collect();
        nodes = if named.is_empty() { items } else { named };
    }
    (!nodes.is_empty()).then_some(nodes)
}

/// What the part at `pointer` is called, by the titles in the schema.
fn part_at(root: Node<'_>, pointer: &str) -> Part {
    let mut part = Part::Whole;
    let mut nodes = vec![root];
    for token in pointer.split('/').skip(1) {
        let layers: Vec<_> = nodes.iter().map(|node| node.layers()).collect();
        let name = token.replace("~1", "/").replace("~0", "~");
        let named: Vec<_> = layers.iter().flat_map(|layers| layers.property(&name)).collect();
        if named.is_empty() {
            nodes = layers.iter().flat_map(Layers::items).collect();
            part = match token.parse::<usize>() {
                Ok(index) => {
                    let list = (part != Part::Whole).then(|| Box::new(part));
                    Part::Entry { list, number: index.saturating_add(1) }
                }
                Err(_) => Part::Unknown,
            };
        } else {
            let title = named.iter().find_map(|node| node.layers().text("title").map(str::to_owned));
            part = match (part, title) {
                (outer @ (Part::Entry { list: Some(_), .. } | Part::Inside { .. }), Some(title)) => {
                    Part::Inside { outer: Box::new(outer), title }
                }
                (_, Some(title)) => Part::Titled(title),
                (_, None) => Part::Named(name),
            };
            nodes = named;
        }
    }
    part
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { part, fault, .. } = self;
        write!(f, "{part} {fault}.")?;
        match fault {
            Fault::Pattern { remedy: Some(remedy), .. } => write!(f, " Yours fits {remedy}."),
            _ => Ok(()),
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => f.write_str("The value"),
            Self::Titled(title) => f.write_str(title),
            Self::Named(name) => write!(f, "\"{name}\""),
            Self::Entry { list: Some(list), number } => write!(f, "{list}, entry {number}"),
            Self::Entry { list: None, number } => write!(f, "Entry {number}"),
            Self::Inside { outer, title } => write!(f, "{outer}: {title}"),
            Self::Unknown => f.write_str("This part"),
        }
    }
}

/// What follows the name of the part.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("is missing"),
            Self::Type(types) => {
                let names: Vec<&str> = types.iter().copied().map(type_name).collect();
                write!(f, "has to be {}", names.join(" or "))
            }
            Self::Format(format) => write!(f, "has to be {}", format_name(*format)),
            Self::Email(fault) => f.write_str(email_complaint(*fault)),
            Self::Pattern { wanted: Wanted::Known(form), .. } => write!(f, "has to be {}", form_name(*form)),
            Self::Pattern { wanted: Wanted::Described(text), .. } => {
                write!(f, "does not have the form that is wanted; its schema says: \"{text}\"")
            }
            Self::Pattern { wanted: Wanted::Unsaid, .. } => f.write_str("does not have the form that is wanted"),
            Self::NotAllowedValue => f.write_str("is not one of the values that are allowed"),
            Self::Empty => f.write_str("must not be empty"),
            Self::Blank => f.write_str("is blank: it has no character that can be seen"),
            Self::Control => f.write_str("has a line break or another character in it that controls something"),
            Self::TooShort { least } => write!(f, "needs at least {least} characters"),
            Self::TooLong { most } => write!(f, "may have at most {most} characters"),
            Self::Unchecked { most } => {
                write!(f, "is longer than the {most} characters up to which it can be checked")
            }
            Self::TooFewEntries { least } => write!(f, "needs at least {}", entries(*least)),
            Self::TooManyEntries { most } => write!(f, "may have at most {}", entries(*most)),
            Self::BelowMinimum { limit } => write!(f, "has to be {limit} or more"),
            Self::AboveMaximum { limit } => write!(f, "has to be {limit} or less"),
            Self::NotMoreThan { limit } => write!(f, "has to be more than {limit}"),
            Self::NotLessThan { limit } => write!(f, "has to be less than {limit}"),
            Self::NotAMultiple { of } => write!(f, "has to be a multiple of {of}"),
            Self::RepeatedEntry => f.write_str("has the same entry twice"),
            Self::TooFewParts => f.write_str("has too few parts"),
            Self::TooManyParts => f.write_str("has too many parts"),
            Self::ForeignPart => f.write_str("has a part that is not allowed here"),
            Self::PatternTooSlow => f.write_str("could not be checked: the pattern in its schema takes too long"),
            Self::NotAllowed => f.write_str("is not allowed here"),
            Self::NoForm => f.write_str("has none of the forms that are allowed"),
            Self::SeveralForms => f.write_str("fits several forms of which only one is allowed"),
            Self::Unfit => f.write_str("is not what its schema wants"),
            Self::InFuture => f.write_str("is in the future"),
            Self::TooLongAgo => f.write_str("is more than 150 years ago"),
            Self::EndsBeforeIssue => f.write_str("is before the day of issue"),
        }
    }
}

fn entries(count: u64) -> String {
    if count == 1 { "one entry".into() } else { format!("{count} entries") }
}

fn format_name(format: Format) -> &'static str {
    match format {
        Format::Date => "a date such as 1985-04-12",
        Format::DateTime => "a date and time such as 1985-04-12T09:30:00Z",
        Format::Time => "a time such as 09:30:00Z",
        Format::WebAddress => "a web address",
        Format::HostName => "a host name",
        Format::IpAddress => "an IP address",
        Format::Uuid => "a UUID",
        Format::Other => "in the form that is wanted",
    }
}

fn type_name(of: ValueType) -> &'static str {
    match of {
        ValueType::Text => "text",
        ValueType::WholeNumber => "a whole number",
        ValueType::Number => "a number",
        ValueType::YesOrNo => "yes or no (true or false)",
        ValueType::List => "a list",
        ValueType::Object => "an object with named parts",
        ValueType::Nothing => "empty",
    }
}

fn form_name(form: KnownForm) -> &'static str {
    match form {
        KnownForm::PhoneNumber => "10 to 12 digits, with or without a + in front, such as +41446681800",
        KnownForm::EthAddress => "an Ethereum address: 0x and 40 hexadecimal digits",
        KnownForm::BtcAddress => "a Bitcoin address: 26 to 42 letters and digits that begin with 1, 3 or bc1",
        KnownForm::DashAddress => "a Dash address: 34 letters and digits that begin with X",
    }
}

fn email_complaint(fault: EmailFault) -> &'static str {
    match fault {
        EmailFault::Named => "has to be the address alone, without a name or angle brackets, such as name@mail.example",
        EmailFault::Host => {
            "has to have its host in the form that begins with xn--, such as name@xn--mller-kva.example"
        }
        EmailFault::Several => "has to be one email address, such as name@mail.example",
        EmailFault::NotAnAddress => "has to be an email address such as name@mail.example",
    }
}
