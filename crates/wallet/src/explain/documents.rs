//! Documents and their pictures.

use idw_documents::{DocumentError, FileKind, MediaType, Remedy, WorkerError};
use idw_words::{Argument, Message as _, MessageData, message};

use super::Explain;

impl Explain for DocumentError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Empty => message::ErrorFileEmpty.into(),
            Self::TooLarge { max_bytes } => message::ErrorFileTooLarge { limit: Argument::Size(*max_bytes) }.into(),
            Self::UnknownType { found } => message::ErrorFileType { found: found.explain() }.into(),
            Self::Disguised { media_type, hidden } => {
                message::ErrorFileDisguised { kind: media_type.explain(), hidden: hidden.explain() }.into()
            }
            Self::Truncated { media_type } => message::ErrorFileCutShort { kind: media_type.explain() }.into(),
            Self::Damaged { media_type } => message::ErrorFileDamaged { kind: media_type.explain() }.into(),
            // What is uncommon about it is for the log.
            Self::Uncommon { media_type, form: _ } => message::ErrorFileUncommon { kind: media_type.explain() }.into(),
            Self::ForIphones => message::ErrorFileForIphones.into(),
            Self::Encrypted => message::ErrorFileEncrypted.into(),
            Self::UnknownProtection => message::ErrorFileUnknownProtection.into(),
            Self::Protected => message::ErrorFileProtected.into(),
            Self::Signed => message::ErrorFileSigned.into(),
            Self::NoPages => message::ErrorFileNoPages.into(),
            Self::TooManyPixels { width, height } => message::ErrorFilePixels { width: *width, height: *height }.into(),
            Self::TakesTooLong => message::ErrorFileTakesTooLong.into(),
            Self::TooMuchMemory => message::ErrorFileMemory.into(),
            Self::TooComplex => message::ErrorFileTooComplex.into(),
            Self::NothingToShow { media_type } => message::ErrorFileNothingToShow { kind: media_type.explain() }.into(),
            Self::NotAPicture { media_type } => message::ErrorFileNotAPicture { kind: media_type.explain() }.into(),
            Self::TooLong { max_pages } => message::ErrorFileTooLong { pages: *max_pages }.into(),
            Self::NotMade => message::ErrorFileNotMade.into(),
            Self::CannotShrink { target_bytes } => {
                message::ErrorFileNotLegible { size: Argument::Size(*target_bytes) }.into()
            }
        }
    }
}

impl Explain for WorkerError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Refused(error) => error.explain(),
            Self::Source(error) => message::ErrorFileUnread { reason: error.explain() }.into(),
            Self::Start(error) => message::ErrorFileWorker { reason: error.explain() }.into(),
            Self::Busy => message::ErrorFileBusy.into(),
            Self::Answer => message::ErrorFileAnswer.into(),
        }
    }
}

/// A kind with its article, to be a part of a sentence.
impl Explain for MediaType {
    fn explain(&self) -> MessageData {
        match self {
            Self::Jpeg => message::FileKindJpeg.into(),
            Self::Png => message::FileKindPng.into(),
            Self::Pdf => message::FileKindPdf.into(),
            Self::Mpeg => message::FileKindMp3.into(),
            Self::Mp4 => message::FileKindMp4.into(),
            Self::Ogg => message::FileKindOgg.into(),
            Self::Wav => message::FileKindWav.into(),
        }
    }
}

/// A kind with its article, to be a part of a sentence.
impl Explain for FileKind {
    fn explain(&self) -> MessageData {
        match self {
            Self::Taken(media_type) => media_type.explain(),
            Self::DamagedJpeg => message::FileKindJpegDamaged.into(),
            Self::DamagedPng => message::FileKindPngDamaged.into(),
            Self::PrefixedPdf => message::FileKindPdfPrefixed.into(),
            Self::WebPage => message::FileKindWebPage.into(),
            Self::Gif => picture("GIF"),
            Self::WebP => picture("WebP"),
            Self::Heic => picture("HEIC"),
            Self::Avif => picture("AVIF"),
            Self::Tiff => picture("TIFF"),
            Self::Bmp => picture("BMP"),
            Self::JpegXl => picture("JPEG XL"),
            Self::Jpeg2000 => picture("JPEG 2000"),
            Self::Photoshop => picture("Photoshop"),
            Self::Raw => message::FileKindRaw.into(),
            Self::Film => message::FileKindVideo.into(),
            Self::Zip => message::FileKindArchive { name: "ZIP" }.into(),
            Self::Rar => message::FileKindArchive { name: "RAR" }.into(),
            Self::SevenZip => message::FileKindArchive { name: "7z" }.into(),
            Self::Program => message::FileKindProgram.into(),
            Self::Text => message::FileKindText.into(),
            Self::Other(mime_type) => message::FileKindOther { name: mime_type }.into(),
            Self::Unknown => message::FileKindUnknown.into(),
        }
    }
}

fn picture(name: &str) -> MessageData {
    message::FileKindPicture { name }.data()
}

/// A sentence.
impl Explain for Remedy {
    fn explain(&self) -> MessageData {
        match self {
            Self::SaveHeic => message::FileRemedyHeic.into(),
            Self::SavePicture => message::FileRemedyPicture.into(),
        }
    }
}
