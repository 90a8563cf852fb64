//! Names for the kinds of records a vault holds.

/// The longest name of a tree in bytes; one byte counts it in the associated data.
const MAX_NAME_LEN_BYTES: usize = 64;

/// A kind of record, such as `attributes`: a name known to the program and never written to disk.
///
/// Every tree has its own keys, so a record moved to another tree does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tree(&'static str);

impl Tree {
    /// The tree of document records, which only the vault itself writes.
    pub(crate) const DOCUMENTS: Self = Self("\0documents");

    /// The tree of this name: 1 to 64 bytes of printable ASCII.
    ///
    /// # Panics
    /// When the name is empty, longer, or has other characters; in a `const` that is a compile error.
    #[must_use]
    pub const fn named(name: &'static str) -> Self {
        let bytes = name.as_bytes();
        assert!(!bytes.is_empty(), "a tree has a name");
        assert!(bytes.len() <= MAX_NAME_LEN_BYTES, "a tree's name has at most 64 bytes");
        let mut at = 0;
        while at < bytes.len() {
            assert!(bytes[at].is_ascii_graphic(), "a tree's name is printable ASCII");
            at += 1;
        }
        Self(name)
    }

    pub(crate) const fn name(self) -> &'static str {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_be_that_of_a_reserved_tree() {
        for name in ["", "\0documents", "two words", "\u{e9}"] {
            let made = std::panic::catch_unwind(|| Tree::named(name));
            assert!(made.is_err(), "{name:?} was accepted");
        }
        assert_eq!(Tree::named("attributes").name(), "attributes");
    }
}
