//! The types of file that attributes can hold.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A type of file that an attribute can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum MediaType {
    /// `image/jpeg`
    Jpeg,
    /// `image/png`
    Png,
    /// `application/pdf`
    Pdf,
    /// `audio/mpeg`, which some schemas also list as `audio/mp3`
    Mpeg,
    /// `audio/mp4`
    Mp4,
    /// `audio/ogg`
    Ogg,
    /// `audio/x-wav`
    Wav,
}

impl MediaType {
    /// All of them.
    pub const ALL: [Self; 7] = [Self::Jpeg, Self::Png, Self::Pdf, Self::Mpeg, Self::Mp4, Self::Ogg, Self::Wav];

    /// The MIME type as the attribute schemas spell it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Pdf => "application/pdf",
            Self::Mpeg => "audio/mpeg",
            Self::Mp4 => "audio/mp4",
            Self::Ogg => "audio/ogg",
            Self::Wav => "audio/x-wav",
        }
    }

    /// The type with this MIME type; `audio/mp3` and `audio/mpeg` are one.
    pub fn parse(mime_type: &str) -> Option<Self> {
        let wanted = mime_type.trim().to_ascii_lowercase();
        match wanted.as_str() {
            "audio/mp3" => Some(Self::Mpeg),
            "audio/m4a" | "audio/x-m4a" => Some(Self::Mp4),
            "audio/wav" => Some(Self::Wav),
            other => Self::ALL.into_iter().find(|media_type| media_type.as_str() == other),
        }
    }

    /// What people call it, with its article: "a JPEG picture".
    pub fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "a JPEG picture",
            Self::Png => "a PNG picture",
            Self::Pdf => "a PDF",
            Self::Mpeg => "an MP3 recording",
            Self::Mp4 => "an MP4 recording",
            Self::Ogg => "an Ogg recording",
            Self::Wav => "a WAV recording",
        }
    }

    /// Whether it is a picture: what can be stripped and shrunk.
    pub fn is_picture(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png)
    }

    /// Whether it has something to show: pictures, and PDFs by their first page.
    pub fn has_thumbnail(self) -> bool {
        self.is_picture() || self == Self::Pdf
    }

    /// The endings a file of this type usually has, the preferred one first.
    pub fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Jpeg => &["jpg", "jpeg", "jpe", "jfif"],
            Self::Png => &["png"],
            Self::Pdf => &["pdf"],
            Self::Mpeg => &["mp3", "mpga"],
            Self::Mp4 => &["m4a", "mp4", "m4b"],
            Self::Ogg => &["ogg", "oga", "opus"],
            Self::Wav => &["wav"],
        }
    }

    /// Whether a file name ends as files of this type do. Names are not believed, but a name that says something else
    /// is worth a word: some sites refuse such files.
    pub fn agrees_with_name(self, name: &str) -> bool {
        let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
        extension.is_some_and(|extension| self.extensions().contains(&extension.as_str()))
    }
}

impl fmt::Display for MediaType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_type_is_found_by_its_own_name() {
        for media_type in MediaType::ALL {
            assert_eq!(MediaType::parse(media_type.as_str()), Some(media_type));
        }
        assert_eq!(MediaType::parse("audio/mp3"), Some(MediaType::Mpeg));
        assert_eq!(MediaType::parse("image/gif"), None);
    }

    #[test]
    fn names_are_compared_by_their_ending() {
        let check = |media_type: MediaType, name: &str, agrees: bool| {
            assert_eq!(media_type.agrees_with_name(name), agrees, "{name}");
        };
        check(MediaType::Jpeg, "Passport.JPG", true);
        check(MediaType::Jpeg, "passport.png", false);
        check(MediaType::Pdf, "bill.tar.pdf", true);
        check(MediaType::Pdf, "pdf", false);
    }
}
