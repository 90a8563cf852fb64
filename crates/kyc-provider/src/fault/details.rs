//! Details with something wrong in them: the right answer as JSON, changed.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};

use super::Fault;
use crate::pictures;

const HUGE_PICTURE_BYTES: usize = 48 * 1024 * 1024;
const LONG_TEXT_CHARS: usize = 1_000_000;
const DEPTH: usize = 100_000;
/// The most that a JPEG decoder has to believe.
const BOMB_SIDE: u16 = 65_500;
const HOSTILE: &str = "<img src=x onerror=alert(1)>\u{202e}txet\u{2066}\u{0}\u{1b}[2J\r\nX-Injected: 1\"'&\u{feff}";
/// One after another, for as many dates as there are.
const BAD_DATES: [&str; 4] = ["2021-02-31", "31.12.1985", "0000-00-00", "yesterday"];
const BAD_COUNTRIES: [&str; 3] = ["ZZZ", "de", "<b>DEU</b>"];

/// Names of the objects that describe a document, in both dialects.
const DOCUMENTS: [&str; 3] = ["details", "documentData", "documentData2"];

/// Changes an answer; what is no JSON stays as it is.
pub(super) fn change(fault: Fault, json: &[u8]) -> Vec<u8> {
    let Ok(mut answer) = serde_json::from_slice::<Value>(json) else { return json.to_vec() };
    match fault {
        Fault::RepeatedFields => return repeated(&answer).into_bytes(),
        Fault::DetailsDeepJson => {
            let rest = answer.to_string().split_off(1);
            return format!("{{\"deep\":{}{},{rest}", "[".repeat(DEPTH), "]".repeat(DEPTH)).into_bytes();
        }
        _ => change_value(fault, &mut answer),
    }
    answer.to_string().into_bytes()
}

fn change_value(fault: Fault, answer: &mut Value) {
    match fault {
        Fault::NoDetails => {
            if let Value::Object(answer) = answer {
                answer.retain(|name, _| !DOCUMENTS.contains(&name.as_str()));
            }
        }
        Fault::DetailsList => documents(answer).for_each(|document| *document = json!([document.take()])),
        Fault::UnknownFields => {
            fields(answer).for_each(|fields| {
                fields.insert("mothersMaidenName".to_owned(), json!("EXAMPLE"));
                fields.insert("documentType2".to_owned(), json!({"of": ["what", null, 1e300]}));
            });
            answer["score"] = json!(0.99);
            answer["documentData3"] = json!({"documentType": "VISA"});
        }
        Fault::TwoDocuments => two_documents(answer),
        Fault::StatusFailed if answer.get("status").is_some() => answer["status"] = json!("FAILED"),
        Fault::NoStatus => {
            if let Value::Object(answer) = answer {
                answer.remove("status");
            }
        }
        Fault::BadBase64 | Fault::DataUrl | Fault::HugePicture | Fault::PictureBomb => change_pictures(fault, answer),
        _ => fields(answer).for_each(|fields| change_fields(fault, fields)),
    }
}

fn change_fields(fault: Fault, fields: &mut Map<String, Value>) {
    let texts = fields.iter_mut().filter(|(_, value)| value.is_string());
    match fault {
        Fault::FieldsNull => texts.for_each(|(_, value)| *value = Value::Null),
        Fault::FieldsNumbers => texts.for_each(|(_, value)| *value = json!(19_851_210)),
        Fault::FieldsEmpty => texts.for_each(|(_, value)| *value = json!("")),
        Fault::HostileText => texts.for_each(|(_, value)| *value = json!(HOSTILE)),
        Fault::LongText => {
            fields.insert("surname".to_owned(), json!("A".repeat(LONG_TEXT_CHARS)));
        }
        Fault::BadDates => {
            let dates = texts.filter(|(name, _)| name.starts_with("date"));
            dates.zip(BAD_DATES.iter().cycle()).for_each(|((_, value), bad)| *value = json!(bad));
        }
        Fault::BadCountries => {
            let countries = texts.filter(|(name, _)| matches!(name.as_str(), "nationality" | "issuingCountry"));
            countries.zip(BAD_COUNTRIES.iter().cycle()).for_each(|((_, value), bad)| *value = json!(bad));
        }
        Fault::ExpiredDocument => {
            fields.insert("dateOfIssue".to_owned(), json!("1999-01-30"));
            fields.insert("dateOfExpiry".to_owned(), json!("2009-01-29"));
        }
        _ => {}
    }
}

/// A list in Web KYC, which knows one document; a further field in Web IDV, which knows several.
fn two_documents(answer: &mut Value) {
    let name = if answer.get("details").is_some() { "details" } else { "documentData" };
    let mut second = answer[name].clone();
    for (field, value) in [("surname", "ELSE"), ("givenNames", "SOMEBODY"), ("documentNumber", "X00000000")] {
        second[field] = json!(value);
    }
    if name == "details" {
        answer[name] = json!([answer[name].take(), second]);
    } else {
        second["surnameAndGivenNames"] = json!("ELSE SOMEBODY");
        answer["documentData2"] = second;
    }
}

fn documents(answer: &mut Value) -> impl Iterator<Item = &mut Value> {
    let object = answer.as_object_mut().into_iter().flatten();
    object.filter(|(name, _)| DOCUMENTS.contains(&name.as_str())).map(|(_, value)| value)
}

fn fields(answer: &mut Value) -> impl Iterator<Item = &mut Map<String, Value>> {
    documents(answer).filter_map(Value::as_object_mut)
}

fn change_pictures(fault: Fault, answer: &mut Value) {
    let mut pictures = Vec::new();
    collect_pictures(answer, &mut pictures);
    // One is enough of what is large.
    let count = if fault == Fault::HugePicture { 1 } else { pictures.len() };
    for picture in pictures.into_iter().take(count) {
        *picture = match fault {
            Fault::DataUrl => format!("data:image/jpeg;base64,{picture}"),
            Fault::HugePicture => STANDARD.encode(vec![0; HUGE_PICTURE_BYTES]),
            Fault::PictureBomb => STANDARD.encode(bomb()),
            _ => "!not base64! \u{fffd}=".to_owned(),
        };
    }
}

/// Pictures are texts in `croppedDocs` of Web KYC, and `content` in Web IDV.
fn collect_pictures<'a>(answer: &'a mut Value, found: &mut Vec<&'a mut String>) {
    let Value::Object(object) = answer else { return };
    for (name, value) in object {
        match (name.as_str(), value) {
            ("front" | "back" | "content", Value::String(picture)) => found.push(picture),
            (_, value) => collect_pictures(value, found),
        }
    }
}

/// A small JPEG whose frame header says that it is far larger than it is.
fn bomb() -> Vec<u8> {
    let mut bytes = pictures::plain_jpeg().to_vec();
    // Start of frame, baseline: marker, length (2 bytes), precision (1), height (2), width (2). ITU-T T.81, B.2.2.
    let frame = bytes.windows(2).position(|pair| pair == [0xff, 0xc0]);
    if let Some(size) = frame.and_then(|at| bytes.get_mut(at + 5..at + 9)) {
        size[..2].copy_from_slice(&BOMB_SIDE.to_be_bytes());
        size[2..].copy_from_slice(&BOMB_SIDE.to_be_bytes());
    }
    bytes
}

/// JSON with every key of every object twice.
fn repeated(value: &Value) -> String {
    match value {
        Value::Object(object) => {
            let other = |value: &Value| if value.is_string() { json!("ANOTHER") } else { Value::Null };
            let both = object.iter().map(|(name, value)| {
                let name = json!(name);
                format!("{name}:{},{name}:{}", repeated(value), other(value))
            });
            format!("{{{}}}", both.collect::<Vec<_>>().join(","))
        }
        value => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kyc() -> Value {
        json!({
            "croppedDocs": {"front": "Zg==", "back": "Zg=="},
            "details": {"surname": "EXAMPLE", "dateOfBirth": "1985-12-10", "nationality": "DEU"}
        })
    }

    fn changed(fault: Fault, answer: &Value) -> Value {
        serde_json::from_slice(&change(fault, answer.to_string().as_bytes())).unwrap()
    }

    #[test]
    fn fields_are_changed_in_both_dialects() {
        let idv = json!({"status": "PASSED", "documentData": kyc()["details"], "documentData2": kyc()["details"]});
        let check = |fault: Fault, field: &str, expected: &Value| {
            assert_eq!(&changed(fault, &kyc())["details"][field], expected, "{fault}");
            assert_eq!(&changed(fault, &idv)["documentData"][field], expected, "{fault}");
            assert_eq!(&changed(fault, &idv)["documentData2"][field], expected, "{fault}");
        };
        check(Fault::FieldsNull, "surname", &Value::Null);
        check(Fault::FieldsNumbers, "dateOfBirth", &json!(19_851_210));
        check(Fault::FieldsEmpty, "surname", &json!(""));
        check(Fault::HostileText, "nationality", &json!(HOSTILE));
        check(Fault::LongText, "surname", &json!("A".repeat(1_000_000)));
        check(Fault::BadDates, "dateOfBirth", &json!("2021-02-31"));
        check(Fault::BadCountries, "nationality", &json!("ZZZ"));
        check(Fault::ExpiredDocument, "dateOfExpiry", &json!("2009-01-29"));
        check(Fault::UnknownFields, "mothersMaidenName", &json!("EXAMPLE"));
        assert_eq!(changed(Fault::NoDetails, &idv), json!({"status": "PASSED"}));
        assert_eq!(changed(Fault::DetailsList, &kyc())["details"], json!([kyc()["details"]]));
        assert_eq!(changed(Fault::StatusFailed, &idv)["status"], "FAILED");
        assert_eq!(changed(Fault::NoStatus, &idv).get("status"), None);
        assert_eq!(changed(Fault::StatusFailed, &kyc()), kyc());
        assert_eq!(changed(Fault::TwoDocuments, &idv)["documentData2"]["surname"], "ELSE");
        assert_eq!(changed(Fault::TwoDocuments, &kyc())["details"][1]["surname"], "ELSE");
    }

    #[test]
    fn pictures_are_changed_in_both_dialects() {
        let idv = json!({"documentData": {"croppedFrontImage": {"contentType": "image/jpeg", "content": "Zg=="}}});
        let both = |fault: Fault| {
            let content = changed(fault, &idv)["documentData"]["croppedFrontImage"]["content"].clone();
            (changed(fault, &kyc())["croppedDocs"]["front"].clone(), content)
        };
        assert_eq!(both(Fault::DataUrl), (json!("data:image/jpeg;base64,Zg=="), json!("data:image/jpeg;base64,Zg==")));
        let (front, content) = both(Fault::BadBase64);
        assert!(STANDARD.decode(front.as_str().unwrap()).is_err() && front == content);
        let (front, content) = both(Fault::PictureBomb);
        assert_eq!(STANDARD.decode(front.as_str().unwrap()).unwrap(), bomb());
        assert_eq!(front, content);
    }

    #[test]
    fn a_bomb_is_small_and_says_it_is_large() {
        let bomb = bomb();
        assert!(bomb.len() < 100_000, "{}", bomb.len());
        let reader = image::ImageReader::new(std::io::Cursor::new(bomb)).with_guessed_format().unwrap();
        assert_eq!(reader.into_dimensions().unwrap(), (65_500, 65_500));
    }

    #[test]
    fn what_is_deep_or_repeated_is_still_json_to_some() {
        let deep = String::from_utf8(change(Fault::DetailsDeepJson, kyc().to_string().as_bytes())).unwrap();
        assert!(deep.starts_with("{\"deep\":[[[") && deep.ends_with('}') && deep.len() > 2 * DEPTH);
        let repeated = String::from_utf8(change(Fault::RepeatedFields, kyc().to_string().as_bytes())).unwrap();
        assert!(repeated.contains("\"surname\":\"EXAMPLE\",\"surname\":\"ANOTHER\""), "{repeated}");
        assert!(serde_json::from_str::<Value>(&repeated).is_ok());
    }
}
