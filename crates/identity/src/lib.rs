//! Identity attributes: what they are called, what shape they have, and which of them a relying party gets.
//!
//! This crate is pure. It opens no file, calls no server, reads no clock and keeps no secret: bytes and
//! today's date come in as arguments. The attribute catalogue is data (`assets/schemas`), compiled into the
//! program, and values are judged by the `jsonschema` crate alone, with every way to fetch a reference switched off.
//!
//! | to | use |
//! | --- | --- |
//! | name an attribute | [`SchemaUrl`], [`Catalogue::find`] |
//! | check a value, draw a form | [`AttributeType::validate`], [`AttributeType::fields`] |
//! | take a relying party's own schema | [`AttributeType::from_schema`] |
//! | turn typed text into JSON and put it in its place | [`parse_text`], [`AttributeType::place`], [`FieldPath`] |
//! | check dates against today | [`implausible_dates`] |
//! | find files and dates in a value, show it on a line | [`file_places`], [`dates`], [`summary`] |
//! | match requirements with what is held | [`match_requirements`] |
//! | read the machine-readable zone of a passport | [`mrz::Mrz::parse`], [`mrz::fill`] |

mod attribute_type;
mod bundle;
mod catalogue;
mod compile;
mod countries;
mod dates;
mod display;
mod embedded;
mod field;
mod field_path;
mod file_object;
mod foreign;
mod form;
mod formats;
mod matching;
mod mending;
pub mod mrz;
mod requirement;
mod resolve;
mod schema_url;
mod summary;
mod text;
mod texts;
mod violation;

pub use attribute_type::{AttributeType, PlaceError, Subject};
pub use bundle::{MAX_DOCUMENTS, SchemaBundle};
pub use catalogue::{Catalogue, Group};
pub use countries::{Country, countries, country, find_country};
pub use dates::{Dates, dates, implausible_dates};
pub use field::{Choice, Field, FieldKind};
pub use field_path::{FieldPath, PathError, Segment};
pub use file_object::{FileObject, FilePlace, FileRules, file_places, files_in};
pub use foreign::{ForeignSchemaError, MAX_SCHEMA_BYTES};
pub use matching::{Candidate, Held, Matched, Missing, Note, Outcome, match_requirements};
pub use mending::{Extra, Remedy};
pub use requirement::{RequiredBy, Requirement};
pub use schema_url::{PLATFORM_HOST, SchemaUrl, SchemaUrlError};
pub use summary::summary;
pub use text::{TextError, parse_text};
pub use texts::shows_something;
pub use violation::{EmailFault, Fault, Format, KnownForm, Part, ValueType, Violation, Wanted};
