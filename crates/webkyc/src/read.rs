//! What the answers of a provider say.

use std::fmt;

use idw_http::shown_text;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, Visitor};
use zeroize::Zeroizing;

use crate::checked::{Checked, CheckedDocument, Picture};
use crate::error::{Oddity, WebKycError};
use crate::limits::{DOCUMENTS, SHOWN_TEXT_LEN, TOKEN_LEN_BYTES};
use crate::visit::{Came, Kind, Skipped};

/// The word for a check that succeeded.
const PASSED: &str = "PASSED";

/// The details of Web KYC: one document, and pictures of its sides.
pub(crate) fn details(json: &[u8]) -> Result<Checked, WebKycError> {
    let Details { mut document, sides, mut dropped } = object(json)?;
    document.front = sides.front;
    document.back = sides.back;
    dropped.extend(sides.dropped);
    let mut checked = Checked { dropped, ..Checked::default() };
    checked.take(document);
    Ok(checked.tidied())
}

/// The result of Web IDV.
pub(crate) fn result(json: &[u8]) -> Result<Checked, WebKycError> {
    let checked = object::<Checked>(json)?.tidied();
    if checked.dropped.contains(&"status") {
        return Err(WebKycError::NotUnderstood { what: Oddity::Status });
    }
    match checked.status.as_deref() {
        Some(PASSED) => Ok(checked),
        // Nobody has said then that the person was recognised.
        None => Err(WebKycError::NotUnderstood { what: Oddity::NoStatus }),
        Some(status) => {
            let status = shown_text(status, SHOWN_TEXT_LEN).unwrap_or_else(|| "empty".to_owned());
            Err(WebKycError::NotPassed { status })
        }
    }
}

/// The token of an exchange, which fits a header.
pub(crate) fn token(json: &[u8]) -> Result<Zeroizing<String>, WebKycError> {
    let token = member(json, "token")?.ok_or(WebKycError::NotUnderstood { what: Oddity::NoToken })?;
    let is_fit = !token.is_empty() && token.len() <= TOKEN_LEN_BYTES && token.bytes().all(|b| b.is_ascii_graphic());
    if !is_fit {
        return Err(WebKycError::NotUnderstood { what: Oddity::Token });
    }
    Ok(token)
}

/// Where the user is to go.
pub(crate) fn verification_url(json: &[u8]) -> Result<Zeroizing<String>, WebKycError> {
    member(json, "verificationUrl")?.ok_or(WebKycError::NotUnderstood { what: Oddity::NoAddress })
}

/// A refusal's word for programs and its sentence for people, as far as it has any.
pub(crate) fn refusal(json: &[u8]) -> (Option<String>, Option<String>) {
    let said = |names: [&str; 2]| {
        let text = names.iter().find_map(|name| member(json, name).ok().flatten())?;
        shown_text(&text, SHOWN_TEXT_LEN)
    };
    (said(["errorCode", "error"]), said(["errorMessage", "error_description"]))
}

/// Reads an object.
fn object<T: Kind>(json: &[u8]) -> Result<T, WebKycError> {
    match serde_json::from_slice(json) {
        Ok(Came::Fit(object)) => Ok(object),
        Ok(Came::Nothing | Came::Unfit) => Err(WebKycError::NotUnderstood { what: Oddity::NotAnObject }),
        // The error of the library would repeat some of the text.
        Err(_) => Err(WebKycError::NotUnderstood { what: Oddity::NotJson }),
    }
}

/// Reads one text of an object; the last where it is there more than once.
fn member(json: &[u8], name: &str) -> Result<Option<Zeroizing<String>>, WebKycError> {
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    let text = Member(name).deserialize(&mut deserializer).and_then(|text| deserializer.end().map(|()| text));
    text.map_err(|_| WebKycError::NotUnderstood { what: Oddity::NotAnObject })
}

/// Reads the text of this name.
struct Member<'a>(&'a str);

impl<'de> DeserializeSeed<'de> for Member<'_> {
    type Value = Option<Zeroizing<String>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Member<'_> {
    type Value = Option<Zeroizing<String>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut text = None;
        while let Some(name) = members.next_key::<String>()? {
            if name != self.0 {
                members.next_value::<Came<Skipped>>()?;
            } else if let Came::Fit(value) = members.next_value()? {
                text = Some(value);
            }
        }
        Ok(text)
    }
}

/// Reads a member into its place, or takes note of its name.
fn keep<'de, T: Kind, A: MapAccess<'de>>(
    members: &mut A,
    name: &'static str,
    place: &mut Option<T>,
    dropped: &mut Vec<&'static str>,
) -> Result<(), A::Error> {
    match members.next_value()? {
        Came::Fit(value) => *place = Some(value),
        Came::Nothing => {}
        Came::Unfit => dropped.push(name),
    }
    Ok(())
}

impl Checked {
    /// Adds a document of which something is told.
    fn take(&mut self, document: CheckedDocument) {
        if !document.is_empty() {
            self.documents.push(document);
        }
    }

    /// Names what was dropped once.
    fn tidied(mut self) -> Self {
        self.dropped.sort_unstable();
        self.dropped.dedup();
        self
    }
}

/// The answer of Web KYC.
#[derive(Default)]
struct Details {
    document: CheckedDocument,
    sides: Sides,
    dropped: Vec<&'static str>,
}

impl Kind for Details {
    fn of_object<'de, A: MapAccess<'de>>(mut members: A) -> Result<Came<Self>, A::Error> {
        let mut details = Self::default();
        let (mut read, mut sides) = (None, None);
        while let Some(name) = members.next_key::<String>()? {
            match name.as_str() {
                "details" => keep(&mut members, "details", &mut read, &mut details.dropped)?,
                "croppedDocs" => keep(&mut members, "croppedDocs", &mut sides, &mut details.dropped)?,
                _ => {
                    members.next_value::<Came<Skipped>>()?;
                }
            }
        }
        if let Some(ReadDocument { document, dropped }) = read {
            details.document = document;
            details.dropped.extend(dropped);
        }
        details.sides = sides.unwrap_or_default();
        Ok(Came::Fit(details))
    }
}

/// The pictures of a document in Web KYC.
#[derive(Default)]
struct Sides {
    front: Option<Picture>,
    back: Option<Picture>,
    dropped: Vec<&'static str>,
}

impl Kind for Sides {
    fn of_object<'de, A: MapAccess<'de>>(mut members: A) -> Result<Came<Self>, A::Error> {
        let mut sides = Self::default();
        while let Some(name) = members.next_key::<String>()? {
            match name.as_str() {
                "front" => keep(&mut members, "front", &mut sides.front, &mut sides.dropped)?,
                "back" => keep(&mut members, "back", &mut sides.back, &mut sides.dropped)?,
                _ => {
                    members.next_value::<Came<Skipped>>()?;
                }
            }
        }
        Ok(Came::Fit(sides))
    }
}

/// A document in either dialect, and what of it was dropped.
#[derive(Default)]
struct ReadDocument {
    document: CheckedDocument,
    dropped: Vec<&'static str>,
}

impl Kind for ReadDocument {
    fn of_object<'de, A: MapAccess<'de>>(mut members: A) -> Result<Came<Self>, A::Error> {
        let mut read = Self::default();
        let Self { document, dropped } = &mut read;
        while let Some(name) = members.next_key::<String>()? {
            if let Some((name, place)) = document.slot(&name) {
                keep(&mut members, name, place, dropped)?;
                continue;
            }
            match name.as_str() {
                "croppedFrontImage" => keep(&mut members, "croppedFrontImage", &mut document.front, dropped)?,
                "croppedBackImage" => keep(&mut members, "croppedBackImage", &mut document.back, dropped)?,
                "faceImage" => keep(&mut members, "faceImage", &mut document.face, dropped)?,
                _ => {
                    members.next_value::<Came<Skipped>>()?;
                }
            }
        }
        Ok(Came::Fit(read))
    }
}

/// The answer of Web IDV.
impl Kind for Checked {
    fn of_object<'de, A: MapAccess<'de>>(mut members: A) -> Result<Came<Self>, A::Error> {
        let mut checked = Self::default();
        let mut dropped = Vec::new();
        while let Some(name) = members.next_key::<String>()? {
            match name.as_str() {
                "id" => keep(&mut members, "id", &mut checked.id, &mut dropped)?,
                "status" => keep(&mut members, "status", &mut checked.status, &mut dropped)?,
                "platform" => keep(&mut members, "platform", &mut checked.platform, &mut dropped)?,
                "startTime" => keep(&mut members, "startTime", &mut checked.started, &mut dropped)?,
                "endTime" => keep(&mut members, "endTime", &mut checked.ended, &mut dropped)?,
                "nfcVerified" => keep(&mut members, "nfcVerified", &mut checked.nfc_verified, &mut dropped)?,
                "livenessFaceImage" => keep(&mut members, "livenessFaceImage", &mut checked.face, &mut dropped)?,
                name if is_document(name) && checked.documents.len() < DOCUMENTS => {
                    let mut read = None;
                    keep(&mut members, "documentData", &mut read, &mut dropped)?;
                    let ReadDocument { document, dropped: more } = read.unwrap_or_default();
                    checked.take(document);
                    dropped.extend(more);
                }
                name => {
                    dropped.extend(is_document(name).then_some("documentData"));
                    members.next_value::<Came<Skipped>>()?;
                }
            }
        }
        checked.dropped = dropped;
        Ok(Came::Fit(checked))
    }
}

/// `documentData`, `documentData2`, and so on.
fn is_document(name: &str) -> bool {
    name.strip_prefix("documentData").is_some_and(|number| number.bytes().all(|digit| digit.is_ascii_digit()))
}

#[cfg(test)]
mod tests;
