//! What parties of Auth eID get of somebody whom a provider has checked, and what is no longer told once something was changed.

use idw_autheid::{Decision, Files, Kind, Kyc, Payload, Screening};
use idw_wallet::{
    CheckChoice, CheckOptions, IfVerified, Selection, SetAttribute,
    view::{EidForm, VerifiedView},
};

use crate::{
    checks::{Provider, add, check, details, keep},
    eid::{Case, LOG_IN, asked, payload},
    file, jpeg, run, said, text,
};

const KYC: Kind = Kind::Kyc { files: Files::Embedded };

/// Somebody whom a trusted provider has checked, and who has entered where they live.
fn verified() -> Case {
    let case = Case::new(EidForm::X509);
    let provider = Provider::new(&details());
    add(case.wallet(), &provider, "Example Check", true);
    let review = check(case.wallet(), "Example Check", CheckOptions::default());
    keep(case.wallet(), review, CheckChoice::Take);
    let field = |name: &str, field: &str, value: &str| SetAttribute {
        name: name.to_owned(),
        fields: vec![(field.to_owned(), value.to_owned())],
        ..SetAttribute::default()
    };
    case.wallet().set_attribute(field("country-of-residency", "country", "NZ")).unwrap();
    let address = SetAttribute {
        fields: [("address_line_1", "1 Sample Street"), ("city", "Zürich"), ("postalcode", "8001")]
            .map(|(field, value)| (field.to_owned(), value.to_owned()))
            .to_vec(),
        ..field("physical-address", "", "")
    };
    case.wallet().set_attribute(address).unwrap();
    case
}

fn kyc(case: &Case) -> Kyc {
    let request = case.create(asked(KYC));
    case.approve();
    let read = case.read(&request);
    let Payload::Kyc(kyc) = payload(&read).clone() else { panic!("{read:?}") };
    *kyc
}

#[test]
fn who_was_checked_is_verified_in_everything() {
    let case = verified();
    let request = case.create(asked(Kind::Authentication { verified_only: true }));
    assert_eq!(case.approve(), None);
    assert!(matches!(payload(&case.read(&request)), Payload::Authentication { is_verified: true, .. }));

    let request = case.create(asked(Kind::Identification));
    case.approve();
    let read = case.read(&request);
    let Payload::Identification(person) = payload(&read) else { panic!("{read:?}") };
    assert_eq!((person.first_name.as_str(), person.last_name.as_str()), ("ADA MARIA", "EXAMPLE"));
    assert_eq!((person.date_of_birth.as_str(), person.nationality.as_str()), ("1987-01-12", "DEU"));
    assert_eq!((person.residency_country.as_str(), person.residency_city.as_str()), ("NZL", "Zürich"));
    assert_eq!((person.residency_postcode.as_str(), person.residency_address.as_str()), ("8001", "1 Sample Street"));
    let log = case.wallet().activity().unwrap();
    let sent = log.iter().find(|entry| said(&entry.text).contains("Sample Shop") && !entry.sent.is_empty()).unwrap();
    assert!(sent.sent.iter().any(|one| one.name == "date-of-birth"), "{sent:?}");
}

#[test]
fn a_kyc_answer_has_the_checked_document_and_pdfs() {
    let case = verified();
    let request = case.create(asked(KYC));
    let proposal = run(case.wallet().open_request(&case.waiting())).unwrap();
    let view = proposal.view().asked.clone().unwrap();
    assert_eq!((view.verified, view.files), (VerifiedView::Told, vec!["kyc.pdf".to_owned()]));
    let document = view.document.unwrap();
    assert_eq!((document.number.as_deref(), document.country.as_deref()), (Some("C01X00T47"), Some("DE")));
    let selection = Selection::default_for(proposal.view());
    let made = proposal.made_files(case.wallet(), &selection).unwrap();
    assert!(matches!(&made[..], [kyc] if kyc.name == "kyc.pdf" && kyc.bytes.starts_with(b"%PDF-")));
    case.approve();
    let read = case.read(&request);
    let Payload::Kyc(kyc) = payload(&read) else { panic!("{read:?}") };
    assert_eq!(
        (kyc.passport_issuing_state.as_str(), kyc.passport_number.as_str(), kyc.passport_expiration.as_str()),
        ("DEU", "C01X00T47", "2091-01-29")
    );
    assert!(kyc.kyc_pdf.starts_with(b"%PDF-"));
    assert_eq!((&kyc.residency_pdf, &kyc.screening_eu), (&None, &Screening::Unknown));
}

#[test]
fn a_proof_of_address_goes_along_where_the_holder_has_one() {
    let case = verified();
    let bill = SetAttribute {
        name: "utility-bill".to_owned(),
        fields: vec![("issued".to_owned(), "2026-10-01".to_owned())],
        files: vec![file("images", "bill.jpg", jpeg(9))],
        ..SetAttribute::default()
    };
    case.wallet().set_attribute(bill).unwrap();
    let proof = kyc(&case).residency_pdf.unwrap();
    assert!(proof.starts_with(b"%PDF-"), "a picture is put on a page");
}

#[test]
fn once_a_name_was_changed_the_next_answer_is_not_verified() {
    let case = verified();
    let changed = SetAttribute { verified: IfVerified::Change, ..text("first-name", "Eva") };
    // Shown before the change, and agreed to after it.
    let late = case.create(asked(Kind::Identification));
    let proposal = run(case.wallet().open_request(&case.waiting())).unwrap();
    let selection = Selection::default_for(proposal.view());
    let approved = proposal.approve(&selection).map_err(|(_, error)| error).unwrap();
    case.wallet().set_attribute(changed).unwrap();
    let refused = run(case.wallet().disclose(approved, &|_| {})).unwrap_err();
    assert!(refused.to_string().contains("is not what you have seen"), "{refused}");
    assert_eq!(case.read(&late).verdict, None);

    assert!(case.approve().is_some());
    assert!(matches!(case.read(&late).verdict.unwrap().decision, Decision::NotVerified(_)));
    let login = case.create(asked(LOG_IN));
    case.approve();
    assert!(matches!(payload(&case.read(&login)), Payload::Authentication { is_verified: false, .. }));
}

#[test]
fn a_name_beside_the_checked_one_is_not_offered() {
    let case = verified();
    let other = SetAttribute { label: Some("stage name".to_owned()), ..text("first-name", "Eva") };
    case.wallet().set_attribute(other).unwrap();
    assert_eq!(case.wallet().attribute("first-name").unwrap().len(), 2);
    case.create(asked(Kind::Identification));
    let proposal = run(case.wallet().open_request(&case.waiting())).unwrap();
    let name = proposal.view().items.iter().find(|item| item.requirement.name == "first-name").unwrap();
    assert_eq!(name.choices.iter().map(|one| one.summary.as_str()).collect::<Vec<_>>(), ["ADA MARIA"]);
}
