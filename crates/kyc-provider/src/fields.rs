//! Names and values of a query or of a form, each decoded once and counted.

use std::fmt;

use zeroize::Zeroizing;

/// In the order in which they came; names may repeat. One of the values may be the client's secret.
pub(crate) struct Fields(Vec<(String, Zeroizing<String>)>);

impl fmt::Debug for Fields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}

/// A percent sign without two hex digits, or bytes that are no UTF-8. Lenient decoders make something else of those, and
/// a comparison character for character would compare that.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct BadEncoding;

/// A name that may be there once is there several times.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Repeated;

impl Fields {
    /// Reads `application/x-www-form-urlencoded`, as queries and forms have it.
    pub(crate) fn read(text: &str) -> Result<Self, BadEncoding> {
        let pairs = text.split('&').filter(|pair| !pair.is_empty());
        let decoded = pairs.map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Ok((decode(name)?, Zeroizing::new(decode(value)?)))
        });
        decoded.collect::<Result<_, _>>().map(Self)
    }

    /// Fields that were decoded by somebody else.
    pub(crate) fn from_pairs(pairs: Vec<(String, Zeroizing<String>)>) -> Self {
        Self(pairs)
    }

    /// The value of this name. An empty one counts as absent (RFC 6749, section 3.1).
    pub(crate) fn once(&self, name: &str) -> Result<Option<&str>, Repeated> {
        let mut values = self.0.iter().filter(|(key, _)| key == name).map(|(_, value)| value.as_str());
        match (values.next(), values.next()) {
            (_, Some(_)) => Err(Repeated),
            (value, None) => Ok(value.filter(|value| !value.is_empty())),
        }
    }

    /// All values of this name, empty ones too.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether there is any other name than these.
    pub(crate) fn has_others_than(&self, known: &[&str]) -> bool {
        self.0.iter().any(|(name, _)| !known.contains(&name.as_str()))
    }
}

fn decode(text: &str) -> Result<String, BadEncoding> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
                let (high, low) = (digit(rest.next()), digit(rest.next()));
                let value = high.zip(low).and_then(|(high, low)| u8::try_from(high * 16 + low).ok());
                value.ok_or(BadEncoding)?
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).map_err(|_| BadEncoding)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_decoded_once() {
        let check = |text: &str, expected: Result<&str, BadEncoding>| {
            let read = Fields::read(&format!("a={text}"));
            let value = read.map(|fields| fields.all("a").next().unwrap().to_owned());
            assert_eq!(value, expected.map(str::to_owned), "{text}");
        };
        check("", Ok(""));
        check("one+two%20three", Ok("one two three"));
        check("%C3%bc=%26", Ok("ü=&"));
        check("%2525", Ok("%25"));
        check("%", Err(BadEncoding));
        check("%4", Err(BadEncoding));
        check("%zz", Err(BadEncoding));
        check("%+1", Err(BadEncoding));
        check("%ff", Err(BadEncoding));
    }

    #[test]
    fn names_are_counted() {
        let fields = Fields::read("a=1&b=&c=3&c=3&&d").unwrap();
        assert_eq!(fields.once("a"), Ok(Some("1")));
        assert_eq!(fields.once("b"), Ok(None), "an empty value is none");
        assert_eq!(fields.once("c"), Err(Repeated));
        assert_eq!(fields.once("d"), Ok(None));
        assert_eq!(fields.once("e"), Ok(None));
        assert!(fields.has_others_than(&["a", "b", "c"]) && !fields.has_others_than(&["a", "b", "c", "d"]));
    }
}
