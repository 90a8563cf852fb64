//! What the client fetched, as any check brings it.

use idw_vault::RecordId;
use idw_webkyc::{Checked, CheckedDocument, Picture};
use jiff::Timestamp;

use crate::{
    checks::{Brought, Paper},
    clock::now,
    plain::line,
    records::ProviderRecord,
    view::CheckDocumentKind,
};

pub(super) fn brought(provider: RecordId, record: &ProviderRecord, checked: Checked) -> Brought {
    let Checked { id, documents, face, ended, dropped, .. } = checked;
    let check = id.map(|id| line(&id)).filter(|id| !id.is_empty()).unwrap_or_else(|| RecordId::make().to_string());
    Brought {
        provider,
        name: record.name.clone(),
        test: record.is_test(),
        trusted: record.trusted,
        check,
        at: made_at(ended.as_deref()),
        papers: documents.into_iter().map(paper).collect(),
        face: face.map(Picture::into_bytes),
        dropped,
    }
}

/// When the provider says that the check ended, where that can be; else now.
fn made_at(ended: Option<&str>) -> Timestamp {
    let now = now();
    ended.and_then(|ended| ended.parse::<Timestamp>().ok()).filter(|ended| *ended <= now).unwrap_or(now)
}

fn paper(document: CheckedDocument) -> Paper {
    const NO_PLACE: &[&str] =
        &["jurisdiction", "namePrefixes", "nameSuffixes", "placeOfBirth", "sex", "address", "licenseClass"];
    let mut others: Vec<(&'static str, String)> = document
        .texts()
        .filter(|(name, _)| NO_PLACE.contains(name))
        .map(|(name, text)| (name, text.to_owned()))
        .collect();
    let has_parts = document.given_names.is_some() || document.surname.is_some();
    if let Some(whole) = document.surname_and_given_names.as_ref().filter(|_| !has_parts) {
        others.push(("surnameAndGivenNames", whole.clone()));
    }
    let kind = document.document_type.as_deref().and_then(kind_of);
    let CheckedDocument {
        document_type,
        document_number,
        issuing_country,
        given_names,
        surname,
        date_of_birth,
        nationality,
        date_of_issue,
        date_of_expiry,
        front,
        back,
        ..
    } = document;
    Paper {
        kind,
        said: document_type.filter(|_| kind.is_none()),
        number: document_number,
        country: issuing_country,
        given_names,
        surname,
        born: date_of_birth,
        nationality,
        issued: date_of_issue,
        expires: date_of_expiry,
        front: front.map(Picture::into_bytes),
        back: back.map(Picture::into_bytes),
        others,
    }
}

/// The successor's words for documents. The older protocol's example has what looks like a number in their place.
fn kind_of(said: &str) -> Option<CheckDocumentKind> {
    match said.trim().to_ascii_uppercase().as_str() {
        "PP" => Some(CheckDocumentKind::Passport),
        "NID" => Some(CheckDocumentKind::NationalId),
        "DL" => Some(CheckDocumentKind::DriversLicense),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_is_never_of_the_future() {
        let check = |ended: Option<&str>, expected: Option<&str>| {
            let at = made_at(ended);
            match expected {
                Some(expected) => assert_eq!(at.to_string(), expected),
                None => assert!(at <= now() && now().duration_since(at).as_secs() < 3600, "{ended:?}: {at}"),
            }
        };
        check(Some("2026-01-31T09:30:00Z"), Some("2026-01-31T09:30:00Z"));
        check(Some("9999-01-31T09:30:00Z"), None);
        check(Some("yesterday"), None);
        check(None, None);
    }

    #[test]
    fn only_the_known_words_name_a_document() {
        let check = |said: &str, expected: Option<CheckDocumentKind>| assert_eq!(kind_of(said), expected, "{said}");
        check("PP", Some(CheckDocumentKind::Passport));
        check("nid", Some(CheckDocumentKind::NationalId));
        check("DL", Some(CheckDocumentKind::DriversLicense));
        check("FG617451", None);
        check("", None);
    }
}
