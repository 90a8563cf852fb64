//! What a document says about its maker besides its content.

use serde::{Deserialize, Serialize};

/// One thing that a document says about where, when and with what it was made.
///
/// Says that it is there, never what it is: where a picture was taken is not for logs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MetadataFound {
    /// How telling it is.
    pub kind: MetadataKind,
    /// What it is, for people: "camera model".
    pub what: String,
}

/// How telling a piece of metadata is; the most telling first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum MetadataKind {
    /// Where it was made.
    Location,
    /// With what: make, model, serial numbers.
    Camera,
    /// When.
    Time,
    /// Anything else: names, comments, previews, the software used.
    Other,
}

/// A list in words: "location, camera model and time of taking"; empty for an empty list.
pub fn in_words(found: &[MetadataFound]) -> String {
    match found {
        [] => String::new(),
        [only] => only.what.clone(),
        [first @ .., last] => {
            let first: Vec<_> = first.iter().map(|found| found.what.as_str()).collect();
            format!("{} and {}", first.join(", "), last.what)
        }
    }
}

/// A list without repetitions, the most telling first.
#[derive(Debug, Default)]
pub(crate) struct Findings(Vec<MetadataFound>);

impl Findings {
    pub(crate) fn add(&mut self, kind: MetadataKind, what: &str) {
        if !self.0.iter().any(|found| found.what == what) {
            self.0.push(MetadataFound { kind, what: what.to_owned() });
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn into_list(mut self) -> Vec<MetadataFound> {
        self.0.sort_by(|a, b| (a.kind, &a.what).cmp(&(b.kind, &b.what)));
        self.0
    }
}

/// The words used in more than one place.
pub(crate) mod words {
    pub(crate) const LOCATION: &str = "location";
    pub(crate) const CAMERA_MODEL: &str = "camera model";
    pub(crate) const SERIAL_NUMBER: &str = "camera serial number";
    pub(crate) const TIME_OF_TAKING: &str = "time of taking";
    pub(crate) const NAME: &str = "name of the author";
    pub(crate) const SOFTWARE: &str = "software used";
    pub(crate) const DESCRIPTION: &str = "description";
    pub(crate) const PREVIEW: &str = "embedded preview";
    pub(crate) const CAMERA_SETTINGS: &str = "camera settings";
    pub(crate) const MAKER_NOTES: &str = "notes of the camera's maker";
    pub(crate) const XMP: &str = "editing history (XMP)";
    pub(crate) const IPTC: &str = "captions and keywords (IPTC)";
    pub(crate) const COMMENT: &str = "comment";
    pub(crate) const FURTHER_PICTURES: &str = "further pictures";
    pub(crate) const APPLICATION_DATA: &str = "data of applications";
    pub(crate) const TAGS: &str = "title, artist and the like";
    pub(crate) const TRAILING: &str = "data after the end of the picture";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_read_as_people_say_them() {
        let check = |whats: &[(MetadataKind, &str)], expected: &str| {
            let mut findings = Findings::default();
            for (kind, what) in whats {
                findings.add(*kind, what);
            }
            assert_eq!(in_words(&findings.into_list()), expected);
        };
        check(&[], "");
        check(&[(MetadataKind::Camera, "camera model")], "camera model");
        check(
            &[
                (MetadataKind::Time, "time of taking"),
                (MetadataKind::Camera, "camera model"),
                (MetadataKind::Location, "location"),
                (MetadataKind::Location, "location"),
            ],
            "location, camera model and time of taking",
        );
    }
}
