//! Whole documents, and such that are cut off.

use idw_documents::{DocumentError, Inspection, MediaType, Note, inspect};

use crate::corpus::{jpeg, pdf, png};
use crate::same_pixels::strip;

#[test]
fn a_document_says_what_it_is() {
    let check = |bytes: &[u8], media_type: MediaType, size: Option<(u32, u32)>, pages: Option<u32>| {
        let (width, height) = size.unzip();
        assert_eq!(
            inspect(bytes),
            Ok(Inspection { media_type, width, height, pages, metadata: Vec::new(), notes: Vec::new() })
        );
    };
    check(&jpeg::plain(32, 24), MediaType::Jpeg, Some((32, 24)), None);
    check(&png::plain(32, 24), MediaType::Png, Some((32, 24)), None);
    check(&pdf::plain(), MediaType::Pdf, None, Some(1));
    check(b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0", MediaType::Wav, None, None);
}

#[test]
fn the_samples_of_the_project_pass() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/samples");
    for (name, media_type) in [
        ("passport-photo-page.jpg", MediaType::Jpeg),
        ("passport-selfie.jpg", MediaType::Jpeg),
        ("utility-bill.pdf", MediaType::Pdf),
    ] {
        let bytes = std::fs::read(format!("{folder}/{name}")).unwrap();
        let inspection = inspect(&bytes).unwrap();
        assert_eq!(inspection.media_type, media_type, "{name}");
        if media_type.is_picture() {
            strip(&bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
    }
}

#[test]
fn whatever_is_cut_off_is_refused() {
    for whole in [jpeg::plain(32, 24), png::plain(32, 24)] {
        assert!(inspect(&whole).is_ok());
        for len in 0..whole.len() {
            let cut = inspect(&whole[..len]);
            assert!(cut.is_err(), "{len} of {} bytes", whole.len());
            if len > 40 {
                assert!(matches!(cut, Err(DocumentError::Truncated { .. })), "{len}: {cut:?}");
            }
        }
    }
    let whole = pdf::plain();
    // The end marker alone may be missing: before it stands where the table of all objects is.
    let last_number_ends = whole.len() - "\n%%EOF\n".len();
    for len in 10..whole.len() - 1 {
        let cut = inspect(&whole[..len]);
        if len < last_number_ends {
            assert_eq!(cut, Err(DocumentError::Truncated { media_type: MediaType::Pdf }), "{len}");
        } else {
            assert_eq!(cut.unwrap().notes, [Note::NoEnd], "{len}");
        }
    }
}
