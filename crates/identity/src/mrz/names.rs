//! Names as the zone spells them.

/// Surname and given names, words apart by spaces (Part 3, 4.6): `<<` parts the two, `<` parts words. A field that begins
/// with `<<` has given names only, as India writes it for people without a surname; one without `<<` between names has
/// a surname only.
pub(super) fn split(field: &[u8]) -> (String, String) {
    let text: String = field.iter().map(|byte| char::from(*byte)).collect();
    let text = text.trim_end_matches('<');
    let (surname, given_names) = text.split_once("<<").unwrap_or((text, ""));
    (words(surname), words(given_names))
}

fn words(part: &str) -> String {
    part.split('<').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Capitals at the beginning of words only: "VAN DER MEER" to "Van Der Meer". How the person writes it, the zone does
/// not say.
pub(super) fn in_mixed_case(capitals: &str) -> String {
    let mut is_start = true;
    let mixed = capitals.chars().map(|character| {
        let mixed = if is_start { character } else { character.to_ascii_lowercase() };
        is_start = character == ' ';
        mixed
    });
    mixed.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_split_and_spelt() {
        let check = |field: &str, surname: &str, given_names: &str| {
            assert_eq!(split(field.as_bytes()), (surname.to_owned(), given_names.to_owned()), "{field}");
        };
        check("ERIKSSON<<ANNA<MARIA<<<<", "ERIKSSON", "ANNA MARIA");
        check("VAN<DER<MEER<<JAN", "VAN DER MEER", "JAN");
        check("ARKFREITH<<<<<<<", "ARKFREITH", "");
        check("<<<<", "", "");
        check("<<ADAMARIE<LOVE<<<<", "", "ADAMARIE LOVE");
        check("<ERIKSSON<<ANNA", "ERIKSSON", "ANNA");
        assert_eq!(in_mixed_case("VAN DER MEER"), "Van Der Meer");
        assert_eq!(in_mixed_case(""), "");
    }
}
