//! Where in a value something stands, as people type it: `selfie.image`, `images.0`.

use std::fmt;
use std::str::FromStr;

use serde_json::{Map, Value};

/// Longest path, in segments; nothing a form can show goes deeper.
const MAX_SEGMENTS: usize = 32;
/// Longest typed path, in bytes.
const MAX_LEN_BYTES: usize = 512;
/// Longest list a path can build; no attribute needs near as many.
const MAX_INDEX: usize = 999;

/// The way from a value's root to a part of it. The empty path is the root itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct FieldPath(Vec<Segment>);

/// One step of a [`FieldPath`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Segment {
    /// A property of an object.
    Key(String),
    /// A position in a list, from 0. On an object it is the property spelt like the number.
    Index(usize),
    /// Any position in a list, `*`: occurs in the paths of [`Field`](crate::Field)s, not in a value.
    Each,
}

/// Why a path does not lead where it should. The value is unchanged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PathError {
    /// Too long, too deep, an empty step, or a position above 999.
    #[error("this is not the path of a field; it should look like front, selfie.image or images.0")]
    Malformed,
    /// A `*` where a number has to stand.
    #[error("\"{path}\" stands for every entry of a list; put a number, from 0, in place of the *")]
    Pattern {
        /// The path.
        path: String,
    },
    /// A named part of something that has no named parts.
    #[error("there is no \"{path}\" here: what stands before it has no named parts")]
    NotAnObject {
        /// The path up to the step that failed.
        path: String,
    },
    /// A numbered part of something that is no list.
    #[error("there is no \"{path}\" here: what stands before it is not a list")]
    NotAList {
        /// The path up to the step that failed.
        path: String,
    },
    /// A position further than one behind the last.
    #[error("\"{path}\" would leave a gap: the list has {len} entries so far")]
    Gap {
        /// The path up to the step that failed.
        path: String,
        /// Entries there are.
        len: usize,
    },
}

impl FieldPath {
    /// The path of the value itself.
    pub const fn root() -> Self {
        Self(Vec::new())
    }

    /// Reads a typed path: steps parted by dots; a backslash before a dot, a backslash or a star takes it literally.
    ///
    /// # Errors
    ///
    /// [`PathError::Malformed`] for empty steps, more than 32 of them, more than 512 bytes, or a position above 999.
    pub fn parse(text: &str) -> Result<Self, PathError> {
        if text.len() > MAX_LEN_BYTES {
            return Err(PathError::Malformed);
        }
        if text.is_empty() {
            return Ok(Self::root());
        }
        let segments = split(text)?.into_iter().map(read_segment).collect::<Result<Vec<_>, _>>()?;
        if segments.len() > MAX_SEGMENTS { Err(PathError::Malformed) } else { Ok(Self(segments)) }
    }

    /// A path of these steps.
    pub fn from_segments(segments: Vec<Segment>) -> Self {
        Self(segments)
    }

    /// The steps.
    pub fn segments(&self) -> &[Segment] {
        &self.0
    }

    /// How many steps there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether this is the path of the value itself.
    pub fn is_root(&self) -> bool {
        self.0.is_empty()
    }

    /// The same as [`is_root`](Self::is_root).
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// This path and one step more.
    pub fn join(&self, segment: Segment) -> Self {
        let mut segments = self.0.clone();
        segments.push(segment);
        Self(segments)
    }

    /// The path as a JSON pointer (RFC 6901); none if it holds a `*`.
    pub fn to_pointer(&self) -> Option<String> {
        let mut pointer = String::new();
        for segment in &self.0 {
            pointer.push('/');
            match segment {
                Segment::Key(key) => pointer.push_str(&pointer_token(key)),
                Segment::Index(index) => pointer.push_str(&index.to_string()),
                Segment::Each => return None,
            }
        }
        Some(pointer)
    }

    /// The part of `value` at this path.
    pub fn get<'v>(&self, value: &'v Value) -> Option<&'v Value> {
        self.0.iter().try_fold(value, |value, segment| match (segment, value) {
            (Segment::Key(key), Value::Object(map)) => map.get(key),
            (Segment::Index(index), Value::Array(list)) => list.get(*index),
            (Segment::Index(index), Value::Object(map)) => map.get(&index.to_string()),
            _ => None,
        })
    }

    /// Puts `part` at this path, replacing what is there and making objects and lists that are missing on the way.
    ///
    /// # Errors
    ///
    /// [`PathError`] when the path does not fit `value`, which is unchanged then.
    pub fn set(&self, value: &mut Value, part: Value) -> Result<(), PathError> {
        self.edit(value, |slot| {
            *slot = part;
            Ok(())
        })
    }

    /// Adds `part` behind the entries of the list at this path, which is made if it is missing.
    ///
    /// # Errors
    ///
    /// [`PathError`] when the path does not fit `value`, there is something else than a list, or the list is full;
    /// the value is unchanged then.
    pub fn append(&self, value: &mut Value, part: Value) -> Result<(), PathError> {
        self.edit(value, |slot| {
            if slot.is_null() {
                *slot = Value::Array(Vec::new());
            }
            match slot {
                Value::Array(list) if list.len() <= MAX_INDEX => list.push(part),
                Value::Array(_) => return Err(PathError::Malformed),
                _ => return Err(PathError::NotAList { path: self.to_string() }),
            }
            Ok(())
        })
    }

    /// Works on a copy, so that a path that fails half way leaves nothing behind. Values are small: files are
    /// held by reference.
    fn edit(
        &self,
        value: &mut Value,
        change: impl FnOnce(&mut Value) -> Result<(), PathError>,
    ) -> Result<(), PathError> {
        let mut copy = value.clone();
        let mut slot = &mut copy;
        for depth in 0..self.0.len() {
            slot = self.step(slot, depth)?;
        }
        change(slot)?;
        *value = copy;
        Ok(())
    }

    fn step<'v>(&self, value: &'v mut Value, depth: usize) -> Result<&'v mut Value, PathError> {
        let so_far = || Self(self.0[..=depth].to_vec()).to_string();
        match &self.0[depth] {
            Segment::Each => Err(PathError::Pattern { path: self.to_string() }),
            Segment::Key(key) => {
                if value.is_null() {
                    *value = Value::Object(Map::new());
                }
                let map = value.as_object_mut().ok_or_else(|| PathError::NotAnObject { path: so_far() })?;
                Ok(map.entry(key).or_insert(Value::Null))
            }
            Segment::Index(index) => {
                if value.is_null() {
                    *value = Value::Array(Vec::new());
                }
                match value {
                    Value::Object(map) => Ok(map.entry(index.to_string()).or_insert(Value::Null)),
                    Value::Array(list) => entry(list, *index).map_err(|len| PathError::Gap { path: so_far(), len }),
                    _ => Err(PathError::NotAList { path: so_far() }),
                }
            }
        }
    }
}

/// The entry at `index`, made if it is the next one; otherwise the length as it is.
fn entry(list: &mut Vec<Value>, index: usize) -> Result<&mut Value, usize> {
    if index == list.len() {
        list.push(Value::Null);
    }
    let len = list.len();
    list.get_mut(index).ok_or(len)
}

fn split(text: &str) -> Result<Vec<(String, bool)>, PathError> {
    let mut parts = vec![(String::new(), false)];
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        let Some((part, literal)) = parts.last_mut() else { return Err(PathError::Malformed) };
        match c {
            '.' => parts.push((String::new(), false)),
            '\\' => {
                part.push(chars.next().ok_or(PathError::Malformed)?);
                *literal = true;
            }
            c => part.push(c),
        }
    }
    Ok(parts)
}

fn read_segment((text, literal): (String, bool)) -> Result<Segment, PathError> {
    let is_number = text.bytes().all(|b| b.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    match text.as_str() {
        "" => Err(PathError::Malformed),
        "*" if !literal => Ok(Segment::Each),
        digits if is_number && !literal => match digits.parse() {
            Ok(index) if index <= MAX_INDEX => Ok(Segment::Index(index)),
            _ => Err(PathError::Malformed),
        },
        _ => Ok(Segment::Key(text)),
    }
}

/// A name as a token of a JSON pointer (RFC 6901, section 3).
pub(crate) fn pointer_token(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, segment) in self.0.iter().enumerate() {
            if position > 0 {
                f.write_str(".")?;
            }
            match segment {
                Segment::Each => f.write_str("*")?,
                Segment::Index(index) => write!(f, "{index}")?,
                Segment::Key(key) => f.write_str(&escaped(key))?,
            }
        }
        Ok(())
    }
}

/// A property name so that [`FieldPath::parse`] reads it back as one.
fn escaped(key: &str) -> String {
    let plain = key.replace('\\', "\\\\").replace('.', "\\.");
    let looks_special = key == "*" || (!key.is_empty() && key.bytes().all(|b| b.is_ascii_digit()));
    if looks_special { format!("\\{plain}") } else { plain }
}

impl FromStr for FieldPath {
    type Err = PathError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn path(text: &str) -> FieldPath {
        FieldPath::parse(text).unwrap()
    }

    #[test]
    fn set_makes_what_is_missing_and_replaces_what_is_there() {
        let check = |before: Value, at: &str, after: Value| {
            let mut value = before;
            path(at).set(&mut value, json!("x")).unwrap();
            assert_eq!(value, after, "{at}");
            assert_eq!(path(at).get(&value), Some(&json!("x")), "{at}");
        };
        check(json!(null), "", json!("x"));
        check(json!("old"), "", json!("x"));
        check(json!(null), "front", json!({"front": "x"}));
        check(json!(null), "selfie.image", json!({"selfie": {"image": "x"}}));
        check(json!({"a": 1}), "selfie.image", json!({"a": 1, "selfie": {"image": "x"}}));
        check(json!(null), "images.0", json!({"images": ["x"]}));
        check(json!({"images": ["a"]}), "images.1", json!({"images": ["a", "x"]}));
        check(json!({"images": ["a", "b"]}), "images.0", json!({"images": ["x", "b"]}));
        check(json!(null), "0", json!(["x"]));
        check(json!(null), "members.0.entity.name", json!({"members": [{"entity": {"name": "x"}}]}));
        check(json!({}), "7", json!({"7": "x"}));
        check(json!(null), r"a\.b", json!({"a.b": "x"}));
    }

    #[test]
    fn append_adds_behind() {
        let mut value = json!(null);
        path("images").append(&mut value, json!(1)).unwrap();
        path("images").append(&mut value, json!(2)).unwrap();
        assert_eq!(value, json!({"images": [1, 2]}));
        assert_eq!(path("images.0").append(&mut value, json!(3)), Err(PathError::NotAList { path: "images.0".into() }));
    }

    #[test]
    fn a_path_that_fails_changes_nothing() {
        let check = |at: &str, why: PathError| {
            let before = json!({"text": "t", "list": ["a"]});
            let mut value = before.clone();
            assert_eq!(path(at).set(&mut value, json!(1)), Err(why), "{at}");
            assert_eq!(value, before, "{at}");
        };
        check("text.more", PathError::NotAnObject { path: "text.more".into() });
        check("text.0", PathError::NotAList { path: "text.0".into() });
        check("list.name", PathError::NotAnObject { path: "list.name".into() });
        check("list.2", PathError::Gap { path: "list.2".into(), len: 1 });
        check("new.list.1", PathError::Gap { path: "new.list.1".into(), len: 0 });
        check("list.*", PathError::Pattern { path: "list.*".into() });
    }

    #[test]
    fn malformed_paths_are_refused() {
        for text in
            [".", "a..b", "a.", ".a", "1000", "a.99999999999999999999999", "a\\", &"a.".repeat(40), &"a".repeat(600)]
        {
            assert_eq!(FieldPath::parse(text), Err(PathError::Malformed), "{text:?}");
        }
    }

    #[test]
    fn pointers_escape_names() {
        assert_eq!(path("a/b.c~d.0").to_pointer().as_deref(), Some("/a~1b/c~0d/0"));
        assert_eq!(path("a.*").to_pointer(), None);
        assert_eq!(path("").to_pointer().as_deref(), Some(""));
    }

    proptest! {
        #[test]
        fn never_panics(text in ".{0,60}") {
            if let Ok(path) = FieldPath::parse(&text) {
                let _ = path.set(&mut json!({"a": [{}]}), json!(1));
            }
        }

        #[test]
        fn what_is_printed_reads_back(text in r"[a-c0-9.*\\~/]{0,12}") {
            if let Ok(path) = FieldPath::parse(&text) {
                prop_assert_eq!(FieldPath::parse(&path.to_string()), Ok(path));
            }
        }

        #[test]
        fn what_is_set_is_found(text in r"[a-c]{1,3}(\.(0|[a-c]{1,3})){0,5}") {
            let path = FieldPath::parse(&text).unwrap();
            let mut value = Value::Null;
            path.set(&mut value, json!("x")).unwrap();
            prop_assert_eq!(path.get(&value), Some(&json!("x")));
            prop_assert_eq!(value.pointer(&path.to_pointer().unwrap()), Some(&json!("x")));
        }
    }
}
