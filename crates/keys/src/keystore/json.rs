//! JSON as a keystore file may hold it: names in any case, some of them twice.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{Error, IgnoredAny, MapAccess, SeqAccess, Visitor},
};

/// A value, with the members of an object in the order of the file.
#[derive(Debug)]
pub(super) enum Node {
    Object(Vec<(String, Node)>),
    Text(String),
    Whole(u64),
    Number(f64),
    Null,
    /// A list, a truth value or a number below zero: no part of a keystore file is one.
    Other,
}

/// Which one counts where names differ by nothing but their case: programs disagree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// The first, as ethers has it.
    First,
    /// The last, as eth-keyfile and geth have it.
    Last,
}

impl Node {
    /// The member of an object with this name in any case. One that is `null` is not there. Of those that are spelled
    /// alike the last counts, as everywhere in JSON.
    pub(super) fn member(&self, name: &str, reading: Reading) -> Option<&Self> {
        let Self::Object(members) = self else { return None };
        let fitting =
            || members.iter().filter(|(found, value)| found.eq_ignore_ascii_case(name) && !matches!(value, Self::Null));
        let spelled = &match reading {
            Reading::First => fitting().next(),
            Reading::Last => fitting().next_back(),
        }?
        .0;
        fitting().rfind(|(found, _)| found == spelled).map(|(_, value)| value)
    }

    pub(super) fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// A whole number, also as `3.0` or in quotes. One that is too large for the type is 2^63: above every limit, and a
    /// power of two, as scrypt wants it.
    pub(super) fn number(&self) -> Option<u64> {
        let number = match self {
            Self::Whole(number) => return Some(*number),
            Self::Number(number) => *number,
            Self::Text(text) => match text.trim().parse() {
                Ok(number) => return Some(number),
                Err(_) => text.trim().parse().ok()?,
            },
            _ => return None,
        };
        let is_whole = number.is_finite() && number >= 0.0 && number.fract() == 0.0;
        // By its digits, as a cast says nothing where it does not fit.
        is_whole.then(|| format!("{:.0}", number.abs()).parse().unwrap_or(1 << 63))
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyNode)
    }
}

struct AnyNode;

impl<'de> Visitor<'de> for AnyNode {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Node::Object(members))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Node::Other)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.to_owned()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Node, E> {
        Ok(Node::Whole(number))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Node, E> {
        // The parser has no other use for it than numbers below zero.
        Ok(u64::try_from(number).map_or(Node::Other, Node::Whole))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Node, E> {
        Ok(Node::Number(number))
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Node, E> {
        Ok(Node::Other)
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }
}
