//! What a KYC answer holds beside the values: the data of the document that was checked, and PDFs.

use std::io::Read as _;

use idw_autheid::{FileKind, Identification, Kyc};
use idw_documents::{MediaType, Row, Section, Sheet};
use idw_identity::{FileObject, country, files_in};
use jiff::Timestamp;

use super::{
    EidError,
    answer::{identification, three_letters},
    ask::{Found, RESIDENCY},
};
use crate::{
    StoreError, Wallet,
    checks::CountingDocument,
    documents,
    requests::{Chosen, MadeFile},
    view::VerifiedView,
};

/// The largest file that `residency.pdf` is made of, in bytes: a result is one record of the vault.
pub(super) const MAX_RESIDENCY_BYTES: u64 = 4_000_000;

/// What everybody who reads the PDF must know.
const STATEMENT: &str = "From the holder's wallet, not screened. Nobody compared this person with lists of sanctions or of \
                         politically exposed persons.";
const CHECKED: &str = "An identity check gave these values to the holder's wallet, and nobody has changed them since.";
const AS_THE_HOLDER_SAYS: &str = "As the holder says. Nobody has checked these values.";
const REPLACED: &str =
    "A box stands for a character that this document's fonts do not have. Copied text has the character.";

impl Wallet {
    /// What a party of KYC gets.
    pub(super) fn eid_kyc(
        &self,
        found: &Found,
        document: CountingDocument,
        chosen: &[Chosen],
        at: Timestamp,
    ) -> Result<Kyc, EidError> {
        let identification = identification(chosen);
        let kyc_pdf = documents::sheet_pdf(&sheet(found, &identification, &document, at)).map_err(EidError::Pdf)?;
        Ok(Kyc {
            passport_issuing_state: document.country.as_deref().map(three_letters).unwrap_or_default(),
            passport_number: document.number.unwrap_or_default(),
            passport_expiration: document.expires.unwrap_or_default(),
            phone_number: identification.phone_number.clone(),
            identification,
            kyc_pdf,
            residency_pdf: self.eid_residency(chosen)?,
            // A wallet has compared nobody with a list.
            ..Kyc::default()
        })
    }

    /// The PDFs, as they would go.
    pub(super) fn eid_made_files(
        &self,
        found: &Found,
        shown: VerifiedView,
        chosen: &[Chosen],
        at: Timestamp,
    ) -> Result<Vec<MadeFile>, EidError> {
        let is_kyc = matches!(found.request.asked.kind, idw_autheid::Kind::Kyc { .. });
        let Some(check) = self.eid_check_of(found, shown, chosen)?.filter(|_| is_kyc) else {
            return Ok(Vec::new());
        };
        let Kyc { kyc_pdf, residency_pdf, .. } = self.eid_kyc(found, check.document, chosen, at)?;
        let residency = residency_pdf.map(|bytes| MadeFile { name: FileKind::Residency.name(), bytes });
        Ok([MadeFile { name: FileKind::Kyc.name(), bytes: kyc_pdf }].into_iter().chain(residency).collect())
    }

    /// The holder's own proof of address: a PDF as it is, a picture on a page.
    fn eid_residency(&self, chosen: &[Chosen]) -> Result<Option<Vec<u8>>, EidError> {
        let proof = chosen.iter().find(|one| one.requirement.name == RESIDENCY);
        let Some(file) = proof.and_then(|one| files_in(&one.record.value).into_iter().next()) else { return Ok(None) };
        let FileObject { mime_type, content, .. } = file;
        let id = documents::parse_id(&content)?;
        let mut reader = self.store.vault().read_document(id).map_err(StoreError::from)?;
        if MediaType::parse(&mime_type) != Some(MediaType::Pdf) {
            return documents::picture_page(reader).map(Some).map_err(EidError::Pdf);
        }
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes).map_err(|error| EidError::Pdf(idw_documents::WorkerError::Source(error)))?;
        Ok(Some(bytes))
    }
}

/// What `kyc.pdf` says. Only name, date of birth and document are what a check vouches for.
fn sheet(found: &Found, person: &Identification, document: &CountingDocument, at: Timestamp) -> Sheet {
    let section = |heading: &str, note: &str, rows: Vec<(&str, String)>| {
        let rows = rows.into_iter().filter(|(_, value)| !value.is_empty());
        let rows = rows.map(|(label, value)| Row::new(label, value)).collect();
        Section { heading: heading.to_owned(), note: note.to_owned(), rows }
    };
    let issued_by = document.country.as_deref().and_then(country).map(|country| country.name.clone());
    let checked = vec![
        ("First names", person.first_name.clone()),
        ("Last name", person.last_name.clone()),
        ("Date of birth", person.date_of_birth.clone()),
        ("Document", document.title.clone()),
        ("Document number", document.number.clone().unwrap_or_default()),
        ("Issued by", issued_by.unwrap_or_default()),
        ("Valid until", document.expires.clone().unwrap_or_default()),
    ];
    let said = vec![
        ("Nationality", person.nationality.clone()),
        ("Personal number", person.personal_number.clone()),
        ("Email", found.request.asked.email.clone()),
        ("Phone", person.phone_number.clone()),
        ("Address", address(person)),
        ("Country of residence", person.residency_country.clone()),
    ];
    let screened = ["EU sanctions", "UN sanctions", "Politically exposed persons"];
    let screened = screened.into_iter().map(|list| (list, "unknown: not screened".to_owned())).collect();
    Sheet {
        title: "Identity data".to_owned(),
        language: "en".to_owned(),
        facts: vec![
            Row::new("For", found.party.name.clone()),
            Row::new("Request", found.request.id.to_string()),
            Row::new("Time", at.strftime("%Y-%m-%d %H:%M:%S UTC").to_string()),
        ],
        statement: STATEMENT.to_owned(),
        sections: vec![
            section("Checked", CHECKED, checked),
            section("As the holder says", AS_THE_HOLDER_SAYS, said),
            section("Screening", "", screened),
        ],
        replaced: REPLACED.to_owned(),
        footer: format!("Made by the holder's identity wallet for {}.", found.party.name),
        made: at,
    }
}

/// On lines, as on a letter.
fn address(person: &Identification) -> String {
    let town = format!("{} {}", person.residency_postcode, person.residency_city);
    let lines = [person.residency_address.as_str(), person.residency_address2.as_str(), town.trim()];
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
