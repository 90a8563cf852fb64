//! What a provider tells of a user, as it came.

use std::fmt;

use zeroize::Zeroizing;

/// The result of an identity check. Every text is the provider's: bounded in length, and otherwise as it came. Whoever shows
/// or keeps one cleans and judges it first.
#[derive(Default)]
pub struct Checked {
    /// How the provider calls the check.
    pub id: Option<String>,
    /// How the check ended, in the provider's word: always `PASSED` in Web IDV, as anything else is an error; Web KYC does not
    /// say it.
    pub status: Option<String>,
    /// Where it took place, such as `WEB`.
    pub platform: Option<String>,
    /// The documents that were shown, in the provider's order. One of which nothing is told is left out.
    pub documents: Vec<CheckedDocument>,
    /// The user's face, as it was seen during the check.
    pub face: Option<Picture>,
    /// When the check began.
    pub started: Option<String>,
    /// When it ended.
    pub ended: Option<String>,
    /// Whether the document's chip was read and found to be genuine.
    pub nfc_verified: Option<bool>,
    /// What came but is not passed on, by its name in the provider's answer: a text that is longer than 1,024 characters or of
    /// another JSON type, a picture that is not base64, and every document after the eighth.
    pub dropped: Vec<&'static str>,
}

macro_rules! texts {
    ($($(#[$doc:meta])* $field:ident = $name:literal,)*) => {
        /// A document that was shown, with what was read off it. No text is promised: a passport has no back, a licence no
        /// nationality.
        #[derive(Default)]
        pub struct CheckedDocument {
            $($(#[$doc])* pub $field: Option<String>,)*
            /// A picture of its front.
            pub front: Option<Picture>,
            /// A picture of its back.
            pub back: Option<Picture>,
            /// The face on it.
            pub face: Option<Picture>,
        }

        impl CheckedDocument {
            /// Its texts, each with the name that it has in the provider's answer.
            pub fn texts(&self) -> impl Iterator<Item = (&'static str, &str)> {
                [$(($name, self.$field.as_deref()),)*]
                    .into_iter()
                    .filter_map(|(name, text)| Some((name, text?)))
            }

            /// Where the text of this name belongs, with the name as a constant.
            pub(crate) fn slot(&mut self, name: &str) -> Option<(&'static str, &mut Option<String>)> {
                match name {
                    $($name => Some(($name, &mut self.$field)),)*
                    _ => None,
                }
            }
        }
    };
}

texts! {
    /// What kind it is. Web IDV says `PP`, `DL` or `NID`; of Web KYC only the name of this member is known.
    document_type = "documentType",
    /// Its number.
    document_number = "documentNumber",
    /// The state that issued it, as a rule in three letters (ISO 3166-1 alpha-3, or a code of ICAO 9303).
    issuing_country = "issuingCountry",
    /// The part of that state, of a licence.
    jurisdiction = "jurisdiction",
    /// First and middle names.
    given_names = "givenNames",
    /// Last name.
    surname = "surname",
    /// Both, where they cannot be told apart.
    surname_and_given_names = "surnameAndGivenNames",
    /// What stands before the name.
    name_prefixes = "namePrefixes",
    /// What stands behind the name.
    name_suffixes = "nameSuffixes",
    /// Date of birth, as a rule as in ISO 8601, as all dates.
    date_of_birth = "dateOfBirth",
    /// Place of birth.
    place_of_birth = "placeOfBirth",
    /// Nationality, as a rule in three letters.
    nationality = "nationality",
    /// When it was issued.
    date_of_issue = "dateOfIssue",
    /// When it ends.
    date_of_expiry = "dateOfExpiry",
    /// `F`, `M` or `X`.
    sex = "sex",
    /// An address on it.
    address = "address",
    /// What the holder of a licence may drive.
    license_class = "licenseClass",
}

impl CheckedDocument {
    /// Whether nothing is told of it.
    pub(crate) fn is_empty(&self) -> bool {
        self.texts().next().is_none() && self.front.is_none() && self.back.is_none() && self.face.is_none()
    }
}

/// The bytes of a picture. Nothing is believed about them: not that they are a picture either. Wiped from memory when dropped.
pub struct Picture {
    bytes: Zeroizing<Vec<u8>>,
}

impl Picture {
    /// Takes bytes over.
    pub fn new(bytes: Zeroizing<Vec<u8>>) -> Self {
        Self { bytes }
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes, taken over.
    pub fn into_bytes(self) -> Zeroizing<Vec<u8>> {
        self.bytes
    }
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Picture([redacted])")
    }
}

impl fmt::Debug for CheckedDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CheckedDocument([redacted])")
    }
}

impl fmt::Debug for Checked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Checked")
            .field("documents", &self.documents.len())
            .field("dropped", &self.dropped)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_the_user_is_in_debug_output() {
        let mut document = CheckedDocument { surname: Some("canary".to_owned()), ..CheckedDocument::default() };
        document.front = Some(Picture::new(Zeroizing::new(b"canary".to_vec())));
        let checked = Checked {
            id: Some("canary".to_owned()),
            documents: vec![document],
            face: Some(Picture::new(Zeroizing::new(b"canary".to_vec()))),
            started: Some("canary".to_owned()),
            ..Checked::default()
        };
        let shown = format!("{checked:?} {:?} {:?}", checked.documents, checked.face);
        assert!(!shown.contains("canary") && !shown.contains("99"), "{shown}");
    }

    #[test]
    fn texts_are_listed_by_the_providers_names() {
        let mut document = CheckedDocument::default();
        assert!(document.is_empty());
        let (name, slot) = document.slot("dateOfBirth").unwrap();
        assert_eq!(name, "dateOfBirth");
        *slot = Some("1987-01-12".to_owned());
        assert_eq!(document.date_of_birth.as_deref(), Some("1987-01-12"));
        assert_eq!(document.texts().collect::<Vec<_>>(), [("dateOfBirth", "1987-01-12")]);
        assert!(!document.is_empty());
        assert!(document.slot("shoeSize").is_none());
    }
}
