//! Reading the members of a hostile answer: one that is not as it should be is passed over, however it is made up.
//!
//! Levels are counted for everything that is read, also for what is passed over, so that deep nesting is an error. (serde's
//! own `IgnoredAny` does not count them.)

use std::fmt;
use std::marker::PhantomData;

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use zeroize::Zeroizing;

use crate::checked::Picture;
use crate::limits::TEXT_LEN;

/// Base64 as it is found: with its padding or without.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// A member of an answer.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Came<T> {
    /// It is null.
    Nothing,
    /// It is as it should be.
    Fit(T),
    /// It is something else.
    Unfit,
}

/// What a member should be.
pub(crate) trait Kind: Sized {
    /// Made of a text.
    fn of_text(_text: &str) -> Came<Self> {
        Came::Unfit
    }

    /// Made of true or false.
    fn of_flag(_flag: bool) -> Came<Self> {
        Came::Unfit
    }

    /// Made of an object, of which every member is read.
    ///
    /// # Errors
    /// Where the text is no JSON, or goes too deep.
    fn of_object<'de, A: MapAccess<'de>>(members: A) -> Result<Came<Self>, A::Error> {
        pass_over(members)?;
        Ok(Came::Unfit)
    }
}

impl<'de, T: Kind> Deserialize<'de> for Came<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader(PhantomData))
    }
}

/// Reads any value, and makes of it what it should be.
struct Reader<T>(PhantomData<T>);

impl<'de, T: Kind> Visitor<'de> for Reader<T> {
    type Value = Came<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Self::Value, E> {
        Ok(T::of_flag(flag))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
        Ok(Came::Unfit)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
        Ok(Came::Unfit)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(Came::Unfit)
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(T::of_text(text))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Came::Nothing)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        while list.next_element::<Came<Skipped>>()?.is_some() {}
        Ok(Came::Unfit)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Self::Value, A::Error> {
        T::of_object(members)
    }
}

/// Nothing that anyone wants.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Skipped;

impl Kind for Skipped {}

/// Reads the rest of an object.
fn pass_over<'de, A: MapAccess<'de>>(mut members: A) -> Result<(), A::Error> {
    while members.next_entry::<Came<Skipped>, Came<Skipped>>()?.is_some() {}
    Ok(())
}

impl Kind for bool {
    fn of_flag(flag: bool) -> Came<Self> {
        Came::Fit(flag)
    }
}

/// A text that is not too long to be passed on.
impl Kind for String {
    fn of_text(text: &str) -> Came<Self> {
        let is_short = text.len() <= TEXT_LEN || text.chars().nth(TEXT_LEN).is_none();
        if is_short { Came::Fit(text.to_owned()) } else { Came::Unfit }
    }
}

/// A text of any length, wiped when it is dropped.
impl Kind for Zeroizing<String> {
    fn of_text(text: &str) -> Came<Self> {
        Came::Fit(Zeroizing::new(text.to_owned()))
    }
}

/// A picture is base64, or an object that has base64 in its `content`. An empty text is no picture.
impl Kind for Picture {
    fn of_text(text: &str) -> Came<Self> {
        if text.is_empty() {
            return Came::Nothing;
        }
        decoded(text.as_bytes()).map_or(Came::Unfit, |bytes| Came::Fit(Self::new(bytes)))
    }

    fn of_object<'de, A: MapAccess<'de>>(mut members: A) -> Result<Came<Self>, A::Error> {
        let mut picture = Came::Unfit;
        while let Some(name) = members.next_key::<String>()? {
            if name == "content" {
                picture = members.next_value()?;
            } else {
                members.next_value::<Came<Skipped>>()?;
            }
        }
        Ok(picture)
    }
}

/// Decodes base64, once; a second time only where it is broken into lines, as in mail.
fn decoded(text: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(text.len() / 4 * 3 + 3));
    if BASE64.decode_vec(text, &mut bytes).is_ok() {
        return Some(bytes);
    }
    if !text.iter().any(u8::is_ascii_whitespace) {
        return None;
    }
    let mut joined = Zeroizing::new(Vec::with_capacity(text.len()));
    joined.extend(text.iter().filter(|byte| !byte.is_ascii_whitespace()));
    bytes.clear();
    BASE64.decode_vec(&*joined, &mut bytes).ok().map(|()| bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read<T: Kind>(json: &str) -> Option<Came<T>> {
        serde_json::from_str(json).ok()
    }

    #[test]
    fn a_text_is_passed_on_as_it_came_or_not_at_all() {
        let fit = |text: &str| Some(Came::Fit(text.to_owned()));
        assert_eq!(read::<String>(r#""A\u202enna \n <b>""#), fit("A\u{202e}nna \n <b>"));
        assert_eq!(read::<String>("\"\""), fit(""));
        assert_eq!(read::<String>("null"), Some(Came::Nothing));
        for json in ["7", "-7", "7.5", "true", "[\"a\", [1]]", "{\"a\": {\"b\": null}}"] {
            assert_eq!(read::<String>(json), Some(Came::Unfit), "{json}");
        }
        let long = "\u{e4}".repeat(TEXT_LEN);
        assert_eq!(read::<String>(&format!("\"{long}\"")), fit(&long));
        assert_eq!(read::<String>(&format!("\"{long}a\"")), Some(Came::Unfit));
        assert_eq!(read::<String>("\"a"), None);
    }

    #[test]
    fn a_picture_is_base64_in_every_wrapping() {
        let check = |json: &str, expected: Came<&[u8]>| {
            let came = match read::<Picture>(json).unwrap() {
                Came::Fit(picture) => Came::Fit(picture.bytes().to_vec()),
                Came::Nothing => Came::Nothing,
                Came::Unfit => Came::Unfit,
            };
            let expected = match expected {
                Came::Fit(bytes) => Came::Fit(bytes.to_vec()),
                Came::Nothing => Came::Nothing,
                Came::Unfit => Came::Unfit,
            };
            assert_eq!(came, expected, "{json}");
        };
        check("\"/9j/4A==\"", Came::Fit(b"\xff\xd8\xff\xe0"));
        check("\"\\/9j\\/4A==\"", Came::Fit(b"\xff\xd8\xff\xe0"));
        check("\"/9j/4A\"", Came::Fit(b"\xff\xd8\xff\xe0"));
        check("\"/9j/\\r\\n4A==\\n\"", Came::Fit(b"\xff\xd8\xff\xe0"));
        check("{\"contentType\": \"image/jpeg\", \"content\": \"/9j/4A==\"}", Came::Fit(b"\xff\xd8\xff\xe0"));
        check("{\"contentType\": \"image/jpeg\"}", Came::Unfit);
        check("{\"content\": null}", Came::Nothing);
        check("{\"content\": [1]}", Came::Unfit);
        check("null", Came::Nothing);
        check("\"\"", Came::Nothing);
        check("\"data:image/jpeg;base64,/9j/\"", Came::Unfit);
        check("\"_9j_\"", Came::Unfit);
        check("\"a\"", Came::Unfit);
        check("7", Came::Unfit);
    }

    #[test]
    fn deep_nesting_is_an_error_wherever_it_stands() {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            let nested = |levels: usize| format!("{}1{}", open.repeat(levels), close.repeat(levels));
            assert!(read::<Skipped>(&nested(100)).is_some());
            assert!(read::<Skipped>(&nested(200)).is_none());
            assert!(read::<String>(&nested(200)).is_none());
            assert!(read::<Picture>(&nested(200)).is_none());
            assert!(read::<Skipped>(&nested(1_000_000)).is_none());
        }
    }
}
