//! From a zone to what it says.

use jiff::civil::Date;

use super::check::{Check, FailedCheck, check_digit};
use super::days::{self, ZoneDate};
use super::error::MrzError;
use super::layout::Span;
use super::normal::Zone;
use super::state::IssuingState;
use super::{Mrz, Sex, names};

pub(super) fn parse(text: &str, today: Date) -> Result<Mrz, MrzError> {
    let mut zone = Zone::read(text)?;
    let layout = zone.layout;
    if !matches!(zone.get(layout.document_code)[0], b'P' | b'I' | b'A' | b'C' | b'0'..=b'9') {
        return Err(MrzError::DocumentCode);
    }
    require_letters(&zone)?;
    require_digits(&mut zone)?;
    let number = Number::read(&mut zone);
    let checks = verify(&zone, &number)?;
    let (surname, given_names) = names::split(zone.get(layout.names));
    Ok(Mrz {
        size: layout.size,
        document_code: text_of(zone.get(layout.document_code)),
        issuing_state: IssuingState::read(zone.get(layout.issuing_state)),
        surname,
        given_names,
        names_may_be_cut: zone.get(layout.names).last() != Some(&b'<'),
        number: number.text,
        nationality: IssuingState::read(zone.get(layout.nationality)),
        birth_date: date(&zone, Check::BirthDate, layout.birth_date, |digits| days::birth(digits, today))?,
        sex: sex(zone.get(layout.sex)),
        expiry: date(&zone, Check::Expiry, layout.expiry, |digits| days::expiry(digits, today))?,
        optional_data: number.optional_data,
        checks,
    })
}

/// States and names have no digits, the sex is a letter; fillers are fine.
fn require_letters(zone: &Zone) -> Result<(), MrzError> {
    let layout = zone.layout;
    for span in [layout.document_code, layout.issuing_state, layout.names, layout.nationality, layout.sex] {
        // The second character of a document code is at the state's discretion.
        let span = if span == layout.document_code { Span { end: span.start + 1, ..span } } else { span };
        let digit = zone.get(span).iter().position(u8::is_ascii_digit);
        if let Some(at) = digit {
            return Err(MrzError::NotALetter { line: span.line + 1, column: span.start + at + 1 });
        }
    }
    Ok(())
}

/// Dates may leave parts open with fillers; check digits may not, but for those of what is itself left out.
fn require_digits(zone: &mut Zone) -> Result<(), MrzError> {
    let layout = zone.layout;
    let dates = [layout.birth_date, layout.expiry].map(|span| (span, true));
    let of_dates = [(layout.birth_date_check, layout.birth_date), (layout.expiry_check, layout.expiry)]
        .map(|(digit, date)| (digit, zone.is_left_out(date)));
    let digits = [(layout.composite_check, false)].into_iter().chain(of_dates);
    let fillable =
        [Some(layout.number_check), layout.optional_data_check].into_iter().flatten().map(|span| (span, true));
    for (span, may_be_filler) in dates.into_iter().chain(digits).chain(fillable) {
        zone.read_o_as_zero(span);
        let fits = |character: &u8| character.is_ascii_digit() || (may_be_filler && *character == b'<');
        if let Some(at) = zone.get(span).iter().position(|character| !fits(character)) {
            return Err(MrzError::NotADigit { line: span.line + 1, column: span.start + at + 1 });
        }
    }
    Ok(())
}

/// The document number, which may go on in the optional data.
struct Number {
    text: String,
    /// What its check digit checks, and that digit.
    checked: Vec<u8>,
    digit: u8,
    digit_at: Span,
    optional_data: String,
}

impl Number {
    /// A number of more than nine characters has a filler for a check digit and goes on in the optional data, where its
    /// check digit and a filler end it (Part 5, 4.2.2, note j; Part 6, note j).
    fn read(zone: &mut Zone) -> Self {
        let layout = zone.layout;
        let first = zone.get(layout.number).to_vec();
        let continued_at = layout.optional_data[0];
        let continued_len = zone.get(continued_at).iter().position(|character| *character == b'<').unwrap_or(0);
        let goes_on =
            layout.optional_data_check.is_none() && zone.get(layout.number_check) == b"<" && continued_len > 1;
        if goes_on {
            let digit_at = continued_at.start + continued_len - 1;
            let digit_at = Span { start: digit_at, end: digit_at + 1, ..continued_at };
            zone.read_o_as_zero(digit_at);
        }
        let optional: Vec<&[u8]> = layout.optional_data.iter().map(|span| zone.get(*span)).collect();
        if !goes_on {
            return Self {
                text: text_of(&first),
                digit: zone.get(layout.number_check)[0],
                digit_at: layout.number_check,
                checked: first,
                optional_data: joined(&optional),
            };
        }
        let digit_at = continued_at.start + continued_len - 1;
        let (rest, left) = optional[0].split_at(continued_len);
        let checked = [&first, &rest[..rest.len() - 1]].concat();
        Self {
            text: text_of(&checked),
            checked,
            digit: rest[rest.len() - 1],
            digit_at: Span { start: digit_at, end: digit_at + 1, ..continued_at },
            optional_data: joined(&[&[left], &optional[1..]].concat()),
        }
    }
}

/// Verifies all check digits; the composite one is only worth a word when the others fit.
fn verify(zone: &Zone, number: &Number) -> Result<Vec<Check>, MrzError> {
    let layout = zone.layout;
    let mut verified = Vec::new();
    let mut failed = Vec::new();
    let mut verify = |check, characters: &[u8], digit: u8, digit_at, checked| {
        if digit == b'0' + check_digit(characters.iter().copied()) {
            verified.push(check);
        } else {
            failed.push(FailedCheck::new(check, digit_at, checked));
        }
    };
    verify(Check::Number, &number.checked, number.digit, number.digit_at, Some(layout.number));
    for (check, span, digit_at) in [
        (Check::BirthDate, layout.birth_date, layout.birth_date_check),
        (Check::Expiry, layout.expiry, layout.expiry_check),
    ] {
        if !(zone.is_left_out(span) && zone.get(digit_at) == b"<") {
            verify(check, zone.get(span), zone.get(digit_at)[0], digit_at, Some(span));
        }
    }
    if let Some(digit_at) = layout.optional_data_check {
        let span = layout.optional_data[0];
        // With nothing to check, both a zero and a filler are allowed.
        if !(zone.is_left_out(span) && zone.get(digit_at) == b"<") {
            verify(Check::OptionalData, zone.get(span), zone.get(digit_at)[0], digit_at, Some(span));
        }
    }
    if failed.is_empty() {
        let all: Vec<u8> = layout.composite.iter().flat_map(|span| zone.get(*span)).copied().collect();
        let digit = zone.get(layout.composite_check)[0];
        if digit == b'0' + check_digit(all) {
            verified.push(Check::Composite);
        } else {
            failed.push(FailedCheck::new(Check::Composite, layout.composite_check, None));
        }
    }
    if failed.is_empty() { Ok(verified) } else { Err(MrzError::CheckDigits(failed)) }
}

/// The date in this place; year, month and day can each be left open.
fn date(zone: &Zone, which: Check, span: Span, read: impl Fn(&[u8]) -> Option<ZoneDate>) -> Result<ZoneDate, MrzError> {
    let digits = zone.get(span);
    if digits.contains(&b'<') {
        return Ok(ZoneDate::Open);
    }
    read(digits).ok_or(MrzError::NotADate { which, line: span.line + 1, column: span.start + 1 })
}

fn sex(field: &[u8]) -> Sex {
    match field {
        b"F" => Sex::Female,
        b"M" => Sex::Male,
        _ => Sex::Unspecified,
    }
}

/// Without the fillers at the end; those between are printed as hyphens or spaces, and nobody knows which.
fn text_of(field: &[u8]) -> String {
    let text: String = field.iter().map(|byte| char::from(*byte)).collect();
    text.replace('<', " ").trim().to_owned()
}

fn joined(fields: &[&[u8]]) -> String {
    let texts: Vec<String> = fields.iter().map(|field| text_of(field)).filter(|text| !text.is_empty()).collect();
    texts.join(" ")
}
