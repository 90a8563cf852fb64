//! What files are, also those that attributes cannot hold.

use serde::{Deserialize, Serialize};

use crate::MediaType;

/// What a file is by its first bytes, or what stands hidden in one. Its `Display` is for logs.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FileKind {
    /// A type that attributes can hold.
    #[error("{}", .0.name())]
    Taken(MediaType),
    /// Begins like a JPEG picture, and no JPEG picture begins so.
    #[error("a JPEG picture that is damaged")]
    DamagedJpeg,
    /// The same for PNG.
    #[error("a PNG picture that is damaged")]
    DamagedPng,
    /// A PDF with something before it that does not belong there.
    #[error("a PDF with something else before it")]
    PrefixedPdf,
    /// HTML.
    #[error("a web page")]
    WebPage,
    /// A GIF picture.
    #[error("a GIF picture")]
    Gif,
    /// A WebP picture.
    #[error("a WebP picture")]
    WebP,
    /// A HEIF picture, as iPhones take them.
    #[error("a HEIC picture")]
    Heic,
    /// An AVIF picture.
    #[error("an AVIF picture")]
    Avif,
    /// A TIFF picture.
    #[error("a TIFF picture")]
    Tiff,
    /// A BMP picture.
    #[error("a BMP picture")]
    Bmp,
    /// A JPEG XL picture.
    #[error("a JPEG XL picture")]
    JpegXl,
    /// A JPEG 2000 picture.
    #[error("a JPEG 2000 picture")]
    Jpeg2000,
    /// What a camera recorded.
    #[error("a raw picture")]
    Raw,
    /// A Photoshop picture.
    #[error("a Photoshop picture")]
    Photoshop,
    /// A video of any kind.
    #[error("a film")]
    Film,
    /// A ZIP archive, which documents of office programs are too.
    #[error("a ZIP archive")]
    Zip,
    /// A RAR archive.
    #[error("a RAR archive")]
    Rar,
    /// A 7z archive.
    #[error("a 7z archive")]
    SevenZip,
    /// A program or a script.
    #[error("a program")]
    Program,
    /// Text without a format.
    #[error("plain text")]
    Text,
    /// Something else that has a media type.
    #[error("of type {0}")]
    Other(String),
    /// Nobody knows.
    #[error("of an unknown type")]
    Unknown,
}

/// How to make a picture one that attributes can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// An iPhone took it, and can take others.
    SaveHeic,
    /// Other programs can save it in another format.
    SavePicture,
}

impl FileKind {
    /// A picture of a kind that attributes cannot hold, by its media type.
    pub(crate) fn of_picture(mime_type: &str) -> Option<Self> {
        Some(match mime_type {
            "image/gif" => Self::Gif,
            "image/webp" => Self::WebP,
            "image/heif" | "image/heic" => Self::Heic,
            "image/avif" => Self::Avif,
            "image/tiff" => Self::Tiff,
            "image/bmp" => Self::Bmp,
            "image/jxl" => Self::JpegXl,
            "image/jp2" => Self::Jpeg2000,
            "image/x-canon-cr2" => Self::Raw,
            "image/vnd.adobe.photoshop" => Self::Photoshop,
            _ => return None,
        })
    }

    /// What somebody with such a file can do, where there is a way.
    pub fn remedy(&self) -> Option<Remedy> {
        match self {
            Self::Heic => Some(Remedy::SaveHeic),
            Self::Gif
            | Self::WebP
            | Self::Avif
            | Self::Tiff
            | Self::Bmp
            | Self::JpegXl
            | Self::Jpeg2000
            | Self::Raw
            | Self::Photoshop => Some(Remedy::SavePicture),
            _ => None,
        }
    }
}
